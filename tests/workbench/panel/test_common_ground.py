"""What the panel takes over from the assessors, and what it has to say itself: nothing is chosen by lot."""

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.records import in_force
from mrse_assess.terms import Phase, Verdict
from mrse_assess.workbench.panel.views import Flags, ModerationEntry

from .conftest import NOT, SAT, sat_down

UNIT = ("2.1", "E2.1")
REFERRED = Verdict.REFERRED_TO_PANEL


def entry(verdict, **more):
    return ModerationEntry(verdict=verdict, why="Agreed.", **more)


@pytest.fixture
def sides(judged):
    """Record both assessors' judgements of one item, seal, and sit down under each of several lots."""

    def given(first, second, unit=UNIT):
        judged.register()
        for who, said in (("A1", first), ("A2", second)):
            judged.written.item(who, *unit, **said)
        judged.sealed().parts()
        return judged

    return given


def settled(judged, said, unit=UNIT, seed=7):
    session = sat_down(judged, seed=seed)
    session.moderate(unit, said)
    session.rise()
    found = in_force(judged.workspace.store.events(), judged.application.reference, 1).judgements
    return next(row for row in found.judgements if row.phase is Phase.MODERATION)


@pytest.mark.parametrize(
    ("flag", "words"),
    [("simulated", "whether it is simulated"), ("mhra_reference", "whether it refers to the MHRA guidelines")],
)
@pytest.mark.parametrize("seed", range(4))
def test_a_flag_on_which_the_assessors_differ_is_never_chosen_by_the_order_of_sides(sides, flag, words, seed):
    judged = sides({flag: True}, {flag: False})
    session = sat_down(judged, seed=seed)
    with pytest.raises(BadRequestError, match=words):
        session.moderate(UNIT, entry(SAT))
    with pytest.raises(BadRequestError, match=words):
        session.effect(UNIT, entry(SAT))


@pytest.mark.parametrize("value", [True, False])
def test_the_panel_says_a_flag_itself(sides, value):
    row = settled(sides({"simulated": True}, {"simulated": False}), entry(SAT, flags=Flags(simulated=value)))
    assert (row.simulated, row.mhra_reference) == (value, True)


def test_what_is_said_of_a_flag_shows_in_the_effect(sides):
    session = sat_down(sides({"simulated": True}, {"simulated": False}))
    told = {value: session.effect(UNIT, entry(SAT, flags=Flags(simulated=value))) for value in (True, False)}
    assert [(row.now, row.then) for row in told[True].rows if "imulated" in row.rule] == [("0 to 1", "1")]
    assert [(row.now, row.then) for row in told[False].rows if "imulated" in row.rule] == [("0 to 1", "0")]


def test_the_side_followed_says_its_flags(sides):
    judged = sides({"simulated": True}, {"simulated": False})
    session = sat_down(judged)
    number = next(side.number for side in session.look(UNIT).sides if "Simulated" in side.lines)
    session.rise()
    assert settled(judged, entry(SAT, follows=number)).simulated


def test_words_in_which_the_sides_differ_are_left_out_and_what_they_share_is_kept(sides):
    refused = {"verdict": NOT, "seen": "a list of names", "primary_reason": "undated"}
    judged = sides(
        {**refused, "reasons": ("undated", "too_basic_or_minimal"), "feedback": "Add the date."},
        {**refused, "reasons": ("undated",), "feedback": "When was this?"},
    )
    row = settled(judged, entry(NOT))
    assert (row.primary_reason, row.reasons, row.seen, row.feedback) == ("undated", ("undated",), "a list of names", "")


def test_a_primary_reason_on_which_they_differ_is_chosen_by_the_panel(sides):
    judged = sides(
        {"verdict": NOT, "reasons": ("undated",), "primary_reason": "undated"},
        {"verdict": NOT, "reasons": ("wrong_sub_category",), "primary_reason": "wrong_sub_category"},
    )
    with pytest.raises(BadRequestError, match="Choose the primary reason"):
        settled(judged, entry(NOT))
    sat = judged.by("C")
    sat.moderate(UNIT, entry(NOT, primary_reason="undated"))
    assert sat.look(UNIT).settled.primary_reason == "undated"


def test_the_words_of_a_judgement_that_says_otherwise_are_not_taken_over(sides):
    judged = sides({"feedback": "Well done."}, {"verdict": NOT, "feedback": "Too little.", "reasons": ("undated",)})
    session = sat_down(judged)
    against = next(side.number for side in session.look(UNIT).sides if side.verdict is NOT)
    with pytest.raises(BadRequestError, match="says otherwise"):
        session.moderate(UNIT, entry(SAT, follows=against))
    session.moderate(UNIT, entry(SAT))
    session.rise()
    assert settled(judged, entry(SAT)).feedback == "Well done."


def test_what_nobody_found_satisfactory_needs_its_flags_said(sides):
    judged = sides({"verdict": NOT, "reasons": ("undated",)}, {"verdict": NOT, "reasons": ("undated",)})
    with pytest.raises(BadRequestError, match="nobody said whether it is simulated"):
        settled(judged, entry(SAT))
    session = judged.by("C")
    session.moderate(UNIT, entry(SAT, flags=Flags(simulated=False, mhra_reference=True)))
    assert session.look(UNIT).settled.lines == ("MHRA reference",)


def test_a_referral_gives_what_it_found_but_no_words_to_the_applicant_unless_followed(sides):
    referred = {"verdict": REFERRED, "simulated": True, "feedback": "Is this yours?"}
    judged = sides(referred, {"verdict": NOT, "reasons": ("undated",), "primary_reason": "undated"})
    row = settled(judged, entry(SAT))
    assert (row.simulated, row.feedback) == (True, "")
    session = sat_down(judged)
    number = next(side.number for side in session.look(UNIT).sides if side.verdict is REFERRED)
    session.rise()
    assert settled(judged, entry(SAT, follows=number)).feedback == "Is this yours?"


def test_a_refused_item_bears_no_flags(sides):
    refused = {"verdict": NOT, "reasons": ("undated",), "primary_reason": "undated", "simulated": True}
    row = settled(sides(refused, {}), entry(NOT))
    assert not row.simulated


def test_independent_pieces_are_put_together_by_the_panel(judged):
    judged.register()
    for who, groups in (("A1", ("A", "B")), ("A2", ("A", "A"))):
        for item, name in zip(("6", "7"), groups, strict=True):
            judged.written.item(who, "3", item, independent_group=name)
    judged.sealed().parts()
    session = sat_down(judged)
    assert [one.id for one in session.look(("3", "6")).groups] == ["A", "B"]
    with pytest.raises(BadRequestError, match="which independent piece"):
        session.moderate(("3", "7"), entry(SAT))
    session.moderate(("3", "7"), entry(SAT, flags=Flags(independent_group="B")))
    offered = {one.id: one.members for one in session.look(("3", "6")).groups}
    assert offered["B"] == "item 7"
