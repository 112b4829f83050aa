"""Page and section hints inside a reference cell: "pp 3-5, 8", "page 2 of 4", "section 2.1", "para 3"."""

from collections.abc import Collection
from typing import Final

from mrse_assess.intake.cells.place_words import PLURAL_SECTIONS, kept_word, roman_value
from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.words import PAGE_WORDS, PAGES_WORDS, PART_WORDS, SECTION_WORDS

_SEPARATORS: Final = frozenset({Kind.COMMA, Kind.AND})
_LONGEST_LETTERS: Final = 3
_LONGEST_SHORTENED: Final = 5  # letters of a word such as "paras."
_ONWARDS: Final = frozenset({"onwards", "onward", "forward", "forwards", "upwards"})
_ENDS: Final = (*(("end",), ("the", "end"), ("last",), ("last", "page"), ("the", "last", "page"), ("finish",)),)
_FOLLOWING: Final = (("following",), ("following", "pages"), ("the", "following", "pages"), ("on",))
_PART: Final = frozenset({"i", "ii", "iii", "iv", "v", "vi", "a", "b", "c", "d", "e", "f"})
_PLACE_WORDS: Final = PAGE_WORDS | PAGES_WORDS | SECTION_WORDS


class Cursor:
    """A place in a sequence of tokens."""

    def __init__(self, found: tuple[Token, ...]) -> None:
        self.found = found
        self.at = 0
        self.stop = len(found)
        self.in_brackets = False  # where a comma begins no new item
        self.passed: list[str] = []  # numbers that were understood and name nothing

    def peek(self, ahead: int = 0) -> Token | None:
        """The token ``ahead`` places on, or None past the end."""
        place = self.at + ahead
        return self.found[place] if place < self.stop else None

    def kind(self, ahead: int = 0) -> Kind | None:
        """The kind of the token ``ahead`` places on, or None past the end."""
        token = self.peek(ahead)
        return token.kind if token else None


def pages_after(cursor: Cursor, *, bare: bool, word: bool = True, ids: Collection[str] = ()) -> str | None:
    """The pages after a page word (``word``) or at the cursor, as "3-5, 8"; None, nothing taken, when there are none.

    ``bare``: items are numbers without a word here, so that after a single page a comma begins the next item. ``ids``
    are items that exist: a number that is none of them goes on after "and". What ends "3-" goes to the item's end.
    """
    start = cursor.at
    between = any(token.low == "between" for token in cursor.found[max(0, start - 1) : start])
    plural = cursor.in_brackets or (word and (token := cursor.peek()) is not None and token.low in PAGES_WORDS)
    cursor.at += 1 if word else 0
    _skip_points(cursor)
    parts: list[str] = []
    while (part := _page_range(cursor)) is not None:
        parts.append(part)
        if cursor.kind() not in _SEPARATORS or not _page_number(cursor, 1):
            break
        if not plural and (bare or word) and not _is_another_page(cursor, ids):
            break
        cursor.at += 1
    if not parts:
        cursor.at = start
        return None
    if between and len(parts) == 2 and all(map(str.isdecimal, parts)):  # noqa: PLR2004 - "between pages 2 and 4"
        parts = [f"{parts[0]}-{parts[1]}"]
    _skip_total(cursor, slash=word and not bare and not plural and len(parts) == 1)
    return ", ".join(parts)


def _is_another_page(cursor: Cursor, ids: Collection[str]) -> bool:
    """The 5 of "p4+5", and the 28 of "p 25 & 28" where no item 28 exists."""
    joint, number = cursor.found[cursor.at], cursor.found[cursor.at + 1]
    if joint.kind is not Kind.AND or joint.text == "/":
        return False
    glued = not joint.spaced and not number.spaced
    return glued or (bool(ids) and number.text.lstrip("0") not in ids)


