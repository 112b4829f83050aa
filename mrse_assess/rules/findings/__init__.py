"""One finding per rule of the scheme, in the scheme's order; one module for each thing that a rule can count."""

from collections.abc import Callable, Mapping

from mrse_assess.model.decision import RuleFinding
from mrse_assess.model.scheme import PassRule
from mrse_assess.rules.case import Case
from mrse_assess.rules.findings import (
    independent_items,
    major_categories,
    mhra_references,
    parts,
    simulated,
    sub_categories,
)
from mrse_assess.rules.rulebook import Counts, counted_by
from mrse_assess.terms import RuleStatus

FINDERS: Mapping[Counts, Callable[[PassRule, Case], RuleFinding]] = {
    Counts.SUB_CATEGORIES: sub_categories.finding,
    Counts.MAJOR_CATEGORIES: major_categories.finding,
    Counts.INDEPENDENT_ITEMS: independent_items.finding,
    Counts.SIMULATED: simulated.finding,
    Counts.MHRA_REFERENCES: mhra_references.finding,
    Counts.PARTS: parts.finding,
}


def rule_findings(case: Case) -> tuple[RuleFinding, ...]:
    """What each rule of the scheme says; ``not_assessed`` for an advisory rule that nothing here can count."""
    return tuple(_finding(rule, case) for rule in case.scheme.rules)


def _finding(rule: PassRule, case: Case) -> RuleFinding:
    counts = counted_by(rule)
    return FINDERS[counts](rule, case) if counts else _not_assessed(rule)


def _not_assessed(rule: PassRule) -> RuleFinding:
    return RuleFinding(
        rule=rule.id,
        status=RuleStatus.NOT_ASSESSED,
        direction=rule.direction,
        observed=0,
        threshold=rule.threshold or 0,
        lowest=0,
        highest=0,
        pending=0,
        clause=rule.clause,
        because=(),
        advisory=rule.advisory,
    )
