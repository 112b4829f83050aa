"""The table, in this applicant's form."""

from collections.abc import Sequence
from itertools import groupby

from .blocks import Block, Cell
from .model import Plan, Ref, chance, words
from .phrases import Places, place_words, ref_words

_OWN = (("Sub-category", "Evidence"), ("Experience", "Where to find it"), ("Competency", "Supporting documents"))


def table_of(plan: Plan, places: Places) -> list[Block]:
    """The heading of the table and all of it."""
    style = plan.habits.table
    if style == "none":
        return []
    made = {
        "per_category": _per_category,
        "inverted": _inverted,
        "ticks": _ticks,
        "typed": _typed,
    }.get(style, _model)(plan, places)
    head = chance("tablehead", plan.seed).choice(
        ("Experience Cross Reference Table", "Cross reference table", "IPEM MRSE Experience Cross-Reference Table")
    )
    made = [Block(kind="head", text=head), *made]
    return [Block(kind="wide"), *made, Block(kind="upright")] if style in {"landscape", "ticks"} else made


def _groups(plan: Plan) -> list[tuple[str, list[Ref]]]:
    return [(code, list(refs)) for code, refs in groupby(plan.refs, key=lambda ref: ref.code)]


def _lined(plan: Plan) -> str:
    return {"rules": "rules", "zebra": "zebra", "bare": "bare"}.get(plan.habits.table, "ruled")


def _heads(plan: Plan, column: bool) -> list[str]:
    first, second = chance("heads", plan.seed).choice(_OWN) if plan.seed % 3 == 0 else _OWN[0]
    return [first, second, *(["Simulated?"] if column else [])]


def _noted(plan: Plan) -> bool:
    return plan.habits.note == "column"


def _simulated(refs: Sequence[Ref]) -> str:
    told = [ref.item.label for ref in refs if ref.item.simulated]
    if not told:
        return "No"
    return "Yes" if len(refs) == 1 else f"Yes: {', '.join(told)}"


def _row(plan: Plan, places: Places, code: str, refs: Sequence[Ref]) -> list[Cell]:
    join = chance("join", plan.seed).choice(("; ", ";\n\n", "; "))
    titled = chance("titled", plan.seed).random() < 0.2
    told = join.join(ref_words(plan, places, ref, title=titled) for ref in refs)
    short = plan.habits.table == "two_column"
    row = [Cell(text=code if short else f"{code} {words()['codes'][code]}"), Cell(text=told)]
    return [*row, Cell(text=_simulated(refs))] if _noted(plan) else row


def _model(plan: Plan, places: Places) -> list[Block]:
    heads = [Cell(text=text, bold=True) for text in _heads(plan, _noted(plan))]
    widths = [1.3, 2, 0.6][: len(heads)]
    style, rows = plan.habits.table, []
    if style == "two_headers":
        heads = [Cell(text="Code and area", bold=True), Cell(text="Item", bold=True), Cell(text="Place", bold=True)]
        rows.append([Cell(text="Experience", bold=True), Cell(text="Evidence enclosed", across=2, bold=True)])
        widths = [1.4, 1, 1]
    rows.append(heads)
    for code, refs in _groups(plan):
        band = [Cell(text=f"{code[0]}. {words()['categories'][code[0]]}", across=len(heads), bold=True)]
        if style == "bands" and band not in rows:
            rows.append(band)
        if style == "two_headers" or (style in {"blanks", "broken"} and not _noted(plan)):
            rows.extend(_each(plan, places, code, refs))
        else:
            rows.append(_row(plan, places, code, refs))
    return [Block(kind="table", rows=rows, widths=widths, style=_lined(plan))]


def _each(plan: Plan, places: Places, code: str, refs: Sequence[Ref]) -> list[list[Cell]]:
    """A row for each reference; the sub-category stands in the first alone."""
    name = f"{code} {words()['codes'][code]}"
    split = plan.habits.table == "two_headers"
    made = []
    for at, ref in enumerate(refs):
        told = [Cell(text=ref_words(plan, places, ref, place=not split))]
        if split:
            told.append(Cell(text=place_words(plan, places, ref)))
        if plan.habits.table == "blanks" or at == 0:
            down = 1 if plan.habits.table == "blanks" else len(refs)
            told.insert(0, Cell(text="" if at else name, down=down))
        made.append(told)
    return made


def _per_category(plan: Plan, places: Places) -> list[Block]:
    made = []
    for category, groups in groupby(_groups(plan), key=lambda group: group[0][0]):
        made.append(Block(kind="sub", text=f"Category {category}: {words()['categories'][category]}"))
        rows = [[Cell(text=text, bold=True) for text in _heads(plan, _noted(plan))]]
        rows.extend(_row(plan, places, code, refs) for code, refs in groups)
        made.append(Block(kind="table", rows=rows, widths=[1.3, 2, 0.6][: len(rows[0])]))
    return made


def _inverted(plan: Plan, places: Places) -> list[Block]:
    heads = ["Evidence", "What it is", "Sub-categories met"]
    rows = [[Cell(text=text, bold=True) for text in heads]]
    for item in plan.items:
        told = []
        for ref in (each for each in plan.refs if each.item is item):
            place = place_words(plan, places, ref)
            told.append(f"{ref.code} ({place})" if place else ref.code)
        name = item.label + (" (simulated)" if item.simulated else "")
        rows.append([Cell(text=name), Cell(text=item.title), Cell(text="; ".join(told))])
    return [Block(kind="table", rows=rows, widths=[1, 2, 1.6])]


def _ticks(plan: Plan, places: Places) -> list[Block]:  # noqa: ARG001 - as the others
    codes = list(words()["codes"])
    rows = [[Cell(text="Evidence", bold=True), *(Cell(text=code, bold=True) for code in codes)]]
    for item in plan.items:
        ticks = [Cell(text="X" if code in item.codes else "") for code in codes]
        rows += [[Cell(text=item.label), *ticks]]
    return [Block(kind="table", rows=rows, widths=[3, *([1.0] * len(codes))])]


def _typed(plan: Plan, places: Places) -> list[Block]:
    made = []
    for code, refs in _groups(plan):
        told = "; ".join(ref_words(plan, places, ref) for ref in refs)
        made.append(Block(kind="para", text=f"{code} {words()['codes'][code]}: {told}"))
    return made
