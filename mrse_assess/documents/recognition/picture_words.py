"""A page whose words were read -> the same page with the words of its pictures: of each its part of the page alone.

A label costs a twentieth of what the whole page would. Runs in the worker.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from mrse_assess.documents.drawn_shapes import MOST_DRAWN
from mrse_assess.documents.findings import Finding
from mrse_assess.documents.recognition.engine import Engine
from mrse_assess.documents.recognition.looking import Seen, look
from mrse_assess.documents.recognition.ordering import in_order
from mrse_assess.documents.recognition.pages import (
    MOST_CERTAIN,
    Sure,
    as_marks,
    following,
    holds,
    mean_certainty,
    part_picture,
)
from mrse_assess.documents.recognition.picture_text import is_large, picture_boxes, picture_places
from mrse_assess.documents.recognition.tidying import tidied
from mrse_assess.documents.values import ReadingLimits
from mrse_assess.model.pages import PageReading, Ruling, Word
from mrse_assess.model.places import Box
from mrse_assess.terms import TextSource

if TYPE_CHECKING:
    import pymupdf

_DPI = 200.0  # the letters of a label are small
_LARGE_DPI = 150.0
_CERTAIN = 0.8  # mean over the letters of a picture whose words count as read
_SOME_UNREAD = 0.15  # share of the length of a picture's lines beyond which it was read in part
_WRITING = 3  # lines that were seen and not read: text, where one or two may be a signature or a drawing
_LEVEL = 2.0  # degrees; a picture that lies further askew is read as if it lay straight in its box
_LEAST_WORDS = 3  # of two letters or more; fewer are the letters that a network sees in a signature
_LEAST_DIGITS = 6  # of a number that stands alone


class _Read(NamedTuple):
    """One picture: its place on the page, what was seen in it, and its words on the page."""

    rect: "pymupdf.Rect"
    seen: Seen
    words: list[Sure]
    large: bool

    @property
    def tells(self) -> bool:
        """Whether it holds words, and not only what looks like some letters."""
        texts = [each.word.text for each in self.words]
        wordy = sum(sum(map(str.isalnum, text)) > 1 for text in texts) >= _LEAST_WORDS
        numbered = any(sum(map(str.isdigit, text)) >= _LEAST_DIGITS for text in texts)
        return (wordy or numbered) and mean_certainty(self.words) >= _CERTAIN

    def on_page(self, box: Box) -> Box:
        """A box of the picture as it lies straight -> on the page as shown."""
        rect, turn = self.rect, self.seen.turn
        if abs(self.seen.skew) <= _LEVEL:
            return _shifted(turn.shown_box(box), rect)
        across, down = rect.width / turn.size[0], rect.height / turn.size[1]
        return _shifted((box[0] * across, box[1] * down, box[2] * across, box[3] * down), rect)


def with_pictures(
    page: "pymupdf.Page", plain: PageReading, limits: ReadingLimits, engine: Engine
) -> tuple[PageReading, tuple[Finding, ...]]:
    """The page as it was read, with the words of its pictures after its own.

    A picture in which nothing like words was found changes nothing; of one whose lines could not be told that is said.
    """
    every = [_read(page, rect, plain, engine) for rect in picture_places(page, picture_boxes(page))]
    telling = [each for each in every if each.tells]
    unread = [each for each in every if each not in telling and _is_writing(each)]
    findings = [Finding("pages-picture-text", plain.number)] if unread else []
    if not telling:
        return plain, tuple(findings)
    findings.append(Finding("pages-recognised-here", plain.number))
    if any(each.seen.unread > _SOME_UNREAD for each in telling):
        findings.append(Finding("pages-recognised-in-part", plain.number))
    return _joined(plain, telling, limits), tuple(findings)


def _is_writing(read: _Read) -> bool:
    """Whether there are lines in it that were not read: those left out, or all of them for want of certainty."""
    lost = read.seen.unread > _SOME_UNREAD and read.seen.found >= _WRITING
    return lost or len({each.word.line for each in read.words}) >= _WRITING


def _read(page: "pymupdf.Page", rect: "pymupdf.Rect", plain: PageReading, engine: Engine) -> _Read:
    large = is_large(page, rect)
    picture, dpi = part_picture(page, rect, _LARGE_DPI if large else _DPI)
    read = _Read(rect, look(engine, picture, dpi), [], large)
    for line, block, number in in_order(read.seen.lines):
        for word in line.words:
            shown = Word(*read.on_page(word.box), tidied(word.text), block, number)
            if not any(holds(written, shown) for written in plain.words):
                read.words.append(Sure(shown, min(word.certainty, MOST_CERTAIN)))
    return read


def _joined(plain: PageReading, pictures: Sequence[_Read], limits: ReadingLimits) -> PageReading:
    """The page with the pictures' words, each picture's in blocks of its own, and what large ones have drawn."""
    words = [Sure(word, 1.0) for word in plain.words]
    for each in pictures:
        words.extend(following([word for word, _ in words], each.words))
    words = words[: limits.words_on_page]
    large = [each for each in pictures if each.large]
    rulings = [Ruling(*each.on_page(box)) for each in large for box in each.seen.rulings]
    drawings = [each.on_page(box) for each in large for box in each.seen.ink.drawings]
    marks = as_marks(each.on_page(box) for each in large for box in each.seen.ink.marks)
    return replace(
        plain,
        words=tuple(word for word, _ in words),
        certainty=tuple(sure for _, sure in words),
        rulings=(*plain.rulings, *rulings)[: limits.rulings_on_page],
        inked=(*plain.inked, *drawings),
        drawn=(*plain.drawn, *marks)[:MOST_DRAWN],
        text_source=TextSource.RECOGNISED,
    )


def _shifted(box: Box, rect: "pymupdf.Rect") -> Box:
    """A box of a part of the page -> of the page."""
    x0, y0, x1, y1 = box
    left, top = rect.x0, rect.y0
    return round(x0 + left, 2), round(y0 + top, 2), round(x1 + left, 2), round(y1 + top, 2)
