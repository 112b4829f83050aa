"""How many applied, and what came of it: altogether, by role, by route and by period."""

from collections.abc import Sequence
from enum import StrEnum

import pandas as pd

from mrse_assess.cohort.measures.cells import count_cell, share_cells
from mrse_assess.cohort.measures.naming import of_outcomes, rows_of
from mrse_assess.cohort.measures.periods import UNDATED, labels, period_of, periods_between
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.tabling import table
from mrse_assess.cohort.measures.tallying import Counted, Tally, places
from mrse_assess.cohort.measures.wording import Wording, wording
from mrse_assess.cohort.tables import Cell, CohortTable, Period, Row, Shape, Unit

_NOBODY_CHOSE = "none"
_ALL = "all"


class Group(StrEnum):
    """What the office recorded of an applicant, by which outcomes are told apart."""

    ROLE = "role"
    ROUTE = "route"


def outcomes(study: Study) -> CohortTable:
    """How many applied, and which outcome was chosen; shares are of those of which one was."""
    said = wording()
    everybody = pd.Series(_ALL, index=study.frames.applications.index, dtype="object")
    cells = _cells(_counted(study, everybody, [_ALL]), said)
    rows = rows_of([_ALL], {_ALL: said.labels[f"attempts_{study.attempts}"]}, cells)
    return _table("outcomes", study, rows, said)


def outcomes_by(study: Study, group: Group) -> CohortTable:
    """The same for each professional role or route, and for those of whom none is recorded."""
    said, names = wording(), _names(study, group)
    recorded = study.frames.applications[group]
    values = recorded.astype("object").where(recorded.notna(), "")
    keys = [*names, *sorted(set(values) - set(names) - {""}), ""]
    rows = rows_of(keys, {**names, "": said.labels["not_recorded"]}, _cells(_counted(study, values, keys), said))
    return _table("outcomes_by", study, rows, said, id=f"outcomes_by_{group}", by=said.labels[group])


def outcomes_by_period(study: Study, period: Period) -> CohortTable:
    """The same for each period in which applications were received; of the latest, more are still open."""
    said = wording()
    days = study.frames.applications["received"]
    keys = [*periods_between(days, period), *([UNDATED] if days.isna().any() else [])]
    found = _counted(study, period_of(days, period), keys)
    rows = rows_of(keys, labels(keys, said.labels["undated"]), _cells(found, said))
    return _table("outcomes_by_period", study, rows, said, id=f"outcomes_by_{period}", by=said.labels[period])


def _names(study: Study, group: Group) -> dict[str, str]:
    offered = [one.professional_roles if group is Group.ROLE else one.routes for one in study.schemes.values()]
    return {key: name for one in offered for key, name in one.items()}


def _counted(study: Study, rows: pd.Series, keys: Sequence[str]) -> Tally:
    """Applications by row, in columns for the outcomes and one for those that have none."""
    applications = study.frames.applications
    columns = [*applications["outcome"].cat.categories, _NOBODY_CHOSE]
    chosen = applications["outcome"].astype("object").where(applications["outcome"].notna(), _NOBODY_CHOSE)
    each = Counted.of(applications["application"])
    return each.tally(places(rows, keys), places(chosen, columns), (len(keys), len(columns)))


def _cells(found: Tally, said: Wording) -> list[tuple[Cell, ...]]:
    """Applied, each outcome as a share of those that have one, and how many have none yet."""
    chosen = found.counts[:, :-1]
    shares = share_cells(chosen, chosen.sum(axis=1, keepdims=True), [row[:-1] for row in found.behind], said)
    return [
        (
            count_cell(int(counts.sum()), sorted(name for cell in behind for name in cell)),
            *own,
            count_cell(int(counts[-1]), behind[-1]),
        )
        for counts, behind, own in zip(found.counts, found.behind, shares, strict=True)
    ]


def _table(
    name: str,
    study: Study,
    rows: Sequence[Row],
    said: Wording,
    *,
    id: str = "",  # noqa: A002 - the name of a table's field
    by: str = "",
) -> CohortTable:
    names = of_outcomes(study)
    kinds = study.frames.applications["outcome"].cat.categories
    columns = [
        *said.columns("applied"), *((kind, names.get(kind, kind)) for kind in kinds), *said.columns("waiting"),
    ]  # fmt: skip
    return table(name, study, unit=Unit.APPLICATION, shape=Shape.BARS, columns=columns, rows=rows, id=id, by=by)
