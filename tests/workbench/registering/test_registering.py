"""The register under the hands of office and chair: allocating, taking off, replacing, and what is known."""

import pytest

from mrse_assess.errors import BadRequestError, StaleWriteError
from mrse_assess.model import acts
from mrse_assess.terms import Role
from mrse_assess.workbench.registering.views import Known, RegisterEntry, Stage
from mrse_assess.workspace.people import People
from mrse_assess.workspace.states import State
from mrse_assess.workspace.visibility import matrix

from ..test_register import A2, REACHED, people, reach  # noqa: F401 - a fixture

NEEDS = {
    "said": "register",
    "state": "assessors",
    "assessors": "assessors",
    "waits": "assessors",
    "barred": "assessors",
    "version": "assessors",
    "needed": "assessors",
}
"""The field of the matrix without which a part of an entry is empty."""


@pytest.mark.parametrize("wanted", REACHED)
def test_an_entry_holds_what_the_standing_sees_and_no_more(workspace, application, people, wanted):  # noqa: F811
    from mrse_assess.workbench.registering.desk import Registering

    people.describe(application, acts.Registration(application="EX-1", attempt=1, employer="Northmere"), "O")
    person = reach(workspace, application, people, wanted)
    entries, rules = Registering(workspace, person).sheet().entries, matrix()
    assert bool(entries) == rules.may_see(wanted, "entry")
    empty = RegisterEntry(application="", attempt=1, received=application.received_on)
    for entry in entries:
        for part, field in NEEDS.items():
            if not rules.may_see(wanted, field):
                assert getattr(entry, part) == getattr(empty, part), part
        if not rules.may_see(wanted, "assessors"):
            assert A2 not in repr(entry)
        assert entry.may_allocate == (person in {"O", "C"})
        assert entry.may_describe == (person == "O")
        assert entry.may_read_letter == (wanted == "office")


def test_two_tabs_cannot_both_act_on_the_same_checks(office, monkeypatch):
    office.persons()
    checks = People._given

    def another_tab_in_the_same_moment(self, application, person, task):
        given = checks(self, application, person, task)
        monkeypatch.setattr(People, "_given", checks)
        office.people.allocate(application, "A2", "O")
        return given

    monkeypatch.setattr(People, "_given", another_tab_in_the_same_moment)
    with pytest.raises(StaleWriteError):
        office.people.allocate(office.application, "A1", "O")
    assert [one.person for one in office.entry().assessors] == ["A2"]


def test_office_and_chair_read_who_declared_what_and_an_assessor_does_not(office):
    office.persons().allocate("A1")
    office.allocate("A2")
    office.people.declare(office.application, "A2", conflicted=True, interests=("employer",), why="We share a scanner.")
    for reader in ("O", "C"):
        first, second = office.entry(reader).assessors
        assert (first.stage, first.why) == (Stage.UNDECLARED, "")
        assert (second.stage, second.why, len(second.kinds)) == (Stage.CONFLICT, "We share a scanner.", 1)
        assert office.entry(reader).barred == ("A1", "A2")
    office.people.declare(office.application, "A1", conflicted=False)
    assert "scanner" not in repr(office.desk("A1").sheet())


def test_who_of_the_office_has_an_interest_finds_no_such_application(office):
    office.persons()
    office.people.register(acts.Person(person="O2", roles=(Role.OFFICE, Role.CHAIR)), "O")
    office.people.declare(office.application, "O2", conflicted=True, interests=("personal",))
    assert office.desk("O2").sheet().entries == ()
    for act in (
        lambda: office.desk("O2").allocate("EX-1", "A1", ""),
        lambda: office.desk("O2").take_off("EX-1", "A1", "ill", "", ""),
        lambda: office.desk("O2").describe("EX-1", Known(employer="X"), ""),
        lambda: office.desk("O2").possible("EX-1", "A1"),
    ):
        with pytest.raises(BadRequestError, match="There is no application 'EX-1' for"):
            act()


def test_an_application_is_given_and_who_gave_it_is_read(office):
    assert office.persons().allocate("A1") == "EX-1 is given to A1."
    (one,) = office.entry().assessors
    assert (one.person, one.stage, one.given_by, one.allocated) == ("A1", Stage.UNDECLARED, "Wren Hale", True)


@pytest.mark.parametrize("act", ["allocate", "take_off"])
def test_what_was_given_meanwhile_is_looked_at_first(office, act):
    office.persons().allocate("A1")
    seen = office.entry().version
    office.allocate("A2", by="C")
    with pytest.raises(BadRequestError, match="changed meanwhile"):
        getattr(office, act)("A3" if act == "allocate" else "A1", seen=seen)
    assert [one.person for one in office.entry().assessors if one.allocated] == ["A1", "A2"]


