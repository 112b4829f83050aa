"""One page of a PDF as words, lines, headings and shares. Runs in the worker.

Coordinates come from the library for the page without its rotation; they are turned here, so that a box sits where the
reader sees it.
"""
# mypy: disable-error-code="no-untyped-call"
# The PDF library carries no types for most of its calls.

import collections
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from mrse_assess.documents.drawn_shapes import drawn_shapes
from mrse_assess.documents.findings import Finding
from mrse_assess.documents.rulings import curved_boxes, drawn_segments, joined
from mrse_assess.documents.values import ReadingLimits
from mrse_assess.model.pages import Drawn, Heading, PageReading, Word
from mrse_assess.model.places import Box
from mrse_assess.terms import TextSource

if TYPE_CHECKING:
    import pymupdf

_FEW_CHARACTERS = 20  # fewer letters and digits than this: is there ink that was not read?
_CAPTION_CHARACTERS = 150  # a page mostly of picture with fewer than this is a picture with a stamp or caption
_MOSTLY_PICTURE = 0.5
_INKED = 0.005  # share of the page's area
_INK_DPI = 24
_INK_LEVEL = 200  # of 255
_UNKNOWN = "\ufffd"
_UNKNOWN_SHARE = 0.3
_GRID = 40  # cells across and down on which picture areas are added up
_FULL_PAGE = 0.9
_LARGER = 1.15  # times the running text
_BOLDER = 0.95  # times the running text, for a line that is bold where that is not
_HEADING_LENGTH = 200
_BOLD = 16  # span flag of the library
_LITTLE_TEXT = 200
_RUNNING_SIZE = 12.0  # points: what running text is taken to be on a page with little of it
_MOST_INKED = 200  # boxes on a page; of more the largest


class _Ink(NamedTuple):
    """The share of the page's area under pictures, whether its words come from text recognition, and their boxes."""

    pictures: float
    recognised: bool
    boxes: tuple[Box, ...] = ()


def read_page(
    page: "pymupdf.Page", label: str | None, limits: ReadingLimits, *, full: bool
) -> tuple[PageReading, tuple[Finding, ...]]:
    """The page; ``full`` false reads words only, for a page that ended at a limit before."""
    number = page.number + 1
    text = _text_page(page)
    words = _words(page, text)
    findings = []
    if len(words) > limits.words_on_page:
        words = words[: limits.words_on_page]
        findings.append(Finding("page-crowded", number, {"what": "words", "limit": limits.words_on_page}))
    ink = _ink(page) if full and _may_hold_pictures(page, words) else _Ink(0.0, recognised=False)
    paths = page.get_cdrawings() if full else []
    rulings, crowded = joined(_turned(page, drawn_segments(paths)), limits.rulings_on_page)
    if crowded:
        findings.append(Finding("page-crowded", number, {"what": "lines", "limit": limits.rulings_on_page}))
    has_text = _has_text(page, words, ink.pictures, full=full)
    if not has_text:
        findings.append(Finding("pages-without-text", number))
    elif ink.recognised:
        findings.append(Finding("pages-recognised", number))
    elif ink.boxes and (code := _what_pictures_hold(page, ink.boxes, words)):
        findings.append(Finding(code, number))
    reading = PageReading(
        number=number,
        width=round(page.rect.width, 2),
        height=round(page.rect.height, 2),
        words=words,
        rulings=rulings,
        has_text=has_text,
        picture_share=round(ink.pictures, 3),
        label=label,
        headings=_headings(page, text)[: limits.headings_on_page] if full else (),
        inked=_inked(page, [*ink.boxes, *curved_boxes(paths), *_marks_by_hand(page)]) if full else (),
        text_source=_text_source(words, has_text=has_text, recognised=ink.recognised),
        drawn=_drawn(page, drawn_shapes(paths)),
    )
    return reading, tuple(findings)


def _what_pictures_hold(page: "pymupdf.Page", boxes: tuple[Box, ...], words: tuple[Word, ...]) -> str | None:
    """What to say of pictures beside the words; what looks at them is loaded for pages with pictures only."""
    from mrse_assess.documents.recognition.picture_text import what_pictures_hold

    return what_pictures_hold(page, boxes, words)


def _text_source(words: tuple[Word, ...], *, has_text: bool, recognised: bool) -> TextSource:
    if not words and not has_text:
        return TextSource.NONE
    return TextSource.LAYER if words and recognised else TextSource.WRITTEN


def shown_words(page: "pymupdf.Page") -> tuple[Word, ...]:
    """The words of the page as it is shown."""
    return _words(page, _text_page(page))


