"""Sub-categories: how often each is met, not met, not offered, saved by one item, or rests on simulated evidence."""

from mrse_assess.cohort.measures.cells import share_cells
from mrse_assess.cohort.measures.naming import of_sub_categories, rows_of
from mrse_assess.cohort.measures.rules import left_out
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.tabling import table
from mrse_assess.cohort.measures.tallying import flagged
from mrse_assess.cohort.measures.wording import wording
from mrse_assess.cohort.tables import CohortTable, Shape, Unit
from mrse_assess.terms import SubCategoryState, Tri

_FLAGS = ("saved_by_one", "rests_on_simulated", "mhra", "disagreement")


def sub_categories(study: Study) -> CohortTable:
    """Every sub-category in its four states, with what else is true of it; shares are of all that were decided."""
    said, names = wording(), of_sub_categories(study)
    units = study.decided.frames.sub_categories
    flags = [units["state"] == state for state in SubCategoryState]
    flags += [
        units["saved_by_one"],
        units["rests_on_simulated"] == Tri.YES,
        units["mhra"] == Tri.YES,
        units["disagreement"],
    ]
    found = flagged(units, ("sub_category", study.codes), flags)
    of = found.counts[:, : len(SubCategoryState)].sum(axis=1, keepdims=True)
    return table(
        "sub_categories",
        study.decided,
        unit=Unit.APPLICATION,
        shape=Shape.BARS,
        columns=said.columns(*SubCategoryState, *_FLAGS),
        rows=rows_of(study.codes, names, share_cells(found.counts, of, found.behind, said)),
        notes=left_out(study, said),
    )
