"""What a reader can connect of one study's tables: the same applications seen under another question."""

from collections.abc import Callable, Iterable, Sequence

from mrse_assess.cohort.disclosure import Count
from mrse_assess.cohort.publishing.book import Book
from mrse_assess.cohort.publishing.impossible import clauses_of
from mrse_assess.cohort.publishing.ledger import Condition, Held, of_things
from mrse_assess.cohort.publishing.reading_reasons import NONE
from mrse_assess.cohort.tables import Unit
from mrse_assess.terms import OutcomeKind

_OF_WHAT_IS_LOST = ("sub_categories", "major_categories")
_ITEM, _SUB = ("unit", str(Unit.ITEM)), ("unit", str(Unit.SUB_CATEGORY))


def link(book: Book) -> None:
    """State every relation between the counts of different tables, where both are there."""
    for linked in _LINKS:
        linked(book)


def _values(book: Book, *about: Condition, field: str) -> dict[str, str]:
    """The counts that have these conditions and one more, of this field, by its value."""
    found = {}
    for name, held in book.ledger.held.items():
        more = held.conditions - book.about - set(about)
        if held.study == book.study and len(more) == 1 and set(about) <= held.conditions:
            ((own, value),) = more
            if own == field:
                found[value] = name
    return found


def _fields(book: Book, start: str) -> set[str]:
    held = (one for one in book.ledger.held.values() if one.study == book.study)
    return {field for one in held for field, _ in one.conditions if field.startswith(start)}


def _outcomes(book: Book) -> None:
    """Who was awarded met the rules; the others that met them are a count."""
    met, award = ("rules", "met"), ("outcome", str(OutcomeKind.AWARD))
    if book.has(met) and book.has(award) and book.ledger.has_within(book.name(met), book.name(award)):
        book.ledger.difference(book.name(met), book.name(award))


def _rules(book: Book) -> None:
    """A rule that is not met, by what failed beside it; by its margin; and as part of all that did not pass."""
    ledger = book.ledger
    sets = _values(book, field="rules not met")
    failed_any = book.name(("rules", "not_met"))
    for field in sorted(_fields(book, "rule ")):
        rule = field.removeprefix("rule ")
        failed, met = book.name((field, "not_met")), book.name((field, "met"))
        own = [name for key, name in sets.items() if rule in key.split("+")]
        if own and failed in ledger.held:
            ledger.sum(failed, own, rest="not listed", always=True)
        for part, side in ((failed, "short"), (met, "reached")):
            whole = book.name((f"margin {rule}", side))
            if whole in ledger.held and part in ledger.held and ledger.has_within(whole, part):
                ledger.sum(whole, (part,), rest="open")
        if failed_any in ledger.held and ledger.has_within(failed_any, failed):
            ledger.within(failed_any, failed)


def _together(book: Book) -> None:
    """A sub-category lost, by what was lost with it; and the margins that follow from what was lost."""
    ledger, sets = book.ledger, _values(book, field="lost")
    for field in sorted(_fields(book, "sub-category ")):
        own = [name for key, name in sets.items() if field.removeprefix("sub-category ") in key.split("+")]
        if own and book.has((field, "lost")):
            ledger.sum(book.name((field, "lost")), own, rest="not listed", always=True)
    for field in sorted(f"margin {rule}" for rule in _told_by_what_is_lost(book)):
        cells = {key: one for key, one in _values(book, field=field).items() if key.lstrip("-").isdigit()}
        cells = {key: one for key, one in cells.items() if ledger.value(one)}
        where = {
            name: [one for one in cells.values() if ledger.has_within(one, name)]
            for name in sets.values()
            if ledger.value(name)
        }
        if all(len(found) == 1 for found in where.values()):
            for cell in cells.values():
                own = [name for name, found in where.items() if found == [cell]]
                ledger.sum(cell, own, rest="lost otherwise", always=True)


def _told_by_what_is_lost(book: Book) -> set[str]:
    """The rules whose margin follows from which sub-categories were lost."""
    return {rule.id for one in book.schemes for rule in one.rules if rule.counts in _OF_WHAT_IS_LOST}


def _thresholds(book: Book) -> None:
    """Nobody meets the rules who loses a sub-category less: whoever lost nothing is among those that met the number."""
    nothing, met = book.name(("lost", "none")), book.name(("rule sub_categories", "met"))
    if {nothing, met} <= book.ledger.held.keys() and book.ledger.has_within(met, nothing):
        book.ledger.within(met, nothing)


