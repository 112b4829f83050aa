"""The check list before sealing, as the dialog shows it."""

from typing import Any

from mrse_assess.workbench.course_views import Jump, JumpKind, Point, SealView
from mrse_assess.workbench.views import Unit

MOST_JUMPS = 16
"""So many places of one point are linked, and the rest counted."""


def seal(value: SealView) -> dict[str, Any]:
    """The dialog: the check list while open, since when while sealed."""
    return {
        "sealed": value.sealed,
        "since": value.since,
        "points": [_point(point) for point in value.points],
        "can_seal": value.can_seal,
        "can_reopen": value.can_reopen,
        "why_not": value.why_not,
    }


def _point(point: Point) -> dict[str, Any]:
    jumps = [jump for jump in point.jumps if jump.kind is not JumpKind.NOWHERE]
    return {
        "id": point.id,
        "about": point.id.partition(":")[0],
        "kind": point.kind.value,
        "words": point.words,
        "jumps": [_jump(jump) for jump in jumps[:MOST_JUMPS]],
        "more": max(len(jumps) - MOST_JUMPS, 0),
    }


def _jump(jump: Jump) -> dict[str, Any]:
    return {
        "kind": jump.kind.value,
        "words": jump.words,
        "label": jump.label,
        "unit": list(jump.unit or Unit("", "")),
        "page": jump.page,
    }
