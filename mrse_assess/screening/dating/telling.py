"""What a date of a page is the date of, by the words beside, over and after it."""

import re
from typing import Final, NamedTuple

from mrse_assess.intake.text.dates import every_date
from mrse_assess.screening.cells import Label, Rows
from mrse_assess.screening.dating.kinds import Form, Kind, Zone
from mrse_assess.screening.dating.spans import Span
from mrse_assess.screening.dating.titles import Titles
from mrse_assess.screening.messages import head_at

_WEEKDAY: Final = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?$", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"(?:^|(?<=[\s,]))(?:on )?the$", re.IGNORECASE)
_ENDED: Final = re.compile(r"[A-Za-z]{4}\.$")  # a sentence, and no abbreviation such as "no."
_TIME: Final = re.compile(r",?\s\d{1,2}[:.]\d{2}")
_WROTE: Final = re.compile(r"[^\n]{0,90}\bwrote\s?:")
_TIMED: Final = re.compile(r",?\s(?:at\s)?\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:am|pm|hrs)?\.?$", re.IGNORECASE)
_NAMED: Final = re.compile(r"[A-Z][a-z'\-]{1,20}(?:\s[A-Z][A-Za-z'\-]{0,20}){1,2}[,:]?\s(?:\[|\()?")
_ACCEPTED: Final = re.compile(
    r"\W{0,4}(?:were|was|are|is)?\s?(?:agreed|approved|accepted|confirmed|taken as|signed as|ratified|a true)",
    re.IGNORECASE,
)
_REVIEWER: Final = re.compile(r"\s*:\s*(?:Dr\s|Prof\s)?[A-Z][a-z'\-]*\.?\s?[A-Z][a-z'\-]+,\s*$")
_GROUP: Final = re.compile(r"\b(?:committee|group|board|panel|team|meeting|department|physics|safety)\b", re.IGNORECASE)
_LEADS_ON: Final = re.compile(r"\s?[(,\-]\s?[a-z]")
_AGE: Final = re.compile(r"\b\d{3}[YMWD]\b|\^")
_NUMBERED: Final = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})?[.)]?\s")
_LETTERS: Final = re.compile(r"[a-z]+")
_LED_BY: Final = re.compile(r"[a-z']+")
_NUMBERED_OF: Final = re.compile(r"\d of$")  # "notice no. 14 of"
_DONE: Final = frozenset({Kind.REVIEWED, Kind.ISSUED, Kind.MEASURED, Kind.HELD})
_IN_FORMS: Final = frozenset({Form.FIELD, Form.UNDER})
_LONGEST_LEAD: Final = 2  # words before a label that begin its cell
_LINKS_BACK: Final = ("ed", " of", " in", " the")  # how words end that a bare date would complete
_PARTED: Final = ("-", ":", "|")
_PARTS: Final = ",-|(\u2014\u00b7\u2022:/_"
_TOP: Final = 0.06  # share of the page's height
_TITLE_LINES: Final = 4
_TITLED_LINES: Final = 10
_LONGEST_OVER: Final = 60  # characters of a line that a year by itself under it does not complete
_NEAR: Final = 3  # words between a label and a date in running text
_FAR: Final = 8  # words between a label and a date in a form
_DAY: Final = len("2023-05-02")
_LONGEST_ROW: Final = 14  # words beside a labelled date, of a line that holds several
_SHORT_LINE: Final = 10  # words beside the date, of a line that may hold one without a label


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


