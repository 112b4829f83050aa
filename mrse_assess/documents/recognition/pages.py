"""A page whose words were not read -> the same page with the words that its picture shows. Runs in the worker."""
# mypy: disable-error-code="no-untyped-call"
# The PDF library carries no types for most of its calls.

from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from mrse_assess.documents.drawn_shapes import MOST_DRAWN
from mrse_assess.documents.findings import Finding
from mrse_assess.documents.recognition.engine import Engine
from mrse_assess.documents.recognition.looking import Seen, look
from mrse_assess.documents.recognition.ordering import Ordered, in_order
from mrse_assess.documents.recognition.tidying import tidied
from mrse_assess.documents.values import ReadingLimits
from mrse_assess.model.pages import Drawn, Heading, PageReading, Ruling, Word
from mrse_assess.model.places import Box
from mrse_assess.terms import TextSource

if TYPE_CHECKING:
    import numpy as np
    import pymupdf
    from numpy.typing import NDArray

_DPI = 150.0
_MOST_PIXELS = 9_000_000
MOST_CERTAIN = 0.999
"""Of a word that was recognised; what the file itself holds has 1."""

_CERTAIN = 0.8  # mean over the letters of a page whose words count as read
_MOST_UNREAD = 0.5  # share of the length of all lines, beyond which a page was not read
_SOME_UNREAD = 0.15  # and beyond which it was read in part
_LARGER = 1.25  # times the size of running text: a heading
_HEADING_LENGTH = 200
_LITTLE_DRAWN = 4  # lines of the file's own: with more, those of the picture are left out
_PICTURE = 0.3  # share of a page
_GRAIN = 6.0  # times the noise of the paper: ink
_FAINT = 3.0  # levels
_INKED = 0.0002  # share of a page
_PAPER = 170  # level: darker is no paper
_NEIGHBOURHOOD = 41  # pixels about a point
_HELD = 0.5  # of a recognised word's area under a written one


def recognised(
    page: "pymupdf.Page", plain: PageReading, limits: ReadingLimits, engine: Engine
) -> tuple[PageReading, tuple[Finding, ...]]:
    """The page as it was read, with what its picture shows; words that the file itself holds beside pictures stay.

    A page of which little could be told with certainty stays a page without text, and so does one on which nothing was
    found although something is there.
    """
    picture, dpi = page_picture(page)
    seen = look(engine, picture, dpi)
    lines = in_order(seen.lines)
    written = kept_words(plain)
    beside = [sure for sure in _words(lines, seen) if not any(holds(word, sure.word) for word in written)]
    if not beside:
        if seen.unread == 0 and is_blank(_without(picture, written, dpi)):
            return replace(plain, has_text=True, text_source=_source(written), words=written), ()
        return _not_seen(plain, "pages-without-text")
    if mean_certainty(beside) < _CERTAIN or seen.unread > _MOST_UNREAD:
        return _not_seen(plain, "pages-recognised-poorly")
    words = [*(Sure(word, 1.0) for word in written), *following(written, beside)][: limits.words_on_page]
    findings = [Finding("pages-recognised-here", plain.number)]
    if seen.unread > _SOME_UNREAD:
        findings.append(Finding("pages-recognised-in-part", plain.number))
    reading = replace(
        plain,
        words=tuple(word for word, _ in words),
        certainty=tuple(sure for _, sure in words),
        rulings=_rulings(plain, seen, limits),
        has_text=True,
        headings=plain.headings or _headings(lines, seen)[: limits.headings_on_page],
        text_source=TextSource.RECOGNISED,
        skew=seen.skew,
        inked=(*plain.inked, *map(seen.turn.shown_box, seen.ink.drawings)),
        drawn=(*plain.drawn, *as_marks(map(seen.turn.shown_box, seen.ink.marks)))[:MOST_DRAWN],
    )
    return reading, tuple(findings)


def as_marks(boxes: Iterable[Box]) -> tuple[Drawn, ...]:
    """Boxes of ink on a picture as marks of dark strokes."""
    return tuple(Drawn(*box, 0, filled=False) for box in boxes)


def page_picture(page: "pymupdf.Page") -> tuple["NDArray[np.uint8]", float]:
    """The page as shown in greys, and the resolution in dots per inch: less for a page larger than A3."""
    return part_picture(page, page.rect, _DPI)


def part_picture(page: "pymupdf.Page", rect: "pymupdf.Rect", most_dpi: float) -> tuple["NDArray[np.uint8]", float]:
    """A part of the page in greys, and the resolution in dots per inch."""
    import numpy as np
    import pymupdf

    area = max(rect.width * rect.height, 1.0)
    dpi = min(most_dpi, 72 * (_MOST_PIXELS / area) ** 0.5)
    scaled = pymupdf.Matrix(dpi / 72, dpi / 72)
    drawn = page.get_pixmap(matrix=scaled, clip=rect, colorspace=pymupdf.csGRAY, alpha=False)
    levels = np.frombuffer(drawn.samples, np.uint8).reshape(drawn.height, drawn.stride)
    return np.ascontiguousarray(levels[:, : drawn.width]), dpi


