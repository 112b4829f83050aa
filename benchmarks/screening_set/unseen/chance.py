"""Chance that is the same for the same words, and the passages at hand."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any


def chance(*words: object) -> Random:
    """A source of chance of its own for these words."""
    return Random("unseen " + " ".join(map(str, words)))  # noqa: S311 - invented portfolios are no secret


@cache
def words(name: str) -> Mapping[str, Any]:
    """One of the collections of passages beside this module."""
    return tomllib.loads((Path(__file__).parent / "words" / f"{name}.toml").read_text(encoding="utf-8"))


def turned(those: Sequence[str], seed: int, step: int = 1) -> str:
    """One of those, each in its turn as seeds go up."""
    return those[seed * step % len(those)]
