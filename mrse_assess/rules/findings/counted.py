"""What all findings have in common: three numbers against a threshold."""

from collections.abc import Sequence
from typing import NamedTuple

from mrse_assess.model.decision import RuleFinding
from mrse_assess.model.scheme import PassRule
from mrse_assess.rules.case import Case
from mrse_assess.rules.rulebook import threshold_of
from mrse_assess.terms import Direction, RuleStatus


class Numbers(NamedTuple):
    """What is counted as things stand, and the bounds over every completion."""

    observed: int
    lowest: int
    highest: int


def counted_finding(
    rule: PassRule, case: Case, numbers: Numbers, *, pending: int, because: Sequence[str]
) -> RuleFinding:
    """A finding from its numbers: met or not met only where both bounds say so."""
    threshold = threshold_of(case.scheme, rule)
    return RuleFinding(
        rule=rule.id,
        status=_status(rule.direction, threshold, numbers),
        direction=rule.direction,
        observed=numbers.observed,
        threshold=threshold,
        lowest=numbers.lowest,
        highest=numbers.highest,
        pending=pending,
        clause=rule.clause,
        because=tuple(because),
        advisory=rule.advisory,
    )


def _status(direction: Direction, threshold: int, numbers: Numbers) -> RuleStatus:
    bounds = (numbers.lowest, numbers.highest)
    answers = {bound >= threshold if direction == Direction.AT_LEAST else bound <= threshold for bound in bounds}
    if len(answers) > 1:
        return RuleStatus.UNDETERMINED
    return RuleStatus.MET if answers.pop() else RuleStatus.NOT_MET
