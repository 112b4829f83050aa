"""One portfolio of the set for screening, and what a careful assessor would notice in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol


@dataclass(frozen=True, kw_only=True)
class ScreeningCase:
    """A portfolio and its answers.

    ``portfolio`` is what ``mrse-assess inspect`` is given. ``truth`` has the keys that the README of the set explains;
    a key that is None is not measured on this case. ``traits`` are free words for what is special ("emphasis dates").
    """

    name: str
    portfolio: Path
    truth: Mapping[str, Any]
    traits: tuple[str, ...] = ()


class Builder(Protocol):
    """A package of the set offers this: the same seed gives the same bytes and the same answers."""

    def __call__(self, seed: int, folder: Path) -> ScreeningCase:
        """Make the portfolio of this seed inside ``folder``, which exists and is empty."""
        ...
