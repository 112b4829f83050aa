"""The cross reference table as blocks, in every style of the set."""

import random
from collections.abc import Mapping, Sequence
from typing import Any

from .codes import HEADINGS, NOT_CLAIMED, TABLE_HEADINGS, code_text
from .evidence import fillers
from .matrices import inverted, ticks
from .plan import CODES, Plan, scheme
from .references import Written
from .typed import typed_text
from .writing import Pen

Block = dict[str, Any]
Row = dict[str, str]


class TableMaker:
    """Makes the table of one plan. Its choices are drawn once, so that a second making gives the same table."""

    def __init__(self, plan: Plan, pens: Sequence[Pen], seed: str, version: str = "") -> None:
        self.plan, self.pens, self.pen, self.seed, self.version = plan, pens, pens[0], seed, version
        self.dice = random.Random(seed)  # noqa: S311

    def blocks(self, written: Mapping[str, Sequence[Written]]) -> list[Block]:
        """Heading, table and legend, marked "table-first" and "table-last".

        ``written`` has the references of each claimed code.
        """
        self.dice = random.Random(self.seed)  # noqa: S311
        table = self.plan.choice.table
        title = self.dice.choice(TABLE_HEADINGS) + self.version
        head = [{"t": "h", "x": title, "size": self.dice.choice((12, 13, 15))}]
        self.titles = {code: self.dice.choice(scheme()["titles"][code]) for code in CODES}
        self.areas = {number: names[self.plan.choice.seed % 3] for number, names in scheme()["categories"].items()}
        if table == "ticks":
            return head + ticks(self.plan, self.pen, written, self.dice)
        legend = [{"t": "p", "x": self.pen.legend()}] if self.pen.legend() else []
        if table == "inverted":
            return head + inverted(self.plan, self.pen, written, self.dice) + legend
        rows = self._rows(written)
        if table == "typed":
            return head + self._typed(rows) + legend
        columns = self._columns()
        if table == "per_category":
            return head + self._per_category(rows, columns) + legend
        if table == "two_column":
            return [*head, self._side_by_side(rows, columns), *legend]
        return [*head, self._flat(rows, columns), *legend]

    def _rows(self, written: Mapping[str, Sequence[Written]]) -> list[list[Row]]:
        """For each code one row, or one for each reference where pages have a column and rows are split."""
        choice = self.plan.choice
        split = choice.wording == "columns" and self.dice.random() < 0.5
        rows = []
        for code in CODES:
            refs = written.get(code, ())
            if not refs and choice.not_claimed == "left_out":
                continue
            shown = self._code(code)
            if code == "3" and self._is_by_category():
                shown = ("-", "", "n/a")[choice.seed // 5 % 3]
            base = {"key": code, "code": shown, "title": self.titles[code], "category": self._category(code)}
            groups = [[ref] for ref in refs] if split and refs else [list(refs)]
            rows.append(
                [
                    base | self._filled(group) | ({} if number == 0 else self._again())
                    for number, group in enumerate(groups)
                ]
            )
        return rows

    def _is_by_category(self) -> bool:
        """Whether the category column alone says which row is category 3, which has no sub-categories."""
        return self.plan.choice.table in {"merged", "two_headers"} and self.plan.choice.seed % 5 in {0, 2}

    def _again(self) -> Row:
        return {"code": "", "title": "", "category": ""}

    def _filled(self, refs: list[Written]) -> Row:
        if not refs:
            return {"evidence": NOT_CLAIMED.get(self.plan.choice.not_claimed, ""), "pages": "", "comment": ""}
        simulated = self.plan.choice.notes == "comment" and all(ref.ref.simulated for ref in refs)
        return {
            "evidence": self.dice.choice(self.pens).cell(refs),
            "pages": "\n".join(self.pen.numbers(ref) or "all" for ref in refs),
            "comment": self._comment(simulated=simulated),
        }

    def _comment(self, *, simulated: bool) -> str:
        if self.plan.choice.table == "broken_rows":
            words = " ".join(self.dice.sample(_plain_passages(), self.dice.choice((1, 2, 2, 3, 5))))
        else:
            words = self.dice.choice(
                (
                    "Author",
                    "Sole author",
                    "Joint work, my part is marked",
                    "",
                    "Led this",
                    "Adviser to the unit",
                    "2023 and 2024",
                    "",
                )
            )
        return ("Simulated. " + words).strip() if simulated else words

    def _code(self, code: str) -> str:
        style = self.plan.choice.codes
        return f"{code} {self.titles[code]}" if style == "titled" else code_text(code, style)

    def _category(self, code: str) -> str:
        number = code.partition(".")[0]
        form = ("{n}. {t}", "{n}", "Category {n}", "{n} {t}", "{t}")[self.plan.choice.seed % 5]
        return form.format(n=number, t=self.areas[number])

    def _columns(self) -> list[str]:
        choice, dice = self.plan.choice, self.dice
        columns = ["code"]
        if choice.table != "two_column":
            if choice.table in {"merged", "two_headers"} or dice.random() < 0.25:
                columns.insert(0, "category")
            if choice.codes != "titled" and (choice.table == "two_headers" or dice.random() < 0.65):
                columns.append("title")
        columns.append("evidence")
        if choice.wording == "columns":
            columns.append("pages")
        if choice.table != "two_column" and (
            choice.notes == "comment" or choice.table == "broken_rows" or dice.random() < 0.3
        ):
            columns.append("comment")
        if choice.table not in {"two_headers", "merged", "two_column"} and dice.random() < 0.4:
            dice.shuffle(columns)
        elif choice.notes == "comment" and choice.table == "two_column":
            columns.append("comment")
        return columns

    def _heads(self, columns: list[str]) -> list[list[Block]]:
        names = [{"x": self.dice.choice(HEADINGS[column]), "b": True} for column in columns]
        if self.plan.choice.table != "two_headers":
            return [names]
        asked = [column for column in columns if column in {"category", "code", "title"}]
        over = [
            {
                "x": self.dice.choice(("Experience", "Requirement of the scheme", "IPEM experience")),
                "b": True,
                "cs": len(asked),
                "mid": True,
            }
        ]
        over.append(
            {
                "x": self.dice.choice(("Evidence", "Submitted", "Applicant's evidence")),
                "b": True,
                "cs": len(columns) - len(asked),
                "mid": True,
            }
        )
        return [over, names]

    def _flat(self, rows: list[list[Row]], columns: list[str], *, first: bool = True, last: bool = True) -> Block:
        heads = self._heads(columns)
        flat = [row for group in rows for row in group]
        body = (
            self._merged(rows, columns)
            if self.plan.choice.table == "merged"
            else [[{"x": row[column]} for column in columns] for row in flat]
        )
        if self.plan.choice.table != "merged" and "category" in columns and self.dice.random() < 0.5:
            _blank_repeated(body, columns.index("category"))
        if first:
            heads[0][0]["mark"] = "table-first"
        if last:
            for cell in body[-1]:
                cell["last"] = "table-last"
        style = {"rules": "rules", "zebra": "zebra", "bare": "bare", "two_column": "ruled"}.get(
            self.plan.choice.table, "ruled"
        )
        if self.plan.choice.table in {"per_category", "two_column", "landscape", "broken_rows", "docx"}:
            style = self.dice.choice(("ruled", "ruled", "rules", "boxed"))
        return {
            "t": "grid", "style": style, "heads": heads, "rows": body,
            "widths": [self._width(column) for column in columns],
            "size": self.dice.choice((8.5, 9, 9.5, 10, 10.5)), "pad": self.dice.choice((4, 5, 6)),
            "pady": self.dice.choice((3, 4, 6, 9)),
            "shade": self.dice.random() < 0.5, "repeat": self.dice.random() < 0.8,
        }  # fmt: skip

    def _width(self, column: str) -> Any:
        wide = self.plan.choice.codes == "titled"
        code = "1.3" if wide else 2.6 if self.plan.choice.codes == "sub_word" else 2.2
        if self.plan.choice.table == "two_column":
            return {"code": "1" if wide else 1.9, "evidence": "1.4", "pages": 1.5, "comment": 1.6}[column]
        return {
            "code": code,
            "category": 2.8,
            "title": "1.2",
            "evidence": "1.7",
            "pages": 2.0,
            "comment": "2.4" if self.plan.choice.table == "broken_rows" else "1",
        }[column]

    def _merged(self, rows: list[list[Row]], columns: list[str]) -> list[list[Block]]:
        """The category column, which stands first, merged over its rows, or blank below its first row."""
        body, spans = [], self.plan.choice.seed % 3 != 0
        flat = [row for group in rows for row in group]
        number = [row["key"].partition(".")[0] for row in flat]
        for at, row in enumerate(flat):
            cells = [{"x": row[column]} for column in columns]
            begins = at == 0 or number[at] != number[at - 1]
            if begins and spans:
                cells[0] = {"x": row["category"], "rs": number.count(number[at]), "mid": self.plan.choice.seed % 2 == 0}
            elif not begins:
                cells = cells[1:] if spans else [{"x": ""}, *cells[1:]]
            body.append(cells)
        return body

    def _side_by_side(self, rows: list[list[Row]], columns: list[str]) -> Block:
        """The categories up to 4 on the left of the page, the others on the right, each half with its own headings."""
        halves: list[list[list[Row]]] = [[], []]
        for group in rows:
            halves[group[0]["key"] > "5"].append(group)
        state = self.dice.getstate()
        left = self._flat(halves[0], columns, last=False)
        self.dice.setstate(state)
        return {"t": "side", "left": [left], "right": [self._flat(halves[1], columns, first=False)]}

    def _per_category(self, rows: list[list[Row]], columns: list[str]) -> list[Block]:
        columns = [column for column in columns if column != "category"]
        by_number: dict[str, list[list[Row]]] = {}
        for group in rows:
            by_number.setdefault(group[0]["key"].partition(".")[0], []).append(group)
        state = self.dice.getstate()
        blocks: list[Block] = []
        for at, (number, groups) in enumerate(by_number.items()):
            self.dice.setstate(state)
            blocks.append({"t": "h", "x": f"Category {number}: {self.areas[number]}", "size": 11})
            blocks.append(self._flat(groups, columns, first=at == 0, last=at == len(by_number) - 1))
        return blocks

    def _typed(self, rows: list[list[Row]]) -> list[Block]:
        flat = [row for group in rows for row in group]
        for group in rows:
            for row in group[1:]:
                row["code"] = ""
        extra = self.plan.choice.wording == "columns"
        comments = self.plan.choice.notes == "comment"
        if self.dice.random() < 0.5 and not extra:
            form = self.dice.choice(("{code}  {title}: {evidence}", "{code} - {evidence}", "{code}   {evidence}"))
            form = form.replace(" {title}", "") if self.plan.choice.codes == "titled" else form
            lines: list[Block] = [
                {
                    "t": "p",
                    "x": form.format(**row | {"evidence": row["evidence"].replace("\n", "; ")})
                    + (f" ({row['comment']})" if comments and row["comment"].startswith("Simulated") else ""),
                }
                for row in flat
            ]
        else:
            lines = [
                {
                    "t": "mono",
                    "x": typed_text(flat, pages=extra, comments=comments, titled=self.plan.choice.codes == "titled"),
                    "size": 8.5,
                }
            ]
        return [{"t": "mark", "name": "table-first"}, *lines, {"t": "mark", "name": "table-last"}]


def _blank_repeated(body: list[list[Block]], at: int) -> None:
    before = None
    for cells in body:
        same, before = cells[at]["x"] == before, cells[at]["x"] or before
        if same:
            cells[at] = {"x": ""}


def _plain_passages() -> list[str]:
    """Passages without names to fill in."""
    return [text for text in fillers()["paragraphs"] if "{" not in text]
