"""Characters that no font of the layout can draw: named instead, so that nothing is lost in silence. Worker only."""
# mypy: disable-error-code="no-untyped-call"
# The PDF library carries no types for most of its calls.

import functools
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pymupdf

_FIRST_DOUBTFUL = 0x250  # the letters before are in every font
_NAMED = frozenset("LNS")  # letters, numbers and symbols; marks and controls have no look of their own
_UNNAMED = frozenset({"Sk"})  # such as the shade of an emoji before it


def drawable(text: str) -> str:
    """The text with every character that cannot be drawn as its name in brackets, such as "[magnet]"."""
    if text.isascii():
        return text
    return "".join(character if ord(character) < _FIRST_DOUBTFUL else _drawable(character) for character in text)


@functools.lru_cache(maxsize=4096)
def _drawable(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] not in _NAMED or category in _UNNAMED or _font().has_glyph(ord(character), fallback=True):
        return character
    return f"[{unicodedata.name(character, f'character U+{ord(character):04X}').lower()}]"


@functools.lru_cache(maxsize=1)
def _font() -> "pymupdf.Font":
    import pymupdf

    return pymupdf.Font("helv")
