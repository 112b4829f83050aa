"""Every date of a page: what it is the date of, by the words beside it, and where on the page it stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from mrse_assess.screening.cells import Rows
from mrse_assess.screening.dating.kinds import Form, FoundDate, Kind, Words, Zone, words_of_lists
from mrse_assess.screening.dating.spans import Span, spans_in
from mrse_assess.screening.dating.telling import Beside, Sheet, Told
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.versions import Version, Versions, version_tables

_HEAD_LINES: Final = 16
_HEAD: Final = 0.5  # share of the page's height
_FOOT: Final = 0.9
_TOP: Final = 0.06
_TAIL: Final = 0.6
_END_LINES: Final = 7
_CITED_BEFORE: Final = 600  # characters
_MOST_DATES: Final = 120  # of one page
_COLUMN_GAP: Final = 8  # lines between the dates of a column
_SAME_LEFT: Final = 4.0  # points
_JOINERS: Final = frozenset({"-", "to", "and", "&", "\u2014"})


class _InColumn(NamedTuple):
    """The last date met under a head: where it begins, on which line, and what the head says."""

    left: float
    line: int
    kind: Kind


def dates_of(pages: Sequence[PageText], lists: Mapping[str, tuple[str, ...]]) -> tuple[FoundDate, ...]:
    """Every date of an item's pages, in order."""
    words = words_of_lists(tuple(sorted(lists.items())))
    first = next((at for at, page in enumerate(pages) if len(page.lines.lines) > 3), 0)  # noqa: PLR2004 - a divider
    return tuple(
        found
        for at, page in enumerate(pages)
        for found in _of_page(page, words, is_first=at <= first, is_last=at == len(pages) - 1)
    )


def _of_page(page: PageText, words: Words, *, is_first: bool, is_last: bool) -> Iterator[FoundDate]:
    spans = spans_in(page.text)[:_MOST_DATES]
    if not spans:
        return
    rows = Rows(page)
    tables = tuple(version_tables(rows, words.columns))
    in_tables = {line for table in tables for line in table.lines if _dates_rows(table)}
    yield from _of_versions(rows, tables, is_first=is_first, is_last=is_last)
    sheet = Sheet(rows, words)
    head = min(in_tables, default=len(rows.lines))
    columns: list[_InColumn] = []
    last: tuple[int, Told] | None = None
    for at, span in enumerate(spans):
        line = rows.line_at(span.start)
        if line in in_tables:
            continue
        edge = max((spans[at - 1].end if at else 0), rows.start_of(line))
        zone = _zone(rows, line, is_first=is_first, is_last=is_last)
        goes_on = last is not None and edge == last[0] and last[1].kind is not None and last[1].form is not Form.PROSE
        beside = sheet.beside(span, edge, goes_on=goes_on)
        told = sheet.told(beside, span, zone, in_history=line < head and line in sheet.history)
        told = _in_column(columns, page, span, line, beside, told)
        told = _up_to(page.text, last, span, told)
        last = (span.end, told)
        if told.kind is not None:
            yield FoundDate(
                iso=span.iso,
                kind=told.kind,
                form=told.form,
                zone=zone,
                page=page,
                start=span.start,
                end=span.end,
                line=line,
                cited=_is_cited(rows, words, line, span.start),
                vague=told.vague,
                in_memo=sheet.is_memo,
                of_occasion=sheet.is_occasion,
                in_row="\t" in rows.parted(line),
                at_end=is_last and line >= len(rows.lines) - _END_LINES,
            )


def _in_column(columns: list[_InColumn], page: PageText, span: Span, line: int, beside: Beside, told: Told) -> Told:
    """What the head of the date's column says, where dates of one column stand under each other."""
    if (
        told.form not in {Form.UNDER, Form.BARE, Form.PROSE}
        or beside.label
        or beside.before.rpartition("\t")[2].strip()
    ):
        return told
    box = page.place(span.start, span.end).box
    if box is None:
        return told
    at = next((at for at, known in enumerate(columns) if abs(known.left - box[0]) <= _SAME_LEFT), None)
    if told.form is Form.UNDER and told.kind is not None:
        columns.insert(0, _InColumn(box[0], line, told.kind))
    elif at is not None and line - columns[at].line <= _COLUMN_GAP:
        columns[at] = columns[at]._replace(line=line)
        return Told(columns[at].kind, Form.UNDER)
    return told


def _up_to(text: str, last: tuple[int, Told] | None, span: Span, told: Told) -> Told:
    """The second of two dates from one to the other is of what the first is; from when on it is in force it is not."""
    if last is None or text[last[0] : span.start].strip().lower() not in _JOINERS:
        return told
    return last[1]._replace(kind=Kind.OTHER) if last[1].kind in {Kind.ISSUED, Kind.EFFECTIVE} else last[1]


def _dates_rows(table: Versions) -> bool:
    """Whether the table has a column of dates, which then says more than the words beside them."""
    return any("date" in row.cells for row in table.rows)


def _of_versions(rows: Rows, tables: Sequence[Versions], *, is_first: bool, is_last: bool) -> Iterator[FoundDate]:
    """The date of each version."""
    for table in tables:
        dated = [row for row in table.rows if "date" in row.cells]
        lines = [row.lines.start for row in dated]
        zone = max((_zone(rows, line, is_first=is_first, is_last=is_last) for line in lines), default=Zone.BODY)
        for row in dated:
            yield from _of_version(rows, row, zone)


def _of_version(rows: Rows, row: Version, zone: Zone) -> Iterator[FoundDate]:
    """The date of one version; all of a table stand where the table does, so that the latest of them counts."""
    text, start, end = row.cells["date"]
    for span in spans_in(text)[:1]:
        yield FoundDate(
            iso=span.iso,
            kind=Kind.WRITTEN,
            form=Form.VERSION,
            zone=zone,
            page=rows.page,
            start=start,
            end=end,
            line=row.lines.start,
        )


def _zone(rows: Rows, line: int, *, is_first: bool, is_last: bool) -> Zone:
    down = rows.top(line)
    if is_first and (line < _HEAD_LINES or down < _HEAD) and down < _FOOT:
        return Zone.HEAD
    if down >= _FOOT or down < _TOP:
        return Zone.MARGIN
    is_end = is_last and (down > _TAIL or line >= len(rows.lines) - _END_LINES)
    return Zone.TAIL if is_end else Zone.BODY


def _is_cited(rows: Rows, words: Words, line: int, start: int) -> bool:
    """Whether the words before the date on this line and the two above it name a publication."""
    begin = max(rows.start_of(max(0, line - 2)), start - _CITED_BEFORE)
    return any(word in words.publications for word in re.findall(r"[a-z]+", rows.page.text[begin:start].lower()))
