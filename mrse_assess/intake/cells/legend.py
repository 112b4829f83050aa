"""The legend of a table: which mark behind an item says that the work was simulated ("* = simulated")."""

import re
from collections.abc import Iterable
from typing import Final

from mrse_assess.intake.cells.phrases import says_simulated
from mrse_assess.intake.text.labels import plain

_MARK: Final = r"(\*{1,3}|[\u2020\u2021\u00a7^#]|[(\[][SsHhFfMm*\u2020\u2021#^][)\]])"
"""Letters are the first ones of the words for it; (a) and (i) number the parts of an item."""
_NEAR: Final = 60  # characters between a mark and what it means
_LEGEND: Final = re.compile(
    rf"(?:^|[\s;:.,(]){_MARK}(?=[\s=:\-,.;]|[a-z])([^;*\u2020\u2021]{{0,{_NEAR}}})", re.IGNORECASE
)
_LETTER: Final = re.compile(
    rf"^\W*(?:(?:key|legend|note)\s*[:=]\s*)?([SsHhFfMm])\s*[:=\-]\s*([^;]{{0,{_NEAR}}})", re.IGNORECASE
)
_AMONG: Final = re.compile(
    rf"[:;,(]\s*([SsHhFfMm])\s*(?:[=\-]|means|denotes|is|stands for)\s*(?=[A-Za-z]{{3}})([^;,]{{0,{_NEAR}}})",
    re.IGNORECASE,
)
"""A letter behind another of the key: "Type: R = real, S = simulated"."""
_MARKED_WITH: Final = re.compile(
    rf"[^;]{{0,{_NEAR}}}\b(?:marked|shown|flagged|indicated|denoted|labelled)\b[^;]{{0,20}}?{_MARK}(?:$|[\s.,;)])",
    re.IGNORECASE,
)
_ASTERISK: Final = re.compile(r"\b(?:an?\s+)?(?:asterisk|star)\b", re.IGNORECASE)
_DAGGER: Final = re.compile(r"\b(?:a\s+)?dagger\b", re.IGNORECASE)
_PAGED: Final = re.compile(
    r"(?:evidence|items?|documents?|ref(?:erence)?s?|appendi\w+|exhibits?)\b.*?[(\[:/,&+|\n-]\s*(?:and\s)?(?:pages?|pp?\.?|pg\.?)"
    r"(?:\s*(?:numbers?|nos?\.?|refs?))?\W*$",
    re.IGNORECASE | re.DOTALL,
)
_RAISED: Final = str.maketrans({"\u00b9": "\u2020", "\u00b2": "\u2021", "\u00b3": "^"})
_ABBREVIATED: Final = re.compile(r"(?:^|[\s;:,.(])([A-Za-z]{1,4})\.?\s*(?:=|:|means|is|stands for)\s*([A-Za-z]+)")
_PLACES: Final = frozenset(
    {"section", "table", "figure", "slide", "paragraph", "row", "step", "chapter", "part", "minute", "clause", "bullet"}
)
_LONGEST: Final = 200  # characters: a legend is no paragraph


_FOOTNOTE: Final = re.compile(
    r"^\s*([(\[](?:\d|[a-e])[)\]])\s*[=:\-]?\s*((?:(?:this|the)\s+(?:evidence|item|case|work)\s+(?:is|was)\s+)?(?:an?\s+)?"
    r"(?:simulated|hypothetical|fictitious)(?:\s+(?:evidence|case|scenario|work|item|exercise))?)\W*$",
    re.IGNORECASE,
)
"""A figure or letter in brackets at the head of a line: a footnote's own, where that says that work was simulated."""


def footnoted(text: str) -> str:
    """The text with raised figures as signs: behind a reference they are marks, not digits of its number."""
    return text if text.isascii() else text.translate(_RAISED)


def abbreviations(lines: Iterable[str]) -> dict[str, str]:
    """What a key of the table's pages says that letters before numbers mean: "s = section; t = table"."""
    found: dict[str, str] = {}
    for line in lines:
        said = _ABBREVIATED.findall(plain(line))
        found.update({short.lower(): word.lower() for short, word in said if word.lower() in _PLACES})
    return found


def legend_marks(lines: Iterable[str]) -> frozenset[str]:
    """The marks that lines of a table's pages explain as "simulated"; letters in brackets in lower case."""
    found: set[str] = set()
    for line in lines:
        text = plain(footnoted(line))
        if len(text) <= _LONGEST and says_simulated(text):
            found.update(_marks_in(_DAGGER.sub("\u2020", _ASTERISK.sub("*", text))))
    return frozenset(found)


def says_paged(headers: Iterable[str]) -> bool:
    """Whether a column's heading says that its numbers behind items are pages: "Evidence (page numbers)"."""
    return any(_PAGED.search(plain(header).strip()) for header in headers)


def _marks_in(text: str) -> Iterable[str]:
    explained = [match.group(1) for match in _LEGEND.finditer(text) if says_simulated(match.group(2))]
    ways = (_LETTER, _AMONG, _FOOTNOTE)
    lettered = [each.group(1) for way in ways for each in way.finditer(text) if says_simulated(each.group(2))]
    marked = [match.group(1) for match in _MARKED_WITH.finditer(text) if says_simulated(match.group())]
    for mark in (each.lower() for each in (*explained, *lettered, *marked)):
        yield mark
        if len(mark) > 1 and not mark[1].isalnum() and mark[0] in "([":
            yield mark[1]
