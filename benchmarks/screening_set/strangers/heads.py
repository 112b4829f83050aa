"""The ways in which papers say who wrote them and when. The latest day of the version shown is the paper's."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from .byline import Byline
from .days import COARSE
from .desk import Desk
from .model import Block, Work, line, table

ISSUED: Final = ("Date", "Date of issue", "Issued", "Date written", "Issue date", "Dated")
DUE: Final = ("Review date", "Next review", "Review due", "For review by", "Expires")
NUMBERED: Final = ("MRP", "RAD-SOP", "MED-PHYS", "MR")


def headed(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """Put head, end, running head and foot round the blocks of a work, and say what is true of it."""
    form = desk.precision()
    work.shown = desk.shown(day, form)
    work.date, work.date_kind = desk.truth(day, form), work.doc.get("kind", "written")
    work.author, work.roles = who.author, sorted(who.roles)
    body = work.blocks
    if work.doc.get("visit") and form not in COARSE:
        kind = "visit"
    elif who.mode == "reviser":
        kind = "history"
    elif work.doc.get("kind") == "measured":
        kind = desk.rng.choice(["grid", "grid", "lines", "lines", "signed", "running"])
    elif work.genre == "form":
        kind = desk.rng.choice(["grid", "grid", "lines", "signed", "footed"])
    else:
        barred = {"visit", "letter"} if work.codes[0] == "2.1" or work.special or work.passage_codes else {"visit"}
        kind = desk.rng.choice([one for one in STYLES if one not in barred])
    if kind == "history" and who.mode in {"other", "copied", "unclear", "reviewer", "joint"}:
        kind = "lines"
    if kind in {"signed", "letter"} and not who.signer:
        kind = "footed"
    if work.doc.get("kind_null") or work.genre == "form":
        work.date_kind = work.doc.get("kind")
    top, end = STYLES[kind](desk, work, who, day, form)
    work.blocks = [*top, *body, *end]
    work.body_from, work.body_to = len(top), len(top) + len(body)
    if kind in {"letter", "reviewed"} and who.mode != "reviewer":
        work.roles = None
    if work.doc.get("kind") == "measured":
        _measured(desk, work, told=kind in {"lines", "grid"})


def undated(desk: Desk, work: Work, who: Byline) -> None:
    """Only a title and people; a day at most when it was printed."""
    top = [Block(kind="title", text=work.title), *(line(f"{label}: {people}") for label, people in who.lines)]
    work.body_from, work.body_to = len(top), len(top) + len(work.blocks)
    work.blocks = [*top, *work.blocks]
    work.author, work.roles = who.author, sorted(who.roles)
    if desk.rng.random() < 0.4:
        work.foot = f"Printed {desk.shown(desk.before(desk.people.submitted, 10, 60), 'slash')} 08:41"


def _measured(desk: Desk, work: Work, *, told: bool) -> None:
    """Say of the day of the head that it is the day of the measurement; another head cannot say so."""
    if not told:
        work.date_kind = None
        return
    labels = {f"{label}:" for label in ISSUED} | set(ISSUED)
    new = desk.rng.choice(["Measured", "Date of survey", "Date of measurements"])
    for block in work.blocks[: work.body_from]:
        for row in block.rows:
            if row[0] in labels:
                row[0] = new
        found = next((label for label in labels if block.text.startswith(f"{label} ") and label.endswith(":")), None)
        if found:
            block.text = block.text.replace(found, f"{new}:", 1)


Ends = tuple[list[Block], list[Block]]


def _grid(desk: Desk, work: Work, who: Byline, day: date, form: str) -> Ends:
    """A table at the top, with the day of the next review beside that of the issue."""
    rng = desk.rng
    rows = [["Title", work.title], *([label, people] for label, people in who.lines)]
    rows.append([rng.choice(ISSUED), desk.shown(day, form)])
    if rng.random() < 0.6:
        rows.append([rng.choice(DUE), desk.shown(desk.after(day, 360, 1100), form)])
    if rng.random() < 0.5:
        rows.insert(
            1, ["Document number", f"{rng.choice(NUMBERED)}-{rng.randint(3, 88):03d}, version {rng.randint(1, 6)}"]
        )
    return [Block(kind="title", text=work.title), table(rows, how="pairs")], []


def _lines(desk: Desk, work: Work, who: Byline, day: date, form: str) -> Ends:
    """Lines below the title."""
    label = desk.rng.choice(ISSUED)
    top = [Block(kind="title", text=work.title), *(line(f"{name}: {people}") for name, people in who.lines)]
    top.append(line(f"{label}: {desk.shown(day, form)}"))
    if desk.rng.random() < 0.3:
        work.foot = f"{desk.rng.choice(DUE)}: {desk.shown(desk.after(day, 360, 1100), form)}"
    return [*top, Block(kind="gap")], []


def _under_title(desk: Desk, work: Work, who: Byline, day: date, form: str) -> Ends:
    """People and day in one line without labels; those who only read it keep theirs."""
    said = [
        people if at == 0 and who.mode != "unclear" else f"{name}: {people}"
        for at, (name, people) in enumerate(who.lines)
    ]
    return [
        Block(kind="title", text=work.title),
        line("; ".join([*said, desk.shown(day, form)])),
        Block(kind="gap"),
    ], []


def _footed(desk: Desk, work: Work, who: Byline, day: date, form: str) -> Ends:
    """The day stands in the foot, beside the day of review and the day of printing."""
    rng, shown = desk.rng, desk.shown(day, form)
    parts = [f"Version {rng.randint(1, 5)}.{rng.randint(0, 3)}", f"Issued {shown}"]
    if rng.random() < 0.6:
        parts.append(f"{rng.choice(DUE)} {desk.shown(desk.after(day, 700, 1100), form)}")
    if rng.random() < 0.4:
        parts.append(f"Printed {desk.shown(desk.before(desk.people.submitted, 5, 40), 'slash')}")
    named = [line(f"{n}: {p}") for n, p in who.lines]
    if len(named) == 1 and rng.random() < 0.4:
        parts = [named[0].text, *parts[:2]]
        named = []
    work.foot = "   |   ".join(parts)
    return [Block(kind="title", text=work.title), *named, Block(kind="gap")], []


def _running(desk: Desk, work: Work, who: Byline, day: date, form: str) -> Ends:
    """The day stands in the running head; the foot says when paper copies were printed."""
    rng = desk.rng
    number = f"{rng.choice(NUMBERED)}-{rng.randint(3, 88):03d}"
    work.head = f"{number}  v{rng.randint(1, 7)}  {desk.shown(day, form)}"
    work.foot = "Uncontrolled when printed" + rng.choice(
        ["", f". Printed on {desk.shown(desk.before(desk.people.submitted, 5, 40), 'slash')} at 14:02"]
    )
    return [Block(kind="title", text=work.title), *(line(f"{n}: {p}") for n, p in who.lines), Block(kind="gap")], []


def _signed(desk: Desk, work: Work, who: Byline, day: date, form: str) -> Ends:
    """Name and day at the end, as under a form."""
    rng, shown = desk.rng, desk.shown(day, form)
    readers = [(n, p) for n, p in who.lines if "eview" in n or "Circulation" in n or "Approved" in n or "Second" in n]
    makers = who.signer if who.mode != "joint" else who.lines[0][1]
    post = desk.people.post if who.signer == desk.people.name and who.mode != "joint" else ""
    ways = [
        [line(f"Signed: {makers}"), line(f"Date: {shown}")],
        [line(makers, "bold"), *([line(post)] if post else []), line(shown)],
        [table([["Completed by", makers], ["Date completed", shown]], how="pairs")],
    ]
    end = [Block(kind="gap"), *rng.choice(ways)]
    return [Block(kind="title", text=work.title), *(line(f"{n}: {p}") for n, p in readers)], end


def _history(desk: Desk, work: Work, who: Byline, day: date, form: str) -> Ends:
    """A table of versions, of which the last is shown."""
    first = desk.before(day, 400, 1300)
    new = who.lines[-1][1]
    old = who.lines[0][1]
    said = "Revised after the yearly look-through" if who.mode == "reviser" else "Wording corrected"
    rows = [["Version", "Date", "By", "Change"], ["1", desk.shown(first, form), old, "First issue"]]
    rows.append(["2", desk.shown(day, form), new if who.mode == "reviser" else old, said])
    more = [line(f"{n}: {p}") for n, p in (who.lines if who.mode != "applicant" else [])]
    top = [Block(kind="title", text=work.title), *more]
    return (
        ([*top, table(rows)], [])
        if desk.rng.random() < 0.6
        else (top, [Block(kind="head", text="Version history"), table(rows)])
    )


def _letter(desk: Desk, work: Work, who: Byline, day: date, form: str) -> Ends:
    """A memorandum with its sender."""
    to = desk.rng.choice([one for one in desk.people.staff[8:12] if one != who.signer])
    copied = next((people for name, people in who.lines if name == "Circulation"), "")
    rows = [
        ["To", to],
        ["From", who.signer if who.mode != "joint" else who.lines[0][1]],
        ["Date", desk.shown(day, form)],
    ]
    rows += [["Copy", copied]] if copied else []
    rows.append(["Subject", work.title])
    read = [line(f"{n}: {p}") for n, p in who.lines[1:] if n != "Circulation"]
    work.date_kind = None
    return [Block(kind="title", text="Memorandum"), table(rows, how="pairs"), *read], []


def _visit(desk: Desk, work: Work, who: Byline, day: date, form: str) -> Ends:
    """A report with the day of the visit, and mostly that of the report."""
    seen = desk.before(day, 3, 20)
    top = [Block(kind="title", text=work.title), *(line(f"{n}: {p}") for n, p in who.lines)]
    if desk.rng.random() < 0.3:
        work.date_kind = None
        return [*top, line(f"Date of visit: {desk.shown(day, form)}"), Block(kind="gap")], []
    lines = [line(f"Date of visit: {desk.shown(seen, form)}"), line(f"Report issued: {desk.shown(day, form)}")]
    return [*top, *lines, Block(kind="gap")], []


def _reviewed(desk: Desk, work: Work, who: Byline, day: date, form: str) -> Ends:
    """Issued long before, looked at again now; the next look is due later."""
    first, due = desk.before(day, 500, 1100), desk.after(day, 700, 800)
    rows = [[name, people] for name, people in who.lines]
    rows += [["First issued", desk.shown(first, form)], ["Last reviewed", desk.shown(day, form)]]
    rows.append([desk.rng.choice(["Next review", "Review due"]), desk.shown(due, form)])
    work.date_kind = "reviewed"
    return [Block(kind="title", text=work.title), table(rows, how="pairs")], []


Style = Callable[[Desk, Work, Byline, date, str], Ends]
STYLES: Final[Mapping[str, Style]] = {
    "grid": _grid,
    "lines": _lines,
    "under title": _under_title,
    "footed": _footed,
    "running": _running,
    "signed": _signed,
    "history": _history,
    "letter": _letter,
    "visit": _visit,
    "reviewed": _reviewed,
}
