"""What a date of a page is the date of, by the words beside, over and after it."""

import re
from functools import cached_property
from typing import Final, NamedTuple

from mrse_assess.intake.text.dates import every_date
from mrse_assess.screening.cells import Label, Rows, is_titled
from mrse_assess.screening.dating.kinds import Form, Kind, Words, Zone
from mrse_assess.screening.dating.spans import Span

_WEEKDAY: Final = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?$", re.IGNORECASE)
_TIME: Final = re.compile(r",?\s\d{1,2}[:.]\d{2}")
_WROTE: Final = re.compile(r"[^\n]{0,90}\bwrote\s?:")
_LEADS_ON: Final = re.compile(r"\s?[(,\-]\s?[a-z]")
_AGE: Final = re.compile(r"\b\d{3}[YMWD]\b|\^")
_NUMBERED: Final = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})?[.)]?\s")
_MAILED: Final = re.compile(r"\s*(?:From|FROM)\b:?\s+\S")
_LETTERS: Final = re.compile(r"[a-z]+")
_NUMBERED_OF: Final = re.compile(r"\d of$")  # "notice no. 14 of"
_DONE: Final = frozenset({Kind.REVIEWED, Kind.ISSUED, Kind.MEASURED, Kind.HELD})
_IN_FORMS: Final = frozenset({Form.FIELD, Form.UNDER})
_LONGEST_LEAD: Final = 2  # words before a label that begin its cell
_LINKS_BACK: Final = ("ed", " of", " in", " the")  # how words end that a bare date would complete
_PARTS: Final = ",-|(\u2014\u00b7\u2022:/_"
_TOP: Final = 0.06  # share of the page's height
_HEAD_LINES: Final = 16
_TITLE_LINES: Final = 4
_MEMO_LINES: Final = 6
_NEAR: Final = 3  # words between a label and a date in running text
_FAR: Final = 8  # words between a label and a date in a form
_SHORT_LINE: Final = 10  # words beside the date, of a line that may hold one without a label
_LONGEST_MARK: Final = 24  # characters
_HISTORY_ROWS: Final = 25  # lines
_HISTORY_HEAD: Final = 90  # characters


class Beside(NamedTuple):
    """The label before a date, the label over it, and what its line holds before it."""

    label: Label | None
    over: Label | None
    before: str


class Told(NamedTuple):
    """What a date is the date of, None where nothing says so, and how it stands."""

    kind: Kind | None
    form: Form
    vague: bool = False


