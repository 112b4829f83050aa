"""The words of the set, read from its files."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from .model import Topic

_HERE: Final = Path(__file__).parent / "words"


@cache
def topics() -> tuple[Topic, ...]:
    """All topics, in the order of the sub-categories."""
    rows = tomllib.loads((_HERE / "topics.toml").read_text(encoding="utf-8"))["topic"]
    return tuple(
        Topic(title=r["title"], kind=r["kind"], file=r["file"], subs=tuple(r["subs"]), text=tuple(r["text"]))
        for r in rows
    )


@cache
def general() -> dict[str, Any]:
    """Everything else: fillers, headings, people, names of sub-categories."""
    return tomllib.loads((_HERE / "general.toml").read_text(encoding="utf-8"))


def subs() -> tuple[str, ...]:
    """The sixteen sub-categories."""
    return tuple(general()["subs"])
