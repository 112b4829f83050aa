"""Where in an item the section stands that a reference names ("section 2", "table 3"), told by its headings."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from mrse_assess.intake.cells.ranges import expand
from mrse_assess.intake.leading.annex_files import named_file
from mrse_assess.intake.leading.heading_lines import HeadingLine, PageTexts, beginnings, heading_lines, page_texts
from mrse_assess.intake.leading.numbering import Start, begins, starts
from mrse_assess.intake.leading.said_parts import worded
from mrse_assess.intake.leading.slide_numbers import deck_page, slide_page
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import FileLines, PageLines
from mrse_assess.intake.text.page_numbers import Place
from mrse_assess.intake.text.words import PART_WORDS

_ANNEX: Final = r"appendix|annexe?"
_ANNEXED: Final = r"\b(?:appendi(?:x|ces)|appx?|annexe?s?)\.?\s*(?:nos?\.?\s*)?"
_SECTIONED: Final = (
    r"(?:\b(?:sections?|sect?s?|ss?|chapters?|chap|ch|parts?|pts?|minutes?|min)\b\.?|\bs|\u00a7+)"
    r"\s*(?:nos?\.?\s*)?"
)
_MINUTES: Final = re.compile(r"\b(?:minutes?|agenda)\b", re.IGNORECASE)
_NAMED: Final = ("table", "figure", "slide", "row", "step")
_PLAIN_SECTION: Final = r"section|sec|part|chapter|minute|\u00a7"
_SECTION: Final = rf"{_PLAIN_SECTION}|{_ANNEX}"
_QUESTION: Final = r"q(?:uestion)?"
_ASKED: Final = re.compile(r"\bquestions?\b|\bq\.?\s?\d", re.IGNORECASE)
_CAPTIONED: Final = frozenset({"table", "figure"})
_COUNTED: Final = frozenset({"row", "step"})
_PARAGRAPH: Final = (
    r"(?:\bpar(?:as?|agraphs?)?\.?|\bcl(?:auses?)?\.?|\u00b6+|\bitem(?=\s*[\d.]+\s+of\b))"
    r"\s*(?:nos?\.?\s*)?(?:[\d.,;&+\s\u2013-]|and|to)*?"
)
_LETTERED: Final = re.compile(r"(\d[\d.]*)\(([a-z]{1,4})\)")
_LONGEST_HEADING: Final = 14  # words
_MOST_PAGES: Final = 150


class Sections:
    """The headings of pages, each page's read once."""

    def __init__(self, files: Mapping[str, FileLines]) -> None:
        self._files = files
        self._headings: dict[Place, tuple[str, ...]] = {}
        self._texts: dict[Place, PageTexts | None] = {}
        self._numbered: dict[tuple[Place, ...], tuple[Start, ...]] = {}

    def places(self, hint: str | None, item: Iterable[Place]) -> tuple[Place, ...]:
        """The pages of the item where a section of the hint begins, in order; () when none of its headings says so."""
        wanted = [_pattern(part.strip(), hint or "") for part in (hint or "").split(",") if part.strip()]
        if not wanted:
            return ()
        pages = list(item)[:_MOST_PAGES]
        return tuple(each for each in pages if any(one.match(text) for text in self._on(each) for one in wanted))

    def sure(self, hint: str | None, item: Iterable[Place], said: str = "") -> tuple[Place, ...]:
        """The pages on which the sections of the hint begin; () where any of them has none, or several.

        Headings count, captions ("Table 2: doses"), lines that call themselves so ("Section 2"), and numbers of
        paragraphs, steps and rows that go on in their order: one number alone is a page's, or there by chance. ``said``
        are the words of the reference: a paragraph is no section. A range leads to all that begins within it.
        """
        pages = list(item)[:_MOST_PAGES]
        if (whole := self._worded(hint or "", pages)) is not None:
            return whole
        kind, found = "", set[Place]()
        inside: tuple[Place, ...] = ()
        for part in filter(None, map(str.strip, (hint or "").split(","))):
            kind = _kind(part) or kind
            there = self._part(part, kind, pages, said)
            within = self._part(part, kind, inside, said) if inside and kind in _CAPTIONED else ()
            if within and not there:  # each annex counts its tables anew
                found.difference_update(inside[:1])
                there = within
            if not there:
                return ()
            found.update(there)
            inside = () if kind else self._annex(part, there[0], pages, said)
        return tuple(sorted(found, key=pages.index))

    def _part(self, part: str, kind: str, pages: Sequence[Place], said: str) -> Sequence[Place]:
        own = () if kind else named_file(part, said, pages)
        if own:
            return own
        told = self._worded(part, pages)
        return told if told is not None else self._run(part.removeprefix(kind).strip(), kind, pages, said=said)

    def _annex(self, part: str, first: Place, pages: Sequence[Place], said: str) -> tuple[Place, ...]:
        """The pages of an annex, up to the next one: its tables may be counted anew."""
        if len(part) != 1 or not part.isalnum():
            return ()
        following = self._alone(chr(ord(part) + 1), "", pages, said)
        start = pages.index(first)
        end = pages.index(following) if following is not None else len(pages)
        return tuple(pages[start : max(end, start + 1)])

    def _worded(self, hint: str, pages: Sequence[Place]) -> tuple[Place, ...] | None:
        """Where a part named in words begins; of words with a comma None where they are no heading together."""
        found = worded(hint, pages, self._page) if hint else None
        return None if not found and "," in hint else found

    def _page(self, place: Place) -> PageLines | None:
        return self._files[place[0]].page(place[1]) if place[0] in self._files else None

    def _run(self, part: str, kind: str, pages: Sequence[Place], *, said: str) -> Sequence[Place]:
        """Where a section begins, or all sections of a range; () where that cannot be told."""
        first, _, last = part.partition("-")
        if not last:
            place = self._alone(part, kind, pages, said)
            return (place,) if place else ()
        between = _between(first, last)
        each_of = [self._alone(each, kind, pages, said) for each in between]
        if (kind in _CAPTIONED and between) or (each_of and all(each_of)):
            return [place for place in each_of if place] if all(each_of) else ()
        ends = [self._alone(each, kind, pages, said) for each in (first, last)]
        if ends[0] is None or ends[1] is None:
            return ()
        return pages[pages.index(ends[0]) : pages.index(ends[1]) + 1]

    def _alone(self, number: str, kind: str, pages: Sequence[Place], said: str) -> Place | None:
        """The one page on which a section begins, None where none or several do.

        A number with points that is called a paragraph's may be a heading's, and so may that of a minute.
        """
        paragraph = _means_paragraph(said, number)
        found = self._begins_on(number, kind, pages, said, paragraph=paragraph)
        if not found and kind == "slide" and number.isdecimal():
            slide = slide_page(int(number), pages, self._page) or deck_page(int(number), pages, self._page)
            found = {slide} if slide else set()
        if not found and paragraph and ("." in number or _MINUTES.search(said)):
            found = self._begins_on(number, kind, pages, said, paragraph=False)
        if not found and (lettered := _LETTERED.fullmatch(number)):
            return self._with_letter(lettered.group(1), lettered.group(2), pages, said)
        return found.pop() if len(found) == 1 else None

    def _with_letter(self, number: str, letter: str, pages: Sequence[Place], said: str) -> Place | None:
        """The page on which a section begins, where a line of that page begins with the letter: "2(b)"."""
        place = self._alone(number, "", pages, said)
        page = self._page(place) if place is not None else None
        begun = (f"({letter})", f"{letter})", f"{letter}.")
        there = page is not None and any(plain(line.text).strip().startswith(begun) for line in page.lines)
        return place if there else None

    def _begins_on(self, number: str, kind: str, pages: Sequence[Place], said: str, *, paragraph: bool) -> set[Place]:
        """The pages on which a section of this number begins."""
        base = number.removesuffix(".0")
        wanted = rf"{base}(?:\.0)?" if not kind and base.isdecimal() else re.escape(number)  # "3.0 Method"
        section = _words_for(said, wanted)
        word = f"{kind[:3]}[a-z]*(?:\\s+stud(?:y|ies))?" if kind else "para(?:graph)?|clause" if paragraph else section
        if "/" in number:  # counted through a year: nothing else begins so
            word = f"(?:{word})?"
        called = re.compile(rf"(?i:{word})\.?\s*{wanted}(?:\s*(?:[:)|\u2013\u2014-]|\.(?!\d)|$)|\s+[A-Z])")
        other = kind or paragraph or section == _ANNEX
        headed = None if other else re.compile(rf"(?:(?i:{section})\.?\s*)?[(\[]?{wanted}[.):\]]{{0,2}}\s+[^\W\d]")
        said_so = {place: lines for place in pages if (lines := self._lines(place, called, headed))}
        there = beginnings(said_so, repeated=not kind) if said_so else set()
        if not there and (kind in _COUNTED or (not kind and ("." in number or (paragraph and number.isdecimal())))):
            found = begins(number, self._starts(tuple(pages)))
            body = [start for start in found if not start.heading]  # a heading of this number is a section's
            there = {start.place for start in (body if paragraph else body or found)}
        elif not there and not kind and not paragraph and section != _ANNEX:
            there = self._in_a_row(number, pages)
        return there

    def _in_a_row(self, number: str, pages: Sequence[Place]) -> set[Place]:
        """Where the number begins a line in a row of such, in an item that sets none of them as headings."""
        here = self._starts(tuple(pages))
        if sum(start.heading and len(start.number) == 1 and start.number[0].isdecimal() for start in here) > 1:
            return set()
        return {start.place for start in begins(number, here)}

    def _starts(self, pages: tuple[Place, ...]) -> tuple[Start, ...]:
        if pages not in self._numbered:
            here = ((place, self._files[place[0]].page(place[1])) for place in pages if place[0] in self._files)
            self._numbered[pages] = starts(here)
        return self._numbered[pages]

    def _lines(self, place: Place, called: re.Pattern[str], headed: re.Pattern[str] | None) -> tuple[HeadingLine, ...]:
        if place not in self._texts:
            page = self._page(place)
            self._texts[place] = page_texts(page) if page is not None else None
        texts = self._texts[place]
        return tuple(heading_lines(texts, called, headed)) if texts is not None else ()

    def _on(self, place: Place) -> tuple[str, ...]:
        if place not in self._headings:
            file, page = place
            self._headings[place] = _headings(self._files[file].page(page)) if file in self._files else ()
        return self._headings[place]


