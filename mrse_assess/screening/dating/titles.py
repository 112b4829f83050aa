"""What the title and the first lines of a page make it: minutes, a lesson, a sheet of measurements, a memorandum."""

import re
from functools import cached_property
from typing import Final

from mrse_assess.screening.cells import Rows, is_titled
from mrse_assess.screening.dating.kinds import Words

_MAILED: Final = re.compile(r"\s*(?:From|FROM)\b:?\s+\S")
_HEAD_LINES: Final = 16
_MEMO_LINES: Final = 6
_LONGEST_MARK: Final = 24  # characters
_HISTORY_ROWS: Final = 25  # lines
_HISTORY_HEAD: Final = 90  # characters
_SENTENCE: Final = re.compile(r"[.;]\s|[.;:]$")
_LONGEST_TITLE: Final = 260  # characters of a title of minutes, over two lines


class Titles:
    """One page as what its title and its first lines make it."""

    def __init__(self, rows: Rows, words: Words) -> None:
        self.rows = rows
        self.words = words

    @cached_property
    def is_event(self) -> bool:
        """Whether its title is that of an event attended."""
        return is_titled(self.rows, self.words.events)

    @cached_property
    def is_memo(self) -> bool:
        """Whether it is headed as a memorandum."""
        heads = (line.text.lower().strip(" :") for line in self.rows.lines[:_MEMO_LINES])
        return any(text in self.words.memos for text in heads)

    @cached_property
    def is_meeting(self) -> bool:
        """Whether it is of a meeting, whose date may stand without a word that says so."""
        return is_titled(self.rows, self.words.held) or self._has_marks

    @cached_property
    def is_lesson(self) -> bool:
        """Whether it is of a lesson given or attended, whose date may stand by itself or in a column."""
        return is_titled(self.rows, self.words.taught)

    @cached_property
    def is_measured(self) -> bool:
        """Whether it is a sheet of measurements, whose date may stand by itself or in a column."""
        return is_titled(self.rows, self.words.measured)

    @cached_property
    def _has_marks(self) -> bool:
        """Whether a line near the top says who was there."""
        return any(self._is_mark(at) for at in range(min(_HEAD_LINES, len(self.rows.lines))))

    def _is_mark(self, line: int) -> bool:
        cell = self.rows.parted(line).partition("\t")[0]
        said, colon, _ = cell.partition(":")
        return (colon or said == cell) and len(said) <= _LONGEST_MARK and said.strip().lower() in self.words.marks

    @cached_property
    def is_message(self) -> bool:
        """Whether a line near the top says from whom it is."""
        return any(_MAILED.match(line.text) for line in self.rows.lines[:_HEAD_LINES])

    @cached_property
    def history(self) -> frozenset[int]:
        """The lines that stand in a table of versions."""
        found: set[int] = set()
        small = self.rows.page.text.lower()
        known = [phrase for phrase in self.words.history if phrase in small]
        for at, line in enumerate(self.rows.lines if known else ()):
            text = line.text.lower()
            if len(text) < _HISTORY_HEAD and any(phrase in text for phrase in known):
                found.update(range(at + 1, at + 1 + _HISTORY_ROWS))
        return frozenset(found)

    @cached_property
    def is_occasion(self) -> bool:
        """Whether it is of something held, so that when it was written down afterwards is not its date."""
        return (self.is_meeting or self.is_lesson) and not is_titled(self.rows, self.words.afterwards)

    @cached_property
    def is_review(self) -> bool:
        """Whether it is of somebody's review of a document."""
        return is_titled(self.rows, self.words.reviews)

    def in_minutes_title(self, start: int) -> bool:
        """Whether a place stands in the title of minutes: "Notes of a meeting of the MR Safety Group on", and a day.

        The title begins its line, or the line above where it runs on to this one.
        """
        at = self.rows.line_at(start)
        return any(self._begins_minutes(line, start) for line in range(max(0, at - 1), at + 1) if line < _HEAD_LINES)

    def _begins_minutes(self, line: int, start: int) -> bool:
        begin = self.rows.start_of(line)
        text = " ".join(self.rows.page.text[begin:start].lower().split())
        return text.startswith(self.words.minutes) and len(text) <= _LONGEST_TITLE and not _SENTENCE.search(text)
