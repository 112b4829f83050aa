"""Lines among which the legend of a table stands: those of its pages, and the first of the page after them."""

from collections.abc import Iterator, Sequence
from typing import Final

from mrse_assess.intake.text.lines import FileLines

_AFTER: Final = 8  # lines at the head of the page after the table


def legend_lines(file: FileLines, pages: Sequence[int]) -> Iterator[str]:
    """The text of every such line: a legend may be above or below the table, and fall on the next page."""
    for number in pages:
        yield from (line.text for line in file.page(number).lines)
    after = max(pages, default=0) + 1
    if 1 < after <= len(file.pages):
        yield from (line.text for line in file.page(after).lines[:_AFTER])
