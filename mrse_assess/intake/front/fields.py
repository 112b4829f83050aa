"""Fields of a form: a name, and its value beside or under it, with a colon, a gap or a table between the two."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import Line, segments
from mrse_assess.model.pages import Word

_ALIGNED: Final = 8.0  # points

_SAME_COLUMN: Final = 3.0  # points
_OVERLAP: Final = 0.5  # of a line's height, by which the boxes of narrow lines may overlap
_CLOSE: Final = 0.8  # of a line's height
_NEAR: Final = 1.4  # line heights between words that recognition sets too far apart
_LONGEST_LABEL: Final = 5  # words
_DASH: Final = re.compile(r"^-\s+")

FieldOf = Callable[[str], str | None]
"""Which field a text names, or None."""

Fits = Callable[[str, str], bool]
"""Whether a value is such as the field has."""


class Pair(NamedTuple):
    """A field and its value, "" when nothing stands there."""

    field: str
    value: str


def read_pairs(lines: Sequence[Line], field_of: FieldOf, fits: Fits | None = None) -> list[Pair]:
    """Fields with their values: "Name: Dr A", "Name    Dr A", "Name - Dr A", or a label with the value under it.

    With ``fits`` a label may stand right before a value that is such as the field has: "Dated 3 May 2025".
    """
    found: list[Pair] = []
    column: float | None = None  # where the value above begins that may go on
    for index, line in enumerate(lines):
        cut = segments(line, gap=0.8)
        parts = _parts(cut, line, field_of)
        if column is not None and len(cut) == 1 and _goes_on(lines[index - 1], line, column):
            found[-1] = found[-1]._replace(value=f"{found[-1].value} {parts[0]}")
            continue
        pieces = [piece for part in parts for piece in _split_fields(part, field_of)]
        pieces = [each for piece in pieces for each in _led(piece, field_of, fits)]
        here = list(_line_pairs(pieces, line, lines[index + 1 : index + 2], field_of, fits))
        found.extend(here)
        column = cut[-1][0].x0 if len(cut) > 1 and here and here[-1].value == parts[-1] else None
    return found


def _parts(cut: Sequence[Sequence[Word]], line: Line, field_of: FieldOf) -> list[str]:
    """The texts of the pieces of a line; two that stand little apart, the first with its label, are one value."""
    parts: list[str] = []
    for place, words in enumerate(cut):
        text = plain(" ".join(word.text for word in words))
        near = place > 0 and words[0].x0 - cut[place - 1][-1].x1 < _NEAR * (line.y1 - line.y0)
        label, colon, said = parts[-1].partition(":") if parts else ("", "", "")
        valued = bool(colon and said.strip()) and field_of(label.strip()) is not None
        if near and valued and ":" not in text and field_of(text.rstrip(": ")) is None:
            parts[-1] = f"{parts[-1]} {text}"
        else:
            parts.append(text)
    return parts


def _goes_on(above: Line, line: Line, column: float) -> bool:
    """Whether a line is the rest of a value: in the value's column, close below it."""
    height = line.y1 - line.y0
    return abs(line.x0 - column) < _SAME_COLUMN and -_OVERLAP * height < line.y0 - above.y1 < _CLOSE * height


def _split_fields(part: str, field_of: FieldOf) -> list[str]:
    """A piece of a line cut before every field label that a colon follows, and after that colon."""
    pieces: list[str] = []
    rest = part
    while ":" in rest:
        head, _, tail = rest.partition(":")
        field = _trailing_field(head, field_of)
        if field is None:
            break
        before = head[: len(head) - len(field)].strip(" ,;")
        pieces.extend(piece for piece in (before, field.strip() + ":") if piece)
        rest = tail.strip()
    return [*pieces, rest] if rest else pieces


def _led(piece: str, field_of: FieldOf, fits: Fits | None) -> list[str]:
    """A piece that begins with a label cut behind it, where a dash or the value's form says so."""
    if field_of(piece.rstrip(": ")) is not None:
        return [piece]
    words = piece.split(" ")
    for count in range(min(_LONGEST_LABEL, len(words) - 1), 0, -1):
        head, tail = " ".join(words[:count]), " ".join(words[count:])
        field = field_of(head)
        dashed = _DASH.match(tail) or head.endswith("-")
        value = _DASH.sub("", tail)
        if field is not None and value and (dashed or (fits is not None and fits(field, value))):
            return [head.rstrip(" -") + ":", value]
    return [piece]


def _trailing_field(head: str, field_of: FieldOf) -> str | None:
    """The field label that the text ends with, at most five words long."""
    words = head.split(" ")
    for count in range(min(_LONGEST_LABEL, len(words)), 0, -1):
        tail = " ".join(words[-count:])
        if field_of(tail) is not None:
            return tail
    return None


def _line_pairs(
    pieces: Sequence[str], line: Line, below: Sequence[Line], field_of: FieldOf, fits: Fits | None
) -> Iterator[Pair]:
    place = 0
    while place < len(pieces):
        field = field_of(pieces[place].rstrip(": "))
        if field is None:
            place += 1
            continue
        following = pieces[place + 1] if place + 1 < len(pieces) else ""
        if following and (field_of(following.rstrip(": ")) is None or _is_value(field, pieces[place + 1 :], fits)):
            yield Pair(field, following.strip())
            place += 2
            continue
        yield Pair(
            field,
            _under(line, below, field_of, fits) if len(pieces) == 1 and not pieces[place].endswith(":") else "",
        )
        place += 1


def _is_value(field: str, pieces: Sequence[str], fits: Fits | None) -> bool:
    """Whether the last piece of a line is a value although it could be a label: the role "Line manager"."""
    return len(pieces) == 1 and fits is not None and field != "name" and fits(field, pieces[0])


def _under(line: Line, below: Sequence[Line], field_of: FieldOf, fits: Fits | None) -> str:
    if not below or abs(below[0].x0 - line.x0) > _ALIGNED:
        return ""
    text = plain(below[0].text)
    first = plain(" ".join(word.text for word in segments(below[0], gap=0.8)[0]))
    led = len(_led(first, field_of, fits)) > 1
    begins_field = led or field_of(text.partition(":")[0].rstrip()) or field_of(first.rstrip(": "))
    return "" if begins_field else text
