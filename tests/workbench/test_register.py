"""The start page and the open application in a workspace with a register: each sees what their standing may see."""

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Person, Reveal, Seal
from mrse_assess.model.judgement import OutcomeChoice, PartConfirmation
from mrse_assess.records import to_event
from mrse_assess.terms import OutcomeKind, Role, Verdict
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.declaring import Declaring
from mrse_assess.workbench.parts import ANOTHER
from mrse_assess.workbench.recording import case_of, record
from mrse_assess.workbench.session import OpenWorkbench
from mrse_assess.workbench.start import StartPage
from mrse_assess.workbench.views import Entry, Unit
from mrse_assess.workspace.people import People
from mrse_assess.workspace.visibility import matrix

from .test_blindness import MARK, everything_another_can_say, noticed, opened, seen  # noqa: F401 - a fixture

A2 = "Zebedee-Two"
"""The other assessor's id: no word of the page by chance."""

PERSONS = {"O": Role.OFFICE, "C": Role.CHAIR, "A1": Role.ASSESSOR, A2: Role.ASSESSOR, "A3": Role.ASSESSOR}
REACHED = sorted(set(matrix().sees) - {"alone"})


@pytest.fixture
def people(workspace, application):
    """Everybody registered, nobody given anything."""
    known = People(workspace)
    for person, role in PERSONS.items():
        known.register(Person(person=person, roles=(role,), name=f"Dr {person} Unheard-Of"), "O")
    return known


@pytest.fixture
def judging(people, application):
    for person in ("A1", A2):
        people.allocate(application, person, "O")
        people.declare(application, person, conflicted=False)
    return people


def reach(workspace, application, people, wanted):
    """Record what gives somebody this standing, and say who it is."""

    def by(person, value):
        workspace.store.append(to_event(value, event=workspace.new_id(), actor=person))

    of = {"application": application.reference, "attempt": application.attempt}
    people.allocate(application, A2, "O")
    people.declare(application, A2, conflicted=False)
    if wanted in {"undeclared", "conflicted", "judging", "sealed", "panel"}:
        people.allocate(application, "A1", "O")
    if wanted == "conflicted":
        people.declare(application, "A1", conflicted=True, interests=("personal",))
    if wanted in {"judging", "sealed", "panel"}:
        people.declare(application, "A1", conflicted=False)
    if wanted in {"sealed", "panel"}:
        by("A1", Seal(**of, sealed=True))
    if wanted in {"panel", "chair"}:
        by(A2, Seal(**of, sealed=True))
    if wanted == "panel":
        by("A1", Reveal(**of, of=A2))
    if wanted == "office":
        by("C", OutcomeChoice(**of, outcome=OutcomeKind.AWARD, ground="", by="", recorded_at=None, event=""))
    return {"chair": "C", "chair_waiting": "C", "office": "O", "office_waiting": "O"}.get(wanted, "A1")


@pytest.mark.parametrize("wanted", REACHED)
def test_the_list_and_the_page_open_exactly_where_the_matrix_says(workspace, application, people, wanted):
    person = reach(workspace, application, people, wanted)
    assert people.standing(person, application) == wanted
    page, rules = StartPage(workspace, person), matrix()
    rows = page.applications()
    assert bool(rows) == rules.may_see(wanted, "entry")
    may_open = rules.may_see(wanted, "portfolio")
    assert [row.closed for row in rows] == ([not may_open] if rows else [])
    if may_open:
        assert page.open_application("EX-1").heading().application == "EX-1"
    else:
        with pytest.raises(BadRequestError):
            page.open_application("EX-1")
        assert "Ada" not in repr(rows)


@pytest.mark.parametrize("wanted", ["unallocated", "conflicted"])
def test_a_refusal_does_not_tell_whether_there_is_such_an_application(workspace, application, people, wanted):
    page = StartPage(workspace, reach(workspace, application, people, wanted))
    said = []
    for reference in ("EX-1", "EX-2"):
        for act in (page.open_application, page.declaring.sheet):
            with pytest.raises(BadRequestError) as refused:
                act(reference)
            said.append(str(refused.value).replace(reference, "X"))
    assert len(set(said)) == 1


