"""Chance that is the same for the same words, and the collections of words."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

Doc = Mapping[str, Any]
_SERVING: Final = ("framework", "sequences", "implants", "training", "building", "further", "again")


def chance(*what: object) -> Random:
    """A source of chance of its own for these words."""
    return Random("arrivals " + " ".join(map(str, what)))  # noqa: S311 - invented portfolios are no secret


@cache
def words(name: str) -> Mapping[str, Any]:
    """One of the collections beside this module."""
    return tomllib.loads((Path(__file__).parent / "words" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def docs() -> tuple[Doc, ...]:
    """All works that serve their sub-category."""
    return tuple(doc for name in _SERVING for doc in words(name)["doc"])


@cache
def barred() -> tuple[Doc, ...]:
    """All works that the guidance bars for their sub-category."""
    return tuple(words("barred")["doc"])
