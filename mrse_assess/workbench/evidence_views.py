"""What the evidence viewer shows beside pages: marks, hits, quotes, files, two items side by side. Frozen values."""

from dataclasses import dataclass
from datetime import datetime

from mrse_assess.model.places import Box


@dataclass(frozen=True, kw_only=True)
class MarkSet:
    """A set of highlights that can be shown or hidden. ``line`` is how it is drawn: solid, double, dotted or wavy."""

    id: str
    name: str
    line: str


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Words on a page that belong to a set of highlights; boxes in points as the page is shown, one for each line."""

    set: str
    text: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, kw_only=True)
class SearchHit:
    """One place where the words stand. ``number`` is the page of the item, from 1; ``around`` a few words about it."""

    evidence_id: str
    number: int
    boxes: tuple[Box, ...]
    around: str


@dataclass(frozen=True, kw_only=True)
class ItemHits:
    """How many hits an item has; a file's pages that belong to no item come as the file (``whole``)."""

    evidence_id: str
    label: str
    title: str
    count: int
    whole: bool = False


@dataclass(frozen=True, kw_only=True)
class SearchResult:
    """Hits of a search over the whole portfolio.

    ``hits`` are in the order of ``items`` and of their pages, at most a few hundred; ``total`` counts all.
    ``unsearched`` is the number of pages that have no words to search.
    """

    words: str
    items: tuple[ItemHits, ...]
    hits: tuple[SearchHit, ...]
    total: int
    unsearched: int


@dataclass(frozen=True, kw_only=True)
class QuoteView:
    """A quote pinned to a judgement. ``number`` is the page of the item, from 1, 0 when the page is not of it now.

    ``found`` is false where the words are no longer found on that page (the file was read again and differs);
    ``boxes`` are then empty. ``pinned_at`` is local time. ``recognised``: the words of that page come from text
    recognition, so the quote is what a program read there.
    """

    pin: str
    text: str
    number: int
    boxes: tuple[Box, ...]
    found: bool
    pinned_at: datetime
    recognised: bool = False


@dataclass(frozen=True, kw_only=True)
class FileInfo:
    """One file behind an item: what the applicant handed over and how it comes to the screen.

    ``pages`` in words ("3 to 6 of 12"), ``size`` in words ("1.2 MB"), ``shown`` a sentence on how it was rendered.
    ``whole`` is the id under which the whole file can be opened in the viewer.
    """

    name: str
    sha256: str
    kind: str
    size: str
    pages: str
    shown: str
    whole: str


@dataclass(frozen=True, kw_only=True)
class Comparable:
    """An item that another may be compared with; ``why`` says why it is offered early ("also for 3")."""

    evidence_id: str
    label: str
    title: str
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class SharedRun:
    """A run of words that two items share: its places in each, page of the item from 1 and boxes."""

    number: int
    boxes: tuple[Box, ...]
    other_number: int
    other_boxes: tuple[Box, ...]
    words: int


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Two items side by side. ``shared`` is the share, 0 to 1, of the shorter item's words in shared runs.

    None where an item has no words; ``sentence`` says it in words, with what could not be looked at.
    """

    evidence_id: str
    other: str
    shared: float | None
    sentence: str
    runs: tuple[SharedRun, ...]
