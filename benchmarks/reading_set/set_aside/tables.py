"""The cells of every sort of cross reference table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from benchmarks.reading_set.set_aside.claims import Claims, Ref
from benchmarks.reading_set.set_aside.grid import CODE_STYLES, Cell, Grid, code_words, in_category, line
from benchmarks.reading_set.set_aside.words import CATEGORIES, LONG, SHORT, SUB_CATEGORIES
from benchmarks.reading_set.set_aside.writing import Manner, PageOf, cell, hint_words, name_words


@dataclass(frozen=True, kw_only=True)
class Teller:
    """What is needed to write a reference: the applicant's manner, the claims, page numbers and file names."""

    manner: Manner
    claims: Claims
    page_of: PageOf
    file_of: Callable[[str], str]

    def cell(self, refs: Sequence[Ref]) -> str:
        """The cell of a row."""
        return cell(self.manner, refs, self.claims, self.page_of, self.file_of)

    def name(self, ref: Ref) -> str:
        """The item alone."""
        return name_words(self.manner, ref, self.claims, self.file_of)

    def hint(self, ref: Ref) -> str:
        """Pages and part alone."""
        return hint_words(self.manner, ref, self.page_of)


def draw_grids(rng: Random, kind: str, teller: Teller) -> tuple[Grid, ...]:
    """The tables of this kind: one, or one for each category."""
    columns = _Columns.draw(rng, kind, teller)
    if kind == "merged":
        return (_merged(rng, columns),)
    if kind == "per_category":
        say = rng.choice(("Category {}: {}", "{}. {}", "Category {} \u2013 {}"))
        return tuple(columns.grid(in_category(one), say.format(one, name)) for one, name in CATEGORIES.items())
    grid = columns.grid(SUB_CATEGORIES, "")
    return (_two_headers(rng, grid),) if kind == "two_headers" else (grid,)


@dataclass(frozen=True, kw_only=True)
class _Columns:
    """The columns of an ordinary table, in their order, and how its rows are written."""

    teller: Teller
    order: tuple[str, ...]
    heads: dict[str, str]
    style: str
    title: dict[str, str]
    empty: str | None  # what stands for a sub-category that is not claimed; None: its row is left out
    again: bool  # the sub-category is repeated where it has several rows
    remarks: tuple[str, ...]

    @classmethod
    def draw(cls, rng: Random, kind: str, teller: Teller) -> "_Columns":
        order = ["code", "evidence"]
        if kind == "two_headers" or rng.random() < 0.5:
            order.insert(1, "title")
        if teller.manner.page_column:
            order += ["pages", "notes"] if rng.random() < 0.6 else ["pages"]
        if kind == "two_column":
            order = ["code", "evidence", "pages"][: 2 + teller.manner.page_column]
        elif len(order) < 5 and rng.random() < 0.3:
            order.append("remark")
        if kind not in {"merged", "two_headers"} and rng.random() < 0.3:
            rng.shuffle(order)
        return cls(
            teller=teller,
            order=tuple(order),
            heads={name: rng.choice(words) for name, words in _HEADS.items()} | _plain_pages(teller),
            style=rng.choice(CODE_STYLES),
            title={"broken_rows": LONG, "two_column": SHORT}.get(kind) or rng.choice((LONG, SHORT)),
            empty=rng.choice((None, "", "-", "N/A", "Not claimed", "None submitted")),
            again=rng.random() < 0.3,
            remarks=tuple(rng.choice(_REMARKS) for _ in range(80)),
        )

    def grid(self, subs: Sequence[str], heading: str) -> Grid:
        """The table of these sub-categories."""
        rows = [line(*row) for sub in subs for row in self.rows(sub)]
        widths = tuple(
            _WIDTHS[name] + (2.2 if name == "code" and "title" not in self.order else 0) for name in self.order
        )
        return Grid(
            headers=(line(*(self.heads[name] for name in self.order)),),
            rows=tuple(rows),
            widths=widths,
            heading=heading,
        )

    def rows(self, sub: str) -> list[tuple[str, ...]]:
        """The rows of a sub-category: one, or one for each reference where pages have a column."""
        refs = self.teller.claims.of(sub)
        if not refs:
            return [] if self.empty is None else [self._row(sub, {"evidence": self.empty})]
        if not self.teller.manner.page_column:
            return [self._row(sub, {"evidence": self.teller.cell(refs)})]
        return [self._row(sub if place == 0 or self.again else "", self._said(ref)) for place, ref in enumerate(refs)]

    def _said(self, ref: Ref) -> dict[str, str]:
        note = "Simulated" if ref.simulated else ""
        if "notes" in self.order:
            return {"evidence": self.teller.name(ref), "pages": self.teller.hint(ref), "notes": note}
        tail = self.teller.manner.simulated if ref.simulated else ""
        return {"evidence": self.teller.name(ref) + tail, "pages": self.teller.hint(ref)}

    def _row(self, sub: str, said: dict[str, str]) -> tuple[str, ...]:
        code = code_words(sub, self.style) if sub else ""
        joined = f"{code} {self.title[sub]}" if sub and "title" not in self.order else code
        remark = self.remarks[SUB_CATEGORIES.index(sub)] if sub and said["evidence"] != self.empty else ""
        texts = {"code": joined, "title": self.title[sub] if sub else "", "remark": remark, **said}
        return tuple(texts.get(name, "") for name in self.order)


