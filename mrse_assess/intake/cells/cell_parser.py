"""A walk over the tokens of a reference cell, with the ids that exist to decide what numbers mean."""

from typing import Final

from mrse_assess.intake.cells.cell import CellReading, Known, Sign
from mrse_assess.intake.cells.cell_brackets import take_bracket
from mrse_assess.intake.cells.cell_letters import (
    belongs_to_last,
    is_lettered,
    letter_after,
    take_bare_letter,
    take_letters,
)
from mrse_assess.intake.cells.cell_notes import note_width, take_mark, take_note
from mrse_assess.intake.cells.cell_numbers import number_follows, take_ids, take_number, token_id
from mrse_assess.intake.cells.cell_places import take_place
from mrse_assess.intake.cells.cell_state import CellState
from mrse_assess.intake.cells.drafts import Draft, reference_of
from mrse_assess.intake.cells.hints import pages_after, sections_after
from mrse_assess.intake.cells.named_parts import take_named_part
from mrse_assess.intake.cells.other_documents import follows_other, leads_to_other, listed_on
from mrse_assess.intake.cells.phrases import DENIALS, EXCEPT, FOLDER_WORDS, LEADING, MARKED_WORDS, PAGE_PLACES, denies
from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.labels import file_id
from mrse_assess.intake.text.words import (
    ALL_WORDS,
    BLANK_BEGINNINGS,
    FILLER_WORDS,
    GLUED_ITEM_WORDS,
    ITEM_WORDS,
    NUMBER_WORDS,
    PAGE_WORDS,
    PAGES_WORDS,
    SECTION_WORDS,
)

_SKIPPED: Final = frozenset({Kind.COMMA, Kind.SEMICOLON, Kind.AND, Kind.COLON, Kind.DASH, Kind.OTHER, Kind.CLOSE})
_VERSIONS: Final = frozenset({"v", "ver", "version", "rev", "revision"})
_SHARED_OUT: Final = frozenset({"respectively", "resp"})
_SILENT: Final = FILLER_WORDS | NUMBER_WORDS | ALL_WORDS | DENIALS | LEADING


def parse(found: tuple[Token, ...], known: Known, text: str) -> CellReading:
    """What the tokens say. Every step takes at least one token, so that the walk ends."""
    state = CellState(found, known, text)
    while (token := state.peek()) is not None:
        before, named = state.at, len(state.drafts)
        _step(state, token)
        if len(state.drafts) > named:
            state.pass_title()
        if state.at == before:  # whatever is not understood is passed over, never looped on
            state.leave(token)
    return _result(state, text)


def _step(state: CellState, token: Token) -> None:
    if token.new_line or token.kind is Kind.SEMICOLON:
        state.headed = []
    if token.kind is Kind.OPEN:
        take_bracket(state)
    elif token.kind in _SKIPPED:
        _skip(state, token)
    elif token.kind is Kind.FILE:
        _take_file(state, token)
    elif token.kind is Kind.TITLE:
        _take_title(state, token)
    elif token.kind is Kind.PLACE:
        take_place(state, token)
    elif token.kind is Kind.NUMBER:
        take_number(state, token)
    elif token.kind is Kind.WORD:
        _take_word(state, token)
    else:
        state.pass_over()
        state.last, state.separator = "prose", None


def _skip(state: CellState, token: Token) -> None:
    """Separators and signs. A sign with a digit in it is text that could not be read."""
    if token.kind is Kind.OTHER and take_mark(state):
        return
    if any(character.isdigit() for character in token.text):
        state.leave(token)
        return
    state.in_brackets = state.in_brackets and token.kind is not Kind.CLOSE
    if token.kind is Kind.CLOSE and state.drafts:
        state.last = "id"  # what follows the bracket stands to the item, not to the hint inside
    elif token.kind is not Kind.OTHER or state.separator is None:
        state.separator, state.separator_text = token.kind, token.text
    state.at += 1


def _take_word(state: CellState, token: Token) -> None:
    if token.low in EXCEPT and _except(state):
        return
    if token.low in _VERSIONS and _pass_version(state):
        return
    if token.low in _SHARED_OUT and state.share_out():
        state.at += 1
        return
    if _take_folder(state, token) or take_named_part(state, token) or _take_item_word(state, token):
        return
    if _take_hint(state, token):
        return
    if width := note_width(state):
        take_note(state, width)
    elif token.low in _SILENT or (token.low in PAGE_PLACES and state.last == "page"):
        state.at += 1
    elif not take_bare_letter(state, token):
        state.leave(token)


def _pass_version(state: CellState) -> bool:
    """Pass over the number of a document's version: "v2.3", "Rev. 4"."""
    width = 2 if (point := state.peek(1)) is not None and point.text == "." else 1
    number = state.peek(width)
    if number is None or number.kind is not Kind.NUMBER or state.found[state.at].text == "V":
        return False
    state.pass_over(width + 1)
    state.last, state.separator = "prose", None
    return True


def _except(state: CellState) -> bool:
    """Pass over what is taken out: "E5 (except pages 3-4)", "but not E7"."""
    following, number = state.peek(1), state.peek(2)
    if following is None or number is None or following.low not in MARKED_WORDS or number.kind is not Kind.NUMBER:
        return False
    state.at += 1
    if following.low not in PAGE_WORDS | PAGES_WORDS or pages_after(state, bare=False) is None:
        out = token_id(number) if following.low in ITEM_WORDS | GLUED_ITEM_WORDS else ""
        state.drafts = [draft for draft in state.drafts if draft.id != out]
        state.pass_over(2)
    return True


