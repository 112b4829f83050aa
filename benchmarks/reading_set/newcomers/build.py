"""Builds one portfolio of the set."""

import zipfile
from pathlib import Path

from benchmarks.reading_set.case import Case

from .binding import bound, front_paper, own_number, parted
from .chance import chance
from .choice import Choice
from .counting import Numbers
from .front import drawn_front
from .loose import file_of
from .model import Item, Plan, Shown
from .paper import Paper, saved
from .plan import planned
from .prose import paragraph
from .scanner import scanned
from .truth import Found, answers
from .word import front_file, inner_form, whole_file
from .wording import Wording

_FRONTS = ("Portfolio.pdf", "MRSE portfolio.pdf", "00 Contents and cross reference table.pdf", "Front sheets.pdf")
_WORD_FRONTS = ("Experience Cross Reference Table.docx", "MRSE portfolio.docx", "00 Cross reference.docx")
_MADE = (2025, 1, 1, 0, 0, 0)


def build(seed: int, folder: Path) -> Case:
    """Make the portfolio of this seed inside ``folder``, which exists and is empty."""
    plan = planned(seed)
    choice = plan.choice
    if choice.bound:
        return _bound(plan, folder)
    if choice.form == "docx_whole":
        return _whole(plan, folder)
    return _loose(plan, folder)


def _case(plan: Plan, portfolio: Path, numbers: Numbers, found: Found) -> Case:
    choice = plan.choice
    inverted = choice.table == "inverted" or (choice.table == "docx" and inner_form(plan) == "inverted")
    truth = answers(numbers, found, inverted=inverted)
    source = ("ocr_layer" if _layered(choice) else "scan") if choice.form == "scan" else "digital"
    axes = {
        "file": {"scan": "pdf", "docx_front": "folder", "docx_whole": "docx"}.get(choice.form, choice.form),
        "table": choice.table,
        "source": source,
        "counting": truth["page_counting"],
        "segments": choice.segments,
    }
    traits = [choice.side, choice.extra, choice.mix, choice.family, *(["long"] if choice.long else [])]
    return Case(
        name=f"newcomer {choice.seed}",
        portfolio=portfolio,
        truth=truth,
        axes=axes,
        traits=tuple(trait for trait in traits if trait not in {"nothing", "neither", "one"}),
    )


def _layered(choice: Choice) -> bool:
    return chance("layer", choice.seed).random() < 0.4


def _bound(plan: Plan, folder: Path) -> Case:
    choice = plan.choice
    made = bound(plan)
    name = chance("file", choice.seed).choice(("Portfolio.pdf", "MRSE_portfolio_final.pdf", "IPEM MRSE submission.pdf"))
    document = made.paper.doc
    if choice.form == "scan":
        document = scanned(document, choice.seed, layer=_layered(choice))
    (folder / name).write_bytes(saved(document))
    found = Found(
        front=name,
        table=name,
        paged=True,
        shown=made.shown,
        files={item.id: name for item in plan.sent},
        begins=made.numbers.begins,
    )
    return _case(plan, folder / name, made.numbers, found)


def _whole(plan: Plan, folder: Path) -> Case:
    numbers = Numbers(plan=plan, begins={}, printed={})
    (folder / "Portfolio.docx").write_bytes(whole_file(Wording(numbers)))
    files = {item.id: "Portfolio.docx" for item in plan.sent}
    found = Found(front="Portfolio.docx", table="Portfolio.docx", paged=False, shown=Shown(), files=files, begins={})
    return _case(plan, folder / "Portfolio.docx", numbers, found)


def _loose(plan: Plan, folder: Path) -> Case:
    """A front and the evidence beside it, in a folder or a zip."""
    choice = plan.choice
    rng = chance("loose", choice.seed)
    numbers, files, written = _parts(plan) if choice.parts else _singles(plan)
    if choice.form == "docx_front":
        front, shown = rng.choice(_WORD_FRONTS), Shown()
        written[front] = front_file(Wording(numbers))
    else:
        front = rng.choice(_FRONTS)
        paper = front_paper(choice)
        shown = drawn_front(paper, Wording(numbers), {})
        written[front] = saved(paper.doc)
    if rng.random() < 0.25:
        written["CV.pdf"] = _curriculum(plan)
    found = Found(
        front=front,
        table=front,
        paged=choice.form != "docx_front",
        shown=shown,
        files=files,
        begins=numbers.begins,
    )
    return _case(plan, _laid_down(plan, folder, written), numbers, found)


def _laid_down(plan: Plan, folder: Path, written: dict[str, bytes]) -> Path:
    """Write the files; what is to be read."""
    if plan.choice.form == "zip":
        top = "MRSE portfolio/" if plan.choice.seed % 2 else ""
        with zipfile.ZipFile(folder / "Portfolio.zip", "w") as archive:
            for name in sorted(written):
                archive.writestr(zipfile.ZipInfo(top + name, _MADE), written[name], zipfile.ZIP_DEFLATED)
        return folder / "Portfolio.zip"
    place = folder / "Portfolio"
    for name, data in written.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)
    return place


def _singles(plan: Plan) -> tuple[Numbers, dict[str, str], dict[str, bytes]]:
    """Each item in a file of its own."""
    paged = [item for item in plan.sent if item.carrier in {"pdf", "eml", "jpg"}]
    numbers = Numbers(
        plan=plan,
        begins={item.id: 1 for item in paged},
        printed={item.id: own_number(plan.choice, item) for item in paged},
    )
    files = {item.id: item.file for item in plan.sent}
    return numbers, files, {item.file: file_of(plan, item) for item in plan.sent}


def _parts(plan: Plan) -> tuple[Numbers, dict[str, str], dict[str, bytes]]:
    """The evidence in two bound files."""
    half = len(plan.sent) // 2
    shares: list[tuple[str, tuple[Item, ...]]] = [
        ("Evidence part 1.pdf", plan.sent[:half]),
        ("Evidence part 2.pdf", plan.sent[half:]),
    ]
    begins, files, printed, total = {}, {}, {}, 0
    through = plan.choice.counting == "printed"
    for name, items in shares:
        at = 1
        for item in items:
            begins[item.id], files[item.id] = at, name
            printed[item.id] = total + at if through else None
            at += item.length
        total += at - 1
    numbers = Numbers(plan=plan, begins=begins, printed=printed)
    return numbers, files, {name: saved(parted(plan, items, printed).doc) for name, items in shares}


def _curriculum(plan: Plan) -> bytes:
    """A CV: part of many applications, no item of evidence."""
    rng = chance("cv", plan.choice.seed)
    paper = Paper("arial", 10.5)
    paper.page()
    paper.words("Curriculum vitae", bold=True, size=16)
    paper.words(plan.applicant)
    paper.words(f"{plan.post}, {plan.place}")
    for _ in range(4):
        paper.words(paragraph(rng, 2, 4))
    paper.finish()
    return saved(paper.doc)
