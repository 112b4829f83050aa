# ruff: noqa: RUF001 - applicants write dashes and curly quotes
"""How applicants name items and places in them. Mostly plain data."""

from collections.abc import Mapping
from random import Random
from typing import Final

from .model import Design, Hint, Item, Spot

KEPT: Final = ("table", "figure", "slide", "row", "step")
WORD: Final[Mapping[str, tuple[str, ...]]] = {
    "section": ("section {x}",),
    "clause": ("clause {x}",),
    "paragraph": ("paragraph {x}",),
    "heading": ("“{h}”",),
    "appendix": ("Appendix {x}",),
    "annex": ("Annex {x}",),
    "table": ("Table {x}",),
    "figure": ("Figure {x}",),
    "slide": ("slide {x}",),
    "row": ("row {x}",),
    "step": ("step {x}",),
    "minute": ("minute {x}",),
    "email": ("e-mail of {x}",),
    "question": ("question {x}",),
    "box": ("box {x}",),
    "part": ("Part {x}",),
    "entry": ("entry of {x}",),
}
SHORT: Final[Mapping[str, tuple[str, ...]]] = {
    "section": ("s.{x}", "s. {x}"),
    "clause": ("cl. {x}",),
    "paragraph": ("para. {x}",),
    "heading": ("‘{h}’",),
    "appendix": ("App. {x}",),
    "annex": ("Annex {x}",),
    "table": ("Tab. {x}",),
    "figure": ("Fig. {x}",),
    "slide": ("sl. {x}",),
    "minute": ("min. {x}",),
    "email": ("email {x}",),
    "question": ("Q{x}",),
    "part": ("Pt {x}",),
    "entry": ("entry {x}",),
}
SEC: Final[Mapping[str, tuple[str, ...]]] = {
    "section": ("sec {x}", "sec. {x}", "Sec {x}", "Sect. {x}"),
    "clause": ("cl {x}",),
    "paragraph": ("para {x}", "par. {x}"),
    "heading": ("section “{h}”",),
    "appendix": ("App {x}", "Appx {x}"),
    "figure": ("fig {x}",),
    "table": ("table {x}",),
    "question": ("Q {x}", "Q.{x}"),
    "email": ("email dated {x}",),
}
SIGN: Final[Mapping[str, tuple[str, ...]]] = {
    "section": ("§{x}", "§ {x}"),
    "clause": ("§{x}",),
    "paragraph": ("¶{x}",),
    "heading": ("“{h}” section",),
    "appendix": ("Appendix {x}",),
}
HEADED: Final[Mapping[str, tuple[str, ...]]] = {
    "section": ("section {x} ({h})", "section {x}: {h}", "section {x} “{h}”", "section {x} - {h}"),
    "heading": ("section headed “{h}”", "under “{h}”", "heading “{h}”"),
    "appendix": ("Appendix {x} ({h})",),
    "annex": ("Annex {x} ({h})",),
    "part": ("Part {x} ({h})",),
    "minute": ("minute {x} ({h})",),
}
TALKING: Final[Mapping[str, tuple[str, ...]]] = {
    "section": ("see section {x}", "mainly section {x}", "especially section {x}", "in particular section {x}"),
    "clause": ("see clause {x}", "my wording of clause {x}"),
    "paragraph": ("see paragraph {x}", "at para {x}", "particularly paragraph {x}"),
    "heading": ("see under ‘{h}’", "the section headed “{h}”", "see the part headed “{h}”"),
    "appendix": ("see its Appendix {x}", "appendix {x} of the document"),
    "table": ("see table {x}", "results in table {x}"),
    "figure": ("see figure {x}", "as shown in figure {x}"),
    "slide": ("see slide {x}", "my slide {x}"),
    "row": ("see row {x} of the table", "hazard in row {x}"),
    "step": ("see step {x}", "from step {x}"),
    "minute": ("item {x} of the minutes", "agenda item {x}", "see minute {x}"),
    "email": ("my e-mail of {x}", "see the e-mail dated {x}"),
    "question": ("my answer to question {x}", "see Question {x}"),
    "box": ("see box {x} of the form",),
    "part": ("see Part {x}",),
    "entry": ("see the entry for {x}",),
}
LOUD: Final[Mapping[str, tuple[str, ...]]] = {
    "section": ("SECTION {x}", "SEC {x}", "Section {x}"),
    "clause": ("CLAUSE {x}",),
    "paragraph": ("PARA {x}",),
    "heading": ("SECTION '{h}'",),
    "appendix": ("APPENDIX {x}",),
    "annex": ("ANNEX {x}",),
    "table": ("TABLE {x}",),
    "figure": ("FIGURE {x}", "FIG. {x}"),
    "slide": ("SLIDE {x}",),
    "row": ("ROW {x}",),
    "step": ("STEP {x}",),
    "minute": ("MINUTE {x}",),
    "question": ("QUESTION {x}",),
    "box": ("BOX {x}",),
    "part": ("PART {x}",),
}
VOICES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "word": WORD,
    "short": SHORT,
    "sec": SEC,
    "sign": SIGN,
    "headed": HEADED,
    "talking": TALKING,
    "loud": LOUD,
}
"""A voice that has no words of its own for a kind of place takes the plain ones. "quoted", "half" and "mixed" are made below."""  # noqa: E501 - plain data

