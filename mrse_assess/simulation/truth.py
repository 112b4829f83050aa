"""What is true of a simulated cohort, whatever was recorded of it: figures have to find it again."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from mrse_assess.simulation.parameters import Parameters
from mrse_assess.terms import OutcomeKind, RuleStatus


@dataclass(frozen=True, kw_only=True)
class TrueAssessor:
    """``severity`` in logits (more is stricter) on the first day of receipt, ``drift`` its change in a year.

    ``habits``: how much more often than it holds they name a reason without looking.
    """

    person: str
    severity: float
    drift: float
    habits: Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class TrueSubCategory:
    """``difficulty`` in logits; ``reasons``: the chance of each that it is why an item is not satisfactory."""

    code: str
    difficulty: float
    reasons: Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class TrueAttempt:
    """One attempt. ``ability`` in logits, ``units`` the claims, ``satisfactory_units`` those truly satisfactory.

    ``sub_categories`` are those truly satisfactory among the ones it is about; ``reasons`` counts by which its other
    units truly fall short. ``on_truth`` is what the rules say of it if everybody judges truly; ``on_record`` what they
    say of the records, and ``outcome`` what was chosen, both None where the panel did not come so far.
    """

    attempt: int
    received: date
    assessors: tuple[str, ...]
    ability: float
    items: int
    units: int
    satisfactory_units: int
    sub_categories: tuple[str, ...]
    reasons: Mapping[str, int]
    on_truth: RuleStatus
    on_record: RuleStatus | None = None
    outcome: OutcomeKind | None = None


@dataclass(frozen=True, kw_only=True)
class TrueApplication:
    """One application. ``stopped_at`` is the state that was made its last, "" where it went its way.

    ``state`` is the last state that the records show.
    """

    application: str
    role: str
    route: str
    employer: int
    guidance: str
    stopped_at: str
    state: str
    attempts: tuple[TrueAttempt, ...]


@dataclass(frozen=True, kw_only=True)
class Truth:
    """Everything that is known of a cohort."""

    parameters: Parameters
    assessors: tuple[TrueAssessor, ...]
    sub_categories: tuple[TrueSubCategory, ...]
    applications: tuple[TrueApplication, ...]


def truth_as_json(truth: Truth) -> bytes:
    """UTF-8 JSON with sorted keys: the same truth, the same bytes."""
    text = json.dumps(asdict(truth), ensure_ascii=False, sort_keys=True, indent=1, default=_day)
    return text.encode() + b"\n"


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a {type(value).__name__} is no JSON value")
