"""The words and numbers of the set, from its TOML files."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_WORDS = Path(__file__).parent / "words"


@cache
def data(name: str) -> dict[str, Any]:
    """What the file ``name``.toml holds."""
    return tomllib.loads((_WORDS / f"{name}.toml").read_text(encoding="utf-8"))


def codes() -> tuple[str, ...]:
    """The sub-categories in their order."""
    return tuple(data("people")["codes"])


def code_title(code: str) -> str:
    """A sub-category in the set's own words."""
    return str(data("people")["codes"][code])


def category_title(code: str) -> str:
    """The category of a sub-category."""
    return str(data("people")["categories"][code[0]])


def kind_word(kind: str) -> str:
    """A kind of paper in words."""
    return str(data("topics")["kinds"][kind])
