"""How many major categories hold satisfactory evidence."""

from mrse_assess.model.decision import RuleFinding
from mrse_assess.model.scheme import PassRule
from mrse_assess.rules.case import Case
from mrse_assess.rules.findings.counted import Numbers, counted_finding
from mrse_assess.rules.rulebook import Counts
from mrse_assess.rules.standing import worst
from mrse_assess.rules.tally import of_category


def finding(rule: PassRule, case: Case) -> RuleFinding:
    """``because`` are the numbers of the categories that do not hold satisfactory evidence for certain."""
    counts = Counts.MAJOR_CATEGORIES
    numbers = Numbers(*(case.book.number(counts, tally) for tally in (case.found, case.worst, case.best)))
    short = [members for members in case.categories() if not _holds(case, members)]
    pending = sum(case.units[place].pending for members in short for place in members)
    because = [str(case.units[members[0]].unit.category) for members in short]
    return counted_finding(rule, case, numbers, pending=pending, because=because)


def _holds(case: Case, members: tuple[int, ...]) -> bool:
    standings = [worst(case.facts[place]) for place in members]
    tally = of_category(standings, by_piece=case.book.readings.by_piece)
    return bool(tally.categories or tally.simulated_categories)
