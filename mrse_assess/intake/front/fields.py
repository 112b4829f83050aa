"""Fields of a form: a name, and its value beside or under it, with a colon, a gap or a table between the two."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import Line, segments

_ALIGNED: Final = 8.0  # points

FieldOf = Callable[[str], str | None]
"""Which field a text names, or None."""


class Pair(NamedTuple):
    """A field and its value, "" when nothing stands there."""

    field: str
    value: str


def read_pairs(lines: Sequence[Line], field_of: FieldOf) -> list[Pair]:
    """Fields with their values: "Name: Dr A", "Name    Dr A", or a label with the value under it."""
    found: list[Pair] = []
    for index, line in enumerate(lines):
        parts = [plain(" ".join(word.text for word in words)) for words in segments(line, gap=0.8)]
        pieces = [piece for part in parts for piece in _split_fields(part, field_of)]
        found.extend(_line_pairs(pieces, line, lines[index + 1 : index + 2], field_of))
    return found


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


def _trailing_field(head: str, field_of: FieldOf) -> str | None:
    """The field label that the text ends with, at most five words long."""
    words = head.split(" ")
    for count in range(min(5, len(words)), 0, -1):
        tail = " ".join(words[-count:])
        if field_of(tail) is not None:
            return tail
    return None


def _line_pairs(pieces: Sequence[str], line: Line, below: Sequence[Line], field_of: FieldOf) -> Iterator[Pair]:
    place = 0
    while place < len(pieces):
        field = field_of(pieces[place].rstrip(": "))
        if field is None:
            place += 1
            continue
        following = pieces[place + 1] if place + 1 < len(pieces) else ""
        if following and field_of(following.rstrip(": ")) is None:
            yield Pair(field, following.strip())
            place += 2
            continue
        yield Pair(
            field,
            _under(line, len(pieces), below, field_of) if len(pieces) == 1 and not pieces[place].endswith(":") else "",
        )
        place += 1


def _under(line: Line, count: int, below: Sequence[Line], field_of: FieldOf) -> str:
    if count != 1 or not below or abs(below[0].x0 - line.x0) > _ALIGNED:
        return ""
    text = plain(below[0].text)
    first = plain(" ".join(word.text for word in segments(below[0], gap=0.8)[0]))
    begins_field = field_of(text.partition(":")[0].rstrip()) or field_of(first.rstrip(": "))
    return "" if begins_field else text
