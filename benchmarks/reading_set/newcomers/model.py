"""A portfolio as it is planned: people, items, and what is claimed with what."""

from dataclasses import dataclass, field
from datetime import date

from .choice import Choice
from .documents import Part, Work


@dataclass(frozen=True, kw_only=True)
class Item:
    """An item: ``id`` is its normal form, ``label`` as written in lists and on pages, ``name`` as in the table."""

    id: str
    number: str  # as written, with zeros
    label: str
    name: str
    title: str
    kind: str
    codes: tuple[str, ...]
    dated: date
    work: Work
    divider: bool = False
    sent: bool = True
    simulated: bool = False
    prints_from: int = 1  # the number printed on its first page, where it has numbers of its own
    carrier: str = "pdf"  # or docx, eml, jpg, xlsx, pptx
    file: str = ""  # its own file, where it has one

    @property
    def length(self) -> int:
        """Its pages with the divider."""
        return len(self.work.sheets) + self.divider


@dataclass(frozen=True, kw_only=True)
class Ref:
    """An item claimed for a sub-category; ``pages`` and the page of ``part`` count from the item's first written page.

    ``numbers`` are more parts of the same kind; ``paragraph`` is named behind a page; ``beyond`` is a page that the
    item does not have.
    """

    code: str
    item: Item
    pages: tuple[tuple[int, int], ...] = ()
    parts: tuple[Part, ...] = ()
    paragraph: int = 0
    beyond: bool = False

    @property
    def placed(self) -> bool:
        """Whether it says where in the item."""
        return bool(self.pages or self.parts)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All that is decided before anything is drawn."""

    choice: Choice
    applicant: str
    post: str
    place: str
    submitted: date | None
    referee: str
    referee_post: str
    vouched: date
    items: tuple[Item, ...]  # in the order of their numbers, those that were not sent among them
    refs: tuple[Ref, ...]

    @property
    def sent(self) -> tuple[Item, ...]:
        """The items that are there."""
        return tuple(item for item in self.items if item.sent)

    def of_code(self, code: str) -> list[Ref]:
        """What is claimed for a sub-category."""
        return [ref for ref in self.refs if ref.code == code]

    def of_item(self, item: Item) -> list[Ref]:
        """What an item is claimed for."""
        return [ref for ref in self.refs if ref.item.id == item.id]


@dataclass
class Shown:
    """What the front turned out to hold, noted while it is drawn."""

    table: list[int] = field(default_factory=list)
    contents: list[int] = field(default_factory=list)
    stated: bool = False
