"""What a design of table works with: the plan, the paper, this applicant's way of writing, and the list of designs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from .chance import chance
from .grid import Cell, Grid, Look, Row
from .paper import Paper
from .plan import Item, Needs, Plan, Ref
from .words import CODES


@dataclass
class Desk:
    """A plan, the paper and ways of writing. ``page_of`` gives the number to write for a page of an item."""

    plan: Plan
    paper: Any  # a Paper, or a python-docx document for designs in Word
    page_of: Callable[[Item, int], int]
    rng: Random = field(init=False)
    marks: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rng = chance("desk", self.plan.seed)
        self.dash = self.rng.choice(("-", "\u2013"))
        self.star = self.rng.random() < 0.5
        self.style = self.rng.choice(("{e}, p. {p}", "{e} (p. {p})", "{e} p{p}", "{e} (page {p})", "{e}, page {p}"))
        self.empty = self.rng.choice(("", "", "-", "N/A", "Not claimed", "None"))

    def head(self, *choices: str) -> str:
        """One of these, for a heading."""
        return self.rng.choice(choices)

    def pages(self, ref: Ref) -> str:
        """The pages of a reference in figures."""
        shown = [self.page_of(ref.item, page) for page in ref.pages]
        if not shown:
            return ""
        return str(shown[0]) if len(shown) == 1 else f"{shown[0]}{self.dash}{shown[-1]}"

    def mark(self, ref: Ref) -> str:
        """What stands behind a reference that is simulated."""
        if not ref.simulated:
            return ""
        return "*" if self.star else " (simulated)"

    def ref(self, ref: Ref, name: str = "") -> str:
        """A reference in one piece."""
        name = name or ref.item.short
        if ref.section:
            return f"{name}, section {ref.section}{self.mark(ref)}"
        if not ref.pages:
            return name + self.mark(ref)
        style = self.style
        if len(ref.pages) > 1:
            style = style.replace("page ", "pages ").replace("p.", "pp.").replace(" p{", " pp{")
        return style.format(e=name, p=self.pages(ref)) + self.mark(ref)

    def code_ref(self, ref: Ref) -> str:
        """A sub-category with its place in the item: for tables with a row for each item."""
        return self.ref(ref, ref.code)

    def cell(self, code: str, join: str = "\n") -> str:
        """All references of a sub-category."""
        return join.join(self.ref(ref) for ref in self.plan.of_code(code)) or self.empty

    def codes(self, item: Item, join: str = ", ") -> str:
        """All sub-categories of an item."""
        return join.join(self.code_ref(ref) for ref in self.plan.of_item(item))

    def grid(self, widths: Sequence[float], rows: Sequence[Row], look: Look | None = None, **settings: Any) -> None:
        """A table on the paper, and what its asterisks mean."""
        Grid(self.paper, widths, rows, look or Look(**settings)).draw()
        self.end()

    def end(self) -> None:
        """The table ends on the present page."""
        self.marks["last"] = self.paper.number

    @property
    def legend(self) -> str:
        """What the asterisk means; nothing where there is none."""
        return "* simulated evidence" if self.star and any(ref.simulated for ref in self.plan.refs) else ""

    @property
    def items(self) -> tuple[Item, ...]:
        """The items that the table names."""
        return self.plan.cited

    def ref_at(self, item: Item, code: str) -> Ref | None:
        """The reference to an item for a sub-category."""
        return next((ref for ref in self.plan.refs if ref.item is item and ref.code == code), None)


Maker = Callable[[Desk], None]


@dataclass(frozen=True, kw_only=True)
class Design:
    """One way of making the table. ``title`` is written above it; ``own`` ones write it themselves."""

    axis: str
    name: str
    make: Maker
    needs: Needs
    wide: bool = False
    turned: bool = False  # pages are stored on their side
    own: bool = False
    contents: str = "apart"  # or combined: the table is the list too
    family: str = ""
    carrier: str = ""


DESIGNS: Final[dict[str, Design]] = {}


def design(axis: str, *, needs: Needs | None = None, **how: Any) -> Callable[[Maker], Maker]:
    """Enter a function as a design."""

    def enter(make: Maker) -> Maker:
        name = make.__name__.strip("_").replace("_", " ")
        if name in DESIGNS:
            raise ValueError(f"two designs are called {name}")
        DESIGNS[name] = Design(axis=axis, name=name, make=make, needs=needs or Needs(), **how)
        return make

    return enter


def bold(text: str) -> Cell:
    """A cell in bold."""
    return Cell(text=text, bold=True)


def number_rows(codes: Sequence[str] = CODES) -> dict[str, list[str]]:
    """Sub-categories by their category."""
    groups: dict[str, list[str]] = {}
    for code in codes:
        groups.setdefault(code[0], []).append(code)
    return groups


__all__ = ["DESIGNS", "Cell", "Design", "Desk", "Look", "Needs", "Paper", "bold", "design", "number_rows"]
