"""Two editions of a year with one application between them: that it is one cannot be told."""

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from mrse_assess.cohort.measures import Period
from mrse_assess.cohort.publishing import Before, publication

from .conftest import cohort, named, tables_of
from .reading import FAR, Attacker
from .written import outcome_tables, people, told


def outcomes_of(award, not_awarded):
    return outcome_tables([*people("academic", "award", award), *people("academic", "not_awarded", not_awarded)])


@pytest.mark.parametrize(("before", "others"), [(61, 31), (62, 30)])
def test_a_number_that_prints_the_same_prints_the_same_and_all_beside_it(policy, before, others):
    """60 now, of 61 or 62 before: nothing anywhere says that somebody was removed."""
    once = publication(outcomes_of(before, others), policy())
    later = publication(outcomes_of(60, others), policy(), once.afterwards)
    assert told(once.tables) == {
        ("all", "applied"): (90, None), ("academic", "award"): (60, None), ("academic", "not_awarded"): (30, None),
    }  # fmt: skip
    assert later.tables == once.tables
    assert later.afterwards == once.afterwards


def test_one_that_prints_otherwise_may_have_changed_by_one_or_by_nine(policy):
    """63 before and 62 now: 65, then 60. It can have been 67 before, and be 58 now."""
    once = publication(outcomes_of(63, 32), policy())
    later = publication(outcomes_of(62, 32), policy(), once.afterwards)
    assert told(once.tables)["academic", "award"] == (65, None)
    assert {told(later.tables).get((row, "award")) for row in ("all", "academic")} <= {(60, None), None}
    assert once.afterwards.bounds("2025; first; outcome=award; role=academic") == (63, 67)
    assert Before(reports=later.afterwards.reports[-1:]).bounds("2025; first; outcome=award") == (58, 62)


def test_exact_numbers_never_say_that_one_was_removed(policy):
    """61 of 92 and then 60 of 91 are not both published, nor what the second would follow from."""
    own = policy(round_to=1)
    once = publication(outcomes_of(61, 31), own)
    assert told(once.tables) == {("all", "not_awarded"): (31, None), ("academic", "award"): (61, 92)}
    later = publication(outcomes_of(60, 31), own, once.afterwards)
    assert told(later.tables) == {("all", "not_awarded"): (31, None)}
    assert {one.applications for one in later.tables} == {None}


def test_by_years_once_and_by_quarters_then_is_refused(policy):
    """A year of 15 and its second quarter of 10 would tell the first."""
    cases = cohort(A1=31, A5=16, D1=14)
    once = publication(tables_of(cases), policy())
    alone = publication(tables_of(cases, Period.QUARTER), policy())
    assert named(alone.tables, "outcomes_by_quarter").rows
    later = publication(tables_of(cases, Period.QUARTER), policy(), once.afterwards)
    refused = named(later.tables, "outcomes_by_quarter")
    assert (refused.rows, refused.applications, len(refused.notes)) == ((), None, 1)
    assert "another length" in refused.notes[0]
    assert named(later.tables, "rules_failed") == named(once.tables, "rules_failed")


class ReaderOfBoth:
    """Reads both editions, and knows that whoever was counted in the first is in the second too."""

    def __init__(self, readers):
        self.place = {(year, key): None for year, one in enumerate(readers) for key in one.place}
        self.place = {key: number for number, key in enumerate(self.place)}
        self.low, self.high = np.zeros(len(self.place)), np.full(len(self.place), FAR)
        self.entries, self.most = [], []
        for year, one in enumerate(readers):
            at = {number: self.place[year, key] for key, number in one.place.items()}
            for whole, parts, most in one.rows:
                self.add({**{at[number]: 1.0 for number in whole}, **{at[part]: -1.0 for part in parts}}, most)
            for key, (low, high) in one.bounds.items():
                self.low[self.place[year, key]], self.high[self.place[year, key]] = low, high
        for key in set(readers[0].place) & set(readers[1].place):
            if "rest" not in str(key):  # what is not listed in one may be in the other
                self.add({self.place[1, key]: 1.0, self.place[0, key]: -1.0}, np.inf)
        rows, columns, factors = zip(*self.entries, strict=True)
        matrix = coo_array((factors, (rows, columns)), shape=(len(self.most), len(self.place))).tocsr()
        self.constraints = LinearConstraint(matrix, 0, np.array(self.most))

    def add(self, factors, most):
        self.entries += [(len(self.most), place, factor) for place, factor in factors.items()]
        self.most.append(most)

    def change(self, key):
        """The least and the greatest by which a count can have grown."""
        found = []
        for way in (1, -1):
            cost = np.zeros(len(self.place))
            cost[self.place[1, key]], cost[self.place[0, key]] = way, -way
            answer = milp(cost, bounds=Bounds(self.low, self.high), constraints=self.constraints)
            assert answer.status == 0, answer.message
            found.append(way * answer.fun)
        return found


@pytest.mark.slow
@pytest.mark.parametrize("awarded", [24, 26])
def test_of_one_late_application_no_number_says_that_it_is_one(policy, awarded):
    """What a reader finds to have grown may have grown by one or by many, whatever table they look at."""
    own = policy()
    times = {"A1": awarded, "A5": 11, "B1": 9, "B2": 17, "D1": 13, "S1": 8, "M1": 3, "U1": 7}
    exact = [tables_of(cohort(**one)) for one in (times, {**times, "D1": 14})]
    once = publication(exact[0], own)
    later = publication(exact[1], own, once.afterwards)
    both = ReaderOfBoth([Attacker(tables, one.tables, own) for tables, one in zip(exact, (once, later), strict=True)])
    counts = [counts_of(tables) for tables in exact]
    grown = [key for key in counts[0].keys() & counts[1].keys() if counts[0][key] != counts[1][key]]
    assert len(grown) > 50
    changes = {key: both.change(key) for key in sorted(grown)[::6] if (0, key) in both.place and (1, key) in both.place}
    near = 1e-6
    assert {key: one for key, one in changes.items() if one[0] > near and one[1] - one[0] < own.width - near} == {}


def counts_of(tables):
    return {
        (one.attempts, one.id, row.key, column): cell.count
        for one in tables
        for row, (column, _), cell in one.cells()
        if cell.count is not None
    }
