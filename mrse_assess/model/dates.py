"""The date of a piece of evidence: a day, or no more than a month or a year where the evidence says no more."""

import re
from datetime import date
from typing import Final

_FORM: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_TO_A_DAY: Final = {len("2021"): "-01-01", len("2021-03"): "-01", len("2021-03-05"): ""}
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def is_evidence_date(text: str) -> bool:
    """Whether the text is a day, a month or a year (2021-03-05, 2021-03, 2021), or empty."""
    if not text:
        return True
    if not _FORM.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + _TO_A_DAY[len(text)])
    except ValueError:
        return False
    return True


def evidence_date_in_words(text: str) -> str:
    """As a letter says it: "5 March 2021", "March 2021", "2021". The text itself where it is no such date."""
    if not text or not is_evidence_date(text):
        return text
    year, *rest = text.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])
