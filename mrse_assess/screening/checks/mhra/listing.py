"""References that stand apart from the name: numbered sources, "the guidelines" again, columns of sections (G4)."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from mrse_assess.intake.text.lines import segments
from mrse_assess.screening.cells import Rows
from mrse_assess.screening.checks.mhra.naming import CITED, REACH, Core
from mrse_assess.screening.checks.mhra.placing import Found, is_elsewhere, numbers_of, sections_of
from mrse_assess.screening.checks.mhra.wording import Wording
from mrse_assess.screening.page_text import PageText

_SECTION_ALONE: Final = re.compile(r"\d\.\d{1,2}(?:\.\d{1,2}){0,2}")
_LONGEST_HEADER: Final = 4  # words
_MARGIN: Final = 6.0  # points by which a column's words may stand to the left of its header


def citing(page: PageText, entries: Mapping[str, Found], words: Wording) -> Iterator[Found]:
    """Places that cite a numbered source with a section: "[3, section 2.2]", "section 2.2 of [3]"."""
    flat = page.text.replace("\n", " ")
    for match in CITED.finditer(flat):
        entry = entries.get(match.group(1))
        if entry is None or _is_entry(entry, page, match.start()):
            continue
        core = Core(match.start(), match.end(), match.end(), entry.edition, match.start(), bare=False)
        inside = words.section_here.match(match.group(2) or "")
        if inside:
            numbers, start, end = numbers_of(inside), match.start(), match.end()
        else:
            numbers, start, end = sections_of(flat, core, (max(0, match.start() - 40), match.end() + 40), words)
        paged = words.page_near.search(flat[match.start() : match.end() + 20]) is not None
        for section in numbers:
            yield Found(page, start, end, entry.edition, section, paged, bare=False, entry=match.group(1))


def _is_entry(entry: Found, page: PageText, start: int) -> bool:
    """Whether a number in brackets is that of the entry itself."""
    same = entry.page.file == page.file and entry.page.number == page.number
    return same and page.text.rfind("\n", 0, entry.start) < start <= entry.start


def named_again(page: PageText, found: Sequence[Found], shorts: Collection[str], words: Wording) -> Iterator[Found]:
    """Sections of "the guidelines", or of a short name given to them, in an item that names them in full elsewhere."""
    flat = page.text.replace("\n", " ")
    taken = [(each.start, each.end) for each in found if each.page is page]
    short = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, shorts))})(?!\w)") if shorts else None
    for match in (*words.again.finditer(flat), *(short.finditer(flat) if short else ())):
        start, end = match.span()
        if any(begin < end and start < stop for begin, stop in taken):
            continue
        after = words.section_bare.match(flat, end)
        lead = max(0, start - REACH)
        before = words.section_before.search(flat[lead:start])
        if after and not is_elsewhere(flat, after.end(), words):
            numbers, end = numbers_of(after), after.end()
        elif before:
            numbers, start = numbers_of(before), lead + before.start()
        else:
            continue
        yield from (Found(page, start, end, None, number, paged=False, bare=True) for number in numbers)


def in_columns(page: PageText, words: Wording) -> Iterator[Found]:
    """Sections in a column of a table that is headed with the agency's name."""
    rows = Rows(page)
    for at, line in enumerate(rows.lines):
        headers = [cell for cell in segments(line) if len(cell) <= _LONGEST_HEADER]
        named = [word for cell in headers for word in cell if words.agency.fullmatch(word.text.strip("(),:"))]
        if len(headers) > 1 and named:
            after = [word for word in line.words if word.x0 > named[0].x0 and not words.column.fullmatch(word.text)]
            right = after[0].x0 - _MARGIN / 2 if after else float("inf")
            yield from _under(rows, at, named[0].x0 - _MARGIN, right)


def _under(rows: Rows, header: int, left: float, right: float) -> Iterator[Found]:
    """The section numbers that stand under a header, line by line."""
    page, start = rows.page, rows.start_of(header)
    for line in rows.lines[header:]:
        at = start
        for word in line.words:
            text = word.text.strip("(),;")
            if left <= word.x0 < right and _SECTION_ALONE.fullmatch(text) and line is not rows.lines[header]:
                yield Found(page, at, at + len(word.text), None, text, paged=False, bare=True)
            at += len(word.text) + 1
        start += len(line.text) + 1
