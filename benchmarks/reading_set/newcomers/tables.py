"""The cross reference table on paper, in each of its forms."""

from collections.abc import Callable
from random import Random
from typing import Final

from .chance import chance
from .grid import BLUEISH, GREY, Grid, Look
from .matrices import inverted, ticked
from .paper import Paper
from .rows import Columns, Rows
from .wording import Wording
from .words import CATEGORIES, CODES

HEADINGS: Final = (
    *("Experience Cross Reference Table", "Experience Cross Reference Table", "Experience Cross-Reference Table"),
    *(
        "MRSE Experience Cross Reference Table",
        "Cross reference table",
        "Cross-reference of evidence to sub-categories",
    ),
    *("Evidence cross reference table", "EXPERIENCE CROSS REFERENCE TABLE"),
)


def heading(wording: Wording) -> str:
    """What is written above the table."""
    return chance("table heading", wording.choice.seed).choice(HEADINGS)


def rows_of(wording: Wording) -> Rows:
    """The rows of a table in one piece."""
    table, layout = wording.choice.table, wording.choice.layout
    if table == "ticks":
        return ticked(wording)
    if table == "inverted":
        return inverted(wording)
    if table in {"merged", "two_headers"}:
        return Columns(wording).made(table)
    if table == "broken_rows":
        return Columns(wording).made("comments")
    if table == "two_column":
        return Columns(wording).made("code_evidence")
    return Columns(wording).made(layout)


def look_of(wording: Wording) -> Look:
    """How this applicant's table looks."""
    rng = chance("look", wording.choice.seed)
    table = wording.choice.table
    lines = {"rules": rng.choice(("rules", "booktabs")), "zebra": "zebra", "bare": "none", "two_column": "booktabs"}
    matrix_lines = "all" if table in {"ticks", "merged"} else rng.choice(("all", "all", "all", "rules"))
    style = lines.get(table, matrix_lines if table in {"ticks", "merged", "inverted"} else "all")
    return Look(
        lines=style,
        size=rng.choice((9.0, 9.5, 10.0, 10.5)) - (1.5 if table in {"ticks", "two_column"} else 0),
        pad=rng.choice((2.5, 3.5, 5.0)) if table != "ticks" else 2.5,
        shade=rng.choice((None, GREY, BLUEISH)) if style in {"all", "zebra"} else None,
        repeat=rng.random() < 0.55,
        split=table == "broken_rows" or rng.random() < 0.3,
        middle=rng.random() < 0.5,
        head_bold=rng.random() < 0.85,
    )


def drawn(paper: Paper, wording: Wording) -> list[int]:
    """Draw the table; the pages on which it stands."""
    draw: Callable[[Paper, Wording], list[int]] = {
        "typed": _typed,
        "per_category": _per_category,
        "picture": _pictured,
    }.get(wording.choice.table, _plain)
    return draw(paper, wording)


def _plain(paper: Paper, wording: Wording) -> list[int]:
    rows = rows_of(wording)
    return Grid(paper, rows.widths, rows.heads, rows.rows, look_of(wording)).draw()


def _per_category(paper: Paper, wording: Wording) -> list[int]:
    """A table for each category, with its name above."""
    columns = Columns(wording)
    layout = wording.choice.layout if wording.choice.layout in {"comments", "code_title_evidence"} else "code_evidence"
    pages: list[int] = []
    look = look_of(wording)
    word = chance("category heading", wording.choice.seed).choice(("Category {}: {}", "{}. {}", "Category {} - {}"))
    for category, name in CATEGORIES.items():
        codes = [code for code in CODES if code[0] == category]
        if not columns.shown(codes):
            continue
        paper.room(120)
        paper.words(word.format(category, name), bold=True, gap=3)
        rows = columns.made(layout, codes)
        pages += Grid(paper, rows.widths, rows.heads, rows.rows, look).draw()
    return sorted(set(pages))


def _typed(paper: Paper, wording: Wording) -> list[int]:
    """Typed line by line, in a typewriter's letters or with a tab stop."""
    rng = chance("typed", wording.choice.seed)
    columns, pages = Columns(wording), []
    family = "courier" if rng.random() < 0.5 else paper.family
    size = 10.0
    codes = columns.shown(CODES)
    wording.join = "; "
    stop = max(paper.measure(wording.code(code), size=size, family=family) for code in codes) + 16
    stop = max(min(stop, paper.width * 0.5), 90.0)
    heads = (("Sub-category", "Evidence"),) if rng.random() < 0.7 else ()
    for left, right in (*heads, *((wording.code(code), columns.cell(code)) for code in codes)):
        lines = paper.wrapped(right, paper.width - stop, size=size, family=family)
        names = paper.wrapped(left, stop - 10, size=size, family=family)
        paper.room(max(len(lines), len(names)) * 13 + 4)
        for at, line in enumerate(names):
            paper.put(paper.left, paper.y + 13 * at, line, size=size, family=family)
        for at, line in enumerate(lines):
            paper.put(paper.left + stop, paper.y + 13 * at, line, size=size, family=family)
        paper.y += max(len(lines), len(names)) * 13 + _gap(rng)
        if paper.number not in pages:
            pages.append(paper.number)
    paper.y += 8
    return pages


def _gap(rng: Random) -> float:
    return rng.choice((3.0, 3.0, 4.0))


def _pictured(paper: Paper, wording: Wording) -> list[int]:
    """The table as a picture: a screenshot of another document."""
    other = Paper("arial", paper.size)
    other.page()
    other.y = 20
    other.margin = 20
    rows = rows_of(wording)
    look = look_of(wording)
    Grid(other, rows.widths, rows.heads, rows.rows, look).draw()
    other.finish()
    pages = []
    for page in other.doc:
        words = page.get_text("words")
        top, bottom = min(word[1] for word in words) - 8, max(word[3] for word in words) + 8
        shot = page.get_pixmap(dpi=170, clip=(10, top, 585, bottom))
        height = paper.width * (bottom - top) / 575
        paper.room(min(height, paper.bottom - 70))
        scale = min(1.0, (paper.bottom - paper.y) / height)
        box = (paper.left, paper.y, paper.left + paper.width * scale, paper.y + height * scale)
        paper.picture(shot.tobytes("png"), box)
        paper.y += height * scale + 10
        pages.append(paper.number)
    return pages
