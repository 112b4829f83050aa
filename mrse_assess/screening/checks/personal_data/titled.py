"""People named with a title ("Mrs Padbury underwent ..."): what is said of them is said of patients, or of staff."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from mrse_assess.screening.checks.personal_data.hits import NEAR, Hit, Sheet
from mrse_assess.screening.checks.personal_data.hospitals import DAY, NUMBER, is_patients
from mrse_assess.screening.checks.personal_data.people import MOST, NAME, NEXT, TITLED, is_of_staff, may_be_person

_RIGHT_BEHIND: Final = 30  # characters: ", NHS no. 999 000 0000"
_HAS: Final = 45  # from a name to what its bearer has: "has an Ostara hypoglossal stimulator"
_NUMBER_LEAD: Final = re.compile(r",?[ \n]\(?(?=[A-Za-z]{0,3}\d)")
_ENDS: Final = re.compile(r"[A-Za-z]?(?:[).,;:]|\s|$)")
_LEAST_DIGITS: Final = 6
_FAR: Final = 90  # characters after a name within its sentence
_SENTENCE: Final = re.compile(r"[.;!?](?=\s)|\n\n")
_FIRST: Final = re.compile(r"[\s,]{1,3}(?:who )?(?:(?:has|had|was|then|also|kindly) ){0,2}")
_AGED: Final = re.compile(
    r"[\s,]{0,2}[(\s]?(?:an? )?(?:aged )?\d{1,3}(?:[ -]?(?:years?|yrs?|y/?o|y)\b|\s?[MF]\b|(?=,)|(?=\)))"
    r"|\s?\([MF][,/ ]{1,2}\d{1,3}\)"
)
_LIVES: Final = re.compile(r",? (?:of|at|who lives at) \d{1,4}[a-z]? [A-Z][a-z]+ [A-Z][a-z]+")
_GOES_ON: Final = re.compile(r"[^.;!?]{0,40}\.\s(?:She|He) (?=has|had|needs|was|is|will|came|weighs|attended)")
_DEAR: Final = "Dear "
_IS_ABOUT: Final = re.compile(r"\s?(?::|-|\u2013|\()\s")
_CASE_ENDS: Final = re.compile(r"[.;!?](?=\s)|\n(?![a-z])")  # a line that begins with no small letter begins anew
_FULL: Final = re.compile(r"\S+[ \n][A-Z][a-z]+[ \n](?:\S+ )?[A-Z]")


def titled(sheet: Sheet, text: str, others: Sequence[Hit]) -> Iterator[Hit]:
    """Every titled name of which only a patient's would be told what its sentence tells.

    ``others`` are the page's dates of birth and numbers: one right behind the name is the patient's own.
    """
    for match in islice(TITLED.finditer(text), MOST):
        start, end = match.span()
        if not may_be_person(sheet, match.group(), least=1) or is_of_staff(sheet, start, end):
            continue
        numbered = any(
            0 <= hit.start - end <= _RIGHT_BEHIND
            or (0 <= hit.start - end <= 2 * _FAR and sheet.has("own_records", end, hit.start))
            for hit in others
        )
        likely = True if numbered else _of_patient(sheet, text, match)
        if likely is None and (_has_number(sheet, match) or _is_handled(sheet, text, match)):
            likely = False
        if likely is not None:
            yield Hit(NAME, start, end, likely)


def _has_number(sheet: Sheet, match: re.Match[str]) -> bool:
    """Whether a number as hospitals give them stands right behind the name: "Mrs Padbury (K482957)"."""
    lead = _NUMBER_LEAD.match(sheet.text, match.end())
    number = NUMBER.match(sheet.text, lead.end()) if lead else None
    if number is None or DAY.fullmatch(number.group()) or not _ENDS.match(sheet.text, number.end()):
        return False
    digits = sum(map(str.isdigit, number.group()))
    return digits >= _LEAST_DIGITS and is_patients(sheet, match.start(), *number.span())


def _is_handled(sheet: Sheet, text: str, match: re.Match[str]) -> bool:
    """Whether somebody lifts, slides or settles them; to be moved to another team or list happens to staff."""
    start, end = match.span()
    if not sheet.ends_with("handles_patients", start):
        return False
    stop = _stop(sheet, text, end)
    return not sheet.has("not_own", end, stop) and not sheet.has("rehearsed", start - NEAR, stop)


def _of_patient(sheet: Sheet, text: str, match: re.Match[str]) -> bool | None:
    """Whether the name is likely or possibly a patient's; None where nothing says so."""
    start, end = match.span()
    if text[max(0, start - len(_DEAR)) : start] == _DEAR:
        return False if sheet.has("to_patients", start, end + 3 * NEAR) else None
    stop = _stop(sheet, text, end)
    owns = match.group().endswith("'s") and _has_own(sheet, end, min(stop, end + NEXT // 3))
    if owns or sheet.has("said_of_patients", end, min(stop, end + NEXT)) or sheet.ends_with("before_patients", start):
        return True
    first = _FIRST.match(text, end)
    if first and sheet.words_of("acts_of_staff").match(sheet.lowered, first.end()):
        return None
    if _AGED.match(text, end) or (
        sheet.has("done_by_patients", end, stop) and not sheet.has("nobody", end, end + _FAR)
    ):
        return True
    about = _IS_ABOUT.match(text, end)
    if about and _has_own(sheet, about.end(), about.end() + NEXT // 2, "about_bodies"):
        return True
    has = sheet.has("may_be_said", end, end + NEXT // 4) and _has_own(sheet, end, min(stop, end + _HAS))
    of_own = sheet.has("own_things", end, stop) or _LIVES.match(text, end) is not None
    return False if has or of_own or _goes_on(sheet, text, end) or _in_a_case(sheet, text, match) else None


def _has_own(sheet: Sheet, start: int, end: int, things: str = "belongings") -> bool:
    """Whether something that patients carry is spoken of, and not what is about such things ("pacemaker clinic")."""
    own = sheet.words_of(things).search(sheet.lowered, start, end)
    return own is not None and not sheet.words_of("not_own").match(sheet.lowered, own.end() + 1)


def _in_a_case(sheet: Sheet, text: str, match: re.Match[str]) -> bool:
    """Whether it is said in full, forename and all, where the sentence is about somebody's scan, device or body.

    Colleagues are called by title and surname, or listed; whoever is named so in the account of a case is its subject.
    Fields of e-mails and cells of tables stand on lines of their own, and are no part of the sentence.
    """
    start, end = match.span()
    if not _FULL.match(match.group()):
        return False
    before = _CASE_ENDS.finditer(text, max(0, start - _FAR), start)
    begin = max((one.end() for one in before), default=max(0, start - _FAR))
    after = _CASE_ENDS.search(text, end, _stop(sheet, text, end))
    stop = after.start() if after else _stop(sheet, text, end)
    begin, stop = _in_cell(sheet, start, begin, stop)
    of_staff = sheet.has("professions", begin, stop) or sheet.has("rehearsed", begin, stop)
    return _has_own(sheet, begin, stop, "case_words") and not of_staff


def _in_cell(sheet: Sheet, place: int, begin: int, stop: int) -> tuple[int, int]:
    """What of a sentence stands in the cell of a place, where its line is a row of a table."""
    line = sheet.rows.line_at(place)
    first, parted = sheet.rows.start_of(line), sheet.rows.parted(line)
    if "\t" not in parted:
        return begin, stop
    left, right = parted.rfind("\t", 0, place - first), parted.find("\t", place - first)
    return max(begin, first + left + 1), min(stop, first + (right if right >= 0 else len(parted)))


def _goes_on(sheet: Sheet, text: str, end: int) -> bool:
    """Whether the sentence ends with the name, or soon, and the next tells what she or he has or needs."""
    following = _GOES_ON.match(text, end)
    if following is None:
        return False
    stop = following.end() + NEXT
    said = sheet.has("done_by_patients", following.end() - 1, stop) or sheet.has(
        "said_of_patients", following.end() - 1, stop
    )
    return said or _has_own(sheet, following.end(), following.end() + NEXT // 2)


def _stop(sheet: Sheet, text: str, end: int) -> int:
    """Where the sentence ends, or turns to somebody else: what is said from there on is not said of the name."""
    found = _SENTENCE.search(text, end, end + _FAR)
    stop = found.start() if found else end + _FAR
    others = sheet.words_of("somebody_else").search(sheet.lowered, end, stop)
    return others.start() if others else stop
