"""Three-valued facts: yes, no, or left open by what is pending."""

from collections.abc import Iterable

from mrse_assess.terms import Tri


def of(*, certain: bool, possible: bool) -> Tri:
    """YES when every completion says so, NO when none does."""
    if certain:
        return Tri.YES
    return Tri.UNDETERMINED if possible else Tri.NO


def both(first: Tri, second: Tri) -> Tri:
    """Whether both hold."""
    return of(certain=first == second == Tri.YES, possible=Tri.NO not in (first, second))


def any_of(facts: Iterable[Tri]) -> Tri:
    """Whether at least one holds."""
    known = set(facts)
    return of(certain=Tri.YES in known, possible=Tri.UNDETERMINED in known)


def agreed(values: Iterable[bool]) -> Tri:
    """What several people said of the same fact; open when they differ or nobody said anything."""
    said = set(values)
    if len(said) != 1:
        return Tri.UNDETERMINED
    return Tri.YES if said.pop() else Tri.NO


def possible(fact: Tri) -> bool:
    """Whether some completion says yes."""
    return fact != Tri.NO


def certain(fact: Tri) -> bool:
    """Whether every completion says yes."""
    return fact == Tri.YES
