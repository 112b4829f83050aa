"""Reasons against evidence: per item, per sub-category and per application, which are three different questions."""

import numpy as np
import pandas as pd

from mrse_assess.cohort.measures.cells import share_cells
from mrse_assess.cohort.measures.naming import of_reasons, of_sub_categories, rows_of
from mrse_assess.cohort.measures.rules import left_out
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.tabling import table
from mrse_assess.cohort.measures.tallying import Counted, Tally, counted, places
from mrse_assess.cohort.measures.wording import wording
from mrse_assess.cohort.tables import CohortTable, Row, Shape, Unit
from mrse_assess.terms import SubCategoryState, Verdict

AGAINST = (Verdict.NOT_SATISFACTORY, Verdict.NOTHING_OFFERED)
LOST = (SubCategoryState.NOT_SATISFACTORY, SubCategoryState.NOTHING_OFFERED)
NONE_AGREED = ""
"""The row of what was found wanting without a reason that all who decided it gave."""

_UNITS = {
    Unit.ITEM: ["application", "sub_category", "evidence_id"],
    Unit.SUB_CATEGORY: ["application", "sub_category"],
    Unit.APPLICATION: ["application"],
}


def reasons_per(study: Study, unit: Unit) -> CohortTable:
    """How many of the units have each reason, as the primary one and at all.

    Items: of those found not satisfactory. Sub-categories: of those lost, by a reason for an item or for the whole.
    Applications: of all that were decided, so that one with many items counts no more than another.

    Raises:
        KeyError: a unit that reasons are not counted for.
    """
    said, names, told = wording(), of_reasons(study), study.decided
    wanting = units_wanting(told, unit)
    given = with_reasons(told, unit)
    # An application with nothing against it lacks no reason.
    keys = [*names, *([] if unit is Unit.APPLICATION else [NONE_AGREED])]
    found = [_tally(wanting, given[given["is_primary"]], unit, keys), _tally(wanting, given, unit, keys)]
    behind = None if unit is Unit.APPLICATION else wanting["application"].nunique()
    primary, at_all = (
        share_cells(
            one.counts, len(wanting), one.behind, said, behind=behind, most=None if behind is None else one.most
        )
        for one in found
    )
    return table(
        f"reasons_per_{unit}",
        told,
        unit=unit,
        shape=Shape.BARS,
        columns=said.columns("primary", "any"),
        rows=rows_of(
            keys,
            {**names, NONE_AGREED: said.labels["none_agreed"]},
            [(*one, *other) for one, other in zip(primary, at_all, strict=True)],
        ),
        notes=left_out(study, said),
    )


def reasons_by_sub_category(study: Study) -> CohortTable:
    """Reasons against sub-categories: of those who lost the sub-category, how many for this reason."""
    said, names, told = wording(), of_reasons(study), study.decided
    given = with_reasons(told, Unit.SUB_CATEGORY).drop_duplicates([*_UNITS[Unit.SUB_CATEGORY], "reason"])
    found = counted(given, ("reason", list(names)), ("sub_category", study.codes))
    lost = units_wanting(told, Unit.SUB_CATEGORY)
    of = counted(lost.assign(all="all"), ("all", ["all"]), ("sub_category", study.codes)).counts
    labels = of_sub_categories(study)
    return table(
        "reasons_by_sub_category",
        told,
        unit=Unit.SUB_CATEGORY,
        shape=Shape.HEAT,
        columns=[(code, labels[code]) for code in study.codes],
        rows=rows_of(list(names), names, share_cells(found.counts, of, found.behind, said)),
        notes=left_out(study, said),
    )


def wrong_category_flows(study: Study) -> CohortTable:
    """From the sub-category that evidence was offered for to the one where it belongs: how many applications.

    Ways that the guidance itself names are there even if nobody took them.
    """
    said, told, labels = wording(), study.decided, of_sub_categories(study)
    moved = told.frames.reasons
    moved = moved[moved["belongs_in"].notna() & moved["verdict"].isin(AGAINST)]
    way = moved["sub_category"].astype("str") + "\n" + moved["belongs_in"].astype("str")
    named = {f"{one.offered_for}\n{one.target}" for scheme in study.schemes.values() for one in scheme.elsewhere}
    order = {code: place for place, code in enumerate(study.codes)}
    keys = sorted(named | set(way), key=lambda key: [order.get(code, len(order)) for code in key.split("\n")])
    rows = places(way, keys)
    found = Counted.of(moved["application"]).tally(rows, np.zeros_like(rows), (len(keys), 1))
    cells = share_cells(found.distinct, told.size, found.behind, said)
    pairs = [tuple(key.split("\n")) for key in keys]
    return table(
        "wrong_category_flows",
        told,
        unit=Unit.APPLICATION,
        shape=Shape.FLOW,
        columns=said.columns("applications"),
        rows=[
            Row(key=pair, label=" → ".join(labels.get(code, code) for code in pair), cells=own)
            for pair, own in zip(pairs, cells, strict=True)
        ],
        notes=left_out(study, said),
    )


def units_wanting(told: Study, unit: Unit) -> pd.DataFrame:
    """The units that reasons are told of, each once; of applications all of them."""
    frames = told.frames
    if unit is Unit.ITEM:
        return frames.items[frames.items["verdict"] == Verdict.NOT_SATISFACTORY][_UNITS[unit]]
    if unit is Unit.SUB_CATEGORY:
        return frames.sub_categories[frames.sub_categories["state"].isin(LOST)][_UNITS[unit]]
    return frames.applications[_UNITS[unit]]


def with_reasons(told: Study, unit: Unit) -> pd.DataFrame:
    """The reasons given against evidence in such units: for items in those of items, for any row in larger ones."""
    given = told.frames.reasons
    given = given[given["verdict"].isin(AGAINST)]
    if unit is Unit.ITEM:
        return given[given["evidence_id"] != ""]
    if unit is Unit.SUB_CATEGORY:
        return given.merge(units_wanting(told, unit), on=_UNITS[unit], how="inner", validate="many_to_one")
    return given


def _tally(wanting: pd.DataFrame, given: pd.DataFrame, unit: Unit, keys: list[str]) -> Tally:
    """Units by reason, each once for a reason; those without any under :data:`NONE_AGREED`."""
    columns = _UNITS[unit]
    once = given.drop_duplicates([*columns, "reason"])[[*columns, "reason"]].astype({"reason": "str"})
    found = wanting.merge(once[columns].drop_duplicates(), on=columns, how="left", indicator="where")
    bare = found[found["where"] == "left_only"][columns].assign(reason=NONE_AGREED)
    whole = pd.concat([once, bare], ignore_index=True)
    rows = places(whole["reason"], keys)
    return Counted.of(whole["application"]).tally(rows, np.zeros_like(rows), (len(keys), 1))
