"""What is known while one Word file is being turned into a sheet."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from mrse_assess.documents.sheets import Mark, NativeCell, escape
from mrse_assess.documents.word.notes import Comment
from mrse_assess.documents.word.numbering import Numbering
from mrse_assess.documents.word.package import Package, Relationship
from mrse_assess.documents.word.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from mrse_assess.documents.word.runs import Change


class Piece(NamedTuple):
    """A stretch of content: how it is shown, and its words in the final text (insertions in, deletions out)."""

    html: str
    text: str


@dataclass(kw_only=True)
class State:
    """The parts that content refers to, and what has been met on the way."""

    package: Package
    styles: Styles
    numbering: Numbering
    comments: Mapping[str, Comment]
    footnotes: Mapping[str, "Element"]
    endnotes: Mapping[str, "Element"]
    part: str
    width: float  # points that a picture may be wide
    relationships: Mapping[str, Relationship] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    picture_names: dict[tuple[str, str, tuple[float, float, float, float] | None], str] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    tables: list[tuple[tuple[NativeCell, ...], ...]] = field(default_factory=list)
    after: list[str] = field(default_factory=list)  # text boxes and notes that follow the present paragraph
    shown_comments: set[str] = field(default_factory=set)
    around: "Change | None" = None  # the tracked change of the table row or cell that is being read
    deleted: int = 0  # stretches of deleted text met so far
    depth: int = 0
    page: int | None = None  # as the writing program numbered it; None if it noted no pages
    ids: int = 0

    def next_id(self, prefix: str) -> str:
        """An id that no other element of the sheet has."""
        self.ids += 1
        return f"{prefix}{self.ids}"

    def mark(self, code: str, **slots: object) -> str:
        """Note a Problem at this place; the HTML that carries its id."""
        mark_id = self.next_id("mark")
        self.marks.append(Mark(code=code, id=mark_id, slots=slots))
        return mark_id

    def mark_once(self, code: str, **slots: object) -> None:
        """Note a Problem of the file as a whole, unless it has been noted."""
        if not any(mark.code == code and mark.id is None and mark.slots == slots for mark in self.marks):
            self.marks.append(Mark(code=code, slots=slots))

    def not_drawn(self, what: str) -> str:
        """A sign in the text where something is not drawn, and its Problem. ``what`` is a noun of ours with article."""
        return f'<span class="mark" id="{self.mark("not-drawn", what=what)}">[{escape(what)}: not drawn here]</span>'

    @contextmanager
    def within(self, part: str) -> Iterator[None]:
        """Content of another part (a header, the notes), with its own relationships."""
        before = self.part, self.relationships
        self.part, self.relationships = part, self.package.relationships(part)
        try:
            yield
        finally:
            self.part, self.relationships = before

    @contextmanager
    def changed(self, change: "Change | None") -> Iterator[None]:
        """Content of a row or cell that was inserted or deleted as a whole, with changes tracked."""
        before, self.around = self.around, change or self.around
        try:
            yield
        finally:
            self.around = before

    @contextmanager
    def narrowed(self, width: float) -> Iterator[None]:
        """Content of a cell or box ``width`` points wide."""
        before, self.width = self.width, max(width, 20.0)
        try:
            yield
        finally:
            self.width = before

    def page_began(self, times: int = 1) -> str | None:
        """Count pages of the writing program; the label of the present one."""
        if self.page is None:
            return None
        self.page += times
        return str(self.page)

    def take_after(self) -> str:
        """What follows the present paragraph, once."""
        html = "".join(self.after)
        self.after.clear()
        return html
