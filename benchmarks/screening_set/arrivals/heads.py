"""How papers, reports and forms begin and end: who made them and when, as such papers say it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final, NamedTuple

from ..apart.pictures import scrawl  # noqa: TID252 - the set is imported by two names
from ..strangers.model import Block, Work, line, para, table  # noqa: TID252 - as above
from .chance import chance
from .desk import Desk

MODES: Final = ("applicant",) * 8 + ("joint", "joint", "approved", "approved", "reviewer", "other", "other", "unclear")


class Ends(NamedTuple):
    """What stands before and after the body."""

    before: list[Block]
    after: list[Block]


def headed(desk: Desk, work: Work) -> None:
    """Put a head before the body and what belongs after it, and know what they say."""
    undated = desk.rng.random() < 1 / 14
    mode = "applicant" if work.traps else desk.rng.choice(MODES)
    ways = {"report": _REPORT, "ra": _FORMS, "protocol": _FORMS, "checklist": _FORMS}.get(work.genre, _PAPER)
    way = _bare if undated else desk.rng.choice(ways)
    people = _who(desk, work, mode)
    if not undated:
        work.date, work.shown = desk.truth(desk.precision), desk.day.isoformat()
    ends = way(desk, work, people)
    wrapped(work, ends)


def wrapped(work: Work, ends: Ends) -> None:
    """The body between what stands before and after it, the title first."""
    many = len(work.blocks)
    before = [Block(kind="title", text=work.title), *ends.before]
    work.blocks = [*before, *work.blocks, *ends.after]
    work.body_from, work.body_to = len(before), len(before) + many


def _who(desk: Desk, work: Work, mode: str) -> list[tuple[str, str]]:
    """Labels and names, and what they make of the applicant."""
    p, rng = desk.people, desk.rng
    mine = rng.choice(
        [p.name, f"{p.title} {p.name}".strip(), f"{p.name}, {p.post}", f"{p.name[0]}. {p.name.split()[1]}"]
    )
    label = rng.choice(["Author", "Written by", "Prepared by", "Produced by", "Originator"])
    if work.genre in {"ra", "checklist"}:
        label = rng.choice(["Assessor", "Completed by", "Assessment by"] if work.genre == "ra" else ["Checked by"])
    work.author, work.roles = "applicant", ["produce"]
    if mode == "joint":
        return [(label, f"{mine} and {p.staff[1]}")]
    if mode == "approved":
        return [(label, mine), (rng.choice(["Approved by", "Signed off by", "Ratified"]), p.staff[0])]
    if mode == "reviewer":
        work.author, work.roles = "other", ["review"]
        return [(label, p.staff[2]), (rng.choice(["Reviewer", "Reviewed by", "Second reader"]), mine)]
    if mode == "other":
        work.author, work.roles = "other", []
        return [(label, f"{p.staff[9]}, Superintendent Radiographer")]
    if mode == "unclear":
        work.author, work.roles = "unclear", []
        return [("Department", "Medical Physics")]
    return [(label, mine)]


def _shown(desk: Desk) -> str:
    return desk.shown(desk.day, desk.precision)


def _due(desk: Desk) -> str:
    return desk.shown(desk.people.submitted + timedelta(days=desk.rng.randint(40, 800)))


def _printed(desk: Desk) -> str:
    return desk.shown(desk.people.submitted - timedelta(days=desk.rng.randint(4, 28)), "slash")


def _names(people: list[tuple[str, str]]) -> list[Block]:
    return [line(f"{label}: {name}") for label, name in people]


def _bare(_desk: Desk, _work: Work, people: list[tuple[str, str]]) -> Ends:
    """No day is given."""
    return Ends([*_names(people), Block(kind="gap")], [])


def _control(desk: Desk, work: Work, people: list[tuple[str, str]]) -> Ends:
    work.date_kind = "written"
    when = desk.rng.choice(["Issue date", "Date of issue", "Effective from", "Version date", "Written"])
    rows = [["Document no.", f"MRI-{desk.rng.choice(['POL', 'SOP', 'WI'])}-{desk.rng.randint(3, 88)}"]]
    rows += [[label, name] for label, name in people] + [[when, _shown(desk)]]
    if desk.rng.random() < 0.6:
        rows.append([desk.rng.choice(["Review date", "Next review", "For review by", "Expiry"]), _due(desk)])
    if desk.rng.random() < 0.4:
        work.foot = f"Uncontrolled when printed. Printed {_printed(desk)}"
    return Ends([table(rows, how="pairs")], [])


def _byline(desk: Desk, work: Work, people: list[tuple[str, str]]) -> Ends:
    work.date_kind = "written"
    names = ", ".join(f"{label.lower()} {name}" if at else name for at, (label, name) in enumerate(people))
    unnamed = people[0][0] == "Department"
    said = f"{'Medical Physics' if unnamed else names}, {_shown(desk)}"
    return Ends([line(said), line(desk.people.trust), Block(kind="gap")], [])


def _memo(desk: Desk, work: Work, people: list[tuple[str, str]]) -> Ends:
    """A memorandum; its day could be called written or sent."""
    names = [[("From" if not at else label), name] for at, (label, name) in enumerate(people)]
    rows = [["To", desk.slots["group"]], *names, ["Date", _shown(desk)], ["Re", work.title]]
    return Ends([table(rows, how="pairs")], [])


def _versions(desk: Desk, work: Work, people: list[tuple[str, str]]) -> Ends:
    """A table of versions of which the last is the one shown."""
    p, revised = desk.people, desk.rng.random() < 0.4
    first = p.staff[3] if revised else p.name
    form = desk.form
    old = [desk.shown(desk.before(many), form) for many in (1400, desk.rng.randint(300, 800))]
    rows = [
        ["Version", "Date", "By", "What changed"],
        ["0.1", old[0], first, "draft"],
        ["1.0", old[1], first, "issued"],
    ]
    newest = ["1.1", desk.shown(desk.day, form), p.name, desk.rng.choice(["text below rewritten", "all sections"])]
    rows.append(newest)
    if desk.rng.random() < 0.4:
        rows = [rows[0], *reversed(rows[1:])]
    work.date, work.date_kind = desk.truth(form), "written"
    work.author, work.roles = (None, ["revise"]) if revised else ("applicant", ["produce", "revise"])
    del people
    return Ends([table(rows)], [])


def _footed(desk: Desk, work: Work, people: list[tuple[str, str]]) -> Ends:
    """Maker and day stand small at the foot of each page only."""
    work.date_kind = "written"
    name = people[0][1].split(",")[0]
    work.foot = f"{name}   v{desk.rng.randint(1, 5)}.{desk.rng.randint(0, 3)}   {_shown(desk)}"
    return Ends(_names(people[1:]), [])


def _signed(desk: Desk, work: Work, people: list[tuple[str, str]]) -> Ends:
    """A signature and a day at the end."""
    work.date_kind = None
    inked = Block(kind="picture", how="120", stream=scrawl(chance("ink", desk.seed)))
    end = [line(f"{label}: {name}") for label, name in people]
    ink = [inked] if work.author == "applicant" and people[0][0] != "Department" else []
    return Ends([line(desk.people.trust)], [Block(kind="gap"), *ink, *end, line(f"Date: {_shown(desk)}")])


def _reviewed(desk: Desk, work: Work, people: list[tuple[str, str]]) -> Ends:
    """Written some time ago and read again since."""
    p = desk.people
    work.author, work.roles, work.date_kind = "applicant", ["produce", "review"], "reviewed"
    work.date = desk.truth(desk.form)
    rows = [["Author", p.name], ["First issued", desk.shown(desk.before(desk.rng.randint(380, 900)))]]
    rows.append(["Reviewed", f"{desk.shown(desk.day)} ({p.name}): no change needed"])
    del people
    return Ends([table(rows, how="pairs")], [])


def _covered(desk: Desk, work: Work, people: list[tuple[str, str]]) -> Ends:
    """A title page of its own."""
    work.date_kind = "written"
    sheet = [Block(kind="centre", text=f"{label}: {name}") for label, name in people]
    sheet.append(Block(kind="centre", text=f"Issued {_shown(desk)}"))
    return Ends([Block(kind="centre", text=desk.people.trust), *sheet, Block(kind="break")], [])


def _surveyed(desk: Desk, work: Work, people: list[tuple[str, str]]) -> Ends:
    """A day of the visit and one of the report, which is the latter's."""
    work.date, work.date_kind = desk.truth(desk.form), None
    visit = desk.shown(desk.before(desk.rng.randint(3, 35)))
    label = "Date of survey" if work.doc.get("measured") else "Data taken up to"
    rows = [[label, visit], ["Date of report", desk.shown(desk.day)], *([a, b] for a, b in people)]
    if desk.rng.random() < 0.5:
        rows.append(["Next due", desk.shown(desk.people.submitted + timedelta(days=300))])
    return Ends([table(rows, how="pairs")], [])


