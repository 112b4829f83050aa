"""In which files the items lie, and by which numbers the applicant calls their pages."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .plan import Item, Plan, scheme
from .references import Placed
from .sheets import Leaf

FRONT = {
    "pdf": ("Portfolio.pdf", "MRSE portfolio.pdf", "portfolio_final.pdf"),
    "docx": ("Portfolio.docx", "MRSE portfolio.docx", "portfolio v3.docx"),
    "table in docx": (
        "00 Cross reference table.docx",
        "00_front_matter.docx",
        "0. Contents and cross reference table.docx",
    ),
    "loose": ("00 Portfolio.pdf", "00_front_matter.pdf", "0. Contents and cross reference table.pdf"),
}


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The files with their leaves in order, where each item lies, and the file of the front matter."""

    front: str
    files: dict[str, list[Leaf]]  # evidence files; of a single PDF its only file
    placed: dict[str, Placed]
    names: dict[str, str]  # id -> last part of its file's name
    printed: dict[str, int]  # file -> what is added to a place to give the number printed there


def lay_out(plan: Plan, leaves: Sequence[Leaf], front_pages: int) -> Layout:
    """The layout when the front matter has ``front_pages`` pages."""
    if plan.choice.file in {"pdf", "docx"}:
        front = FRONT[plan.choice.file][plan.choice.seed % 3]
        files = {front: list(leaves)}
    else:
        front = FRONT["table in docx" if plan.choice.table == "docx" else "loose"][plan.choice.seed % 3]
        files = _bound(leaves) if plan.choice.parts else _one_each(plan, leaves)
    files = dict(sorted(files.items()))
    placed = {}
    for name, inside in files.items():
        at = front_pages if name == front else 0
        for leaf in inside:
            kind = name.rpartition(".")[2]
            places = tuple((name, at + place) for place in range(1, (leaf.count if kind == "pdf" else 1) + 1))
            placed[leaf.item.id] = Placed(id=leaf.item.id, places=places, divided=leaf.divided, paged=kind != "docx")
            at += leaf.count
    names = {leaf.item.id: name.rpartition("/")[2] for name, inside in files.items() for leaf in inside}
    return Layout(
        front=front, files=files, placed=placed, names=names, printed=_printed(plan, files, front, front_pages)
    )


def number(plan: Plan, layout: Layout, front_pages: int, each: str, place: int) -> int:
    """The number by which the applicant calls a place (from 1) in an item."""
    there = layout.placed[each]
    counting = plan.choice.counting
    if counting == "item":
        return place
    if counting == "item_after_divider":
        return place - 1
    file, page = there.places[min(place, len(there.places)) - 1]
    if counting == "file":
        return page
    if counting == "printed":
        return page + layout.printed[file]
    return page + _before(layout, file, front_pages)


def _before(layout: Layout, file: str, front_pages: int) -> int:
    """The pages of the files before this one, those of the front matter first."""
    if file == layout.front:
        return 0
    names = list(layout.files)
    return front_pages + sum(
        len(layout.placed[leaf.item.id].places) for name in names[: names.index(file)] for leaf in layout.files[name]
    )


def _printed(plan: Plan, files: dict[str, list[Leaf]], front: str, front_pages: int) -> dict[str, int]:
    """What is printed at the foot of each page, less its place in the file."""
    dice = random.Random(f"printed {plan.choice.seed}")  # noqa: S311
    if front in files:
        return {front: dice.choice((-1, -front_pages, -front_pages, 0, 100 - front_pages))}
    running, found = dice.choice((0, 0, 20)), {}
    for name, inside in files.items():
        found[name] = running
        running += sum(leaf.count for leaf in inside)
    return found


def _bound(leaves: Sequence[Leaf]) -> dict[str, list[Leaf]]:
    """Evidence in a few bound files."""
    count = 2 if len(leaves) < 16 else 3
    size = -(-len(leaves) // count)
    return {f"Part {at + 1} - evidence.pdf": list(leaves[at * size : (at + 1) * size]) for at in range(count)}


def _one_each(plan: Plan, leaves: Sequence[Leaf]) -> dict[str, list[Leaf]]:
    dice = random.Random(f"files {plan.choice.seed}")  # noqa: S311
    form = dice.choice(("{id}_{slug}", "Evidence {id} - {title}", "E{id} {title}", "{id} {title}", "Evidence_{id}"))
    if plan.choice.wording in {"appendix", "exhibit"}:
        form = dice.choice(("{word} {id} - {title}", "{word}_{id}", "{word} {id} {title}"))
    if plan.choice.wording == "file_name":
        form = "{id}_{slug}"
    return {
        f"{_folder(plan, leaf.item)}{_name(plan, leaf.item, form)}.{_suffix(plan, leaf)}": [leaf] for leaf in leaves
    }


def _name(plan: Plan, item: Item, form: str) -> str:
    shown = item.written
    if shown.isdecimal():
        shown = shown.zfill(2)
    elif plan.choice.segments == "sub_items" and not shown[0].isalpha():
        shown = shown.zfill(3) if shown[-1].isalpha() else shown.zfill(2)
    title = re.sub(r"[^A-Za-z0-9 ,]", "", item.title)
    slug = "_".join(re.sub(r"[^a-z0-9 ]", "", item.title.lower()).split()[:4])
    return form.format(id=shown, title=title, slug=slug, word=plan.word)


def _folder(plan: Plan, item: Item) -> str:
    if plan.choice.segments != "folders":
        return ""
    category = item.codes[0].partition(".")[0]
    name = scheme()["categories"][category][0]
    return ("Category {c}/", "{c} {n}/", "{c}. {n}/", "Cat {c}/")[plan.choice.seed % 4].format(c=category, n=name)


def _suffix(plan: Plan, leaf: Leaf) -> str:
    """PDF, but where kinds are mixed a short paper is a picture and a thread an e-mail."""
    if "mixed kinds" not in plan.choice.extras or plan.choice.counting in {"portfolio", "printed"}:
        return "pdf"
    if leaf.count == 1 and leaf.item.paper.blocks[0]["t"] != "h" and len(leaf.item.id) < 3:
        return "png"
    if leaf.item.paper.kind in {"local_rules", "screening_procedure", "piercing_policy"}:
        return "docx"
    mails = [block for block in leaf.item.paper.blocks if block["t"] == "mail"]
    return "eml" if mails and leaf.count == 1 else "pdf"
