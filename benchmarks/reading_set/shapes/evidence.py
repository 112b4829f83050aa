"""Pages of evidence: reports, e-mails, minutes and risk assessments, with the applicant's habit of heading them."""

from random import Random

from .chance import chance
from .grid import Grid, Look
from .paper import GREY, Paper
from .plan import Item, Plan
from .words import HEADINGS, KIND_NAMES, MONTHS, PEOPLE, PLACES, SENTENCES, THINGS


def said_on(date: tuple[int, int, int]) -> str:
    """A date in words."""
    year, month, day = date
    return f"{day} {MONTHS[month - 1]} {year}"


def prose(rng: Random, count: int) -> str:
    """So many sentences with numbers of their own."""
    made = []
    for form in rng.sample(SENTENCES, count):
        numbers = {"n": rng.randint(1, 9), "m": rng.randint(0, 99), "k": rng.randint(2, 9), "d": rng.randint(3, 28)}
        named = {"place": rng.choice(PLACES), "who": rng.choice(PEOPLE), "thing": rng.choice(THINGS)}
        text = form.format(**numbers, **named, t=rng.randint(31, 180))
        made.append(text[0].upper() + text[1:])
    return " ".join(made)


def draw_item(plan: Plan, item: Item, paper: Paper) -> None:
    """All pages of an item, its divider included."""
    rng = chance("evidence", plan.seed, item.id)
    if plan.segments == "dividers":
        paper.new_page()
        paper.y = 300
        paper.put(
            paper.margin, paper.y, item.label, size=26, bold=True, align="center", width=paper.width, family="sans"
        )
        paper.put(paper.margin, paper.y + 46, item.title, size=15, align="center", width=paper.width, family="sans")
    for page in range(1, item.pages + 1):
        paper.new_page()
        _head(plan, item, page, paper)
        {"report": _report, "emails": _emails, "minutes": _minutes, "risk": _risk}[item.kind](
            plan, item, page, paper, rng
        )


def _head(plan: Plan, item: Item, page: int, paper: Paper) -> None:
    right = f"Page {page} of {item.pages}" if plan.counting in {"item", "none"} else ""
    stamp = f"{item.label}" if plan.segments == "stamps" else ""
    paper.put(paper.margin, 30, stamp, size=9, bold=True)
    paper.put(paper.margin, 30, right, size=8, align="right", width=paper.width, colour=GREY)
    if page > 1:
        return
    named = item.title if plan.segments in {"dividers", "stamps"} else f"{item.label}: {item.title}"
    paper.words(named, size=15, bold=True)
    paper.words(f"{KIND_NAMES[item.kind]} by {plan.name.removeprefix('Dr ')}, {said_on(item.date)}", size=9, gap=10)


def _report(plan: Plan, item: Item, page: int, paper: Paper, rng: Random) -> None:
    del plan
    for at, (heading, place) in enumerate(item.sections, start=1):
        if place != page:
            continue
        paper.words(f"{at}. {heading}", size=paper.size + 2, bold=True)
        for part in range(1, 3):
            paper.words(f"{at}.{part}  {prose(rng, rng.choice((2, 3)))}")
    if rng.random() < 0.6:
        rows = [("Position", "Measured", "Limit")]
        rows += [(f"P{n}", f"{rng.randint(1, 9)}.{rng.randint(0, 9)} mT", "0.5 mT") for n in range(1, 5)]
        Grid(paper, (2, 2, 1), rows, Look(size=9)).draw()
        paper.words(f"Table {page}. {rng.choice(HEADINGS)} on {said_on(item.date)}", size=8.5)
    else:
        paper.box(paper.margin, paper.y, 220, 110, line=GREY)
        paper.path([(paper.margin + 8 + 20 * n, paper.y + rng.randint(15, 95)) for n in range(11)])
        paper.y += 116
        paper.words(f"Figure {page}. Field along the wall of {rng.choice(PLACES)}", size=8.5)
    if page == item.pages and page > 1:
        paper.words("Appendix A: raw readings", bold=True)
        paper.words(prose(rng, 2))


def _emails(plan: Plan, item: Item, page: int, paper: Paper, rng: Random) -> None:
    for at in range(2):
        year, month, day = item.date
        sender, to = (plan.name, rng.choice(PEOPLE))[:: 1 if at else -1]
        paper.words(
            f"From: {sender}\nSent: {min(28, day + page)}/{month:02d}/{year} "
            f"{rng.randint(8, 17)}:{rng.randint(10, 59)}\n"
            f"To: {to}\nSubject: {'RE: ' * at}{item.title}",
            size=9,
        )
        paper.words("Dear all," if at else "Hello,")
        paper.words(prose(rng, 4))
        paper.words(prose(rng, 3))
        paper.words("Kind regards", gap=16)


def _minutes(plan: Plan, item: Item, page: int, paper: Paper, rng: Random) -> None:
    if page == 1:
        paper.words(f"Present: {', '.join(rng.sample(PEOPLE, 3))}, {plan.name}. Apologies: none.")
    for at in range(4):
        number = (page - 1) * 4 + at + 1
        paper.words(f"{number}. {rng.choice(HEADINGS)}", bold=True, gap=2)
        paper.words(f"{number}.1 {prose(rng, 2)}", indent=18)
        paper.words(
            f"Action {number}: {plan.name} to report by {rng.randint(1, 28)} {MONTHS[item.date[1] - 1]}.", indent=18
        )


def _risk(plan: Plan, item: Item, page: int, paper: Paper, rng: Random) -> None:
    rows = [("No.", "Hazard", "Who", "L x S", "Control")]
    for at in range(1, 6):
        score = f"{rng.randint(1, 5)} x {rng.randint(1, 5)}"
        rows.append((str((page - 1) * 5 + at), prose(rng, 1), rng.choice(PEOPLE), score, prose(rng, 1)))
    Grid(paper, (1, 5, 2, 1.2, 5), rows, Look(size=8.5)).draw()
    paper.words(prose(rng, 3))
    paper.words(
        f"Assessor: {plan.name}. Review due: {said_on((item.date[0] + 2, item.date[1], item.date[2]))}.", size=9
    )
