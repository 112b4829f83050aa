"""Applications decided again by the same rules, on what one assessor said alone or on what assessors agreed.

Whether a sub-category is satisfactory is taken from the conclusions of then. What it rests on (simulated evidence,
references, parts) is taken as it stands in the end: the frames do not hold what each assessor made of that.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.random import Generator

from mrse_assess.cohort.frames.outcomes import Outcomes
from mrse_assess.cohort.frames.profiles import UnitProfile, from_text
from mrse_assess.cohort.measures.assessments import conclusions
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.wording import Wording
from mrse_assess.model.scheme import SubCategory
from mrse_assess.rules.independence import Range
from mrse_assess.terms import RuleStatus, Tri, Verdict

_SATISFACTORY: Mapping[str, Tri] = {
    Verdict.SATISFACTORY: Tri.YES,
    Verdict.NOT_SATISFACTORY: Tri.NO,
    Verdict.NOTHING_OFFERED: Tri.NO,
}
_OPEN = ""
"""In place of a verdict: nobody concluded, somebody referred it, or assessors differ."""


class _Rest(NamedTuple):
    """What else the rules look at in an application: simulated evidence and references by sub-category, and parts."""

    scheme: str
    simulated: tuple[str, ...]
    references: tuple[str, ...]
    parts: tuple[Tri, ...]
    readings: str


class Redecided:
    """The applications of a study, or so many drawn from them, decided again. Each different one is asked about once.

    Raises:
        BadRequestError: the reader may not see what each assessor said.
    """

    def __init__(self, told: Study, said: Wording, random: Generator) -> None:
        self._study = told
        rows = conclusions(told.judged.apart)
        people = rows.drop_duplicates(["application", "assessor"]).groupby("application").size()
        able = sorted(people[people > 1].index)
        self.able = len(able)
        if self.able > said.sampled:
            able = sorted(random.choice(np.array(able, dtype=object), said.sampled, replace=False).tolist())
        self.applications: tuple[str, ...] = tuple(able)
        self._rows = rows[rows["application"].isin(able)].astype({"verdict": "str", "sub_category": "str"})
        self._rest = self._rests()
        self._outcomes = {version: Outcomes(scheme) for version, scheme in told.schemes.items()}
        self._known: dict[tuple[tuple[str, ...], _Rest], RuleStatus] = {}

    def alone(self) -> pd.DataFrame:
        """``application``, ``assessor`` and ``status``: what the rules say of each assessor's conclusions alone."""
        said = self._verdicts(["application", "assessor"], self._rows)
        status = [self._ruled(key[0], verdicts) for key, verdicts in said.items()]
        keys = pd.DataFrame(list(said), columns=["application", "assessor"], dtype="object")
        return keys.assign(status=pd.Series(status, dtype="object"))

    def agreed(self) -> pd.Series:
        """By application, what they say of the conclusions on which its assessors agree, the others open."""
        unit = ["application", "sub_category"]
        found = self._rows.groupby(unit)["verdict"].agg(["first", "nunique"]).reset_index()
        rows = found.assign(verdict=found["first"].where(found["nunique"] == 1, _OPEN))
        said = self._verdicts(["application"], rows)
        status = {key[0]: self._ruled(key[0], verdicts) for key, verdicts in said.items()}
        return pd.Series(status, index=pd.Index(list(status), dtype="object"), dtype="object")

    def _verdicts(self, by: list[str], rows: pd.DataFrame) -> dict[tuple[str, ...], tuple[str, ...]]:
        """The verdicts on every sub-category of the study, by whoever gave them."""
        wide = _wide(rows.set_index([*by, "sub_category"])["verdict"], self._study.codes, _OPEN)
        keys = [key if isinstance(key, tuple) else (key,) for key in wide.index]
        return {key: tuple(own) for key, own in zip(keys, wide.to_numpy(dtype=object).tolist(), strict=True)}

    def _rests(self) -> dict[str, _Rest]:
        frames, names = self._study.frames, list(self.applications)
        units = frames.sub_categories[frames.sub_categories["application"].isin(names)]
        units = units.astype({"sub_category": "str", "rests_on_simulated": "str", "mhra": "str"})
        cells = units.set_index(["application", "sub_category"])
        wide = [
            _wide(cells[column], self._study.codes, str(Tri.NO)).loc[names].to_numpy(dtype=object).tolist()
            for column in ("rests_on_simulated", "mhra")
        ]
        told = frames.applications.set_index("application").loc[names]
        each = zip(names, told["scheme"], *wide, told["profile"], told["readings"], strict=True)
        return {
            name: _Rest(scheme, tuple(simulated), tuple(references), from_text(profile).parts, readings)
            for name, scheme, simulated, references, profile, readings in each
        }

    def _ruled(self, application: str, verdicts: tuple[str, ...]) -> RuleStatus:
        rest = self._rest[application]
        key = (verdicts, rest)
        if key not in self._known:
            self._known[key] = self._outcome(verdicts, rest)
        return self._known[key]

    def _outcome(self, verdicts: tuple[str, ...], rest: _Rest) -> RuleStatus:
        cells = dict(zip(self._study.codes, zip(verdicts, rest.simulated, rest.references, strict=True), strict=True))
        units = [_unit(unit, *cells[unit.code]) for unit in self._study.schemes[rest.scheme].sub_categories]
        return self._outcomes[rest.scheme].of(units, rest.parts, rest.readings)


def _wide(cells: pd.Series, codes: tuple[str, ...], missing: str) -> pd.DataFrame:
    """The cells with a column for every sub-category; a double is refused, where a pivot table would pool it."""
    return cells.unstack().reindex(columns=list(codes)).fillna(missing)  # noqa: PD010


def _unit(unit: SubCategory, verdict: str, simulated: str, reference: str) -> UnitProfile:
    """What the rules look at where the conclusion is known: satisfactory, it has the pieces that it needs."""
    satisfactory = _SATISFACTORY.get(verdict, Tri.UNDETERMINED)
    lost = satisfactory is Tri.NO
    return UnitProfile(
        satisfactory=satisfactory,
        simulated=Tri.NO if lost else Tri(simulated),
        reference=Tri(reference),
        reference_anywhere=Tri(reference),
        piece=satisfactory,
        pieces=Range(unit.minimum_items if satisfactory is Tri.YES else 0, 0 if lost else unit.minimum_items),
    )
