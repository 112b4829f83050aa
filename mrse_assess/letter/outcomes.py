"""Which outcomes a person may choose for an application. The program never chooses one."""

from mrse_assess.letter.case import LetterCase
from mrse_assess.model.decision import Decision
from mrse_assess.model.scheme import Outcome, Reading
from mrse_assess.terms import OutcomeKind, RuleStatus

_ANY = "any"


def allowed_outcomes(case: LetterCase) -> tuple[OutcomeKind, ...]:
    """The outcomes open to a person now, in the order of the scheme.

    Not one that the rules contradict, none of award, further evidence or not awarded while anything is undetermined, a
    contradiction is unsettled or a reading on which the outcome hangs is unrecorded; not one whose settings are unset;
    no further evidence when the attempts are used up; incomplete only where a part is absent or an item could not be
    opened.
    """
    return tuple(outcome.kind for outcome in case.scheme.outcomes if _allowed(outcome, case))


def hanging_readings(case: LetterCase) -> tuple[Reading, ...]:
    """The readings on which the outcome depends and that the panel has not recorded."""
    recorded = {choice.reading for choice in case.readings}
    return tuple(reading for reading in differing_readings(case) if reading.id not in recorded)


def differing_readings(case: LetterCase) -> tuple[Reading, ...]:
    """The readings of which another value gives another outcome of the rules, alone or together with others.

    Where only several together would change the outcome, each of them is named.
    """
    decision = case.decision
    alone = {read.setting for read in decision.readings if read.outcome != decision.outcome}
    return tuple(reading for reading in case.scheme.readings if reading.id in (alone or _together(decision)))


def missing_parts(case: LetterCase) -> tuple[str, ...]:
    """The ids of parts confirmed absent that make an application incomplete.

    An examination result that may follow later (setting ``exam_needed_at``) is not among them.
    """
    when = case.settings.get("exam_needed_at")
    follows = _asked_by("exam_needed_at", case) if when is not None and when.value == "award" else set()
    absent = {part.part for part in case.judgements.parts if not part.confirmed} - follows
    return tuple(part.id for part in case.scheme.parts if part.id in absent)


def _asked_by(setting: str, case: LetterCase) -> set[str]:
    return {part for spec in case.scheme.settings if spec.id == setting for part in spec.needed_by}


def _together(decision: Decision) -> set[str]:
    used = dict(decision.readings_used)
    others = [combined for combined in decision.combinations if combined.outcome != decision.outcome]
    return {setting for combined in others for setting, value in combined.values if used.get(setting) != value}


def _allowed(outcome: Outcome, case: LetterCase) -> bool:
    if any(_unset(key, case) for key in outcome.needs_settings):
        return False
    if outcome.rules == _ANY:
        return bool(missing_parts(case) or case.unreadable)
    if case.decision.outcome != RuleStatus(outcome.rules) or hanging_readings(case):
        return False
    if any(result.contradiction for result in case.decision.sub_categories):
        return False
    return outcome.kind != OutcomeKind.FURTHER_EVIDENCE or _attempts_left(case)


def _unset(key: str, case: LetterCase) -> bool:
    value = case.settings.get(key)
    return value is None or value.not_applicable


def _attempts_left(case: LetterCase) -> bool:
    allowed = case.settings["attempts_allowed"].value if "attempts_allowed" in case.settings else ""
    return not allowed.isdecimal() or case.application.attempt < int(allowed)
