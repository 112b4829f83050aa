"""A reader of the whole publishable report cannot place a withheld cell within the width of the policy."""

from dataclasses import replace

import pytest

from mrse_assess.cohort.publishing import publishable
from mrse_assess.cohort.tables import Cell

from .reading import Attacker

_ALL_ROWS = (
    "outcomes", "outcomes_by_role", "outcomes_by_route", "outcomes_by_year", "rules_failed", "margins",
    "sub_categories",
    "other_thresholds", "reasons_per_application", "reasons_per_sub_category", "reasons_by_sub_category",
)  # fmt: skip


def withheld(exact, printed, policy):
    """Cells with a number too small to print that no row shows, in tables that list all there is."""
    seen = {
        (one.attempts, one.id, row.key, column)
        for one in printed
        for row, (column, _), cell in one.cells()
        if cell.count is not None
    }
    undetermined = ("undetermined", "not_yet_judged")
    for one in exact:
        if one.id in _ALL_ROWS:
            for row, (column, _), cell in one.cells():
                key = (one.attempts, one.id, row.key, str(column))
                if len(cell.applications) < policy.threshold and column not in undetermined:
                    assert key not in seen
                    yield key


@pytest.mark.parametrize(
    ("round_to", "step"),
    [(5, 17), pytest.param(1, 17, marks=pytest.mark.slow), pytest.param(5, 1, marks=pytest.mark.slow)],
)
def test_no_withheld_cell_can_be_placed(exact, policy, round_to, step):
    own = policy(round_to=round_to)
    printed = publishable(exact, own)
    assert sum(cell.count is not None for one in printed for *_, cell in one.cells()) > 150
    attacker = Attacker(exact, printed, own)
    hidden = [key for key in withheld(exact, printed, own) if key in attacker.place]
    assert len(hidden) > 200
    narrow = {key: width for key in hidden[::step] if (width := attacker.width(key)) < own.width}
    assert narrow == {}


def test_the_same_reader_finds_what_is_withheld_without_protection(exact, policy):
    """The reader is no fool: where only small numbers are left out and the others stand exact, they are found."""
    strict = policy(round_to=1)
    attacker = Attacker(exact, [naive(table, strict) for table in exact], strict)
    small = [key for key in withheld(exact, [], strict) if key in attacker.place and key[1] == "outcomes_by_role"]
    assert small
    assert any(attacker.width(key) < strict.width for key in small)


def naive(table, policy):
    """The table with small numbers left out and nothing else."""
    rows = tuple(
        replace(row, cells=tuple(cell if (cell.count or 0) >= policy.threshold else Cell() for cell in row.cells))
        for row in table.rows
    )
    return replace(table, rows=tuple(one_known(row, policy) for row in rows), applications=table.applications)


def one_known(row, policy):
    """Its cells without a denominator too small to print."""
    return replace(
        row, cells=tuple(replace(c, of=c.of if (c.of or 0) >= policy.threshold else None) for c in row.cells)
    )
