"""Heads of papers, forms and reports: who made them, and when, as such papers say it."""

from datetime import timedelta
from typing import Final, NamedTuple

from ..strangers.model import Block, Work, line, table  # noqa: TID252 - the set is imported by two names
from .desk import Desk

MODES: Final = ("applicant",) * 9 + ("joint",) * 2 + ("approved",) * 3 + ("reviewer", "reviewer", "other", "unclear")


class Who(NamedTuple):
    """Rows that name people, and what is true of the applicant."""

    rows: list[list[str]]
    author: str | None
    roles: list[str] | None


def who(desk: Desk, mode: str) -> Who:
    """The people of a paper, as a label and a name in each row."""
    p, rng = desk.people, desk.rng
    mine = rng.choice([p.name, f"{p.title} {p.name}".strip(), f"{p.name}, {p.post}"])
    label = rng.choice(["Author", "Prepared by", "Written by", "Author(s)", "Compiled by"])
    match mode:
        case "joint":
            return Who([[label, f"{p.staff[1]} and {mine}"]], "applicant", ["produce"])
        case "approved":
            return Who(
                [[label, mine], [rng.choice(["Approved by", "Ratified by"]), p.staff[0]]], "applicant", ["produce"]
            )
        case "reviewer":
            said = rng.choice(["Reviewed by", "Peer review", "Checked by"])
            return Who([[label, p.staff[3]], [said, mine]], "other", ["review"])
        case "other":
            return Who([[label, p.staff[4]]], "other", [])
        case "unclear":
            return Who([["Owner", "Department of Medical Physics"]], "unclear", [])
    return Who([[label, mine]], "applicant", ["produce"])


def headed(desk: Desk, work: Work) -> None:
    """Put a head before the body, and know what it says."""
    said = who(desk, desk.rng.choice(MODES))
    work.author, work.roles = said.author, said.roles
    ways = [_form, _lines, _foot, _versions, _reviewed]
    if work.genre == "report":
        ways = [_report, _report, _lines, _form]
    if work.genre == "form":
        ways = [_form, _signed, _signed]
    if desk.rng.random() < 1 / 15:
        ways = [_undated]
    _put(work, desk.rng.choice(ways)(desk, work, said))


def _put(work: Work, top: list[Block]) -> None:
    many = len(work.blocks)
    work.blocks = [Block(kind="title", text=work.title), *top, *work.blocks]
    work.body_from, work.body_to = 1 + len(top), 1 + len(top) + many


def _dated(desk: Desk, work: Work, kind: str | None, form: str = "") -> str:
    """A day for the work, as it is shown."""
    day, form = desk.day(), form or desk.precision()
    work.date, work.date_kind, work.shown = desk.truth(day, form), kind, day.isoformat()
    return desk.shown(day, form)


def _form(desk: Desk, work: Work, said: Who) -> list[Block]:
    label = desk.rng.choice(["Date of issue", "Issued", "Date written", "Version date", "Date"])
    shown = _dated(desk, work, None if work.genre == "form" or label == "Date" else "written")
    rows = [*said.rows, [label, shown]]
    if work.genre == "paper" and desk.rng.random() < 0.6:
        due = desk.people.submitted + timedelta(days=desk.rng.randint(40, 700))
        rows.append([desk.rng.choice(["Review due", "Next review", "Valid until"]), desk.shown(due)])
    if desk.rng.random() < 0.5:
        rows.insert(0, ["Reference", f"MRP-{desk.rng.randint(10, 99)}"])
    return [table(rows, how="pairs")]


def _lines(desk: Desk, work: Work, said: Who) -> list[Block]:
    shown = _dated(desk, work, "written")
    people = [line(f"{label}: {name}") for label, name in said.rows]
    when = line(desk.rng.choice(["Written {}", "Written on {}", "Issued {}"]).format(shown))
    return [*people, when, line(desk.people.trust)]


def _foot(desk: Desk, work: Work, said: Who) -> list[Block]:
    shown = _dated(desk, work, "written", desk.form)
    work.foot = f"Version {desk.rng.randint(1, 6)}, issued {shown}"
    if desk.rng.random() < 0.4:
        printed = desk.people.submitted - timedelta(days=desk.rng.randint(12, 30))
        work.foot += f". Printed {desk.shown(printed, 'slash')}"
    return [line(f"{label}: {name}") for label, name in said.rows]


def _versions(desk: Desk, work: Work, _said: Who) -> list[Block]:
    """A table of versions; the last is the one shown. Who first wrote it may be another."""
    p, day, form = desk.people, desk.day(), desk.form
    revised = desk.rng.random() < 0.4
    first = p.staff[2] if revised else p.name
    rows = [["Version", "Date", "Change", "By"]]
    rows.append(["1", desk.shown(desk.before(day, 700, 1100), form), "first issue", first])
    rows.append(["2", desk.shown(desk.before(day, 200, 600), form), "telephone numbers", first])
    rows.append(["3", desk.shown(day, form), desk.rng.choice(["rewritten throughout", "sections revised"]), p.name])
    work.date, work.date_kind, work.shown = desk.truth(day, form), "written", day.isoformat()
    work.author = None if revised else "applicant"
    work.roles = ["revise"] if revised else ["produce", "revise"]
    return [table(rows)]


def _reviewed(desk: Desk, work: Work, _said: Who) -> list[Block]:
    day, form = desk.day(), desk.form
    work.date, work.date_kind, work.shown = desk.truth(day, form), "reviewed", day.isoformat()
    work.author, work.roles = "applicant", ["produce", "review"]
    issued = desk.shown(desk.before(day, 300, 900), form)
    rows = [["Author", desk.people.name], ["First issued", issued]]
    rows.append(["Last reviewed", f"{desk.shown(day, form)}, {desk.people.name}, no change"])
    return [table(rows, how="pairs")]


def _report(desk: Desk, work: Work, said: Who) -> list[Block]:
    """A day of the visit, and mostly one of issue too, which is then the report's."""
    day, form = desk.day(), desk.form
    visit = desk.shown(desk.before(day, 4, 40), form)
    label = "Measurements made on" if work.doc.get("measured") else "Period looked at ends"
    people = [line(f"{label}: {name}") for label, name in said.rows]
    work.shown, work.date = day.isoformat(), desk.truth(day, form)
    if work.doc.get("measured") and desk.rng.random() < 0.4:
        work.date_kind = "measured"
        return [*people, line(f"{label} {desk.shown(day, form)}")]
    work.date_kind = None
    return [*people, line(f"{label} {visit}"), line(f"Report issued {desk.shown(day, form)}")]


def _signed(desk: Desk, work: Work, _said: Who) -> list[Block]:
    """Signed and dated below the form."""
    p, day, form = desk.people, desk.day(), desk.form
    label = desk.rng.choice(["Completed by", "Assessor", "Assessment made by"])
    work.author, work.roles = "applicant", ["produce"]
    work.date, work.date_kind, work.shown = desk.truth(day, form), None, day.isoformat()
    work.special.append("signed")
    work.blocks.append(table([[label, p.name], ["Date", desk.shown(day, form)]], how="pairs"))
    return [line(f"{p.trust}, {p.site}")]


def _undated(_desk: Desk, _work: Work, said: Who) -> list[Block]:
    return [line(f"{label}: {name}") for label, name in said.rows]
