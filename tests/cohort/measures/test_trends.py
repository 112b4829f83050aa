"""Trends: shares with Wilson's interval, everything else with one by applications; and what is too little to say."""

from datetime import date

import numpy as np
import pytest
from numpy.random import default_rng

from mrse_assess.cohort.measures import (
    Period,
    item_trend,
    pass_trend,
    reason_trend,
    satisfactory_trend,
    time_trend,
    wording,
)
from mrse_assess.cohort.measures.resampling import median_cell, ratio_cell
from mrse_assess.terms import OutcomeKind

from ..frames.conftest import Written
from .conftest import copied, decided, row, rowed, study_of


@pytest.fixture(scope="session")
def fourfold(cases):
    """The first attempts in four copies: 24 decided in 2025 and 24 in 2026."""
    kept = [case for case in cases if case.attempt == 1]
    return study_of(copied(case, f"{case.application}{copy}") for case in kept for copy in "wxyz")


def names(size):
    return [f"N{number}" for number in range(size)]


def test_the_pass_rate_of_each_period(fourfold):
    """All 24 of 2025 were awarded. Of nothing in 24 Wilson's upper bound is z² / (24 + z²) = 0.13798."""
    table = pass_trend(fourfold, Period.YEAR)
    assert rowed(table, "2025") == {"rules_met": (24, 24), "award": (24, 24)}
    assert rowed(table, "2026") == {"rules_met": (0, 24), "award": (0, 24)}
    interval = row(table, "2026")["award"].interval
    assert (interval.low, interval.high) == (0.0, pytest.approx(0.13798, abs=1e-5))


def test_a_period_without_anybody_is_there(fourfold):
    table = pass_trend(fourfold, Period.QUARTER)
    assert [one.key[0] for one in table.rows] == ["2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"]
    empty = row(table, "2025-Q3")["award"]
    assert (empty.count, empty.of, empty.value, empty.why) == (0, 0, None, "Nobody to count.")


def test_a_period_with_few_has_counts_and_no_shares(first):
    table = pass_trend(first, Period.YEAR)
    cell = row(table, "2025")["award"]
    assert (cell.count, cell.of, cell.value, cell.interval) == (6, 6, None, None)
    assert any("too few applications" in note for note in table.notes)


def test_reasons_of_each_period_are_per_application(fourfold):
    table = reason_trend(fourfold, Period.YEAR)
    assert (row(table, "2026")["undated"].count, row(table, "2026")["undated"].of) == (12, 24)
    assert row(table, "2025")["undated"].count == 0


def test_items_of_each_period(fourfold):
    """2026: B1 has 20 items and the other five 17, so 105 for six; 13 of them fail. 2025: everybody has 17."""
    found = row(item_trend(fourfold, Period.YEAR, default_rng(1)), "2026")
    assert found["items_per_application"].value == pytest.approx(17.5)
    assert found["items_satisfactory"].value == pytest.approx(92 / 105)
    assert found["items_per_application"].interval.how == "bootstrap by application"
    assert found["items_satisfactory"].interval.low < 92 / 105 < found["items_satisfactory"].interval.high
    alike = row(item_trend(fourfold, Period.YEAR, default_rng(1)), "2025")["items_per_application"]
    assert (alike.value, alike.interval) == (17.0, None)
    assert "resampling cannot tell" in alike.why


def test_satisfactory_sub_categories_of_each_period(fourfold):
    """2026: three of 13, one of 15, two of 16 make 86 for six."""
    found = row(satisfactory_trend(fourfold, Period.YEAR, default_rng(1)), "2026")
    assert found["satisfactory_sub_categories"].value == pytest.approx(86 / 6)


def test_days_of_each_period():
    """Thirty days each, then one that took fifty among 21: the median stays."""
    cases = [decided(Written(f"T{number}"), OutcomeKind.AWARD, date(2026, 3, 4)) for number in range(21)]
    cases[0] = decided(Written("T0"), OutcomeKind.AWARD, date(2026, 3, 4), received=date(2026, 1, 13))
    found = row(time_trend(study_of(cases), Period.YEAR, default_rng(1)), "2026")["median"]
    assert (found.value, found.of) == (30.0, 21)


def test_the_interval_of_a_mean_is_about_that_of_theory():
    """Of 400 draws with spread 3 the interval is the mean ± 1.96 * 3 / 20, within a sixth."""
    values = default_rng(5).normal(10, 3, 400)
    interval = ratio_cell(values, np.ones(400), names(400), wording(), default_rng(6)).interval
    half = 1.96 * values.std(ddof=1) / 20
    assert (interval.high - interval.low) / 2 == pytest.approx(half, rel=1 / 6)


def test_the_interval_of_a_median_is_about_that_of_its_ranks():
    """The exact interval of 400 draws goes from the 181st to the 220th in order."""
    values = np.sort(default_rng(7).exponential(10, 400))
    interval = median_cell(values, names(400), wording(), default_rng(8)).interval
    assert interval.low == pytest.approx(values[180], rel=0.05)
    assert interval.high == pytest.approx(values[219], rel=0.05)


def test_intervals_hold_the_truth_about_as_often_as_they_say():
    """Means and medians of 40 skewed draws, 200 times; the truths are 10 and 10 ln 2."""
    random, held = default_rng(9), np.zeros(2)
    for _ in range(200):
        values = random.exponential(10, 40)
        mean = ratio_cell(values, np.ones(40), names(40), wording(), random).interval
        median = median_cell(values, names(40), wording(), random).interval
        held += [mean.low <= 10 <= mean.high, median.low <= 10 * np.log(2) <= median.high]
    assert all(0.88 <= share <= 0.99 for share in held / 200), held


def test_items_of_one_application_are_no_independent_draws():
    """Half of 40 applicants have all of 25 items right and half none: as sure as 40 draws, not as 1000."""
    good = np.repeat([25.0, 0.0], 20)
    interval = ratio_cell(good, np.full(40, 25.0), names(40), wording(), default_rng(2)).interval
    assert interval.high - interval.low == pytest.approx(2 * 1.96 * 0.5 / 40**0.5, rel=0.15)


def test_between_enough_for_a_mean_and_for_its_interval_it_says_so():
    cell = ratio_cell(np.arange(12.0), np.ones(12), names(12), wording(), default_rng(1))
    assert (cell.value, cell.interval) == (5.5, None)
    assert "20 applications" in cell.why
    few = ratio_cell(np.arange(9.0), np.ones(9), names(9), wording(), default_rng(1))
    assert (few.value, few.of) == (None, 9)
    middle = median_cell(np.arange(12.0), names(12), wording(), default_rng(1))
    assert (middle.value, middle.interval) == (5.5, None)
    assert median_cell(np.array([]), [], wording(), default_rng(1)).why == "Nobody to count."
