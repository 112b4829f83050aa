"""How many independent pieces stand behind the sub-categories that ask for independence."""

from mrse_assess.model.decision import RuleFinding
from mrse_assess.model.scheme import PassRule
from mrse_assess.rules.case import Case
from mrse_assess.rules.findings.counted import Numbers, counted_finding
from mrse_assess.rules.rulebook import threshold_of
from mrse_assess.rules.units import UnitFacts


def finding(rule: PassRule, case: Case) -> RuleFinding:
    """Where several sub-categories ask for independence, the one with the fewest pieces decides.

    The pieces are counted whatever the conclusion on the sub-category is. A pending one may yet reach the number.
    ``because`` are the sub-categories that do not have the number for certain.
    """
    threshold = threshold_of(case.scheme, rule)
    asked = [facts for facts in case.units if facts.unit.independent]
    lowest = min((facts.independent.low for facts in asked), default=threshold)
    highest = min((_highest(facts, threshold) for facts in asked), default=threshold)
    short = [facts for facts in asked if facts.independent.low < threshold]
    open_ones = sum(_highest(facts, threshold) > facts.independent.low for facts in short)
    return counted_finding(
        rule,
        case,
        Numbers(lowest, lowest, highest),
        pending=open_ones,
        because=[facts.unit.code for facts in short],
    )


def _highest(facts: UnitFacts, threshold: int) -> int:
    return max(facts.independent.high, threshold) if facts.pending else facts.independent.high
