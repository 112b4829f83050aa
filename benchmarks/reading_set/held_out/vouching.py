"""What the referee says: forms of authentication, signed in ink, in words, or not at all."""

from typing import Final

from .chance import chance
from .markup import RULE, bold, heading, words
from .model import Person
from .plan import Plan

STATEMENTS: Final = (
    "I confirm that what is in this portfolio is the applicant's own work and shows its extent and nature.",
    "To the best of my knowledge the evidence listed above was produced by {name} in the course of {surname}'s duties.",
    "I have known the applicant for six years and can vouch that the documents reflect the work that was done.",
    "I have looked through the evidence and am satisfied that it is a true record of {name}'s own contribution.",
)
TITLES: Final = ("Authentication", "Referee's statement", "Authentication by a referee", "Declaration by referee")


def statement(plan: Plan, person: Person) -> str:
    """The referee's sentence."""
    return STATEMENTS[plan.seed % 4].format(name=person.name, surname=person.name.split()[-1])


def title(plan: Plan) -> str:
    """The heading above it."""
    return TITLES[plan.seed // 4 % 4]


def fields(plan: Plan, person: Person) -> tuple[tuple[str, str], ...]:
    """The fields of the form; the signature is drawn, and empty here."""
    names = (
        ("Name", "Position", "Signature", "Date"),
        ("Name of referee", "Job title", "Signed", "Date signed"),
        ("Referee", "Role", "Signature of referee", "Date"),
    )[plan.seed % 3]
    rows = [(names[0], person.referee), (names[1], person.role), (names[2], ""), (names[3], person.signed_said)]
    if plan.seed % 2:
        rows.insert(2, ("Organisation", person.hospital))
    return tuple(rows)


def vouched(plan: Plan, person: Person) -> str:
    """The authentication below the table; nothing where there is none or it is a letter."""
    form = plan["vouched"]
    if form in {"absent", "letter"}:
        return ""
    body = {"grid": _grid, "prose": _prose, "electronic": _electronic}.get(form, _fields)(plan, person)
    return f"#block(breakable: false, above: 2em)[{heading(title(plan), 1.2)}{body}]\n"


def _fields(plan: Plan, person: Person) -> str:
    lines = []
    for name, value in fields(plan, person):
        shown = words(value) if value else "#box(width: 5cm, stroke: (bottom: 0.5pt))[#h(1pt)]"
        if name.startswith("Sign") and person.signed:
            shown = scribble(plan)
        lines.append(f"{words(f'{name}: ')}{shown}")
    return f"{words(statement(plan, person))}\n\n" + "\n\n".join(lines) + "\n"


def _grid(plan: Plan, person: Person) -> str:
    cells = []
    for name, value in fields(plan, person):
        shown = scribble(plan) if name.startswith("Sign") and person.signed else words(value)
        cells.append(f"[{bold(name)}], [{shown}]")
    table = f"#table(columns: (4cm, 9cm), stroke: 0.5pt, inset: 6pt, {', '.join(cells)})"
    return f"{words(statement(plan, person))}\n\n{table}\n"


def _prose(plan: Plan, person: Person) -> str:
    said = statement(plan, person)
    said = said[0].lower() + said[1:] if not said.startswith("I ") else said
    said = f"I, {person.referee}, {person.role} at {person.hospital}, state as follows: {said}"
    return f"{words(said)}\n\n{words('Signed:')} {scribble(plan)}\n\n{words(f'Dated {person.signed_said}')}\n"


def _electronic(plan: Plan, person: Person) -> str:
    said = f"Electronically signed by {person.referee} on {person.signed_said}"
    return f"{words(statement(plan, person))}\n\n{words(f'Position: {person.role}')}\n\n#emph[{words(said)}]\n"


def letter(plan: Plan, person: Person) -> str:
    """A letter from the referee, on a page of its own."""
    head = f"{person.hospital}\n{person.signed_said}"
    first = f"Authentication of the MR Safety Expert portfolio of {person.name}"
    return (
        f"#align(right)[{words(head)}]\n\n#v(1cm){words('To the assessors')}\n\n{bold(first)}\n\n"
        f"{words(statement(plan, person))}\n\n{words('Yours faithfully')}\n\n{scribble(plan)}\n\n"
        f"{words(person.referee)} \\ {words(person.role)}\n\n{RULE}\n"
    )


def scribble(plan: Plan) -> str:
    """A signature in ink."""
    rng = chance("scribble", plan.seed)
    ink = rng.choice(('rgb("#1a2f8f")', "black", 'rgb("#20304f")'))
    parts = ["curve.move((2pt, 18pt))"]
    x = 2
    for _ in range(rng.randint(5, 9)):
        ends = [(x + rng.randint(2, 12), rng.randint(0, 26)) for _ in range(2)]
        x += rng.randint(9, 16)
        points = ", ".join(f"({a}pt, {b}pt)" for a, b in (*ends, (x, rng.randint(9, 20))))
        parts.append(f"curve.cubic({points})")
    return f"#box(height: 26pt, baseline: 8pt)[#curve(stroke: 1.1pt + {ink}, {', '.join(parts)})]"
