"""Wordings of a place in an item as the word that means the same: "bullet point 3", "item 4 of the minutes", "s3"."""

from collections.abc import Mapping, Sequence
from typing import Final

from mrse_assess.intake.cells.said_places import Begun, nothing_begun
from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.cells.year_counted import numbered_through
from mrse_assess.intake.text.words import SECTION_WORDS

_PAIRS: Final = {
    ("bullet", "point"): "bullet",
    ("bullet", "points"): "bullets",
    ("bulleted", "point"): "bullet",
    ("log", "entry"): "entry",
    ("agenda", "item"): "minute",
    ("agenda", "point"): "minute",
    ("slide", "deck"): "slide",
    ("case", "study"): "case",
    ("case", "studies"): "cases",
    ("minute", "ref"): "minute",
    ("minute", "reference"): "minute",
    ("action", "ref"): "action",
}
_OF_MINUTES: Final = frozenset({"minutes", "agenda", "meeting"})
_COUNTED: Final = frozenset({"item", "point", "line", "entry", "paragraph", "section", "minute", "action"})
_OF: Final = frozenset({"of", "in", "on"})
_ARTICLES: Final = frozenset({"the", "those", "these", "its"})
_SUB: Final = 3  # tokens of "sub-section"


def place_worded(
    found: Sequence[Token], abbreviations: Mapping[str, str], begun: Begun = nothing_begun
) -> tuple[Token, ...]:
    """The tokens with such wordings put plainly. ``abbreviations`` are those that the table's legend explains.

    ``begun`` tells the items of which a line begins with the words given.
    """
    found = numbered_through(found, begun)
    result: list[Token] = []
    place = 0
    while place < len(found):
        words, width = _plainly(found, place, abbreviations)
        result.extend(words)
        place += width
    return tuple(result)


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
