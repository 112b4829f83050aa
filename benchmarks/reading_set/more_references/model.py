"""What is planned before anything is set: items, references, and how this applicant writes."""

import datetime as dt
from dataclasses import dataclass, field

from .labels import Style


@dataclass(frozen=True, kw_only=True)
class Part:
    """A numbered part of an item, and the page of its text (from 1, the divider not counted) on which it begins."""

    kind: str
    number: str
    page: int
    heading: str


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item of evidence. ``index`` is its place among all labels; ``sent`` is false for what is missing."""

    index: int
    number: str
    padded: str
    title: str
    pages: int
    parts: tuple[Part, ...]
    sent: bool = True
    first: int = 0  # the page of all evidence, from 1, on which it begins

    @property
    def id(self) -> str:
        """The normalised id."""
        return self.number.lower() if self.number[:1].isdigit() else self.number


@dataclass(frozen=True, kw_only=True)
class Hint:
    """Which of an item's text pages and parts a reference names, and in which words."""

    pages: tuple[int, ...] = ()
    parts: tuple[Part, ...] = ()
    page_words: str = ""
    part_words: str = ""
    both_words: str = ""
    joined: str = "{label}, {hint}"
    section: str | None = None


@dataclass(frozen=True, kw_only=True)
class Reference:
    """One reference of one cell, and how its item is called there."""

    item: Item
    hint: Hint
    label: str
    simulated: bool = False


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A row of the table: its references and the words between and around them. ``text`` is set where fixed."""

    code: str
    references: tuple[Reference, ...]
    between: str = "; "
    before: str = ""
    after: str = ""
    several: str = ""  # one word for several numbers
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class People:
    """Who applied and who vouches, and how both are written."""

    applicant: str
    letters: str
    cover: str
    submitted: dt.date | None
    submitted_words: str
    submitted_form: str
    referee: str
    referee_letters: str
    role: str
    vouched: dt.date | None
    vouched_form: str
    form: str
    signed: bool


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A whole portfolio before it is set."""

    seed: int
    style: Style
    carrier: str  # pdf, folder, zip
    segments: str  # dividers, headings, stamps, files, folders, bookmarks
    counting: str
    statement: str
    items: tuple[Item, ...]
    cells: tuple[Cell, ...]
    simulated_words: str
    legend: str
    column: tuple[str, str, str] | None
    people: People
    listed: str  # form of the contents list, or none
    list_heading: str
    claims: tuple[tuple[int, tuple[str, ...]], ...]  # by index of the item
    naming: str  # form of file names
    heading_form: str
    table_heading: str
    column_heading: str
    ruled: bool
    offset: int  # pages before the one printed as 1
    wordings: frozenset[str] = field(default_factory=frozenset)

    @property
    def divided(self) -> bool:
        """Whether every item has a sheet of its own in front."""
        return self.segments == "dividers"