def _plain_pages(teller: Teller) -> dict[str, str]:
    """What stands above numbers that have no word for pages with them."""
    return {} if teller.manner.one else {"pages": "Page(s)"}


def _merged(rng: Random, columns: _Columns) -> Grid:
    """A column of categories before the rest, its cells merged or left blank after the first; or bands across all."""
    if rng.random() < 0.3:
        return _banded(columns)
    merging = rng.random() < 0.6
    rows: list[tuple[Cell, ...]] = []
    for category, name in CATEGORIES.items():
        body = [line(*row) for sub in in_category(category) for row in columns.rows(sub)]
        for place, row in enumerate(body):
            if place == 0:
                head = (Cell(text=f"{category}. {name}", rows=len(body) if merging else 1),)
            else:
                head = () if merging else (Cell(text=""),)
            rows.append(head + row)
    grid = columns.grid((), "")
    return Grid(headers=((Cell(text="Category"), *grid.headers[0]),), rows=tuple(rows), widths=(2.2, *grid.widths))


def _banded(columns: _Columns) -> Grid:
    """A row across all columns opens each category."""
    grid = columns.grid((), "")
    rows: list[tuple[Cell, ...]] = []
    for category, name in CATEGORIES.items():
        rows.append((Cell(text=f"Category {category}: {name}", columns=len(grid.widths)),))
        rows += [line(*row) for sub in in_category(category) for row in columns.rows(sub)]
    return Grid(headers=grid.headers, rows=tuple(rows), widths=grid.widths)


def _two_headers(rng: Random, grid: Grid) -> Grid:
    first = (Cell(text=rng.choice(("Experience", "IPEM requirement", "Scheme")), columns=2),)
    first += (
        Cell(
            text=rng.choice(("Evidence offered", "Applicant's submission", "Portfolio")), columns=len(grid.widths) - 2
        ),
    )
    return Grid(headers=(first, *grid.headers), rows=grid.rows, widths=grid.widths)


_HEADS: Final = {
    "code": (
        "Sub-category",
        "Experience sub-category",
        "MRSE sub-category",
        "Ref.",
        "Requirement",
        "Area of experience",
    ),
    "title": ("Description", "Title", "Experience", "What is required"),
    "evidence": (
        "Evidence",
        "Evidence reference(s)",
        "Supporting evidence",
        "Where shown",
        "Items submitted",
        "Evidence no.",
    ),
    "pages": ("Page(s)", "Location", "Part", "Page or part"),
    "notes": ("Notes", "Remarks", "Real or simulated"),
    "remark": ("Comment", "My contribution", "Commentary"),
}
_WIDTHS: Final = {"code": 2.3, "title": 4.0, "evidence": 4.0, "pages": 2.4, "notes": 2.0, "remark": 3.2}
_REMARKS: Final = (
    *(
        "Sole author",
        "Reviewed in 2023, now version 2.1",
        "Cites the MHRA guidelines of 2021, section 4.9",
        "Led the work",
    ),
    *("Chaired the group", "Drafted and revised", "Measured at 1.5 T and 3.0 T", "Advice by e-mail", ""),
)