class Sheet:
    """One page as what its title and its first lines make it."""

    def __init__(self, rows: Rows, words: Words) -> None:
        self.rows = rows
        self.words = words

    @cached_property
    def is_event(self) -> bool:
        """Whether its title is that of an event attended."""
        return is_titled(self.rows, self.words.events)

    @cached_property
    def is_memo(self) -> bool:
        """Whether it is headed as a memorandum."""
        heads = (line.text.lower().strip(" :") for line in self.rows.lines[:_MEMO_LINES])
        return any(text in self.words.memos for text in heads)

    @cached_property
    def is_meeting(self) -> bool:
        """Whether it is of a meeting, whose date may stand without a word that says so."""
        return is_titled(self.rows, self.words.held) or self._has_marks

    @cached_property
    def is_lesson(self) -> bool:
        """Whether it is of a lesson given or attended, whose date may stand by itself or in a column."""
        return is_titled(self.rows, self.words.taught)

    @cached_property
    def is_measured(self) -> bool:
        """Whether it is a sheet of measurements, whose date may stand by itself or in a column."""
        return is_titled(self.rows, self.words.measured)

    @cached_property
    def _has_marks(self) -> bool:
        """Whether a line near the top says who was there."""
        return any(self._is_mark(at) for at in range(min(_HEAD_LINES, len(self.rows.lines))))

    def _is_mark(self, line: int) -> bool:
        cell = self.rows.parted(line).partition("\t")[0]
        said, colon, _ = cell.partition(":")
        return (colon or said == cell) and len(said) <= _LONGEST_MARK and said.strip().lower() in self.words.marks

    @cached_property
    def is_message(self) -> bool:
        """Whether a line near the top says from whom it is."""
        return any(_MAILED.match(line.text) for line in self.rows.lines[:_HEAD_LINES])

    @cached_property
    def history(self) -> frozenset[int]:
        """The lines that stand in a table of versions."""
        found: set[int] = set()
        small = self.rows.page.text.lower()
        known = [phrase for phrase in self.words.history if phrase in small]
        for at, line in enumerate(self.rows.lines if known else ()):
            text = line.text.lower()
            if len(text) < _HISTORY_HEAD and any(phrase in text for phrase in known):
                found.update(range(at + 1, at + 1 + _HISTORY_ROWS))
        return frozenset(found)

    def beside(self, span: Span, edge: int, *, goes_on: bool = False) -> Beside:
        """The label before the date on its line, after the date before it; else the one over it.

        ``goes_on``: the date before it stands in a form, so that what follows it begins anew: "written 2016, reviewed".
        """
        rows, labels, start = self.rows, self.words.labels, span.start
        before = rows.before(start)
        before = before[-(start - edge) :] if start > edge else ""
        before = before.lstrip(_PARTS + " ;.)") if goes_on else before
        if edge == rows.start_of(rows.line_at(start)):
            before = rows.led_on(rows.line_at(start)) + before
        label = labels.before(before)
        over = None
        if label is None and not before.rpartition("\t")[2].strip():
            above = rows.over(start, span.end)
            over = labels.before(above) if above and not every_date(above) else None
            over = over if over and over.between <= 1 else None
        return Beside(label, over, before)

    def told(self, beside: Beside, span: Span, zone: Zone, *, in_history: bool) -> Told:
        """What the words say that the date is the date of."""
        told = self._by_words(beside, span, zone, in_history=in_history)
        kind = told.kind
        if kind is Kind.EVENT:
            kind = Kind.HELD if self.is_event else Kind.OTHER
        if kind is Kind.WRITTEN:
            kind = self._of_title(told.form, beside)
        if kind is Kind.HELD and _NUMBERED.match(self.rows.page.line_of(span.start)) and _is_of_minutes(beside.label):
            kind = Kind.OTHER  # those of an earlier meeting, as the agenda of this one names them
        return told._replace(kind=kind)

    def _of_title(self, form: Form, beside: Beside) -> Kind:
        """What a date is the date of that stands by itself or after no more than "date", by the page's title."""
        label = beside.label if form is Form.FIELD else beside.over
        said = label is not None and label.words == ("date",) and not _WEEKDAY.sub("", label.rest.strip(" :\t"))
        if form is not Form.BARE and not (said and form in _IN_FORMS and not self.is_message):
            return Kind.WRITTEN
        if self.is_meeting or (form is not Form.FIELD and self.is_lesson):
            return Kind.HELD
        return Kind.MEASURED if self.is_measured else Kind.WRITTEN

    def _by_words(self, beside: Beside, span: Span, zone: Zone, *, in_history: bool) -> Told:
        label, weak = beside.label, span.weak
        if (kind := self._after(span.end)) is not None:
            return Told(kind, Form.FIELD)
        form = self._labelled(label, span, zone, beside.before)
        if label and form is not None:
            form = Form.VERSION if in_history and form is Form.FIELD else form
            if self._is_of_others(label):
                return Told(Kind.OTHER, form)
            return Told(self._of_cells(label, beside.before) or Kind(label.kind), form, vague=_is_vague(label))
        if beside.over and not in_history:
            return Told(Kind(beside.over.kind), Form.UNDER)
        if weak:
            return self._in_title(span, beside, zone)
        return self._without_label(beside, span, zone, in_history=in_history)

    def _labelled(self, label: Label | None, span: Span, zone: Zone, before: str) -> Form | None:
        """How a date stands beside its label, None where the label does not count for it."""
        if label is None:
            return None
        if label.leads and label.between <= (1 if span.weak else _FAR):
            return Form.FIELD
        if zone in {Zone.HEAD, Zone.MARGIN} and self._is_short(span) and self._is_in_row(label, span, before):
            return Form.FIELD
        near = _FAR if _is_by(label) else _NEAR
        is_alone = " ".join(label.words) not in self.words.not_alone
        return Form.PROSE if label.between <= (0 if span.weak else near) and is_alone else None

    def _is_in_row(self, label: Label, span: Span, before: str) -> bool:
        """Whether a label inside its cell is one of several in a row, or ends the few words that begin the cell."""
        if label.between > (0 if span.weak else 1):
            return False
        text = before.rstrip()[: len(before.rstrip()) - len(label.rest.rstrip())]
        begins = text.split()[-len(label.words) :][:1]
        is_capital = bool(begins) and begins[0][:1].isupper()
        is_version = " ".join(label.words) in self.words.versions
        ends_lead = not label.between and len(label.lead.split()) <= _LONGEST_LEAD and label.kind != Kind.HELD
        return is_capital or is_version or ends_lead

    def _of_cells(self, label: Label, before: str) -> Kind | None:
        """What the cell before "date" says was done: "Reviewed by: A Example", and in the next cell "Date"."""
        *cells, _ = before.split("\t")
        if label.words not in {("date",), ("dated",)} or not cells:
            return None
        role = self.words.labels.before(cells[-1])
        return Kind(role.kind) if role and role.leads and role.kind in _DONE else None

    def _is_of_others(self, label: Label) -> bool:
        """Whether a word makes it the date of something earlier or foreign: "previous audit", "date of last test"."""
        before = _LETTERS.findall(label.lead.lower())[-2:]
        if label.words[0].endswith("ed") and before[-1:] == ["last"]:
            before = []  # "last reviewed" is of this one, "last audit" of the one before
        between = _LETTERS.findall(label.rest.lower()) if _is_vague(label) else []
        is_to_come = label.kind != Kind.HELD and not self.words.to_come.isdisjoint(before)
        return is_to_come or not self.words.of_others.isdisjoint((*before, *between))

    def _in_title(self, span: Span, beside: Beside, zone: Zone) -> Told:
        """A year in a title by itself: "MR safety policy 2023"."""
        rows = self.rows
        line = rows.line_at(span.start)
        text = rows.lines[line].text.lower()
        fits = zone is Zone.HEAD and line < _TITLE_LINES and len(span.iso) == len("2023") and self._is_short(span)
        if not fits or beside.label or self.words.publications.intersection(_LETTERS.findall(text)):
            return Told(None, Form.BARE)
        own = beside.before.rpartition("\t")[2].rstrip().lower()
        return Told(None if f" {own}".endswith(_LINKS_BACK) else Kind.WRITTEN, Form.TITLE)

    def _without_label(self, beside: Beside, span: Span, zone: Zone, *, in_history: bool) -> Told:
        label = beside.label
        if in_history:
            return Told(Kind.WRITTEN, Form.VERSION)
        if _WROTE.match(self.rows.page.text, span.end):
            return Told(Kind.SENT, Form.PROSE)
        if self._stands_alone(span, zone, beside):
            own = beside.before.rstrip(" \t")
            return Told(
                Kind(label.kind) if label else Kind.WRITTEN, Form.BARE, vague=label is None and own.endswith(":")
            )
        return Told(None, Form.PROSE)

    def _after(self, end: int) -> Kind | None:
        """What the words after the date make of it: "5 May 2023 (printed)"."""
        rows = self.rows
        line = rows.line_at(end - 1)
        after = rows.parted(line)[end - rows.start_of(line) :].partition("\t")[0].lower()
        if not _LEADS_ON.match(after):
            return None
        said = after.lstrip(" ,(-")
        return next((kind for phrase, kind in self.words.after.items() if said.startswith(phrase)), None)

    def _is_short(self, span: Span) -> bool:
        """Whether the line of a date is no sentence."""
        text = self.rows.page.text
        line = self.rows.page.line_of(span.start)
        beside = len(line.split()) - len(text[span.start : span.end].split())
        return beside <= _SHORT_LINE and not line.rstrip().endswith((".", ";", ":"))

    def _stands_alone(self, span: Span, zone: Zone, beside: Beside) -> bool:
        """Whether a date without a label stands where documents bear theirs, on a line that is no sentence."""
        start, end, rows = span.start, span.end, self.rows
        if _AGE.search(rows.page.line_of(start)):
            return False  # beside a patient's age, as a console prints it
        if beside.label and beside.label.words == ("date",):
            return False  # of something for which there is no word here
        if rows.top(rows.line_at(start)) < _TOP and _TIME.match(rows.page.text, end):
            return False  # when a browser printed the page
        if zone is Zone.BODY or not self._is_short(span):
            return False
        after = rows.page.text[end:].partition("\n")[0]
        own = _WEEKDAY.sub("", beside.before.rpartition("\t")[2].strip()).strip()
        if not own or own[-1] in _PARTS:
            return True
        completes = f" {own.lower()}".endswith(_LINKS_BACK) and not _NUMBERED_OF.search(own)
        return zone is not Zone.TAIL and not after.strip() and own[-1].isalnum() and not completes


def _is_vague(label: Label) -> bool:
    """Whether the label is no more than "date of" something for which the data have no word."""
    return label.words[-1:] == ("date",) and label.rest.lstrip().lower().startswith(("of ", "for ", "when "))


def _is_by(label: Label) -> bool:
    """Whether the label says by whom, and a name and "on" follow: "approved by the committee on"."""
    return label.words[-1] == "by" and label.rest.rstrip().lower().endswith(" on")


def _is_of_minutes(label: Label | None) -> bool:
    return label is not None and label.words[:1] in {("minutes",), ("notes",)}
