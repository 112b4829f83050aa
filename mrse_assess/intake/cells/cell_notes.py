"""Notes of a cell, "simulated" in its many words, and the items to which they belong."""

from collections.abc import Sequence
from typing import Final

from mrse_assess.intake.cells.cell_state import CellState
from mrse_assess.intake.cells.drafts import Draft
from mrse_assess.intake.cells.phrases import DENIALS, NO_REAL, NOT_REAL, NOTE_PHRASES, NOTE_WORDS
from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.words import ALL_WORDS, GLUED_ITEM_WORDS, ITEM_WORDS, SIMULATED

_OPENING: Final = frozenset({Kind.SEMICOLON, Kind.COMMA, Kind.AND, Kind.DASH, Kind.COLON})
_MEANS: Final = frozenset({"denotes", "indicates", "means", "marks", "is", "are"})
_PHRASES: Final = {
    first: tuple(phrase for phrase in NOTE_PHRASES if phrase[0] == first)
    for first in sorted({phrase[0] for phrase in NOTE_PHRASES})
}
"""Phrases by their first word: most words of a cell begin none."""

_NEAR: Final = 3  # tokens before a note in which "not" or "both" stands


def note_width(state: CellState, ahead: int = 0) -> int:
    """How many tokens of a note stand there; 0 for none."""
    words = [token.low for token in state.found[state.at + ahead : min(state.at + ahead + 6, state.stop)]]
    first = next((word for word in words if word != "-"), "")
    for phrase in _PHRASES.get(first, ()):
        place = 0
        for word in phrase:
            place += place < len(words) and words[place] == "-"
            if place >= len(words) or words[place] != word:
                break
            place += 1
        else:
            return place
    return 1 if words and words[0] in NOTE_WORDS else 0


def take_note(state: CellState, width: int) -> None:
    """Attach a note to the items that it speaks of."""
    before = state.found[max(0, state.at - _NEAR) : state.at]
    separator, opens = state.separator, state.found[state.at].new_line
    state.pass_over(width)
    state.at += (point := state.peek()) is not None and point.text == "."
    while (token := state.peek()) is not None and token.low in {"only", "case", "exercise", "scenario", "study"}:
        state.at += 1
    if any(token.low in DENIALS for token in before):
        return
    heads = state.kind() is Kind.COLON and (opens or not state.drafts or separator in {Kind.SEMICOLON, Kind.AND})
    if heads or (_stands_before_item(state) and (not state.drafts or separator in _OPENING or opens)):
        _hold(state)
        state.last = "note"
        return
    for draft in _meant(state, {token.low for token in before}):
        draft.notes.append(SIMULATED)
    if not state.drafts:
        _hold(state)


def note_bracket(state: CellState, inside: Sequence[Token]) -> None:
    """The note of a bracket: for the items that it names, for all of them, or for the one before it."""
    low = [token.low for token in inside]
    words = set(low)
    first = next((place for place, word in enumerate(low) if word in NOTE_WORDS), len(low))
    unreal = any(tuple(low[: len(denial)]) == denial for denial in (NOT_REAL, NO_REAL))
    if set(low[:first]) & DENIALS and not unreal:
        return  # "not simulated", unlike "simulated, not a patient"
    ids = {token.text.lstrip("0") for token in inside if token.kind is Kind.NUMBER}
    named = [draft for draft in state.drafts if draft.id in ids]
    for draft in named or _meant(state, words):
        draft.notes.append(SIMULATED)
    state.chain.clear()
    if not state.drafts:
        state.notes.append(SIMULATED)


def take_mark(state: CellState) -> bool:
    """A mark that the table's legend explains: behind an item for that item, right before one for the next."""
    start = state.at
    run = ""
    while (token := state.peek()) is not None and token.kind is Kind.OTHER and (not run or not token.spaced):
        if run and token.text != run[0]:
            break
        run += token.text
        state.at += 1
    if run not in state.known.marks:
        state.at = start
        return False
    if passes_legend(state):
        return True
    after, first = state.peek(), state.found[start]
    before_item = after is not None and not after.spaced and after.kind in {Kind.WORD, Kind.NUMBER}
    if before_item and (first.spaced or not state.drafts):
        state.notes.append(SIMULATED)
    elif state.drafts:
        state.drafts[-1].notes.append(SIMULATED)
    return True


def passes_legend(state: CellState) -> bool:
    """Pass over what the mark before means ("* = simulated"): a legend under the table that the last cell took in."""
    token = state.peek()
    signed = token is not None and (token.text == "=" or (token.text == ":" and _notes_behind(state)))
    explains = signed or (token is not None and token.low in _MEANS)
    if not explains and not note_width(state):
        return False
    state.pass_over(state.stop - state.at)
    return True


def _notes_behind(state: CellState) -> bool:
    """Whether a note stands behind the colon here; behind any other one, "E6*: pp 1-2", stands a place in the item."""
    end = next((place for place in range(state.at + 1, state.stop) if state.found[place].new_line), state.stop)
    return says_note(state, state.at + 1, end)


def says_note(state: CellState, start: int, stop: int) -> bool:
    """Whether a note stands between these places of the cell."""
    return any(note_width(state, place - state.at) for place in range(start, stop))


def _meant(state: CellState, words: set[str]) -> list[Draft]:
    if "both" in words:
        return state.drafts[-2:]
    return state.drafts if words & ALL_WORDS else state.group_of_last()


def _stands_before_item(state: CellState) -> bool:
    token, following = state.peek(), state.peek(1)
    leads = token is not None and token.kind in {Kind.COLON, Kind.DASH}
    if leads:
        token, following = following, state.peek(2)
    if token is None or (token.new_line and not leads):
        return False
    labelled = token.low in ITEM_WORDS | GLUED_ITEM_WORDS and following is not None
    return labelled or token.kind in {Kind.NUMBER, Kind.FILE}


def _hold(state: CellState) -> None:
    """Keep the note for what follows: after a colon for the whole line, else for the next item."""
    if state.kind() is Kind.COLON:
        state.headed.append(SIMULATED)
    else:
        state.notes.append(SIMULATED)
