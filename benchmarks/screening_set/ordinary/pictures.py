"""Pictures: consoles with words in their corners, photographs with a place in their data, bars, signatures, scans."""

import io
from functools import cache
from random import Random
from typing import Any

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from PIL.TiffImagePlugin import IFDRational


def _font(size: int) -> Any:
    return ImageFont.load_default(size)


def _bytes(picture: Image.Image, form: str, **more: Any) -> bytes:
    with io.BytesIO() as kept:
        picture.save(kept, form, **more)
        return kept.getvalue()


def console(rng: Random, lines: str) -> bytes:
    """A section through a knee or a head, as the console shows it."""
    picture = Image.new("L", (640, 520), 0)
    draw = ImageDraw.Draw(picture)
    for ring in range(9):
        shade = rng.randint(40, 190)
        inset = ring * 17
        draw.ellipse((170 + inset, 90 + inset, 470 - inset, 430 - inset // 2), fill=shade)
    picture = picture.filter(ImageFilter.GaussianBlur(3))
    draw = ImageDraw.Draw(picture)
    for at, line in enumerate(lines.split("\n")):
        draw.text((12, 10 + 26 * at), line, fill=255, font=_font(20))
    right = (f"TR {rng.randint(400, 4000)}", f"TE {rng.randint(8, 110)}", f"SL {rng.randint(2, 6)}.0")
    for at, line in enumerate(right):
        draw.text((530, 420 + 26 * at), line, fill=255, font=_font(20))
    return _bytes(picture, "PNG")


def photograph(rng: Random) -> bytes:
    """A photograph of a door, with the place where it was taken in its data."""
    picture = Image.new("RGB", (480, 360), (170, 175, 180))
    draw = ImageDraw.Draw(picture)
    draw.rectangle(
        (150, 60, 320, 350), fill=(rng.randint(60, 120), 90, rng.randint(90, 160)), outline=(20, 20, 20), width=4
    )
    draw.ellipse((290, 200, 308, 218), fill=(220, 210, 120))
    draw.text((172, 90), "MAGNET ON", fill=(250, 240, 60), font=_font(24))
    data = Image.Exif()
    data[0x010F], data[0x0110] = "Orsund", "P7"
    place = (IFDRational(rng.randint(51, 55)), IFDRational(rng.randint(0, 59)), IFDRational(rng.randint(0, 5900), 100))
    data[0x8825] = {1: "N", 2: place, 3: "W", 4: (IFDRational(2), IFDRational(rng.randint(0, 59)), IFDRational(11))}
    return _bytes(picture, "JPEG", quality=80, exif=data)


@cache
def bar() -> bytes:
    """A black picture, to be laid over words."""
    return _bytes(Image.new("L", (40, 12), 0), "PNG")


def barred(label: str) -> bytes:
    """A picture of a label and a black bar."""
    picture = Image.new("L", (960, 120), 255)
    draw = ImageDraw.Draw(picture)
    draw.text((4, 30), label, fill=0, font=_font(34))
    draw.rectangle((480, 24, 900, 84), fill=0)
    return _bytes(picture, "PNG")


def signature(rng: Random) -> bytes:
    """Ink."""
    picture = Image.new("RGB", (420, 120), (255, 255, 255))
    draw = ImageDraw.Draw(picture)
    points = [(20 + 13 * at, 60 + rng.randint(-38, 38)) for at in range(28)]
    draw.line(points, fill=(20, 30, 110), width=4, joint="curve")
    return _bytes(picture, "PNG")


def icon() -> bytes:
    """The sign of a word processor's file, as it stands for an embedded one."""
    picture = Image.new("RGB", (90, 110), (255, 255, 255))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((12, 6, 78, 96), fill=(240, 244, 252), outline=(40, 80, 160), width=3)
    draw.text((32, 30), "W", fill=(40, 80, 160), font=_font(40))
    return _bytes(picture, "PNG")


def scanned(page: Any) -> bytes:
    """A page as a good copier gives it: it can be read, though not by looking for words in the file."""
    pixels = page.get_pixmap(dpi=170, colorspace="gray")
    picture = Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)
    return _bytes(picture.rotate(0.4, fillcolor=255, resample=Image.Resampling.BILINEAR), "JPEG", quality=60)


def blurred(page: Any) -> bytes:
    """A page copied so badly that nobody can read it."""
    pixels = page.get_pixmap(dpi=60)
    picture = Image.frombytes("RGB", (pixels.width, pixels.height), pixels.samples).convert("L")
    return _bytes(picture.filter(ImageFilter.GaussianBlur(4)), "JPEG", quality=40)