def _words_for(said: str, wanted: str) -> str:
    """What stands before the number in the item: the reference may say that it is an annex's, or a section's."""
    annex = re.search(rf"{_ANNEXED}{wanted}(?![\w.]*\d)", said, re.IGNORECASE)
    section = re.search(rf"{_SECTIONED}{wanted}(?![\w.]*\d)", said, re.IGNORECASE)
    words = _SECTION if bool(annex) == bool(section) else _ANNEX if annex else _PLAIN_SECTION
    return f"{words}|{_QUESTION}" if _ASKED.search(said) and words != _ANNEX else words


def _between(first: str, last: str) -> tuple[str, ...]:
    """All of a range: 2 to 6, 1.1 to 1.3, B to D; () where its ends do not say what is between."""
    if len(first) == len(last) == 1 and first.isupper() and last.isupper() and first < last:
        return tuple(chr(code) for code in range(ord(first), ord(last) + 1))
    stem, point, low = first.rpartition(".")
    other, _, high = last.rpartition(".")
    if stem != other or not low.isdecimal() or not high.isdecimal():
        return ()
    return tuple(f"{stem}{point}{number}" for number in expand(low, high))


def _means_paragraph(said: str, number: str) -> bool:
    """Whether a reference calls the number that of a paragraph or clause, which have no headings."""
    called = re.search(rf"{_PARAGRAPH}(?<![\d.]){re.escape(number)}(?!\.?\d)", said, re.IGNORECASE)
    return number[:1].isdecimal() and called is not None


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
    word = hint.partition(" ")[0]
    return word if word in _NAMED or word in PART_WORDS else ""
