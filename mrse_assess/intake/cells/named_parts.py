"""Parts of an item that keep their word: "box 7" and "action 3" behind it, "case 3 of Evidence 7"."""

from typing import Final

from mrse_assess.intake.cells.cell_state import CellState
from mrse_assess.intake.cells.hints import sections_after
from mrse_assess.intake.cells.next_item import INSIDE, item_follows
from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.words import GLUED_ITEM_WORDS, ITEM_WORDS, NUMBER_WORDS, PART_WORDS

_SAME_WORD: Final = 3  # letters
_NEAR: Final = frozenset({Kind.COMMA, Kind.DASH, Kind.COLON})
_PLACED: Final = frozenset({"id", "page", "section"})


def take_named_part(state: CellState, token: Token) -> bool:
    """The "box 7" right after an item, or before one; a word that names items elsewhere may name none here."""
    if _is_clause(state, token):
        return _take_section(state, token)
    if token.low not in PART_WORDS or _names_items(state, token):
        return False
    width = _label_width(state)
    if not width:
        return False
    own = token.low not in ITEM_WORDS
    if own and (item_follows(state, state.known.ids, width) or (not state.drafts and _names_places_only(state))):
        return _take_section(state, token)
    if not state.drafts or token.new_line or state.last not in _PLACED:
        return False
    return (own or state.separator is None) and _take_section(state, token)


def _label_width(state: CellState) -> int:
    """How many tokens the word takes with its number or letter; 0 where none follows."""
    ahead = 1
    while (token := state.peek(ahead)) is not None and (token.text in {".", "#"} or token.low in NUMBER_WORDS):
        ahead += 1
    return ahead + 1 if token is not None and (token.kind is Kind.NUMBER or _is_letter(state, token)) else 0


def _is_clause(state: CellState, token: Token) -> bool:
    """Whether it is the "item 4.2" of an item: no item that exists has a point in its number."""
    number = state.peek(1)
    if token.low not in {"item", "items"} or number is None or number.kind is not Kind.NUMBER or "." not in number.text:
        return False
    beside = state.last == "id" and state.separator in _NEAR | {None} and not token.new_line
    return beside and bool(state.known.ids) and not any("." in each for each in state.known.ids)


def _take_section(state: CellState, token: Token) -> bool:
    state.begin_hint(token)
    section = sections_after(state, ids=state.known.ids)
    if section is None:
        return False
    state.add_section(section)
    return True


def _names_places_only(state: CellState) -> bool:
    """Whether the cell is of a column of places, beside that of the items."""
    return not any(token.low in ITEM_WORDS | GLUED_ITEM_WORDS or token.item is not None for token in state.found)


def _names_items(state: CellState, token: Token) -> bool:
    """Whether the word is the one of the items before, however shortened, or stands behind "in": "p 1 in Att. 4"."""
    before = state.found[state.at - 1] if state.at else None
    same = state.word[:_SAME_WORD] == token.low[:_SAME_WORD] and token.low in ITEM_WORDS
    return token.low == state.word or same or (token.low in ITEM_WORDS and before is not None and before.low in INSIDE)


def _is_letter(state: CellState, token: Token) -> bool:
    """Whether it is a capital that is no item's: "form B"; not the W of "incident W-2022-117"."""
    place = state.found.index(token, state.at)
    dash, number = (*state.found[place + 1 : place + 3], None, None)[:2]
    joined = dash is not None and dash.kind is Kind.DASH and not dash.spaced
    if joined and number is not None and number.kind is Kind.NUMBER and not number.spaced:
        return False
    return len(token.text) == 1 and token.text.isupper() and token.text not in state.known.ids
