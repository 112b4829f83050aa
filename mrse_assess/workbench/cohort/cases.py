"""From the records of one application to its cases: each attempt as the rules and the frames take it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mrse_assess.cohort.frames import CaseRows, CohortCase, Rulings, rows_of, together
from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import ApplicationEntry, Registration
from mrse_assess.model.judgement import Conclusion, Judgements
from mrse_assess.model.scheme import Scheme
from mrse_assess.panel.first_sealed import first_sealed
from mrse_assess.records import Event, InForce, in_force
from mrse_assess.records.streaming import Log
from mrse_assess.terms import EventKind, Phase, Verdict
from mrse_assess.workbench.cohort.access import Access
from mrse_assess.workbench.cohort.moments import moments_of
from mrse_assess.workbench.cohort.screenings import KeptScreenings
from mrse_assess.workbench.resubmission.carrying import STAND, joined
from mrse_assess.workspace.states import latest_issue, state_of
from mrse_assess.workspace.visibility import judging, sealed

KINDS = frozenset(
    {
        EventKind.APPLICATION,
        EventKind.REGISTRATION,
        EventKind.ALLOCATION,
        EventKind.DECLARATION,
        EventKind.JUDGEMENT,
        EventKind.CONCLUSION,
        EventKind.WITHDRAWAL,
        EventKind.UNDO,
        EventKind.PART,
        EventKind.READING_CHOICE,
        EventKind.DISMISSAL,
        EventKind.SEAL,
        EventKind.REVEAL,
        EventKind.MEETING,
        EventKind.OUTCOME,
        EventKind.ISSUE,
        EventKind.LETTER_STATE,
        EventKind.PURGE,
    }
)
"""The records that statistics rest on; notes, quotes and corrections of the reading are not among them."""
_SAID = "recorded"
_JUDGED = frozenset({EventKind.JUDGEMENT, EventKind.CONCLUSION, EventKind.WITHDRAWAL, EventKind.UNDO})


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """An attempt that is in no frame, and why, as a sentence."""

    application: str
    attempt: int
    why: str


@dataclass(frozen=True, kw_only=True)
class ReplayedCase:
    """What one application comes to: its rows, who may see them, and attempts that could not be replayed.

    ``awaited`` are the names of screenings that were not kept: once they are, there is more to say.
    """

    application: str
    rows: CaseRows
    access: tuple[Access, ...]
    left_out: tuple[LeftOut, ...] = ()
    awaited: tuple[str, ...] = ()


def replayed(
    log: Log, rulings: Mapping[str, Rulings], now: str, screenings: KeptScreenings | None = None
) -> ReplayedCase:
    """The rows of an application, each attempt under the scheme version that it was decided with.

    Args:
        log: the records of :data:`KINDS`, without words.
        rulings: of each scheme at hand by its version.
        now: the version that what is undecided is judged under.
        screenings: those that are kept; none are looked for without it.
    """
    rows, access, left_out, awaited = [], [], [], []
    found = [in_force(log.events, log.application, attempt) for attempt in _attempts(log.events)]
    for case, of_case in zip(found, counted_of(log.events, found), strict=True):
        access.append(Access.of(case))
        version = _version(log.events, case) or now
        name = screenings.name_of(case.entry) if screenings and case.entry else ""
        looked = screenings.looked_over(name) if screenings and name else None
        awaited += [name] if name and looked is None else []
        try:
            made = _case(log.events, case, of_case, found, _scheme(rulings, version))
            rows.append(rows_of(replace(made, looked_over=looked), rulings[version]))
        except BadRequestError as error:
            left_out.append(LeftOut(application=log.application, attempt=case.attempt, why=f"{error}"))
    return ReplayedCase(
        application=log.application,
        rows=together(rows),
        access=tuple(access),
        left_out=tuple(left_out),
        awaited=tuple(awaited),
    )


def counted_of(events: Sequence[Event], found: Sequence[InForce]) -> Iterator[Judgements]:
    """What the rules are applied to in each attempt: its own judgements, and the findings that stand from before."""
    before: Judgements | None = None
    for case in found:
        own, entry = _with_grounds(events, case.judgements), case.entry
        if before is not None and entry is not None and entry.carry_over == STAND:
            own = joined(own, before, frozenset(entry.open_codes))
        before = own
        yield own


def _attempts(events: Sequence[Event]) -> list[int]:
    return sorted({event.attempt for event in events if event.kind is EventKind.APPLICATION})


def _with_grounds(events: Sequence[Event], judgements: Judgements) -> Judgements:
    """The conclusions with a mark where a sentence to the panel was recorded.

    Whether there is one decides whether a conclusion without enough items stands; what it says is not read, and a purge
    that erases it changes nothing.
    """
    said = {event.event for event in events if "to_panel" in event.withheld}

    def marked(row: Conclusion) -> Conclusion:
        return replace(row, to_panel=_SAID) if row.event in said else row

    return replace(judgements, conclusions=tuple(map(marked, judgements.conclusions)))


def _version(events: Sequence[Event], case: InForce) -> str:
    """The scheme version that the outcome was recorded under, "" while there is none."""
    chosen = case.outcome
    return next((event.scheme_version for event in events if chosen and event.event == chosen.event), "")


def _scheme(rulings: Mapping[str, Rulings], version: str) -> Scheme:
    if version not in rulings:
        raise BadRequestError(f"It was decided under version {version} of the scheme, which is not at hand.")
    return rulings[version].scheme


def _case(
    events: Sequence[Event], found: InForce, counted: Judgements, attempts: Sequence[InForce], scheme: Scheme
) -> CohortCase:
    entry, said, issue = _entry(found), _registration(found, attempts), latest_issue(found)
    return CohortCase(
        application=found.application,
        attempt=found.attempt,
        is_final=found.attempt == attempts[-1].attempt,
        scheme=scheme,
        own=found.judgements,
        counted=counted,
        state=str(state_of(found)),
        guidance=said.guidance_version or scheme.guidance_name,
        follows=said.follows,
        role=said.professional_role,
        route=said.route,
        received=entry.received_on or (scheme.day_of(entry.recorded_at) if entry.recorded_at else None),
        sealed=_sealed_on(found, scheme),
        issued=scheme.day_of(issue.recorded_at) if issue and issue.recorded_at else None,
        outcome=found.outcome,
        readings={one.setting: one.value for one in found.readings},
        first_sealed=_first_sealed(events, found),
        tasks={one.person: one.task for one in found.allocations},
        moments=moments_of(events, found),
        put_aside=frozenset(one.observation for one in found.dismissals),
    )


def _entry(found: InForce) -> ApplicationEntry:
    if found.entry is None:
        raise BadRequestError("Its entry in the register is not in force.")
    return found.entry


def _registration(found: InForce, attempts: Sequence[InForce]) -> Registration:
    """What the office knows, as recorded for the attempt or else for the latest one before: it is one applicant."""
    until = [one.registration for one in attempts if one.attempt <= found.attempt and one.registration]
    return until[-1] if until else Registration(application=found.application, attempt=found.attempt)


def _sealed_on(found: InForce, scheme: Scheme) -> date | None:
    """The day on which the last assessor sealed, None while one has still to."""
    rows = (*found.judgements.judgements, *found.judgements.conclusions)
    alone = {row.assessor for row in rows if row.phase is Phase.INDIVIDUAL} | sealed(found)
    assessors = set(judging(found)) or (set() if found.allocations else alone)
    if not assessors or not assessors <= sealed(found):
        return None
    moments = [one.recorded_at for one in found.seals if one.by in assessors and one.recorded_at]
    return scheme.day_of(max(moments)) if moments else None


def _first_sealed(events: Sequence[Event], found: InForce) -> dict[tuple[str, str, str], Verdict]:
    """The verdicts in force at each assessor's first seal.

    Of somebody who recorded nothing after it they are those in force now: most people, and soon told.
    """
    own = [event for event in events if event.attempt == found.attempt]
    went_on = _went_on(own)
    told = first_sealed(event for event in own if event.actor in went_on)
    verdicts = {(one.assessor, one.sub_category, one.evidence_id): Verdict(one.category) for one in told}
    rows = (*found.judgements.judgements, *found.judgements.conclusions)
    plain = {event.actor for event in own if event.kind is EventKind.SEAL} - went_on
    now = {
        (row.assessor, row.sub_category, getattr(row, "evidence_id", "")): row.verdict
        for row in rows
        if row.assessor in plain and row.phase is Phase.INDIVIDUAL
    }
    return verdicts | now


def _went_on(own: Sequence[Event]) -> set[str]:
    """Who did anything to their judgements after a seal, or was shown another's before their first."""
    found: set[str] = set()
    closed: set[str] = set()
    for event in own:
        if event.kind is EventKind.SEAL:
            closed.add(event.actor)
            if not event.payload["sealed"]:
                found.add(event.actor)
        elif event.kind is EventKind.REVEAL if event.actor not in closed else event.kind in _JUDGED:
            found.add(event.actor)
    return found
