# ruff: noqa: RUF001 - applicants write dashes and curly quotes
"""The cover, the list of evidence and the cross reference table with its authentication, as Typst."""

from collections.abc import Callable

from .cells import text_of
from .chance import chance
from .model import Cell, Item, Plan
from .people import HOSPITALS, written
from .topics import CODE_WORDS, CODES
from .typst_words import quoted, table
from .vouching import authentication
from .wordings import BARE, BARE_HEADINGS

BREAK = "\n#pagebreak()\n"


def mark(name: str) -> str:
    """A mark whose page can be asked for once the pages are set."""
    return f'\n#context [#metadata(("{name}", here().page())) <mark>]\n'


def front(plan: Plan, page_number: Callable[[Item, int], int]) -> str:
    """Everything before the evidence."""
    parts = [cover(plan)]
    if plan.listed != "none":
        parts.append(mark("list") + _contents(plan) + mark("list end"))
    parts.append(_cross_references(plan, page_number))
    return BREAK.join(parts)


def cover(plan: Plan) -> str:
    """Who applies, and when it was sent where the cover says so."""
    people, rng = plan.people, chance("cover", plan.seed)
    lines = [
        quoted(
            rng.choice(
                ("MR Safety Expert portfolio", "Application for the MRSE Certificate", "MRSE portfolio of evidence")
            )
        ),
        quoted(people.cover.format(name=people.applicant + people.letters)),
        quoted(rng.choice(HOSPITALS)),
    ]
    if people.submitted:
        lines.append(quoted(people.submitted_words.format(date=written(people.submitted, people.submitted_form))))
    lines[0] = f"#text(size: 22pt)[{lines[0]}]"
    return f"#v(5cm)\n#align({rng.choice(('center', 'left'))})[\n" + "\n\n#v(8mm)\n".join(lines) + "\n]"


def _contents(plan: Plan) -> str:
    sent = [item for item in plan.items if item.sent]
    names = {item.index: plan.style.heading.format(n=item.number, z=item.padded) for item in sent}
    claims = {index: ", ".join(codes) for index, codes in plan.claims}
    heading = f'#text(size: 15pt, weight: "bold")[{quoted(plan.list_heading)}]\n\n'
    return heading + _LISTS[plan.listed](plan, sent, names, claims)


Names = dict[int, str]


def _as_table(_plan: Plan, items: list[Item], names: Names, _claims: Names) -> str:
    rows = [["*No.*", "*Title*"], *([quoted(names[item.index]), quoted(item.title)] for item in items)]
    return table(rows, "(4.4cm, 9cm)", header=True)


def _table_with_claims(plan: Plan, items: list[Item], names: Names, claims: Names) -> str:
    rng = chance("claims", plan.seed)
    head = rng.choice(("Sub-categories", "Supports", "Relevant sub-categories", "Used for", "Category"))
    rows = [["*Item*", "*Description*", f"*{head}*"]]
    rows += [[quoted(names[item.index]), quoted(item.title), quoted(claims.get(item.index, ""))] for item in items]
    return table(rows, "(4cm, 8cm, 4cm)", header=True, ruled=plan.ruled)


def _dotted(plan: Plan, items: list[Item], names: Names, _claims: Names) -> str:
    between = ": " if plan.seed % 3 else "  "
    return "\n\n".join(
        f"{quoted(names[item.index] + between + item.title)} #box(width: 1fr, repeat[.]) (begins on {item.index})"
        for item in items
    )


def _plain(plan: Plan, items: list[Item], names: Names, _claims: Names) -> str:
    between = (" – ", ": ", "  ", ". ")[plan.seed % 4]
    return "\n\n".join(quoted(names[item.index] + between + item.title) for item in items)


def _plain_with_claims(plan: Plan, items: list[Item], names: Names, claims: Names) -> str:
    form = (" ({c})", " [{c}]", " – supports {c}", " (sub-categories {c})")[plan.seed % 4]
    said = {index: form.format(c=codes) for index, codes in claims.items()}
    return "\n\n".join(quoted(f"{names[item.index]}: {item.title}{said.get(item.index, '')}") for item in items)


def _titles_only(_plan: Plan, items: list[Item], _names: Names, _claims: Names) -> str:
    return "\n\n".join(f"#h(4mm) • {quoted(item.title)}" for item in items)


def _brackets(_plan: Plan, items: list[Item], names: Names, _claims: Names) -> str:
    return "\n\n".join(quoted(f"{item.title} ({names[item.index]})") for item in items)


_LISTS = {
    "table": _as_table,
    "dotted": _dotted,
    "plain": _plain,
    "table with claims": _table_with_claims,
    "plain with claims": _plain_with_claims,
    "titles only": _titles_only,
    "brackets": _brackets,
}


def _cross_references(plan: Plan, page_number: Callable[[Item, int], int]) -> str:
    head = ["*Sub-category*", f"*{quoted(plan.column_heading)}*"]
    head += [f"*{quoted(plan.column[0])}*"] if plan.column else []
    rows = [head, *(_row(plan, cell, page_number) for cell in plan.cells)]
    columns = "(2fr, 3fr, 1fr)" if plan.column else "(2fr, 3fr)"
    words = f'#text(size: 15pt, weight: "bold")[{quoted(plan.table_heading)}]\n\n'
    words += f"{quoted(plan.statement)}\n\n" if plan.statement else ""
    words += mark("table") + table(rows, columns, ruled=plan.ruled, header=True) + mark("table end")
    words += f"\n{quoted(plan.legend)}\n" if plan.legend else ""
    own_page = BREAK if plan.seed % 3 == 0 and plan.people.form != "absent" else ""
    body = authentication(plan.people)
    return words + own_page + (f"#block(breakable: false)[{body}]" if body else "")


def _row(plan: Plan, cell: Cell, page_number: Callable[[Item, int], int]) -> list[str]:
    bare = BARE[BARE_HEADINGS.index(plan.column_heading)] if plan.column_heading in BARE_HEADINGS else ""
    words = text_of(cell, page_number, plan.simulated_words, bare)
    row = [quoted(f"{cell.code} {CODE_WORDS[CODES.index(cell.code)]}"), quoted(words)]
    if plan.column:
        simulated = any(reference.simulated for reference in cell.references)
        row.append(quoted(plan.column[1] if simulated else plan.column[2] if cell.references else ""))
    return row
