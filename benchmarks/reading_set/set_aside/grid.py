"""The Experience Cross Reference Table as rows of cells, before any typesetting."""

from dataclasses import dataclass
from typing import Final

from benchmarks.reading_set.set_aside.words import SUB_CATEGORIES


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell; spans as in a word processor."""

    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table: header rows, body rows, a heading above it, shares of the width."""

    headers: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    heading: str = ""


def line(*texts: str) -> tuple[Cell, ...]:
    """A row of plain cells."""
    return tuple(Cell(text=text) for text in texts)


def code_words(sub: str, style: str) -> str:
    """A sub-category's number as this applicant writes it."""
    if style == "third" and sub == "3":
        return "3.1"
    if style == "named" and sub == "3":
        return "Category 3"
    if style == "roman" and "." in sub:
        return f"{sub[0]}({('i', 'ii', 'iii')[int(sub[2]) - 1]})"
    return sub + _TAIL.get(style, "") if style != "lead" else f"SC {sub}"


def in_category(category: str) -> tuple[str, ...]:
    """The sub-categories of a category."""
    return tuple(sub for sub in SUB_CATEGORIES if sub[0] == category)


_TAIL: Final = {"bracket": ")", "point": "."}
CODE_STYLES: Final = ("plain", "plain", "plain", "third", "named", "roman", "bracket", "point", "lead")
