"""What the cells of the tables count that are about rules, sub-categories and what fails together."""

from collections.abc import Iterable

from mrse_assess.cohort.publishing.book import Book, Layout, Place, everybody, shared
from mrse_assess.cohort.publishing.impossible import margins_of
from mrse_assess.cohort.tables import CohortTable
from mrse_assess.terms import RuleStatus, SubCategoryState

_AS_IT_IS = "as_it_is"
LOST = (SubCategoryState.NOT_SATISFACTORY, SubCategoryState.NOTHING_OFFERED)


def rules_failed(table: CohortTable, book: Book) -> Layout:
    """For each rule not met, the only one not met, met, open; the rest has not been asked."""
    whole, ledger = book.decided(table), book.ledger
    rows = {}
    for place, row in enumerate(table.rows):
        (rule,), (failed, alone, met, open_) = row.key, row.cells
        of_rule = f"rule {rule}"
        states = (
            book.cell(failed, (of_rule, "not_met")),
            book.cell(met, (of_rule, "met")),
            # Who decides knows, so that every reader will take it that nothing is open.
            book.cell(open_, (of_rule, "undetermined"), presumed=True),
        )
        only = book.cell(alone, ("rules not met", rule))
        ledger.within(states[0], only)
        ledger.sum(whole, states, rest=f"{of_rule} not asked")
        rows[place] = shared(ledger, (states[0], only, *states[1:]), whole)
    return Layout(whole=whole, columns=_keys(table), rows=rows)


def margins(table: CohortTable, book: Book) -> Layout:
    """For each rule by its margin, none where nothing is counted."""
    whole, ledger = book.decided(table), book.ledger
    rows = {}
    for place, row in enumerate(table.rows):
        (rule,) = row.key
        possible = margins_of(rule, book.schemes)
        places = [
            book.cell(cell, (f"margin {rule}", key), impossible=not possible(int(key)))
            for cell, (key, _) in zip(row.cells, table.columns, strict=True)
        ]
        people = everybody(row.cells)
        counted = whole if len(people) == table.applications else book.persons(people, (f"margin {rule}", "any"))
        if counted != whole:
            ledger.within(whole, counted)
        ledger.sum(counted, places, rest=f"margin {rule} of none")
        below = [one for one, (key, _) in zip(places, table.columns, strict=True) if int(key) < 0]
        above = [one for one in places if one not in below]
        for side, parts in (("short", below), ("reached", above)):
            total = book.persons(ledger.union(parts), (f"margin {rule}", side))
            ledger.sum(total, parts, rest="of none")
        rows[place] = shared(ledger, places, counted)
    return Layout(whole=whole, columns=_keys(table), rows=rows)


def changes_short(table: CohortTable, book: Book) -> Layout:
    """Of those that do not meet the rules, by how many changes they missed it."""
    whole, ledger = book.decided(table), book.ledger
    of = table.rows[0].cells[0].of if table.rows else 0
    failed = book.number(of or 0, ("rules", "not_met"))
    ledger.within(whole, failed)
    parts = [book.cell(row.cells[0], ("changes", row.key[0])) for row in table.rows]
    ledger.sum(failed, parts, rest="changes more", always=True, guarded=True)
    rows = {place: shared(ledger, (part,), failed) for place, part in enumerate(parts)}
    return Layout(whole=whole, columns=_keys(table), rows=rows)


def other_thresholds(table: CohortTable, book: Book) -> Layout:
    """What the rules say, and what they would say under other numbers; whom a change would help is a count too."""
    whole, ledger = book.decided(table), book.ledger
    rows: dict[int, tuple[Place, ...]] = {}
    for place, row in enumerate(table.rows):
        field = "rules" if row.key == (_AS_IT_IS,) else f"rules under {row.key[0]}"
        parts = [
            book.cell(cell, (field, key), presumed=key == RuleStatus.UNDETERMINED)
            for cell, (key, _) in zip(row.cells, table.columns, strict=True)
        ]
        ledger.sum(whole, parts, rest=f"{field} not asked")
        rows[place] = shared(ledger, parts, whole)
    for column in range(len(table.columns)):
        nested([cells[column].part for cells in rows.values()], book)
    return Layout(whole=whole, columns=_keys(table), rows=rows)


def nested(names: Iterable[str], book: Book) -> None:
    """Of counts one of which is within another, those that only the larger has are guarded, pair by pair."""
    own = list(names)
    for place, one in enumerate(own):
        for other in own[place + 1 :]:
            larger, smaller = (one, other) if book.ledger.value(one) >= book.ledger.value(other) else (other, one)
            if book.ledger.has_within(larger, smaller) and book.ledger.people(larger):
                book.ledger.difference(larger, smaller)


def sub_categories(table: CohortTable, book: Book) -> Layout:
    """Each sub-category in its four states, and what else is true of it."""
    whole, ledger = book.decided(table), book.ledger
    rows = {}
    for place, row in enumerate(table.rows):
        field = f"sub-category {row.key[0]}"
        cells = {
            key: book.cell(cell, (field, key), presumed=key == SubCategoryState.NOT_YET_JUDGED)
            for cell, (key, _) in zip(row.cells, table.columns, strict=True)
        }
        ledger.sum(whole, [cells[state] for state in SubCategoryState], rest=f"{field} in no state")
        lost = book.persons(ledger.union(cells[state] for state in LOST), (field, "lost"))
        ledger.sum(lost, [cells[state] for state in LOST], rest="of none")
        for key, one in cells.items():
            good = cells[SubCategoryState.SATISFACTORY]
            if key not in list(SubCategoryState) and ledger.has_within(good, one):
                ledger.within(good, one)
        rows[place] = shared(ledger, cells.values(), whole)
    return Layout(whole=whole, columns=_keys(table), rows=rows)


def sub_categories_together(table: CohortTable, book: Book) -> Layout:
    """By exactly which sub-categories were lost."""
    return _together(table, book, "lost")


def rules_together(table: CohortTable, book: Book) -> Layout:
    """By exactly which rules were not met."""
    return _together(table, book, "rules not met")


def _together(table: CohortTable, book: Book, field: str) -> Layout:
    """Those that are not listed are the rest. The order tells nothing of how many there are."""
    whole, ledger = book.decided(table), book.ledger
    often = [place for place, row in enumerate(table.rows) if not book.rare(row.cells)]
    often.sort(key=lambda place: (len(table.rows[place].key), table.rows[place].key))
    parts = [
        book.cell(table.rows[place].cells[0], (field, "+".join(table.rows[place].key) or "none")) for place in often
    ]
    ledger.sum(whole, parts, rest=f"{field} not listed", always=True, guarded=True)
    rows = {place: shared(ledger, (part,), whole) for place, part in zip(often, parts, strict=True)}
    return Layout(whole=whole, columns=_keys(table), rows=rows)


def _keys(table: CohortTable) -> tuple[str, ...]:
    return tuple(str(key) for key, _ in table.columns)
