"""Phrases of several words that mean one: "as well as", "Section 3 of the portfolio", "Appx. B", "§§2 and 3"."""

from collections.abc import Sequence
from typing import Final

from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.words import GLUED_ITEM_WORDS, ITEM_WORDS, NUMBER_WORDS, SECTION_WORDS

_AND: Final = (
    *(("as", "well", "as"), ("together", "with"), ("along", "with"), ("in", "addition", "to"), ("in", "addition")),
    *(("in", "combination", "with"), ("in", "conjunction", "with"), ("combined", "with"), ("additionally",)),
    *(("supported", "by"), ("supplemented", "by"), ("further", "to"), ("but", "also")),
)
"""Phrases that join two items."""

_JOIN_FROM: Final = frozenset(phrase[0] for phrase in _AND)

_WHOLE: Final = frozenset({"portfolio", "bundle", "submission", "dossier", "folder", "binder"})
"""What is sent as a whole: a section of it is an item."""

_SECTIONS: Final = SECTION_WORDS & frozenset(
    {"section", "sections", "sec", "secs", "sect", "sects", "part", "parts", "chapter", "\u00a7", "\u00a7\u00a7"}
)
_ADJECTIVES: Final = frozenset({"supporting", "supp", "supplementary", "additional", "attached", "enclosed"})
_ARTICLES: Final = frozenset({"the", "my", "this", "our", "evidence", "mrse"})
_TEXTS: Final = frozenset({"text", "document", "report", "policy", "procedure", "minutes", "letter", "agenda"})
_JOINED: Final = frozenset({Kind.COMMA, Kind.AND, Kind.DASH})
_ITEM: Final = "item"
_FAR: Final = 12  # tokens of a list of sections


def worded(found: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with each such phrase as one token, and without the points of abbreviations before a letter."""
    result: list[Token] = []
    place = 0
    while place < len(found):
        token = found[place]
        if width := _joins(found, place):
            result.append(token._replace(kind=Kind.AND, text="and", end=found[place + width - 1].end))
        elif (width := _adjective(found, place)) > 0:
            found = _without(found, place, width)
            width = 0
        elif _is_bracketed(found, place):
            result.extend((token, found[place + 2]._replace(new_line=False)))
            width = 4
        elif _is_clause(found, place):
            result.append(token._replace(text="clause"))
            width = 1
        elif (named := _section_of_whole(found, place)) is not None:
            kept, width = named
            result.extend(kept)
        elif (width := _whole_section(found, place)) or (width := _run_of_signs(found, place)):
            text = _ITEM if token.low in _WHOLE else token.text * width
            result.append(token._replace(kind=Kind.WORD, text=text, end=found[place + width - 1].end))
        else:
            result.append(token)
            width = 1 + _before_letter(found, place)
        place += width
    return tuple(result)


def _adjective(found: Sequence[Token], place: int) -> int:
    """The width of "Supporting" or "Supp." before an item word, else 0."""
    if found[place].low not in _ADJECTIVES:
        return 0
    after = place + 1
    while after < len(found) and found[after].text == ".":
        after += 1
    return after - place if after < len(found) and found[after].low in ITEM_WORDS else 0


def _without(found: Sequence[Token], place: int, width: int) -> list[Token]:
    """The tokens without some, whose place in the line the next one takes."""
    gone, after = found[place], found[place + width]
    return [
        *found[:place],
        after._replace(spaced=True, new_line=gone.new_line or after.new_line),
        *found[place + width + 1 :],
    ]


def _joins(found: Sequence[Token], place: int) -> int:
    """How many tokens of a phrase that joins stand there."""
    if found[place].low not in _JOIN_FROM:
        return 0
    low = [token.low for token in found[place : place + 3]]
    return next((len(phrase) for phrase in _AND if tuple(low[: len(phrase)]) == phrase), 0)


def _whole_section(found: Sequence[Token], place: int) -> int:
    """The width of "Portfolio section" before a number, else 0."""
    if found[place].low not in _WHOLE or place + 2 >= len(found) or found[place + 1].low not in _SECTIONS:
        return 0
    after = next((token for token in found[place + 2 :] if token.text != "." and token.low not in NUMBER_WORDS), None)
    return 2 if after is not None and after.kind is Kind.NUMBER else 0


def _section_of_whole(found: Sequence[Token], place: int) -> tuple[list[Token], int] | None:
    """The "item 3, 4" of "sections 3 and 4 of the portfolio", and the width of that; None where there is none."""
    if found[place].low not in _SECTIONS:
        return None
    end = place + 1
    while end < min(len(found), place + _FAR) and _is_of_list(found[end]):
        end += 1
    numbers = any(token.kind is Kind.NUMBER for token in found[place + 1 : end])
    stop = _of_whole(found, end) if numbers else 0
    return ([found[place]._replace(text=_ITEM), *found[place + 1 : end]], stop - place) if stop else None


def _is_of_list(token: Token) -> bool:
    return token.kind is Kind.NUMBER or token.kind in _JOINED or token.text in {".", "#"} or token.low in NUMBER_WORDS


def _is_bracketed(found: Sequence[Token], place: int) -> bool:
    """Whether the word's number stands in brackets of its own: "Evidence [7]"."""
    if found[place].low not in ITEM_WORDS:
        return False
    return [token.kind for token in found[place + 1 : place + 4]] == [Kind.OPEN, Kind.NUMBER, Kind.CLOSE]


def _is_clause(found: Sequence[Token], place: int) -> bool:
    """Whether the word begins "item 2.3 of the text" or "agenda item 5", which are no items of evidence."""
    if found[place].low != "item":
        return False
    if place and found[place - 1].low in {"agenda", "minute", "minutes", "action"}:
        return True
    behind = [token.low for token in found[place + 2 : place + 5]]
    return behind[:2] == ["of", "the"] and not _TEXTS.isdisjoint(behind[2:])


def _of_whole(found: Sequence[Token], place: int) -> int:
    """Where "of the portfolio" ends that stands there, else 0."""
    if place >= len(found) or found[place].low not in {"of", "in", "from"}:
        return 0
    place += 1
    while place < len(found) and found[place].low in _ARTICLES:
        place += 1
    return place + 1 if place < len(found) and found[place].low in _WHOLE else 0


def _run_of_signs(found: Sequence[Token], place: int) -> int:
    """The width of a run of section signs, which is one word in the plural; 0 for a single one."""
    end = place
    while end < len(found) and found[end].text in {"\u00a7", "\u00b6"} and found[end].text == found[place].text:
        end += 1
    return end - place if end - place > 1 else 0


def _before_letter(found: Sequence[Token], place: int) -> int:
    """How many tokens stand between an item word and the letter that is its label: "App. F", "Ev. no. IV"."""
    if found[place].low not in ITEM_WORDS | GLUED_ITEM_WORDS:
        return 0
    after = place + 1
    while after < len(found) and (found[after].text in {".", ":", "#"} or found[after].low in NUMBER_WORDS):
        after += 1
    if after >= len(found) or after == place + 1 or found[after].new_line:
        return 0
    token = found[after]
    lettered = token.kind is Kind.WORD and token.text.isupper() and set(token.text) <= set("IVX") | {token.text[0]}
    return after - place - 1 if lettered else 0
