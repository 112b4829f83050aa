"""Numbers of a cell: labels of items, ranges of them, pages of the item before, or codes of other rows.

The ids that exist decide what a number means; where they leave it open a :class:`Sign` says so.
"""

from typing import Final

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.cells.cell_state import SEPARATORS, CellState
from mrse_assess.intake.cells.hints import pages_after, sections_after
from mrse_assess.intake.cells.phrases import MARKED_WORDS, POINTED, POINTERS, ROW_WORDS, UNITS
from mrse_assess.intake.cells.ranges import expand
from mrse_assess.intake.cells.signed_places import take_signed_place
from mrse_assess.intake.cells.tokens import Kind, Token, is_dashed, is_dashed_list
from mrse_assess.intake.text.labels import numbered_id
from mrse_assess.intake.text.words import (
    ARROW,
    FILLER_WORDS,
    GLUED_ITEM_WORDS,
    ITEM_WORDS,
    NUMBER_WORDS,
    PAGE_WORDS,
    PAGES_WORDS,
    PART_WORDS,
)

_YEAR_DIGITS: Final = 4
_NEXT: Final = 2  # tokens on from an id: what stands right after its dash
_SHORTEST_THING: Final = 4  # letters
_NEAR: Final = 5  # tokens between a word and its number


def take_number(state: CellState, token: Token) -> None:
    """Read a number that has no word of its own."""
    if take_signed_place(state, token):
        return
    if _is_count_of_pages(state):
        state.pass_over(2)
    elif _is_year(state, token) or _is_quantity(state) or _is_underlined(state, token):
        state.leave(token)
    elif _is_enumerator(state):
        state.pass_over()
    elif _is_page_of_last(state):
        state.begin_hint(token)
        state.add_pages(pages_after(state, bare=True, word=False) or "", Sign.PAGE_BARE)
    elif state.last == "id" and state.separator is Kind.DASH and not is_dashed(state.found, state.at):
        state.leave(token)  # "7 - 3 T scanner": a title that begins with a number
    elif _is_numbered(state) and state.separator is not None:
        take_ids(state, labelled=True, glued=False)  # "no. 3, section 2 + no. 10"
    elif state.last == "section" and state.separator in {Kind.COMMA, Kind.AND} and not state.bare_style:
        state.begin_hint(token)
        state.add_section(sections_after(state, word=False) or "")
    elif state.last == "page" and _lists_pages(state):
        state.add_pages(pages_after(state, bare=True, word=False) or "", Sign.PAGE_LISTED)
    else:
        take_ids(state, labelled=_is_numbered(state), glued=False)


def _lists_pages(state: CellState) -> bool:
    """Whether a number after a page is another: after a comma or "and", where items bear a word in the singular."""
    if state.bare_style or state.separator is Kind.COMMA:
        return not (state.bare_style or _has_own_page(state))
    joined = state.separator is Kind.AND and state.separator_text != "/"
    return joined and bool(state.drafts) and not _has_own_place(state) and not state.word.endswith("s")


def _has_own_place(state: CellState) -> bool:
    """Whether a page, a section or a number in brackets follows: "E7 p 3 and 9 (p 4)"; the next item is none."""
    ahead = 2 if state.kind(1) in {Kind.OPEN, Kind.COLON, Kind.DASH} else 1
    place, number = state.peek(ahead), state.peek(ahead + 1)
    if place is None or place.new_line:
        return False
    marked = place.low in MARKED_WORDS - ITEM_WORDS - GLUED_ITEM_WORDS
    named = number is not None and (number.kind is Kind.NUMBER or number.text == ".")
    return (marked and named) or (ahead > 1 and place.kind is Kind.NUMBER and state.kind(1) is not Kind.DASH)


def _has_own_page(state: CellState) -> bool:
    """Whether the number is an item's that has a page behind it, as the one before: the 9 of "Items 7 p 3, 9 p 4"."""
    number, word, page = state.peek(), state.peek(1), state.peek(2)
    if number is None or word is None or page is None or token_id(number) not in state.known.ids:
        return False
    point = page.text == "." and state.kind(3) is Kind.NUMBER
    return word.low in PAGE_WORDS | PAGES_WORDS and (point or page.kind is Kind.NUMBER)


def _is_numbered(state: CellState) -> bool:
    """Whether "#", "no." or "nos." stands before the number, which is an item's then."""
    before = [token for token in state.found[max(0, state.at - 2) : state.at] if token.text != "."]
    return bool(before) and (before[-1].text == "#" or before[-1].low in NUMBER_WORDS)


