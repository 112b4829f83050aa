"""A recursive descent over the tokens of a reference cell, with the ids that exist to decide what numbers mean."""

from typing import Final

from mrse_assess.intake.cell import SURE, CellReading, Known
from mrse_assess.intake.drafts import Draft, reference_of
from mrse_assess.intake.hints import Cursor, pages_after, sections_after
from mrse_assess.intake.labels import file_id, lettered_id, numbered_id
from mrse_assess.intake.ranges import expand
from mrse_assess.intake.tokens import Kind, Token
from mrse_assess.intake.words import (
    ALL_WORDS,
    BLANK_BEGINNINGS,
    FILLER_WORDS,
    GLUED_ITEM_WORDS,
    ITEM_WORDS,
    LETTERED_WORDS,
    NUMBER_WORDS,
    PAGE_WORDS,
    PAGES_WORDS,
    SECTION_WORDS,
    SIMULATED,
    SIMULATED_WORDS,
)

_BARE: Final = 0.94
_RANGE: Final = 0.9
_UNKNOWN: Final = 0.9  # labelled, but no such item: the cell is clear, the item is missing
_BARE_UNKNOWN: Final = 0.6
_GUESS: Final = 0.5
_PAGE_BARE: Final = 0.75  # "E7 12-15"
_PAGE_BRACKETED: Final = 0.85  # "7 (2-3)"
_PAGE_LISTED: Final = 0.88  # "E7 p 2, 4"
_LONGEST_ROMAN: Final = 4  # letters
_YEAR_DIGITS: Final = 4
_NEXT: Final = 2  # tokens on from an id: what stands right after its dash
_SEPARATORS: Final = frozenset({Kind.COMMA, Kind.SEMICOLON, Kind.AND})
_SKIPPED: Final = frozenset({Kind.COMMA, Kind.SEMICOLON, Kind.AND, Kind.COLON, Kind.DASH, Kind.OTHER, Kind.CLOSE})


