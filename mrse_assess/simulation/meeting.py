"""The panel on one simulated attempt, the outcome that it chooses, and the letter that follows."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mrse_assess.model.acts import Acceptance, Issue, LetterStateChange, Meeting, OnTable, ReadingChoice, Reveal
from mrse_assess.model.decision import Decision
from mrse_assess.model.judgement import OutcomeChoice
from mrse_assess.panel.comparing import Topic, topics
from mrse_assess.records.payloads import Value
from mrse_assess.rules import allowed_outcomes, decide, unsettled_readings
from mrse_assess.simulation.attempt import CHAIR, Attempt, Progress
from mrse_assess.simulation.days import later
from mrse_assess.simulation.moderating import Moderation
from mrse_assess.simulation.pen import OverError
from mrse_assess.terms import LetterAct, OutcomeKind, SubCategoryState
from mrse_assess.workspace.core import OFFICE
from mrse_assess.workspace.states import State

_WHOLE = 2**31
_OF_UNIT = timedelta(seconds=95)
_SOON = timedelta(seconds=20)


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What the panel came to: what the rules say, the outcome chosen, and when."""

    decision: Decision
    outcome: OutcomeKind
    at: datetime


class Evening:
    """The panel on one attempt."""

    def __init__(self, attempt: Attempt, progress: Progress, at: datetime) -> None:
        self._attempt = attempt
        self._progress = progress
        self._at = later(attempt.random, at, attempt.world.population.parameters.course.days_to_panel)
        self._name = self._at.date().isoformat()
        self._seed = int(attempt.random.integers(_WHOLE))
        self._scheme = attempt.world.population.scheme

    def held(self) -> Decided:
        """The panel sits, settles what differs, accepts the rest, chooses the outcome, and rises.

        Raises:
            OverError: it does not come so far.
        """
        attempt = self._attempt
        self._sit()
        found = topics(attempt.own, attempt.assessors, self._scheme)
        moderation = Moderation(
            chair=attempt.chair(),
            units={(unit.sub_category, unit.evidence_id): unit for unit in attempt.units},
            topics=found,
            standing=attempt.standing,
        )
        self._settle(moderation)
        decision = self._settled_decision(moderation)
        self._accept(found)
        self._read(decision)
        outcome = self._choose(decision)
        self._write(self._meeting(sitting=False))
        return Decided(decision=decision, outcome=outcome, at=self._at)

    def _sit(self) -> None:
        attempt = self._attempt
        self._write(self._meeting(sitting=True))
        self._progress.state = State.PANEL
        for person in attempt.assessors:
            others = [other for other in sorted(attempt.assessors) if other != person]
            self._write(*(Reveal(**attempt.case, of=other) for other in others), by=person)

    def _settle(self, moderation: Moderation) -> None:
        """What differs is settled; of a panel that is not to end, about half of it."""
        attempt = self._attempt
        for topic, row in moderation.rows():
            self._write(
                OnTable(
                    **attempt.case, meeting=self._name, sub_category=topic.sub_category, evidence_id=topic.evidence_id
                )
            )
            self._at += _OF_UNIT * float(attempt.random.exponential())
            self._write(row)
            attempt.add((row,))
            if self._progress.last is State.PANEL and attempt.random.random() < 1 / (1 + len(moderation.settled)):
                raise OverError
        self._progress.reach(State.PANEL)

    def _settled_decision(self, moderation: Moderation) -> Decision:
        """The rules on everything, once no sub-category is left that contradicts itself."""
        decision = decide(self._attempt.counted, self._scheme)
        pending = [one.code for one in decision.sub_categories if one.state is SubCategoryState.NOT_YET_JUDGED]
        for code in pending:
            row = moderation.refused(code)
            self._write(row)
            self._attempt.add((row,))
        found = decide(self._attempt.counted, self._scheme) if pending else decision
        self._attempt.on_record = found.outcome
        return found

    def _accept(self, found: tuple[Topic, ...]) -> None:
        codes = tuple(topic.sub_category for topic in found if not topic.evidence_id and not topic.differences)
        if codes:
            head = self._attempt.world.pen.head(self._attempt.case["application"])
            said = Acceptance(**self._attempt.case, meeting=self._name, sub_categories=codes, on_head=head)
            self._write(said)

    def _read(self, decision: Decision) -> None:
        """Doubtful clauses on which the outcome hangs are read as the scheme itself reads them."""
        ground = self._attempt.world.population.parameters.words.reading
        defaults = {one.id: one.default for one in self._scheme.readings}
        for setting in unsettled_readings(decision, {}):
            said = ReadingChoice(**self._attempt.case, setting=setting, value=defaults[setting], ground=ground)
            self._write(said)

    def _choose(self, decision: Decision) -> OutcomeKind:
        """The outcome, among those that the rules allow."""
        attempt = self._attempt
        readings = dict(decision.readings_used)
        recorded = {setting: readings[setting] for setting in unsettled_readings(decision, {})}
        options = allowed_outcomes(decision, self._scheme, attempt.world.settings, chosen_readings=recorded)
        allowed = {option.kind for option in options if option.allowed}
        refuses = attempt.random.random() < attempt.world.population.parameters.course.not_awarded
        kind = _preferred(allowed, refuses=refuses)
        needs_ground = next(option.needs_ground for option in options if option.kind is kind)
        said = OutcomeChoice(
            **attempt.case,
            outcome=kind,
            ground=attempt.world.population.parameters.words.ground if needs_ground else "",
            by=CHAIR,
            recorded_at=self._at,
            event="",
            decided_on_head=attempt.world.pen.head(attempt.case["application"]),
        )
        self._write(said)
        self._progress.state = State.DECIDED
        attempt.outcome = kind
        return kind

    def _meeting(self, *, sitting: bool) -> Meeting:
        attempt = self._attempt
        present = (CHAIR, *attempt.assessors)
        return Meeting(**attempt.case, meeting=self._name, sitting=sitting, present=present, seed=self._seed)

    def _write(self, *values: Value, by: str = CHAIR) -> None:
        if values:
            self._attempt.world.pen.record(self._at, by, *values)
            self._at += _SOON


