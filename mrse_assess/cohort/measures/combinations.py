"""Which sub-categories, and which rules, fail together in one application."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from mrse_assess.cohort.measures.cells import share_cells
from mrse_assess.cohort.measures.naming import of_rules, of_sub_categories
from mrse_assess.cohort.measures.rules import left_out
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.tabling import table
from mrse_assess.cohort.measures.tallying import Counted, places
from mrse_assess.cohort.measures.wording import Wording, wording
from mrse_assess.cohort.tables import CohortTable, Row, Shape, Unit
from mrse_assess.terms import RuleStatus, SubCategoryState

_LOST = (SubCategoryState.NOT_SATISFACTORY, SubCategoryState.NOTHING_OFFERED)


def sub_categories_together(study: Study) -> CohortTable:
    """Each set of sub-categories that an application lost, offered or not, with how many lost just these."""
    units = study.decided.frames.sub_categories
    lost = units[units["state"].isin(_LOST)]
    names = {code: of_sub_categories(study)[code] for code in study.codes}
    return _together("sub_categories_together", study, lost, "sub_category", names)


def rules_together(study: Study) -> CohortTable:
    """Each set of rules that an application did not meet, with how many did not meet just these."""
    rules = study.decided.frames.rules
    failed = rules[rules["status"] == RuleStatus.NOT_MET]
    return _together("rules_together", study, failed, "rule", of_rules(study))


def _together(name: str, study: Study, failed: pd.DataFrame, column: str, names: Mapping[str, str]) -> CohortTable:
    """One row for each set, those of most applications first; the key of a row are the members of its set."""
    said, keys = wording(), list(names)
    applications = study.decided.frames.applications["application"]
    masks = _masks(applications, failed, column, keys)
    sets, inverse, sizes = np.unique(masks, return_inverse=True, return_counts=True)
    order = np.lexsort((sets, -sizes))
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    found = Counted.of(applications).tally(rank[inverse], np.zeros(len(masks), dtype=np.int64), (len(sets), 1))
    cells = share_cells(found.counts, study.decided.size, found.behind, said)
    members = [tuple(key for place, key in enumerate(keys) if int(one) >> place & 1) for one in sets[order]]
    rows = [
        Row(key=own, label=" + ".join(names[key] for key in own) or said.labels["nothing_failed"], cells=cell)
        for own, cell in zip(members, cells, strict=True)
    ]
    return table(
        name,
        study.decided,
        unit=Unit.APPLICATION,
        shape=Shape.COMBINATIONS,
        columns=said.columns("applications"),
        rows=rows[: said.combinations],
        notes=(*_rest(rows, said), *left_out(study, said)),
    )


def _masks(applications: pd.Series, failed: pd.DataFrame, column: str, keys: Sequence[str]) -> np.ndarray:
    """The set of each application as a whole number, one bit for each key; 0 for one that failed nothing."""
    place = places(failed[column], keys)
    row = pd.Index(applications).get_indexer(failed["application"])
    kept = (place >= 0) & (row >= 0)
    masks = np.zeros(len(applications), dtype=np.int64)
    np.bitwise_or.at(masks, row[kept], np.left_shift(np.int64(1), place[kept]))
    return masks


def _rest(rows: Sequence[Row], said: Wording) -> tuple[str, ...]:
    left = rows[said.combinations :]
    if not left:
        return ()
    return (
        said.say("other_combinations", number=len(left), applications=sum(row.cells[0].count or 0 for row in left)),
    )
