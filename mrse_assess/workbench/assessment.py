"""The records of one application as one assessor may see them, kept up to date, and the one way to add to them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Dismissal, Parking, Seal
from mrse_assess.model.decision import Decision
from mrse_assess.model.judgement import Conclusion, Judgement, Judgements
from mrse_assess.model.observation import Screening
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.records import Event, InForce, in_force, to_event
from mrse_assess.records.payloads import Value
from mrse_assess.rules import decide
from mrse_assess.terms import Phase
from mrse_assess.workbench.corrected import Corrections, corrected
from mrse_assess.workbench.looked_over import LookedOver
from mrse_assess.workbench.permits import OF_SEALED, refuse_strangers
from mrse_assess.workbench.resubmission.carrying import bare, counted_judgements
from mrse_assess.workbench.resubmission.compared import Compared
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.attempts import versions_of
from mrse_assess.workspace.people import People
from mrse_assess.workspace.register import application_of
from mrse_assess.workspace.visibility import ALONE, matrix, standing, visible

Derived = TypeVar("Derived")

OTHER_VERSION = (
    "Another version of the portfolio has come: nothing was recorded. Go on with it first; what you typed is kept."
)


class Assessment:
    """One application under one assessor.

    What another assessor recorded alone stays unseen: ``own`` holds this assessor's judgements and the panel's; in a
    workspace with a register of persons nothing is read but what the assessor's standing may see. The records are
    read when opened and after each act; :meth:`catch_up` reads what came from elsewhere.
    """

    def __init__(self, workspace: Workspace, application: Application, assessor: str) -> None:
        self.workspace = workspace
        self.application = application
        self.assessor = assessor
        self._events: list[Event] = []
        self._read_to = 0
        self._head: str | None = None
        self._derived: dict[str, object] = {}
        self._corrected: tuple[Corrections, Portfolio] | None = None
        self._of_portfolio: tuple[Portfolio | None, dict[str, object]] = (None, {})
        self.looked_over = LookedOver(workspace, application)
        self.compared = Compared(workspace, application)
        self.catch_up()

    @property
    def scheme(self) -> Scheme:
        """The scheme the workspace is under."""
        return self.workspace.scheme

    @cached_property
    def read_portfolio(self) -> Portfolio:
        """The portfolio as it was understood when taken in."""
        return self.workspace.portfolio(self.application)

    def newest(self) -> Application:
        """The application in the version of its portfolio that is in use now; which may have come since."""
        entries = versions_of(self.workspace, self.application)
        return application_of(entries[-1]) if entries else self.application

    def move_to(self, application: Application) -> None:
        """Go on with this version of the portfolio. Every record stays; what follows from it is made anew."""
        self.application = application
        self.__dict__.pop("read_portfolio", None)
        self._corrected = None
        self._of_portfolio = (None, {})
        self.looked_over = LookedOver(self.workspace, application)
        self.compared = Compared(self.workspace, application)
        self.catch_up()
        self.look_anew()

    @property
    def portfolio(self) -> Portfolio:
        """The portfolio with this assessor's own corrections: the same object for as long as these stay the same."""
        return self.once("portfolio", self._corrected_portfolio)

    @property
    def screening(self) -> Screening | None:
        """What screening says of the portfolio; None while it looks for the first time. See ``looked_over``."""
        return self.once("screening", lambda: self.looked_over.at_hand(self.portfolio))

    @property
    def dismissals(self) -> dict[str, Dismissal]:
        """The prompts that this assessor put aside, by the id of the observation."""
        mine = (one for one in self.in_force.dismissals if one.by == self.assessor)
        return self.once("dismissals", lambda: {one.observation: one for one in mine})

    @property
    def own_corrections(self) -> Corrections:
        """What this assessor said of the reading, in force."""
        return self.once("corrections", lambda: Corrections.of(self.in_force, self.assessor))

    @property
    def standing(self) -> str:
        """The assessor's standing towards the application: a name of ``workspace/visibility.toml``."""
        people = People(self.workspace)
        return self.once("standing", lambda: standing(self.assessor, people.persons(), self._everything))

    def may_see(self, field: str) -> bool:
        """Whether the assessor's standing sees this field of ``workspace/visibility.toml``."""
        return matrix().may_see(self.standing, field)

    @property
    def in_force(self) -> InForce:
        """What is in force of that which the assessor's standing sees.

        Without a register of persons that is everything, others' records included: never shown as it is.
        """
        if self.standing == ALONE:
            return self._everything
        return self.once("in_force", lambda: self._in_force_of(self.events))

    @property
    def _everything(self) -> InForce:
        """Everything in force, whoever may see it: for refusals, and never shown."""
        return self.once("everything", lambda: self._in_force_of(self._events))

    def _in_force_of(self, events: Iterable[Event]) -> InForce:
        return in_force(events, self.application.reference, self.application.attempt)

    @property
    def own(self) -> Judgements:
        """The judgements in force that this assessor may see: their own, and the panel's."""
        return self.once("own", lambda: _visible_to(self.assessor, self.in_force.judgements))

    @property
    def own_judgements(self) -> dict[tuple[str, str], Judgement]:
        """This assessor's own judgements in force, without the panel's, by sub-category and item."""
        mine = filter(self._mine, self.own.judgements)
        return self.once("by_unit", lambda: {(one.sub_category, one.evidence_id): one for one in mine})

    @property
    def counted(self) -> Judgements:
        """:attr:`own`, and in a later attempt what stands from before: for an assessor without a word of others."""
        return self.once("counted", self._counted)

    @property
    def scope(self) -> frozenset[str]:
        """The sub-categories that this attempt is judged on: all of them unless the last letter left only some open."""
        entry = self._everything.entry
        return frozenset(entry.open_codes if entry and entry.open_codes else self.scheme.codes)

    @property
    def decision(self) -> Decision:
        """The pass rules applied to :attr:`counted`, under the readings chosen."""
        return self.once("decision", lambda: decide(self.counted, self.scheme, self.readings))

    @property
    def readings(self) -> dict[str, str]:
        """The readings of ambiguous clauses that were recorded, by their id."""
        return {choice.setting: choice.value for choice in self.in_force.readings}

    @property
    def own_parked(self) -> tuple[Parking, ...]:
        """What this assessor has put aside."""
        return tuple(parking for parking in self.in_force.parked if parking.by == self.assessor)

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event of this attempt that the assessor's standing sees, in order."""
        return self.once("events", self._events_seen)

    @property
    def head(self) -> str:
        """The head of this assessor's chain, "" before the first record."""
        return self._head or ""

    @property
    def seal(self) -> Seal | None:
        """This assessor's seal while the assessment is sealed, None while it is open."""
        return sealed_by(self.in_force, self.assessor)

    def has_other_assessors(self) -> bool:
        """Whether somebody else judged this application too, or is asked to."""
        judged = self._everything.judgements
        asked = {one.person for one in self._everything.allocations if one.allocated}
        judges = {record.assessor for record in (*judged.judgements, *judged.conclusions)}
        return bool((asked | judges) - {self.assessor})

    def judgement(self, sub_category: str, evidence_id: str) -> Judgement | None:
        """This assessor's own judgement in force of the unit, or None."""
        return self.own_judgements.get((sub_category, evidence_id))

    def conclusion(self, sub_category: str) -> Conclusion | None:
        """This assessor's own conclusion in force on the sub-category, or None."""
        found = (conclusion for conclusion in self.own.conclusions if conclusion.sub_category == sub_category)
        return next(filter(self._mine, found), None)

    def parking(self, sub_category: str, evidence_id: str) -> Parking | None:
        """Since when and why this assessor has put the unit aside, or None."""
        unit = (sub_category, evidence_id)
        return next((parked for parked in self.own_parked if (parked.sub_category, parked.evidence_id) == unit), None)

    def record(self, *values: Value) -> Event:
        """Append the values in one transaction; durable when this returns the last one's event.

        Raises:
            StaleWriteError: this assessor's records went on elsewhere since they were last read.
            BadRequestError: the assessment is sealed, and the act neither reopens it nor says what was revealed; or
                the application is not this person's to judge; or its portfolio was replaced since.
        """
        if not values:
            raise BadRequestError("There is nothing to record.")
        if self.newest().reading != self.application.reading:
            raise BadRequestError(OTHER_VERSION)
        refuse_strangers(self.workspace, self.application, self.assessor, values)
        if self.seal and not all(isinstance(value, OF_SEALED) for value in values):
            raise BadRequestError("This assessment is sealed: nothing was recorded. Reopen it with a reason first.")
        version = self.scheme.version
        events = [
            to_event(value, event=self.workspace.new_id(), actor=self.assessor, scheme_version=version)
            for value in values
        ]
        stored = self.workspace.store.append_many(events, expected_head=self._head)
        if stored[0].sequence == self._read_to + 1:  # else somebody's record came between, and is still to be read
            self._read_to = stored[-1].sequence
        self._add(stored)
        return stored[-1]

    def catch_up(self) -> None:
        """Read what was recorded since, by whomever."""
        self._add(self.came_since())
        self._read_to = max((event.sequence for event in self._events), default=0)

    def came_since(self) -> tuple[Event, ...]:
        """What was recorded since, by whomever, without taking it in."""
        known = {event.event for event in self._events}
        since = self.workspace.store.events(application=self.application.reference, since_sequence=self._read_to)
        return tuple(event for event in since if event.event not in known)

    def hear_others(self) -> None:
        """Read what others recorded since; what this assessor did in another tab stays to be caught up with."""
        self._add(tuple(event for event in self.came_since() if event.actor != self.assessor))

    def look_anew(self) -> None:
        """Derive everything again from the records, and from what is kept beside them."""
        self._derived.clear()

    def _add(self, events: tuple[Event, ...]) -> None:
        """Take events in that are not known yet, each in its place: another's may lie between one's own."""
        self._events = sorted((*self._events, *events), key=lambda event: event.sequence)
        for event in events:
            if event.actor == self.assessor:
                self._head = event.hash
        if events:
            self._derived.clear()

    def once(self, name: str, derive: Callable[[], Derived]) -> Derived:
        """What ``derive`` makes of the records, made once and kept until something is recorded."""
        if name not in self._derived:
            self._derived[name] = derive()
        return self._derived[name]  # type: ignore[return-value]

    def once_of_portfolio(self, name: str, derive: Callable[[Portfolio], Derived]) -> Derived:
        """What ``derive`` makes of the portfolio, made once and kept until a correction changes it."""
        portfolio = self.portfolio
        if self._of_portfolio[0] is not portfolio:
            self._of_portfolio = (portfolio, {})
        made = self._of_portfolio[1]
        if name not in made:
            made[name] = derive(portfolio)
        return made[name]  # type: ignore[return-value]

    def _events_seen(self) -> tuple[Event, ...]:
        of_attempt = tuple(event for event in self._events if event.attempt == self.application.attempt)
        return of_attempt if self.standing == ALONE else visible(of_attempt, self.assessor, self.standing)

    def _counted(self) -> Judgements:
        counted = counted_judgements(self.workspace, self.application, self.own)
        return counted if self.standing == ALONE else bare(counted, self.own)

    def _corrected_portfolio(self) -> Portfolio:
        own = self.own_corrections
        if self._corrected is None or self._corrected[0] != own:
            said = corrected(self.read_portfolio, own.corrections, own.item_spans, own.page_offsets)
            self._corrected = (own, said)
        return self._corrected[1]

    def _mine(self, record: Judgement | Conclusion) -> bool:
        return record.assessor == self.assessor and record.phase is Phase.INDIVIDUAL


def sealed_by(found: InForce, assessor: str) -> Seal | None:
    """The seal on this person's assessment, None while it is open."""
    return next((seal for seal in found.seals if seal.by == assessor and seal.sealed), None)


def _visible_to(assessor: str, judged: Judgements) -> Judgements:
    def visible(record: Judgement | Conclusion) -> bool:
        return record.assessor == assessor or record.phase is Phase.MODERATION

    return replace(
        judged,
        judgements=tuple(filter(visible, judged.judgements)),
        conclusions=tuple(filter(visible, judged.conclusions)),
    )
