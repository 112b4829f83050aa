"""Days as forms, stickers and consoles write a birth date: with signs or spaces, in one run, in boxes, in words."""

import re
from datetime import date
from typing import Final, NamedTuple

from mrse_assess.intake.text.dates import every_date
from mrse_assess.intake.text.words import MONTHS

LONGEST: Final = 34  # characters
DAY: Final = len("2023-05-02")
CELL: Final = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?[\s./-]+[A-Za-z0-9]{1,9}[\s./,-]+\d{2,4}|\d{4}-\d\d-\d\d|(?:19|20)\d{6}|\d{4}(?:19|20)\d\d"
)
"""What a cell under the head of a column of days looks like."""

_YEAR: Final = r"(?P<y>(?:19|20)\d\d)"
_SHAPES: Final = tuple(
    re.compile(rf"{shape}(?!\d)", re.IGNORECASE)
    for shape in (
        rf"{_YEAR}(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])",  # 19460312
        rf"(?P<d>0[1-9]|[12]\d|3[01])(?P<m>0[1-9]|1[0-2]){_YEAR}",  # 12031946
        rf"(?P<d>\d{{1,2}})[ ](?P<m>\d{{1,2}})[ ]{_YEAR}",  # 12 03 1946
        rf"{_YEAR}[\s./-]?(?P<m>[a-z]{{3}})[a-z]{{0,6}}[\s./-]?(?P<d>\d{{1,2}})",  # 1946-Mar-12
    )
)
_BOXES: Final = re.compile(r"[|\[ ]{0,2}\d(?:[ |\[\]/]{1,3}\d){7}(?![ |]{0,3}\d)")
_MONTHS: Final = {month[:3]: number for number, month in enumerate(MONTHS, start=1)}


class Day(NamedTuple):
    """A day that begins a text: its length there and itself; ``sure`` where the century is said."""

    length: int
    iso: str
    sure: bool


def day_at(text: str) -> Day | None:
    """The day with which the text begins, however it is written."""
    for shape in _SHAPES:
        if match := shape.match(text):
            iso = _iso(match["y"], match["m"].lower(), match["d"])
            if iso:
                return Day(match.end(), iso, sure=True)
    begun = next((one for one in every_date(text) if one[0] == 0 and len(one[2]) == DAY), None)
    if begun is not None:
        return Day(begun[1], begun[2], sure=re.search(r"\d{4}", text[: begun[1]]) is not None)
    boxes = _BOXES.match(text)
    inside = day_at(re.sub(r"\D", "", boxes.group())) if boxes else None
    return Day(boxes.end(), inside.iso, sure=True) if boxes and inside else None


def _iso(year: str, month: str, day: str) -> str:
    number = int(month) if month.isdigit() else _MONTHS.get(month, 0)
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return ""
