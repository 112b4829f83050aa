"""Mails, minutes, certificates, reflections: works that say in their own way who and when."""

from datetime import date, timedelta

from .dates import DAYS, MONTHS, written
from .desk import Desk
from .model import Block, Work, para, table
from .people import address, initials

ASKED = (
    "Can I pick your brains on this one? It has come up twice this week and I gave two different answers.",
    "Hi, see below, what do you think? No great hurry but the meeting is on Monday.",
    "Sorry to bother you again. The team would like to know where we stand before they go any further.",
    "Would you have a look at this please, I'd rather have it from you in writing.",
    "Thanks for the chat in the corridor. Could you put it in a mail so that I can show it to the others?",
    "I've been asked for our view by the end of the week. Over to you!",
)


def _stamp(desk: Desk, day: date, program: str) -> str:
    clock = f"{desk.rng.randint(7, 18):02d}:{desk.rng.randint(0, 59):02d}"
    if program == "gmail":
        hour, minute = int(clock[:2]), clock[3:]
        half = f"{(hour - 1) % 12 + 1}:{minute} {'PM' if hour > 11 else 'AM'}"
        return f"{DAYS[day.weekday()][:3]}, {MONTHS[day.month - 1][:3]} {day.day}, {day.year} at {half}"
    if program == "apple":
        return f"{day.day} {MONTHS[day.month - 1]} {day.year} at {clock}:{desk.rng.randint(10, 59)} GMT"
    if program == "plain":
        return f"{DAYS[day.weekday()][:3]}, {day.day} {MONTHS[day.month - 1][:3]} {day.year} {clock}:07 +0000"
    return desk.rng.choice(
        [
            f"{day.day:02d} {MONTHS[day.month - 1]} {day.year} {clock}",
            f"{DAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}, {day.year} {clock}",
            f"{written(day, 'slash')} {clock}",
            f"{day.day} {MONTHS[day.month - 1]} {day.year} {clock}",
        ]
    )


def _header(sender: str, to: str, when: str, subject: str, program: str, domain: str) -> list[Block]:
    if program == "gmail":
        return [
            Block(kind="line", text=subject, how="bold"),
            Block(kind="line", text=f"{sender} <{address(sender, domain)}>    {when}"),
            Block(kind="line", text=f"To: {to} <{address(to, domain)}>"),
        ]
    label = {"outlook": "Sent", "apple": "Date", "plain": "Date"}[program]
    lines = [f"From: {sender} <{address(sender, domain)}>", f"{label}: {when}", f"To: {to}", f"Subject: {subject}"]
    if program == "apple":
        lines = [lines[0], lines[3], lines[1], lines[2]]
    return [Block(kind="line", text=line) for line in lines]


def mail(desk: Desk, work: Work, body: list[Block], *, by_other: bool = False) -> None:
    """A message, sometimes with the question that it answers below it."""
    p, day = desk.people, desk.day()
    hand = p.hand
    if desk.rng.random() < 0.07 and not by_other:
        _chat(desk, work, body, day)
        return
    program = desk.rng.choice(["outlook", "outlook", "outlook", "gmail", "apple", "plain", hand[4]])
    partner = desk.colleague()
    sender, to = (partner, p.name) if by_other else (p.name, partner)
    when = _stamp(desk, day, program)
    subject = (
        work.title if work.title.upper().startswith("RE:") else desk.rng.choice(["", "", "RE: ", "Re: "]) + work.title
    )
    greet = desk.say(hand[2], first=to.split()[0]) if not by_other else f"Hi {to.split()[0]},"
    bye = desk.say(hand[3]) if not by_other else f"Thanks\n{sender.split()[0]}"
    shared = not by_other and "{name}" in hand[3] and desk.rng.random() < 0.2
    shown_sender = "MR Physics" if shared else sender
    work.blocks = [
        *(
            [Block(kind="line", text=sender if desk.rng.random() < 0.5 else p.name, how="bold"), Block(kind="rule")]
            if program == "outlook" and desk.rng.random() < 0.5
            else []
        ),
        *_header(shown_sender, to, when, subject, program, p.domain),
        Block(kind="gap"),
    ]
    work.mail = {
        "from": shown_sender,
        "to": to,
        "subject": subject,
        "date": day.isoformat(),
        "clock": f"{desk.rng.randint(8, 17)}:{desk.rng.randint(10, 59)}",
    }
    work.blocks.append(para(greet))
    work.body_from = len(work.blocks)
    work.blocks += body
    work.body_to = len(work.blocks)
    work.blocks += [Block(kind="line", text=line) for line in bye.split("\n")]
    if desk.rng.random() < 0.45:
        _quoted(desk, work, (to, sender), desk.before(day, 1, 6), program)
    work.date, work.date_kind = day.isoformat(), "sent"
    work.author = "other" if by_other else "applicant"


def _chat(desk: Desk, work: Work, body: list[Block], day: date) -> None:
    """Messages copied from a chat."""
    p, partner = desk.people, desk.colleague()
    form = desk.rng.choice(["slash", "slash1"])
    asked, said = (f"[{written(day, form)} {clock}]" for clock in ("09:12", "09:31"))
    first, mine = partner.split(" ", 1), p.name.split(" ", 1)
    work.blocks = [
        Block(kind="title", text=work.title),
        Block(kind="line", text=f"{asked} {first[1]}, {first[0]}", how="bold"),
    ]
    work.blocks += [para(desk.rng.choice(ASKED)), Block(kind="line", text=f"{said} {mine[1]}, {mine[0]}", how="bold")]
    work.body_from = len(work.blocks)
    work.blocks += body
    work.body_to = len(work.blocks)
    work.date, work.date_kind, work.author = day.isoformat(), "sent", "applicant"
    work.genre = "chat"


