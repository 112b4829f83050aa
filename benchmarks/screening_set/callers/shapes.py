"""From a collection's text to a work: each kind of paper says who and when in its own way."""

from datetime import date
from typing import Final

from ..strangers.markup import body_of  # noqa: TID252 - the set is imported by two names
from ..strangers.model import Block, Mark, Work, line, para, table  # noqa: TID252 - as above
from ..strangers.people import address, initials  # noqa: TID252 - as above
from .chance import Doc, words
from .desk import Desk
from .heads import headed

ROLELESS: Final = {"4_relay", "3_no_safety_aim", "8.2_local_only", "1.1_enacts_only"}


def make(desk: Desk, doc: Doc) -> Work:
    """The work of a text."""
    title = desk.say(desk.rng.choice(doc["title"]))
    work = Work(title=title, codes=[doc["code"]], genre=doc["genre"], doc=doc, dress=desk.rng.randrange(10))
    if "body" in doc and doc["genre"] != "certificate":
        work.blocks = body_of(desk.say(doc["body"]))
    shape = {
        "mail": _mail,
        "minutes": _minutes,
        "slides": _slides,
        "log": _log,
        "reflection": _reflection,
        "certificate": _certificate,
        "commentary": _commentary,
        "mailbase": _mailbase,
        "letter": _letter,
    }.get(doc["genre"], headed)
    shape(desk, work)
    _known(work)
    return work


def _known(work: Work) -> None:
    """What the collection says of its text."""
    doc, trap = work.doc, work.doc.get("trap", "")
    if doc.get("free"):
        work.roles = None
    if doc.get("no_role"):
        work.roles = []
    if not trap:
        return
    work.traps = ["8.1_course_certificate", "8.1_no_reflection"] if trap == "8.1_course_certificate" else [trap]
    if trap in ROLELESS and not doc.get("no_role"):
        work.roles = None
    if trap == "3_no_safety_aim":
        first = next(block for block in work.blocks[work.body_from :] if block.kind == "para")
        first.marks.append(Mark(key="scope", data={"kind": "image_quality"}, needle=first.text[:60]))
    if trap == "6.1_software":
        work.unmeasured.add("scope")


def _set(work: Work, top: list[Block], end: list[Block]) -> None:
    many = len(work.blocks)
    work.blocks = [*top, *work.blocks, *end]
    work.body_from, work.body_to = len(top), len(top) + many


def _dated(desk: Desk, work: Work, kind: str | None, day: date, form: str = "") -> str:
    work.date, work.date_kind, work.shown = desk.truth(day, form), kind, day.isoformat()
    return desk.shown(day, form)


def _mail(desk: Desk, work: Work) -> None:
    """A mail as printed: its header, a greeting, the words, and mostly the question below."""
    p, rng, day, book = desk.people, desk.rng, desk.day(), words("people")
    to, subject = rng.choice(p.staff[6:]), f"{rng.choice(['RE: ', 'Re: ', ''])}{work.title.removeprefix('Re: ')}"
    clock = f"{rng.randint(8, 17):02d}:{rng.randint(10, 59)}"
    work.mail = {"date": day.isoformat(), "clock": clock, "from": p.name, "to": to, "subject": subject}
    form = rng.choice(["long", "weekday", "slash", "short"])
    sent = f"{_dated(desk, work, 'sent', day, form)} {clock}"
    work.date = day.isoformat()
    top = [line(f"From: {p.name} <{address(p.name, p.domain)}>"), line(f"{rng.choice(['Sent', 'Date'])}: {sent}")]
    top += [line(f"To: {to}"), line(f"Subject: {subject}"), Block(kind="gap")]
    greeting = para(rng.choice([f"Hi {to.split()[0]}", f"Dear {to.split()[0]}", f"{to.split()[0]},"]))
    end = [para(rng.choice(book["thanks"])), line(p.name), line(p.post), line(p.trust)]
    if subject.startswith("R"):
        earlier = desk.shown(desk.before(day, 1, 6), form)
        end += [Block(kind="rule"), line(f"From: {to}"), line(f"Sent: {earlier} 16:04"), line(f"To: {p.name}")]
        end += [Block(kind="quote", text=rng.choice(book["asked"])), Block(kind="quote", text=to.split()[0])]
    _set(work, [*top, greeting], end)
    work.author, work.roles = "applicant", ["review" if work.doc.get("review") else "propose"]


