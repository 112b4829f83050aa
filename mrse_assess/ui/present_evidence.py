"""From what the workbench finds in the evidence to what the viewer shows. No widget here."""

from collections.abc import Iterable, Sequence
from typing import Any

from mrse_assess.model.places import Box
from mrse_assess.ui import present
from mrse_assess.workbench.course_views import Preferences
from mrse_assess.workbench.evidence_views import (
    Comparable,
    Comparison,
    FileInfo,
    Mark,
    MarkSet,
    QuoteView,
    SearchResult,
)
from mrse_assess.workbench.views import ItemView


def looks(sets: Sequence[MarkSet], liked: Preferences) -> dict[str, Any]:
    """The highlight sets there are and those shown, and whether pages follow one another."""
    known = [one.id for one in sets]
    return {
        "sets": [{"id": one.id, "name": one.name, "line": one.line} for one in sets],
        "shown_sets": [one for one in liked.marks if one in known],
        "continuous": liked.continuous,
    }


def quotes(values: Iterable[QuoteView]) -> list[dict[str, Any]]:
    """The quotes pinned to the unit: page of the item (0 when it is not of it now) and boxes."""
    return [
        {"pin": one.pin, "text": one.text, "n": one.number, "boxes": boxes(one.boxes), "found": one.found}
        for one in values
    ]


def marks(values: Iterable[Mark]) -> list[list[Any]]:
    """The highlights of a page."""
    return [[one.set, one.text, boxes(one.boxes)] for one in values]


def search(value: SearchResult) -> dict[str, Any]:
    """Hits by item; ``total`` counts those not sent too."""
    return {
        "words": value.words,
        "items": [
            {
                "id": one.evidence_id,
                "label": one.label,
                "title": one.title,
                "count": one.count,
                "whole": one.whole,
            }
            for one in value.items
        ],
        "hits": [
            {"id": one.evidence_id, "n": one.number, "boxes": boxes(one.boxes), "around": one.around}
            for one in value.hits
        ],
        "total": value.total,
        "unsearched": value.unsearched,
    }


def comparable(values: Iterable[Comparable]) -> list[dict[str, Any]]:
    """What the item may be compared with."""
    return [{"id": one.evidence_id, "label": one.label, "title": one.title, "why": one.why} for one in values]


def comparison(value: Comparison, other: ItemView) -> dict[str, Any]:
    """What two items share, with the other item's pages."""
    return {
        "evidence_id": value.evidence_id,
        "other": value.other,
        "shared": value.shared,
        "sentence": value.sentence,
        "runs": [
            {
                "n": run.number,
                "boxes": boxes(run.boxes),
                "other_n": run.other_number,
                "other_boxes": boxes(run.other_boxes),
                "words": run.words,
            }
            for run in value.runs
        ],
        "item": present.evidence(other, 1 if other.pages else 0, {}, []),
    }


def files(values: Iterable[FileInfo]) -> list[dict[str, Any]]:
    """The files behind an item."""
    return [
        {
            "name": one.name,
            "sha256": one.sha256,
            "kind": one.kind,
            "size": one.size,
            "pages": one.pages,
            "shown": one.shown,
            "whole": one.whole,
        }
        for one in values
    ]


def boxes(values: Iterable[Box]) -> list[list[float]]:
    """Boxes in points, to a tenth."""
    return [[round(side, 1) for side in box] for box in values]
