"""Places said in words, as hints of the item beside them: a heading, a dated e-mail, "the third page"."""

from typing import Final

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.cells.cell_numbers import token_id
from mrse_assess.intake.cells.cell_state import CellState
from mrse_assess.intake.cells.next_item import INSIDE
from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.labels import squeezed

_FAR: Final = 8  # tokens between a place and the item it is in


def take_place(state: CellState, token: Token) -> None:
    """A place said in words; the heading of a section whose number was said adds nothing to it."""
    if token.repaired and not _is_own(state, token):
        _pass_words(state, token)
        return
    numbered = state.last == "section" and state.separator in {None, Kind.COMMA, Kind.DASH, Kind.COLON}
    if token.item == "section" and numbered and _has_number(state):
        state.at += 1
        return
    state.begin_hint(token)
    state.at += 1
    if token.item == "page":
        state.add_pages(token.text, Sign.ORDINAL)
    else:
        state.add_section(token.text)


def _is_own(state: CellState, token: Token) -> bool:
    """Whether it is a heading of the item named last, or of the one that follows after "of", or begins a line of it."""
    meant, headings = _meant(state), state.known.headings
    own = {squeezed(text) for each in headings if _is_called(each, meant) for text in headings[each]}
    return squeezed(token.text) in own or any(_is_called(each, meant) for each in state.known.begun(token.text))


def _is_called(evidence_id: str, meant: str) -> bool:
    """Whether the item bears the label: several do where each folder counts anew."""
    return meant in {evidence_id, evidence_id.rpartition("/")[2]}


def _meant(state: CellState) -> str:
    """The item that a place at the cursor is in, "" for none."""
    inside = next((ahead for ahead in range(1, _FAR) if (each := state.peek(ahead)) and each.low in INSIDE), None)
    if state.is_for_next(1) and inside is not None:
        after = [state.peek(inside + ahead) for ahead in range(1, _FAR)]
        named = next((each for each in after if each is not None and _may_name(each)), None)
        return "" if named is None else named.item or _as_id(named)
    return state.drafts[-1].id if state.drafts else ""


def _may_name(token: Token) -> bool:
    return token.item is not None or token.kind is Kind.NUMBER or (len(token.text) == 1 and token.text.isupper())


def _as_id(token: Token) -> str:
    return token_id(token) if token.kind is Kind.NUMBER else token.text


def _has_number(state: CellState) -> bool:
    """Whether the section read last was said by its number or letter."""
    said = state.sections or (state.drafts[-1].sections if state.drafts else [])
    return bool(said) and (said[-1][:1].isdigit() or len(said[-1]) == 1)


def _pass_words(state: CellState, token: Token) -> None:
    """Words that only describe the item before them, or say nothing."""
    if state.drafts and state.last == "id" and state.separator in {None, Kind.DASH, Kind.COLON}:
        state.pass_over()
        state.last, state.separator = "id", None
    else:
        state.leave(token)
