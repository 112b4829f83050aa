"""What stands on a page as annotations: links, pinned files, comments, marks for redaction, signature fields."""
# mypy: disable-error-code="no-untyped-call, attr-defined"
# The PDF library carries no types for most of its calls.

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from mrse_assess.documents.facts.days import pdf_day
from mrse_assess.documents.facts.pdf.actions import actions, events
from mrse_assess.documents.facts.pdf.objects import edges, has, reference, text
from mrse_assess.documents.facts.pdf.whole import signature
from mrse_assess.documents.facts.wording import short
from mrse_assess.model.facts import Carried, Signature, Trace
from mrse_assess.model.places import Box

if TYPE_CHECKING:
    from mrse_assess.documents.facts.pdf.sight import Sight

_MOST = 2000  # annotations looked at on a page
_DEEPEST = 8  # fields inside each other
_TRACES = {
    "StrikeOut": "deletion",
    "Caret": "insertion",
    **dict.fromkeys(
        (
            "Text",
            "FreeText",
            "Highlight",
            "Underline",
            "Squiggly",
            "Line",
            "Square",
            "Circle",
            "Polygon",
            "PolyLine",
            "Ink",
            "Stamp",
        ),
        "comment",
    ),
}
_OBJECTS = frozenset({"RichMedia", "3D", "Movie", "Sound", "Screen"})
_FILE_NAMES = ("FS/UF", "FS/F", "FS")


class Marked(NamedTuple):
    """What the annotations of a page are, and where it is marked for redaction, in the page without its rotation."""

    traces: tuple[Trace, ...]
    carried: tuple[Carried, ...]
    signatures: tuple[Signature, ...]
    redactions: tuple[Box, ...]


def annotation_facts(sight: "Sight") -> Marked:
    """The annotations of a page."""
    traces: list[Trace] = []
    carried: list[Carried] = list(_page_events(sight))
    signatures: list[Signature] = []
    redactions: list[Box] = []
    page, document = sight.page, sight.document
    for xref, *_ in islice(page.annot_xrefs(), _MOST):
        kind = text(document, xref, "Subtype")
        area = _area(sight, xref)
        if kind in _TRACES:
            traces.append(_trace(sight, xref, _TRACES[kind]))
        elif kind == "Redact":
            redactions.extend(filter(None, (area,)))
        elif kind == "Widget" and _field(sight, xref) is not None:
            signatures.append(signature(document, _field(sight, xref) or xref, sight.number))
        carried.extend(_carried(sight, xref, kind, None if area is None else sight.shown(area)))
    return Marked(tuple(traces), tuple(carried), tuple(signatures), tuple(redactions))


def _area(sight: "Sight", xref: int) -> Box | None:
    """The annotation's rectangle in the page without its rotation, from its top left."""
    import pymupdf

    found = edges(sight.document, xref, "Rect")
    if found is None:
        return None
    box = pymupdf.Rect(found) * sight.page.transformation_matrix
    return box.x0, box.y0, box.x1, box.y1


def _trace(sight: "Sight", xref: int, kind: str) -> Trace:
    document = sight.document
    when = text(document, xref, "CreationDate") or text(document, xref, "M")
    return Trace(kind, short(text(document, xref, "T")), pdf_day(when), sight.number)


def _page_events(sight: "Sight") -> Iterator[Carried]:
    return events(sight.document, sight.page.xref, sight.number)


def _carried(sight: "Sight", xref: int, kind: str, box: Box | None) -> Iterator[Carried]:
    document, number = sight.document, sight.number
    yield from actions(document, xref, "A", number, box)
    yield from events(document, xref, number, box)
    if kind == "FileAttachment":
        names = filter(None, (text(document, xref, key) for key in _FILE_NAMES))
        yield Carried("attachment", number, short(next(names, "")), box)
    elif kind in _OBJECTS:
        yield Carried("embedded_object", number, "", box)


def _field(sight: "Sight", xref: int) -> int | None:
    """The signature field that a widget shows: itself or one above it."""
    document, at = sight.document, xref
    for _ in range(_DEEPEST):
        if has(document, at, "FT"):
            return at if text(document, at, "FT") == "Sig" else None
        above = reference(document, at, "Parent")
        if above is None:
            return None
        at = above
    return None
