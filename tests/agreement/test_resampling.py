"""Intervals come from resampling applications, and are the same for the same seed."""

import numpy as np
import pytest
from scipy.stats import bootstrap

from mrse_assess.agreement import Level, Measure, Unsaid
from mrse_assess.agreement.resampling import NoInterval, intervals
from mrse_assess.agreement.sums import Sums, ratio
from mrse_assess.agreement.verdicts import agreement_of_pairs, verdict_agreement

MIXED = [(1, 1), (2, 2), (1, 2), (3, 3), (1, 1), (2, 2), (3, 1), (1, 1), (2, 2), (1, 1), (2, 3), (1, 1)] * 3


@pytest.fixture
def figures(low):
    def compute(ratings, seed=7, level=Level.CONCLUSION, **said):
        return verdict_agreement(ratings, level=level, seed=seed, limits=low(3, **said)).overall.figures

    return compute


def of_units(ratings, times):
    """The same ratings, of so many items of each application."""
    return [
        one.__class__(**{**{name: getattr(one, name) for name in one.__dataclass_fields__}, "evidence_id": str(item)})
        for one in ratings
        for item in range(times)
    ]


def test_the_same_seed_gives_the_same_intervals_and_another_seed_others(rated, figures):
    ratings = rated(MIXED)
    assert figures(ratings) == figures(ratings)
    assert all(figure.interval for figure in figures(ratings))
    other = figures(ratings, seed=8)
    assert [figure.value for figure in other] == [figure.value for figure in figures(ratings)]
    assert [figure.interval for figure in other] != [figure.interval for figure in figures(ratings)]


def test_applications_are_resampled_and_not_units(rated, figures):
    once, thrice = (figures(of_units(rated(MIXED), times), level=Level.ITEM) for times in (1, 3))
    raw_once, raw_thrice = (found[0] for found in (once, thrice))
    assert raw_thrice.interval == raw_once.interval
    assert raw_once.interval.high - raw_once.interval.low > 0.1


def test_the_interval_is_that_of_scipy(rated, figures):
    agree = np.array([float(one == other) for one, other in MIXED])
    expected = bootstrap((agree,), np.mean, n_resamples=9999, method="BCa", rng=np.random.default_rng(1))
    found = figures(rated(MIXED), resamples=9999)[0].interval
    assert found.low == pytest.approx(expected.confidence_interval.low, abs=0.03)
    assert found.high == pytest.approx(expected.confidence_interval.high, abs=0.03)


def test_the_interval_of_a_skewed_statistic_is_that_of_scipy(low):
    values = np.random.default_rng(5).exponential(size=40)
    expected = bootstrap((values,), np.mean, n_resamples=9999, method="BCa", rng=np.random.default_rng(1))
    sums = Sums(parts=np.column_stack([values, np.ones(40)]), value=lambda total: ratio(total[..., 0], total[..., 1]))
    (found,) = intervals([sums], low(resamples=9999), (1,))
    assert found.low == pytest.approx(expected.confidence_interval.low, rel=0.03)
    assert found.high == pytest.approx(expected.confidence_interval.high, rel=0.03)
    symmetric = values.mean() * 2 - found.low
    assert found.high > symmetric * 1.02  # the correction for skewness is at work


def test_the_interval_of_a_sub_category_does_not_depend_on_what_else_is_asked(rated, low):
    one, two = rated(MIXED, "4.2"), rated(MIXED[5:], "5.1")
    alone = verdict_agreement(one, level=Level.CONCLUSION, seed=7, limits=low(3)).sub_categories
    both = verdict_agreement([*two, *one], level=Level.CONCLUSION, seed=7, limits=low(3)).sub_categories
    assert [found.about for found in both] == ["4.2", "5.1"]
    assert both[0] == alone[0]


def test_sub_categories_draw_their_own_resamples(rated, low):
    ratings = [*rated(MIXED, "4.2"), *rated(MIXED, "5.1")]
    one, other = verdict_agreement(ratings, level=Level.CONCLUSION, seed=7, limits=low(3)).sub_categories
    assert one.figures[0].value == other.figures[0].value
    assert one.figures[0].interval != other.figures[0].interval


def test_pairs_draw_their_own_resamples(rated, low):
    pairs = agreement_of_pairs(
        rated([(one, two, one) for one, two in MIXED]), level=Level.CONCLUSION, seed=7, limits=low(3)
    )
    first, _, last = (pair.agreement.figure(Measure.RAW) for pair in pairs)
    assert first.value == last.value
    assert first.interval != last.interval


def test_no_interval_where_every_resample_gives_the_same(rated, figures):
    found = {figure.measure: figure for figure in figures(rated([(1, 1), (2, 2)] * 15))}
    assert found[Measure.RAW].value == 1
    assert found[Measure.RAW].interval is None
    assert found[Measure.RAW].no_interval is Unsaid.RESAMPLES_ALIKE
    assert found[Measure.RAW].why_no_interval.startswith("Every resample gives the same")


def test_no_interval_where_the_figure_is_often_undefined(rated, figures):
    found = {figure.measure: figure for figure in figures(rated([(1, 1)] * 29 + [(2, 2)]))}
    assert found[Measure.KAPPA].value == pytest.approx(1)
    assert found[Measure.KAPPA].no_interval is Unsaid.RESAMPLES_UNDEFINED
    assert " of 300 resamples" in found[Measure.KAPPA].why_no_interval


def test_no_interval_where_the_resamples_lie_to_one_side(low):
    parts = np.column_stack([np.arange(12.0), np.ones(12)])
    highest = Sums(parts=parts, value=lambda total: -np.abs(total[..., 0] / total[..., 1] - 5.5))
    assert intervals([highest], low(), (1,)) == (NoInterval(Unsaid.LOPSIDED),)
