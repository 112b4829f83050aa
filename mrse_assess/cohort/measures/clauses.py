"""Which clause of the guidance stands behind what was found wanting: a Pareto of items, and what a clause costs."""

import numpy as np
import pandas as pd

from mrse_assess.cohort.measures.cells import number_cell, share_cells
from mrse_assess.cohort.measures.naming import of_clauses
from mrse_assess.cohort.measures.reasons import NONE_AGREED, units_wanting, with_reasons
from mrse_assess.cohort.measures.rules import left_out
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.tabling import table
from mrse_assess.cohort.measures.tallying import Counted, Ints, flagged, places
from mrse_assess.cohort.measures.wording import wording
from mrse_assess.cohort.tables import Cell, CohortTable, Row, Shape, Unit
from mrse_assess.terms import RuleStatus

_ITEM = ["application", "sub_category", "evidence_id"]


def clauses(study: Study) -> CohortTable:
    """Items found not satisfactory by the clause of their primary reason, most first, with the share so far.

    Each item has one primary reason or none that is agreed, so the shares add up to all items. ``evenly``: the same
    with every application given the same weight, however many items it has.
    """
    said, told, names = wording(), study.decided, of_clauses(study)
    items = _with_clause(told)
    keys = _keys(items["clause"], names)
    found = Counted.of(items["application"]).tally(
        places(items["clause"], keys), np.zeros(len(items), np.int64), (len(keys), 1)
    )
    order = _most_first(found.counts[:, 0], keys)
    behind = items["application"].nunique()
    cells = share_cells(found.counts, len(items), found.behind, said, behind=behind, most=found.most)
    so_far = np.cumsum(found.counts[order, 0]) / max(1, len(items))
    people = tuple(sorted(items["application"].unique()))
    evenly = _evenly(items, keys)
    rows = [
        Row(
            key=(keys[place],),
            label=names.get(keys[place], keys[place]) if keys[place] else said.labels["none_agreed"],
            cells=(
                *cells[place],
                _value(float(share), cells[place][0]),
                number_cell(float(evenly[place]), people, said),
            ),
        )
        for place, share in zip(order, so_far, strict=True)
    ]
    return table(
        "clauses",
        told,
        unit=Unit.ITEM,
        shape=Shape.PARETO,
        columns=said.columns("items", "cumulative", "evenly"),
        rows=rows,
        notes=left_out(study, said),
    )


def clauses_that_cost(study: Study) -> CohortTable:
    """Of applications that do not pass, how many lost a sub-category for a clause, and how many for this one alone."""
    said, told, names = wording(), study.decided, of_clauses(study)
    applications = told.frames.applications
    failed = applications[applications["rules"] == RuleStatus.NOT_MET]["application"]
    given = with_reasons(told, Unit.SUB_CATEGORY)
    given = given[given["is_primary"] & given["application"].isin(failed)]
    once = given.drop_duplicates(["application", "clause"])[["application", "clause"]]
    bare = failed[~failed.isin(once["application"])].to_frame().assign(clause=NONE_AGREED)
    whole = pd.concat([once, bare], ignore_index=True)
    keys = _keys(whole["clause"], names)
    one_clause = _things(whole) == 1
    found = flagged(whole, ("clause", keys), [pd.Series(data=True, index=whole.index), one_clause])
    cells = share_cells(found.counts, len(failed), found.behind, said)
    rows = [
        Row(
            key=(keys[place],),
            label=names.get(keys[place], keys[place]) or said.labels["no_clause"],
            cells=cells[place],
        )
        for place in _most_first(found.counts[:, 0], keys)
    ]
    return table(
        "clauses_that_cost",
        told,
        unit=Unit.APPLICATION,
        shape=Shape.BARS,
        columns=said.columns("lost_for", "lost_for_alone"),
        rows=rows,
        notes=left_out(study, said),
    )


def _with_clause(told: Study) -> pd.DataFrame:
    """Every item found not satisfactory, with the clause of its primary reason, "" where none is agreed."""
    given = with_reasons(told, Unit.ITEM)
    primary = given[given["is_primary"]][[*_ITEM, "clause"]]
    items = units_wanting(told, Unit.ITEM).merge(primary, on=_ITEM, how="left", validate="one_to_one")
    return items.assign(clause=items["clause"].fillna(NONE_AGREED))


def _keys(clause: pd.Series, names: dict[str, str]) -> list[str]:
    """Clauses that occur in the order of the scheme; those that it does not list after them, and "" last."""
    occurring = set(clause)
    listed = [key for key in names if key in occurring]
    return [*listed, *sorted(occurring - set(listed) - {NONE_AGREED}), NONE_AGREED]


def _most_first(counts: Ints, keys: list[str]) -> list[int]:
    """The places by count, largest first; what has no clause is last, however often."""
    return sorted(range(len(keys)), key=lambda place: (keys[place] == NONE_AGREED, -int(counts[place]), place))


def _things(rows: pd.DataFrame) -> pd.Series:
    """On each row, how many rows its application has."""
    return rows["application"].map(rows["application"].value_counts())


def _evenly(items: pd.DataFrame, keys: list[str]) -> np.ndarray:
    """The mean over applications of the share of their items that each clause has."""
    if items.empty:
        return np.zeros(len(keys))
    weight = 1 / _things(items).to_numpy(dtype=float)
    sums = np.bincount(places(items["clause"], keys), weights=weight, minlength=len(keys))
    return sums / items["application"].nunique()


def _value(share: float, like: Cell) -> Cell:
    """A share that is stated where the cell beside it states one."""
    return Cell(of=like.of, value=share if like.value is not None else None, why=like.why)
