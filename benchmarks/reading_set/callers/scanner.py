"""Pages as a copier or a telephone gives them."""

from io import BytesIO
from random import Random
from typing import Any

import numpy as np
import pymupdf as untyped_pymupdf
from PIL import Image, ImageFilter

from .chance import chance

pymupdf: Any = untyped_pymupdf  # its own functions have no types


def scanned(document: Any, seed: int, *, layer: bool, only: frozenset[int] = frozenset()) -> Any:
    """The document as pictures of its pages, or of ``only`` some (from 1), with recognised words behind or none."""
    rng = chance("copier", seed)
    dpi, skew, grain = rng.choice((150, 170, 200)), rng.choice((0.25, 0.5, 0.9)), rng.choice((1.5, 3.0, 5.0))
    phone = rng.random() < 0.25
    made = pymupdf.open()
    for at, page in enumerate(document):
        if only and at + 1 not in only:
            made.insert_pdf(document, from_page=at, to_page=at)
            continue
        sheet = made.new_page(width=page.rect.width, height=page.rect.height)
        sheet.insert_image(sheet.rect, stream=picture_of(page, rng, dpi=dpi, skew=skew, grain=grain, phone=phone))
        if layer:
            _recognise(page, sheet, rng)
    return made


def picture_of(page: Any, rng: Random, *, dpi: int, skew: float, grain: float, phone: bool) -> bytes:
    """A page as JPEG: askew, grainy, a little soft; by telephone also with a warm light falling off to a corner."""
    shot = page.get_pixmap(dpi=dpi)
    picture = Image.frombytes("RGB", (shot.width, shot.height), shot.samples)
    picture = picture.rotate(rng.uniform(-skew, skew), resample=Image.Resampling.BICUBIC, fillcolor=(248, 248, 246))
    if rng.random() < 0.4:
        picture = picture.filter(ImageFilter.GaussianBlur(0.5))
    light = np.asarray(picture, dtype=np.float32) * 0.94 + 8
    light += (
        np.random.default_rng(rng.getrandbits(32)).normal(0, grain, (shot.height, shot.width, 1)).astype(np.float32)
    )
    if phone:
        across = np.linspace(0, 1, shot.width, dtype=np.float32)[None, :, None]
        down = np.linspace(0, 1, shot.height, dtype=np.float32)[:, None, None]
        light -= 34 * across * down + np.array([0, 3, 12], dtype=np.float32)
    done = Image.fromarray(np.clip(light, 0, 255).astype(np.uint8))
    kept = BytesIO()
    (done if phone else done.convert("L")).save(kept, "JPEG", quality=rng.choice((62, 74, 84)))
    return kept.getvalue()


def _recognise(page: Any, sheet: Any, rng: Random) -> None:
    """Words behind the picture as the copier's own recognition has them, with a slip here and there."""
    writer, font = pymupdf.TextWriter(sheet.rect), pymupdf.Font("helv")
    for left, top, right, foot, word, *_ in page.get_text("words"):
        said = word.translate({0x2013: "-", 0x2713: "/", 0x2022: ".", 0x2020: "t"})
        if rng.random() < 0.03 and said.isalpha():
            said = said.replace("l", "1", 1).replace("m", "rn", 1)
        wide = font.text_length(said, fontsize=1)
        if wide:
            size = min(0.8 * (foot - top), (right - left) / wide)
            writer.append((left, foot - 0.22 * (foot - top)), said, font=font, fontsize=max(size, 2.0))
    writer.write_text(sheet, render_mode=3)
