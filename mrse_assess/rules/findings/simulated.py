"""How many sub-categories rest on simulated evidence."""

from mrse_assess.model.decision import RuleFinding
from mrse_assess.model.scheme import PassRule
from mrse_assess.rules.case import Case
from mrse_assess.rules.findings.counted import Numbers, counted_finding
from mrse_assess.rules.rulebook import Counts
from mrse_assess.terms import Tri


def finding(rule: PassRule, case: Case) -> RuleFinding:
    """``because`` are the sub-categories that rest on simulated evidence for certain.

    Where those beyond the limit are not counted, only those that are counted make up the numbers.
    """
    counts = Counts.SIMULATED
    numbers = Numbers(*(case.book.number(counts, tally) for tally in (case.found, case.best, case.worst)))
    return counted_finding(
        rule,
        case,
        numbers,
        pending=sum(facts.simulated == Tri.UNDETERMINED for facts in case.units),
        because=[facts.unit.code for facts in case.units if facts.simulated == Tri.YES],
    )
