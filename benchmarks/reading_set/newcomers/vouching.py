"""The referee's authentication, in the forms in which it is given."""

from typing import Any

from .chance import chance
from .grid import Grid, Look
from .model import Plan
from .paper import Paper
from .rows import cells
from .said import day

_HEADINGS = ("Authentication", "Referee authentication", "Authentication by referee", "Statement of authentication")


def statement(plan: Plan) -> str:
    """What is confirmed."""
    rng = chance("confirmed", plan.choice.seed)
    name = plan.applicant
    return rng.choice(
        (
            f"I confirm that the evidence listed above is a true account of the work of {name}.",
            f"I have read this portfolio and confirm that it reflects the extent and nature of {name}'s own work.",
            f"The work described here was done by {name}; I have supervised it since 2019.",
        )
    )


def said_date(plan: Plan) -> str:
    """The day of the signature."""
    return day(plan.vouched, chance("vouched", plan.choice.seed).choice(("long", "slashes", "short", "ordinal")))


def pairs(plan: Plan) -> list[tuple[str, str]]:
    """Labels and what stands behind them."""
    rng = chance("labels of referee", plan.choice.seed)
    name = rng.choice(("Name", "Referee", "Name of referee", "Referee name"))
    post = rng.choice(("Position", "Job title", "Role", "Position held"))
    unsigned, ink = plan.choice.vouch == "unsigned", plan.choice.vouch in {"ink", "letter"}
    signed = "" if unsigned or ink else f"Signed electronically: {plan.referee}"
    dated = "" if unsigned else said_date(plan)
    rows = [(name, plan.referee), (post, plan.referee_post), ("Signature", signed), ("Date", dated)]
    return rows if rng.random() < 0.7 else [rows[0], rows[1], rows[3], rows[2]]


def vouched(paper: Paper, plan: Plan) -> None:
    """Draw it behind the table."""
    kind = plan.choice.vouch
    if kind == "absent":
        return
    rng = chance("vouching", plan.choice.seed)
    if kind == "letter" or paper.y + 220 > paper.bottom:
        paper.page(wide=False)
    paper.y += 10
    paper.words(rng.choice(_HEADINGS), bold=True, size=paper.size + 1)
    if kind == "sentence":
        _in_a_sentence(paper, plan)
    elif kind == "letter":
        _letter(paper, plan)
    elif kind == "typed":
        paper.words(statement(plan))
        paper.words(f"Signed: {plan.referee} (electronic signature), {plan.referee_post}. Date: {said_date(plan)}")
    elif kind == "grid":
        paper.words(statement(plan))
        Grid(paper, (2, 5), (), [cells(*row) for row in pairs(plan)], Look(pad=5)).draw()
    else:
        paper.words(statement(plan))
        for name, said in pairs(plan):
            if name == "Signature" and kind == "ink":
                _ink(paper, rng, paper.left + 70)
            line = said or ("" if kind == "ink" and name == "Signature" else "_" * 24)
            paper.words(f"{name}: {line}")


def _in_a_sentence(paper: Paper, plan: Plan) -> None:
    paper.words(
        f"I, {plan.referee}, {plan.referee_post}, confirm that this portfolio shows the work of {plan.applicant}."
    )
    paper.words(f"Signed electronically by {plan.referee} on {said_date(plan)}")


def _letter(paper: Paper, plan: Plan) -> None:
    """A letter of the referee."""
    rng = chance("letter", plan.choice.seed)
    paper.words(plan.place)
    paper.words(f"Date: {said_date(plan)}")
    paper.words("To the assessors")
    paper.words(statement(plan))
    paper.words("Yours faithfully,", gap=2)
    _ink(paper, rng, paper.left)
    paper.y += 26
    paper.words(plan.referee, gap=1)
    paper.words(plan.referee_post)


def _ink(paper: Paper, rng: Any, x: float) -> None:
    """A signature in ink."""
    points = [(at * 5.0, rng.uniform(-9, 9) + at * 0.2) for at in range(rng.randint(14, 22))]
    paper.scrawl(x, paper.y + 6, points)
