"""What stands before the evidence: cover, statement, contents list, the table's pages and the referee's block."""

from random import Random

from .chance import chance
from .desk import Design, Desk
from .evidence import prose, said_on
from .paper import GREY, Paper
from .plan import Plan
from .words import STATEMENT

TABLE_TITLES = (
    *("Experience Cross Reference Table", "Experience Cross-Reference Table", "EXPERIENCE CROSS REFERENCE TABLE"),
    *("Cross Reference Table", "MRSE Experience Cross Reference Table"),
)


def draw_cover(plan: Plan, paper: Paper) -> None:
    """The first page."""
    rng = chance("cover", plan.seed)
    paper.new_page()
    paper.y = rng.choice((90, 190, 260))
    paper.words(
        rng.choice(("MRSE portfolio", "Portfolio: MR Safety Expert", "MR Safety Expert portfolio of evidence")),
        size=22,
        bold=True,
    )
    paper.words(rng.choice(("Applicant: {}", "Name: {}", "Submitted by: {}")).format(plan.name), size=13)
    paper.words(plan.hospital, size=11)
    paper.words(rng.choice(("Date of submission: {}", "Submitted on {}")).format(said_on(plan.submitted)), size=11)
    if rng.random() < 0.4:
        paper.y += 30
        paper.words("About me", size=12, bold=True)
        paper.words(f"I have worked in MR physics at {plan.hospital} since {rng.randint(2009, 2019)}. " + prose(rng, 2))


def draw_contents(desk: Desk, paper: Paper) -> None:
    """The contents list: lines with dots, or a small table, or plain lines."""
    plan, rng = desk.plan, chance("contents", desk.plan.seed)
    if rng.random() < 0.75:
        paper.new_page()
    paper.words(rng.choice(("Contents", "Contents list", "List of evidence")), size=15, bold=True)
    desk.marks["contents"] = paper.number
    dotted = plan.counting in {"file", "printed"}
    for item in plan.items:
        codes = ", ".join(ref.code for ref in plan.of_item(item))
        claims = f" (sub-categories {codes})" if plan.claims and codes and item.sent else ""
        left = f"{item.label}   {item.title}{claims}"
        lines = paper.wrapped(left, paper.width - 50)
        paper.room(len(lines) * paper.size * 1.4)
        for line in lines:
            paper.put(paper.margin, paper.y, line)
            paper.y += paper.size * 1.4
        if dotted and item.sent:
            page = str(desk.page_of(item, 1))
            start = paper.margin + paper.measure(lines[-1]) + 4
            dots = "." * int((paper.width + paper.margin - start - 20) / paper.measure("."))
            paper.put(start, paper.y - paper.size * 1.4, dots, colour=GREY)
            paper.put(paper.margin, paper.y - paper.size * 1.4, page, align="right", width=paper.width)
    desk.marks["contents last"] = paper.number
    paper.y += 14


def draw_table(desk: Desk, design: Design, paper: Paper) -> None:
    """The pages of the table."""
    rng = chance("table", desk.plan.seed)
    if design.wide or rng.random() < 0.8 or paper.y > 400:
        paper.new_page(wide=design.wide)
    start = paper.number
    if not design.own:
        paper.words(rng.choice(TABLE_TITLES), size=14, bold=True)
        said(desk, rng)
        desk.marks["first"] = start
    design.make(desk)
    if desk.legend:
        paper.words(desk.legend, size=8.5)
    if design.turned:
        desk.marks["turned from"] = desk.marks["first"]
    _vouch(desk.plan, paper, chance("vouch", desk.plan.seed), fresh=design.wide and not design.turned)


def said(desk: Desk, rng: Random) -> None:
    """What page numbers count, where it must be said or the applicant says it."""
    words = {
        "item": "Page numbers count from the first page of each item.",
        "file": "Page numbers are pages of this PDF.",
        "printed": "Page numbers are those printed at the foot of each page.",
    }.get(desk.plan.counting)
    hinted = any(ref.pages for ref in desk.plan.refs)
    if words and hinted and (desk.plan.counting == "printed" or rng.random() < 0.6):
        desk.paper.words(words, size=9)


def _vouch(plan: Plan, paper: Paper, rng: Random, *, fresh: bool) -> None:
    if plan.vouched == "absent":
        return
    if fresh or paper.bottom - paper.y < 190:
        paper.new_page()
    paper.y += 12
    paper.words(
        rng.choice(("Authentication", "Referee's authentication", "Authentication by referee")), size=12, bold=True
    )
    paper.words(rng.choice(STATEMENT).format(surname=plan.name.split()[-1]))
    paper.words(f"{rng.choice(('Name', 'Referee', 'Name of referee'))}: {plan.referee}")
    paper.words(f"{rng.choice(('Position', 'Role', 'Job title'))}: {plan.role}")
    if plan.vouched == "stated":
        paper.words(f"Signed electronically by {plan.referee}")
    else:
        top = paper.y
        paper.words(f"{rng.choice(('Signed', 'Signature'))}:", gap=14)
        x = paper.margin + 70
        paper.path([(x + 6 * n, top + rng.randint(-8, 14)) for n in range(14)], width=1.3)
    paper.words(f"Date: {said_on(plan.submitted)}")
