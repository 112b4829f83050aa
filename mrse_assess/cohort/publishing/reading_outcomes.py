"""What the cells of the tables count that are about outcomes, by group and by period."""

from collections.abc import Collection, Sequence

from mrse_assess.cohort.publishing.book import Book, Layout, Place, everybody, shared
from mrse_assess.cohort.publishing.ledger import Condition
from mrse_assess.cohort.tables import Cell, CohortTable
from mrse_assess.terms import OutcomeKind

FREE = "*"
"""In place of a value that is not of the scheme, whatever it is: its words are never kept."""


def outcomes(table: CohortTable, book: Book) -> Layout:
    """How many applied and what came of it."""
    (row,) = table.rows
    applied, cells = _line(row.cells, table, book, ())
    return Layout(whole=applied, columns=_keys(table), rows={0: cells})


def outcomes_by_role(table: CohortTable, book: Book) -> Layout:
    """The same by professional role; roles that somebody typed are told together."""
    return _by(table, book, "role", {key for one in book.schemes for key in one.professional_roles})


def outcomes_by_route(table: CohortTable, book: Book) -> Layout:
    """The same by route."""
    return _by(table, book, "route", {key for one in book.schemes for key in one.routes})


def outcomes_by_received(table: CohortTable, book: Book) -> Layout:
    """The same by period of receipt, or for those without a day of it."""
    return _by(table, book, "received", {row.key[0] for row in table.rows})


def pass_trend(table: CohortTable, book: Book) -> Layout:
    """By period of the decision, how many met the rules and how many were awarded."""
    told = (("rules", "met"), ("outcome", str(OutcomeKind.AWARD)))
    layout = _by_decision(table, book, told)
    for met, awarded in layout.rows.values():
        if awarded.part and book.ledger.has_within(met.part, awarded.part):
            book.ledger.difference(met.part, awarded.part)
    return layout


def reason_trend(table: CohortTable, book: Book) -> Layout:
    """By period of the decision, how many were given each reason."""
    return _by_decision(table, book, [("reason", key) for key, _ in table.columns])


def _by(table: CohortTable, book: Book, field: str, known: Collection[str]) -> Layout:
    """Rows of the scheme as they are; those of others and rare ones together, in no row that is printed.

    An outcome that is rare in every row is withheld in all of them, and no count.
    """
    if not table.rows:
        applied, _ = _line([Cell() for _ in table.columns], table, book, ())
        return Layout(whole=applied, columns=_keys(table), rows={})
    named = {
        place: (field, row.key[0] or "not recorded")
        for place, row in enumerate(table.rows)
        if (row.key[0] in known or not row.key[0]) and not book.rare(row.cells)
    }
    often = [not book.rare(cells) for cells in zip(*(row.cells for row in table.rows), strict=True)]
    others = [row.cells for place, row in enumerate(table.rows) if place not in named]
    lines = {place: _line(table.rows[place].cells, table, book, (group,), often) for place, group in named.items()}
    folded = [_line(_merged(others), table, book, ((field, FREE),), often)] if others else []
    total, cells = _line(_merged([row.cells for row in table.rows]), table, book, ())
    told = _names(total, cells)
    parts = [_names(*line) for line in (*lines.values(), *folded)]
    for key, whole in told.items():
        own = [names[key] for names in parts if key in names]
        if own:
            book.ledger.sum(whole, own, rest=f"other {field}")
    return Layout(whole=total, columns=_keys(table), rows={place: line[1] for place, line in lines.items()})


def _merged(rows: Sequence[Sequence[Cell]]) -> list[Cell]:
    return [Cell(applications=tuple(everybody(cells))) for cells in zip(*rows, strict=True)]


def _names(applied: str, places: Sequence[Place]) -> dict[int | str, str]:
    """The counts of a line by the places of their cells, and of those of whom an outcome was chosen."""
    found: dict[int | str, str] = {number: place.part for number, place in enumerate(places) if place.part}
    chosen = next((place.whole for place in places if place.whole), "")
    return found | {0: applied} | ({"decided": chosen} if chosen else {})


def _line(
    cells: Sequence[Cell],
    table: CohortTable,
    book: Book,
    group: tuple[Condition, ...],
    often: Sequence[bool] = (),
) -> tuple[str, tuple[Place, ...]]:
    """Applied, each outcome, and waiting, with their sums; what is not told often is no count.

    Of that there is a rest, nought or not: a reader must not learn either that there is none.
    """
    conditions = [(), *((("outcome", key),) for key, _ in table.columns[1:-1]), (("waiting", ""),)]
    names = [
        book.cell(cell, *own, *group) if kept else ""
        for cell, own, kept in zip(cells, conditions, often or [True] * len(cells), strict=True)
    ]
    applied = names[0] or book.cell(cells[0], *group)
    chosen = book.persons(everybody(cells[1:-1]), ("decided", ""), *group)
    each = [name for name in names[1:-1] if name]
    book.ledger.sum(applied, (chosen, *filter(None, names[-1:])), rest="rare", always=not names[-1], guarded=True)
    book.ledger.sum(chosen, each, rest="rare outcome", always=not all(names[1:-1]), guarded=True)
    for name in each:
        book.ledger.share(name, chosen)
    of = ["", *([chosen] * len(names[1:-1])), ""]
    return applied, tuple(Place(part=name, whole=whole if name else "") for name, whole in zip(names, of, strict=True))


def _by_decision(table: CohortTable, book: Book, told: Sequence[Condition]) -> Layout:
    """What is rare in every period is withheld in all of them, and no count."""
    whole, ledger = book.decided(table), book.ledger
    often = [not book.rare(cells) for cells in zip(*(row.cells for row in table.rows), strict=True)]
    rows: dict[int, tuple[Place, ...]] = {}
    in_period = []
    for place, row in enumerate(table.rows):
        when = ("decided in", row.key[0])
        in_period.append(book.number(row.cells[0].of or 0, when))
        rows[place] = tuple(
            shared(ledger, [book.cell(cell, one, when)], in_period[-1])[0] if kept else Place(part="")
            for cell, one, kept in zip(row.cells, told, often, strict=True)
        )
    ledger.sum(whole, in_period, rest="decided in no period")
    for number, one in enumerate(told):
        parts = [cells[number].part for cells in rows.values() if cells[number].part]
        if parts:
            ledger.sum(book.persons(ledger.union(parts), one), parts, rest="decided in no period")
    return Layout(whole=whole, columns=_keys(table), rows=rows)


def _keys(table: CohortTable) -> tuple[str, ...]:
    return tuple(str(key) for key, _ in table.columns)
