"""What a cohort is drawn from, a dataclass for each table of ``defaults.toml``, which says what each number means."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

DEFAULTS_FILE = Path(__file__).with_name("defaults.toml")
_SPREAD = "spread"


@dataclass(frozen=True, kw_only=True)
class Guidance:
    """A version of the guidance, from which day of receipt on it is followed, and how much easier it made things."""

    version: str
    from_day: date
    shift: float


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """When applications are received, and under which guidance."""

    first_day: date
    years: float
    reach_days: int
    guidance: tuple[Guidance, ...]


@dataclass(frozen=True, kw_only=True)
class Applicants:
    """How able applicants are, and who they are."""

    ability: float
    spread: float
    gain: float
    drift: float
    employers: int
    roles: Mapping[str, float]
    role_shifts: Mapping[str, float]
    routes: Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """How many items there are, what they are cited for, and how good they are."""

    fewest: int
    most: int
    further: float
    cited: tuple[float, ...]
    nothing_offered: float
    difficulty_spread: float
    unit_spread: float
    item_spread: float
    simulated: float
    all_simulated: float
    mhra_reference: float
    same_piece: float
    part_absent: float


@dataclass(frozen=True, kw_only=True)
class Assessors:
    """How many assessors there are, and how they differ."""

    number: int
    severity_spread: float
    drift_spread: float
    referred: float
    flag_missed: float
    named_truly: float
    habit_spread: float
    further_reason: float
    against_items: float
    conflicted: float


@dataclass(frozen=True, kw_only=True)
class Reasons:
    """How often each reason holds, in parts, and how much that differs between sub-categories."""

    parts: Mapping[str, float]
    spread: float


@dataclass(frozen=True, kw_only=True)
class Course:
    """What becomes of an application, and how long it takes."""

    stopped: float
    returns: float
    not_awarded: float
    reapplies: float
    attempts_allowed: int
    days_to_allocate: float
    days_to_declare: float
    days_to_begin: float
    judged_an_evening: float
    days_between_evenings: float
    days_to_panel: float
    days_to_letter: float
    days_to_return: float


@dataclass(frozen=True, kw_only=True)
class Words:
    """The free texts of records, which say the same everywhere."""

    source: str
    seen: tuple[str, ...]
    why: str
    to_panel: str
    ground: str
    reading: str
    conflict: str
    taken_off: str
    held: str
    no_files: str
    no_files_advice: str


@dataclass(frozen=True, kw_only=True)
class Parameters:
    """Everything a cohort is drawn from. ``sureness``: how much clearer the panel sees than one assessor."""

    calendar: Calendar
    applicants: Applicants
    evidence: Evidence
    assessors: Assessors
    reasons: Reasons
    course: Course
    sureness: float
    settings: Mapping[str, str]
    words: Words
    judging: int = 2  # assessors of one application


@cache
def default_parameters() -> Parameters:
    """The parameters of ``defaults.toml``."""
    data = tomllib.loads(DEFAULTS_FILE.read_text(encoding="utf-8"))
    calendar, evidence, reasons = data["calendar"], data["evidence"], dict(data["reasons"])
    guidance = tuple(Guidance(**one) for one in calendar.pop("guidance"))
    spread = reasons.pop(_SPREAD)
    return Parameters(
        calendar=Calendar(**calendar, guidance=guidance),
        applicants=Applicants(**data["applicants"]),
        evidence=Evidence(**{**evidence, "cited": tuple(evidence["cited"])}),
        assessors=Assessors(**data["assessors"]),
        reasons=Reasons(parts=reasons, spread=spread),
        course=Course(**data["course"]),
        sureness=data["panel"]["sureness"],
        settings=data["settings"],
        words=Words(**{**data["words"], "seen": tuple(data["words"]["seen"])}),
    )