def _quoted(desk: Desk, work: Work, people: tuple[str, str], day: date, program: str) -> None:
    sender, to = people
    when = _stamp(desk, day, program)
    if program in {"apple", "gmail"}:
        work.blocks.append(Block(kind="quote", text=f"On {when}, {sender} wrote:"))
    else:
        work.blocks += [
            Block(kind="rule"),
            *_header(
                sender,
                to,
                when,
                work.mail["subject"].removeprefix("RE: ").removeprefix("Re: "),
                program,
                desk.people.domain,
            ),
        ]
    work.blocks += [Block(kind="quote", text=desk.rng.choice(ASKED)), Block(kind="quote", text=sender.split()[0])]


def mailbase(desk: Desk, work: Work, body: list[Block]) -> None:
    """A message to a national list."""
    p, day = desk.people, desk.day()
    when = _stamp(desk, day, desk.rng.choice(["plain", "outlook"]))
    top = [f"From: {p.name}", "Reply-To: MRI physics discussion list", f"Date: {when}", f"Subject: {work.title}"]
    work.blocks = [
        Block(kind="line", text="MR-PHYSICS list archives", how="bold"),
        *(Block(kind="line", text=line) for line in top),
        Block(kind="gap"),
    ]
    work.body_from = len(work.blocks)
    work.blocks += body
    work.body_to = len(work.blocks)
    work.blocks += [Block(kind="line", text=line) for line in (p.name, p.post, p.trust)]
    work.date, work.date_kind, work.author = day.isoformat(), "sent", "applicant"


def minutes(desk: Desk, work: Work, lines: list[str]) -> None:
    """Minutes with those present, what was said, and who does what."""
    p, day, rng = desk.people, desk.day(), desk.rng
    here = [p.slots["chair"], p.name, p.slots["lead"], p.slots["other"], p.slots["other2"]]
    held = rng.choice(
        [
            "Held on {} at 14:00",
            "Date: {}",
            "{}, 10:00-11:30, seminar room",
            "Meeting of {}",
            "Date of meeting: {}, via Teams",
        ]
    ).format(desk.shown(day))
    title = work.title if "inutes" in work.title or "notes" in work.title else f"{work.title}: minutes"
    work.title = title
    work.blocks = [Block(kind="title", text=title), Block(kind="line", text=held)]
    work.blocks.append(para("Present: " + ", ".join(f"{name} ({initials(name)})" for name in here)))
    work.blocks.append(para(f"Minutes of the last meeting ({desk.shown(desk.before(day, 60, 100))}) were agreed."))
    work.body_from = len(work.blocks)
    action_column = rng.random() < 0.5
    rows = [["Item", "Discussion", "Action"]]
    for at, line in enumerate(lines, start=2):
        head, _, rest = line.partition(" :: ")
        said, _, action = rest.partition(" || ")
        if action_column:
            rows.append([f"{at}. {head}", said, "" if action.strip() == "none" else action])
        else:
            work.blocks += [Block(kind="head", text=f"{at}. {head}"), para(said)]
            work.blocks += (
                [] if action.strip() == "none" else [Block(kind="line", text=f"Action: {action}", how="bold")]
            )
    if action_column:
        work.blocks.append(table(rows))
    work.body_to = len(work.blocks)
    work.blocks.append(Block(kind="line", text=f"Date of next meeting: {desk.shown(day + timedelta(days=91))}"))
    work.date, work.date_kind, work.author = desk.truth(day), "held", "applicant"
    if rng.random() < 0.15:
        issued = day + timedelta(days=9)
        work.blocks.insert(2, Block(kind="line", text=f"Minutes issued {desk.shown(issued)}"))
        work.date, work.date_kind = desk.truth(issued), None


def certificate(desk: Desk, work: Work, text: str) -> None:
    """A certificate for the wall."""
    day = desk.day()
    form = desk.rng.choice(["long", "ordinal", "comma", "us", "long"])
    lines = [line for line in desk.say(text, when=desk.shown(day, form)).split("\n") if line.strip()]
    work.blocks = [
        Block(kind="gap"),
        Block(kind="centre", text=work.title, how="big"),
        *(Block(kind="centre", text=line) for line in lines),
    ]
    work.date, work.date_kind = desk.truth(day, form), None
    work.author, work.roles = None, None


def reflection(desk: Desk, work: Work, body: list[Block]) -> None:
    """What somebody thought after an event."""
    day = desk.day()
    held = desk.before(day, 4, 25)
    post = desk.rng.choice([desk.people.name, f"{desk.people.name}, {desk.people.post}"])
    top = desk.rng.choice(
        [
            [f"Reflection by {post}", f"Event held {desk.shown(held)}", f"Written {desk.shown(day)}"],
            [f"Name: {post}", f"Date of event: {desk.shown(held)}", f"Date of reflection: {desk.shown(day)}"],
            [f"{post}, {desk.shown(day)}"],
        ]
    )
    work.blocks = [Block(kind="title", text=work.title), *(Block(kind="line", text=line) for line in top)]
    work.body_from = len(work.blocks)
    work.blocks += body
    work.body_to = len(work.blocks)
    work.date, work.date_kind, work.author = desk.truth(day), "written", "applicant"
