"""Which outcomes a person may choose for an application. The program never chooses one."""

from mrse_assess import rules
from mrse_assess.letter.case import LetterCase
from mrse_assess.model.decision import Decision
from mrse_assess.model.scheme import Reading
from mrse_assess.terms import OutcomeKind


def allowed_outcomes(case: LetterCase) -> tuple[OutcomeKind, ...]:
    """The outcomes open to a person now, in the order of the scheme, as the rules say."""
    offered = rules.allowed_outcomes(
        case.decision,
        case.scheme,
        case.settings,
        chosen_readings=_recorded(case),
        unopened=bool(case.unreadable),
    )
    return tuple(option.kind for option in offered if option.allowed)


def hanging_readings(case: LetterCase) -> tuple[Reading, ...]:
    """The readings on which the outcome depends and that the panel has not recorded."""
    open_ones = rules.unsettled_readings(case.decision, _recorded(case))
    return tuple(reading for reading in case.scheme.readings if reading.id in open_ones)


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


def _recorded(case: LetterCase) -> dict[str, str]:
    return {choice.reading: choice.value for choice in case.readings}
