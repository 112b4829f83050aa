"""What a portfolio is made of before it is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Something to be noticed where its ``needle`` stands; without one on the first page of the item."""

    key: str
    data: Mapping[str, Any]
    needle: str = ""


@dataclass(kw_only=True)
class Block:
    """A paragraph, heading, table, picture or the like."""

    kind: str
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    how: str = ""
    hidden: str = ""
    stream: bytes = b""


@dataclass(kw_only=True)
class Work:
    """One item of evidence and what is true of it. ``author`` and ``roles`` are None where they are not measured."""

    title: str
    codes: list[str]
    genre: str
    doc: Mapping[str, Any] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    date: str | None = None
    date_kind: str | None = None
    shown: str = ""
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


def line(text: str, how: str = "") -> Block:
    """A line that follows close on the one before."""
    return Block(kind="line", text=text, how=how)


def table(rows: list[list[str]], *marks: Mark, how: str = "") -> Block:
    """A table; of ``how`` "pairs" it is a label and a value in each row, else its header is the first."""
    return Block(kind="table", rows=rows, marks=list(marks), how=how)
