"""Pairs of items whose evidence is much alike; what stands in other items too is taken for their common template."""

from collections.abc import Mapping, Sequence
from itertools import combinations, takewhile
from typing import NamedTuple

from mrse_assess.screening.checks.similar.limits import Limits
from mrse_assess.screening.item_texts import ItemText
from mrse_assess.screening.shingles import Shingle, alike, contained, shingles


class Pair(NamedTuple):
    """Two items, the first of which the portfolio has first.

    ``kind``: duplicate, near, contained (most of one stands in a longer one), reused_commentary. ``share`` of the
    shorter one's sequences of words.
    """

    first: ItemText
    second: ItemText
    kind: str
    share: float


class _Beside(NamedTuple):
    """What of a pair's common sequences stands in items that are like neither, and in items that are like both."""

    unlike: frozenset[Shingle]
    like: frozenset[Shingle]


def alike_pairs(texts: Sequence[ItemText], limits: Limits) -> tuple[Pair, ...]:
    """The pairs of items that are much alike, in the order of the portfolio."""
    every = (pair for pair in combinations(texts, 2) if not share_pages(*pair))
    likely = [(first, second) for first, second in every if _near(_said(first), _said(second), limits)]
    beside = _beside(texts, likely)
    found = (_pair(first, second, beside[first.item.id, second.item.id], limits) for first, second in likely)
    return tuple(pair for pair in found if pair is not None)


def _said(text: ItemText) -> frozenset[Shingle]:
    return text.evidence_shingles


def share_pages(first: ItemText, second: ItemText) -> bool:
    """Whether two items have a page in common."""
    return any(span.meets(other) for span in first.item.spans for other in second.item.spans)


def _near(mine: frozenset[Shingle], other: frozenset[Shingle], limits: Limits) -> bool:
    return len(mine & other) >= limits.fewest and contained(mine, other) >= limits.near


def _beside(
    texts: Sequence[ItemText], likely: Sequence[tuple[ItemText, ItemText]]
) -> Mapping[tuple[str, str], _Beside]:
    """For each likely pair what of it stands in other items."""
    bit = {text.item.id: 1 << place for place, text in enumerate(texts)}
    every = (1 << len(texts)) - 1
    like = dict(bit)
    for first, second in likely:
        like[first.item.id] |= bit[second.item.id]
        like[second.item.id] |= bit[first.item.id]
    held_by = _held_by(texts, likely)
    found = {}
    for first, second in likely:
        mine, other, both = like[first.item.id], like[second.item.id], _said(first) & _said(second)
        pair = bit[first.item.id] | bit[second.item.id]
        found[first.item.id, second.item.id] = _Beside(
            unlike=frozenset(each for each in both if held_by[each] & every & ~(mine | other)),
            like=frozenset(each for each in both if held_by[each] & mine & other & ~pair),
        )
    return found


def _held_by(texts: Sequence[ItemText], likely: Sequence[tuple[ItemText, ItemText]]) -> Mapping[Shingle, int]:
    """Which items hold each sequence of words, a bit for each: portfolios of many alike items have many pairs."""
    wanted = frozenset[Shingle]().union(*(_said(text) for pair in likely for text in pair))
    found = dict.fromkeys(wanted, 0)
    for place, text in enumerate(texts):
        for each in _said(text) & wanted:
            found[each] |= 1 << place
    return found


def _pair(first: ItemText, second: ItemText, beside: _Beside, limits: Limits) -> Pair | None:
    mine, other = _said(first) - beside.unlike, _said(second) - beside.unlike
    if not _near(mine, other, limits):
        return None
    share, fewer, more = contained(mine, other), *sorted((len(mine), len(other)))
    if alike(mine, other) >= limits.same:
        return Pair(first, second, "duplicate", share)
    one_form = _only_ends(first, second, limits) or _own_beside(mine - beside.like, other - beside.like, limits)
    if share < limits.plainly and one_form:
        return None
    if fewer >= limits.extract * more:
        return Pair(first, second, "near", share)
    return Pair(first, second, "contained", share) if share >= limits.contained else None


def _own_beside(mine: frozenset[Shingle], other: frozenset[Shingle], limits: Limits) -> bool:
    """Whether beside what a template may give the two have enough of their own, and hardly anything in common."""
    return min(len(mine), len(other)) >= limits.fewest and contained(mine, other) < limits.between


def _only_ends(first: ItemText, second: ItemText, limits: Limits) -> bool:
    """Whether the two share how they begin and end and little between: a template that was filled in twice."""
    mine, other = _words(first), _words(second)
    begins = _in_common(mine, other)
    ends = min(_in_common(mine[::-1], other[::-1]), min(len(mine), len(other)) - begins)
    return _own_beside(shingles(mine[begins : len(mine) - ends]), shingles(other[begins : len(other) - ends]), limits)


def _words(text: ItemText) -> list[str]:
    return [word for sentence in text.compared for word in sentence.words]


def _in_common(some: Sequence[str], other: Sequence[str]) -> int:
    """How many words the two begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(some, other, strict=False)))
