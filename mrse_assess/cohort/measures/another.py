"""What share of decisions would change with another assessor."""

import numpy as np
import pandas as pd
from numpy.random import Generator

from mrse_assess.cohort.measures.cells import share_cells
from mrse_assess.cohort.measures.deciding_again import Redecided
from mrse_assess.cohort.measures.naming import rows_of
from mrse_assess.cohort.measures.resampling import ratio_cell
from mrse_assess.cohort.measures.rules import left_out
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.tabling import table
from mrse_assess.cohort.measures.tallying import flagged
from mrse_assess.cohort.measures.wording import Wording, wording
from mrse_assess.cohort.tables import Cell, CohortTable, Shape, Unit
from mrse_assess.terms import RuleStatus

_ALL = "all"
_SETTLED = (RuleStatus.MET, RuleStatus.NOT_MET)


def with_another_assessor(study: Study, random: Generator) -> CohortTable:
    """How often the rules would say otherwise if one of an application's assessors had judged it alone.

    ``any``: some two of its assessors would have come to different ends. ``pair``: two drawn from them would have, on
    average over applications; exact, over every pair that there is. ``decision``: one drawn from them would have come
    to another end than the application did. Assessors whose own conclusions leave the end open decide nothing alone.

    Raises:
        BadRequestError: the reader may not see what each assessor said.
    """
    said, told = wording(), study.decided
    again = Redecided(told, said, random)
    each = _by_application(again.alone(), told)
    keys = [_ALL, *map(str, _SETTLED)]
    labels = {_ALL: said.labels["every_decision"], **{key: said.labels[f"decided_{key}"] for key in keys[1:]}}
    cells = [_cells(each if key == _ALL else each[each["end"] == key], said, random) for key in keys]
    sampled = said.say("sampled", number=len(again.applications), of=again.able)
    return table(
        "with_another_assessor",
        told,
        unit=Unit.APPLICATION,
        shape=Shape.BARS,
        columns=said.columns("any_two_differ", "pair_differs", "differs_from_decision"),
        rows=rows_of(keys, labels, cells),
        notes=(*([sampled] if len(again.applications) < again.able else []), *left_out(study, said)),
    )


def _by_application(alone: pd.DataFrame, told: Study) -> pd.DataFrame:
    """Each application that two or more could decide alone, with its end and the shares that differ."""
    settled = alone[alone["status"].isin(_SETTLED)]
    met = (settled["status"] == RuleStatus.MET).groupby(settled["application"]).agg(["sum", "size"])
    met = met[met["size"] > 1]
    end = told.frames.applications.set_index("application")["rules"].reindex(met.index).astype("object")
    held, size = met["sum"].to_numpy(dtype=float), met["size"].to_numpy(dtype=float)
    alike = np.select(
        [(end == RuleStatus.MET).to_numpy(), (end == RuleStatus.NOT_MET).to_numpy()], [held, size - held], size
    )
    found = pd.DataFrame(
        {
            "application": met.index.to_numpy(dtype=object),
            "end": end.to_numpy(dtype=object),
            "pair": 2 * held * (size - held) / (size * (size - 1)),
            "decision": 1 - alike / size,
        }
    )
    return found[found["end"].isin(_SETTLED)].reset_index(drop=True)


def _cells(own: pd.DataFrame, said: Wording, random: Generator) -> tuple[Cell, ...]:
    whole = own.assign(all=_ALL)
    found = flagged(whole, ("all", [_ALL]), [own["pair"] > 0])
    (any_two,) = share_cells(found.counts, len(own), found.behind, said)
    names, ones = tuple(own["application"]), np.ones(len(own))
    return (
        *any_two,
        *(ratio_cell(own[column].to_numpy(dtype=float), ones, names, said, random) for column in ("pair", "decision")),
    )
