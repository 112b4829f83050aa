"""The contents list: which items the applicant says there are, with titles, sub-categories and page numbers."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.front.contents_columns import Part, columns_of, goes_on
from mrse_assess.intake.front.contents_entries import Entry, entries_of_grid, entries_of_lines
from mrse_assess.intake.front.contents_titles import entries_behind, listed_titles, titles_known
from mrse_assess.intake.grids.grid import native_grid, pages_grid
from mrse_assess.intake.grids.region import Region, find_region
from mrse_assess.intake.text.labels import id_key, read_label
from mrse_assess.intake.text.lines import FileLines, Line, PageLines
from mrse_assess.intake.text.part_headings import CLOSING, CONTENTS_HEADING, LIST_HEADING, TABLE_HEADING, is_sentence
from mrse_assess.intake.text.running import body_lines, running_keys
from mrse_assess.model.pages import NativeTable

__all__ = ["ContentsList", "Entry", "find_contents"]

_WORD: Final = re.compile(r"[^\W_]{2}")
_MOST_TRIED: Final = 6  # pages that may list titles alone
_LEAST_ENTRIES: Final = 2
_MOST_ENTRIES: Final = 0.8  # share of the labels seen that the columns must give
_LONGEST_HEADING: Final = 10  # words
_FRONT_PAGES: Final = 4  # after the table, or from the beginning, in which a list may stand whose items bear no word
_WORDED: Final = 0.5  # share of the entries that bear a word such as "Evidence"


class ContentsList(NamedTuple):
    """Where the contents list stands and what it lists."""

    file: str
    pages: tuple[int, ...]
    entries: tuple[Entry, ...]
    twice: tuple[str, ...] = ()  # labels that more than one entry has
    titles: tuple[str, ...] = ()  # of a list without labels, which has no entries
    every: tuple[Entry, ...] = ()  # with those whose label another entry has before them


def find_contents(
    files: Sequence[FileLines],
    codes: Collection[str],
    taken: Collection[tuple[str, int]],
    heading: re.Pattern[str] = CONTENTS_HEADING,
) -> ContentsList | None:
    """The contents list, or None. ``taken`` are the pages of the cross reference table, which may share one with it.

    The contents of a report inside the evidence are not the portfolio's. With another ``heading``: the list of items
    under that heading.
    """
    found = [
        each for file in files for each in (*_in_tables(file, codes, heading), *_on_pages(file, codes, taken, heading))
    ]
    if heading is not TABLE_HEADING:
        found = [each for each in found if _is_portfolios(each, files, taken)]
        found = [each for each in found if _is_surely_headed(each, files) or not _may_be_table(each, codes, taken)]
        found = found or [*_without_labels(files, taken)]
    return max(found, key=lambda each: (not _may_be_table(each, codes, taken), len(each.entries)), default=None)


def _without_labels(files: Sequence[FileLines], taken: Collection[tuple[str, int]]) -> Iterator[ContentsList]:
    """A page that lists the titles of what was sent and nothing else."""
    headed = [(file, page) for file in files for page in file.pages if _heads_a_list(page, CONTENTS_HEADING)]
    headed = [(file, page) for file, page in headed if (file.file, page.number) not in taken]
    for file, page in headed[:_MOST_TRIED]:
        lines = _list_part(body_lines(page, running_keys(file)), CONTENTS_HEADING, first=True)
        known = titles_known(files, {file.file: range(1, page.number + 1)})
        titles = listed_titles(lines, known, sure=_heads_a_list(page, LIST_HEADING))
        listed = ContentsList(file.file, (page.number,), (), titles=titles)
        if titles and _is_portfolios(listed, files, taken):
            yield listed
            return


def _is_surely_headed(listed: ContentsList, files: Sequence[FileLines]) -> bool:
    """Whether the heading is one of contents lists only."""
    file = next(each for each in files if each.file == listed.file)
    first = listed.pages[0] if listed.pages else 1
    return first <= len(file.pages) and _heads_a_list(file.page(first), LIST_HEADING)


def _may_be_table(listed: ContentsList, codes: Collection[str], taken: Collection[tuple[str, int]]) -> bool:
    """Whether the list may be the cross reference table itself: its labels are codes, or no titles stand beside them.

    Then it stands on the table's pages.
    """
    bare = sum(not entry.label.word and entry.id in codes for entry in listed.entries)
    untitled = sum(not _WORD.search(entry.title) or bool(read_label(entry.title)) for entry in listed.entries)
    doubtful = max(bare, untitled) > len(listed.entries) / 2
    return doubtful and all((listed.file, page) in taken for page in listed.pages)


def _is_portfolios(listed: ContentsList, files: Sequence[FileLines], taken: Collection[tuple[str, int]]) -> bool:
    """Whether a list is that of the portfolio: its entries are called evidence, or it stands before all evidence."""
    file = next(each for each in files if each.file == listed.file)
    first = listed.pages[0] if listed.pages else 1
    if first <= len(file.pages) and any(map(read_label, _above_heading(file.page(first)))):
        return False
    worded = sum(bool(entry.label.word) for entry in listed.entries)
    if worded and worded >= _WORDED * len(listed.entries):
        return True
    if sum(bool(entry.claimed) for entry in listed.entries) > len(listed.entries) / 2:
        return True
    table_pages = [page for name, page in taken if name == listed.file]
    last = max(table_pages, default=0) + _FRONT_PAGES
    before = (page for page in file.pages[: first - 1] if page.number not in table_pages)
    return first <= last and not any(map(_is_inside_item, before))


def _above_heading(page: PageLines) -> tuple[str, ...]:
    """What stands above the list's heading on its page."""
    texts = [line.text for line in page.lines]
    place = next((index for index, text in enumerate(texts) if CONTENTS_HEADING.search(text)), 0)
    return tuple(texts[:place])


