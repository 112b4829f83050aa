"""The PDF that a file without pages is shown as: where in it some words stand."""
# mypy: disable-error-code="no-untyped-call, attr-defined"
# The PDF library carries no types for most of its calls.

import functools
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from mrse_assess.documents.opened import UnopenedError, opened
from mrse_assess.model.places import Box

if TYPE_CHECKING:
    import pymupdf

_TELLING = 10  # characters of words that are looked for
_LONGEST = 80
_MOST_PAGES = 500


class Rendering:
    """The pages of the rendering, read when the first place is asked for."""

    def __init__(self, pdf: str) -> None:
        self.exists = Path(pdf).exists()
        self._pdf = pdf

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.__dict__.pop("_texts", None)

    def page_of(self, words: str) -> int:
        """The one page on which the words stand; 1 where that is not known."""
        wanted = "".join(words.split())[:_LONGEST]
        if len(wanted) < _TELLING or not self.exists:
            return 1
        found = [number for number, text in enumerate(self._texts, start=1) if wanted in text]
        return found[0] if len(found) == 1 else 1

    def box_of(self, words: str, page: int) -> Box | None:
        """Where on the page the first of the words stand."""
        document = self._document
        first = " ".join(words.split())[:_LONGEST]
        if document is None or not first or page > document.page_count:
            return None
        found = document.load_page(page - 1).search_for(first)
        if not found:
            return None
        left, top, right, bottom = (round(float(edge), 2) for edge in found[0])
        return left, top, right, bottom

    @functools.cached_property
    def _texts(self) -> list[str]:
        """The text of each page without blanks."""
        document = self._document
        if document is None:
            return []
        return [
            "".join(document.load_page(number).get_text().split())
            for number in range(min(document.page_count, _MOST_PAGES))
        ]

    @property
    def _document(self) -> "pymupdf.Document | None":
        try:
            return opened(self._pdf, None) if self.exists else None
        except UnopenedError:
            return None
