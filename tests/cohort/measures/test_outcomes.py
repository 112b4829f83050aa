"""How many applied and what came of it, every number counted in the docstring of the cohort."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mrse_assess.cohort.frames import frames, rows_of
from mrse_assess.cohort.measures import (
    Attempts,
    Group,
    Period,
    outcomes,
    outcomes_by,
    outcomes_by_period,
    studies,
    time_in_states,
    time_to_decision,
)

from ..frames.conftest import SCHEME, WORDS
from .conftest import row, rowed, study_of


def test_first_attempts_are_those_that_everybody_made_once(first):
    found = rowed(outcomes(first), "all")
    assert found == {
        "applied": (13, None), "award": (6, 12), "further_evidence": (4, 12), "not_awarded": (1, 12),
        "incomplete": (1, 12), "waiting": (1, None),
    }  # fmt: skip
    assert row(outcomes(first), "all")["award"].value == 0.5
    assert row(outcomes(first), "all")["waiting"].applications == ("U1",)
    assert row(outcomes(first), "all")["not_awarded"].applications == ("D1",)


def test_of_final_attempts_the_second_stands_for_b1(final):
    found = rowed(outcomes(final), "all")
    assert (found["applied"], found["award"], found["further_evidence"]) == ((13, None), (7, 12), (3, 12))


def test_wilson_for_six_of_twelve(first):
    """By hand: n = 12, p = 1/2, z = 1.96: centre 1/2, half width z * sqrt(1/48 + z²/576) / (1 + z²/12) = 0.24622."""
    interval = row(outcomes(first), "all")["award"].interval
    assert (interval.low, interval.high) == (pytest.approx(0.25378, abs=1e-5), pytest.approx(0.74622, abs=1e-5))
    assert (interval.level, interval.how) == (0.95, "Wilson")


def test_who_has_no_recorded_role_has_a_row_and_few_have_no_share(first):
    table = outcomes_by(first, Group.ROLE)
    found = row(table, "radiographer")
    assert (found["applied"].count, found["award"].count, found["award"].of) == (4, 4, 4)
    assert found["award"].value is None
    assert "needs 10 applications" in found["award"].why
    unrecorded = row(table, "")
    assert (unrecorded["applied"].count, unrecorded["award"].count, unrecorded["award"].of) == (9, 2, 8)
    assert sum(cell["applied"].count for cell in (row(table, *one.key) for one in table.rows)) == 13
    assert {one.key[0] for one in table.rows} == {*SCHEME.professional_roles, ""}


def test_every_period_between_the_first_and_the_last_has_a_row(first):
    """Received thirty days before the outcome: 31 May 2025, 2 February 2026; U1 on 1 April 2026."""
    table = outcomes_by_period(first, Period.QUARTER)
    assert [(one.key[0], row(table, *one.key)["applied"].count) for one in table.rows] == [
        ("2025-Q2", 6), ("2025-Q3", 0), ("2025-Q4", 0), ("2026-Q1", 6), ("2026-Q2", 1),
    ]  # fmt: skip
    assert table.rows[0].label == "2025, quarter 2"
    assert [one.key[0] for one in outcomes_by_period(first, Period.YEAR).rows] == ["2025", "2026"]
    assert outcomes_by_period(first, Period.MONTH).rows[0].key == ("2025-05",)


def test_an_application_without_a_day_is_in_a_row_of_its_own(cases):
    odd = [replace(case, received=None) if case.application == "M1" else case for case in cases]
    table = outcomes_by_period(study_of(odd), Period.YEAR)
    assert [(one.key[0], row(table, *one.key)["applied"].count) for one in table.rows] == [
        ("2025", 6), ("2026", 6), ("", 1),
    ]  # fmt: skip


def test_guidance_versions_are_never_in_one_table(cases):
    """B2 and B3 under another version: 11 and 2."""
    older = [replace(case, guidance="2020") if case.application in {"B2", "B3"} else case for case in cases]
    found = studies(
        frames([rows_of(case) for case in older], WORDS), {SCHEME.version: SCHEME}, WORDS, attempts=Attempts.FIRST
    )
    assert [(study.guidance, outcomes(study).guidance, study.size) for study in found] == [
        ("2020", "2020", 2), ("2025", "2025", 11),
    ]  # fmt: skip
    assert rowed(outcomes(found[1]), "all")["further_evidence"] == (2, 10)


def test_days_in_a_state_are_of_those_that_left_it(first):
    table = time_in_states(first)
    panel = row(table, "panel")
    assert [(panel[name].value, panel[name].of) for name in ("lower_quartile", "median", "upper_quartile")] == [
        (5.0, 12)
    ] * 3
    sealed = row(table, "sealed")
    assert (sealed["median"].value, sealed["still_there"].count, sealed["still_there"].applications) == (
        None,
        1,
        ("U1",),
    )
    assert sealed["median"].why == "Nobody to count."


def test_days_from_receipt_to_the_outcome(first):
    found = row(time_to_decision(first), "received_to_decided")
    assert (found["median"].value, found["median"].of, found["not_yet"].applications) == (30.0, 12, ("U1",))
    letter = row(time_to_decision(first), "received_to_issued")
    assert (letter["median"].value, letter["not_yet"].count) == (None, 13)


def test_two_stays_in_a_state_are_one_time(cases):
    """Everybody came before the panel twice, for five days and for two: seven, of twelve applications all the same."""

    def came_again(case):
        if case.state != "decided":
            return case
        (stay,) = case.moments
        later = stay.until + timedelta(days=20)
        return replace(case, moments=(stay, replace(stay, since=later, until=later + timedelta(days=2))))

    found = row(time_in_states(study_of(map(came_again, cases))), "panel")
    assert (found["median"].value, found["median"].of, found["still_there"].count) == (7.0, 12, 0)


def test_who_is_in_a_state_again_has_not_left_it(cases):
    """A1 came back before the panel and is there still: eleven left it, and the days of A1 are not among theirs."""
    (stay,) = cases[0].moments
    back = replace(stay, since=stay.until + timedelta(days=20), until=None)
    found = row(time_in_states(study_of([replace(cases[0], moments=(stay, back)), *cases[1:]])), "panel")
    assert (found["median"].of, found["still_there"].applications) == (11, ("A1",))
