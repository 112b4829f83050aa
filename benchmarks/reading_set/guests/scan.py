"""Pages as a copier gives them."""

from io import BytesIO
from typing import Any

import numpy as np
import pymupdf as untyped_pymupdf
from PIL import Image

from .model import chance

pymupdf: Any = untyped_pymupdf


def scanned(document: Any, seed: int, *, layer: bool) -> Any:
    """The same pages as pictures, a little askew; the words behind them where ``layer``."""
    rng = chance("scan", seed)
    made = pymupdf.open()
    for page in document:
        shot = page.get_pixmap(dpi=150, colorspace=pymupdf.csGRAY)
        picture = Image.frombytes("L", (shot.width, shot.height), shot.samples)
        picture = picture.rotate(rng.uniform(-0.6, 0.6), resample=Image.Resampling.BICUBIC, fillcolor=252)
        noise = np.random.default_rng(rng.getrandbits(32)).standard_normal((shot.height, shot.width), dtype=np.float32)
        grey = np.clip(np.asarray(picture, dtype=np.float32) * 0.95 + 7 + noise * 4, 0, 255).astype(np.uint8)
        kept = BytesIO()
        Image.fromarray(grey).save(kept, "JPEG", quality=72)
        sheet = made.new_page(width=page.rect.width, height=page.rect.height)
        sheet.insert_image(sheet.rect, stream=kept.getvalue())
        if layer:
            for x0, _y0, _x1, y1, word, *_rest in page.get_text("words"):
                sheet.insert_text((x0, y1 - 2), word, fontsize=9, render_mode=3)
    return made