def test_an_interest_declared_meanwhile_is_looked_at_first(office):
    office.persons().allocate("A1")
    seen = office.entry().version
    office.people.declare(office.application, "A1", conflicted=True, interests=("personal",))
    with pytest.raises(BadRequestError, match="changed meanwhile"):
        office.allocate("A2", seen=seen)


def test_another_takes_the_place_of_one_whom_it_is_taken_off(office):
    office.persons().allocate("A1")
    said = office.take_off("A1", why="ill", to="A2")
    assert said == "EX-1 is taken off A1. What they recorded stays. EX-1 is given to A2."
    given, gone = office.entry().assessors
    assert (given.person, given.allocated) == ("A2", True)
    assert (gone.person, gone.stage, gone.why) == ("A1", Stage.TAKEN_OFF, "ill")


@pytest.mark.parametrize("to", ["A2", "C", "nobody"])
def test_who_cannot_be_given_it_takes_nobodys_place(office, to):
    office.persons().allocate("A1")
    office.allocate("A2")
    office.people.declare(office.application, "A2", conflicted=True, interests=("personal",))
    with pytest.raises(BadRequestError):
        office.take_off("A1", to=to)
    assert [one.person for one in office.entry().assessors if one.allocated] == ["A1", "A2"]


def test_an_assessor_gives_nobody_anything(office):
    office.persons().allocate("A1")
    office.people.declare(office.application, "A1", conflicted=False)
    assert office.desk("A1").sheet().persons == ()
    for act in (
        lambda: office.desk("A1").allocate("EX-1", "A2", ""),
        lambda: office.desk("A1").describe("EX-1", Known(employer="X"), ""),
    ):
        with pytest.raises(BadRequestError):
            act()


def test_each_assessor_is_listed_with_what_they_have_at_work(office):
    office.persons().allocate("A1")
    office.people.register(acts.Person(person="A3", roles=(Role.ASSESSOR,), left=True), "O")
    assert [(one.person, one.load) for one in office.desk().sheet().persons] == [("A1", 1), ("A2", 0)]
    office.outcome()
    assert [one.load for one in office.desk().sheet().persons] == [0, 0]


def test_names_of_an_assessors_own_are_told_to_whoever_gives_it(office):
    office.persons()
    office.people.register(acts.Person(person="A3", roles=(Role.ASSESSOR,), name="Dr Bea Referee"), "O")
    assert office.desk().possible("EX-1", "A3").result() == (
        (
            "Possible conflict of Dr Bea Referee: Dr Bea Referee (referee), their own name. "
            "They declare themselves before it opens."
        ),
    )


# -------------------------------------------------------------------- what is known


def test_what_is_known_is_written_down_and_what_is_emptied_is_not_known_any_more(office):
    office.persons()
    known = Known(employer=" Northmere  Hospitals ", professional_role="mr_engineer", answers="2027-03-31")
    assert office.desk().describe("EX-1", known, "") == "EX-1: saved."
    said = office.entry().said
    assert (said.employer, said.professional_role, str(said.answers)) == (
        "Northmere Hospitals", "mr_engineer", "2027-03-31",
    )  # fmt: skip
    office.desk().describe("EX-1", Known(employer="Southgate"), office.entry().said_version)
    assert (office.entry().said.employer, office.entry().said.answers) == ("Southgate", None)


def test_what_another_wrote_down_meanwhile_is_not_written_over(office):
    office.persons()
    seen = office.entry().said_version
    office.desk().describe("EX-1", Known(employer="Northmere"), seen)
    with pytest.raises(BadRequestError, match="changed meanwhile"):
        office.desk().describe("EX-1", Known(employer="Southgate"), seen)
    assert office.entry().said.employer == "Northmere"


@pytest.mark.parametrize(
    ("known", "why"),
    [
        (Known(professional_role="plumber"), "plumber"),
        (Known(route="backdoor"), "backdoor"),
        (Known(answers="in March"), "is not a date"),
        (Known(follows="EX-9"), "EX-9"),
        (Known(follows="EX-1"), "itself"),
        (Known(), "Nothing was changed"),
    ],
)
def test_what_does_not_fit_is_refused_and_not_written_down(office, known, why):
    office.persons()
    with pytest.raises(BadRequestError, match=why):
        office.desk().describe("EX-1", known, "")
    assert office.entry().said is None


@pytest.mark.parametrize("person", ["C", "A1"])
def test_only_the_office_writes_down_what_is_known(office, person):
    office.persons()
    with pytest.raises(BadRequestError):
        office.desk(person).describe("EX-1", Known(employer="Northmere"), "")


def test_who_works_alone_has_a_register_without_assessors(office):
    entry = office.entry("anybody")
    assert (entry.may_allocate, entry.may_describe, entry.needed, entry.waits) == (False, True, "", ())
    assert entry.state is State.RECEIVED
    assert office.desk("anybody").describe("EX-1", Known(employer="Northmere"), "") == "EX-1: saved."
