"""One application open under one assessor's hands: what the page talks to."""

import json
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Parking, PrivateNote, Withdrawal
from mrse_assess.model.judgement import OutcomeChoice, PartConfirmation
from mrse_assess.records.payloads import Value
from mrse_assess.terms import EventKind, OutcomeKind, Phase, Verdict
from mrse_assess.workbench import letters, outcomes
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.correcting import Correcting
from mrse_assess.workbench.course import Course
from mrse_assess.workbench.entries import conclusion_of, entry_to_text, judgement_of
from mrse_assess.workbench.evidence_tools import EvidenceTools
from mrse_assess.workbench.guidance import guidance_view
from mrse_assess.workbench.half_typed import draft_slot, is_remembered, private_note
from mrse_assess.workbench.items import item_on_screen
from mrse_assess.workbench.judging import conclusion_view, judgement_view
from mrse_assess.workbench.outcome_views import LetterDraft, LetterFile, LetterForm, OutcomesView, PartView, Standing
from mrse_assess.workbench.parts import part_views
from mrse_assess.workbench.pictures import page_picture
from mrse_assess.workbench.preferring import Preferring
from mrse_assess.workbench.prompting import Prompting
from mrse_assess.workbench.recording import case_of, record
from mrse_assess.workbench.resubmission.page import Resubmission
from mrse_assess.workbench.standing import choose_reading, standing
from mrse_assess.workbench.views import (
    ConclusionEntry,
    ConclusionView,
    Entry,
    GuidanceView,
    Heading,
    ItemView,
    JudgementView,
    PagePicture,
    Place,
    Receipt,
    Unit,
    Worklist,
)
from mrse_assess.workbench.worklist import claims_and_judged, claims_of, next_unjudged, worklist

PLACE_SLOT = "place"
ATTEMPTS = ("First", "Second", "Third", "Fourth", "Fifth")