def _preferred(allowed: set[OutcomeKind], *, refuses: bool) -> OutcomeKind:
    """Missing parts are asked for first; then the award, and more evidence before a refusal."""
    order = [OutcomeKind.INCOMPLETE, OutcomeKind.AWARD, OutcomeKind.FURTHER_EVIDENCE, OutcomeKind.NOT_AWARDED]
    if refuses and OutcomeKind.NOT_AWARDED in allowed:
        order.remove(OutcomeKind.FURTHER_EVIDENCE)
    return next(kind for kind in order if kind in allowed)


def write_letter(attempt: Attempt, progress: Progress, decided: Decided) -> tuple[str, datetime]:
    """The letter's id and when it was issued. It is a record of issue alone: there are no files of it.

    Raises:
        OverError: it is not issued.
    """
    scheme, course = attempt.world.population.scheme, attempt.world.population.parameters.course
    code = next(one.letter_code for one in scheme.outcomes if one.kind is decided.outcome)
    reference, number = attempt.case["application"], str(attempt.case["attempt"])
    letter = scheme.passages["letter.id"].format(reference=reference, attempt=number, letter_code=code)
    at = later(attempt.random, decided.at, course.days_to_letter)
    if progress.last is State.HELD:
        why = attempt.world.population.parameters.words.held
        held = LetterStateChange(**attempt.case, letter=letter, state=LetterAct.HELD, why=why)
        attempt.world.pen.record(at, OFFICE, held)
        progress.reach(State.HELD)
    issue = Issue(**attempt.case, letter=letter, outcome=decided.outcome, head=attempt.world.pen.head(reference))
    attempt.world.pen.record(at, OFFICE, issue)
    progress.reach(State.ISSUED)
    return letter, at
