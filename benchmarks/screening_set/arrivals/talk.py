"""Works that people say to one another: mails, letters, minutes, lists, talks, certificates, notes on a form."""

from collections.abc import Callable
from datetime import date
from typing import Final

from ..strangers.mails import PROGRAMS, stamp  # noqa: TID252 - the set is imported by two names
from ..strangers.model import Block, Work, line, para, table  # noqa: TID252 - as above
from ..strangers.people import address, initials  # noqa: TID252 - as above
from .chance import words
from .desk import Desk
from .heads import Ends, wrapped


def _top(desk: Desk, sender: str, to: str, day: date, subject: str, program: str) -> list[Block]:
    """The head of a message as a program prints it."""
    when, domain = stamp(desk, day, program), desk.people.domain  # type: ignore[arg-type] # only its chance is used
    mine = f"{sender} <{address(sender, domain)}>"
    if program == "web":
        return [line(subject, "bold"), line(f"{mine}    {when}"), line(f"to {to}")]
    if program == "phone":
        return [line(f"From: {sender}"), line(f"Date: {when}"), line(f"To: {to}"), line(f"Subject: {subject}")]
    if program == "new outlook":
        return [line(subject, "bold"), line(f"{sender}"), line(when), line(f"To: {to}")]
    copied = [line(f"Cc: {desk.people.staff[9]}")] if desk.rng.random() < 0.25 else []
    return [line(f"From: {mine}"), line(f"Sent: {when}"), line(f"To: {to}"), *copied, line(f"Subject: {subject}")]


def mail(desk: Desk, work: Work) -> None:
    """Advice by mail, mostly with the question below it, now and then with thanks above."""
    p, rng, book = desk.people, desk.rng, words("people")
    program, partner = rng.choice(PROGRAMS), p.staff[rng.choice([0, 1, 2, 10])]
    subject = work.title if work.title.startswith("RE") else rng.choice(["RE: ", "Re: ", "", "Fwd: "][:3]) + work.title
    subject += work.mail.get("more", "")
    asked = [block for block in work.blocks if block.kind == "quote"]
    body = [block for block in work.blocks if block.kind != "quote"]
    ending = [line(one) for one in desk.say(rng.choice(book["ending"])).split("\n") if one]
    notice = [Block(kind="small", text=rng.choice(book["notice"]))] if rng.random() < 0.3 else []
    top = _top(desk, p.name, partner, desk.day, subject, program)
    greeting = para(desk.say(rng.choice(book["greeting"]), first=partner.split()[0]))
    work.blocks = [*top, Block(kind="gap"), greeting, *body, *ending, *notice]
    work.body_from, work.body_to = len(top) + 2, len(top) + 2 + len(body)
    if asked and (rng.random() < 0.8 or "quoted" in work.mail):
        below = _top(desk, partner, p.name, desk.before(rng.randint(1, 5)), subject.removeprefix("RE: "), program)
        work.blocks += [Block(kind="rule"), *below, *asked, Block(kind="quote", text=partner.split()[0])]
    clock = f"{rng.randint(8, 17):02d}:{rng.randint(10, 59)}"
    work.mail = {"from": p.name, "to": partner, "subject": subject, "date": desk.day.isoformat(), "clock": clock}
    work.date, work.date_kind, work.shown = desk.day.isoformat(), "sent", desk.day.isoformat()
    work.author, work.roles = "applicant", [] if work.doc.get("relay") else ["propose"]
    if rng.random() < 0.1 and not work.traps:
        _thanked(desk, work, partner, subject, program)


def _thanked(desk: Desk, work: Work, partner: str, subject: str, program: str) -> None:
    """The answer of the one who asked, above the advice, of the same day: whose mail it is people would differ on."""
    top = _top(desk, partner, desk.people.name, desk.day, subject, program)
    said = [para(desk.rng.choice(words("people")["thanks"])), line(partner.split(maxsplit=1)[0]), Block(kind="rule")]
    work.blocks = [*top, Block(kind="gap"), *said, *work.blocks]
    many = len(top) + 1 + len(said)
    work.body_from, work.body_to = work.body_from + many, work.body_to + many
    work.author, work.mail = None, {}


def letter(desk: Desk, work: Work) -> None:
    """A letter on headed paper."""
    p = desk.people
    work.date, work.shown = desk.truth(desk.form), desk.day.isoformat()
    top = [line(p.trust, "bold"), line("Department of Medical Physics", "right"), line(p.site, "right")]
    top += [line(f"Our ref: MRP/{desk.rng.randint(20, 900)}"), line(desk.shown(desk.day)), Block(kind="gap")]
    who = "Dear colleague," if desk.rng.random() < 0.5 else f"Dear {desk.slots['rad']},"
    top += [para(who), Block(kind="head", text=work.title)]
    many = len(work.blocks)
    work.blocks = [*top, *work.blocks, para("Yours sincerely,"), Block(kind="gap"), line(p.name), line(p.post)]
    work.body_from, work.body_to = len(top), len(top) + many
    work.author, work.roles = "applicant", None