class Sheet(Titles):
    """One page, with what the words beside its dates say."""

    def beside(self, span: Span, edge: int, *, goes_on: bool = False) -> Beside:
        """The label before the date on its line, after the date before it; else the one over it.

        ``goes_on``: the date before it stands in a form, so that what follows it begins anew: "written 2016, reviewed".
        """
        rows, labels, start = self.rows, self.words.labels, span.start
        before = rows.before(start)
        before = before[-(start - edge) :] if start > edge else ""
        before = before.lstrip(_PARTS + " ;.)") if goes_on else before
        own = _own_cell(rows, edge, start)
        if edge == rows.start_of(rows.line_at(start)) and before == own:
            before = rows.led_on(rows.line_at(start)) + before
        label = labels.before(before)
        over = None
        if label is None and not own.strip():
            above = rows.over(start, span.end)
            over = labels.before(above) if above and not every_date(above) else None
            over = over if over and over.between <= 1 and len(over.lead.split()) <= _LONGEST_LEAD else None
        return Beside(label, over, before)

    def told(self, beside: Beside, span: Span, zone: Zone, *, in_history: bool) -> Told:
        """What the words say that the date is the date of."""
        if head_at([line.text for line in self.rows.lines], self.rows.line_at(span.start)) is not None:
            return Told(Kind.SENT, Form.FIELD)
        told = self._by_words(beside, span, zone, in_history=in_history)
        kind = told.kind
        if kind is Kind.EVENT:
            kind = Kind.HELD if self.is_event else Kind.OTHER
        if kind is Kind.WRITTEN:
            kind = self._of_title(told.form, beside)
        if kind is Kind.DUE and beside.label and self._is_done(beside.label):
            kind = Kind.REVIEWED
        if kind is Kind.HELD and _is_of_minutes(beside.label) and self._is_on_agenda(span):
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
        most = _LONGEST_ROW if len(span.iso) == _DAY else _SHORT_LINE
        if zone is not Zone.BODY and self._is_short(span, most) and self._is_in_row(label, span, before):
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
        before = _LED_BY.findall(label.lead.lower())[-2:]
        if label.words[0].endswith("ed") and before[-1:] == ["last"]:
            before = []  # "last reviewed" is of this one, "last audit" of the one before
        between = _LETTERS.findall(label.rest.lower()) if _is_vague(label) else []
        if " ".join(label.words) in self.words.versions and " was " in label.rest:
            return True  # "Version 7 was of 8 May 2022"
        is_to_come = label.kind != Kind.HELD and not self.words.to_come.isdisjoint(before)
        return is_to_come or not self.words.of_others.isdisjoint((*before, *between))

    def _in_title(self, span: Span, beside: Beside, zone: Zone) -> Told:
        """A year in a title by itself: "MR safety policy 2023"."""
        rows = self.rows
        line = rows.line_at(span.start)
        text = rows.lines[line].text.lower()
        fits = zone is Zone.HEAD and line < _TITLE_LINES and len(span.iso) == len("2023") and self._is_short(span)
        if zone is Zone.HEAD and len(span.iso) == len("2023") and self._is_own_line(span):
            return Told(Kind.WRITTEN, Form.TITLE)
        if not fits or beside.label or self.words.publications.intersection(_LETTERS.findall(text)):
            return Told(None, Form.BARE)
        own = beside.before.rpartition("\t")[2].rstrip().lower()
        return Told(None if f" {own}".endswith(_LINKS_BACK) else Kind.WRITTEN, Form.TITLE)

    def _is_own_line(self, span: Span) -> bool:
        """Whether a year is all that its line holds, under one that does not run on to it: "Medical Physics"."""
        rows = self.rows
        line = rows.line_at(span.start)
        above = rows.lines[line - 1].text if line else ""
        runs_on = self.words.publications.intersection(_LETTERS.findall(above.lower())) or len(above) > _LONGEST_OVER
        return line < _TITLED_LINES and rows.lines[line].text.strip() == span.iso and not runs_on

    def _without_label(self, beside: Beside, span: Span, zone: Zone, *, in_history: bool) -> Told:
        label = beside.label
        if (label is None or label.kind == Kind.HELD) and self.in_minutes_title(span.start):
            return Told(Kind.HELD, Form.FIELD)
        if in_history:
            return Told(Kind.WRITTEN, Form.VERSION)
        if _WROTE.match(self.rows.page.text, span.end) or self._is_chat(span):
            return Told(Kind.SENT, Form.PROSE)
        if self._stands_alone(span, zone, beside):
            own = beside.before.rstrip(" \t")
            return Told(
                Kind(label.kind) if label else Kind.WRITTEN, Form.BARE, vague=label is None and own.endswith(":")
            )
        return Told(None, Form.PROSE)

    def _is_done(self, label: Label) -> bool:
        """Whether a review is one that was done: its form gives the date, or a person's name follows the word."""
        if self.is_review and label.words[:2] == ("review", "date"):
            return True
        return label.words == ("review",) and bool(_REVIEWER.match(label.rest)) and not _GROUP.search(label.rest)

    def _is_on_agenda(self, span: Span) -> bool:
        """Whether the line has a number, or the words after the date say what was done with the minutes of that day."""
        page = self.rows.page
        return bool(_NUMBERED.match(page.line_of(span.start)) or _ACCEPTED.match(page.text, span.end))

    def _is_chat(self, span: Span) -> bool:
        """Whether the line is that of a message in a chat: a name, a day and a time of day."""
        text = self.rows.page.text
        line = self.rows.page.line_of(span.start)
        begin = text.rfind("\n", 0, span.start) + 1
        named = _NAMED.fullmatch(text[begin : span.start])
        return bool(named and _TIMED.fullmatch(line[span.end - begin :]))

    def _after(self, end: int) -> Kind | None:
        """What the words after the date make of it: "5 May 2023 (printed)"."""
        rows = self.rows
        line = rows.line_at(end - 1)
        after = rows.parted(line)[end - rows.start_of(line) :].partition("\t")[0].lower()
        if not _LEADS_ON.match(after):
            return None
        said = after.lstrip(" ,(-")
        return next((kind for phrase, kind in self.words.after.items() if said.startswith(phrase)), None)

    def _is_short(self, span: Span, most: int = _SHORT_LINE) -> bool:
        """Whether the line of a date is no sentence: so many words beside it at the most."""
        text = self.rows.page.text
        line = self.rows.page.line_of(span.start)
        beside = len(line.split()) - len(text[span.start : span.end].split())
        return beside <= most and not line.rstrip().endswith((".", ";", ":"))

    def _stands_alone(self, span: Span, zone: Zone, beside: Beside) -> bool:
        """Whether a date without a label stands where documents bear theirs, on a line that is no sentence."""
        start, end, rows = span.start, span.end, self.rows
        if _AGE.search(rows.page.line_of(start)):
            return False  # beside a patient's age, as a console prints it
        is_of_nothing = beside.label is not None and beside.label.words == ("date",)  # for which there is no word here
        is_print = rows.top(rows.line_at(start)) < _TOP and _TIME.match(rows.page.text, end)  # by a browser
        if is_of_nothing or is_print:
            return False
        own = _WEEKDAY.sub("", _ARTICLE.sub("", beside.before.rpartition("\t")[2].strip())).strip()
        is_day = len(span.iso) == _DAY
        if is_day and self.is_meeting and not own and rows.line_at(start) < _TITLE_LINES:
            return True  # "12 May 2023, reporting room. Present: ..."
        if zone is Zone.BODY or not self._is_short(span):
            return False
        after = _TIMED.sub("", rows.page.text[end:].partition("\n")[0]).strip(" .)")
        if not own or own[-1] in _PARTS or (is_day and _ENDED.search(own)):
            return True
        completes = f" {own.lower()}".endswith(_LINKS_BACK) and not _NUMBERED_OF.search(own)
        if after[:1] in _PARTED and self.is_meeting:
            after = ""  # "Safety Committee 8 May 2023 - minutes"
        return zone is not Zone.TAIL and not after and own[-1].isalnum() and not completes


def _own_cell(rows: Rows, edge: int, start: int) -> str:
    """What the date's own cell holds before it, after the date before it."""
    begin = rows.start_of(rows.line_at(start))
    return rows.parted(rows.line_at(start))[max(0, edge - begin) : start - begin].rpartition("\t")[2]


def _is_vague(label: Label) -> bool:
    """Whether the label is no more than "date of" something for which the data have no word."""
    return label.words[-1:] == ("date",) and label.rest.lstrip().lower().startswith(("of ", "for ", "when "))


def _is_by(label: Label) -> bool:
    """Whether the label says by whom, and a name and "on" follow: "approved by the committee on"."""
    return label.words[-1] == "by" and label.rest.rstrip().lower().endswith(" on")


def _is_of_minutes(label: Label | None) -> bool:
    return label is not None and label.words[:1] in {("minutes",), ("notes",)}