TWO: Final = {
    "section": ("sections {x} and {y}", "sec {x} & {y}", "sections {x}, {y}", "§{x} and §{y}", "s. {x} and {y}"),
    "clause": ("clauses {x} and {y}", "cl. {x}, {y}"),
    "paragraph": ("paragraphs {x} and {y}", "paras {x}, {y}"),
    "slide": ("slides {x} and {y}", "slides {x}, {y}"),
    "row": ("rows {x} and {y}", "rows {x} & {y}"),
    "step": ("steps {x} and {y}",),
    "appendix": ("Appendices {x} and {y}",),
    "question": ("questions {x} and {y}", "Q{x} and Q{y}"),
    "table": ("Tables {x} and {y}",),
    "part": ("Parts {x} and {y}",),
}
RUN: Final = {
    "section": ("sections {x}-{y}", "sec {x}-{y}", "sections {x} to {y}", "§§{x}–{y}", "s. {x}–{y}"),
    "paragraph": ("paragraphs {x}-{y}", "paras {x} to {y}"),
    "clause": ("clauses {x}–{y}",),
    "slide": ("slides {x}-{y}", "slides {x} to {y}"),
    "row": ("rows {x}-{y}", "rows {x} to {y}"),
    "step": ("steps {x}-{y}",),
    "question": ("questions {x}-{y}", "Q{x}-{y}"),
}
BOTH: Final = ("{s} (page {{p}})", "{s}, p{{p}}", "p{{p}} ({s})", "p. {{p}}, {s}", "{s} on page {{p}}", "page {{p}}, {s}",  # noqa: E501 - plain data
               "{s} [p{{p}}]", "{s} (p.{{p}})")  # fmt: skip
PAGES: Final = (
    ("p{p}", "pp{p}-{q}"),
    ("page {p}", "pages {p}-{q}"),
    ("p. {p}", "pp. {p}–{q}"),
    ("pg {p}", "pgs {p} to {q}"),
)
JOINS: Final = ("{l}, {h}", "{l} {h}", "{l} ({h})", "{l}: {h}", "{l} – {h}", "{h} of {l}", "{h} in {l}")
LINKS: Final = (
    "of",
    "the",
    "and",
    "to",
    "in",
    "at",
    "a",
    "for",
    "from",
    "that",
    "with",
    "by",
    "is",
    "on",
    "out",
    "we",
    "not",
)

NAMINGS: Final = {
    "evidence": ("Evidence {n}", ("Evidence {n}",)),
    "letter e": ("E{n}", ("E{n}",)),
    "item": ("Item {n}", ("Item {n}", "item {n}")),
    "document": ("Document {n}", ("Doc {n}", "Doc. {n}")),
    "exhibit": ("Exhibit {a}", ("Exhibit {a}", "Exh. {a}")),
    "appendix": ("Appendix {a}", ("Appendix {a}", "App. {a}")),
    "attachment": ("Attachment {n}", ("Attachment {n}", "Att. {n}")),
    "bracketed": ("Evidence {n}", ("[{n}]",)),
    "messy": (
        "Evidence {n}",
        ("Evidence {n}", "evidence no. {n}", "Ev{n}", "ev. {n}", "Evid {n}", "E{n}", "Evidence item {n}", "EVIDENCE {n}",  # noqa: E501 - plain data
         "Evidence #{n}", "evidence({n})", "Evidence-{n}"),
    ),
    "messy item": ("Item {n}", ("Item {n}", "item no {n}", "Itm {n}", "item{n}", "ITEM {n}", "Item No.{n}", "item # {n}")),  # noqa: E501 - plain data
    "messy document": (
        "Document {n}",
        ("Document {n}", "Doc {n}", "doc{n}", "Docs {n}", "document no. {n}", "Document ({n})", "Doc #{n}", "Docum. {n}"),  # noqa: E501 - plain data
    ),
    "titled": ("Evidence {n}", ("Evidence {n} ({t})", "Evidence {n}: {t}", "{t} (Evidence {n})", "Evidence {n} – {t}")),
    "title only": ("Evidence {n}", ("{t}", "“{t}”")),
    "spoken": ("Evidence {n}", ("see evidence {n}", "please refer to Evidence {n}", "Evidence {n}", "as shown by evidence {n}",  # noqa: E501 - plain data
                                "Evidence {n} above all")),
}  # fmt: skip
"""What stands on the item, and what stands in cells; ``{a}`` is a letter, ``{t}`` the title."""


