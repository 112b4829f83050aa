"""Items that are alike, and items that share only a template or a commentary."""

from copy import deepcopy
from datetime import date
from random import Random

from .heads import Head
from .model import Block, Item, Portfolio
from .values import some_day
from .writing import Words

HEADS = {"title", "line", "rows", "mail"}


def add_twins(folio: Portfolio, head: Head, words: Words, rng: Random) -> None:
    """Two or three pairs where the emphasis is on them, seldom one elsewhere."""
    many = rng.randint(3, 4) if folio.emphasis == "similar" else int(rng.random() < 0.25)
    kinds = rng.sample(("duplicate", "near", "near", "quoted", "commentary", "template"), many)
    used: set[str] = set()
    for kind in kinds:
        fit = [item for item in folio.items if _fit(item) and item.id not in used]
        if kind == "quoted":
            fit = [item for item in fit if item.form == "email"]
        if len(fit) < (2 if kind in {"commentary", "template"} else 1):
            continue
        first, second = (rng.sample(fit, 2) * 2)[:2] if len(fit) > 1 else (fit[0], fit[0])
        if kind in {"commentary", "template"}:
            _shared(folio, kind, first, second, words)
            used |= {first.id, second.id}
            continue
        copy = _copy(folio, first)
        if kind == "near":
            _altered(copy, words, rng)
        if kind == "quoted":
            _quoted(copy, head, words, rng)
        if kind == "duplicate" and not folio.single and rng.random() < 0.4:
            copy.carrier = "docx"
        folio.items.append(copy)
        folio.pairs.append((first.id, copy.id, "duplicate" if kind == "duplicate" else "near"))
        used |= {first.id, copy.id}


def _fit(item: Item) -> bool:
    return not item.traps and "3" not in item.codes and len(item.blocks) < 40


def _copy(folio: Portfolio, item: Item) -> Item:
    made = deepcopy(item)
    made.id = str(len(folio.items) + 1)
    return made


def _altered(item: Item, words: Words, rng: Random) -> None:
    """A later version: a few sentences are others, one paragraph is new."""
    paras = [at for at, block in enumerate(item.blocks) if block.kind == "para" and len(block.text) > 120]
    for at in rng.sample(paras, min(len(paras), rng.randint(1, 2))):
        sentences = item.blocks[at].text.split(". ")
        sentences[-1] = words.weave(1)
        item.blocks[at] = Block("para", ". ".join(sentences), marks=item.blocks[at].marks)
    item.blocks.append(Block("para", words.weave(1)))
    item.title = f"{item.title} (later version)" if rng.random() < 0.5 else item.title
    item.blocks[0] = Block("title", item.title)


def _quoted(item: Item, head: Head, words: Words, rng: Random) -> None:
    """A later message that quotes the whole of the first."""
    old = [block for block in item.blocks if block.kind not in {"title", "mail"}]
    when = some_day(rng, date.fromisoformat(item.date or "2022-01-01"), date(2025, 5, 28))
    sent = item.stamp
    item.author, item.title = "applicant", f"Re: {item.title}"
    item.stamp, item.date = head.mail_stamp(when), when.isoformat()
    people, other = head.people, head.other()
    item.roles = ["produce"]
    lines = f"From: {people.name} <{people.mail}>\nTo: {other}\nSent: {item.stamp}\nSubject: {item.title}"
    quote = next((Block("para", block.text) for block in item.blocks if block.kind == "mail"), Block("para", sent))
    new = [Block("para", words.weave(2)), Block("para", f"Regards,\n{people.name}")]
    item.blocks = [Block("title", item.title), Block("mail", lines), *new, quote, *old]  # fmt: skip


def _shared(folio: Portfolio, kind: str, first: Item, second: Item, words: Words) -> None:
    if kind == "commentary":
        text = f"{words.pick('commentary')} {words.weave(5)}"
        folio.pairs.append((first.id, second.id, "commentary_only"))
    else:
        text = words.pick("boilerplate")
        folio.pairs.append((first.id, second.id, "none"))
    for item in (first, second):
        at = len(item.blocks) if kind == "template" else next(
            (at for at, block in enumerate(item.blocks) if block.kind not in HEADS), 1
        )  # fmt: skip
        item.blocks.insert(at, Block("para", text))
        if kind == "template":
            item.blocks.insert(
                1, Block("line", f"{folio.people.hospital} - Medical Physics - controlled document - do not copy")
            )
