"""Chance that is the same for the same words, and the collections of words."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

Doc = Mapping[str, Any]
_DOCS: Final = (
    *("governance", "unit", "implants", "cases", "teaching", "systems", "long", "made_up", "sundry"),
    *("requests", "events", "rooms", "papers", "links", "records"),
)


def chance(*what: object) -> Random:
    """A source of chance of its own for these words."""
    return Random("boarders " + " ".join(map(str, what)))  # noqa: S311 - invented portfolios are no secret


@cache
def words(name: str) -> Mapping[str, Any]:
    """One of the collections beside this module."""
    return tomllib.loads((Path(__file__).parent / "words" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def docs() -> tuple[Doc, ...]:
    """All works that can stand in a portfolio."""
    return tuple(doc for name in _DOCS for doc in words(name)["doc"])


@cache
def barred() -> tuple[Doc, ...]:
    """All works that the guidance bars for their sub-category."""
    return (*words("barred")["doc"], *words("barred_more")["doc"])
