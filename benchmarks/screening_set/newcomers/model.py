"""What a portfolio is made of before it is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Something to be noticed where it stands; ``needle`` are words that stand there in the file."""

    key: str
    data: Mapping[str, Any]
    needle: str = ""


@dataclass(kw_only=True)
class Block:
    """A paragraph, heading, table or the like."""

    kind: str
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    how: str = ""
    hidden: str = ""


@dataclass(kw_only=True)
class Work:
    """One item of evidence and what is true of it. ``roles`` is None where they are not measured."""

    title: str
    codes: list[str]
    genre: str
    blocks: list[Block] = field(default_factory=list)
    date: str | None = None
    date_kind: str | None = None
    author: str | None = None
    roles: list[str] | None = None
    simulated: bool = False
    traps: list[str] = field(default_factory=list)
    unmeasured: set[str] = field(default_factory=set)
    head: str = ""
    foot: str = ""
    carrier: str = "pdf"
    dress: int = 0
    hint: bool = False
    note: str = ""
    pair: str = ""
    mail: dict[str, str] = field(default_factory=dict)
    file_marks: list[Mark] = field(default_factory=list)
    special: list[str] = field(default_factory=list)
    body_from: int = 0
    body_to: int = 0
    doc: int = -1
    passage_codes: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Later:
    """Something done to a page of the finished file."""

    kind: str
    page: int
    box: tuple[float, float, float, float]
    text: str = ""


@dataclass(kw_only=True)
class Drawn:
    """A work on its pages."""

    number: int
    work: Work
    pages: int = 1
    file: str = ""
    offset: int = 0
    marks: list[tuple[int, Mark]] = field(default_factory=list)
    later: list[Later] = field(default_factory=list)


def para(text: str, *marks: Mark) -> Block:
    """A paragraph."""
    return Block(kind="para", text=text, marks=list(marks))


def table(rows: list[list[str]], *marks: Mark) -> Block:
    """A table, its header first."""
    return Block(kind="table", rows=rows, marks=list(marks))
