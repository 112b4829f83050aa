"""Messages as programs print them: mails with the mail that they answer, a list's archive, a chat."""

from datetime import date
from typing import Final

from .chance import words
from .days import DAYS, MONTHS, written
from .desk import Desk
from .model import Block, Work, line, para
from .people import address

PROGRAMS: Final = ("outlook", "outlook", "outlook", "new outlook", "web", "phone")

THANKED: Final = 0.12


def stamp(desk: Desk, day: date, program: str) -> str:
    """Day and hour as the program writes them."""
    hour, minute = desk.rng.randint(7, 18), desk.rng.randint(0, 59)
    month = MONTHS[day.month - 1]
    if program == "web":
        half = "PM" if hour > 11 else "AM"
        return (
            f"{DAYS[day.weekday()][:3]}, {month[:3]} {day.day}, {day.year} at {(hour - 1) % 12 + 1}:{minute:02d} {half}"
        )
    if program == "phone":
        return f"{day.day} {month[:3]} {day.year}, at {hour:02d}:{minute:02d}"
    if program == "new outlook":
        return f"{DAYS[day.weekday()][:3]} {written(day, 'slash1')} {hour:02d}:{minute:02d}"
    return f"{day.day:02d} {month} {day.year} {hour:02d}:{minute:02d}"


def _top(desk: Desk, sender: str, to: str, when: str, subject: str, program: str) -> list[Block]:
    domain = desk.people.domain
    mine, theirs = f"{sender} <{address(sender, domain)}>", f"{to} <{address(to, domain)}>"
    if program == "web":
        return [line(subject, "bold"), line(mine), line(when), line(f"To: {theirs}")]
    if program == "phone":
        return [line(f"From: {sender}"), line(f"Subject: {subject}"), line(f"Date: {when}"), line(f"To: {to}")]
    if program == "new outlook":
        return [line(subject, "bold"), line(f"From {mine}"), line(f"Date {when}"), line(f"To {theirs}")]
    copied = [line(f"Cc: {desk.people.staff[9]}")] if desk.rng.random() < 0.3 else []
    return [line(f"From: {mine}"), line(f"Sent: {when}"), line(f"To: {to}"), *copied, line(f"Subject: {subject}")]


def mail(desk: Desk, work: Work) -> None:
    """A message of the applicant, sometimes with the question below it, and now and then a reply to it on top."""
    p, day, rng = desk.people, desk.day(), desk.rng
    if rng.random() < 0.06:
        _chat(desk, work, day)
        return
    program, partner = rng.choice(PROGRAMS), desk.colleague()
    sender = "MR Physics" if "{name}" in p.ending and rng.random() < 0.15 else p.name
    subject = work.title if work.title.startswith("R") else rng.choice(["", "RE: ", "Re: ", "FW: "][:3]) + work.title
    top = _top(desk, sender, partner, stamp(desk, day, program), subject, program)
    greeting = desk.say(p.greeting, first=partner.split()[0])
    ending = [line(one) for one in desk.say(p.ending).split("\n")]
    body = work.blocks
    work.blocks = [*top, Block(kind="gap"), para(greeting), *body, *ending]
    work.body_from, work.body_to = len(top) + 2, len(top) + 2 + len(body)
    if rng.random() < 0.5:
        _quoted(desk, work, (partner, p.name), desk.before(day, 1, 6), program, subject)
    hour = f"{rng.randint(8, 17):02d}:{rng.randint(10, 59)}"
    work.mail = {"from": sender, "to": partner, "subject": subject, "date": day.isoformat(), "clock": hour}
    work.shown = ""
    work.date, work.date_kind, work.author, work.roles = day.isoformat(), "sent", "applicant", ["propose"]
    if rng.random() < THANKED and work.doc.get("trap") is None:
        _thanked(desk, work, (partner, p.name), desk.after(day, 1, 3), program)


def _thanked(desk: Desk, work: Work, who: tuple[str, str], day: date, program: str) -> None:
    """The answer of the one who asked, on top of the advice: the newest message is not the applicant's."""
    sender, to = who
    top = _top(desk, sender, to, stamp(desk, day, program), f"Re: {work.title.removeprefix('RE: ')}", program)
    said = [para(desk.rng.choice(words("people")["thanks"])), line(sender.split()[0]), Block(kind="rule")]
    work.blocks = [*top, Block(kind="gap"), *said, *work.blocks]
    work.body_from, work.body_to = work.body_from + len(top) + 4, work.body_to + len(top) + 4
    work.date, work.author, work.mail = day.isoformat(), None, {}


def _quoted(desk: Desk, work: Work, who: tuple[str, str], day: date, program: str, subject: str) -> None:
    sender, to = who
    asked = [
        Block(kind="quote", text=desk.rng.choice(words("people")["asked"])),
        Block(kind="quote", text=sender.split()[0]),
    ]
    when = stamp(desk, day, program)
    if program in {"web", "phone"}:
        work.blocks += [Block(kind="gap"), line(f"On {when}, {sender} wrote:"), *asked]
        return
    bare = subject.removeprefix("RE: ").removeprefix("Re: ")
    work.blocks += [Block(kind="rule"), *_top(desk, sender, to, when, bare, program), *asked]


def _chat(desk: Desk, work: Work, day: date) -> None:
    """Messages of one day, copied from a chat."""
    p, partner, shown = desk.people, desk.colleague(), written(day, "slash")
    body = work.blocks
    top = [Block(kind="title", text=work.title), line(f"{partner}  {shown} 11:02", "bold")]
    top += [para(desk.rng.choice(words("people")["asked"])), line(f"{p.name}  {shown} 11:20", "bold")]
    work.blocks, work.body_from, work.body_to = [*top, *body], len(top), len(top) + len(body)
    work.date, work.date_kind, work.author, work.roles = day.isoformat(), "sent", "applicant", ["propose"]
    work.special.append("no mail")


def mailbase(desk: Desk, work: Work) -> None:
    """A message to a national list, as its archive shows it, the one answered below."""
    p, day = desk.people, desk.day()
    top = [line("MR-PHYSICS@lists.example.ac.uk", "bold"), line(f"Subject: {work.title}"), line(f"From: {p.name}")]
    top += [
        line("Reply-To: A mailing list for MR physics"),
        line(f"Date: {stamp(desk, day, 'outlook')}"),
        Block(kind="gap"),
    ]
    body = work.blocks
    work.blocks = [*top, *body, line(p.name), line(p.post), line(p.trust)]
    work.body_from, work.body_to = len(top), len(top) + len(body)
    if desk.rng.random() < 0.5:
        earlier = written(desk.before(day, 1, 5), "slash")
        work.blocks += [
            line(f"----- Original message, {earlier} -----"),
            Block(kind="quote", text="Has anyone else met this? We are told two different things."),
        ]
    work.date, work.date_kind, work.author, work.roles = day.isoformat(), "sent", "applicant", None
