"""What is planned before anything is drawn: items and their parts, references, rows and the whole portfolio."""

from dataclasses import dataclass, field

from ..more_references.model import People  # noqa: TID252 - the set is imported by two names


@dataclass(frozen=True, kw_only=True)
class Part:
    """A named part of an item and the text page (from 1, a divider not counted) on which it begins.

    ``number`` is what a reference calls it by; ``heading`` its words, where it has some.
    """

    kind: str
    number: str
    page: int
    heading: str = ""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item of evidence. ``label`` is its number as the applicant writes it, ``id`` the normal form of that.

    ``parent`` is the number of the item that a sub-item belongs to. ``listed`` and ``shown`` say whether the contents
    list and the item itself give the title.
    """

    index: int
    id: str
    label: str
    title: str
    genre: str
    pages: int
    parts: tuple[Part, ...]
    subtitle: str = ""
    parent: str = ""
    sent: bool = True
    listed: bool = True
    shown: bool = True
    file: str = ""  # path in the portfolio; nothing where all is one file


@dataclass(frozen=True, kw_only=True)
class Hint:
    """Where in its item a reference leads. ``form`` has ``{0}``, ``{1}`` where the numbers of ``pages`` are written."""

    form: str = ""
    pages: tuple[int, ...] = ()
    section: str | None = None
    led: tuple[int, ...] = ()  # text pages that it leads to; nothing for the whole item


@dataclass(frozen=True, kw_only=True)
class Ref:
    """One reference: what it names by its id, and where in it. ``item`` is None for what has no items behind it."""

    id: str
    label: str
    items: tuple[Item, ...]
    hint: Hint = Hint()
    simulated: bool = False
    said: str = ""  # words behind the reference that mean nothing for the reading, or that say it is simulated


@dataclass(frozen=True, kw_only=True)
class Row:
    """A sub-category and what is claimed for it. ``text`` stands there instead of the references where it is set."""

    code: str
    refs: tuple[Ref, ...]
    text: str | None = None
    tail: str = ""
    code_note: str = ""  # behind the code: "(simulated)"
    comment: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A whole portfolio."""

    seed: int
    family: str
    form: str
    carrier: str  # pdf, volumes, folder, zip, docx
    segments: str
    counting: str
    word: str
    heading: str
    items: tuple[Item, ...]
    rows: tuple[Row, ...]
    people: People
    listing: str
    claims: bool
    statement: str = ""
    legend: tuple[str, ...] = ()
    draft: tuple[Row, ...] = ()
    draft_first: bool = True
    roman: bool = False
    restart: bool = True  # printed numbers begin with the evidence; else with the sheet behind the cover
    counters: bool = False
    front: str = ""  # file of cover, list and table; nothing where all is one file
    front_docx: bool = False
    messy: bool = False
    traits: tuple[str, ...] = field(default=())

    @property
    def divided(self) -> bool:
        """Whether every item has a sheet of its own in front."""
        return self.segments == "dividers"
