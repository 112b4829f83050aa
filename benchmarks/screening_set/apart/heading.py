"""How a paper begins and ends: title, author, dates, and what these show of the applicant."""

from datetime import date
from typing import Any, Final

from .desk import FORMS, Desk, truth_date, written
from .model import Block, Work

BY: Final = ("Author", "Prepared by", "Written by", "Produced by", "Lead author")
ON: Final = ("Date of issue", "Date", "Written", "Issued", "Date written", "Version date", "Effective from")
MEASURED: Final = ("Measured on", "Date of survey", "Date of measurements", "Tests done on", "Site visit")
DUE: Final = ("Review due", "Next review", "Review by", "To be reviewed before", "Expires")
PRINTED: Final = ("Printed", "Date printed", "Downloaded", "Copy printed on")
LEADING: Final = ("MR Safety Expert", "Clinical Scientist (MR)", "MR physics", "Principal Physicist")
MODES: Final = ("applicant",) * 7 + ("initials", "other", "reviewed", "revised", "none")


def headed(desk: Desk, work: Work, *, mode: str = "", dating: str = "") -> None:
    """Put title, author and date before the blocks of the work (some of it after them), and say so in its truth."""
    mode = mode or desk.rng.choice(MODES)
    dating = dating or desk.rng.choice(("exact",) * 8 + ("month", "month figures", "undated", "undated", "year"))
    day = work.extra.get("day") or desk.work_day()
    form = desk.rng.choice(FORMS) if dating == "exact" else dating
    measured = bool({"7.1", "7.2"} & set(work.codes)) and desk.rng.random() < 0.6
    kind = "measured" if measured else "written"
    if mode == "reviewed":
        kind = "reviewed"
    _authored(desk, work, mode)
    if dating != "undated":
        work.date, work.date_kind = truth_date(day, form), kind
    words = "" if dating == "undated" else written(day, form)
    before, after = LAYOUTS[_layout(desk, mode, words)](desk, mode, words, kind)
    work.blocks = [Block(kind="title", text=work.title), *before, *work.blocks, *after]
    if desk.rng.random() < 0.45:
        work.extra["foot"] = desk.pick("papers", "footers")
    if desk.rng.random() < 0.4:
        work.extra["head"] = desk.say("{org}   |   Medical Physics and Imaging")
    if mode in {"applicant", "initials"} and desk.rng.random() < 0.25:
        work.blocks.insert(1, Block(kind="comment", text=desk.pick("papers", "commentary")))


def _authored(desk: Desk, work: Work, mode: str) -> None:
    work.author = {"applicant": "applicant", "initials": "applicant", "none": "unclear"}.get(mode, "other")
    work.roles = {
        "applicant": ("produce",),
        "initials": ("produce",),
        "reviewed": ("review",),
        "revised": ("revise",),
    }.get(mode, ())
    del desk


def _layout(desk: Desk, mode: str, words: str) -> str:
    if mode == "revised" and words:
        return "history"
    return desk.rng.choice(("rows", "line", "foot", "rows"))


def _who(desk: Desk, mode: str) -> str:
    if mode == "initials":
        return desk.say("{ini}, ") + desk.rng.choice(LEADING)
    if mode == "applicant":
        return desk.say("{app}, ") + desk.rng.choice(LEADING)
    return "" if mode == "none" else desk.say("{other}, [Lead Radiographer|Imaging Manager|Consultant Physicist]")


def _second(desk: Desk, mode: str) -> str:
    """The line that says what the applicant did to another's paper."""
    if mode == "reviewed":
        return desk.say("{app}, [MR Safety Expert|physicist]")
    return desk.say("{app}") if mode == "revised" else ""


def _rows(desk: Desk, mode: str, words: str, kind: str) -> Any:
    rows = []
    if who := _who(desk, mode):
        rows.append((desk.rng.choice(BY), who))
    if second := _second(desk, mode):
        rows.append(("Reviewed by" if mode == "reviewed" else "Revised by", second))
    if words:
        rows.append((_label(desk, kind), words))
    rows += _decoys(desk)
    if desk.rng.random() < 0.3:
        return [Block(kind="table", rows=(("Document control", desk.slots["ref"]), *rows))], []
    return [Block(kind="meta", rows=tuple(rows))] if rows else [], []


def _label(desk: Desk, kind: str) -> str:
    if kind == "reviewed":
        return desk.rng.choice(("Reviewed on", "Date of review", "Reviewed"))
    return desk.rng.choice(MEASURED if kind == "measured" else ON)


def _decoys(desk: Desk) -> list[tuple[str, str]]:
    rows = []
    if desk.rng.random() < 0.5:
        rows.append((desk.rng.choice(DUE), written(desk.day(-900, -100), desk.rng.choice(FORMS))))
    if desk.rng.random() < 0.3:
        rows.append((desk.rng.choice(PRINTED), written(desk.day(5, 50), desk.rng.choice(FORMS))))
    return rows


def _line(desk: Desk, mode: str, words: str, kind: str) -> Any:
    parts = []
    if who := _who(desk, mode):
        parts.append(f"{desk.rng.choice(('Author:', 'By', 'Written by'))} {who}.")
    if second := _second(desk, mode):
        parts.append(f"{'Reviewed' if mode == 'reviewed' else 'Revised'} by {second}.")
    if words:
        parts.append(f"{_label(desk, kind)}: {words}.")
    parts += [f"{label}: {when}." for label, when in _decoys(desk)]
    return [Block(kind="para", text=" ".join(parts))] if parts else [], []


def _foot(desk: Desk, mode: str, words: str, kind: str) -> Any:
    rows = []
    if who := _who(desk, mode):
        rows.append((desk.rng.choice(("Signed", "Author")), who))
    if second := _second(desk, mode):
        rows.append(("Reviewed by" if mode == "reviewed" else "Revised by", second))
    if words:
        rows.append((_label(desk, kind), words))
    return [Block(kind="meta", rows=tuple(_decoys(desk)))], [Block(kind="meta", rows=tuple(rows))] if rows else []


def _history(desk: Desk, mode: str, words: str, kind: str) -> Any:
    """Two versions: another's, and the one in hand."""
    del mode, kind
    first = written(date(desk.year - 9, 3, desk.rng.randint(2, 27)), "slash")
    rows = (
        ("Version", "Date", "By", "Change"),
        ("1.0", first, desk.slots["other"], desk.say("[First issue|New document]")),
        (
            "2.0",
            words,
            desk.slots["app"],
            desk.say("Revised: [sections 2 and 4 written anew|limits brought up to date]"),
        ),
    )
    return [Block(kind="table", rows=rows)], []


LAYOUTS: Final = {"rows": _rows, "line": _line, "foot": _foot, "history": _history}
