"""One case: the portfolio of a seed and its true reading."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pymupdf as untyped_pymupdf

from ..case import Case  # noqa: TID252 - the set is imported by two names, with and without its parent's
from ..shapes.desk import Design, Desk  # noqa: TID252 - see above
from ..shapes.evidence import draw_item  # noqa: TID252 - see above
from ..shapes.plan import Item, Plan  # noqa: TID252 - see above
from ..shapes.truth import Layout, truth_of  # noqa: TID252 - see above
from . import designs, scanner, wordfile
from .chance import chance
from .desk import Sheet
from .front import draw_contents, draw_cover, draw_decoy_in_evidence, draw_letter, draw_table
from .plan import plan_of

pymupdf: Any = untyped_pymupdf  # its own functions have no types

FRONT: Final = "Cross reference.pdf"


@dataclass(kw_only=True)
class _Made:
    """A drawn portfolio, and where all stands in it."""

    paper: Sheet
    before: int
    marks: dict[str, int]
    first: dict[str, int] = field(default_factory=dict)
    settled: bool = True


def build(seed: int, folder: Path) -> Case:
    """Make the portfolio of this seed inside ``folder``, which exists and is empty."""
    habit, source = designs.of_seed(seed)
    plan = plan_of(seed, habit, source)
    design, name = habit.design, f"grids_{seed:03d}"
    if plan.carrier == "docx":
        portfolio, layout = folder / f"{name}.docx", Layout(file=f"{name}.docx", pages=False)
        wordfile.made(plan, design, portfolio)
    else:
        portfolio, layout = _pdfs(plan, design, source, folder)
    truth = truth_of(plan, design, layout)
    axes = {
        "file": plan.carrier,
        "table": design.axis,
        "source": source,
        "counting": truth["page_counting"],
        "segments": plan.segments,
    }
    return Case(name=name, portfolio=portfolio, truth=truth, axes=axes, traits=(design.name,))


def _pdfs(plan: Plan, design: Design, source: str, folder: Path) -> tuple[Path, Layout]:
    made = _drawn(plan, design, source, 4)
    while not made.settled:
        made = _drawn(plan, design, source, made.before)
    document = scanner.scanned(made.paper.doc, plan.seed) if source == "scan" else made.paper.doc
    if plan.segments == "bookmarks":
        document.set_toc([[1, f"{item.label} {item.title}", made.first[item.id]] for item in plan.sent])
    return _written(plan, made, document, folder)


def _drawn(plan: Plan, design: Design, source: str, before: int) -> _Made:
    """The portfolio, supposing so many pages before the evidence; unsettled where they come out as others."""
    rng = chance("paper", plan.seed)
    paper = Sheet(design.family or rng.choice(("sans", "serif", "narrow", "dejavu")), rng.choice((9.5, 10)), plan.seed)
    paper.uneven = 0.5 if source == "scan" and design.family == "mono" else 0.0
    divider = int(plan.segments == "dividers")
    starts, at = {}, before + 1
    for item in plan.sent:
        starts[item.id] = at
        at += item.pages + divider
    paper.foot = _foot(plan, before, at - 1)

    def page_of(item: Item, page: int) -> int:
        start = starts[item.id] - 1 + divider
        return page + {"item": 0, "none": 0, "file": start}.get(plan.counting, start - before)

    desk = Desk(plan, paper, page_of)
    made = _Made(paper=paper, before=before, marks=desk.marks, first=starts)
    draw_cover(plan, paper)
    if source != "scan":
        draw_letter(plan, paper)
    if design.contents != "combined":
        draw_contents(desk, paper)
    draw_table(desk, design, paper)
    if paper.number != before:
        return _Made(paper=paper, before=paper.number, marks=desk.marks, settled=False)
    paper.family = "serif" if design.family == "mono" else paper.family
    _evidence(plan, made)
    return made


def _evidence(plan: Plan, made: _Made) -> None:
    paper = made.paper
    for item in plan.sent:
        draw_item(plan, item, paper)
        if plan.seed % 6 == 5 and item is plan.sent[-2]:
            draw_decoy_in_evidence(plan, paper)
        if paper.number != made.first[item.id] + item.pages + (plan.segments == "dividers") - 1:
            raise ValueError(f"item {item.id} of seed {plan.seed} is longer than was planned")
    paper.finish()


def _foot(plan: Plan, before: int, total: int) -> Any:
    if plan.counting == "file":
        return (lambda n: f"{n} / {total}") if plan.seed % 2 else str
    if plan.counting == "printed":
        return lambda n: str(n - before) if n > before else ""
    return lambda _: ""


def _written(plan: Plan, made: _Made, document: Any, folder: Path) -> tuple[Path, Layout]:
    layout = Layout(file="Portfolio.pdf", first=dict(made.first), marks=made.marks)
    if plan.carrier == "pdf":
        _save(document, folder / layout.file)
        return folder / layout.file, layout
    root = folder / "portfolio"
    root.mkdir()
    layout.file = FRONT
    _part(document, 1, made.before, root / FRONT)
    for item in plan.sent:
        layout.files[item.id] = f"{item.label} {item.title}.pdf".replace("/", "-").replace(":", ",")
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
