"""One attempt of a simulated application, from receipt to its letter, recorded act by act."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from numpy.random import Generator

from mrse_assess.model.acts import Allocation, ApplicationEntry, Declaration, Registration, Seal
from mrse_assess.model.judgement import Conclusion, Judgement, Judgements, PartConfirmation, SettingValue
from mrse_assess.records.payloads import Value
from mrse_assess.rules import outcome
from mrse_assess.simulation.days import YEAR, evenings, later
from mrse_assess.simulation.evidence import Unit
from mrse_assess.simulation.judging import Judge, concluded, verdict_of
from mrse_assess.simulation.parameters import Course
from mrse_assess.simulation.pen import OverError, Pen
from mrse_assess.simulation.population import Population
from mrse_assess.terms import OutcomeKind, RuleStatus, Verdict
from mrse_assess.workbench.recording import Case
from mrse_assess.workbench.resubmission.carrying import joined
from mrse_assess.workspace.core import OFFICE
from mrse_assess.workspace.people import ASSESS
from mrse_assess.workspace.states import State

CHAIR = "chair"
_TRUTH = "truth"
_SHORTLY = timedelta(minutes=4)

Act = tuple[datetime, str, tuple[Value, ...]]


class Progress:
    """The state that an application is in. Reaching the one that was made its last ends it."""

    def __init__(self, last: State | None) -> None:
        self.last = last
        self.state = State.RECEIVED

    def reach(self, state: State) -> None:
        """The state is reached; OverError if it is the last."""
        self.state = state
        if state is self.last:
            raise OverError


@dataclass(frozen=True, kw_only=True)
class World:
    """What the attempts of a cohort have in common. ``reading`` names what was read of every portfolio: nothing."""

    population: Population
    pen: Pen
    settings: Mapping[str, SettingValue]
    reading: str


@dataclass(frozen=True, kw_only=True)
class Before:
    """What an attempt follows: the findings that count on (None where none do), and the same had all judged truly."""

    counted: Judgements | None = None
    on_truth: Judgements | None = None


class Attempt:
    """One attempt. ``entry`` is its record of receipt, ``absent`` the parts that are not there.

    ``own`` is what was recorded of it so far, ``codes`` are the sub-categories that it is about. ``on_record`` and
    ``outcome`` are what the panel came to, None before.
    """

    def __init__(
        self,
        world: World,
        random: Generator,
        entry: ApplicationEntry,
        registration: Registration,
        units: Sequence[Unit],
        *,
        before: Before,
        absent: frozenset[str],
        received: datetime,
    ) -> None:
        self.world = world
        self.random = random
        self.entry = entry
        self.registration = registration
        self.units = tuple(units)
        self.before = before
        self.absent = absent
        self.received = received
        self.case = Case(application=entry.application, attempt=entry.attempt)
        self.codes = entry.open_codes or world.population.scheme.codes
        self.own = Judgements(**self.case)
        self.assessors: tuple[str, ...] = ()
        self.on_record: RuleStatus | None = None
        self.outcome: OutcomeKind | None = None

    # ------------------------------------------------------------ what counts

    @property
    def counted(self) -> Judgements:
        """What the rules are applied to."""
        return self._with_before(self.own, self.before.counted)

    @property
    def standing(self) -> dict[str, list[Judgement]]:
        """The satisfactory items of the attempt before that count on in what is open, by sub-category."""
        found: dict[str, list[Judgement]] = {}
        for row in self._with_before(Judgements(**self.case), self.before.counted).judgements:
            if row.sub_category in self.codes:
                found.setdefault(row.sub_category, []).append(row)
        return found

    def on_truth(self) -> Judgements:
        """The findings, had everybody judged truly."""
        truly = self._judge(_TRUTH, 0.0)
        rows = [
            truly.row(unit, Verdict.SATISFACTORY if unit.satisfactory else Verdict.NOT_SATISFACTORY, reason="")
            for unit in self.units
        ]
        told = Judgements(**self.case, judgements=tuple(rows), parts=tuple(self._parts()))
        counting = self._with_before(told, self.before.on_truth).judgements
        scheme = self.world.population.scheme
        conclusions = []
        for code in self.codes:
            verdict = verdict_of(scheme, code, (row for row in counting if row.sub_category == code))
            conclusions.append(concluded(self.case, _TRUTH, code, verdict, ()))
        return self._with_before(replace(told, conclusions=tuple(conclusions)), self.before.on_truth)

    def rules_on_truth(self) -> RuleStatus:
        """What the rules say of :meth:`on_truth`."""
        return outcome(self.on_truth(), self.world.population.scheme)

    def add(self, rows: Iterable[Value]) -> None:
        """Take rows that were recorded into :attr:`own`."""
        given = tuple(rows)
        self.own = replace(
            self.own,
            judgements=(*self.own.judgements, *(row for row in given if isinstance(row, Judgement))),
            conclusions=(*self.own.conclusions, *(row for row in given if isinstance(row, Conclusion))),
            parts=(*self.own.parts, *(row for row in given if isinstance(row, PartConfirmation))),
        )

    def chair(self) -> Judge:
        """Who records what the panel finds."""
        return self._judge(CHAIR, 0.0)

    # ------------------------------------------------------------ before the panel

    def receive(self) -> datetime:
        """The office takes it in, and registers it a little later."""
        self.world.pen.record(self.received, OFFICE, self.entry)
        at = self.received + _SHORTLY
        self.world.pen.record(at, OFFICE, self.registration)
        return at

    def hand_back(self, at: datetime) -> None:
        """It is given to one assessor, who declares a conflict of interest; nobody else is found."""
        person, *_ = self._drawn(1)
        at = later(self.random, at, self._course.days_to_allocate)
        self.world.pen.record(at, OFFICE, self._given(person))
        at = later(self.random, at, self._course.days_to_declare)
        self.world.pen.record(at, person, self._declared(conflicted=True))

    def allocate(self, at: datetime) -> datetime:
        """It is given to its assessors, and to another where one of them declares a conflict of interest."""
        number = self.world.population.parameters.judging
        *assessors, other = self._drawn(number + 1)
        at = later(self.random, at, self._course.days_to_allocate)
        self.world.pen.record(at, OFFICE, *map(self._given, assessors))
        if self.random.random() < self.world.population.parameters.assessors.conflicted:
            at = later(self.random, at, self._course.days_to_declare)
            self.world.pen.record(at, assessors[0], self._declared(conflicted=True))
            words = self.world.population.parameters.words
            off = replace(self._given(assessors[0]), allocated=False, why=words.taken_off)
            at += _SHORTLY
            self.world.pen.record(at, OFFICE, off, self._given(other))
            assessors[0] = other
        self.assessors = tuple(assessors)
        return at

    def declare(self, at: datetime) -> datetime:
        """Every assessor declares that they have no interest in it; when the last one did."""
        said = sorted((later(self.random, at, self._course.days_to_declare), person) for person in self.assessors)
        for moment, person in said:
            self.world.pen.record(moment, person, self._declared(conflicted=False))
        return said[-1][0]

    def judging(self, at: datetime) -> list[Act]:
        """Everything that the assessors will record until all have sealed, in the order of time."""
        acts = [act for number, person in enumerate(self.assessors) for act in self._evenings(at, person, number)]
        return sorted(acts, key=lambda act: act[:2])

    # ------------------------------------------------------------ inside

    @property
    def _course(self) -> Course:
        return self.world.population.parameters.course

    def _evenings(self, at: datetime, person: str, number: int) -> list[Act]:
        begin = later(self.random, at, self._course.days_to_begin)
        known = self.world.population.assessor(person)
        years = (begin.date() - self.world.population.parameters.calendar.first_day) / YEAR
        rows = self._judge(person, known.severity + known.drift * years).judge(self.units)
        judge, standing = self._judge(person, known.severity), self.standing
        acts: list[tuple[Value, ...]] = []
        for code in self.codes:
            own = [row for row in rows if row.sub_category == code]
            acts += [(row,) for row in own]
            acts.append((judge.conclude(own, standing, code),))
        if number == 0:
            acts += [(part,) for part in self._parts()]
        acts.append((Seal(**self.case, sealed=True),))
        moments = evenings(self.random, begin, len(acts), self._course)
        return [(moment, person, values) for moment, values in zip(moments, acts, strict=True)]

    def _parts(self) -> list[PartConfirmation]:
        """Whether each part is there; in a later attempt those are not asked for again that were."""
        if self.before.counted is not None:
            return []
        names = (part.id for part in self.world.population.scheme.parts)
        return [PartConfirmation(**self.case, part=name, confirmed=name not in self.absent) for name in names]

    def _with_before(self, own: Judgements, counted: Judgements | None) -> Judgements:
        return own if counted is None else joined(own, counted, frozenset(self.codes))

    def _judge(self, person: str, severity: float) -> Judge:
        return Judge(
            population=self.world.population,
            random=self.random,
            case=self.case,
            person=person,
            severity=severity,
        )

    def _drawn(self, number: int) -> list[str]:
        names = [one.person for one in self.world.population.assessors]
        return [names[place] for place in self.random.permutation(len(names))[:number].tolist()]

    def _given(self, person: str) -> Allocation:
        return Allocation(**self.case, person=person, allocated=True, task=ASSESS)

    def _declared(self, *, conflicted: bool) -> Declaration:
        kinds = list(self.world.population.scheme.conflict_kinds)
        kind = kinds[int(self.random.integers(len(kinds)))]
        words = self.world.population.parameters.words
        return Declaration(
            **self.case,
            conflicted=conflicted,
            interests=(kind,) if conflicted else (),
            why=words.conflict if conflicted else "",
        )
