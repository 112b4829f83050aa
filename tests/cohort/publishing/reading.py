"""A reader who tries to work out what a publishable report withholds.

Written apart from the program: each cell of each table is an unknown of its own, whatever it is called there; what the
reader knows is how the tables hang together, the printed numbers, and the policy.
"""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

FAR = 2_000


class Attacker:
    """Unknowns by table, row and column; knows every row of tables that list all, and of the others those printed."""

    def __init__(self, exact, printed, policy):
        self.place, self.rows = {}, []
        self.bounds = {}
        self.tables = {(one.attempts, one.id): one for one in exact}
        for one in printed:
            for row, (column, _), cell in one.cells():
                if cell.count is not None:
                    self.see((one.attempts, one.id, row.key, column), cell.count, policy)
                if cell.of is not None:
                    self.see((one.attempts, one.id, row.key, "of " + column), cell.of, policy)
            if one.applications:
                self.see((one.attempts, one.id, "n", "n"), one.applications, policy)
        for attempts in {one.attempts for one in exact}:
            self.study(attempts)
        self.between()
        self.finish()

    def see(self, key, shown, policy):
        half = policy.round_to
        could = [
            n
            for n in range(shown - half, shown + half + 1)
            if n >= policy.threshold and int(np.floor(n / half + 0.5)) * half == shown
        ]
        self.at(key)
        self.bounds[key] = (min(could), max(could))

    def at(self, key):
        return self.place.setdefault(key, len(self.place))

    def equal(self, total, parts):
        self.rows.append(({self.at(total): 1.0}, [self.at(part) for part in parts], 0))

    def most(self, whole, part):
        self.rows.append(({self.at(whole): 1.0}, [self.at(part)], np.inf))

    def study(self, a):
        def cell(table, row, column):
            return (a, table, row if isinstance(row, tuple) else (row,), column)

        def keys(table):
            return [row.key for row in self.tables[a, table].rows]

        for told in (self.outcomes, self.rules, self.reasons, self.items_and_sets, self.trends):
            told(a, cell, keys)
        self.nested(cell)

    def outcomes(self, a, cell, keys):
        outcomes = ["award", "further_evidence", "not_awarded", "incomplete"]
        decided, applied = (a, "decided"), cell("outcomes", "all", "applied")
        waiting = cell("outcomes", "all", "waiting")
        self.equal(applied, [decided, waiting])
        self.equal(decided, [cell("outcomes", "all", o) for o in outcomes])
        for table in ("outcomes_by_role", "outcomes_by_route", "outcomes_by_year"):
            for column in ("applied", "waiting", *outcomes):
                self.equal(cell("outcomes", "all", column), [cell(table, key, column) for key in keys(table)])
            for key in keys(table):
                self.equal(cell(table, key, "applied"), [cell(table, key, column) for column in ("waiting", *outcomes)])
                for o in outcomes:
                    self.equal(cell(table, key, "of " + o), [cell(table, key, one) for one in outcomes])

    def rules(self, a, cell, keys):
        decided = (a, "decided")
        for table in ("rules_failed", "other_thresholds"):
            for key in keys(table):
                self.equal(decided, [cell(table, key, state) for state in ("met", "not_met", "undetermined")])
        for (rule,) in keys("rules_failed"):
            self.most(cell("rules_failed", rule, "not_met"), cell("rules_failed", rule, "only_one_not_met"))
            margins = [column for column, _ in self.tables[a, "margins"].columns]
            self.equal(decided, [cell("margins", rule, one) for one in margins])
            self.equal(
                cell("rules_failed", rule, "not_met"), [cell("margins", rule, one) for one in margins if int(one) < 0]
            )
        failed = cell("other_thresholds", "as_it_is", "not_met")
        self.equal(failed, [cell("changes_short", "rest", "applications"), *(
            cell("changes_short", key, "applications") for key in keys("changes_short")
        )])  # fmt: skip
        self.most(cell("other_thresholds", "as_it_is", "met"), cell("outcomes", "all", "award"))

    def reasons(self, a, cell, keys):
        decided = (a, "decided")
        codes = [key for (key,) in keys("sub_categories")]
        for code in codes:
            states = ("satisfactory", "not_satisfactory", "nothing_offered", "not_yet_judged")
            self.equal(decided, [cell("sub_categories", code, state) for state in states])
            lost = (a, "lost", code)
            self.equal(lost, [cell("sub_categories", code, state) for state in states[1:3]])
            for key in keys("reasons_by_sub_category"):
                self.most(lost, cell("reasons_by_sub_category", key, code))
                self.equal(lost, [cell("reasons_by_sub_category", key, "of " + code)])
                self.most(cell("reasons_per_application", key, "any"), cell("reasons_by_sub_category", key, code))
        for key in keys("reasons_by_sub_category"):
            parts = [cell("reasons_by_sub_category", key, code) for code in codes]
            self.equal(cell("reasons_per_sub_category", key, "any"), parts)
            self.most(decided, cell("reasons_per_application", key, "any"))
            for table in ("reasons_per_application", "reasons_per_sub_category", "reasons_per_item"):
                self.most(cell(table, key, "any"), cell(table, key, "primary"))

    def items_and_sets(self, a, cell, keys):
        decided = (a, "decided")
        items = [cell("reasons_per_item", key, "primary") for key in keys("reasons_per_item")]
        for key in keys("reasons_per_item"):
            self.equal(cell("reasons_per_item", key, "of any"), items)
        for table, column in (("sub_categories_together", "applications"), ("rules_together", "applications")):
            self.equal(decided, [cell(table, "rest", column), *self.printed_sets(a, table, column)])
        for rule in [key for (key,) in keys("rules_failed")]:
            own = [key for key in self.printed_sets(a, "rules_together", "applications") if rule in key[2]]
            self.equal(cell("rules_failed", rule, "not_met"), [cell("rules_together", f"rest {rule}", "n"), *own])

    def trends(self, a, cell, keys):
        award, met = cell("outcomes", "all", "award"), cell("other_thresholds", "as_it_is", "met")
        decided, years = (a, "decided"), keys("pass_trend_by_year")
        self.equal(award, [cell("pass_trend_by_year", key, "award") for key in years])
        self.equal(met, [cell("pass_trend_by_year", key, "rules_met") for key in years])
        self.equal(decided, [cell("pass_trend_by_year", key, "of award") for key in years])
        for key in years:
            self.most(cell("pass_trend_by_year", key, "rules_met"), cell("pass_trend_by_year", key, "award"))
            for (reason,) in keys("reasons_by_sub_category"):
                whole, part = cell("pass_trend_by_year", key, "of award"), cell("reason_trend_by_year", key, reason)
                self.most(whole, part)
        for (reason,) in keys("reasons_by_sub_category"):
            parts = [cell("reason_trend_by_year", key, reason) for key in years]
            self.equal(cell("reasons_per_application", reason, "any"), parts)

    def printed_sets(self, a, table, column):
        return [key for key in self.bounds if key[0] == a and key[1] == table and key[3] == column]

    def nested(self, cell):
        """A lower number asked for is met by whoever met the higher one."""
        for less, more in (("13_of_16", "as_it_is"), ("as_it_is", "15_of_16"), ("three_simulated", "as_it_is"),
                           ("13_and_three", "13_of_16"), ("13_and_three", "three_simulated"),
                           ("one_reference", "as_it_is")):  # fmt: skip
            self.most(cell("other_thresholds", less, "met"), cell("other_thresholds", more, "met"))

    def between(self):
        """Whoever was awarded did not come again, and everybody applied once."""
        first, final = (("first", "outcomes", ("all",), "award"), ("final", "outcomes", ("all",), "award"))
        self.most(final, first)
        self.equal(("first", "outcomes", ("all",), "applied"), [("final", "outcomes", ("all",), "applied")])

    def finish(self):
        size = len(self.place)
        entries = []
        for number, (whole, parts, _) in enumerate(self.rows):
            entries += [(number, place, factor) for place, factor in whole.items()]
            entries += [(number, place, -1.0) for place in parts]
        rows, columns, factors = zip(*entries, strict=True)
        matrix = coo_array((factors, (rows, columns)), shape=(len(self.rows), size)).tocsr()
        self.constraints = LinearConstraint(matrix, 0, np.array([high for *_, high in self.rows]))
        low, high = np.zeros(size), np.full(size, FAR)
        for key, (least, greatest) in self.bounds.items():
            low[self.place[key]], high[self.place[key]] = least, greatest
        self.limits = Bounds(low, high)

    def furthest(self, key, way):
        cost = np.zeros(len(self.place))
        cost[self.place[key]] = -way
        found = milp(cost, bounds=self.limits, constraints=self.constraints, integrality=np.ones(len(cost)))
        assert found.status == 0, found.message
        return round(found.x[self.place[key]])

    def width(self, key):
        return self.furthest(key, 1) - self.furthest(key, -1)
