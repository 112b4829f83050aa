"""At the end of keeping documents and words go, with a certificate; the chain and the anonymous frame stay."""

from datetime import timedelta

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.model import acts
from mrse_assess.model.judgement import Judgement
from mrse_assess.records import to_event
from mrse_assess.terms import OutcomeKind, Phase, Verdict
from mrse_assess.workspace.archive import restore_backup, write_backup
from mrse_assess.workspace.purged import PurgedError
from mrse_assess.workspace.retention import kept_applications, purge
from mrse_assess.workspace.verification import verification

from .conftest import START, take_in, write_pdf

WORDS = "what the page shows of Ada Example"


def says(workspace, who, value):
    return workspace.store.append(to_event(value, event=workspace.new_id(), actor=who))


@pytest.fixture
def two(workspace, tmp_path):
    """EX-1 and EX-2, judged and with drafts; a file lies in both."""
    for reference in ("EX-1", "EX-2"):
        folder = tmp_path / reference
        folder.mkdir()
        write_pdf(folder / "own.pdf", f"Portfolio of {reference}\nApplicant: Ada Example")
        write_pdf(folder / "shared.pdf", "The same page in both")
        (folder / "shared.pdf").write_bytes((tmp_path / "EX-1" / "shared.pdf").read_bytes())
        take_in(workspace, folder, reference=reference)
        says(
            workspace,
            "A1",
            Judgement(
                application=reference, attempt=1, phase=Phase.INDIVIDUAL, assessor="A1", sub_category="1.1",
                evidence_id="1", verdict=Verdict.SATISFACTORY, seen=WORDS,
            ),
        )  # fmt: skip
        workspace.store.save_draft(reference, "A1", "feedback", WORDS)
    return workspace


def hashes(workspace, reference):
    return {one.sha256 for one in workspace.portfolio(workspace.application(reference)).documents}


def everything(workspace):
    files = [path for path in workspace.layout.folder.rglob("*") if path.is_file()]
    return b"".join(path.read_bytes() for path in files if not path.name.startswith("records.sqlite-shm"))


def test_a_purge_erases_what_is_the_applications_own_and_keeps_what_others_rest_on(two):
    own, other = hashes(two, "EX-1"), hashes(two, "EX-2")
    reading = two.application("EX-1").reading
    certificate = purge(two, "EX-1", why="rule 7, six years", by="O")
    there = {path.name for path in two.layout.originals.iterdir()}
    assert there == other
    assert own - other
    assert {one.sha256 for one in certificate.erased if one.what == "document"} == own - other
    assert set(certificate.kept_for_others) == own & other
    assert not (two.layout.readings / f"{reading}.json").exists()
    assert not [path for path in two.layout.cache.iterdir() if path.name.split(".")[0] in own - other]
    assert two.store.drafts("EX-1", "A1") == ()
    assert two.store.drafts("EX-2", "A1")
    assert b"Portfolio of EX-1" not in everything(two)
    assert two.portfolio(two.application("EX-2")).documents


def test_the_chain_and_the_verdicts_stay_and_the_words_are_gone(two):
    before = two.store.events(application="EX-1")
    certificate = purge(two, "EX-1", why="rule 7", by="O")
    after = two.store.events(application="EX-1")
    assert [one.hash for one in after[:-1]] == [one.hash for one in before]
    judged = next(one for one in after if one.kind == "judgement")
    assert (judged.payload["verdict"], judged.payload["seen"]) == ("satisfactory", "")
    assert certificate.texts >= 2
    assert certificate.head == two.store.application_head("EX-1")
    assert two.application("EX-1").applicant == ""


def test_a_purged_application_opens_nowhere_and_says_why_and_verifies(two):
    purge(two, "EX-1", why="rule 7, six years", by="O")
    with pytest.raises(PurgedError, match=r"EX-1 were erased on .* by O \(rule 7, six years\)"):
        two.portfolio(two.application("EX-1"))
    found = verification(two)
    assert found.sound
    assert [(one.code, "EX-1" in one.found) for one in found.problems] == [("purged", True)]
    assert two.alike_elsewhere(two.application("EX-2")) == ((), 0)


def test_it_opens_nowhere_even_where_another_has_the_very_same_portfolio(workspace, tmp_path):
    source = write_pdf(tmp_path / "same.pdf", "The same portfolio")
    take_in(workspace, source, reference="EX-1")
    take_in(workspace, source, reference="EX-2")
    purge(workspace, "EX-1", why="rule 7", by="O")
    with pytest.raises(PurgedError):
        workspace.portfolio(workspace.application("EX-1"))
    assert workspace.portfolio(workspace.application("EX-2")).documents


def test_the_certificate_is_stored_in_words_and_as_json_without_the_applicants_words(two):
    certificate = purge(two, "EX-1", why="rule 7", by="O")
    folder = two.layout.folder / "certificates"
    words = next(folder.glob("EX-1-*.txt")).read_text(encoding="utf-8")
    assert certificate.event in words
    assert all(one.sha256 in words for one in certificate.erased)
    assert len(list(folder.glob("EX-1-*.json"))) == 1
    assert "Ada" not in words
    assert "own.pdf" not in words


def test_the_certificate_is_in_every_backup_and_comes_back_with_it(two, tmp_path):
    purge(two, "EX-1", why="rule 7", by="O")
    write_backup(two.layout, two.store, tmp_path / "backup.zip")
    restore_backup(tmp_path / "backup.zip", tmp_path / "restored")
    kept = {path.name: path.read_bytes() for path in (two.layout.folder / "certificates").iterdir()}
    assert len(kept) == 2
    assert {path.name: path.read_bytes() for path in (tmp_path / "restored" / "certificates").iterdir()} == kept


def test_a_purge_needs_a_reason_and_a_person_and_is_not_made_twice(two):
    for why, by in (("", "O"), ("rule 7", " ")):
        with pytest.raises(BadRequestError, match="--why"):
            purge(two, "EX-1", why=why, by=by)
    purge(two, "EX-1", why="rule 7", by="O")
    with pytest.raises(BadRequestError, match="purged already"):
        purge(two, "EX-1", why="rule 7", by="O")


def test_which_applications_are_past_their_keeping(two):
    with pytest.raises(BadRequestError, match="retention_years has no value"):
        kept_applications(two)
    issue = acts.Issue(application="EX-1", attempt=1, letter="EX-1-1-A", outcome=OutcomeKind.AWARD, head="x")
    says(two, "O", issue)
    two.set_setting("retention_years", "6", "minute 4")
    (row,) = kept_applications(two)
    assert (row.application, row.until.year, row.past, row.purged) == ("EX-1", START.year + 6, False, False)
    two.clock = lambda: START + timedelta(days=6 * 366)
    assert kept_applications(two)[0].past
