"""How many sub-categories are satisfactory."""

from mrse_assess.model.decision import RuleFinding
from mrse_assess.model.scheme import PassRule
from mrse_assess.rules.case import Case
from mrse_assess.rules.findings.counted import Numbers, counted_finding
from mrse_assess.rules.rulebook import Counts
from mrse_assess.terms import Tri


def finding(rule: PassRule, case: Case) -> RuleFinding:
    """``because`` are the sub-categories that are not satisfactory, pending ones included.

    Where simulated evidence beyond the limit is not counted, sub-categories left out for that stay out of ``because``:
    which of them are left out is not decided.
    """
    counts = Counts.SUB_CATEGORIES
    numbers = Numbers(*(case.book.number(counts, tally) for tally in (case.found, case.worst, case.best)))
    short = [facts.unit.code for facts in case.units if facts.satisfactory != Tri.YES]
    return counted_finding(rule, case, numbers, pending=sum(facts.pending for facts in case.units), because=short)
