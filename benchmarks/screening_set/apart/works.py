"""Works that serve the sub-categories for which they are cited: papers, e-mails, minutes, slides and long files."""

from datetime import date
from typing import Any, Final

from .chance import words
from .desk import FORMS, Desk, mark, truth_date, written
from .heading import headed
from .model import Block, Work

MAILS: Final = {"1.1", "1.2", "2.1", "4.1", "4.2", "4.3", "5.2", "6.1", "6.2", "7.1", "7.2", "8.2"}
MINUTES: Final = {"1.1", "1.2", "5.1", "5.2", "6.2", "8.2"}
SLIDES: Final = {"5.1"}
TARGETS: Final = ("4.1", "4.2", "4.3", "5.1", "5.2", "6.1", "6.2", "7.1", "7.2", "8.2", "8.1", "2.2")


def title(desk: Desk, code: str) -> str:
    """A title of a work for this code."""
    return desk.pick("titles", code)


def good(desk: Desk, *codes: str, genre: str = "", mode: str = "", dating: str = "") -> Work:
    """A work that serves these sub-categories well."""
    fits = [name for name, group in (("mail", MAILS), ("minutes", MINUTES), ("slides", SLIDES)) if codes[0] in group]
    if codes[0] == "8.1":
        mode = "applicant"
    genre = genre or desk.rng.choice(["paper", "paper", *fits])
    work = Work(title=title(desk, codes[0]), codes=codes, blocks=[], genre=genre)
    for at, code in enumerate(codes):
        work.blocks += desk.body(code, desk.rng.randint(3, 5), head=genre != "mail" or at > 0)
    if genre in {"paper", "minutes"} and codes[0] != "8.1":
        for _ in range(desk.rng.choice((0, 1, 1, 2))):
            work.blocks += desk.besides(desk.rng.randint(2, 4))
    dress(desk, work, mode=mode, dating=dating)
    return work


def dress(desk: Desk, work: Work, *, mode: str = "", dating: str = "") -> None:
    """Give the work what its genre has before and after."""
    if work.genre == "mail":
        mailed(desk, work, by="other" if mode == "other" else "applicant")
    elif work.genre == "minutes":
        minuted(desk, work)
    else:
        headed(desk, work, mode=mode, dating=dating)
        if work.genre == "slides":
            work.blocks = _slides(work.blocks)


def _slides(blocks: list[Block]) -> list[Block]:
    """Three paragraphs to a slide, and no pages half begun."""
    made: list[Block] = []
    for at, block in enumerate(blocks):
        if at and block.kind in {"head", "para"} and at % 4 == 0:
            made.append(Block(kind="break"))
        made.append(block)
    return made


# E-mails


def mailed(desk: Desk, work: Work, *, by: str = "applicant") -> None:
    """An e-mail, with the one that it answers quoted below."""
    sent = work.extra.get("day") or desk.work_day()
    form = desk.rng.choice(("weekday", "long", "slash", "short"))
    clock = f"{desk.rng.randint(8, 17):02d}:{desk.rng.randint(0, 59):02d}"
    ours, theirs = desk.say("{app} <{mail}>"), desk.say("{other} <{omail}>")
    sender, to = (ours, theirs) if by == "applicant" else (theirs, ours)
    signed = desk.slots["app"] if by == "applicant" else desk.slots["other"]
    work.date, work.date_kind, work.author = sent.isoformat(), "sent", by
    work.roles = ("propose",) if by == "applicant" else ()
    greeting = desk.pick("papers", "mail_open") if by == "applicant" else "Hello,"
    before = [Block(kind="para", text=greeting)]
    if by == "applicant":
        before.append(Block(kind="para", text=desk.pick("papers", "mail_lead")))
    after = [Block(kind="para", text=desk.pick("papers", "mail_close"))]
    after.append(Block(kind="para", text=f"{desk.pick('papers', 'regards')}\n{signed}\n{desk.slots['hosp']}"))
    body = [*before, *work.blocks, *after]
    if desk.rng.random() < 0.55:
        body += _quoted(desk, sent, to, by)
    rows = (("From", sender), ("To", to), (desk.rng.choice(("Sent", "Date")), f"{written(sent, form)} {clock}"))
    work.extra |= {"sender": sender, "to": to, "sent": sent, "clock": clock}
    work.blocks = [Block(kind="meta", rows=(*rows, ("Subject", work.title))), *body]
    if desk.rng.random() < 0.3:
        work.extra["foot"] = f"Printed {written(desk.day(3, 40), 'slash')} from the mailbox"


