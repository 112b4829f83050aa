"""Pictures: a scanner's screen with what it writes at the corners, a photograph, a logo, a page turned into dots."""

import io
from random import Random
from typing import Any, Final

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from PIL.TiffImagePlugin import IFDRational

from .sheet import LIBRARY

GPS: Final = 0x8825


def _png(image: Image.Image, **more: Any) -> bytes:
    image.save(raw := io.BytesIO(), "PNG", **more)
    return raw.getvalue()


def head(rng: Random, corners: tuple[str, str, str]) -> bytes:
    """A slice of a head in grey, with words in three corners."""
    image = Image.new("L", (760, 620), 6)
    draw = ImageDraw.Draw(image)
    wide, tall = rng.randint(170, 200), rng.randint(215, 240)
    for step in range(9):
        shade = (200, 40, 120, 150, 110, 135, 95, 60, 150)[step]
        x, y = wide - step * 18, tall - step * 22
        draw.ellipse((380 - x, 310 - y, 380 + x, 310 + y), fill=shade)
    image = image.filter(ImageFilter.GaussianBlur(3))
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(21)
    for (x, y), words in zip(((14, 12), (520, 12), (14, 520)), corners, strict=True):
        draw.multiline_text((x, y), words, fill=235, font=font, spacing=6)
    return _png(image)


def screen(lines: list[str], *, blurred: bool = False) -> bytes:
    """A window with lines of text."""
    image = Image.new("RGB", (1150, 150 + 44 * len(lines)), (246, 247, 249))
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(25)
    draw.rectangle((0, 0, 1150, 54), fill=(214, 222, 233))
    draw.text((20, 12), "Message", fill=(20, 20, 20), font=ImageFont.load_default(27))
    for at, line in enumerate(lines):
        draw.text((28, 84 + 44 * at), line, fill=(15, 15, 15), font=font)
    return _png(image.filter(ImageFilter.GaussianBlur(9)) if blurred else image)


def photo(rng: Random, *, place: bool) -> bytes:
    """A photograph of a door, as a JPEG that may know where it was taken."""
    image = Image.new("RGB", (900, 640), (188, 190, 186))
    draw = ImageDraw.Draw(image)
    draw.rectangle((300, 90, 610, 640), fill=(120, 96, 70), outline=(40, 30, 25), width=6)
    draw.ellipse((560, 360, 590, 390), fill=(220, 210, 150))
    draw.rectangle((360, 150, 550, 280), fill=(250, 214, 30))
    draw.text((376, 180), "MAGNET ON", fill=(10, 10, 10), font=ImageFont.load_default(30))
    draw.text((392, 224), "No entry", fill=(10, 10, 10), font=ImageFont.load_default(28))
    for _ in range(200):
        x, y = rng.randrange(900), rng.randrange(640)
        draw.point((x, y), fill=(150, 150, 150))
    exif = Image.Exif()
    exif[0x010F] = "Fenmark"
    exif[0x0110] = "FX-20"
    if place:
        degrees = tuple(IFDRational(n) for n in (54, rng.randint(1, 58), rng.randint(1, 58)))
        exif[GPS] = {1: "N", 2: degrees, 3: "W", 4: tuple(IFDRational(n) for n in (2, rng.randint(1, 58), 7))}
    image.save(raw := io.BytesIO(), "JPEG", quality=82, exif=exif)
    return raw.getvalue()


def logo(rng: Random) -> bytes:
    """A small crest that somebody dropped upon the text."""
    image = Image.new("RGB", (360, 60), (236, 240, 246))
    draw = ImageDraw.Draw(image)
    for at in range(6):
        x = 14 + at * 56
        draw.ellipse((x, 8, x + 44, 52), fill=(rng.randint(20, 90), rng.randint(70, 140), rng.randint(120, 200)))
    return _png(image)


def words(text: str, black: tuple[int, int]) -> bytes:
    """A line of words as dots, of which a stretch (in twentieths of the width) is black for good."""
    image = Image.new("L", (1300, 64), 255)
    draw = ImageDraw.Draw(image)
    draw.text((4, 12), text, fill=0, font=ImageFont.load_default(34))
    draw.rectangle((black[0] * 65, 4, black[1] * 65, 60), fill=0)
    return _png(image)


def dotted(document: Any, *, dots: int, blurred: bool) -> Any:
    """The document as a scan of it: a picture on each page and no words."""
    made = LIBRARY.open()
    for page in document:
        pixels = page.get_pixmap(dpi=dots, colorspace=LIBRARY.csGRAY)
        image = Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)
        if blurred:
            image = image.filter(ImageFilter.GaussianBlur(dots / 9))
        image.save(raw := io.BytesIO(), "JPEG", quality=70)
        made.new_page(width=page.rect.width, height=page.rect.height).insert_image(page.rect, stream=raw.getvalue())
    return made


def outlined(document: Any) -> Any:
    """The document with its letters as outlines: to be seen, and not to be read as text."""
    made = LIBRARY.open()
    for page in document:
        drawing = LIBRARY.open(stream=page.get_svg_image(text_as_path=True).encode(), filetype="svg")
        with LIBRARY.open("pdf", drawing.convert_to_pdf()) as one:
            fresh = made.new_page(width=page.rect.width, height=page.rect.height)
            fresh.show_pdf_page(fresh.rect, one, 0)
    return made


def scrawl(rng: Random) -> bytes:
    """A signature that nobody can read."""
    image = Image.new("RGB", (390, 110), (255, 255, 255))
    draw, spots = ImageDraw.Draw(image), [(12, 60)]
    spots += [(12 + at * 15, 55 + rng.randint(-34, 34)) for at in range(1, 24)]
    draw.line(spots, fill=(20, 30, 110), width=4, joint="curve")
    return _png(image)
