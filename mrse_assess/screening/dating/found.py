"""Every date of a page: what it is the date of, by the words beside it, and where on the page it stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from mrse_assess.intake.text.dates import every_date
from mrse_assess.model.places import Locator
from mrse_assess.screening.cells import Label, Labels, Rows, is_titled
from mrse_assess.screening.dating.spans import spans_in
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.versions import HISTORY_LISTS, Versions, version_tables

_WEEKDAY: Final = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?$", re.IGNORECASE)
_TIME: Final = re.compile(r",?\s\d{1,2}[:.]\d{2}")
_WROTE: Final = re.compile(r"[^\n]{0,90}\bwrote\s?:")
_LEADS_ON: Final = re.compile(r"\s?[(,\-]\s?[a-z]")
_AGE: Final = re.compile(r"\b\d{3}[YMWD]\b|\^")
_HEAD_LINES: Final = 16
_HEAD: Final = 0.5  # share of the page's height
_FOOT: Final = 0.9
_TOP: Final = 0.06
_TAIL: Final = 0.6
_NEAR: Final = 3  # words between a label and a date in running text
_FAR: Final = 8  # words between a label and a date in a form
_HISTORY_ROWS: Final = 25  # lines
_SHORT_LINE: Final = 12  # words of a line that may hold a date without a label
_CITED_BEFORE: Final = 600  # characters
_MOST_DATES: Final = 120  # of one page
_LISTS: Final = ("written", "issued", "sent", "held", "measured", "reviewed", "due", "other", "beside", "event")


class Kind(StrEnum):
    """What a date is the date of. DUE is when a review falls due, OTHER whatever dates no item."""

    WRITTEN = "written"
    ISSUED = "issued"
    SENT = "sent"
    HELD = "held"
    MEASURED = "measured"
    REVIEWED = "reviewed"
    DUE = "due"
    OTHER = "other"
    BESIDE = "beside"  # other, where the word stands directly before the date
    EVENT = "event"  # held, or other: an event attended or an incident


class Form(IntEnum):
    """How a date stands: after its label in a form, under it, in a table of versions, by itself, or in a sentence."""

    PROSE = 0
    BARE = 1
    VERSION = 2
    UNDER = 3
    FIELD = 4


class Zone(IntEnum):
    """Where on the item's pages a date stands."""

    BODY = 0
    TAIL = 1
    MARGIN = 2
    HEAD = 3


@dataclass(frozen=True, kw_only=True)
class FoundDate:
    """One date of a page. ``iso`` is a day, a month or a year; ``cited``: beside words of a publication."""

    iso: str
    kind: Kind
    form: Form
    zone: Zone
    page: PageText
    start: int
    end: int
    line: int
    cited: bool = False

    @property
    def place(self) -> Locator:
        """Where it stands."""
        return self.page.place(self.start, self.end)


class _Words(NamedTuple):
    """The lists of the data in the forms in which they are looked up."""

    labels: Labels
    after: Mapping[str, Kind]
    held: tuple[str, ...]
    events: tuple[str, ...]
    history: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
    publications: frozenset[str]
    not_alone: frozenset[str]


