"""The data of the measures: questions, titles, notes, names of columns, and how much is enough to state a share."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Self, TypeVar

from mrse_assess.errors import SchemeError

SHIPPED: Final = Path(__file__).with_name("words.toml")

Read = TypeVar("Read")


@dataclass(frozen=True, kw_only=True)
class Words:
    """The words of one table. Slots in braces are filled by the measure."""

    question: str
    title: str
    notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Texts:
    """The words of several tables. ``numbers``: what the values of a column are counted in where they are no shares."""

    tables: Mapping[str, Words]
    labels: Mapping[str, str]
    numbers: Mapping[str, str]
    sentences: Mapping[str, str]

    def say(self, sentence: str, **slots: object) -> str:
        """A sentence with its slots filled."""
        return self.sentences[sentence].format(**slots)

    def columns(self, *keys: str) -> tuple[tuple[str, str], ...]:
        """The keys, each with its label."""
        return tuple((key, self.labels[key]) for key in keys)

    @classmethod
    def told(cls, data: Mapping[str, Any], **limits: Any) -> Self:
        """The words of a data file, with what else it says."""
        tables = {
            name: Words(question=one["question"], title=one["title"], notes=tuple(one.get("notes", ())))
            for name, one in data["tables"].items()
        }
        others = {name: dict(data[name]) for name in ("labels", "numbers", "sentences")}
        return cls(tables=tables, **others, **limits)


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """Other numbers for some rules, by their ids."""

    id: str
    label: str
    thresholds: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class Wording(Texts):
    """What the data file says.

    ``enough`` is how many applications have to stand behind a share or an average before it is stated. ``combinations``
    is how many sets that fail together are listed, ``margin`` how far margins are told apart, ``sampled`` how many
    applications are decided again. ``usual_tasks``: of assessors who judge as a rule.
    """

    enough: int
    level: float
    combinations: int
    margin: int
    sampled: int
    usual_tasks: tuple[str, ...]
    alternatives: tuple[Alternative, ...]


@lru_cache
def wording(path: Path = SHIPPED) -> Wording:
    """The words of the data file.

    Raises:
        SchemeError: the file lacks something, or holds a number that cannot be meant.
    """
    found = read_data(path, "the measures", _wording)
    if min(found.enough, found.combinations, found.margin, found.sampled) < 1 or not 0 < found.level < 1:
        raise SchemeError(f"The numbers in {path.name} must be at least 1, and the level between 0 and 1.")
    return found


def read_data(path: Path, what: str, made: Callable[[Mapping[str, Any]], Read]) -> Read:
    """What is made of a data file.

    Raises:
        SchemeError: it cannot be read, or lacks something.
    """
    try:
        return made(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise SchemeError(
            f"The words of {what} in {path.name} cannot be read ({type(error).__name__}: {error}); "
            "compare the file with the one that came with the program."
        ) from error


def _wording(data: Mapping[str, Any]) -> Wording:
    limits = data["limits"]
    return Wording.told(
        data,
        enough=int(limits["enough"]),
        level=float(limits["level"]),
        combinations=int(limits["combinations"]),
        margin=int(limits["margin"]),
        sampled=int(limits["sampled"]),
        usual_tasks=tuple(limits["usual_tasks"]),
        alternatives=tuple(
            Alternative(
                id=one["id"], label=one["label"], thresholds={rule: int(n) for rule, n in one["thresholds"].items()}
            )
            for one in data["alternative"]
        ),
    )