def _text_page(page: "pymupdf.Page") -> "pymupdf.TextPage":
    """The page's text; ligatures as their letters, characters without a known meaning as the replacement character."""
    import pymupdf

    return page.get_textpage(
        flags=pymupdf.TEXTFLAGS_WORDS & ~pymupdf.TEXT_PRESERVE_LIGATURES & ~pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
    )


def _words(page: "pymupdf.Page", text: "pymupdf.TextPage") -> tuple[Word, ...]:
    """The words as the page is shown; the library leaves out those outside its visible part."""
    turned = text.extractWORDS()
    if page.rotation != 0:
        turn = _turner(page)
        turned = [(*turn(word[:4]), *word[4:]) for word in turned]
    return tuple([Word(x0, y0, x1, y1, word, block, line) for x0, y0, x1, y1, word, block, line, _ in turned])


def _turner(page: "pymupdf.Page") -> Any:
    """A function that turns a box of the unrotated page into one of the page as shown, rounded to a hundredth."""
    import pymupdf

    if page.rotation == 0:
        return lambda box: tuple(round(value, 2) for value in box)
    matrix = page.rotation_matrix
    return lambda box: tuple(round(value, 2) for value in (pymupdf.Rect(box) * matrix))


def _turned(
    page: "pymupdf.Page", segments: list[tuple[float, float, float, float]]
) -> list[tuple[float, float, float, float]]:
    if page.rotation == 0:
        return segments
    matrix = page.rotation_matrix
    a, b, c, d, e, f = (float(getattr(matrix, name)) for name in "abcdef")
    turned = [
        (x0 * a + y0 * c + e, x0 * b + y0 * d + f, x1 * a + y1 * c + e, x1 * b + y1 * d + f)
        for x0, y0, x1, y1 in segments
    ]
    return [(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)) for x0, y0, x1, y1 in turned]


def _may_hold_pictures(page: "pymupdf.Page", words: tuple[Word, ...]) -> bool:
    """Whether looking for pictures is worth its time: the page names some, or is short of words (one may be inline)."""
    return bool(page.get_images()) or len("".join([word.text for word in words])) < _CAPTION_CHARACTERS


def _ink(page: "pymupdf.Page") -> _Ink:
    """Areas under pictures, counted on a grid, and whether words are unseen or lie under a picture of the page."""
    shown = page.rect * page.derotation_matrix
    covered: set[tuple[int, int]] = set()
    boxes: list[Box] = []
    unseen = seen = 0
    last_text = last_full_picture = -1
    for index, (kind, box) in enumerate(page.get_bboxlog()):
        if kind in {"fill-image", "fill-imgmask"}:
            boxes.append(box)
            cells = _cells(box, shown)
            covered |= cells
            if len(cells) >= _FULL_PAGE * _GRID * _GRID:
                last_full_picture = index
        elif kind == "ignore-text":
            unseen += 1
        elif kind.endswith("-text"):
            seen += 1
            last_text = index
    share = len(covered) / (_GRID * _GRID)
    recognised = unseen > seen or (seen > 0 and last_full_picture > last_text)
    return _Ink(share, recognised=recognised, boxes=tuple(boxes))


def _marks_by_hand(page: "pymupdf.Page") -> list[Box]:
    """Boxes of what a reader's program put on the page as drawn by hand or stamped, in the unrotated page.

    The first few only: the library looks for each from the page's first annotation on.
    """
    from pymupdf import mupdf

    by_hand = page.annots(types=(mupdf.PDF_ANNOT_INK, mupdf.PDF_ANNOT_STAMP))
    return [tuple(annot.rect) for annot in islice(by_hand, _MOST_INKED)]


def _inked(page: "pymupdf.Page", boxes: list[Box]) -> tuple[Box, ...]:
    """The boxes as the page is shown, cut to it; of many the largest, from the top left."""
    turn = _turner(page)
    width, height = page.rect.width, page.rect.height
    shown = {
        (max(x0, 0.0), max(y0, 0.0), min(x1, round(width, 2)), min(y1, round(height, 2)))
        for x0, y0, x1, y1 in map(turn, boxes)
    }
    there = [box for box in shown if box[0] < box[2] and box[1] < box[3]]
    largest = sorted(there, key=lambda box: ((box[0] - box[2]) * (box[3] - box[1]), box))[:_MOST_INKED]
    return tuple(sorted(largest, key=lambda box: (box[1], box[0], box)))


def _drawn(page: "pymupdf.Page", shapes: tuple[Drawn, ...]) -> tuple[Drawn, ...]:
    """The shapes as the page is shown."""
    if page.rotation == 0:
        return shapes
    turn = _turner(page)
    shown = ((*turn(shape[:4]), shape) for shape in shapes)
    return tuple(Drawn(x0, y0, x1, y1, shape.colour, shape.filled) for x0, y0, x1, y1, shape in shown)


