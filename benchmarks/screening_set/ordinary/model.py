"""What a portfolio of this set is made of: items of blocks, each with what a careful assessor would mark in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Mark:
    """Something to find in a block: ``key`` is a list of the truth, ``data`` what it says besides file and page."""

    key: str
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Block:
    """A piece of an item.

    ``kind``: title, heading, para, line, rows, break, cover (secret words under a cover), picture, annotation, object.
    ``how`` says which form of it; ``secret`` are the covered or hidden words.
    """

    kind: str
    text: str = ""
    rows: Rows = ()
    how: str = ""
    secret: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass
class Item:
    """One item of evidence; what is known of it as a whole, and its blocks."""

    id: str
    title: str
    form: str
    codes: tuple[str, ...]
    carrier: str = "pdf"
    blocks: list[Block] = field(default_factory=list)
    date: str | None = None
    date_kind: str | None = None
    stamp: str = ""
    author: str | None = "applicant"
    roles: list[str] = field(default_factory=list)
    simulated: bool = False
    noted: bool = False
    traps: list[str] = field(default_factory=list)
    hints: dict[str, str] = field(default_factory=dict)
    unseen: str = ""
    metadata: dict[str, str] = field(default_factory=dict)
    changes: str = ""
    found: list[tuple[Mark, int]] = field(default_factory=list)
    pages: int = 1
    first: int = 1
    file: str = ""


@dataclass(frozen=True)
class People:
    """Who sends the portfolio, and who vouches for it."""

    name: str
    initials: str
    initial: str
    last: str
    post: str
    hospital: str
    domain: str
    mail: str
    referee: str
    referee_post: str
    is_applicant: bool
    signature: str

    def slots(self) -> dict[str, str]:
        """For the writer of words."""
        keys = ("name", "initials", "initial", "last", "post", "domain")
        return {key: str(getattr(self, key)) for key in keys}


@dataclass
class Portfolio:
    """The whole of it."""

    seed: int
    emphasis: str
    people: People
    submitted: str
    items: list[Item]
    single: bool
    exam: str
    pairs: list[tuple[str, str, str]] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(default_factory=list)
    loose: list[Item] = field(default_factory=list)
