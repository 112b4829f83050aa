"""Pages as a scanner or a photocopier gives them."""

import io
from typing import Any

import numpy as np
import pymupdf as untyped_pymupdf
from PIL import Image

from .chance import chance

pymupdf: Any = untyped_pymupdf  # its own functions have no types

_MISREAD = (("l", "1"), ("1", "l"), ("O", "0"), ("0", "O"), ("rn", "m"), ("e", "c"), (".", ","), ("S", "5"))


def scanned(document: Any, source: str, seed: int, before: int) -> Any:
    """The document as pictures: all pages, or those of the front alone. ``ocr_layer`` has words behind them."""
    if source == "digital":
        return document
    rng = chance("scanner", seed)
    front_only = source == "scan" and rng.random() < 0.5
    dpi, quality, noise = rng.choice((150, 200, 200, 300)), rng.choice((55, 70, 85)), rng.choice((3, 7, 12))
    grey = rng.random() < 0.6
    made = pymupdf.open()
    for number, page in enumerate(document):
        if front_only and number >= before:
            made.insert_pdf(document, from_page=number, to_page=number)
            continue
        skew = rng.uniform(-1.0, 1.0)
        picture = _picture(page, dpi, skew, noise, seed + number, grey=grey)
        new = made.new_page(width=page.rect.width, height=page.rect.height)
        with io.BytesIO() as kept:
            picture.save(kept, "JPEG", quality=quality)
            new.insert_image(new.rect, stream=kept.getvalue())
        if source == "ocr_layer":
            _words(page, new, rng)
    return made


def _picture(page: Any, dpi: int, skew: float, noise: int, seed: int, *, grey: bool) -> Image.Image:
    pixels = page.get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY if grey else pymupdf.csRGB)
    mode = "L" if grey else "RGB"
    picture = Image.frombytes(mode, (pixels.width, pixels.height), pixels.samples)
    white = 250 if grey else (250, 250, 247)
    picture = picture.rotate(skew, resample=Image.Resampling.BILINEAR, fillcolor=white)
    grain = np.random.default_rng(seed).normal(0, noise, (pixels.height, pixels.width))
    shades = np.asarray(picture).astype(np.float64)
    shades = shades * 0.94 + (grain if grey else grain[:, :, None])
    return Image.fromarray(np.clip(shades, 0, 255).astype(np.uint8), mode=mode)


def _words(page: Any, new: Any, rng: Any) -> None:
    """An invisible layer such as a copier writes: some words misread, some split in two, in the order of lines."""
    writer = pymupdf.TextWriter(new.rect)
    font = pymupdf.Font("helv")
    for x0, y0, x1, y1, text, *_ in page.get_text("words", sort=True):
        said = text
        if rng.random() < 0.05:
            wrong, right = rng.choice(_MISREAD)
            said = text.replace(wrong, right, 1)
        if len(said) > 5 and rng.random() < 0.04:
            said = f"{said[:3]} {said[3:]}"
        size = max(4.0, (y1 - y0) * 0.78)
        length = font.text_length(said, fontsize=size)
        size *= min(1.0, (x1 - x0) / length) if length else 1.0
        writer.append((x0, y1 - (y1 - y0) * 0.22), said, font=font, fontsize=size)
    writer.write_text(new, render_mode=3)
