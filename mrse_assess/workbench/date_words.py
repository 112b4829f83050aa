"""Dates on a page as people in the United Kingdom write them; a version or section number is not one."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from mrse_assess.model.dates import MONTHS
from mrse_assess.workbench.page_text import Run


def _month_pattern() -> str:
    """Month names, whole or short, with a capital: "may" by itself is another word."""
    written = [f"{month[:3]}(?:{month[3:]})?" for month in MONTHS]
    shouted = [f"{month[:3].upper()}(?:{month[3:].upper()})?" for month in MONTHS]
    return f"(?:{'|'.join([*written, *shouted, 'Sept', 'SEPT'])})"


_MONTH = _month_pattern()
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)[0-9]{2}"
_DATES = re.compile(
    rf"(?<![\w/.-])(?:"
    rf"{_DAY}(?:st|nd|rd|th)?(?: of)?[ -]?{_MONTH}\b\.?(?:,? ?-?(?:{_YEAR}|'?[0-9]{{2}}(?![\w:.])))?"  # 12 March 2024
    rf"|{_MONTH}\.? {_DAY}(?:st|nd|rd|th)?(?:,? {_YEAR})"  # March 12, 2024
    rf"|{_MONTH}\.?,?[ -]{_YEAR}"  # March 2024
    rf"|{_YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?"  # 2024-03-12, 2024-03
    rf"|{_DAY}[/-]{_MONTH_NUMBER}[/-](?:{_YEAR}|[0-9]{{2}})"  # 12/03/24
    rf"|{_DAY}\.{_MONTH_NUMBER}\.{_YEAR}"  # 12.3.2024
    rf"|(?:0[1-9]|[12][0-9]|3[01])\.(?:0[1-9]|1[0-2])\.[0-9]{{2}}"  # 12.03.24, no section number
    rf")(?![\w/]|[.-]\w)"
)


def date_runs(texts: Sequence[str]) -> Iterator[Run]:
    """The words of each date."""
    starts = [0, *accumulate(len(text) + 1 for text in texts)][:-1]
    for match in _DATES.finditer(" ".join(texts)):
        yield Run(bisect_right(starts, match.start()) - 1, bisect_right(starts, match.end() - 1) - 1)