def number_follows(state: CellState, ahead: int) -> bool:
    """Whether a number follows, with at most "no.", another item word and punctuation in between."""
    for step in range(ahead, ahead + _NEAR):
        token = state.peek(step)
        if token is None:
            return False
        if token.kind is Kind.NUMBER:
            return True
        small = token.kind in {Kind.OTHER, Kind.DASH, Kind.COLON} and not token.new_line and not token.text.isalnum()
        if not (small or token.low in NUMBER_WORDS or token.low in ITEM_WORDS):
            return False
    return False


def take_ids(state: CellState, *, labelled: bool, glued: bool) -> None:
    """An id, or a range of ids, at the cursor."""
    token = state.peek()
    if token is None or token.kind is not Kind.NUMBER:
        return
    first, end = token_id(token), _range_end(state, labelled=labelled)
    if end is not None and (ids := expand(first, token_id(end) if end.kind is Kind.NUMBER else end.low)):
        _take_range(state, ids, end, labelled=labelled)
        return
    state.at += 1
    _take_one(state, first, token, labelled=labelled, glued=glued)


def token_id(token: Token) -> str:
    """The id that a number token is."""
    suffix = token.text[-1] if token.text[-1].isalpha() else ""
    return numbered_id(token.text.removesuffix(suffix) if suffix else token.text, suffix)


def _is_year(state: CellState, token: Token) -> bool:
    year = token.text.isdecimal() and len(token.text) == _YEAR_DIGITS
    return year and numbered_id(token.text) not in state.known.ids


def _is_quantity(state: CellState) -> bool:
    """Whether a unit follows: "1.5 T" and "2 W/kg" are words of a title, and so is "3.0" with its unit a line below."""
    number, unit = state.peek(), state.peek(1)
    if number is not None and number.text.endswith("T") and token_id(number) not in state.known.ids:
        return True
    if number is None or unit is None or unit.text in state.known.ids:
        return False
    if unit.text not in UNITS:
        return _counts_things(state, number, unit)
    return not unit.new_line or ("." in number.text and number.text not in {*state.known.ids, *state.known.codes})


def _is_count_of_pages(state: CellState) -> bool:
    """The 2 of "E4, 2 pages": how many there are."""
    unit, after = state.peek(1), state.peek(2)
    if (
        unit is None
        or unit.low not in PAGE_WORDS | PAGES_WORDS
        or unit.new_line
        or not state.drafts
        or state.bare_style
    ):
        return False
    named = after is not None and (after.kind in {Kind.NUMBER, Kind.OPEN, Kind.COLON} or after.text in {".", "#"})
    return not named and (after is None or after.low not in NUMBER_WORDS)


def _is_underlined(state: CellState, token: Token) -> bool:
    """The 1 of "E4_1", which is a part of a label that no item bears, and no other item."""
    before = state.found[state.at - 1] if state.at else None
    return before is not None and before.text == "_" and not before.spaced and not token.spaced


def _counts_things(state: CellState, number: Token, thing: Token) -> bool:
    """Whether a number says how many: "2 colleagues", in a cell where items bear a word before their numbers."""
    worded = bool(state.drafts) and state.drafts[-1].labelled and bool(state.word)
    plural = len(thing.text) > _SHORTEST_THING and thing.text.islower() and thing.text.endswith("s")
    said = plural and thing.kind is Kind.WORD and thing.spaced and not thing.new_line
    return worded and said and number.text.isdecimal() and thing.low not in MARKED_WORDS | PART_WORDS | FILLER_WORDS


def _is_enumerator(state: CellState) -> bool:
    """The 1 of "1. Evidence 7" counts the lines of the cell."""
    token, following, after = state.peek(), state.peek(1), state.peek(2)
    if _counts_on(state):
        return True
    closes = following is not None and (following.kind is Kind.CLOSE or following.text == ".")
    if token is None or after is None or not token.new_line or not closes or after.new_line:
        return False
    return after.low in ITEM_WORDS | GLUED_ITEM_WORDS or _counts_lines(state)


def _counts_on(state: CellState) -> bool:
    """The 2 of "1) E3 2) E5": the cell begins with its first number, and an item follows each."""
    first, second, after = state.found[0], state.found[1:2], state.peek(2)
    if first.text != "1" or not second or second[0].kind is not Kind.CLOSE or state.kind(1) is not Kind.CLOSE:
        return False
    return not state.in_brackets and after is not None and after.low in ITEM_WORDS | GLUED_ITEM_WORDS


def _counts_lines(state: CellState) -> bool:
    """Whether every line of the cell begins with its number and a point."""
    heads = [place for place, token in enumerate(state.found) if token.new_line]
    counted = [
        state.found[place].text
        for place in heads
        if place + 1 < len(state.found) and state.found[place + 1].text in {".", ")"}
    ]
    return len(heads) > 1 and counted == [str(number) for number in range(1, len(heads) + 1)]


