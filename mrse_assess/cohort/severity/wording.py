"""The data of severity: how much is enough, and the words."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from mrse_assess.cohort.measures.wording import Words
from mrse_assess.errors import SchemeError

SHIPPED: Final = Path(__file__).with_name("severity.toml")


@dataclass(frozen=True, kw_only=True)
class SeverityWording:
    """What the data file says.

    ``applications`` is in how many an assessor has to have differed from another, ``assessors`` how many need a
    severity before their spread is stated. ``judgements`` is from how many on a sample is drawn. ``tail`` is the share
    of assessors more lenient than the lenient one; ``widest`` a variance that counts as none that could be found.
    """

    applications: int
    assessors: int
    judgements: int
    level: float
    resamples: int
    tail: float
    widest: float
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


@lru_cache
def severity_wording(path: Path = SHIPPED) -> SeverityWording:
    """The words of the data file.

    Raises:
        SchemeError: the file lacks something, or holds a number that cannot be meant.
    """
    try:
        found = _wording(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise SchemeError(
            f"The words of severity in {path.name} cannot be read ({type(error).__name__}: {error}); "
            "compare the file with the one that came with the program."
        ) from error
    wrong = {
        "applications and assessors must be at least 2": min(found.applications, found.assessors) < 2,  # noqa: PLR2004 - one cannot vary
        "judgements must be at least 1": found.judgements < 1,
        "resamples must be at least 100": found.resamples < 100,  # noqa: PLR2004 - tails of 2.5 per cent
        "level must lie between 0 and 1": not 0 < found.level < 1,
        "tail must lie between 0 and 0.5": not 0 < found.tail < 0.5,  # noqa: PLR2004 - half of them
        "widest must be above 0": found.widest <= 0,
    }
    for rule, broken in wrong.items():
        if broken:
            raise SchemeError(f"The limits of severity in {path.name} are not valid: {rule}.")
    return found


def _wording(data: Mapping[str, Any]) -> SeverityWording:
    limits = data["limits"]
    return SeverityWording(
        applications=int(limits["applications"]),
        assessors=int(limits["assessors"]),
        judgements=int(limits["judgements"]),
        level=float(limits["level"]),
        resamples=int(limits["resamples"]),
        tail=float(limits["tail"]),
        widest=float(limits["widest"]),
        tables={
            name: Words(question=one["question"], title=one["title"], notes=tuple(one["notes"]))
            for name, one in data["tables"].items()
        },
        labels=dict(data["labels"]),
        numbers=dict(data["numbers"]),
        sentences=dict(data["sentences"]),
    )
