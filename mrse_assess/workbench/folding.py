"""Text made alike for finding: case, accents, ligatures, hyphens and the kind of quotation mark do not count.

Folding works sign by sign, so a part of a text folds to a part of its folding: no literal match can be lost by it.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

HYPHENS = "-\N{SOFT HYPHEN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"
_BROKEN = re.compile(rf"([{re.escape(HYPHENS)}])\s+")
_INNER_SPACE = re.compile(r"[^\S\n]")
_ALIKE = {
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{LATIN SMALL LETTER O WITH STROKE}": "o",
    "\N{LATIN SMALL LETTER L WITH STROKE}": "l",
    "\N{LATIN SMALL LETTER D WITH STROKE}": "d",
    "\N{LATIN SMALL LETTER AE}": "ae",
    "\N{LATIN SMALL LIGATURE OE}": "oe",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i",
}
"""Letters that Unicode takes for letters of their own, and marks that are typed in one way and printed in another."""
_UNSEEN = ("Mn", "Me", "Cf")  # accents that stand apart, and signs without a width


def folded(word: str) -> str:
    """The word in lower case without accents, hyphens and unseen signs; white space inside becomes single spaces."""
    bare = word.lower().replace("-", "") if word.isascii() else "".join(map(_folded_sign, word))
    return bare if bare.isalnum() else " ".join(bare.split())


def folded_words(words: Sequence[str]) -> list[str]:
    """Each word folded; a page of plain letters in one go."""
    joined = "\n".join(words)
    if joined.isascii() and not _INNER_SPACE.search(joined):
        return joined.lower().replace("-", "").split("\n") if words else []
    return [folded(word) for word in words]


@lru_cache(maxsize=4096)
def _folded_sign(sign: str) -> str:
    if sign in HYPHENS:
        return ""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold())
    kept = (part for part in plain if unicodedata.category(part) not in _UNSEEN and part not in HYPHENS)
    return "".join(_ALIKE.get(part, part) for part in kept)


def folded_phrase(text: str) -> str:
    """The words of a text, folded, with single spaces between them."""
    return " ".join(filter(None, map(folded, text.split())))


def forms(text: str) -> tuple[str, ...]:
    """What to look for when somebody looks for this text: a word broken at a hyphen may be one word or two."""
    return tuple(dict.fromkeys(filter(None, (folded_phrase(text), folded_phrase(_BROKEN.sub(r"\1", text))))))


def ends_broken(word: str) -> bool:
    """Whether the word ends in a hyphen after a letter or digit, as one broken at the end of its line does."""
    return len(word) > 1 and word[-1] in HYPHENS and word[-2].isalnum()
