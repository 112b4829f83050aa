"""Only whole numbers that agree with everything printed prove that a count is safe."""

import numpy as np
import pytest

from mrse_assess.cohort.disclosure import Earlier
from mrse_assess.cohort.disclosure.arranging import arranged
from mrse_assess.cohort.disclosure.complementary import suppressed
from mrse_assess.cohort.disclosure.witnesses import Witnesses

from .building import asked_for, statistics_of

NO = np.zeros(9, dtype=bool)


@pytest.fixture
def square(policy):
    """[[3, 50], [9, 60]] with its margins, the four inner cells withheld: places 0 1, 3 4; margins in 2 5 6 7 8."""
    statistics = statistics_of([[3, 50], [9, 60]])
    linked, _ = arranged(statistics, policy(), Earlier(), frozenset(asked_for(statistics)))
    return linked, np.isin(np.arange(9), [0, 1, 3, 4])


@pytest.mark.parametrize(
    ("counts", "taken"),
    [
        ([8, 45, 53, 4, 65, 69, 12, 110, 122], True),
        ([3.5, 49.5, 53, 8.5, 60.5, 69, 12, 110, 122], False),
        ([8, 45, 53, 9, 60, 69, 12, 110, 122], False),
        ([8, 45, 53, 4, 65, 69, 12, 110, 123], False),
        ([-1, 54, 53, 13, 56, 69, 12, 110, 122], False),
    ],
)
def test_a_set_is_a_witness_if_it_is_whole_adds_up_and_prints_the_same(square, counts, taken):
    linked, withheld = square
    witnesses = Witnesses(linked, withheld, NO)
    assert witnesses.add(np.array(counts, dtype=np.float64)) is taken
    assert len(witnesses.seen) == 1 + taken


def test_counts_are_proven_one_by_one_and_many_at_a_time(square):
    """The 3 and the others of the rectangle can rise and fall together."""
    linked, withheld = square
    alone, many = (Witnesses(linked, withheld, NO) for _ in range(2))
    assert list(alone.unproven()) == [0, 1, 3, 4]
    assert alone.look_for(0)
    many.look_for_many()
    assert list(many.unproven()) == []
    closed = Witnesses(linked, withheld & (np.arange(9) != 4), NO)
    assert not closed.look_for(0)


def test_what_is_not_needed_is_given_back(square):
    """Begun with the smallest count alone, the rectangle goes and no margin."""
    linked, withheld = square
    found = suppressed(linked, np.arange(9) == 0)
    assert list(np.flatnonzero(found.withheld)) == list(np.flatnonzero(withheld))
    assert not found.exposed.any()
