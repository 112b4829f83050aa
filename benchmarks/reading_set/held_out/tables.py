"""The Experience Cross Reference Table by sub-category, as a grid: columns, heads, rows, what is not claimed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from .grid import Cell, Grid
from .model import Ref
from .vocabulary import subs
from .wording import Wording

Columns = tuple[str, ...]
HEADS: Final = {
    "code": ("Sub-category", "No.", "Ref", "Experience sub-category", "Sub-cat."),
    "title": ("Description", "Experience", "Title", "What is asked for", "Area of experience"),
    "both": ("Experience sub-category", "Category and sub-category", "Sub-category", "Experience", "Area"),
    "category": ("Category", "Major category", "Cat.", "Category", "Main category"),
    "evidence": ("Evidence", "Evidence reference", "Supporting evidence", "Where evidenced", "Portfolio evidence"),
    "place": ("Page / section", "Location", "Relevant part", "Where to look", "Part of the evidence"),
    "remark": ("Comments", "My role", "Remarks", "Notes", "Contribution"),
    "kind": ("Actual or simulated", "Real / simulated", "Type", "Simulated?", "Actual / simulated"),
}
WIDTHS: Final = {
    "code": 1.1,
    "title": 2.4,
    "both": 2.6,
    "category": 1.3,
    "evidence": 2.4,
    "place": 1.7,
    "remark": 2.4,
    "kind": 1.2,
}
_SETS: Final[dict[str, tuple[Columns, ...]]] = {
    "plain": (
        ("both", "evidence"),
        ("code", "title", "evidence"),
        ("code", "title", "evidence", "place"),
        ("code", "title", "evidence", "remark"),
        ("evidence", "code", "title"),
        ("code", "evidence", "remark"),
        ("both", "evidence", "remark"),
    ),
    "merged": (
        ("category", "code", "evidence"),
        ("category", "both", "evidence", "place"),
        ("code", "title", "evidence", "place"),
    ),
    "two_headers": (("code", "title", "evidence", "place"), ("code", "title", "evidence", "remark")),
    "broken_rows": (("both", "evidence", "remark"), ("code", "title", "evidence", "remark")),
    "landscape": (
        ("category", "code", "title", "evidence", "remark"),
        ("code", "title", "evidence", "place", "remark"),
    ),
    "two_column": (("code", "evidence"),),
    "per_category": (("code", "evidence"), ("both", "evidence"), ("code", "title", "evidence", "place")),
    "bare": (("code", "title", "evidence"), ("both", "evidence"), ("code", "evidence", "remark")),
}
_MORE: Final = (
    (
        "The measurements were made by me over two visits and the text was read by a second physicist before issue. "
        "I answered the questions of the committee and changed the wording where it had been misread. "
    ),
    (
        "The first draft was mine; the version shown has the comments of the unit in it. I presented it to the staff, "
        "and went back after some months to see what had been kept up. "
    ),
)


@dataclass(frozen=True, kw_only=True)
class Band:
    """Rows of one sub-category: its references by row; none where it is not claimed."""

    sub: str
    rows: tuple[tuple[Ref, ...], ...]


def columns_of(wording: Wording) -> Columns:
    """The columns of this applicant's table."""
    plan = wording.plan
    kind = plan["table"] if plan["table"] != "docx" else ("plain", "merged", "two_headers", "plain")[plan.seed % 4]
    options = _SETS.get(kind, _SETS["plain"])
    chosen = wording.chance("columns").choice(options)
    if plan["notes"] == "column" and any(ref.simulated for ref in wording.numbers.story.refs):
        chosen = (*chosen, "kind")
    return chosen


def grids_of(wording: Wording, kind: str) -> tuple[Grid, ...]:
    """The table: one grid, or one for each category."""
    columns = columns_of(wording)
    bands = bands_of(wording, apart="place" in columns or "kind" in columns)
    if kind != "per_category":
        return (_grid(wording, columns, bands, kind),)
    categories = sorted({band.sub[0] for band in bands})
    forms = ("Category {}: {}", "{}. {}", "Category {} \u2013 {}")
    return tuple(
        _grid(
            wording,
            columns,
            [band for band in bands if band.sub[0] == category],
            kind,
            forms[wording.plan.seed % 3].format(category, wording.category(category)),
        )
        for category in categories
    )


