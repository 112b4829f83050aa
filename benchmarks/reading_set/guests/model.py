"""What is decided about a portfolio before anything is written."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

ROUND: Final = 50  # the habits come round


@cache
def words() -> dict[str, Any]:
    """The words of the set."""
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def chance(purpose: str, seed: int) -> Random:
    """Chance of its own for each purpose, so that one does not disturb another."""
    return Random(f"guests {purpose} {seed}")  # noqa: S311 - nothing is secret


@dataclass(frozen=True, kw_only=True)
class Habits:
    """How an applicant works. Words are those of ``habits.toml``."""

    table: str
    packing: str  # pdf, docx, folder, zip
    marks: str  # how items begin: dividers, stamps, headings, bookmarks, contents_pages, files, folders, sub_items
    label: str  # how an item is named, with {n}
    places: str  # none, pages, sections, both, words
    counting: str
    source: str
    vouched: str  # form, table, letter, email, prose, blank, absent
    note: str  # none, cell, column, legend, contents
    contents: str  # linked, plain, absent
    decoy: str
    missing: bool
    orphan: bool


@dataclass(frozen=True, kw_only=True)
class Item:
    """One piece of evidence: ``parts`` gives for each page the headings on it."""

    id: str
    label: str
    title: str
    codes: Sequence[str]
    parts: Sequence[Sequence[str]]
    day: date
    sent: bool = True
    orphan: bool = False
    simulated: bool = False
    mail: bool = False

    @property
    def pages(self) -> int:
        """How many pages the paper itself has."""
        return len(self.parts)


@dataclass(frozen=True, kw_only=True)
class Ref:
    """A sub-category, an item, and where in it: ``pages`` of the paper (from 1), ``part`` by its place in the paper."""

    code: str
    item: Item
    pages: tuple[int, int] | None = None
    part: int | None = None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Everything about a portfolio but its bytes."""

    seed: int
    habits: Habits
    applicant: str
    referee: str
    post: str
    hospital: str
    submitted: date | None
    vouched_on: date
    day_form: str
    items: Sequence[Item]
    refs: Sequence[Ref]

    @property
    def sent(self) -> list[Item]:
        """The items that are enclosed."""
        return [item for item in self.items if item.sent]

    def shown(self, day: date) -> str:
        """A date as this applicant writes it."""
        return day.strftime(self.day_form).lstrip("0")