@lru_cache(maxsize=4)
def _words(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> _Words:
    known = dict(lists)
    return _Words(
        labels=Labels.of(known, _LISTS, beside=("beside",), stronger=("due", "other")),
        after=dict.fromkeys(known.get("after_other", ()), Kind.OTHER),
        held=known.get("meeting_titles", ()),
        events=known.get("event_titles", ()),
        history=known.get("history", ()),
        columns={key: known.get(key, ()) for key in HISTORY_LISTS},
        publications=frozenset(known.get("publications", ())),
        not_alone=frozenset(known.get("only_in_forms", ())),
    )


def dates_of(pages: Sequence[PageText], lists: Mapping[str, tuple[str, ...]]) -> tuple[FoundDate, ...]:
    """Every date of an item's pages, in order."""
    words = _words(tuple(sorted(lists.items())))
    first = next((at for at, page in enumerate(pages) if len(page.lines.lines) > 3), 0)  # noqa: PLR2004 - a divider
    return tuple(
        found
        for at, page in enumerate(pages)
        for found in _of_page(page, words, is_first=at <= first, is_last=at == len(pages) - 1)
    )


def _of_page(page: PageText, words: _Words, *, is_first: bool, is_last: bool) -> Iterator[FoundDate]:
    spans = spans_in(page.text)[:_MOST_DATES]
    if not spans:
        return
    rows = Rows(page)
    tables = tuple(version_tables(rows, words.columns))
    in_tables = {line for table in tables for line in table.lines if _dates_rows(table)}
    yield from _of_versions(rows, tables, is_first=is_first, is_last=is_last)
    head = min(in_tables, default=len(rows.lines))
    history = {line for line in _history(rows, words) if line < head}
    for at, (start, end, iso) in enumerate(spans):
        line = rows.line_at(start)
        if line in in_tables:
            continue
        edge = max((spans[at - 1][1] if at else 0), rows.start_of(line))
        label = _label(rows, words, start, end, edge)
        zone = _zone(rows, line, is_first=is_first, is_last=is_last)
        kind, form = _kind_and_form(rows, words, label, (start, end, iso), zone, in_history=line in history)
        if kind is Kind.EVENT:
            kind = Kind.HELD if is_titled(rows, words.events) else Kind.OTHER
        if kind is not None:
            yield FoundDate(
                iso=iso,
                kind=kind,
                form=form,
                zone=zone,
                page=page,
                start=start,
                end=end,
                line=line,
                cited=_is_cited(rows, words, line, start),
            )


def _dates_rows(table: Versions) -> bool:
    """Whether the table has a column of dates, which then says more than the words beside them."""
    return any("date" in row.cells for row in table.rows)


def _of_versions(rows: Rows, tables: Sequence[Versions], *, is_first: bool, is_last: bool) -> Iterator[FoundDate]:
    """The date of each version."""
    for row in (row for table in tables for row in table.rows if "date" in row.cells):
        text, start, end = row.cells["date"]
        for _, _, iso in spans_in(text)[:1]:
            line = row.lines.start
            zone = _zone(rows, line, is_first=is_first, is_last=is_last)
            yield FoundDate(
                iso=iso,
                kind=Kind.WRITTEN,
                form=Form.VERSION,
                zone=zone,
                page=rows.page,
                start=start,
                end=end,
                line=line,
            )


def _zone(rows: Rows, line: int, *, is_first: bool, is_last: bool) -> Zone:
    down = rows.top(line)
    if is_first and (line < _HEAD_LINES or down < _HEAD) and down < _FOOT:
        return Zone.HEAD
    if down >= _FOOT or down < _TOP:
        return Zone.MARGIN
    return Zone.TAIL if is_last and down > _TAIL else Zone.BODY


class _Beside(NamedTuple):
    label: Label | None
    over: Label | None
    before: str


def _label(rows: Rows, words: _Words, start: int, end: int, edge: int) -> _Beside:
    """The label before the date on its line, after the date before it; else the one over it."""
    before = rows.before(start)
    before = before[-(start - edge) :] if start > edge else ""
    if edge == rows.start_of(rows.line_at(start)):
        before = rows.led_on(rows.line_at(start)) + before
    label = words.labels.before(before)
    over = None
    if label is None and not before.rpartition("\t")[2].strip():
        above = rows.over(start, end)
        over = words.labels.before(above) if above and not every_date(above) else None
        over = over if over and over.between <= 1 else None
    return _Beside(label, over, before)


def _kind_and_form(
    rows: Rows, words: _Words, beside: _Beside, span: tuple[int, int, str], zone: Zone, *, in_history: bool
) -> tuple[Kind | None, Form]:
    _, end, iso = span
    label, is_year = beside.label, len(iso) == len("2023")
    if (kind := _after(rows, words, end)) is not None:
        return kind, Form.FIELD
    form = _labelled(label, words, is_year=is_year)
    if label and form is not None:
        return Kind(label.kind), Form.VERSION if in_history and form is Form.FIELD else form
    if beside.over and not in_history:
        return Kind(beside.over.kind), Form.UNDER
    return (None, Form.BARE) if is_year else _without_label(rows, words, beside, span, zone, in_history=in_history)


def _labelled(label: Label | None, words: _Words, *, is_year: bool) -> Form | None:
    """How a date stands beside its label, None where the label does not count for it."""
    if label and label.leads and label.between <= (1 if is_year else _FAR):
        return Form.FIELD
    if label and label.between <= (0 if is_year else _NEAR) and " ".join(label.words) not in words.not_alone:
        return Form.PROSE
    return None


def _without_label(
    rows: Rows, words: _Words, beside: _Beside, span: tuple[int, int, str], zone: Zone, *, in_history: bool
) -> tuple[Kind | None, Form]:
    start, end, _ = span
    label = beside.label
    if in_history:
        return Kind.WRITTEN, Form.VERSION
    if _WROTE.match(rows.page.text, end):
        return Kind.SENT, Form.PROSE
    if _stands_alone(rows, start, end, zone, beside):
        said = Kind(label.kind) if label else Kind.WRITTEN
        return (Kind.HELD if said is Kind.WRITTEN and is_titled(rows, words.held) else said), Form.BARE
    return None, Form.PROSE


def _after(rows: Rows, words: _Words, end: int) -> Kind | None:
    """What the words after the date make of it: "5 May 2023 (printed)"."""
    line = rows.line_at(end - 1)
    after = rows.parted(line)[end - rows.start_of(line) :].partition("\t")[0].lower()
    if not _LEADS_ON.match(after):
        return None
    return next((kind for phrase, kind in words.after.items() if after.lstrip(" ,(-").startswith(phrase)), None)


def _stands_alone(rows: Rows, start: int, end: int, zone: Zone, beside: _Beside) -> bool:
    """Whether a date without a label stands where documents bear theirs, on a line that is no sentence."""
    line = rows.page.line_of(start)
    if _AGE.search(line):
        return False  # beside a patient's age, as a console prints it
    if beside.label and beside.label.words == ("date",):
        return False  # of something for which there is no word here
    if rows.top(rows.line_at(start)) < _TOP and _TIME.match(rows.page.text, end):
        return False  # when a browser printed the page
    after = rows.page.text[end:].partition("\n")[0]
    if zone is Zone.BODY or len(line.split()) > _SHORT_LINE or line.rstrip().endswith((".", ";", ":")):
        return False
    own = _WEEKDAY.sub("", beside.before.rpartition("\t")[2].strip())
    return not own or own[-1] in ",-|(" or (zone is not Zone.TAIL and not after.strip() and own[-1:].isalnum() is True)


def _history(rows: Rows, words: _Words) -> frozenset[int]:
    """The lines that stand in a table of versions."""
    found: set[int] = set()
    for at, line in enumerate(rows.lines):
        text = line.text.lower()
        if len(text) < 90 and any(phrase in text for phrase in words.history):  # noqa: PLR2004 - a heading's length
            found.update(range(at + 1, at + 1 + _HISTORY_ROWS))
    return frozenset(found)


def _is_cited(rows: Rows, words: _Words, line: int, start: int) -> bool:
    """Whether the words before the date on this line and the two above it name a publication."""
    begin = max(rows.start_of(max(0, line - 2)), start - _CITED_BEFORE)
    return any(word in words.publications for word in re.findall(r"[a-z]+", rows.page.text[begin:start].lower()))
