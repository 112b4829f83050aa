"""Page and section hints inside a reference cell: "pp 3-5, 8", "page 2 of 4", "section 2.1", "para 3"."""

from typing import Final

from mrse_assess.intake.tokens import Kind, Token
from mrse_assess.intake.words import PAGE_WORDS, PAGES_WORDS, SECTION_WORDS

_SEPARATORS: Final = frozenset({Kind.COMMA, Kind.AND})
_PLURAL_SECTIONS: Final = frozenset(
    {"sections", "secs", "paras", "paragraphs", "clauses", "slides", "tables", "figures", "figs", "ss"}
)
_NAMED: Final = {"slide": "slide", "table": "table", "figure": "figure", "fig": "figure", "row": "row", "step": "step"}
_LONGEST_LETTERS: Final = 3
_PLACE_WORDS: Final = PAGE_WORDS | PAGES_WORDS | SECTION_WORDS


class Cursor:
    """A place in a sequence of tokens."""

    def __init__(self, found: tuple[Token, ...]) -> None:
        self.found = found
        self.at = 0
        self.stop = len(found)
        self.in_brackets = False  # where a comma begins no new item

    def peek(self, ahead: int = 0) -> Token | None:
        """The token ``ahead`` places on, or None past the end."""
        place = self.at + ahead
        return self.found[place] if place < self.stop else None

    def kind(self, ahead: int = 0) -> Kind | None:
        """The kind of the token ``ahead`` places on, or None past the end."""
        token = self.peek(ahead)
        return token.kind if token else None


def pages_after(cursor: Cursor, *, bare: bool, word: bool = True) -> str | None:
    """The pages after a page word (``word``) or at the cursor, as "3-5, 8"; None, nothing taken, when there are none.

    ``bare``: items are numbers without a word here, so that after a single page a comma begins the next item.
    """
    start = cursor.at
    plural = cursor.in_brackets or (word and (token := cursor.peek()) is not None and token.low in PAGES_WORDS)
    cursor.at += 1 if word else 0
    _skip_points(cursor)
    parts: list[str] = []
    while (part := _page_range(cursor)) is not None:
        parts.append(part)
        if cursor.kind() not in _SEPARATORS or not _page_number(cursor, 1) or (not plural and (bare or word)):
            break
        cursor.at += 1
    if not parts:
        cursor.at = start
        return None
    _skip_total(cursor)
    return ", ".join(parts)


def sections_after(cursor: Cursor) -> str | None:
    """The sections after a section word, or None, and nothing taken, when no number or letter follows."""
    start, token = cursor.at, cursor.peek()
    if token is None:
        return None
    cursor.at += 1
    _skip_points(cursor)
    parts: list[str] = []
    while (part := _section(cursor)) is not None:
        parts.append(part)
        if token.low not in _PLURAL_SECTIONS or cursor.kind() not in _SEPARATORS or cursor.kind(1) is not Kind.NUMBER:
            break
        cursor.at += 1
    if not parts:
        cursor.at = start
        return None
    name = _NAMED.get(token.low.removesuffix("s")) if token.low != "s" else None
    return f"{name} {', '.join(parts)}" if name else ", ".join(parts)


def _skip_points(cursor: Cursor) -> None:
    while (token := cursor.peek()) is not None and (
        token.text in {".", "#"} or token.kind is Kind.COLON or token.low in {"no", "nos", "number", "numbers"}
    ):
        cursor.at += 1


def _page_number(cursor: Cursor, ahead: int = 0) -> bool:
    token = cursor.peek(ahead)
    return token is not None and token.kind is Kind.NUMBER and token.text.isdecimal()


def _page_range(cursor: Cursor) -> str | None:
    if not _page_number(cursor):
        return None
    first = cursor.found[cursor.at].text.lstrip("0") or "0"
    cursor.at += 1
    if cursor.kind() is not Kind.DASH:
        return first
    ahead = 1
    while (token := cursor.peek(ahead)) is not None and (token.low in PAGE_WORDS | PAGES_WORDS or token.text == "."):
        ahead += 1
    if not _page_number(cursor, ahead):
        return first
    last = cursor.found[cursor.at + ahead].text.lstrip("0") or "0"
    cursor.at += ahead + 1
    last = _whole(first, last)
    return f"{first}-{last}" if last != first else first


def _whole(first: str, last: str) -> str:
    """The end of a range in full: "123-5" ends at 125."""
    return first[: len(first) - len(last)] + last if len(last) < len(first) else last


def _skip_total(cursor: Cursor) -> None:
    """The 4 of "page 2 of 4" says how many there are."""
    token = cursor.peek()
    if token is not None and token.low == "of" and _page_number(cursor, 1):
        cursor.at += 2


def _section(cursor: Cursor) -> str | None:
    token = cursor.peek()
    if token is None:
        return None
    if token.kind is Kind.NUMBER:
        cursor.at += 1
        end = cursor.peek(1)
        if cursor.kind() is Kind.DASH and end is not None and end.kind is Kind.NUMBER:
            cursor.at += 2
            return f"{token.text}-{end.text}"
        return token.text
    if (
        token.kind is Kind.WORD
        and token.text.isupper()
        and len(token.text) <= _LONGEST_LETTERS
        and token.low not in _PLACE_WORDS
    ):
        cursor.at += 1
        return token.text
    return None
