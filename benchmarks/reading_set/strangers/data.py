"""The words of the set, from its data files."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent


@cache
def words(name: str) -> Mapping[str, Any]:
    """One file of words."""
    return tomllib.loads((HERE / "words" / f"{name}.toml").read_text(encoding="utf-8"))


def codes() -> tuple[str, ...]:
    """The sub-categories in the scheme's order."""
    return tuple(words("scheme")["codes"])


def title(code: str) -> str:
    """A sub-category in the words of applicants."""
    return str(words("scheme")["title"][code])


def category(code: str) -> str:
    """The category of a sub-category, in the words of applicants."""
    return str(words("scheme")["category"][code[0]])
