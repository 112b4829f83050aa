"""Sentences beside the table that name the items whose work was simulated: "E1 and E7 are hypothetical scenarios."."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from mrse_assess.intake.cells.cell import Known
from mrse_assess.intake.cells.phrases import NOTE_PHRASES, NOTE_WORDS, says_simulated
from mrse_assess.intake.cells.references import read_cell
from mrse_assess.intake.text.labels import plain

_OPENING: Final = (
    r"\W*(?:(?:(?:please\s+)?note(?:\s+that)?|n\.?\s?b\.?|for\s+information|of\s+(?:these|my|the)(?:\s+\w+)?)\b\W*)?"
    r"(?:(?:only|my|the|of|both)\s+)*"
)
_VERB: Final = (
    r"(?:(?:both|all|each|only)\s+)?(?P<verb>is|are|was|were|describes?|concerns?|contains?|shows?|presents?|uses?"
    r"|relates?\s+to|refers?\s+to)\b"
)
_BEFORE: Final = r"(?:(?:an?|the|all|both|each|entirely|wholly|purely|only|based\s+on|taken\s+from|from|about|of)\s+)*"
_WORDS: Final = "|".join(
    [*sorted(NOTE_WORDS, key=len, reverse=True), *(r"[\s-]".join(words) for words in sorted(NOTE_PHRASES))]
)
_SAID: Final = re.compile(rf"{_OPENING}(?P<items>.{{1,80}}?)\s+{_VERB}\s+{_BEFORE}(?:{_WORDS})\b", re.IGNORECASE)
_LISTED: Final = re.compile(
    rf"{_OPENING}(?:following\s+)?(?P<said>[^.;:=\d]{{3,60}}?)\s*[:=]\s*(?P<items>.{{1,80}})", re.IGNORECASE
)
_BUT: Final = (
    r"(?:except(?:ing)?(?:\s+for)?|apart\s+from|other\s+than|with\s+the\s+exceptions?\s+of|save\s+for|but\s+for)"
)
_EXCEPT: Final = re.compile(
    rf"(?P<rest>.{{3,100}}?)[\s,(]+{_BUT}\s+(?P<items>.{{1,80}})"
    rf"|\W*{_BUT}\s+(?P<before>.{{1,60}}?),\s+(?P<after>(?:which|all|none|no|nothing|every|the|my|it)\b.*)",
    re.IGNORECASE,
)
_CASE: Final = re.compile(
    rf"\b(?:{_WORDS})\s+(?:cases?|scenarios?|exercises?|incidents?|examples?|patients?|evidence|items?|pieces?)"
    r"(?:\s+of\s+evidence)?\s*[,(:]\s*(?:(?:namely|see|in|this\s+is)\s+)?(?P<items>[^().;]{2,60}?)\s*(?:[).;]|$)",
    re.IGNORECASE,
)
_NONE: Final = re.compile(r"\b(?:none|no|not|nothing)\b", re.IGNORECASE)
_REAL: Final = re.compile(r"\b(?:real|actual|genuine|authentic)\b", re.IGNORECASE)
_TAIL: Final = re.compile(r"[,(]?\s*\b(?:which|that|who|where|because|as|is|are|was|were)\b.*|[(,]\s*$|\s+[-]\s.*")
_TITLED: Final = re.compile(
    rf"(?:[(\[]\s*(?:(?:fully|wholly|entirely|all)\s+)?(?:{_WORDS})(?:\s+(?:evidence|cases?|scenarios?|exercise|work|item))?\s*[)\]]"
    rf"|\s[-:]\s*(?:{_WORDS}))\W*$",
    re.IGNORECASE,
)
"""What the list of evidence says behind an item's title: "Siting study (simulated)"."""
_SENTENCE: Final = re.compile(r"(?<=[^\W_]\.)\s+(?=[A-Z])|;\s+|(?<=\d\))\s+|(?<=[a-z])\)?\s*\((?=[A-Za-z]{1,12}\s)")


def noted_items(lines: Iterable[str], known: Known) -> frozenset[str]:
    """The ids of the items that their titles, or sentences among the lines, call simulated.

    A sentence may go on in the next line.
    """
    texts = [" ".join(plain(line).split()) for line in lines]
    joined = (f"{one} {two}" for one, two in pairwise(texts) if not one.endswith((".", ";", ":")))
    said = [text for text in (*texts, *joined) if _speaks_of_it(text) or _REAL.search(text)]
    found = {each for text in said for part in _SENTENCE.split(text) for each in _named(part, known)}
    found.update(each for each, title in known.titles.items() if _TITLED.search(plain(title)))
    cases = (match for text in said if (match := _CASE.search(text)) and not _NONE.search(text[: match.start()]))
    return frozenset(found.union(*(_items(match["items"], known) for match in cases)))


def _named(text: str, known: Known) -> Sequence[str]:
    """The items that one sentence calls simulated."""
    if (taken_out := _EXCEPT.match(text)) is not None:
        rest = taken_out["rest"] or taken_out["after"]
        if (_NONE.search(rest) and _speaks_of_it(rest)) or _REAL.search(rest):
            return _items(_TAIL.sub("", taken_out["items"] or taken_out["before"]), known)
    if (said := _SAID.match(text)) is not None and (
        found := _items(said["items"], known, one=said["verb"].lower() in {"is", "was"})
    ):
        return found
    if (listed := _LISTED.match(text)) is not None and says_simulated(listed["said"]):
        return _items(listed["items"], known)
    return ()


def _speaks_of_it(text: str) -> bool:
    return re.search(rf"\b(?:{_WORDS})\b", text, re.IGNORECASE) is not None


def _items(text: str, known: Known, *, one: bool = False) -> Sequence[str]:
    """The items that a text names and nothing else; a number alone may count something, unless it is ``one``.

    () where any of them does not exist, or is one in each of several folders.
    """
    cell = read_cell(text.rstrip(" ,.;:)"), known)
    found = cell.references
    ids = tuple(each.evidence_id for each in found)
    placed = any(each.page_hint or each.section_hint for each in found) or cell.leftover or cell.loose_pages
    placed = placed or cell.codes  # simulated for those sub-categories only
    if placed or not all(_is_one(each, known) for each in ids):
        return ()
    is_name = one and ids != ("1",)  # "8 is simulated"; of "1 is simulated" it may be the number
    return ids if any(each.labelled for each in found) or len(found) > 1 or is_name else ()


def _is_one(evidence_id: str, known: Known) -> bool:
    return evidence_id in known.ids and not any(each.endswith("/" + evidence_id) for each in known.ids)
