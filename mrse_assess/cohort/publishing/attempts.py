"""First and final attempts beside each other: most applications are in both, and who came again is told by the rest."""

from collections.abc import Sequence

from mrse_assess.cohort.disclosure import Count
from mrse_assess.cohort.publishing.book import Book
from mrse_assess.cohort.publishing.ledger import Condition, Held, Ledger, People, name_of

_OF_A_PERSON = frozenset({"role", "route"})
"""What is recorded of an applicant and not of an attempt."""
_COMPARED = _OF_A_PERSON | {"received", "decided in", "decided", "waiting", "outcome", "rules"}
"""The fields by which first and final attempts are compared: what came of them, and when. Of the rest, who brought what
was missing and who did not leave at once, so that two rounded numbers do not tell of either."""


def link_attempts(ledger: Ledger, books: Sequence[Book]) -> None:
    """State what a reader knows of the same count among first and among final attempts."""
    of_guidance: dict[str, list[Book]] = {}
    for book in books:
        of_guidance.setdefault(book.study[0], []).append(book)
    for own in of_guidance.values():
        for place, one in enumerate(own):
            for other in own[place + 1 :]:
                _link(ledger, one, other)
    _everybody(ledger, books)


def _link(ledger: Ledger, one: Book, other: Book) -> None:
    for held in list(ledger.held.values()):
        name = name_of(other.study, held.conditions)
        if held.study != one.study or held.people is None or name not in ledger.held:
            continue
        if not {field for field, _ in held.conditions - one.about} <= _COMPARED:
            continue
        if ledger.people(name) is not None and (held.people or ledger.people(name)):
            _compare(ledger, held, ledger.held[name])


def _compare(ledger: Ledger, one: Held, other: Held) -> None:
    """Where all of one count are in the other, the rest is a count; of who applied, those who moved are."""
    larger, smaller = (one, other) if one.count.value >= other.count.value else (other, one)
    if ledger.has_within(larger.count.id, smaller.count.id):
        ledger.difference(larger.count.id, smaller.count.id)
    elif {field for field, _ in one.conditions} <= _OF_A_PERSON | {"received"}:
        for both_sides in ((larger, smaller), (smaller, larger)):
            _split(ledger, *both_sides)


def _split(ledger: Ledger, own: Held, other: Held) -> None:
    """A count as those who are in the other too, and those who are not."""
    both = (own.people or frozenset()) & (other.people or frozenset())
    attempts = " and ".join(sorted((own.study[1], other.study[1])))
    ledger.sum(
        own.count.id,
        [_put(ledger, (own.study[0], attempts), own.conditions, both)],
        rest=f"not {other.study[1]}",
        guarded=True,
    )


def _put(ledger: Ledger, study: tuple[str, str], conditions: frozenset[Condition], people: People) -> str:
    count = Count(id=name_of(study, conditions), value=len(people))
    return ledger.put(Held(study=study, conditions=conditions, count=count, people=people))


def _everybody(ledger: Ledger, books: Sequence[Book]) -> None:
    """Whoever applied has one first and one final attempt, under whichever guidance."""
    applied: dict[str, list[str]] = {}
    for book in books:
        if book.has() and ledger.people(book.name()) is not None:
            applied.setdefault(book.study[1], []).append(book.name())
    together = {ledger.union(names) for names in applied.values()}
    if len(together) == 1 and len(applied) > 1:
        (people,) = together
        whole = _put(ledger, ("any guidance", ""), books[0].about, people)
        for names in applied.values():
            if sum(map(ledger.value, names)) == len(people):
                ledger.sum(whole, names, rest="of no guidance")
