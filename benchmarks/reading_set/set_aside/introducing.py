"""The first pages: cover, personal statement, the applicant's own declaration."""

from random import Random
from typing import Final

from benchmarks.reading_set.set_aside.blocks import quoted
from benchmarks.reading_set.set_aside.front import SCRIBBLES
from benchmarks.reading_set.set_aside.grid import Grid, line
from benchmarks.reading_set.set_aside.people import Person, some_day
from benchmarks.reading_set.set_aside.setting import Look, heading, set_grid

_TITLES: Final = (
    *("MR Safety Expert Portfolio", "Portfolio of Experience", "MRSE application"),
    "IPEM MRSE Certificate of Competence: evidence portfolio",
)


def cover(rng: Random, person: Person, look: Look, *, dated: bool) -> str:
    """The first page: who applies, and when where it is ``dated``."""
    title = rng.choice(_TITLES)
    facts = [
        (rng.choice(("Applicant", "Name", "Candidate", "Name of applicant")), person.name),
        ("Post", person.job),
        ("Employer", person.hospital),
    ]
    date = (rng.choice(("Date of submission", "Submitted", "Submission date", "Date submitted")), "")
    if person.submitted and dated:
        facts.append((date[0], person.submitted.written))
    facts += _beside(rng)
    form = rng.choice(("lines", "table", "centred"))
    head = f"#v(3cm)\n{heading(look, title, 2.0)}\n#v(1cm)\n"
    if form == "table":
        return head + set_grid(Grid(headers=(), rows=tuple(line(*fact) for fact in facts), widths=(2, 4)), look)
    if form == "centred":
        words = [value for _, value in facts[:3]] + [f"{name}: {value}" for name, value in facts[3:]]
        said = "".join(f"#par[#text(size: 1.2em)[{quoted(word)}]]\n" for word in words)
        return f"#align(center)[{head}{said}]\n"
    return head + "".join(f"#par[#text(weight: 700)[{quoted(name + ':')}] {quoted(value)}]\n" for name, value in facts)


def _beside(rng: Random) -> list[tuple[str, str]]:
    """What else stands on covers: numbers and dates that are not those of the submission."""
    facts = (
        ("HCPC registration", f"CS{rng.randint(10000, 29999)}"),
        ("ABMRS MRSE examination passed", some_day(rng, 2021).written),
        ("Guidance version", f"{rng.randint(1, 3)}.{rng.randint(0, 2)}"),
    )
    return [fact for fact in facts if rng.random() < 0.25]


def statement(rng: Random, person: Person, look: Look) -> str:
    """A page in which the applicant presents the portfolio."""
    texts = (
        f"I work as {person.job} at {person.hospital} and have advised on MR safety since 2016.",
        f"This portfolio shows the work that I have done at {person.hospital}. Patient details have been removed.",
    )
    text = rng.choice(texts)
    more = "Each item begins on a new page. Commentaries are short and stand with the evidence."
    title = heading(look, rng.choice(("Introduction", "Personal statement", "About this portfolio")))
    return f"{title}#par[{quoted(text)}]\n#par[{quoted(more)}]\n"


def declaration(rng: Random, person: Person, look: Look) -> str:
    """The applicant's own signature, which is not the referee's."""
    title = heading(look, rng.choice(("Declaration by the applicant", "Applicant's declaration")))
    text = "I declare that the work in this portfolio is my own and that patient details have been removed."
    date = f"#par[{quoted('Date of submission: ' + person.submitted.written)}]\n" if person.submitted else ""
    signed = f"#par[Signed: {rng.choice(SCRIBBLES)}]\n#par[{quoted('Name: ' + person.name)}]\n"
    return f"{title}#par[{quoted(text)}]\n{signed}{date}"
