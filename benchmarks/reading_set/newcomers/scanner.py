"""Pages as a copier gives them: pictures, with recognised words behind them or none."""

from io import BytesIO
from random import Random
from typing import Any, Final

import numpy as np
from PIL import Image

from .chance import chance
from .paper import pymupdf

_ALIKE: Final = (("l", "1"), ("1", "l"), ("O", "0"), ("0", "O"), ("5", "S"), ("e", "c"), ("rn", "m"), (".", ","))


def scanned(document: Any, seed: int, *, layer: bool) -> Any:
    """The same pages as pictures."""
    rng = chance("scanner", seed)
    dpi, quality, noise = rng.choice((150, 150, 200)), rng.choice((55, 70, 80)), rng.choice((2.0, 5.0, 9.0))
    askew = 0.0 if layer else rng.choice((0.0, 0.5, 1.2))
    made = pymupdf.open()
    for page in document:
        sheet = made.new_page(width=page.rect.width, height=page.rect.height)
        sheet.insert_image(sheet.rect, stream=_picture(page, rng, dpi, quality, noise, askew))
        if layer:
            _recognised(page, sheet, rng)
    return made


def _picture(page: Any, rng: Random, dpi: int, quality: int, noise: float, askew: float) -> bytes:
    shot = page.get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY)
    picture = Image.frombytes("L", (shot.width, shot.height), shot.samples)
    picture = picture.rotate(rng.uniform(-askew, askew), resample=Image.Resampling.BILINEAR, fillcolor=252)
    grain = np.random.default_rng(rng.getrandbits(32)).standard_normal((shot.height, shot.width), dtype=np.float32)
    shades = np.clip(np.asarray(picture, dtype=np.float32) * 0.94 + 6 + grain * noise, 0, 255).astype(np.uint8)
    kept = BytesIO()
    Image.fromarray(shades).save(kept, "JPEG", quality=quality)
    return kept.getvalue()


def _recognised(page: Any, sheet: Any, rng: Random) -> None:
    """Words behind the picture, about one in twenty of them misread."""
    writer, font = pymupdf.TextWriter(sheet.rect), pymupdf.Font("helv")
    for x0, y0, x1, y1, word, *_ in page.get_text("words", sort=True):
        said = word
        wrong, right = rng.choice(_ALIKE)
        if rng.random() < 0.35:
            said = word.replace(wrong, right, 1)
        said = said.replace("\u2013", "-").replace("\u2713", "/").replace("\u2714", "/").replace("\u25cf", "o")
        wide = font.text_length(said, fontsize=1)
        size = min((y1 - y0) * 0.8, (x1 - x0) / wide) if wide else 4.0
        writer.append((x0, y1 - (y1 - y0) * 0.22), said, font=font, fontsize=max(2.0, size))
    writer.write_text(sheet, render_mode=3)