def _is_inside_item(page: PageLines) -> bool:
    """Whether a page says at its top, or in a heading, that it is of an item of evidence."""
    texts = [heading.text for heading in page.page.headings[:2]] + [line.text for line in page.lines[:1]]
    return any(map(read_label, texts)) and not any(map(CONTENTS_HEADING.search, texts))


def _in_tables(file: FileLines, codes: Collection[str], heading: re.Pattern[str]) -> Iterator[ContentsList]:
    """Lists that the file holds as tables of its own, under such a heading on their page or the one before."""
    headed = {page.number for page in file.pages if _heads_a_list(page, heading)}
    others = {page.number for page in file.pages if _heads_a_list(page, TABLE_HEADING)} - headed
    for table in file.reading.tables if headed else ():
        first = table.pages[0] if table.pages else min(headed)
        if not headed & ({first} if first in others else {first, first - 1}) or _is_under_table_heading(file, table):
            continue
        entries = entries_of_grid(native_grid(file.file, table), codes)
        if len(entries) >= _LEAST_ENTRIES and not _is_marked(entries):
            yield _listed(file, table.pages or (first,), entries)


def _is_under_table_heading(file: FileLines, table: NativeTable) -> bool:
    """Whether the nearest heading above a table on its page is that of the cross reference table alone."""
    boxes = [(cell.page, cell.box[1]) for row in table.rows for cell in row if cell.page is not None and cell.box]
    number, top = min(boxes, default=(0, 0.0))
    lines = file.page(number).lines if 0 < number <= len(file.pages) else ()
    above = [line.text for line in lines if line.y0 < top and len(line.words) <= _LONGEST_HEADING]
    named = [text for text in above if TABLE_HEADING.search(text) or CONTENTS_HEADING.search(text)]
    return bool(named) and TABLE_HEADING.search(named[-1]) is not None and not CONTENTS_HEADING.search(named[-1])


def _is_marked(entries: Sequence[Entry]) -> bool:
    """Whether marks stand where a list has titles: it is a matrix of items."""
    return sum(bool(entry.title) and not _WORD.search(entry.title) for entry in entries) > len(entries) / 2


def _listed(file: FileLines, pages: Sequence[int], entries: Sequence[Entry]) -> ContentsList:
    """The list with the first entry of each label; which labels have several is kept."""
    first = {entry.id: entry for entry in reversed(entries)}
    counts = Counter(entry.id for entry in entries)
    twice = tuple(each for each, count in counts.items() if count > 1)
    return ContentsList(
        file.file, tuple(dict.fromkeys(pages)), tuple(first.values())[::-1], twice, every=tuple(entries)
    )


