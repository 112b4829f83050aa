"""From the text of a work to its blocks and marks.

A line may begin with ``?NN `` (it is there in so many of a hundred cases), be ``@subject`` or ``@ref`` (places that are
filled later), begin with ``> `` (the question that a mail answers), or end with `` @@ `` and what is true of it.
"""

from typing import Any

from ..strangers.markup import body_of  # noqa: TID252 - the set is imported by two names
from ..strangers.model import Block, Mark  # noqa: TID252 - as above
from .desk import Desk

SINCE = {"2021": "2021-03", "2015": "2015-04", "2014": "2014-12", "2007": "2007-12", "": ""}


def mark(key: str, needle: str, **data: Any) -> Mark:
    """Something to be noticed where the needle stands."""
    return Mark(key=key, data=data, needle=needle)


def in_time(desk: Desk, edition: str) -> bool:
    """Whether the edition was out on the day of the work."""
    return desk.day.isoformat() >= SINCE[edition.replace("-", "")]


def blocks_of(desk: Desk, text: str) -> list[Block]:
    """The blocks of a text; places that are filled later are blocks of the kinds "subject" and "ref"."""
    made: list[Block] = []
    for raw in text.strip().split("\n"):
        line = raw
        if line.startswith("?"):
            share, _, line = line[1:].partition(" ")
            if desk.rng.random() * 100 >= int(share):
                continue
        said, *notes = desk.say(line).split(" @@ ")
        if not all(in_time(desk, note.split()[1]) for note in notes if note.startswith("mhra")):
            continue
        for block in _blocks(said.strip()):
            block.marks += [_noted(block, note) for note in notes]
            if block.kind == "table" and made and made[-1].kind == "table":
                made[-1].rows += block.rows
                made[-1].marks += block.marks
            else:
                made.append(block)
    return made


def _blocks(said: str) -> list[Block]:
    if said.startswith("@"):
        return [Block(kind=said[1:])]
    if said.startswith("> "):
        return [Block(kind="quote", text=said[2:])]
    return body_of(said)


def _noted(block: Block, note: str) -> Mark:
    needle = max(block.rows[0], key=len) if block.rows else block.text
    kind, *rest = note.split()
    if kind == "mhra":
        edition, section, grade = (None if one == "-" else one for one in rest)
        return mark("mhra", needle, edition=edition, section=section, grade=grade)
    if kind == "scope":
        return mark("scope", needle, kind=rest[0])
    return mark("not_phi", needle, why="look-alike")
