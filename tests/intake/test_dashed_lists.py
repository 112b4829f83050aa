"""Lines of a cell that begin with dashes: a list, where they all do, and a range broken over lines where one does."""

import pytest

from mrse_assess.intake.cells.references import Known, read_cell

KNOWN = Known(ids=frozenset({"1", "2", "3", "4", "5", "6"}))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Regular checks\n-E03\n-E05, p. 2", ["3", "5"]),
        ("-E01\n-E04", ["1", "4"]),
        ("Regular checks E03\n-E05", ["3", "4", "5"]),
    ],
)
def test_dashes_before_every_line_list_items_and_one_alone_joins_the_ends_of_a_range(text, ids):
    assert [each.evidence_id for each in read_cell(text, KNOWN).references] == ids
