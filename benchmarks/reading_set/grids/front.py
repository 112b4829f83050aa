"""What stands around the evidence: cover, contents list, the table's pages, the referee's words, and decoys."""

from random import Random
from typing import Final

from ..shapes.desk import Design, Desk  # noqa: TID252 - imported by two names, with and without a parent
from ..shapes.evidence import prose, said_on  # noqa: TID252 - see above
from ..shapes.front import said  # noqa: TID252 - see above
from ..shapes.grid import Grid, Look  # noqa: TID252 - see above
from ..shapes.paper import GREY, Paper  # noqa: TID252 - see above
from ..shapes.plan import Plan  # noqa: TID252 - see above
from .chance import chance
from .decoys import DECOYS
from .words import VOUCHES

TITLES: Final = ("Experience Cross Reference Table", "Cross reference table", "EXPERIENCE CROSS-REFERENCE TABLE")


def draw_cover(plan: Plan, paper: Paper) -> None:
    """The first page, in one of four manners."""
    rng = chance("cover", plan.seed)
    paper.new_page()
    title = rng.choice(("Portfolio for the MRSE certificate", "MR Safety Expert: portfolio", "MRSE evidence portfolio"))
    rows = (
        ("Applicant", plan.name),
        ("Employer", plan.hospital),
        ("Date of submission", said_on(plan.submitted)),
    )
    manner = plan.seed % 4
    paper.y = (70, 200, 120, 300)[manner]
    paper.words(title, size=(18, 24, 16, 21)[manner], bold=True, gap=16)
    if manner == 0:
        Grid(paper, (2, 5), rows, Look(head=0, size=11)).draw()
    else:
        for name, value in rows:
            paper.words(f"{name}: {value}", size=11)
    if manner in {0, 2}:
        paper.y += 20
        paper.words("Statement", size=12, bold=True)
        paper.words(f"I have led MR safety work at {plan.hospital} since {rng.randint(2008, 2019)}. {prose(rng, 3)}")
    if plan.seed % 6 == 1:
        _decoy(plan, paper)


def draw_contents(desk: Desk, paper: Paper) -> None:
    """The contents list as a table, as lines, or as numbered lines with pages."""
    plan, rng = desk.plan, chance("contents", desk.plan.seed)
    if desk.plan.seed % 5 or paper.y > 330:
        paper.new_page()
    paper.y += 10
    paper.words(rng.choice(("Contents", "Contents list", "List of evidence")), size=14, bold=True)
    desk.marks["contents"] = paper.number
    if rng.random() < 0.3:
        rows = [("Reference", "Title"), *((item.label, item.title) for item in plan.items)]
        Grid(paper, (2, 7), rows, Look(lines=rng.choice(("rules", "all", "none")), head_fill=None)).draw()
    else:
        _lines(desk, paper)
    desk.marks["contents last"] = paper.number
    paper.y += 12


def _lines(desk: Desk, paper: Paper) -> None:
    numbered = desk.plan.counting in {"file", "printed"}
    for item in desk.plan.items:
        paper.room(paper.size * 1.5)
        paper.put(paper.margin, paper.y, item.label)
        paper.put(paper.margin + 110, paper.y, item.title)
        if numbered:
            page = str(desk.page_of(item, 1))
            paper.put(paper.margin, paper.y, page, align="right", width=paper.width, colour=GREY)
        paper.y += paper.size * 1.5


def draw_table(desk: Desk, design: Design, paper: Paper) -> None:
    """The pages of the table, with the referee's words after it."""
    rng = chance("table", desk.plan.seed)
    fits = len(desk.plan.items) < 13 and paper.bottom - paper.y > 440
    if design.wide or design.own or not fits or desk.plan.seed % 4:
        paper.new_page(wide=design.wide)
    desk.marks["first"] = paper.number
    if not design.own:
        paper.words(rng.choice(TITLES), size=13, bold=True)
    said(desk, rng)
    design.make(desk)
    if desk.legend:
        paper.words(desk.legend, size=8.5)
    _vouch(desk.plan, paper, rng, fresh=design.wide)
    if desk.plan.seed % 6 == 3:
        paper.new_page()
        _decoy(desk.plan, paper)
        paper.words(prose(rng, 4))


def _vouch(plan: Plan, paper: Paper, rng: Random, *, fresh: bool) -> None:
    if plan.vouched == "absent":
        return
    if fresh or paper.bottom - paper.y < 170:
        paper.new_page()
    paper.y += 10
    paper.words(rng.choice(("Authentication", "Authentication by referee", "Referee's statement")), size=12, bold=True)
    paper.words(rng.choice(VOUCHES).format(surname=plan.name.split()[-1]))
    paper.words(f"{rng.choice(('Name', 'Referee'))}: {plan.referee}")
    paper.words(f"{rng.choice(('Position', 'Job title'))}: {plan.role}")
    if plan.vouched == "stated":
        paper.words(f"Signed electronically by {plan.referee}")
    else:
        paper.y += 12
        top = paper.y
        paper.words("Signature:", gap=18)
        paper.path([(paper.margin + 70 + 6 * n, top + rng.randint(-8, 14)) for n in range(15)], width=1.3)
    paper.words(f"Date: {said_on(plan.submitted)}")


def draw_decoy_in_evidence(plan: Plan, paper: Paper) -> None:
    """A decoy below the text of an item, where there is room for it."""
    if paper.bottom - paper.y > 210:
        _decoy(plan, paper)


def _decoy(plan: Plan, paper: Paper) -> None:
    rng = chance("decoy", plan.seed)
    decoy = rng.choice(DECOYS)(rng)
    paper.y += 10
    paper.words(decoy.title, bold=True)
    look = Look(lines=rng.choice(("all", "rules", "none")), size=9, pad=2.5)
    Grid(paper, [max(2, len(word)) for word in decoy.rows[0]], decoy.rows, look).draw()


def draw_letter(plan: Plan, paper: Paper) -> None:
    """A page about the applicant, which some put before the list and some leave out."""
    rng = chance("letter", plan.seed)
    if plan.seed % 3 == 0 and paper.number < 2:
        paper.new_page()
        paper.words(rng.choice(("Personal statement", "Introduction", "My role")), size=14, bold=True)
        for number in range(1, 5):
            paper.words(f"{number}.  {prose(rng, 4)}")
