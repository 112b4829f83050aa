"""Pages as a copier or a telephone gives them: pictures, with recognised words behind them or none."""

from collections.abc import Collection
from io import BytesIO
from random import Random
from typing import Any, Final

import numpy as np
from PIL import Image, ImageFilter

from .chance import chance
from .typeset import pymupdf

_MISREAD: Final = (("l", "I"), ("1", "l"), ("0", "O"), ("m", "rn"), ("e", "c"), ("S", "5"), (",", "."), ("h", "b"))
_SIGNS: Final = str.maketrans(
    {
        "\u2013": "-",
        "\u2014": "-",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2713": "/",
        "\u2714": "/",
        "\u2022": "-",
        "\u25cf": "O",
        "\u2020": "t",
    }
)


def scanned(document: Any, seed: int, *, layer: bool, only: Collection[int] = ()) -> Any:
    """The same pages as pictures; those of ``only`` (from 1) if any are named, the others as they are."""
    rng = chance("scanner", seed)
    phone = not layer and not only and rng.random() < 0.3
    hand = {
        "dpi": rng.choice((150, 150, 200)),
        "quality": rng.choice((50, 65, 80)),
        "noise": rng.uniform(2, 8),
        "askew": 0.2 if layer else rng.uniform(0.3, 1.3),
    }
    made = pymupdf.open()
    for at, page in enumerate(document, 1):
        if only and at not in only:
            made.insert_pdf(document, from_page=at - 1, to_page=at - 1)
            continue
        sheet = made.new_page(width=page.rect.width, height=page.rect.height)
        sheet.insert_image(sheet.rect, stream=_picture(page, rng, hand, phone=phone))
        if layer:
            _recognised(page, sheet, rng)
    return made


def _picture(page: Any, rng: Random, hand: dict[str, float], *, phone: bool) -> bytes:
    shot = page.get_pixmap(dpi=int(hand["dpi"]), colorspace=pymupdf.csGRAY)
    picture = Image.frombytes("L", (shot.width, shot.height), shot.samples)
    picture = picture.rotate(
        rng.uniform(-hand["askew"], hand["askew"]), resample=Image.Resampling.BICUBIC, fillcolor=250
    )
    grain = np.random.default_rng(rng.getrandbits(32)).standard_normal((shot.height, shot.width), dtype=np.float32)
    shades = np.asarray(picture, dtype=np.float32) * 0.93 + 8
    if phone:
        picture = picture.filter(ImageFilter.GaussianBlur(0.6))
        across = np.linspace(rng.uniform(0.72, 0.9), 1.0, shot.width, dtype=np.float32)
        down = np.linspace(1.0, rng.uniform(0.8, 0.95), shot.height, dtype=np.float32)
        shades = np.asarray(picture, dtype=np.float32) * 0.93 * down[:, None] * across[None, :] + 6
    kept = BytesIO()
    Image.fromarray(np.clip(shades + grain * hand["noise"], 0, 255).astype(np.uint8)).save(
        kept, "JPEG", quality=int(hand["quality"])
    )
    return kept.getvalue()


def _recognised(page: Any, sheet: Any, rng: Random) -> None:
    """Words behind the picture, about one in twenty-five of them misread."""
    writer, font = pymupdf.TextWriter(sheet.rect), pymupdf.Font("helv")
    for x0, y0, x1, y1, word, *_ in page.get_text("words", sort=True):
        said = word.translate(_SIGNS)
        right, wrong = rng.choice(_MISREAD)
        if rng.random() < 0.16:
            said = said.replace(right, wrong, 1)
        wide = font.text_length(said, fontsize=1)
        size = max(2.0, min((y1 - y0) * 0.8, (x1 - x0) / wide if wide else 4.0))
        writer.append((x0, y1 - (y1 - y0) * 0.22), said, font=font, fontsize=size)
    writer.write_text(sheet, render_mode=3)
