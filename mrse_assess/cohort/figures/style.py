"""The house style as data: sizes, colours and words of every figure."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from mrse_assess.errors import SchemeError

SHIPPED: Final = Path(__file__).with_name("style.toml")
POINT: Final = 25.4 / 72
"""Millimetres."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """The sheet in millimetres, and how its files are written."""

    width: float
    margin: float
    gap: float
    dots: int
    font: str
    salt: str


@dataclass(frozen=True, kw_only=True)
class Type:
    """Sizes of type in points; ``leading`` is line to line in sizes."""

    title: float
    text: float
    small: float
    leading: float


@dataclass(frozen=True, kw_only=True)
class Rows:
    """Heights and widths of rows, columns and panels in millimetres."""

    lead: float
    bar: float
    label: float
    narrow: float
    numbers: float
    cell: float
    dots: float
    least: float
    panel: float
    small_panel: float
    histogram: float


@dataclass(frozen=True, kw_only=True)
class Colours:
    """What is drawn in which colour; ``steps`` are of a grid, from the least to the most."""

    paper: str
    ink: str
    soft: str
    guide: str
    edge: str
    mark: str
    pale: str
    flow: str
    steps: tuple[str, ...]
    zero: str


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much there has to be for a figure, and how much goes into one."""

    marks: int
    grid: int
    periods: int
    panels: int
    small_panels: int
    trends: int
    rows: int
    stacked: int
    largest: int


@dataclass(frozen=True, kw_only=True)
class Style:
    """All of it. ``by_size`` are the tables whose rows have no order of their own."""

    page: Page
    type: Type
    rows: Rows
    colours: Colours
    limits: Limits
    by_size: frozenset[str]
    units: Mapping[str, str]
    words: Mapping[str, str]
    kinds: Mapping[str, str]
    spoken: Mapping[str, str]

    def say(self, sentence: str, **slots: object) -> str:
        """A sentence with its slots filled."""
        return self.words[sentence].format(**slots)

    def lead(self, points: float) -> float:
        """From one line of type to the next, in millimetres."""
        return points * self.type.leading * POINT


@lru_cache
def style(path: Path = SHIPPED) -> Style:
    """The style of the data file.

    Raises:
        SchemeError: the file lacks something.
    """
    try:
        return _style(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise SchemeError(
            f"The style of figures in {path.name} cannot be read ({type(error).__name__}: {error}); "
            "compare the file with the one that came with the program."
        ) from error


def _style(data: Mapping[str, Any]) -> Style:
    return Style(
        page=Page(**data["page"]),
        type=Type(**data["type"]),
        rows=Rows(**data["rows"]),
        colours=Colours(**data["colours"] | {"steps": tuple(data["colours"]["steps"])}),
        limits=Limits(**data["limits"]),
        by_size=frozenset(data["order"]["by_size"]),
        units=dict(data["units"]),
        words=dict(data["words"]),
        kinds=dict(data["kinds"]),
        spoken=dict(data["spoken"]),
    )
