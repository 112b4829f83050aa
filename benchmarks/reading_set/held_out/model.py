"""What a portfolio of this set is made of."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Topic:
    """What an item may be about."""

    title: str
    kind: str
    file: str
    subs: tuple[str, ...]
    text: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A place in an item: its hint as the truth has it, its words, and whether applicants word it as a section."""

    hint: str
    said: str
    section: bool = False


@dataclass(frozen=True, kw_only=True)
class Item:
    """An item of evidence. ``label`` stands on it and in the list, ``short`` in the table."""

    id: str
    label: str
    short: str
    topic: Topic
    dated: str
    main: str
    """The sub-category it was chosen for."""
    path: str = ""
    """Its file, where it has one of its own: .pdf, .eml, .jpg or .docx."""
    parent: str = ""
    sent: bool = True
    orphan: bool = False

    @property
    def title(self) -> str:
        """What it is called."""
        return self.topic.title


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where an item is: its file, its first page there, and its number of pages; no pages in a Word file."""

    file: str
    first: int | None
    count: int = 0


@dataclass(frozen=True, kw_only=True)
class Paper:
    """An item as set: its first page among all evidence, its pages, its spots with their pages within the item."""

    first: int
    count: int
    spots: tuple[tuple[Spot, int], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Ref:
    """One reference. ``pages`` are counted within the item, a title sheet included."""

    sub: str
    id: str
    short: str
    items: tuple[Item, ...]
    pages: tuple[int, ...] = ()
    spot: Spot | None = None
    simulated: bool = False


@dataclass(frozen=True, kw_only=True)
class Person:
    """The applicant and the referee; what is empty is not said."""

    name: str
    job: str
    hospital: str
    submitted: str
    submitted_said: str
    referee: str
    role: str
    signed: str
    signed_said: str


@dataclass(frozen=True, kw_only=True)
class Story:
    """A portfolio before its pages are counted."""

    person: Person
    items: tuple[Item, ...]
    papers: Mapping[str, Paper]
    refs: tuple[Ref, ...]

    @property
    def sent(self) -> tuple[Item, ...]:
        """Items that are in the portfolio."""
        return tuple(item for item in self.items if item.sent)

    def of(self, sub: str) -> tuple[Ref, ...]:
        """The references of a sub-category."""
        return tuple(ref for ref in self.refs if ref.sub == sub)

    def subs_of(self, item: Item) -> tuple[str, ...]:
        """The sub-categories that cite an item, in their order."""
        return tuple(dict.fromkeys(ref.sub for ref in self.refs if item in ref.items))
