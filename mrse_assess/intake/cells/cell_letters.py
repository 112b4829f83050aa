"""Letters of a cell: "Appendix B", "Annexes B-D", "A3", "Evidence IV", "4a, b", "E7 (i) and (ii)"."""

from typing import Final

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.cells.cell_state import SEPARATORS, CellState
from mrse_assess.intake.cells.hints import sections_after
from mrse_assess.intake.cells.phrases import MARKED_WORDS, NOTE_WORDS
from mrse_assess.intake.cells.place_words import roman, roman_value
from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.labels import lettered_id
from mrse_assess.intake.text.words import (
    GLUED_ITEM_WORDS,
    ITEM_WORDS,
    LETTERED_WORDS,
    NUMBER_WORDS,
    PAGE_WORDS,
    PAGES_WORDS,
    SECTION_WORDS,
)

_LONGEST: Final = 6  # letters of a Roman numeral
_SMALL_NUMERALS: Final = frozenset({"i", "v", "x"})
_PARTS_OF_ITEMS: Final = LETTERED_WORDS - {"exhibit", "exhibits", "exh", "ex"}
_SINGLE: Final = frozenset({"annex", "annexe", "appendix", "app", "appx"})
_TABS: Final = frozenset({"tab", "tabs"})
_BESIDE: Final = frozenset({"id", "page", "section", "prose"})
_SMALL: Final = frozenset({Kind.COMMA, Kind.DASH, Kind.OPEN, Kind.CLOSE, Kind.COLON, Kind.NUMBER})
_WEAK: Final = frozenset({None, Kind.COMMA, Kind.COLON, Kind.DASH, Kind.OTHER})
_PAGE_WIDTH: Final = 9  # tokens of "on pages 12 to 14,"
_ENGLISH: Final = frozenset({"A", "I"})
_PHYSICS: Final = frozenset({"T1", "T2", "B0", "B1", "T3"})
"""What looks like a label with a letter and belongs to the field."""


def letter_at(state: CellState, ahead: int) -> str | None:
    """The lettered label that stands there ("B", "B2", "IV"), or None."""
    token = state.peek(ahead)
    if token is None or token.kind is not Kind.WORD or len(token.text) > _LONGEST:
        return None
    if token.text.islower():
        return token.text.upper() if len(token.text) > 1 and roman_value(token.text.upper()) else None
    if not token.text.isupper() or (len(token.text) > 1 and not roman_value(token.text)):
        return None
    width, digits = _digits(state, ahead)
    if width and not digits.strip("0"):
        return token.text + digits  # no label counts from nought: it stays as it is written
    return lettered_id(token.text, digits) if width else token.text.upper()


def is_lettered(state: CellState, word: Token) -> bool:
    """Whether a letter after this item word is a label: always after "Appendix", else where such an item exists."""
    letter = letter_after(state, word)
    if letter is None or word.low not in ITEM_WORDS | GLUED_ITEM_WORDS:
        return False
    if word.low in LETTERED_WORDS or letter in state.known.ids or str(roman_value(letter)) in state.known.ids:
        return True
    if state.known.ids and not any(each.isalpha() and each.isupper() for each in state.known.ids):
        return False
    return word.low in ITEM_WORDS and len(word.low) > 1 and _stands_alone(state, letter)


def letter_after(state: CellState, word: Token) -> str | None:
    """The lettered label after the item word at the cursor; "Appendix v" too, where items bear Roman numerals."""
    token = state.peek(1)
    if token is None or token.text not in _SMALL_NUMERALS or word.low not in LETTERED_WORDS:
        return letter_at(state, 1)
    numbered = any(len(each) > 1 and roman_value(each) for each in state.known.ids)
    return token.text.upper() if numbered or not state.known.ids else None


def take_letters(state: CellState, first: str) -> None:
    """A letter at the cursor, or a range of letters."""
    state.at += 1 + _digits(state, 0)[0]
    ids = [first]
    dash, end = state.peek(), letter_at(state, 1)
    if dash is not None and dash.kind is Kind.DASH and end and len(end) == len(first) == 1 and end > first:
        ids = [chr(code) for code in range(ord(first), ord(end) + 1)]
        state.at += 2
    elif dash is not None and dash.kind is Kind.DASH and end and 0 < roman_value(first) < roman_value(end):
        ids = [roman(value) for value in range(roman_value(first), roman_value(end) + 1)]
        state.at += 2
    signs = {Sign.RANGE} if len(ids) > 1 else set()
    state.group += 1
    for each in ids:
        known = _known_form(state, each)
        other = {Sign.OTHER_FORM} if known != each else set()
        state.add(known, labelled=True, signs=signs | other, grouped=True)


