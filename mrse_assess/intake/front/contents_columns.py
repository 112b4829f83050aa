"""The labels of a contents list on its pages: those that stand under each other, in one column or in two."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.front.contents_entries import list_label
from mrse_assess.intake.grids.anchors import Anchor
from mrse_assess.intake.text.labels import Label, id_key
from mrse_assess.intake.text.lines import Line, PageLines, lines_of, segments

_LEAST_ENTRIES: Final = 2
_ALIGNED: Final = 8.0
_COLUMN: Final = 150.0  # points between the left edges of two columns of a list, at least


class Start(NamedTuple):
    """A label at the left of a line, and where it stands."""

    label: Label
    anchor: Anchor


class Part(NamedTuple):
    """One page of a list, its lines from the list's heading on, and the labels at its left."""

    page: PageLines
    starts: tuple[Start, ...]


def goes_on(before: Sequence[Start], here: Sequence[Start]) -> bool:
    """Whether labels count on from those before, and are written in the same way: words, numbers, letters."""
    last, label = before[-1].label, here[0].label
    alike = bool(label.word) == bool(last.word) and label.id[:1].isdecimal() == last.id[:1].isdecimal()
    return alike and id_key(label.id) > id_key(last.id)


def columns_of(page: PageLines) -> tuple[Part, ...]:
    """The list's part on a page, in two where its items stand in two columns that count on from one another."""
    starts = _starts(page.lines)
    if not starts:
        return ()
    rest = [start for line in page.lines for start in _line_starts(line, every=True)]
    right = [start for start in rest if start.anchor.x0 > starts[0].anchor.x0 + _COLUMN]
    left = [start for start in rest if start.anchor.x0 < starts[0].anchor.x0 - _COLUMN]
    for one, two in ((starts, _best_column(right)), (_best_column(left), starts)):
        if len(one) > 1 and len(two) > 1 and goes_on(one, two) and _are_followed(page, two):
            cut = two[0].anchor.x0 - 1
            words = [word for line in page.lines for word in line.words]
            first = lines_of([word for word in words if word.x0 < cut])
            second = lines_of([word for word in words if word.x0 >= cut])
            return Part(page._replace(lines=first), one), Part(page._replace(lines=second), two)
    return (Part(page, starts),)


def _are_followed(page: PageLines, starts: Sequence[Start]) -> bool:
    """Whether something stands behind most of the labels: numbers at the end of their lines are pages."""
    ends = {line.y0: line.x1 for line in page.lines}
    followed = [bool(start.label.rest) or ends[start.anchor.y0] > start.anchor.x1 + 1 for start in starts]
    return 2 * sum(followed) > len(followed)


def _starts(body: Sequence[Line]) -> tuple[Start, ...]:
    """Labels that stand under each other, the column with most of them."""
    left = _best_column([start for line in body for start in _line_starts(line)])
    if len(left) >= _LEAST_ENTRIES:
        return left
    return _best_column([start for line in body for start in _line_starts(line, every=True)])


def _best_column(found: Sequence[Start]) -> tuple[Start, ...]:
    best: list[Start] = []
    for start in found:
        column = [other for other in found if abs(other.anchor.x0 - start.anchor.x0) <= _ALIGNED]
        if len({each.label.id for each in column}) > len({each.label.id for each in best}):
            best = column
    return tuple(sorted(best, key=lambda each: each.anchor.y0))


def _line_starts(line: Line, *, every: bool = False) -> Iterator[Start]:
    for words in segments(line)[: None if every else 3]:
        label = list_label(" ".join(word.text for word in words))
        if label is not None:
            yield Start(label, Anchor(label.id, None, words[0].x0, words[0].x1, line.y0, line.y1, False))
