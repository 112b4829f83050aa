"""Labels in recognised text: "Evldence l2" is "Evidence 12" where such an item is expected."""

import re
from collections.abc import Collection
from typing import Final

from mrse_assess.intake.text.labels import Label, numbered_id, plain
from mrse_assess.intake.text.words import ITEM_WORDS

_LOOKS: Final = str.maketrans("1!|lj05839", "iiiiiosbeg")
_DIGITS: Final = str.maketrans("OoQDlI|!iSsBZzG", "000011111558226")
_TOKEN: Final = re.compile(
    r"\s*(\S{3,12}?)[\s.:#_-]{1,3}(?:[Nn][o0]\.?\s*)?([0-9OoQDlI|!iSsBZzG]{1,3})([a-d]?)(?![^\W_])"
)
_SHORTEST: Final = 4  # letters that a word must have to be known in spite of a slip
_LONG: Final = 6  # letters from which one wrong letter is allowed
_SHAPES: Final = {word.translate(_LOOKS): word for word in ITEM_WORDS if len(word) >= _SHORTEST}


def mended_label(text: str, expected: Collection[str]) -> Label | None:
    """The label that recognised text begins with, slips put right; None unless an item of that label is expected."""
    match = _TOKEN.match(plain(text))
    if match is None:
        return None
    word = meant_word(match.group(1))
    each = numbered_id(match.group(2).translate(_DIGITS), match.group(3)) if word else ""
    if not word or each not in expected:
        return None
    return Label(word, each, match.group().strip(), plain(text)[match.end() :].lstrip(" .:;,)-_|").strip())


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