def take_bare_letter(state: CellState, token: Token) -> bool:
    """A letter without a word before it: "4a, b", or an item B that exists."""
    previous = state.drafts[-1].id if state.drafts and state.last == "id" else ""
    if roman_value(previous) and roman_value(token.text.upper()) and state.separator in SEPARATORS:
        take_letters(state, token.text.upper())  # "Appendices i, ii and v"
        return True
    single = len(token.text) == 1
    beside = f"{previous[:-1]}{token.low}"
    page = token.low in PAGE_WORDS | SECTION_WORDS and beside not in state.known.ids  # "4b, p. iii"
    if single and token.text.islower() and previous[-1:].isalpha() and state.separator in SEPARATORS and not page:
        state.at += 1
        state.add(beside, labelled=state.drafts[-1].labelled)
        return True
    letter = letter_at(state, 0)
    if letter is None or token.text.islower() or _is_english(state, token):
        return False
    listed = state.last == "id" and state.separator in SEPARATORS and any(each.id.isalpha() for each in state.drafts)
    numbered = not state.known.ids and letter[-1:].isdecimal() and letter not in _PHYSICS and state.last != "prose"
    if not (letter in state.known.ids or listed or numbered):
        return False
    take_letters(state, letter)
    if not (listed and state.drafts[-1].labelled):
        state.drafts[-1].signs.add(Sign.BARE)
    return True


def belongs_to_last(state: CellState, token: Token) -> bool:
    """In "Evidence 7, Appendix B" a part of item 7, where no item B exists; "its Appendix 2" is one whatever exists."""
    own = _is_own(state)
    part = letter_at(state, 1) or _number_at(state, 1)
    if token.low in _TABS and _is_table(state):
        state.begin_hint(token)
        state.add_section(f"table {(sections_after(state, ids=state.known.ids))}")
        return True
    if token.low not in _PARTS_OF_ITEMS or part is None:
        return False
    pointed = (point := state.peek(1)) is not None and point.text == "."
    width = 2 + pointed if part[:1].isdecimal() else 2 + _digits(state, 1)[0]
    if not (_leads_to_next(state, width) and _is_of_next(state, token, part, width)) and not own:
        if not state.drafts or state.last not in _BESIDE:
            return False
        if not _is_beside(state, token, part) or not _is_no_item(state, part):
            return False
    state.begin_hint(token)
    if (named := sections_after(state, ids=state.known.ids)) is None:
        state.at += width
    state.add_section(named or part)
    return True


def _is_table(state: CellState) -> bool:
    """Whether "Tab. 2" beside an item that is no tab is a table of it."""
    beside = state.separator not in {Kind.SEMICOLON, Kind.AND} or state.in_brackets
    other = bool(state.drafts) and bool(state.word) and state.word not in _TABS
    pointed = (point := state.peek(1)) is not None and point.text == "."
    if _number_at(state, 1) is not None and _leads_to_next(state, 2 + pointed):
        return True
    return other and beside and _number_at(state, 1) is not None and not state.found[state.at].new_line


def _leads_to_next(state: CellState, ahead: int) -> bool:
    """Whether "in Evidence 7" follows, with at most the part's page in between."""
    end = ahead
    while (token := state.peek(end)) is not None and end - ahead < _PAGE_WIDTH:
        if token.low in {"in", "of", "from"}:
            return state.is_for_next(end)
        small = token.kind in _SMALL or token.text in {".", "/"}
        if not small and token.low not in PAGE_WORDS | PAGES_WORDS | NUMBER_WORDS | {"on", "at"}:
            return False
        end += 1
    return False


def _is_of_next(state: CellState, token: Token, part: str, width: int) -> bool:
    """Whether the part is no item, whatever is labelled so: "Appendix 2 of E7", where the item has another word."""
    if part not in state.known.ids:
        return True
    inside, word = state.peek(width), state.peek(width + 1)
    named = word is not None and word.low in ITEM_WORDS | GLUED_ITEM_WORDS and word.low[:1] != token.low[:1]
    return named and inside is not None and inside.low in {"of", "in"}


