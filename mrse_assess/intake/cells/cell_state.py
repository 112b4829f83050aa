"""Where the reading of a cell stands: what was found so far and what was read last."""

import re
from collections.abc import Iterable
from typing import Final

from mrse_assess.intake.cells.cell import Known, Sign
from mrse_assess.intake.cells.drafts import Draft
from mrse_assess.intake.cells.folders_said import folders_of
from mrse_assess.intake.cells.hint_chain import HintChain, Link, Start
from mrse_assess.intake.cells.hints import Cursor
from mrse_assess.intake.cells.next_item import INSIDE, begins_item, item_follows
from mrse_assess.intake.cells.tokens import Kind, Token
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.words import FILLER_WORDS

_NUMBERS: Final = re.compile(r"\d+")
_LETTERS: Final = re.compile(r"[A-Za-z]+")
_SHORTEST_TITLE: Final = 4  # letters
SEPARATORS: Final = frozenset({Kind.COMMA, Kind.SEMICOLON, Kind.AND})
_DESCRIBES: Final = frozenset({None, Kind.DASH, Kind.COLON})
_APART: Final = frozenset({Kind.SEMICOLON, Kind.AND})


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
        self.separator_text = ""
        self.word = ""  # the word before the item named last
        self.opens_line = False  # whether that word begins a line
        self.chain = HintChain()
        self.led = False  # whether hints stood before the item named last
        self.leads = False  # whether hints stand before their items: "p 3 E7; p 4 E8"
        self.leads_apart = False  # whether they do with a comma between: "p 3, E7; p 4, E8"
        self.begins = False  # whether the hint that is being read begins a line

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
        after = self.last == "prose" and self.separator not in SEPARATORS | {Kind.COLON}
        if not labelled and (after or self._goes_on_after_words()):
            draft.signs.add(Sign.AFTER_WORDS)
        self.led = bool(self.pages or self.sections)
        self.leads |= not self.drafts and self.led and self.separator in _DESCRIBES | {Kind.OPEN}
        self.leads_apart |= not self.drafts and self.led and self.separator is Kind.COMMA
        draft.pages.extend(self.pages)
        draft.sections.extend(self.sections)
        draft.notes.extend([*self.notes, *self.headed])
        self._take_over_title(draft)
        self.pages, self.sections, self.notes = [], [], []
        self.drafts.append(draft)
        self.last, self.separator = "id", None
        self.chain.clear()
        return draft

    def _goes_on_after_words(self) -> bool:
        """Whether a number goes on a list that words began, behind an item: the 3 of "E4 (screen grabs 1-3)"."""
        before = self.drafts[-1] if self.drafts else None
        joined = self.last == "id" and self.separator in {None, Kind.COMMA, Kind.AND, Kind.DASH}
        return joined and before is not None and before.after_words and any(each.labelled for each in self.drafts)

    def _take_over_title(self, draft: Draft) -> None:
        """In "Quench pipe e-mail (Evidence 7)" the title said the item that its label says again."""
        before = self.drafts[-1] if self.drafts else None
        if before is None or not before.signs & {Sign.TITLED, Sign.BY_TITLE} or not draft.labelled:
            return
        if draft.signs & {Sign.TITLED, Sign.BY_TITLE} or self.last != "id" or self.separator not in _DESCRIBES:
            return
        if before.pages or before.sections or self.opens_line:
            return
        self.drafts.pop()
        draft.notes.extend(before.notes)

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
        if self._is_for_last("page"):
            self.drafts[-1].pages.append(pages)
            self.drafts[-1].signs.update({sign} if sign else ())
        else:
            self.pages.append(pages)
        self.last, self.separator = "page", None

    def add_section(self, section: str) -> None:
        """A section of the item named last, or of the one that follows."""
        if self._is_for_last(section.partition(" ")[0] if section[:1].isalpha() else "section"):
            self.drafts[-1].sections.append(section)
        else:
            self.sections.append(section)
        self.last, self.separator = "section", None

    def begin_hint(self, token: Token) -> None:
        """Note whether the hint that begins here begins a line."""
        first = self.at
        while first > 0 and self.found[first - 1].low in FILLER_WORDS and not self.found[first].new_line:
            first -= 1
        self.begins = self.found[first].new_line or token.new_line

    def _is_for_last(self, kind: str) -> bool:
        """Whether a hint is the item's that was named last. One for the next takes those along that go with it."""
        self.chain.add(kind, self._link(kind), self._start())
        if not self.drafts:
            return False
        following = self.is_for_next()
        for along in reversed(self.chain.along(whole=self.led) if following else ()):
            pages = along == "page"
            here = self.drafts[-1].pages if pages else self.drafts[-1].sections
            (self.pages if pages else self.sections)[:0] = here[-1:]
            del here[-1:]
        return not following

    def _link(self, kind: str) -> Link:
        """How the hint that is being read stands to that before it."""
        same = self.chain.last == kind
        if self.last == "id":  # the bracket of the hint before is closed
            return Link.NONE
        if self.separator_text == "/" and self.separator is not None:
            return Link.NONE if same else Link.CLOSE
        if self.separator in _APART:
            return Link.NONE if not same or self.last == "note" else Link.LINE if self.begins else Link.AND
        return Link.NONE if self.last == "note" else Link.LINE if self.begins else Link.CLOSE

    def _start(self) -> Start:
        """How it stands to the item named last, where no hint came between."""
        if self.last == "note":
            return Start.APART
        bare = bool(self.drafts) and not (self.drafts[-1].pages or self.drafts[-1].sections or self.drafts[-1].notes)
        signed = self.separator is not None and self.separator_text in {"|", "/", "."}
        if bare and self.last == "id" and (signed or (self.begins and self.separator is None)):
            return Start.BELOW
        below = self.begins and self.separator is None
        return Start.APART if self.separator in _APART or below else Start.WITH

    def share_out(self) -> bool:
        """Give each item its page of "E1, E2 and E7 (pages 3, 4 and 5 respectively)"; whether there is one for each."""
        pages = ", ".join(self.drafts[-1].pages).split(", ") if self.drafts and self.drafts[-1].pages else []
        sharing = self.drafts[-len(pages) :]
        if len(pages) < 2 or len(sharing) < len(pages) or any(draft.pages for draft in sharing[:-1]):  # noqa: PLR2004 - several
            return False
        for draft, page in zip(sharing, pages, strict=True):
            draft.pages = [page]
        return True

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

    def is_for_next(self, ahead: int = 0) -> bool:
        """In "page 3 of Evidence 7" the hint, which ends there, belongs to the item that follows."""
        if item_follows(self, self.known.ids, ahead):
            return True
        while (token := self.peek(ahead)) is not None and token.kind is Kind.CLOSE:
            ahead += 1
        if token is None or token.low in INSIDE:
            return False
        if self.leads_apart and self.chain.apart and token.kind is Kind.COMMA and not self.in_brackets:
            return begins_item(self, self.known.ids, ahead + 1)
        signed = self.leads and token.kind in _DESCRIBES | {Kind.OPEN}  # "p 12: E7, p 30: E9"
        apart = self.chain.apart or signed
        return self.leads and apart and begins_item(self, self.known.ids, ahead + signed) and not token.new_line

    def _in_folder(self, evidence_id: str) -> str:
        """The id with its folder, where items of several folders bear the label and one folder fits what was said."""
        folder, self.folder = self.folder, ""
        if not folder:
            return evidence_id
        same = [each for each in self.known.ids if each.rpartition("/")[2] == evidence_id and "/" in each]
        fitting = [each for each in same if folder.lower() in folders_of(each)]
        return fitting[0] if len(fitting) == 1 else evidence_id


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
