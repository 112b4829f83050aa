"""Minutes, letters, slides, logs, certificates, reflections and commentaries: each says who and when in its own way."""

from datetime import timedelta

from .byline import MODES, byline
from .desk import Desk
from .model import Block, Work, line, para, table
from .people import initials, shown


def minutes(desk: Desk, work: Work) -> None:
    """Minutes with those present, what was said, and who does what."""
    p, rng, day = desk.people, desk.rng, desk.day()
    here = rng.sample([p.name, p.slots["chair"], p.slots["lead"], p.slots["other"], p.slots["other2"]], 5)
    people = ", ".join(f"{name} ({initials(name)})" for name in here)
    held = rng.choice(
        ["Held on {}", "Date: {}", "Meeting held {}, seminar room 2", "{}, 12:30 to 13:30, Teams", "Date of meeting {}"]
    )
    work.blocks = [Block(kind="title", text=work.title), line(held.format(desk.shown(day)))]
    taker = rng.choice([p.slots["other2"], "", ""])
    work.blocks += [para(f"Present: {people}"), *([line(f"Notes taken by {taker}")] if taker else [])]
    work.blocks.append(para(f"The minutes of {desk.shown(desk.before(day, 60, 100))} were accepted."))
    work.body_from = len(work.blocks)
    _points(desk, work)
    work.body_to = len(work.blocks)
    work.blocks.append(line(f"Next meeting: {desk.shown(day + timedelta(days=91))}"))
    work.date, work.date_kind, work.author = desk.truth(day), "held", None
    work.roles = list(work.doc.get("does", ()))
    if rng.random() < 0.15:
        sent = day + timedelta(days=6)
        work.foot = f"Minutes circulated {desk.shown(sent)}"
        work.date, work.date_kind = None, None
        work.unmeasured.add("date")


def _points(desk: Desk, work: Work) -> None:
    rows = [["Point", "Discussion", "Action"]]
    for at, said in enumerate(work.doc["lines"].strip().split("\n"), start=1):
        head, _, rest = desk.say(said).partition(" :: ")
        text, _, action = rest.partition(" || ")
        rows.append([f"{at} {head}", text, "" if action == "none" else action])
    if desk.rng.random() < 0.5:
        work.blocks.append(table(rows))
        return
    for head, text, action in rows[1:]:
        work.blocks += [Block(kind="head", text=head), para(text)]
        work.blocks += [line(f"Action: {action}", "bold")] if action else []


def letter(desk: Desk, work: Work) -> None:
    """A letter with its head, its day and its signature."""
    p, day = desk.people, desk.day()
    to = desk.rng.choice(
        [f"Dear {desk.colleague().split()[0]}", f"Dear Dr {p.slots['rad'].split(' ', 2)[2]}", "Dear colleagues"]
    )
    top = [line(p.trust, "bold"), line("Medical Physics, Magnetic Resonance"), Block(kind="gap")]
    top += [line(desk.shown(day), "right"), para(to), line(work.title, "bold")]
    body = work.blocks
    end = [para("Yours sincerely"), Block(kind="gap"), line(f"{p.title} {p.name}".strip()), line(p.post)]
    work.blocks, work.body_from, work.body_to = [*top, *body, *end], len(top), len(top) + len(body)
    work.date, work.date_kind, work.author, work.roles = desk.truth(day), None, "applicant", None
    work.shown = desk.shown(day)


def slides(desk: Desk, work: Work) -> None:
    """Slides, the first of which says who and when; the foot repeats a day."""
    day, form, who = (
        desk.day(),
        desk.precision(),
        byline(desk, desk.rng.choice(["applicant", "applicant", "joint", "unclear", "other"])),
    )
    people = "; ".join(people for _, people in who.lines) or "MR Physics"
    top = [Block(kind="title", text=work.title), para(people), para(desk.shown(day, form))]
    body = work.blocks
    work.blocks, work.body_from, work.body_to = [*top, *body], len(top), len(top) + len(body)
    work.date, work.date_kind, work.author, work.roles = desk.truth(day, form), None, who.author, sorted(who.roles)
    work.shown = desk.shown(day, form)


def log(desk: Desk, work: Work) -> None:
    """A sheet that was filled in over time; the last entry or signature gives its day."""
    p, day, rng = desk.people, desk.day(), desk.rng
    mine = shown(rng, p.name, p.title)
    body = work.blocks
    by_me = work.doc.get("by_me") or rng.random() < 0.5
    signer = mine if by_me else shown(rng, desk.colleague())
    end = [
        line(f"{rng.choice(['Completed by', 'Signed', 'Filled in by'])}: {signer}"),
        line(f"Date: {desk.shown(day)}"),
    ]
    work.blocks = [Block(kind="title", text=work.title), *body, *end]
    work.body_from, work.body_to = 1, 1 + len(body)
    work.date, work.date_kind = desk.truth(day), None
    work.author, work.roles = ("applicant" if by_me else "other"), None
    work.shown = desk.shown(day)


def certificate(desk: Desk, work: Work) -> None:
    """A certificate for the wall."""
    day, form = desk.day(), desk.rng.choice(["long", "ordinal", "us", "weekday"])
    said = desk.say(work.doc["body"], when=desk.shown(day, form)).strip().split("\n")
    work.blocks = [Block(kind="gap"), Block(kind="centre", text=work.title, how="big")]
    work.blocks += [Block(kind="centre", text=one) for one in said]
    work.date, work.date_kind, work.author, work.roles = desk.truth(day, form), None, None, None
    work.body_from = work.body_to = len(work.blocks)


def reflection(desk: Desk, work: Work) -> None:
    """What somebody thought after an event; the day of the event stands beside."""
    p, day = desk.people, desk.day()
    held, mine = desk.before(day, 3, 30), f"{p.name}, {p.post}"
    ways = [
        [line(f"{mine}"), line(f"Event: {desk.shown(held)}. Written: {desk.shown(day)}")],
        [
            table(
                [["Name", mine], ["Date of event", desk.shown(held)], ["Date of this reflection", desk.shown(day)]],
                how="pairs",
            )
        ],
    ]
    top = [Block(kind="title", text=work.title), *desk.rng.choice(ways)]
    body = work.blocks
    work.blocks, work.body_from, work.body_to = [*top, *body], len(top), len(top) + len(body)
    work.date, work.date_kind, work.author, work.roles = desk.truth(day), "written", "applicant", None


def commentary(work: Work) -> None:
    """Nothing but words about work that is not there: who made what is not shown, and when neither."""
    work.blocks = [Block(kind="title", text=work.title), *work.blocks]
    work.body_from, work.body_to = 1, len(work.blocks)
    work.date, work.date_kind, work.author, work.roles = None, None, None, None


def mode_of(desk: Desk, work: Work) -> str:
    """Who made a paper: what stands in applicants' portfolios, mostly their own."""
    mode = desk.rng.choice(MODES)
    return "applicant" if work.genre == "form" and mode == "reviser" else mode
