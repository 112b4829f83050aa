"""From a seed to files and answers."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from ..case import Case  # noqa: TID252 - the set is imported by two names
from ..more_references.chance import chance  # noqa: TID252 - as above
from ..more_references.topics import CODES  # noqa: TID252 - as above
from .desk import Desk
from .front import Front
from .model import Item, Marks, Portfolio
from .pen import HEIGHT, LIBRARY, WIDTH, Look, Pen
from .plan import ALL, design_of, items_of, people_of, rows_of
from .truth import FRONT, SINGLE, Places, truth_of

AXES: Final = {"three": "ruled", "shaded": "ruled", "parts": "ruled", "blocks": "per_category"}


def build(seed: int, folder: Path) -> Case:
    """The portfolio of this seed, made inside the folder."""
    with LIBRARY.open() as evidence, LIBRARY.open() as whole:
        folio = _written(seed, evidence)
        marks = _fronted(folio, whole)
        whole.insert_pdf(evidence)
        places = Places(folio=folio, marks=marks)
        _numbered(whole, places)
        truth = truth_of(places)
        portfolio = _saved(whole, places, folder)
    return Case(
        name=f"places {seed}",
        portfolio=portfolio,
        truth=truth,
        axes={
            "file": "folder" if places.apart else "pdf",
            "table": AXES.get(folio.design.table, folio.design.table),
            "source": "digital",
            "counting": truth["page_counting"],
            "segments": folio.design.segments,
        },
        traits=(folio.design.name,),
    )


def _written(seed: int, document: Any) -> Portfolio:
    """The evidence, and the portfolio as it is then known."""
    design, rng = design_of(seed), chance("places, look", seed)
    look = Look(face=design.face, size=rng.choice((9.5, 10.0, 10.5, 11.0)), lead=rng.choice((1.25, 1.35, 1.5)))
    pen, items = None, []
    for item, topic in items_of(seed):
        if pen is None:
            pen = Pen(document, look)
        else:
            pen.header = pen.footer = None
            pen.new_page()
        items.append(_item(seed, design.segments, pen, item, topic))
    if pen is not None:
        pen.close()
    made = tuple(items)
    rows = rows_of(seed, made) if design.table != "none" or design.mapping == "prose" else ()
    return Portfolio(
        seed=seed, design=design, people=people_of(seed), items=made, rows=rows, claims=_claims(seed, made, rows)
    )


def _claims(seed: int, items: tuple[Item, ...], rows: Any) -> dict[str, tuple[str, ...]]:
    """What the contents list claims for each item: what the rows say, or where there are none what chance says."""
    rng = chance("places, claims", seed)
    if not rows:
        return {item.id: tuple(sorted(rng.sample(CODES, rng.randint(1, 4)))) for item in items}
    return {item.id: tuple(row.code for row in rows if item in [ref.item for ref in row.refs]) for item in items}


def _item(seed: int, segments: str, pen: Pen, item: Item, topic: int) -> Item:
    """One item, on pages that begin here."""
    rng = chance("places, item", seed, item.id)
    first = pen.number
    name = f"{item.label}: {item.title}" if segments in {"headings", "files"} else item.title
    if segments == "dividers":
        pen.y = 280
        pen.para(item.label, face="bold", size=26, align="centre", gap=14)
        pen.para(item.title, size=15, align="centre")
        pen.new_page()
    if rng.random() < 0.3:
        pen.footer = lambda _: f"{item.title} - version {1 + topic % 3}.0"
    pen.para(name, face="bold", size=15, gap=10)
    if rng.random() < 0.5:
        who = rng.choice(("Written by", "Author:", "Prepared by"))
        pen.para(
            f"{who} the applicant, {rng.randint(13, 28)}/{rng.randint(1, 12):02d}/{rng.randint(2021, 2025)}",
            face="italic",
        )
    desk = Desk(rng, pen, topic, item.title)
    ALL[item.manner](desk)
    return replace(item, first=first, last=pen.number, spots=tuple(desk.spots))


def _fronted(folio: Portfolio, whole: Any) -> Marks:
    """The front, drawn into the whole; drawn again until its length is what its page numbers say."""
    guess = Marks(end=4)
    for _ in range(5):
        places = Places(folio=folio, marks=guess)
        number = places.numbering(folio.design.counting)
        while len(whole):
            whole.delete_page(0)
        marks = Front(whole, folio, number, lambda item: places.pages(item, ())[0]).draw()  # noqa: B023 - used at once
        if marks.end == guess.end:
            return marks
        guess = marks
    raise ValueError(f"the front of seed {folio.seed} does not settle")


def _numbered(whole: Any, places: Places) -> None:
    """Numbers at the foot and labels in the corner, where this applicant has them."""
    design, end = places.folio.design, places.marks.end
    for at, page in enumerate(whole, 1):
        shown = at - end if design.counting == "printed" else at
        if design.counting in {"printed", "portfolio"} and shown > 0:
            page.insert_text((WIDTH / 2 - 4, HEIGHT - 24), str(shown), fontsize=9)
    if design.segments == "stamps":
        for item in places.folio.items:
            for number in range(item.first, item.last + 1):
                whole[end + number - 1].insert_text((WIDTH - 130, 28), item.label, fontsize=12, fontname="hebo")


def _saved(whole: Any, places: Places, folder: Path) -> Path:
    items, end = places.folio.items, places.marks.end
    if places.apart:
        root = folder / "portfolio"
        root.mkdir()
        _part(whole, 1, end, root / FRONT)
        for item in items:
            _part(whole, end + item.first, end + item.last, root / places.file(item))
        return root
    if places.folio.design.segments == "bookmarks":
        whole.set_toc([[1, f"{item.label}: {item.title}", end + item.first] for item in items])
    whole.save(folder / SINGLE, garbage=4, deflate=True, no_new_id=True)
    return folder / SINGLE


def _part(whole: Any, first: int, last: int, path: Path) -> None:
    with LIBRARY.open() as part:
        part.insert_pdf(whole, from_page=first - 1, to_page=last - 1)
        part.save(path, garbage=4, deflate=True, no_new_id=True)
