"""Picture files and text files as pages."""

import io

import pymupdf
import pytest
from PIL import Image

from mrse_assess.documents.plain import decoded, html_to_text, text_sheet
from mrse_assess.terms import MediaKind


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"])
def test_every_usual_kind_of_picture_becomes_one_page(room, picture, codes, form):
    reading = room.reading(f"a.{form}", picture(form, (300, 200)))
    assert reading.media is MediaKind.IMAGE
    assert [(page.width, page.height, page.has_text) for page in reading.pages] == [(300, 200, False)]
    assert codes(reading.problems) == ["pages-without-text"]


def test_a_tiff_of_several_frames_gives_a_page_for_each(room):
    frames = [Image.new("L", (40 + 10 * number, 50), 10 * number) for number in range(3)]
    out = io.BytesIO()
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:])
    assert [page.width for page in room.reading("scan.tif", out.getvalue()).pages] == [40, 50, 60]


def test_a_large_picture_is_fitted_to_a4_the_way_it_lies(room, picture):
    assert [(page.width, page.height) for page in room.reading("a.png", picture(size=(8000, 2000))).pages] == [
        (842, 210.5)
    ]
    assert [(page.width, page.height) for page in room.reading("b.png", picture(size=(2000, 8000))).pages] == [
        (210.5, 842)
    ]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "I", "F"])
def test_every_mode_of_pixels_is_drawn(room, mode):
    source = Image.new("RGB", (60, 60), "white")
    source.paste((0, 0, 0), (0, 0, 30, 60))
    image = (
        source.convert("L").convert("I").point(lambda level: level * 100).convert("I;16")
        if mode == "I;16"
        else source.convert(mode)
    )
    out = io.BytesIO()
    image.save(out, "TIFF")
    drawn = room.picture(room.stored("a.tif", out.getvalue()), dpi=72)
    pixels = Image.open(io.BytesIO(drawn.data)).convert("L")
    assert pixels.getpixel((10, 30)) < 60
    assert pixels.getpixel((50, 30)) > 200


def test_the_turn_noted_in_a_photograph_is_applied_and_its_metadata_dropped_and_its_place_reported(room, codes):
    image = Image.new("RGB", (200, 100), "white")
    image.paste((200, 0, 0), (0, 0, 100, 100))
    exif = Image.Exif()
    exif[0x0112] = 6  # turn clockwise by a quarter to see it upright
    exif[0x010E] = "patient name"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    assert b"patient name" in out.getvalue()
    stored = room.stored("photo.jpg", out.getvalue())
    reading = room.read(stored)
    assert [(page.width, page.height) for page in reading.pages] == [(100, 200)]
    assert codes(reading.problems) == ["pages-without-text", "picture-location"]
    (made,) = room.cache.glob("*.pdf")
    document = pymupdf.open(made)
    assert not any(
        b"patient name" in (document.xref_stream_raw(xref) or b"") for xref in range(1, document.xref_length())
    )
    drawn = Image.open(io.BytesIO(room.picture(stored, dpi=72).data)).convert("RGB")
    assert drawn.getpixel((50, 20))[1] < 80
    assert drawn.getpixel((50, 180))[1] > 200


def test_a_picture_that_would_unpack_to_too_many_pixels_is_refused(room, codes):
    out = io.BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")
    reading = room.reading("bomb.png", out.getvalue())
    assert (reading.pages, codes(reading.problems)) == ((), ["document-damaged"])


def test_a_damaged_picture_says_so(room, picture, codes):
    assert codes(room.reading("a.png", picture()[:60]).problems) == ["document-damaged"]


def test_text_keeps_its_lines_and_spaces(room, words):
    reading = room.reading("a.txt", b"first line\n\n    indented\ttabbed\r\nlast")
    assert [word.text for word in reading.pages[0].words] == ["first", "line", "indented", "tabbed", "last"]
    first, _, indented, *_, last = reading.pages[0].words
    assert indented.x0 > first.x0 + 5
    assert last.y0 > indented.y0 > first.y1
    assert reading.rendered_by == "own text layout 2"


def test_a_long_text_file_gives_many_pages_and_every_line(room):
    text = "\n".join(f"line{number}" for number in range(2000))
    reading = room.reading("a.csv", text.encode())
    assert [word.text for page in reading.pages for word in page.words] == text.split()
    assert len(reading.pages) > 20


def test_a_text_file_beyond_the_limit_is_cut_and_said_so(tmp_path):
    path = tmp_path / "a.log"
    path.write_bytes("caf\u00e9 \u2013\n".encode() * 200_000)
    sheet = text_sheet(path, "text")
    assert [mark.code for mark in sheet.marks] == ["document-cut"]
    assert "\u00c3" not in sheet.segments[0].html
    path.write_bytes(b"short\n")
    assert text_sheet(path, "text").marks == ()


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("caf\u00e9".encode(), "caf\u00e9"),
        ("caf\u00e9".encode("utf-8-sig"), "caf\u00e9"),
        ("caf\u00e9".encode("utf-16"), "caf\u00e9"),
        ("caf\u00e9 \u2013".encode("cp1252"), "caf\u00e9 \u2013"),
        ("abc\u00e9".encode()[:-1], "abc\u00c3"),
    ],
)
def test_text_is_decoded_as_it_was_written(content, text):
    assert decoded(content) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a<br>b</p><p>c", "a\nb\n\nc"),
        ("a &lt;b&gt; &eacute;", "a <b> \u00e9"),
        ("<head><title>t<body>shown", "shown"),
        ("plain", "plain"),
    ],
)
def test_html_becomes_the_words_it_shows(html, text):
    assert html_to_text(html) == text


def test_a_web_page_is_shown_as_its_words(room, words):
    reading = room.reading(
        "page.html", b"<!DOCTYPE html><html><body><h1>Title</h1><script>x()</script><p>words</p></body></html>"
    )
    assert words(reading) == "Title words"
