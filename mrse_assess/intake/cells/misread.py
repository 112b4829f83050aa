"""Letters and digits that text recognition mixes up ("E l2", "O7", "p. 1O"), put right where what exists says so."""

import re
from collections.abc import Sequence
from typing import Final

from mrse_assess.intake.cells.cell import Known
from mrse_assess.intake.cells.misread_words import right_word
from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.labels import numbered_id
from mrse_assess.intake.text.slips import meant_roman
from mrse_assess.intake.text.words import (
    GLUED_ITEM_WORDS,
    ITEM_WORDS,
    LETTERED_WORDS,
    NUMBER_WORDS,
    PAGE_WORDS,
    PAGES_WORDS,
)

_DIGITS: Final = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0", "S": "5", "B": "8", "Z": "2"})
_SAFE: Final = frozenset("lI|Oo0123456789")
_NUMERAL: Final = re.compile(r"[lI|OoSBZ\d]{1,4}")
_POINTED: Final = re.compile(r"([lI|OoSBZ\d]{1,3})[.,]([lI|OoSBZ\d]{1,3})")
_GLUED: Final = re.compile(r"(E|Ev|EV|p|pp)([lI|OoSBZ\d]{1,4})")
_WRITTEN: Final = re.compile(r"EI\d+")  # a label's word with its number, where letters are letters
_MIXED: Final = frozenset({Kind.WORD, Kind.NUMBER, Kind.OTHER})
_IN_LISTS: Final = frozenset({Kind.NUMBER, Kind.COMMA, Kind.DASH, Kind.AND})
_FAR: Final = 12  # tokens back in which the word of a list of pages stands
_PAGES: Final = PAGE_WORDS | PAGES_WORDS
_ITEMS: Final = ITEM_WORDS | GLUED_ITEM_WORDS


def put_right(found: Sequence[Token], known: Known) -> tuple[Token, ...]:
    """The tokens with words and numbers put right; each changed one is marked as ``repaired``.

    Of written text only what holds a digit is changed, and words one letter off: somebody may type so.
    """
    result: list[Token] = []
    place = 0
    while place < len(found):
        pointed = _pointed(found, place, known)
        run = _run(found, place)
        better = [pointed] if pointed else [] if _is_mark(found, place, known) else _better(run, result, known)
        result.extend(better or run[:1])
        place += 3 if pointed else len(run) if better else 1
    return tuple(result)


def _is_mark(found: Sequence[Token], place: int, known: Known) -> bool:
    """Whether the letter in brackets is a mark that the legend explains, and no digit."""
    before, low = found[place - 1].text if place else "", found[place].low
    return before in {"(", "["} and (low in known.marks or any(low == mark.strip("()[]") for mark in known.marks))


def _run(found: Sequence[Token], place: int) -> tuple[Token, ...]:
    """The words and numbers written onto each other from this place on."""
    end = place + 1
    while end < len(found) and not found[end].spaced and {found[end - 1].kind, found[end].kind} <= _MIXED:
        if not (found[end].text.isalnum() or found[end].text == "|"):
            break
        end += 1
    return tuple(found[place:end])


def _pointed(found: Sequence[Token], place: int, known: Known) -> Token | None:
    """A label with a point of which a digit or the point was misread ("8,4", "1.l"), where only so it exists."""
    three = found[place : place + 3]
    if len(three) < 3 or three[1].spaced or three[2].spaced:  # noqa: PLR2004 - number, point, number
        return None
    match = _POINTED.fullmatch("".join(token.text for token in three))
    if match is None or numbered_id(match.group(1)) in known.ids:
        return None
    number = ".".join(part.translate(_DIGITS) for part in match.groups())
    return _as(three[0], Kind.NUMBER, number, three[-1].end) if numbered_id(number) in known.ids else None


def _better(run: Sequence[Token], before: Sequence[Token], known: Known) -> list[Token]:
    """The run put right, or [] where it stands well as it is."""
    first = run[0]
    if first.kind not in _MIXED:
        return []
    text = "".join(token.text for token in run)
    if (word := right_word(text)) is not None:
        return [_as(first, Kind.WORD, word, run[-1].end)]
    if not known.recognised and not any(character.isdigit() for character in text):
        return []  # in written text a letter is a letter
    if (glued := _unglued(first, text, known)) is not None:
        return glued
    return _counted(run, text, _context(before), known)


def _counted(run: Sequence[Token], text: str, context: str, known: Known) -> list[Token]:
    """The numeral, Roman or not, that recognised text is; [] where it stands well as it is."""
    first, end = run[0], run[-1].end
    roman = "" if context in _PAGES else meant_roman(text, known.ids)
    alone = (len(text) > 1 and not text.isdecimal()) or context in LETTERED_WORDS
    if roman and alone:
        return [_as(first, Kind.WORD, roman, end)]
    if not _NUMERAL.fullmatch(text) or text.isdecimal() or (context in LETTERED_WORDS and text.isupper()):
        return []
    number = _numeral(text, known, page=context in _PAGES, placed=bool(context))
    return [_as(first, Kind.NUMBER, number, end)] if number else []


def _unglued(first: Token, text: str, known: Known) -> list[Token] | None:
    """The two parts of "El2" and "p1O"."""
    match = _GLUED.fullmatch(text)
    if match is None or match.group(2).isdecimal() or (_WRITTEN.fullmatch(text) and not known.recognised):
        return None
    page = match.group(1).startswith("p")
    number = _numeral(match.group(2), known, page=page, placed=True)
    told = any(character.isdigit() for character in text) or page or bool(known.ids)
    if not number or not told:
        return None
    cut = first.start + len(match.group(1))
    numeral = first._replace(kind=Kind.NUMBER, text=number, start=cut, spaced=False, new_line=False, repaired=True)
    return [_as(first, Kind.WORD, match.group(1), cut), numeral._replace(end=first.start + len(text))]


def _numeral(text: str, known: Known, *, page: bool, placed: bool) -> str:
    """The number that the text is, or "". Items that exist decide; without them only clear confusions are put right."""
    number = text.translate(_DIGITS)
    clear = set(text) <= _SAFE
    if page:
        return number
    if text == "I":
        return ""
    if known.ids:
        as_it_stands = numbered_id(text[:-1], text[-1]) if text[:-1].isdecimal() else text
        return number if numbered_id(number) in known.ids and as_it_stands not in known.ids else ""
    return number if clear and (placed or any(character.isdigit() for character in text)) else ""


def _context(before: Sequence[Token]) -> str:
    """The item or page word to which a number here would belong, through a list of pages; "" for none.

    After "E3:" that is a page.
    """
    for back, token in enumerate(reversed(before[-_FAR:])):
        if token.low in _PAGES or (back < 3 and token.low in _ITEMS):  # noqa: PLR2004 - "Evidence no. "
            return token.low
        if token.kind is Kind.COLON and back == 0 and len(before) > 1 and before[-2].kind is Kind.NUMBER:
            return "page"
        small = token.text in {".", "#"} or token.low in NUMBER_WORDS
        if not small and (token.kind not in _IN_LISTS or token.new_line):
            return ""
    return ""


def _as(token: Token, kind: Kind, text: str, end: int) -> Token:
    return token._replace(kind=kind, text=text, end=end, repaired=True)
