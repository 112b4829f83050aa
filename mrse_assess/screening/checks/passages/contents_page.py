"""Whether a page is an item's own contents page: it names everything and shows nothing."""

import re
from collections.abc import Sequence
from typing import Final

from mrse_assess.intake.text.lines import Line

_LEADS_TO_A_PAGE: Final = re.compile(r"(?:\.{2,}|\s)\s?(?:p\.?|page)?\s?\d{1,3}$", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"^[\d. ]+")
_END: Final = 16  # letters at the end of a line that hold the page number and what leads to it
_FIRST_LINES: Final = 12
_FEWEST: Final = 4  # lines that lead to pages
_MOST_OF: Final = 0.5


def is_contents_page(lines: Sequence[Line], headings: Sequence[str]) -> bool:
    """Whether most lines end with a page number, or some do under a heading that says contents."""
    leading = sum(1 for line in lines if _LEADS_TO_A_PAGE.search(line.text[-_END:]))
    if leading >= _FEWEST and leading >= _MOST_OF * len(lines):
        return True
    return leading >= _FEWEST and any(
        _NUMBERED.sub("", line.text).lower().strip(" :") in headings for line in lines[:_FIRST_LINES]
    )