def sections_after(cursor: Cursor, *, word: bool = True, ids: Collection[str] = ()) -> str | None:
    """The sections after a section word (``word``) or at the cursor, or None, nothing taken, when none follows.

    ``ids`` are items that exist: after "section 2.1" a comma and one of them begin the next item.
    """
    start, token = cursor.at, cursor.peek()
    if token is None:
        return None
    name, plural = "", not word
    if word:
        name = kept_word(token.low)
        plural = token.low in PLURAL_SECTIONS or (token.low in PART_WORDS and name != token.low)
        cursor.at += 1
        _skip_points(cursor)
        if _ends_a_sentence(cursor, token):
            cursor.at = start
            return None
    parts: list[str] = []
    while (part := _section(cursor)) is not None:
        parts.append(part)
        if cursor.kind() not in _SEPARATORS or not _goes_on(cursor, part, ids, plural=plural):
            break
        cursor.at += 1
    if not parts:
        cursor.at = start
        return None
    return f"{name} {', '.join(parts)}" if name else ", ".join(parts)


def _ends_a_sentence(cursor: Cursor, word: Token) -> bool:
    """Whether a point ends a sentence behind the word, which is not cut short: "... the question. E22, page 67"."""
    point, after = cursor.found[cursor.at - 1], cursor.peek()
    whole = len(word.text) > _LONGEST_SHORTENED and point.text == "."
    return whole and after is not None and after.spaced and after.kind is Kind.WORD


def _goes_on(cursor: Cursor, before: str, ids: Collection[str], *, plural: bool) -> bool:
    """Whether another section follows the comma: after a plural word, or a number with points like the one before."""
    token, after = cursor.peek(1), cursor.peek(2)
    if token is not None and plural and token.kind is Kind.WORD and _is_letter(token.text):
        glued = after is not None and after.kind is Kind.NUMBER and not after.spaced
        return before[:1].isalpha() and not glued  # "Sections B and D"
    if token is not None and plural and token.text in _PART and before in _PART:
        return True  # "parts a and b"
    labels = after is not None and after.kind is Kind.NUMBER
    if token is not None and not labels and _is_next_letter(before, token) and token.text not in ids:
        return cursor.kind() is Kind.AND  # "sec. H and I"
    if token is None or token.kind is not Kind.NUMBER:
        return False
    if not plural and after is not None and after.kind is Kind.OPEN:
        return False
    pointed = "." in before and "." in token.text and token.text not in ids
    return plural or pointed or cursor.in_brackets


def _is_letter(text: str) -> bool:
    """Whether it is a capital or a Roman numeral, which count sections too."""
    return (len(text) == 1 and text.isupper()) or roman_value(text) > 0


def _is_next_letter(before: str, token: Token) -> bool:
    if 0 < roman_value(before) < roman_value(token.text):
        return True
    return len(before) == 1 == len(token.text) and before.isupper() and token.text.isupper() and before < token.text


def _skip_points(cursor: Cursor) -> None:
    while (token := cursor.peek()) is not None and (
        token.text in {".", "#"} or token.kind is Kind.COLON or token.low in {"no", "nos", "number", "numbers"}
    ):
        cursor.at += 1
    comma, number = cursor.peek(), cursor.peek(1)
    if comma and comma.kind is Kind.COMMA and not comma.spaced and number and number.kind is Kind.NUMBER:
        cursor.at += cursor.at > 0 and cursor.found[cursor.at - 1].kind is Kind.WORD  # "p, 2": a point misread


def _page_number(cursor: Cursor, ahead: int = 0) -> bool:
    """Whether a page's number stands there; "3f" is page 3 and the next, "3ff" page 3 and what follows."""
    token = cursor.peek(ahead)
    return token is not None and token.kind in {Kind.NUMBER, Kind.OTHER} and token.text.rstrip("f").isdecimal()


def _page_range(cursor: Cursor) -> str | None:
    if not _page_number(cursor):
        return None
    written = cursor.found[cursor.at]
    first = _digits(written)
    cursor.at += 1
    if width := _to_the_end(cursor):
        cursor.at += width
        return f"{first}-"
    if cursor.kind() is not Kind.DASH:
        return f"{first}-{int(first) + 1}" if written.text.count("f") == 1 else first
    ahead = 1
    while (token := cursor.peek(ahead)) is not None and (token.low in PAGE_WORDS | PAGES_WORDS or token.text == "."):
        ahead += 1
    if not _page_number(cursor, ahead):
        return first
    last = _digits(cursor.found[cursor.at + ahead])
    cursor.at += ahead + 1
    last = _whole(first, last)
    return f"{first}-{last}" if last != first else first


