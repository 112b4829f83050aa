"""Cohen's kappa for two assessors, over the units that both rated."""

import numpy as np
from statsmodels.stats.inter_rater import cohens_kappa

from mrse_assess.agreement.sums import Sums, by_application, ratio
from mrse_assess.agreement.table import Floats, Ints, Table


def kappa(table: Table) -> Sums:
    """Cohen's kappa (1960) of a table in which two assessors took part."""
    return Sums(parts=by_application(table.layout, _crossed(table)), value=_kappa)


def kappa_value(table: Table) -> float:
    """Cohen's kappa by statsmodels; each assessor must have used more than one category."""
    return float(cohens_kappa(contingency(table), return_results=False))


def contingency(table: Table) -> Floats:
    """How often the first assessor gave the row's category and the second the column's."""
    cells: Floats = _crossed(table).sum(axis=0)
    return cells.reshape(table.categories, table.categories)


def _crossed(table: Table) -> Floats:
    """For each unit that both rated a 1 in the cell of their two categories: (units, categories squared)."""
    layout, size = table.layout, table.categories
    first, second = (_codes_of(table, int(rater)) for rater in layout.raters_of_pairs)
    cells = np.zeros((len(layout.application_of), size * size))
    both = np.flatnonzero(layout.paired)
    cells[both, first[both] * size + second[both]] = 1
    return cells


def _codes_of(table: Table, rater: int) -> Ints:
    codes = np.zeros(len(table.layout.application_of), dtype=np.int64)
    own = table.layout.rater == rater
    codes[table.layout.unit[own]] = table.code[own]
    return codes


def _kappa(sums: Floats) -> Floats:
    size = round(sums.shape[-1] ** 0.5)
    cells = sums.reshape(*sums.shape[:-1], size, size)
    total = cells.sum(axis=(-1, -2))
    same = np.trace(cells, axis1=-2, axis2=-1)
    chance = (cells.sum(axis=-1) * cells.sum(axis=-2)).sum(axis=-1)
    return ratio(total * same - chance, total * total - chance)
