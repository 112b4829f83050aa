"""What is planned before anything is drawn: marks, blocks, works and the people."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Something that an assessor should see where a block stands: ``key`` says what kind of answer it is."""

    key: str
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Block:
    """A part of a page that is drawn in one piece: words in a form, or rows of a table.

    ``how`` is the manner of a cover or a picture; ``hidden`` the words that a cover is meant to hide.
    """

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    hidden: str = ""
    how: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, kw_only=True)
class People:
    """Who stands in the portfolio, where they work and what they work with."""

    slots: dict[str, str]
    referee: str
    referee_role: str
    submitted: str

    @property
    def applicant(self) -> str:
        """The full name, without a title."""
        return self.slots["app"]


@dataclass(kw_only=True)
class Work:
    """One item of evidence: what it says and what a careful assessor would find in it."""

    title: str
    codes: tuple[str, ...]
    blocks: list[Block]
    genre: str = "paper"
    carrier: str = "pdf"
    date: str | None = None
    date_kind: str | None = None
    author: str = "unclear"
    roles: tuple[str, ...] = ()
    simulated: bool = False
    noted: bool = False
    traps: tuple[str, ...] = ()
    hint: bool = False
    pair: str = ""
    dress: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Later:
    """What is done to a page once its file is put together: an annotation, a link, an attachment."""

    kind: str
    page: int
    box: tuple[float, float, float, float] = (0, 0, 0, 0)
    text: str = ""


@dataclass(kw_only=True)
class Drawn:
    """A work with its number, its pages and the pages of its marks, from 1 inside the work."""

    number: int
    work: Work
    pages: int = 1
    marks: list[tuple[int, Mark]] = field(default_factory=list)
    later: list[Later] = field(default_factory=list)
    file: str = ""
    offset: int = 0
