"""The one date that dates an item, out of all that stand in it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from mrse_assess.screening.dating.found import dates_of
from mrse_assess.screening.dating.kinds import Form, FoundDate, Kind, Zone
from mrse_assess.screening.messages import head_at
from mrse_assess.screening.names import Named
from mrse_assess.screening.page_text import PageText

_OF_WORK: Final = frozenset(Kind) - {Kind.DUE, Kind.OTHER, Kind.BESIDE, Kind.EVENT}
_OF_PAPER: Final = frozenset({Kind.WRITTEN, Kind.ISSUED, Kind.REVIEWED})
_LATER: Final = _OF_PAPER | {Kind.HELD, Kind.MEASURED}
_IN_FORMS: Final = frozenset({Form.FIELD, Form.UNDER})
_WEIGHTS: Final[Mapping[Form, Mapping[Zone, int]]] = {
    Form.FIELD: {Zone.HEAD: 100, Zone.MARGIN: 85, Zone.TAIL: 70, Zone.BODY: 55},
    Form.UNDER: {Zone.HEAD: 95, Zone.MARGIN: 80, Zone.TAIL: 65, Zone.BODY: 50},
    Form.VERSION: {Zone.HEAD: 75, Zone.MARGIN: 75, Zone.TAIL: 60, Zone.BODY: 58},
    Form.BARE: {Zone.HEAD: 60, Zone.MARGIN: 52, Zone.TAIL: 40, Zone.BODY: 0},
    Form.PROSE: {Zone.HEAD: 45, Zone.MARGIN: 42, Zone.TAIL: 25, Zone.BODY: 20},
    Form.TITLE: {Zone.HEAD: 22, Zone.MARGIN: 0, Zone.TAIL: 0, Zone.BODY: 0},
}
_LESS: Final = {
    Kind.EFFECTIVE: 9,
    Kind.ISSUED: 8,
    Kind.REVIEWED: 6,
    Kind.SCANNED: 5,
    Kind.MEASURED: 3,
    Kind.HELD: 2,
}
_OF_MINUTES: Final = 5
_SAID: Final[Mapping[Kind, Kind]] = {
    Kind.ISSUED: Kind.WRITTEN,
    Kind.EFFECTIVE: Kind.WRITTEN,
    Kind.SCANNED: Kind.MEASURED,
}
_CITED: Final = 45
_VAGUE: Final = 36
_OWN_MESSAGE: Final = 10
_LEAST: Final = 20
_FROM: Final = re.compile(r"\s*(?:From|FROM)\b:?\s+(\S.{0,120})")
_TO: Final = re.compile(r"\s*(?:To|TO|Cc|CC)\s?[:<]")
_TIMED: Final = re.compile(r"\d[:.]\d\d(?!\.?\d)|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s", re.IGNORECASE)
_HEAD_LINES: Final = 14
_MAIL_HEAD_LINES: Final = 9
_AFTER_DATE: Final = 6  # lines


def item_date(
    pages: Sequence[PageText],
    lists: Mapping[str, tuple[str, ...]],
    applicant: Named | None,
    submitted_on: date | None,
    found: Sequence[FoundDate] | None = None,
) -> FoundDate | None:
    """The date when the item was written, sent, held, measured or reviewed; None where no such date stands in it.

    Of a thread of messages it is the applicant's first, of a table of versions the latest. What lies after the day of
    submission dates nothing (guidance, clause G7).
    """
    known = dates_of(pages, lists) if found is None else found
    last = submitted_on.isoformat() if submitted_on else "9999"
    fit = [each for each in known if each.kind in _OF_WORK and each.iso[: len(last)] <= last[: len(each.iso)]]
    is_mail = any(_is_mail(page) for page in pages[:2])
    weighed = [(_weight(each, applicant, is_mail=is_mail), each) for each in fit]
    best = max((weight for weight, _ in weighed), default=0)
    if best < _LEAST:
        return None
    equal = [each for weight, each in weighed if weight == best]
    if kind_said(equal[0]) == Kind.SENT:
        return equal[0]
    chosen = _latest_of([*equal, *_of_the_same_form(equal[0], (each for _, each in weighed))])
    return _more_exactly(_written_up(chosen, fit) or chosen, weighed)


def _is_mail(page: PageText) -> bool:
    """Whether a message begins near the top of a page."""
    lines = [line.text for line in page.lines.lines]
    return any(_FROM.match(line) or head_at(lines, at) for at, line in enumerate(lines[:_HEAD_LINES]))


def _written_up(chosen: FoundDate, others: Iterable[FoundDate]) -> FoundDate | None:
    """When a report of what was held or measured was written or issued, where it says so: the latest such date."""
    if chosen.kind not in {Kind.HELD, Kind.MEASURED, Kind.SCANNED} or chosen.of_occasion:
        return None
    is_scan = chosen.kind is Kind.SCANNED  # which may have been planned for later
    later = [each for each in others if _is_of_paper(each) and (is_scan or each.iso > chosen.iso)]
    return _latest_of(later) if later else None


def _is_of_paper(found: FoundDate) -> bool:
    """Whether a day is plainly that of the document: after its label at the head or end, or by itself there."""
    is_signed = found.form is Form.BARE and (found.at_end or (found.zone is Zone.HEAD and not found.in_row))
    is_said = found.form in _IN_FORMS and found.zone is not Zone.BODY
    fits = found.kind in {Kind.WRITTEN, Kind.ISSUED} and not found.vague and not found.cited
    return fits and (is_signed or is_said) and len(found.iso) == len("2023-05-02")


def _more_exactly(chosen: FoundDate, weighed: Iterable[tuple[int, FoundDate]]) -> FoundDate:
    """The day that the same page gives for a year or month: "Workshop 2025" above "Durham, 13 November 2025"."""
    nearer = [
        (weight, each)
        for weight, each in weighed
        if weight >= _LEAST and each.page is chosen.page and each.zone is chosen.zone
        and len(each.iso) > len(chosen.iso) and each.iso.startswith(chosen.iso)
    ]  # fmt: skip
    return max(nearer, key=lambda pair: pair[0])[1] if nearer else chosen


def _of_the_same_form(best: FoundDate, others: Iterable[FoundDate]) -> Iterator[FoundDate]:
    """The other dates of the document's own form: when it was written, issued, reviewed, used; the latest counts."""
    if best.kind is Kind.WRITTEN and best.form is Form.PROSE:
        yield from (each for each in others if _is_reviewed_beside(best, each))
    if best.kind in _OF_PAPER and best.form in _IN_FORMS and not best.vague:
        for each in others:
            fits = each.kind in _LATER and each.form in _IN_FORMS and not each.vague
            if fits and each.zone is best.zone and each.page is best.page and len(each.iso) >= len(best.iso):
                yield each


