"""Builds one portfolio of the set."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.reading_set.case import Case

from .bound import bind
from .chance import chance
from .loose import gathered, whole
from .model import Habit, Plan
from .numbers import Numbers
from .plan import planned
from .truth import Answer, Found, answers

_NAMES = ("Portfolio.pdf", "MRSE portfolio 2025.pdf", "IPEM_MRSE_application.pdf", "Evidence portfolio FINAL.pdf")
_WORD = "MRSE portfolio.docx"
_MADE = (2025, 3, 1, 9, 0, 0)
_SHAPES = ("none", "typed", "ticks", "inverted", "two_column", "per_category", "two_heads")
_LOOKS = {"booktabs": "rules", "lines": "rules", "zebra": "zebra", "bare": "bare", "head": "bare"}


def build(seed: int, folder: Path) -> Case:
    """Make the portfolio of this seed inside ``folder``, which exists and is empty."""
    plan = planned(seed)
    if plan.habit.bound:
        name = chance("file", seed).choice(_NAMES)
        bound = bind(plan, name)
        (folder / name).write_bytes(bound.pdf)
        return _case(bound.numbers, bound.found, folder / name)
    if plan.habit.form == "docx":
        data, numbers = whole(plan)
        (folder / _WORD).write_bytes(data)
        return _case(numbers, _in_word(numbers.plan), folder / _WORD)
    loose = gathered(plan)
    return _case(loose.numbers, loose.found, _laid_down(plan.habit, folder, loose.files))


def _in_word(plan: Plan) -> Found:
    files = {item.id: _WORD for item in plan.sent}
    return Found(table=_WORD, contents=_WORD, table_pages=(), contents_pages=(), paged=False, pages={}, files=files)


def _laid_down(habit: Habit, folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write the files; what is to be read."""
    if habit.form == "zip":
        top = "MRSE submission/" if habit.seed % 3 == 0 else ""
        with zipfile.ZipFile(folder / "MRSE submission.zip", "w") as archive:
            for name in sorted(files):
                archive.writestr(zipfile.ZipInfo(top + name, _MADE), files[name], zipfile.ZIP_DEFLATED)
        return folder / "MRSE submission.zip"
    place = folder / "MRSE submission"
    for name, data in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)
    return place


def _case(numbers: Numbers, found: Found, portfolio: Path) -> Case:
    habit = numbers.plan.habit
    truth = answers(numbers, found)
    return Case(
        name=f"stranger {habit.seed}", portfolio=portfolio, truth=truth, axes=_axes(habit, truth), traits=_traits(habit)
    )


def _axes(habit: Habit, truth: Answer) -> dict[str, str]:
    segments = {"volumes": "dividers"}.get(habit.segments, habit.segments)
    return {
        "file": habit.form,
        "table": _table(habit),
        "source": {"scan": "scan", "signed": "scan", "layer": "ocr_layer"}.get(habit.scan, "digital"),
        "counting": truth["page_counting"],
        "segments": segments,
    }


def _table(habit: Habit) -> str:
    """The value of the axis that says most about the table."""
    if habit.table in _SHAPES[:1]:
        return "none"
    if habit.written:
        return "docx"
    if habit.picture:
        return "picture"
    if habit.table in _SHAPES:
        return {"two_heads": "two_headers"}.get(habit.table, habit.table)
    if habit.flip:
        return "landscape"
    return {"per_ref": "merged", "broken": "broken_rows"}.get(habit.table) or _LOOKS.get(habit.look, "ruled")


def _traits(habit: Habit) -> tuple[str, ...]:
    """What else is special."""
    said = {
        f"decoy {habit.decoy}": bool(habit.decoy),
        habit.table: habit.table in {"per_ref", "transposed", "broken"} or habit.written,
        "scanned table": habit.scan == "signed",
        "table behind": habit.behind,
        "long": habit.long,
        "odt": habit.front == "odt",
        "volumes": habit.volumes,
        f"ids {habit.family}": habit.family in {"cat", "sub", "dash", "theme", "named"},
        f"notes {habit.notes}": habit.notes in {"footnote", "sentence", "column", "contents"},
        habit.extra: habit.extra != "neither",
    }
    return tuple(name for name, there in said.items() if there)
