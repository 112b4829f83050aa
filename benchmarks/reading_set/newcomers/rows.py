"""The rows of tables that go by sub-category, in the columns that applicants choose."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from .chance import chance
from .grid import Cell, Row
from .model import Ref
from .prose import paragraph
from .wording import Wording
from .words import CATEGORIES, CODES, EXAMPLES, TITLES

_CODE_HEADS: Final = ("Sub-category", "Sub-category", "Experience sub-category", "Sub category", "Subcategory")
_EVIDENCE_HEADS: Final = (
    *("Evidence", "Evidence reference", "Supporting evidence", "Evidence submitted", "Evidence item(s)"),
    *("My evidence", "Where to find it", "Evidence ref."),
)
_NUMBER_HEADS: Final = ("Evidence number", "Evidence no.", "Evidence number(s)", "Evidence item number")


@dataclass(frozen=True, kw_only=True)
class Rows:
    """A table before it is drawn."""

    widths: tuple[float, ...]
    heads: tuple[Row, ...]
    rows: tuple[Row, ...]


def cells(*texts: str) -> tuple[Cell, ...]:
    """Plain cells."""
    return tuple(Cell(text=text) for text in texts)


class Columns:
    """Makes rows for the codes asked of it."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.plan = wording.plan
        self.rng: Random = chance("columns", wording.choice.seed)
        bare = all(item.name == item.number for item in self.plan.items)
        self.evidence = self.rng.choice(_NUMBER_HEADS if bare else _EVIDENCE_HEADS)
        self.head = self.rng.choice(_CODE_HEADS)
        self.short_head = self.rng.choice(("No.", "Sub-category", "Ref"))
        self.titled = self.rng.random() < 0.6
        self.blank_repeats = self.rng.random() < 0.5

    def shown(self, codes: Sequence[str]) -> list[str]:
        """The sub-categories that have a row."""
        if self.wording.choice.empties != "left_out":
            return list(codes)
        return [code for code in codes if self.plan.of_code(code)]

    def cell(self, code: str) -> str:
        """What is claimed, as one cell."""
        return self.wording.cell(self.plan.of_code(code))

    def made(self, layout: str, codes: Sequence[str] = CODES) -> Rows:
        """The rows in this layout."""
        return {
            "code_evidence": self._code_evidence,
            "category_code_evidence": self._category_blank,
            "code_title_evidence": self._code_title_evidence,
            "evidence_code": self._evidence_code,
            "columns": self._columns,
            "guidance": self._guidance,
            "comments": self._comments,
            "assessor": self._assessor,
            "merged": self._merged,
            "two_headers": self._two_headers,
        }[layout](self.shown(codes))

    def _code_evidence(self, codes: list[str]) -> Rows:
        titled = self.titled
        rows = [cells(self.wording.code(code, titled=titled), self.cell(code)) for code in codes]
        return Rows(widths=(5, 6) if titled else (2, 5), heads=(cells(self.head, self.evidence),), rows=tuple(rows))

    def _code_title_evidence(self, codes: list[str]) -> Rows:
        heads = cells(self.short_head, "Description", self.evidence)
        rows = [cells(self.wording.short_code(code), TITLES[code], self.cell(code)) for code in codes]
        return Rows(widths=(1.6, 4, 4.5), heads=(heads,), rows=tuple(rows))

    def _evidence_code(self, codes: list[str]) -> Rows:
        rows = [cells(self.cell(code), self.wording.code(code, titled=True)) for code in codes]
        return Rows(widths=(5, 5), heads=(cells(self.evidence, self.head),), rows=tuple(rows))

    def _category_blank(self, codes: list[str]) -> Rows:
        """The category in a column of its own, written once or every time."""
        rows, before = [], ""
        for code in codes:
            category = f"{code[0]}. {CATEGORIES[code[0]]}"
            said = "" if category == before and self.blank_repeats else category
            rows.append(cells(said, self.wording.code(code, titled=True), self.cell(code)))
            before = category
        return Rows(widths=(3, 4, 5), heads=(cells("Category", self.head, self.evidence),), rows=tuple(rows))

    def _merged(self, codes: list[str]) -> Rows:
        rows: list[Row] = []
        for at, code in enumerate(codes):
            together = [one for one in codes if one[0] == code[0]]
            first = at == 0 or codes[at - 1][0] != code[0]
            category = Cell(text=f"{code[0]}. {CATEGORIES[code[0]]}", rows=len(together)) if first else None
            rows.append((category, *cells(self.wording.code(code, titled=True), self.cell(code))))
        return Rows(widths=(3, 4, 5), heads=(cells("Category", self.head, self.evidence),), rows=tuple(rows))

    def _references(self, codes: list[str]) -> list[tuple[str, Ref | None, bool]]:
        """A row for each reference: the sub-category, the reference, whether it is the first of its sub-category."""
        made: list[tuple[str, Ref | None, bool]] = []
        for code in codes:
            refs: list[Ref | None] = [*self.plan.of_code(code)]
            made += [(code, ref, at == 0) for at, ref in enumerate(refs or [None])]
        return made

    def _columns(self, codes: list[str]) -> Rows:
        wording = self.wording
        parts = any(ref.parts or ref.paragraph for ref in self.plan.refs)
        pages = any(ref.pages for ref in self.plan.refs)
        real = wording.choice.notes == "column" and any(ref.item.simulated for ref in self.plan.refs)
        rows = []
        for code, ref, first in self._references(codes):
            said = wording.code(code) if first or not self.blank_repeats else ""
            if ref is None:
                row = [said, wording.empty or "None"]
            else:
                row = [said, wording.name(ref.item) + ("" if real else wording.mark(ref.item))]
            row += [wording.pages(ref) if ref else ""] if pages else []
            row += [wording.part(ref) if ref else ""] if parts else []
            row += [("Simulated" if ref.item.simulated else "Real") if ref else ""] if real else []
            rows.append(cells(*row))
        heads = [self.head, self.evidence]
        heads += [self.rng.choice(("Page(s)", "Pages", "Page numbers"))] if pages else []
        heads += [self.rng.choice(("Part", "Section", "Where"))] if parts else []
        heads += ["Real / simulated"] if real else []
        wide = 5 if any("." in item.name for item in self.plan.items) else 3
        widths = (3.2, wide, *([1.8] if pages else []), *([2.2] if parts else []), *([1.9] if real else []))
        return Rows(widths=widths, heads=(cells(*heads),), rows=tuple(rows))

    def _guidance(self, codes: list[str]) -> Rows:
        """The form with examples, and a column added."""
        heads = cells("Category", "Sub-category", "Examples of evidence", self.evidence)
        rows, before = [], ""
        for code in codes:
            said = f"{code[0]}. {CATEGORIES[code[0]]}" if code[0] != before else ""
            before = code[0]
            rows.append(cells(said, self.wording.code(code, titled=True), EXAMPLES[code], self.cell(code)))
        return Rows(widths=(2.4, 3.4, 3.2, 4), heads=(heads,), rows=tuple(rows))

    def _comments(self, codes: list[str]) -> Rows:
        head = self.rng.choice(("Comments", "My contribution", "Commentary", "How it meets the sub-category"))
        rows = []
        for code in codes:
            said = paragraph(self.rng, 1, 2) if self.plan.of_code(code) else ""
            rows.append(cells(self.wording.code(code), self.cell(code), said))
        return Rows(widths=(3, 3.6, 4), heads=(cells(self.head, self.evidence, head),), rows=tuple(rows))

    def _assessor(self, codes: list[str]) -> Rows:
        heads = cells(self.head, self.evidence, "For assessor: met?", "For assessor: notes")
        rows = [cells(self.wording.code(code, titled=True), self.cell(code), "", "") for code in codes]
        return Rows(widths=(3.6, 4, 1.5, 2), heads=(heads,), rows=tuple(rows))

    def _two_headers(self, codes: list[str]) -> Rows:
        """A head over heads; the evidence in columns of its own."""
        wording = self.wording
        parts = any(ref.parts or ref.paragraph for ref in self.plan.refs)
        pages = any(ref.pages for ref in self.plan.refs)
        below = ["No.", "Title", "Item", *(["Page(s)"] if pages else []), *(["Part"] if parts else [])]
        upper: list[Cell | None] = [Cell(text="Sub-category", columns=2, centred=True), None]
        upper += [Cell(text="Evidence", columns=len(below) - 2, centred=True), *([None] * (len(below) - 3))]
        rows = []
        for code, ref, first in self._references(codes):
            row = [wording.short_code(code) if first else "", TITLES[code] if first else ""]
            row += [wording.name(ref.item) + wording.mark(ref.item) if ref else wording.empty or "None"]
            row += [wording.pages(ref) if ref else ""] if pages else []
            row += [wording.part(ref) if ref else ""] if parts else []
            rows.append(cells(*row))
        widths = (1.3, 4, 3, *([1.6] if pages else []), *([1.9] if parts else []))
        return Rows(widths=widths, heads=(upper, cells(*below)), rows=tuple(rows))
