"""Items that nothing on their pages names: documents bound one after the other in the order of the contents list.

Between two items that are known by their titles stand as many documents as the list names there, or none is told.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from mrse_assess.intake.front.contents_list import Entry
from mrse_assess.intake.items.marks import FROM_THE_LIST, Mark, Source
from mrse_assess.intake.text.lines import FileLines, PageLines
from mrse_assess.intake.text.page_numbers import printed_numbers

_MAIL: Final = re.compile(r"\s*(from|to|cc|sent|date|subject)\s*:", re.IGNORECASE)
_LEAST_OF_MAIL: Final = 3  # lines of its head
_TOP_LINES: Final = 8


def marks_in_order(
    file: FileLines, entries: Sequence[Entry], marks: Sequence[Mark], skipped: Collection[int]
) -> tuple[Mark, ...]:
    """Where the listed items begin that have no mark; () where pages, bookmarks or the list's numbers name items."""
    known = _known(entries, marks)
    if not known or any(entry.page is not None for entry in entries):
        return ()
    if any(mark.source not in FROM_THE_LIST and mark.label.word for mark in marks):
        return ()
    places = [place for place, entry in enumerate(entries) if entry.id in known]
    pages = [known[entries[place].id] for place in places]
    if any(after <= before for before, after in pairwise(pages)):
        return ()
    before = [page for page in skipped if page < pages[0]]
    behind = [page for page in skipped if page > pages[-1]]
    begins = set(_beginnings(file, skipped))
    found: list[Mark] = []
    for (first, start), (last, end) in pairwise(
        [
            (-1, max(before, default=0)),
            *zip(places, pages, strict=True),
            (len(entries), min(behind, default=_end(file))),
        ]
    ):
        between = sorted(page for page in begins if start < page < end)
        missing = entries[first + 1 : last]
        if missing and len(missing) == len(between):
            found.extend(Mark(page, entry.label, Source.IN_ORDER) for page, entry in zip(between, missing, strict=True))
    return tuple(found)


def _end(file: FileLines) -> int:
    return len(file.pages) + 1


def _known(entries: Sequence[Entry], marks: Sequence[Mark]) -> Mapping[str, int]:
    """The page of each listed item whose title begins one page and no other."""
    listed = {entry.id for entry in entries}
    found: dict[str, set[int]] = {}
    for mark in marks:
        if mark.source is Source.TITLE and mark.label.id in listed:
            found.setdefault(mark.label.id, set()).add(mark.page)
    return {each: min(pages) for each, pages in found.items() if len(pages) == 1}


def _beginnings(file: FileLines, skipped: Collection[int]) -> Iterator[int]:
    """Pages that begin a document: behind the front, with the head of an e-mail, or where printed numbers break off."""
    seen = printed_numbers(file).seen
    for page in file.pages:
        if page.number in skipped:
            continue
        own, before = seen.get(page.number, frozenset()), seen.get(page.number - 1, frozenset())
        breaks = bool(own and before) and not {number - 1 for number in own} & set(before)
        if page.number - 1 in skipped or breaks or _is_mail(page):
            yield page.number


def _is_mail(page: PageLines) -> bool:
    heads = {match.group(1).lower() for line in page.lines[:_TOP_LINES] if (match := _MAIL.match(line.text))}
    return len(heads) >= _LEAST_OF_MAIL
