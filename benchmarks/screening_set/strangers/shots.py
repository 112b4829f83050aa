"""Pictures: a scanner's screen with what it writes at the corners, a label, a photograph, a window, an icon."""

import io
from random import Random
from typing import Final

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from PIL.TiffImagePlugin import IFDRational

GPS: Final = 0x8825


def _png(image: Image.Image) -> bytes:
    image.save(raw := io.BytesIO(), "PNG")
    return raw.getvalue()


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def slice_of(rng: Random, corners: tuple[str, str]) -> bytes:
    """A slice of a spine in grey, with words at two corners."""
    image = Image.new("L", (820, 700), 4)
    draw = ImageDraw.Draw(image)
    draw.ellipse((250, 30, 620, 690), fill=46)
    for at in range(9):
        x = 420 + round(26 * ((at - 4) / 4) ** 2) + rng.randint(-3, 3)
        draw.rounded_rectangle((x, 50 + at * 70, x + 78, 102 + at * 70), 10, fill=150 + rng.randint(-12, 12))
    draw.line([(516, 40), (508, 360), (530, 690)], fill=214, width=20)
    image = image.filter(ImageFilter.GaussianBlur(2.5))
    draw = ImageDraw.Draw(image)
    for (x, y), words in zip(((14, 12), (560, 590)), corners, strict=True):
        draw.multiline_text((x, y), words, fill=238, font=_font(23), spacing=6)
    return _png(image)


def sticker(lines: list[str]) -> bytes:
    """An address label that was stuck on a form and photographed, a little askew."""
    card = Image.new("RGB", (620, 40 + 40 * len(lines)), (252, 252, 246))
    draw = ImageDraw.Draw(card)
    for at, words in enumerate(lines):
        draw.text((20, 18 + 40 * at), words, fill=(15, 15, 20), font=_font(27))
    draw.rectangle((0, 0, card.width - 1, card.height - 1), outline=(150, 150, 150), width=2)
    sheet = Image.new("RGB", (760, card.height + 90), (231, 229, 222))
    turned = card.rotate(1.6, expand=True, fillcolor=(231, 229, 222), resample=Image.Resampling.BICUBIC)
    sheet.paste(turned, (60, 36))
    return _png(sheet)


def window(lines: list[str]) -> bytes:
    """A window of the request system with lines of text."""
    image = Image.new("RGB", (1100, 120 + 42 * len(lines)), (250, 250, 251))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1100, 50), fill=(36, 84, 134))
    draw.text((18, 11), "Request view", fill=(255, 255, 255), font=_font(25))
    for at, words in enumerate(lines):
        draw.text((26, 76 + 42 * at), words, fill=(20, 20, 24), font=_font(25))
    return _png(image)


def barred(text: str, many: int) -> bytes:
    """A line of words as dots, whose end is black for good."""
    image = Image.new("RGB", (900, 58), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    draw.text((4, 12), text, fill=(10, 10, 10), font=_font(29))
    start = round(draw.textlength(text, font=_font(29))) + 14
    draw.rectangle((start, 6, min(start + 17 * many, 890), 52), fill=(0, 0, 0))
    return _png(image)


def photo(rng: Random, *, place: bool) -> bytes:
    """A photograph of a floor with a line and a sign, as a JPEG that may know where it was taken."""
    image = Image.new("RGB", (960, 720), (205, 205, 198))
    draw = ImageDraw.Draw(image)
    draw.polygon([(0, 720), (960, 720), (700, 300), (260, 300)], fill=(140, 146, 152))
    draw.line([(300, 720), (420, 300)], fill=(226, 196, 30), width=22)
    draw.rectangle((560, 60, 800, 240), fill=(250, 250, 250), outline=(20, 60, 140), width=8)
    draw.text((590, 110), "20 mT", fill=(20, 20, 20), font=_font(54))
    for _ in range(400):
        x, y = rng.randrange(960), rng.randrange(720)
        draw.point((x, y), fill=(120, 120, 118))
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Osprey", "Osprey P4"
    if place:
        north = tuple(IFDRational(n) for n in (53, rng.randint(1, 58), rng.randint(1, 58)))
        exif[GPS] = {1: "N", 2: north, 3: "W", 4: tuple(IFDRational(n) for n in (1, rng.randint(1, 58), 11))}
    image.save(raw := io.BytesIO(), "JPEG", quality=80, exif=exif)
    return raw.getvalue()


def logo(rng: Random) -> bytes:
    """A badge that somebody dropped upon the text."""
    image = Image.new("RGB", (420, 80), (230, 238, 244))
    draw = ImageDraw.Draw(image)
    for at in range(5):
        x = 12 + at * 82
        draw.rounded_rectangle((x, 10, x + 66, 70), 14, fill=(rng.randint(0, 60), rng.randint(90, 150), 170))
    return _png(image)


def icon(name: str) -> bytes:
    """A file's icon with its name, as a word processor leaves it."""
    image = Image.new("RGB", (330, 150), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    colour = (24, 110, 60) if name.endswith("xlsx") else (36, 84, 160)
    draw.rectangle((130, 8, 200, 92), fill=(250, 252, 255), outline=colour, width=3)
    draw.rectangle((116, 40, 162, 82), fill=colour)
    draw.text((128, 46), name[-4:].strip(".")[0].upper(), fill=(255, 255, 255), font=_font(30))
    return _png(image)
