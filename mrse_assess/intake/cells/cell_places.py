"""Places said in words, as hints of the item beside them: a heading, a dated e-mail, "the third page"."""

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.cells.cell_state import CellState
from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.labels import squeezed


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
    """Whether it is a heading of the item named last."""
    own = state.known.headings.get(state.drafts[-1].id, frozenset()) if state.drafts else frozenset[str]()
    return squeezed(token.text) in {squeezed(each) for each in own}


def _has_number(state: CellState) -> bool:
    """Whether the section read last was said by its number or letter."""
    said = state.drafts[-1].sections if state.drafts and state.drafts[-1].sections else state.sections
    return bool(said) and (said[-1][:1].isdigit() or len(said[-1]) == 1)


def _pass_words(state: CellState, token: Token) -> None:
    """Words that only describe the item before them, or say nothing."""
    if state.drafts and state.last == "id" and state.separator in {None, Kind.DASH, Kind.COLON}:
        state.pass_over()
        state.last, state.separator = "id", None
    else:
        state.leave(token)
