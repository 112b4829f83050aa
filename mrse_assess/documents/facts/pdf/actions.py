"""What the actions of a PDF would do: follow a link, start a program, run a script. Nothing is done."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mrse_assess.documents.facts.addresses import file_name, leading
from mrse_assess.documents.facts.pdf.objects import has, text
from mrse_assess.documents.facts.wording import short
from mrse_assess.model.facts import Carried
from mrse_assess.model.places import Box

if TYPE_CHECKING:
    import pymupdf

_DEEPEST = 5  # actions one after the other
_FILES = ("F/UF", "F/F", "F", "Win/F", "UF")
_EVENTS = (
    "E",
    "X",
    "D",
    "U",
    "Fo",
    "Bl",
    "PO",
    "PC",
    "PV",
    "PI",
    "K",
    "F",
    "V",
    "C",
    "O",
    "WC",
    "WS",
    "DS",
    "WP",
    "DP",
)


def actions(document: "pymupdf.Document", xref: int, key: str, page: int, box: Box | None = None) -> Iterator[Carried]:
    """What the action at the key of an object would do, and those that come after it."""
    for depth in range(_DEEPEST):
        at = key + "/Next" * depth
        if not has(document, xref, at):
            return
        found = _one(document, xref, at)
        if found is not None:
            yield Carried(found[0], page, short(found[1]), box)


def events(document: "pymupdf.Document", xref: int, page: int, box: Box | None = None) -> Iterator[Carried]:
    """What is done when something happens to an object: it is clicked, entered, opened, printed."""
    if has(document, xref, "AA"):
        for event in _EVENTS:
            yield from actions(document, xref, f"AA/{event}", page, box)


def _one(document: "pymupdf.Document", xref: int, at: str) -> tuple[str, str] | None:
    kind = text(document, xref, f"{at}/S")
    target = next(filter(None, (text(document, xref, f"{at}/{key}") for key in _FILES)), "")
    if kind == "JavaScript" or has(document, xref, f"{at}/JS"):
        return "javascript", ""
    if kind == "Launch":
        return "launch", file_name(target)
    if kind in {"URI", "SubmitForm"}:
        return leading(text(document, xref, f"{at}/URI") or target)
    if kind in {"GoToR", "ImportData"} and target:
        return leading(target)
    return None
