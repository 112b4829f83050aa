"""Numbers of places that are said in words: "row three", "the third row", "2nd table"."""

from collections.abc import Sequence
from typing import Final

from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.words import ORDINAL_WORDS, PART_WORDS, SECTION_WORDS

_CARDINALS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_ANNEXED: Final = frozenset({"appendix", "annex", "annexe"})
_UNCOUNTED: Final = frozenset({"min", "mins", "minute", "minutes", "s", "ss", "pt", "ch"})
_PLACES: Final = ((SECTION_WORDS | PART_WORDS) - _UNCOUNTED) | _ANNEXED


def numbers_said(found: Sequence[Token]) -> list[Token]:
    """The tokens with such numbers behind their word, in figures."""
    result: list[Token] = []
    place = 0
    while place < len(found):
        token, after = found[place], found[place + 1] if place + 1 < len(found) else None
        if after is not None and token.low in _PLACES and after.low in _CARDINALS:
            result += [token, _figure(after, _CARDINALS.index(after.low) + 1)]
            place += 2
        elif after is not None and _ordinal(token) and after.low in _PLACES and not _is_counted(found, place):
            word = after._replace(spaced=token.spaced, new_line=token.new_line)
            result += [word, _figure(token, _ordinal(token))]
            place += 2
        else:
            result.append(token)
            place += 1
    return result


def _is_counted(found: Sequence[Token], place: int) -> bool:
    """Whether the word has a number of its own behind it: "second row 4"."""
    return place + 2 < len(found) and found[place + 2].kind is Kind.NUMBER


def _ordinal(token: Token) -> int:
    """The number of "third" and "3rd", 0 for anything else."""
    if token.low in ORDINAL_WORDS:
        return ORDINAL_WORDS.index(token.low) + 1
    digits = token.low[:-2]
    return int(digits) if token.low[-2:] in _ENDINGS and digits.isdecimal() and len(digits) <= 2 else 0  # noqa: PLR2004 - "12th"


def _figure(token: Token, number: int) -> Token:
    return token._replace(kind=Kind.NUMBER, text=str(number), spaced=True, new_line=False)
