"""What screening says of the portfolio as a whole: beside the part it belongs to, or as a point before starting."""

from mrse_assess.model.observation import Observation
from mrse_assess.terms import Look
from mrse_assess.workbench.assessment import Assessment


def of_portfolio(assessment: Assessment) -> tuple[Observation, ...]:
    """Concerns about the whole portfolio that belong to no required part; what only the office may know is left out."""
    parts = assessment.scheme.checks_of_parts
    return tuple(one for one in _whole(assessment) if one.check not in parts and one.outcome is Look.CONCERN)


def of_part(assessment: Assessment, part: str) -> tuple[Observation, ...]:
    """Everything that screening says of a required part, what it could not see as well."""
    checks = assessment.scheme.checks_of_parts
    return tuple(one for one in _whole(assessment) if checks.get(one.check) == part)


def _whole(assessment: Assessment) -> tuple[Observation, ...]:
    said = assessment.screening.observations if assessment.screening else ()
    return tuple(one for one in said if one.evidence_id is None and not one.confidential)
