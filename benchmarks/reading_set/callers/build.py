"""Builds one portfolio of the set."""

import zipfile
from pathlib import Path
from typing import Any, Final

from benchmarks.reading_set.case import Case

from .bind import Evidence, evidence_of, laid_apart, laid_together, nominal_of, opened, saved, sheets_of, stamped
from .blocks import Sheets
from .chance import chance
from .claims import Laid, claimed, number
from .feet import feet_of, roman, stamp
from .front import front_of
from .loose import apart
from .office import DAY, odt_file, word_file
from .plan import Plan, planned
from .scanner import scanned
from .tables import MARK
from .truth import Made, truth_of
from .typeset import set_pages
from .wording import Wording

_NAMES: Final = ("MRSE portfolio.pdf", "Portfolio {} final.pdf", "{}_MRSE_evidence.pdf", "IPEM application {}.pdf")
_FRONTS: Final = (
    "Portfolio",
    "Contents and cross reference table",
    "00 Application {}",
    "MRSE cross reference table {}",
)
_VOLUME: Final = "Evidence (all).pdf"
_TABLES: Final = {
    **dict.fromkeys(("banded", "category_column", "row_each"), "merged"),
    "two_heads": "two_headers",
    "columns": "two_column",
    "broken": "broken_rows",
    "two_tables": "per_category",
}


def build(seed: int, folder: Path) -> Case:
    """Make the portfolio of this seed inside ``folder``, which exists and is empty."""
    plan = planned(seed)
    if plan.habits.form == "docx":
        return _in_word(plan, folder)
    return _in_one(plan, folder) if plan.habits.bound else _in_files(plan, folder)


def _starts(plan: Plan, laid: Laid) -> dict[str, int]:
    """On which page the list of evidence says that items begin."""
    feet = feet_of(plan.habits)
    if (
        plan.habits.contents not in {"dots", "grid", "grid_claims"}
        or feet not in {"running", "evidence"}
        or not plan.habits.bound
    ):
        return {}
    counting = "portfolio" if feet == "running" else "printed"
    found = {item.id: number(laid, item, laid.spans[item.id][0], counting) for item in plan.sent}
    return {each: at for each, at in found.items() if at is not None}


def _in_one(plan: Plan, folder: Path) -> Case:
    """One PDF: the front is set until its length agrees with the numbers in it."""
    last = plan.people.applicant.split()[-1]
    file = chance("file", plan.habits.seed).choice(_NAMES).format(last)
    evidence = evidence_of(plan)
    count = 4
    for _ in range(8):
        laid = laid_together(plan, evidence, file, count)
        refs = claimed(plan, laid)
        front = set_pages(front_of(Wording(plan, laid, refs), _starts(plan, laid)), plan.habits.face, plan.habits.seed)
        if front.count == count:
            break
        count = front.count
    else:
        raise ValueError(f"seed {plan.habits.seed}: the front does not settle")
    document = opened(front.pdf)
    document.insert_pdf(opened(evidence.made.pdf))
    _finish(plan, document, laid, file, count)
    if plan.habits.form == "scan":
        document = scanned(document, plan.habits.seed, layer=_layered(plan))
    elif plan.habits.table == "picture":
        document = scanned(document, plan.habits.seed, layer=False, only=frozenset(front.pages[MARK]))
    (folder / file).write_bytes(saved(document))
    return _case(Made(plan=plan, laid=laid, refs=refs, front=file, pages=front.pages), folder / file)


def _layered(plan: Plan) -> bool:
    return plan.habits.form == "scan" and chance("layer", plan.habits.seed).random() < 0.33


def _finish(plan: Plan, document: Any, laid: Laid, file: str, count: int) -> None:
    """Feet, labels and bookmarks."""
    feet = feet_of(plan.habits)
    stamped(plan, document, laid, file)
    if feet == "running":
        for at in range(count):
            stamp(plan, document, at, at + 1, None, len(document))
    elif feet == "evidence":
        roman(document, count)
    if plan.habits.marked == "bookmarks":
        form = ("{} {}", "{} - {}", "{}: {}")[plan.habits.seed % 3]
        marks = [[1, form.format(item.label, item.title), laid.spans[item.id][0]] for item in plan.sent]
        document.set_toc([[1, "Front matter", 1], *marks])


