"""Pictures from telephones and scanners."""

import io

import pytest
from PIL import Image

from mrse_assess.terms import MediaKind

from .made_files import heic


def pixels(room, stored, page: int = 1) -> Image.Image:
    return Image.open(io.BytesIO(room.picture(stored, page, dpi=72).data)).convert("RGB")


def test_a_telephone_picture_is_shown_like_any_other(room, codes):
    stored = room.stored("photo.jpg", heic())
    reading = room.read(stored)
    assert (stored.media, stored.form) == (MediaKind.IMAGE, "heic")
    assert [(page.width, page.height) for page in reading.pages] == [(160, 96)]
    shown = pixels(room, stored)
    assert shown.getpixel((20, 48))[1] < 60
    assert shown.getpixel((140, 48))[1] > 200
    assert codes(reading.problems) == ["pages-without-text"]


def test_the_turn_and_the_place_noted_in_a_telephone_picture_are_applied_and_reported(room, codes):
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    stored = room.stored("photo.heic", heic(exif=exif.tobytes()))
    reading = room.read(stored)
    assert [(page.width, page.height) for page in reading.pages] == [(96, 160)]
    shown = pixels(room, stored)
    assert shown.getpixel((48, 20))[1] < 60
    assert shown.getpixel((48, 140))[1] > 200
    assert "picture-location" in codes(reading.problems)


def test_a_picture_in_the_newer_form_is_shown_too(room):
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(out, "AVIF")
    assert [(page.width, page.height) for page in room.reading("a.avif", out.getvalue()).pages] == [(64, 48)]


@pytest.mark.parametrize("length", [40, 300])
def test_a_telephone_picture_cut_short_says_so(room, codes, length):
    assert codes(room.reading("photo.heic", heic()[:length]).problems) == ["document-damaged"]


def test_a_telephone_picture_of_gigantic_size_is_refused(room, codes):
    content = bytearray(heic())
    at = content.index(b"ispe") + 8
    content[at : at + 8] = (60_000).to_bytes(4, "big") * 2
    assert codes(room.reading("photo.heic", bytes(content)).problems) == ["document-damaged"]


def test_the_pages_of_a_scanned_tiff_are_shown_in_order(room):
    frames = [Image.new("RGB", (100, 60), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:], compression="tiff_lzw")
    stored = room.stored("scan.tif", out.getvalue())
    assert len(room.read(stored).pages) == 3
    seen = [pixels(room, stored, page).getpixel((50, 30)) for page in (1, 2, 3)]
    assert [max(range(3), key=lambda band, pixel=pixel: pixel[band]) for pixel in seen] == [0, 1, 2]


def test_a_tiff_whose_second_page_is_damaged_shows_the_others(room, codes):
    frames = [Image.effect_noise((60, 60), 90).convert("RGB") for _ in range(3)]
    out = io.BytesIO()
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:], compression="tiff_deflate")
    whole = out.getvalue()
    with Image.open(io.BytesIO(whole)) as image:
        image.seek(1)
        start, length = image.tag_v2[273][0], image.tag_v2[279][0]
    broken = whole[:start] + bytes(length) + whole[start + length :]
    reading = room.reading("scan.tif", broken)
    assert len(reading.pages) == 3
    assert "page-failed" in codes(reading.problems)
