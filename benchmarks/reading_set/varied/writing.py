"""References become the words of a cell, in one of the ways that applicants write them."""

import random
from collections.abc import Sequence

from .plan import Plan
from .references import Written, ids_in_runs


class Pen:
    """One applicant's way of writing: the same in every row, apart from slips."""

    def __init__(self, plan: Plan, files: dict[str, str], dice: random.Random, style: str = "") -> None:
        self.plan = plan
        self.files = files  # id -> name of the item's file
        self.titles = {item.id: item.title for item in plan.items}
        self.style = style or plan.choice.wording
        self.dash = dice.choice(("-", "-", "\u2013", " to "))
        self.page = dice.choice(
            {"short": ("p", "p.", "p "), "appendix": ("p.", "p. ")}.get(self.style, ("p. ", "page ", "p", "pg "))
        )
        self.pages = {"p": "pp ", "p.": "pp.", "p ": "pp ", "p. ": "pp. ", "page ": "pages ", "pg ": "pgs "}[self.page]
        self.sep = dice.choice(_SEPARATORS[self.style])
        if plan.choice.table == "broken_rows" and "\n" in _SEPARATORS[self.style]:
            self.sep = "\n"
        self.tight = dice.random() < 0.3

    def cell(self, written: Sequence[Written]) -> str:
        """The evidence cell of one row."""
        if self.style in {"bare", "plural"}:
            return self._grouped(written)
        if self.style in {"short", "evidence"} and self.tight:
            return self.sep.join(self._with_runs(written))
        parts = [self.one(each) for each in written]
        if self.style == "prose":
            return "see " + self.sep.join(parts)
        return self.sep.join(parts)

    def _with_runs(self, written: Sequence[Written]) -> list[str]:
        """References one by one, but three or more plain ones in a row as "E5-E7"."""
        parts: list[str] = []
        at = 0
        while at < len(written):
            end = at
            while end < len(written) and _is_next(written, at, end):
                end += 1
            if end - at > 2:
                parts.append(
                    self.name(written[at].ref.id)
                    + self.dash
                    + self.name(written[end - 1].ref.id).removeprefix("Evidence ")
                )
                at = end
            else:
                parts.append(self.one(written[at]))
                at += 1
        return parts

    def one(self, written: Written) -> str:
        """One reference with its pages, section and note."""
        return self.name(written.ref.id) + self._place(written) + self.note(written)

    def name(self, each: str) -> str:
        """The item as it is called in cells."""
        shown = self.plan.written[each]
        word = self.plan.word
        if self.style == "file_name":
            return self.files.get(each, f"{shown}_not_dated.pdf")
        if self.style == "titled":
            title = self.titles.get(each, "")
            return f"{word} {shown}: {title}" if title else f"{word} {shown}"
        if word in {"", "E", "#"} or word.endswith(" "):
            return f"{word}{shown}"
        return f"{word} {shown}"

    def note(self, written: Written) -> str:
        """The words that call a reference simulated, where the cell says so."""
        if not written.ref.simulated:
            return ""
        return SIMULATED.get(self.plan.choice.notes, "")

    def legend(self) -> str:
        """What stands under the table where a sign means simulated."""
        if not self.plan.simulated:
            return ""
        return {"star": "* simulated evidence", "letter": "(S) = simulated"}.get(self.plan.choice.notes, "")

    def numbers(self, written: Written) -> str:
        """The pages as numbers only: "2-3, 5"."""
        return ", ".join(f"{a}{self.dash}{b}" if b > a else str(a) for a, b in written.pages)

    def _place(self, written: Written) -> str:
        if self.style == "columns" or not (written.pages or written.ref.section):
            return ""
        if not written.pages:
            return f" {written.ref.section}"
        if self.style == "colon":
            return f": {self.numbers(written)}"
        several = len(written.pages) > 1 or written.pages[0][0] != written.pages[0][1]
        words = (self.pages if several else self.page) + self.numbers(written)
        if written.ref.section:
            words += f" {written.ref.section}"
        if self.style in {"item_brackets", "dotted", "file_name", "bare", "plural"}:
            return f" ({words})"
        return (
            f", {words}"
            if self.style in {"prose", "titled", "exhibit"} or (self.style == "evidence" and not self.tight)
            else f" {words}"
        )

    def _grouped(self, written: Sequence[Written]) -> str:
        """Numbers with few words: plain ones together, those with pages one by one."""
        plain = [each for each in written if not each.pages and not each.ref.section and not each.ref.simulated]
        rest = [each for each in written if each not in plain]
        shown = [self.plan.written[each.ref.id] for each in plain]
        runs = [a if a == b else f"{a}{self.dash}{b}" for a, b in ids_in_runs(shown)]
        if self.style == "bare":
            return ", ".join(
                [*runs, *(self.plan.written[each.ref.id] + self._place(each) + self.note(each) for each in rest)]
            )
        word = self.plan.word
        parts = []
        if runs:
            joined = " and ".join([", ".join(runs[:-1]), runs[-1]] if len(runs) > 1 else runs)
            parts.append(f"{word}{'s' if len(plain) > 1 else ''} {joined}")
        return "; ".join([*parts, *(self.one(each) for each in rest)])


def _is_next(written: Sequence[Written], first: int, at: int) -> bool:
    """Whether the reference at ``at`` is plain and follows on from the first by whole numbers."""
    each, start = written[at], written[first].ref.id
    plain = not (each.pages or each.ref.section or each.ref.simulated)
    return plain and each.ref.id.isdecimal() and start.isdecimal() and int(each.ref.id) == int(start) + at - first


SIMULATED = {
    "brackets": " (simulated)",
    "hypothetical": " (hypothetical)",
    "square": " [simulated]",
    "star": "*",
    "letter": " (S)",
}
_SEPARATORS = {
    "evidence": ("; ", "\n", "; "), "short": ("; ", ", ", "\n", " / "), "item_brackets": (", ", "; ", " and "),
    "appendix": ("; ", "\n", " & "), "padded_section": ("; ", "\n"), "prose": ("; ", " and "), "titled": ("\n",),
    "colon": ("; ", "\n"), "columns": ("\n",), "exhibit": ("\n", "; "), "hash": ("; ", "\n"),
    "dotted": (", ", "; ", "\n"),
    "file_name": ("\n",), "bare": (", ",), "plural": ("; ",),
}  # fmt: skip
