"""The data of the report: its words, which tables stand together, and what is said in short."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from mrse_assess.errors import SchemeError

SHIPPED: Final = Path(__file__).parent
_FILES: Final = ("words.toml", "chapters.toml")


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """Tables that stand together: patterns of their ids, and which attempts are printed."""

    id: str
    title: str
    attempts: tuple[str, ...]
    tables: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Short:
    """A sentence at the top: of one row of a table, or where ``more`` is set of that many largest ones of a column."""

    table: str
    column: str
    row: str
    more: int
    say: str


@dataclass(frozen=True, kw_only=True)
class ReportWording:
    """The words by section and key, the chapters in their order, and the sentences at the top."""

    sections: Mapping[str, Mapping[str, Any]]
    chapters: tuple[Chapter, ...]
    short: tuple[Short, ...]

    def say(self, section: str, key: str, **slots: object) -> str:
        """A text with its slots filled."""
        text: str = self.sections[section][key]
        return text.format(**slots)

    def several(self, section: str, key: str, n: int, **slots: object) -> str:
        """The text for one, or for several."""
        return self.say(section, f"{key}_one" if n == 1 else f"{key}_other", n=n, **slots)


@lru_cache
def report_wording(folder: Path = SHIPPED) -> ReportWording:
    """What the data files say.

    Raises:
        SchemeError: a file cannot be read, or lacks something.
    """
    try:
        words, chapters = (tomllib.loads((folder / name).read_text(encoding="utf-8")) for name in _FILES)
        return ReportWording(
            sections={key: value for key, value in words.items() if isinstance(value, dict)},
            chapters=tuple(_chapter(one) for one in chapters["chapter"]),
            short=tuple(_short(one) for one in words["short"]),
        )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise SchemeError(
            f"The words of the cohort report cannot be read ({type(error).__name__}: {error}); compare "
            f"{' and '.join(_FILES)} with those that came with the program."
        ) from error


def _chapter(one: Mapping[str, Any]) -> Chapter:
    return Chapter(id=one["id"], title=one["title"], attempts=tuple(one["attempts"]), tables=tuple(one["tables"]))


def _short(one: Mapping[str, Any]) -> Short:
    return Short(
        table=one["table"], column=one["column"], row=one.get("row", ""), more=one.get("more", 0), say=one["say"]
    )