def label(design: Design, item: Item, rng: Random) -> str:
    """How a cell calls an item."""
    number = "" if item.id.isalpha() else item.id
    return rng.choice(NAMINGS[design.naming][1]).format(n=number, a=item.id, t=item.title)


def place(rng: Random, design: Design, item: Item, habit: Random) -> Hint:
    """A place in the item. ``habit`` says the same for the whole portfolio, so that a person keeps to a manner."""
    how = rng.random()
    if not item.spots or how < 0.12:
        return _pages(rng, item, habit) if design.paged and how < 0.7 else Hint()
    spot = rng.choice(item.spots)
    hint = None
    if how < 0.24:
        hint = _two(rng, item, spot)
    elif how < 0.36:
        hint = _run(rng, item, spot)
    form, section = _one(rng, design, spot, item) if hint is None else (hint.form, hint.section)
    led = (spot.page,) if hint is None else hint.led
    if len(led) == 1 and rng.random() < design.paged:
        return Hint(form=habit.choice(BOTH).format(s=form), pages=led, section=section, led=led)
    return Hint(form=form, section=section, led=led)


def _one(rng: Random, design: Design, spot: Spot, item: Item) -> tuple[str, str]:
    voice = design.voice
    if voice in {"quoted", "half"} and spot.heading and spot.kind in {"section", "heading", "appendix"}:
        words = _cut(spot.heading, item) if voice == "half" else spot.heading
        return rng.choice(("“{}”", "'{}'", "under “{}”", "section “{}”", "see ‘{}’")).format(words), words
    if voice == "mixed":
        voice = rng.choice(tuple(VOICES))
    kind = spot.kind
    forms = VOICES.get(voice, WORD).get(kind, WORD[kind])
    if not spot.heading:
        forms = tuple(one for one in forms if "{h}" not in one) or WORD[kind]
    words = rng.choice(forms).format(x=spot.number, h=spot.heading)
    kept = f"{kind} {spot.number}" if kind in KEPT else spot.number
    if spot.inside:
        return f"Annex {spot.inside}, {words}", f"{spot.inside}, {kept}"
    return words, kept


def _cut(heading: str, item: Item) -> str:
    """The beginning of a heading that no other heading of the item shares."""
    words = heading.split()
    for many in range(3, len(words) - 1):
        part = " ".join(words[:many])
        alone = sum(spot.heading.startswith(part) for spot in item.spots) == 1
        if alone and words[many - 1].lower() not in LINKS:
            return part
    return heading


def _alike(item: Item, spot: Spot) -> list[Spot]:
    """Places of the same kind and depth."""
    depth = spot.number.count(".")
    return [one for one in item.spots if one.kind == spot.kind and one.number.count(".") == depth and not one.inside]


def _two(rng: Random, item: Item, spot: Spot) -> Hint | None:
    same = _alike(item, spot)
    if spot.kind not in TWO or len(same) < 3:
        return None
    one, other = sorted(rng.sample(range(len(same)), 2))
    words = rng.choice(TWO[spot.kind]).format(x=same[one].number, y=same[other].number)
    kept = f"{spot.kind} " if spot.kind in KEPT else ""
    led = tuple(sorted({same[one].page, same[other].page}))
    return Hint(form=words, section=f"{kept}{same[one].number}, {same[other].number}", led=led)


def _run(rng: Random, item: Item, spot: Spot) -> Hint | None:
    """A run of places that follow each other with nothing between, on pages that follow each other."""
    same = _alike(item, spot)
    at = same.index(spot) if spot in same else len(same)
    run = same[at : at + 3]
    if spot.kind not in RUN or len(run) < 3 or len(same) != len(item.spots) or "." in spot.number:
        return None
    led = tuple(sorted({one.page for one in run}))
    if led != tuple(range(led[0], led[-1] + 1)) or not all(one.number.isdigit() for one in run):
        return None
    words = rng.choice(RUN[spot.kind]).format(x=run[0].number, y=run[-1].number)
    kept = f"{spot.kind} " if spot.kind in KEPT else ""
    return Hint(form=words, section=f"{kept}{run[0].number}-{run[-1].number}", led=led)


def _pages(rng: Random, item: Item, habit: Random) -> Hint:
    one, run = habit.choice(PAGES)
    last = max(spot.page for spot in item.spots) if item.spots else 1
    first = rng.randint(1, last)
    if first < last and rng.random() < 0.4:
        return Hint(form=run, pages=(led := tuple(range(first, last + 1))), led=led)
    return Hint(form=one, pages=(first,), led=(first,))
