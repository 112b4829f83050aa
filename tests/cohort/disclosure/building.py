"""Statistics made of arrays of numbers, and the reader who tries to work out what was withheld from them.

The reader is written apart from the program: they know what is printed, how it adds up and what the policy is.
"""

from itertools import product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from mrse_assess.cohort.disclosure import Count, Overlap, Row, Statistics, Sum, Table

ALL = "all"


def count_id(name, key):
    return f"{name}/" + ",".join(map(str, key))


def counts_of(cells, name="t", structural=()):
    """All cells and margins of an array as counts, and the sums between them."""
    cells = np.asarray(cells)
    axes = [[*range(size), ALL] for size in cells.shape]
    counts, sums = [], []
    for key in product(*axes):
        value = cells[tuple(slice(None) if place == ALL else place for place in key)].sum()
        counts.append(Count(id=count_id(name, key), value=int(value), structural=key in structural))
        for axis, place in enumerate(key):
            if place == ALL:
                parts = tuple(count_id(name, (*key[:axis], one, *key[axis + 1 :])) for one in axes[axis][:-1])
                sums.append(Sum(total=count_id(name, key), parts=parts))
    return counts, sums


def table_of(shape, name="t", more=(), fields=("reason", "sub_category")):
    """A table of the first two ways with their margins, at one place ``more`` of the others."""
    rows, columns = ([*range(size), ALL] for size in shape[:2])
    return Table(
        id=f"{name} {more}",
        fields=fields,
        columns=tuple(map(str, columns)),
        rows=tuple(
            Row(name=str(row), cells=tuple(count_id(name, (row, column, *more)) for column in columns)) for row in rows
        ),
    )


def statistics_of(cells, name="t", structural=()):
    """An array of two or three ways with all its tables."""
    cells = np.asarray(cells)
    counts, sums = counts_of(cells, name, structural)
    others = product(*([*range(size), ALL] for size in cells.shape[2:]))
    return Statistics(
        counts=tuple(counts),
        relations=tuple(sums),
        tables=tuple(table_of(cells.shape, name, more) for more in others),
    )


def together(*every, relations=()):
    """Several statistics as one, linked by further relations."""
    return Statistics(
        counts=tuple(count for one in every for count in one.counts),
        relations=(*(relation for one in every for relation in one.relations), *relations),
        rates=tuple(rate for one in every for rate in one.rates),
        tables=tuple(table for one in every for table in one.tables),
    )


class Reader:
    """Knows what is printed and works out the least and greatest that anything else can be."""

    def __init__(self, statistics, policy, *publications):
        """``publications``: what was printed, each with the policy it was printed under if that was another."""
        self.ids = [count.id for count in statistics.counts]
        self.place = {name: place for place, name in enumerate(self.ids)}
        self.low, self.high = np.zeros(len(self.ids)), np.full(len(self.ids), np.inf)
        for count in statistics.counts:
            if count.structural:
                self.high[self.place[count.id]] = 0
        for printed in publications:
            self.read(printed, policy)
        rows = [row for relation in statistics.relations for row in self.row_of(relation)]
        matrix = np.zeros((len(rows), len(self.ids)))
        for number, (factors, _) in enumerate(rows):
            for name, factor in factors.items():
                matrix[number, self.place[name]] += factor
        self.rows = LinearConstraint(csr_array(matrix), [least for _, least in rows], 0)

    def read(self, printed, policy):
        step = policy.round_to
        for name, value in printed.counts.items():
            if name not in self.place:
                continue
            could = [
                number
                for number in range(value - step, value + step + 1)
                if (number >= policy.threshold or number == value == 0)
                and int(np.floor(number / step + 0.5)) * step == value
            ]
            place = self.place[name]
            self.low[place] = max(self.low[place], min(could))
            self.high[place] = min(self.high[place], max(could))

    def row_of(self, relation):
        """The rows of a relation: factors by place, and whether they add up to nought or to nought at most."""
        if isinstance(relation, Sum):
            yield {relation.total: 1, **dict.fromkeys(relation.parts, -1)}, 0
            return
        parts = relation.parts if isinstance(relation, Overlap) else (relation.part,)
        yield from (({part: 1, relation.total: -1}, -np.inf) for part in parts)
        if isinstance(relation, Overlap):
            yield {relation.total: 1, **dict.fromkeys(parts, -1)}, -np.inf

    def furthest(self, name, way):
        """The least or greatest whole number that a count can be, infinite if nothing bounds it."""
        cost = np.zeros(len(self.ids))
        cost[self.place[name]] = -way
        bounds = Bounds(self.low, np.minimum(self.high, FAR))
        answer = milp(cost, integrality=np.ones(len(self.ids)), bounds=bounds, constraints=self.rows)
        assert answer.status == 0, answer.message
        return round(answer.x[self.place[name]])

    def width(self, name):
        return self.furthest(name, 1) - self.furthest(name, -1)


FAR = 10_000
"""More than any count of the tests: it stands for no bound at all."""


def asked_for(statistics):
    """The counts that the tables would show, those of the scheme's own zeros left out."""
    structural = {count.id for count in statistics.counts if count.structural}
    return {name for table in statistics.tables for row in table.rows for name in row.cells if name} - structural
