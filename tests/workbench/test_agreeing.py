"""Agreement between assessors: whose judgements are taken, and who may see figures about persons."""

from dataclasses import replace

import pytest

from mrse_assess.agreement import Level, Measure
from mrse_assess.errors import BadRequestError
from mrse_assess.model import acts
from mrse_assess.records import to_event
from mrse_assess.workbench.agreeing import agreement

from ..workspace.conftest import RECEIVED, quiet
from .conftest import write_portfolio
from .panel.conftest import Judged

APPLICATIONS = 11


@pytest.fixture(scope="module")
def read_once(tmp_path_factory):
    return write_portfolio(tmp_path_factory.mktemp("agreeing") / "Portfolio.pdf")


@pytest.fixture
def cohort(workspace, read_once):
    """Several sealed applications; in the first alone the assessors differ, on 5.2."""

    def made(applications):
        judged = []
        for number in range(1, applications + 1):
            application = workspace.add(read_once, received_on=RECEIVED, tell=quiet, reference=f"C-{number}")
            one = Judged(workspace, application)
            judged.append(one.register() if number == 1 else given(one))
            if number == 1:
                one.written.fail("5.2", "A1", reason="undated")
            one.sealed()
        return judged

    return made


def given(judged):
    for person in ("A1", "A2"):
        judged.people.allocate(judged.application, person, "O")
        judged.people.declare(judged.application, person, conflicted=False)
    return judged


def seen_by(workspace, person, level=Level.CONCLUSION, **more):
    return agreement(workspace, person, level=level, seed=1, **more)


def test_the_chair_sees_how_far_assessors_agree_within_each_sub_category(cohort, workspace):
    cohort(APPLICATIONS)
    found = seen_by(workspace, "C").verdicts
    assert (found.overall.behind.applications, found.overall.behind.units) == (APPLICATIONS, APPLICATIONS * 16)
    of = {one.about: one.figure(Measure.RAW).value for one in found.sub_categories}
    assert of["5.2"] == pytest.approx((APPLICATIONS - 1) / APPLICATIONS)
    assert of["1.1"] == 1.0


def test_items_are_compared_apart_from_conclusions(cohort, workspace):
    cohort(1)
    assert seen_by(workspace, "C", Level.ITEM).verdicts.overall.behind.units == 17  # two of category 3


def test_an_application_that_is_open_or_closed_to_the_person_is_as_if_it_were_not_there(cohort, workspace):
    first, second = cohort(2)
    assert seen_by(workspace, "C").verdicts.overall.behind.applications == 2
    second.people.allocate(second.application, "A3", "O")  # who has not sealed: open again to the chair
    assert seen_by(workspace, "C").verdicts.overall.behind.applications == 1
    second.people.take_off(second.application, "A3", "Two are enough.", "O")
    assert seen_by(workspace, "A3").verdicts.overall.behind.applications == 0
    first.people.declare(first.application, "C", conflicted=True, interests=("personal",))
    assert seen_by(workspace, "C").verdicts.overall.behind.applications == 1


def test_who_was_asked_because_others_differed_is_left_out(cohort, workspace):
    (only,) = cohort(1)
    only.people.allocate(only.application, "A3", "O", task="third")
    only.people.declare(only.application, "A3", conflicted=False)
    of = {"application": only.application.reference, "attempt": 1}
    rows = [replace(row, **of, assessor="A3") for row in only.written.items.values() if row.assessor == "A1"]
    record(only, "A3", [*rows, acts.Seal(**of, sealed=True)])
    assert seen_by(workspace, "C", Level.ITEM).verdicts.overall.behind.raters == 2


def record(judged, who, values):
    events = [to_event(value, event=judged.workspace.new_id(), actor=who) for value in values]
    judged.workspace.store.append_many(events)


def test_figures_about_two_persons_are_for_the_chair(cohort, workspace):
    cohort(1)
    assert [(one.first, one.second) for one in seen_by(workspace, "C", pairs=True).pairs] == [("A1", "A2")]
    assert seen_by(workspace, "C").pairs == ()
    for person in ("O", "A1"):
        with pytest.raises(BadRequestError, match="for the chair"):
            seen_by(workspace, person, pairs=True)
