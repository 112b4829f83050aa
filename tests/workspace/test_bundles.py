"""What of a workspace goes into a bundle, and how a bundle comes into a workspace: two laptops and no server."""

import hashlib
import itertools
import json
import shutil
import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.model.acts import Declaration, PinnedQuote, Registration, Seal
from mrse_assess.model.judgement import Judgement
from mrse_assess.records import judgements_in_force, to_event
from mrse_assess.records.bundle import Bundle, Carried, chains_of, opened, packed, parts_of
from mrse_assess.records.canonical import canonical, event_hash
from mrse_assess.terms import EventKind, Phase, Verdict
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.bundles import Asked, export_bundle, import_bundle, made, open_bundle
from mrse_assess.workspace.verification import verification

from .conftest import START, take_in, write_pdf

MARK = "Zebra protocol"
OF_EX_1 = {"application": "EX-1", "attempt": 1}


def ids_of(name):
    numbers = itertools.count(1)
    return lambda: str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{name}{next(numbers)}"))


def clock_of(ahead):
    minutes = itertools.count(1)
    return lambda: START + timedelta(hours=ahead, minutes=next(minutes))


def machine(folder, name, ahead, *, create=True):
    opening = Workspace.create if create else Workspace.open
    return opening(folder, clock=clock_of(ahead), new_id=ids_of(name))


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    return write_pdf(tmp_path_factory.mktemp("source") / "Portfolio.pdf", "Evidence 1", f"{MARK} of the scanner")


@pytest.fixture(scope="module")
def taken_once(tmp_path_factory, source):
    folder = tmp_path_factory.mktemp("taken") / "office"
    with machine(folder, "office", 0) as office:
        take_in(office, source, reference="EX-1")
    return folder


@pytest.fixture
def office(taken_once, tmp_path):
    shutil.copytree(taken_once, tmp_path / "office")
    with machine(tmp_path / "office", "later", 1, create=False) as opened_office:
        yield opened_office


@pytest.fixture
def laptop(tmp_path):
    """An empty workspace elsewhere."""
    with machine(tmp_path / "laptop", "laptop", 2) as empty:
        yield empty


def record(workspace, value, actor):
    return workspace.store.append(to_event(value, event=workspace.new_id(), actor=actor, scheme_version="1"))


def judge(workspace, actor, **said):
    usual = {"phase": Phase.INDIVIDUAL, "sub_category": "1.1", "evidence_id": "1", "verdict": Verdict.SATISFACTORY}
    return record(workspace, Judgement(assessor=actor, **OF_EX_1, **{**usual, **said}), actor)


def seal(workspace, actor):
    record(workspace, Seal(**OF_EX_1, sealed=True), actor)


def asked(**said):
    return Asked(**{"references": ("EX-1",), "by": "jo", **said})


def bundle_of(workspace, **said):
    return opened(packed(parts_of(made(workspace, asked(**said))[0])))


