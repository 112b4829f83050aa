"""The numbers of slides on an item's pages: behind a slide's title, or alone on a line."""

from collections.abc import Sequence
from typing import Final

from mrse_assess.intake.leading.said_parts import Pages
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import PageLines
from mrse_assess.intake.text.page_numbers import Place

_SIGNS: Final = "-()[] ."
_LONGEST: Final = 3  # digits


def slide_page(number: int, item: Sequence[Place], page_of: Pages) -> Place | None:
    """The one page that bears the slide's number, where the slide before or after it is there too."""
    borne = [(place, _borne(page_of(place))) for place in item]
    there = [place for place, numbers in borne if number in numbers]
    beside = [place for place, numbers in borne if numbers & {number - 1, number + 1}]
    if len(there) != 1:
        return None
    at = item.index(there[0])
    in_order = [each for each in beside if abs(item.index(each) - at) <= 1]
    return there[0] if in_order else None


def _borne(page: PageLines | None) -> frozenset[int]:
    """The numbers that may be a slide's: lines of a number alone, and the last word of a title."""
    if page is None:
        return frozenset()
    titles = [plain(heading.text).strip() for heading in page.page.headings]
    words = [plain(line.words[-1].text).strip(_SIGNS) for line in page.lines if _may_bear(plain(line.text), titles)]
    return frozenset(int(word) for word in words if word.isdecimal() and len(word) <= _LONGEST)


def _may_bear(line: str, titles: Sequence[str]) -> bool:
    alone = line.strip(_SIGNS)
    head = alone.rstrip("0123456789").strip(_SIGNS)
    return alone.isdecimal() or (head != alone and any(head == title.strip(_SIGNS) for title in titles))