class OpenWorkbench:
    """The controller behind the assess page. Every write is durable before it returns."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment
        self.evidence = EvidenceTools(assessment)
        self.reading = Correcting(assessment)
        self.course = Course(assessment)
        self.preferring = Preferring(assessment)
        self.prompting = Prompting(assessment)
        self.resubmission = Resubmission(assessment)

    # ---- where we are

    def heading(self) -> Heading:
        """Who, what, and how far."""
        application = self._assessment.application
        claims, judged = claims_and_judged(self._assessment)
        return Heading(
            application=application.reference,
            attempt=f"{_ordinal(application.attempt)} attempt, {self._assessment.scheme.guidance_name}",
            assessor=self._assessment.assessor,
            judged=judged,
            claims=claims,
            saved_at=self._last_saved(),
        )

    def worklist(self) -> Worklist:
        """Every sub-category with its claims and state."""
        return worklist(self._assessment)

    def next_unjudged(self, after: Unit | None) -> Unit | None:
        """The next unit to judge after this one, going round; parked ones last."""
        return next_unjudged(self._assessment, after)

    def place(self) -> Place | None:
        """Where this assessor was last, None at the first visit or when it cannot be read."""
        kept = self._assessment.workspace.store.draft(*self._slot(PLACE_SLOT))
        if kept is None:
            return None
        try:
            sub_category, evidence_id, page = json.loads(kept.text)
            return Place(Unit(str(sub_category), str(evidence_id)), int(page))
        except (ValueError, TypeError, OverflowError):
            return None

    def remember_place(self, place: Place) -> None:
        """Keep where the assessor is."""
        self._assessment.workspace.store.save_draft(*self._slot(PLACE_SLOT), json.dumps([*place.unit, place.page]))

    def catch_up(self) -> None:
        """Read the records again, so that this tab may write once more."""
        self._assessment.catch_up()

    # ---- evidence and guidance

    def item(self, evidence_id: str) -> ItemView:
        """One item with its pages; BadRequestError when neither table nor portfolio knows the id."""
        return item_on_screen(self._assessment, evidence_id)

    def page_picture(self, evidence_id: str, number: int, dpi: int) -> "Future[PagePicture]":
        """Page ``number`` (from 1) of the item, drawn in the worker."""
        return page_picture(self._assessment, evidence_id, number, dpi)

    def guidance(self, sub_category: str) -> GuidanceView:
        """What is asked in the sub-category."""
        self._check_code(sub_category)
        result = self._assessment.decision.result(sub_category)
        return guidance_view(self._assessment.scheme, sub_category, result)

    # ---- judging

    def judgement(self, unit: Unit) -> JudgementView:
        """The form of a unit that has both a sub-category and an item."""
        self._check_unit(unit)
        return judgement_view(self._assessment, unit)

    def judge(self, unit: Unit, entry: Entry) -> Receipt:
        """Record the judgement, and the private note if it changed; the draft is dropped."""
        self._check_unit(unit)
        values: list[Value] = [judgement_of(self._assessment, unit, entry)]
        if entry.private != private_note(self._assessment, unit):
            values.insert(0, self._note(unit, entry.private))
        receipt = record(self._assessment, *values)
        self._assessment.workspace.store.clear_draft(*self._slot(draft_slot(unit)))
        return receipt

    def withdraw(self, unit: Unit) -> Receipt:
        """Take the judgement (or, without an item, the conclusion) back: unjudged again."""
        self._check_code(unit.sub_category)
        if self._in_force(unit) is None:
            raise BadRequestError("There is nothing to take back here.")
        what = EventKind.JUDGEMENT if unit.evidence_id else EventKind.CONCLUSION
        place = (Phase.INDIVIDUAL.value, *filter(None, unit))
        return record(self._assessment, Withdrawal(**case_of(self._assessment), of=what, unit=place))

    def save_draft(self, unit: Unit, entry: Entry) -> None:
        """Keep a half-typed entry on disk, without making a record of judgement."""
        self._check_unit(unit)
        self._assessment.workspace.store.save_draft(*self._slot(draft_slot(unit)), entry_to_text(entry))
        if unit not in claims_of(self._assessment):  # the claim was removed while somebody typed: it is kept for that
            self._assessment.look_anew()

    def park(self, unit: Unit, reminder: str) -> Receipt:
        """Put the unit aside for a second look, with a few words to oneself."""
        return self._park(unit, parked=True, words=reminder)

    def take_up(self, unit: Unit) -> Receipt:
        """End the parking."""
        return self._park(unit, parked=False, words="")

    def conclusion(self, sub_category: str) -> ConclusionView:
        """Where the sub-category's conclusion stands."""
        self._check_code(sub_category)
        return conclusion_view(self._assessment, sub_category)

    def conclude(self, sub_category: str, entry: ConclusionEntry) -> Receipt:
        """Record the conclusion; one that contradicts the items needs a sentence to the panel."""
        if entry.verdict in self.conclusion(sub_category).needs_sentence and not entry.to_panel.strip():
            raise BadRequestError("The items speak against this conclusion; write a sentence to the panel to keep it.")
        return record(self._assessment, conclusion_of(self._assessment, sub_category, entry))

    # ---- deciding

    def standing(self) -> Standing:
        """The pass rules, counted now."""
        return standing(self._assessment.decision, self._assessment.scheme, self._assessment.in_force.readings)

    def choose_reading(self, clause: str, value: str, ground: str) -> Receipt:
        """Record how an ambiguous clause is to be read, and on whose authority."""
        return choose_reading(self._assessment, clause, value, ground)

    def parts(self) -> tuple[PartView, ...]:
        """The required parts."""
        return part_views(self._assessment)

    def confirm_part(self, part: str, *, confirmed: bool) -> Receipt:
        """Record that a part is present or absent."""
        if part not in {known.id for known in self._assessment.scheme.parts}:
            raise BadRequestError(f"The scheme has no part {part!r}.")
        return record(self._assessment, PartConfirmation(**case_of(self._assessment), part=part, confirmed=confirmed))

    def outcomes(self) -> OutcomesView:
        """Which outcomes may be chosen now, and which was."""
        return outcomes.outcomes_view(self._assessment)

    def choose_outcome(self, kind: OutcomeKind, ground: str) -> Receipt:
        """Record the outcome that a person chose, among those allowed."""
        self._assessment.hear_others()  # one who joined since makes it the panel's
        outcomes.check_choice(self._assessment, kind, ground)
        choice = OutcomeChoice(
            **case_of(self._assessment),
            outcome=kind,
            ground=ground,
            by=self._assessment.assessor,
            recorded_at=self._assessment.workspace.clock(),
            event="",
            decided_on_head=self._assessment.workspace.store.application_head(self._assessment.application.reference),
        )
        return record(self._assessment, choice)

    def letter(self) -> LetterDraft:
        """The draft letter from the records as they stand."""
        return letters.letter_draft(self._assessment)

    def letter_file(self, form: LetterForm) -> "Future[LetterFile]":
        """The draft as a file, rendered in the worker."""
        return letters.letter_file(self._assessment, form)

    # ---- records

    def _last_saved(self) -> datetime | None:
        """When this assessor's latest record became durable."""
        own = (event for event in reversed(self._assessment.events) if event.actor == self._assessment.assessor)
        latest = next(own, None)
        return latest.recorded_at.astimezone() if latest else None

    def _park(self, unit: Unit, *, parked: bool, words: str) -> Receipt:
        self._check_code(unit.sub_category)
        act = Parking(
            **case_of(self._assessment), sub_category=unit.sub_category, evidence_id=unit.evidence_id, parked=parked
        )
        return record(self._assessment, replace(act, words=words))

    def _note(self, unit: Unit, text: str) -> PrivateNote:
        return PrivateNote(
            **case_of(self._assessment), sub_category=unit.sub_category, evidence_id=unit.evidence_id, text=text
        )

    def _in_force(self, unit: Unit) -> Verdict | None:
        found = (
            self._assessment.judgement(*unit) if unit.evidence_id else self._assessment.conclusion(unit.sub_category)
        )
        return found.verdict if found else None

    def _slot(self, slot: str) -> tuple[str, str, str]:
        return (self._assessment.application.reference, self._assessment.assessor, slot)

    def _check_code(self, code: str) -> None:
        if code not in self._assessment.scheme.codes:
            raise BadRequestError(f"The scheme has no sub-category {code!r}.")

    def _check_unit(self, unit: Unit) -> None:
        self._check_code(unit.sub_category)
        portfolio = self._assessment.portfolio
        cited = any(entry.evidence_id == unit.evidence_id for entry in portfolio.cross_references)
        judged = self._assessment.judgement(*unit) is not None
        known = cited or judged or portfolio.item(unit.evidence_id) is not None
        if not (known or is_remembered(self._assessment, unit.evidence_id)):
            raise BadRequestError(f"Neither the table nor the portfolio has an item {unit.evidence_id!r}.")


def _ordinal(number: int) -> str:
    return ATTEMPTS[number - 1] if 1 <= number <= len(ATTEMPTS) else f"{number}th"
