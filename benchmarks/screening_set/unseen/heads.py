"""How a paper begins and ends, in the manner of its writer: title, maker and dates, and what these show."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from ..apart.model import Block, Work  # noqa: TID252 - the set is imported by two names
from .dates import truth_of_day, written
from .desk import FORMS, Desk, para

Ends = tuple[list[Block], list[Block]]
MODES: Final = ("applicant",) * 7 + ("joint", "initials", "other", "other", "none", "reviewed", "revised")
DATINGS: Final = ("exact",) * 9 + ("month", "month short", "month figures", "year", "undated", "undated")
AUTHORS: Final = {"applicant": "applicant", "joint": "applicant", "initials": "applicant", "none": "unclear"}
BY: Final = ("Author", "Written by", "Prepared by", "Drafted by", "By")
POSTS: Final = ("Imaging Manager", "Lead Radiographer", "Principal Radiographer")
ON: Final = ("Issue date", "Date", "Issued", "Dated", "Version of", "Released")


def headed(desk: Desk, work: Work, *, mode: str = "", dating: str = "") -> None:
    """Put what comes before and after the body of the work, and say so in its truth."""
    mode = mode or desk.rng.choice(MODES)
    dating = dating or desk.rng.choice(DATINGS if "8.2" not in work.codes else DATINGS[:13])
    layout = {"revised": "history", "reviewed": "reviewed"}.get(mode, desk.layout)
    if layout in {"history", "report", "reviewed"} and dating != "exact":
        dating, layout = ("exact", layout) if mode in {"revised", "reviewed"} else (dating, "table")
    if dating == "exact" and {"7.1", "7.2"} & set(work.codes) and mode != "revised" and desk.rng.random() < 0.35:
        layout = "report" if layout != "reviewed" else layout
    if layout == "history" and mode not in {"revised", "other"}:
        layout = "cover"
    day = work.extra.get("day") or desk.work_day()
    form = desk.form if dating == "exact" else dating
    work.author = AUTHORS.get(mode, "other")
    work.roles = {"reviewed": ("review",), "revised": ("revise",)}.get(mode, ())
    if work.author == "applicant":
        work.roles = ("produce",)
    if mode == "revised" or "8.1" in work.codes:
        work.extra["author unmeasured" if mode == "revised" else "roles unmeasured"] = True
    when = "" if dating == "undated" else written(day, form)
    if when:
        work.date, work.date_kind = truth_of_day(day, form), "reviewed" if mode == "reviewed" else "written"
    _placed(desk, work, layout, mode, when, day)
    _voiced(desk, work, mode)


def _placed(desk: Desk, work: Work, layout: str, mode: str, when: str, day: date) -> None:
    who = _who(desk, mode)
    if layout == "history":
        before, after = _history(desk, mode, when, day)
    elif layout == "report":
        before, after = _report(desk, work, who, when, day)
    elif layout == "running":
        parts = [f"Author: {who}" if who else "MR Physics", "v1.1", f"issued {when}" if when else "internal use"]
        work.extra["foot"], before, after = "   |   ".join(parts), [], []
    elif layout == "reviewed":
        rows = ((desk.rng.choice(BY[1:3]), desk.slots["other"]), ("Reviewed by", who), ("Date of review", when))
        before, after = [Block(kind="meta", rows=rows)], []
    else:
        before, after = LAYOUTS[layout](desk, work, who, when)
    if layout != "running" and desk.rng.random() < 0.4:
        work.extra["foot"] = _decoy(desk)
    work.blocks = [Block(kind="title", text=work.title), *before, *work.blocks, *after]


def _who(desk: Desk, mode: str) -> str:
    """The line of the maker."""
    names = {
        "applicant": f"{desk.slots['app']}, {desk.post}",
        "reviewed": f"{desk.slots['app']}, {desk.post}",
        "joint": f"{desk.slots['other']} and {desk.slots['app']}",
        "initials": desk.slots["ini"],
        "other": f"{desk.slots['other']}, {POSTS[len(desk.slots['other']) % len(POSTS)]}",
    }
    return names.get(mode, "")


def _voiced(desk: Desk, work: Work, mode: str) -> None:
    """What the maker says of the making, or what began it."""
    fits = mode == "applicant" and not work.extra.get("bare")
    fits = fits and "8.1" not in work.codes
    if fits and desk.rng.random() < 0.35:
        kind = "voice_there" if {"7.1", "7.2"} & set(work.codes) else "voice"
        work.blocks.insert(-1, para(desk.pick("papers", kind)))
    elif fits and desk.rng.random() < 0.25:
        work.blocks.insert(-1, para(desk.pick("papers", "initiate")))
        work.roles = tuple(sorted({*work.roles, "initiate"}))


def _decoy(desk: Desk) -> str:
    """A foot line with a day on which nothing was written."""
    later, lately = written(desk.day(-900, -90), "slash"), written(desk.day(3, 45), desk.rng.choice(FORMS))
    return desk.say(f"[Review due {later}|Printed {lately}|Uncontrolled when printed, {lately}|Next review: {later}]")


def _table(desk: Desk, work: Work, who: str, when: str) -> Ends:
    del work
    rows = [("Document", f"MRP-{desk.rng.randint(11, 96)}")]
    rows += [(desk.rng.choice(BY[:4]), who)] if who else []
    rows += [(desk.rng.choice(ON), when)] if when else []
    if desk.rng.random() < 0.5:
        rows.append((desk.rng.choice(("Review date", "Review due", "Expires")), desk.shown(desk.day(-1000, -100))))
    return [Block(kind="table", rows=tuple(rows))], []


def _line(desk: Desk, work: Work, who: str, when: str) -> Ends:
    del desk, work
    words = ". ".join(part for part in (who, when) if part)
    return [para(words)] if words else [], []


def _foot(desk: Desk, work: Work, who: str, when: str) -> Ends:
    del work
    lines = [part for part in (f"Signed: {who}" if who else "", f"Date: {when}" if when else "") if part]
    if who and desk.rng.random() < 0.4:
        lines[0] = f"{who} (author)"
    return [], [para("\n".join(lines))] if lines else []


def _memo(desk: Desk, work: Work, who: str, when: str) -> Ends:
    rows = [("To", desk.slots["group"]), ("From", who or "MR Physics")]
    rows += [("Date", when)] if when else []
    return [Block(kind="meta", rows=(*rows, ("Subject", work.title)))], []


def _letter(desk: Desk, work: Work, who: str, when: str) -> Ends:
    del work
    before = [para(f"{desk.slots['hosp']}\nMedical Physics and Imaging")]
    before += [para(when)] if when else []
    after = [para(f"Yours sincerely,\n\n{who.replace(', ', chr(10))}")] if who else []
    return [*before, para("Dear colleagues,")], after


def _cover(desk: Desk, work: Work, who: str, when: str) -> Ends:
    del work
    rows = [("Prepared for", desk.slots["group"])]
    rows += [("Prepared by", who)] if who else []
    rows += [("Issued", when)] if when else []
    return [Block(kind="meta", rows=tuple(rows))], []


def _report(desk: Desk, work: Work, who: str, when: str, day: date) -> Ends:
    """A visit, told some days afterwards; or readings with their day alone."""
    seen = {"7.1", "7.2"} & set(work.codes)
    if seen and desk.rng.random() < 0.5:
        work.date_kind = "measured"
        rows = [("Readings taken", when)] + ([("Prepared by", who)] if who else [])
        return [Block(kind="meta", rows=tuple(rows))], []
    visit = desk.shown(day - timedelta(days=desk.rng.randint(3, 30)))
    label = "Site visit" if seen else "Meeting with the unit"
    words = f"Written by {who}. " if who else ""
    return [Block(kind="meta", rows=((label, visit),))], [para(f"{words}Issued {when}.")]


def _history(desk: Desk, mode: str, when: str, day: date) -> Ends:
    """Versions: another's, and the one in hand, by the applicant or by the same hand."""
    first = desk.shown(day - timedelta(days=desk.rng.randint(500, 1500)))
    last = desk.slots["app" if mode == "revised" else "other"]
    change = desk.say("Revised: [limits and telephone numbers|sections 2 and 3 rewritten|wording after the audit]")
    rows = (
        ("Version", "Date", "By", "Change"),
        ("1", first, desk.slots["other"], "First issue"),
        ("2", when, last, change),
    )
    return [Block(kind="table", rows=rows)], []


LAYOUTS: Final[dict[str, Callable[[Desk, Work, str, str], Ends]]] = {
    "table": _table,
    "line": _line,
    "foot": _foot,
    "memo": _memo,
    "letter": _letter,
    "cover": _cover,
}