def _is_reviewed_beside(best: FoundDate, other: FoundDate) -> bool:
    """Whether the head of a page says in a sentence too that it was reviewed."""
    return other.kind is Kind.REVIEWED and other.page is best.page and other.zone is best.zone is Zone.HEAD


def _weight(found: FoundDate, applicant: Named | None, *, is_mail: bool) -> int:
    is_sent = is_mail and found.form is Form.FIELD and _sender(found) is not None
    zone = Zone.HEAD if is_sent else found.zone
    weight = _WEIGHTS[found.form][zone] - _LESS.get(found.kind, 0)
    if found.kind is Kind.HELD and found.of_occasion and not is_mail:
        weight += _OF_MINUTES
    if found.cited and len(found.iso) < len("2023-05-02") and found.form is not Form.FIELD:
        weight -= _CITED
    if found.vague:
        weight -= _VAGUE
    if is_sent and applicant and applicant.is_in(_sender(found) or ""):
        weight += _OWN_MESSAGE
    return weight


def _sender(found: FoundDate) -> str | None:
    """Who sent the message in whose head the date stands; None where it is no head of a message."""
    lines = [line.text for line in found.page.lines.lines]
    if (head := head_at(lines, found.line)) is not None:
        return head.sender
    first = max(0, found.line - _MAIL_HEAD_LINES)
    above = [match for match in map(_FROM.match, lines[first : found.line + 1]) if match]
    below = [match for match in map(_FROM.match, lines[found.line + 1 : found.line + 4]) if match]
    nearest = above[-1:] or below[:1]
    return nearest[0].group(1) if nearest else None


def _is_sent(found: FoundDate) -> bool:
    """Whether a date by itself stands in the head of a message: the line after it, or the second, says to whom."""
    lines = found.page.lines.lines[found.line + 1 : found.line + 3]
    return found.form is Form.BARE and any(_TO.match(line.text) for line in lines)


def _is_mailed(found: FoundDate) -> bool:
    """Whether the lines about a date are those of a message and of no memorandum: a time of day or a mailbox there."""
    lines = [line.text for line in found.page.lines.lines]
    near = lines[max(0, found.line - _MAIL_HEAD_LINES) : found.line + _AFTER_DATE]
    return bool(_TIMED.search(lines[found.line])) or any("@" in line for line in near)


def kind_said(found: FoundDate) -> str:
    """What the date is the date of: written, sent, held, measured or reviewed."""
    if found.kind is Kind.WRITTEN and (found.in_memo or not _is_mailed(found)):
        return Kind.WRITTEN.value
    in_head = _sender(found) is not None if found.form is Form.FIELD else _is_sent(found)
    if in_head and found.kind in {Kind.WRITTEN, Kind.SENT}:
        return Kind.SENT.value
    return _SAID.get(found.kind, found.kind).value


def _latest_of(found: Iterable[FoundDate]) -> FoundDate:
    """The latest, and of equals the first that stands there."""
    ordered = list(found)
    latest = max(each.iso for each in ordered)
    return next(each for each in ordered if each.iso == latest)