def _minutes(desk: Desk, work: Work) -> None:
    """Minutes with those present, what was said, and who does what."""
    p, rng, day = desk.people, desk.rng, desk.day()
    here = [p.staff[0], p.name, *p.staff[1:4]]
    rng.shuffle(here)
    held = rng.choice(["Meeting of {}", "Held {} by Teams", "Date of meeting: {}", "{}, 14:00, board room"])
    top = [Block(kind="title", text=work.title), line(held.format(_dated(desk, work, "held", day)))]
    top.append(para("Present: " + ", ".join(f"{one} ({initials(one)})" for one in here)))
    rows = [["Item", "Notes", "Action"]]
    for at, text in enumerate(work.doc["lines"].strip().split("\n"), start=1):
        head, _, rest = desk.say(text).partition(" :: ")
        said, _, action = rest.partition(" || ")
        rows.append([f"{at}. {head}", said, "" if action == "none" else action])
    work.blocks = [table(rows)]
    end = [line(f"Date of next meeting: {desk.shown(desk.before(day, -95, -85))}")]
    _set(work, top, end)
    work.author, work.roles = None, list(work.doc["does"])


def _slides(desk: Desk, work: Work) -> None:
    p, day, form = desk.people, desk.day(), desk.precision()
    by = desk.rng.choice([p.name, f"{p.name}, {p.trust}", f"{p.name} and {p.staff[1]}"])
    top = [Block(kind="title", text=work.title), para(by)]
    if "event" in work.doc:
        top.append(para(work.doc["event"]))
    _set(work, [*top, para(_dated(desk, work, None, day, form))], [])
    work.author, work.roles = "applicant", ["produce"]


def _log(desk: Desk, work: Work) -> None:
    p, day = desk.people, desk.day()
    mine = desk.rng.random() < 0.6
    by = p.name if mine else p.staff[3]
    end = [line(f"Checked by {by}"), line(f"Date {_dated(desk, work, None, day)}")]
    _set(work, [Block(kind="title", text=f"{work.title}: {p.site}")], end)
    work.author, work.roles = ("applicant" if mine else "other"), None


def _reflection(desk: Desk, work: Work) -> None:
    p, day = desk.people, desk.day()
    held = desk.shown(desk.before(day, 3, 25))
    rows = [["Name", p.name], ["Event held", held], ["Reflection written", _dated(desk, work, "written", day)]]
    _set(work, [Block(kind="title", text=work.title), table(rows, how="pairs")], [])
    work.author, work.roles = "applicant", None


def _letter(desk: Desk, work: Work) -> None:
    p, day = desk.people, desk.day()
    top = [line(p.trust, "bold"), line(p.site), line(_dated(desk, work, None, day), "right")]
    top += [
        para(desk.rng.choice(["Dear colleague", "Dear Dr Pemberley", "Dear sir or madam"])),
        line(work.title, "bold"),
    ]
    end = [para("Yours sincerely"), Block(kind="gap"), line(f"{p.title} {p.name}".strip()), line(p.post)]
    _set(work, top, end)
    work.author, work.roles = "applicant", None


def _mailbase(desk: Desk, work: Work) -> None:
    p, day = desk.people, desk.day()
    top = [line("List: mr-physics, archive", "bold"), line(f"Subject: {work.title}"), line(f"From: {p.name}")]
    top += [line(f"Date: {_dated(desk, work, 'sent', day, 'weekday')} 12:51"), Block(kind="gap")]
    _set(work, top, [line(p.name), line(p.trust)])
    work.author, work.roles = "applicant", None


def _certificate(desk: Desk, work: Work) -> None:
    """A certificate for the wall."""
    day, form = desk.day(), desk.rng.choice(["long", "ordinal", "weekday"])
    said = desk.say(work.doc["body"], when=_dated(desk, work, None, day, form)).strip().split("\n")
    work.blocks = [Block(kind="gap"), Block(kind="centre", text=work.title, how="big")]
    work.blocks += [Block(kind="centre", text=one) for one in said]
    work.body_from = work.body_to = len(work.blocks)


def _commentary(_desk: Desk, work: Work) -> None:
    """Nothing but words about work that is not there: neither who made it nor when is shown."""
    _set(work, [Block(kind="title", text=work.title)], [])