def minutes(desk: Desk, work: Work) -> None:
    """Minutes that name those present with their initials."""
    p, rng = desk.people, desk.rng
    work.date, work.date_kind, work.shown = desk.truth(desk.precision), "held", desk.day.isoformat()
    there = [*p.staff[:5], p.name]
    rng.shuffle(there)
    shown = desk.shown(desk.day, desk.precision)
    rows = [["Held", shown], ["Present", ", ".join(f"{one} ({initials(one)})" for one in there)]]
    rows.append(["Apologies", p.staff[7]])
    if rng.random() < 0.5:
        rows.append(["Last minutes", desk.shown(desk.before(80))])
    wrapped(work, Ends([table(rows, how="pairs")], []))
    work.author, work.roles = None, ["propose"]


def mailing_list(desk: Desk, work: Work) -> None:
    """A message to a national list as its archive shows it."""
    p = desk.people
    top = [line("MRPHYS-FORUM archive", "bold"), line(f"Subject: {work.title}"), line(f"From: {p.name}")]
    top += [line(f"Date: {stamp(desk, desk.day, 'outlook')}"), Block(kind="gap")]  # type: ignore[arg-type] # as above
    many = len(work.blocks)
    work.blocks = [*top, *work.blocks, line(p.name), line(p.trust)]
    work.body_from, work.body_to = len(top), len(top) + many
    work.date, work.date_kind, work.shown = desk.day.isoformat(), "sent", desk.day.isoformat()
    work.author, work.roles = "applicant", None


def slides(desk: Desk, work: Work) -> None:
    """A talk: who gives it and when stands on its first slide."""
    work.date, work.shown = desk.truth(desk.precision), desk.day.isoformat()
    said = [line(desk.people.name), line(desk.shown(desk.day, desk.precision)), line(desk.people.trust)]
    wrapped(work, Ends(said, []))
    work.author, work.roles = "applicant", ["produce"]


def incident(desk: Desk, work: Work) -> None:
    """A report of an event: the day of the event, that on which it was told, and that of the report."""
    event = desk.before(desk.rng.randint(20, 60))
    rows = [["Date of event", desk.shown(event)], ["Logged", desk.shown(desk.before(18))]]
    rows += [["Log no.", desk.slots["six"]], ["Investigated by", desk.people.name]]
    rows.append(["Report completed", desk.shown(desk.day)])
    work.date, work.shown = desk.truth(desk.form), desk.day.isoformat()
    wrapped(work, Ends([table(rows, how="pairs")], []))
    work.author, work.roles = "applicant", ["produce"]


def screen_form(desk: Desk, work: Work) -> None:
    """A form filled in by an operator, with the applicant's note below it on a later day."""
    rows = [["Form filled in by", desk.people.staff[1]], ["on", desk.shown(desk.before(3))]]
    after = [line(f"Note by {desk.people.name}, {desk.people.post}"), line(f"Signed {desk.shown(desk.day)}")]
    work.date, work.shown = desk.truth(desk.form), desk.day.isoformat()
    wrapped(work, Ends([table(rows, how="pairs")], after))
    work.author, work.roles = None, None


def review(desk: Desk, work: Work) -> None:
    """The applicant's comments on a draft of another's."""
    first = desk.shown(desk.before(desk.rng.randint(10, 40)))
    rows = [["Draft by", f"{desk.people.staff[2]}, {first}"], ["Comments by", desk.people.name]]
    rows.append(["Returned", desk.shown(desk.day)])
    work.date, work.shown = desk.truth(desk.form), desk.day.isoformat()
    wrapped(work, Ends([table(rows, how="pairs")], []))
    work.author, work.roles = None, ["review"]


def reflection(desk: Desk, work: Work) -> None:
    """A reflection, which says when it was written."""
    work.date, work.shown = desk.truth(desk.form), desk.day.isoformat()
    wrapped(work, Ends([line(f"{desk.people.name}. Written {desk.shown(desk.day)}"), Block(kind="gap")], []))
    work.author, work.roles = "applicant", None


def certificate(desk: Desk, work: Work) -> None:
    """A certificate with its day."""
    work.date, work.shown = desk.truth(desk.form), desk.day.isoformat()
    said = [Block(kind="centre", text=block.text, how="" if at else "big") for at, block in enumerate(work.blocks)]
    work.blocks = [*said, Block(kind="centre", text=desk.shown(desk.day))]
    work.body_from = work.body_to = len(work.blocks)
    work.author, work.roles = None, None


def plain(desk: Desk, work: Work) -> None:
    """A commentary or a log: nothing but its words."""
    wrapped(work, Ends([line(desk.people.name)] if work.genre == "log" else [], []))
    work.author, work.roles = None, None
    if work.genre == "log":
        work.unmeasured = {"date", "date_kind"}


TALKS: Final[dict[str, Callable[[Desk, Work], None]]] = {
    "mail": mail,
    "letter": letter,
    "minutes": minutes,
    "list": mailing_list,
    "slides": slides,
    "incident": incident,
    "screenform": screen_form,
    "review": review,
    "reflection": reflection,
    "certificate": certificate,
    "commentary": plain,
    "log": plain,
}
