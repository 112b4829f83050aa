"""Every count of a publication once, by what it counts, and how they hang together."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from mrse_assess.cohort.disclosure import Count, Overlap, Policy, Rate, Statistics, Sum, Table, Within
from mrse_assess.cohort.disclosure.counts import Relation
from mrse_assess.cohort.disclosure.sensitive import why_sensitive
from mrse_assess.errors import BadRequestError

People = frozenset[str]
Study = tuple[str, str]
"""Guidance and attempts."""
Condition = tuple[str, str]
"""A field and its value: what the applications that are counted have in common."""


@dataclass(frozen=True, kw_only=True)
class Held:
    """A count with what it stands for. ``people`` are the applications behind it where the tables tell them.

    ``impossible``: nought by the scheme. A count that is structurally nought without that is one that every reader will
    take for nought.
    """

    study: Study
    conditions: frozenset[Condition]
    count: Count
    people: People | None
    impossible: bool = False


def name_of(study: Study, conditions: Iterable[Condition]) -> str:
    """The id of a count: the same for the same number in whichever table and report it stands."""
    return "; ".join((*study, *(f"{field}={value}" if value else field for field, value in sorted(conditions))))


class Ledger:
    """Counts, relations and the shares that are asked for. A count that is put twice has to be the same."""

    def __init__(self) -> None:
        self.held: dict[str, Held] = {}
        self._relations: dict[Relation, None] = {}
        self._shares: dict[tuple[str, str], None] = {}

    def put(self, held: Held) -> str:
        """Take a count, and give its id.

        Raises:
            BadRequestError: it was put before with another number.
        """
        known = self.held.setdefault(held.count.id, held)
        if known.count.value != held.count.value:
            raise BadRequestError(
                f"Two tables differ in one count ({held.count.id}); they are not made of the same records."
            )
        if known is not held:
            guarded = known.count.guarded or held.count.guarded
            count = replace(known.count, structural=known.count.structural or held.count.structural, guarded=guarded)
            people = held.people if known.people is None else known.people
            self.held[held.count.id] = replace(known, count=_closer(count, held.count), people=people)
        return held.count.id

    def value(self, name: str) -> int:
        """The number itself."""
        return self.held[name].count.value

    def people(self, name: str) -> People | None:
        """Who is behind it."""
        return self.held[name].people

    def union(self, names: Iterable[str]) -> People:
        """Who is behind any of the counts."""
        return frozenset().union(*(self.people(name) or () for name in names))

    def sum(self, total: str, parts: Sequence[str], *, rest: str, always: bool = False, guarded: bool = False) -> None:
        """The parts, and the rest where there is any (or ``always``), make the total.

        Args:
            total: a count that was put.
            parts: others, none of them twice.
            rest: what the rest is called.
            always: the rest is there also where it is nought, for a reader cannot know that it is.
            guarded: the rest tells of applicants, and is protected as if it were a cell.

        Raises:
            BadRequestError: the parts are more than the total.
        """
        left = self.value(total) - sum(map(self.value, parts))
        if left < 0:
            raise BadRequestError(f"The parts of a count are more than it is ({total}, {rest}).")
        own = self.held[total]
        if left or always:
            behind = None if own.people is None else own.people - self.union(parts)
            conditions = own.conditions | {(rest, "")}
            name = name_of(own.study, conditions)
            parts = *parts, self.put(Held(
                study=own.study, conditions=conditions, people=behind,
                count=Count(id=name, value=left, guarded=guarded),
            ))  # fmt: skip
        if parts:  # of none at all nobody is told that they make the total
            self._relations[Sum(total=total, parts=tuple(parts))] = None

    def overlap(self, total: str, parts: Sequence[str]) -> None:
        """The parts cover the total, and may overlap."""
        self._relations[Overlap(total=total, parts=tuple(parts))] = None

    def within(self, total: str, part: str) -> None:
        """The part is some of the total."""
        self._relations[Within(total=total, part=part)] = None

    def share(self, part: str, whole: str) -> None:
        """The part is some of the whole, and a reader is told its share if both may be published."""
        self.within(whole, part)
        self._shares[part, whole] = None

    def difference(self, larger: str, smaller: str) -> None:
        """Whoever is behind the smaller is behind the larger too; those of the larger alone are a count."""
        self.sum(larger, (smaller,), rest=f"not [{smaller}]", guarded=True)

    def has_within(self, larger: str, smaller: str) -> bool:
        """Whether everybody behind the one is behind the other, as far as it is known."""
        whole, part = self.people(larger), self.people(smaller)
        return whole is not None and part is not None and part <= whole

    def statistics(self, tables: Collection[Table], policy: Policy) -> Statistics:
        """All of it. Shares of counts that are withheld for their own sake are not asked for."""
        return Statistics(
            counts=tuple(held.count for held in self.held.values()),
            relations=tuple(self._relations),
            rates=tuple(
                Rate(id=rate_of(part, whole), part=part, whole=whole)
                for part, whole in self._shares
                if not (self.held[part].count.structural or why_sensitive(self.held[part].count, policy))
            ),
            tables=tuple(tables),
        )


def rate_of(part: str, whole: str) -> str:
    """The id of a share."""
    return f"{part} / {whole}"


def of_things(name: str, value: int, people: Collection[str], most: int | None) -> Count:
    """A count of things of which one application may have several; where nobody knows how many, as many as it can."""
    behind = min(value, len(people))
    return Count(id=name, value=value, applications=behind, largest=_most(value, behind, most))


def _most(value: int, behind: int, most: int | None) -> int:
    worst = value - behind + 1 if value else 0
    fewest = -(-value // behind) if behind else 0
    return worst if most is None else max(fewest, min(worst, most))


def _closer(known: Count, again: Count) -> Count:
    """The count with what is known better of how many applications it rests on, and how much one has of it."""
    if known.largest is None:
        return known
    return replace(known, applications=max(known.behind, again.behind), largest=min(known.most, again.most))