def test_a_bundle_with_originals_opens_the_application_elsewhere_without_reading_it_again(office, laptop, monkeypatch):
    taken = import_bundle(laptop, bundle_of(office, with_originals=True))
    monkeypatch.setattr("mrse_assess.workspace.core.read_source", lambda *_: 1 // 0)
    application = laptop.application("EX-1")
    assert laptop.portfolio(application) == office.portfolio(office.application("EX-1"))
    assert taken.files == 2
    assert taken.heads == {"EX-1": office.store.application_head("EX-1")}
    assert verification(laptop).problems == ()
    (original,) = laptop.layout.originals.iterdir()
    assert original.stat().st_mode & 0o777 == 0o400


def test_a_bundle_holds_no_text_of_the_portfolio_unless_asked(office):
    judge(office, "jo", feedback="Say which scanner.")
    seal(office, "jo")
    reading = office.portfolio(office.application("EX-1")).documents[0]
    bare, full = (packed(parts_of(made(office, asked(with_originals=one))[0])) for one in (False, True))
    assert b"Say which scanner." in bare
    assert reading.sha256.encode() in bare
    for data, there in ((bare, False), (full, True)):
        assert (b'"documents"' in data) is there
        assert (f"originals/{reading.sha256}".encode() in data) is there


def test_words_quoted_from_the_portfolio_stay_when_asked(office):
    quote = {"pin": "p", "text": MARK, "file": "Portfolio.pdf", "sha256": "0" * 64, "page": 2}
    record(office, PinnedQuote(**OF_EX_1, sub_category="1.1", evidence_id="1", **quote), "jo")
    seal(office, "jo")
    data = packed(parts_of(made(office, asked(copied_words=False))[0]))
    assert MARK.encode() not in data
    assert MARK.encode() in packed(parts_of(made(office, asked())[0]))


def test_two_who_took_in_the_same_files_under_one_reference_exchange_their_assessments(office, laptop, source):
    take_in(laptop, source, reference="EX-1")
    judge(office, "jo", feedback="Good.")
    judge(laptop, "kim", verdict=Verdict.NOT_SATISFACTORY)
    seal(office, "jo")
    seal(laptop, "kim")
    merged = import_bundle(laptop, bundle_of(office)).merged
    import_bundle(office, bundle_of(laptop, by="kim"))
    assert [(one.code, one.grave) for one in merged.refusals] == [("entered-twice", False)]
    both = [judgements_in_force(one.store.events(), "EX-1", 1) for one in (office, laptop)]
    assert both[0] == both[1]
    assert len(both[0].judgements) == 2
    assert verification(laptop).sound
    assert verification(office).sound


def test_an_application_that_is_not_here_is_refused_when_its_portfolio_does_not_come_along(office, laptop):
    imported = import_bundle(laptop, bundle_of(office))
    assert [one.code for one in imported.merged.refusals] == ["not-here"]
    assert "--with-originals" in imported.merged.refusals[0].advice
    assert laptop.applications() == ()


def test_an_application_with_other_files_is_refused(office, laptop, tmp_path):
    take_in(laptop, write_pdf(tmp_path / "Other.pdf", "Other evidence"), reference="EX-1")
    judge(office, "jo")
    seal(office, "jo")
    imported = import_bundle(laptop, bundle_of(office, with_originals=True))
    assert [one.code for one in imported.merged.refusals] == ["other-files"]
    assert laptop.store.head("EX-1", "jo") is None
    assert len(list(laptop.layout.originals.iterdir())) == 1


def test_what_the_office_recorded_meanwhile_comes_to_those_who_had_the_application_from_it(office, laptop):
    import_bundle(laptop, bundle_of(office, with_originals=True))
    record(office, Registration(**OF_EX_1, route="first"), "office")
    imported = import_bundle(laptop, bundle_of(office, by="office"))
    assert (imported.merged.added, imported.files, imported.merged.refusals) == (1, 0, ())


def test_an_unsealed_assessment_is_in_no_bundle_for_others_and_in_a_hand_over(office, laptop):
    judge(office, "jo")
    bundle, stayed = made(office, asked(with_originals=True))
    assert [one.actor for one in stayed] == ["jo"]
    assert "jo" not in {chain.actor for chain in bundle.manifest.chains}
    import_bundle(laptop, bundle_of(office, hand_over=True, with_originals=True))
    judge(laptop, "jo", sub_category="1.2")
    seal(laptop, "jo")
    import_bundle(office, bundle_of(laptop))
    assert office.store.heads("EX-1") == laptop.store.heads("EX-1")


def test_another_scheme_is_refused_and_another_version_of_it_is_said(office, laptop):
    bundle = bundle_of(office, with_originals=True)
    with pytest.raises(BadRequestError, match="another scheme"):
        import_bundle(laptop, replace(bundle, manifest=replace(bundle.manifest, scheme="other")))
    older = replace(bundle, manifest=replace(bundle.manifest, scheme_version="0"))
    imported = import_bundle(laptop, older)
    assert (imported.manifest.scheme_version, imported.scheme_version_here) == ("0", laptop.scheme.version)


def test_a_bundle_file_is_encrypted_and_never_written_over_another(office, tmp_path):
    out = tmp_path / "f.mrseb"
    export_bundle(office, asked(), out, "a long passphrase")
    assert out.stat().st_mode & 0o777 == 0o600
    assert b"EX-1" not in out.read_bytes()
    assert open_bundle(out, "a long passphrase").manifest.made_by == "jo"
    with pytest.raises(BadRequestError, match="give its passphrase"):
        open_bundle(out, None)
    with pytest.raises(BadRequestError, match="exists already"):
        export_bundle(office, asked(), out, None)


def test_an_original_that_was_changed_is_not_sent(office):
    (original,) = office.layout.originals.iterdir()
    original.chmod(0o600)
    original.write_bytes(b"other")
    with pytest.raises(RecordsError, match="was changed in originals"):
        made(office, asked(with_originals=True))


def forged(bundle, change):
    """The bundle with another reading, and entry, manifest and hashes made to fit."""
    (name,) = (one for one in bundle.files if one.startswith("readings/"))
    reading = json.loads(bundle.files[name])
    change(reading)
    data = json.dumps(reading, sort_keys=True, separators=(",", ":")).encode()
    digest = hashlib.sha256(data).hexdigest()
    (entry,) = (one for one in bundle.events if one.row["kind"] == EventKind.APPLICATION)
    payload = json.loads(entry.row["payload"]) | {"portfolio_digest": digest}
    row = {**entry.row, "payload": canonical(payload)}
    row["hash"] = event_hash(**{column: value for column, value in row.items() if column != "hash"})
    events = tuple(Carried(row=row, texts=one.texts) if one is entry else one for one in bundle.events)
    files = {one: content for one, content in bundle.files.items() if one != name} | {f"readings/{digest}.json": data}
    portfolios = tuple(
        replace(one, reading=digest, originals=tuple(each["sha256"] for each in reading["documents"]))
        for one in bundle.manifest.portfolios
    )
    manifest = replace(bundle.manifest, chains=chains_of(events), portfolios=portfolios)
    return opened(packed(parts_of(Bundle(manifest=manifest, events=events, files=files))))


def test_a_forged_reading_that_leads_out_of_the_workspace_is_refused(office, laptop):
    def out_of_it(reading):
        reading["documents"][0]["sha256"] = "../../records.sqlite"

    bundle = forged(bundle_of(office, with_originals=True), out_of_it)
    with pytest.raises(RecordsError, match="names a file by no hash"):
        import_bundle(laptop, bundle)
    assert laptop.store.events() == ()
    assert list(laptop.layout.readings.iterdir()) == []


def test_a_reading_that_is_none_is_refused(office, laptop):
    def no_portfolio(reading):
        reading["evidence"] = 7

    bundle = forged(bundle_of(office, with_originals=True), no_portfolio)
    with pytest.raises(RecordsError, match="cannot be understood"):
        import_bundle(laptop, bundle)


def test_a_portfolio_whose_files_do_not_all_come_along_is_refused(office, laptop):
    bundle = bundle_of(office, with_originals=True)
    without = {name: data for name, data in bundle.files.items() if not name.startswith("originals/")}
    imported = import_bundle(laptop, replace(bundle, files=without))
    assert [one.code for one in imported.merged.refusals] == ["not-here"]
    assert list(laptop.layout.readings.iterdir()) == []


def test_somebody_with_a_conflict_of_interest_sends_their_declaration_and_nothing_else_of_it(office):
    judge(office, "kim")
    seal(office, "kim")
    record(office, Declaration(**OF_EX_1, conflicted=True), "jo")
    bundle, _ = made(office, asked(whose=("kim",), with_originals=True))
    assert [(one.row["actor"], one.row["kind"]) for one in bundle.events] == [("jo", "declaration")]
    assert bundle.files == {}
    assert bundle.manifest.known == ()
