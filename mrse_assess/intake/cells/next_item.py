"""Whether the item of a hint follows it: "section 4 (The door lock) of Evidence 7", "p 3 in as shown by E7"."""

from collections.abc import Collection
from typing import Final

from mrse_assess.intake.cells.hints import Cursor
from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.words import FILLER_WORDS, GLUED_ITEM_WORDS, ITEM_WORDS, NUMBER_WORDS, SECTION_WORDS

INSIDE: Final = frozenset({"of", "in", "from", "within"})
_QUOTES: Final = frozenset("\"'\u201c\u201d\u2018\u2019")
_PASSED: Final = FILLER_WORDS | frozenset({"shown", "by", "to", "referred", "refer", "given", "described", "per"})
_WORDS: Final = frozenset({Kind.WORD, Kind.AND, Kind.PLACE, Kind.OTHER, Kind.DASH, Kind.COLON})
_OPENING: Final = frozenset({Kind.OPEN, Kind.PLACE, Kind.TITLE, Kind.DASH, Kind.COLON})
_LONGEST: Final = 16  # tokens of a heading
_NEAR: Final = 5  # tokens between a word and its label


def item_follows(cursor: Cursor, ids: Collection[str], ahead: int = 0) -> bool:
    """Whether "of" and an item stand there, behind closing brackets and the words of the part's heading."""
    start = _past_closing(cursor, ahead)
    inside = start if _is_inside(cursor, start) else _past_heading(cursor, ids, start) if start == ahead else None
    return inside is not None and named_at(cursor, ids, inside) is not None


def named_at(cursor: Cursor, ids: Collection[str], inside: int) -> int | None:
    """How far ahead the item is named behind the "of" that stands ``inside`` ahead; None where none is."""
    ahead = inside + 1
    while (token := cursor.peek(ahead)) is not None and _is_passed(token):
        ahead += 1
    return ahead if token is not None and begins_item(cursor, ids, ahead) else None


def begins_item(cursor: Cursor, ids: Collection[str], ahead: int) -> bool:
    """Whether an item is named there; "of the document," names none."""
    token, after = cursor.peek(ahead), cursor.peek(ahead + 1)
    if token is None:
        return False
    if token.kind in {Kind.FILE, Kind.TITLE} or token.text in ids or token.text in {"#", "no"}:
        return True
    if token.low not in ITEM_WORDS | GLUED_ITEM_WORDS:
        return False
    return after is not None and after.kind not in {Kind.COMMA, Kind.SEMICOLON, Kind.CLOSE, Kind.AND}


def _is_passed(token: Token) -> bool:
    return token.text in _QUOTES or token.low == "the" or token.low in _PASSED


def _is_inside(cursor: Cursor, ahead: int) -> bool:
    token = cursor.peek(ahead)
    return token is not None and token.low in INSIDE


def _past_closing(cursor: Cursor, ahead: int) -> int:
    while (token := cursor.peek(ahead)) is not None and token.kind is Kind.CLOSE:
        ahead += 1
    return ahead + 1 if token is not None and token.text == "." else ahead


def _past_heading(cursor: Cursor, ids: Collection[str], ahead: int) -> int | None:
    """Where the "of" stands behind a heading set apart: in brackets, quoted, after a dash or colon."""
    token = cursor.peek(ahead)
    if token is None or not (token.kind in _OPENING or token.text in _QUOTES):
        return None
    depth = 0
    for step in range(ahead, ahead + _LONGEST):
        token = cursor.peek(step)
        if token is None:
            return None
        depth += (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)
        if depth <= 0 and token.low in INSIDE and named_at(cursor, ids, step) is not None:
            return step
        if not _is_of_heading(cursor, token, step, depth):
            return None
    return None


def _is_of_heading(cursor: Cursor, token: Token, step: int, depth: int) -> bool:
    """Whether the token may be a heading's: no number, nothing that a number follows, no sign between references."""
    if token.kind in {Kind.OPEN, Kind.CLOSE} or (token.kind is Kind.TITLE and token.item is None):
        return depth >= -1
    if token.kind not in _WORDS and not (depth > 0 and token.kind is Kind.COMMA):
        return False
    if token.low not in ITEM_WORDS | GLUED_ITEM_WORDS | SECTION_WORDS:
        return True
    after = (cursor.peek(step + more) for more in range(1, _NEAR))
    label = next((each for each in after if each is not None and each.low not in NUMBER_WORDS | {".", "#"}), None)
    return label is None or (label.kind is not Kind.NUMBER and not (len(label.text) == 1 and label.text.isupper()))