def test_without_a_register_everything_is_as_it_was(workspace, application):
    page = StartPage(workspace, "A1")
    assert [(row.closed, row.given) for row in page.applications()] == [(False, False)]
    assert page.is_office()
    assert page.office().rows()


@pytest.mark.parametrize("person", ["A1", "C", "nobody"])
def test_only_the_office_takes_portfolios_in_and_keeps_the_settings(workspace, people, person):
    page = StartPage(workspace, person)
    for act in (page.office, page.upload, lambda: page.take_in_folder("/data", None, print)):
        with pytest.raises(BadRequestError, match="the office"):
            act()


def test_the_office_sees_what_a_setting_holds_up_and_who_set_it(workspace, people):
    office = StartPage(workspace, "O").office()
    office.set("attempts_allowed", " 2 ", "minute 4")
    row = next(row for row in office.rows() if row.key == "attempts_allowed")
    assert (row.is_set, row.value, row.source, row.by) == (True, "2", "minute 4", "O")
    assert row.holds_up == ("letters with the outcome “Further evidence”", "choosing “Further evidence”")
    office.set("attempts_allowed", "", "withdrawn, minute 5")
    row = next(row for row in office.rows() if row.key == "attempts_allowed")
    assert (row.is_set, row.by) == (False, "")
    with pytest.raises(BadRequestError, match="Type a value"):
        office.set("attempts_allowed", " ", "minute 6")
    assert all(row.holds_up for row in office.rows())


def test_a_declaration_keeps_the_names_that_were_ticked_for_the_office_alone(workspace, application, people):
    people.allocate(application, "A1", "O")
    Declaring(workspace, "A1").declare("EX-1", names=("Dr Bea Referee",), interests=("referee",), why="We trained.")
    (said,) = people.in_force(application).declarations
    assert (said.conflicted, said.interests, said.why) == (
        True,
        ("referee",),
        "Names ticked: Dr Bea Referee.\nWe trained.",
    )
    assert StartPage(workspace, "A1").applications() == ()


def test_while_it_is_closed_names_are_all_that_is_shown(workspace, application, people):
    people.allocate(application, "A1", "O")
    sheet = Declaring(workspace, "A1").sheet("EX-1").result()
    assert ("Dr Bea Referee", "referee") in {(one.name, one.part) for one in sheet.parties}
    assert "Ada" not in repr(sheet.parties)
    assert dict(sheet.kinds) == dict(workspace.scheme.conflict_kinds)


def test_who_hands_an_open_one_back_is_shown_no_names_anew(workspace, application, judging):
    sheet = Declaring(workspace, "A1").sheet("EX-1").result()
    assert (sheet.parties, bool(sheet.kinds)) == ((), True)


def test_chair_and_office_read_how_far_it_is_and_no_share_of_their_own(workspace, application, judging):
    (row,) = StartPage(workspace, "O").applications()
    assert (row.state, row.looked_on, row.given) == ("Declared, nothing judged yet", True, False)
    opened(workspace, application, A2).judge(Unit("1.1", "1"), Entry(verdict=Verdict.SATISFACTORY, page=1))
    assert [StartPage(workspace, who).applications()[0].state for who in ("O", "C")] == ["Being judged"] * 2
    (own,) = StartPage(workspace, "A1").applications()
    assert (own.looked_on, own.given, own.state) == (False, True, "6 claims to judge")


def test_a_chair_declares_an_interest_too_and_sees_nothing_of_it_any_more(workspace, application, judging):
    page = StartPage(workspace, "C")
    assert [row.given for row in page.applications()] == [True]
    page.declaring.declare("EX-1", names=(), interests=("personal",), why="")
    assert page.applications() == ()


# -------------------------------------------------------------------- an open application


