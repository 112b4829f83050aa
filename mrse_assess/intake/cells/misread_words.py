"""Words that text recognition or typing slips spoilt: "Evldence", "pagc", "Evidance", "AppendixB", "3and 4"."""

import re
from typing import Final

from mrse_assess.intake.cells.phrases import MARKED_WORDS, NOTE_WORDS

_SHORTEST: Final = 4  # letters; shorter words are other words with one letter changed
_LONG: Final = 7  # letters of a word in which one may be wrong
_SAME: Final = str.maketrans({"l": "i", "|": "i", "1": "i", "0": "o", "e": "c"})
_SAID: Final = MARKED_WORDS | NOTE_WORDS
_NEAR: Final = ("evidence", "document", "appendix", "attachment", "exhibit", "reference", "section", "paragraph")
_GLUED: Final = re.compile(
    r"(?<=\d)(?=(?:pp|pgs?|pages?|and|sections?|sect?|paras?|paragraph|table|figure|fig)\b|to(?:\b|(?=\d))|[ps]\.?\s*\d)"
    r"|(?<=\band)(?=[A-Z][a-z]{0,8}\.?\s?\d)|(?<=\bAppendix)(?=[A-Z]\b)|(?<=\bAnnex)(?=[A-DF-Z]\b)|(?<=\bExhibit)(?=[A-Z]\b)"
)


def _folded(word: str) -> str:
    """A form in which letters that look alike are the same."""
    return word.replace("rn", "m").translate(_SAME)


_FOLDED: Final = {_folded(word): word for word in sorted(_SAID) if len(word) >= _SHORTEST}


def spaced_out(text: str) -> str:
    """The text with the spaces that were lost between a number and the word after it, or a word and its letter."""
    return _GLUED.sub(" ", text)


def right_word(text: str) -> str | None:
    """The item, page or section word that the text is with letters mixed up; None where it is one, or is none."""
    low = text.lower()
    if low in _SAID or len(low) < _SHORTEST:
        return None
    folded = _FOLDED.get(_folded(low))
    if folded is not None:
        return folded
    if len(low) < _LONG or not low.isalpha():
        return None
    return next((word for word in _NEAR if _one_off(low, word)), None)


def _one_off(text: str, word: str) -> bool:
    """Whether one letter is wrong, missing or too many, or two neighbours are exchanged. Plurals are words."""
    if text.startswith(word) or abs(len(text) - len(word)) > 1:
        return False
    ends = min(len(text), len(word))
    start = next((i for i, (one, other) in enumerate(zip(text, word, strict=False)) if one != other), ends)
    if len(text) != len(word):
        longer, shorter = (text, word) if len(text) > len(word) else (word, text)
        return longer[:start] + longer[start + 1 :] == shorter
    exchanged = word[:start] + word[start + 1 : start + 2] + word[start : start + 1] + word[start + 2 :]
    return text[start + 1 :] == word[start + 1 :] or text == exchanged
