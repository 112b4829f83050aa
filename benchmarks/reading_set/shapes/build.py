"""One case: the portfolio of a seed and its true reading."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pymupdf as untyped_pymupdf

from ..case import Case  # noqa: TID252 - the set is imported by two names, with and without its parent's
from . import designs, scanner, wordfile
from .chance import chance
from .desk import Design, Desk
from .evidence import draw_item
from .front import draw_contents, draw_cover, draw_table
from .paper import FAMILIES, Paper
from .plan import Item, Plan, plan_of
from .truth import Layout, truth_of

pymupdf: Any = untyped_pymupdf  # its own functions have no types

FRONT = "Portfolio and cross reference table.pdf"


@dataclass(kw_only=True)
class _Made:
    """A drawn portfolio, and where all stands in it."""

    paper: Paper
    before: int
    marks: dict[str, int]
    first: dict[str, int] = field(default_factory=dict)
    again: int = 0  # pages before the evidence that came out; when not as supposed it is drawn again


def build(seed: int, folder: Path) -> Case:
    """Make the portfolio of this seed inside ``folder``, which exists and is empty."""
    design = designs.of_seed(seed)
    source = designs.source_of(seed, design)
    rng = chance("carrier", seed)
    alone = source == "digital" and design.carrier == "" and rng.random() < 0.2
    carrier = design.carrier or ("folder" if alone else "pdf")
    plan = plan_of(seed, design.needs, source, carrier)
    name = f"shapes_{seed:03d}"
    if carrier == "docx":
        portfolio = folder / f"{name}.docx"
        wordfile.made(plan, design, portfolio)
        truth = truth_of(plan, design, Layout(file=portfolio.name, pages=False))
    else:
        portfolio, layout = _pdfs(plan, design, source, folder)
        truth = truth_of(plan, design, layout)
    axes = {
        "file": carrier,
        "table": design.axis,
        "source": source,
        "counting": truth["page_counting"],
        "segments": plan.segments,
    }
    return Case(name=name, portfolio=portfolio, truth=truth, axes=axes, traits=(design.name,))


def _pdfs(plan: Plan, design: Design, source: str, folder: Path) -> tuple[Path, Layout]:
    after = plan.carrier == "pdf" and source == "digital" and chance("order", plan.seed).random() < 0.12
    before = 4
    for _ in range(5):
        made = _drawn(plan, design, before, after=after)
        if not made.again:
            break
        before = made.again
    else:
        raise RuntimeError(f"the front of seed {plan.seed} does not settle")
    document = _turned(made, design)
    document = scanner.scanned(document, source, plan.seed, before)
    if plan.segments == "bookmarks":
        document.set_toc([[1, f"{item.label} {item.title}", made.first[item.id]] for item in plan.sent])
    return _written(plan, made, document, folder)


def _drawn(plan: Plan, design: Design, before: int, *, after: bool) -> _Made:
    rng = chance("paper", plan.seed)
    paper = Paper(design.family or rng.choice(FAMILIES), rng.choice((9.5, 10, 10.5)))
    total = before + sum(item.pages + (plan.segments == "dividers") for item in plan.sent)
    paper.foot = _foot(plan, before, total)
    starts, at = {}, before + 1
    for item in plan.sent:
        starts[item.id] = at
        at += item.pages + (plan.segments == "dividers")

    def page_of(item: Item, page: int) -> int:
        divider = plan.segments == "dividers"
        offset = {"item": 0, "none": 0, "file": starts.get(item.id, at) - 1 + divider}
        return page + offset.get(plan.counting, starts.get(item.id, at) - 1 + divider - before)

    desk = Desk(plan, paper, page_of)
    made = _Made(paper=paper, before=before, marks=desk.marks, first=starts)
    draw_cover(plan, paper)
    if design.contents != "combined":
        draw_contents(desk, paper)
    if not after:
        draw_table(desk, design, paper)
    if paper.number != before:
        made.again = paper.number
        return made
    for item in plan.sent:
        draw_item(plan, item, paper)
        if paper.number != starts[item.id] + item.pages + (plan.segments == "dividers") - 1:
            raise ValueError(f"item {item.id} of seed {plan.seed} is longer than was planned")
    if after:
        paper.foot = lambda _: ""
        draw_table(desk, design, paper)
    paper.finish()
    return made


def _foot(plan: Plan, before: int, total: int) -> Any:
    if plan.counting == "file":
        return (lambda n: f"Page {n} of {total}") if plan.seed % 2 else str
    if plan.counting == "printed":
        return lambda n: str(n - before) if n > before else ""
    return lambda _: ""


def _turned(made: _Made, design: Design) -> Any:
    """The pages of the table stored on their side where the design says so: shown upright, or left lying."""
    if not design.turned:
        return made.paper.doc
    document = pymupdf.open()
    for number in range(1, len(made.paper.doc) + 1):
        page = made.paper.doc[number - 1]
        if page.rect.width < page.rect.height:
            document.insert_pdf(made.paper.doc, from_page=number - 1, to_page=number - 1)
            continue
        new = document.new_page(width=595, height=842)
        new.show_pdf_page(new.rect, made.paper.doc, number - 1, rotate=90)
        if "stored" in design.name:
            new.set_rotation(90)
    return document


def _written(plan: Plan, made: _Made, document: Any, folder: Path) -> tuple[Path, Layout]:
    layout = Layout(file="Portfolio.pdf", first=dict(made.first), marks=made.marks)
    if plan.carrier == "pdf":
        _save(document, folder / layout.file)
        return folder / layout.file, layout
    root = folder / "portfolio"
    (root / "evidence").mkdir(parents=True)
    layout.file = FRONT
    _part(document, 1, made.before, root / FRONT)
    for item in plan.sent:
        layout.files[item.id] = f"evidence/{item.label} {item.title.replace(':', ',')}.pdf"
        start = made.first[item.id]
        _part(document, start, start + item.pages - 1, root / layout.files[item.id])
        layout.first[item.id] = 1
    return root, layout


def _part(document: Any, first: int, last: int, path: Path) -> None:
    with pymupdf.open() as part:
        part.insert_pdf(document, from_page=first - 1, to_page=last - 1)
        _save(part, path)


def _save(document: Any, path: Path) -> None:
    document.save(path, no_new_id=True, garbage=4, deflate=True)
