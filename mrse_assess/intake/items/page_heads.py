"""The words at the top of a page as texts: headings and first lines, put together where a line break cut them."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from mrse_assess.intake.text.labels import plain, read_label
from mrse_assess.intake.text.lines import Line, PageLines
from mrse_assess.intake.text.words import ITEM_WORDS, NUMBER_WORDS
from mrse_assess.model.pages import Heading

_FIRST: Final = 6  # lines
_CLOSE: Final = 0.75  # of the size of the letters, between two lines of one heading
_SAME_SIZE: Final = 1.0  # points
_LONGEST: Final = 4  # lines of a heading
_CUT: Final = re.compile(r"(?<=[^\W\d_])-\n(?=[a-z])")
_WORD_ALONE: Final = re.compile(
    r"\s*(?:" + "|".join(sorted(ITEM_WORDS, key=len, reverse=True)) + r")(?:\s+(?:item|no\.?|number))?[\s:.#-]*",
    re.IGNORECASE,
)


def heading_texts(page: PageLines) -> tuple[str, ...]:
    """The headings of a page in order, lines of one heading put together, as is a word with its number below it."""
    headings = page.page.headings
    if not headings:
        return ()
    texts: list[str] = [headings[0].text]
    lines = 1
    for before, heading in pairwise(headings):
        if _is_cut(texts[-1]) or (lines < _LONGEST and _goes_on(before, heading)):
            texts[-1] = _CUT.sub("-", f"{texts[-1].strip()}\n{heading.text.strip()}").replace("\n", " ")
            lines += 1
        else:
            texts.append(heading.text)
            lines = 1
    return tuple(texts)


def first_lines(page: PageLines) -> tuple[str, ...]:
    """The first lines of a page, a word such as "Evidence" put together with the number below it."""
    return cut_together([line.text for line in page.lines[: _FIRST + 1]])[:_FIRST]


def cut_together(texts: Sequence[str]) -> tuple[str, ...]:
    """Texts in which a label's word alone is joined to what follows it."""
    found: list[str] = []
    for text in texts:
        if found and _is_cut(found[-1]):
            found[-1] = f"{found[-1].strip()} {text}"
        else:
            found.append(text)
    return tuple(found)


def wrapped(lines: Sequence[Line], place: int) -> str:
    """The line at this place with the one below it."""
    return " ".join(line.text for line in lines[place : place + 2])


def _is_cut(text: str) -> bool:
    return bool(_WORD_ALONE.fullmatch(plain(text))) or plain(text).strip().lower() in NUMBER_WORDS


def _goes_on(before: Heading, heading: Heading) -> bool:
    """Whether the heading is the next line of the one before: as large, close below it, without a label of its own."""
    gap = heading.box[1] - before.box[3]
    label = read_label(heading.text, bare=True)
    return (
        abs(before.size - heading.size) < _SAME_SIZE
        and before.bold == heading.bold
        and gap < _CLOSE * heading.size
        and (label is None or not (label.word or label.rest[:1].isupper()))
    )
