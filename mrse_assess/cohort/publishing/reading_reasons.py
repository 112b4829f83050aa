"""What the cells of the tables count that are about reasons, clauses and evidence offered in the wrong place."""

from collections.abc import Iterator, Sequence

from mrse_assess.cohort.disclosure import Count
from mrse_assess.cohort.publishing.book import Book, Layout, column, everybody, shared
from mrse_assess.cohort.publishing.impossible import reasons_of
from mrse_assess.cohort.publishing.ledger import Condition, Held, name_of
from mrse_assess.cohort.tables import Cell, CohortTable, Row, Unit

NONE = "none agreed"
_COLUMNS = ("primary reason", "reason")


def reasons_per_application(table: CohortTable, book: Book) -> Layout:
    """Of all that were decided, how many were given each reason, as the primary one and at all."""
    whole, ledger = book.decided(table), book.ledger
    rows = {}
    for place, row in _often(table, book):
        parts = [book.cell(cell, (field, row.key[0])) for cell, field in zip(row.cells, _COLUMNS, strict=True)]
        ledger.within(parts[1], parts[0])
        rows[place] = shared(ledger, parts, whole)
    return Layout(whole=whole, columns=_keys(table), rows=rows)


def reasons_per_sub_category(table: CohortTable, book: Book) -> Layout:
    """Of sub-categories lost, each once for a reason: several primary ones are possible too."""
    layout = _per_thing(table, book, Unit.SUB_CATEGORY)
    for number in range(len(_COLUMNS)):
        _covered(book, _of(layout), [cells[number].part for cells in layout.rows.values()], f"rare {_COLUMNS[number]}")
    return layout


def reasons_per_item(table: CohortTable, book: Book) -> Layout:
    """Of items found not satisfactory: each has one primary reason, or none that is agreed."""
    layout = _per_thing(table, book, Unit.ITEM)
    if layout.rows:
        of, primary = _of(layout), [cells[0].part for cells in layout.rows.values()]
        book.ledger.sum(of, primary, rest="another primary reason", always=True, guarded=True)
        _covered(book, of, [cells[1].part for cells in layout.rows.values()], "rare reason")
    return layout


def reasons_by_sub_category(table: CohortTable, book: Book) -> Layout:
    """Of applications that lost a sub-category, how many for each reason."""
    whole, ledger = book.decided(table), book.ledger
    offered = reasons_of(book.schemes)
    codes = [code for code, _ in table.columns]
    of = [
        book.number(max((cell.of or 0 for cell in column(table, code)), default=0), (f"sub-category {code}", "lost"))
        for code in codes
    ]
    rows = {}
    for place, row in _often(table, book):
        (reason,) = row.key
        cells = [
            book.cell(cell, (f"sub-category {code}", "lost"), ("reason", reason), impossible=not offered(reason, code))
            for cell, code in zip(row.cells, codes, strict=True)
        ]
        rows[place] = tuple(shared(ledger, [cell], one)[0] for cell, one in zip(cells, of, strict=True))
    for one in of:
        ledger.within(whole, one)
    return Layout(whole=whole, columns=_keys(table), rows=rows)


def wrong_category_flows(table: CohortTable, book: Book) -> Layout:
    """Of all that were decided, how many offered evidence here that belongs there."""
    whole = book.decided(table)
    rows = {}
    for place, row in _often(table, book):
        part = book.cell(row.cells[0], ("belongs elsewhere", " to ".join(row.key)))
        rows[place] = shared(book.ledger, (part,), whole)
    return Layout(whole=whole, columns=_keys(table), rows=rows)


