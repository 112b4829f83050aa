"""Words as they are drawn, letter by letter, and how many words several such pieces are. Pure."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from mrse_assess.documents.facts.pdf.boxes import around
from mrse_assess.model.places import Box

_INVISIBLE = 3  # text rendering mode
_FAINT = 0.02  # opacity
_BLANKS = frozenset({0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002, 0x2003, 0x2009, 0x200B, 0xAD})
_UNKNOWN = 0xFFFD
_PRIVATE = range(0xE000, 0xF900)
_APART = 0.14  # of the letters' height, from which a gap parts two words
_SAME_LINE = 0.5  # of the letters' height by which those of one line may be up or down
_LEVEL = 0.05  # slant of a line taken for level
_WORDS_OF_A_LINE = 1.2  # of the letters' height, from which a gap parts two texts of one line


class Letter(NamedTuple):
    """A character and its box."""

    code: int
    box: Box


class Piece(NamedTuple):
    """Letters drawn together without a gap: a word or a part of one."""

    letters: tuple[Letter, ...]
    order: int
    colour: tuple[float, ...]
    invisible: bool

    @property
    def box(self) -> Box:
        """Around its letters."""
        return around(letter.box for letter in self.letters)

    @property
    def text(self) -> str:
        """Its letters as the file says they read."""
        return "".join(chr(letter.code) for letter in self.letters)

    @property
    def telling(self) -> int:
        """How many letters and digits it has."""
        return sum(map(str.isalnum, self.text))

    @property
    def is_known(self) -> bool:
        """Whether a program can read it."""
        return any(letter.code != _UNKNOWN and letter.code not in _PRIVATE for letter in self.letters)


def is_invisible(span: dict[str, Any]) -> bool:
    """Whether a stretch of text is drawn so as not to be seen."""
    return span["type"] == _INVISIBLE or float(span.get("opacity", 1.0)) <= _FAINT


def pieces(span: dict[str, Any]) -> Iterator[Piece]:
    """The stretch's words; blanks and gaps part them."""
    invisible, order, colour = is_invisible(span), int(span["seqno"]), tuple(span.get("color") or (0.0,))
    is_apart = _parting(span)
    letters: list[Letter] = []
    for code, _, _, box in span["chars"]:
        blank = code in _BLANKS
        if letters and (blank or is_apart(letters[-1].box, box)):
            yield Piece(tuple(letters), order, colour, invisible)
            letters = []
        if not blank and 0 <= code < 0x110000:  # noqa: PLR2004 - the number of characters there can be
            letters.append(Letter(code, tuple(box)))
    if letters:
        yield Piece(tuple(letters), order, colour, invisible)


def _is_apart(before: Box, box: Box) -> bool:
    """Whether two letters of level lines belong to different words: there is a gap, or the next line begins."""
    height = box[3] - box[1]
    if abs(before[1] - box[1]) >= _SAME_LINE * height:
        return True
    return box[0] - before[2] > _APART * height or box[2] < before[0]


def _is_apart_upright(before: Box, box: Box) -> bool:
    """The same of lines that run up or down the page."""
    width = box[2] - box[0]
    if abs(before[0] - box[0]) >= _SAME_LINE * width:
        return True
    return max(box[1] - before[3], before[1] - box[3]) > _APART * width


def _never_apart(before: Box, box: Box) -> bool:
    """Of slanting lines: blanks alone part their words, unless they are further off than two letters."""
    room = 2 * max(before[2] - before[0], before[3] - before[1], box[2] - box[0], box[3] - box[1])
    return abs(before[0] - box[0]) > room or abs(before[1] - box[1]) > room


def _parting(span: dict[str, Any]) -> Callable[[Box, Box], bool]:
    """How words are parted in a stretch, by the direction it runs in."""
    across, down = span.get("dir", (1.0, 0.0))
    if abs(down) < _LEVEL:
        return _is_apart
    return _is_apart_upright if abs(across) < _LEVEL else _never_apart


def lines(span: dict[str, Any]) -> Iterator[tuple[Box, str]]:
    """The stretch's lines, each with its box and words."""
    gathered: list[Piece] = []
    for piece in pieces(span):
        if gathered and not _follows(gathered[-1].box, piece.box):
            yield around(one.box for one in gathered), " ".join(one.text for one in gathered)
            gathered = []
        gathered.append(piece)
    if gathered:
        yield around(one.box for one in gathered), " ".join(one.text for one in gathered)


def _follows(before: Box, box: Box) -> bool:
    height = box[3] - box[1]
    return abs(before[1] - box[1]) < _SAME_LINE * height and -height < box[0] - before[2] < _WORDS_OF_A_LINE * height


def count_words(found: Iterable[Piece]) -> int:
    """How many words the pieces are together: parts of one word, drawn one after the other, count once."""
    words = 0
    last: Box | None = None
    for piece in sorted(found, key=lambda piece: (round(piece.box[1]), piece.box[0])):
        if not piece.telling:
            continue
        touches = last is not None and abs(last[1] - piece.box[1]) < 1 and not _is_apart(last, piece.box)
        words += not (touches and last is not None and piece.box[0] >= last[0])
        last = piece.box
    return words
