"""The data of severity: how much is enough, and the words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from mrse_assess.cohort.measures.wording import Texts, read_data
from mrse_assess.errors import SchemeError

SHIPPED: Final = Path(__file__).with_name("severity.toml")


@dataclass(frozen=True, kw_only=True)
class SeverityWording(Texts):
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


@lru_cache
def severity_wording(path: Path = SHIPPED) -> SeverityWording:
    """The words of the data file.

    Raises:
        SchemeError: the file lacks something, or holds a number that cannot be meant.
    """
    found = read_data(path, "severity", _wording)
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
    return SeverityWording.told(
        data,
        applications=int(limits["applications"]),
        assessors=int(limits["assessors"]),
        judgements=int(limits["judgements"]),
        level=float(limits["level"]),
        resamples=int(limits["resamples"]),
        tail=float(limits["tail"]),
        widest=float(limits["widest"]),
    )
