"""An application as the office and the panel see it: every assessor's records together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import ReadingChoice
from mrse_assess.model.decision import Decision
from mrse_assess.model.judgement import Conclusion, Judgement, Judgements, OutcomeChoice, PartConfirmation, SettingValue
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.records import Event, InForce, NewEvent, in_force, to_event
from mrse_assess.records.payloads import Value
from mrse_assess.rules import OutcomeOption, decide
from mrse_assess.terms import OutcomeKind, Phase
from mrse_assess.workbench.assessment import sealed_by
from mrse_assess.workbench.corrected import Corrections, corrected
from mrse_assess.workbench.outcomes import check_outcome, options
from mrse_assess.workbench.resubmission.carrying import counted_judgements
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.people import People
from mrse_assess.workspace.visibility import ASSESSING


@dataclass(frozen=True)
class WholeCase:
    """One application with everything recorded on it, as it stood when this was made."""

    workspace: Workspace
    application: Application

    @cached_property
    def in_force(self) -> InForce:
        """Everything in force."""
        events = self.workspace.store.events(application=self.application.reference)
        return in_force(events, self.application.reference, self.application.attempt)

    @cached_property
    def portfolio(self) -> Portfolio:
        """The portfolio as it was understood, with the corrections on which every assessor who made one agrees."""
        agreed = Corrections.agreed(self.in_force)
        read = self.workspace.portfolio(self.application)
        return corrected(read, agreed.corrections, agreed.item_spans, agreed.page_offsets)

    @cached_property
    def judgements(self) -> Judgements:
        """Every assessor's judgements, and in a later attempt the findings that stand from before."""
        return counted_judgements(self.workspace, self.application, self.in_force.judgements)

    @cached_property
    def decision(self) -> Decision:
        """The rules applied to :attr:`judgements`."""
        return decide(self.judgements, self.scheme, self.readings)

    @cached_property
    def settings(self) -> Mapping[str, SettingValue]:
        """The settings of the workspace."""
        return self.workspace.settings()

    @property
    def scheme(self) -> Scheme:
        """The scheme the workspace is under."""
        return self.workspace.scheme

    @property
    def readings(self) -> dict[str, str]:
        """The readings of ambiguous clauses that were recorded."""
        return {choice.setting: choice.value for choice in self.in_force.readings}

    @property
    def head(self) -> str:
        """The head of the application's records."""
        return self.workspace.store.application_head(self.application.reference)

    def confirm(self, part: str, *, confirmed: bool, by: str) -> Event:
        """Record that a part is present or absent."""
        known = [one.id for one in self.scheme.parts]
        if part not in known:
            raise BadRequestError(f"The scheme has no part {part!r}; it has {', '.join(known)}.")
        if sealed_by(self.in_force, by):
            raise _refused(f"the assessment of {by} is sealed; reopen it in the workbench, with a reason, first")
        said = PartConfirmation(
            application=self.application.reference, attempt=self.application.attempt, part=part, confirmed=confirmed
        )
        return self.workspace.store.append(self._event(said, by))

    def offered(self) -> tuple[OutcomeOption, ...]:
        """Every outcome of the scheme with what stands in its way."""
        return options(self.decision, self.scheme, self.settings, self.readings, self.portfolio)

    def choose_outcome(self, kind: OutcomeKind, ground: str, by: str) -> Event:
        """Record the outcome a person chose.

        Raises:
            BadRequestError: the rules do not allow it now, or it needs a ground.
        """
        check_outcome(self.offered(), kind, ground)
        choice = OutcomeChoice(
            application=self.application.reference,
            attempt=self.application.attempt,
            outcome=kind,
            ground=ground,
            by=by,
            recorded_at=self.workspace.clock(),
            event="",
            decided_on_head=self.head,
        )
        return self.workspace.store.append(self._event(choice, by))

    def choose_reading(self, clause: str, value: str, ground: str, by: str) -> Event:
        """Record how the panel reads an ambiguous clause.

        Raises:
            BadRequestError: the scheme has no such reading or value, or no ground is given.
        """
        known = {one.id: one.values for one in self.scheme.readings}
        if value not in known.get(clause, ()):
            offered = "; ".join(f"{one} ({' or '.join(values)})" for one, values in known.items())
            raise BadRequestError(f"{clause} cannot be read as {value}; the scheme has {offered}.")
        if not ground.strip():
            raise BadRequestError("A reading needs the authority for it in words; the letter says it.")
        reference, attempt = self.application.reference, self.application.attempt
        said = ReadingChoice(application=reference, attempt=attempt, setting=clause, value=value, ground=ground)
        return self.workspace.store.append(self._event(said, by))

    def events_of_rows(self, rows: Iterable[Judgement | Conclusion], assessor: str) -> tuple[NewEvent, ...]:
        """The acts of recording the rows of a frame; rows that are stored already are left out.

        Raises:
            BadRequestError: a row is of another application or assessor, names what the scheme does not have, or
                would change an assessment that its assessor has sealed; or the application is not theirs to judge.
        """
        self._refuse_strangers(assessor)
        events = []
        for row in rows:
            self._check_row(row, assessor)
            if not (row.event and self.workspace.store.find(row.event)):
                events.append(self._event(row, assessor, row.event))
                self._refuse_sealed(row)
        return tuple(events)

    def _refuse_strangers(self, assessor: str) -> None:
        """Where persons are registered, those judge to whom the application is given and who declared no interest."""
        if People(self.workspace).standing_of_register(assessor, self.application) not in ASSESSING:
            raise _refused(f"{self.application.reference} is not given to {assessor}, or is not declared on yet")

    def _refuse_sealed(self, row: Judgement | Conclusion) -> None:
        """A sealed assessment takes no judgement; the panel's, made in moderation, go on."""
        if row.phase is Phase.INDIVIDUAL and sealed_by(self.in_force, row.assessor):
            raise _refused(
                f"the assessment of {row.assessor} is sealed; reopen it in the workbench, with a reason, first"
            )

    def _event(self, value: Value, by: str, event: str = "") -> NewEvent:
        version = self.scheme.version
        return to_event(value, event=event or self.workspace.new_id(), actor=by, scheme_version=version)

    def _check_row(self, row: Judgement | Conclusion, assessor: str) -> None:
        named = (
            f"item {row.evidence_id} for {row.sub_category}"
            if isinstance(row, Judgement)
            else f"the conclusion on {row.sub_category}"
        )
        if (row.application, row.attempt) != (self.application.reference, self.application.attempt):
            raise _refused(
                f"{named} is of {row.application}, attempt {row.attempt}, not of {self.application.reference}, "
                f"attempt {self.application.attempt}"
            )
        if row.assessor != assessor:
            raise _refused(f"{named} was judged by another person than {assessor}")
        contributions = row.contribution if isinstance(row, Judgement) else ()
        self._check_known(named, "sub-category", (row.sub_category,), self.scheme.codes)
        self._check_known(named, "sub-category", tuple(filter(None, (row.target,))), self.scheme.codes)
        self._check_known(named, "reason", row.reasons, tuple(reason.id for reason in self.scheme.reasons))
        self._check_known(named, "kind of contribution", contributions, self.scheme.contributions)
        if row.primary_reason not in (*row.reasons, ""):
            raise _refused(f"the primary reason of {named} is not among its reasons")

    def _check_known(self, named: str, what: str, given: tuple[str, ...], known: tuple[str, ...]) -> None:
        for value in given:
            if value not in known:
                raise _refused(f"{named} names a {what} that the scheme does not have, {value!r}")


def _refused(why: str) -> BadRequestError:
    return BadRequestError(f"Nothing was recorded: {why}.")
