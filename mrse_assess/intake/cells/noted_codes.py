"""Sentences beside the table that name the sub-categories with simulated evidence: "Simulated evidence: 8.1 (E2)."."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.cells.cell import Known
from mrse_assess.intake.cells.phrases import NOTE_WORDS
from mrse_assess.intake.cells.references import read_cell
from mrse_assess.intake.text.labels import plain

_WORDS: Final = "|".join(sorted(NOTE_WORDS, key=len, reverse=True))
_UNIT: Final = r"(?:sub-?\s?)?(?:categor(?:y|ies)|cats?)"
_CODES: Final = r"(?P<codes>(?:(?:[1-9]\.[1-9]|3)(?!\.?\d)(?:\s*\([^()]{1,60}\))?(?:\s*(?:,|;|&|and)\s*)*)+)"
_TAIL: Final = r"(?:\s*(?:only|alone|respectively|above|in the table))?\s*[.;)]*\s*$"
_USED: Final = re.compile(
    rf"(?:{_WORDS})\s+(?:evidence|cases?|scenarios?|work|items?|exercises?|examples?)\b(?:\s+[a-z-]+){{0,6}}?\s*[:=]?\s*"
    r"(?:(?:for|in|under|against|to support|supports?|with)\s+)?(?:only\s+)?(?:the\s+)?"
    rf"(?:{_UNIT}\s*:?\s*)?{_CODES}{_TAIL}",
    re.IGNORECASE,
)
_RESTS: Final = re.compile(
    rf"(?:^|[.;]\s+)(?:(?:only|the|my|evidence for|evidence in|note that)\s+)*(?:{_UNIT}\s+|(?!3\s)){_CODES}\s*"
    r"(?:is|are|uses?|rel(?:y|ies) on|rests? on|contains?|(?:is|are) (?:supported|met|evidenced) by|includes?)\s+"
    rf"(?:an?\s+|only\s+|based on\s+)*(?:{_WORDS})\b",
    re.IGNORECASE,
)
_CODE: Final = re.compile(r"(?<![\d.])([1-9]\.[1-9]|3)(?!\.?\d)(?:\s*\(([^()]*)\))?")
_SPEAKS_OF_IT: Final = re.compile(rf"\b(?:{_WORDS})\b", re.IGNORECASE)
_NONE: Final = re.compile(r"\b(?:none|no|not|nothing|without)\b", re.IGNORECASE)
_LONGEST: Final = 240  # characters


class NotedCode(NamedTuple):
    """A sub-category of which evidence was simulated: one item's, or every item's ("")."""

    code: str
    item: str


def noted_codes(lines: Iterable[str], known: Known) -> frozenset[NotedCode]:
    """The sub-categories that sentences among the lines say it of; a sentence may go on in the next line."""
    texts = [" ".join(plain(line).split()) for line in lines]
    joined = (f"{one} {two}" for one, two in pairwise(texts) if not one.endswith((".", ";")))
    return frozenset(
        each
        for text in (*texts, *joined)
        if len(text) <= _LONGEST and _SPEAKS_OF_IT.search(text)
        for way in (_USED, _RESTS)
        if (match := way.search(text)) is not None and not _NONE.search(text[: match.end()])
        for each in _named(match["codes"], known)
    )


def _named(text: str, known: Known) -> Iterator[NotedCode]:
    for match in _CODE.finditer(text):
        if match.group(1) not in known.codes:
            continue
        items = [each.evidence_id for each in read_cell(match.group(2) or "", known).references]
        there = [each for each in items if each in known.ids]
        yield from (NotedCode(match.group(1), each) for each in there or [""])
