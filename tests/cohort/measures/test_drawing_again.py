"""Drawing groups of many applications again: the intervals are those of drawing applications, and are drawn once."""

import numpy as np
import pytest
from numpy.random import default_rng

from mrse_assess.agreement import load_limits
from mrse_assess.agreement.resampling import intervals
from mrse_assess.agreement.sums import Sums, ratio
from mrse_assess.cohort.measures import drawing_again
from mrse_assess.cohort.measures.drawing_again import GROUPS, intervals_of, together
from mrse_assess.cohort.measures.resampling import _medians

LIMITS = load_limits()


def shares(size, seed):
    """Of each application up to 20 items, six of ten satisfactory in one half of them and nine of ten in the other."""
    random = default_rng(seed)
    items = random.integers(1, 21, size=size)
    return np.column_stack([random.binomial(items, random.choice([0.6, 0.9], size=size)), items]).astype(float)


def sums(parts):
    return Sums(parts=parts, value=lambda found: ratio(found[..., 0], found[..., 1]))


def drawn(parts, seed=(1, 2), of=3):
    (found,) = intervals_of([sums(parts)], LIMITS, seed, of)
    return found


def test_the_interval_is_that_of_drawing_applications():
    parts = shares(4 * GROUPS, 1)
    (alone,) = intervals([sums(parts)], LIMITS, [1, 2])
    grouped, wide = drawn(parts), alone.high - alone.low
    assert grouped != alone
    assert grouped.low == pytest.approx(alone.low, abs=0.1 * wide)
    assert grouped.high == pytest.approx(alone.high, abs=0.1 * wide)


def test_it_holds_the_truth_as_often_as_it_says():
    found = [drawn(shares(GROUPS + 40, seed), (seed,)) for seed in range(300)]
    held = sum(one.low <= 0.75 <= one.high for one in found) / len(found)
    assert held == pytest.approx(LIMITS.confidence, abs=0.035)  # 2.8 standard deviations


def test_few_applications_are_drawn_one_by_one():
    parts = shares(GROUPS, 1)
    assert drawn(parts) == intervals([sums(parts)], LIMITS, (1, 2))[0]


def test_the_order_of_applications_is_no_matter():
    parts = shares(GROUPS + 7, 1)
    assert drawn(parts) == drawn(parts[::-1])


def test_what_is_asked_together_is_drawn_once(monkeypatch):
    made = []

    def counted(*given):
        made.append(given)
        return times(*given)

    times = drawing_again._times.__wrapped__
    monkeypatch.setattr(drawing_again, "_times", counted)
    seen = {together(random) for random in (default_rng(5), default_rng(5))}
    random = default_rng(5)
    random.random(100)
    assert seen == {together(random)}
    assert seen != {together(default_rng(6))}
    parts = shares(GROUPS + 1, 1)
    intervals_of([sums(parts), sums(parts[:, ::-1])], LIMITS, (1,), 3)
    assert len(made) == 1
    assert drawn(parts, of=4) != drawn(parts, of=5)


@pytest.mark.parametrize("size", [1, 2, 11, 12, 101])
def test_medians_of_resamples_come_as_often_as_by_drawing_them(size):
    values, times = np.arange(size, dtype=float) ** 2, 40_000
    quick = _medians(values, times, default_rng(1))
    random = default_rng(2)
    slow = np.median(values[random.integers(size, size=(times, size))], axis=1)
    for at in np.unique(slow):
        assert np.mean(quick <= at) == pytest.approx(np.mean(slow <= at), abs=0.014)  # four standard deviations
    assert set(quick) <= {(one + other) / 2 for one in values for other in values}
