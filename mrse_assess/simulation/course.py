"""The whole way of one simulated application: its attempts one after another, and what is true of it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from numpy.random import Generator

from mrse_assess.model.acts import ApplicationEntry, Registration
from mrse_assess.simulation.attempt import Attempt, Before, Progress, World
from mrse_assess.simulation.days import later
from mrse_assess.simulation.evidence import Unit, drawn_units, items_of_first, offered
from mrse_assess.simulation.meeting import Decided, Evening, write_letter
from mrse_assess.simulation.pen import OverError
from mrse_assess.simulation.truth import TrueApplication, TrueAttempt
from mrse_assess.terms import OutcomeKind, SubCategoryState, Verdict
from mrse_assess.workbench.resubmission.carrying import STAND
from mrse_assess.workspace.attempts import ASKS_FOR_MORE
from mrse_assess.workspace.states import State

CARRY_OVER = "carry_over"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What is drawn of an application before anything happens. ``ability`` holds on the day of receipt, in logits.

    ``last`` is the state that is made its last, None where it goes its way.
    """

    reference: str
    number: int
    role: str
    route: str
    employer: int
    guidance: str
    ability: float
    received: datetime
    last: State | None
    follows: str = ""


class Course:
    """One application. Everything that happens to it is recorded by :meth:`run`."""

    def __init__(self, world: World, random: Generator, plan: Plan) -> None:
        self._world = world
        self._random = random
        self._plan = plan
        self._progress = Progress(plan.last)
        self._attempts: list[tuple[Attempt, float]] = []
        self._items = 0
        self._decided: Decided | None = None
        self._letter = ""
        self.issued: datetime | None = None  # when its last letter was

    def run(self) -> TrueApplication:
        """Record it, as far as it comes, and tell what is true of it."""
        with suppress(OverError):
            self._go()
        plan = self._plan
        return TrueApplication(
            application=plan.reference,
            role=plan.role,
            route=plan.route,
            employer=plan.employer,
            guidance=plan.guidance,
            stopped_at=plan.last.value if plan.last else "",
            state=self._progress.state.value,
            attempts=tuple(_true(attempt, ability) for attempt, ability in self._attempts),
        )

    def _go(self) -> None:
        for attempt in self._in_turn():
            at = attempt.receive()
            self._progress.reach(State.RECEIVED)
            if self._progress.last is State.HANDED_BACK:
                attempt.hand_back(at)
                self._progress.reach(State.HANDED_BACK)
            at = attempt.allocate(at)
            self._progress.reach(State.ALLOCATED)
            at = attempt.declare(at)
            self._progress.reach(State.DECLARED)
            at = self._judge(attempt, at)
            self._progress.reach(State.SEALED)
            decided = Evening(attempt, self._progress, at).held()
            self._progress.reach(State.DECIDED)
            self._letter, self.issued = write_letter(attempt, self._progress, decided)
            self._decided = decided

    def _judge(self, attempt: Attempt, at: datetime) -> datetime:
        """The assessors judge until all have sealed; where that is the last state, somebody does not."""
        acts = attempt.judging(at)
        if self._progress.last is State.JUDGING:
            acts = acts[: int(self._random.integers(1, len(acts)))]
        for moment, person, values in acts:
            self._world.pen.record(moment, person, *values)
            attempt.add(values)
            self._progress.state = State.JUDGING
        self._progress.reach(State.JUDGING)
        return acts[-1][0]

    # ------------------------------------------------------------ attempts

    def _in_turn(self) -> Iterator[Attempt]:
        """The first attempt, and each further one, once what was asked for has come."""
        course = self._world.population.parameters.course
        yield self._first()
        while self._decided and self._decided.outcome in ASKS_FOR_MORE and self._random.random() < course.returns:
            if self.issued is None:
                return
            received = later(self._random, self.issued, course.days_to_return)
            if received > self._world.pen.end:
                return
            yield self._further(self._decided, received)

    def _first(self) -> Attempt:
        said, codes = self._world.population.parameters.evidence, self._world.population.scheme.codes
        parts = [part.id for part in self._world.population.scheme.parts]
        missing = self._random.random(len(parts)) < said.part_absent
        absent = frozenset(name for name, is_missing in zip(parts, missing, strict=True) if is_missing)
        items = items_of_first(said, self._random)
        entry = self._entry(1, self._plan.received)
        units = self._units(offered(said, self._random, codes), items, self._plan.ability)
        return self._attempt(entry, units, Before(), self._plan.ability, self._plan.received, absent)

    def _further(self, decided: Decided, received: datetime) -> Attempt:
        """Read against what was not satisfactory; after missing parts against everything."""
        before, _ = self._attempts[-1]
        codes = self._world.population.scheme.codes
        asked = decided.outcome is OutcomeKind.FURTHER_EVIDENCE
        carry_over = self._world.settings[CARRY_OVER].value if asked else ""
        unmet = [one.code for one in decided.decision.sub_categories if one.state is not SubCategoryState.SATISFACTORY]
        opened = tuple(unmet) if carry_over == STAND else codes
        ability = self._plan.ability + self._world.population.parameters.applicants.gain * len(self._attempts)
        items = max(1, round(self._world.population.parameters.evidence.further * len(opened)))
        entry = self._entry(len(self._attempts) + 1, received, self._letter, opened, carry_over)
        stands = Before()
        if carry_over == STAND:
            stands = Before(counted=before.counted, on_truth=before.on_truth())
        units = self._units(opened, items, ability) if opened else ()
        return self._attempt(entry, units, stands, ability, received, frozenset())

    def _attempt(
        self,
        entry: ApplicationEntry,
        units: tuple[Unit, ...],
        before: Before,
        ability: float,
        received: datetime,
        absent: frozenset[str],
    ) -> Attempt:
        made = Attempt(
            self._world, self._random, entry, self._registration(entry.attempt), units,
            before=before, absent=absent, received=received,
        )  # fmt: skip
        self._attempts.append((made, ability))
        return made

    def _units(self, codes: tuple[str, ...], items: int, ability: float) -> tuple[Unit, ...]:
        first, self._items = self._items + 1, self._items + items
        return drawn_units(self._world.population, self._random, codes, ability=ability, first=first, items=items)

    def _entry(
        self, attempt: int, received: datetime, asked_by: str = "", opened: tuple[str, ...] = (), carry_over: str = ""
    ) -> ApplicationEntry:
        return ApplicationEntry(
            application=self._plan.reference,
            attempt=attempt,
            received_on=received.date(),
            portfolio_digest=self._world.reading,
            applicant=f"Applicant {self._plan.number} (simulated)",
            asked_by=asked_by,
            open_codes=opened,
            carry_over=carry_over,
        )

    def _registration(self, attempt: int) -> Registration:
        return Registration(
            application=self._plan.reference,
            attempt=attempt,
            applicant_reference=f"simulated-{self._plan.number}",
            guidance_version=self._plan.guidance,
            employer=f"Hospital {self._plan.employer} (simulated)",
            professional_role=self._plan.role,
            route=self._plan.route,
            follows=self._plan.follows,
        )


def _true(attempt: Attempt, ability: float) -> TrueAttempt:
    short = Counter(unit.reason for unit in attempt.units if not unit.satisfactory)
    judged = attempt.on_truth()
    return TrueAttempt(
        attempt=attempt.entry.attempt,
        received=attempt.received.date(),
        assessors=attempt.assessors,
        ability=ability,
        items=len({unit.evidence_id for unit in attempt.units}),
        units=len(attempt.units),
        satisfactory_units=sum(unit.satisfactory for unit in attempt.units),
        sub_categories=tuple(
            one.sub_category
            for one in judged.conclusions
            if one.verdict is Verdict.SATISFACTORY and one.sub_category in attempt.codes
        ),
        reasons=dict(sorted(short.items())),
        on_truth=attempt.rules_on_truth(),
        on_record=attempt.on_record,
        outcome=attempt.outcome,
    )
