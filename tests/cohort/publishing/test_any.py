"""Whatever a small cohort is: what is withheld cannot be placed, and nothing exact stands anywhere."""

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import Bounds, LinearConstraint, milp

from mrse_assess.cohort.publishing import publication

from .test_leaks import walked
from .written import COLUMNS, ROLES, outcome_tables, people

FAR = 500
SOME = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NUMBERS = st.one_of(st.just(0), st.integers(0, 6), st.integers(0, 30))
COHORTS = arrays(np.int64, (3, 5), elements=NUMBERS)
WAYS = st.sampled_from([1, 5, 5])


def cohort_of(numbers):
    """People of as many roles as there are rows, by outcome."""
    return [
        one
        for role, row in zip(ROLES, numbers, strict=False)
        for outcome, number in zip(COLUMNS[1:], row, strict=True)
        for one in people(role, outcome, int(number))
    ]


class Reader:
    """Knows that roles add up to all and outcomes to those who applied, and what is printed; counts of each cell."""

    def __init__(self, printed, policy):
        self.keys = [(row, column) for row in ("all", *ROLES, "typed") for column in (*COLUMNS, "decided")]
        self.place = {key: number for number, key in enumerate(self.keys)}
        self.low, self.high = np.zeros(len(self.keys)), np.full(len(self.keys), FAR)
        for table in printed:
            for row, (column, _), cell in table.cells():
                self.see((row.key[0], column), cell.count, policy)
                self.see((row.key[0], "decided"), cell.of, policy)
            self.see(("all", "applied"), table.applications, policy)
        sums = [((row, "applied"), [(row, "decided"), (row, "waiting")]) for row in ("all", *ROLES, "typed")]
        sums += [((row, "decided"), [(row, one) for one in COLUMNS[1:-1]]) for row in ("all", *ROLES, "typed")]
        sums += [(("all", column), [(role, column) for role in (*ROLES, "typed")]) for column in (*COLUMNS, "decided")]
        matrix = np.zeros((len(sums), len(self.keys)))
        for number, (whole, parts) in enumerate(sums):
            matrix[number, self.place[whole]] = 1
            matrix[number, [self.place[part] for part in parts]] = -1
        self.sums = LinearConstraint(matrix, 0, 0)

    def see(self, key, shown, policy):
        if shown is None:
            return
        step = policy.round_to
        could = [
            number
            for number in range(max(policy.threshold, shown - step), shown + step + 1)
            if int(np.floor(number / step + 0.5)) * step == shown
        ]
        place = self.place[key]
        self.low[place], self.high[place] = max(self.low[place], min(could)), min(self.high[place], max(could))

    def furthest(self, key, way):
        cost = np.zeros(len(self.keys))
        cost[self.place[key]] = -way
        found = milp(cost, bounds=Bounds(self.low, self.high), constraints=self.sums, integrality=np.ones(len(cost)))
        assert found.status == 0, found.message
        return round(found.x[self.place[key]])

    def width(self, key):
        return self.furthest(key, 1) - self.furthest(key, -1)


@SOME
@given(numbers=COHORTS, round_to=WAYS)
def test_no_withheld_cell_of_any_small_cohort_can_be_placed(policy, numbers, round_to):
    own = policy(round_to=round_to)
    given_in = outcome_tables(cohort_of(numbers))
    found = publication(given_in, own)
    told = {
        (row.key[0], column)
        for table in found.tables
        for row, (column, _), cell in table.cells()
        if cell.count is not None
    }
    reader = Reader(found.tables, own)
    hidden = {key for key in reader.keys if key[1] != "decided" and key[0] != "typed"} - told
    small = {
        (row.key[0], column) for one in given_in for row, (column, _), cell in one.cells() if cell.count < own.threshold
    }
    assert small <= hidden
    assert {key: width for key in sorted(small) if (width := reader.width(key)) < own.width} == {}


@SOME
@given(numbers=COHORTS)
def test_nothing_exact_stands_in_any_field_of_any_small_cohort(policy, numbers):
    everybody = cohort_of(numbers)
    found = publication(outcome_tables(everybody), policy())
    for where, value in walked(found):
        assert value not in {name for name, _, _ in everybody}, where
        if type(value) is int and not where.endswith((".threshold", ".round_to")):
            assert value % 5 == 0, where
            assert value >= 5, where
        if type(value) is float and not where.endswith(".level"):
            assert value == round(value, 2), where
    assert not any(cell.applications for table in found.tables for *_, cell in table.cells())
