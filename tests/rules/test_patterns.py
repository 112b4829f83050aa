"""The sixteen sub-categories, met or not met, in every pattern."""

from collections import Counter
from itertools import combinations, product

import pytest

from mrse_assess.rules import decide
from mrse_assess.rules.readings import chosen, in_force
from mrse_assess.rules.rulebook import Counts, rulebook
from mrse_assess.rules.standing import Standing
from mrse_assess.rules.tally import added, of_category
from mrse_assess.terms import RuleStatus

MET = Standing(satisfactory=True, simulated=False, reference=False, holds_piece=False, independent=True)
MISSED = MET._replace(satisfactory=False)
LEAST, CATEGORIES = 14, 8


@pytest.fixture(scope="module")
def passing(mrse):
    """How many patterns pass both count rules, by the number of sub-categories met; and how many reach the total."""
    book = rulebook(mrse, in_force(chosen(mrse, None)))
    reach, both = 0, Counter()
    sizes = [len(category.sub_categories) for category in mrse.categories]
    by_category = [
        [of_category(pattern, by_piece=False) for pattern in product((MET, MISSED), repeat=size)] for size in sizes
    ]
    tried = 0
    for tallies in product(*by_category):
        tally = added(tallies)
        tried += 1
        met = book.number(Counts.SUB_CATEGORIES, tally)
        reach += met >= LEAST
        both[met] += met >= LEAST and book.number(Counts.MAJOR_CATEGORIES, tally) >= CATEGORIES
    assert tried == 65536
    return reach, {met: number for met, number in both.items() if number}


def test_137_patterns_reach_fourteen(passing):
    assert passing[0] == 137


def test_115_patterns_pass_both_count_rules(passing):
    assert passing[1] == {16: 1, 15: 15, 14: 99}


def test_the_decisions_on_the_patterns_that_reach_fourteen_agree(mrse, assess):
    met = Counter()
    for missed in ((), *combinations(mrse.codes, 1), *combinations(mrse.codes, 2)):
        kept = [code for code in mrse.codes if code not in missed]
        decision = decide(assess(mrse, not_satisfactory=missed, mhra=kept), mrse)
        assert decision.finding("sub_categories").status == RuleStatus.MET
        met[16 - len(missed)] += decision.outcome == RuleStatus.MET
    assert met == {16: 1, 15: 15, 14: 99}
