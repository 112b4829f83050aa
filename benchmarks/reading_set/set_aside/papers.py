"""Pieces of evidence: e-mails, reports, risk assessments, slides, audits, protocols, certificates."""

from collections.abc import Callable
from random import Random
from typing import Final

from benchmarks.reading_set.set_aside.blocks import Block, Paper, Part
from benchmarks.reading_set.set_aside.words import DEVICES, HEADINGS, HOSPITALS, MONTHS, PEOPLE, SCANNERS, SENTENCES


def paper(rng: Random, title: str, author: str, pages: int) -> Paper:
    """A piece of evidence with this title and number of pages."""
    if pages == 1:
        makers: tuple[Callable[..., Paper], ...] = (_email, _certificate, _audit, _protocol, _photo, _risk, _matrix)
    else:
        makers = (_report, _report, _slides, _procedure, _email, _risk, _audit, _protocol)
    return rng.choice(makers)(rng, title, author, pages)


def some_date(rng: Random) -> str:
    """A date of a piece of evidence, in one of the usual forms."""
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2020, 2025)
    return rng.choice((f"{day} {MONTHS[month - 1]} {year}", f"{day:02}/{month:02}/{year}", f"{day}.{month}.{year}"))


def prose(rng: Random, sentences: int) -> Block:
    """A paragraph."""
    return Block(kind="p", text=" ".join(rng.sample(SENTENCES, sentences)))


def _filled(rng: Random) -> list[Block]:
    return [prose(rng, rng.randint(2, 5)) for _ in range(rng.randint(3, 6))]


def _email(rng: Random, title: str, author: str, pages: int) -> Paper:
    other = rng.choice([name for name in PEOPLE if name != author])
    sent = f"{some_date(rng)} 1{rng.randint(0, 6)}:{rng.randint(10, 59)}"
    head = f"From: {author}\nSent: {sent}\nTo: {other}\nSubject: RE: {title}"
    first = (
        Block(kind="mono", text=head),
        Block(kind="p", text=f"Dear {other.split()[0]},"),
        *_filled(rng),
        Block(kind="p", text=author),
    )
    rest = ((Block(kind="small", text=f"On {some_date(rng)} {other} wrote:"), *_filled(rng)) for _ in range(pages - 1))
    paras = tuple(Part(hint=str(number), written=f"para {number}", page=1, alone=False) for number in (2, 3))
    return Paper(kind="email", pages=(first, *rest), parts=paras)


def _report(rng: Random, title: str, author: str, pages: int) -> Paper:
    """Sections numbered through the pages, each on one page; a table with its caption."""
    made: list[tuple[Block, ...]] = []
    parts: list[Part] = []
    number = 0
    for page in range(1, pages + 1):
        blocks = (
            [] if page > 1 else [Block(kind="h1", text=title), Block(kind="small", text=f"{author}, {some_date(rng)}")]
        )
        for _ in range(rng.randint(1, 2)):
            number += 1
            blocks += [
                Block(kind="h2", text=f"{number}. {HEADINGS[(number - 1) % len(HEADINGS)]}"),
                prose(rng, 5),
                prose(rng, 4),
            ]
            parts.append(Part(hint=str(number), written=f"section {number}", page=page, alone=True))
        made.append(tuple(blocks))
    rows = (
        ("Position", "Field (mT)", "Distance (m)"),
        *((f"{site}", f"{rng.uniform(0.1, 9):.1f}", f"{rng.uniform(1, 8):.1f}") for site in "ABCDE"),
    )
    made[-1] += (
        Block(kind="caption", text="Table 1. Fringe field and distance from isocentre"),
        Block(kind="table", rows=rows),
    )
    parts.append(Part(hint="table 1", written="Table 1", page=pages, alone=True))
    return Paper(kind="report", pages=tuple(made), parts=tuple(parts))


def _slides(rng: Random, title: str, author: str, pages: int) -> Paper:
    made = [
        (Block(kind="h1", text=title), Block(kind="p", text=author), Block(kind="small", text=rng.choice(HOSPITALS)))
    ]
    made += [
        (
            Block(kind="h1", text=rng.choice(HEADINGS)),
            *(Block(kind="p", text=f"\u2022 {line}") for line in rng.sample(SENTENCES, 4)),
        )
        for _ in range(pages - 1)
    ]
    shown = [(*blocks, Block(kind="small", text=f"Slide {number}")) for number, blocks in enumerate(made, 1)]
    parts = tuple(Part(hint=f"slide {n}", written=f"slide {n}", page=n, alone=True) for n in range(2, pages + 1))
    return Paper(kind="slides", pages=tuple(shown), parts=parts, landscape=True)


def _procedure(rng: Random, title: str, author: str, pages: int) -> Paper:
    made: list[tuple[Block, ...]] = []
    parts: list[Part] = []
    number = 0
    for page in range(1, pages + 1):
        blocks = (
            [
                Block(kind="h1", text=title),
                Block(kind="small", text=f"Version {rng.randint(1, 4)}.{rng.randint(0, 3)}, author {author}"),
            ]
            if page == 1
            else []
        )
        for _ in range(4):
            number += 1
            blocks.append(Block(kind="p", text=f"Step {number}: {' '.join(rng.sample(SENTENCES, 2))}"))
            parts.append(Part(hint=f"step {number}", written=f"step {number}", page=page, alone=True))
        made.append(tuple(blocks))
    history = (
        ("Version", "Date", "Change"),
        ("1.1", some_date(rng), "First issue"),
        ("1.2", some_date(rng), "Access"),
        ("2.1", some_date(rng), author),
    )
    made[-1] += (Block(kind="table", rows=history),)
    return Paper(kind="procedure", pages=tuple(made), parts=tuple(parts))


