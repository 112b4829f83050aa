"""A portfolio as one PDF: cover, contents list, table, evidence. The layout itself says where everything stands."""

import json
import random
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import typst

from . import words
from .kit import Design, Kit
from .markup import mark, plain
from .plan import Item, Plan

FONTS: Final = ("Liberation Sans", "Liberation Serif", "DejaVu Sans", "Noto Sans", "Noto Serif", "Libertinus Serif")
Marks = Sequence[Mapping[str, Any]]


def made(plan: Plan, design: Design, file: Path) -> Marks:
    """Write the PDF and give the marks of its layout. Page numbers settle in two or three rounds."""
    starts: dict[int, int] = {item.number: 1 for item in plan.items}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(4):
            source = _source(plan, design, starts, Path(folder))
            found = json.loads(typst.query(source, "<mark>", field="value", root=folder))
            now = {int(one["item"]): one["page"] for one in found if one["kind"] == "item"}
            if now == starts:
                break
            starts = now
        else:
            raise RuntimeError(f"the pages of seed {plan.seed} do not settle")
        file.write_bytes(typst.compile(source, root=folder))
    return found


def _source(plan: Plan, design: Design, starts: Mapping[int, int], folder: Path) -> bytes:
    def page_of(item: Item, page: int) -> int:
        offset = {"item": 0, "none": 0, "file": starts[item.number] - 1}
        return page + offset.get(plan.counting, starts[item.number] - 1 - plan.numbered_front)

    kit = Kit(plan, page_of)
    rng = random.Random(f"more tables, pages {plan.seed}")  # noqa: S311 - no secrets
    font = rng.choice(FONTS)
    table = design.make(kit)
    table = _pictured(table, font, rng, folder, wide=design.wide) if design.picture else table
    front = [_cover(plan, rng), _contents(plan, kit, rng)]
    shown = _table_pages(plan, table, rng, wide=design.wide)
    evidence = [_item(plan, item, rng) for item in plan.items]
    parts = [*front, *evidence, shown] if plan.after_evidence else [*front, shown, *evidence]
    return (_settings(plan, font, rng) + "\n#pagebreak(weak: true)\n".join(parts)).encode()


def _settings(plan: Plan, font: str, rng: random.Random) -> str:
    size = rng.choice(("9.5pt", "10pt", "11pt"))
    side = rng.choice(("center", "right"))
    foot = {
        "file": "#context [Page #here().page() of #counter(page).final().first()]",
        "printed": f"#context {{ let n = here().page() - {plan.numbered_front}; if n > 0 [#n] }}",
    }.get(plan.counting, "")
    return (
        "#set document(date: none)\n"
        f'#set page(paper: "a4", margin: 2cm, footer: align({side})[#text(size: 8pt)[{foot}]])\n'
        f'#set text(font: "{font}", size: {size}, lang: "en", region: "gb", hyphenate: false)\n'
    )


def _heading(text: str, size: str = "14pt") -> str:
    return f'#block(above: 10pt, below: 10pt)[#text(size: {size}, weight: "bold")[{plain(text)}]]\n'


def _cover(plan: Plan, rng: random.Random) -> str:
    year, month, day = plan.submitted
    date = f"{day} {words.LONG_MONTHS[month - 1]} {year}"
    title = rng.choice(("MR Safety Expert portfolio", "Portfolio for the MRSE Certificate of Competence"))
    said = rng.choice(("Applicant: {}", "Name of applicant: {}", "Name: {}"))
    return (
        "#v(5cm)\n"
        + _heading(title, "22pt")
        + "\n"
        + plain(said.format(plan.applicant))
        + "\n\n"
        + plain(plan.hospital)
        + "\n\n"
        + plain(f"Date of submission: {date}")
        + "\n"
    )


