"""Pages as an office scanner gives them: a little crooked, grey, noisy; some with a layer of recognised words."""

import io
import math
import random
import zlib
from typing import NamedTuple

import numpy as np
import pymupdf
from PIL import Image

from .plan import Plan

MISREAD = (
    ("1", "l"),
    ("0", "O"),
    ("l", "1"),
    ("O", "0"),
    ("rn", "m"),
    ("m", "rn"),
    ("e", "c"),
    ("5", "S"),
    ("i", "í"),
    ("h", "b"),
)
WRONG = 0.05
"""Share of the words of a layer that are wrong."""


class Machine(NamedTuple):
    """One scanner's settings: dots per inch, JPEG quality, greatest skew in degrees, noise, and whether it is dull."""

    dpi: int
    quality: int
    skew: float
    noise: float
    dull: bool


def scan_book(plan: Plan, book: pymupdf.Document, front_pages: int) -> None:
    """Scans pages of a bound file in place; ``front_pages`` of it, at its beginning, are front matter."""
    for number in _scanned(plan, len(book), front_pages):
        _scan(plan, book, number)


def _scanned(plan: Plan, count: int, front_pages: int) -> list[int]:
    """Indexes of the pages to scan: everything, or the front matter and some of the evidence."""
    choice = plan.choice
    dice = random.Random(f"scanned {choice.seed}")  # noqa: S311
    if choice.source == "digital":
        if "some scans" not in choice.extras or choice.file == "docx":
            return []
        return [number for number in range(front_pages, count) if dice.random() < 0.12]
    if choice.source == "ocr_layer" or choice.seed % 2:
        return list(range(count))
    return [number for number in range(count) if number < front_pages or dice.random() < 0.3]


def _machine(plan: Plan) -> Machine:
    dice = random.Random(f"machine {plan.choice.seed}")  # noqa: S311
    return Machine(
        dice.choice((150, 150, 175, 200)),
        dice.choice((45, 60, 75)),
        dice.choice((0.4, 1.0, 1.8, 2.5)),
        dice.choice((2.0, 4.0, 7.0)),
        dice.random() < 0.3,
    )


def _scan(plan: Plan, book: pymupdf.Document, number: int) -> None:
    page, machine = book[number], _machine(plan)
    layered = plan.choice.source == "ocr_layer"
    noise = np.random.default_rng(zlib.crc32(f"scan {plan.choice.seed} {number}".encode()))
    skew = float(noise.uniform(-machine.skew, machine.skew))
    words = page.get_text("words") if layered else []
    width, height = page.rect.width, page.rect.height
    data = _picture(page, machine, skew, noise)
    book.delete_page(number)
    new = book.new_page(number, width=width, height=height)
    new.insert_image(new.rect, stream=data)
    if layered:
        _layer(new, words, skew, random.Random(f"layer {plan.choice.seed} {number}"))  # noqa: S311


def _picture(page: pymupdf.Page, machine: Machine, skew: float, noise: np.random.Generator) -> bytes:
    """The page as a grey JPEG, turned clockwise by ``skew`` degrees about its middle."""
    zoom = machine.dpi / 72
    turned = page.get_pixmap(matrix=pymupdf.Matrix(zoom, zoom).prerotate(skew), colorspace=pymupdf.csGRAY)
    whole = np.frombuffer(turned.samples, dtype=np.uint8).reshape(turned.height, turned.stride)[:, : turned.width]
    height, width = (
        min(round(side * zoom), there)
        for side, there in zip((page.rect.height, page.rect.width), whole.shape, strict=True)
    )
    top, left = (whole.shape[0] - height) // 2, (whole.shape[1] - width) // 2
    values = whole[top : top + height, left : left + width].astype(np.int16)
    if machine.dull:
        values = values * 3 // 4 + 48
    tile = noise.normal(-5, machine.noise, (200, 256)).astype(np.int16)
    grain = np.tile(tile, (height // 200 + 1, width // 256 + 1))[:height, :width]
    out = io.BytesIO()
    grey = Image.fromarray(np.clip(values + grain, 0, 255).astype(np.uint8))
    grey.save(out, "JPEG", quality=machine.quality, dpi=(machine.dpi, machine.dpi))
    return out.getvalue()


def _layer(page: pymupdf.Page, words: list[tuple], skew: float, dice: random.Random) -> None:
    """Invisible words over the picture, of which about one in twenty is wrong."""
    angle = math.radians(skew)
    middle_x, middle_y = page.rect.width / 2, page.rect.height / 2
    shape = page.new_shape()
    for x0, _, x1, y1, text, *_ in words:
        shown = misread(text, dice) if dice.random() < WRONG else text
        size = min((x1 - x0) / max(pymupdf.get_text_length(text, "helv", 1), 0.01), 40)
        x, y = x0 - middle_x, y1 - 0.22 * size - middle_y
        place = (
            middle_x + x * math.cos(angle) - y * math.sin(angle),
            middle_y + x * math.sin(angle) + y * math.cos(angle),
        )
        shape.insert_text(place, shown, fontname="helv", fontsize=size, render_mode=3)
    shape.commit()


def misread(word: str, dice: random.Random) -> str:
    """The word with one mistake of recognition, l for 1 and O for 0 before others; dropped letters where none fits."""
    fitting = [pair for pair in MISREAD if pair[0] in word]
    if not fitting:
        return word[:-1] if len(word) > 3 else word
    right, wrong = dice.choice(fitting[:2] if dice.random() < 0.7 else fitting)
    return word.replace(right, wrong, 1)
