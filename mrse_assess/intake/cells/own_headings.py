"""The headings on the pages of each item, by which a cell may name a part of it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mrse_assess.intake.cells.said_places import Headings
from mrse_assess.intake.text.labels import plain, read_label, squeezed
from mrse_assess.intake.text.lines import FileLines, PageLines
from mrse_assess.intake.text.words import ITEM_WORDS
from mrse_assess.model.portfolio import EvidenceItem

_NUMBER: Final = re.compile(
    r"(?:(?i:section|sect?\.?|part|chapter|step|slide|appendix|annexe?|minute)\s+(?:\d{1,3}(?:\.\d{1,3})*|[A-Z])\s*[.):-]?"
    r"|[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[A-Z])[.):\]]{1,2}|\d{1,3}(?:\.\d{1,3})*|[A-Z](?=\s+[A-Z][a-z]))\s+(?:-\s*)?(?=\S)"
)
_SHEET: Final = re.compile(r"(?:work)?sheet\s*:\s*(\S.*)", re.IGNORECASE)
_LONGEST: Final = 10  # words
_MOST_PAGES: Final = 60
_TITLE_LINES: Final = 1  # of an item, which say what it is


def headings_of(items: Sequence[EvidenceItem], files: Sequence[FileLines]) -> Headings:
    """The headings of each item without their numbers; those that are an item's title name the item, not a part."""
    of = {file.file: file for file in files}
    titles = {squeezed(item.title) for item in items}
    found: dict[str, frozenset[str]] = {}
    for item in items:
        pages = [(span.file, page) for span in item.spans for page in span.pages][:_MOST_PAGES]
        said = (text for file, page in pages if file in of for text in _on(of[file].page(page), item.id))
        found[item.id] = frozenset(
            text for text in said if squeezed(text) and squeezed(text) not in titles and not _names_item(text)
        )
    return found


def _names_item(text: str) -> bool:
    """Whether a heading is an item's label, with or without a title behind it."""
    label = read_label(text)
    return label is not None and label.word in ITEM_WORDS


def _on(page: PageLines, evidence_id: str) -> Iterator[str]:
    """Headings of a page without what counts them, and the names of its sheets; none that bear the item's own label."""
    for heading in page.page.headings:
        text = plain(heading.text).strip()
        label = read_label(text)
        if 0 < len(text.split()) <= _LONGEST and (label is None or label.id != evidence_id):
            number = _NUMBER.match(text)
            yield text[number.end() :] if number else text
    for line in page.lines[:12]:
        if (sheet := _SHEET.fullmatch(plain(line.text).strip())) is not None:
            yield sheet.group(1)


class Beginnings:
    """Which items have a line that begins with given words; their lines are looked at when it is first asked."""

    def __init__(self, items: Sequence[EvidenceItem], files: Sequence[FileLines]) -> None:
        self._items = items
        self._files = {file.file: file for file in files}
        self._found: dict[str, tuple[str, ...]] = {}

    def __call__(self, words: str) -> frozenset[str]:
        """The ids of the items of which a line begins with these words, behind a number or not."""
        wanted = squeezed(words)
        return frozenset(
            item.id for item in self._items if any(line.startswith(wanted) for line in self._lines(item)) and wanted
        )

    def _lines(self, item: EvidenceItem) -> tuple[str, ...]:
        if item.id not in self._found:
            pages = [(span.file, page) for span in item.spans for page in span.pages][:_MOST_PAGES]
            found: list[str] = []
            for file, page in pages:
                lines = self._files[file].page(page).lines if file in self._files else ()
                found.extend(_beginnings([plain(line.text).strip() for line in lines]))
            self._found[item.id] = tuple(found[_TITLE_LINES:])
        return self._found[item.id]


def _beginnings(lines: Sequence[str]) -> Iterator[str]:
    """Each line without its number, with the next one behind it."""
    for line, after in zip(lines, [*lines[1:], ""], strict=False):
        number = _NUMBER.match(line)
        yield squeezed((line[number.end() :] if number else line) + after)
