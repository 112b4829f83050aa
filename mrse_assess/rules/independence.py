"""How many pieces stand behind a sub-category, and how many of them are independent of each other.

Pieces are independent when the assessors put them in different groups. A group is a name that an assessor chose: two
assessors who used different names for the same division of the same items agree.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mrse_assess.model.judgement import Judgement
from mrse_assess.terms import Verdict


class Range(NamedTuple):
    """Lowest and highest number over every completion of what is open."""

    low: int
    high: int


class Piece(NamedTuple):
    """A piece of evidence that counts, or may: ``group`` is None or "" when it is not known which it belongs to."""

    group: str | None
    certain: bool


def pieces(found: Sequence[Piece], *, independent: bool) -> Range:
    """How many pieces there are; with ``independent``, how many that are independent of each other.

    A piece without a known group may belong to one of the groups found or stand alone.
    """
    sure = [piece for piece in found if piece.certain]
    if not independent:
        return Range(len(sure), len(found))
    sure_groups = {piece.group for piece in sure if piece.group}
    lowest = len(sure_groups) or min(len(sure), 1)
    groups = {piece.group for piece in found if piece.group}
    return Range(lowest, len(groups) + sum(not piece.group for piece in found))


def agreed_groups(rows: Iterable[Judgement]) -> Mapping[str, str | None]:
    """The group of each item in the deciding rows of one sub-category; None where the assessors differ."""
    kept = tuple(rows)
    as_named = _by_item(kept, {row.key: _group(row) for row in kept})
    if None not in as_named.values() or not _comparable(kept):
        return as_named
    by_division = _by_item(kept, _named_by_first_item(kept))
    return as_named if None in by_division.values() else by_division


def _by_item(rows: Sequence[Judgement], names: Mapping[object, str]) -> dict[str, str | None]:
    said: dict[str, set[str]] = {}
    for row in rows:
        said.setdefault(row.evidence_id, set()).add(names[row.key])
    return {item: next(iter(groups)) if len(groups) == 1 else None for item, groups in said.items()}


def _comparable(rows: Sequence[Judgement]) -> bool:
    """Whether divisions can be compared: by people who found the same items satisfactory."""
    items: dict[str, set[str]] = {}
    for row in rows:
        if row.verdict == Verdict.SATISFACTORY:
            items.setdefault(row.assessor, set()).add(row.evidence_id)
    return len(set(map(frozenset, items.values()))) == 1


def _named_by_first_item(rows: Sequence[Judgement]) -> dict[object, str]:
    """Each assessor's groups renamed after the first item in them, so that only the division is compared."""
    first: dict[tuple[str, str], str] = {}
    names: dict[object, str] = {}
    for row in sorted(rows, key=lambda row: row.evidence_id):
        group = _group(row)
        names[row.key] = first.setdefault((row.assessor, group), row.evidence_id) if group else ""
    return names


def _group(row: Judgement) -> str:
    """The group given to a satisfactory item; an item that is not satisfactory is in none."""
    return row.independent_group.strip() if row.verdict == Verdict.SATISFACTORY else ""
