"""The folder for a mail merge, and what the assessors are told."""

import csv
import hashlib

import pytest

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.model import acts
from mrse_assess.workbench.letter_life.batch import write_batch
from mrse_assess.workbench.letter_life.telling import told

COLUMNS = ["reference", "attempt", "salutation", "outcome", "docx", "pdf", "letter", "state"]


def listed(folder):
    with (folder / "index.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def batch(settled, out, *, drafts=False, person="O"):
    return write_batch(settled.workspace, [settled.application] * 2, out, person, drafts=drafts)


def test_a_batch_holds_the_letters_as_they_were_issued_and_a_list(issued, tmp_path):
    batch(issued, tmp_path / "out")
    assert listed(tmp_path / "out") == [
        COLUMNS,
        ["EX-1", "1", "Dr Ada Example", "award", "EX-1-1-A.docx", "EX-1-1-A.pdf", "EX-1-1-A", "issued"],
    ]
    for ending in ("docx", "pdf"):
        stored = issued.workspace.layout.letters / "EX-1-1-A" / f"letter.{ending}"
        sent = tmp_path / "out" / f"EX-1-1-A.{ending}"
        assert hashlib.sha256(sent.read_bytes()).digest() == hashlib.sha256(stored.read_bytes()).digest()
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "out").iterdir()} == {0o600}
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("salutation", ["=1+1", "+44", "-2", "@SUM(A1)", "\tx"])
def test_a_cell_that_could_be_a_formula_is_neutralised(chosen, tmp_path, salutation):
    chosen.says("O", acts.Registration(application="EX-1", attempt=1, salutation=salutation))
    chosen.session().accept()
    chosen.chose().signed().issued()
    batch(chosen, tmp_path / "out")
    cell = listed(tmp_path / "out")[1][2]
    assert cell[0] in "'4x" if salutation == "\tx" else cell == f"'{salutation}"


def test_a_letter_not_issued_goes_along_only_as_a_draft_that_says_so(chosen, tmp_path):
    with pytest.raises(BadRequestError, match="no letter was issued that stands"):
        batch(chosen, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    chosen.workspace.set_setting("appeal_period", "", "minute 5")
    batch(chosen, tmp_path / "out", drafts=True)
    assert listed(tmp_path / "out")[1][4:] == ["EX-1-1-A draft.docx", "EX-1-1-A draft.pdf", "EX-1-1-A", "drafted"]


def test_a_held_or_recalled_letter_is_not_sent(issued, tmp_path):
    issued.desk().hold("an error was reported")
    with pytest.raises(BadRequestError, match="is held"):
        batch(issued, tmp_path / "out")
    issued.desk().recall("there was one")
    with pytest.raises(BadRequestError, match="no letter was issued that stands"):
        batch(issued, tmp_path / "out")


def test_a_changed_letter_is_not_sent(issued, tmp_path):
    (issued.workspace.layout.letters / "EX-1-1-A" / "letter.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(RecordsError, match="was changed after its issue"):
        batch(issued, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_nothing_is_overwritten(issued, tmp_path):
    batch(issued, tmp_path / "out")
    with pytest.raises(BadRequestError, match="not an empty folder"):
        batch(issued, tmp_path / "out")


@pytest.mark.parametrize("person", ["C", "A1", "A3"])
def test_only_the_office_sends(issued, tmp_path, person):
    for act in (
        lambda: batch(issued, tmp_path / "out", person=person),
        lambda: told(issued.workspace, issued.application, person),
    ):
        with pytest.raises(BadRequestError):
            act()


def test_assessors_are_told_the_outcome_without_a_name_or_a_vote(issued):
    found = told(issued.workspace, issued.application, "O")
    assert found.persons == ("A1", "A2")
    assert found.text == (
        "Application EX-1, attempt 1: certificate awarded. The letter to the applicant, EX-1-1-A, is dated "
        "22 November 2026. What you recorded stays as it is. The outcome is told to you in confidence."
    )


def test_a_conflicted_or_taken_off_assessor_is_not_told(issued):
    issued.people.declare(issued.application, "A1", conflicted=True, interests=("personal",))
    assert told(issued.workspace, issued.application, "O").persons == ("A2",)
    issued.people.take_off(issued.application, "A2", "ill", "O")
    assert told(issued.workspace, issued.application, "O").persons == ()


def test_nobody_is_told_before_the_letter_is_out(chosen):
    with pytest.raises(BadRequestError, match="has gone out"):
        told(chosen.workspace, chosen.application, "O")


def test_nobody_is_told_of_a_letter_that_is_held(issued):
    issued.desk().hold("an error was reported")
    with pytest.raises(BadRequestError, match="has gone out"):
        told(issued.workspace, issued.application, "O")
