"""A table or a console's screen pasted into a page of words is read; photographs and drawings cost nothing."""

import random

import pymupdf
import pytest

from mrse_assess.documents import read_document
from mrse_assess.documents.recognition.picture_text import holds_text
from mrse_assess.terms import TextSource

ROWS = [(f"{code} Sub-category in words", f"Evidence {number} and page {number + 1}") for number, code in enumerate(
    ["1.1", "1.2", "2.1", "2.2", "3", "4.1", "4.2", "5.1", "5.2", "6.1"], start=1)]  # fmt: skip


def table_picture() -> bytes:
    page = pymupdf.open().new_page(width=420, height=230)
    for number, (left, right) in enumerate(ROWS):
        page.insert_text((10, 20 + 22 * number), left, fontsize=11)
        page.insert_text((220, 20 + 22 * number), right, fontsize=11)
    return page.get_pixmap(dpi=170).tobytes("png")


def photograph() -> bytes:
    grain = random.Random(4)  # noqa: S311 - the same noise each time
    samples = bytes(grain.randrange(40, 200) for _ in range(200 * 120))
    return pymupdf.Pixmap(pymupdf.csGRAY, 200, 120, samples, 0).tobytes("png")


def drawing() -> bytes:
    page = pymupdf.open().new_page(width=420, height=230)
    page.draw_line((40, 200), (400, 200))
    page.draw_line((40, 20), (40, 200))
    page.draw_bezier((40, 180), (150, 20), (250, 190), (400, 40))
    for at in range(6):
        page.insert_text((40 + 60 * at, 215), str(at), fontsize=9)
    return page.get_pixmap(dpi=150).tobytes("png")


def console(*, words: bool = True) -> bytes:
    """A section through a knee as a console shows it, small and black, with words in its corners."""
    page = pymupdf.open().new_page(width=320, height=260)
    page.draw_rect(page.rect, color=(0, 0, 0), fill=(0, 0, 0))
    for ring in range(6):
        page.draw_oval((85 + 9 * ring, 45 + 9 * ring, 235 - 9 * ring, 215 - 5 * ring), fill=(0.2 + ring / 10,) * 3)
    for line, text in enumerate(["THORNQUILL^ADA", "ID H123456", "12 MAR 1956"] if words else []):
        page.insert_text((6, 14 + 13 * line), text, fontsize=10, color=(1, 1, 1))
    for line, text in enumerate(["TR 2400", "TE 40"] if words else []):
        page.insert_text((265, 225 + 13 * line), text, fontsize=10, color=(1, 1, 1))
    return page.get_pixmap(dpi=144).tobytes("png")


def section() -> bytes:
    return console(words=False)


def night() -> bytes:
    """A photograph of a dark room: grain, a lit doorway and some lamps."""
    grain = random.Random(4)  # noqa: S311 - the same noise each time
    samples = bytearray(grain.randrange(0, 50) for _ in range(420 * 230))
    for left, top, wide, high in (
        (60, 40, 70, 170),
        (300, 30, 5, 5),
        (330, 60, 6, 6),
        (360, 90, 4, 4),
        (250, 200, 8, 3),
    ):
        for row in range(top, top + high):
            samples[row * 420 + left : row * 420 + left + wide] = bytes([230]) * wide
    return pymupdf.Pixmap(pymupdf.csGRAY, 420, 230, bytes(samples), 0).tobytes("png")


def page_with(picture: bytes) -> bytes:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((60, 70), "Experience Cross Reference Table", fontsize=16)
    for line in range(4):
        page.insert_text(
            (60, 500 + 16 * line), "The referee has seen the evidence and says so in these words.", fontsize=10
        )
    page.insert_image((60, 100, 480, 330), stream=picture)
    return document.tobytes()


@pytest.mark.parametrize(
    ("picture", "holds"),
    [(table_picture, True), (photograph, False), (drawing, False), (console, True), (section, False), (night, False)],
)
def test_only_a_picture_of_many_words_or_of_some_on_black_is_worth_reading(picture, holds):
    page = pymupdf.open(stream=page_with(picture()))[0]
    assert holds_text(page, [(60, 100, 480, 330)]) is holds


def test_a_small_picture_is_left_alone():
    page = pymupdf.open(stream=page_with(table_picture()))[0]
    assert not holds_text(page, [(60, 100, 160, 130)])


def test_the_words_of_a_pasted_table_join_those_of_the_page(room, codes):
    reading = read_document(room.stored("a.pdf", page_with(table_picture())), room.originals, room.cache, room.pool)
    (page,) = reading.pages
    words = [word.text for word in page.words]
    assert codes(reading.problems) == ["pages-recognised-here"]
    assert (page.text_source, page.has_text) == (TextSource.RECOGNISED, True)
    assert words.count("Evidence") == 10
    assert words.count("Experience") == words.count("Table") == 1
    assert {"1.1", "1.2", "2.1", "2.2", "4.1", "4.2"} <= set(words)


def test_without_recognition_the_page_is_read_and_its_picture_said_to_be_unread(room, codes):
    stored = room.stored("a.pdf", page_with(table_picture()))
    reading = read_document(stored, room.originals, room.cache, room.pool, recognise=False)
    assert codes(reading.problems) == ["pages-picture-text"]
    assert reading.pages[0].has_text
    assert "Experience" in {word.text for word in reading.pages[0].words}


def test_a_page_with_a_photograph_needs_no_recognition(room, codes):
    reading = read_document(room.stored("a.pdf", page_with(photograph())), room.originals, room.cache, room.pool)
    assert codes(reading.problems) == []
    assert reading.pages[0].text_source is TextSource.WRITTEN


def test_the_words_of_a_console_s_screen_join_those_of_the_page(room):
    reading = read_document(room.stored("a.pdf", page_with(console())), room.originals, room.cache, room.pool)
    (page,) = reading.pages
    assert page.text_source is TextSource.RECOGNISED
    assert any("THORNQUILL" in word.text for word in page.words)
