"""Wordings of a place in an item as the word that means the same: "bullet point 3", "item 4 of the minutes", "s3"."""

from collections.abc import Mapping, Sequence
from typing import Final

from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.words import PART_WORDS, SECTION_WORDS

_PAIRS: Final = {
    ("bullet", "point"): "bullet",
    ("bullet", "points"): "bullets",
    ("bulleted", "point"): "bullet",
    ("log", "entry"): "entry",
    ("agenda", "item"): "minute",
    ("agenda", "point"): "minute",
    ("slide", "deck"): "slide",
}
_OF_MINUTES: Final = frozenset({"minutes", "agenda", "meeting"})
_COUNTED: Final = frozenset({"item", "point", "line", "entry", "paragraph", "section", "minute", "action"})
_OF: Final = frozenset({"of", "in", "on"})
_ARTICLES: Final = frozenset({"the", "those", "these", "its"})
_LISTED: Final = frozenset({Kind.NUMBER, Kind.COMMA, Kind.AND, Kind.DASH})
_THROUGH: Final = _COUNTED | PART_WORDS | SECTION_WORDS | {"items", "points", "no", "nos"}
_THREE_DIGITS: Final = 3
_SUB: Final = 3  # tokens of "sub-section"


def place_worded(found: Sequence[Token], abbreviations: Mapping[str, str]) -> tuple[Token, ...]:
    """The tokens with such wordings put plainly. ``abbreviations`` are those that the table's legend explains."""
    found = _numbered_through(found)
    result: list[Token] = []
    place = 0
    while place < len(found):
        words, width = _plainly(found, place, abbreviations)
        result.extend(words)
        place += width
    return tuple(result)


def _numbered_through(found: Sequence[Token]) -> list[Token]:
    """The tokens with each "23/041" in one that is the number of a minute or an action, by its year."""
    result: list[Token] = []
    inside, place = False, 0
    while place < len(found):
        token = found[place]
        inside = (inside and (token.kind in _LISTED or token.text == ".")) or token.low in _THROUGH
        if inside and _is_of_year(found[place : place + 3]):
            last = found[place + 2]
            result.append(token._replace(text=f"{token.text}/{last.text}", end=last.end))
            place += 3
            continue
        result.append(token)
        place += 1
    return result


def _is_of_year(three: Sequence[Token]) -> bool:
    """Whether a year, a stroke and a number of three digits, or one with a nought before it, are written together."""
    if len(three) < _SUB or any(token.spaced for token in three[1:]) or three[1].text not in {"/", "-"}:
        return False
    year, number = three[0].text, three[2].text
    if not year.isdecimal() or not number.isdecimal() or len(year) not in {2, 4}:
        return False
    return len(number) == _THREE_DIGITS or (len(number) > 1 and number.startswith("0"))


def _plainly(found: Sequence[Token], place: int, abbreviations: Mapping[str, str]) -> tuple[list[Token], int]:
    """What stands there in plain words, and how many tokens that takes the place of."""
    token = found[place]
    low = [each.low for each in found[place : place + 5]]
    if (word := _PAIRS.get((low[0], low[1] if len(low) > 1 else ""))) is not None:
        return [_as_word(token, word)], 2
    if low[0] == "sub" and len(low) >= _SUB and low[1] == "-" and low[2] in SECTION_WORDS:
        return [_as_word(token, low[2])], _SUB
    if (counted := _counted(found, place, low)) is not None:
        return counted
    if token.kind is Kind.WORD and (glued := _glued(token, abbreviations)):
        return glued, 1
    number = place + 1 < len(found) and found[place + 1].kind is Kind.NUMBER
    short = {**abbreviations, "q": "question"}
    if token.kind is Kind.WORD and number and low[0] in short:
        return [_as_word(token, short[low[0]])], 1
    return [token], 1


def _counted(found: Sequence[Token], place: int, low: Sequence[str]) -> tuple[list[Token], int] | None:
    """The "row 3" of "line 3 of the table", the "minute 4" of "item 4 of the minutes"."""
    if low[0] not in _COUNTED or len(low) < 4 or found[place + 1].kind is not Kind.NUMBER or low[2] not in _OF:  # noqa: PLR2004 - a word, a number, "of" and what of
        return None
    end = 4 if low[3] in _ARTICLES and len(low) > 4 else 3  # noqa: PLR2004 - with the article
    if low[end] in {"table", "log", "register"} and low[0] in {"line", "entry", "item"}:
        return [_as_word(found[place], "row"), found[place + 1]], end + 1
    if low[end] in _OF_MINUTES:
        return [_as_word(found[place], "minute"), found[place + 1]], end + 1
    return None


def _glued(token: Token, abbreviations: Mapping[str, str]) -> list[Token]:
    """The "s" and the "E" of "sE", a section by its letter."""
    head, letter = token.text[:-1], token.text[-1:]
    if not letter.isupper() or not head.islower() or head not in {*abbreviations, "s"}:
        return []
    word = _as_word(token, abbreviations.get(head, "section"))._replace(end=token.end - 1)
    return [word, token._replace(text=letter, start=token.end - 1, spaced=False, new_line=False)]


def _as_word(token: Token, word: str) -> Token:
    return token._replace(kind=Kind.WORD, text=word)
