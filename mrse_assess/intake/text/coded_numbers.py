"""Items counted within sub-categories: "Evidence 1.1-1" is one label, neither an item "1.1" nor a range.

Read as years with their numbers are (:mod:`year_numbers`): with a dot in the middle, and given as it was written.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from mrse_assess.intake.text.words import GLUED_ITEM_WORDS, ITEM_WORDS
from mrse_assess.intake.text.year_numbers import DOT, Seen, YearNumbers, is_label, is_place
from mrse_assess.model.pages import DocumentReading, Word

_NUMBER: Final = re.compile(
    r"(?<![\w.\-/\u2010-\u2014])([1-9](?:\.\d)?)([-\u2010-\u2014])(\d{1,2})(?!\w|\.\d|[-/\u2010-\u2014]\d)"
)
_GLUED: Final = re.compile(
    r"(?<![A-Za-z])((?:" + "|".join(sorted(ITEM_WORDS | GLUED_ITEM_WORDS, key=len, reverse=True)) + r")\.?[\s_#]*)"
    r"([1-9](?:\.\d)?)([-_\u2010-\u2014])(\d{1,2})(?![^\W_]|\.\d)",
    re.IGNORECASE,
)
_PLAIN: Final = re.compile(r"(?<![\w.\-])\d{1,2}(?![\w.]|[-\u2010-\u2014]\d)")
_LEAST: Final = 3  # labels with a sub-category of two figures, which no range of items begins with
_BACK: Final = 60  # characters before a number that may say what it is
_WORDS_BACK: Final = 6


class CodedNumbers(YearNumbers):
    """The labels of a portfolio whose items are counted within sub-categories."""

    def __init__(self, seen: Sequence[Seen], files: Iterable[str]) -> None:
        super().__init__(seen, files)
        self.width = 1
        codes = "|".join(sorted(map(re.escape, self.years), key=len, reverse=True))
        self._said = re.compile(rf"(?<![\d.])({codes})[.{DOT}](\d{{1,2}})(?!\d|\.\d)")

    def dotted(self, text: str, before: str = "") -> str:
        """The text with a dot in each label; ``before`` is what stands before it."""

        def joined(match: re.Match[str]) -> str:
            above = (before + text[: match.start()])[-_BACK:]
            named = (match[1], match[3]) in self.numbers and not is_place(above)
            return f"{match[1]}{DOT}{match[3]}" if named else match[0]

        return _NUMBER.sub(joined, self._unglued(text))

    def _unglued(self, text: str) -> str:
        return _GLUED.sub(
            lambda each: f"{each[1]}{each[2]}{DOT}{each[4]}" if (each[2], each[4]) in self.numbers else each[0], text
        )

    def _words(self, words: Sequence[Word]) -> Iterator[Word]:
        for place, word in enumerate(words):
            if "-" in word.text or _NUMBER.search(word.text):
                before = " ".join(each.text for each in words[max(0, place - _WORDS_BACK) : place])
                yield word._replace(text=self.dotted(word.text, f"{before} " if before else ""))
            else:
                yield word

    def _named(self, file: str) -> str:
        folder, slash, name = file.rpartition("/")
        return folder + slash + self.dotted(name)


def coded_numbers(readings: Sequence[DocumentReading], codes: Collection[str]) -> CodedNumbers | None:
    """The labels of items counted within sub-categories; None where the portfolio's items are not."""
    texts = [text for reading in readings for text in _texts(reading)]
    seen = {each for text in texts for each in _seen(text, codes)}
    sure = {(each.year, each.number) for each in seen if "." in each.year}
    if len(sure) < _LEAST or len(_plain(texts)) >= len(sure):
        return None
    kept = [each for each in seen if "." in each.year or each.falls]
    return CodedNumbers(kept, (reading.file for reading in readings))


def _texts(reading: DocumentReading) -> Iterator[str]:
    pages = (" ".join(word.text for word in page.words) for page in reading.pages)
    cells = (cell.text for table in reading.tables for row in table.rows for cell in row)
    return chain((reading.file.rpartition("/")[2],), pages, cells)


def _seen(text: str, codes: Collection[str]) -> Iterator[Seen]:
    for match in _NUMBER.finditer(text):
        if match[1] in codes and is_label(text[max(0, match.start() - _BACK) : match.start()]):
            yield Seen(match[1], "-", match[3])
    for match in _GLUED.finditer(text):
        if match[2] in codes:
            yield Seen(match[2], "-", match[4])


def _plain(texts: Iterable[str]) -> set[str]:
    """The numbers of labels without a sub-category."""
    found = (match for text in texts for match in _PLAIN.finditer(text))
    return {match[0] for match in found if is_label(match.string[max(0, match.start() - _BACK) : match.start()])}