class CellParser(Cursor):
    """Walks over the tokens once; every step takes at least one."""

    def __init__(self, found: tuple[Token, ...], known: Known, text: str) -> None:
        super().__init__(found)
        self.known = known
        self.text = text
        self.drafts: list[Draft] = []
        self.last = ""  # what was read last: id, page, section, prose or nothing yet
        self.separator: Kind | None = None
        self.pending_pages: list[str] = []
        self.pending_sections: list[str] = []
        self.pending_notes: list[str] = []
        self.codes: list[str] = []
        self.leftover: list[str] = []
        self.loose: list[str] = []

    def run(self) -> None:
        """Read every token."""
        while (token := self.peek()) is not None:
            before = self.at
            self._step(token)
            if self.at == before:  # whatever is not understood is passed over, never looped on
                self.at += 1

    def _step(self, token: Token) -> None:
        if token.kind is Kind.OPEN:
            self._bracket()
        elif token.kind in _SKIPPED:
            self._skip(token)
        elif token.kind is Kind.FILE:
            self._file(token)
        elif token.kind is Kind.NUMBER:
            self._number(token)
        elif token.kind is Kind.WORD:
            self._word(token)
        else:
            self._prose(token)

    def _skip(self, token: Token) -> None:
        self.in_brackets = self.in_brackets and token.kind is not Kind.CLOSE
        if token.kind is Kind.CLOSE and self.drafts:
            self.last = "id"  # what follows the bracket stands to the item, not to the hint inside
        elif token.kind is not Kind.OTHER or self.separator is None:
            self.separator = token.kind
        self.at += 1

    def _word(self, token: Token) -> None:
        if self._is_item_word(token):
            self._labelled(token)
        elif token.low in PAGE_WORDS | PAGES_WORDS and (pages := pages_after(self, bare=self._bare_style())):
            self._attach_pages(pages)
        elif token.low in SECTION_WORDS and (section := sections_after(self)):
            self._attach_section(section)
        elif token.low in SIMULATED_WORDS:
            self.at += 1
            self._note(SIMULATED)
        elif token.low in FILLER_WORDS | NUMBER_WORDS:
            self.at += 1
        elif not self._letter(token):
            self._prose(token)

    def _is_item_word(self, token: Token) -> bool:
        following = self.peek(1)
        if following is None:
            return False
        if token.low in GLUED_ITEM_WORDS and token.low not in ITEM_WORDS:
            return self._number_follows(1)
        if token.low not in ITEM_WORDS:
            return False
        if self._number_follows(1):
            return True
        return token.low in LETTERED_WORDS and self._letter_at(1) is not None

    def _number_follows(self, ahead: int) -> bool:
        """Whether a number follows, with at most "no.", another item word and punctuation in between."""
        for step in range(ahead, ahead + 5):
            token = self.peek(step)
            if token is None:
                return False
            if token.kind is Kind.NUMBER:
                return True
            small = token.kind in {Kind.OTHER, Kind.DASH, Kind.COLON} and not token.new_line
            if not (small or token.low in NUMBER_WORDS or token.low in ITEM_WORDS):
                return False
        return False

    def _letter_at(self, ahead: int) -> str | None:
        token = self.peek(ahead)
        if token is None or token.kind is not Kind.WORD or len(token.text) > _LONGEST_ROMAN or not token.text.isupper():
            return None
        if len(token.text) > 1 and set(token.text) - set("IVX"):
            return None
        digits = self.peek(ahead + 1)
        glued = digits is not None and digits.kind is Kind.NUMBER and not digits.spaced
        return lettered_id(token.text, digits.text if glued and digits else "")

    def _labelled(self, token: Token) -> None:
        if self._belongs_to_last(token):
            return
        glued = not (following := self.peek(1)) or not following.spaced
        self.at += 1
        if token.low in LETTERED_WORDS and (letter := self._letter_at(0)):
            self._letters(letter)
            return
        while (here := self.peek()) is not None and here.kind is not Kind.NUMBER:
            self.at += 1
        self._ids(labelled=True, glued=glued)

    def _belongs_to_last(self, token: Token) -> bool:
        """In "Evidence 7 Appendix B" a part of item 7, where no item B exists and nothing separates the two."""
        letter = self._letter_at(1)
        lettered = token.low in LETTERED_WORDS and letter is not None
        if not lettered or self.last not in {"id", "page", "section"} or self.separator is not None:
            return False
        if letter in self.known.ids or not self.drafts:
            return False
        self.drafts[-1].sections.append(f"{token.text} {letter}")
        self.at += 2
        return True

    def _letters(self, first: str) -> None:
        """A letter after "Appendix", or a range of them."""
        self.at += 1 if len(first) == 1 or not first[-1].isdecimal() else 2
        ids = [first]
        dash, end = self.peek(), self._letter_at(1)
        if dash is not None and dash.kind is Kind.DASH and end and len(end) == len(first) == 1 and end > first:
            ids = [chr(code) for code in range(ord(first), ord(end) + 1)]
            self.at += 2
        for each in ids:
            self._add(each, labelled=True, confidence=SURE)

    def _letter(self, token: Token) -> bool:
        """A bare letter: "4a, b" or an item B that exists."""
        previous = self.drafts[-1].id if self.drafts and self.last == "id" else ""
        single = len(token.text) == 1
        if single and token.text.islower() and previous[-1:].isalpha() and self.separator in _SEPARATORS:
            self.at += 1
            self._add(previous[:-1] + token.low, labelled=self.drafts[-1].labelled, confidence=_BARE)
            return True
        letter = self._letter_at(0)
        if letter is None or (
            letter not in self.known.ids and not (self.last == "id" and self.separator in _SEPARATORS)
        ):
            return False
        if letter not in self.known.ids and not any(draft.id.isalpha() for draft in self.drafts):
            return False
        self._letters(letter)
        return True

    def _file(self, token: Token) -> None:
        self.at += 1
        known = self.known.files.get(token.low)
        self._add(known or file_id(token.text), labelled=True, confidence=SURE if known else _UNKNOWN)

    def _number(self, token: Token) -> None:
        if token.text.isdecimal() and len(token.text) == _YEAR_DIGITS and numbered_id(token.text) not in self.known.ids:
            self._prose(token)  # a year
        elif self._is_enumerator():
            self.at += 1
        elif self._is_page_of_last(token):
            self._attach_pages(pages_after(self, bare=True, word=False) or "", confidence=_PAGE_BARE)
        elif self.last == "id" and self.separator is Kind.DASH:
            self._prose(token)  # "7 - 3 T scanner": a title that begins with a number
        elif self.last in {"page", "section"} and self.separator is Kind.COMMA and not self._bare_style():
            self._attach_pages(pages_after(self, bare=True, word=False) or "", confidence=_PAGE_LISTED)
        else:
            self._ids(labelled=False, glued=False)

    def _is_enumerator(self) -> bool:
        """The 1 of "1. Evidence 7" counts the lines of the cell."""
        token, following, after = self.peek(), self.peek(1), self.peek(2)
        closes = following is not None and (following.kind is Kind.CLOSE or following.text == ".")
        return bool(token and token.new_line and closes and after and after.low in ITEM_WORDS | GLUED_ITEM_WORDS)

    def _is_page_of_last(self, token: Token) -> bool:
        """In "E7 12-15" and "E7: 3" a number right after an item, without a comma, counts its pages."""
        if self.last != "id" or not self.drafts or token.new_line:
            return False
        if self.separator is Kind.COLON:
            return True
        return self.separator is None and numbered_id(token.text) != self.drafts[-1].id

    def _ids(self, *, labelled: bool, glued: bool) -> None:
        """An id, or a range of ids, at the cursor."""
        token = self.peek()
        if token is None or token.kind is not Kind.NUMBER:
            return
        first = _token_id(token)
        end = self._range_end()
        if end is not None:
            self._range(first, end, labelled=labelled)
            return
        self.at += 1
        self._single(first, labelled=labelled, glued=glued)

    def _range_end(self) -> Token | None:
        dash = self.peek(1)
        if dash is None or dash.kind is not Kind.DASH:
            return None
        for ahead in (2, 3, 4):
            token = self.peek(ahead)
            if token is None or (token.new_line and ahead > _NEXT):
                return None
            if token.kind is Kind.NUMBER or (
                ahead == _NEXT and token.kind is Kind.WORD and len(token.text) == 1 and token.text.islower()
            ):
                return token
            if token.low not in ITEM_WORDS | GLUED_ITEM_WORDS and token.text != ".":
                return None
        return None

    def _range(self, first: str, end: Token, *, labelled: bool) -> None:
        ids = expand(first, _token_id(end) if end.kind is Kind.NUMBER else end.low)
        after = self.found.index(end, self.at) + 1
        if not ids:
            self.at += 1
            self._single(first, labelled=labelled, glued=False)
            return
        there = sum(each in self.known.ids for each in ids)
        if self.known.ids and not labelled and there < len(ids):
            self._uncertain_range(ids, there, after)
            return
        self.at = after
        confidence = _RANGE if labelled or (there == len(ids) and self.known.ids) else _GUESS
        for each in ids:
            self._add(each, labelled=labelled, confidence=confidence)

    def _uncertain_range(self, ids: tuple[str, ...], there: int, after: int) -> None:
        """A range of which not all items exist: pages of the portfolio, unless most of them do."""
        self.at = after
        if 2 * there > len(ids):
            for each in ids:
                self._add(each, labelled=False, confidence=_GUESS)
            return
        self.loose.append(f"{ids[0]}-{ids[-1]}")
        self.last, self.separator = "page", None

    def _single(self, found: str, *, labelled: bool, glued: bool) -> None:
        ids = self.known.ids
        head, dot, tail = found.partition(".")
        if found in ids or not dot:
            self._add(found, labelled=labelled, confidence=SURE if labelled else _BARE)
        elif not labelled and found in self.known.codes:
            self.codes.append(found)
            self.last, self.separator = "prose", None
        elif head in ids and (glued or not labelled):
            self._add(head, labelled=labelled, confidence=_BARE_UNKNOWN)
            self.drafts[-1].sections.append(tail)
        else:
            self._add(found, labelled=labelled, confidence=_UNKNOWN if labelled else _GUESS)

    def _add(self, evidence_id: str, *, labelled: bool, confidence: float) -> None:
        if self.known.ids and evidence_id not in self.known.ids:
            confidence = min(confidence, _UNKNOWN if labelled else _BARE_UNKNOWN)
        prose = self.last == "prose" and self.separator not in _SEPARATORS | {Kind.COLON} and not labelled
        draft = Draft(id=evidence_id, labelled=labelled, confidence=_GUESS if prose else confidence, after_prose=prose)
        draft.pages.extend(self.pending_pages)
        draft.sections.extend(self.pending_sections)
        draft.notes.extend(self.pending_notes)
        self.pending_pages, self.pending_sections, self.pending_notes = [], [], []
        self.drafts.append(draft)
        self.last, self.separator = "id", None

    def _bare_style(self) -> bool:
        """Whether items are written as numbers without a word in this cell."""
        return bool(self.drafts) and not self.drafts[-1].labelled

    def _attach_pages(self, pages: str, *, confidence: float = 1.0) -> None:
        if self.drafts and not self._skip_of():
            self.drafts[-1].pages.append(pages)
            self.drafts[-1].confidence = min(self.drafts[-1].confidence, confidence)
        else:
            self.pending_pages.append(pages)
        self.last, self.separator = "page", None

    def _attach_section(self, section: str) -> None:
        if self.drafts and not self._skip_of():
            self.drafts[-1].sections.append(section)
        else:
            self.pending_sections.append(section)
        self.last, self.separator = "section", None

    def _skip_of(self) -> bool:
        """In "page 3 of Evidence 7" the hint belongs to the item that follows."""
        token, following = self.peek(), self.peek(1)
        return bool(
            token and token.low in {"of", "in", "from"} and following and following.low in ITEM_WORDS | GLUED_ITEM_WORDS
        )

    def _note(self, note: str) -> None:
        if self.drafts:
            self.drafts[-1].notes.append(note)
        else:
            self.pending_notes.append(note)

    def _prose(self, token: Token) -> None:
        self.leftover.append(token.text)
        self.at += 1
        self.last, self.separator = "prose", None

    def _bracket(self) -> None:
        """A bracket: hints for the item before it, pages as bare numbers, or a note in words."""
        close = next(
            (place for place in range(self.at + 1, self.stop) if self.found[place].kind is Kind.CLOSE), self.stop
        )
        inside = self.found[self.at + 1 : close]
        numbers = bool(inside) and all(_is_page_part(token) for token in inside)
        if (numbers and not self.drafts) or any(self._says_where(place) for place in range(self.at + 1, close)):
            self.at += 1  # the words inside are read like any others
            self.in_brackets = bool(self.drafts)
            return
        if numbers and self.last != "prose":
            self.at += 1
            self._attach_pages(pages_after(self, bare=False, word=False) or "", confidence=_PAGE_BRACKETED)
        elif any(token.kind is Kind.WORD for token in inside):
            self._words_in_brackets(inside)
        self.at = min(close + 1, self.stop)
        self.last, self.separator = ("id" if self.drafts else self.last), None

    def _says_where(self, place: int) -> bool:
        """Whether an item, a page or a section is named at this place of the cell."""
        token, after = self.found[place], self.found[place + 1 : place + 3]
        words = PAGE_WORDS | PAGES_WORDS | SECTION_WORDS | ITEM_WORDS | GLUED_ITEM_WORDS
        number = bool(after) and (
            after[0].kind is Kind.NUMBER or (after[0].text == "." and after[-1].kind is Kind.NUMBER)
        )
        lettered = token.low in LETTERED_WORDS and bool(after) and len(after[0].text) == 1
        return token.kind is Kind.FILE or (token.low in words and number) or lettered

    def _words_in_brackets(self, inside: tuple[Token, ...]) -> None:
        words = {token.low for token in inside}
        if not words & SIMULATED_WORDS:
            return  # a title or remark, kept in the cell's raw text
        for draft in self.drafts if words & ALL_WORDS else self.drafts[-1:]:
            draft.notes.append(SIMULATED)
        if not self.drafts:
            self.pending_notes.append(SIMULATED)

    def result(self) -> CellReading:
        """What was read; numbers after words of a title count only where such an item exists."""
        labelled = any(draft.labelled for draft in self.drafts)
        kept = [draft for draft in self.drafts if not (draft.after_prose and (labelled or not self._plausible(draft)))]
        return CellReading(
            references=tuple(reference_of(draft) for draft in kept),
            blank=not (kept or self.loose or self.pending_pages)
            and self.text.strip().lower().startswith(BLANK_BEGINNINGS),
            loose_pages=(*self.loose, *self.pending_pages),
            loose_sections=tuple(self.pending_sections),
            codes=tuple(self.codes),
            notes=tuple(self.pending_notes),
            leftover=tuple(self.leftover),
        )

    def _plausible(self, draft: Draft) -> bool:
        return draft.id in self.known.ids


def _token_id(token: Token) -> str:
    suffix = token.text[-1] if token.text[-1].isalpha() else ""
    return numbered_id(token.text.removesuffix(suffix) if suffix else token.text, suffix)


def _is_page_part(token: Token) -> bool:
    return (token.kind is Kind.NUMBER and token.text.isdecimal()) or token.kind in {Kind.DASH, Kind.COMMA, Kind.AND}
