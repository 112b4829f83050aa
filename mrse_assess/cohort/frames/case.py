"""One application and attempt as the frames take it, and the rows that it comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from mrse_assess.cohort.frames.screened import LookedOver
from mrse_assess.model.judgement import Judgements, OutcomeChoice
from mrse_assess.model.scheme import Scheme
from mrse_assess.terms import Phase, Verdict

Row = tuple[object, ...]
"""The cells of one row in the order of the columns of its frame, None for a missing one."""

RatedUnit = tuple[str, str, str]
"""Assessor, sub-category and evidence id ("" for a conclusion)."""


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A state of an application from ``since`` to ``until``, None for the state it is in."""

    state: str
    since: datetime
    until: datetime | None


@dataclass(frozen=True, kw_only=True)
class CohortCase:
    """One application in one attempt.

    ``own`` are the attempt's own judgements, ``counted`` those that the rules are applied to (in a later attempt with
    what stands from before). ``scheme`` is the one it was decided under, or is judged under. ``readings`` are those
    recorded. ``first_sealed`` are the verdicts that each assessor had given when they first sealed, and ``tasks`` what
    each was asked for. ``follows``: the application that it takes up again under another reference. ``looked_over`` is
    what screening said of its portfolio, None where nothing of it is kept; ``put_aside`` are the ids of what an
    assessor put aside of it.
    """

    application: str
    attempt: int
    is_final: bool
    scheme: Scheme
    own: Judgements
    counted: Judgements
    state: str
    guidance: str = ""
    follows: str = ""
    role: str = ""
    route: str = ""
    received: date | None = None
    sealed: date | None = None
    issued: date | None = None
    outcome: OutcomeChoice | None = None
    readings: Mapping[str, str] = field(default_factory=dict)
    first_sealed: Mapping[RatedUnit, Verdict] = field(default_factory=dict)
    tasks: Mapping[str, str] = field(default_factory=dict)
    moments: tuple[Moment, ...] = ()
    looked_over: LookedOver | None = None
    put_aside: frozenset[str] = frozenset()

    @property
    def assessors(self) -> frozenset[str]:
        """Who judged it alone in this attempt."""
        rows = (*self.own.judgements, *self.own.conclusions)
        return frozenset(row.assessor for row in rows if row.phase is Phase.INDIVIDUAL)


@dataclass(frozen=True, kw_only=True)
class CaseRows:
    """The rows of one case, or of several, by the names of the frames (:data:`.columns.SHAPES`)."""

    applications: tuple[Row, ...] = ()
    rules: tuple[Row, ...] = ()
    sub_categories: tuple[Row, ...] = ()
    items: tuple[Row, ...] = ()
    reasons: tuple[Row, ...] = ()
    assessments: tuple[Row, ...] = ()
    moments: tuple[Row, ...] = ()
    screened: tuple[Row, ...] = ()
