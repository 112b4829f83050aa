"""Where findings stand on the pages: a box for each place, and the numbers that stand beside it."""

from collections.abc import Iterator, Sequence
from typing import Any

from mrse_assess.model.places import Box
from mrse_assess.workbench.finding_views import Finding

SAME_PLACE = 0.5
"""Share of the smaller of two boxes that lies in the other: from here on they bear their numbers together."""


def drawn(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Every box with its finding's number and page; ``tag`` are the numbers to print beside it, "" for none.

    A number is printed once on a page. Boxes in the same place bear theirs together: two tags would hide each other.
    """
    placed: list[dict[str, Any]] = []
    for number, kind, page, box in _boxes(findings):
        of_page = [one for one in placed if one["page"] == page]
        printed = any(str(number) in one["tag"].split() for one in of_page)
        there = next((one for one in of_page if one["tag"] and _overlap(one["box"], box) >= SAME_PLACE), None)
        if there is not None and not printed:
            there["tag"] += f" {number}"
        tag = "" if printed or there is not None else str(number)
        placed.append({"n": number, "kind": kind, "page": page, "box": box, "tag": tag})
    return placed


def _boxes(findings: Sequence[Finding]) -> Iterator[tuple[int, str, int, list[float]]]:
    for number, finding in enumerate(findings, start=1):
        for mark in finding.marks:
            if mark.box is not None:
                yield number, finding.kind.value, mark.page, [round(side, 1) for side in mark.box]


def _overlap(one: Sequence[float], other: Sequence[float]) -> float:
    """Share of the smaller box that lies in the other."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    smaller = min(_area(one), _area(other))
    return width * height / smaller if width > 0 and height > 0 and smaller > 0 else 0.0


def _area(box: Sequence[float] | Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
