"""Whether the words of a cell come from text recognition, and how sure it was of them."""

from collections.abc import Mapping
from typing import Final

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.text.lines import FileLines
from mrse_assess.model.pages import PageReading
from mrse_assess.model.places import Box, Locator
from mrse_assess.terms import TextSource

_SURE_WORD: Final = 0.9


def dim_signs(place: Locator | None, files: Mapping[str, FileLines]) -> frozenset[Sign]:
    """Signs of doubt about a cell whose words were recognised; none where they were written."""
    if place is None or place.file not in files or not 1 <= place.page <= len(files[place.file].pages):
        return frozenset()
    page = files[place.file].page(place.page).page
    if page.text_source is TextSource.WRITTEN:
        return frozenset()
    dim = _least(page, place.box) < _SURE_WORD
    return frozenset({Sign.SCANNED, Sign.DIM} if dim else {Sign.SCANNED})


def _least(page: PageReading, box: Box | None) -> float:
    """The certainty of the least sure word inside the box; 1 where nothing is said of it."""
    if box is None or len(page.certainty) != len(page.words):
        return 1.0
    return min(
        (
            sure
            for word, sure in zip(page.words, page.certainty, strict=True)
            if box[0] <= (word.x0 + word.x1) / 2 <= box[2] and box[1] <= (word.y0 + word.y1) / 2 <= box[3]
        ),
        default=1.0,
    )
