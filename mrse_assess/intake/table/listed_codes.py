"""Cells that list sub-categories: "1.1, 3.2 and 4.1", "Cat 4 (4.1-4.3)", ".1 .2", "1.1 (pp 3-5); 3 (simulated)"."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from mrse_assess.intake.cells.phrases import says_simulated
from mrse_assess.intake.cells.place_words import PLURAL_SECTIONS
from mrse_assess.intake.table.code_tokens import KINDS, PAGES, TOKEN
from mrse_assess.intake.table.code_wordings import in_plain_codes
from mrse_assess.intake.table.listed_places import placed_codes
from mrse_assess.intake.table.listed_said import Listed, Said, each_once, is_only_pages, pages_of
from mrse_assess.intake.table.marking import is_mark
from mrse_assess.intake.table.ticked_boxes import ticked_only
from mrse_assess.intake.text.codes import ORDINALS
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.words import BLANK_BEGINNINGS, BLANK_CELLS, SECTION_WORDS

_NEXT_BRACKET: Final = re.compile(r"[^()\[\]{}]*[)\]}]")
_CODE_IN: Final = re.compile(r"(?<![\d.])\d?\s?\.\s?\d(?![\d.])|^\s*all\b", re.IGNORECASE)
_WORDED: Final = re.compile(  # what may say where in the item
    r"(?!(?:and|to|plus|sc|cats?|sub|categor(?:y|ies)|all|simulated|sim|i{2,3}|iv)\b)\b[^\W\d_]{2}|[\u00a7#]"
    r"|\bss?\.?\s?\d",
    re.IGNORECASE,
)
_COLONED: Final = re.compile(r"(?<=\d\.\d)\s?:\s?(\d{1,3})(?=\s*(?:[,;)\n]|$))")
"""A figure behind a code and a colon, "4.2:3": a page, a section or another code, which nobody can tell."""

_FALLS: Final = re.compile(r"(?P<page>\d+)\s?(?:,|and|&)\s?(?P<code>\d)\Z")
_EVERY: Final = re.compile(r"\b(?:both|all|each)\b", re.IGNORECASE)
_LEADS: Final = frozenset(
    re.findall(
        r"\w+",
        "for supports support supporting supported claims claimed claim covers covered maps mapped to under against "
        "evidences evidence criteria criterion competency competencies used in see relates codes code section area "
        "meets addresses and the",
    )
)
"""Words that may stand before the first code of a cell."""


def read_listed(text: str, codes: Sequence[str], category: str | None = None, marks: Collection[str] = ()) -> Listed:
    """The sub-categories of a cell; ``category`` is that of the column where each category has one.

    ``marks`` are what the legend explains as "simulated".
    """
    text = plain(text).strip()
    ticked = ticked_only(text, len(codes))
    if ticked is not None:
        return _Walk(ticked, codes, category, frozenset(marks)).read() if ticked else Listed(blank=True)
    low = " ".join(text.lower().split()).strip(" .")
    if category is not None and is_mark(text) and low not in ORDINALS and not low.isdecimal():
        return Listed((Said(category),), begins=True) if category in codes else Listed(unread=(text,))
    if low in BLANK_CELLS or (low.startswith(BLANK_BEGINNINGS) and not _CODE_IN.search(low)):
        return Listed(blank=True)
    if category is not None and category in codes and low in {"all", category}:
        return Listed((Said(category),), begins=True)
    odd = tuple(_COLONED.findall(text))
    text = _COLONED.sub("", text)
    text = in_plain_codes(text, codes) if category is None else text
    listed = _Walk(text, codes, category, frozenset(marks)).read()
    listed = listed._replace(unread=(*listed.unread, *odd))
    if category is None and _WORDED.search(text):
        return _with_places(text, listed, codes, marks)
    return listed


def _with_places(text: str, listed: Listed, codes: Sequence[str], marks: Collection[str]) -> Listed:
    """The cell read as codes with places behind each, where it is written so; else as it was read."""
    placed = placed_codes(text, codes, marks)
    there = " ".join(f"{each.code} {each.section or ''}" for each in placed).split()
    written = (each.code for each in listed.said if "." in each.code and each.code not in there)
    if not placed or any(re.search(rf"(?<![\d.]){re.escape(code)}(?!\.?\d)", text) for code in written):
        return listed
    said = tuple(Said(each.code, each.pages, each.simulated, section=each.section) for each in placed)
    dotted = any("." in each.code for each in placed)
    return Listed(said, begins=True, unread=(), words=listed.words, dotted=dotted)


class _Walk:
    """A walk over the tokens of one cell."""

    def __init__(self, text: str, codes: Sequence[str], category: str | None, marks: frozenset[str]) -> None:
        self.text, self.codes, self.marks = text, tuple(codes), marks
        self.column = category
        self.category = category  # the one that a last figure belongs to
        self.group: str | None = None  # a category's number that was said and for which no code has stood yet
        self.said: list[Said] = []
        self.unread: list[str] = []
        self.words = 0
        self.begins: bool | None = None
        self.fresh = True  # at the beginning of the text, of a line or after a separator
        self.link = ""
        self.dotted = self.lost = False
        self.group_start = self.run_start = 0  # where the last category, and the last range of codes, begins
        self.place = self.plural = self.codes_led = False  # numbers are places; of several; codes are led so
        self.after_code = False  # no word has stood since the last code
        self.shortened = False  # the last code was written by its last figure

    def read(self) -> Listed:
        """What the cell lists."""
        at = 0
        while match := TOKEN.search(self.text, at):
            at = match.end()
            kind = next(name for name in KINDS if match.group(name) is not None)
            at = self._take(kind, match, at)
        self._close_group()
        if self.lost:
            return Listed(unread=(self.text,))
        return Listed(
            tuple(each_once(self.said)), False, bool(self.begins), tuple(self.unread), self.words, self.dotted
        )

    def _take(self, kind: str, match: re.Match[str], at: int) -> int:
        if kind in {"dotted", "roman", "last", "digit", "all"}:
            self._take_code(kind, match)
        elif kind == "group":
            self._close_group()
            self.group = self.category = self.text[at]
            self.link, self.fresh = "", False
            self.group_start = len(self.said)
            self.begins = True if self.begins is None else self.begins
            return at + 1
        elif kind == "open":
            return self._take_bracket(at)
        elif kind == "pages":
            return self._take_pages(match)
        elif kind in {"mark", "word", "other"}:
            self._take_sign(kind, match.group())
        elif kind in {"list", "slash", "range"}:
            if kind != "range" and match.group() != "\n":
                self._close_group()
            if kind == "list" and not self.plural:
                self.place = False
            self.fresh, self.link = True, "/" if kind == "slash" else "-" if kind == "range" else ","
        return at

    def _take_sign(self, kind: str, text: str) -> None:
        if kind == "mark":
            self._mark(text)
        elif kind == "word":
            self.place = self._leads_to_place(text)
        else:
            self._take_word(text)

    def _take_pages(self, match: re.Match[str]) -> int:
        """Pages; a last figure that is a category's own code and lower than the page before it is that code."""
        text, end = match.group(), match.end()
        back = _FALLS.search(text)
        if back and back["code"] in self.codes and int(back["code"]) <= int(back["page"]):
            text, end = text[: back.end("page")], match.start() + back.end("page")
        self._hint(re.sub(r"^\D+", "", text))
        return end

    def _take_word(self, word: str) -> None:
        if self.column is not None and (ordinal := ORDINALS.get(word.lower())):
            self.said.extend(Said(code) for code in self._known(self.column, str(ordinal)))
            self.begins = True if self.begins is None else self.begins
            return
        self.place = self.place or self._leads_to_place(word)
        if word.lower() in _LEADS or not word[0].isalnum():
            return
        if says_simulated(word):
            self._simulated()
            return
        self.begins = False if self.begins is None else self.begins
        self.words += 1
        self.fresh = self.after_code = False
        if any(character.isdecimal() for character in word):
            self.unread.append(word)

    def _leads_to_place(self, word: str) -> bool:
        """Whether numbers after this word are places of the item: it stands behind a code, not before the first."""
        low = word.strip(" .-")
        if low.lower() not in SECTION_WORDS or low.isupper():
            return False
        self.codes_led = self.codes_led or not self.said
        self.plural = low.lower() in PLURAL_SECTIONS
        return not self.codes_led

    def _take_code(self, kind: str, match: re.Match[str]) -> None:
        found, guessed = ((), False) if self.place else self._code(kind, match)
        if not found:
            self.unread.append(match.group().strip())
            self.begins = False if self.begins is None else self.begins
            return
        self.begins = True if self.begins is None else self.begins
        self.dotted = self.dotted or kind in {"dotted", "roman", "last"}
        if self.link == "-" and self.said and self.group is None and len(found) == 1:
            found = (*self._between(self.said[-1].code, found[0]), *found)
        self.run_start = len(self.said) - (self.link == "-" and bool(self.said) and len(found) > 1)
        self.said.extend(Said(code, guessed=guessed) for code in found)
        self.category = found[-1].partition(".")[0]
        self.group, self.fresh, self.link, self.after_code = None, False, "", True

    def _code(self, kind: str, match: re.Match[str]) -> tuple[tuple[str, ...], bool]:
        """The codes that a token stands for, and whether that was a guess."""
        self.shortened = self.shortened and kind == "digit"
        if kind == "dotted":
            return self._known(match["a"], match["b"]), False
        if kind == "roman":
            return self._known(match["c"], str(ORDINALS[(match["d"] or match["e"]).lower()])), False
        if kind == "last":
            return (self._known(self.category, match["f"]) if self.category else ()), False
        if kind == "all":
            group = self.group or self.column
            every = [code for code in self.codes if group is None or code.partition(".")[0] == group]
            return (tuple(every) if self.fresh or self.group else ()), group is None
        return self._digit(match.group())

    def _digit(self, digit: str) -> tuple[tuple[str, ...], bool]:
        """A figure by itself: a category that is a sub-category too, or the last figure of the code before."""
        sibling = self._known(self.category, digit) if self.category else ()
        sibling = sibling if sibling and "." in sibling[0] else ()
        if self.column is not None and sibling:
            return sibling, False
        if not (self.fresh or self.after_code):
            return (), False
        short = bool(sibling and self.said) and (self.link in {"/", "-"} or (self.shortened and bool(self.link)))
        if not short and digit in self.codes:
            return (digit,), False
        self.shortened = short or bool(sibling and self.said and self.link)
        return (sibling if self.shortened else ()), self.link not in {"/", "-"}

    def _known(self, category: str | None, last: str) -> tuple[str, ...]:
        code = f"{category}.{last}"
        if code in self.codes:
            return (code,)
        return (category,) if category in self.codes and last in {"0", "1"} else ()  # "3.0": a spreadsheet's number

    def _between(self, first: str, last: str) -> tuple[str, ...]:
        start, end = self.codes.index(first), self.codes.index(last)
        return self.codes[start + 1 : end]

    def _close_group(self) -> None:
        """A category that was said without sub-categories: itself where it is one, else all of its own."""
        if self.group is None:
            return
        mine = tuple(code for code in self.codes if code.partition(".")[0] == self.group)
        self.run_start = len(self.said)
        self.said.extend(Said(code, guessed=self.group not in self.codes) for code in mine)
        self.group = None

    def _take_bracket(self, at: int) -> int:
        """What stands in brackets: codes of a category, pages, a note; else words of no concern."""
        inner = _NEXT_BRACKET.match(self.text, at)
        if inner is None:
            return at
        text = inner.group()[:-1]
        if self.group is not None and re.search(r"\d|\ball\b", text, re.IGNORECASE) and not is_only_pages(text):
            self.fresh, self.link = True, ""
            return at  # its codes are read one by one
        mark = f"{self.text[at - 1]}{text.strip().lower()}{inner.group()[-1]}"  # with its own brackets
        if mark in self.marks:
            self._mark(mark)
        elif says_simulated(text):
            self._close_group()
            self._simulated(every=bool(_EVERY.search(text)))
            if pages := re.search(rf"\bp\S*\s?({PAGES})", text):
                self._hint(pages.group(1))
        elif self.said and is_only_pages(text):
            self._hint(re.sub(r"^\D+", "", text))
        elif text.strip().lower() in ORDINALS:
            self.lost = True  # a category's number, before it
        elif _CODE_IN.search(text) or (not self.said and re.search(r"\d", text)):
            self.fresh = True
            return at
        return inner.end()

    def _hint(self, pages: str) -> None:
        self._close_group()
        if self.said and self.said[-1].pages is None:
            self.said[-1] = self.said[-1]._replace(pages=pages_of(pages))

    def _mark(self, mark: str) -> None:
        if mark in self.marks:
            self._close_group()
            self._simulated()

    def _simulated(self, *, every: bool = False) -> None:
        self._close_group()
        start = self.group_start if every and self.group_start < len(self.said) else 0 if every else self.run_start
        for place in range(len(self.said))[start:]:
            self.said[place] = self.said[place]._replace(simulated=True)
