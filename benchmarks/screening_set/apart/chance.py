"""Chance that is the same for the same words, and sentences with choices in them."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

CHOICE: Final = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
SLOT: Final = re.compile(r"\{(\w+)\}")


def chance(*words: object) -> Random:
    """A source of chance of its own for these words."""
    return Random("apart " + " ".join(map(str, words)))  # noqa: S311 - invented portfolios are no secret


def spun(rng: Random, text: str, slots: Mapping[str, object]) -> str:
    """The text with every [a|b] settled and every {slot} filled; slots that are unknown stay."""
    while found := CHOICE.search(text):
        text = text[: found.start()] + rng.choice(found[1].split("|")) + text[found.end() :]
    return SLOT.sub(lambda hit: str(slots.get(hit[1], hit[0])), text)


@cache
def words(name: str) -> Mapping[str, Any]:
    """One of the collections of passages beside this module."""
    return tomllib.loads((Path(__file__).parent / "words" / f"{name}.toml").read_text(encoding="utf-8"))


def some(rng: Random, these: Sequence[str], many: int) -> list[str]:
    """So many of these in an order of chance, none twice."""
    return rng.sample(list(these), min(many, len(these)))
