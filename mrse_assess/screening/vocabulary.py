"""The words that checks look for and the sentences that they say, from the scheme's data: one TOML file per check."""

import logging
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar

from mrse_assess.errors import SchemeError
from mrse_assess.model.scheme import ANY_UNIT, Scheme

_LOG = logging.getLogger(__name__)
_Entry = TypeVar("_Entry")

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
    """The checked data of every check of the scheme whose data are valid; of the others the ids are logged."""
    found = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            found[path.stem] = check_data(path.stem, scheme, folder)
        except SchemeError as error:
            _LOG.error("the data of the check %s are not valid: %s", path.stem, type(error).__name__)
    return found


def check_data(check: str, scheme: Scheme, folder: Path = SHIPPED) -> CheckData:
    """The checked data of one check.

    Raises:
        SchemeError: its file cannot be read, a title is too long, or a clause or note is not one of the scheme's.
    """
    path = folder / f"{check}.toml"
    raw = _read(path)
    try:
        wordings = dict(_wordings(path, raw.pop("observation", ()), scheme))
        lists = {name: _of_kind(str, phrases) for name, phrases in raw.pop("lists", {}).items()}
        tables = {name: _of_kind(dict, rows) for name, rows in raw.items()}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise SchemeError(f"{path.name} of the screening data is not as it should be: {error}.") from error
    return CheckData(check=check, wordings=wordings, lists=lists, tables=tables)


@lru_cache(maxsize=8)
def lists_of(check: str, folder: Path = SHIPPED) -> Mapping[str, tuple[str, ...]]:
    """The lists of another check's data, for a check that needs what that one knows.

    Raises:
        SchemeError: the file cannot be read.
    """
    raw = _read(folder / f"{check}.toml")
    return MappingProxyType({key: tuple(value) for key, value in raw.get("lists", {}).items()})


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SchemeError(f"{path.name} of the screening data cannot be read: {error}.") from error


def _of_kind(kind: type[_Entry], entries: object) -> tuple[_Entry, ...]:
    """The entries of a list, every one of this kind."""
    if not isinstance(entries, list) or not all(isinstance(entry, kind) for entry in entries):
        raise TypeError(f"a list of {kind.__name__} is expected")
    return tuple(entries)


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
