"""Which rule failed, how far from passing, and how many changes short."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from mrse_assess.cohort.measures.cells import share_cells
from mrse_assess.cohort.measures.naming import of_rules, rows_of
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.tabling import table
from mrse_assess.cohort.measures.tallying import Counted, counted, flagged, places
from mrse_assess.cohort.measures.wording import Wording, wording
from mrse_assess.cohort.tables import CohortTable, Shape, Unit
from mrse_assess.terms import RuleStatus


def rules_failed(study: Study) -> CohortTable:
    """For each rule that decides: met, not met, open; and how often it was the only one not met."""
    said, names = wording(), of_rules(study)
    rules = _deciding(study.decided, names)
    status = rules["status"]
    failed = status == RuleStatus.NOT_MET
    alone = failed & (_failures(rules, failed) == 1)
    flags = [failed, alone, status == RuleStatus.MET, status == RuleStatus.UNDETERMINED]
    found = flagged(rules, ("rule", list(names)), flags)
    of = [[study.decided.size]] * len(names)
    return table(
        "rules_failed",
        study.decided,
        unit=Unit.APPLICATION,
        shape=Shape.BARS,
        columns=said.columns("not_met", "only_one_not_met", "met", "undetermined"),
        rows=rows_of(list(names), names, share_cells(found.counts, of, found.behind, said)),
        notes=left_out(study, said),
    )


def margins(study: Study) -> CohortTable:
    """How far applications were from each rule's number: below 0 it is not met, by so many; above, to spare."""
    said, names = wording(), of_rules(study)
    rules = _deciding(study.decided, names)
    far = said.margin
    keys = [str(one) for one in range(-far, far + 1)]
    margin = rules["margin"].clip(-far, far).astype("string")
    found = counted(rules.assign(margin=margin), ("rule", list(names)), ("margin", keys))
    columns = [(key, _margin_label(int(key), far, said)) for key in keys]
    of = found.counts.sum(axis=1, keepdims=True)
    return table(
        "margins",
        study.decided,
        unit=Unit.APPLICATION,
        shape=Shape.DISTRIBUTION,
        columns=columns,
        rows=rows_of(list(names), names, share_cells(found.counts, of, found.behind, said)),
        notes=left_out(study, said),
    )


def changes_short(study: Study) -> CohortTable:
    """By how many changes of one judgement those that did not pass missed it, at the least."""
    said = wording()
    applications = study.decided.frames.applications
    failed = applications[applications["rules"] == RuleStatus.NOT_MET]
    most = int(failed["short_of"].max()) if failed["short_of"].notna().any() else 1
    keys = [str(one) for one in range(1, most + 1)]
    rows = places(failed["short_of"].astype("string"), keys)
    found = Counted.of(failed["application"]).tally(rows, np.zeros_like(rows), (len(keys), 1))
    names = {key: said.say("changes" if int(key) > 1 else "change", number=key) for key in keys}
    return table(
        "changes_short",
        study.decided,
        unit=Unit.APPLICATION,
        shape=Shape.BARS,
        columns=said.columns("applications"),
        rows=rows_of(keys, names, share_cells(found.counts, len(failed), found.behind, said)),
        notes=left_out(study, said),
    )


def left_out(study: Study, said: Wording) -> tuple[str, ...]:
    """The note on those whose outcome nobody has chosen yet."""
    number = study.size - study.decided.size
    return (said.say("left_out", number=number),) if number else ()


def _deciding(study: Study, names: Sequence[str] | dict[str, str]) -> pd.DataFrame:
    rules = study.frames.rules
    return rules[rules["rule"].isin(list(names))]


def _failures(rules: pd.DataFrame, failed: pd.Series) -> pd.Series:
    """On each row how many rules its application failed."""
    return rules["application"].map(rules.loc[failed, "application"].value_counts()).fillna(0)


def _margin_label(margin: int, far: int, said: Wording) -> str:
    if abs(margin) < far:
        return f"{margin:+d}" if margin else "0"
    return said.say("or_fewer" if margin < 0 else "or_more", number=f"{margin:+d}")