def _in_word(plan: Plan, folder: Path) -> Case:
    """One Word file for everything."""
    file = ("Portfolio.docx", "MRSE portfolio v2.docx")[plan.habits.seed % 2]
    sheets: list[Sheets] = []
    spans, parts = {}, {}
    for item in plan.sent:
        sheets += sheets_of(plan, item)[0]
        spans[item.id], parts[item.id] = nominal_of(plan, item)
    laid = Laid(files=dict.fromkeys(spans, file), spans=spans, parts=parts, nominal=frozenset(spans))
    refs = claimed(plan, laid)
    front = front_of(Wording(plan, laid, refs), {})
    (folder / file).write_bytes(word_file([*front, *sheets], plan.habits.face, plan.habits.seed))
    return _case(Made(plan=plan, laid=laid, refs=refs, front=file, pages=None), folder / file)


def _in_files(plan: Plan, folder: Path) -> Case:
    """A folder or a zip: the front, and the evidence in one file or in many."""
    evidence = evidence_of(plan)
    laid, written = _volume(plan, evidence) if plan.habits.marked == "volume" else _many(plan, evidence)
    refs = claimed(plan, laid)
    sheets = front_of(Wording(plan, laid, refs), {})
    last = plan.people.applicant.split()[-1]
    file = f"{chance('front', plan.habits.seed).choice(_FRONTS).format(last).strip()}.{plan.habits.ending}"
    pages = None
    if plan.habits.ending == "pdf":
        front = set_pages(sheets, plan.habits.face, plan.habits.seed)
        document, pages = opened(front.pdf), front.pages
        if plan.habits.table == "picture":
            document = scanned(document, plan.habits.seed, layer=False, only=frozenset(front.pages[MARK]))
        written[file] = saved(document)
    elif plan.habits.ending == "odt":
        written[file] = odt_file(sheets)
    else:
        written[file] = word_file(sheets, plan.habits.face, plan.habits.seed)
    made = Made(plan=plan, laid=laid, refs=refs, front=file, pages=pages)
    return _case(made, _laid_down(plan, folder, written))


def _volume(plan: Plan, evidence: Evidence) -> tuple[Laid, dict[str, bytes]]:
    laid = laid_together(plan, evidence, _VOLUME, 0)
    document = opened(evidence.made.pdf)
    stamped(plan, document, laid, _VOLUME)
    return laid, {_VOLUME: saved(document)}


def _many(plan: Plan, evidence: Evidence) -> tuple[Laid, dict[str, bytes]]:
    files, beside, written = apart(plan, evidence)
    laid = laid_apart(plan, evidence, files, beside)
    for item in evidence.items:
        if item.carrier == "pdf":
            document = opened(written[files[item.id]])
            stamped(plan, document, laid, files[item.id])
            written[files[item.id]] = saved(document)
    return laid, written


def _laid_down(plan: Plan, folder: Path, written: dict[str, bytes]) -> Path:
    """Write the files; gives what is to be read."""
    if plan.habits.form.startswith("zip"):
        top = "" if plan.habits.seed % 2 else f"{plan.people.applicant} MRSE/"
        with zipfile.ZipFile(folder / "portfolio.zip", "w") as archive:
            for name in sorted(written):
                archive.writestr(zipfile.ZipInfo(top + name, DAY), written[name], zipfile.ZIP_DEFLATED)
        return folder / "portfolio.zip"
    place = folder / "portfolio"
    for name, data in written.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)
    return place


def _case(made: Made, portfolio: Path) -> Case:
    habits = made.plan.habits
    answers = truth_of(made)
    table = _TABLES.get(habits.table, habits.table)
    if table == "model":
        table = habits.lines
    if habits.office and table != "none":
        table = "docx"
    axes = {
        "file": habits.form.split("_")[0] if habits.form != "scan" else "pdf",
        "table": table,
        "source": "ocr_layer" if _layered(made.plan) else "scan" if habits.form == "scan" else "digital",
        "counting": answers.get("page_counting", habits.counting),
        "segments": "dividers" if habits.marked == "volume" else habits.marked,
    }
    traits = (
        habits.form,
        habits.table,
        habits.family,
        habits.style,
        f"aside {habits.aside}",
        f"strays {habits.strays}",
        f"simulated by {habits.simulated}",
        habits.vouching,
    )
    kept = tuple(trait for trait in traits if not trait.endswith(" none"))
    return Case(name=f"caller {habits.seed}", portfolio=portfolio, truth=answers, axes=axes, traits=kept)
