"""Characters that must not reach a file: they break XML, or make text read differently from what it is."""

from typing import Final
from unicodedata import category

REPLACEMENT: Final = "\u25a1"  # an empty square: a reader sees that something stood there (U+FFFD has no text in a PDF)

_BLANKS: Final = frozenset("\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_JOINERS: Final = frozenset("\u200c\u200d")  # some scripts cannot be written without them
_NOT_CHARACTERS: Final = frozenset("\ufffd\ufffe\uffff")
_CONTROL, _FORMAT, _SURROGATE = "Cc", "Cf", "Cs"


def clean(text: str) -> str:
    """The text on one line, single-spaced, with forbidden and reordering characters shown as a mark.

    Control characters, lone surrogates and non-characters are not allowed in XML; format characters, such as those that
    reorder or hide text, could make a letter read differently on screen than in a search.
    """
    return " ".join("".join(map(_safe, text)).split())


def _safe(character: str) -> str:
    if character in _BLANKS:
        return " "
    kind = category(character)
    if kind in (_CONTROL, _SURROGATE) or character in _NOT_CHARACTERS:
        return REPLACEMENT
    return REPLACEMENT if kind == _FORMAT and character not in _JOINERS else character
