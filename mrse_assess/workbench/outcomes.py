"""The outcome: which may be chosen now, by a person, and which was."""

from collections.abc import Mapping

from mrse_assess.errors import BadRequestError
from mrse_assess.model.decision import Decision
from mrse_assess.model.judgement import OutcomeChoice, SettingValue
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.rules import OutcomeOption, allowed_outcomes
from mrse_assess.terms import OutcomeKind
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.outcome_views import OutcomesView, OutcomeView

NOT_OPENED = frozenset({"document-encrypted", "document-damaged", "document-unsupported", "document-timed-out"})
"""Problems that mean: evidence was sent that could not be opened, so it was not seen."""


def options(
    decision: Decision,
    scheme: Scheme,
    settings: Mapping[str, SettingValue],
    readings: Mapping[str, str],
    portfolio: Portfolio,
) -> tuple[OutcomeOption, ...]:
    """Every outcome of the scheme with what stands in its way."""
    unopened = any(problem.code in NOT_OPENED for problem in portfolio.problems)
    return allowed_outcomes(decision, scheme, settings, chosen_readings=readings, unopened=unopened)


def check_outcome(offered: tuple[OutcomeOption, ...], kind: OutcomeKind, ground: str) -> None:
    """Refuse an outcome that the rules do not allow, or one without the ground that it needs.

    Raises:
        BadRequestError: saying what stands in the way, or which outcomes there are.
    """
    option = next((one for one in offered if one.kind is kind), None)
    if option is None:
        raise BadRequestError(f"The scheme has no outcome {kind}; it has {', '.join(one.kind for one in offered)}.")
    if option.obstacles:
        first = option.obstacles[0]
        raise BadRequestError(f"{option.name} cannot be chosen now. {first.found} {first.advice}")
    if option.needs_ground and not ground.strip():
        raise BadRequestError(f"{option.name} needs a reason in words; it is kept with the record.")


def outcomes_view(assessment: Assessment) -> OutcomesView:
    """The outcomes as the screen shows them, and the one chosen."""
    return view_of(_options_of(assessment), assessment.in_force.outcome)


def view_of(offered: tuple[OutcomeOption, ...], chosen: OutcomeChoice | None) -> OutcomesView:
    """These outcomes as a screen shows them, and the one chosen."""
    return OutcomesView(
        choices=tuple(map(_view, offered)),
        chosen=chosen.outcome if chosen else None,
        ground=chosen.ground if chosen else "",
        by=chosen.by if chosen else "",
        at=chosen.recorded_at.astimezone() if chosen else None,
    )


def check_choice(assessment: Assessment, kind: OutcomeKind, ground: str) -> None:
    """Refuse a choice on the page that the rules do not allow, or that is the panel's.

    Raises:
        BadRequestError: in one sentence.
    """
    if assessment.has_other_assessors():
        raise BadRequestError("Another assessor judges this application too, so the panel chooses its outcome.")
    check_outcome(_options_of(assessment), kind, ground)


def _options_of(assessment: Assessment) -> tuple[OutcomeOption, ...]:
    settings = assessment.workspace.settings()
    return options(assessment.decision, assessment.scheme, settings, assessment.readings, assessment.portfolio)


def _view(option: OutcomeOption) -> OutcomeView:
    return OutcomeView(
        kind=option.kind,
        name=option.name,
        why_not=option.obstacles[0].found if option.obstacles else "",
        needs_ground=option.needs_ground,
    )
