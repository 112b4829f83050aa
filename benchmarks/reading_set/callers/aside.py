"""What applicants put into the front that is none of its parts, and that looks like one."""

from dataclasses import replace

from .blocks import Block, Row, Sheets, Table, Title, Words, row
from .chance import chance, codes, words
from .plan import Plan


def aside(plan: Plan) -> tuple[list[Sheets], list[Sheets]]:
    """Sheets before the table and sheets after it."""
    how = plan.habits.aside
    if how == "none":
        return [], []
    made = {
        "summary": _summary,
        "draft": _draft,
        "commentary": _commentary,
        "cv": _cv,
        "guidance_table": _guidance,
        "log": _log,
    }[how](plan)
    sheets = [Sheets(blocks=tuple(made))]
    return ([], sheets) if how in {"commentary", "log"} else (sheets, [])


def _summary(plan: Plan) -> list[Block]:
    """How many items each category has, as a table."""
    rows: list[Row] = [row("Category", "Items", bold=True, shaded=True)]
    for number, name in words("people")["categories"].items():
        many = sum(any(code[0] == number for code in item.claimed) for item in plan.sent)
        rows.append(row(f"{number}. {name}", str(many)))
    return [Title(text="The portfolio in numbers"), Table(rows=tuple(rows), widths=(5, 1))]


def _draft(plan: Plan) -> list[Block]:
    """The table of an earlier version, said to be out of force."""
    rng = chance("draft", plan.habits.seed)
    rows: list[Row] = [row("Sub-category", "Evidence", bold=True, shaded=True)]
    rows += [row(code, rng.choice(plan.items).short) for code in codes()[:9]]
    said = "Withdrawn: the table of my first draft, kept for the record and replaced by the table that follows."
    return [
        Title(text="Cross reference table (superseded draft)"),
        Words(text=said, bold=True),
        Table(rows=tuple(rows), widths=(1, 2)),
    ]


def _commentary(plan: Plan) -> list[Block]:
    """A few words on some items; it claims nothing."""
    rng = chance("commentary", plan.habits.seed)
    made: list[Block] = [Title(text="Commentary")]
    for item in rng.sample(plan.sent, 3):
        said = rng.choice(words("wording")["general"])
        made.append(Words(text=f"{item.label} shows how I work when time is short. {said}"))
    return made


def _cv(plan: Plan) -> list[Block]:
    people = plan.people
    rng = chance("cv", plan.habits.seed)
    began = rng.randint(2006, 2015)
    rows = (
        row(f"{began}\u2013{began + 4}", "Trainee", "Queen Adela Hospital, Thornsea"),
        row(f"{began + 4}\u2013{began + 8}", "Clinical Scientist", "Northmere NHS Foundation Trust"),
        row(f"{began + 8}\u2013", people.post, people.site),
    )
    return [
        Title(text="Curriculum vitae"),
        Words(text=people.applicant, bold=True),
        Table(rows=rows, widths=(1.4, 2, 3), heads=0, look="rules"),
    ]


def _guidance(_plan: Plan) -> list[Block]:
    """The scheme's sub-categories with the kind of evidence that is wanted, kept from the instructions."""
    wanted = ("Documents, e-mails, minutes", "Reports and audits", "Letters, risk assessments")
    rows: list[Row] = [row("Sub-category", "What it is about", "Evidence that may be sent", bold=True, shaded=True)]
    rows += [row(code, words("people")["codes"][code], wanted[at % 3]) for at, code in enumerate(codes())]
    said = "For reference, the scheme's requirements as I understand them; my own evidence is listed elsewhere."
    return [
        Title(text="Requirements of the scheme"),
        Words(text=said),
        replace(Table(rows=tuple(rows), widths=(1.3, 4, 3)), smaller=-1),
    ]


def _log(plan: Plan) -> list[Block]:
    rng = chance("log", plan.habits.seed)
    rows: list[Row] = [row("Date", "Course or meeting", "Hours", bold=True, shaded=True)]
    rows += [
        row(f"{rng.randint(1, 12):02}/{2021 + at}", name, f"{rng.randint(1, 7)}.{rng.choice((0, 5))}")
        for at, name in enumerate(("MR Safety Update", "Local induction", "Implant webinar", "Regional meeting"))
    ]
    return [Title(text="CPD log"), Table(rows=tuple(rows), widths=(1, 4, 1))]