def _take_hint(state: CellState, token: Token) -> bool:
    start = state.at
    state.begin_hint(token)
    if token.low in PAGE_WORDS | PAGES_WORDS and (
        pages := pages_after(state, bare=state.bare_style, ids=state.known.ids)
    ):
        repaired = any(each.repaired for each in state.found[start : state.at])
        if not _is_elsewhere(state, start, pages):
            state.add_pages(pages, Sign.RECOGNISED if repaired else None)
        return True
    if token.low in SECTION_WORDS and (section := sections_after(state, ids=state.known.ids)):
        if not _is_elsewhere(state, start, section):
            state.add_section(section)
        return True
    return False


def _is_elsewhere(state: CellState, start: int, place: str) -> bool:
    """Whether the place is one of a document that was not sent; it is understood, and a hint of no item."""
    if not (follows_other(state, start) or leads_to_other(state)):
        return False
    state.passed.append(place)
    state.pass_over(2 * listed_on(state) if leads_to_other(state) else 0)
    state.last, state.separator = "prose", None
    return True


def _take_folder(state: CellState, token: Token) -> bool:
    """The folder of "Folder 2/Doc 4", which tells items of the same label apart."""
    number, separator, following = state.peek(1), state.peek(2), state.peek(3)
    if token.low not in FOLDER_WORDS or number is None or number.kind is not Kind.NUMBER:
        return False
    if separator is None or separator.text not in {"/", "\\", ",", ":", ">", "-"} or following is None:
        return False
    if following.low not in ITEM_WORDS | GLUED_ITEM_WORDS and following.kind is not Kind.NUMBER:
        return False
    state.folder = token_id(number)
    state.pass_over(3)
    state.separator = Kind.SEMICOLON
    return True


def _take_item_word(state: CellState, token: Token) -> bool:
    """A word such as "Evidence" with the labels after it."""
    if belongs_to_last(state, token):
        return True
    lettered = is_lettered(state, token)
    if not lettered and not _numbered(state, token):
        return False
    state.word, state.opens_line = token.low, token.new_line
    following, letter = state.peek(1), letter_after(state, token)
    glued = following is None or not following.spaced
    state.at += 1
    if lettered and letter:
        take_letters(state, letter)
        return True
    while (here := state.peek()) is not None and here.kind is not Kind.NUMBER:
        state.at += 1
    before = len(state.drafts)
    take_ids(state, labelled=True, glued=glued)
    if token.repaired:
        for draft in state.drafts[before:]:
            draft.signs.add(Sign.RECOGNISED)
    return True


def _numbered(state: CellState, token: Token) -> bool:
    return token.low in ITEM_WORDS | GLUED_ITEM_WORDS and number_follows(state, 1)


def _take_file(state: CellState, token: Token) -> None:
    state.at += 1
    names = (token.low, "".join(token.low.split()))
    found = next((state.known.files[name] for name in names if name in state.known.files), None)
    written = "".join(token.text.splitlines())
    if found is None:
        state.passed.append(written)  # the numbers of a name that no file bears
    broken = Sign.STRAY if written != token.text else Sign.UNKNOWN  # where its lines join is a guess
    state.add(found or file_id(written), labelled=True, signs=() if found else {broken})


def _take_title(state: CellState, token: Token) -> None:
    """A title: it describes the item right before it, or names its own; another quotation says nothing."""
    described = state.drafts and state.last == "id" and state.separator in {None, Kind.DASH, Kind.COLON}
    if described and not (token.new_line and token.item):
        state.pass_over()
        state.last, state.separator = "id", None
    elif token.item is None:
        state.leave(token)
    else:
        state.at += 1
        state.add(token.item, labelled=True, signs={Sign.BY_TITLE if token.repaired else Sign.TITLED})


def _is_blank(text: str) -> bool:
    return text.strip().lower().startswith(BLANK_BEGINNINGS) or denies(text)


def _hand_back(draft: Draft, kept: list[Draft], lost: list[str]) -> None:
    """The hints of a number that was part of a title, to the item with that title."""
    if not kept:
        lost.extend((*draft.pages, *draft.sections))
        return
    kept[-1].pages.extend(draft.pages)
    kept[-1].sections.extend(draft.sections)
    kept[-1].notes.extend(draft.notes)


def _result(state: CellState, text: str) -> CellReading:
    """What was read; numbers after words of a title count only where such an item exists."""
    labelled = any(draft.labelled for draft in state.drafts)
    kept, lost = list[Draft](), list[str]()
    for draft in state.drafts:
        if draft.after_words and (labelled or draft.id not in state.known.ids):
            lost.append(draft.id)
            _hand_back(draft, kept, lost)
        else:
            kept.append(draft)
    return CellReading(
        references=tuple(reference_of(draft) for draft in kept),
        blank=not (kept or state.loose or state.pages) and _is_blank(text),
        loose_pages=(*state.loose, *state.pages),
        loose_sections=tuple(state.sections),
        codes=tuple(dict.fromkeys(state.codes)),
        notes=tuple(state.notes),
        leftover=(*state.leftover, *lost),
        passed=tuple(state.passed),
    )
