"""Cells that list sub-categories, each on a line or before a semicolon, with where the item shows it behind each."""

import re
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.cells.phrases import says_simulated
from mrse_assess.intake.cells.references import Known, Reference, read_cell
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import flat
from mrse_assess.intake.text.words import SIMULATED

_STAND_IN: Final = "9999"  # an item's label; what stands behind a code is then read as behind a label
_LEAD: Final = re.compile(
    r"^\s*(?:(?:supports?|claims?|claimed|covers?|for)\s+)*"
    r"(?:(?:sub-?\s?)?categor(?:y|ies)|sub-?cats?|codes?|supports?|criteria|competencies)?(?:\s*:|\s+(?=\d))\s*",
    re.IGNORECASE,
)
_CODE: Final = re.compile(r"^[\s\u2022\u25aa\u25cf\u2023\u00b7*-]*(?:SC\s?|C)?(\d)(?:\s?\.\s?(\d))?(?![\w%]|\.\w)\.?")
_MORE_CODES: Final = re.compile(
    r"^\s*(?:(?:,|&|/|\+|-|\band\b|\bto\b)?\s*(?:SC\s?|C)?\d\.\d(?![\d.])|(?:,|&|/|\+|\band\b)\s*(?:SC\s?|C)?\d(?![\d.\w]))"
)
_OPEN_END: Final = re.compile(
    r"(?:[-:,&/(\u00a7#+]|\b(?:and|to|or|see|sections?|sect?|ss?|pages?|pgs?|pp?|steps?|slides?|tables?|figures?|fig"
    r"|rows?|paras?|paragraphs?|points?|minutes?|chapters?|chap|ch|clauses?|headings?|no|nos|of)\b\.?)\s*$",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r"(?:[,&/]|\band\b)\s*(\d\.\d)(?!\.?\d)")
_AFTER_COMMA: Final = re.compile(r",\s*(?=\d\.\d(?![\d.%]))(?![^()]*\))")
_WORDED: Final = re.compile(r"[^\W\d_]\.?\s?\d")
_MORE_SECTIONS: Final = re.compile(
    r"(?:(?:sections|sects|ss|paras|paragraphs|points|pts|minutes|chapters|clauses)\.?\s?[\d.,\s]*"
    r"|(?:section|sect?|s|para|paragraph|point|pt|minute|chapter|clause|sub-\w+|[\u00a7#]+)\.?\s?\d[\d,\s]*\.[\d.,\s]*)$",
    re.IGNORECASE,
)
"""Where a number with a point that follows a comma is a further section: after several, or after one with a point."""

_SECTIONS: Final = re.compile(
    r"(?:sections?|sect?|ss?|paras?|paragraphs?|points?|pts?|minutes?|chapters?|clauses?|sub-\w+|[\u00a7#]+)\.?\s?"
    r"[\d.,\s]*$",
    re.IGNORECASE,
)
_UNITS: Final = re.compile(r"^\s*(?:mT|T|m|cm|kg|days?|weeks?|hours?|years?|patients?|sites?)\b")


class Placed(NamedTuple):
    """One sub-category of a cell with what stands behind it: pages, a section, whether the work was simulated."""

    code: str
    pages: str | None
    section: str | None
    simulated: bool


def starting_code(text: str, codes: Sequence[str]) -> tuple[str, str] | None:
    """The sub-category that a text begins with, and what follows it; None where it begins otherwise."""
    text = plain(text)
    match = _CODE.match(text)
    if match is None:
        return None
    rest = text[match.end() :]
    code = f"{match[1]}.{match[2]}" if match[2] else match[1]
    return None if code not in codes or _UNITS.match(rest) else (code, rest)


def placed_codes(text: str, codes: Sequence[str], marks: Collection[str] = ()) -> tuple[Placed, ...]:
    """The sub-categories with what stands behind each; () where the cell is not written so.

    ``marks`` are what the legend explains as "simulated".
    """
    entries: list[tuple[str, str]] = []
    for piece in _pieces(plain(text)):
        found = starting_code(piece, codes)
        if found is None or (entries and _goes_on(entries, found[0], codes)):
            if not entries:
                return ()
            entries[-1] = (entries[-1][0], f"{entries[-1][1]} {piece}")
            continue
        entries.append(found)
    twice = len({code for code, _ in entries}) < len(entries)
    if twice or any(_lists_more(rest, codes) for _, rest in entries):
        return ()
    return tuple(_placed(code, rest, marks) for code, rest in entries)


def _pieces(text: str) -> list[str]:
    """The cell cut where a sub-category may begin: at line ends, and at semicolons outside brackets."""
    text = _LEAD.sub("", text, count=1)
    parts = re.split(r"\n|;(?![^()]*\))", text)
    return [piece.strip() for part in parts for piece in _at_commas(part) if piece.strip()]


def _at_commas(text: str) -> list[str]:
    """A line cut at the commas before sub-categories of which the one before says a place: "4.2 s3, 5.1 s4"."""
    cuts = [
        match.start()
        for match in _AFTER_COMMA.finditer(text)
        if not _MORE_SECTIONS.search(text[: match.start()]) and _WORDED.search(text[: match.start()])
    ]
    return [text[start:end].lstrip(", ") for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _goes_on(entries: Sequence[tuple[str, str]], code: str, codes: Sequence[str]) -> bool:
    """Whether a number is of the line before: that ends with a word for a place, or the lone figure is out of order."""
    before, rest = entries[-1]
    lone = "." not in code and codes.index(code) < codes.index(before)
    return lone or bool(rest.strip() and _OPEN_END.search(rest))


def _lists_more(rest: str, codes: Sequence[str]) -> bool:
    """Whether further sub-categories stand behind what is said of the first one: "1.1 (simulated), 1.2"."""
    outside = re.sub(r"\([^()]*\)", "", rest)
    return bool(_MORE_CODES.match(outside)) or any(
        match[1] in codes and not _SECTIONS.search(outside[: match.start()]) for match in _LISTED.finditer(outside)
    )


def _placed(code: str, rest: str, marks: Collection[str]) -> Placed:
    marked = any(mark in rest for mark in marks if not mark.isalnum())
    rest = re.sub(r"^[\s:,-]+", "", flat(rest))
    rest = rest[1:-1] if re.fullmatch(r"\([^()]*\)", rest) else rest
    reference = hint_of(rest)
    simulated = marked or SIMULATED in reference.notes or says_simulated(rest)
    return Placed(code, reference.page_hint, reference.section_hint, simulated)


def hint_of(text: str) -> Reference:
    """What a text says of a place in an item that is known from elsewhere."""
    nothing = Reference(evidence_id="")
    if not text.strip():
        return nothing
    found = read_cell(f"Evidence {_STAND_IN}, {text}", Known(ids=frozenset({_STAND_IN}))).references
    return found[0] if len(found) == 1 and found[0].evidence_id == _STAND_IN else nothing
