"""What is published of a cohort of which every number is known: ten times the small one."""

import pytest

from mrse_assess.cohort.publishing import publication, publishable

from .conftest import cells, cohort, tables_of


def test_one_row_stands_rounded_with_shares_and_intervals_of_the_rounded_numbers(policy):
    """61 of 75 were awarded and 14 were not: printed as 60 and 15 of 75."""
    (table,) = publishable(tables_of(cohort(A1=31, A5=30, D1=14))[:1], policy())
    found = cells(table)
    told = {key[1]: cell for key, cell in found.items() if cell.count is not None}
    assert told["award"].count == 60
    assert told["not_awarded"].count == 15
    for cell in told.values():
        if cell.value is not None:
            assert (cell.of, cell.value) == (75, round(cell.count / 75, 2))
    assert all(found["all", one].withheld for one in ("further_evidence", "incomplete", "waiting"))


@pytest.mark.parametrize("times", [{}, {"A1": 1}])
def test_of_nobody_or_hardly_anybody_nothing_is_told(policy, times):
    found = publication(tables_of(cohort(**times)), policy())
    assert found.tables
    assert all(table.rows == () and table.applications is None and len(table.notes) == 1 for table in found.tables)
    assert all(not report.counts for report in found.afterwards.reports)
