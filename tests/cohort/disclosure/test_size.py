"""Three years of 20 reasons in 16 sub-categories by role, with all margins: 4,284 counts."""

import numpy as np
import pytest

from mrse_assess.cohort.disclosure import protect

from .building import Reader, asked_for, statistics_of, together


@pytest.mark.slow
def test_three_years_are_protected(policy):
    generator = np.random.default_rng(7)
    years = [
        statistics_of(generator.poisson(generator.gamma(0.5, 2, size=(20, 16, 3))), f"20{year}")
        for year in range(26, 29)
    ]
    statistics = together(*years)
    own = policy(round_to=5, zeros_published=False)
    protected = protect(statistics, own)
    assert protected.exposed == ()
    assert len(protected.published.counts) > 500
    withheld = sorted(asked_for(years[0]) - set(protected.published.counts))
    reader = Reader(years[0], own, protected.published)
    assert {name for name in withheld[::40] if reader.width(name) < own.width} == set()
