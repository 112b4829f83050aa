"""In how many sub-categories a traceable reference to the MHRA guidelines was confirmed."""

from mrse_assess.model.decision import RuleFinding
from mrse_assess.model.scheme import PassRule
from mrse_assess.rules.case import Case
from mrse_assess.rules.findings.counted import Numbers, counted_finding
from mrse_assess.rules.rulebook import Counts
from mrse_assess.terms import Tri


def finding(rule: PassRule, case: Case) -> RuleFinding:
    """``because`` are the sub-categories in which a reference counts for certain."""
    counts = Counts.MHRA_REFERENCES
    numbers = Numbers(*(case.book.number(counts, tally) for tally in (case.found, case.worst, case.best)))
    counted = [facts.counted_reference for facts in case.facts]
    codes = [facts.unit.code for facts in case.units]
    return counted_finding(
        rule,
        case,
        numbers,
        pending=counted.count(Tri.UNDETERMINED),
        because=[code for code, fact in zip(codes, counted, strict=True) if fact == Tri.YES],
    )
