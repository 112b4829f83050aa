# ruff: noqa: RUF001 - applicants write dashes and curly quotes
"""What stands on the pages of items of evidence: parts that references name, as blocks for PDF and DOCX alike."""

import datetime as dt
from collections.abc import Sequence
from random import Random
from typing import Final, NamedTuple

from ..more_references.topics import HEADINGS, SENTENCES  # noqa: TID252 - the set is imported by two names
from .model import Item, Part

GENRES: Final = (
    *("report", "report", "deep", "policy", "emails", "slides", "risk", "minutes", "sheets", "account", "account"),
    *("lettered", "chapters", "parts", "steps", "bullets", "annexed", "captions", "plain"),
)
SHEETS: Final = ("Summary", "Field map", "Noise", "Risk scores", "SAR log", "Actions", "Raw data", "Sign-off")
SUBJECTS: Final = ("Clip query", "Draft for comment", "RE: stent, can we scan?", "Signage", "Actions after the drill")
OWN_HEADINGS: Final = (
    *("Lessons learned", "What I changed", "Advice given to the ward", "Limits of the measurement", "Who to call"),
    *("Risk control measures", "Image quality", "Residual risk", "My contribution", "Next review", "Exclusion zone"),
    *("Use of the emergency stop", "Reply from the maker", "Effect on SAR", "Hearing protection"),
)


