"""What becomes of a letter after its issue: held, released, recalled, superseded by another."""

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Registration
from mrse_assess.model.judgement import PartConfirmation
from mrse_assess.terms import OutcomeKind
from mrse_assess.workbench.letter_life.views import LetterState
from mrse_assess.workspace.verification import verification

STATES = LetterState


def states(settled):
    return {one.letter: one.state for one in settled.desk().status().issued}


def test_an_issued_letter_is_held_and_released_with_reasons(issued):
    issued.desk("C").hold("an error was reported")
    assert (issued.desk().status().state, states(issued)) == (STATES.HELD, {"EX-1-1-A": STATES.HELD})
    with pytest.raises(BadRequestError, match="held already"):
        issued.desk().hold("again")
    issued.desk().release("there was none")
    assert states(issued) == {"EX-1-1-A": STATES.ISSUED}
    with pytest.raises(BadRequestError, match="not held"):
        issued.desk().release("again")


@pytest.mark.parametrize("act", ["hold", "recall", "supersede"])
def test_nothing_becomes_of_a_letter_without_a_reason(issued, act):
    with pytest.raises(BadRequestError, match="Write why"):
        getattr(issued.desk(), act)(" ")


@pytest.mark.parametrize("act", ["recall", "supersede"])
def test_only_a_letter_that_was_issued_is_taken_back(chosen, act):
    with pytest.raises(BadRequestError, match="No letter stands"):
        getattr(chosen.desk(), act)("why not")


def test_a_letter_that_stands_keeps_another_from_going_out(issued):
    issued.says("O", Registration(application="EX-1", attempt=1, salutation="Dr Example"))
    assert issued.desk().status().moved
    with pytest.raises(BadRequestError, match="EX-1-1-A was issued, and something has changed since"):
        issued.issued()
    with pytest.raises(BadRequestError, match="cannot be signed off"):
        issued.signed()


def test_a_recalled_letter_is_followed_by_one_with_an_id_of_its_own(issued):
    issued.desk("C").recall("the salutation was wrong")
    issued.says("O", Registration(application="EX-1", attempt=1, salutation="Dr Example"))
    status = issued.desk().status()
    assert (status.letter, status.state, states(issued)) == (
        "EX-1-1-A-2", STATES.DRAFTED, {"EX-1-1-A": STATES.RECALLED},
    )  # fmt: skip
    assert issued.codes() == {"sign-off-missing"}  # what was signed off was the other letter
    assert issued.signed().issued().letter == "EX-1-1-A-2"
    letters = issued.workspace.layout.letters
    assert "Dear Dr Ada Example," in (letters / "EX-1-1-A" / "letter.md").read_text(encoding="utf-8")
    assert "Dear Dr Example," in (letters / "EX-1-1-A-2" / "letter.md").read_text(encoding="utf-8")
    assert verification(issued.workspace).problems == ()


def test_a_superseded_letter_names_the_one_that_took_its_place(issued):
    issued.desk().supersede("the salutation was wrong")
    assert states(issued) == {"EX-1-1-A": STATES.SUPERSEDED}
    issued.signed().issued()
    first, second = issued.desk().status().issued
    assert (first.state, first.by_letter, first.why) == (
        STATES.SUPERSEDED, "EX-1-1-A-2", "the salutation was wrong",
    )  # fmt: skip
    assert (second.letter, second.state) == ("EX-1-1-A-2", STATES.ISSUED)
    assert issued.issued().letter == "EX-1-1-A-2"


def test_a_draft_held_stays_held_when_another_outcome_gives_it_another_id(chosen):
    chosen.desk().hold("a complaint came in")
    assert chosen.desk().status().state is STATES.HELD
    chosen.says("O", PartConfirmation(application="EX-1", attempt=1, part="authentication", confirmed=False))
    chosen.chose(OutcomeKind.INCOMPLETE)
    assert (chosen.desk().status().letter, chosen.desk().status().state) == ("EX-1-1-I", STATES.HELD)
    assert "held" in chosen.codes()
    with pytest.raises(BadRequestError, match="is held"):
        chosen.signed()
    chosen.desk().release("it was withdrawn")
    assert chosen.codes() == {"sign-off-missing"}


def test_a_letter_that_stands_keeps_its_name_when_another_outcome_is_chosen(issued):
    issued.says("O", PartConfirmation(application="EX-1", attempt=1, part="authentication", confirmed=False))
    issued.chose(OutcomeKind.INCOMPLETE)
    status = issued.desk().status()
    assert (status.letter, status.state, status.moved) == ("EX-1-1-A", STATES.ISSUED, True)
    issued.desk().recall("authentication was withdrawn")
    assert issued.desk().status().letter == "EX-1-1-I-2"


def test_what_an_issued_letter_rests_on_is_not_undone_under_it(issued):
    panel = issued.session()
    assert panel.undoable() == ""
    with pytest.raises(BadRequestError, match="was issued and rests on it"):
        panel.undo()
    issued.desk().recall("a wrong address")
    assert issued.session().undo()[0] == "Undone: the choice of the outcome."
