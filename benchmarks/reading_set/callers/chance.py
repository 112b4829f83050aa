"""Chance and words: the same for the same names."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any


def chance(*what: object) -> Random:
    """A source of chance of its own for each purpose."""
    return Random("callers:" + ":".join(map(str, what)))  # noqa: S311 - invented portfolios, not secrets


@cache
def words(name: str) -> dict[str, Any]:
    """What ``words/name.toml`` holds."""
    return tomllib.loads((Path(__file__).parent / "words" / f"{name}.toml").read_text(encoding="utf-8"))


def codes() -> list[str]:
    """The sub-categories in their order."""
    return list(words("people")["codes"])


def day_in(when: date, form: str) -> str:
    """A day as it is written: ``long``, ``short``, ``slashes``, ``dashes`` or ``weekday``."""
    month = words("people")["months"][when.month - 1]
    return {
        "long": f"{when.day} {month} {when.year}",
        "short": f"{when.day} {month[:3]} {when.year}",
        "slashes": f"{when.day:02}/{when.month:02}/{when.year}",
        "dashes": f"{when.day:02}-{month[:3]}-{when.year}",
        "weekday": f"{['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][when.weekday()]} "
        f"{when.day} {month} {when.year}",
    }[form]