def _cells(box: tuple[float, float, float, float], shown: "pymupdf.Rect") -> set[tuple[int, int]]:
    """The cells of the page's grid whose middle lies in the box."""
    across, down = shown.width / _GRID or 1.0, shown.height / _GRID or 1.0
    first_x, last_x = ((edge - shown.x0) / across - 0.5 for edge in (box[0], box[2]))
    first_y, last_y = ((edge - shown.y0) / down - 0.5 for edge in (box[1], box[3]))
    columns = range(max(0, _ceiling(first_x)), min(_GRID - 1, _floor(last_x)) + 1)
    rows = range(max(0, _ceiling(first_y)), min(_GRID - 1, _floor(last_y)) + 1)
    return {(column, row) for column in columns for row in rows}


def _floor(value: float) -> int:
    return int(max(min(value, 1e6), -1e6) // 1)


def _ceiling(value: float) -> int:
    return -_floor(-value)


def _has_text(page: "pymupdf.Page", words: tuple[Word, ...], pictures: float, *, full: bool) -> bool:
    """Whether the page's words were read; false for a picture of text.

    A picture over half the page with fewer than 150 letters and digits beside it is a scan with a stamp or caption. A
    page with fewer than 20 is looked at: ink on it that is not those words means that something was not read. Where a
    third of the characters have no known meaning (a font without a table), the words were not read either. A blank
    page was read: it has none.
    """
    every = "".join([word.text for word in words])
    characters = sum(map(str.isalnum, every))
    unknown = every.count(_UNKNOWN)
    if unknown > _UNKNOWN_SHARE * (characters + unknown):
        return False
    if pictures >= _MOSTLY_PICTURE and characters < _CAPTION_CHARACTERS:
        return False
    return characters >= _FEW_CHARACTERS or not full or _unread_ink(page, words) < _INKED


def _unread_ink(page: "pymupdf.Page", words: tuple[Word, ...]) -> float:
    """The share of the page's area that is dark and not under its words."""
    import pymupdf

    dpi = min(_INK_DPI, 30_000 / max(page.rect.width, page.rect.height, 1))  # a few hundred pixels a side
    picture = page.get_pixmap(dpi=max(int(dpi), 1), colorspace=pymupdf.csGRAY, alpha=False)
    dark = sum(level < _INK_LEVEL for level in picture.samples)
    scale = picture.width / max(page.rect.width, 1)
    under_words = sum(max(word.x1 - word.x0, 0) * max(word.y1 - word.y0, 0) for word in words) * scale * scale * 0.5
    return float(max(dark - under_words, 0) / max(picture.width * picture.height, 1))


def _headings(page: "pymupdf.Page", text: "pymupdf.TextPage") -> tuple[Heading, ...]:
    """Lines set larger than the running text, or bold where the running text is not, top to bottom."""
    turn = _turner(page)
    lines = [line for block in text.extractDICT()["blocks"] for line in block.get("lines", ())]
    running, bold_text = _running_text(lines)
    found = []
    for line in lines:
        spans = [span for span in line["spans"] if span["text"].strip()]
        size = max([span["size"] for span in spans], default=0.0)
        if not spans or size < running * (_LARGER if bold_text else _BOLDER):
            continue
        bold = all(map(_is_bold, spans))
        if not bold and size < running * _LARGER:
            continue
        words = " ".join("".join([span["text"] for span in line["spans"]]).split())
        if len(words) <= _HEADING_LENGTH and any(map(str.isalnum, words)):
            found.append(Heading(text=words, size=round(size, 1), bold=bold, box=turn(line["bbox"])))
    return tuple(sorted(found, key=lambda heading: (heading.box[1], heading.box[0])))


def _running_text(lines: list[dict[str, Any]]) -> tuple[float, bool]:
    """The size that most characters are set in, and whether most are bold."""
    sizes: collections.Counter[float] = collections.Counter()
    bold = total = 0
    for span in (span for line in lines for span in line["spans"]):
        length = len(span["text"].strip())
        sizes[round(span["size"] * 2) / 2] += length
        total += length
        bold += length if _is_bold(span) else 0
    if not total:
        return _RUNNING_SIZE, False
    common = sizes.most_common(1)[0][0]
    if total < _LITTLE_TEXT:
        return min(common, _RUNNING_SIZE), False
    return common, bold > total / 2


def _is_bold(span: dict[str, Any]) -> bool:
    return bool(span["flags"] & _BOLD) or "bold" in span["font"].lower() or "black" in span["font"].lower()
