"""The declarations of the data file: which tables may be published, how each is read, and which never are."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from mrse_assess.errors import SchemeError

SHIPPED: Final = Path(__file__).with_name("declared.toml")


@dataclass(frozen=True, kw_only=True)
class Declared:
    """How a table is published: see the data file. ``columns`` is () where all are."""

    tables: tuple[str, ...]
    reading: str
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    open: bool


@dataclass(frozen=True, kw_only=True)
class Never:
    """Tables that are not published, and why."""

    tables: tuple[str, ...]
    why: str


@dataclass(frozen=True, kw_only=True)
class Declarations:
    """All that the data file says."""

    read: tuple[Declared, ...]
    never: tuple[Never, ...]
    words: Mapping[str, str]

    def of(self, table: str) -> Declared | Never | None:
        """What is declared of a table, None where nothing is; what never is goes before what is read."""
        for never in self.never:
            if any(fnmatchcase(table, one) for one in never.tables):
                return never
        return next((one for one in self.read if table in one.tables), None)


@lru_cache
def declarations(path: Path = SHIPPED) -> Declarations:
    """The declarations of the data file.

    Raises:
        SchemeError: the file lacks something.
    """
    try:
        return _declarations(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise SchemeError(
            f"What is published of which table in {path.name} cannot be read ({type(error).__name__}: {error}); "
            "compare the file with the one that came with the program."
        ) from error


def _declarations(data: Mapping[str, Any]) -> Declarations:
    return Declarations(
        read=tuple(
            Declared(
                tables=tuple(one["tables"]),
                reading=one["reading"],
                fields=tuple(one["fields"]),
                columns=tuple(one.get("columns", ())),
                open=bool(one.get("open", False)),
            )
            for one in data["read"]
        ),
        never=tuple(Never(tables=tuple(one["tables"]), why=one["why"]) for one in data["never"]),
        words=dict(data["words"]),
    )
