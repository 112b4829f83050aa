"""A portfolio as it is planned: people, items, and what is claimed with what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from .habits import Habits


@dataclass(frozen=True, kw_only=True)
class Part:
    """A place inside an item that a reference may name: a section, table, figure, slide, or minute."""

    kind: str
    number: str

    @property
    def hint(self) -> str:
        """As answers write it."""
        return f"{self.kind} {self.number}" if self.kind in {"table", "figure", "slide"} else self.number


@dataclass(frozen=True, kw_only=True)
class Item:
    """An item: ``id`` is its normal form, ``label`` as in lists and on pages, ``name`` as in the table."""

    id: str
    number: str
    label: str
    name: str
    title: str
    kind: str
    things: tuple[str, ...]
    codes: tuple[str, ...]
    dated: date
    divider: bool = False
    sent: bool = True
    simulated: bool = False
    first: int = 1  # the number printed on its first written page, where it has numbers of its own
    carrier: str = "pdf"  # or docx, odt, eml, jpg
    file: str = ""  # its own file, where it has one
    beside: str = ""  # a second file of it
    size: int = 4  # how many sections its paper has


@dataclass(frozen=True, kw_only=True)
class Ref:
    """An item claimed for a sub-category; ``pages`` count from the item's first written page."""

    code: str
    item: Item
    pages: tuple[tuple[int, int], ...] = ()
    part: Part | None = None
    beyond: bool = False


@dataclass(frozen=True, kw_only=True)
class People:
    """Who applies and who vouches."""

    applicant: str
    initials: str
    post: str
    site: str
    letters: str
    submitted: date | None
    referee: str
    referee_title: str
    referee_letters: str
    referee_post: str
    vouched: date


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All that is decided before references are drawn."""

    habits: Habits
    people: People
    items: tuple[Item, ...]

    @property
    def sent(self) -> tuple[Item, ...]:
        """The items that are there."""
        return tuple(item for item in self.items if item.sent)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """Where the items lie: first and last position in their files, and the page of each named part in its item."""

    spans: Mapping[str, tuple[int, int]]
    parts: Mapping[str, Mapping[Part, int]]  # counted from the first written page
    files: Mapping[str, str] = field(default_factory=dict)
    running: int | None = None  # the number printed on the first page of evidence, where numbers run through it

    def length(self, item: Item) -> int:
        """Its written pages; 0 where they are not known."""
        if item.id not in self.spans:
            return 0
        first, last = self.spans[item.id]
        return last - first + 1 - item.divider
