"""Labels in recognised text: "Evldence l2" is "Evidence 12" where such an item is expected."""

import re
from collections.abc import Collection
from typing import Final

from mrse_assess.intake.text.labels import Label, numbered_id, plain
from mrse_assess.intake.text.words import ITEM_WORDS

_LOOKS: Final = str.maketrans("1!|lj05839", "iiiiiosbeg")
_DIGITS: Final = str.maketrans("OoQDlI|!iSsBZzG", "000011111558226")
_TOKEN: Final = re.compile(
    r"\s*(\S{3,12}?)[\s.:#_-]{1,3}(?:[Nn][o0]\.?\s*)?([0-9OoQDlI|!iSsBZzG]{1,3}(?:\s?[.,\u00b7]\s?[0-9OoQDlI|!iSsBZzG]{1,2})?)"
    r"([a-d]?)(?![^\W_])"
)
_POINT: Final = re.compile(r"\s?[.,\u00b7]\s?")
_ROMAN_TOKEN: Final = re.compile(r"\s*(\S{3,12}?)[\s.:#_-]{1,3}([IVXvxl1|!]{1,6})(?![^\W_|])")
_STROKES: Final = re.compile(r"[IVXvxl1|!]{1,6}")
_ROUND: Final = re.compile(r"[l1|!]")
_SHORTEST: Final = 4  # letters that a word must have to be known in spite of a slip
_LONG: Final = 6  # letters from which one wrong letter is allowed
_SHAPES: Final = {word.translate(_LOOKS): word for word in ITEM_WORDS if len(word) >= _SHORTEST}


def mended_label(text: str, expected: Collection[str]) -> Label | None:
    """The label that recognised text begins with, slips put right; None unless an item of that label is expected."""
    text = plain(text)
    match = _ROMAN_TOKEN.match(text)
    each = meant_roman(match.group(2), expected) if match is not None else ""
    if not each and (match := _TOKEN.match(text)) is not None:
        digits = _POINT.sub(".", match.group(2)).translate(_DIGITS)
        each = numbered_id(digits, match.group(3))
    word = meant_word(match.group(1)) if match is not None else None
    if match is None or not word or each not in expected:
        return None
    return Label(word, each, match.group().strip(), text[match.end() :].lstrip(" .:;,)-_|").strip())


def meant_roman(text: str, expected: Collection[str]) -> str:
    """The Roman numeral that recognised text stands for, where an item bears it and none the text as it is; else ""."""
    if not _STROKES.fullmatch(text) or text in expected or text.lstrip("0") in expected:
        return ""
    numeral = _ROUND.sub("I", text.replace("v", "V").replace("x", "X"))
    return numeral if numeral in expected and numeral != text else ""


def meant_word(text: str) -> str | None:
    """The word before a label that the text looks like: letters and digits of one shape count as equal."""
    shape = text.lower().strip(".:,").translate(_LOOKS)
    exact = _SHAPES.get(shape)
    if exact or len(shape) < _LONG:
        return exact
    return next(
        (word for other, word in _SHAPES.items() if len(word) >= _LONG and _one_letter_apart(shape, other)), None
    )


def _one_letter_apart(first: str, second: str) -> bool:
    if len(first) == len(second):
        return sum(one != other for one, other in zip(first, second, strict=True)) == 1
    longer, shorter = sorted((first, second), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )
