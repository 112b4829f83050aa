"""People with their home address: "Copy to Ada Thornquill, Flat 2, 9 Gull Street". Staff are reached at work."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from mrse_assess.screening.checks.personal_data.hits import Hit, Sheet
from mrse_assess.screening.checks.personal_data.people import IS_TITLED, MOST, NAME, PERSON, is_of_staff, may_be_person

_ADDRESS: Final = re.compile(
    r"(?:,[ \n]?|\n| of | at |[ \n]\()(?:Flat|Apartment|Apt)\.? \d{1,3}[A-Za-z]?\b"
    r"|(?:,[ \n]?|\n| of | at |[ \n]\()\d{1,4}[A-Za-z]?,? (?P<way>[A-Z][a-z']+(?: [A-Z][a-z']+){1,2})"
)
_POSTCODE: Final = re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?!\w)")
_ABOUT: Final = 100  # characters behind an address in which an institution says that it is one of work
_BEFORE: Final = 30


def homes(sheet: Sheet) -> Iterator[Hit]:
    """Names right before a street with a number, where no institution and no profession stands about them."""
    for match in islice(PERSON.finditer(sheet.text), MOST):
        start, end = match.span()
        address = _ADDRESS.match(sheet.text, end)
        if address is None or not _is_home(sheet, address) or not may_be_person(sheet, match.group()):
            continue
        begin = max(start - _BEFORE, sheet.text.rfind("\n", 0, start) + 1)  # the lines above may be a letterhead
        if is_of_staff(sheet, start, end) or sheet.has("institutions", begin, address.end() + _ABOUT):
            continue
        sure = IS_TITLED.match(match.group()) and _POSTCODE.search(sheet.text, address.end(), address.end() + _ABOUT)
        yield Hit(NAME, start, end, likely=sure is not None)


def _is_home(sheet: Sheet, address: re.Match[str]) -> bool:
    """Whether the address is a flat or ends with a word for a street."""
    way = address["way"]
    if way is None:
        return True
    return any(word.lower() in sheet.lists["streets"] for word in way.split()[1:])