def _contents(plan: Plan, kit: Kit, rng: random.Random) -> str:
    claims = plan.contents_claims
    lines = [mark("contents"), _heading(rng.choice(("Contents", "Contents list", "Table of contents")))]
    numbered = plan.counting in {"file", "printed"}
    for item in plan.items:
        codes = ", ".join(one.code for one in plan.of_item(item))
        said = f"{item.label}  {item.title}" + (f" (sub-categories {codes})" if claims and codes else "")
        page = str(kit.page_of(item, 1)) if numbered else ""
        lines.append(plain(said) + (f"#box(width: 1fr, repeat[.]) {page}" if page else "") + "\n")
    return "\n".join(lines)


def _table_pages(plan: Plan, table: str, rng: random.Random, *, wide: bool) -> str:
    intro = rng.choice(("", "", "The table shows which items support each sub-category.\n\n"))
    body = (
        mark("table")
        + "\n"
        + _heading(plan.table_title)
        + plain(intro)
        + "\n\n"
        + table
        + "\n"
        + mark("table end")
        + "\n\n"
    )
    signed = _authentication(plan)
    if wide:
        return (
            f"#page(flipped: true)[{body}]\n{signed}"
            if rng.random() < 0.5
            else f"#page(flipped: true)[{body}{signed}]\n"
        )
    return body + signed


def _authentication(plan: Plan) -> str:
    date = f"{plan.submitted[2]} {words.MONTHS[plan.submitted[1] - 1]} {plan.submitted[0]}"
    return (
        mark("authentication")
        + "\n#block(breakable: false)["
        + _heading("Authentication by referee", "11pt")
        + plain("I confirm that the evidence is the applicant's own work.")
        + "\n\n"
        + plain(f"Name: {plan.referee}")
        + "\n\n"
        + plain(f"Position: {plan.role}")
        + "\n\n"
        + plain(f"Signed: {plan.referee.split()[-1]}")
        + "\n\n"
        + plain(f"Date: {date}")
        + "]\n"
    )


def _item(plan: Plan, item: Item, rng: random.Random) -> str:
    title = f"{item.label}: {item.title}"
    head = f"#heading[{plain(title)}]\n" if plan.shown_as == "bookmarks" else _heading(title, "15pt")
    pages = []
    for page in range(1, item.pages + 1):
        top = f"{item.label}" + (f", page {page} of {item.pages}" if plan.counting in {"item", "none"} else "")
        stamp = f"#align(right)[#text(size: 8pt)[{plain(top)}]]\n" if plan.shown_as == "stamps" or page > 1 else ""
        prose = "\n\n".join(plain(" ".join(rng.sample(words.PROSE, 4))) for _ in range(rng.randint(2, 4)))
        if page > 1:
            pages.append(stamp + prose)
        elif plan.shown_as == "dividers" and item.pages > 1:
            pages.append(mark("item", item=item.number) + "#v(8cm)\n#align(center)[" + head + "]")
        else:
            written = plain(f"{item.kind}, {item.date}. Author: {plan.applicant}") + "\n\n"
            pages.append(mark("item", item=item.number) + stamp + head + written + prose)
    return "\n#pagebreak()\n".join(pages)


def _pictured(table: str, font: str, rng: random.Random, folder: Path, *, wide: bool) -> str:
    """The table as a picture: set on a page of its own, then drawn into the portfolio."""
    width = "24cm" if wide else "16.5cm"
    source = (
        f"#set page(width: {width}, height: auto, margin: 3mm)\n"
        f'#set text(font: "{font}", size: {rng.choice(("9pt", "10pt"))}, lang: "en", hyphenate: false)\n{table}'
    )
    picture = typst.compile(source.encode(), format="png", ppi=rng.choice((130, 150, 200)))
    (folder / "table.png").write_bytes(picture)
    height = "15cm" if wide else "21cm"
    return (
        f"#block(breakable: false)[{mark('row')}"
        '#layout(size => { let p = image("table.png", width: 100%); '
        f"if measure(p, width: size.width).height > {height} "
        f'[#image("table.png", height: {height})] else [#p] }})]'
    )
