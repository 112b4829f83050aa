"""Cells of a column of pages: what they say, and which of the references beside them each of their lines is for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.cells.parts_beside import parts_beside
from mrse_assess.intake.cells.references import Known, read_cell
from mrse_assess.intake.cells.said_places import quoted
from mrse_assess.intake.grids.grid import Cell
from mrse_assess.intake.text.labels import squeezed
from mrse_assess.intake.text.lines import flat

_PIECES: Final = re.compile(r"[;\n]+")
_OPEN: Final = re.compile(
    r"(?:[-,&(\u2013\u00a7]|\b(?:and|to|sections?|sect?|pages?|pgs?|pp?|steps?|slides?|tables?|figures?|fig|rows?"
    r"|paras?|paragraphs?|points?|minutes?|chapters?|clauses?|no|of)\b\.?)\s*\n\s*(?=\S)",
    re.IGNORECASE,
)
"""Where a line of such a cell cannot end."""

_BEFORE_COLON: Final = re.compile(r"\d+[a-z]?\s?:")
_LEVEL: Final = 0.45  # of the distance between lines, within which two lines stand at one height


class Hints(NamedTuple):
    """What a cell of a column of pages says: pages, and sections of the item beside them; None for none."""

    pages: str | None
    sections: str | None


NO_HINTS: Final = Hints(None, None)


def hints_of(text: str, known: Known) -> Hints:
    """What a cell of a column of pages says, which may say where on the page or in the item: "p 4, row 3"."""
    cell = read_cell(f"p {text}" if text[:1].isdecimal() else text, known)
    sections = [*cell.loose_sections, *(each.section_hint for each in cell.references if each.section_hint)]
    sections.extend(each for each in quoted(text) if each not in ", ".join(sections) and not _is_title(each, known))
    sections.extend(parts_beside(cell, text, known))
    return Hints(page_hint_of(text, known), ", ".join(sections) or None)


def _is_title(words: str, known: Known) -> bool:
    """Whether the words are an item's title, which names no part of it."""
    return any(squeezed(words) == squeezed(title) for title in known.titles.values())


def page_hint_of(text: str, known: Known) -> str | None:
    """What a cell of a column of pages says: the pages, or None."""
    cell = read_cell(f"p {text}" if text[:1].isdecimal() else text, known)
    pages = [*cell.loose_pages, *(each.page_hint for each in cell.references if each.page_hint)]
    if not pages and text[:1].isdecimal():
        pages = list(read_cell(f"pp {text}", Known()).loose_pages)
    return ", ".join(pages) or None


def shared_hints(text: str, count: int, known: Known) -> tuple[Hints, ...]:
    """The hints of a cell beside so many references: one for each in order, one for all of them, or ()."""
    parts = _parts(text)
    hints = tuple(hints_of(part, known) for part in parts)
    if count > 1 and len(hints) == 1 and not hints[0].sections:
        listed = (hints[0].pages or "").split(", ")
        hints = tuple(Hints(each, None) for each in listed) if len(listed) == count else hints
    if count == 1:
        whole = NO_HINTS in hints and hints_of(flat(text), known)  # a heading goes on in the next line
        return (whole or _together(hints),) if hints else ()
    return hints if len(hints) in {1, count} else ()


def hints_by_name(text: str, known: Known) -> Mapping[str, Hints]:
    """What a cell of places says of each item that it names, "E13: page 34"; {} where a line of it names none.

    A number alone names an item only before a colon: any other is a page.
    """
    found: dict[str, Hints] = {}
    for part in _parts(text):
        named = read_cell(part, known).references
        if not named or not all(each.labelled or _BEFORE_COLON.match(part) for each in named):
            return {}
        found.update({each.evidence_id: Hints(each.page_hint, each.section_hint) for each in named})
    return found


def level_hints(references: Cell, ids: Sequence[str], pages: Cell, known: Known) -> tuple[Hints, ...]:
    """The hints of a cell beside one with several references, line by line: some of these have none; () where unclear.

    ``ids`` are the references' items in order. Each must begin a line, and what is said of it stand at its height.
    """
    heights = _heights(references, pages)
    lines = [read_cell(line, known).references for line in references.text.split("\n")]
    named = [each[0].evidence_id for each in lines if each]
    if heights is None or len(ids) < 2 or named != list(ids) or any(len(each) > 1 for each in lines):  # noqa: PLR2004 - several
        return ()
    starts = [at for at, each in zip(heights[0], lines, strict=True) if each]
    near = _LEVEL * min((two - one for one, two in pairwise(heights[0])), default=0.0)
    said = list(_said(pages.text.split("\n"), heights[1], starts, near))
    if len(said) != len({place for place, _ in said}) or any(place < 0 for place, _ in said):
        return ()
    told = dict(said)
    return tuple(hints_of(told[place], known) if place in told else NO_HINTS for place in range(len(ids)))


def _heights(references: Cell, pages: Cell) -> tuple[Sequence[float], Sequence[float]] | None:
    """The heights of the lines of both cells; where these are not known, the places of as many lines; else None."""
    here, there = references.text.split("\n"), pages.text.split("\n")
    if references.page != pages.page:
        return None
    if len(here) == len(references.heights) and len(there) == len(pages.heights):
        return references.heights, pages.heights
    if len(here) == len(there) and not references.heights and not pages.heights and references.box is None:
        return range(len(here)), range(len(there))
    return None


def _said(
    lines: Sequence[str], heights: Sequence[float], starts: Sequence[float], near: float
) -> Iterator[tuple[int, str]]:
    """What is said beside each reference, by its place; place -1 where a line stands at the height of none."""
    part, place = "", -1
    for line, at in zip(lines, heights, strict=True):
        level = next((index for index, start in enumerate(starts) if abs(start - at) <= near), None)
        if not line.strip() or (level is None and part):
            part = f"{part} {line}".strip()
            continue
        if part:
            yield place, part
        part, place = line, -1 if level is None else level
    if part:
        yield place, part


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _PIECES.split(_unbroken(text)) if part.strip()]


def _together(hints: Sequence[Hints]) -> Hints:
    pages, sections = (", ".join(filter(None, each)) or None for each in zip(*hints, strict=True))
    return Hints(pages, sections)


def _unbroken(text: str) -> str:
    """The text with lines joined where the first cannot end there: "Table" above "1"."""
    return _OPEN.sub(lambda match: match.group().replace("\n", " "), text)
