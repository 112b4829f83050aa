"""Sheets become files: what is where, numbers at the foot, labels in the corner, bookmarks, folders and zips."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pymupdf

from benchmarks.reading_set.set_aside.files import zipped

from .chance import chance
from .model import Item, Paper, Place, Story
from .plan import Plan
from .vocabulary import general

LIBRARY: Final[Any] = pymupdf
_BUNDLES: Final = ("Evidence part {}.pdf", "Evidence_{}.pdf", "Volume {}.pdf")
_SINGLES: Final = ("Portfolio.pdf", "MRSE_portfolio_final.pdf", "MRSE portfolio submission.pdf", "combined v2.pdf")


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """Sheets of the evidence in one file."""

    file: str
    first: int
    last: int


def single_name(plan: Plan) -> str:
    """The name of a portfolio of one PDF."""
    return _SINGLES[plan.seed % 4]


def bundles_of(plan: Plan, items: Sequence[Item], papers: Mapping[str, Paper]) -> tuple[Bundle, ...]:
    """The PDF files of the evidence, of a folder or zip: one for each item, or several items in each."""
    sent = [item for item in items if item.sent]
    if not plan.divided:
        return tuple(Bundle(file=item.path, first=papers[item.id].first, last=_last(papers[item.id])) for item in sent)
    parts = 2 + plan.seed % 2
    size = -(-len(sent) // parts)
    made = []
    for number in range(parts):
        run = sent[number * size : (number + 1) * size]
        if run:
            name = _BUNDLES[plan.seed % 3].format(number + 1)
            made.append(Bundle(file=name, first=papers[run[0].id].first, last=_last(papers[run[-1].id])))
    return tuple(made)


def _last(paper: Paper) -> int:
    return paper.first + paper.count - 1


def places_of(plan: Plan, items: Sequence[Item], papers: Mapping[str, Paper], front: int) -> dict[str, Place]:
    """Where each item that was sent comes to lie. ``front``: pages before the evidence, in a single file."""
    sent = [item for item in items if item.sent]
    if plan.single:
        name = single_name(plan)
        return {
            item.id: Place(file=name, first=front + papers[item.id].first, count=papers[item.id].count) for item in sent
        }
    places = {}
    for bundle in bundles_of(plan, items, papers):
        for item in sent:
            paper = papers[item.id]
            if bundle.first <= paper.first <= bundle.last:
                places[item.id] = _place(bundle, paper)
    return places


def _place(bundle: Bundle, paper: Paper) -> Place:
    if bundle.file.endswith(".docx"):
        return Place(file=bundle.file, first=None)
    if bundle.file.endswith((".eml", ".jpg")):
        return Place(file=bundle.file, first=1, count=1)
    return Place(file=bundle.file, first=paper.first - bundle.first + 1, count=paper.count)


def stamped(plan: Plan, story: Story, evidence: Any, numbers: Sequence[int]) -> None:
    """Print numbers at the foot of each sheet and labels in the corner, where the applicant has such."""
    for sheet, page in enumerate(evidence, 1):
        if plan.numbered:
            said = (f"{numbers[sheet - 1]}", f"Page {numbers[sheet - 1]}", f"- {numbers[sheet - 1]} -")[plan.seed % 3]
            width = page.rect.width
            page.insert_text((width / 2 - 8, page.rect.height - 26), said, fontsize=9.5, fontname="helv")
    if plan["segments"] != "stamps":
        return
    for item in story.sent:
        paper = story.papers[item.id]
        for sheet in range(paper.first, paper.first + paper.count):
            page = evidence[sheet - 1]
            at = (page.rect.width - 150, 30) if plan.seed % 2 else (62, 30)
            page.insert_text(
                at, item.label, fontsize=13, fontname="hebo", color=(0.7, 0, 0) if plan.seed % 3 else (0, 0, 0)
            )


def bookmarked(plan: Plan, story: Story, book: Any, places: Mapping[str, Place]) -> None:
    """An outline with the items."""
    joint = (" - ", ": ", " ")[plan.seed % 3]
    book.set_toc([[1, f"{item.label}{joint}{item.title}", places[item.id].first] for item in story.sent])


def part(whole: Any, first: int, last: int) -> bytes:
    """Some pages as a PDF of their own."""
    with LIBRARY.open() as made:
        made.insert_pdf(whole, from_page=first - 1, to_page=last - 1)
        return saved(made)


def saved(document: Any) -> bytes:
    """The bytes of a PDF, the same each time."""
    document.set_metadata({})
    held = BytesIO()
    document.save(held, garbage=4, deflate=True, no_new_id=True)
    return held.getvalue()


def picture(whole: Any, sheet: int) -> bytes:
    """A sheet as a photograph."""
    return bytes(whole[sheet - 1].get_pixmap(dpi=140).tobytes("jpg", jpg_quality=80))


def mail(story: Story, item: Item) -> bytes:
    """The item as an e-mail."""
    rng = chance("mail", item.id, story.person.name)
    other = rng.choice(general()["first"])
    message = EmailMessage()
    message["From"] = f"{story.person.name} <applicant@hospital.invalid>"
    message["To"] = f"{other} <{other.lower()}@hospital.invalid>"
    message["Subject"] = item.title
    message["Date"] = f"{item.dated[8:]} {_MONTHS[int(item.dated[5:7]) - 1]} {item.dated[:4]} 09:12:00 +0000"
    message.set_content("\n\n".join(("Dear all,", *item.topic.text, "Kind regards", story.person.name)) + "\n")
    return message.as_bytes()


_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def written(plan: Plan, files: Mapping[str, bytes], folder: Path) -> Path:
    """The files in a folder of the applicant's, or in a zip."""
    if plan["form"] in {"zip", "docx_zip"}:
        path = folder / "portfolio.zip"
        path.write_bytes(zipped(dict(sorted(files.items()))))
        return path
    for name, data in files.items():
        path = folder / "portfolio" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder / "portfolio"
