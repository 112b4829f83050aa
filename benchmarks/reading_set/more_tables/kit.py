"""What every design of table works with: the plan, this case's own luck, cells and headings in words."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from . import words
from .markup import plain
from .plan import Abilities, Item, Plan, Reference


@dataclass
class Kit:
    """The plan and ways of writing it. ``page_of`` gives the page to write for a page of an item."""

    plan: Plan
    page_of: Callable[[Item, int], int]
    rng: random.Random = field(init=False)
    star: bool = field(init=False)  # simulated is shown by an asterisk with a legend

    def __post_init__(self) -> None:
        self.rng = random.Random(f"more tables, layout {self.plan.seed}")  # noqa: S311 - no secrets
        self.star = self.rng.random() < 0.5
        self.dash = self.rng.choice(("-", "\u2013", "\u2013"))
        self.page_style = self.rng.choice(("p{}", "p. {}", "page {}", "pp {}", "pages {}", "Page {}"))
        self.join = self.rng.choice(("; ", ", ", "\n", "\n"))
        self.star_words = self.rng.choice(("* = simulated evidence", "* simulated", "Items marked * are simulated."))
        self.code_style = self.rng.choice(("{}", "{}", "{}", "{}", "({})", "{}.", "Cat {}", "{})"))
        self.three_in_words = self.code_style == "{}" and self.rng.random() < 0.25
        self.bare_ids = self.rng.random() < 0.25
        self.empty = self.rng.choice(("", "-", "N/A", "None", "n/a", "Not claimed"))

    def code(self, code: str) -> str:
        """A sub-category as this applicant writes it in a column of its own."""
        return self.code_style.format("Cat 3" if code == "3" and self.three_in_words else code)

    def eid(self, item: Item) -> str:
        """An item as it is named in a column for evidence numbers: sometimes without the word before it."""
        return item.id if self.bare_ids else item.short

    def pick(self, *choices: str) -> str:
        """One of these, always the same in the same case."""
        return self.rng.choice(choices)

    def head(self, kind: str) -> str:
        """A heading for a column of this kind."""
        if kind == "eid" and self.bare_ids:
            return self.rng.choice(words.HEADS_OF_NUMBERS)
        return self.rng.choice(words.HEADS[kind])

    def sub(self, reference: Reference) -> str:
        """What is put behind a reference that is simulated."""
        if not reference.simulated:
            return ""
        return "*" if self.star else " (simulated)"

    @property
    def said_of_stars(self) -> str:
        """What the asterisk means, in words; nothing where there is none."""
        shown = self.star and any(one.simulated for one in self.plan.references)
        return self.star_words if shown else ""

    @property
    def legend(self) -> str:
        """The line below the table that says what the asterisk means; nothing where there is none."""
        return f"\n{plain(self.said_of_stars)}\n\n" if self.said_of_stars else ""

    def pages(self, reference: Reference) -> str:
        """The pages of a reference in figures."""
        shown = [self.page_of(reference.item, page) for page in reference.pages]
        if not shown:
            return ""
        return str(shown[0]) if len(shown) == 1 else f"{shown[0]}{self.dash}{shown[-1]}"

    def page_words(self, reference: Reference) -> str:
        """The pages with the word for them."""
        figures = self.pages(reference)
        if not figures:
            return ""
        style = self.page_style
        if len(reference.pages) == 1:
            style = style.replace("pages", "page").replace("pp", "p")
        return style.format(figures)

    def where(self, reference: Reference, *, title: bool = False) -> str:
        """A reference in one piece."""
        name = reference.item.short + (f" {reference.item.title}" if title else "")
        hint = self.page_words(reference)
        if not hint:
            return name + self.sub(reference)
        if self.join == "; " and not title:
            return f"{name}, {hint}{self.sub(reference)}"
        return f"{name} ({hint}){self.sub(reference)}"

    def cell(self, code: str, join: str | None = None, *, title: bool = False) -> str:
        """All references of a sub-category in one cell, as plain words."""
        parts = [self.where(one, title=title) for one in self.plan.of_code(code)]
        return (self.join if join is None else join).join(parts) if parts else self.empty

    def codes(self, item: Item, join: str = ", ") -> str:
        """The sub-categories of an item, as plain words."""
        return join.join(one.code + self.sub(one) for one in self.plan.of_item(item)) or self.empty

    def note(self) -> str:
        """A line that says what page numbers count, above the table."""
        said = {
            "item": "Page numbers count from the first page of each item.",
            "file": "Page numbers are those of the PDF file.",
            "printed": "Page numbers are those printed at the foot of the page.",
        }.get(self.plan.counting, "")
        return plain(said) + "\n\n" if said and self.rng.random() < 0.5 else ""


Maker = Callable[[Kit], str]
Filler = Callable[[Kit, Any], None]


@dataclass(frozen=True, kw_only=True)
class Design:
    """One way of laying out the table. ``make`` gives markup; for a DOCX ``fill`` writes into the document instead."""

    axis: str
    name: str
    make: Maker = field(default=lambda _: "")
    fill: Filler = field(default=lambda _, __: None)
    able: Abilities = field(default=Abilities())
    wide: bool = False  # on landscape pages
    picture: bool = False


DESIGNS: Final[dict[str, Design]] = {}


def design(axis: str, *, wide: bool = False, picture: bool = False, **able: bool) -> Callable[[Maker], Maker]:
    """Enter a function as a design; its name is the design's name, after that of its axis."""

    def enter(make: Maker) -> Maker:
        name = f"{axis}: {make.__name__.strip('_').replace('_', ' ')}"
        if name in DESIGNS:
            raise ValueError(f"two designs are called {name}")
        DESIGNS[name] = Design(
            axis=axis, name=name, make=make, able=Abilities(**able), wide=wide or axis == "landscape", picture=picture
        )
        return make

    return enter


def word_design(**able: bool) -> Callable[[Filler], Filler]:
    """Enter a function that writes the table into a DOCX."""

    def enter(fill: Filler) -> Filler:
        name = f"docx: {fill.__name__.strip('_').replace('_', ' ')}"
        DESIGNS[name] = Design(axis="docx", name=name, fill=fill, able=Abilities(**able))
        return fill

    return enter
