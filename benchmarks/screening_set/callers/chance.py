"""Chance that is the same for the same words, and the collections of words."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

_CHOICE: Final = re.compile(r"<([^<>|]*(?:\|[^<>|]*)+)>")

Doc = Mapping[str, Any]


def chance(*words: object) -> Random:
    """A source of chance of its own for these words."""
    return Random("callers " + " ".join(map(str, words)))  # noqa: S311 - invented portfolios are no secret


@cache
def words(name: str) -> Mapping[str, Any]:
    """One of the collections beside this module."""
    return tomllib.loads((Path(__file__).parent / "words" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def docs() -> tuple[Doc, ...]:
    """All works that serve their sub-category."""
    return tuple(doc for name in ("first", "second") for doc in words(name)["doc"])


@cache
def barred() -> tuple[Doc, ...]:
    """All works that the guidance bars for their sub-category."""
    return tuple(words("barred")["doc"])


def spin(rng: Random, text: str, slots: Mapping[str, str]) -> str:
    """A text with its choices settled and its slots filled."""
    text = _CHOICE.sub(lambda found: rng.choice(found.group(1).split("|")), text)
    for key, value in slots.items():
        text = text.replace("{" + key + "}", value)
    return text
