"""Numbers of minutes and actions counted through a year, "22/21" and "2023-014", as one number instead of two."""

from collections.abc import Sequence
from typing import Final

from mrse_assess.intake.cells.said_places import Begun, nothing_begun
from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.words import NUMBER_WORDS, PART_WORDS, SECTION_WORDS

_ONE: Final = frozenset({"minute", "min", "action", "item", "entry", "log", "incident", "decision", "point", "matter"})
"""Words, in the singular, of what is counted through a year: two numbers after one of them are one."""

_BEFORE: Final = (
    _ONE | PART_WORDS | SECTION_WORDS | NUMBER_WORDS | frozenset({"items", "points", "actions", "decisions", "matters"})
)
_PASSED: Final = frozenset({"ref", "refs", "reference", "."})
_LISTED: Final = frozenset({Kind.NUMBER, Kind.COMMA, Kind.AND, Kind.DASH})
_YEARS: Final = (range(10, 40), range(1990, 2040))
_THREE_DIGITS: Final = 3
_WRITTEN: Final = 3  # tokens: a year, a stroke and a number


def numbered_through(found: Sequence[Token], begun: Begun = nothing_begun) -> list[Token]:
    """The tokens with each such number in one. ``begun`` tells the items of which a line begins with it."""
    result: list[Token] = []
    inside, alone, year, place = False, False, "", 0
    while place < len(found):
        token = found[place]
        if token.low in _BEFORE:
            inside, alone, year = True, token.low in _ONE, ""
        else:
            inside = inside and (token.kind in _LISTED or token.low in _PASSED)
        three = found[place : place + _WRITTEN]
        if inside and _are_together(three) and (_is_one(three, begun, alone=alone) or three[0].text == year):
            year, last = three[0].text, three[2]
            result.append(token._replace(text=f"{year}/{last.text}", end=last.end))
            place += _WRITTEN
            continue
        result.append(token)
        place += 1
    return result


def _are_together(three: Sequence[Token]) -> bool:
    """Whether two figures, the first of two or four digits, are written together with a stroke or dash."""
    if len(three) < _WRITTEN or any(token.spaced for token in three[1:]) or three[1].text not in {"/", "-"}:
        return False
    year, number = three[0].text, three[2].text
    return year.isdecimal() and number.isdecimal() and len(year) in {2, 4}


def _is_one(three: Sequence[Token], begun: Begun, *, alone: bool) -> bool:
    """Whether the two are one number: by its digits, by the word in the singular before it, or as the item has it."""
    year, number = three[0].text, three[2].text
    if len(number) == _THREE_DIGITS or (len(number) > 1 and number.startswith("0")):
        return True
    if not any(int(year) in years for years in _YEARS) or three[1].text != "/":
        return False
    return alone or len(year) > len(number) or bool(begun(f"{year}/{number}"))