def _is_own(state: CellState) -> bool:
    """Whether "its" stands before the word."""
    return state.at > 0 and state.found[state.at - 1].low in {"its", "own"}


def _number_at(state: CellState, ahead: int) -> str | None:
    token = state.peek(ahead)
    if token is not None and token.text == "." and not token.spaced:
        token = state.peek(ahead + 1)
    return token.text if token is not None and token.kind is Kind.NUMBER and token.text.isdecimal() else None


def _is_beside(state: CellState, token: Token, part: str) -> bool:
    """Whether nothing stronger than a comma, a bracket or a line's end separates the word from the item."""
    weak = state.separator in _WEAK or state.separator_text in {"/", "|"}
    if part[:1].isdecimal():  # a number is nearly always an item's, where items bear no word of their own
        worded = bool(state.drafts) and state.drafts[-1].labelled and bool(state.word)
        near = {None, Kind.COLON, Kind.COMMA, Kind.DASH} if worded and token.low in _SINGLE else {None, Kind.COLON}
        return state.separator in near and not token.new_line
    return weak and (not token.new_line or bool(state.known.ids))


def _is_no_item(state: CellState, part: str) -> bool:
    """Whether the part can be no item: none is labelled so, or a number after an item that has another word."""
    named = {*state.known.ids, *(draft.id for draft in state.drafts)}
    if part[:1].isdecimal():
        return state.word not in _PARTS_OF_ITEMS and part not in {draft.id for draft in state.drafts}
    letters = [each for each in named if each.isalpha() and each.isupper()]
    return not letters or (not roman_value(part) and all(map(roman_value, letters)))


def take_part(state: CellState, part: str) -> None:
    """The (i) of "E7 (i)": an item of its own where 7i exists, else a section of item 7."""
    last = state.drafts[-1]
    stem = last.id if last.id + part in state.known.ids else last.id.rstrip("abcdefghiv")
    if stem + part in state.known.ids:
        if not last.sections and not last.pages and last.id == stem:
            state.drafts.pop()
        state.add(stem + part, labelled=last.labelled)
        return
    last.sections.append(part)
    state.last, state.separator = "section", None


def _is_english(state: CellState, token: Token) -> bool:
    """Whether "I" or "A" is the word and no label: the sentence goes on after it ("I rely on ...")."""
    after = state.peek(1)
    goes_on = after is not None and after.kind is Kind.WORD and after.spaced and after.text.islower()
    return token.text in _ENGLISH and goes_on and not _leads_to_page(state)


def _leads_to_page(state: CellState) -> bool:
    """Whether a page's word and its number follow: "Local rules A p 3"."""
    word, *rest = (state.peek(ahead) for ahead in (1, 2, 3))
    number = next((each for each in rest if each is not None and each.text != "."), None)
    return (
        word is not None and word.low in PAGE_WORDS | PAGES_WORDS and number is not None and number.kind is Kind.NUMBER
    )


def _known_form(state: CellState, letter: str) -> str:
    """The label as the item that exists bears it: item 4 for "Appendix IV" where there is no item IV."""
    value = roman_value(letter)
    if letter in state.known.ids or not value or str(value) not in state.known.ids:
        return letter
    return str(value)


def _stands_alone(state: CellState, letter: str) -> bool:
    """Whether nothing follows the letter that would make it the first word of a title ("Evidence A list of ...")."""
    after = state.peek(2 + bool(letter[-1:].isdecimal()))
    if after is None or after.kind is not Kind.WORD or after.new_line:
        return True
    return after.low in MARKED_WORDS | NOTE_WORDS or (len(letter) > 1 and roman_value(letter) > 0)


def _digits(state: CellState, ahead: int) -> tuple[int, str]:
    """Digits written onto the letter there ("B2", "B-2" where such an item exists): how many tokens, and which."""
    token, first, second = state.peek(ahead), state.peek(ahead + 1), state.peek(ahead + 2)
    if token is None or first is None or first.spaced:
        return 0, ""
    if first.kind is Kind.NUMBER:
        return 1, first.text
    if first.text not in {"-", "."} or second is None or second.spaced or second.kind is not Kind.NUMBER:
        return 0, ""
    return (2, second.text) if lettered_id(token.text, second.text) in state.known.ids else (0, "")
