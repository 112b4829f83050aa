"""The room's data: how much is enough to state a figure, the scales, and the words for what is not stated."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from mrse_assess.agreement.answers import Unsaid
from mrse_assess.agreement.ratings import Level, Referred
from mrse_assess.errors import SchemeError

SHIPPED: Final = Path(__file__).with_name("agreement.toml")


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What the data file says. Counts of applications and units are of those that two assessors rated.

    ``given`` is how often a reason must have been given; ``defined`` the share of resamples in which a figure must
    exist for an interval; ``scales`` the categories of each level; ``with_reasons`` the verdict whose reasons count.
    """

    applications: int
    units: int
    given: int
    interval_applications: int
    interval_units: int
    resamples: int
    confidence: float
    defined: float
    scales: Mapping[Level, tuple[str, ...]]
    referred: str
    with_reasons: str
    words: Mapping[Unsaid, str]
    remarks: Mapping[Unsaid, str]

    def scale(self, level: Level, referred: Referred) -> tuple[str, ...]:
        """The categories of a level, with a referral among them if it counts as one."""
        return (*self.scales[level], *((self.referred,) if referred is Referred.CATEGORY else ()))

    def say(self, why: Unsaid, found: int = 0, needed: int = 0) -> str:
        """The sentence for a reason, with the numbers found and needed."""
        return self.words[why].format(found=found, needed=needed)


@lru_cache
def load_limits(path: Path = SHIPPED) -> Limits:
    """The limits of the data file.

    Raises:
        SchemeError: the file lacks something, or holds a number that cannot be meant.
    """
    try:
        limits = _limits(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise SchemeError(
            f"The limits of agreement in {path.name} cannot be read ({type(error).__name__}: {error}); "
            "compare the file with the one that came with the program."
        ) from error
    _refuse_what_cannot_be_meant(limits, path.name)
    return limits


def _limits(data: Mapping[str, Any]) -> Limits:
    enough, interval, resampling, scale = (data[n] for n in ("enough", "enough_for_interval", "resampling", "scale"))
    return Limits(
        applications=int(enough["applications"]),
        units=int(enough["units"]),
        given=int(enough["given"]),
        interval_applications=int(interval["applications"]),
        interval_units=int(interval["units"]),
        resamples=int(resampling["resamples"]),
        confidence=float(resampling["confidence"]),
        defined=float(resampling["defined"]),
        scales={level: tuple(scale[level]) for level in Level},
        referred=str(scale["referred"]),
        with_reasons=str(scale["with_reasons"]),
        words={why: str(data["words"][why]) for why in Unsaid},
        remarks={Unsaid(why): str(words) for why, words in data["remarks"].items()},
    )


def _refuse_what_cannot_be_meant(limits: Limits, name: str) -> None:
    smallest = min(limits.applications, limits.units, limits.interval_applications, limits.interval_units)
    wrong = {
        "every number of applications and units must be at least 2": smallest < 2,  # noqa: PLR2004 - one cannot vary
        "given must be at least 0": limits.given < 0,
        "resamples must be at least 100": limits.resamples < 100,  # noqa: PLR2004 - tails of 2.5 per cent
        "confidence must lie between 0 and 1": not 0 < limits.confidence < 1,
        "defined must lie above 0, at most 1": not 0 < limits.defined <= 1,
        "each scale must have two categories or more, each once": any(
            len(set(scale)) < max(2, len(scale)) for scale in limits.scales.values()
        ),
        "referred must not stand in a scale": any(limits.referred in scale for scale in limits.scales.values()),
    }
    for rule, broken in wrong.items():
        if broken:
            raise SchemeError(f"The limits of agreement in {name} are not valid: {rule}.")
