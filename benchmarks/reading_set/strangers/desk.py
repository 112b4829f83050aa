"""What every paper of the evidence needs: prose, its opening, a grid, and places that can be found again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from .data import words
from .days import day
from .model import Part
from .typeset import Node, Section


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What to write; ``length`` is 1 for short, 2 for usual, 3 for long, ``key`` begins the names of its marks."""

    key: str
    kind: str
    heading: str
    author: str
    dated: date
    place: str
    length: int = 2
    style: str = "long"
    faces: tuple[str, ...] = ("Office Sans",)


def prose(rng: Random, kind: str, least: int = 2, most: int = 4) -> str:
    """A paragraph about something."""
    bank = words("prose")["sentences"]
    people = words("people")
    own, common = list(bank.get(kind, ())), list(bank["any"])
    said = []
    for _ in range(rng.randint(least, most)):
        pool = own if own and (not common or rng.random() < 0.72) else common
        pool = pool or list(bank["report"])
        said.append(pool.pop(rng.randrange(len(pool))))
    return " ".join(
        one.format(who=rng.choice(people["colleague"]), n=rng.randint(2, 14), maker=rng.choice(people["maker"]))
        for one in said
    )


def section(rng: Random, asked: Asked, nodes: Sequence[Node], **more: Any) -> Section:
    """A section in the look of this document."""
    return {
        "name": asked.key,
        "font": rng.choice(asked.faces),
        "size": rng.choice((10.0, 10.5, 11.0)),
        "margin": rng.choice((56, 64, 72)),
        "justify": rng.random() < 0.2,
        "nodes": list(nodes),
        **more,
    }


def part(asked: Asked, kind: str, number: str) -> Part:
    """A place; the mark of its name goes into the node (``mk``) or the cell (``mark``) with which it begins."""
    return Part(kind=kind, number=number, mark=f"part:{asked.key}:{kind}:{number}")


def opened(rng: Random, asked: Asked) -> list[Node]:
    """Title and what stands below it."""
    dated = day(asked.dated, asked.style)
    nodes: list[Node] = [
        {"k": "h", "t": asked.heading, "size": rng.choice((14, 15, 17)), "al": rng.choice(("left", "left", "center"))}
    ]
    if asked.kind == "minutes":
        present = ", ".join([asked.author, *rng.sample(words("people")["colleague"], 4)])
        return [
            *nodes,
            {
                "k": "kv",
                "items": [["Date", dated], ["Present", present], ["Chair", rng.choice(words("people")["colleague"])]],
            },
        ]
    look = rng.randrange(4)
    if look == 0:
        rows = [
            ["Author", asked.author],
            ["Version", f"{rng.randint(1, 4)}.{rng.randint(0, 3)}"],
            ["Date", dated],
            ["Approved by", rng.choice(words("people")["colleague"])],
        ]
        return [*nodes, grid([[name, said] for name, said in rows], widths=[1, 3], heads=0)]
    if look == 1:
        return [*nodes, {"k": "kv", "items": [["Prepared by", asked.author], ["Date", dated]]}]
    if look == 2:
        return [*nodes, {"k": "p", "t": f"{asked.author}, {asked.place}", "i": True}, {"k": "p", "t": dated}]
    return [*nodes, {"k": "p", "t": f"Written by {asked.author} on {dated}."}]


def grid(rows: Sequence[Sequence[Any]], *, widths: Sequence[float], heads: int = 1, **more: Any) -> Node:
    """A table inside a paper."""
    made: list[list[dict[str, Any]]] = [
        [one if isinstance(one, dict) else {"t": str(one)} for one in row] for row in rows
    ]
    for row in made[:heads]:
        for one in row:
            one["b"] = True
    return {
        "k": "table",
        "widths": list(widths),
        "heads": made[:heads],
        "rows": made[heads:],
        "size": 9,
        "top": "#e8ecf0",
        **more,
    }
