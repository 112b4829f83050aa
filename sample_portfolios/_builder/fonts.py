"""Fonts for the sample documents that look like an office's: made from what the pinned packages carry.

PyMuPDF carries bare CFF outlines of metric-compatible faces; typst reads OpenType only, so each is wrapped. No font of
the machine is used: the same bytes come out everywhere.
"""

import io
from pathlib import Path

import matplotlib as mpl
import pymupdf
from fontTools.agl import toUnicode
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import newTable

FACES = {
    "helv": ("Office Sans", "Regular"),
    "hebo": ("Office Sans", "Bold"),
    "heit": ("Office Sans", "Italic"),
    "hebi": ("Office Sans", "Bold Italic"),
    "tiro": ("Office Serif", "Regular"),
    "tibo": ("Office Serif", "Bold"),
    "tiit": ("Office Serif", "Italic"),
    "tibi": ("Office Serif", "Bold Italic"),
    "cour": ("Office Mono", "Regular"),
    "cobo": ("Office Mono", "Bold"),
}


def matplotlib_fonts() -> Path:
    """The folder of DejaVu and STIX faces that matplotlib carries."""
    return Path(mpl.get_data_path()) / "fonts" / "ttf"


def write_office_fonts(folder: Path) -> None:
    """Writes one OpenType file for each face into ``folder``."""
    for code, (family, style) in FACES.items():
        (folder / f"{code}.otf").write_bytes(_opentype(pymupdf.Font(code).buffer, family, style))


def _opentype(cff_bytes: bytes, family: str, style: str) -> bytes:
    """Wraps a bare CFF font as OpenType: character map, widths and names are taken from its glyph names."""
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(cff_bytes), None, isCFF2=False)
    top = fonts[0]
    names = list(top.charset)
    metrics = {name: _metrics(top.CharStrings, name) for name in names}
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(_character_map(names))
    builder.font["CFF "] = newTable("CFF ")
    builder.font["CFF "].cff = fonts
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=905, descent=-212)
    builder.setupNameTable({"familyName": family, "styleName": style, "psName": f"{family}-{style}".replace(" ", "")})
    bold, italic = "Bold" in style, "Italic" in style
    builder.setupOS2(
        sTypoAscender=728,
        sTypoDescender=-210,
        usWinAscent=905,
        usWinDescent=212,
        usWeightClass=700 if bold else 400,
        fsSelection=(0x20 if bold else 0) | (0x01 if italic else 0) or 0x40,
        sxHeight=519,
        sCapHeight=716,
    )
    builder.setupPost(italicAngle=-12 if italic else 0, isFixedPitch=int("Mono" in family))
    builder.font["head"].macStyle = (1 if bold else 0) | (2 if italic else 0)
    out = io.BytesIO()
    builder.font.save(out)
    return out.getvalue()


def _metrics(strings: object, name: str) -> tuple[int, int]:
    """Advance width and left side bearing of one glyph, in font units."""
    glyph = strings[name]  # type: ignore[index]
    pen = BoundsPen(strings)
    glyph.draw(pen)
    return round(glyph.width), round(pen.bounds[0]) if pen.bounds else 0


def _character_map(names: list[str]) -> dict[int, str]:
    """Code point to glyph name, with the few that documents need and the outlines name differently."""
    found = {ord(text): name for name in names if len(text := toUnicode(name)) == 1}
    for alias, source in ((0x00A0, 0x20), (0x2011, 0x2D), (0x00B5, 0x03BC), (0x03BC, 0x00B5)):
        if alias not in found and source in found:
            found[alias] = found[source]
    return found
