"""The picture of a page: its size, its encoding, its words, and what is refused."""

from io import BytesIO

import pymupdf
import pytest
from PIL import Image

from mrse_assess.documents import PasswordNeededError, picture_of, submit_page
from mrse_assess.documents.drawing import Drawing
from mrse_assess.documents.page_pictures import DPI_RANGE
from mrse_assess.errors import BadRequestError, WorkerError
from mrse_assess.terms import MediaKind

RIGHT, WRONG = "quench", "helium"  # passwords


def test_a_page_of_text_is_a_grey_png_and_a_coloured_one_a_jpeg(room, pdf, picture):
    text = room.picture(room.stored("p.pdf", pdf("Local rules")))
    assert (text.media_type, text.width_px, text.height_px, text.dpi) == ("image/png", 1190, 1684, 144)
    pixels = Image.open(BytesIO(text.data)).convert("RGB")
    assert pixels.getextrema()[0] == pixels.getextrema()[2] == (0, 255)
    assert pixels.getpixel((0, 0)) == (255, 255, 255)
    colour = room.picture(room.stored("p.png", picture(size=(595, 842))))
    assert colour.media_type == "image/jpeg"
    assert Image.open(BytesIO(colour.data)).size == (colour.width_px, colour.height_px) == (1190, 1684)


def test_a_little_colour_on_a_white_page_is_kept(room):
    document = pymupdf.open()
    document.new_page().insert_text((60, 60), "deleted in red", color=(0.9, 0, 0))
    drawn = room.picture(room.stored("p.pdf", document.tobytes()))
    pixels = Image.open(BytesIO(drawn.data)).convert("RGB")
    assert max(red - green for red, green, _ in pixels.crop((100, 60, 400, 140)).get_flattened_data()) > 100


def test_the_picture_carries_the_words_of_its_page(room, pdf):
    stored = room.stored("p.pdf", pdf("one two", "three"))
    assert [word.text for word in room.picture(stored, 2).words] == ["three"]
    first = room.read(stored).pages[0].words
    assert [word[4:] for word in room.picture(stored, 1).words] == [word[4:] for word in first]
    for drawn, read in zip(room.picture(stored, 1).words, first, strict=True):
        assert drawn[:4] == pytest.approx(read[:4], abs=0.011)


@pytest.mark.parametrize("kind", ["docx", "eml", "txt"])
def test_a_converted_file_is_drawn_without_having_been_read_before(room, word, kind):
    content = {
        "docx": lambda: word(lambda document: document.add_paragraph("Commentary")),
        "eml": lambda: b"From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\n\r\nCommentary\r\n",
        "txt": lambda: b"Commentary\n",
    }[kind]()
    drawn = room.picture(room.stored(f"a.{kind}", content))
    assert "Commentary" in [found.text for found in drawn.words]


def test_a_page_far_larger_than_a_screen_is_drawn_at_a_lower_resolution(room):
    document = pymupdf.open()
    document.new_page(width=5000, height=5000)
    drawn = room.picture(room.stored("poster.pdf", document.tobytes()), dpi=400)
    assert drawn.width_px * drawn.height_px < 26_000_000
    assert drawn.dpi == pytest.approx(72, abs=1)


@pytest.mark.parametrize(
    "asked",
    [{"page": 0}, {"page": 3}, {"page": -1}, {"dpi": DPI_RANGE[0] - 1}, {"dpi": DPI_RANGE[1] + 1}, {"rotation": 45}],
)
def test_what_cannot_be_drawn_is_refused(room, pdf, asked):
    stored = room.stored("p.pdf", pdf("one", "two"))
    with pytest.raises(BadRequestError):
        room.picture(stored, **asked)


def test_an_encrypted_page_asks_for_the_password(room, pdf):
    stored = room.stored("p.pdf", pdf("secret", encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=RIGHT, owner_pw="o"))
    for wrong in (None, WRONG):
        with pytest.raises(PasswordNeededError, match="password"):
            room.picture(stored, password=wrong)
    assert [word.text for word in room.picture(stored, password=RIGHT).words] == ["secret"]
    with pytest.raises(PasswordNeededError):
        room.picture(stored)


def test_a_file_that_is_not_opened_or_is_missing_has_no_pages_to_draw(room, pdf):
    from dataclasses import replace

    stored = room.stored("p.pdf", pdf("one"))
    with pytest.raises(BadRequestError, match="not opened"):
        room.picture(replace(stored, media=MediaKind.UNSUPPORTED))
    with pytest.raises(BadRequestError, match="SHA-256"):
        room.picture(replace(stored, sha256="../../etc/passwd"))
    with pytest.raises(BadRequestError, match="document-missing"):
        room.picture(replace(stored, sha256="0" * 64))


def test_pages_can_be_asked_for_ahead(room, pdf):
    stored = room.stored("p.pdf", pdf("one", "two", "three"))
    waiting = [submit_page(stored, room.originals, room.cache, room.pool, page, dpi=72) for page in (1, 2, 3)]
    drawn = [picture_of(future, page) for page, future in enumerate(waiting, start=1)]
    assert [(one.page, one.words[0].text) for one in drawn] == [(1, "one"), (2, "two"), (3, "three")]


GOOD = Drawing(10, 10, 10.0, 10.0, 72.0, "image/png", b"\x89PNG\r\n\x1a\n...", [])


@pytest.mark.parametrize(
    "bad",
    [
        {"width_px": 0},
        {"width_px": 10**9},
        {"width_pt": float("nan")},
        {"height_pt": -1.0},
        {"data": b"<html>"},
        {"media_type": "text/html"},
        {"words": [(0, 0, 0, 0)]},
        {"words": None},
        {"dpi": "72"},
    ],
)
def test_a_picture_that_is_not_one_is_not_believed(bad):
    from concurrent.futures import Future

    future: Future[Drawing] = Future()
    future.set_result(GOOD)
    assert picture_of(future, 1).width_px == 10
    future = Future()
    future.set_result(GOOD._replace(**bad))
    with pytest.raises(WorkerError):
        picture_of(future, 1)
