"""The Experience Cross Reference Table in the shapes in which people make it: rows of cells, a cell being a mapping."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from .chance import chance
from .data import category, codes, title, words
from .model import Ref
from .phrases import Phrases

Cell = dict[str, Any]
_OF_ONE: Final = frozenset({"where", "comment", "simulated"})


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table: relative widths of columns, rows of the head, rows of the body."""

    widths: tuple[float, ...]
    heads: list[list[Cell]]
    rows: list[list[Cell]]
    name: str = ""


def cell(said: Any, **more: Any) -> Cell:
    """A cell with its words."""
    return {"t": said, **more}


class Shapes:
    """Makes the grids of one applicant's table."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.habit = phrases.habit
        self.plan = phrases.plan
        rng = chance("shapes", self.habit.seed)
        self.heads = {role: rng.choice(ways) for role, ways in words("wordings")["heads"].items()}
        if self.habit.family == "number" or (
            self.habit.family == "sub" and self.plan.items[0].cited == self.plan.items[0].number
        ):
            self.heads["evidence"] = "Evidence no. and page" if self.habit.where != "none" else "Evidence number"
            self.heads["item"] = "Evidence no."
        if phrases.column == "{p}":
            self.heads["where"] = "Page / section"
        self.below = rng.choice(("merged", "merged", "blank", "again"))
        self.joined = rng.random() < 0.5
        self.sideways = rng.random() < 0.5
        self.tick = rng.choice(("\u2713", "X", "x", "\u2022", "\u2714", "\u25cf"))

    @property
    def codes(self) -> list[str]:
        """The sub-categories that have a row."""
        all_of = list(codes())
        return [code for code in all_of if self.plan.of_code(code)] if self.habit.empties == "left_out" else all_of

    def grids(self) -> list[Grid]:
        """All tables, one after another."""
        makers = {
            "per_category": self._per_category,
            "two_heads": self._two_heads,
            "inverted": self._inverted,
            "ticks": self._ticks,
            "transposed": self._transposed,
        }
        return makers.get(self.habit.table, self._plain)()

    # Rows for each sub-category

    def _plain(self) -> list[Grid]:
        roles = self._roles()
        widths, heads = self._head(roles)
        return [Grid(widths=widths, heads=heads, rows=self._rows(roles, self.codes))]

    def _rows(self, roles: Sequence[str], among: Sequence[str]) -> list[list[Cell]]:
        """A row for each sub-category; for each reference where another column speaks of the single one."""
        if self.habit.table == "per_ref" or not _OF_ONE.isdisjoint(roles):
            return [
                self._line(roles, code, among, line)
                for code in among
                for line in range(max(1, len(self.plan.of_code(code))))
            ]
        return [[self._said(role, code, among) for role in roles] for code in among]

    def _roles(self) -> list[str]:
        """The columns from left to right."""
        named = {"c": "code", "t": "title", "e": "evidence", "w": "where", "a": "assessor", "g": "asked"}
        layouts = {
            "cce": ["category", "code", "evidence"],
            "cec": ["code", "evidence", "comment"],
            "ctga": ["code", "title", "asked", "evidence"],
            "story": ["code", "title", "evidence"],
        }
        roles = layouts.get(self.habit.layout) or [named[letter] for letter in self.habit.layout]
        if self.habit.codes in {"title", "colon"} and "title" in roles:
            roles.remove("title")
        if "category" in roles and self.habit.table == "two_column":
            roles.remove("category")
        if "where" in roles and self.habit.where == "none":
            roles.remove("where")
        if self.habit.notes == "column" and any(ref.simulated for ref in self.plan.refs):
            roles.append("simulated")
        return roles

    def _head(self, roles: Sequence[str]) -> tuple[tuple[float, ...], list[list[Cell]]]:
        wide = {
            "code": 1.0,
            "category": 1.4,
            "title": 2.4,
            "evidence": 3.0,
            "where": 1.7,
            "comment": 2.6,
            "asked": 2.2,
            "assessor": 1.2,
            "simulated": 1.2,
        }
        if self.habit.codes in {"title", "colon"}:
            wide["code"] = 2.6
        if "where" in roles:
            wide["evidence"] = 2.0
        names = {**self.heads, "asked": "Evidence sought"}
        return tuple(wide[role] for role in roles), [[cell(names[role], b=True) for role in roles]]

    def _said(self, role: str, code: str, among: Sequence[str]) -> Cell:
        """What stands in the row of a sub-category below this head."""
        at = among.index(code)
        said: dict[str, Callable[[], Any]] = {
            "code": lambda: self.phrases.code(code),
            "title": lambda: title(code),
            "asked": lambda: words("scheme")["asked"][code],
            "assessor": lambda: "",
            "category": lambda: (
                f"{code[0]}. {category(code)}"
                if at == 0 or among[at - 1][0] != code[0] or self.below != "blank"
                else ""
            ),
            "evidence": lambda: self.phrases.cell(self.plan.of_code(code)),
        }
        return cell(said[role]())

    # A row for each reference

    def _line(self, roles: Sequence[str], code: str, among: Sequence[str], line: int) -> list[Cell]:
        """What is said once is merged over the rows, or left blank below the first, or said again."""
        made = []
        refs = self.plan.of_code(code)
        own = refs[line : line + 1]
        for role in roles:
            if role == "category" and self.below == "merged":
                mine = [other for other in among if other[0] == code[0]]
                if line == 0 and code == mine[0]:
                    made.append(
                        cell(
                            f"{code[0]}. {category(code)}", rs=sum(max(1, len(self.plan.of_code(one))) for one in mine)
                        )
                    )
            elif role in {"code", "title", "asked", "category", "assessor"}:
                many = {"rs": max(1, len(refs))} if self.below == "merged" else {}
                if line == 0 or self.below == "again":
                    made.append(self._said(role, code, among) | many)
                elif self.below == "blank":
                    made.append(cell(""))
            else:
                made.append(self._of_one(role, own, roles))
        return made

    def _of_one(self, role: str, refs: Sequence[Ref], roles: Sequence[str]) -> Cell:
        phrases = self.phrases
        if role == "evidence":
            return cell(phrases.cell(refs, place="where" not in roles, remark="comment" not in roles))
        ref = refs[0] if refs else None
        said: dict[str, Callable[[], Any]] = {
            "where": lambda: phrases.place(ref) if ref else "",
            "comment": lambda: ref.remark.strip(" ()") if ref else "",
            "simulated": lambda: ("Simulated" if ref.simulated else "Real") if ref else "",
        }
        return cell(said[role]())

    # Other shapes

    def _per_category(self) -> list[Grid]:
        roles = [role for role in self._roles() if role != "category"]
        widths, heads = self._head(roles)
        grids = []
        for number, name in words("scheme")["category"].items():
            mine = [code for code in self.codes if code[0] == number]
            if mine:
                grids.append(
                    Grid(widths=widths, heads=heads, rows=self._rows(roles, mine), name=f"Category {number}: {name}")
                )
        return grids

    def _two_heads(self) -> list[Grid]:
        """Two rows of heads: groups above, columns below."""
        roles = ["code", "title", "evidence", "where" if self.habit.where != "none" else "comment"]
        groups = [cell("Experience", cs=2, b=True, al="center"), cell("Evidence", cs=2, b=True, al="center")]
        below = ["Sub-category", "Title", "Item", self.heads["where"] if self.habit.where != "none" else "Remarks"]
        rows = self._rows(roles, self.codes)
        return [Grid(widths=(1, 2.6, 2, 2), heads=[groups, [cell(name, b=True) for name in below]], rows=rows)]

    def _inverted(self) -> list[Grid]:
        """A row for each item with the sub-categories it is claimed for."""
        phrases, dated = self.phrases, self.habit.seed % 3 == 0
        roles = ["item", "item_title", *(["dated"] if dated else []), "claims"]
        rows = []
        for item in self.plan.items:
            mine = [ref for ref in self.plan.refs if item in ref.items]
            if not mine and not item.sent:
                continue
            name = phrases.cited(item) + (phrases.mark if item.simulated else "")
            said = [name, item.title, *([str(item.dated.year)] if dated else []), self._claims(mine)]
            rows.append([cell(one) for one in said])
        return [
            Grid(
                widths=(1.1, 3, *((0.7,) if dated else ()), 2.6),
                heads=[[cell(self.heads[role], b=True) for role in roles]],
                rows=rows,
            )
        ]

    def _claims(self, refs: Sequence[Ref]) -> str:
        """Sub-categories in a row, each with its place in brackets."""
        made = []
        for ref in refs:
            where = self.phrases.short_place(ref)
            code = self.phrases.short_code(ref.code)
            made.append(f"{code} ({where})" if where else code)
        return (", " if self.joined else "; ").join(made) or "-"

    def _ticks(self) -> list[Grid]:
        """A matrix: items down and sub-categories across, or the other way about."""
        items = [item for item in self.plan.items if item.sent or self.plan.codes_of(item)]
        items = [item for item in items if self.plan.codes_of(item)] if self.habit.seed % 2 else items
        signs = {(ref.code, item.id): self._sign(ref) for ref in self.plan.refs for item in ref.items}
        names = [self.phrases.cited(item) + (self.phrases.mark if item.simulated else "") for item in items]
        if self.sideways and len(items) <= 16 and self.habit.family != "named":
            up = self.habit.family not in {"number", "e", "hash", "theme", "sub"}
            heads = [[cell(self.heads["code"], b=True), *(cell(name, b=True, up=up, al="center") for name in names)]]
            rows = [
                [cell(self.phrases.code(code)), *(cell(signs.get((code, item.id), ""), al="center") for item in items)]
                for code in self.codes
            ]
            return [
                Grid(
                    widths=(3.4 if self.habit.codes in {"title", "colon"} else 2, *((1,) * len(items))),
                    heads=heads,
                    rows=rows,
                )
            ]
        titled = self.habit.flip or self.joined
        every = list(codes())
        heads = [
            [
                cell(self.heads["item"], b=True),
                *([cell("Title", b=True)] if titled else []),
                *(cell(code, b=True, al="center") for code in every),
            ]
        ]
        rows = [
            [
                cell(name),
                *([cell(item.title)] if titled else []),
                *(cell(signs.get((code, item.id), ""), al="center") for code in codes()),
            ]
            for name, item in zip(names, items, strict=True)
        ]
        return [Grid(widths=(3.2, *((6,) if titled else ()), *((1.15,) * 16)), heads=heads, rows=rows)]

    def _sign(self, ref: Ref) -> str:
        return f"p{self.phrases.pages(ref)}" if ref.pages else self.tick

    def _transposed(self) -> list[Grid]:
        """Sub-categories across, four to a block, the evidence below them."""
        every = list(codes())
        grids = []
        for at in range(0, len(every), 4):
            block = every[at : at + 4]
            heads = [[cell(self.heads["code"], b=True), *(cell(self.phrases.code(code), b=True) for code in block)]]
            row = [
                cell(self.heads["evidence"], b=True),
                *(cell(self.phrases.cell(self.plan.of_code(code))) for code in block),
            ]
            grids.append(Grid(widths=(1.2, *((2,) * len(block))), heads=heads, rows=[row]))
        return grids
