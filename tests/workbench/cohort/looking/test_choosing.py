"""Filters: who is left, and what is offered to choose from."""

from dataclasses import replace
from datetime import date

import pytest

from mrse_assess.cohort.measures import Attempts
from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Person
from mrse_assess.terms import Role
from mrse_assess.workbench.cohort.looking import Filters, Looking, Size
from mrse_assess.workbench.cohort.looking.looking import NOT_FOR_THEM

from .conftest import BEFORE, NOW, opened

ALL = Filters(guidance=NOW)


def test_it_begins_with_first_attempts_under_the_guidance_that_came_last(chair):
    assert chair.usual() == ALL
    assert chair.size(ALL) == Size(applications=4, decided=3)
    assert not ALL.narrowed


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        ({"role": "radiographer"}, (2, 2)),
        ({"role": ""}, (1, 0)),
        ({"route": "renewal"}, (1, 1)),
        ({"role": "radiographer", "route": "first_application"}, (1, 1)),
        ({"decided_from": date(2026, 3, 31)}, (2, 2)),
        ({"decided_to": date(2026, 3, 31)}, (2, 2)),
        ({"decided_from": date(2026, 3, 22), "decided_to": date(2026, 3, 31)}, (1, 1)),
        ({"decided_from": date(2027, 1, 1)}, (0, 0)),
        ({"attempts": Attempts.FINAL}, (4, 2)),
        ({"guidance": BEFORE}, (1, 1)),
    ],
)
def test_filters_leave_those_that_they_name(chair, chosen, left):
    filters = replace(ALL, **chosen)
    assert chair.size(filters) == Size(applications=left[0], decided=left[1])
    assert filters.narrowed == bool(set(chosen) - {"attempts", "guidance"})
    applied = chair.table("outcomes", filters).result().rows[0].cells[0]
    assert applied.count == left[0]
    units = chair.table("sub_categories", filters).result()
    assert units.applications == left[1]
    assert {cell.of for cell in units.rows[0].cells} == {left[1]}


def test_what_is_offered_is_what_there_is_with_how_many(chair):
    offered = chair.choices(ALL)
    assert [(one.value, one.applications) for one in offered.guidance] == [(BEFORE, 1), (NOW, 4)]
    assert [(one.value, one.applications) for one in offered.attempts] == [("first", 4), ("final", 4)]
    assert [(one.value, one.label, one.applications) for one in offered.roles] == [
        ("radiographer", "Radiographer", 2), ("academic", "Academic or research staff", 1), ("", "not recorded", 1),
    ]  # fmt: skip
    assert [(one.value, one.applications) for one in offered.routes] == [
        ("first_application", 2), ("renewal", 1), ("", 1),
    ]  # fmt: skip
    assert (offered.first, offered.last) == (date(2026, 3, 21), date(2026, 4, 30))


def test_what_nobody_has_is_taken_off_and_everything_else_stays(chair):
    day = date(2026, 3, 31)
    asked = Filters(guidance=BEFORE, role="academic", route="", decided_to=day)
    assert chair.fitted(asked) == Filters(guidance=BEFORE, route="", decided_to=day)
    assert chair.fitted(Filters(guidance="2031", role="academic")) == Filters(guidance=NOW, role="academic")


def test_filters_are_told_in_words(chair):
    asked = Filters(guidance=NOW, decided_from=date(2026, 3, 2), role="", route="renewal")
    assert chair.about(asked) == (
        ("Guidance version", NOW),
        ("Attempt", "first attempts"),
        ("Decided from", "2 March 2026"),
        ("Professional role", "not recorded"),
        ("Route", "Renewal of a certificate"),
    )


@pytest.mark.parametrize("person", ["A1", "nobody", ""])
def test_statistics_are_for_chair_and_office(shared, person):
    with pytest.raises(BadRequestError) as refused:
        Looking(shared, person)
    assert str(refused.value) == NOT_FOR_THEM


def test_who_has_left_is_let_in_no_more(small, said):
    said(Person(person="C", roles=(Role.CHAIR,), left=True), by="O")
    with pytest.raises(BadRequestError, match="chair and the office"):
        Looking(small, "C")


def test_where_nobody_is_registered_everybody_may_look_and_nothing_is_of_assessors(workspace):
    alone = opened(workspace, "anybody")
    assert not alone.of_assessors
    assert alone.size(alone.usual()) == Size(applications=0, decided=0)
    assert not any(one.private for one in alone.questions(alone.usual()))


def test_before_the_records_are_read_nothing_is_answered(shared):
    with pytest.raises(BadRequestError, match="still being read"):
        Looking(shared, "C").usual()