def _reasons(book: Book) -> None:
    """A reason of sub-categories, by sub-category; and of applications, of which it is some."""
    ledger = book.ledger
    lost = [field for field in sorted(_fields(book, "sub-category ")) if book.has((field, "lost"))]
    cells = {field: _values(book, (field, "lost"), field="reason") for field in lost}
    for field, own in cells.items():
        whole = book.name((field, "lost"))
        known = ledger.people(whole)
        if own and known is not None:
            others = book.persons(
                known - ledger.union(own.values()), (field, "lost"), ("rare reason", ""), guarded=False
            )
            ledger.overlap(whole, (*own.values(), others))
    if not lost:
        return
    for reason in sorted({reason for own in cells.values() for reason in own}):
        parts = [own[reason] for own in cells.values() if reason in own]
        _refine(book, (_SUB, ("reason", reason)), parts)
        at_all = book.name(("reason", reason))
        for part in parts:
            if at_all in ledger.held and ledger.has_within(at_all, part):
                ledger.within(at_all, part)
    _refine(book, (_SUB,), [book.name((field, "lost")) for field in lost])
    for value, name in _values(book, _SUB, field="primary reason").items():
        other = book.name(_SUB, ("reason", value))
        if other in ledger.held and value != NONE:
            _bound(book, name, ledger.held[other].count.most)


def _refine(book: Book, conditions: Sequence[Condition], parts: Sequence[str]) -> None:
    """A count of sub-categories is the sum over them, which also tells how many one application has."""
    name = book.name(*conditions)
    if name in book.ledger.held and all(book.ledger.people(part) is not None for part in parts):
        book.ledger.sum(name, parts, rest="elsewhere")
        _bound(book, name, _most(book.ledger.people(part) or () for part in parts))


def _most(groups: Iterable[Iterable[str]]) -> int:
    times: dict[str, int] = {}
    for group in groups:
        for one in group:
            times[one] = times.get(one, 0) + 1
    return max(times.values(), default=0)


def _bound(book: Book, name: str, most: int) -> None:
    """Take note that one application has no more than so many."""
    held = book.ledger.held[name]
    count = held.count
    behind = range(count.behind)
    own: Count = of_things(name, count.value, [str(one) for one in behind], most)
    book.ledger.put(Held(study=held.study, conditions=held.conditions, count=own, people=None))


def _flows(book: Book) -> None:
    """Ways of evidence that belongs elsewhere, among those who were given a reason that says so."""
    ways = _values(book, field="belongs elsewhere")
    for name in ways.values():
        for whole in _values(book, field="reason").values():
            if book.ledger.value(name) and book.ledger.has_within(whole, name):
                book.ledger.within(whole, name)


def _clauses(book: Book) -> None:
    """Items of a clause are those of the reasons that rest on it, and of those whose clause depends on the place."""
    ledger = book.ledger
    primary = _values(book, _ITEM, field="primary reason")
    by_clause = _values(book, _ITEM, field="clause")
    fixed: dict[str, list[str]] = {}
    free: set[str] = set()
    for reason, name in primary.items():
        found = clauses_of(reason, book.schemes)
        free |= found if len(found) > 1 else set()
        if len(found) == 1:
            fixed.setdefault(next(iter(found)), []).append(name)
    for clause, name in by_clause.items():
        own = fixed.get(clause, [])
        if own and sum(map(ledger.value, own)) <= ledger.value(name):
            ledger.sum(name, own, rest="by the place", always=True)


def _costs(book: Book) -> None:
    """Who lost a sub-category for a clause was given one of its reasons as the primary one."""
    ledger, reasons = book.ledger, _values(book, field="primary reason")
    of_clause: dict[str, list[str]] = {}
    for reason, name in reasons.items():
        for clause in clauses_of(reason, book.schemes):
            of_clause.setdefault(clause, []).append(name)
    for clause, name in _values(book, field="lost for clause").items():
        own = of_clause.get(clause, [])
        people = ledger.people(name) or frozenset()
        if own and people <= ledger.union(own):
            given = book.persons(ledger.union(own), ("primary reason of clause", clause), guarded=False)
            ledger.overlap(given, own)
            ledger.within(given, name)


_LINKS: tuple[Callable[[Book], None], ...] = (
    _outcomes, _rules, _together, _thresholds, _reasons, _flows, _clauses, _costs,
)  # fmt: skip
