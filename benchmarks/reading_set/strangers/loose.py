"""A portfolio of several files: the front, and each item, or the items of a volume, beside it."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from email.message import EmailMessage
from itertools import groupby

from PIL import Image

from . import opening
from .binding import Pages, alone, numbered, own_numbers, printing
from .bound import prepared
from .chance import chance
from .desk import prose
from .front import LIST_BEGIN, LIST_END, curriculum
from .model import PAGED, Item, Piece, Plan
from .numbers import Numbers
from .odt import odt
from .phrases import Phrases
from .tables import BEGIN, END
from .truth import Found
from .typeset import Node, Sheets, opened, saved, typeset
from .wordfile import WordFile, plain

_FRONTS = (
    "Portfolio front sheets.pdf",
    "00 Portfolio.pdf",
    "MRSE application.pdf",
    "1. Contents and cross reference.pdf",
)
_PAIRS = (
    ("01 Contents.pdf", "02 Experience Cross Reference Table.pdf"),
    ("Contents list.pdf", "Cross Reference Table signed.pdf"),
)
_WORDS = (
    "Experience Cross Reference Table",
    "MRSE portfolio",
    "A Cross reference and contents",
    "Application and table",
)


@dataclass(frozen=True, kw_only=True)
class Loose:
    """The files by their path, and what their truth needs."""

    files: Mapping[str, bytes]
    numbers: Numbers
    found: Found


def gathered(plan: Plan) -> Loose:
    """All files of a portfolio in a folder."""
    plan, pages = prepared(plan)
    numbers = _numbers(plan, pages)
    found = Found(
        table="", contents="", table_pages=(), contents_pages=(), paged=not plan.habit.written, pages=pages,
        files={item.id: item.pieces[0].file for item in plan.sent}, begins=numbers.begins,
    )  # fmt: skip
    files, found = _front(numbers, found)
    files |= _volumes(numbers, pages) if plan.habit.volumes else _items(numbers, pages)
    return Loose(files=files | _strays(plan), numbers=numbers, found=found)


def _numbers(plan: Plan, pages: Mapping[str, Pages]) -> Numbers:
    begins: dict[str, int] = {}
    printed: dict[str, int | None] = {}
    own, apart = own_numbers(plan), int(plan.habit.divided)
    at: dict[str, int] = {}
    total = 1
    for item in plan.sent:
        piece = item.pieces[0]
        if piece.carrier not in PAGED:
            continue
        begins[item.id] = at.setdefault(piece.file, 1) if plan.habit.volumes else 1
        at[piece.file] = begins[item.id] + pages[item.id].count
        printed[item.id] = total if printing(plan) == "anew" else own[item.id] - apart if item.id in own else None
        total += pages[item.id].count
    return Numbers(plan=plan, begins=begins, printed=printed)


# The front


def _front(numbers: Numbers, found: Found) -> tuple[dict[str, bytes], Found]:
    habit, rng = numbers.plan.habit, chance("front files", numbers.plan.habit.seed)
    phrases = Phrases(numbers)
    if habit.front != "pdf":
        name = f"{rng.choice(_WORDS)}.{habit.front}"
        return {name: written(phrases, habit.front)}, replace(found, table=name, contents=name)
    front = opening.made(phrases, {}, spread=False)
    sheets = typeset(front.before, front.pictures)
    if opening.spoiled(sheets):
        front = opening.made(phrases, {}, spread=True)
        sheets = typeset(front.before, front.pictures)
    apart = next((at for at, one in enumerate(front.before) if one["name"] == "table"), 0)
    if apart and rng.random() < 0.4:
        first, second = rng.choice(_PAIRS)
        lists, tables = typeset(front.before[:apart]), typeset(front.before[apart:], front.pictures)
        listed = lists if LIST_BEGIN in lists.marks else tables
        files = {first: saved(opened(lists.pdf)), second: saved(opened(tables.pdf))}
        return files, _found(found, tables, listed, second, first if listed is lists else second)
    name = rng.choice(_FRONTS)
    return {name: saved(opened(sheets.pdf))}, _found(found, sheets, sheets, name, name)


def _found(found: Found, table: Sheets, listed: Sheets, table_file: str, list_file: str) -> Found:
    """Where the table and the list of evidence came to stand."""
    return replace(
        found,
        table=table_file,
        contents=list_file,
        table_pages=opening.pages_of(table, BEGIN, END),
        contents_pages=opening.pages_of(listed, LIST_BEGIN, LIST_END),
    )


def written(phrases: Phrases, form: str) -> bytes:
    """The front as a file of a word processor."""
    sheets = opening.nodes_of(phrases, {})
    order = ("cover", "contents", "others", "table", "vouch")
    if form == "odt":
        nodes: list[Node] = [node for name in order if sheets[name] for node in (*sheets[name], {"k": "break"})]
        return odt(nodes[:-1])
    made = WordFile(phrases.habit.seed, phrases.habit.look)
    if phrases.habit.flip:
        made.flip()
    for name in order:
        made.add(sheets[name])
        if sheets[name] and name in {"cover", "others"}:
            made.add([{"k": "break"}])
    return made.saved()


def whole(plan: Plan) -> tuple[bytes, Numbers]:
    """All in one Word file, each item under its heading."""
    plan, _ = prepared(plan)
    numbers = Numbers(plan=plan, begins={}, printed={})
    phrases = Phrases(numbers)
    made = WordFile(plan.habit.seed, plan.habit.look)
    sheets = opening.nodes_of(phrases, {})
    for name in ("cover", "contents", "others", "table", "vouch"):
        made.add(sheets[name])
        if sheets[name] and name in {"cover", "contents"}:
            made.add([{"k": "break"}])
    lead = chance("headline", plan.habit.seed).choice((": ", " \u2013 ", " - ", ". "))
    for item in plan.sent:
        made.top(f"{item.label}{lead}{item.title}")
        for section in item.work.sections:
            made.add(section["nodes"])
    return made.saved(), numbers


# The evidence


def _volumes(numbers: Numbers, pages: Mapping[str, Pages]) -> dict[str, bytes]:
    """Several items to a file, their numbers going on where the volume before ends."""
    plan, files, before = numbers.plan, {}, 0
    for name, items in groupby(plan.sent, key=lambda item: item.pieces[0].file):
        own = own_numbers(plan)
        mine = list(items)
        sections = [one for item in mine for one in numbered(plan, item, pages[item.id], own.get(item.id), before)]
        files[name] = saved(opened(typeset([{**one, "name": f"{at}"} for at, one in enumerate(sections)]).pdf))
        before += sum(pages[item.id].count for item in mine)
    return files


def _items(numbers: Numbers, pages: Mapping[str, Pages]) -> dict[str, bytes]:
    own = own_numbers(numbers.plan)
    return {
        piece.file: _file(numbers.plan, item, piece, own.get(item.id), pages[item.id])
        for item in numbers.plan.sent
        for piece in item.pieces
    }


def _file(plan: Plan, item: Item, piece: Piece, first: int | None, pages: Pages) -> bytes:
    if piece.carrier == "eml":
        return _mail(item, piece)
    if piece.carrier == "jpg":
        return _photograph(alone(plan, item, piece, first, pages).pdf)
    if piece.carrier in {"docx", "odt"}:
        return _document(plan, item, piece)
    return saved(opened(alone(plan, item, piece, first, pages).pdf))


def _document(plan: Plan, item: Item, piece: Piece) -> bytes:
    nodes = [node for section in piece.work.sections for node in section["nodes"]]
    if piece.carrier == "odt":
        return odt(nodes)
    made = WordFile(plan.habit.seed + sum(map(ord, item.id)))
    made.add(nodes)
    return made.saved()


def _mail(item: Item, piece: Piece) -> bytes:
    """A saved e-mail; what comes before it in the chain is quoted in it."""
    message = EmailMessage()
    lines: list[str] = []
    for node in (node for section in piece.work.sections for node in section["nodes"]):
        if node["k"] == "kv" and "Subject" not in message:
            heads = dict(node["items"])
            message["From"], message["To"] = (
                heads[key].replace("(", "- ").replace(")", "") for key in ("From:", "To:")
            )
            message["Date"] = item.dated.strftime("%d %b %Y 11:05:00 +0000")
            message["Subject"] = heads["Subject:"]
        elif node["k"] == "kv":
            lines += ["-----Original message-----", *(f"{name} {said}" for name, said in node["items"])]
        elif node["k"] in {"p", "h"}:
            lines.append(plain(node["t"]))
    message.set_content("\n\n".join(lines))
    return bytes(message)


def _photograph(pdf: bytes) -> bytes:
    """The first page as a telephone would take it."""
    with opened(pdf) as document:
        shot = document[0].get_pixmap(dpi=120)
        picture = Image.frombytes("RGB", (shot.width, shot.height), shot.samples)
    picture.save(kept := io.BytesIO(), "JPEG", quality=75)
    return kept.getvalue()


def _strays(plan: Plan) -> dict[str, bytes]:
    """Files that are no evidence: a CV, a covering letter."""
    habit, rng = plan.habit, chance("strays", plan.habit.seed)
    files = {}
    if habit.decoy == "cv":
        files["CV.pdf"] = _sheet(curriculum(plan))
    if rng.random() < 0.15:
        nodes: list[Node] = [
            {"k": "p", "t": "Dear assessors,"},
            *({"k": "p", "t": prose(rng, "reflection")} for _ in range(2)),
            {"k": "p", "t": f"Yours sincerely,\n{plan.applicant}"},
        ]
        files["Covering letter.pdf"] = _sheet(nodes)
    return files


def _sheet(nodes: Sequence[Node]) -> bytes:
    return saved(opened(typeset([{"name": "stray", "font": "Office Sans", "size": 11, "nodes": list(nodes)}]).pdf))
