"""Pages as a scanner gives them: all of them, at 150 or 200 dots to the inch, clean or a little askew."""

import io
from typing import Any

import numpy as np
import pymupdf as untyped_pymupdf
from PIL import Image

from .chance import chance

pymupdf: Any = untyped_pymupdf  # its own functions have no types


def scanned(document: Any, seed: int) -> Any:
    """The document as pictures."""
    rng = chance("scanner", seed)
    dpi, quality, noise = rng.choice((150, 200)), rng.choice((60, 75, 85)), rng.choice((2, 4, 8))
    askew = rng.choice((0.0, 0.4, 0.9))
    made = pymupdf.open()
    for number, page in enumerate(document):
        pixels = page.get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY)
        picture = Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)
        picture = picture.rotate(rng.uniform(-askew, askew), resample=Image.Resampling.BILINEAR, fillcolor=250)
        grain = np.random.default_rng(seed * 100 + number).normal(0, noise, (pixels.height, pixels.width))
        shades = np.clip(np.asarray(picture).astype(np.float64) * 0.95 + grain, 0, 255).astype(np.uint8)
        new = made.new_page(width=page.rect.width, height=page.rect.height)
        with io.BytesIO() as kept:
            Image.fromarray(shades).save(kept, "JPEG", quality=quality)
            new.insert_image(new.rect, stream=kept.getvalue())
    return made
