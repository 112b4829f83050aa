"""The applications behind one number of a table, as a list that leads to each of them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from mrse_assess.cohort.measures import Study
from mrse_assess.cohort.tables import CohortTable
from mrse_assess.errors import BadRequestError
from mrse_assess.model.scheme import Scheme


@dataclass(frozen=True, kw_only=True)
class BehindRow:
    """One application. ``outcome`` is "" while none was chosen, or may be known to the reader."""

    application: str
    attempt: int
    received: date | None
    decided: date | None
    state: str
    outcome: str
    role: str


@dataclass(frozen=True, kw_only=True)
class Behind:
    """Those behind a cell, which the labels of its row and column name."""

    row: str
    column: str
    rows: tuple[BehindRow, ...]


def behind(study: Study, table: CohortTable, row: int, column: int) -> Behind:
    """Those behind the cell at this place of a table of the study, in the order of their references.

    Raises:
        BadRequestError: the table has no such cell, or nobody stands behind it.
    """
    if not (row < len(table.rows) and column < len(table.columns)):
        raise BadRequestError("The table has no such cell now. Choose one that is there.")
    own = table.rows[row]
    names = own.cells[column].applications
    if not names:
        raise BadRequestError("No application is listed behind this number.")
    applications = study.frames.applications
    found = applications[applications["application"].isin(names)].sort_values("application")
    words = _Words(study)
    return Behind(
        row=own.label,
        column=table.columns[column][1],
        rows=tuple(words.row(one) for one in found.to_dict("records")),
    )


class _Words:
    """Rows of the frame in words."""

    def __init__(self, study: Study) -> None:
        schemes = tuple(study.schemes.values())
        self._states = study.states
        self._outcomes = {str(one.kind): one.name for scheme in schemes for one in scheme.outcomes}
        self._roles = _roles(schemes)

    def row(self, found: dict[Any, Any]) -> BehindRow:
        outcome = _text(found["outcome"])
        state, role = _text(found["state"]), _text(found["role"])
        return BehindRow(
            application=str(found["application"]),
            attempt=int(found["attempt"]),
            received=_day(found["received"]),
            decided=_day(found["decided"]),
            state=self._states.get(state, state),
            outcome=self._outcomes.get(outcome, outcome),
            role=self._roles.get(role, role),
        )


def _roles(schemes: tuple[Scheme, ...]) -> dict[str, str]:
    return {key: name for scheme in schemes for key, name in scheme.professional_roles.items()}


def _text(value: Any) -> str:
    return "" if pd.isna(value) else str(value)


def _day(value: Any) -> date | None:
    if pd.isna(value):
        return None
    found: date = value.date()
    return found
