"""From a seed to files and answers."""

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from ..case import Case  # noqa: TID252 - the set is imported by two names
from ..more_references.chance import chance  # noqa: TID252 - as above
from ..places.desk import Desk  # noqa: TID252 - as above
from ..places.pen import HEIGHT, LIBRARY, WIDTH, Look, Pen  # noqa: TID252 - as above
from ..places.prose import TOPICS  # noqa: TID252 - as above
from . import front, word
from .evidence import MANNERS
from .model import Item, Marks, Span
from .notes import noted
from .packing import SINGLE
from .plan import Folio, design_of, items_of, people_of, rows_of
from .strays import strays
from .truth import FRONTS, Places, truth_of

_ZIP_DATE: Final = (2026, 1, 1, 0, 0, 0)
TABLES: Final = {"shaded": "ruled"}


def build(seed: int, folder: Path) -> Case:
    """The portfolio of this seed, made inside the folder."""
    design = design_of(seed)
    with LIBRARY.open() as evidence, LIBRARY.open() as head:
        items = _evidence(seed, evidence)
        folio = noted(Folio(seed=seed, design=design, people=people_of(seed), items=items, rows=rows_of(seed, items)))
        places, words = _fronted(folio, head)
        truth = truth_of(places)
        _numbered(evidence, places)
        if design.carrier == "pdf":
            portfolio = _single(head, evidence, places, folder)
        else:
            portfolio = _several(head, evidence, places, words, folder)
    return Case(
        name=f"packs {seed}",
        portfolio=portfolio,
        truth=truth,
        axes={
            "file": "folder" if design.carrier == "docx" else design.carrier,
            "table": "docx" if design.front == "docx" else TABLES.get(design.table, design.table),
            "source": "digital",
            "counting": truth["page_counting"],
            "segments": design.segments,
        },
        traits=(design.name, *(("decoy",) if seed % 2 else ())),
    )


# Evidence


def _evidence(seed: int, document: Any) -> tuple[Item, ...]:
    """Every item drawn, one after the other, with its spans and places."""
    rng = chance("packs, look", seed)
    look = Look(face=rng.choice(("sans", "sans", "serif")), size=rng.choice((9.5, 10.0, 10.5)), lead=1.35)
    pen = Pen(document, look)
    topics = {topic: at for at, (topic, _) in enumerate(TOPICS)}
    used: dict[str, int] = {}
    made = []
    for number, item in enumerate(items_of(seed)):
        if not item.sent:
            made.append(item)
            continue
        topic = next((at for words, at in topics.items() if words[1:] in item.title), number % len(TOPICS))
        made.append(_drawn(seed, pen, item, topic, used))
    pen.close()
    document.delete_page(0)
    return tuple(made)


def _drawn(seed: int, pen: Pen, item: Item, topic: int, used: dict[str, int]) -> Item:
    spans, spots = [], []
    for at, file in enumerate(item.files):
        if file.endswith(".docx"):
            spans.append(Span(file=file, sheet=0, first=1, count=1))
            continue
        first, desk = _piece(seed, pen, item, topic, at)
        count = pen.number - first + 1
        sheet = first - 1  # the pen's own first page is taken out again
        spans.append(Span(file=file, sheet=sheet, first=used.get(file, 0) + 1, count=count, divided=desk.first - first))
        used[file] = used.get(file, 0) + count
        spots += desk.spots if at == 0 else []
    return replace(item, spans=tuple(spans), spots=tuple(spots))


def _piece(seed: int, pen: Pen, item: Item, topic: int, at: int) -> tuple[int, Desk]:
    """One file of an item, or its place in a file of many: its first page and what was written."""
    rng, segments = chance("packs, item", seed, item.id, at), design_of(seed).segments
    pen.header = pen.footer = None
    pen.new_page()
    first = pen.number
    if segments == "dividers":
        pen.y = rng.choice((230, 300))
        pen.para(item.label, face="bold", size=26, align="centre", gap=14)
        pen.para(item.title, size=15, align="centre")
        pen.new_page()
    if rng.random() < 0.3:
        pen.header = lambda _: f"{item.title} - version {1 + topic % 3}.{at}"
    plain = at > 0 or segments in {"dividers", "stamps", "bookmarks"} or not item.labelled
    name = (
        item.title if plain else f"{item.label}{chance('packs, joint', seed).choice((': ', ' - ', '  '))}{item.title}"
    )
    pen.para(_other(item, at) if at else name, face="bold", size=15, gap=10)
    desk = Desk(rng, pen, (topic + 4 * at) % len(TOPICS), item.title)
    names = ("mails", "sheet", "letter")
    MANNERS[item.manner if at == 0 else names[(at + topic) % 3]](desk)
    return first, desk


