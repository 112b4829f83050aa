"""How far an application has come follows from its records."""

import pytest

from mrse_assess.model import acts
from mrse_assess.model.judgement import Conclusion, OutcomeChoice
from mrse_assess.records import in_force, to_event
from mrse_assess.terms import LetterAct, OutcomeKind, Phase, Verdict
from mrse_assess.workspace.states import State, state_of

OF_X = {"application": "X", "attempt": 1}
GIVEN = (("O", acts.Allocation(**OF_X, person="A1", allocated=True)),)
BOTH = (*GIVEN, ("O", acts.Allocation(**OF_X, person="A2", allocated=True)))
NO_INTEREST = acts.Declaration(**OF_X, conflicted=False)
CONFLICT = acts.Declaration(**OF_X, conflicted=True, interests=("employer",))
DECLARED = (*BOTH, ("A1", NO_INTEREST), ("A2", NO_INTEREST))
CONCLUDED = Conclusion(
    **OF_X, phase=Phase.INDIVIDUAL, assessor="A1", sub_category="1.1", verdict=Verdict.SATISFACTORY, recorded_at=None
)
SEALED = acts.Seal(**OF_X, sealed=True)
MEETING = acts.Meeting(**OF_X, meeting="M", sitting=True, present=("A1", "A2"))
OUTCOME = OutcomeChoice(**OF_X, outcome=OutcomeKind.AWARD, ground="", by="", recorded_at=None, event="")
ALL_SEALED = (*DECLARED, ("A1", SEALED), ("A2", SEALED))
DECIDED = (*ALL_SEALED, ("C", MEETING), ("C", OUTCOME))


def issue(letter):
    return ("O", acts.Issue(**OF_X, letter=letter, outcome=OutcomeKind.AWARD, head="h"))


def became(letter, state):
    return ("O", acts.LetterStateChange(**OF_X, letter=letter, state=state, why="a slip"))


COURSE = [
    ((), State.RECEIVED),
    (GIVEN, State.ALLOCATED),
    ((*BOTH, ("A1", NO_INTEREST)), State.ALLOCATED),
    (DECLARED, State.DECLARED),
    ((*GIVEN, ("A1", CONFLICT)), State.HANDED_BACK),
    ((*DECLARED, ("A2", CONFLICT)), State.DECLARED),
    ((*DECLARED, ("A1", CONCLUDED)), State.JUDGING),
    ((*DECLARED, ("A1", CONCLUDED), ("A1", SEALED)), State.JUDGING),
    (ALL_SEALED, State.SEALED),
    ((*ALL_SEALED, ("A1", acts.Reveal(**OF_X, of="A2"))), State.PANEL),
    ((*ALL_SEALED, ("C", MEETING)), State.PANEL),
    (DECIDED, State.DECIDED),
    ((*DECIDED, became("L1", LetterAct.HELD)), State.HELD),
    ((*DECIDED, became("L1", LetterAct.HELD), became("L1", LetterAct.RELEASED)), State.DECIDED),
    ((*DECIDED, issue("L1")), State.ISSUED),
    ((*DECIDED, issue("L1"), became("L1", LetterAct.HELD)), State.HELD),
    ((*DECIDED, issue("L1"), became("L1", LetterAct.RECALLED)), State.RECALLED),
    ((*DECIDED, issue("L1"), became("L1", LetterAct.SUPERSEDED)), State.SUPERSEDED),
    ((*DECIDED, issue("L1"), became("L1", LetterAct.SUPERSEDED), issue("L2")), State.ISSUED),
    ((*DECIDED, issue("L1"), ("O", acts.Purge(**OF_X, why="five years"))), State.PURGED),
    ((("A1", CONCLUDED),), State.JUDGING),
    ((("A1", CONCLUDED), ("A1", SEALED)), State.SEALED),
]


@pytest.mark.parametrize(("said", "state"), COURSE, ids=[f"{at}-{state}" for at, (_, state) in enumerate(COURSE)])
def test_the_state_follows_from_what_was_recorded(stored_records, new_ids, said, state):
    for actor, value in said:
        stored_records.append(to_event(value, event=new_ids(), actor=actor))
    assert state_of(in_force(stored_records.events(), "X", 1)) is state


def test_every_state_is_reached_and_has_words():
    assert {state for _, state in COURSE} == set(State)
    assert len({state.words for state in State}) == len(State)