def _quoted(desk: Desk, sent: date, writer: str, by: str) -> list[Block]:
    earlier = sent.toordinal() - desk.rng.randint(1, 9)
    when = written(date.fromordinal(earlier), "long")
    text = desk.pick("papers", "asked") if by == "applicant" else "Is there anything from the maker?"
    return [
        Block(kind="quote", text=f"On {when} {writer.split(' <', maxsplit=1)[0]} wrote:"),
        Block(kind="quote", text=text),
    ]


# Minutes

SAID: Final = (("propose",), ("initiate",), ("propose",), ("produce",))


def minuted(desk: Desk, work: Work) -> None:
    """Minutes of a meeting, taken by another, in which the applicant's part is told by initials."""
    held = work.extra.get("day") or desk.work_day()
    form = desk.rng.choice(FORMS)
    at = desk.rng.choice((0, 1, 1, 2, 3))
    work.date, work.date_kind, work.author = truth_date(held, form), "held", "other"
    work.roles = SAID[at]
    said = desk.say(words("papers")["said"][at]).replace("**", "")
    rows = (
        ("Meeting", desk.say("{group}, {hosp}")),
        (desk.rng.choice(("Held on", "Date of meeting", "Held")), written(held, form)),
        ("Present", desk.say("{app} ({ini}), {third}, {other} (chair), {ci}")),
        ("Minutes taken by", desk.slots["third"]),
    )
    others = [desk.say(text).replace("**", "") for text in desk.fresh(words("papers")["said_others"], 2)]
    following = written(date.fromordinal(held.toordinal() + desk.rng.randint(40, 100)), "long")
    work.title = f"Minutes: {work.title}"
    work.blocks = [
        Block(kind="title", text=work.title),
        Block(kind="meta", rows=rows),
        Block(kind="para", text=f"1. {others[0]}"),
        Block(kind="para", text=f"2. {said}"),
        *work.blocks,
        Block(kind="para", text=f"3. {others[1]}"),
        Block(kind="para", text=f"Next meeting: {following}."),
    ]


# Long works


def long(desk: Desk, codes: tuple[str, ...], *, whole: bool = False) -> Work:
    """A file of eight pages and more in which each code has one place; ``whole``: local rules in full."""
    sections: list[tuple[str, str]] = [(code, code) for code in codes]
    barred = {code[0] for code in codes} | {"1", "3"} | ({"6", "7"} if {"6.2", "7.1"} & set(codes) else set())
    fillers = [code for code in (*TARGETS, "2.1", "2.2") if code[0] not in barred]
    if whole:
        fillers = [code for code in ("4.1", "4.3", "5.1", "5.2", "7.2", "6.2") if code[0] not in barred]
    desk.rng.shuffle(fillers)
    sections += [("", topic) for topic in fillers[: 8 - len(codes)]]
    while len(sections) < 8:
        sections.append(("", "common"))
    desk.rng.shuffle(sections)
    work = Work(
        title=desk.pick("titles", "whole" if whole else "long"), codes=codes, blocks=[], traps=(), genre="paper"
    )
    heads = []
    for number, (code, topic) in enumerate(sections, 1):
        head, *rest = _section(desk, topic, 4 if code else 3)
        heads.append(f"{number}  {head.text}")
        marks = (mark("passage", code=code),) if code else ()
        work.blocks += [Block(kind="break"), Block(kind="head", text=heads[-1]), *_marked(rest, marks)]
        other, subject = desk.rng.choice([(at, one[1]) for at, one in enumerate(sections, 1) if at != number])
        matter = desk.rng.choice(words("topics")[subject]["head"]).lower()
        work.blocks.append(Block(kind="para", text=f"What bears upon {matter} stands in section {other}."))
        work.blocks += desk.besides(2)[1:]
    if desk.rng.random() < 0.6:
        work.blocks[:0] = [Block(kind="head", text="In this file"), *(Block(kind="item", text=one) for one in heads)]
    headed(desk, work, mode="applicant", dating="exact")
    work.extra["long"] = True
    return work


def _section(desk: Desk, topic: str, many: int) -> list[Block]:
    return desk.besides(4) if topic == "common" else desk.body(topic, many)


def _marked(blocks: list[Block], marks: Any) -> list[Block]:
    return [Block(kind=one.kind, text=one.text, rows=one.rows, marks=marks) for one in blocks]


def papers_of_three(desk: Desk) -> tuple[Work, Work]:
    """Two independent pieces for category 3."""
    one = good(desk, "3")
    two = good(desk, "3")
    if one.title == two.title:
        two.title += " (second study)"
        two.blocks[0] = Block(kind="title", text=two.title)
    return one, two