def is_blank(picture: "NDArray[np.uint8]") -> bool:
    """Whether nothing is on the paper but its grain; said only where it is sure, since faint writing is no blank."""
    import cv2
    import numpy as np

    smooth = cv2.GaussianBlur(picture.astype(np.float32), (0, 0), 1.5)
    paper = cv2.blur(smooth, (_NEIGHBOURHOOD, _NEIGHBOURHOOD))
    differs = np.abs(smooth - paper)
    grain = float(np.median(differs)) * 1.48
    light = float(np.median(picture)) >= _PAPER
    return light and bool((differs > max(_GRAIN * grain, _FAINT)).mean() < _INKED)


def _not_seen(plain: PageReading, code: str) -> tuple[PageReading, tuple[Finding, ...]]:
    """The page with nothing read of its picture; a layer that the picture does not bear out is not believed either."""
    if plain.has_text and plain.text_source is TextSource.WRITTEN:  # its own words were read; a picture's were not
        return plain, (Finding("pages-picture-text", plain.number),)
    if plain.text_source is TextSource.LAYER:
        plain, code = replace(plain, words=(), headings=()), "pages-layer-doubtful"
    source = plain.text_source if plain.words else TextSource.NONE
    return replace(plain, has_text=False, text_source=source), (Finding(code, plain.number),)


def _source(written: tuple[Word, ...]) -> TextSource:
    return TextSource.WRITTEN if written else TextSource.RECOGNISED


def _without(picture: "NDArray[np.uint8]", words: Sequence[Word], dpi: float) -> "NDArray[np.uint8]":
    """The picture with its paper where these words stand."""
    import numpy as np

    paper = int(np.median(picture))
    covered = picture.copy()
    for word in words:
        left, top, right, bottom = (round(edge * dpi / 72) for edge in word[:4])
        covered[max(top - 2, 0) : bottom + 2, max(left - 2, 0) : right + 2] = paper
    return covered


class Sure(NamedTuple):
    """A word as shown on the page, and how sure its recognition was, 0 to 1."""

    word: Word
    certainty: float


def mean_certainty(words: Sequence[Sure]) -> float:
    """The mean over all letters."""
    letters = sum(len(each.word.text) for each in words)
    return sum(each.certainty * len(each.word.text) for each in words) / max(letters, 1)


def _words(lines: Sequence[Ordered], seen: Seen) -> list[Sure]:
    return [
        Sure(Word(*seen.turn.shown_box(word.box), tidied(word.text), block, number), min(word.certainty, MOST_CERTAIN))
        for line, block, number in lines
        for word in line.words
    ]


def kept_words(plain: PageReading) -> tuple[Word, ...]:
    """The words that the file itself holds beside its pictures."""
    if plain.text_source is not TextSource.WRITTEN or _is_unknown(plain.words):
        return ()
    return plain.words


def following(written: Sequence[Word], words: Sequence[Sure]) -> list[Sure]:
    """The words with blocks that follow those of the words before."""
    block = max((word.block for word in written), default=-1) + 1
    return [Sure(each.word._replace(block=each.word.block + block), each.certainty) for each in words]


def _is_unknown(words: Sequence[Word]) -> bool:
    """Whether the file's characters have no known meaning."""
    every = "".join(word.text for word in words)
    return every.count("\ufffd") > 0.1 * len(every)


def holds(written: Word, word: Word) -> bool:
    """Whether a word of the picture is this word of the file."""
    across = min(written.x1, word.x1) - max(written.x0, word.x0)
    down = min(written.y1, word.y1) - max(written.y0, word.y0)
    return across > 0 and down > 0 and across * down > _HELD * (word.x1 - word.x0) * (word.y1 - word.y0)


def _rulings(plain: PageReading, seen: Seen, limits: ReadingLimits) -> tuple[Ruling, ...]:
    """The lines of the picture as shown, beside the few that the file itself draws."""
    if len(plain.rulings) > _LITTLE_DRAWN and plain.picture_share < _PICTURE:
        return plain.rulings
    shown = []
    for left, top, right, bottom in seen.rulings:
        ends = (*seen.turn.shown(left, top), *seen.turn.shown(right, bottom))
        shown.append(Ruling(*(round(value, 2) for value in ends)))
    return (*plain.rulings, *shown)[: limits.rulings_on_page]


def _headings(lines: Sequence[Ordered], seen: Seen) -> tuple[Heading, ...]:
    """Lines clearly larger than the running text."""
    running = median(line.size for line, _, _ in lines for word in line.words for _ in word.text)
    return tuple(
        Heading(
            text=" ".join(tidied(word.text) for word in line.words)[:_HEADING_LENGTH],
            size=line.size,
            bold=False,
            box=seen.turn.shown_box(line.box),
        )
        for line, _, _ in lines
        if line.size >= _LARGER * running and any(map(str.isalnum, line.words[0].text))
    )
