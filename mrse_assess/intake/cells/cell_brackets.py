"""Brackets of a cell: hints for the item before them, pages as bare numbers, parts of an item, notes, or words."""

import re
from typing import Final

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.cells.cell_letters import take_part
from mrse_assess.intake.cells.cell_notes import note_bracket, passes_legend, says_note
from mrse_assess.intake.cells.cell_state import SEPARATORS, CellState
from mrse_assess.intake.cells.hints import pages_after
from mrse_assess.intake.cells.phrases import MARKED_WORDS
from mrse_assess.intake.cells.place_words import roman_value
from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.words import LETTERED_WORDS, NUMBER_WORDS, PART_WORDS, SECTION_WORDS, SIMULATED

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PARTS: Final = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "a", "b", "c", "d", "e", "f"})


def take_bracket(state: CellState) -> None:
    """Read an opening bracket, and what it holds where that is no reference of its own."""
    close = next((place for place in range(state.at + 1, state.stop) if _closes(state.found[place])), state.stop)
    inside = state.found[state.at + 1 : close]
    if _take_mark(state, inside, close) or _take_part(state, inside, close):
        return
    numbers = bool(inside) and all(_is_page_part(token) for token in inside) and not _YEAR.fullmatch(inside[0].text)
    noted = says_note(state, state.at + 1, close) or [token.low for token in inside] == ["mock"]
    if noted and _names_drafts(state, inside):
        note_bracket(state, inside)
    elif (numbers and _names_items(state)) or any(_says_where(state, place) for place in range(state.at + 1, close)):
        state.at += 1  # the words inside are read like any others
        state.in_brackets = bool(state.drafts)
        return
    elif numbers and state.last != "prose":
        state.at += 1
        sign = None if state.known.paged else Sign.PAGE_BRACKETED
        state.add_pages(pages_after(state, bare=False, word=False) or "", sign)
    elif noted:
        note_bracket(state, inside)
    _pass_rest(state, close)


def _names_items(state: CellState) -> bool:
    """Whether numbers alone in a bracket are items: "(7)", and each of "[5], [6]"."""
    opening = state.found[state.at]
    if opening.text == _listed_in(state) and state.separator in SEPARATORS and not state.in_brackets:
        first = state.peek(1)
        return first is None or not state.known.ids or first.text.lstrip("0") in state.known.ids  # "[2], p 1; [9]"
    return not state.drafts or (opening.text == "[" == state.found[0].text and state.last == "id" and state.bare_style)


def _listed_in(state: CellState) -> str:
    """The bracket in which a cell begins with a number alone, as with the first of a list: "(3), (9)"; "" for none."""
    first, *rest = state.found[:3]
    if first.text == "[":
        return "["
    alone = [token.kind for token in rest] == [Kind.NUMBER, Kind.CLOSE]
    return first.text if first.kind is Kind.OPEN and alone else ""


def _pass_rest(state: CellState, close: int) -> None:
    """Pass over what is left of the bracket: a title or a remark, kept in the cell's raw text."""
    state.pass_over(min(close + 1, state.stop) - state.at)
    state.last, state.separator = ("id" if state.drafts else state.last), None


def _take_mark(state: CellState, inside: tuple[Token, ...], close: int) -> bool:
    """The (S) that the table's legend explains, for the item before it."""
    if close >= state.stop or len(inside) != 1 or not state.drafts:
        return False
    written = f"{state.found[state.at].text}{inside[0].low}{state.found[close].text}"
    if written not in state.known.marks and inside[0].low not in state.known.marks:
        return False
    state.at = close + 1
    if not passes_legend(state):
        state.drafts[-1].notes.append(SIMULATED)
    return True


def _take_part(state: CellState, inside: tuple[Token, ...], close: int) -> bool:
    """The (i) or (a) right after an item; as the number of a line of the cell it is passed over."""
    if len(inside) != 1 or inside[0].low not in _PARTS or not inside[0].text.islower():
        return False
    opening = state.found[state.at]
    state.at = close + 1
    counts = [token.low for token in state.found[:3]] in (["(", "i", ")"], ["(", "a", ")"])
    if not opening.new_line and not counts and state.drafts and state.last in {"id", "section", "page"}:
        take_part(state, inside[0].low)
    return True


def _names_drafts(state: CellState, inside: tuple[Token, ...]) -> bool:
    """Whether every number of the bracket is an item that the cell has just named with others."""
    numbers = {token.text.lstrip("0") for token in inside if token.kind is Kind.NUMBER}
    return bool(numbers) and len(state.drafts) > 1 and numbers <= {draft.id for draft in state.drafts}


def _says_where(state: CellState, place: int) -> bool:
    """Whether an item, a page or a section is named at this place of the cell."""
    token = state.found[place]
    rest = state.found[place + 1 : place + 5]
    after = next(
        (each for each in rest if each.text not in {".", ",", "#", ":"} and each.low not in NUMBER_WORDS), None
    )
    number = after is not None and (after.kind is Kind.NUMBER or after.text.rstrip("f").isdecimal())
    lettered = token.low in LETTERED_WORDS | SECTION_WORDS | PART_WORDS and after is not None and _is_letter(after)
    return (
        token.kind is Kind.FILE
        or token.item is not None
        or (token.low in MARKED_WORDS | PART_WORDS and number)
        or lettered
    )


def _is_letter(token: Token) -> bool:
    return (len(token.text) == 1 and token.text.isupper()) or roman_value(token.text) > 0


def _closes(token: Token) -> bool:
    return token.kind is Kind.CLOSE


def _is_page_part(token: Token) -> bool:
    return (token.kind is Kind.NUMBER and token.text.isdecimal()) or token.kind in {Kind.DASH, Kind.COMMA, Kind.AND}
