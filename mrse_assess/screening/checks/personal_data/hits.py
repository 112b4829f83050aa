"""What the finders of personal data hand to each other: where something stands, never what it says."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from mrse_assess.screening.cells import Rows
from mrse_assess.screening.checks.personal_data.misread import digits_mended
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.phrases import any_of
from mrse_assess.terms import TextSource

NEAR: Final = 110  # characters about a place that say whom it is of
BESIDE: Final = re.compile(
    r"(?:[ ](?:of|on|for|in|from)(?:[ ][a-z']+){1,4}(?=[ ]?[:(=]|[ ](?:is|was)[ ]))?"
    r"(?:[^\w\n(]{0,14}\((?=[a-z])[^()\d\n]{0,30}\)[^\w\n]{0,6}(?=\w)|[^\w\n]{0,14})"
    r"(?:(?:which |that )?(?:is|was|are|of|being|as)\s(?:(?:given|recorded|written|shown|entered|stated)(?: as)?\s)?)?"
    r"[^\w\n]{0,3}"
)
"""What may stand between a label and its value: "of the case", signs, an explanation in brackets, small words."""
MOST_LABELS: Final = 24  # of a list on one page
_LABEL: Final = 40  # characters of a phrase
_DEEPEST: Final = 14  # lines below the head of a column
_MOST_MISSED: Final = 2  # lines without a cell there


class Hit(NamedTuple):
    """One place with personal data: from and to in the page's text; ``likely``, else possible."""

    kind: str
    start: int
    end: int
    likely: bool


@dataclass(frozen=True)
class Sheet:
    """One page for the finders, with the scheme's lists of words.

    ``known`` says whether a word is one that the portfolio writes small somewhere.
    """

    page: PageText
    lists: Mapping[str, tuple[str, ...]]
    known: Callable[[str], bool]

    @cached_property
    def text(self) -> str:
        """The words of the page; where they were recognised, letters that stand for digits are read as such."""
        return digits_mended(self.page.text) if self.is_recognised else self.page.text

    @property
    def is_recognised(self) -> bool:
        """Whether words of the page come from a picture."""
        return self.page.lines.page.text_source is TextSource.RECOGNISED

    @cached_property
    def lowered(self) -> str:
        """The text without capitals, of the same length."""
        low = self.text.lower()
        return low if len(low) == len(self.text) else "".join(each.lower()[:1] for each in self.text)

    @cached_property
    def rows(self) -> Rows:
        """The lines with their cells."""
        return Rows(self.page)

    def words_of(self, name: str) -> re.Pattern[str]:
        """The phrases of a list."""
        return any_of(self.lists[name])

    def places_of(self, name: str) -> tuple[tuple[int, int], ...]:
        """Where the phrases of a list stand, in order, as many as are looked at on one page."""
        return tuple(match.span() for match in islice(self.words_of(name).finditer(self.lowered), MOST_LABELS))

    @cached_property
    def _cues(self) -> list[int]:
        return [match.start() for match in self.words_of("patient_words").finditer(self.lowered)]

    def speaks_of_patient(self, start: int, end: int, within: int = NEAR) -> bool:
        """Whether a word of patients stands within so many characters."""
        at = bisect_right(self._cues, start - within)
        return at < len(self._cues) and self._cues[at] < end + within

    def has(self, name: str, start: int, end: int) -> bool:
        """Whether a phrase of a list stands in a part of the text."""
        return self.words_of(name).search(self.lowered, max(0, start), end) is not None

    def ends_with(self, name: str, place: int) -> bool:
        """Whether a phrase of a list stands right before a place."""
        room = self.lowered[max(0, place - _LABEL) : place].rstrip(" \n,:(-")
        return any(match.end() == len(room) for match in self.words_of(name).finditer(room))

    def below(self, start: int, end: int, shape: re.Pattern[str]) -> list[tuple[int, int]]:
        """Values that fill the cells under a label that fills its own, down to where the column ends."""
        line = self.rows.line_at(start)
        cells = self.rows.parted(line).split("\t")
        if not any(cell.strip(" :.*()").lower() == self.lowered[start:end].strip(" :.*()") for cell in cells):
            return []
        box = self.page.place(start, end).box
        deepest = _DEEPEST if len(cells) > 1 else 1
        if box is None:
            return []
        found: list[tuple[int, int]] = []
        missed = 0
        for lower in range(line + 1, min(line + 1 + deepest, len(self.rows.lines))):
            at, cell = self._under(lower, (box[0], box[2]))
            match = shape.match(cell.strip(" .,;*()")) if cell else None
            if match and len(cell) <= match.end() + _DEEPEST:
                lead = len(cell) - len(cell.lstrip(" .,;*()"))
                found.append((at + lead, at + lead + match.end()))
            else:
                missed += 1
            if missed > _MOST_MISSED:
                break
        return found

    def _under(self, line: int, edges: tuple[float, float]) -> tuple[int, str]:
        """The cell of a line that stands under these edges: where it begins, and its text."""
        at = self.rows.start_of(line)
        for cell in self.rows.parted(line).split("\t"):
            box = self.page.place(at, at + max(1, len(cell))).box
            if box and box[0] < edges[1] and edges[0] < box[2]:
                return at, cell
            at += len(cell) + 1
        return at, ""
