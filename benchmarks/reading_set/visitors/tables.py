"""Tables with a row for each sub-category or for each reference."""

from collections.abc import Callable, Mapping, Sequence

from .blocks import Block, Cell, Gap, Grid, Head, Para
from .chance import chance
from .data import category_title, code_title, data, kind_word
from .matrices import inverted, ticks, transposed, typed
from .model import Ref
from .phrases import Phrases

MARK = "table"
Row = tuple[str, list[Ref]]
_COLUMNS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "model": (
        *(("code", "evidence"), ("code", "evidence", "place"), ("number", "title", "evidence")),
        *(("number", "title", "evidence", "place"), ("code", "evidence", "comment"), ("code", "evidence", "place")),
        ("code", "evidence", "place", "comment"),
    ),
    "bands": (("code", "evidence"), ("code", "evidence", "place"), ("number", "title", "evidence", "comment")),
    "landscape": (("number", "title", "evidence", "place", "comment"),),
    "broken": (("code", "evidence", "comment"),),
    "two_column": (("number", "evidence"),),
    "halves": (("code", "evidence", "place"),),
    "category_cells": (("number", "title", "evidence"), ("code", "evidence", "place")),
    "per_category": (("code", "evidence"), ("number", "title", "evidence")),
}
_WIDTHS = {"code": 4.0, "number": 1.6, "title": 3.6, "evidence": 3.6, "place": 2.8, "comment": 3.4, "simulated": 1.9}


def table_of(phrases: Phrases) -> list[Block]:
    """The table in force with its heading and its key."""
    table = phrases.habits.table
    heading = Head(text=phrases.title("table"), mark=MARK)
    made: list[Block] = [heading]
    intro = phrases.counting()
    if intro and phrases.habits.seed % 2:
        made.append(Para(text=intro))
    made += _DESIGNS.get(table, _model)(phrases)
    if intro and not phrases.habits.seed % 2:
        made.append(Para(text=intro, size=-1))
    if phrases.key():
        made.append(Para(text=phrases.key(), size=-1))
    return made


def columns_of(phrases: Phrases) -> tuple[str, ...]:
    """The columns of this applicant's table."""
    habits = phrases.habits
    table = "model" if habits.table == "picture" else habits.table
    made = chance("columns", habits.seed).choice(_COLUMNS[table])
    if habits.places == "none" and table != "landscape":
        made = tuple(column for column in made if column != "place")
    if habits.code_style == "word" and made[0] == "code":
        made = ("code", *(("title",) if "comment" not in made else ()), *made[1:])
    return (*made, "simulated") if habits.simulated == "column" else made


def _headed(phrases: Phrases, columns: Sequence[str]) -> list[Cell]:
    heads = {"code": "code", "number": "number", "title": "title"}
    return [Cell(text=phrases.head(heads.get(column, column)), bold=True, shade=True) for column in columns]


def cells_of(phrases: Phrases, columns: Sequence[str], row: Row) -> list[Cell]:
    """One row."""
    code, refs = row
    placed = "place" not in columns
    says: Mapping[str, Callable[[], str]] = {
        "code": lambda: phrases.code(code) + _explained(phrases, code, "code" in columns),
        "number": lambda: phrases.short_code(code),
        "title": lambda: code_title(code) + _explained(phrases, code, "code" not in columns),
        "evidence": lambda: phrases.cell(refs, placed=placed),
        "place": lambda: phrases.places(refs) if refs else "",
        "comment": lambda: _comment(phrases, code, refs) if refs else "",
        "simulated": lambda: _simulated(refs),
    }
    return [Cell(text=says[column]()) for column in columns]


def _explained(phrases: Phrases, code: str, wanted: bool) -> str:
    """What the sub-category asks for: two forms in five leave such words in, and so run over pages."""
    habits = phrases.habits
    if not wanted or habits.table not in {"model", "bands", "picture", "landscape"} or habits.form == "scan":
        return ""
    if chance("explained", habits.seed).random() > 0.4:
        return ""
    topics = [topic for topic in data("topics")["topic"] if topic["codes"][0] == code]
    said = " or ".join(f"{kind_word(topic['kind'])} on {topic['things'][0]}" for topic in topics[:2])
    return f"\nFor example: {said}. Your own part must be plain from the document and the document dated."


def _comment(phrases: Phrases, code: str, refs: Sequence[Ref]) -> str:
    rng = chance("comment", phrases.habits.seed, code)
    if phrases.habits.table == "broken":
        people, item = phrases.plan.people, refs[0].item
        slots = {"other": "my line manager", "a": people.initials, "site": people.site}
        said = rng.sample(data("prose")["sentences"]["any"], rng.randint(3, 5))
        made = [sentence.format(thing=rng.choice(item.things), **slots) for sentence in said]
        return " ".join(sentence[0].upper() + sentence[1:] for sentence in made)
    line = rng.choice(data("prose")["comments"]["lines"])
    return str(line[0].upper() + line[1:]) if rng.random() < 0.65 else ""


def _simulated(refs: Sequence[Ref]) -> str:
    named = [ref.item.name for ref in refs if ref.item.simulated]
    if not refs:
        return ""
    if not named:
        return "No"
    return "Yes" if len(named) == len(refs) else f"Yes: {', '.join(named)}"


def _grid(phrases: Phrases, columns: Sequence[str], rows: Sequence[Sequence[Cell]], heads: int = 1) -> Grid:
    habits = phrases.habits
    return Grid(
        rows=rows,
        widths=[_WIDTHS[column] for column in columns],
        lines=habits.lines,
        heads=heads,
        mark=MARK,
        size=-1.5 if len(columns) > 3 else -0.5,
        whole_rows=habits.table != "broken",
    )


