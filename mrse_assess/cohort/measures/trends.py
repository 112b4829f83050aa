"""What changes from period to period, each number with the interval that it may lie in by chance alone."""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from numpy.random import Generator

from mrse_assess.cohort.measures.cells import share_cells
from mrse_assess.cohort.measures.naming import of_outcomes, of_reasons, rows_of
from mrse_assess.cohort.measures.periods import labels, period_of, periods_between
from mrse_assess.cohort.measures.reasons import AGAINST
from mrse_assess.cohort.measures.resampling import median_cell, ratio_cell
from mrse_assess.cohort.measures.rules import left_out
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.tabling import table
from mrse_assess.cohort.measures.tallying import counted, flagged
from mrse_assess.cohort.measures.wording import Wording, wording
from mrse_assess.cohort.tables import Cell, CohortTable, Period, Shape, Unit
from mrse_assess.terms import OutcomeKind, RuleStatus, SubCategoryState, Verdict

_DAY = pd.Timedelta(days=1)


def pass_trend(study: Study, period: Period) -> CohortTable:
    """Of those decided in each period, how many met the rules, and how many were awarded."""
    applications, keys = _dated(study, period)
    flags = [applications["rules"] == RuleStatus.MET, applications["outcome"] == OutcomeKind.AWARD]
    found = flagged(applications, ("period", keys), flags)
    cells = share_cells(found.counts, _decided_in(applications, keys), found.behind, wording())
    awarded = of_outcomes(study).get(OutcomeKind.AWARD, OutcomeKind.AWARD)
    columns = [*wording().columns("rules_met"), (str(OutcomeKind.AWARD), awarded)]
    return _trend("pass_trend", study, period, Unit.APPLICATION, columns, keys, cells)


def reason_trend(study: Study, period: Period) -> CohortTable:
    """Of those decided in each period, how many were given each reason against anything."""
    applications, keys = _dated(study, period)
    names = of_reasons(study)
    given = study.decided.frames.reasons
    once = given[given["verdict"].isin(AGAINST)].drop_duplicates(["application", "reason"])[["application", "reason"]]
    when = once.merge(applications[["application", "period"]], on="application", how="left", validate="many_to_one")
    found = counted(when, ("period", keys), ("reason", list(names)))
    cells = share_cells(found.counts, _decided_in(applications, keys), found.behind, wording())
    return _trend("reason_trend", study, period, Unit.APPLICATION, list(names.items()), keys, cells)


def item_trend(study: Study, period: Period, random: Generator) -> CohortTable:
    """In each period, how many items an application has, and which share of its items was found satisfactory."""
    applications, keys = _dated(study, period)
    items = study.decided.frames.items
    good = (items["verdict"] == Verdict.SATISFACTORY).fillna(value=False)
    told = items.assign(good=good, told=items["verdict"].notna()).groupby("application")
    sums = told.agg(items=("evidence_id", "size"), good=("good", "sum"), told=("told", "sum"))
    each = applications.merge(sums, on="application", how="left").fillna({"items": 0, "good": 0, "told": 0})

    def cells(own: pd.DataFrame) -> tuple[Cell, ...]:
        names, said = tuple(own["application"]), wording()
        items_of, good_of, told_of = (own[column].to_numpy(dtype=float) for column in ("items", "good", "told"))
        return (
            ratio_cell(items_of, np.ones(len(own)), names, said, random),
            ratio_cell(good_of, told_of, names, said, random),
        )

    columns = wording().columns("items_per_application", "items_satisfactory")
    return _trend("item_trend", study, period, Unit.ITEM, columns, keys, _by_period(each, keys, cells))


def satisfactory_trend(study: Study, period: Period, random: Generator) -> CohortTable:
    """In each period, in how many sub-categories an application is satisfactory on average."""
    applications, keys = _dated(study, period)
    units = study.decided.frames.sub_categories
    good = units[units["state"] == SubCategoryState.SATISFACTORY].groupby("application").size()
    each = applications.assign(good=applications["application"].map(good).fillna(0).to_numpy(dtype=float))

    def cells(own: pd.DataFrame) -> tuple[Cell, ...]:
        return (
            ratio_cell(
                own["good"].to_numpy(dtype=float), np.ones(len(own)), tuple(own["application"]), wording(), random
            ),
        )

    columns = wording().columns("satisfactory_sub_categories")
    return _trend("satisfactory_trend", study, period, Unit.SUB_CATEGORY, columns, keys, _by_period(each, keys, cells))


def time_trend(study: Study, period: Period, random: Generator) -> CohortTable:
    """In each period, the median days from receipt to the outcome of those decided in it."""
    applications, keys = _dated(study, period)
    known = applications[applications["received"].notna()]
    each = known.assign(days=((known["decided"] - known["received"]) / _DAY).to_numpy(dtype=float))

    def cells(own: pd.DataFrame) -> tuple[Cell, ...]:
        return (median_cell(own["days"].to_numpy(dtype=float), tuple(own["application"]), wording(), random),)

    columns = wording().columns("median")
    return _trend("time_trend", study, period, Unit.DAY, columns, keys, _by_period(each, keys, cells))


def _dated(study: Study, period: Period) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """The applications that were decided, with the period of it, in the order of their references."""
    applications = study.decided.frames.applications.sort_values("application", ignore_index=True)
    found = period_of(applications["decided"], period)
    return applications.assign(period=found), periods_between(applications["decided"], period)


def _decided_in(applications: pd.DataFrame, keys: Sequence[str]) -> np.ndarray:
    every = pd.Series(data=True, index=applications.index)
    return flagged(applications, ("period", keys), [every]).counts


def _by_period(
    each: pd.DataFrame, keys: Sequence[str], cells: Callable[[pd.DataFrame], tuple[Cell, ...]]
) -> list[tuple[Cell, ...]]:
    found = dict(iter(each.groupby("period")))
    return [cells(found.get(key, each.iloc[:0])) for key in keys]


def _trend(
    name: str,
    study: Study,
    period: Period,
    unit: Unit,
    columns: Sequence[tuple[str, str]],
    keys: Sequence[str],
    cells: Sequence[tuple[Cell, ...]],
) -> CohortTable:
    said = wording()
    return table(
        name,
        study.decided,
        unit=unit,
        shape=Shape.TREND,
        columns=columns,
        rows=rows_of(keys, labels(keys, said.labels["undated"]), cells),
        notes=(*_small(cells, said), *left_out(study, said)),
        id=f"{name}_by_{period}",
        by=said.labels[period],
    )


def _small(cells: Sequence[tuple[Cell, ...]], said: Wording) -> tuple[str, ...]:
    return (said.say("some_small"),) if any(cell.why for row in cells for cell in row) else ()