def test_a_page_that_was_open_records_nothing_once_the_application_is_taken_off(workspace, application, judging):
    bench = opened(workspace, application, "A1")
    bench.judge(Unit("1.1", "1"), Entry(verdict=Verdict.SATISFACTORY, page=1))
    judging.take_off(application, "A1", "ill", "O")
    count = len(workspace.store.events())
    with pytest.raises(BadRequestError, match="not open to you"):
        bench.judge(Unit("1.1", "1"), Entry(verdict=Verdict.SATISFACTORY, page=2))
    assert len(workspace.store.events()) == count


@pytest.mark.parametrize("person", ["O", "C"])
def test_chair_and_office_look_and_confirm_parts_but_do_not_judge(workspace, application, judging, person):
    bench = StartPage(workspace, person).open_application("EX-1")
    bench.confirm_part("exam", confirmed=True)
    with pytest.raises(BadRequestError, match="to whom it is given"):
        bench.judge(Unit("1.1", "1"), Entry(verdict=Verdict.SATISFACTORY, page=1))


def test_another_to_whom_it_is_given_makes_the_outcome_the_panels(workspace, application, people):
    people.allocate(application, "A1", "O")
    people.declare(application, "A1", conflicted=False)
    assert not Assessment(workspace, application, "A1").has_other_assessors()
    people.allocate(application, A2, "O")
    assert Assessment(workspace, application, "A1").has_other_assessors()
    people.take_off(application, A2, "ill", "O")
    assert not Assessment(workspace, application, "A1").has_other_assessors()


# -------------------------------------------------------------------- blind until the reveal


def chosen_by_the_panel(workspace, assessment):
    case = case_of(assessment)
    chosen = OutcomeChoice(**case, outcome=OutcomeKind.NOT_AWARDED, ground=MARK, by="", recorded_at=None, event="")
    workspace.store.append(to_event(chosen, event=workspace.new_id(), actor="C"))


@pytest.mark.parametrize("sealed", [False, True])
def test_nothing_that_the_page_shows_before_the_reveal_tells_of_another(workspace, application, judging, sealed):
    own = Assessment(workspace, application, "A1")
    if sealed:
        record(own, Seal(**case_of(own), sealed=True))
    before = seen(workspace, application)
    everything_another_can_say(workspace, application, A2)
    chosen_by_the_panel(workspace, own)
    after = seen(workspace, application)
    assert [word for word in (MARK, A2, "Unheard") if word in repr(after)] == []
    for part, shown in before.items():
        assert after[part] == shown, part


def test_who_confirmed_a_part_is_told_to_those_alone_who_may_know_of_others(workspace, application, judging):
    other = Assessment(workspace, application, A2)
    record(other, PartConfirmation(**case_of(other), part="exam", confirmed=True))

    def said(who):
        parts = OpenWorkbench(Assessment(workspace, application, who)).parts()
        return next(part.by for part in parts if part.part == "exam")

    assert (said("A1"), said(A2), said("C")) == (ANOTHER, A2, A2)


def test_no_refusal_names_another(workspace, application, judging):
    bench = opened(workspace, application, "A1")
    everything_another_can_say(workspace, application, A2)
    page = StartPage(workspace, "A1")
    for act in (
        lambda: bench.choose_outcome(OutcomeKind.AWARD, ""),
        lambda: page.open_application("EX-2"),
        lambda: bench.item(MARK + "-not-there"),
        lambda: bench.course.reopen("why"),
    ):
        with pytest.raises(BadRequestError) as refused:
            act()
        assert A2 not in str(refused.value)


def test_the_panels_words_are_read_once_the_others_were_shown(workspace, application, judging):
    for person in ("A1", A2):
        own = Assessment(workspace, application, person)
        record(own, Seal(**case_of(own), sealed=True))
    own = Assessment(workspace, application, "A1")
    chosen_by_the_panel(workspace, own)
    assert opened(workspace, application, "A1").outcomes().chosen is None
    record(own, Reveal(**case_of(own), of=A2))
    assert opened(workspace, application, "A1").outcomes().chosen is OutcomeKind.NOT_AWARDED
