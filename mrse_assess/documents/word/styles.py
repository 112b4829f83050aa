"""What the styles of a Word file say about headings, numbering and table borders."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mrse_assess.documents.word.tree import attr, child, children, is_on, local, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DEEPEST = 20  # of styles based on each other
_HEADINGS = 6


@dataclass(frozen=True, kw_only=True)
class ParagraphLook:
    """A paragraph as its style has it: heading level from 1 or 0, numbering, alignment, character properties."""

    heading: int
    numbering: tuple[str, int] | None
    align: str | None
    runs: tuple["Element", ...]


class Styles:
    """The style part, looked up by id."""

    def __init__(self, root: "Element | None") -> None:
        self._by_id = {attr(node, "styleId") or "": node for node in children(root, "style")}
        self._default = next(
            (
                name
                for name, node in self._by_id.items()
                if attr(node, "type") == "paragraph" and attr(node, "default") in {"1", "true"}
            ),
            "",
        )

    def _chain(self, style_id: str | None) -> list["Element"]:
        """The style and those it is based on, nearest first."""
        found: list[Element] = []
        while style_id and style_id in self._by_id and len(found) < _DEEPEST:
            found.append(self._by_id[style_id])
            style_id = value(self._by_id[style_id], "basedOn")
        return found

    def paragraph(self, style_id: str | None) -> ParagraphLook:
        """How the paragraph style looks."""
        chain = self._chain(style_id or self._default)
        return ParagraphLook(
            heading=next((level for level in map(_heading, chain) if level), 0),
            numbering=_inherited_numbering(chain),
            align=next((align for align in (value(node, "pPr", "jc") for node in chain) if align), None),
            runs=tuple(run for run in (child(node, "rPr") for node in chain) if run is not None),
        )

    def character(self, style_id: str | None) -> tuple["Element", ...]:
        """The character properties of a character style, nearest first."""
        return tuple(run for run in (child(node, "rPr") for node in self._chain(style_id)) if run is not None)

    def table_borders(self, style_id: str | None) -> bool:
        """Whether the table style draws lines."""
        return any(has_borders(child(node, "tblPr", "tblBorders")) for node in self._chain(style_id))


def has_borders(borders: "Element | None") -> bool:
    """Whether any side of a border list is drawn."""
    return any(
        (attr(node, "val") or "nil") not in {"nil", "none"}
        for node in (borders if borders is not None else ())
        if local(node)
    )


def _heading(style: "Element") -> int:
    """The heading level of one style by its name or outline level; 0 for none."""
    name = (value(style, "name") or "").lower()
    if name == "title":
        return 1
    if name.startswith("heading "):
        return min(number(name.removeprefix("heading ")), _HEADINGS)
    outline = value(style, "pPr", "outlineLvl")
    return number(outline) + 1 if outline is not None and number(outline) < _HEADINGS else 0


def _inherited_numbering(chain: list["Element"]) -> tuple[str, int] | None:
    for node in chain:
        numbering = child(node, "pPr", "numPr")
        if numbering is not None and value(numbering, "numId"):
            return value(numbering, "numId") or "0", number(value(numbering, "ilvl"))
    return None


def switched(name: str, *sources: "Element | None") -> bool:
    """The first source that mentions the switch decides it."""
    return next((state for state in (is_on(source, name) for source in sources) if state is not None), False)
