"""E-mails and minutes."""

from datetime import date, timedelta
from typing import Final

from ..apart.model import Block, Work  # noqa: TID252 - the set is imported by two names
from .chance import words
from .dates import DAYS, truth_of_day, written
from .desk import Desk, para

SAID: Final = (("produce",), ("propose",), ("produce",), ("initiate",), ("review",), ())
KEYS: Final = ("said_produce", "said_propose", "said_produce", "said_initiate", "said_review", "said_other")


def mailed(desk: Desk, work: Work, *, by: str = "applicant", lead: str = "mail_lead") -> None:
    """An e-mail by the applicant or by another, with the one that it answers quoted below."""
    sent: date = work.extra.get("day") or desk.work_day()
    clock = f"{desk.rng.randint(7, 18):02d}:{desk.rng.randint(0, 59):02d}"
    ours, theirs = desk.say("{app} <{mail}>"), desk.say("{other} <{omail}>")
    sender, to = (ours, theirs) if by == "applicant" else (theirs, ours)
    shown = desk.say("[{first}|{all}]", first=to.split()[0], all=to.split(" <", maxsplit=1)[0])
    work.date, work.date_kind, work.author = sent.isoformat(), "sent", by
    work.roles = ("propose",) if by == "applicant" and lead == "mail_lead" else ()
    before = [para(desk.greet.format(to=shown))]
    before.append(para(desk.pick("papers", lead if by == "applicant" else "mail_other")))
    name = sender.split(" <", maxsplit=1)[0]
    post = f"\n{desk.post}" if by == "applicant" else ""
    after = [para(f"{desk.bye}\n{name}{post}\n{desk.slots['hosp']}")]
    if desk.rng.random() < 0.4:
        after.append(Block(kind="small", text=desk.pick("papers", "notice")))
    body = [*before, *work.blocks, *after]
    if by == "applicant" and desk.rng.random() < 0.6:
        body += _asked(desk, sent, theirs)
    form = desk.rng.choice(("long", "comma", "slash", "dash"))
    rows = [("From", sender), (desk.rng.choice(("Sent", "Date")), f"{written(sent, form)} {clock}"), ("To", to)]
    if desk.rng.random() < 0.3:
        rows.append(("Cc", desk.slots["third"]))
    work.extra |= {"sender": sender, "to": to, "sent": sent, "clock": clock}
    work.blocks = [Block(kind="meta", rows=(*rows, ("Subject", work.title))), *body]
    if desk.rng.random() < 0.3:
        work.extra["foot"] = f"{written(desk.day(2, 40), 'slash')}, printed from the mail client, 1 of 1"


def _asked(desk: Desk, sent: date, writer: str) -> list[Block]:
    earlier = sent - timedelta(days=desk.rng.randint(0, 6))
    hour = f"0{desk.rng.randint(6, 9)}:{desk.rng.randint(10, 59)}"
    name = writer.split(" <", maxsplit=1)[0]
    short = f"{DAYS[earlier.weekday()][:3]}, {written(earlier, 'long')}"
    text = desk.say(
        "[On {short} at {hour}, {name} wrote:|From: {name}, sent {short} {hour}]", short=short, hour=hour, name=name
    )
    return [Block(kind="quote", text=text), Block(kind="quote", text=desk.pick("papers", "mail_ask"))]


def minuted(desk: Desk, work: Work, *, part: int | None = None) -> None:
    """Minutes of a meeting, taken by another, in which it is told what the applicant did."""
    held: date = work.extra.get("day") or desk.work_day()
    form = desk.rng.choice(("long", "ordinal", "comma", "slash", "dash"))
    at = desk.rng.randrange(len(SAID)) if part is None else part
    work.date, work.date_kind, work.roles = truth_of_day(held, form), "held", SAID[at]
    work.author = {"said_produce": "applicant", "said_other": "other"}.get(KEYS[at], "unclear")
    work.extra["author unmeasured"] = work.author == "unclear"
    following = written(held + timedelta(days=desk.rng.randint(35, 95)), form)
    others = [desk.say(text) for text in desk.fresh(words("papers")["others"], 3)]
    opening = desk.say(
        "[Minutes of the {group}, held {where} on {when}|Notes of a meeting of the {group} on {when}, {where}]",
        when=written(held, form),
        where=desk.say("[in the seminar room|on Teams|in room 2.14]"),
    )
    here = desk.say("Present: {third} (chair), {app} ({ini}), {fourth}, {other} (notes)")
    work.title = f"Minutes: {work.title}"
    work.blocks = [
        Block(kind="title", text=desk.say("{hosp}")),
        Block(kind="head", text=opening),
        para(here),
        para(f"1. {others[0]}"),
        para(f"2. {desk.pick('papers', KEYS[at])}"),
        *work.blocks,
        para(f"3. {others[1]}"),
        para(f"4. {others[2]}"),
        para(desk.say("[Next meeting|Date of next meeting]: ") + following),
    ]
