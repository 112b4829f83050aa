"""Lists of contents whose lines begin with titles: with the items' labels behind them, or without any label."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from mrse_assess.intake.front.contents_entries import Entry, finished, without_bullet
from mrse_assess.intake.front.contents_tails import claims_off, page_off
from mrse_assess.intake.text.labels import Label, file_label, id_key, plain, read_label, squeezed, stem
from mrse_assess.intake.text.lines import FileLines, Line, PageLines, segments

_LEAST: Final = 3  # entries
_LONGEST: Final = 180  # letters of a title
_SHORTEST: Final = 8  # letters of a title that is looked for
_TOP_LINES: Final = 6
_WRAPPED: Final = 3  # lines of a title
_MOSTLY: Final = 0.6  # share of a list's lines that must be of titles found elsewhere
_MOST_WORDS: Final = 20  # of a line that may be a title
_BEHIND: Final = (
    re.compile(r"^(.+?)\s*[(\[{]\s*([^()\[\]{}]{1,40}?)\s*[)\]}]$"),
    re.compile(r"^(.+?)(?:\s+[-|:>\u2192]+\s*|\s*[,;]\s+|[\s.\u2026_]{3,}|\s{2,})(\S+(?:\s\S+){0,3})$"),
)
_COUNTED: Final = re.compile(r"^\d{1,2}[.)]\s+(?=\S)")
_OTHER: Final = re.compile(r"[:.]$")


def entries_behind(lines: Sequence[Line], codes: Collection[str]) -> tuple[Entry, ...]:
    """Lines that end with a label as entries: "Quench report (Evidence 3)"; () when they do not count up."""
    found: list[Entry] = []
    above = ""
    for line in lines:
        text = f"{above} {_wide(line)}".strip()
        entry = _entry(text, codes)
        if entry is not None:
            found.append(entry)
        above = "" if entry is not None or _OTHER.search(text) or len(text) > _LONGEST else text
    return finished(found, codes) if _count_up([entry.label for entry in found]) else ()


def _wide(line: Line) -> str:
    return "   ".join(" ".join(word.text for word in words) for words in segments(line, gap=1.5))


def _entry(text: str, codes: Collection[str]) -> Entry | None:
    rest, page = page_off(plain(text).strip())
    for title, claimed in ((rest, ()), claims_off(rest, codes)):
        for pattern in _BEHIND:
            match = pattern.match(title)
            label = read_label(match.group(2), bare=pattern is _BEHIND[0]) if match else None
            if match is not None and label is not None and not label.rest:
                words = _COUNTED.sub("", without_bullet(match.group(1))).strip(" .,;:-|")
                return Entry(label.id, label, " ".join(words.split()), claimed, page)
    return None


def _count_up(labels: Sequence[Label]) -> bool:
    """Whether the labels are those of a list: they rise, and numbers without a word begin with the first."""
    keys = [id_key(label.id) for label in labels]
    if len(keys) < _LEAST or not all(one < two for one, two in pairwise(keys)):
        return False
    return all(label.word for label in labels) or labels[0].id in {"1", "A", "I"}


def titles_known(files: Iterable[FileLines], beside: Mapping[str, Collection[int]]) -> frozenset[str]:
    """What pages, bookmarks and files are headed with or called, as letters alone; not of the pages ``beside``."""
    return frozenset(key for file in files for key in _names(file, beside.get(file.file, ())) if len(key) >= _SHORTEST)


def _names(file: FileLines, beside: Collection[int]) -> Iterator[str]:
    label = file_label(file.file)
    yield squeezed(label.rest if label is not None else stem(file.file))
    for bookmark in file.reading.bookmarks:
        yield from _with_rest(bookmark.title)
    for page in file.pages:
        if page.number not in beside:
            for text in _tops(page):
                yield from _with_rest(text)


def _tops(page: PageLines) -> Iterator[str]:
    lines = [line.text for line in page.lines[:_TOP_LINES]]
    yield from (heading.text for heading in page.page.headings)
    for place in range(len(lines)):
        yield from (" ".join(lines[place : place + count]) for count in range(1, _WRAPPED + 1))


def _with_rest(text: str) -> Iterator[str]:
    yield squeezed(text)
    label = read_label(text, bare=True)
    if label is not None and label.rest:
        yield squeezed(label.rest)


def listed_titles(lines: Sequence[Line], known: Collection[str], *, sure: bool) -> tuple[str, ...]:
    """The titles that the lines list; () when they are not the names of what was sent.

    Args:
        lines: what stands under the list's heading.
        known: what pages and files are called, as letters alone.
        sure: whether the heading is one of contents lists only, so that short lines under it are believed.
    """
    texts = [_title(line) for line in lines]
    found: list[str] = []
    place = of_titles = 0
    while place < len(texts):
        count = _length(texts[place:], known)
        if count:
            found.append(" ".join(texts[place : place + count]))
            of_titles += count
        place += max(count, 1)
    if len(found) >= _LEAST and of_titles >= _MOSTLY * len(texts):
        return tuple(found)
    short = [text for text in texts if 0 < len(text.split()) <= _MOST_WORDS and not text.endswith((".", ":", ","))]
    return tuple(short) if sure and len(short) >= max(_LEAST, len(texts) - 1) else ()


def _title(line: Line) -> str:
    return page_off(_COUNTED.sub("", without_bullet(_wide(line))))[0].strip(" .\u2026")


def _length(texts: Sequence[str], known: Collection[str]) -> int:
    """How many lines the title takes up that stands first, 0 when it is none of the known."""
    return next((count for count in range(_WRAPPED, 0, -1) if squeezed(" ".join(texts[:count])) in known), 0)
