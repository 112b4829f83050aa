"""What a screening that was kept says of the claims that were judged: check by check, without a word of any page."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mrse_assess.terms import Look

Unit = tuple[str, str]
"""Sub-category and evidence id."""


class Noticed(NamedTuple):
    """A concern of one check about an item, or that it could not look; ``sub_category`` is "" where it is of all.

    ``observation`` is the id by which an assessor puts it aside.
    """

    observation: str
    check: str
    evidence_id: str
    sub_category: str
    outcome: Look


@dataclass(frozen=True, kw_only=True)
class LookedOver:
    """One screening as statistics take it: ``checks`` that ran, ``items`` that were looked at, and what was noticed."""

    checks: tuple[str, ...]
    items: frozenset[str]
    noticed: tuple[Noticed, ...] = ()


class Answer(NamedTuple):
    """What one check says of one claim; ``put_aside`` is None where there is no concern to be put aside."""

    check: str
    said: Look
    put_aside: bool | None


def answers(
    looked: LookedOver, units: Iterable[Unit], checks: Sequence[str], put_aside: Collection[str]
) -> Iterator[tuple[Unit, Answer]]:
    """What each check says of an item under a sub-category, as the judging page would tell it.

    A concern stands before what could not be seen, and that before "clear": what was not looked at is never clear.

    Args:
        looked: the screening.
        units: sub-categories and the items offered for them; those with items that were not looked at have no answer.
        checks: of items, in their order.
        put_aside: ids of what assessors put aside.
    """
    noticed: dict[tuple[str, str], list[Noticed]] = {}
    for one in looked.noticed:
        noticed.setdefault((one.evidence_id, one.check), []).append(one)
    for unit in units:
        sub_category, evidence_id = unit
        for check in checks if evidence_id in looked.items else ():
            own = [one for one in noticed.get((evidence_id, check), ()) if one.sub_category in {"", sub_category}]
            yield unit, _answer(check, own, put_aside, ran=check in looked.checks)


def _answer(check: str, noticed: Sequence[Noticed], put_aside: Collection[str], *, ran: bool) -> Answer:
    concerns = [one.observation for one in noticed if one.outcome is Look.CONCERN]
    if concerns:
        return Answer(check, Look.CONCERN, any(one in put_aside for one in concerns))
    is_clear = ran and all(one.outcome is Look.CLEAR for one in noticed)
    return Answer(check, Look.CLEAR if is_clear else Look.NOT_CHECKABLE, None)
