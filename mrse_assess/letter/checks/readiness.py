"""Whether everything has been said, set and chosen that the letter needs."""

from collections.abc import Iterator

from mrse_assess.letter.checks.looked_at import LookedAt, refusal
from mrse_assess.letter.outcomes import allowed_outcomes, hanging_readings
from mrse_assess.letter.sections.sending import sufficient_sets
from mrse_assess.model.letter import Refusal
from mrse_assess.terms import OutcomeKind, RuleStatus


def records_have_not_moved(at: LookedAt) -> Iterator[Refusal]:
    """The records are those that the letter was composed from."""
    if at.head_now != at.letter.record_head or at.m.case.record_head != at.letter.record_head:
        yield refusal(
            "records-moved",
            "Something was recorded after this letter was drafted.",
            "Draft the letter again and read it once more.",
        )


def outcome_is_chosen(at: LookedAt) -> Iterator[Refusal]:
    """A person chose an outcome that the rules allow, with a ground where one is asked for."""
    outcome, choice = at.m.outcome, at.m.case.choice
    if outcome is None or choice is None:
        yield refusal(
            "outcome-missing", "No person has chosen an outcome.", "Choose one of those that the draft lists."
        )
        return
    if outcome.kind not in allowed_outcomes(at.m.case):
        yield refusal(
            "outcome-not-allowed",
            f"The outcome {outcome.name} cannot be chosen as the records stand.",
            "Choose one of those that a draft without an outcome lists.",
            rows=(choice.event,),
        )
    if outcome.needs_ground and not choice.ground.strip():
        yield refusal(
            "ground-missing",
            f"No ground was recorded for the outcome {outcome.name}.",
            "Choose the outcome again with a sentence that says why.",
            rows=(choice.event,),
        )


def rules_have_decided(at: LookedAt) -> Iterator[Refusal]:
    """Nothing on which a finding depends is pending."""
    if at.m.decision.outcome == RuleStatus.UNDETERMINED and at.m.kind != OutcomeKind.INCOMPLETE:
        yield refusal(
            "undetermined",
            "Something is still to be judged or settled, so the rules cannot decide.",
            "Settle what the draft lists; until then there is no letter.",
        )


def readings_are_recorded(at: LookedAt) -> Iterator[Refusal]:
    """No outcome hangs between two readings of a clause."""
    if at.m.kind == OutcomeKind.INCOMPLETE:
        return
    for reading in hanging_readings(at.m.case):
        yield refusal(
            "reading-unrecorded",
            f"The outcome depends on a reading: {reading.question}",
            "Let the panel record which reading is used, and why.",
        )


def settings_are_set(at: LookedAt) -> Iterator[Refusal]:
    """Every setting that the letter needs has a value; every phrase that a person owes is there."""
    said: set[str] = set()
    for number, sentence in at.numbered():
        for slot in sentence.slots:
            if slot.gap:
                said.add(slot.label)
                code, who = (
                    ("setting-unset", "scheme office") if slot.setting else ("words-missing", "assessor or panel")
                )
                found = f"The {who} has still to say: {slot.label}."
                yield refusal(code, found, "Set or record it, then draft the letter again.", number, sentence.rows)
    for label in at.letter.gaps:
        if label not in said:
            found = f"The scheme office has still to say: {label}."
            yield refusal("setting-unset", found, "Set it, or mark it as not applicable, then draft the letter again.")


def settings_are_real(at: LookedAt) -> Iterator[Refusal]:
    """No setting says of itself that it is invented."""
    for label in at.letter.invented:
        yield refusal(
            "setting-invented",
            f"This setting is invented: {label}.",
            "Replace it by what the scheme has set, with its source.",
        )


def something_would_be_enough(at: LookedAt) -> Iterator[Refusal]:
    """A letter that asks for further evidence can say what would be enough."""
    if at.m.kind == OutcomeKind.FURTHER_EVIDENCE and not sufficient_sets(at.m):
        yield refusal(
            "nothing-sufficient",
            "Nothing that may be sent would be enough, so further evidence cannot be asked for.",
            "Let the scheme office widen what may be sent, or choose another outcome.",
        )
