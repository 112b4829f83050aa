"""The referee's statement in the forms it is sent in, and what reading should find of it."""

from typing import Any

from .blocks import Block, Cell, Drawing, Row, Space, Table, Title, Words
from .chance import chance, day_in, words
from .plan import Plan


def vouching(plan: Plan) -> list[Block]:
    """The statement; nothing where there is none."""
    rng, pool = chance("vouching", plan.habits.seed), words("wording")
    how = plan.habits.vouching
    if how == "absent":
        return []
    title = Title(text=rng.choice(pool["vouching_names"]), level=2)
    said = rng.choice(pool["vouching_words"])
    if how in {"letter", "email"}:
        return _letter(plan, said) if how == "letter" else _email(plan, said)
    if how == "prose":
        return [title, *_prose(plan, said)]
    below = _lines(plan) if how == "lines" else _typed(plan) if how == "typed" else [_form(plan)]
    return [title, Words(text=said), *below]


def _name(plan: Plan) -> str:
    people = plan.people
    return f"{people.referee_title}{people.referee}{people.referee_letters}"


def _date(plan: Plan) -> str:
    return day_in(plan.people.vouched, plan.people.day_form)


def _form(plan: Plan) -> Table:
    """A ruled form; unsigned, its last lines are empty."""
    unsigned = plan.habits.vouching == "unsigned"
    role = ("Position", "Job title", "Role")[plan.habits.seed % 3]
    signature = Cell() if unsigned else Cell(ink=True)
    date = Cell() if unsigned else Cell(text=_date(plan))
    pairs = (
        ("Name of referee", Cell(text=_name(plan))),
        (role, Cell(text=plan.people.referee_post)),
        ("Signature", signature),
        ("Date", date),
    )
    if plan.habits.seed % 2:
        rows: tuple[Row, ...] = tuple((Cell(text=name, bold=True, shaded=True), cell) for name, cell in pairs)
        return Table(rows=rows, widths=(1.3, 3), heads=0)
    (one, first), (two, second), (three, third), (four, fourth) = (
        (Cell(text=name, bold=True), cell) for name, cell in pairs
    )
    return Table(rows=((one, first, two, second), (three, third, four, fourth)), widths=(1.2, 2.3, 1, 2), heads=0)


def _lines(plan: Plan) -> list[Block]:
    people = plan.people
    employer = [Words(text=f"Organisation: {people.site}")] if plan.habits.seed % 2 else []
    return [
        Words(text="Signed:"),
        Drawing(kind="ink"),
        Words(text=f"Name: {_name(plan)}"),
        Words(text=f"Role: {people.referee_post}"),
        *employer,
        Words(text=f"Date: {_date(plan)}"),
    ]


def _prose(plan: Plan, said: str) -> list[Block]:
    people = plan.people
    who = f"I, {_name(plan)}, am {people.referee_post} at {people.site} and line manager of {people.applicant}. {said}"
    return [Words(text=who), Drawing(kind="ink"), Words(text=_date(plan))]


def _letter(plan: Plan, said: str) -> list[Block]:
    people = plan.people
    return [
        Words(text=f"{people.site}\nDepartment of Imaging", bold=True),
        Words(text=_date(plan)),
        Words(text=f"To whom it may concern\n\nPortfolio of {people.applicant} for the MR Safety Expert certificate"),
        Words(text=f"{said} I have worked with {people.applicant.split()[0]} since {people.vouched.year - 4}."),
        Words(text="Yours faithfully"),
        Drawing(kind="ink"),
        Words(text=f"{_name(plan)}\n{people.referee_post}"),
    ]


def _email(plan: Plan, said: str) -> list[Block]:
    """An e-mail of the referee, pasted or printed; it says that it is signed."""
    people = plan.people
    sent = f"Sent: {day_in(people.vouched, 'long')} 09:{10 + plan.habits.seed % 40}"
    head = f"From: {people.referee}\nTo: {people.applicant}\n{sent}"
    subject = "Subject: Authentication of your MRSE portfolio"
    return [
        Words(text=f"{head}\n{subject}"),
        Space(height=6),
        Words(text=f"Dear {people.applicant.split()[0]},"),
        Words(text=said),
        Words(text=f"Signed electronically\n{_name(plan)}\n{people.referee_post}, {people.site}"),
    ]


def _typed(plan: Plan) -> list[Block]:
    people = plan.people
    return [Words(text=f"Electronically signed by {_name(plan)}, {people.referee_post}, on {_date(plan)}")]


def found_of(plan: Plan) -> dict[str, Any]:
    """What reading should find."""
    how, people = plan.habits.vouching, plan.people
    if how == "absent":
        return {"present": False}
    signed = how != "unsigned"
    return {
        "present": True,
        "referee_name": people.referee,
        "role": people.referee_post,
        "date": people.vouched.isoformat() if signed else None,
        "signed": signed,
    }
