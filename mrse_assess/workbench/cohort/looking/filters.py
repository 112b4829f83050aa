"""Which applications are looked at: always of one guidance version and one attempt of each, narrowed at will."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from mrse_assess.cohort.measures import Attempts, Period, Study
from mrse_assess.cohort.measures.study import only

NOT_RECORDED = ""
_NOT_RECORDED_WORDS = "not recorded"


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What was chosen. None narrows nothing; of role and route "" are those of whom none is recorded.

    ``period`` is how long the periods of a trend are: it changes what is shown and leaves nobody out.
    """

    guidance: str
    attempts: Attempts = Attempts.FIRST
    decided_from: date | None = None
    decided_to: date | None = None
    role: str | None = None
    route: str | None = None
    period: Period = Period.YEAR

    @property
    def narrowed(self) -> bool:
        """Whether fewer are looked at than all of the guidance version and attempt."""
        return any(one is not None for one in (self.decided_from, self.decided_to, self.role, self.route))


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One of those offered in a filter, with how many applications it has before any other filter."""

    value: str
    label: str
    applications: int


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What there is to choose from; ``first`` and ``last`` are the days between which anything was decided."""

    guidance: tuple[Choice, ...]
    attempts: tuple[Choice, ...]
    roles: tuple[Choice, ...]
    routes: tuple[Choice, ...]
    first: date | None
    last: date | None


def narrowed(study: Study, filters: Filters) -> Study:
    """The study of those that the filters leave, each still once."""
    applications = study.frames.applications
    kept = pd.Series(data=True, index=applications.index)
    for chosen in _chosen(applications, filters):
        kept &= chosen
    return study if kept.all() else replace(study, frames=only(study.frames, applications[kept]))


def said(filters: Filters, choices: Choices) -> tuple[tuple[str, str], ...]:
    """The filters in words, each with its name, for whoever reads a file without the page."""
    day = "{0.day} {0:%B %Y}".format
    told = [
        ("Guidance version", _label(choices.guidance, filters.guidance)),
        ("Attempt", _label(choices.attempts, filters.attempts)),
        ("Decided from", day(filters.decided_from) if filters.decided_from else ""),
        ("Decided to", day(filters.decided_to) if filters.decided_to else ""),
        ("Professional role", "" if filters.role is None else _label(choices.roles, filters.role)),
        ("Route", "" if filters.route is None else _label(choices.routes, filters.route)),
        ("Periods", "" if filters.period is Period.YEAR else f"by {filters.period}"),
    ]
    return tuple((name, words) for name, words in told if words)


def choices(studies: Mapping[Attempts, Sequence[Study]], filters: Filters) -> Choices:
    """What may be chosen; numbers are of the chosen attempt, those of roles and routes of the guidance as well."""
    own = studies[filters.attempts]
    study = next((one for one in own if one.guidance == filters.guidance), own[0])
    days = pd.concat([one.frames.applications["decided"] for one in own]).dropna()
    of_guidance = [(attempts, _of_guidance(found, filters.guidance)) for attempts, found in studies.items()]
    return Choices(
        guidance=tuple(_choice(one.guidance, one.guidance, one.size) for one in own),
        attempts=tuple(_choice(str(attempts), f"{attempts} attempts", size) for attempts, size in of_guidance),
        roles=tuple(_recorded(study, "role")),
        routes=tuple(_recorded(study, "route")),
        first=days.min().date() if len(days) else None,
        last=days.max().date() if len(days) else None,
    )


def fitted(filters: Filters, studies: Mapping[Attempts, Sequence[Study]]) -> Filters:
    """The filters without what nobody has; another guidance version where nobody applied under theirs."""
    own = studies[filters.attempts]
    if filters.guidance not in {one.guidance for one in own}:
        filters = replace(filters, guidance=latest(own))
    offered = choices(studies, filters)
    return replace(
        filters,
        role=filters.role if filters.role in {one.value for one in offered.roles} else None,
        route=filters.route if filters.route in {one.value for one in offered.routes} else None,
    )


def latest(studies: Sequence[Study]) -> str:
    """The guidance version that an application was received under last."""
    dated = [(one.frames.applications["received"].max(), one.guidance) for one in studies]
    known = [(day, guidance) for day, guidance in dated if not pd.isna(day)]
    return max(known)[1] if known else studies[-1].guidance


def _chosen(applications: pd.DataFrame, filters: Filters) -> Iterator[pd.Series]:
    decided = applications["decided"]
    if filters.decided_from is not None:
        yield (decided >= pd.Timestamp(filters.decided_from)).fillna(value=False)
    if filters.decided_to is not None:
        yield (decided <= pd.Timestamp(filters.decided_to)).fillna(value=False)
    for column in ("role", "route"):
        wanted = getattr(filters, column)
        if wanted is not None:
            yield applications[column].fillna(NOT_RECORDED) == wanted


def _recorded(study: Study, column: str) -> Iterator[Choice]:
    """Those that the scheme lists, those that only records have, and "not recorded"; none without an application."""
    found = study.frames.applications[column].fillna(NOT_RECORDED).value_counts()
    offered = [one.professional_roles if column == "role" else one.routes for one in study.schemes.values()]
    names = {key: name for one in offered for key, name in one.items()}
    for value in [*names, *sorted(set(found.index) - set(names) - {NOT_RECORDED}), NOT_RECORDED]:
        if value in found.index:
            yield _choice(value, names.get(value, value), int(found[value]))


def _of_guidance(studies: Sequence[Study], guidance: str) -> int:
    return sum(one.size for one in studies if one.guidance == guidance)


def _choice(value: str, label: str, applications: int) -> Choice:
    return Choice(value=value, label=label or _NOT_RECORDED_WORDS, applications=applications)


def _label(offered: Sequence[Choice], value: str) -> str:
    return next((one.label for one in offered if one.value == value), value or _NOT_RECORDED_WORDS)
