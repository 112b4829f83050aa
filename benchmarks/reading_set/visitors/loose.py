"""Portfolios of several files: a front, and the evidence beside it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from .blocks import Gap, Sheets
from .bound import Bound, cut, note_of, pymupdf, saved
from .chance import chance
from .front import front_of
from .model import Item, Plan
from .odt import odt_file
from .papers import Paper, sheets_of
from .scanner import pictured, scanned
from .typeset import Making, typeset
from .wordfile import word_file

_FRONTS = (
    "Portfolio front.pdf",
    "MRSE application.pdf",
    "0 Contents and Cross Reference Table.pdf",
    "Experience Cross Reference Table.pdf",
)


def files_of(plan: Plan, made: Bound) -> tuple[str, dict[str, str], dict[str, bytes]]:
    """The name of the front, the file of each item, and all files by their names."""
    evidence = pymupdf.open(stream=made.evidence.pdf, filetype="pdf")
    written: dict[str, bytes] = {}
    if plan.habits.segments == "volumes":
        files = {item.id: "Evidence.pdf" for item in plan.sent}
        written["Evidence.pdf"] = saved(evidence)
    else:
        files = {item.id: item.file for item in plan.sent}
        places = _places(plan, made)
        for item in plan.sent:
            written[item.file] = _file(plan, item, evidence, places)
            if item.beside:
                written[item.beside] = mail_of(plan, item, cover=True)
    name = _front(plan, made, written)
    if plan.habits.side == "cv":
        sheet = Sheets(blocks=note_of(plan))
        written["CV.pdf"] = _plain(typeset([sheet], Making(face=plan.habits.face)).pdf)
    return name, files, written


def _plain(pdf: bytes) -> bytes:
    return saved(pymupdf.open(stream=pdf, filetype="pdf"))


def _places(plan: Plan, made: Bound) -> dict[str, tuple[int, int]]:
    """Where each item lies in the evidence as it was typeset."""
    found, at = {}, 1
    for item in plan.sent:
        if item.carrier in {"pdf", "jpg"}:
            first, last = made.numbers.evidence.spans[item.id]
            found[item.id] = (at, at + last - first)
            at += last - first + 1
    return found


def _front(plan: Plan, made: Bound, written: dict[str, bytes]) -> str:
    rng, form = chance("front name", plan.habits.seed), plan.habits.form
    name = rng.choice(_FRONTS)
    if form.endswith("_docx"):
        name = name.replace(".pdf", ".docx")
        written[name] = word_file(front_of(made.phrases), plan.habits.face, plan.habits.seed)
    elif form.endswith("_odt"):
        name = name.replace(".pdf", ".odt")
        written[name] = odt_file(front_of(made.phrases))
    else:
        document = pymupdf.open(stream=made.front.pdf, filetype="pdf")
        if plan.habits.table == "picture":
            document = scanned(document, plan.habits.seed, layer=False, pages=set(made.front.pages["table"]))
        written[name] = saved(document)
    return name


def _file(plan: Plan, item: Item, evidence: Any, places: Mapping[str, tuple[int, int]]) -> bytes:
    if item.carrier == "pdf":
        return cut(evidence, *places[item.id])
    if item.carrier == "jpg":
        page = evidence[places[item.id][0] - 1]
        return pictured(page, chance("photo", plan.habits.seed, item.id), dpi=150, grain=4.0, skew=0.8)
    if item.carrier == "eml":
        return mail_of(plan, item)
    sheets, _ = sheets_of(plan, item, "none")
    return odt_file(sheets) if item.carrier == "odt" else word_file(sheets, plan.habits.face, plan.habits.seed)


def mail_of(plan: Plan, item: Item, *, cover: bool = False) -> bytes:
    """The item as a message, or the message that once carried it."""
    rng = chance("mail", plan.habits.seed, item.id)
    message = EmailMessage(policy=SMTP)
    host = "example.nhs.uk"
    message["From"] = f"{plan.people.applicant} <{plan.people.initials.lower()}@{host}>"
    message["To"] = f"mr.lead@{host}"
    message["Subject"] = f"For your comments: {item.things[0]}" if cover else item.title
    sent = datetime(item.dated.year, item.dated.month, item.dated.day, 9, rng.randint(0, 59), tzinfo=UTC)
    message["Date"] = sent.strftime("%a, %d %b %Y %H:%M:%S +0000")
    message["Message-ID"] = f"<{plan.habits.seed}.{rng.randint(10000, 99999)}@{host}>"
    paper = Paper(plan, item)
    text = [paper.paragraph().text for _ in range(1 if cover else item.size + 1)]
    message.set_content("Dear all,\n\n" + "\n\n".join(text) + f"\n\n{plan.people.applicant}\n{plan.people.post}\n")
    return bytes(message)


def whole_of(plan: Plan, made_front: list[Sheets]) -> bytes:
    """The front and all items in one Word file."""
    sheets = list(made_front)
    for item in plan.sent:
        sheets += [
            Sheets(blocks=[block for block in one.blocks if not isinstance(block, Gap)], wide=False)
            for one in sheets_of(plan, item, "none")[0]
        ]
    return word_file(sheets, plan.habits.face, plan.habits.seed)
