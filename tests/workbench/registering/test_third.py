"""The third assessment: when the scheme asks for one, who is told, and what is told."""

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.model import acts
from mrse_assess.terms import Verdict
from mrse_assess.workbench.registering.third import Third, third_of
from mrse_assess.workbench.registering.wording import ALLOCATE_THIRD, THIRD
from mrse_assess.workbench.whole import WholeCase

OF = {"application": "EX-1", "attempt": 1}
ASKED = f"office: {ALLOCATE_THIRD}"


def apart(office):
    """A1 finds three sub-categories short and would not award; A2 finds nothing short."""
    office.register()
    for code in ("1.1", "5.2", "8.2"):
        office.written.fail(code, "A1")
    return office.sealed()


def close(office):
    """Both find 1.1 short, A1 two more: neither judges alone that it is not met, but the panel decides."""
    office.register()
    for code in ("1.1", "8.2"):
        office.written.fail(code)
    office.written.whole("A1", "5.2", Verdict.REFERRED_TO_PANEL, to_panel="See page 2.")
    return office.sealed()


def test_where_outcomes_differ_one_is_asked_for_and_allocated_in_one_act(office):
    apart(office).setting(third_assessor_when="outcome_differs")
    assert office.entry().third == THIRD["outcome_differs"]
    assert ASKED in office.waits()
    said = office.allocate("A3")
    assert said == "EX-1 is given to A3: Third assessment, asked for by the panel."
    entry = office.entry()
    assert (entry.third, entry.third_asked) == ("", False)
    assert [one.task for one in entry.assessors if one.person == "A3"] == ["third"]
    assert office.waits() == ["assessors: A3 to declare interests"]


@pytest.mark.parametrize("value", [None, "never"])
def test_none_is_asked_for_where_the_scheme_does_not(office, value):
    apart(office)
    if value:
        office.setting(third_assessor_when=value)
    assert (office.entry().third, office.waits()) == ("", ["chair: the panel can sit"])


def test_what_is_referred_to_the_panel_is_no_outcome_of_ones_own(office):
    close(office).setting(third_assessor_when="outcome_differs")
    assert office.entry().third == ""
    office.setting(third_assessor_when="outcome_open")
    assert office.entry().third == THIRD["outcome_open"]


def test_where_assessors_agree_none_is_asked_for(office):
    office.register().sealed().setting(third_assessor_when="outcome_open")
    assert office.entry().third == ""


def test_none_is_asked_for_before_all_have_sealed_or_once_the_panel_sat(office):
    office.register().setting(third_assessor_when="outcome_differs")
    for code in ("1.1", "5.2", "8.2"):
        office.written.fail(code, "A1")
    office.sealed("A1")
    assert office.entry().third == ""
    office.record("A2", acts.Seal(**OF, sealed=True))
    assert office.entry().third_asked
    office.record("C", acts.Meeting(**OF, meeting="m", sitting=True))
    assert office.entry().third == ""


def test_once_the_panel_sat_it_is_the_panel_that_asks_for_another(office):
    apart(office)
    office.record("C", acts.Meeting(**OF, meeting="m", sitting=True))
    assert office.allocate("A3") == "EX-1 is given to A3: Third assessment, asked for by the panel."
    assert office.waits()[0] == "assessors: A3 to declare interests"


def test_one_who_hands_the_third_back_leaves_it_asked_for(office):
    apart(office).setting(third_assessor_when="outcome_differs")
    office.allocate("A3")
    office.people.declare(office.application, "A3", conflicted=True, interests=("personal",))
    assert office.entry().third_asked
    office.take_off("A3", why="interest", to="A4")
    assert [one.task for one in office.entry().assessors if one.person == "A4"] == ["third"]


def test_a_third_who_was_given_it_under_another_name_counts(office):
    apart(office).setting(third_assessor_when="outcome_differs")
    office.people.allocate(office.application, "A3", "O")
    office.people.declare(office.application, "A3", conflicted=False)
    office.record("A3", acts.Seal(**OF, sealed=True))
    assert office.entry().third == ""


def test_a_part_that_nobody_spoke_of_hides_no_difference(office):
    apart(office).setting(third_assessor_when="outcome_differs")
    assert office.people.in_force(office.application).judgements.parts == ()
    assert office.entry().third_asked


def test_the_panel_does_not_sit_before_it_is_allocated(office):
    apart(office).setting(third_assessor_when="outcome_differs")
    session = office.by("C")
    assert session.heading().why_not.startswith(THIRD["outcome_differs"])
    with pytest.raises(BadRequestError, match="third"):
        session.sit("2026-11-22", ("C",), 7)


def test_who_asks_for_it_and_who_gives_it_learn_nothing_of_what_differs(office):
    apart(office).setting(third_assessor_when="outcome_differs")
    said = repr((office.entry().third, office.entry().waits))
    assert not any(word in said for word in ("A1", "1.1", "5.2", "satisfactory"))
    office.allocate("A3")
    office.people.declare(office.application, "A3", conflicted=False)
    assert "third" not in repr(office.desk("A3").sheet()).replace("third=''", "").replace("third_asked", "")
    assert office.entry("A1").third == ""


def test_a_login_that_is_not_shown_the_judgements_says_so(office):
    office.register().setting(third_assessor_when="outcome_differs")
    for who in ("A1", "A2"):
        office.record(who, acts.Seal(**OF, sealed=True))
    assert third_of(WholeCase(office.workspace, office.application)) == Third(unseen=True)
    assert office.entry().third.startswith("Whether a third assessment is asked for, the chair is told")
    assert not office.entry().third_asked