def _risk(rng: Random, title: str, author: str, pages: int) -> Paper:
    head = ("No.", "Hazard", "Control", "L", "C")
    made: list[tuple[Block, ...]] = []
    parts: list[Part] = []
    for page in range(1, pages + 1):
        numbers = range((page - 1) * 5 + 1, page * 5 + 1)
        rows = (
            head,
            *(
                (str(n), rng.choice(SENTENCES), rng.choice(SENTENCES), str(rng.randint(1, 5)), str(rng.randint(1, 5)))
                for n in numbers
            ),
        )
        top = (
            Block(kind="h1", text=f"Risk assessment: {title}")
            if page == 1
            else Block(kind="small", text=f"{title} (continued)")
        )
        made.append(
            (top, Block(kind="small", text=f"Assessor {author}, {some_date(rng)}"), Block(kind="table", rows=rows))
        )
        parts += [Part(hint=f"row {n}", written=f"row {n}", page=page, alone=True) for n in numbers]
    return Paper(kind="risk", pages=tuple(made), parts=tuple(parts))


def _audit(rng: Random, title: str, author: str, pages: int) -> Paper:
    """Clauses that look like sub-categories, with a column that says evidence."""
    made = []
    for page in range(pages):
        clauses = [f"{rng.randint(1, 8)}.{rng.randint(1, 3)}" for _ in range(7)]
        rows = (
            ("Clause", "Requirement", "Evidence seen", "Met"),
            *(
                (
                    c,
                    rng.choice(SENTENCES),
                    rng.choice(("Yes, poster", "Log 2023", "Interview", "None")),
                    rng.choice("YN"),
                )
                for c in clauses
            ),
        )
        made.append(
            (
                Block(kind="h1", text=title if page == 0 else "Audit, continued"),
                Block(kind="small", text=f"Auditor: {author}. {some_date(rng)}"),
                Block(kind="table", rows=rows),
                prose(rng, 2),
            )
        )
    return Paper(kind="audit", pages=tuple(made))


def _protocol(rng: Random, title: str, author: str, pages: int) -> Paper:
    made: list[tuple[Block, ...]] = []
    for page in range(pages):
        rows = (
            ("Parameter", "Before", "After"),
            *(
                (name, f"{rng.uniform(1, 9):.1f}", f"{rng.uniform(1, 9):.1f}")
                for name in ("TR (s)", "TE (ms)", "SAR (W/kg)", "B1+rms (uT)", "Flip")
            ),
        )
        made.append(
            (
                Block(kind="h1", text=title if page == 0 else "Comparison"),
                prose(rng, 3),
                Block(kind="caption", text=f"Table {page + 1}. {rng.choice(SCANNERS)}, {rng.choice(DEVICES)}"),
                Block(kind="table", rows=rows),
                Block(kind="p", text=f"Prepared by {author} on {some_date(rng)}."),
            )
        )
    return Paper(
        kind="protocol",
        pages=tuple(made),
        parts=tuple(Part(hint=f"table {n}", written=f"Table {n}", page=n, alone=True) for n in range(1, pages + 1)),
    )


def _matrix(rng: Random, title: str, author: str, pages: int) -> Paper:
    """Staff against what they were trained in: marks in a table that map no sub-categories."""
    units = [f"{rng.randint(1, 8)}.{place}" for place in range(1, 8)]
    marks = ("\u2713", "", "X")
    rows = (("Staff group", *units), *((group, *(rng.choice(marks) for _ in units)) for group in _GROUPS))
    head = Block(kind="small", text=f"{author}, {some_date(rng)}. Modules of the local course:")
    blocks = (Block(kind="h1", text=title), head, Block(kind="table", rows=rows), prose(rng, 4), prose(rng, 3))
    return Paper(kind="matrix", pages=(blocks,) * pages)


def _certificate(rng: Random, title: str, author: str, pages: int) -> Paper:
    lines = ("Certificate of attendance", "This is to certify that", author, f"took part in: {title}", some_date(rng))
    notes = Block(kind="h2", text="My reflection")
    return Paper(
        kind="certificate", pages=((*(Block(kind="h1", text=line) for line in lines), notes, prose(rng, 4)),) * pages
    )


def _photo(rng: Random, title: str, author: str, pages: int) -> Paper:
    blocks = (
        Block(kind="h1", text=title),
        Block(kind="photo"),
        Block(kind="caption", text=f"Figure 1. {rng.choice(SCANNERS)} entrance"),
        Block(kind="plot"),
        Block(kind="caption", text="Figure 2. Field along the couch"),
        Block(kind="small", text=f"Taken by {author}, {some_date(rng)}"),
    )
    return Paper(
        kind="photo",
        pages=(blocks,) * pages,
        parts=tuple(Part(hint=f"figure {n}", written=f"Figure {n}", page=1, alone=True) for n in (1, 2)),
    )


_GROUPS: Final = ("Radiographers", "Porters", "Anaesthetists", "Cleaners", "Volunteers", "Engineers")
