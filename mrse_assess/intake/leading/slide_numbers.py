"""The numbers of slides on an item's pages: behind a slide's title, or alone on a line; and slides of a title alone."""

import re
from collections.abc import Sequence
from typing import Final

from mrse_assess.intake.leading.said_parts import Pages
from mrse_assess.intake.text.labels import plain, read_label
from mrse_assess.intake.text.lines import PageLines
from mrse_assess.intake.text.page_numbers import Place

_SLIDE: Final = re.compile(r"\bslide\s*(?:no\.?\s*)?(\d{1,3})\b", re.IGNORECASE)
_SIGNS: Final = "-()[] ."
_LEAST: Final = 2  # slides
_FEW_WORDS: Final = 20
_TOP_LINES: Final = 3
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


def deck_page(number: int, item: Sequence[Place], page_of: Pages) -> Place | None:
    """The page of a slide counted off: of an item that is wide pages of one size, a slide on each of them.

    A sheet of another shape may stand before them. None where it cannot be told whether the first is a slide.
    """
    pages = [(place, page) for place in item if (page := page_of(place)) is not None]
    shapes = [(page.page.width, page.page.height) for _, page in pages]
    start = int(len(shapes) > 1 and shapes[0] != shapes[1])
    wide = all(shape == shapes[-1] and shape[0] > shape[1] for shape in shapes[start:])
    if not wide or len(pages) - start < _LEAST or number > len(pages) - start:
        return None
    first = pages[start][1]
    bare = not start and len(first.page.words) <= _FEW_WORDS and _is_label_alone(first)
    return None if bare else pages[start + number - 1][0]


def _is_label_alone(page: PageLines) -> bool:
    """Whether a page says little but which item begins: it may be a sheet before the slides."""
    labels = [label for line in page.lines[:_TOP_LINES] if (label := read_label(plain(line.text))) is not None]
    return any(not label.rest for label in labels)


def is_title_slide(page: PageLines, following: PageLines) -> bool:
    """Whether an item's first page, which says little, is its first slide: numbered so, or as wide as the next.

    Without a number no label stands on it.
    """
    if _is_numbered(page, 1) and _is_numbered(following, 2):
        return True
    wide = page.page.width > page.page.height
    alike = (page.page.width, page.page.height) == (following.page.width, following.page.height)
    return wide and alike and not any(read_label(plain(line.text)) for line in page.lines)


def _is_numbered(page: PageLines, number: int) -> bool:
    """Whether a line of the page says that it is the slide of this number."""
    return any(int(match.group(1)) == number for line in page.lines if (match := _SLIDE.search(plain(line.text))))


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
