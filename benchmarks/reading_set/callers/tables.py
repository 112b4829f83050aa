"""The cross reference table in the many forms that applicants give it."""

from collections.abc import Sequence
from typing import Final

from .blocks import Block, Cell, Row, Sheets, Table, Title, Words
from .chance import chance, codes, words
from .claims import Ref
from .grids import inverted, ticks
from .plan import Plan
from .wording import Wording

MARK: Final = "table"
_SHADE: Final = True


class Layout:
    """The columns that the applicant's table has."""

    def __init__(self, wording: Wording) -> None:
        """Choose headings and further columns."""
        habits = wording.plan.habits
        self.plan: Plan = wording.plan
        self.wording = wording
        self.rng = chance("table", habits.seed)
        pool = words("wording")
        self.code_head = self.rng.choice(pool["code_heads"])
        self.evidence_head = self.rng.choice(pool["evidence_heads"])
        self.place_head = self.rng.choice(pool["place_heads"]) if habits.style == "column" else ""
        self.simulated_head = self.rng.choice(pool["simulated_heads"]) if habits.simulated == "column" else ""
        comments = habits.simulated == "comment" or (self.rng.random() < 0.3 and not self.simulated_head)
        comments = comments or (habits.table in {"two_heads", "columns"} and not self.place_head + self.simulated_head)
        self.comment_head = (
            self.rng.choice(pool["comment_heads"])
            if comments and habits.table in {"model", "banded", "two_heads", "landscape", "picture", "columns"}
            else ""
        )

    @property
    def heads(self) -> list[str]:
        """The words over the columns."""
        further = (self.place_head, self.simulated_head, self.comment_head)
        return [self.code_head, self.evidence_head, *(head for head in further if head)]

    @property
    def widths(self) -> tuple[float, ...]:
        """How wide the columns are."""
        code = {"titled": 3.2, "dotted": 3.2, "line": 2.6}.get(self.plan.habits.code_style, 1.4)
        further = ((self.place_head, 2.2), (self.simulated_head, 1.3), (self.comment_head, 2.6))
        return (code, 3.6, *(width for head, width in further if head))

    def code(self, code: str) -> str:
        """The sub-category as it is written."""
        title = words("people")["codes"][code]
        return {
            "titled": f"{code} {title}",
            "plain": code,
            "dotted": f"{code}. {title}" if code == "3" else f"{code}: {title}",
            "line": f"{code}\n{title}",
            "word": f"Sub-category {code}" if code != "3" else "Category 3",
        }[self.plan.habits.code_style]

    def cells(self, refs: Sequence[Ref]) -> list[str]:
        """The cells after that of the sub-category."""
        if not refs:
            return [self.empty(), *("" for _ in self.heads[2:])]
        made = [self.wording.cell(refs)]
        made += [self.wording.places(refs)] if self.place_head else []
        made += [self.wording.simulated_cell(refs)] if self.simulated_head else []
        return [*made, self.wording.comment(refs, self.rng)] if self.comment_head else made

    def empty(self) -> str:
        """What stands where nothing is claimed."""
        said = {"dash": "\u2013", "na": "N/A", "words": words("wording")["empty_words"][self.plan.habits.seed % 3]}
        return str(said.get(self.plan.habits.empty, ""))

    def shown(self) -> list[str]:
        """The sub-categories that have a row."""
        return [code for code in codes() if self.wording.rows(code) or self.plan.habits.empty != "left_out"]

    def row(self, code: str) -> Row:
        """A row of the plain table."""
        return tuple(Cell(text=text) for text in [self.code(code), *self.cells(self.wording.rows(code))])

    def head(self, heads: Sequence[str] | None = None) -> Row:
        """The row of headings."""
        return tuple(Cell(text=text, bold=True, shaded=_SHADE) for text in heads or self.heads)

    def table(
        self, rows: Sequence[Row], widths: Sequence[float], heads: int = 1, *, look: str = "", loose: bool | None = None
    ) -> Table:
        """The table with its mark."""
        habits = self.plan.habits
        free = habits.seed % 5 == 0 if loose is None else loose
        smaller = -1.0 if len(widths) > 4 else (-0.5 if habits.seed % 2 else 0.0)
        return Table(
            rows=tuple(rows),
            widths=tuple(widths),
            heads=heads,
            look=look or habits.lines,
            smaller=smaller,
            loose=free,
            repeated=habits.seed % 4 != 1,
            mark=MARK,
        )


def table_sheets(wording: Wording) -> tuple[list[Sheets], list[Block]]:
    """The table's sheets, and what may follow on its last page: sentences under it."""
    layout = Layout(wording)
    habits = wording.plan.habits
    pool = words("wording")
    own = habits.table in {"ticks", "inverted", "typed"} and habits.seed % 3 == 0
    name = layout.rng.choice(pool["own_table_names" if own else "table_names"])
    title = Title(text=name, mark=MARK)
    under: list[Block] = [Words(text=said, bigger=-1) for said in wording.below()]
    wide = habits.table in {"landscape", "ticks"}
    columns = 2 if habits.table == "columns" else 1
    blocks = (title, *_OF.get(habits.table, _model)(layout))
    return [Sheets(blocks=blocks, wide=wide, columns=columns)], under


def _model(layout: Layout) -> list[Block]:
    """A row for each sub-category."""
    return [layout.table([layout.head(), *map(layout.row, layout.shown())], layout.widths)]


