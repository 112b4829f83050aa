"""Sign-off and issue: who may, on what, and what is kept of it."""

import hashlib
import json

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.model import acts
from mrse_assess.model.judgement import PartConfirmation
from mrse_assess.records import NewEvent
from mrse_assess.terms import EventKind
from mrse_assess.workbench.letter_life.views import LetterState
from mrse_assess.workspace.issued_letters import FILES, TRACE, digests_of
from mrse_assess.workspace.verification import verification

from .conftest import CHOSE, ISSUES, SIGNS


def test_a_letter_goes_out_once_a_second_person_has_signed_it_off(chosen):
    assert chosen.codes() == {"sign-off-missing"}
    assert chosen.signed().codes() == set()
    assert chosen.desk().status().state is LetterState.SIGNED_OFF
    assert chosen.issued().letter == "EX-1-1-A"
    assert chosen.desk().status().state is LetterState.ISSUED


def test_the_files_of_an_issued_letter_are_named_by_their_hashes_and_private(issued):
    folder = issued.workspace.layout.letters / "EX-1-1-A"
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    assert hashes.items() <= digests_of(issued.desk().issue_of("EX-1-1-A")).items()
    modes = {oct(path.stat().st_mode & 0o777) for path in folder.iterdir()}
    assert (oct(folder.parent.stat().st_mode & 0o777), oct(folder.stat().st_mode & 0o777), modes) == (
        "0o700",
        "0o700",
        {"0o600"},
    )
    found = verification(issued.workspace)
    assert found.sound
    assert found.problems == ()


def test_the_letter_bears_the_day_of_its_record_and_the_head_that_the_record_names(issued):
    issue = issued.desk().issue_of("EX-1-1-A")
    folder = issued.workspace.layout.letters / "EX-1-1-A"
    assert str(issue.recorded_at.date()) == "2026-11-22"
    text = (folder / "letter.md").read_text(encoding="utf-8")
    assert "22 November 2026" in text
    assert f"record {issue.head[:8]}" in text
    assert "DRAFT" not in text
    kept = json.loads((folder / TRACE).read_text(encoding="utf-8"))
    assert (kept["letter"], kept["record_head"], kept["scheme_version"]) == (
        "EX-1-1-A",
        issue.head,
        issued.workspace.scheme.version,
    )
    event = next(e for e in issued.workspace.store.events() if e.kind is EventKind.ISSUE)
    assert (event.actor, event.scheme_version) == (ISSUES, issued.workspace.scheme.version)


def test_what_goes_out_is_what_was_signed_off_on_another_day(issued):
    signed = next(e for e in issued.workspace.store.events() if e.kind is EventKind.SIGN_OFF)
    issue = issued.desk().issue_of("EX-1-1-A")
    assert (digests_of(issue)["sentences"], issue.head) == (signed.payload["digest"], signed.payload["head"])


def test_issued_again_it_is_the_same_issue(issued):
    before = issued.workspace.store.events()
    assert issued.issued(SIGNS) == issued.desk().issue_of("EX-1-1-A")
    assert issued.workspace.store.events() == before


def test_the_one_who_chose_the_outcome_cannot_sign_it_off(chosen):
    with pytest.raises(BadRequestError, match="chose the outcome"):
        chosen.signed(CHOSE)


def test_the_one_who_signed_it_off_cannot_issue_it(chosen):
    assert chosen.signed().codes(SIGNS) == {"sign-off-by-issuer"}
    with pytest.raises(BadRequestError, match="signed the letter off cannot issue"):
        chosen.issued(SIGNS)


@pytest.mark.parametrize("person", ["A1", "A2"])
def test_an_assessor_neither_signs_off_nor_issues(chosen, person):
    for act in (chosen.desk(person).sign_off, chosen.desk(person).issue, chosen.desk(person).status):
        with pytest.raises(BadRequestError, match="takes another part"):
            act()


@pytest.mark.parametrize("person", ["A3", "stranger"])
def test_somebody_without_a_part_in_it_is_not_told_that_it_exists(chosen, person):
    with pytest.raises(BadRequestError, match="There is no application"):
        chosen.desk(person).status()


def test_the_chair_issues_nothing(chosen):
    with pytest.raises(BadRequestError, match="The office may issue"):
        chosen.signed().issued(CHOSE)


def test_nobody_acts_without_a_name(chosen):
    with pytest.raises(BadRequestError, match="--by"):
        chosen.desk(" ").sign_off()


def test_a_record_after_the_sign_off_makes_it_stale(chosen):
    chosen.signed()
    chosen.says("O", PartConfirmation(application="EX-1", attempt=1, part="exam", confirmed=True))
    assert chosen.codes() == {"sign-off-stale"}
    with pytest.raises(BadRequestError, match="changed after its sign-off"):
        chosen.issued()
    assert chosen.signed().codes() == set()


def test_a_setting_changed_after_the_sign_off_makes_it_stale(chosen):
    chosen.signed().workspace.set_setting("appeal_period", "by 20 December 2026", "minute 5")
    assert chosen.codes() == {"sign-off-stale"}


def test_acts_upon_the_letter_itself_leave_the_sign_off_valid(chosen):
    chosen.signed()
    chosen.desk().hold("the minutes are awaited")
    assert chosen.codes() == {"held"}
    chosen.desk(CHOSE).release("they came")
    assert chosen.codes() == set()


def test_the_sign_off_of_somebody_who_left_does_not_count(chosen):
    chosen.signed()
    chosen.people.register(acts.Person(person=SIGNS, roles=(), left=True), ISSUES)
    assert chosen.codes() == {"sign-off-not-counted"}


def test_the_sign_off_of_somebody_who_then_chooses_the_outcome_does_not_count(chosen):
    chosen.signed()
    choice = next(event for event in chosen.workspace.store.events() if event.kind is EventKind.OUTCOME)
    chosen.workspace.store.append(
        NewEvent(
            event=chosen.workspace.new_id(), application="EX-1", attempt=1, kind=EventKind.OUTCOME, actor=SIGNS,
            payload=dict(choice.payload),
        )
    )  # fmt: skip
    assert chosen.codes() == {"sign-off-not-counted"}


def test_without_a_register_the_sign_off_is_still_another_persons(alone):
    with pytest.raises(BadRequestError, match="chose the outcome"):
        alone.signed("office ")
    with pytest.raises(BadRequestError, match="chose the outcome"):
        alone.signed("OFFICE")
    alone.signed("second")
    with pytest.raises(BadRequestError, match="signed the letter off"):
        alone.issued("Second")
    assert alone.issued("office").letter == "EX-1-1-A"


def test_a_letter_broken_off_while_being_stored_is_issued_anew(chosen):
    left = chosen.workspace.layout.letters / "EX-1-1-A"
    left.mkdir(parents=True)
    (left / "letter.docx").write_bytes(b"half")
    assert [p.code for p in verification(chosen.workspace).problems] == ["letter-unrecorded"]
    chosen.signed().issued()
    assert verification(chosen.workspace).problems == ()
