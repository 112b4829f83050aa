"""How long applications stay in each state: medians and quartiles of days."""

import pandas as pd

from mrse_assess.cohort.measures.cells import count_cell, number_cell
from mrse_assess.cohort.measures.naming import rows_of
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.tabling import table
from mrse_assess.cohort.measures.wording import Wording, wording
from mrse_assess.cohort.tables import Cell, CohortTable, Shape, Unit

_QUARTILES = (0.25, 0.5, 0.75)
_DAY = pd.Timedelta(days=1)
_SPANS = {"received_to_decided": "decided", "received_to_issued": "issued"}


def time_in_states(study: Study) -> CohortTable:
    """Days in each state, of those that have left it; several stays of one application are added up first.

    How many are in a state still stands beside it: while those that take long are there, the median is too low.
    """
    said = wording()
    moments = study.frames.moments
    states = tuple(moments["state"].cat.categories)
    known = moments.assign(days=(moments["until"] - moments["since"]) / _DAY)
    each = known.groupby(["application", "state"], observed=True, sort=True)["days"]
    stays = each.agg(["sum", "size", "count"]).reset_index()
    over = stays[stays["size"] == stays["count"]]
    still = stays[stays["size"] > stays["count"]].groupby("state", observed=False)["application"].agg(tuple)
    days = dict(iter(over.groupby("state", observed=True)))
    cells = [
        (*_quartiles(days.get(state, over.iloc[:0]), "sum", said), _still(still.get(state, ()))) for state in states
    ]
    names = {state: study.states.get(state, state.replace("_", " ")) for state in states}
    return table(
        "time_in_states",
        study,
        unit=Unit.DAY,
        shape=Shape.DISTRIBUTION,
        columns=said.columns("lower_quartile", "median", "upper_quartile", "still_there"),
        rows=rows_of(states, names, cells),
    )


def time_to_decision(study: Study) -> CohortTable:
    """Days from receipt to the outcome and to the letter, of those that have come so far."""
    said = wording()
    applications = study.frames.applications.sort_values("application")
    cells = []
    for column in _SPANS.values():
        days = (applications[column] - applications["received"]) / _DAY
        open_ones = applications.loc[applications[column].isna(), "application"]
        known = applications.assign(days=days)[days.notna()]
        cells.append((*_quartiles(known, "days", said), _still(tuple(open_ones))))
    return table(
        "time_to_decision",
        study,
        unit=Unit.DAY,
        shape=Shape.DISTRIBUTION,
        columns=said.columns("lower_quartile", "median", "upper_quartile", "not_yet"),
        rows=rows_of(tuple(_SPANS), {span: said.labels[span] for span in _SPANS}, cells),
    )


def _quartiles(known: pd.DataFrame, column: str, said: Wording) -> tuple[Cell, ...]:
    behind = tuple(known["application"].sort_values())
    values = known[column].quantile(list(_QUARTILES)) if behind else {}
    return tuple(number_cell(float(values[one]) if behind else None, behind, said) for one in _QUARTILES)


def _still(applications: tuple[str, ...]) -> Cell:
    return count_cell(len(applications), sorted(applications))
