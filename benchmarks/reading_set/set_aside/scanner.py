"""Pages put through a scanner: askew, noisy, compressed; with a poor layer of recognised words or none."""

from dataclasses import dataclass
from io import BytesIO
from random import Random
from typing import Final

import numpy as np
import pymupdf
from PIL import Image


@dataclass(frozen=True, kw_only=True)
class Scanner:
    """One machine: resolution, how far pages lie askew, how noisy it is, how hard it compresses."""

    dpi: int
    skew: float  # degrees, the most
    noise: float  # grey levels
    quality: int
    layer: bool
    colour: bool


def draw_scanner(rng: Random, *, layer: bool) -> Scanner:
    """A scanner; one that recognises words also straightens its pages."""
    return Scanner(
        dpi=rng.choice((150, 150, 170, 200)),
        skew=0.0 if layer else rng.choice((0.4, 1.0, 1.8, 2.5)),
        noise=rng.choice((3.0, 6.0, 10.0)),
        quality=rng.choice((40, 55, 70)),
        layer=layer,
        colour=rng.random() < 0.2,
    )


def scan(rng: Random, source: pymupdf.Document, scanner: Scanner) -> pymupdf.Document:
    """The same pages as pictures."""
    made = pymupdf.open()
    for page in source:
        sheet = made.new_page(width=page.rect.width, height=page.rect.height)
        sheet.insert_image(sheet.rect, stream=_picture(rng, page, scanner))
        if scanner.layer:
            _recognise(rng, page, sheet)
    return made


def _picture(rng: Random, page: pymupdf.Page, scanner: Scanner) -> bytes:
    space = pymupdf.csRGB if scanner.colour else pymupdf.csGRAY
    shot = page.get_pixmap(dpi=scanner.dpi, colorspace=space)
    picture = Image.frombytes("RGB" if scanner.colour else "L", (shot.width, shot.height), shot.samples)
    if scanner.skew:
        white = (255, 255, 255) if scanner.colour else 255
        picture = picture.rotate(
            rng.uniform(-scanner.skew, scanner.skew), resample=Image.Resampling.BILINEAR, fillcolor=white
        )
    grain = (
        np.random.default_rng(rng.getrandbits(32)).standard_normal((shot.height, shot.width), dtype=np.float32)
        * scanner.noise
    )
    grey = np.asarray(picture, dtype=np.float32) * 0.93 + 8
    noisy = np.clip(grey + (grain[..., None] if scanner.colour else grain), 0, 255).astype(np.uint8)
    held = BytesIO()
    Image.fromarray(noisy).save(held, "JPEG", quality=scanner.quality)
    return held.getvalue()


def _recognise(rng: Random, page: pymupdf.Page, sheet: pymupdf.Page) -> None:
    """Lay the page's words over the picture unseen, one in twenty of them wrong."""
    writer = pymupdf.TextWriter(sheet.rect)
    font = pymupdf.Font("helv")
    for x0, y0, x1, y1, text, *_ in page.get_text("words"):
        read = _misread(rng, text) if rng.random() < 0.05 else text
        shown = "".join(_PLAIN.get(letter, letter) for letter in read)
        width = font.text_length(shown, fontsize=1)
        if width > 0:
            writer.append(
                (x0, y1 - (y1 - y0) * 0.22),
                shown,
                font=font,
                fontsize=max(2.0, min((x1 - x0) / width, (y1 - y0) * 1.1)),
            )
    writer.write_text(sheet, render_mode=3)


def _misread(rng: Random, text: str) -> str:
    places = [place for place, letter in enumerate(text) if letter in _ALIKE]
    if not places:
        return text[:-1] if len(text) > 1 else "|"
    place = rng.choice(places)
    return text[:place] + _ALIKE[text[place]] + text[place + 1 :]


_ALIKE: Final = {
    "1": "l",
    "l": "1",
    "0": "O",
    "O": "0",
    "I": "l",
    "5": "S",
    "S": "5",
    "8": "B",
    "B": "8",
    "2": "Z",
    "6": "b",
    "g": "q",
    "e": "c",
    "c": "e",
    ".": ",",
    ",": ".",
}
_PLAIN: Final = {"\u2013": "-", "\u2022": "-", "\u2713": "/", "\u25cf": "o", "\u00a0": " "}
