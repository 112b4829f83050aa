"""Cells of a column of pages beside cells with several references, and what a broken line of one says."""

import pytest

from mrse_assess.intake.cells.references import Known
from mrse_assess.intake.grids.grid import Cell
from mrse_assess.intake.table.pages_beside import NO_HINTS, Hints, level_hints, shared_hints

KNOWN = Known(ids=frozenset(map(str, range(1, 30))), codes=frozenset({"1.1"}))
HEIGHT = 12.0


def cell(*lines, first=0, native=False):
    """A cell with one line under another; the first stands this many lines down."""
    heights = () if native else tuple(100 + HEIGHT * (first + place) for place in range(len(lines)))
    return Cell("\n".join(lines), None if native else 1, None if native else (0, 0, 1, 1), heights)


def at(*lines):
    """A cell whose lines stand at given places; between them is nothing."""
    heights = tuple(100 + HEIGHT * place for place, _ in lines)
    return Cell("\n".join(text for _, text in lines), 1, (0, 0, 1, 1), heights)


def test_each_line_of_pages_is_for_the_reference_at_its_height():
    found = level_hints(
        cell("Doc 1", "Doc 2", "Doc 7", "Doc 23"), ["1", "2", "7", "23"], at((0, "1"), (2, "p 10")), KNOWN
    )
    assert found == (Hints("1", None), NO_HINTS, Hints("10", None), NO_HINTS)


def test_a_line_at_no_references_height_goes_on_with_the_one_above():
    beside = cell("Doc 5", "(simulated)", "Doc 8", "Doc 14")
    found = level_hints(beside, ["5", "8", "14"], at((0, "p 7,"), (1, "row 4"), (3, "22")), KNOWN)
    assert found == (Hints("7", "row 4"), NO_HINTS, Hints("22", None))


def test_the_lines_of_a_cell_of_the_file_itself_stand_beside_each_other():
    found = level_hints(cell("Doc 1", "Doc 2", native=True), ["1", "2"], cell("", "p 3", native=True), KNOWN)
    assert found == (NO_HINTS, Hints("3", None))


@pytest.mark.parametrize(
    ("references", "ids", "pages"),
    [
        (cell("Doc 1, Doc 2", "Doc 3"), ["1", "2", "3"], at((0, "p 3"))),
        (cell("Doc 1", "Doc 2"), ["1", "2"], at((0.5, "p 3"))),
        (cell("Doc 1"), ["1"], at((0, "p 3"))),
        (cell("Doc 1", "Doc 2"), ["1", "2"], cell("p 3", native=True)),
    ],
)
def test_where_heights_leave_it_open_nothing_is_said(references, ids, pages):
    assert level_hints(references, ids, pages, KNOWN) == ()


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("5, Table\n1", Hints("5", "table 1")),
        ("section\n2", Hints(None, "2")),
        ("pages 3 -\n5", Hints("3-5", None)),
        ("p 3\nrow 2", Hints("3", "row 2")),
    ],
)
def test_a_line_that_cannot_end_there_goes_on_in_the_next(text, hints):
    assert shared_hints(text, 1, KNOWN) == (hints,)