def bands_of(wording: Wording, *, apart: bool = False) -> list[Band]:
    """The sub-categories of the table; with a row for each reference where they stand apart."""
    story, plan = wording.numbers.story, wording.plan
    bands = []
    for sub in subs():
        refs = story.of(sub)
        if refs:
            bands.append(Band(sub=sub, rows=tuple((ref,) for ref in refs) if apart else (refs,)))
        elif plan["empty"] != "left_out":
            bands.append(Band(sub=sub, rows=((),)))
    return bands


def _grid(wording: Wording, columns: Columns, bands: Sequence[Band], kind: str, above: str = "") -> Grid:
    rows: list[tuple[Cell, ...]] = []
    merged = kind == "merged" or (kind == "docx" and wording.plan.seed % 4 == 1)
    for at, band in enumerate(bands):
        for number, refs in enumerate(band.rows):
            cells = [
                cell
                for column in columns
                if (cell := _cell(wording, column, bands, at, number, refs, merged=merged)) is not None
            ]
            rows.append(tuple(cells))
    return Grid(
        widths=tuple(WIDTHS[column] for column in columns),
        heads=_heads(wording, columns, kind),
        rows=tuple(rows),
        above=above,
    )


def _heads(wording: Wording, columns: Columns, kind: str) -> tuple[tuple[Cell, ...], ...]:
    manner = wording.plan.seed % 5
    names = tuple(Cell(text=HEADS[column][manner]) for column in columns)
    if kind != "two_headers":
        return (names,)
    left = columns.index("evidence")
    above = (
        Cell(text=("Experience", "IPEM experience")[manner % 2], across=left),
        Cell(text=("Evidence submitted", "Where it is shown")[manner % 2], across=len(columns) - left),
    )
    return (above, names)


def _cell(
    wording: Wording, column: str, bands: Sequence[Band], at: int, number: int, refs: tuple[Ref, ...], *, merged: bool
) -> Cell | None:
    band = bands[at]
    if column == "category":
        return _category(wording, bands, at, number)
    if column in {"code", "title", "both"}:
        if number and merged:
            return None
        text = _named(wording, column, band.sub)
        repeated = wording.plan.seed % 2 == 0
        shown = text if number == 0 or repeated else ""
        return Cell(text=shown, down=len(band.rows) if merged else 1)
    if not refs:
        return Cell(text=wording.nothing() if column == "evidence" else "")
    return Cell(text=_SAID[column](wording, refs))


def _category(wording: Wording, bands: Sequence[Band], at: int, number: int) -> Cell | None:
    """The category's cell, which stands beside all its rows."""
    category = bands[at].sub[0]
    if number or (at and bands[at - 1].sub[0] == category):
        return None
    down = sum(len(band.rows) for band in bands if band.sub[0] == category)
    return Cell(text=f"{category}. {wording.category(category)}", down=down)


def _named(wording: Wording, column: str, sub: str) -> str:
    if column == "code":
        return wording.code(sub)
    if column == "title":
        return wording.title(sub)
    joint = (" ", " \u2013 ", ": ")[wording.plan.seed % 3]
    return f"{wording.code(sub)}{joint}{wording.title(sub)}"


def _evidence(wording: Wording, refs: tuple[Ref, ...]) -> str:
    placed = "place" not in columns_of(wording)
    return wording.cell(refs, placed=placed)


def _place(wording: Wording, refs: tuple[Ref, ...]) -> str:
    said = wording.place(refs[0])
    return (
        said[:1].upper() + said[1:]
        if said and wording.plan.seed % 2
        else said or ("", "All", "Whole item")[wording.plan.seed % 3]
    )


def _remark(wording: Wording, refs: tuple[Ref, ...]) -> str:
    said = wording.remark(refs[0])
    if wording.plan["table"] != "broken_rows":
        return said
    return f"{said} {''.join(wording.chance('more', refs[0].sub).choices(_MORE, k=1))}".strip()


def _kind(wording: Wording, refs: tuple[Ref, ...]) -> str:
    asked = HEADS["kind"][wording.plan.seed % 5].endswith("?")
    if refs[0].simulated:
        return "Yes" if asked else "Simulated"
    return "No" if asked else "Actual"


_SAID: Final[dict[str, Callable[[Wording, tuple[Ref, ...]], str]]] = {
    "evidence": _evidence,
    "place": _place,
    "remark": _remark,
    "kind": _kind,
}
