"""Which sections and pages of the guidelines the words beside their name point to (clause G4)."""

import re
from typing import Final, NamedTuple

from mrse_assess.screening.checks.mhra.naming import REACH, SENTENCE, Core
from mrse_assess.screening.checks.mhra.wording import Wording
from mrse_assess.screening.page_text import PageText

_LONGEST_SENTENCE: Final = 320  # characters on either side
_BESIDE: Final = 40  # characters
_MOST_SECTIONS: Final = 6


class Found(NamedTuple):
    """One reference on a page."""

    page: PageText
    start: int
    end: int
    edition: str | None
    section: str | None
    paged: bool
    bare: bool
    entry: str = ""


def sections_of(flat: str, core: Core, room: tuple[int, int], words: Wording) -> tuple[tuple[str, ...], int, int]:
    """The sections: directly after the reference, directly before it, or later in its sentence."""
    listed = len(". ") if SENTENCE.search(flat[core.end : core.tail]) and flat.startswith(". ", core.tail) else 0
    here = words.section_here.match(flat, core.tail + listed, room[1])
    if here and not is_elsewhere(flat, here.end(), words):
        return numbers_of(here), core.begin, here.end()
    earliest = max(room[0], core.begin - REACH)
    before = words.section_before.search(flat[earliest : core.begin])
    if before:
        return numbers_of(before), earliest + before.start(), core.tail
    stop = SENTENCE.search(flat, core.tail, min(len(flat), core.tail + REACH + 1))
    last = min(room[1], stop.start() if stop else core.tail + REACH)
    later = words.section_later.search(flat, core.tail, last)
    if later and not is_elsewhere(flat, later.end(), words):
        return numbers_of(later), core.begin, core.tail
    return (), core.begin, core.tail


def is_elsewhere(flat: str, end: int, words: Wording) -> bool:
    """Whether the section is said to be of another document: "section 4.2 of our local rules"."""
    return words.elsewhere.match(flat, end) is not None


def numbers_of(match: re.Match[str]) -> tuple[str, ...]:
    """The numbers of sections in a match, at most six."""
    groups = match.groupdict()
    text = groups.get("worded") or groups.get("plain") or ""
    return tuple(dict.fromkeys(re.findall(r"\d{1,2}(?:\.\d{1,2}){0,3}", text)))[:_MOST_SECTIONS]


def _in_sentence(window: str, core: Core, flat: str) -> str:
    """The part of a window around a reference that belongs to its sentence."""
    at = window.find(flat[core.start : core.end])
    before, after = window[: max(0, at)], window[max(0, at) :]
    return SENTENCE.split(before)[-1] + SENTENCE.split(after)[0]


def sentence_of(text: str, start: int, end: int) -> str:
    """The sentence around a place."""
    before = text[max(0, start - _LONGEST_SENTENCE) : start]
    cuts = [match.end() for match in SENTENCE.finditer(before)]
    after = text[end : end + _LONGEST_SENTENCE]
    stop = SENTENCE.search(after)
    whole = before[cuts[-1] if cuts else 0 :] + text[start:end] + (after[: stop.start()] if stop else after)
    return whole.replace("\n", " ")


def is_paged(flat: str, core: Core, room: tuple[int, int], end: int, words: Wording) -> bool:
    """Whether a page is named beside the reference, in its sentence."""
    window = flat[max(room[0], core.begin - _BESIDE) : min(room[1], max(core.tail, end) + _BESIDE)]
    return words.page_near.search(_in_sentence(window, core, flat)) is not None