def _banded(layout: Layout) -> list[Block]:
    """A line over the rows of each category."""
    rows = [layout.head()]
    seen = ""
    for code in layout.shown():
        if code[0] != seen:
            seen = code[0]
            name = (
                f"{seen}. {words('people')['categories'][seen]}"
                if layout.plan.habits.seed % 2
                else f"Category {seen}: {words('people')['categories'][seen]}"
            )
            rows.append((Cell(text=name, across=len(layout.heads), bold=True, shaded=_SHADE),))
        rows.append(layout.row(code))
    return [layout.table(rows, layout.widths)]


def _category_column(layout: Layout) -> list[Block]:
    """The category in a column of its own, its cells joined or left blank below the first."""
    joined = layout.plan.habits.seed % 3 != 0
    rows = [layout.head(["Category", "Sub-category", *layout.heads[1:]])]
    shown = layout.shown()
    seen = ""
    for code in shown:
        mine = [each for each in shown if each[0] == code[0]]
        name = f"{code[0]}. {words('people')['categories'][code[0]]}"
        first = [Cell(text=name, down=len(mine) if joined else 1)] if code[0] != seen else [Cell()]
        if joined and code[0] == seen:
            first = []
        seen = code[0]
        rows.append((*first, *layout.row(code)))
    return [layout.table(rows, (2.2, *layout.widths))]


def _row_each(layout: Layout) -> list[Block]:
    """A row for each reference; the sub-category joined, blank below or said again."""
    how = layout.plan.habits.seed % 3
    rows = [layout.head()]
    for code in layout.shown():
        refs = layout.wording.rows(code)
        if not refs:
            rows.append(layout.row(code))
        for at, ref in enumerate(refs):
            others = [Cell(text=text) for text in layout.cells([ref])]
            if how == 0:
                first = [Cell(text=layout.code(code), down=len(refs))] if at == 0 else []
            else:
                first = [Cell(text=layout.code(code) if at == 0 or how == 1 else "")]
            rows.append((*first, *others))
    return [layout.table(rows, layout.widths)]


def _two_heads(layout: Layout) -> list[Block]:
    """Two rows of headings, the upper joined over the lower."""
    lower = [Cell(text=head, bold=True, shaded=_SHADE) for head in layout.heads[1:]]
    first = Cell(text=layout.code_head, down=2, bold=True, shaded=_SHADE)
    over = Cell(text="In this portfolio", across=len(lower), bold=True, shaded=_SHADE, centred=True)
    rows = [(first, over), tuple(lower), *map(layout.row, layout.shown())]
    return [layout.table(rows, layout.widths, 2)]


def _per_category(layout: Layout) -> list[Block]:
    """A table for each category under its name."""
    made: list[Block] = []
    for category, name in words("people")["categories"].items():
        mine = [code for code in layout.shown() if code[0] == category]
        if mine:
            made.append(Title(text=f"Category {category}: {name}", level=3, mark=MARK))
            made.append(layout.table([layout.head(), *map(layout.row, mine)], layout.widths))
    return made


def _typed(layout: Layout) -> list[Block]:
    """Lines with spaces between the columns, as from a typewriter."""
    made: list[Block] = [Words(text=f"{'Sub-cat.':<12}Evidence", mono=True, bold=True, mark=MARK)]
    for code in layout.shown():
        text = layout.cells(layout.wording.rows(code))[0]
        lines = _wrapped([part for part in text.split("\n") if part], 58)
        said = [f"{code if at == 0 else '':<12}{line}" for at, line in enumerate(lines or [""])]
        made.append(Words(text="\n".join(line.rstrip() for line in said), mono=True, bigger=-0.5, mark=MARK))
    return made


def _wrapped(parts: Sequence[str], width: int) -> list[str]:
    lines: list[str] = []
    for part in parts:
        line = ""
        for word in part.split():
            if line and len(line) + len(word) + 1 > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines.append(line)
    return lines


def _broken(layout: Layout) -> list[Block]:
    """A row for each sub-category with many words about each item, so that rows go over pages."""
    rng = chance("broken", layout.plan.habits.seed)
    said = words("wording")["general"]
    rows = [layout.head([layout.code_head, "Evidence and what it shows"])]
    for code in layout.shown():
        told = []
        for ref in layout.wording.rows(code):
            comment = f"{rng.choice(words('wording')['comments'])} {' '.join(rng.sample(said, 4))}"
            told.append(f"{layout.wording.reference(ref)}\n{comment}")
        rows.append((Cell(text=layout.code(code)), Cell(text="\n\n".join(told) or layout.empty())))
    return [layout.table(rows, (2, 6), loose=True)]


def _two_tables(layout: Layout) -> list[Block]:
    """The first four categories and the others, each with its caption."""
    made: list[Block] = []
    for caption, ours in (("Table A: categories 1 to 4", "1234"), ("Table B: categories 5 to 8", "5678")):
        mine = [code for code in layout.shown() if code[0] in ours]
        made.append(Words(text=caption, italic=True, mark=MARK))
        made.append(layout.table([layout.head(), *map(layout.row, mine)], layout.widths))
    return made


_OF: Final = {
    "banded": _banded,
    "category_column": _category_column,
    "row_each": _row_each,
    "two_heads": _two_heads,
    "per_category": _per_category,
    "typed": _typed,
    "broken": _broken,
    "two_tables": _two_tables,
    "inverted": inverted,
    "ticks": ticks,
}
