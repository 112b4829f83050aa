"""Where in an item the section stands that a reference names ("section 2", "table 3"), told by its headings."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import FileLines, PageLines
from mrse_assess.intake.text.page_numbers import Place

_NAMED: Final = ("table", "figure", "slide", "row", "step")
_SECTION: Final = r"section|sec|part|chapter|appendix|annex|\u00a7"
_LONGEST_HEADING: Final = 14  # words
_MOST_PAGES: Final = 150


class Sections:
    """The headings of pages, each page's read once."""

    def __init__(self, files: Mapping[str, FileLines]) -> None:
        self._files = files
        self._headings: dict[Place, tuple[str, ...]] = {}

    def places(self, hint: str | None, item: Iterable[Place]) -> tuple[Place, ...]:
        """The pages of the item where a section of the hint begins, in order; () when none of its headings says so."""
        wanted = [_pattern(part.strip(), hint or "") for part in (hint or "").split(",") if part.strip()]
        if not wanted:
            return ()
        pages = list(item)[:_MOST_PAGES]
        return tuple(each for each in pages if any(one.match(text) for text in self._on(each) for one in wanted))

    def sure(self, hint: str | None, item: Iterable[Place], said: str = "") -> tuple[Place, ...]:
        """The one page on which each section of the hint begins; () where any of them has none, or several.

        Only headings count, captions ("Table 2: doses") and lines that call themselves so ("Section 2"): a number that
        begins a line is a page's, or a table row's. ``said`` are the words of the reference: a paragraph is no section.
        """
        pages = list(item)[:_MOST_PAGES]
        parts = [part.strip() for part in (hint or "").split(",") if part.strip()]
        found = [self._alone(part, hint or "", pages, paragraph="para" in said.lower()) for part in parts]
        return tuple(sorted({each for each in found if each}, key=pages.index)) if all(found) else ()

    def _alone(self, part: str, hint: str, pages: Sequence[Place], *, paragraph: bool) -> Place | None:
        name = _kind(hint)
        number = re.escape(part.removeprefix(name).strip())
        word = f"{name[:3]}[a-z]*" if name else "para(?:graph)?" if paragraph else _SECTION
        called = re.compile(rf"(?i:{word})\.?\s*{number}(?:\s*(?:[:.)|\u2013\u2014-]|$)|\s+[A-Z])")
        headed = None if name or paragraph else re.compile(rf"(?:(?i:{_SECTION})\.?\s*)?{number}[.):]?\s+[^\W\d]")
        there = {page for page in pages if self._says(page, called, headed)}
        return there.pop() if len(there) == 1 else None

    def _says(self, place: Place, called: re.Pattern[str], headed: re.Pattern[str] | None) -> bool:
        file, number = place
        if file not in self._files:
            return False
        page = self._files[file].page(number)
        titles = (plain(heading.text).strip() for heading in page.page.headings)
        lines = (plain(line.text).strip() for line in page.lines if len(line.words) <= _LONGEST_HEADING)
        return any(map(called.match, lines)) or (headed is not None and any(map(headed.match, titles)))

    def _on(self, place: Place) -> tuple[str, ...]:
        if place not in self._headings:
            file, page = place
            self._headings[place] = _headings(self._files[file].page(page)) if file in self._files else ()
        return self._headings[place]


def _headings(page: PageLines) -> tuple[str, ...]:
    texts = [heading.text for heading in page.page.headings]
    texts += [line.text for line in page.lines if len(line.words) <= _LONGEST_HEADING]
    return tuple(plain(text).strip().lower() for text in texts)


def _pattern(part: str, hint: str) -> re.Pattern[str]:
    """What a heading of the section begins with: its number, or its kind and number."""
    name = _kind(hint)
    number = re.escape(part.removeprefix(name).strip().lower())
    if name:
        return re.compile(rf"{name[:3]}[a-z]*\.?\s*{number}(?![\w.]*\d)")
    return re.compile(rf"(?:section|sec|part|chapter|appendix|paragraph|para|§)?\.?\s*{number}[.):]?(?:\s+[a-z]|\s*$)")


def _kind(hint: str) -> str:
    """What the hint says that it names ("table"), "" for sections and paragraphs."""
    return next((each for each in _NAMED if hint.startswith(each)), "")
