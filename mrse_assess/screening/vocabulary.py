"""The words that checks look for and the sentences that they say, from the scheme's data: one TOML file per check."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from mrse_assess.errors import SchemeError
from mrse_assess.model.scheme import ANY_UNIT, Scheme

LONGEST_TITLE: Final = 40  # characters, of what the list of findings shows
SHIPPED: Final = Path(__file__).parents[1] / "scheme" / "data" / "ipem_mrse_2025" / "screening"


class Wording(NamedTuple):
    """What is said of one kind of finding.

    ``detail`` has slots in braces; ``note`` is a guidance note's id or "". The clause ``S`` is that of the sub-category
    concerned.
    """

    title: str
    detail: str
    clause: str
    note: str


@dataclass(frozen=True, kw_only=True)
class CheckData:
    """The data of one check.

    ``wordings`` by kind; ``lists`` are lists of words, phrases or patterns by name; ``tables`` are lists of entries
    that only the check itself understands.
    """

    check: str
    wordings: Mapping[str, Wording]
    lists: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, tuple[Mapping[str, Any], ...]]


Vocabulary = Mapping[str, CheckData]
"""The data of every check, by its id."""


def load_vocabulary(scheme: Scheme, folder: Path = SHIPPED) -> Vocabulary:
    """The checked data of every check of the scheme.

    Raises:
        SchemeError: a file cannot be read, a title is too long, or a clause or note is not one of the scheme's.
    """
    return {path.stem: _check_data(path, scheme) for path in sorted(folder.glob("*.toml"))}


@lru_cache(maxsize=8)
def lists_of(check: str, folder: Path = SHIPPED) -> Mapping[str, tuple[str, ...]]:
    """The lists of another check's data, for a check that needs what that one knows.

    Raises:
        SchemeError: the file cannot be read.
    """
    path = folder / f"{check}.toml"
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SchemeError(f"{path.name} of the screening data cannot be read: {error}.") from error
    return MappingProxyType({key: tuple(value) for key, value in raw.get("lists", {}).items()})


def _check_data(path: Path, scheme: Scheme) -> CheckData:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        wordings = dict(_wordings(path, raw.pop("observation", ()), scheme))
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise SchemeError(f"{path.name} of the screening data cannot be read: {error}.") from error
    lists = {key: tuple(value) for key, value in raw.pop("lists", {}).items()}
    return CheckData(
        check=path.stem, wordings=wordings, lists=lists, tables={key: tuple(value) for key, value in raw.items()}
    )


def _wordings(path: Path, entries: list[dict[str, str]], scheme: Scheme) -> Iterator[tuple[str, Wording]]:
    clauses = {ANY_UNIT, *(clause.label for clause in scheme.clauses)}
    for entry in entries:
        wording = Wording(entry["title"], entry["detail"], entry["clause"], entry.get("note", ""))
        if len(wording.title) > LONGEST_TITLE:
            raise SchemeError(f"{path.name}: the title {wording.title!r} has more than {LONGEST_TITLE} characters.")
        if wording.clause not in clauses:
            raise SchemeError(f"{path.name}: {wording.clause!r} is no clause of the scheme.")
        if wording.note and wording.note not in _note_ids(scheme):
            raise SchemeError(f"{path.name}: {wording.note!r} is no guidance note of the scheme.")
        yield entry["kind"], wording


def _note_ids(scheme: Scheme) -> frozenset[str]:
    return frozenset(note.id for code in scheme.codes for note in scheme.notes_for(code))
