"""Forms in columns: fields across the top with their values below, and the referee's column beside the applicant's."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.front.fields import FieldOf, Pair
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import Line, PageLines, segments
from mrse_assess.model.pages import Word

_LEAST_FIELDS: Final = 3  # in one line, for the line to head columns
_MOST_BELOW: Final = 6  # lines of values under such a line
_ROOM: Final = 45.0  # points between two lines of one row
_EDGE: Final = 4.0  # points
_LONGEST_HEAD: Final = 5  # words
_CUT: Final = re.compile(r"(?<=\w)- (?=\w)")
_REFEREE: Final = re.compile(
    r"\W*(?:(?:for |by )?the )?(?:referee|line manager|manager|supervisor|authenticat\w*|verifier|countersign\w*)\b",
    re.IGNORECASE,
)
_APPLICANT: Final = re.compile(r"\W*(?:(?:for |by )?the )?(?:applicant|candidate)\b", re.IGNORECASE)

Block = Sequence[tuple[PageLines, Line]]


class Column(NamedTuple):
    """The heights of a page that one side takes up, in points from its left edge."""

    left: float
    right: float


def pairs_across(lines: Sequence[Line], field_of: FieldOf) -> list[Pair]:
    """Fields that stand side by side in a line, each with the words under it; [] where no line is such a head."""
    for place, line in enumerate(lines):
        heads = segments(line, gap=0.8)
        fields = [field_of(plain(" ".join(word.text for word in words))) for words in heads]
        if len(fields) < _LEAST_FIELDS or None in fields or not {"name", "signature"} & set(fields):
            continue
        lefts = [words[0].x0 - _EDGE for words in heads]
        values: list[list[str]] = [[] for _ in heads]
        above = line
        for below in lines[place + 1 : place + 1 + _MOST_BELOW]:
            if not above.y0 < below.y0 <= above.y1 + _ROOM or _is_of_fields(_texts(below), field_of):
                break
            for word in below.words:
                values[max((i for i, left in enumerate(lefts) if left <= word.x0), default=0)].append(word.text)
            above = below
        return [
            Pair(field, _CUT.sub("-", " ".join(words)))
            for field, words in zip(fields, values, strict=True)
            if field is not None
        ]
    return []


def _is_of_fields(texts: Sequence[str], field_of: FieldOf) -> bool:
    """Whether a line is of labels, not of values such as the role "line manager" broken over lines."""
    return all(map(field_of, texts)) and (len(texts) > 1 or field_of(texts[0]) != "name")


def _texts(line: Line) -> list[str]:
    return [plain(" ".join(word.text for word in words)).rstrip(": ") for words in segments(line, gap=0.8)]


def heads_both(line: Line) -> bool:
    """Whether the line names the applicant and the referee beside each other."""
    return _heads(line) is not None


def of_referee(block: Block) -> tuple[Block, Column | None]:
    """The block without the applicant's column where the two stand beside each other, and where the referee's is."""
    for place, (page, line) in enumerate(block):
        heads = _heads(line)
        if heads is None:
            continue
        column, labels = _column(page, *heads)
        rest = [(there, _within(each, column, labels)) for there, each in block[place + 1 :]]
        return [*block[:place], *((there, each) for there, each in rest if each is not None)], column
    return block, None


def _heads(line: Line) -> tuple[Word, Word] | None:
    """The first words of the referee's and of the applicant's heading."""
    referee = applicant = None
    for words in segments(line, gap=0.8):
        text = plain(" ".join(word.text for word in words))
        if len(words) <= _LONGEST_HEAD and ":" not in text:
            referee = words[0] if _REFEREE.match(text) else referee
            applicant = words[0] if _APPLICANT.match(text) else applicant
    return (referee, applicant) if referee is not None and applicant is not None else None


def _column(page: PageLines, referee: Word, applicant: Word) -> tuple[Column, float]:
    """The referee's column, and the right edge of the labels' column before both."""
    first, second = sorted((referee.x0, applicant.x0))
    drawn = [line.x0 for line in page.page.rulings if abs(line.x1 - line.x0) < 1 and first < line.x0 <= second]
    middle = max(drawn, default=second) - _EDGE
    column = Column(middle, page.page.width) if referee.x0 > applicant.x0 else Column(first - _EDGE, middle)
    return column, first - _EDGE


def _within(line: Line, column: Column, labels: float) -> Line | None:
    words = tuple(word for word in line.words if column.left <= word.x0 < column.right or word.x0 < labels)
    return Line(words, min(word.y0 for word in words), max(word.y1 for word in words)) if words else None
