"""A table or a console's screen pasted into a page of words is read; photographs and drawings cost nothing."""

import random

import pymupdf
import pytest

from mrse_assess.documents import ReadingLimits, read_document
from mrse_assess.documents.extraction import shown_words
from mrse_assess.documents.recognition.picture_text import (
    PERHAPS,
    TABLE,
    picture_boxes,
    picture_places,
    what_pictures_hold,
)
from mrse_assess.intake.text.lines import lines_of
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


def label(*, tilt: float = 0.0, light: bool = False, lines: tuple[str, ...] = ()) -> bytes:
    """A sticker photographed on a desk: few lines, a grey ground, no paper to speak of."""
    ground, ink = ((0.35, 0.4, 0.45), (1, 1, 1)) if light else ((0.72, 0.7, 0.66), (0, 0, 0))
    page = pymupdf.open().new_page(width=220, height=80)
    page.draw_rect(page.rect, color=ground, fill=ground)
    turn = pymupdf.Matrix(tilt)
    for line, text in enumerate(lines or ("THORNQUILL, Ada", "Born 12 Mar 1956", "NHS 999 123 4560")):
        at = pymupdf.Point(16, 24 + 20 * line)
        page.insert_text(at, text, fontsize=12, color=ink, morph=(pymupdf.Point(110, 40), turn))
    return page.get_pixmap(dpi=220).tobytes("png")


def signature() -> bytes:
    """A scrawl with a loop and a stroke under it."""
    page = pymupdf.open().new_page(width=200, height=60)
    for at in range(3):
        page.draw_bezier((20 + 30 * at, 45), (40 + 30 * at, -10), (10 + 30 * at, 10), (60 + 30 * at, 40), width=1.4)
    page.draw_line((20, 52), (150, 48), width=1.2)
    return page.get_pixmap(dpi=200).tobytes("png")


def letterhead() -> bytes:
    return label(lines=("Wexmere Hospitals", "Medical Physics", "MRI Safety Section"))


def page_of(*pictures: tuple[bytes, tuple[float, float, float, float]], pages: int = 1, turned: int = 0) -> bytes:
    """Pages of words with the same pictures on each."""
    document = pymupdf.open()
    for number in range(pages):
        page = document.new_page()
        for line in range(4):
            page.insert_text((60, 500 + 16 * line), f"The referee has seen item {number} and says so.", fontsize=10)
        for stream, box in pictures:
            page.insert_image(box, stream=stream, keep_proportion=False)
        page.set_rotation(turned)
    return document.tobytes()


def held(content: bytes, number: int = 0) -> str | None:
    page = pymupdf.open(stream=content)[number]
    return what_pictures_hold(page, picture_boxes(page), shown_words(page))


LABEL = (60, 100, 260, 173)  # 7 by 2.6 cm


@pytest.mark.parametrize(
    ("picture", "holds"),
    [(table_picture, TABLE), (drawing, PERHAPS), (console, TABLE), (label, PERHAPS)],
)
def test_many_words_on_paper_and_some_on_black_are_text_and_a_few_may_be(picture, holds):
    assert held(page_with(picture())) == holds


@pytest.mark.parametrize("picture", [photograph, night, section])
def test_a_photograph_without_words_is_never_said_to_hold_text(picture):
    assert held(page_with(picture())) != TABLE


@pytest.mark.parametrize("options", [{}, {"light": True}, {"tilt": 6.0}, {"lines": ("THORNQUILL Ada H123456",)}])
def test_a_label_of_few_words_is_looked_at_on_whatever_ground(options):
    assert held(page_of((label(**options), LABEL))) == PERHAPS


def test_a_signature_and_a_picture_too_small_to_be_read_cost_nothing():
    assert held(page_of((signature(), (60, 100, 200, 142)))) is None
    small = page_of((label(), (60, 100, 110, 118)))
    assert held(small) is None
    page = pymupdf.open(stream=small)[0]
    assert picture_places(page, picture_boxes(page)) == []


def test_a_letterhead_is_looked_at_on_its_first_page_alone_and_a_label_beside_it_on_its_own():
    every = page_of((letterhead(), LABEL), pages=5)
    assert [held(every, number) for number in range(5)] == [PERHAPS, None, None, None, None]
    document = pymupdf.open(stream=every)
    document[3].insert_image((60, 300, 260, 373), stream=label())
    assert [held(document.tobytes(), number) for number in range(5)] == [PERHAPS, None, None, PERHAPS, None]
    few = page_of((letterhead(), LABEL), pages=3)
    assert [held(few, number) for number in range(3)] == [PERHAPS] * 3