class Block(NamedTuple):
    """A piece of a page: ``kind`` is heading, small, words, numbered, table, figure, bullet or slide."""

    kind: str
    text: str
    lead: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def parts_of(rng: Random, genre: str, pages: int) -> tuple[Part, ...]:
    """The parts of an item of this genre, in their order; at least one begins on each page unless there are none."""
    if genre == "plain":
        return ()
    if genre == "bullets":
        page = rng.randint(1, pages)
        return tuple(Part(kind="bullet", number=str(n), page=page) for n in range(1, 6))
    if genre == "captions":
        return _captions(rng, pages)
    if genre == "annexed":
        return _annexed(rng, pages)
    each = 1 if genre in {"slides", "sheets", "chapters", "parts"} else rng.choice((1, 2, 2))
    each = 3 if genre in {"risk", "policy"} else each
    count = pages * each
    names = _names(rng, genre, count)
    kind = {"report": "section", "deep": "section", "lettered": "section", "policy": "paragraph", "risk": "row"}
    kinds = {"emails": "email", "slides": "slide", "minutes": "minute", "sheets": "sheet", "account": "heading"}
    last = {"chapters": "chapter", "parts": "part", "steps": "step"}
    found = (kind | kinds | last)[genre]
    on = [at // each + 1 for at in range(count)]
    if genre in {"report", "deep", "lettered", "account", "minutes", "chapters", "parts"} and rng.random() < 0.4:
        on = [1, *sorted(rng.choices(range(1, pages + 1), k=count - 1))]  # some go on over a page, some share one
    return tuple(
        Part(kind=found, number=number, page=page, heading=heading)
        for page, (number, heading) in zip(on, names, strict=True)
    )


def _names(rng: Random, genre: str, count: int) -> list[tuple[str, str]]:
    if genre == "emails":
        first = dt.date(2023, rng.randint(1, 9), rng.randint(3, 20))
        days = [first + dt.timedelta(days=4 * n + rng.randint(0, 2)) for n in range(count)]
        return [(f"{day.day} {day:%B} {day.year}", rng.choice(SUBJECTS)) for day in days]
    if genre == "sheets":
        return [(name, "") for name in rng.sample(SHEETS, count)]
    if genre == "account":
        return [(heading, heading) for heading in rng.sample(OWN_HEADINGS, count)]
    words = rng.sample(HEADINGS, len(HEADINGS)) * 2
    return list(zip(_numbers(rng, genre, count), words[:count], strict=True))


def _numbers(rng: Random, genre: str, count: int) -> list[str]:
    if genre == "lettered":
        return [chr(ord("A") + n) for n in range(count)]
    if genre in {"deep", "policy"}:
        top = rng.choice((1, 1, 3))
        return [f"{n // 3 + top}.{n % 3 + 1}" for n in range(count)]
    if genre == "minutes":
        return [f"{n + 2}.{rng.randint(1, 3)}" if rng.random() < 0.5 else str(n + 2) for n in range(count)]
    return [str(n + 1) for n in range(count)]


def _captions(rng: Random, pages: int) -> tuple[Part, ...]:
    made, counts = [], {"table": 0, "figure": 0}
    for page in range(1, pages + 1):
        for kind in rng.sample(("table", "figure"), rng.choice((1, 2))):
            counts[kind] += 1
            made.append(Part(kind=kind, number=str(counts[kind]), page=page, heading=rng.choice(HEADINGS)))
    return tuple(made)


def _annexed(rng: Random, pages: int) -> tuple[Part, ...]:
    kind = rng.choice(("appendix", "annex"))
    body = [Part(kind="section", number=str(n), page=1, heading=HEADINGS[n]) for n in (1, 2)]
    names = rng.choice(("ABCD", "1234"))
    rest = [
        Part(kind=kind, number=names[page - 2], page=page, heading=rng.choice(HEADINGS)) for page in range(2, pages + 1)
    ]
    return (*body, *rest)


def _words(rng: Random, count: int) -> str:
    return " ".join(rng.sample(SENTENCES, count))


def blocks_of(rng: Random, item: Item) -> list[list[Block]]:
    """The blocks of each text page."""
    look = rng.randrange(3)
    pages = [_page(rng, item, page, look) for page in range(1, item.pages + 1)]
    titled = [part for part in item.parts if part.kind in {"section", "chapter", "part", "heading"}]
    if len(titled) > 2 and item.pages > 1 and rng.random() < 0.4:
        pages[0] = [_ahead(rng, titled), *pages[0]]
    return pages


def _ahead(rng: Random, parts: Sequence[Part]) -> Block:
    """Words that name parts before they begin: the item's own contents, or a sentence."""
    if rng.random() < 0.5:
        lines = [
            f"{part.number if part.heading != part.number else ''} {part.heading} ... {part.page}" for part in parts
        ]
        return Block("small", "\n".join(["In this document", *(line.strip() for line in lines)]))
    last = parts[-1]
    named = f"“{last.heading}”" if last.kind == "heading" else f"{last.kind} {last.number}"
    return Block("words", f"What was agreed in the end is in {named}; the earlier parts say how we came to it.")


def _page(rng: Random, item: Item, page: int, look: int) -> list[Block]:
    here = [part for part in item.parts if part.page == page]
    if not here:
        return [Block("words", _words(rng, 4)), Block("words", _words(rng, 3))]
    kind = here[0].kind
    if kind == "row":
        rows = [("No.", "Hazard", "Control"), *((part.number, *rng.sample(SENTENCES, 2)) for part in here)]
        return [Block("table", "", "", tuple(rows))]
    if kind == "bullet":
        bullets = [Block("bullet", words) for words in rng.sample(SENTENCES, len(here))]
        return [Block("words", _words(rng, 2)), *bullets]
    if kind == "sheet":
        rows = [("Date", "Place", "Value"), *((f"{n:02d}/05/2023", f"Point {n}", f"0.{n} mT") for n in range(1, 7))]
        return [Block("small", f"Sheet: {here[0].number}"), Block("table", "", "", tuple(rows))]
    start = [Block("words", _words(rng, 2))] if page == 1 and kind != "email" else []
    return start + [block for part in here for block in _part(rng, part, look)]


def _part(rng: Random, part: Part, look: int) -> list[Block]:
    words = Block("words", _words(rng, rng.choice((3, 4, 5))))
    number, heading = part.number, part.heading
    if part.kind == "paragraph":
        return [Block("numbered", words.text, number)]
    if part.kind == "step":
        return [Block("numbered", words.text, f"Step {number}:")]
    if part.kind == "email":
        head = f"From: applicant\nSent: {number}\nTo: MR lead radiographer\nSubject: {heading}"
        return [Block("small", head), words]
    if part.kind == "slide":
        return [Block("slide", heading, number), *(Block("bullet", one) for one in rng.sample(SENTENCES, 3))]
    if part.kind in {"table", "figure"}:
        rows = (("Position", "Value"), ("Door", "0.4 mT"), ("Window", "0.2 mT")) if part.kind == "table" else ()
        return [words, Block(part.kind, "", "", rows), Block("small", f"{part.kind.capitalize()} {number}. {heading}")]
    titled = {
        "heading": heading,
        "chapter": f"Chapter {number}. {heading}",
        "part": (f"Part {number}: {heading}", f"Part {number} – {heading}", f"PART {number}")[look],
        "appendix": f"Appendix {number}: {heading}",
        "annex": f"Annex {number} – {heading}",
        "minute": f"{number}  {heading}",
    }.get(part.kind, (f"{number}  {heading}", f"{number}. {heading}", f"Section {number}: {heading}")[look])
    return [Block("heading", titled), words]


def text_of(pages: Sequence[Sequence[Block]]) -> str:
    """All words, for an e-mail."""
    return "\n\n".join(f"{block.lead} {block.text}".strip() for page in pages for block in page)
