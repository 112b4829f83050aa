"""Where the reading of a cell stands: what was found so far and what was read last."""

import re
from collections.abc import Iterable
from typing import Final

from mrse_assess.intake.cells.cell import Known, Sign
from mrse_assess.intake.cells.drafts import Draft
from mrse_assess.intake.cells.hints import Cursor
from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.words import GLUED_ITEM_WORDS, ITEM_WORDS

_NUMBERS: Final = re.compile(r"\d+")
_LETTERS: Final = re.compile(r"[A-Za-z]+")
_SHORTEST_TITLE: Final = 4  # letters
SEPARATORS: Final = frozenset({Kind.COMMA, Kind.SEMICOLON, Kind.AND})


class CellState(Cursor):
    """The cursor with the drafts of references. ``last`` is what was read last: id, page, section, prose or nothing.

    ``headed``: notes said before a colon, which hold for every item of the line.
    """

    def __init__(self, found: tuple[Token, ...], known: Known, text: str) -> None:
        super().__init__(found)
        self.known = known
        self.text = text
        self.drafts: list[Draft] = []
        self.last = ""
        self.separator: Kind | None = None
        self.pages: list[str] = []
        self.sections: list[str] = []
        self.notes: list[str] = []
        self.headed: list[str] = []
        self.folder = ""
        self.codes: list[str] = []
        self.leftover: list[str] = []
        self.loose: list[str] = []
        self.group = 0

    @property
    def bare_style(self) -> bool:
        """Whether items are written as numbers without a word in this cell."""
        return bool(self.drafts) and not self.drafts[-1].labelled

    def add(self, evidence_id: str, *, labelled: bool, signs: Iterable[Sign] = (), grouped: bool = False) -> Draft:
        """A new item, with the hints and notes that were said before it."""
        self.group += 0 if grouped else 1
        draft = Draft(id=self._in_folder(evidence_id), labelled=labelled, group=self.group, signs=set(signs))
        if not labelled:
            draft.signs.add(Sign.BARE)
        if self.known.ids and draft.id not in self.known.ids:
            usual = labelled and _shape(draft.id) in {_shape(each) for each in self.known.ids}
            draft.signs.add(Sign.UNKNOWN if usual else Sign.STRAY)
        if self.last == "prose" and self.separator not in SEPARATORS | {Kind.COLON} and not labelled:
            draft.signs.add(Sign.AFTER_WORDS)
        draft.pages.extend(self.pages)
        draft.sections.extend(self.sections)
        draft.notes.extend([*self.notes, *self.headed])
        self.pages, self.sections, self.notes = [], [], []
        self.drafts.append(draft)
        self.last, self.separator = "id", None
        return draft

    def pass_title(self) -> None:
        """Pass over the title of the item named last where it follows, so that its numbers are no pages."""
        title = self.known.titles.get(self.drafts[-1].id, "") if self.drafts else ""
        here = self.peek()
        end = _end_of(title, self.text, here.start) if title and here is not None else None
        if end is None:
            return
        width = sum(token.start < end for token in self.found[self.at :])
        self.pass_over(width)
        self.last, self.separator = "id", None

    def add_pages(self, pages: str, sign: Sign | None = None) -> None:
        """Pages of the item named last, or of the one that follows."""
        if self.drafts and not self._belongs_to_next():
            self.drafts[-1].pages.append(pages)
            self.drafts[-1].signs.update({sign} if sign else ())
        else:
            self.pages.append(pages)
        self.last, self.separator = "page", None

    def add_section(self, section: str) -> None:
        """A section of the item named last, or of the one that follows."""
        if self.drafts and not self._belongs_to_next():
            self.drafts[-1].sections.append(section)
        else:
            self.sections.append(section)
        self.last, self.separator = "section", None

    def group_of_last(self) -> list[Draft]:
        """The item named last, with the others of its range."""
        return [draft for draft in self.drafts if draft.group == self.drafts[-1].group] if self.drafts else []

    def leave(self, token: Token) -> None:
        """Pass over words that name nothing."""
        self.leftover.append(token.text)
        self.at += 1
        self.last, self.separator = "prose", None

    def pass_over(self, count: int = 1) -> None:
        """Pass over what was understood and names nothing; its numbers are kept."""
        for token in self.found[self.at : self.at + count]:
            if any(character.isdigit() for character in token.text):
                self.passed.append(token.text)
        self.at += count

    def _belongs_to_next(self) -> bool:
        """In "page 3 of Evidence 7" the hint belongs to the item that follows."""
        token, following = self.peek(), self.peek(1)
        return bool(
            token and token.low in {"of", "in", "from"} and following and following.low in ITEM_WORDS | GLUED_ITEM_WORDS
        )

    def _in_folder(self, evidence_id: str) -> str:
        """The id with its folder, where items of several folders bear the label and one folder fits what was said."""
        folder, self.folder = self.folder, ""
        if not folder:
            return evidence_id
        same = [each for each in self.known.ids if each.rpartition("/")[2] == evidence_id and "/" in each]
        fitting = [each for each in same if folder in _parts(each.rpartition("/")[0])]
        return fitting[0] if len(fitting) == 1 else evidence_id


def _parts(folder: str) -> list[str]:
    spaced = "".join(character if character.isalnum() else " " for character in folder.lower())
    return [part.lstrip("0") for part in spaced.split()]


def _end_of(title: str, text: str, start: int) -> int | None:
    """Where the title ends that the text has at this place, whatever stands between letters; None where it has not."""
    wanted = [character for character in plain(title).lower() if character.isalnum()]
    place = start
    for character in wanted:
        while place < len(text) and not text[place].isalnum():
            place += 1
        if place >= len(text) or text[place].lower() != character:
            return None
        place += 1
    return place if len(wanted) >= _SHORTEST_TITLE else None


def _shape(evidence_id: str) -> str:
    """What a label is made of: "9.9" for 4.1, "9a" for 4a."""
    return _LETTERS.sub("a", _NUMBERS.sub("9", evidence_id.rpartition("/")[2]))
