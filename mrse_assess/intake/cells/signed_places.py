"""Numbers behind an item that a sign sets apart: the page of "E3@4" and "E3 -> 4", the time in "E7 @ 2:30"."""

import re
from typing import Final

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.cells.cell_state import CellState
from mrse_assess.intake.cells.hints import pages_after
from mrse_assess.intake.cells.tokens import Kind, Token, is_dashed
from mrse_assess.intake.text.words import ARROW

_POINTING: Final = re.compile(r"(?:[@>\u203a\u00bb" + ARROW + r"]|(?:\.\s?){2,}|\u2026+)\s*$")
_REACH: Final = 200  # characters before a number in which its sign stands
_SIXTIETHS: Final = re.compile(r"[0-5]\d[smh]?", re.IGNORECASE)


def take_signed_place(state: CellState, token: Token) -> bool:
    """The number behind such a sign, or a time, as a place of the item named last; whether it is one."""
    return _take_time(state, token) or _take_page(state, token)


def _take_time(state: CellState, token: Token) -> bool:
    """Leave "2:30" and "1:02:30" behind an item that bears a word: neither an item nor a page, and to be looked at."""
    worded = bool(state.drafts) and state.drafts[-1].labelled
    width = _time_width(state)
    if not worded or not width or token.new_line:
        return False
    state.pass_over(width - 1)
    state.leave(state.found[state.at])
    state.last, state.separator = "id", None
    return True


def _time_width(state: CellState) -> int:
    """How many tokens a time takes that begins at the cursor; 0 where none does."""
    width = 1
    while (colon := state.peek(width)) is not None and (number := state.peek(width + 1)) is not None:
        glued = colon.kind is Kind.COLON and not (colon.spaced or number.spaced)
        if not glued or not _SIXTIETHS.fullmatch(number.text):
            break
        width += 2
    first = state.peek()
    return width if width > 1 and first is not None and first.text.isdecimal() else 0


def _take_page(state: CellState, token: Token) -> bool:
    """The 4 of "E3@4", "E3 .... 4": a page of an item that bears a word, in doubt as it might be the next item."""
    before = state.text[max(0, token.start - _REACH) : token.start]
    if state.last != "id" or state.bare_style or not state.drafts or not token.text.isdecimal():
        return False
    pointing = _POINTING.search(before)
    if pointing is None or is_dashed(state.found, state.at):
        return False
    sign = Sign.ARROW if ARROW in pointing.group() else Sign.PAGE_LISTED
    state.begin_hint(token)
    state.add_pages(pages_after(state, bare=True, word=False) or "", sign)
    return True
