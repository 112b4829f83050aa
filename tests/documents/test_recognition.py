"""Scans become words with places, certainty and lines; what cannot be read stays unseen. Drawn here, few and small."""

import io
import math
from collections import Counter

import numpy as np
import pymupdf
import pytest
from PIL import Image, ImageFilter

from mrse_assess.model.pages import PageReading
from mrse_assess.model.straight import Straight, straightened
from mrse_assess.terms import Severity, TextSource

TEXT = """MR safety policy of the department
Item 12 describes the move from 1.5 T to 3 T on 14 March 2024.
The specific absorption rate was kept below 3.2 W/kg.
Reference 4.1.2 of the local rules was rewritten and approved.
A quench pipe was inspected; see pages 3-5 of evidence 7."""
SIZE = (420.0, 300.0)  # points of a small page
GREY = 110


def written(rows: tuple[tuple[str, str], ...] = ()) -> pymupdf.Document:
    """A page of text, and a ruled table of two columns below it."""
    document = pymupdf.open()
    page = document.new_page(width=SIZE[0], height=SIZE[1])
    for number, line in enumerate(TEXT.splitlines()):
        page.insert_text((36, 50 + 18 * number), line, fontsize=16 if number == 0 else 11)
    for number, cells in enumerate(rows):
        top = 160 + 24 * number
        for edge in (36, 120, 380):
            page.draw_line((edge, top), (edge, top + 24), width=0.8)
        for level in (top, top + 24):
            page.draw_line((36, level), (380, level), width=0.8)
        for left, cell in zip((42, 126), cells, strict=True):
            page.insert_text((left, top + 16), cell, fontsize=11)
    return document


def scanned(
    document: pymupdf.Document, *, skew: float = 0.0, quarter: int = 0, contrast: float = 1.0, noise: float = 6.0
) -> bytes:
    """The first page as a scanner gives it: grey, noisy, lying clockwise by ``skew`` degrees and ``quarter`` turns."""
    drawn = document[0].get_pixmap(dpi=150, colorspace=pymupdf.csGRAY)
    grey = Image.frombytes("L", (drawn.width, drawn.height), drawn.samples)
    turned = grey.rotate(-skew, resample=Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.6))
    turned = turned.rotate(-90 * quarter, expand=True)
    levels = 245 - (255 - np.asarray(turned, dtype=float)) * 0.85 * contrast
    grain = np.random.default_rng(7).normal(0, noise, levels.shape)
    out = io.BytesIO()
    Image.fromarray(np.clip(levels + grain, 0, 255).astype(np.uint8)).save(out, "JPEG", quality=70)
    return out.getvalue()


def paper(*pictures: bytes, size: tuple[float, float] = SIZE) -> bytes:
    """A PDF with a page for each picture, which fills it."""
    document = pymupdf.open()
    for picture in pictures:
        page = document.new_page(width=size[0], height=size[1])
        page.insert_image(page.rect, stream=picture, keep_proportion=False)
    return document.tobytes()


def recall(document: pymupdf.Document, page: PageReading) -> float:
    """The share of the page's words that were read, letter by letter."""
    true = Counter(word[4] for word in document[0].get_text("words"))
    return sum((true & Counter(word.text for word in page.words)).values()) / sum(true.values())


