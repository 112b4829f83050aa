"""Counts over sub-categories and parts, in a form that can be added up category by category."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mrse_assess.rules.standing import Standing


class Tally(NamedTuple):
    """What the rules count.

    ``real`` and ``simulated``: satisfactory sub-categories on real and on simulated evidence. ``could_be_simulated``:
    pending ones that may yet rest on it. ``references``: sub-categories with a traceable reference. ``categories``:
    major categories that hold real satisfactory evidence (or a satisfactory piece, where pieces are counted);
    ``simulated_categories``: those that hold simulated evidence only. ``dependent``: sub-categories short of
    independent pieces. ``absent``: required parts that are absent.
    """

    real: int = 0
    simulated: int = 0
    could_be_simulated: int = 0
    references: int = 0
    categories: int = 0
    simulated_categories: int = 0
    dependent: int = 0
    absent: int = 0

    def plus(self, other: "Tally") -> "Tally":
        """The two added up."""
        return Tally(*map(int.__add__, self, other))


def of_category(standings: Sequence[Standing], *, by_piece: bool) -> Tally:
    """The counts of one major category."""
    return as_category(uncounted(standings), by_piece=by_piece)


def uncounted(standings: Sequence[Standing]) -> Tally:
    """What the sub-categories of one major category add up to; ``categories`` are those of them that hold a piece."""
    return Tally(
        real=sum(one.satisfactory and not one.simulated for one in standings),
        simulated=sum(one.satisfactory and one.simulated for one in standings),
        could_be_simulated=sum(one.simulated and not one.satisfactory for one in standings),
        references=sum(one.reference for one in standings),
        categories=sum(one.holds_piece for one in standings),
        dependent=sum(not one.independent for one in standings),
    )


def as_category(counts: Tally, *, by_piece: bool) -> Tally:
    """The counts of one major category from what its sub-categories add up to."""
    holds = counts.categories > 0 if by_piece else counts.real > 0
    return counts._replace(
        categories=int(holds), simulated_categories=int(not by_piece and not holds and counts.simulated > 0)
    )


def added(tallies: Iterable[Tally]) -> Tally:
    """All of them added up."""
    total = Tally()
    for tally in tallies:
        total = total.plus(tally)
    return total