def clauses(table: CohortTable, book: Book) -> Layout:
    """Items by the clause of their primary reason, in the order of the clauses' labels."""
    whole, cells = book.decided(table), column(table, "items")
    if not cells:
        return Layout(whole=whole, columns=("items",), rows={})
    unit = ("unit", str(Unit.ITEM))
    of = book.things(cells[0].of or 0, everybody(cells), None, unit)
    rows = {}
    for place in _by_label(table, book):
        key = table.rows[place].key[0]
        part = _thing(cells[place], book, unit, ("clause", key) if key else ("primary reason", NONE))
        rows[place] = shared(book.ledger, (part,), of)
    parts = [places[0].part for places in rows.values()]
    book.ledger.sum(of, parts, rest="another clause", always=True, guarded=True)
    return Layout(whole=whole, columns=("items",), rows=rows)


def clauses_that_cost(table: CohortTable, book: Book) -> Layout:
    """Of applications that do not meet the rules, how many lost a sub-category for a clause, and for it alone."""
    whole, ledger = book.decided(table), book.ledger
    if not table.rows:
        return Layout(whole=whole, columns=_keys(table), rows={})
    failed = book.number(table.rows[0].cells[0].of or 0, ("rules", "not_met"))
    rows = {}
    for place in _by_label(table, book):
        row = table.rows[place]
        lost, alone = row.cells
        key = row.key[0] or NONE
        # Without any clause there is none beside it: both columns are one count.
        parts = [
            book.cell(lost, ("lost for clause", key)),
            book.cell(alone, ("lost for clause alone", key))
            if row.key[0]
            else book.cell(lost, ("lost for clause", key)),
        ]
        if parts[0] != parts[1]:
            ledger.within(parts[0], parts[1])
        rows[place] = shared(ledger, parts, failed)
    ledger.sum(failed, [cells[1].part for cells in rows.values()], rest="lost for several clauses", always=True)
    _covered(book, failed, [cells[0].part for cells in rows.values()], "lost for a rare clause")
    return Layout(whole=whole, columns=_keys(table), rows=rows)


def _per_thing(table: CohortTable, book: Book, unit: Unit) -> Layout:
    whole, ledger = book.decided(table), book.ledger
    if not table.rows:
        return Layout(whole=whole, columns=_keys(table), rows={})
    about = ("unit", str(unit))
    of = book.things(table.rows[0].cells[0].of or 0, everybody(column(table, "any")), None, about)
    rows = {}
    for place, row in _often(table, book):
        parts = [
            _thing(cell, book, about, (field, row.key[0] or NONE))
            for cell, field in zip(row.cells, _COLUMNS, strict=True)
        ]
        ledger.within(*((parts[1], parts[0]) if row.key[0] else (parts[0], parts[1])))
        rows[place] = shared(ledger, parts, of)
    return Layout(whole=whole, columns=_keys(table), rows=rows)


def _thing(cell: Cell, book: Book, *conditions: Condition) -> str:
    return book.things(cell.count or 0, cell.applications, cell.largest, *conditions)


def _often(table: CohortTable, book: Book) -> Iterator[tuple[int, Row]]:
    """The rows of which something may be published, with their places."""
    return ((place, row) for place, row in enumerate(table.rows) if not book.rare(row.cells))


def _covered(book: Book, whole: str, parts: Sequence[str], rest: str) -> None:
    """The parts overlap, and with those that are rare they cover the whole."""
    held = book.ledger.held[whole]
    if parts:
        rare = Count(
            id=name_of(held.study, held.conditions | {(rest, "")}), value=book.ledger.value(whole), guarded=False
        )
        name = book.ledger.put(
            Held(study=held.study, conditions=held.conditions | {(rest, "")}, count=rare, people=None)
        )
        book.ledger.overlap(whole, (*parts, name))


def _of(layout: Layout) -> str:
    return next(iter(layout.rows.values()))[0].whole if layout.rows else layout.whole


def _by_label(table: CohortTable, book: Book) -> list[int]:
    """The places of such rows in the order of their keys, "" last: their own order tells which count is larger."""
    often = [place for place, _ in _often(table, book)]
    return sorted(often, key=lambda place: (not table.rows[place].key[0], table.rows[place].key))


def _keys(table: CohortTable) -> tuple[str, ...]:
    return tuple(str(key) for key, _ in table.columns)
