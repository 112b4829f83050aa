"""Tables of outcomes made of a list of people, without the measures."""

from dataclasses import replace
from itertools import count

from mrse_assess.cohort.tables import Cell, CohortTable, Row, Shape, Unit
from mrse_assess.scheme import load_scheme

COLUMNS = ("applied", "award", "further_evidence", "not_awarded", "incomplete", "waiting")
ROLES = (*load_scheme().professional_roles, "")
_NUMBER = count()


def people(role, outcome, number):
    """So many applications, each with a name of its own."""
    return [(f"P{next(_NUMBER)}", role, outcome) for _ in range(number)]


def outcome_tables(everybody):
    """What came of all of them, and by role."""
    rows = [Row(key=(role,), label=role or "not recorded", cells=_cells(_of(everybody, role))) for role in ROLES]
    return (
        _table("outcomes", [Row(key=("all",), label="all", cells=_cells(everybody))], everybody),
        _table("outcomes_by_role", rows, everybody),
    )


def year_table(everybody, attempts):
    """What came of all of them, who were received in one year."""
    row = Row(key=("2025",), label="2025", cells=_cells(everybody))
    return replace(_table("outcomes_by_year", [row], everybody), attempts=attempts)


def _of(everybody, role):
    return [one for one in everybody if one[1] == role]


def _cells(people):
    decided = [one for one in people if one[2] != "waiting"]
    return tuple(
        Cell(
            count=len(found),
            of=None if column in ("applied", "waiting") else len(decided),
            applications=tuple(sorted(name for name, _, _ in found)),
        )
        for column in COLUMNS
        for found in [[one for one in people if column in ("applied", one[2])]]
    )


def _table(name, rows, everybody):
    return CohortTable(
        id=name, question="?", title=name, guidance="2025", unit=Unit.APPLICATION, shape=Shape.NONE,
        columns=tuple((column, column) for column in COLUMNS), rows=tuple(rows), applications=len(everybody),
        attempts="first",
    )  # fmt: skip


def told(tables):
    """The printed numbers with what they are of, by row and column; what two tables tell is the same."""
    return {
        (row.key[0], column): (cell.count, cell.of)
        for table in tables
        for row, (column, _), cell in table.cells()
        if cell.count is not None
    }
