"""Ratings from small tables, and limits low enough for them."""

from dataclasses import replace

import pytest

from mrse_assess.agreement import Level, Rating, load_limits


@pytest.fixture
def rated():
    """Makes ratings of a table: one row for each application, one column for each assessor, None for missing.

    A category is given as its number; reasons as a set of ids, which stand for "not satisfactory" with these reasons.
    """

    def make(rows, sub_category="4.2", names="abcdefgh"):
        return [
            Rating(
                application=f"A{place:03}",
                attempt=1,
                sub_category=sub_category,
                evidence_id="",
                assessor=name,
                category="not_satisfactory" if isinstance(said, set) else str(said),
                reasons=tuple(sorted(said)) if isinstance(said, set) else (),
            )
            for place, row in enumerate(rows)
            for name, said in zip(names, row, strict=False)
            if said is not None
        ]

    return make


@pytest.fixture(scope="session")
def low():
    """Limits that state a figure for almost anything, on a scale of the numbers 1 to ``size``."""

    def make(size=0, **said):
        shipped = load_limits()
        numbers = tuple(str(number) for number in range(1, size + 1))
        scales = dict.fromkeys(Level, numbers) if size else shipped.scales
        usual = {"applications": 2, "units": 2, "given": 1, "interval_applications": 2, "interval_units": 2}
        return replace(shipped, **{**usual, "resamples": 300, "scales": scales, **said})

    return make
