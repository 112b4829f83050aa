"""What happens to some pages on their way into a portfolio: scanned, or details blacked out well or badly."""

import io
import zlib

import numpy as np
import pymupdf
from PIL import Image

from .plan import Item
from .typeset import Sheet

DPI = 110
FULL, FAINT = (0.0, 1.0), (0.93, 0.045)  # lift and share of the contrast that is left
BLACK = (0, 0, 0)


def treat(sheet: Sheet, item: Item, *, seed: str) -> bytes:
    """The pages of a document as the applicant sends them."""
    match item.treatment:
        case "":
            return sheet.pdf
        case "scan":
            return scanned(sheet.pdf, seed, FULL)
        case "faint":
            return scanned(sheet.pdf, seed, FAINT)
        case "boxes":
            return _covered(sheet, remove=False)
        case "redacted":
            return _covered(sheet, remove=True)
    raise ValueError(f"no treatment is called {item.treatment!r}")


def scanned(pdf: bytes, seed: str, tone: tuple[float, float]) -> bytes:
    """The pages as an office scanner gives them: grey, a little crooked, no text."""
    random = np.random.default_rng(zlib.crc32(seed.encode()))
    out = pymupdf.open()
    with pymupdf.open("pdf", pdf) as source:
        for page in source:
            new = out.new_page(width=page.rect.width, height=page.rect.height)
            new.insert_image(new.rect, stream=_scan(page, random, tone))
    return bytes(out.tobytes(garbage=3, deflate=True, no_new_id=True))


def _scan(page: pymupdf.Page, random: np.random.Generator, tone: tuple[float, float]) -> bytes:
    """One page as a grey JPEG."""
    picture = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY)
    grey = Image.frombytes("L", (picture.width, picture.height), picture.samples)
    turned = grey.rotate(float(random.uniform(-0.9, 0.9)), resample=Image.Resampling.BICUBIC, fillcolor=250)
    lift, contrast = tone
    values = np.asarray(turned, dtype=float) * contrast + 255 * lift * (1 if contrast < 1 else 0)
    noisy = np.clip(values - 4 + random.normal(0, 3.5, values.shape), 0, 255).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(noisy).save(out, "JPEG", quality=38)
    return out.getvalue()


def _covered(sheet: Sheet, *, remove: bool) -> bytes:
    """The pages with a black box over each patient detail; ``remove`` takes the words away as a redaction should."""
    with pymupdf.open("pdf", sheet.pdf) as document:
        for _, number, words in sheet.identifiers:
            page = document[number - 1]
            for box in page.search_for(words):
                if remove:
                    page.add_redact_annot(box, fill=BLACK)
                else:
                    page.draw_rect(pymupdf.Rect(box.x0 - 1, box.y0, box.x1 + 1, box.y1), color=BLACK, fill=BLACK)
        if remove:
            for page in document:
                page.apply_redactions()
        return bytes(document.tobytes(garbage=3, deflate=True, no_new_id=True))