def farthest(document: pymupdf.Document, page: PageReading) -> float:
    """The largest distance in points between the middle of a word on the straight page and where it was written."""
    true: dict[str, list[tuple[float, float]]] = {}
    for x0, y0, x1, y1, text, *_ in document[0].get_text("words"):
        true.setdefault(text, []).append(((x0 + x1) / 2, (y0 + y1) / 2))
    return max(
        min(math.dist(place, ((word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2)) for place in true[word.text])
        for word in page.words
        if word.text in true
    )


@pytest.mark.parametrize(("skew", "quarter"), [(0.0, 0), (2.3, 0), (-0.7, 1), (0.4, 2)])
def test_words_of_a_scan_are_read_with_their_places_however_it_lies(room, codes, skew, quarter):
    document = written()
    size = SIZE if quarter % 2 == 0 else (SIZE[1], SIZE[0])
    reading = room.reading("scan.pdf", paper(scanned(document, skew=skew, quarter=quarter), size=size))
    page = reading.pages[0]
    assert page.text_source is TextSource.RECOGNISED
    assert page.has_text
    assert recall(document, page) >= 0.95
    lies = (skew + 90 * quarter + 180) % 360 - 180
    assert page.skew == pytest.approx(lies, abs=0.25)
    assert farthest(document, straightened(page)) < 3.5
    assert len(page.certainty) == len(page.words)
    assert min(page.certainty) > 0.5
    assert codes(reading.problems) == ["pages-recognised-here"]
    assert reading.problems[0].severity is Severity.NOTE


def test_boxes_stand_on_the_page_as_it_is_shown_and_not_on_the_straight_one(room):
    document = written()
    page = room.reading("scan.pdf", paper(scanned(document, skew=3.0))).pages[0]
    turn = Straight(*SIZE, 3.0)
    true = {text: (x0, y0, x1, y1) for x0, y0, x1, y1, text, *_ in document[0].get_text("words")}
    (word,) = [word for word in page.words if word.text == "7."]
    x0, y0, x1, y1 = true["7."]
    shown = turn.shown((x0 + x1) / 2, (y0 + y1) / 2)
    assert math.dist(shown, ((word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2)) < 3
    assert math.dist(shown, ((x0 + x1) / 2, (y0 + y1) / 2)) > 4


def test_the_lines_of_a_scanned_table_are_rulings_and_strokes_of_letters_are_none(room):
    document = written((("1.1", "E7 p 2"), ("1.2", "Evidence 9"), ("3", "Items 4, 5")))
    page = straightened(room.reading("scan.pdf", paper(scanned(document, skew=1.1))).pages[0])
    levels = sorted(round(line.y0) for line in page.rulings if line.y0 == line.y1)
    uprights = sorted(round(line.x0) for line in page.rulings if line.x0 == line.x1)
    assert levels == pytest.approx([160, 184, 208, 232], abs=1.5)
    assert uprights == pytest.approx([36, 120, 380], abs=1.5)


def test_words_come_in_reading_order_and_headings_are_found_by_their_height(room):
    page = room.reading("scan.pdf", paper(scanned(written()))).pages[0]
    assert [word.text for word in page.words][:6] == ["MR", "safety", "policy", "of", "the", "department"]
    assert [heading.text for heading in page.headings] == ["MR safety policy of the department"]
    assert [word.line for word in page.words] == sorted(word.line for word in page.words)


def signed(*, ink: bool) -> pymupdf.Document:
    """The page with a line to sign on, and a signature on it."""
    document = written((("Name", "Dr Ida Holm"), ("Date", "1 March 2025")))
    page = document[0]
    page.insert_text((36, 255), "Signature", fontsize=11)
    page.draw_line((110, 262), (330, 262), width=0.7)
    if ink:
        loops = [(125 + 6 * step, 250 + (9, -6, 4, -10, 7)[step % 5]) for step in range(18)]
        for start, middle, end in zip(loops, loops[1:], loops[2:], strict=False):
            page.draw_curve(start, middle, end, width=1.3)
    return document


@pytest.mark.parametrize(("skew", "ink"), [(0.0, True), (1.6, True), (0.0, False), (1.6, False)])
def test_a_signature_on_a_scan_is_ink_where_it_stands_and_words_and_lines_are_none(room, skew, ink):
    page = straightened(room.reading("scan.pdf", paper(scanned(signed(ink=ink), skew=skew))).pages[0])
    small = [box for box in page.inked if box[3] - box[1] < 100]
    assert len(small) == (1 if ink else 0)
    assert not ink or small[0] == pytest.approx((125, 242, 227, 258), abs=6)


def test_picture_files_are_recognised_too(room, codes):
    document = written()
    reading = room.reading("scan.jpg", scanned(document))
    assert recall(document, reading.pages[0]) >= 0.95
    assert codes(reading.problems) == ["pages-recognised-here"]


def test_writing_too_faint_to_read_is_not_seen_and_a_blank_sheet_was_read(room, codes):
    faint = scanned(written(), contrast=0.035, noise=3.5)
    empty = pymupdf.open()
    empty.new_page(width=SIZE[0], height=SIZE[1])
    reading = room.reading("scan.pdf", paper(faint, scanned(empty)))
    assert [page.has_text for page in reading.pages] == [False, True]
    assert [len(page.words) for page in reading.pages] == [0, 0]
    assert reading.pages[0].text_source is TextSource.NONE
    (problem,) = reading.problems
    assert problem.code in {"pages-without-text", "pages-recognised-poorly"}
    assert problem.severity is Severity.WARNING
    assert "page 1:" in problem.found or "page 1 " in problem.found


def test_words_that_the_file_holds_beside_a_picture_of_text_stay_as_they_are(room):
    document = written()
    page = pymupdf.open().new_page(width=SIZE[0], height=SIZE[1] + 60)
    page.insert_image(pymupdf.Rect(0, 60, SIZE[0], SIZE[1] + 60), stream=scanned(document))
    page.insert_text((40, 30), "Figure 1: tbe rules as scanned", fontsize=11)  # as the applicant typed it
    read = room.reading("mixed.pdf", page.parent.tobytes()).pages[0]
    words = [word.text for word in read.words]
    assert words[:6] == ["Figure", "1:", "tbe", "rules", "as", "scanned"]
    assert words.count("scanned") == 1
    assert recall(document, read) >= 0.95


def layered(document: pymupdf.Document, change: dict[str, str]) -> bytes:
    """A scan with unseen words over it, as a scanner's program adds them; some of them wrong."""
    page = pymupdf.open().new_page(width=SIZE[0], height=SIZE[1])
    page.insert_image(page.rect, stream=scanned(document))
    for number, line in enumerate(TEXT.splitlines()):
        said = " ".join(change.get(word, word) for word in line.split())
        page.insert_text((36, 50 + 18 * number), said, fontsize=16 if number == 0 else 11, render_mode=3)
    return page.parent.tobytes()


def test_a_good_layer_of_words_that_came_with_a_scan_is_kept_and_a_poor_one_is_redone(room, codes):
    document = written()
    good = room.reading("good.pdf", layered(document, {}))
    assert good.pages[0].text_source is TextSource.LAYER
    assert good.pages[0].certainty == ()
    assert codes(good.problems) == ["pages-recognised"]
    wrong = {"12": "l2", "2024.": "2O24.", "4.1.2": "4.l.Z", "safety": "sofety", "pages": "pagcs", "kept": "kcpt"}
    poor = room.reading("poor.pdf", layered(document, wrong))
    assert poor.pages[0].text_source is TextSource.RECOGNISED
    assert recall(document, poor.pages[0]) >= 0.95
    assert codes(poor.problems) == ["pages-recognised-here"]


def test_a_layer_of_words_that_the_picture_does_not_show_is_not_believed(room, codes, picture):
    page = pymupdf.open().new_page(width=SIZE[0], height=SIZE[1])
    page.insert_image(page.rect, stream=picture(), keep_proportion=False)
    page.insert_textbox((20, 20, 400, 280), TEXT * 3, fontsize=9, render_mode=3)
    reading = room.reading("p.pdf", page.parent.tobytes())
    assert codes(reading.problems) == ["pages-layer-doubtful"]
    assert not reading.pages[0].has_text
    assert reading.pages[0].words == ()
