"""Every date of a page: what it is the date of, by the words beside it, and where on the page it stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from mrse_assess.intake.text.dates import apart, every_date
from mrse_assess.intake.text.words import MONTHS
from mrse_assess.model.places import Locator
from mrse_assess.screening.cells import Label, Labels, Rows, is_titled
from mrse_assess.screening.page_text import PageText

_MORE_ISO: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.]([01]\d)[-/.]([0-3]\d)(?!\d)")
_COMPACT: Final = re.compile(r"(?<![\w.])((?:19|20)\d\d)([01]\d)([0-3]\d)(?![\w.])")
_NAMES: Final = f"(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]{{0,6}}"
_WEEKDAY: Final = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?$", re.IGNORECASE)
_DAY_OF: Final = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\sday\sof\s({_NAMES}),?\s(\d{{4}})\b", re.IGNORECASE)
_GLUED: Final = re.compile(rf"(?<!\w)(\d{{1,2}})({_NAMES})(\d{{4}}|\d{{2}})(?!\w)", re.IGNORECASE)
_SHORT_MONTH: Final = re.compile(rf"\b({_NAMES})(?:-|\s?')(\d{{2}})(?![\w/\-])", re.IGNORECASE)
_TIME: Final = re.compile(r",?\s\d{1,2}[:.]\d{2}")
_WROTE: Final = re.compile(r"[^\n]{0,90}\bwrote\s?:")
_LEADS_ON: Final = re.compile(r"\s?[(,\-]\s?[a-z]")
_YEAR: Final = re.compile(r"(?<![\w./\-])((?:19[89]|20[0-4])\d)(?![\w/\-]|\.\d)")
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
_LISTS: Final = ("written", "issued", "sent", "held", "measured", "reviewed", "due", "other", "beside")


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
    history: tuple[str, ...]
    publications: frozenset[str]
    not_alone: frozenset[str]


@lru_cache(maxsize=4)
def _words(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> _Words:
    known = dict(lists)
    return _Words(
        labels=Labels.of(known, _LISTS, beside=("beside",), stronger=("due", "other")),
        after=dict.fromkeys(known.get("after_other", ()), Kind.OTHER),
        held=known.get("meeting_titles", ()),
        history=known.get("history", ()),
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
    spans = _spans(page.text)[:_MOST_DATES]
    if not spans:
        return
    rows = Rows(page)
    history = _history(rows, words)
    for at, (start, end, iso) in enumerate(spans):
        line = rows.line_at(start)
        edge = max((spans[at - 1][1] if at else 0), rows.start_of(line))
        label = _label(rows, words, start, end, edge)
        zone = _zone(rows, line, is_first=is_first, is_last=is_last)
        kind, form = _kind_and_form(rows, words, label, (start, end, iso), zone, in_history=line in history)
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


def _spans(text: str) -> list[tuple[int, int, str]]:
    """Every day, month and year in the text, whole dates before parts of them."""
    others = [
        (match, "-".join(match.groups())) for pattern in (_MORE_ISO, _COMPACT) for match in pattern.finditer(text)
    ]
    others += [(match, " ".join(match.groups())) for pattern in (_DAY_OF, _GLUED) for match in pattern.finditer(text)]
    others += [(match, f"{match.group(1)} 20{match.group(2)}") for match in _SHORT_MONTH.finditer(text)]
    said = [(*match.span(), known[0][2]) for match, plain in others if (known := every_date(plain))]
    years = [(*match.span(), match.group(1)) for match in _YEAR.finditer(text)]
    return sorted(apart([*said, *every_date(text), *years], len(text)))


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
