"""What the reading left open, as the left pane lists it."""

from collections.abc import Sequence
from typing import Any

from mrse_assess.workbench.course_views import Coverage, Jump, Point
from mrse_assess.workbench.views import ClaimRow, ItemView, JudgementView, ReasonChoice, Unit


def points(value: Coverage, first: Unit | None) -> dict[str, Any]:
    """The check list; ``start`` while nothing is judged, and then ``first`` is where judging starts."""
    return {
        "points": [_point(point) for point in value.points],
        "summary": value.summary,
        "read_as": list(value.read_as),
        "start": value.nothing_judged,
        "first": first.sub_category if first and value.nothing_judged else "",
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "id": point.id,
        "about": point.id.partition(":")[0],
        "words": point.words,
        "jumps": [jump(one) for one in point.jumps],
    }


def jump(value: Jump) -> dict[str, Any]:
    """One place that a point of a check list leads to."""
    return {
        "kind": value.kind.value,
        "words": value.words,
        "label": value.label,
        "unit": list(value.unit or Unit("", "")),
        "page": value.page,
    }


def nowhere(
    judgement: JudgementView, claim: ClaimRow, candidates: Sequence[ItemView], reason: ReasonChoice | None
) -> dict[str, Any]:
    """A reference that leads nowhere: the applicant's words, what was looked for, what may be meant."""
    return {
        "unit": list(judgement.unit),
        "label": claim.label,
        "for": judgement.unit.sub_category,
        "cited": judgement.cited,
        "judged": claim.verdict is not None,
        "reason": reason.name if reason else "",
        "candidates": [
            {
                "id": item.evidence_id,
                "label": item.label,
                "title": item.title,
                "pages": f"{len(item.pages)} {'page' if len(item.pages) == 1 else 'pages'}",
            }
            for item in candidates
        ],
    }