def _model(phrases: Phrases) -> list[Block]:
    columns = columns_of(phrases)
    rows = [cells_of(phrases, columns, row) for row in phrases.rows()]
    return [_grid(phrases, columns, [_headed(phrases, columns), *rows])]


def _by_category(phrases: Phrases) -> dict[str, list[Row]]:
    made: dict[str, list[Row]] = {}
    for row in phrases.rows():
        made.setdefault(row[0][0], []).append(row)
    return made


def _bands(phrases: Phrases) -> list[Block]:
    """A row over the whole width before the sub-categories of each category."""
    columns = columns_of(phrases)
    rows = [_headed(phrases, columns)]
    for category, own in _by_category(phrases).items():
        rows.append([Cell(text=f"{category}. {category_title(category)}", bold=True, span=len(columns), shade=True)])
        rows += [cells_of(phrases, columns, row) for row in own]
    return [_grid(phrases, columns, rows)]


def _category_cells(phrases: Phrases) -> list[Block]:
    """The category in a cell beside all of its sub-categories."""
    columns = columns_of(phrases)
    rows = [[Cell(text=phrases.head("category"), bold=True, shade=True), *_headed(phrases, columns)]]
    for category, own in _by_category(phrases).items():
        for at, row in enumerate(own):
            first = [Cell(text=f"{category} {category_title(category)}", down=len(own))] if at == 0 else []
            rows.append([*first, *cells_of(phrases, columns, row)])
    grid = _grid(phrases, columns, rows)
    return [Grid(**{**vars(grid), "widths": [2.4, *grid.widths], "size": -1.5})]


def _per_category(phrases: Phrases) -> list[Block]:
    """A small table for each category."""
    columns = columns_of(phrases)
    made: list[Block] = []
    for category, own in _by_category(phrases).items():
        made.append(Head(text=f"Category {category}: {category_title(category)}", level=3, mark=MARK))
        made.append(
            _grid(phrases, columns, [_headed(phrases, columns), *(cells_of(phrases, columns, row) for row in own)])
        )
    return made


def _halves(phrases: Phrases) -> list[Block]:
    """Two tables."""
    columns, rows = columns_of(phrases), phrases.rows()
    made: list[Block] = []
    for name, own in (("A. Categories 1 to 4", "1234"), ("B. Categories 5 to 8", "5678")):
        cells = [cells_of(phrases, columns, row) for row in rows if row[0][0] in own]
        made += [
            Head(text=name, level=2, mark=MARK),
            _grid(phrases, columns, [_headed(phrases, columns), *cells]),
            Gap(),
        ]
    return made


def _per_reference(phrases: Phrases) -> list[Block]:
    """A row for each reference; the sub-category in one cell, in the first row alone, or in every row."""
    way = chance("per reference", phrases.habits.seed).choice(("merged", "blank", "repeated"))
    heads = [phrases.head(name) for name in ("code", "evidence", "item_title", "place")]
    simulated = phrases.habits.simulated == "column"
    heads += [phrases.head("simulated")] if simulated else []
    rows = [[Cell(text=head, bold=True, shade=True) for head in heads]]
    for code, refs in phrases.rows():
        for at, ref in enumerate(refs):
            own = _reference(phrases, ref) + ([Cell(text="Y" if ref.item.simulated else "N")] if simulated else [])
            rows.append([*_code_cell(phrases, code, at, len(refs), way), *own])
        if not refs:
            rows.append([Cell(text=phrases.code(code)), Cell(text=phrases.cell([]), span=len(heads) - 1)])
    widths = [3.4, 1.9, 3.6, 2.2, *([1.5] if simulated else [])]
    return [Grid(rows=rows, widths=widths, lines=phrases.habits.lines, mark=MARK, size=-1.5)]


def _code_cell(phrases: Phrases, code: str, at: int, count: int, way: str) -> list[Cell]:
    if way == "merged":
        return [Cell(text=phrases.code(code), down=count)] if at == 0 else []
    return [Cell(text=phrases.code(code) if at == 0 or way == "repeated" else "")]


def _reference(phrases: Phrases, ref: Ref) -> list[Cell]:
    name = phrases.marked(ref.item, ref.item.name)
    return [Cell(text=name), Cell(text=ref.item.title), Cell(text=phrases.place(ref))]


def _two_headers(phrases: Phrases) -> list[Block]:
    """Two rows of heads: evidence over number, title and place."""
    top = [
        Cell(text=phrases.head("code"), bold=True, down=2, shade=True),
        Cell(text="Evidence", bold=True, span=3, shade=True, middle=True),
    ]
    below = [
        Cell(text=text, bold=True, shade=True)
        for text in ("Reference", phrases.head("item_title"), phrases.head("place"))
    ]
    rows = [top, below]
    for code, refs in phrases.rows():
        for at, ref in enumerate(refs):
            rows.append([*_code_cell(phrases, code, at, len(refs), "merged"), *_reference(phrases, ref)])
        if not refs:
            rows.append([Cell(text=phrases.code(code)), Cell(text=phrases.cell([]), span=3)])
    return [Grid(rows=rows, widths=[3.2, 1.9, 3.6, 2.3], lines=phrases.habits.lines, mark=MARK, heads=2, size=-1.5)]


_DESIGNS: Mapping[str, Callable[[Phrases], list[Block]]] = {
    "bands": _bands,
    "category_cells": _category_cells,
    "per_category": _per_category,
    "per_reference": _per_reference,
    "two_headers": _two_headers,
    "halves": _halves,
    "inverted": inverted,
    "ticks": ticks,
    "transposed": transposed,
    "typed": typed,
}
