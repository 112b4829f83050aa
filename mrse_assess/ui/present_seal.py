"""The check list before sealing, as the dialog shows it."""

from typing import Any

from mrse_assess.ui.present_points import jump
from mrse_assess.workbench.course_views import Point, SealView

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
    return {
        "id": point.id,
        "about": point.id.partition(":")[0],
        "kind": point.kind.value,
        "words": point.words,
        "jumps": [jump(one) for one in point.jumps[:MOST_JUMPS]],
        "more": max(len(point.jumps) - MOST_JUMPS, 0),
    }
