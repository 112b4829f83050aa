"""A bundle from elsewhere is checked whole before it is believed; each fault is one sentence that quotes nothing."""

import hashlib
import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.errors import BadRequestError, MrseAssessError, RecordsError
from mrse_assess.model.acts import Undo, Withdrawal
from mrse_assess.records.bundle import Choice, decrypted, encrypted, is_encrypted, opened, packed
from mrse_assess.records.bundle.packing import MANIFEST, RECORDS, unpacked
from mrse_assess.records.canonical import canonical, event_hash
from mrse_assess.terms import EventKind

from .bundling import OF_A1, Machine, file_of

SECRET = "words of the evidence"  # noqa: S105 - what no message may quote


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The bytes of a bundle with a judgement, a withdrawal, an undo and a seal."""
    laptop = Machine(tmp_path_factory.mktemp("whole"), "laptop")
    judged = laptop.judge("jo", feedback=SECRET)
    laptop.record(Withdrawal(**OF_A1, of=EventKind.PART, unit=("exam",)), "jo")
    laptop.record(Undo(**OF_A1, undone=(judged.event,)), "jo")
    laptop.seal("jo")
    return file_of(laptop.store, Choice(applications=("A1",), whose=frozenset({"jo"})))


def repacked(whole, records=None, manifest=None, **other_parts):
    """The bundle with other lines or another manifest, its list of hashes made to fit."""
    parts = unpacked(whole)
    said = json.loads(parts.pop(MANIFEST))
    lines = [json.loads(line) for line in parts[RECORDS].splitlines()]
    if records:
        lines = records(lines) or lines
        parts[RECORDS] = "".join(f"{json.dumps(line)}\n" for line in lines).encode()
    parts |= other_parts
    said["parts"] = {
        name: {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)} for name, data in parts.items()
    }
    if manifest:
        manifest(said)
    return packed({MANIFEST: canonical(said).encode(), **parts})


def rehashed(lines):
    """The lines with every hash and every link made to fit, as a forger would."""
    previous = ""
    for line in lines:
        row = line["row"] | {"previous": previous}
        row["hash"] = event_hash(**{name: value for name, value in row.items() if name != "hash"})
        line["row"], previous = row, row["hash"]
    return lines


def with_row(**said):
    def change(lines):
        lines[0]["row"] |= said
        return rehashed(lines)

    return change


def with_payload(number, **said):
    def change(lines):
        payload = json.loads(lines[number]["row"]["payload"]) | said
        lines[number]["row"]["payload"] = canonical(payload)
        return rehashed(lines)

    return change


def refused(data):
    with pytest.raises(MrseAssessError) as raised:
        opened(data)
    said = str(raised.value)
    assert SECRET not in said
    assert "\n" not in said
    return said


def test_the_same_records_give_the_same_bytes_and_come_back_as_they_were(whole):
    assert repacked(whole) == whole
    bundle = opened(whole)
    assert [event.row["kind"] for event in bundle.events] == ["judgement", "withdrawal", "undo", "seal"]
    assert bundle.events[0].texts["feedback"][1] == SECRET


@pytest.mark.parametrize("data", [b"", b"PK", b"no bundle", b"PK\x03\x04" + b"\0" * 40])
def test_what_is_no_bundle_is_said_to_be_none(data):
    with pytest.raises(BadRequestError, match="not a bundle"):
        opened(data)


@settings(max_examples=60, deadline=None)
@given(part=st.floats(0, 1, exclude_max=True))
def test_a_bundle_that_was_cut_off_is_refused(whole, part):
    refused(whole[: int(part * len(whole))])


@settings(max_examples=150, deadline=None)
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_one_bit_that_was_changed_never_changes_a_record(whole, place, bit):
    changed = bytearray(whole)
    changed[int(place * len(whole))] ^= 1 << bit
    try:
        bundle = opened(bytes(changed))
    except MrseAssessError as error:
        assert SECRET not in str(error)  # noqa: PT017 - a bit of the zip's own dates may change without harm
    else:
        assert bundle == opened(whole)


def zipped(names, kind=zipfile.ZIP_STORED, content=b"x"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as made:
        for name in names:
            made.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "/etc/passwd",
        "originals/../../x",
        "originals/" + "g" * 64,
        "readings/a.json",
        "records.jsonl/..",
        "C:\\x",
    ],
)
def test_a_name_that_no_bundle_gives_is_refused(name):
    assert "under a name that no bundle gives" in refused(zipped([MANIFEST, name]))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice_is_refused():
    assert "under a name that no bundle gives" in refused(zipped([MANIFEST, RECORDS, RECORDS]))


def test_a_zip_bomb_is_not_unpacked():
    bomb = zipped([MANIFEST, RECORDS], zipfile.ZIP_DEFLATED, b"0" * 10_000_000)
    assert len(bomb) < 50_000
    assert "compressed" in refused(bomb)


def test_parts_that_lie_over_each_other_are_not_unpacked(whole):
    """Many names for the same bytes, as a bomb without compression has them."""
    data = bytearray(zipped([MANIFEST, RECORDS, "originals/" + "a" * 64], content=b"0" * 1000))
    first = data.index(b"PK\x01\x02")
    places = [place for place in range(first, len(data)) if data[place : place + 4] == b"PK\x01\x02"]
    for place in places:
        data[place + 20 : place + 28] = (4_000_000).to_bytes(4, "little") * 2
    assert "larger than the bundle" in refused(bytes(data))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda said: said.update(version=1), "version 1"),
        (lambda said: said.update(format="other"), "another kind of file"),
        (lambda said: said.pop("version"), "cannot be understood"),
        (lambda said: said.update(chains=7), "cannot be understood"),
        (lambda said: said.update(chains=[]), "not those that its list names"),
        (lambda said: said["chains"][0].update(head="0" * 64), "not those that its list names"),
        (lambda said: said["parts"].clear(), "files are not those"),
        (lambda said: said["parts"][RECORDS].update(sha256="0" * 64), "records.jsonl is not what its list says"),
    ],
)
def test_a_list_of_contents_that_does_not_fit_is_refused(whole, change, words):
    assert words in refused(repacked(whole, manifest=change))


def test_a_part_that_does_not_bear_the_name_of_its_content_is_refused(whole):
    assert "does not bear the name" in refused(repacked(whole, **{"originals/" + "a" * 64: b"evil"}))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda lines: lines[0]["row"].update(attempt=2), "does not match its hash"),
        (lambda lines: lines[0]["row"].update(actor="kim"), "does not match its hash"),
        (lambda lines: lines[0]["texts"].update(feedback=["salt", "other words"]), "text does not match its hash"),
        (lambda lines: lines[0]["texts"].update(unknown=["salt", "words"]), "text does not match its hash"),
        (lambda lines: lines[0].update(more=1), "cannot be understood"),
        (lambda lines: lines[0].update(texts=[]), "cannot be understood"),
        (lambda lines: [*lines, lines[-1]], "twice"),
        (lambda lines: lines[1:], "does not follow"),
        (lambda lines: [lines[1], lines[0], *lines[2:]], "does not follow"),
        (with_row(kind="miracle"), "newer one made the bundle"),
        (with_row(attempt=10**30), "attempt is out of range"),
        (with_row(attempt=True), "another kind of value"),
        (with_row(application=""), "needs an application"),
        (with_row(actor=""), "needs the id of the person"),
        (with_row(actor="\x00"), "cannot be stored"),
        (with_row(event="../x"), "cannot be understood"),
        (with_row(recorded_at="2026-11-21"), "cannot be understood"),
        (with_row(payload="[" * 100_000), "cannot be understood"),
        (with_payload(0, verdict="splendid"), "the field verdict is not one of"),
        (with_payload(0, quote={"text_hash": 5}), "hash of a text is none"),
        (with_payload(0, seen="\x00"), "cannot be stored"),
        (lambda lines: lines[0]["row"].update(scheme_version="\ud800"), "cannot be understood"),
        (with_payload(1, unit=[]), "unit of a part"),
        (with_payload(2, undone=["00000000-0000-0000-0000-000000000001"]), "undoes what it cannot"),
    ],
)
def test_a_record_that_was_tampered_with_or_forged_is_refused(whole, change, words):
    assert words in refused(repacked(whole, records=change))


def test_a_record_that_is_not_text_or_cut_off_is_refused(whole):
    records = unpacked(whole)[RECORDS]
    assert "cut off" in refused(repacked(whole, **{RECORDS: records[:-1]}))
    assert "not text" in refused(repacked(whole, **{RECORDS: b"\xff\n"}))


def test_a_bundle_is_opened_by_its_passphrase_only_and_a_changed_one_not_at_all():
    data = encrypted(b"the parts", "a long passphrase")
    assert is_encrypted(data)
    assert b"the parts" not in data
    assert decrypted(data, "a long passphrase") == b"the parts"
    with pytest.raises(BadRequestError, match="passphrase does not open"):
        decrypted(data, "another passphrase")
    for damaged in (data[:-1], data[:100], data[:-20] + b"\0" + data[-19:]):
        with pytest.raises(RecordsError, match="cut off or was changed"):
            decrypted(damaged, "a long passphrase")


def test_an_empty_passphrase_is_refused():
    with pytest.raises(BadRequestError, match="cannot be empty"):
        encrypted(b"the parts", "")
