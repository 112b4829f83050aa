"""What the fonts of a PDF made here say their signs mean. Runs in the worker.

The library writes a character beyond U+FFFF (emoji, mathematical letters, rare ideographs) as one number where the
format wants two UTF-16 units, and reads something else out of it again. The maps are put right here.
"""
# mypy: disable-error-code="no-untyped-call"
# The PDF library carries no types for most of its calls.

import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pymupdf

_RANGE = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]{4})> <([0-9a-f]{5,6})>")
_SINGLE = re.compile(rb"(?m)^<([0-9a-f]{4})> <([0-9a-f]{5,6})>$")
_BLOCK = re.compile(rb"\d+ beginbfrange\n(.*?)endbfrange", re.DOTALL)
_MOST_IN_BLOCK = 100  # entries, by the format


def repair_unicode_maps(document: "pymupdf.Document") -> None:
    """Write characters beyond U+FFFF in the maps of all fonts as the format wants them."""
    seen = set()
    for number in range(document.page_count):
        for font in document.get_page_fonts(number):
            kind, value = document.xref_get_key(font[0], "ToUnicode")
            if kind == "xref" and value not in seen:
                seen.add(value)
                _repair(document, int(value.split()[0]))


def _repair(document: "pymupdf.Document", xref: int) -> None:
    content = document.xref_stream(xref) or b""
    repaired = _repaired(content)
    if repaired != content:
        document.update_stream(xref, repaired)


def _repaired(content: bytes) -> bytes:
    """The map with every character beyond U+FFFF as two units.

    A range counts up in the last byte only, so one that would pass its end becomes single entries.
    """
    singles = _SINGLE.sub(lambda found: b"<%b> <%b>" % (found[1], _units(int(found[2], 16))), content)
    return _BLOCK.sub(_block, singles)


def _block(found: "re.Match[bytes]") -> bytes:
    lines: list[bytes] = []
    for line in found[1].splitlines():
        wide = _RANGE.fullmatch(line)
        lines.extend(_entries(*(int(part, 16) for part in wide.groups())) if wide else [line])
    blocks = (lines[at : at + _MOST_IN_BLOCK] for at in range(0, len(lines), _MOST_IN_BLOCK))
    return b"".join(b"%d beginbfrange\n%b\nendbfrange\n" % (len(block), b"\n".join(block)) for block in blocks).rstrip()


def _entries(first: int, last: int, character: int) -> list[bytes]:
    units = _units(character)
    if int(units[-2:], 16) + last - first <= 0xFF:  # noqa: PLR2004 - a byte
        return [b"<%04x> <%04x> <%b>" % (first, last, units)]
    return [b"<%04x> <%04x> <%b>" % (code, code, _units(character + code - first)) for code in range(first, last + 1)]


def _units(character: int) -> bytes:
    """The character as UTF-16 units in hexadecimal; beyond what Unicode holds, as the sign for unknown ones."""
    return (chr(character) if character <= sys.maxunicode else "\ufffd").encode("utf-16-be", "replace").hex().encode()
