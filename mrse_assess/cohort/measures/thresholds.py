"""What the pass rate would be under other numbers: the same applications, ruled anew by the same rules."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from mrse_assess.cohort.frames.outcomes import Outcomes
from mrse_assess.cohort.frames.profiles import from_text
from mrse_assess.cohort.frames.replaying import with_thresholds
from mrse_assess.cohort.measures.cells import share_cells
from mrse_assess.cohort.measures.naming import deciding_rules, rows_of
from mrse_assess.cohort.measures.rules import left_out
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.tabling import table
from mrse_assess.cohort.measures.tallying import Counted, places
from mrse_assess.cohort.measures.wording import Alternative, wording
from mrse_assess.cohort.tables import CohortTable, Shape, Unit
from mrse_assess.terms import Direction, RuleStatus

_STATUS = (RuleStatus.MET, RuleStatus.NOT_MET, RuleStatus.UNDETERMINED)
_AS_IT_IS = Alternative(id="as_it_is", label="", thresholds={})


def other_thresholds(study: Study, alternatives: Sequence[Alternative] | None = None) -> CohortTable:
    """What the rules say as they are, and under each alternative; those of the data file where none are given.

    An alternative about a rule that the scheme does not have is left out.

    Raises:
        BadRequestError: a number for a rule that asks for none.
    """
    said = wording()
    known = {rule.id for rule in deciding_rules(study)}
    chosen = [
        one for one in (said.alternatives if alternatives is None else alternatives) if set(one.thresholds) <= known
    ]
    cases = [_AS_IT_IS, *chosen]
    told = study.decided
    keys = [one.id for one in cases]
    each = Counted.of(pd.concat([told.frames.applications["application"]] * len(cases)))
    columns = np.concatenate([places(_ruled(told, one), _STATUS) for one in cases])
    rows = np.repeat(np.arange(len(cases)), told.size)
    found = each.tally(rows, columns, (len(keys), len(_STATUS)))
    names = {one.id: one.label for one in chosen} | {_AS_IT_IS.id: said.labels[_AS_IT_IS.id]}
    return table(
        "other_thresholds",
        told,
        unit=Unit.APPLICATION,
        shape=Shape.BARS,
        columns=said.columns(*_STATUS),
        rows=rows_of(
            keys, names, share_cells(found.counts, found.counts.sum(axis=1, keepdims=True), found.behind, said)
        ),
        notes=left_out(study, said),
    )


def _ruled(study: Study, alternative: Alternative) -> pd.Series:
    """The status of each application, under each scheme version the same change."""
    applications = study.frames.applications
    if not alternative.thresholds:
        return applications["rules"].astype("object")
    status = applications["rules"].astype("object").copy()
    for scheme in study.schemes.values():
        own = applications["scheme"] == scheme.version
        touched = applications[own & applications["application"].isin(_touched(study, alternative))]
        other = Outcomes(with_thresholds(scheme, alternative.thresholds))
        known: dict[tuple[str, str], RuleStatus] = {}
        for key in set(zip(touched["profile"], touched["readings"], strict=True)):
            profile = from_text(key[0])
            known[key] = other.of(profile.units, profile.parts, key[1])
        keys = zip(touched["profile"], touched["readings"], strict=True)
        status.loc[touched.index] = [known[key] for key in keys]
    return status


def _touched(study: Study, alternative: Alternative) -> pd.Series:
    """The applications for which other numbers can matter: of the rest, every rule counts and says what it did.

    A count whose every possible end lies on the same side of both numbers cannot tell them apart.
    """
    rules = study.frames.rules
    counted = rules[rules["rule"].isin(list(alternative.thresholds)) & rules["threshold"].notna()]
    other = counted["rule"].astype("object").map(alternative.thresholds).astype("Int64")
    most = counted["observed"] + counted["pending"]
    numbers = pd.concat([counted["threshold"], other], axis=1)
    ceiling = counted["rule"].isin(_ceilings(study))
    low, high = numbers.min(axis=1), numbers.max(axis=1)
    same = (most < low) | (counted["observed"] >= high)
    same = same.mask(ceiling, most < low)  # where what is too many is left out, no more than the limit is counted
    return counted.loc[~same, "application"]


def _ceilings(study: Study) -> list[str]:
    return [rule.id for rule in deciding_rules(study) if rule.direction is Direction.AT_MOST]