def _is_page_of_last(state: CellState) -> bool:
    """In "E7 12-15" and "E7: 3" a number right after an item, without a comma, counts its pages."""
    token = state.peek()
    if token is None or state.last != "id" or not state.drafts or not token.text.isdecimal():
        return False
    if state.separator is Kind.COLON:
        return True
    if state.known.paged and state.separator is Kind.AND and state.separator_text == "/":
        return True
    if token.new_line:
        return False
    if state.bare_style and token_id(token) in state.known.ids and state.kind(1) is not Kind.DASH:
        return False  # "3 5 7": items apart by spaces
    return state.separator is None and numbered_id(token.text) != state.drafts[-1].id


def _points_at_page(dash: Token, after: Token | None) -> bool:
    """The arrow of "E3 \u2192 4", where an item would bear a word as the one before does."""
    return dash.text == ARROW and after is not None and after.kind is Kind.NUMBER


def _range_end(state: CellState, *, labelled: bool) -> Token | None:
    dash, after = state.peek(1), state.peek(2)
    if dash is None or dash.kind is not Kind.DASH or (labelled and _points_at_page(dash, after)):
        return None
    if dash.new_line and (is_dashed_list(state.found) or (after is not None and after.spaced)):
        return None  # a dash that begins a line of a list
    for ahead in (2, 3, 4):
        token = state.peek(ahead)
        if token is None or (token.new_line and ahead > _NEXT):
            return None
        if token.kind is Kind.NUMBER or (
            ahead == _NEXT
            and token.kind is Kind.WORD
            and len(token.text) == 1
            and token.text.islower()
            and not _marks(state)
        ):
            return token
        if token.low not in ITEM_WORDS | GLUED_ITEM_WORDS and token.text != ".":
            return None
    return None


def _marks(state: CellState) -> bool:
    """Whether the letter after the dash is the word before a page or a section: "4C - p. 31"."""
    token, after = state.peek(_NEXT), state.peek(_NEXT + 1)
    if token is None or after is None or token.low not in MARKED_WORDS:
        return False
    return after.kind is Kind.NUMBER or after.text in {".", "#"} or after.low in NUMBER_WORDS


def _take_range(state: CellState, ids: tuple[str, ...], end: Token, *, labelled: bool) -> None:
    """Every item of a range; pages of the portfolio where most do not exist and no word says that they are items."""
    dash = state.peek(1)
    pointed = dash is not None and dash.text == ARROW
    state.at = state.found.index(end, state.at) + 1
    there = sum(each in state.known.ids for each in ids)
    complete = there == len(ids)
    if state.known.ids and not labelled and 2 * there <= len(ids):
        state.loose.append(f"{ids[0]}-{ids[-1]}")
        state.last, state.separator = "page", None
        return
    signs = {Sign.RANGE if labelled or complete or not state.known.ids else Sign.RANGE_OPEN}
    if pointed:
        signs.add(Sign.ARROW)
    state.group += 1
    for each in ids:
        state.add(each, labelled=labelled, signs=signs, grouped=True)


def _take_one(state: CellState, found: str, token: Token, *, labelled: bool, glued: bool) -> None:
    ids = state.known.ids
    head, dot, tail = found.partition(".")
    signs = {Sign.RECOGNISED} if token.repaired else set()
    is_code = bool(dot) and found in state.known.codes and not labelled
    if is_code and (found not in ids or _points(state)):
        state.codes.append(found)
        state.last, state.separator = "prose", None
    elif found in ids or not dot:
        state.add(found, labelled=labelled, signs=signs | ({Sign.CODE_OR_ITEM} if is_code and _seen(state) else set()))
    elif head in ids and (glued or not labelled):
        state.add(head, labelled=labelled, signs=signs | {Sign.TAKEN_APART}).sections.append(tail)
    else:
        state.add(found, labelled=labelled, signs=signs)


def _seen(state: CellState) -> bool:
    """Whether "see" stands before the number at the cursor's back, as before another row's."""
    before = state.found[state.at - 2] if state.at > 1 else None
    return before is not None and before.low in FILLER_WORDS


def _points(state: CellState) -> bool:
    """Whether the words round the number at the cursor's back make it another row: "as for 2.1", "2.1 above"."""
    before = [token.low for token in state.found[max(0, state.at - 4) : state.at - 1]]
    after = state.peek()
    told = bool(set(before) & (POINTERS | ROW_WORDS)) and state.separator not in SEPARATORS
    return told or (after is not None and after.low in POINTED)