def _measured(desk: Desk, work: Work, people: list[tuple[str, str]]) -> Ends:
    """Only the day of the readings is given."""
    if not work.doc.get("measured"):
        return _surveyed(desk, work, people)
    work.date_kind = "measured"
    said = desk.rng.choice(["Readings taken on {}", "Measured: {}", "Visit and measurements on {}"])
    return Ends([line(said.format(_shown(desk))), *_names(people)], [])


def _issued(desk: Desk, work: Work, people: list[tuple[str, str]]) -> Ends:
    """A sentence that tells both."""
    work.date, work.date_kind = desk.truth(desk.form), None
    seen = "visited" if work.doc.get("measured") else "looked into"
    said = f"This was {seen} on {desk.shown(desk.before(desk.rng.randint(4, 30)))}; the report was issued on "
    return Ends([*_names(people), para(said + f"{desk.shown(desk.day)}.")], [])


def _form(desk: Desk, work: Work, people: list[tuple[str, str]]) -> Ends:
    label = {"ra": "Date of assessment", "protocol": "Date of change"}.get(work.genre, "Date")
    rows = [["Ref", f"{desk.rng.choice(['RA', 'PX', 'F'])}/{desk.rng.randint(100, 999)}"]]
    rows += [[who, name] for who, name in people] + [[label, _shown(desk)]]
    if desk.rng.random() < 0.45:
        rows.append(["Review", _due(desk)])
    work.date_kind = None
    return Ends([table(rows, how="pairs")], [])


def boilerplate(work: Work, top: str, end: str) -> None:
    """The same printed words around the body, as on every copy of a form."""
    work.blocks.insert(work.body_from, Block(kind="small", text=top))
    work.blocks.insert(work.body_to + 1, Block(kind="small", text=end))
    work.body_from, work.body_to = work.body_from + 1, work.body_to + 1


_Way = Callable[[Desk, Work, list[tuple[str, str]]], Ends]
_PAPER: Final[tuple[_Way, ...]] = (
    *(_control, _control, _byline, _memo, _versions, _footed, _signed, _reviewed, _covered, _control),
)
_REPORT: Final[tuple[_Way, ...]] = (_surveyed, _surveyed, _measured, _measured, _measured, _issued, _byline, _covered)
_FORMS: Final[tuple[_Way, ...]] = (_form, _form, _signed, _byline)
