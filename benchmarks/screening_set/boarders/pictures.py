"""Pictures of labels, wristbands, boards and drawings, as they are photographed and pasted into a page."""

import io
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any, Final

from PIL import Image, ImageDraw, ImageFont

_INK: Final = (18, 18, 24)


def _png(image: Image.Image) -> bytes:
    image.save(raw := io.BytesIO(), "PNG")
    return raw.getvalue()


def _written(draw: Any, lines: Sequence[str], at: tuple[int, int], size: int) -> None:
    for number, words in enumerate(lines):
        place = (at[0], at[1] + number * (size + 12))
        draw.text(place, words, fill=_INK, font=ImageFont.load_default(size))


def _bars(draw: Any, rng: Random, box: tuple[int, int, int, int]) -> None:
    """A bar code that says nothing."""
    x, top, right, bottom = box
    while x < right:
        wide = rng.choice((2, 2, 3, 5))
        draw.rectangle((x, top, min(x + wide, right), bottom), fill=_INK)
        x += wide + rng.choice((2, 3, 4))


def sticker(rng: Random, lines: Sequence[str]) -> bytes:
    """An address label, a little askew, on the paper of a form."""
    tall = 60 + 44 * len(lines)
    label = Image.new("RGB", (820, tall), (253, 253, 250))
    draw = ImageDraw.Draw(label)
    draw.rectangle((0, 0, 819, tall - 1), outline=(150, 150, 150), width=3)
    _written(draw, lines, (26, 26), 30)
    _bars(draw, rng, (610, tall - 70, 790, tall - 22))
    paper = Image.new("RGB", (900, tall + 90), (226, 224, 214))
    tilt, smooth = rng.choice((-2, -1, 1, 2)), Image.Resampling.BICUBIC
    turned = label.rotate(tilt, expand=True, fillcolor=(226, 224, 214), resample=smooth)
    paper.paste(turned, (20, 24))
    return _png(paper)


def band(rng: Random, lines: Sequence[str]) -> bytes:
    """A printed wristband on an arm."""
    image = Image.new("RGB", (980, 420), (120, 150, 165))
    draw = ImageDraw.Draw(image)
    skin = rng.choice(((224, 186, 160), (196, 150, 118), (142, 98, 72)))
    draw.polygon([(0, 90), (980, 40), (980, 390), (0, 350)], fill=skin)
    draw.rectangle((170, 110, 830, 310), fill=(250, 250, 250), outline=(190, 200, 215), width=4)
    _written(draw, lines, (196, 132), 34)
    _bars(draw, rng, (640, 210, 810, 295))
    return _png(image)


def board(rng: Random, lines: Sequence[str]) -> bytes:
    """A white board on a wall, photographed."""
    image = Image.new("RGB", (1000, 150 + 62 * len(lines)), (176, 182, 178))
    draw = ImageDraw.Draw(image)
    draw.rectangle((40, 36, 960, 110 + 62 * len(lines)), fill=(248, 250, 250), outline=(120, 120, 120), width=7)
    colour = rng.choice(((20, 50, 120), (30, 30, 30), (120, 20, 30)))
    for number, words in enumerate(lines):
        place = (76 + rng.randint(0, 12), 60 + number * 62)
        draw.text(place, words, fill=colour, font=ImageFont.load_default(36))
    return _png(image)


def drawing(rng: Random, lines: Sequence[str]) -> bytes:
    """A plan of a magnet's room with the lines of its field, and words at its foot."""
    image = Image.new("RGB", (960, 700), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    draw.rectangle((150, 60, 800, 520), outline=_INK, width=10)
    draw.rectangle((430, 240, 540, 330), outline=_INK, width=4)
    for step, colour in enumerate(((190, 30, 30), (220, 130, 20), (40, 110, 60))):
        x, y = 120 + 70 * step + rng.randint(-8, 8), 100 + 55 * step
        draw.ellipse((485 - x, 285 - y, 485 + x, 285 + y), outline=colour, width=4)
    draw.rectangle((770, 380, 812, 460), fill=(255, 255, 255))
    _written(draw, lines, (60, 570), 26)
    return _png(image)


DRAWN: Final[Mapping[str, Callable[[Random, Sequence[str]], bytes]]] = {
    "sticker": sticker,
    "band": band,
    "board": board,
    "drawing": drawing,
}
