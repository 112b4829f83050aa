"""A portfolio as it is planned: habits, people, items, and what is claimed with what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .data import words

PAGED = frozenset({"pdf", "eml", "png", "jpg"})


@dataclass(frozen=True, kw_only=True)
class Habit:
    """What one applicant does; each row of ``words/applicants.toml`` is one."""

    seed: int
    form: str
    table: str
    look: str
    layout: str
    segments: str
    family: str
    where: str
    counting: str
    codes: str
    empties: str
    notes: str
    cover: str
    contents: str
    vouch: str
    font: str
    order: str
    items: int
    front: str = "pdf"
    scan: str = ""
    decoy: str = ""
    extra: str = "neither"
    flip: bool = False
    picture: bool = False
    behind: bool = False
    long: bool = False

    @property
    def bound(self) -> bool:
        """Whether all lies in one PDF."""
        return self.form == "pdf"

    @property
    def volumes(self) -> bool:
        """Whether the evidence lies in two PDFs of many items each."""
        return self.segments == "volumes"

    @property
    def written(self) -> bool:
        """Whether the front is a file of a word processor."""
        return self.form == "docx" or self.front != "pdf"

    @property
    def divided(self) -> bool:
        """Whether items have a sheet of their own before them."""
        return self.segments in {"dividers", "volumes"}


def habit_of(seed: int) -> Habit:
    """The habits of a seed."""
    rows = words("applicants")["applicant"]
    return Habit(seed=seed, **rows[seed % len(rows)])


@dataclass(frozen=True, kw_only=True)
class Part:
    """A place with a number or name of its own inside a work; ``mark`` is where typesetting finds it."""

    kind: str
    number: str
    mark: str

    @property
    def hint(self) -> str:
        """The place as answers write it."""
        return f"{self.kind} {self.number}" if self.kind in {"table", "figure", "slide", "row", "step"} else self.number


@dataclass(frozen=True, kw_only=True)
class Work:
    """One document of an item: its sections of pages and the places that can be pointed at."""

    sections: tuple[Mapping[str, Any], ...]
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A document in a file: which work, how it is carried, and its path where it has a file of its own."""

    work: Work
    carrier: str = "pdf"
    file: str = ""


@dataclass(frozen=True, kw_only=True)
class Item:
    """An item: ``id`` is its normal form, ``label`` as written on pages and in lists, ``cited`` as in the table."""

    id: str
    number: str
    label: str
    cited: str
    title: str
    heading: str
    kind: str
    codes: tuple[str, ...]
    dated: date
    pieces: tuple[Piece, ...]
    sent: bool = True
    simulated: bool = False
    kin: str = ""  # the number that it shares with its sister items

    @property
    def work(self) -> Work:
        """Its first document."""
        return self.pieces[0].work


@dataclass(frozen=True, kw_only=True)
class Laid:
    """A typeset item: pages without a divider, and the page of each of its parts, from 1."""

    length: int
    parts: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class Ref:
    """Items claimed for a sub-category: several only where a whole family of sub-items is named by its number.

    ``pages`` count from the first written page of the item; ``beyond`` is a page that the item does not have.
    """

    code: str
    id: str
    items: tuple[Item, ...]
    pages: tuple[tuple[int, int], ...] = ()
    parts: tuple[Part, ...] = ()
    beyond: bool = False
    remark: str = ""

    @property
    def item(self) -> Item:
        """The item, or the first of its family."""
        return self.items[0]

    @property
    def simulated(self) -> bool:
        """Whether the evidence is made up."""
        return self.item.simulated


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All that is decided before the front is drawn."""

    habit: Habit
    applicant: str
    post: str
    place: str
    submitted: date | None
    referee: str
    letters: str
    role: str
    vouched: date
    items: tuple[Item, ...]
    laid: Mapping[str, Laid] = field(default_factory=dict)
    refs: tuple[Ref, ...] = ()

    @property
    def sent(self) -> tuple[Item, ...]:
        """The items that are there."""
        return tuple(item for item in self.items if item.sent)

    def of_code(self, code: str) -> list[Ref]:
        """What is claimed for a sub-category."""
        return [ref for ref in self.refs if ref.code == code]

    def codes_of(self, item: Item) -> list[str]:
        """The sub-categories for which the table names an item."""
        return [ref.code for ref in self.refs if item in ref.items]
