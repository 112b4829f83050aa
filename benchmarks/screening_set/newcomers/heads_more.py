"""More ways: memos, letters, forms, months only, reviews, measurements, slides."""

import re
from datetime import date

from .desk import Byline, Desk
from .heads_kit import dated, lines_of, number_of, title_of
from .heads_plain import sheet, under
from .model import Block, Work, para, table


def memo(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """To, from, date and subject."""
    if who.mode in {"unclear", "reviewer", "reviser"}:
        sheet(desk, work, who, day)
        return
    sender = who.lines[0][1]
    rows = [
        ["To", desk.rng.choice([desk.people.slots["lead"], "All MR staff", desk.say("{group}")])],
        ["From", sender],
        ["Date", desk.shown(day)],
        ["Subject", work.title],
    ]
    if desk.rng.random() < 0.4:
        rows[1], rows[2] = rows[2], rows[1]
    work.unmeasured.add("roles")
    work.blocks[:0] = [
        Block(kind="title", text=desk.rng.choice(["MEMO", "Memorandum", "Internal memo"])),
        Block(kind="meta", rows=rows),
    ]
    dated(work, desk.truth(day), "written")


def letter(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """A letter under the hospital's head."""
    if who.mode in {"unclear", "reviewer", "reviser"}:
        under(desk, work, who, day)
        return
    p = desk.people
    top = [
        Block(kind="line", text=p.trust, how="bold"),
        Block(kind="line", text=desk.say("Medical Physics, {city}   Tel 01632 960") + str(desk.rng.randint(100, 999))),
    ]
    top += [Block(kind="line", text=f"Our ref: {number_of(desk)}"), Block(kind="right", text=desk.shown(day))]
    top += [para(f"Dear {p.slots['lead'].split()[0]},"), Block(kind="head", text=f"Re: {work.title}")]
    end = [
        para("Yours sincerely,"),
        Block(kind="sign", text=who.lines[0][1].replace(f", {p.post}", "")),
        Block(kind="line", text=p.post if who.author == "applicant" and who.mode != "joint" else "MR service"),
    ]
    work.blocks = [*top, *work.blocks, *end]
    work.unmeasured.add("roles")
    dated(work, desk.truth(day), "written")


def month(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """A month and no more."""
    form = desk.rng.choice(["month", "month", "month3", "month figures"])
    words = desk.rng.choice(
        ["Last updated {}", "Version 1.2, {}", "{}", "Issued {}", "Date of issue: {}", "Written {}"]
    )
    line = words.format(desk.shown(day, form))
    work.blocks[:0] = [title_of(work), *lines_of(who)]
    if desk.rng.random() < 0.5:
        work.foot = line if line[0].isalpha() and " " in words else f"Issued {desk.shown(day, form)}"
    else:
        work.blocks.insert(1, Block(kind="line", text=line))
    dated(work, desk.truth(day, form), "written")


def year(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """A year and no more."""
    work.blocks[:0] = [
        title_of(work),
        Block(kind="line", text=f"{desk.rng.choice(['Version 3', 'Edition', 'Third issue'])} ({day.year})"),
        *lines_of(who),
    ]
    dated(work, desk.truth(day, "year"), "written")


def undated(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """No day of its own, and others that are not it."""
    work.blocks[:0] = [title_of(work), *lines_of(who)]
    choice = desk.rng.randrange(4)
    if choice == 0:
        work.foot = f"{number_of(desk)}   Review due {desk.shown(desk.due(day))}"
    elif choice == 1:
        clock = f"{desk.rng.randint(8, 17)}:{desk.rng.randint(10, 59)}"
        work.foot = f"Printed {desk.shown(desk.day(5, 55), 'slash')} {clock} - uncontrolled when printed"
    elif choice == 2:
        work.blocks.append(
            para(
                "See also the Control of Electromagnetic Fields at Work Regulations 2016 "
                "and J Magn Reson Imaging 2016;44:1067-9."
            )
        )
    dated(work, None, None)


def printed(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """Dated, and printed or downloaded much later."""
    under(desk, work, who, day)
    when = desk.shown(desk.day(5, 55), desk.rng.choice(["slash", "short", "iso"]))
    work.foot = desk.rng.choice(
        ["Printed on {}", "Downloaded from the intranet {}", "Print date: {} 14:02", "Uncontrolled copy printed {}"]
    ).format(when)


def late(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """A draft and an issue, or a visit and a report of it."""
    earlier = desk.before(day, 6, 45)
    seen = re.search(r"(?i)inspection|visit|walk-round|acceptance on|safety tests", work.title)
    labels = ("Date of visit", "Date of report") if seen else ("Date of draft", "Date of issue")
    if work.codes[0] == "5.2":
        labels = ("Date of incident", "Date of report")
    work.blocks[:0] = [
        title_of(work),
        Block(
            kind="meta",
            rows=[*[[a, b] for a, b in who.lines], [labels[0], desk.shown(earlier)], [labels[1], desk.shown(day)]],
        ),
    ]
    dated(work, desk.truth(day), "written")


def reviewed(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """Only the day of its last review."""
    words = desk.rng.choice(["Last reviewed {}", "Last reviewed: {}", "Date last reviewed: {}", "Reviewed {}"]).format(
        desk.shown(day)
    )
    work.blocks[:0] = [
        title_of(work),
        *lines_of(who),
        Block(kind="line", text=f"{words}. Next review {desk.shown(desk.due(day), 'month')}."),
    ]
    dated(work, desk.truth(day), "reviewed")


def measured(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """The day of the measurement or visit."""
    word = (
        "Date of visit"
        if work.date_kind == "held"
        else desk.rng.choice(["Date of measurement", "Measured on", "Date of test", "Test date", "Survey date"])
    )
    rows = [
        *[[a, b] for a, b in who.lines],
        [word, desk.shown(day)],
        ["Instrument calibrated until", desk.shown(desk.due(day), "month")],
    ]
    kind = work.date_kind
    if kind == "held":
        rows = rows[:-1]
    work.blocks[:0] = [title_of(work), Block(kind="meta", rows=rows)]
    dated(work, desk.truth(day), kind)


def form(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """A form with its boxes on top."""
    done = desk.rng.choice(["Date of assessment", "Date completed", "Date", "Assessment date"])
    rows = [
        ["Site", desk.people.slots["site"]],
        *[[a, b] for a, b in who.lines],
        [done, desk.shown(day)],
        [desk.rng.choice(["Review date", "Reassess by", "Next due"]), desk.shown(desk.due(day))],
    ]
    if desk.rng.random() < 0.3:
        rows.insert(1, ["Template version", f"4, {desk.shown(desk.before(day, 500, 1500), 'month')}"])
    work.blocks[:0] = [title_of(work), Block(kind="grid", rows=rows)]
    dated(work, desk.truth(day), "written")


def corner(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """The day at the head of each page, at the corner."""
    work.head = f"{desk.people.trust}   {desk.shown(day)}"
    work.blocks[:0] = [title_of(work), *lines_of(who)]
    dated(work, desk.truth(day), "written")


def revision(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """The present issue and the one before it, in one line at the foot."""
    earlier = desk.shown(desk.before(day, 200, 900))
    work.foot = f"Rev 2 ({desk.shown(day)}), supersedes Rev 1 ({earlier})"
    work.blocks[:0] = [title_of(work), *lines_of(who)]
    dated(work, desk.truth(day), "written")


def submitted(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """A paper handed in to a group."""
    words = desk.rng.choice(
        ["Submitted to the {group} on {when}", "Position as at {when}", "Paper sent to the {group}, {when}"]
    )
    work.blocks[:0] = [title_of(work), *lines_of(who), Block(kind="line", text=desk.say(words, when=desk.shown(day)))]
    dated(work, desk.truth(day), None)


def table_signed(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """A table of signatures at the end."""
    work.blocks[:0] = [title_of(work)]
    rows = [["", "Name", "Date"], *([label, name, desk.shown(day)] for label, name in who.lines)]
    if len(rows) == 1:
        rows.append(["For the department", "", desk.shown(day)])
    work.blocks.append(table(rows))
    dated(work, desk.truth(day), "written")


def series(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """What a scanner's file says of its series."""
    rows = [
        ["StudyDate", desk.shown(day, "dicom")],
        ["StationName", f"MR{desk.rng.randint(1, 4)}"],
        ["PatientName", "(removed)"],
    ]
    work.blocks[:0] = [title_of(work), *lines_of(who), Block(kind="grid", rows=rows)]
    dated(work, desk.truth(day), "measured")


def _where(desk: Desk, work: Work) -> str:
    """Where a talk was given."""
    if work.codes[0].startswith("8"):
        return desk.say("National MR safety meeting, {city}, ")
    return desk.rng.choice(["MR induction, ", "Staff meeting, ", "Study half-day, ", ""])


def opening(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """The first slide of a talk."""
    top = [title_of(work)]
    top += (
        [Block(kind="line", text=name) for _, name in who.lines]
        if who.mode in {"applicant", "joint"}
        else lines_of(who)
    )
    work.blocks[:0] = [
        *top,
        Block(
            kind="line",
            text=_where(desk, work) + desk.shown(day),
        ),
    ]
    dated(work, desk.truth(day), None)
