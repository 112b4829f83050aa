"""The referee's authentication, and what reading should find of it."""

from typing import Any

from .blocks import Block, Cell, Gap, Grid, Head, Para, Sketch
from .chance import chance
from .data import data
from .dates import day
from .habits import Habits
from .model import Plan
from .phrases import Phrases

MARK = "authentication"


def letter_scanned(habits: Habits) -> bool:
    """Whether the referee's letter, alone on its page, is a scan in a PDF that is none."""
    return habits.form == "pdf" and habits.vouching == "letter" and habits.table != "picture" and habits.seed % 3 > 0


def authentication_of(phrases: Phrases) -> list[Block]:
    """The statement, at the end of the table or after it."""
    plan, how = phrases.plan, phrases.habits.vouching
    if how == "absent":
        return []
    rng = chance("statement", plan.habits.seed)
    statement = rng.choice(data("wording")["statements"]["true_reflection"]).format(applicant=plan.people.applicant)
    title = Head(text=phrases.title("authentication"), level=2, mark=MARK)
    if how == "after_table_grid":
        return [Gap(height=8), *_in_cells(plan, statement, phrases.title("authentication"))]
    if how == "letter":
        return [title, *_letter(plan, statement)]
    if how == "paragraph":
        return [title, *_paragraph(plan, statement)]
    return [title, Para(text=statement), *_pairs(plan)]


def named(plan: Plan) -> str:
    """The referee as written."""
    people = plan.people
    letters = f" {people.referee_letters}" if people.referee_letters else ""
    return f"{people.referee_title}{people.referee}{letters}"


def _dated(plan: Plan) -> str:
    return day(
        plan.people.vouched, chance("vouched", plan.habits.seed).choice(("long", "slashes", "ordinal", "dots", "short"))
    )


def _in_cells(plan: Plan, statement: str, title: str) -> list[Block]:
    """A grid below the table, with a cell for the signature."""
    lines = [("Name", named(plan)), ("Position", plan.people.referee_post), ("Signature", ""), ("Date", _dated(plan))]
    if plan.habits.seed % 3 == 0:
        lines.insert(2, ("Relationship to applicant", "Line manager"))
    rows = [[Cell(text=f"{title}: {statement}", span=2, bold=plan.habits.seed % 2 == 0)]]
    for label, said in lines:
        rows.append([Cell(text=label, shade=True), Cell(text=said, ink=label == "Signature")])
    return [Grid(rows=rows, widths=[2.0, 5.0], heads=0)]


def _pairs(plan: Plan) -> list[Block]:
    how, people = plan.habits.vouching, plan.people
    rng = chance("pairs", plan.habits.seed)
    labels = rng.choice(
        (("Name", "Job title"), ("Referee", "Role"), ("Name of referee", "Position held"), ("Name", "Post"))
    )
    made: list[Block] = [Para(text=f"{labels[0]}: {named(plan)}\n{labels[1]}: {people.referee_post}")]
    if how == "unsigned":
        return [*made, Para(text="Signature: ______________________\nDate: ____________")]
    if how == "e_signed":
        said = rng.choice(
            (f"Digitally signed by {people.referee}", f"Signature: {people.referee} (signed electronically)")
        )
        return [*made, Para(text=f"{said}\nDate: {_dated(plan)}")]
    if plan.habits.office:
        return [*made, Para(text=f"Signed: {people.referee} (typed signature)\nDate: {_dated(plan)}")]
    return [*made, Para(text="Signed:"), Sketch(kind="ink"), Para(text=f"Date: {_dated(plan)}")]


def _paragraph(plan: Plan, statement: str) -> list[Block]:
    people = plan.people
    said = f"{statement} I am {named(plan)}, {people.referee_post} at {people.site}."
    if plan.habits.office:
        return [Para(text=said), Para(text=f"(signed) {people.referee}, {_dated(plan)}")]
    return [Para(text=said), Sketch(kind="ink"), Para(text=f"{people.referee}, {_dated(plan)}")]


def _letter(plan: Plan, statement: str) -> list[Block]:
    people = plan.people
    known = (
        f"I have known {people.applicant.split()[0]} for {3 + plan.habits.seed % 7} years and see this work each week."
    )
    made: list[Block] = [Para(text=_dated(plan)), Para(text="To the assessors"), Para(text=f"{statement} {known}")]
    made.append(Para(text="Yours faithfully,"))
    made.append(Para(text="(signed)") if plan.habits.office else Sketch(kind="ink"))
    made.append(Para(text=f"{named(plan)}\n{people.referee_post}\n{people.site}"))
    return made


def found_of(plan: Plan) -> dict[str, Any]:
    """What reading should find."""
    how = plan.habits.vouching
    if how == "absent":
        return {"present": False}
    signed = how != "unsigned"
    return {
        "present": True,
        "referee_name": plan.people.referee,
        "role": plan.people.referee_post,
        "date": plan.people.vouched.isoformat() if signed else None,
        "signed": signed,
    }
