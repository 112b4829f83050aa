"""Rows of cells from the plan: by sub-category, by reference, by item."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from . import words
from .kit import Kit
from .markup import Cell, bold, plain
from .plan import Item, Reference


def rows_by_code(
    kit: Kit, kinds: Sequence[str], *, title: bool = False, join: str | None = None
) -> list[list[Cell | str]]:
    """One row for each sub-category, with these kinds of columns."""
    return [[plain(of_code(kit, code, kind, title=title, join=join)) for kind in kinds] for code in words.CODES]


def of_code(kit: Kit, code: str, kind: str, *, title: bool = False, join: str | None = None) -> str:
    """What a column of this kind says of a sub-category, as plain words."""
    refs = kit.plan.of_code(code)
    first = refs[0].item if refs else None
    values: Mapping[str, Callable[[], str]] = {
        "code": lambda: kit.code(code),
        "title": lambda: words.SUB_CATEGORIES[code],
        "code_title": lambda: f"{code} {words.SUB_CATEGORIES[code]}",
        "category": lambda: words.CATEGORIES[code[0]],
        "guidance": lambda: words.GUIDANCE[words.CODES.index(code) % len(words.GUIDANCE)],
        "where": lambda: kit.cell(code, join, title=title),
        "eid": lambda: "\n".join(kit.eid(one.item) + kit.sub(one) for one in refs) or kit.empty,
        "page": lambda: "\n".join(kit.pages(one) or "all" for one in refs) or kit.empty,
        "commentary": lambda: first.comment if first else "",
        "sim": lambda: _simulated(refs),
        "mhra": lambda: f"MHRA {first.mhra}" if first and kit.rng.random() < 0.3 else "",
        "initials": lambda: "".join(name[0] for name in kit.plan.applicant.split()[-2:]),
        "office": lambda: "",
        "count": lambda: str(len(refs)),
    }
    return values[kind]()


def _simulated(refs: Sequence[Reference]) -> str:
    """Y or N, and of which item where only some of a row are."""
    named = [one.item.short for one in refs if one.simulated]
    if len(named) < len(refs):
        return f"Y ({', '.join(named)} only)" if named else "N"
    return "Y" if named else ""


def rows_by_reference(kit: Kit, kinds: Sequence[str], *, again: str = "repeat") -> list[list[Cell | str]]:
    """One row for each reference; ``again`` says what a sub-category's later rows hold: repeat, blank or merged."""
    rows: list[list[Cell | str]] = []
    for code in words.CODES:
        refs = kit.plan.of_code(code)
        if not refs:
            rows.append(
                [
                    plain(of_code(kit, code, kind, title=False, join=None))
                    if kind in OF_CODE
                    else plain(kit.empty if kind == "eid" else "")
                    for kind in kinds
                ]
            )
        for position, one in enumerate(refs):
            row: list[Cell | str] = []
            for kind in kinds:
                if kind not in OF_CODE:
                    row.append(plain(of_reference(kit, one, kind)))
                elif position == 0 or again == "repeat":
                    body = plain(of_code(kit, code, kind, title=False, join=None))
                    row.append(Cell(body=body, rows=len(refs)) if again == "merged" else body)
                elif again == "blank":
                    row.append("")
            rows.append(row)
    return rows


OF_CODE: Final = frozenset({"code", "title", "code_title", "category", "guidance"})


def of_reference(kit: Kit, one: Reference, kind: str) -> str:
    """What a column of this kind says of a reference, as plain words."""
    values = {
        "where": kit.where(one),
        "eid": kit.eid(one.item) + kit.sub(one),
        "etitle": one.item.title,
        "page": kit.pages(one),
        "commentary": one.item.comment,
        "date": one.item.date,
        "sim": "Yes" if one.simulated else "No",
        "mhra": one.item.mhra if one.item.number % 3 == 0 else "",
        "kind": one.item.kind,
        "initials": "".join(name[0] for name in kit.plan.applicant.split()[-2:]),
        "office": "",
    }
    return values[kind]


def rows_by_item(kit: Kit, kinds: Sequence[str], join: str = ", ") -> list[list[Cell | str]]:
    """One row for each item: the inverted table."""
    return [[plain(of_item(kit, item, kind, join)) for kind in kinds] for item in kit.plan.items]


def of_item(kit: Kit, item: Item, kind: str, join: str = ", ") -> str:
    """What a column of this kind says of an item, as plain words."""
    refs = kit.plan.of_item(item)
    first, last = kit.page_of(item, 1), kit.page_of(item, item.pages)
    values = {
        "eid": kit.eid(item),
        "etitle": item.title,
        "eid_title": f"{item.short} {item.title}",
        "codes": kit.codes(item, join),
        "page": str(first) if first == last else f"{first}{kit.dash}{last}",
        "commentary": item.comment,
        "date": item.date,
        "kind": item.kind,
        "mhra": item.mhra if item.number % 3 == 0 else "",
        "sim": "Y" if any(one.simulated for one in refs) else "N",
        "office": "",
        "count": str(len(refs)),
    }
    return values[kind]


def heads(kit: Kit, kinds: Sequence[str], *, strong: bool = True) -> list[Cell | str]:
    """Headings for columns of these kinds."""
    named = {"eid_title": "etitle", "count": ""}
    shown = []
    for kind in kinds:
        text = "No. of items" if kind == "count" else kit.head(named.get(kind, kind) or kind)
        shown.append(bold(plain(text)) if strong else plain(text))
    return shown
