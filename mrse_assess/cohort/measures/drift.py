"""Whether assessors agree more or less, and find more or less wanting, as time goes on."""

from collections.abc import Sequence

import pandas as pd
from numpy.random import Generator

from mrse_assess.cohort.measures.assessments import conclusions
from mrse_assess.cohort.measures.naming import rows_of
from mrse_assess.cohort.measures.periods import labels, period_of, periods_between
from mrse_assess.cohort.measures.resampling import ratio_cell
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.tabling import table
from mrse_assess.cohort.measures.wording import wording
from mrse_assess.cohort.tables import Cell, CohortTable, Period, Shape, Unit
from mrse_assess.terms import Verdict

_SUMS = ["pairs_agreeing", "units", "lost", "concluded"]


def drift(study: Study, period: Period, random: Generator) -> CohortTable:
    """In each period of sealing: how often two assessors concluded alike, and how often one found evidence wanting.

    Conclusions at the first seal. Agreement is the share of pairs of assessors, averaged over sub-categories that two
    or more concluded on; what they had in hand may have changed as well as they. Nobody is told apart.

    Raises:
        BadRequestError: the reader may not see what each assessor said.
    """
    said = wording()
    applications = study.frames.applications
    sealed = applications[applications["sealed"].notna()]
    keys = periods_between(sealed["sealed"], period)
    when = pd.DataFrame({"application": sealed["application"], "period": period_of(sealed["sealed"], period)})
    each = when.merge(_by_application(study), on="application", how="inner").sort_values("application")
    found = dict(iter(each.groupby("period")))
    cells = [_cells(found.get(key, each.iloc[:0]), random) for key in keys]
    return table(
        "drift",
        study,
        unit=Unit.SUB_CATEGORY,
        shape=Shape.TREND,
        columns=said.columns("pairs_agreeing", "found_wanting"),
        rows=rows_of(keys, labels(keys, said.labels["undated"]), cells),
        id=f"drift_by_{period}",
        by=said.labels[period],
    )


def _by_application(study: Study) -> pd.DataFrame:
    """What each application adds: agreement summed over its sub-categories, and conclusions that found them wanting."""
    rows = conclusions(study.judged.apart)
    counts = rows.groupby(["unit", "verdict"], observed=True).agg(
        n=("unit", "size"), application=("application", "first")
    )
    counts = counts.assign(alike=counts["n"] * (counts["n"] - 1)).reset_index()
    units = counts.groupby("unit").agg(n=("n", "sum"), alike=("alike", "sum"), application=("application", "first"))
    pairs = units[units["n"] > 1]
    agreeing = (pairs["alike"] / (pairs["n"] * (pairs["n"] - 1))).groupby(pairs["application"]).agg(["sum", "size"])
    wanting = (rows["verdict"] == Verdict.NOT_SATISFACTORY).groupby(rows["application"]).agg(["sum", "size"])
    found = pd.concat([agreeing, wanting], axis=1).fillna(0).astype(float)
    found.columns = pd.Index(_SUMS)
    return found.rename_axis("application").reset_index()


def _cells(own: pd.DataFrame, random: Generator) -> tuple[Cell, ...]:
    return (
        _ratio(own, "pairs_agreeing", "units", random),
        _ratio(own, "lost", "concluded", random),
    )


def _ratio(own: pd.DataFrame, above: str, below: str, random: Generator) -> Cell:
    counted: pd.DataFrame = own[own[below] > 0]
    names: Sequence[str] = tuple(counted["application"])
    return ratio_cell(counted[above].to_numpy(), counted[below].to_numpy(), names, wording(), random)
