"""From what a person wrote as the place of a finding to a page of a file and a page of the item."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from mrse_assess.model.portfolio import EvidenceItem

_IN_WORDS: Final = re.compile(r"^page (\d{1,5}) of (.+?)(?:, page \d{1,5} of the item)?$", re.IGNORECASE)
_FILE_AND_PAGE: Final = re.compile(r"^(.+?)(?:#|:|, ?page |, ?p\.? ?| p\.? ?)(\d{1,5})$", re.IGNORECASE)
_PAGE_ALONE: Final = re.compile(r"^(?:page |p\.? ?)?(\d{1,5})$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A page of a file, from 1. ``path`` is the file inside the portfolio, ``file`` the name that a letter prints.

    ``item_page`` is the page counted within the item, None when the page is outside the item's span.
    """

    path: str
    file: str
    page: int
    item_page: int | None


def place_of(said: str, item: EvidenceItem | None) -> Place | str | None:
    """The place that a person named; where the item begins when none was named.

    The words themselves when they say no page. A page without a file is a page of the item's file. None when nothing
    is known.
    """
    said = said.strip()
    if not said:
        return first_place(item)
    if found := _PAGE_ALONE.match(said):
        return _in_item(int(found[1]), item) or said
    if found := _IN_WORDS.match(said):
        return _in_file(found[2], int(found[1]), item)
    if found := _FILE_AND_PAGE.match(said):
        return _in_file(found[1], int(found[2]), item)
    return said


def first_place(item: EvidenceItem | None) -> Place | None:
    """Where an item begins, or None when it is not in the portfolio."""
    if item is None or not item.spans:
        return None
    span = item.spans[0]
    return _place(span.file, span.first, item)


def _in_item(page: int, item: EvidenceItem | None) -> Place | None:
    for span in item.spans if item else ():
        if span.first <= page <= span.last:
            return _place(span.file, page, item)
    return None


def _in_file(named: str, page: int, item: EvidenceItem | None) -> Place:
    files = [span.file for span in item.spans] if item else []
    path = next((file for file in files if named in (file, PurePosixPath(file).name)), named)
    return _place(path, page, item)


def _place(path: str, page: int, item: EvidenceItem | None) -> Place:
    return Place(path=path, file=_printed(path, item), page=page, item_page=_page_of_item(path, page, item))


def _printed(path: str, item: EvidenceItem | None) -> str:
    """The file's own name; with its folder only where the item has two files of that name."""
    name = PurePosixPath(path).name
    named_so = {span.file for span in item.spans if PurePosixPath(span.file).name == name} if item else set()
    return path if len(named_so) > 1 else name


def _page_of_item(path: str, page: int, item: EvidenceItem | None) -> int | None:
    before = 0
    for span in item.spans if item else ():
        if span.file == path and span.first <= page <= span.last:
            return before + page - span.first + 1
        before += span.last - span.first + 1
    return None