def _on_pages(
    file: FileLines, codes: Collection[str], taken: Collection[tuple[str, int]], heading: re.Pattern[str]
) -> Iterator[ContentsList]:
    keys = running_keys(file)
    for page in file.pages:
        if not _heads_a_list(page, heading):
            continue
        parts: list[Part] = []
        for following in file.pages[page.number - 1 :]:
            body = _list_part(body_lines(following, keys), heading, first=not parts)
            shared = bool(parts) and (file.file, following.number) in taken
            more = () if shared else columns_of(following._replace(lines=body))
            if not more or (parts and not goes_on(parts[-1].starts, more[0].starts)):
                break
            parts.extend(more)
            if _is_ended(body_lines(following, keys), body):
                break
        behind, entries = _behind(file, page, codes, heading), _list_entries(parts, codes)
        if behind and len(behind.entries) >= len(entries):
            yield behind
        elif len(entries) >= _LEAST_ENTRIES:
            yield _listed(file, [part.page.number for part in parts], entries)


def _behind(file: FileLines, page: PageLines, codes: Collection[str], heading: re.Pattern[str]) -> ContentsList | None:
    """The list under a page's heading whose labels stand behind the titles; it may go on over further pages."""
    keys = running_keys(file)
    entries: tuple[Entry, ...] = ()
    pages: list[int] = []
    for following in file.pages[page.number - 1 :]:
        body = _list_part(body_lines(following, keys), heading, first=not pages)
        here = entries_behind(body, codes)
        if not here or (entries and not id_key(here[0].id) > id_key(entries[-1].id)):
            break
        entries, pages = (*entries, *here), [*pages, following.number]
        if _is_ended(body_lines(following, keys), body):
            break
    return _listed(file, pages, entries) if entries else None


def _heads_a_list(page: PageLines, heading: re.Pattern[str]) -> bool:
    return any(len(line.words) <= _LONGEST_HEADING and _is_headed(line.text, heading) for line in page.lines)


def _is_headed(text: str, heading: re.Pattern[str]) -> bool:
    """Whether a line is such a heading, and no sentence that speaks of a list."""
    return heading.search(text) is not None and not (LIST_HEADING.search(text) and is_sentence(text))


def _list_part(body: Sequence[Line], heading: re.Pattern[str], *, first: bool) -> tuple[Line, ...]:
    """The lines from the list's heading to the next part's heading."""
    start = 0
    if first:
        short = (i for i, line in enumerate(body) if len(line.words) <= _LONGEST_HEADING)
        heads = [i for i in short if _is_headed(body[i].text, heading)]
        start = heads[0] + 1 if heads else 0
    lines = list(body[start:])
    ends = (
        i
        for i, line in enumerate(lines)
        if len(line.words) < _LONGEST_HEADING - 1
        and (TABLE_HEADING.search(line.text) or CLOSING.search(line.text))
        and not line.words[-1].text.isdecimal()
    )
    return tuple(lines[: next(ends, len(lines))])


def _is_ended(lines: Sequence[Line], part: Sequence[Line]) -> bool:
    """Whether another part of the portfolio begins on the page below the list."""
    return bool(part) and lines[-1].y0 > part[-1].y1 and lines[-1] not in part


def _list_entries(parts: Sequence[Part], codes: Collection[str]) -> tuple[Entry, ...]:
    """The entries of all pages: from the columns they share, else line by line."""
    regions = [
        find_region(part.page, [start.anchor for start in part.starts], part.page.lines, continued=index > 0)
        for index, part in enumerate(parts)
    ]
    entries = _in_columns(regions, sum(len(part.starts) for part in parts), codes)
    in_one = sum(bool(entry.label.rest) for entry in entries) > len(entries) / 2  # labels and titles: no columns
    beside = len({part.page.number for part in parts}) < len(parts)  # two columns on a page
    if in_one or beside or len(entries) < _MOST_ENTRIES * sum(len(part.starts) for part in parts):
        entries = tuple(
            entry for part in parts for entry in entries_of_lines(part.page.lines, codes, part.starts[0].anchor.x0)
        )
    return entries


def _in_columns(regions: Sequence[Region], labels: int, codes: Collection[str]) -> tuple[Entry, ...]:
    """The entries of the columns; where a line between two of them is not drawn, by the heights of their labels."""
    entries = entries_of_grid(pages_grid(regions), codes) if regions else ()
    if not entries or len(entries) >= labels:
        return entries
    level = entries_of_grid(pages_grid(regions, level=True), codes)
    return level if len(level) > len(entries) else entries
