"""An issued letter goes with its records to another machine, and is the same letter there."""

import shutil
from dataclasses import replace

import pytest

from mrse_assess.records.bundle import opened as opened_bundle
from mrse_assess.records.bundle import packed, parts_of
from mrse_assess.workspace.bundle_letters import LETTERS
from mrse_assess.workspace.bundles import Asked, import_bundle, made
from mrse_assess.workspace.issued_letters import FILES
from mrse_assess.workspace.verification import verification

from .conftest import ISSUES, Settled, opened

LETTER = "EX-1-1-A"


@pytest.fixture
def elsewhere(taken_in, tmp_path):
    """Another machine that has taken in the same portfolio under the same reference."""
    with opened(shutil.copytree(taken_in[0], tmp_path / "elsewhere"), 3) as workspace:
        yield workspace


def sent(settled):
    asked = Asked(references=("EX-1",), by=ISSUES, whose=("A1", "A2", "C", ISSUES, "O2"))
    return opened_bundle(packed(parts_of(made(settled.workspace, asked)[0])))


def letter_there(workspace):
    folder = workspace.layout.letters / LETTER
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}


def test_the_letter_arrives_with_its_records_and_verifies(issued, elsewhere):
    imported = import_bundle(elsewhere, sent(issued))
    assert imported.letters == 1
    assert letter_there(elsewhere) == letter_there(issued.workspace)
    assert set(letter_there(elsewhere)) == set(FILES)
    assert verification(elsewhere).problems == ()


def test_bringing_it_again_changes_nothing(issued, elsewhere):
    import_bundle(elsewhere, sent(issued))
    kept = letter_there(elsewhere)
    assert import_bundle(elsewhere, sent(issued)).letters == 0
    assert letter_there(elsewhere) == kept


def test_a_letter_of_which_a_file_is_missing_in_the_bundle_is_not_half_stored(issued, elsewhere):
    bundle = sent(issued)
    name = next(name for name in bundle.files if name.startswith(LETTERS))
    short = replace(bundle, files={one: data for one, data in bundle.files.items() if one != name})
    assert import_bundle(elsewhere, short).letters == 0
    assert letter_there(elsewhere) == {}
    assert import_bundle(elsewhere, bundle).letters == 1


def test_a_letter_that_was_changed_where_it_was_issued_does_not_go_along(issued, elsewhere):
    path = issued.workspace.layout.letters / LETTER / "letter.md"
    path.chmod(0o600)
    path.write_text("Dear all", encoding="utf-8")
    assert not [name for name in sent(issued).files if name.startswith(LETTERS)]
    assert import_bundle(elsewhere, sent(issued)).letters == 0
    assert {problem.code for problem in verification(issued.workspace).problems} == {"letter-changed"}


def test_what_was_stored_here_is_never_overwritten(issued, elsewhere):
    import_bundle(elsewhere, sent(issued))
    path = elsewhere.layout.letters / LETTER / "letter.md"
    path.write_text("Dear all", encoding="utf-8")
    import_bundle(elsewhere, sent(issued))
    assert path.read_text(encoding="utf-8") == "Dear all"
    assert {problem.code for problem in verification(elsewhere).problems} == {"letter-changed"}


def test_what_a_broken_off_issue_left_gives_way_to_the_letter_that_was_issued(issued, elsewhere):
    left = elsewhere.layout.letters / LETTER
    left.mkdir(parents=True)
    (left / "letter.md").write_text("Dear nobody", encoding="utf-8")
    assert import_bundle(elsewhere, sent(issued)).letters == 1
    assert letter_there(elsewhere) == letter_there(issued.workspace)
    assert verification(elsewhere).problems == ()


def test_nothing_of_a_letter_goes_without_its_record(issued, elsewhere):
    asked = Asked(references=("EX-1",), by="A1")
    bundle = made(issued.workspace, asked)[0]
    kinds = {event.row["kind"] for event in bundle.events}
    assert ("issue" in kinds) == bool([name for name in bundle.files if name.startswith(LETTERS)])
    assert Settled(issued.workspace, issued.application).desk().standing().letter == LETTER
