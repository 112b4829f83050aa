"""Where a text names the guidelines, and which edition the words beside the name say (clause G4)."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from mrse_assess.screening.checks.mhra.wording import Wording

REACH: Final = 110  # characters
SENTENCE: Final = re.compile(r"[.!?][\"')\]]?\s+(?=[\"'(\[]?[A-Z])")
CITED: Final = re.compile(r"\[(\d{1,2})(?:\s?[,;:]\s?([^\[\]\n]{1,40}))?\]")
_TOGETHER: Final = 24  # characters between two names of the same thing
_ADDRESS: Final = re.compile(r"[^.!?]{0,40}https?://[^\s]{1,90}")


class Core(NamedTuple):
    """Where the guidelines are named, and to where words of an edition follow. ``bare``: the agency's name alone."""

    start: int
    end: int
    tail: int
    edition: str | None
    begin: int  # where an edition named before it begins
    bare: bool


def cores_in(flat: str, words: Wording) -> Iterator[Core]:
    """Where the guidelines are named; names that stand together are one."""
    spans: list[tuple[int, int, bool]] = []
    for match in words.core.finditer(flat):
        is_agency = words.agency.fullmatch(match.group()) is not None
        if spans and _are_together(flat, spans[-1][1], match.start()):
            spans[-1] = (spans[-1][0], match.end(), spans[-1][2] and is_agency)
        else:
            spans.append((*match.span(), is_agency))
    for start, end, only_agency in spans:
        core = _core(flat, start, end, words, only_agency=only_agency)
        if core is not None:
            yield core


def short_names(flat: str, words: Wording) -> Iterator[str]:
    """What a text calls the guidelines from there on: "..., called SG below", "... (the "MRI-SG")"."""
    for core in cores_in(flat, words):
        match = words.shortened.match(flat, core.tail) or words.shortened.match(flat, core.end)
        short = match and (match["said"] or match["bracketed"])
        if short and not words.core.fullmatch(short):
            yield short


def _are_together(flat: str, end: int, start: int) -> bool:
    """Whether two names that end and begin there name the same thing; the second may be in an address."""
    between = flat[end:start]
    near = len(between) <= _TOGETHER and not SENTENCE.search(flat[end : start + 1])
    return near or _ADDRESS.fullmatch(between) is not None


def _core(flat: str, start: int, end: int, words: Wording, *, only_agency: bool) -> Core | None:
    noun = words.noun_after.match(flat, end)
    before = flat[max(0, start - REACH) : start]
    noun_before = words.noun_before.search(before) if only_agency else None
    close = noun.end() if noun else end
    tail = words.tail.match(flat, close)
    tail_end = _trimmed(flat, close, tail.end() if tail else close)
    its_own = words.its_own.match(flat, end) if only_agency and noun is None else None
    edition = words.edition_of(flat, start, tail_end) or (words.edition_of(its_own.group(1)) if its_own else None)
    begin = max(0, start - REACH) + noun_before.start() if noun_before else start
    lead = words.edition_before.search(flat[max(0, begin - REACH) : begin])
    if lead and edition is None:
        edition, begin = words.edition_of(lead.group()), max(0, begin - REACH) + lead.start()
    bare = only_agency and noun is None and noun_before is None
    core = Core(start, close, tail_end, edition, begin, bare)
    if not only_agency:
        return core
    beside = words.section_bare.match(flat, end) or CITED.match(flat, end + 1) or its_own
    if bare and not (edition and tail_end > end) and not beside:
        return None
    return None if _means_something_else(flat, core, words) else core


def _trimmed(flat: str, close: int, tail_end: int) -> int:
    """The end of the words of an edition without the signs after them."""
    return close + len(flat[close:tail_end].rstrip(" ,;:([-/'"))


def _means_something_else(flat: str, core: Core, words: Wording) -> bool:
    """Whether the words directly beside are of alerts, Yellow Cards or registrations."""
    if core.edition and not core.bare:
        return False
    after = flat[core.end : core.end + 26].partition(".")[0]
    before = flat[max(0, core.start - 34) : core.start].rpartition(". ")[2]
    inside = flat[core.start : core.end]
    return any(words.not_beside.search(text) for text in (after, inside)) or (
        core.bare and words.not_beside.search(before) is not None
    )