def test_the_strips_of_one_picture_are_one_place():
    picture = label()
    page = pymupdf.open(stream=page_of((picture, (60, 100, 260, 110)), (picture, (60, 110.5, 260, 120))))[0]
    assert [tuple(map(round, rect)) for rect in picture_places(page, picture_boxes(page))] == [(60, 100, 260, 120)]


def test_a_background_under_the_words_of_the_file_holds_none_of_its_own():
    document = pymupdf.open()
    page = document.new_page()
    page.insert_image(page.rect, stream=photograph_of_one_colour())
    for line in range(20):
        page.insert_text((60, 100 + 20 * line), "The referee has seen the evidence and says so.", fontsize=10)
    assert held(document.tobytes()) is None


def photograph_of_one_colour() -> bytes:
    return pymupdf.Pixmap(pymupdf.csGRAY, 60, 80, bytes([120]) * 4800, 0).tobytes("png")


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


def read(room, content: bytes, **options):
    return read_document(room.stored("a.pdf", content), room.originals, room.cache, room.pool, **options)


def seen(page) -> list[str]:
    """The words that recognition saw."""
    return [word.text for word, sure in zip(page.words, page.certainty, strict=True) if sure < 1]


@pytest.mark.parametrize("turned", [0, 90])
def test_the_words_of_a_label_stand_in_its_box_and_those_of_the_file_stay_as_they_were(room, codes, turned):
    content = page_of((label(), LABEL), turned=turned)
    reading = read(room, content)
    (page,) = reading.pages
    plain = shown_words(pymupdf.open(stream=content)[0])
    rect = pymupdf.Rect(LABEL) * pymupdf.open(stream=content)[0].rotation_matrix
    assert codes(reading.problems) == ["pages-recognised-here"]
    assert page.text_source is TextSource.RECOGNISED
    assert [word.text for word in page.words[: len(plain)]] == [word.text for word in plain]
    assert seen(page) == ["THORNQUILL,", "Ada", "Born", "12", "Mar", "1956", "NHS", "999", "123", "4560"]
    assert all(pymupdf.Rect(word[:4]) in rect for word in page.words[len(plain) :])


def test_a_tilted_label_is_read_line_by_line(room):
    (page,) = read(room, page_of((label(tilt=9.0), LABEL))).pages
    assert [line.text for line in lines_of(page.words)][:3] == [
        "THORNQUILL, Ada",
        "Born 12 Mar 1956",
        "NHS 999 123 4560",
    ]


def test_a_picture_that_turns_out_to_hold_no_words_changes_nothing(room, codes):
    reading = read(room, page_of((drawing(), (60, 100, 260, 210))))
    assert codes(reading.problems) == []
    assert reading.pages[0].text_source is TextSource.WRITTEN


def test_when_the_time_for_pictures_is_over_the_rest_is_said_to_be_unread(room, codes):
    pictures = [(label(lines=(f"THORNQUILL Ada{at}", "Born 12 Mar 1956")), LABEL) for at in range(2)]
    document = pymupdf.open()
    for picture in pictures:
        document.insert_pdf(pymupdf.open(stream=page_of(picture)))
    reading = read(room, document.tobytes(), limits=ReadingLimits(pictures_seconds=0.001))
    assert [page.text_source for page in reading.pages] == [TextSource.RECOGNISED, TextSource.WRITTEN]
    assert codes(reading.problems) == ["pages-pictures-unread", "pages-recognised-here"]
    unread = next(problem for problem in reading.problems if problem.code == "pages-pictures-unread")
    assert "page 2" in unread.found


def test_without_recognition_a_label_is_said_to_be_unread(room, codes):
    reading = read(room, page_of((label(), LABEL)), recognise=False)
    assert codes(reading.problems) == ["pages-pictures-unread"]
    assert reading.pages[0].certainty == ()


def test_writing_that_could_not_be_told_is_said_to_be_unread(room, codes):
    drawn = pymupdf.open().new_page(width=220, height=80)
    for line in range(3):
        drawn.insert_text(
            (16, 24 + 20 * line), "\u60a3\u8005\u59d3\u540d \u51fa\u751f\u65e5\u671f", fontname="china-s", fontsize=12
        )
    reading = read(room, page_of((drawn.get_pixmap(dpi=220).tobytes("png"), LABEL)))
    assert codes(reading.problems) == ["pages-picture-text"]
    assert reading.pages[0].text_source is TextSource.WRITTEN
