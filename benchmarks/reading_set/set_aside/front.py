"""Contents list, copy of the guidance, authentication."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from benchmarks.reading_set.set_aside.blocks import quoted
from benchmarks.reading_set.set_aside.grid import Grid, line
from benchmarks.reading_set.set_aside.people import Person
from benchmarks.reading_set.set_aside.setting import MARK, Look, heading, set_grid
from benchmarks.reading_set.set_aside.words import LONG, SUB_CATEGORIES

SCRIBBLES: Final = tuple(
    '#box(width: 4cm, height: 0.9cm)[#place(curve(stroke: 1.1pt + rgb("#1b2a6b"), ' + strokes + "))]"
    for strokes in (
        (
            "curve.move((2pt, 18pt)), curve.cubic((12pt, -8pt), (18pt, 34pt), (30pt, 8pt)), "
            "curve.cubic((36pt, 0pt), (40pt, 30pt), (52pt, 12pt)), "
            "curve.cubic((60pt, 2pt), (66pt, 26pt), (98pt, 6pt))"
        ),
        (
            "curve.move((6pt, 4pt)), curve.cubic((0pt, 30pt), (30pt, 24pt), (20pt, 6pt)), "
            "curve.cubic((14pt, -4pt), (40pt, 40pt), (58pt, 10pt)), "
            "curve.cubic((64pt, 6pt), (70pt, 22pt), (82pt, 20pt))"
        ),
        (
            "curve.move((2pt, 22pt)), curve.cubic((20pt, 20pt), (26pt, -10pt), (22pt, 20pt)), "
            "curve.cubic((30pt, 4pt), (36pt, 26pt), (44pt, 12pt)), "
            "curve.cubic((80pt, 24pt), (20pt, 28pt), (104pt, 16pt))"
        ),
    )
)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of the contents list."""

    label: str
    title: str
    subs: tuple[str, ...]
    page: str


def contents(rng: Random, entries: Sequence[Entry], look: Look, *, subs: bool, pages: bool) -> str:
    """The contents list, as a table or as lines with leaders. ``subs``: it names the sub-categories of each item."""
    title = heading(
        look,
        rng.choice(
            ("Contents", "List of evidence", "Index of evidence", "Contents list", "Summary of items submitted")
        ),
    )
    mark = MARK.format("c")
    if rng.random() < 0.55 or subs:
        heads = [rng.choice(("No.", "Item", "Reference")), rng.choice(("Title", "Evidence", "Document title"))]
        heads += ([rng.choice(("Sub-categories", "Relevant sub-category", "Claimed for"))] if subs else []) + (
            ["Page"] if pages else []
        )
        rows = [
            line(one.label, one.title, *([", ".join(one.subs)] if subs else []), *([one.page] if pages else []))
            for one in entries
        ]
        widths = (1.6, 5.0, *((2.6,) if subs else ()), *((1.0,) if pages else ()))
        return (
            mark
            + title
            + set_grid(Grid(headers=(line(*heads),), rows=tuple(rows), widths=widths), look, mark="c")
            + mark
        )
    leader = "#box(width: 1fr, repeat[.])" if pages else ""
    said = "".join(
        f"#par[{mark}{quoted(one.label + '  ' + one.title)} {leader} {quoted(one.page if pages else '')}]\n"
        for one in entries
    )
    return title + f"#block[#set par(spacing: 0.75em)\n{said}]\n"


def guidance_copy(look: Look) -> str:
    """The scheme's own list of sub-categories, as some applicants bind it in: nothing is claimed in it."""
    rows = tuple(line(sub, LONG[sub], "Documents, correspondence, minutes, reports") for sub in SUB_CATEGORIES)
    grid = Grid(headers=(line("Sub-category", "Description", "Examples of evidence"),), rows=rows, widths=(1.4, 5, 3))
    return heading(look, "Extract from the applicant guidance (for information)") + set_grid(grid, look)


def authentication(rng: Random, person: Person, look: Look) -> str:
    """The referee's authentication: a form or sentences."""
    title = heading(
        look,
        rng.choice(
            ("Authentication", "Authentication by referee", "Referee's statement", "Verification of authenticity")
        ),
        1.15,
    )
    text = rng.choice((
        "I confirm that the contents truly reflect the extent and nature of the applicant's own work.",
        f"I have read this portfolio and certify that it is a true reflection of the work of {person.name}.",
    ))  # fmt: skip
    name, role = (
        rng.choice(("Name", "Referee", "Referee name", "Print name")),
        rng.choice(("Position", "Job title", "Role", "Post held")),
    )
    date = person.signed_on.written if person.signed_on else ""
    ink = rng.choice(SCRIBBLES) if person.signed else ""
    start = f"{title}#par[{quoted(text)}]\n"
    if person.signed and rng.random() < 0.2:
        said = f"I, {person.referee}, {person.role}, have known the applicant for {rng.randint(3, 9)} years. {text}"
        return f"#block(breakable: false)[{title}#par[{quoted(said)}]\n#par[Signed {ink} on {quoted(date)}]]\n"
    facts = [(name, quoted(person.referee)), (role, quoted(person.role)), ("Signature", ink), ("Date", quoted(date))]
    if rng.random() < 0.5:
        cells = ", ".join(f"[{quoted(word)}], [{value}]" for word, value in facts)
        return (
            f"#block(breakable: false)[{start}"
            f"#table(columns: (3fr, 7fr), stroke: 0.5pt, inset: 6pt, align: horizon, {cells})]\n"
        )
    lines = "".join(f"#par[{quoted(word + ':')} {value}]\n" for word, value in facts)
    return f"#block(breakable: false)[{start}{lines}]\n"
