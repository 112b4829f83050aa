"""The pack of an appeal verifies itself and names what was changed; a candidate's record names nobody else."""

import json
import subprocess
import sys
import zipfile

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.model import acts
from mrse_assess.records import to_event
from mrse_assess.terms import OutcomeKind
from mrse_assess.workbench.appeal.own_record import write_own_record
from mrse_assess.workbench.appeal.pack import write_pack
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workspace.people import People

from .conftest import REFERENCE

TO_SELF = "words to myself about this one"


@pytest.fixture
def noted(asked):
    note = acts.PrivateNote(application=REFERENCE, attempt=1, sub_category="1.1", text=TO_SELF)
    asked.store.append(to_event(note, event=asked.new_id(), actor="A1"))
    return asked


def run(pack):
    done = subprocess.run([sys.executable, "-I", str(pack)], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def changed(pack, target, name, change):
    with zipfile.ZipFile(pack) as old, zipfile.ZipFile(target, "w") as new:
        for one in old.namelist():
            data = old.read(one)
            new.writestr(one, change(data) if one == name else data)
    return target


def test_the_pack_verifies_itself_with_plain_python(noted, tmp_path):
    packed = write_pack(noted, REFERENCE, tmp_path / "pack.zip", "O")
    code, said = run(tmp_path / "pack.zip")
    assert (code, said) == (0, f"Manifest: {packed.manifest}\nThe pack is whole.\n")
    with zipfile.ZipFile(tmp_path / "pack.zip") as zipped:
        manifest = json.loads(zipped.read("manifest.json"))
        log = zipped.read("records.jsonl").decode()
        assert manifest["scheme"]["digest"] == noted.scheme.digest
        assert manifest["head"] == noted.store.application_head(REFERENCE)
        assert f"letters/{packed.letters[0]}/letter.pdf" in zipped.namelist()
        assert json.loads(zipped.read("originals.json"))[0]["name"] == "Portfolio.pdf"
    assert len(log.splitlines()) == len(noted.store.events(application=REFERENCE))
    assert "a short note on 1.1" in log
    assert TO_SELF not in log


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("records.jsonl", b"a short note on 1.1", b"a brief note on 1.1", "text of seen does not match"),
        (
            "records.jsonl",
            b'\\"verdict\\":\\"satisfactory\\"',
            b'\\"verdict\\":\\"nothing_offered\\"',
            "not match its hash",
        ),
        ("judgements.csv", b"satisfactory", b"unsatisfying", "judgements.csv was changed"),
    ],
)
def test_what_was_changed_in_a_pack_is_named(noted, tmp_path, name, old, new, said):
    write_pack(noted, REFERENCE, tmp_path / "pack.zip", "O")
    bad = changed(tmp_path / "pack.zip", tmp_path / "bad.zip", name, lambda data: data.replace(old, new, 1))
    code, told = run(bad)
    assert code == 1
    assert said in told


def test_records_cut_off_at_the_end_are_noticed(noted, tmp_path):
    write_pack(noted, REFERENCE, tmp_path / "pack.zip", "O")
    cut = changed(
        tmp_path / "pack.zip",
        tmp_path / "cut.zip",
        "records.jsonl",
        lambda data: data[: data.rstrip().rindex(b"\n") + 1],
    )
    assert "records were cut off" in run(cut)[1]


def test_only_office_and_chair_let_records_leave_and_not_while_somebody_judges(noted, tmp_path):
    with pytest.raises(BadRequestError, match="A1 does not hold"):
        write_pack(noted, REFERENCE, tmp_path / "pack.zip", "A1")
    People(noted).allocate(noted.application(REFERENCE), "A3", "O", task="appeal")
    with pytest.raises(BadRequestError, match="is being judged"):
        write_own_record(noted, REFERENCE, tmp_path / "own.zip", "O")


def test_a_fresh_assessor_of_an_appeal_sees_the_portfolio_and_nothing_that_was_decided(noted):
    people, application = People(noted), noted.application(REFERENCE)
    people.allocate(application, "A3", "O", task="appeal")
    people.declare(application, "A3", conflicted=False)
    assert people.standing("A3", application) == "judging"
    seen = {
        field: people.may_see("A3", application, field)
        for field in ("portfolio", "others_judged", "decision", "letter")
    }
    assert seen == {"portfolio": True, "others_judged": False, "decision": False, "letter": False}
    bench = Assessment(noted, application, "A3")
    assert bench.portfolio.evidence
    assert (bench.own.judgements, bench.in_force.outcome, bench.in_force.issues) == ((), None, ())
    assert not {event.kind for event in bench.events} & {"judgement", "conclusion", "outcome", "issue", "letter_edit"}


def test_who_judged_it_before_is_not_fresh(noted):
    People(noted).take_off(noted.application(REFERENCE), "A1", "appeal", "O")
    with pytest.raises(BadRequestError, match="judged it before"):
        People(noted).allocate(noted.application(REFERENCE), "A1", "O", task="appeal")


def test_a_candidates_record_holds_all_about_them_and_nobody_elses_name(noted, tmp_path):
    given = write_own_record(noted, REFERENCE, tmp_path / "own.zip", "O")
    with zipfile.ZipFile(tmp_path / "own.zip") as zipped:
        texts = {name: zipped.read(name).decode("utf-8", "replace") for name in zipped.namelist()}
        original = noted.portfolio(noted.application(REFERENCE)).documents[0].sha256
        assert zipped.read(f"originals/{original}.pdf") == (noted.layout.originals / original).read_bytes()
    told = json.loads(texts["records.json"])
    assert {one["by"] for one in told} >= {"assessor 1", "assessor 2"} or any("assessor" in one["by"] for one in told)
    for name in ("A1", "A2", "Quillfeather", "Ormskirk", TO_SELF):
        assert name not in texts["records.json"]
        assert name not in texts["judgements.csv"]
    assert "a short note on 1.1" in texts["records.json"]
    assert any(name.endswith("letter.pdf") for name in texts)
    assert given.withheld == 1 + 2  # the note, and two declarations
    assert [one["said"]["outcome"] for one in told if one["kind"] == "outcome"] == [OutcomeKind.FURTHER_EVIDENCE]