def _other(item: Item, at: int) -> str:
    """The heading of an item's second file."""
    if item.annexed:
        return f"Annex {'ABC'[at - 1]} to {item.label}"
    if " part " in item.files[at]:
        return f"{item.title}, part {at + 1}"
    return item.files[at].rsplit("/", maxsplit=1)[-1][2:].removesuffix(".pdf").capitalize()


# Front and files


def _fronted(folio: Folio, head: Any) -> tuple[Places, front.Words]:
    """The front, drawn again until its length is what its page numbers say."""
    places = Places(folio=folio, marks=Marks(end=4))
    for _ in range(5):
        words = front.Words(folio, places.numbering(folio.design.counting))
        if folio.design.front == "docx":
            return places, words
        while len(head):
            head.delete_page(0)
        marks = front.drawn(head, folio, words)
        settled = marks.end == places.marks.end or folio.design.counting not in {"portfolio", "file"}
        places = Places(folio=folio, marks=marks)
        if settled:
            return places, words
    raise ValueError(f"the front of seed {folio.seed} does not settle")


def _numbered(evidence: Any, places: Places) -> None:
    """Numbers at the foot and labels in the corner, where this applicant has them."""
    design, before = places.folio.design, places.front
    for at, page in enumerate(evidence, 1):
        if design.counting in {"printed", "portfolio"}:
            page.insert_text(
                (WIDTH / 2 - 4, HEIGHT - 24), str(at + before * (design.counting == "portfolio")), fontsize=9
            )
    if design.segments == "stamps":
        for item in places.folio.sent:
            for span in item.spans:
                for sheet in range(span.sheet, span.sheet + span.count):
                    evidence[sheet - 1].insert_text((WIDTH - 130, 28), item.label, fontsize=12, fontname="hebo")


def _single(head: Any, evidence: Any, places: Places, folder: Path) -> Path:
    head.insert_pdf(evidence)
    if places.folio.design.segments == "bookmarks":
        entries = [(item, item.spans[0].sheet + places.front) for item in places.folio.sent]
        head.set_toc([[1, f"{item.label}: {item.title}", page] for item, page in entries])
    head.save(folder / SINGLE, garbage=4, deflate=True, no_new_id=True)
    return folder / SINGLE


def _several(head: Any, evidence: Any, places: Places, words: front.Words, folder: Path) -> Path:
    folio, root = places.folio, folder / "portfolio"
    root.mkdir()
    _front_files(head, places, words, root)
    runs: dict[str, list[tuple[int, int]]] = {}
    for item in folio.sent:
        for span in item.spans:
            if span.file.endswith(".docx"):
                word.item(folio.seed, item, root / span.file)
            else:
                runs.setdefault(span.file, []).append((span.sheet, span.sheet + span.count - 1))
    for file, parts in runs.items():
        _part(evidence, parts, root / file)
    if folio.design.stray:
        strays(folio, words, root)
    return _zipped(root, folder / "portfolio.zip") if folio.design.carrier == "zip" else root


def _front_files(head: Any, places: Places, words: front.Words, root: Path) -> None:
    design, marks = places.folio.design, places.marks
    if design.front == "docx":
        word.front(places.folio, words, root / FRONTS["docx"])
    elif design.front == "apart":
        names = front.SHEETS
        _part(head, [(1, marks.listing[0] - 1)], root / names["cover"])
        _part(head, [(marks.listing[0], marks.listing[-1])], root / names["list"])
        _part(head, [(marks.table[0], marks.end)], root / names["table"])
    else:
        _part(head, [(1, marks.end)], root / FRONTS["one"])


def _part(whole: Any, runs: list[tuple[int, int]], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with LIBRARY.open() as part:
        for first, last in runs:
            part.insert_pdf(whole, from_page=first - 1, to_page=last - 1)
        part.save(path, garbage=4, deflate=True, no_new_id=True)


def _zipped(root: Path, path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(one for one in root.rglob("*") if one.is_file()):
            archive.writestr(zipfile.ZipInfo(str(file.relative_to(root)), _ZIP_DATE), file.read_bytes())
            file.unlink()
    return path
