"""Drawn cohorts of which the truth is known: what is found lies around it, as often as the intervals say."""

import numpy as np
import pytest
from numpy.random import default_rng
from scipy import stats

from mrse_assess.cohort.severity import of_severity

from .conftest import drawn

SEEDS = range(7100, 7116)
"""Set aside: nothing was chosen by looking at cohorts of these seeds."""


def judged(seed, applications=120, judging=3, **said):
    made = drawn(seed, applications, judging, **said)
    return made, of_severity(made.study, default_rng(seed), names={})


def against_truth(made, table):
    """Estimates, truth and bounds of those who have a number, both taken from their average."""
    cells = {row.key[0]: row.cells[0] for row in table.rows if row.cells[0].value is not None}
    truth = np.array([made.severity[who] for who in cells])
    bounds = np.array([[cell.interval.low, cell.interval.high] for cell in cells.values()])
    return np.array([cell.value for cell in cells.values()]), truth - truth.mean(), bounds


def likely(hits, share):
    """Whether so many hits are no rarer than one in a thousand where each has this share."""
    return stats.binom.cdf(sum(hits), len(hits), share) > 0.001


@pytest.mark.slow
def test_intervals_hold_the_truth_as_often_as_they_say_and_estimates_are_not_drawn_to_nought():
    hits, slopes, ranks, spreads = [], [], [], {}
    for seed in SEEDS:
        made, (severity, spread, chance) = judged(seed)
        found, truth, bounds = against_truth(made, severity)
        hits += [low <= true <= high for true, (low, high) in zip(truth, bounds, strict=True)]
        slopes.append(np.polyfit(truth, found, 1)[0])
        ranks.append(stats.spearmanr(truth, found).statistic)
        for row in spread.rows:
            cell = row.cells[0]
            spreads.setdefault(row.key[0], []).append(
                cell.interval.low <= made.spread[row.key[0]] <= cell.interval.high
            )
        difference = chance.rows[0].cells[2]
        spreads.setdefault("difference", []).append(
            difference.interval.low <= true_difference(made) <= difference.interval.high
        )
    assert len(hits) > 200
    assert likely(hits, 0.95)
    assert likely([not hit for hit in hits], 0.05)  # nor are they wider than they say
    assert np.mean(slopes) == pytest.approx(1, abs=0.06)
    assert np.mean(ranks) > 0.9
    for name, own in spreads.items():
        assert likely(own, 0.95), name


def true_difference(made):
    """The chances with a lenient and a severe assessor, one in ten beyond each, on a fine grid."""
    normal = np.linspace(-8, 8, 801)
    evidence = np.sqrt(sum(made.spread[part] ** 2 for part in made.spread if part != "assessors"))
    reach = stats.norm.ppf(0.9) * made.spread["assessors"]
    lenient, severe = (
        np.trapezoid(stats.logistic.cdf(made.mean + off + evidence * normal) * stats.norm.pdf(normal), normal)
        for off in (reach, -reach)
    )
    return lenient - severe


@pytest.mark.slow
def test_of_assessors_who_are_all_alike_few_intervals_miss_nought():
    hits = []
    for seed in SEEDS:
        made, (severity, spread, _) = judged(seed, severity_spread=0.0)
        hits += [low <= 0 <= high for low, high in against_truth(made, severity)[2]]
        assert spread.rows[0].cells[0].value < 0.2
    assert likely(hits, 0.95)


def test_a_small_cohort_ranks_assessors_mostly_as_they_are():
    made, (severity, *_) = judged(7000, applications=60)
    found, truth, _ = against_truth(made, severity)
    assert len(found) > 8
    assert stats.spearmanr(truth, found).statistic > 0.7
