"""Who minutes say made what was brought to the meeting (guidance, clause G7)."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from mrse_assess.screening.names import Named
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.phrases import any_of

_NAME: Final = (
    r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor)\.?\s)?[A-Z][a-z'\-]{1,25}(?:\s[A-Z]\.?){0,2}\s[A-Z][A-Za-z'\-]{1,30}"
)
_MOST: Final = 40  # names of a page
_REACH: Final = 60  # characters


class Maker(NamedTuple):
    """Somebody said to have made something, and where on the page."""

    page: PageText
    start: int
    end: int
    is_applicant: bool


class _Ways(NamedTuple):
    after: re.Pattern[str]
    before: re.Pattern[str]


@lru_cache(maxsize=4)
def _ways(after: tuple[str, ...], before: tuple[str, ...]) -> _Ways:
    return _Ways(
        re.compile(rf"(?:\s?\([A-Z]{{2,4}}\))?,?\s(?:{any_of(after).pattern})", re.IGNORECASE),
        re.compile(rf"(?:{any_of(before).pattern})\s?:?\s?(?:the\s)?$", re.IGNORECASE),
    )


def makers(
    pages: Sequence[PageText], applicant: Named, after: tuple[str, ...], before: tuple[str, ...]
) -> Iterator[Maker]:
    """Each place where somebody is said to have made something: "AE had drawn up", "paper by Bo Other".

    ``after`` are words after a name, ``before`` words before one.
    """
    ways = _ways(after, before)
    for page in pages:
        plain = page.text.replace("\n", " ")
        own = [(spot.start, spot.end) for spot in applicant.spots(plain)][:_MOST]
        others = [match.span() for match in re.finditer(_NAME, plain) if not applicant.is_in(match.group())][:_MOST]
        for is_applicant, spans in ((True, own), (False, others)):
            for start, end in spans:
                if ways.after.match(plain, end) or ways.before.search(plain[max(0, start - _REACH) : start]):
                    yield Maker(page, start, end, is_applicant)
