"""One portfolio from its seed: choose, set the evidence, draw the claims, set the front, bind, say what it is."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from benchmarks.reading_set.case import Case
from benchmarks.reading_set.set_aside.engine import Sheets, typeset

from . import word
from .binding import (
    LIBRARY,
    bookmarked,
    bundles_of,
    mail,
    part,
    picture,
    places_of,
    saved,
    single_name,
    stamped,
    written,
)
from .choosing import items_of, person_of
from .claims import refs_of
from .front import LETTER, LISTED, TAIL, front, parted
from .model import Story
from .numbers import Numbers
from .plan import Plan, plan_of
from .scanning import scanned
from .setting import set_evidence
from .strays import strays
from .truth import Located, located, truth_of, word_located
from .wording import Wording

_FRONTS: Final = ("00 Contents and cross reference table.pdf", "0_Portfolio_front.pdf", "A READ FIRST.pdf")
_TABLES: Final = ("Cross reference table.pdf", "01_ECRT_completed.pdf", "Experience Cross Reference Table.pdf")
_WORDS: Final = ("Cross reference table.docx", "MRSE front matter.docx", "00 Experience Table final.docx")


@dataclass(frozen=True, kw_only=True)
class Made:
    """A portfolio set on sheets: ``front`` are all of its own, ``head`` of them stand before the evidence."""

    wording: Wording
    sheets: Sheets
    head: int


def build(seed: int, folder: Path) -> Case:
    """Make the portfolio of this seed inside ``folder``, which exists and is empty."""
    plan = plan_of(seed)
    person, items = person_of(plan), items_of(plan)
    pdf, papers = set_evidence(plan, person, items)
    story = Story(person=person, items=items, papers=papers, refs=refs_of(plan, items, papers))
    with LIBRARY.open("pdf", pdf) as evidence:
        if plan["form"] == "docx":
            portfolio, truth = _whole_word(plan, story, folder)
        elif plan.worded:
            portfolio, truth = _word_beside(plan, story, evidence, folder)
        else:
            made = _fronted(plan, story)
            portfolio, truth = (_single if plan.single else _several)(made, evidence, folder)
    return Case(
        name=f"held-out-{seed:04}", portfolio=portfolio, truth=truth, axes=_axes(plan, truth), traits=_traits(plan)
    )


def _fronted(plan: Plan, story: Story) -> Made:
    """The front, set again until its length is what its page numbers say."""
    head = 3
    for _ in range(6):
        places = places_of(plan, story.items, story.papers, head)
        wording = Wording(plan=plan, numbers=Numbers(plan=plan, story=story, places=places, front=head))
        pictures: dict[str, bytes] = {}
        source = front(wording, pictures)
        sheets = typeset(source, pictures)
        length = _head(plan, sheets)
        if length == head or not plan.single:
            return Made(wording=wording, sheets=sheets, head=length)
        head = length
    raise AssertionError(f"The front of seed {plan.seed} does not settle.")


def _head(plan: Plan, sheets: Sheets) -> int:
    """Pages of the front before the evidence."""
    if plan["place"] == "end":
        return sheets.places[TAIL][0] - 1
    with LIBRARY.open("pdf", sheets.pdf) as document:
        return len(document)


def _single(made: Made, evidence: Any, folder: Path) -> tuple[Path, dict[str, Any]]:
    wording, sheets, head = made.wording, made.sheets, made.head
    plan, numbers = wording.plan, wording.numbers
    stamped(plan, numbers.story, evidence, [numbers.printed(sheet) for sheet in range(1, len(evidence) + 1)])
    with LIBRARY.open("pdf", sheets.pdf) as book:
        length = len(book)
        book.insert_pdf(evidence, start_at=head)
        behind = len(book) - length

        def moved(mark: str) -> list[int]:
            return [page + (behind if page > head else 0) for page in sheets.places.get(mark, [])]

        if plan["segments"] == "bookmarks":
            bookmarked(plan, numbers.story, book, numbers.places)
        path = folder / single_name(plan)
        path.write_bytes(saved(scanned(plan, book)))
    name = path.name
    return path, truth_of(wording, located(name, moved("t")), located(name, moved(LISTED)))


def _several(made: Made, evidence: Any, folder: Path) -> tuple[Path, dict[str, Any]]:
    wording, sheets = made.wording, made.sheets
    plan, story = wording.plan, wording.numbers.story
    stamped(plan, story, evidence, [wording.numbers.printed(sheet) for sheet in range(1, len(evidence) + 1)])
    files = _evidence_files(plan, story, evidence)
    files |= strays(plan, story)
    name, table_name = _FRONTS[plan.seed % 3], _TABLES[plan.seed % 3]
    with LIBRARY.open("pdf", sheets.pdf) as book:
        end = len(book)
        if plan["vouched"] == "letter":
            end = sheets.places[LETTER][0] - 1
            files["Referee letter.pdf"] = part(book, end + 1, len(book))
        split = sheets.places[TAIL][0] - 1 if parted(plan) else 0
        if split:
            files[name] = part(book, 1, split)
            files[table_name] = part(book, split + 1, end)
        else:
            files[name] = part(book, 1, end)
    table = located(table_name if split else name, sheets.places.get("t", []), split)
    return written(plan, files, folder), truth_of(wording, table, located(name, sheets.places.get(LISTED, [])))


def _evidence_files(plan: Plan, story: Story, evidence: Any) -> dict[str, bytes]:
    by_path = {item.path: item for item in story.sent}
    files = {}
    for bundle in bundles_of(plan, story.items, story.papers):
        ending = bundle.file.rsplit(".", maxsplit=1)[-1]
        if ending == "pdf":
            files[bundle.file] = part(evidence, bundle.first, bundle.last)
        elif ending == "jpg":
            files[bundle.file] = picture(evidence, bundle.first)
        elif ending == "eml":
            files[bundle.file] = mail(story, by_path[bundle.file])
        else:
            files[bundle.file] = word.item_file(plan, story, by_path[bundle.file])
    return files


def _word_beside(plan: Plan, story: Story, evidence: Any, folder: Path) -> tuple[Path, dict[str, Any]]:
    """The front in a Word file, the evidence in files beside it."""
    places = places_of(plan, story.items, story.papers, 0)
    wording = Wording(plan=plan, numbers=Numbers(plan=plan, story=story, places=places, front=0))
    name = _WORDS[plan.seed % 3]
    files = {name: word.front_file(wording)} | _evidence_files(plan, story, evidence) | strays(plan, story)
    return written(plan, files, folder), truth_of(wording, {"file": name}, _word_list(plan, name))


def _whole_word(plan: Plan, story: Story, folder: Path) -> tuple[Path, dict[str, Any]]:
    path = folder / ("Portfolio.docx", "MRSE portfolio.docx")[plan.seed % 2]
    places = word.places(story, path.name)
    wording = Wording(plan=plan, numbers=Numbers(plan=plan, story=story, places=places, front=0))
    path.write_bytes(word.whole_file(wording))
    return path, truth_of(wording, {"file": path.name}, _word_list(plan, path.name))


def _word_list(plan: Plan, name: str) -> Located:
    return word_located(name, there=plan["contents"] != "none")


def _axes(plan: Plan, truth: dict[str, Any]) -> dict[str, str]:
    files = {"docx_folder": "folder", "docx_zip": "zip", "scan": "pdf"}
    return {
        "file": files.get(plan["form"], plan["form"]),
        "table": plan["table"],
        "source": plan["source"],
        "counting": truth["page_counting"],
        "segments": plan["segments"],
    }


def _traits(plan: Plan) -> tuple[str, ...]:
    told = {
        "two tables": plan["beside"] == "older",
        "copy of the guidance": plan["beside"] == "guidance",
        "table after the evidence": plan["place"] == "end",
        "decoy": plan["decoy"] == "yes",
        "missing items": plan["missing"] != "none",
        "orphans": plan["orphans"] != "none",
        "empty rows": plan["empty"] != "left_out",
        "labels like sub-categories": plan["labels"] == "Decimal",
        "150 pages": plan.large,
    }
    return (*(name for name, true in told.items() if true), f"codes {plan['codes']}", f"notes {plan['notes']}")
