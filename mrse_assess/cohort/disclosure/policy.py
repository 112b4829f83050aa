"""What may be published, as data: the threshold, rounding, widths, and the words for what is withheld."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from mrse_assess.errors import SchemeError

SHIPPED: Final = Path(__file__).with_name("disclosure.toml")


class Word(StrEnum):
    """The sentences of the data file."""

    FOLDED = "folded"
    WITHHELD = "withheld"
    NOT_POSSIBLE = "not_possible"
    COUNTS_ROUNDED = "counts_rounded"
    NOTHING_WITHHELD = "nothing_withheld"
    CELLS_WITHHELD = "cells_withheld"
    ZEROS_WITHHELD = "zeros_withheld"
    RATES_WITHHELD = "rates_withheld"
    FOLDED_ROWS = "folded_rows"
    WHOLE_TABLE = "whole_table"
    WHOLE_EXPOSED = "whole_exposed"
    WHOLE_NEVER = "whole_never"
    WHOLE_CROSSED = "whole_crossed"


@dataclass(frozen=True, kw_only=True)
class Policy:
    """What the data file says.

    ``threshold`` and ``smallest`` count applications. ``width`` is the least difference between the bounds that a
    reader can work out for a withheld count, ``width_share`` the same as a share of the count, for one that is
    withheld for its own sake. ``never_crossed`` holds sets of fields that no table may have together.
    """

    threshold: int
    round_to: int
    zeros_published: bool
    dominance: float
    smallest: int
    digits: int
    width: int
    width_share: float
    never_published: frozenset[str]
    never_crossed: tuple[frozenset[str], ...]
    words: Mapping[Word, str]

    def __post_init__(self) -> None:
        """Refuse numbers with which nothing would be protected.

        Raises:
            SchemeError: says which rule is broken.
        """
        for rule, broken in _wrong(self).items():
            if broken:
                raise SchemeError(f"The policy for publishing is not valid: {rule}.")

    def rounded(self, value: int) -> int:
        """The value as it is published: to the nearest multiple, halves upwards."""
        return self.round_to * ((2 * value + self.round_to) // (2 * self.round_to))

    def behind(self, value: int) -> tuple[int, int]:
        """The least and greatest count that would be published as this count is."""
        if value == 0:
            return 0, 0
        shown = self.rounded(value)
        low, high = shown - self.round_to // 2, shown + (self.round_to - 1) // 2
        return max(low, self.threshold), high

    def never(self, fields: Sequence[str]) -> frozenset[str]:
        """Which of a table's fields are never published."""
        return self.never_published & set(fields)

    def crossed(self, fields: Sequence[str]) -> frozenset[str]:
        """Which of a table's fields may not stand in one table, none if all may."""
        return next((pair for pair in self.never_crossed if pair <= set(fields)), frozenset())

    def say(self, word: Word, **named: object) -> str:
        """A sentence of the data file."""
        return self.words[word].format(**named)


def _wrong(policy: Policy) -> dict[str, bool]:
    return {
        "threshold must be at least 2": policy.threshold < 2,  # noqa: PLR2004 - nothing lies between none and one
        "round_to must be at least 1": policy.round_to < 1,
        "round_to must be at most twice the threshold, or a count could be published as 0": (
            policy.round_to > 2 * policy.threshold
        ),
        "share of dominance must lie above 0, at most 1": not 0 < policy.dominance <= 1,
        "smallest must not lie below the threshold": policy.smallest < policy.threshold,
        "digits must be at least 0": policy.digits < 0,
        "width must not lie below the threshold": policy.width < policy.threshold,
        "share of protection must lie between 0 and 1": not 0 <= policy.width_share <= 1,
        "fields that are never crossed must be two or more": any(len(fields) < 2 for fields in policy.never_crossed),  # noqa: PLR2004 - a pair
    }


@lru_cache
def load_policy(path: Path = SHIPPED) -> Policy:
    """The policy of the data file.

    Raises:
        SchemeError: the file lacks something, or holds a number that cannot be meant.
    """
    try:
        return _policy(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise SchemeError(
            f"The policy for publishing in {path.name} cannot be read ({type(error).__name__}: {error}); "
            "compare the file with the one that came with the program."
        ) from error


def _policy(data: Mapping[str, Any]) -> Policy:
    counts, rates, protection, never = (data[name] for name in ("counts", "rates", "protection", "never"))
    return Policy(
        threshold=int(counts["threshold"]),
        round_to=int(counts["round_to"]),
        zeros_published=("withheld", "published").index(counts["zeros"]) == 1,
        dominance=float(data["dominance"]["share"]),
        smallest=int(rates["smallest"]),
        digits=int(rates["digits"]),
        width=int(protection["width"]),
        width_share=float(protection["share"]),
        never_published=frozenset(never["published"]),
        never_crossed=tuple(frozenset(fields) for fields in never["crossed"]),
        words={word: str(data["words"][word]) for word in Word},
    )
