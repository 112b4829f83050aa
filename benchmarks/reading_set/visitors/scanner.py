"""Pages as a copier or a telephone gives them: pictures, with recognised words behind them or none."""

from io import BytesIO
from random import Random
from typing import Any, Final

import numpy as np
from PIL import Image

from .bound import pymupdf
from .chance import chance

_ALIKE: Final = (("l", "1"), ("1", "l"), ("O", "0"), ("0", "O"), ("S", "5"), ("rn", "m"), (",", "."), ("e", "c"))


def scanned(document: Any, seed: int, *, layer: bool, pages: set[int] | None = None) -> Any:
    """The same pages as pictures; only those of ``pages`` where it is given. One machine for all of them."""
    rng = chance("scanner", seed)
    dpi, grain, skew = rng.choice((150, 150, 200)), rng.choice((2.0, 4.0, 8.0)), rng.choice((0.3, 0.7, 1.3))
    made = pymupdf.open()
    for at, page in enumerate(document):
        if pages is not None and at + 1 not in pages:
            made.insert_pdf(document, from_page=at, to_page=at)
            continue
        sheet = made.new_page(width=page.rect.width, height=page.rect.height)
        sheet.insert_image(sheet.rect, stream=pictured(page, rng, dpi=dpi, grain=grain, skew=skew))
        if layer:
            _recognised(page, sheet, rng)
    return made


def pictured(page: Any, rng: Random, *, dpi: int, grain: float, skew: float) -> bytes:
    """One page as a grey JPEG: a little askew, with noise, darker to one side."""
    shot = page.get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY)
    picture = Image.frombytes("L", (shot.width, shot.height), shot.samples)
    picture = picture.rotate(rng.uniform(-skew, skew), resample=Image.Resampling.BICUBIC, fillcolor=250)
    noise = np.random.default_rng(rng.getrandbits(32)).standard_normal((shot.height, shot.width), dtype=np.float32)
    shade = np.linspace(0, rng.uniform(-14, 14), shot.width, dtype=np.float32)
    grey = np.asarray(picture, dtype=np.float32) * 0.93 + 9 + shade + noise * grain
    kept = BytesIO()
    Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)).save(kept, "JPEG", quality=rng.choice((60, 72, 82)))
    return kept.getvalue()


def _recognised(page: Any, sheet: Any, rng: Random) -> None:
    """Words behind the picture, about one in twenty misread."""
    writer, font = pymupdf.TextWriter(sheet.rect), pymupdf.Font("helv")
    for x0, y0, x1, y1, word, *_ in page.get_text("words", sort=True):
        wrong, right = rng.choice(_ALIKE)
        said = word.replace(wrong, right, 1) if rng.random() < 0.3 else word
        said = said.replace("\u2013", "-").replace("\u2713", "v").replace("\u2192", "->").replace("\u2020", "+")
        wide = font.text_length(said, fontsize=1)
        size = min((y1 - y0) * 0.8, (x1 - x0) / wide) if wide else 4.0
        writer.append((x0, y1 - (y1 - y0) * 0.22), said, font=font, fontsize=max(2.0, size))
    writer.write_text(sheet, render_mode=3)
