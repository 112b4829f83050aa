"""How papers say who made them and when: particulars, lines, tables of versions, signatures."""

from datetime import date

from .desk import Byline, Desk
from .heads_kit import dated, lines_of, number_of, title_of
from .model import Block, Work, para, table


def sheet(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """A table of particulars on top, with a day for the next review."""
    label = desk.rng.choice(["Issue date", "Date of issue", "Date issued", "Date", "Date written", "Published"])
    due = desk.rng.choice(["Review date", "Next review", "Review due", "Date of next review", "Expires"])
    rows = [
        ["Document", number_of(desk)],
        *[[label_, name] for label_, name in who.lines],
        ["Version", desk.rng.choice(["1.0", "2.1", "3", "1"])],
    ]
    if desk.rng.random() < 0.3:
        rows.append(["Approved", f"{desk.say('{group}')}, {desk.shown(desk.before(day, 3, 40))}"])
    rows += [[label, desk.shown(day)], [due, desk.shown(desk.due(day), desk.rng.choice([desk.form, "month"]))]]
    work.blocks[:0] = [title_of(work), Block(kind="meta", rows=rows)]
    dated(work, desk.truth(day), "written")


def across(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """Particulars side by side in a ruled row."""
    name = "; ".join(f"{n}" for _, n in who.lines) or "-"
    label = who.lines[0][0] if len(who.lines) == 1 else "Author / reviewer" if who.mode == "reviewer" else "Responsible"
    if who.mode == "reviser":
        work.blocks[:0] = lines_of(who)
        name, label = "Imaging", "Owner"
    head = ["Ref", label, "Issued", "Review by"]
    rows = [head, [number_of(desk), name, desk.shown(day), desk.shown(desk.due(day))]]
    work.blocks[:0] = [title_of(work), table(rows)]
    dated(work, desk.truth(day), "written")
    if who.mode == "reviewer":
        work.blocks[1:2] = [
            *lines_of(who),
            table([["Ref", "Issued", "Review by"], [rows[1][0], rows[1][2], rows[1][3]]]),
        ]


def under(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """Names and the day in a line below the title."""
    if len(who.lines) == 1 and desk.rng.random() < 0.7:
        top = [Block(kind="line", text=f"{desk.rng.choice(['', 'by '])}{who.lines[0][1]}, {desk.shown(day)}")]
    else:
        top = [*lines_of(who), Block(kind="line", text=desk.rng.choice(["", "Date: ", "Dated "]) + desk.shown(day))]
    work.blocks[:0] = [title_of(work), *top]
    dated(work, desk.truth(day), "written")


def foot(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """The day in the line at the foot of each page."""
    issued = desk.rng.choice(["Issued", "Issue date:", "Version 2,", "v1.3", "Date of issue"])
    work.foot = f"{number_of(desk)}   {issued} {desk.shown(day)}   Review {desk.shown(desk.due(day), 'month figures')}"
    work.blocks[:0] = [title_of(work)]
    work.blocks += lines_of(who)
    dated(work, desk.truth(day), "written")


def history(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """A table of versions, the latest first or last."""
    older = desk.before(day, 200, 900)
    between = desk.before(day, 10, 60)
    many = desk.rng.random() < 0.5
    first = ["1.0", desk.shown(older), "first issue"]
    rows = [
        first,
        ["1.1", desk.shown(between), "telephone numbers"],
        ["2.0", desk.shown(day), "whole text gone through"],
    ]
    rows = rows if many else [first, rows[2]]
    if desk.rng.random() < 0.4:
        rows.reverse()
    work.blocks[:0] = [title_of(work), *lines_of(who)]
    made = [
        Block(
            kind="head", text=desk.rng.choice(["Version history", "Document control", "Amendments", "Change record"])
        ),
        table([["Version", "Date", "Change"], *rows]),
    ]
    if desk.rng.random() < 0.5:
        work.blocks += made
    else:
        at = 1 + len(who.lines)
        work.blocks[at:at] = made
    dated(work, desk.truth(day), "written")


def signed(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """A signature with its day at the end."""
    work.blocks[:0] = [title_of(work)]
    if who.mode in {"unclear", "reviser", "reviewer"}:
        work.blocks[1:1] = lines_of(who)
        work.blocks.append(para(f"Date: {desk.shown(day)}"))
    elif desk.rng.random() < 0.35:
        work.blocks[1:1] = lines_of(who)
        work.blocks.append(
            para(f"Electronically signed by {who.signer} on {desk.shown(day)} at 16:{desk.rng.randint(10, 59)}")
        )
    else:
        work.blocks[1:1] = lines_of(who) if who.mode == "joint" or desk.rng.random() < 0.4 else []
        work.blocks.append(Block(kind="sign", text=f"Signed: {who.signer}", hidden=f"Date: {desk.shown(day)}"))
    dated(work, desk.truth(day), "written")
