"""Pages of invented evidence, drawn for tests: a picture and the words on it, in points."""

import io
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from mrse_assess.model.pages import Word
from mrse_assess.workbench.views import PagePicture

WIDTH, HEIGHT = 595.0, 842.0
BODY = (
    "The device conditions allow a B1+rms of at most 2.0 microtesla at 1.5 T. Three sequences of the standard",
    "protocol exceed it. Following the MHRA Safety Guidelines (v4.3, 2021), section 2.4, the limit was set on",
    "B1+rms and not on the whole-body SAR of the console, which depends on the weight entered.",
    "",
    "Scan time rises by about a third. Image review to follow once ten patients have been scanned.",
    "Radiographers were told to expect a lower signal-to-noise ratio and no further changes are planned",
    "before that review.",
    "",
    "The reduced protocol is stored on scanner B under 'L-spine implant' and is locked. Any change needs the",
    "agreement of the MR Safety Expert and the lead radiographer. A copy of the screens is on page 4.",
)


@dataclass(frozen=True, kw_only=True)
class _Line:
    top: float
    size: float
    text: str


def _lines(title: str, number: int, total: int) -> list[_Line]:
    lines = [
        _Line(top=40, size=10, text="Northmere and Vale Hospitals NHS Foundation Trust, Medical Physics, MR Safety"),
        _Line(top=70, size=17, text=title[:62]),
        _Line(top=100, size=10, text=f"Technical note MR-031, issue 2, 12 March 2024. Page {number} of {total}"),
        _Line(top=118, size=10, text="Prepared by J. Carrow, Clinical Scientist. Reviewed by I. Tallis, Principal."),
        _Line(top=150, size=13, text=f"{number}  Changes to the sequences"),
    ]
    for repeat in range(3):
        lines += [_Line(top=176 + repeat * 200 + row * 17, size=11, text=text) for row, text in enumerate(BODY) if text]
    return lines


def draw(evidence_id: str, title: str, number: int, total: int, dpi: int, *, has_text: bool) -> PagePicture:
    """One page at the resolution asked for; a scan has grey paper and no words."""
    scale = dpi / 72
    paper = "#ffffff" if has_text else "#e9e5da"
    image = Image.new("RGB", (round(WIDTH * scale), round(HEIGHT * scale)), paper)
    pen = ImageDraw.Draw(image)
    words: list[Word] = []
    for row, line in enumerate(_lines(title, number, total)):
        font = ImageFont.load_default(line.size * scale)
        left = 56.0
        for text in line.text.split():
            pen.text((left * scale, line.top * scale), text, font=font, fill="#15191d")
            wide = pen.textlength(text + " ", font=font) / scale
            tight = pen.textlength(text, font=font) / scale
            words.append(Word(left, line.top, left + tight, line.top + line.size * 1.2, text, row // 5, row))
            left += wide
    out = io.BytesIO()
    image.convert("L").save(out, "PNG", compress_level=1)
    return PagePicture(
        evidence_id=evidence_id,
        number=number,
        dpi=dpi,
        media="image/png",
        data=out.getvalue(),
        width=WIDTH,
        height=HEIGHT,
        words=tuple(words) if has_text else (),
        has_text=has_text,
    )
