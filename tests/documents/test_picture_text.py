"""A table pasted as a picture into a page of words is read; photographs and drawings cost nothing."""

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


@pytest.mark.parametrize(("picture", "holds"), [(table_picture, True), (photograph, False), (drawing, False)])
def test_only_a_picture_of_many_words_is_worth_reading(picture, holds):
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
