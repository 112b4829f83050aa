"""Works that serve the sub-categories for which they are cited: papers, slides and long volumes."""

from typing import Final

from ..apart.model import Block, Work  # noqa: TID252 - the set is imported by two names
from .chance import words
from .desk import Desk, mark, para
from .heads import headed
from .talks import mailed, minuted

MAILS: Final = frozenset({"1.1", "1.2", "2.1", "4.1", "4.2", "4.3", "5.2", "6.1", "6.2"})
MINUTES: Final = frozenset({"1.1", "1.2", "2.1", "5.1", "5.2", "6.2", "7.2"})
TARGETS: Final = ("4.1", "5.2", "6.2", "8.2", "4.3", "7.1", "2.2", "6.1", "5.1", "4.2", "7.2", "1.2")
FAR: Final = {
    "1.2": ("4.3", "6.2", "8.2"),
    "2.2": ("4.1", "6.1", "5.2"),
    "4.1": ("5.1", "6.2", "8.2"),
    "4.2": ("5.1", "7.2", "6.2"),
    "4.3": ("6.2", "2.2", "5.2"),
    "5.1": ("4.1", "6.2", "7.1"),
    "5.2": ("4.3", "6.1", "8.2"),
    "6.1": ("5.1", "4.3", "2.2"),
    "6.2": ("4.1", "5.1", "8.2"),
    "7.1": ("4.3", "5.1", "8.2"),
    "7.2": ("4.1", "5.1", "8.2"),
    "8.2": ("4.2", "6.1", "7.1"),
}
"""Matters that may stand in one volume with a target and cannot be taken for it."""


def good(desk: Desk, *codes: str, genre: str = "", mode: str = "", dating: str = "") -> Work:
    """A work that serves these sub-categories well."""
    fits = [name for name, group in (("mail", MAILS), ("minutes", MINUTES)) if codes[0] in group]
    genre = genre or desk.rng.choice(["paper", "paper", "paper", *fits, *(["slides"] if codes[0] == "5.1" else [])])
    mode = "applicant" if codes[0] == "8.1" else mode
    work = Work(title=desk.title(codes[0]), codes=codes, blocks=[], genre=genre)
    for at, code in enumerate(codes):
        many = 1 if code == "3" else desk.rng.choice((3, 4, 4, 5))
        work.blocks += [desk.head(code)] if at or (genre in {"paper", "slides"} and desk.rng.random() < 0.7) else []
        work.blocks += desk.body(code, many)
    if genre in {"paper", "slides"}:
        work.blocks = [*_round(desk, "context"), *work.blocks, *_round(desk, "after")]
    finished(desk, work, mode=mode, dating=dating)
    return work


def _round(desk: Desk, key: str) -> list[Block]:
    """What papers say of themselves, before or after what they are about."""
    return [para(desk.say(text)) for text in desk.fresh(words("papers")[key], desk.rng.choice((1, 1, 2)))]


def finished(desk: Desk, work: Work, *, mode: str = "", dating: str = "") -> None:
    """Give the work what its genre has before and after."""
    if work.genre == "mail":
        mailed(desk, work, by="other" if mode == "other" else "applicant")
    elif work.genre == "minutes":
        minuted(desk, work)
    else:
        headed(desk, work, mode=mode, dating=dating)
        if work.genre == "slides":
            work.blocks = _slides(work.blocks)


def _slides(blocks: list[Block]) -> list[Block]:
    """Two paragraphs to a slide."""
    made: list[Block] = []
    for at, block in enumerate(blocks):
        made += [Block(kind="break")] if at and at % 3 == 0 and block.kind in {"head", "para"} else []
        made.append(block)
    return made


def pieces_of_three(desk: Desk) -> tuple[Work, Work]:
    """Two independent pieces for category 3."""
    return good(desk, "3", genre="paper"), good(desk, "3", genre="paper")


# Long works


def long(desk: Desk, target: str, *, whole: bool = False) -> Work:
    """A volume of eight pages and more in which the target has one page; ``whole``: local rules in full."""
    others = ("4.3", "5.2", "4.1", "7.2", "5.1") if whole else FAR[target]
    sections = [target, *others, *("",) * (9 - len(others) - 1)]
    desk.rng.shuffle(sections)
    parts = iter(_parts(desk, 9 - len(others) - 1))
    title = desk.pick("long", "whole" if whole else "title")
    work = Work(title=title, codes=(target,), blocks=[], genre="paper")
    heads = []
    for number, code in enumerate(sections, 1):
        name, blocks = _section(desk, code, next(parts) if not code else {}, 3 if code == target else 2)
        heads.append(f"{number}  {name}")
        marks = (mark("passage", code=code),) if code == target else ()
        marked = [Block(kind=one.kind, text=one.text, rows=one.rows, marks=marks) for one in blocks]
        work.blocks += [Block(kind="break"), Block(kind="head", text=heads[-1]), *marked]
    if desk.rng.random() < 0.6:
        work.blocks[:0] = [Block(kind="item", text=one) for one in heads]
    else:
        work.blocks.insert(0, para(desk.say(desk.fresh(words("papers")["context"], 1)[0])))
    work.extra |= {"long": True, "bare": True}
    headed(desk, work, mode="applicant", dating="exact")
    return work


def _parts(desk: Desk, many: int) -> list[dict[str, list[str]]]:
    """Chapters on other matters, those first that the portfolio does not have yet."""
    all_parts = words("filler")["part"]
    parts = sorted(desk.rng.sample(all_parts, len(all_parts)), key=lambda part: desk.told[part["head"]])[:many]
    desk.told.update(part["head"] for part in parts)
    return parts


def _section(desk: Desk, code: str, part: dict[str, list[str]], many: int) -> tuple[str, list[Block]]:
    if code:
        return desk.head(code).text, desk.body(code, many)
    blocks = [para(desk.say(text)) for text in desk.fresh(part["text"], 4)]
    blocks.insert(desk.rng.randrange(4), para(desk.pick("long", "cross")))
    return str(part["head"]), blocks
