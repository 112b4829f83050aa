"""Builds one portfolio of the set."""

import zipfile
from pathlib import Path

from benchmarks.reading_set.case import Case

from .bound import bound, joined, saved
from .chance import chance
from .claims import claimed
from .front import front_of
from .habits import Habits, habits
from .items import items_of, people_of
from .loose import files_of, whole_of
from .model import Evidence, Plan
from .numbers import Numbers
from .papers import sheets_of
from .phrases import Phrases
from .scanner import scanned
from .truth import Found, answers
from .vouching import MARK as AUTHENTICATION
from .vouching import letter_scanned

_MADE = (2025, 2, 3, 0, 0, 0)
_NAMES = ("Portfolio.pdf", "MRSE portfolio {}.pdf", "{} IPEM MRSE.pdf", "Combined portfolio of evidence.pdf")
_TABLES = {
    **dict.fromkeys(("bands", "category_cells", "per_reference"), "merged"),
    "broken": "broken_rows",
    "transposed": "landscape",
}


def planned(seed: int) -> Plan:
    """All that is decided before anything is written."""
    dealt = habits(seed)
    return Plan(habits=dealt, people=people_of(dealt), items=items_of(dealt))


def build(seed: int, folder: Path) -> Case:
    """Make the portfolio of this seed inside ``folder``, which exists and is empty."""
    plan = planned(seed)
    if plan.habits.bound:
        return _bound(plan, folder)
    return _whole(plan, folder) if plan.habits.form == "docx" else _loose(plan, folder)


def _layered(dealt: Habits) -> bool:
    return chance("layer", dealt.seed).random() < 0.35


def _case(phrases: Phrases, portfolio: Path, found: Found) -> Case:
    dealt = phrases.habits
    truth = answers(phrases, found)
    table = _TABLES.get(dealt.table, dealt.table)
    if table in {"model", "halves"}:
        table = dealt.lines
    axes = {
        "file": {"pdf": "pdf", "scan": "pdf", "docx": "docx"}.get(dealt.form, dealt.form.split("_")[0]),
        "table": "docx" if dealt.office and table != "none" else table,
        "source": ("ocr_layer" if _layered(dealt) else "scan") if dealt.form == "scan" else "digital",
        "counting": truth["page_counting"],
        "segments": "dividers" if dealt.segments == "volumes" else dealt.segments,
    }
    traits = [
        dealt.form,
        dealt.table,
        dealt.family,
        dealt.side,
        dealt.strays,
        f"simulated by {dealt.simulated}",
        dealt.vouching,
    ]
    return Case(
        name=f"visitor {dealt.seed}",
        portfolio=portfolio,
        truth=truth,
        axes=axes,
        traits=tuple(trait for trait in traits if trait not in {"nothing", "none", "simulated by none"}),
    )


def _bound(plan: Plan, folder: Path) -> Case:
    dealt = plan.habits
    made = bound(plan, apart=False)
    last = plan.people.applicant.split()[-1]
    name = chance("name", dealt.seed).choice(_NAMES).format(last)
    document = joined(made)
    if dealt.form == "scan":
        document = scanned(document, dealt.seed, layer=_layered(dealt))
    elif dealt.table == "picture":
        document = scanned(document, dealt.seed, layer=False, pages=set(made.front.pages["table"]))
    elif letter_scanned(dealt):
        document = scanned(document, dealt.seed, layer=False, pages=set(made.front.pages[AUTHENTICATION]))
    (folder / name).write_bytes(saved(document))
    files = {item.id: name for item in plan.sent}
    return _case(made.phrases, folder / name, Found(front=name, files=files, pages=made.front.pages))


def _loose(plan: Plan, folder: Path) -> Case:
    made = bound(plan, apart=True)
    front, files, written = files_of(plan, made)
    found = Found(front=front, files=files, pages=None if plan.habits.office else made.front.pages)
    return _case(made.phrases, _laid_down(plan, folder, written), found)


def _whole(plan: Plan, folder: Path) -> Case:
    parts = {item.id: dict.fromkeys(sheets_of(plan, item, "none")[1], 0) for item in plan.sent}
    evidence = Evidence(spans={}, parts=parts)
    phrases = Phrases(Numbers(plan=plan, evidence=evidence), claimed(plan, evidence))
    (folder / "Portfolio.docx").write_bytes(whole_of(plan, front_of(phrases)))
    files = {item.id: "Portfolio.docx" for item in plan.sent}
    return _case(phrases, folder / "Portfolio.docx", Found(front="Portfolio.docx", files=files, pages=None))


def _laid_down(plan: Plan, folder: Path, written: dict[str, bytes]) -> Path:
    """Write the files; what is to be read."""
    if plan.habits.form.startswith("zip"):
        top = "Portfolio of evidence/" if plan.habits.seed % 2 else ""
        with zipfile.ZipFile(folder / "Portfolio.zip", "w") as archive:
            for name in sorted(written):
                archive.writestr(zipfile.ZipInfo(top + name, _MADE), written[name], zipfile.ZIP_DEFLATED)
        return folder / "Portfolio.zip"
    place = folder / "Portfolio"
    for name, data in written.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)
    return place