def _to_the_end(cursor: Cursor) -> int:
    """The width of "onwards", "to the end", "- last page" or "and following" after a page's number; 0 for none."""
    token = cursor.peek()
    if token is None:
        return 0
    if token.low in _ONWARDS:
        return 1
    joined = {Kind.DASH: _ENDS, Kind.AND: _FOLLOWING}.get(token.kind, ())
    low = tuple(each.low for each in cursor.found[cursor.at + 1 : min(cursor.at + 4, cursor.stop)])
    return max((1 + len(words) for words in joined if low[: len(words)] == words), default=0)


def _digits(token: Token) -> str:
    return token.text.rstrip("f").lstrip("0") or "0"


def _whole(first: str, last: str) -> str:
    """The end of a range in full: "123-5" ends at 125."""
    return first[: len(first) - len(last)] + last if len(last) < len(first) else last


def _skip_total(cursor: Cursor, *, slash: bool) -> None:
    """The 4 of "page 2 of 4" and, where a ``slash`` may mean it, of "page 2/4" says how many there are."""
    token, number, after = cursor.peek(), cursor.peek(1), cursor.peek(2)
    if token is None or number is None or not _page_number(cursor, 1):
        return
    glued = token.text == "/" and not (token.spaced or number.spaced) and number.text.isdecimal()
    hinted = after is not None and (after.low in _PLACE_WORDS or after.kind is Kind.OPEN)
    if token.low == "of" or (slash and glued and not hinted):
        cursor.passed.append(cursor.found[cursor.at + 1].text)
        cursor.at += 2


def _section(cursor: Cursor) -> str | None:
    token = cursor.peek()
    if token is None:
        return None
    if token.kind is Kind.NUMBER:
        return _numbered_section(cursor, token)
    if token.kind is Kind.OPEN:
        return _part(cursor)[1:-1] or None
    return _lettered_section(cursor, token) if token.kind is Kind.WORD and token.low not in _PLACE_WORDS else None


def _numbered_section(cursor: Cursor, token: Token) -> str:
    cursor.at += 1
    ahead = 1
    while (end := cursor.peek(ahead)) is not None and (end.low in SECTION_WORDS or end.text == "."):
        ahead += 1  # "slide 1 to slide 3"
    if cursor.kind() is Kind.DASH and end is not None and end.kind is Kind.NUMBER:
        cursor.at += ahead + 1
        return f"{token.text}-{end.text}"
    return token.text + _part(cursor)


def _lettered_section(cursor: Cursor, token: Token) -> str | None:
    capital = token.text.isupper() and (len(token.text) <= _LONGEST_LETTERS or roman_value(token.text) > 0)
    if not capital and token.text not in _PART:
        return None
    cursor.at += 1
    digits, end = cursor.peek(), cursor.peek(1)
    if len(token.text) == 1 and capital and digits and digits.kind is Kind.NUMBER and not digits.spaced:
        cursor.at += 1
        return token.text + digits.text
    alike = end is not None and len(token.text) == len(end.text) == 1 and token.text.isupper() == end.text.isupper()
    if digits and end and digits.kind is Kind.DASH and 0 < roman_value(token.text) < roman_value(end.text):
        cursor.at += 2
        return f"{token.text}-{end.text}"
    if digits and end and alike and digits.kind is Kind.DASH and token.text < end.text and end.text not in {"p", "s"}:
        cursor.at += 2
        return f"{token.text}-{end.text}"
    return token.text


def _part(cursor: Cursor) -> str:
    """The "(a)" written onto a section's number, or ""."""
    opening, inside, closing = cursor.peek(), cursor.peek(1), cursor.peek(2)
    if opening is None or inside is None or closing is None or opening.kind is not Kind.OPEN:
        return ""
    if inside.text not in _PART or closing.kind is not Kind.CLOSE:
        return ""
    cursor.at += 3
    return f"({inside.text})"
