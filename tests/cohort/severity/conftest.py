"""Cohorts of judgements of which everything is known: written by hand, or drawn from the simulation's assessors."""

from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pandas as pd

from mrse_assess.cohort.frames import frames
from mrse_assess.cohort.measures import Attempts, Study
from mrse_assess.simulation import default_parameters
from mrse_assess.simulation.evidence import drawn_units, items_of_first, offered
from mrse_assess.simulation.judging import Judge
from mrse_assess.simulation.population import drawn_population

from ..frames.conftest import SCHEME, WORDS

GOOD, BAD = "satisfactory", "not_satisfactory"
COLUMNS = ["application", "assessor", "sub_category", "evidence_id", "first_sealed"]


def study_of(rows, **said):
    """A study of judgements of items at the first seal; ``said`` are further columns of its assessments."""
    given = pd.DataFrame(rows, columns=COLUMNS)
    known = {"attempt": 1, "task": "assess", "phase": "individual", "verdict": given["first_sealed"]}
    nobody = frames([], WORDS)
    columns = nobody.assessments.columns
    made = given.assign(**known | said).reindex(columns=columns)
    for name in ("phase", "sub_category", "verdict", "primary_reason", "first_sealed"):
        made[name] = pd.Categorical(made[name], categories=nobody.assessments[name].cat.categories, ordered=True)
    applications = pd.DataFrame({"application": sorted(given["application"].unique())})
    return Study(
        guidance="2025",
        attempts=Attempts.FIRST,
        frames=replace(
            nobody,
            assessments=made,
            applications=applications.reindex(columns=nobody.applications.columns),
        ),
        schemes={SCHEME.version: SCHEME},
        words=WORDS,
    )


def differing(application, item, severe, lenient, *also):
    """Rows of one item under 2.1 that one finds wanting and the other does not; ``also`` find it satisfactory too."""
    said = [(severe, BAD), *((who, GOOD) for who in (lenient, *also))]
    return [(application, who, "2.1", item, verdict) for who, verdict in said]


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """Judgements of a drawn cohort with what is true of it: each severity, and the standard deviations in logits."""

    study: Study
    severity: dict
    spread: dict
    mean: float


@cache
def drawn(seed, applications, judging, severity_spread=None):
    """Applications judged by so many assessors each, as the simulation draws and judges them."""
    random = np.random.default_rng(seed)
    said = replace(default_parameters(), judging=judging)
    if severity_spread is not None:
        said = replace(said, assessors=replace(said.assessors, severity_spread=severity_spread))
    population = drawn_population(SCHEME, said, random)
    rows = []
    for number in range(applications):
        ability = said.applicants.ability + random.normal(0.0, said.applicants.spread)
        units = drawn_units(
            population, random, offered(said.evidence, random, SCHEME.codes),
            ability=ability, first=1, items=items_of_first(said.evidence, random),
        )  # fmt: skip
        case = {"application": f"A{number:04}", "attempt": 1}
        for who in random.permutation(len(population.assessors))[:judging]:
            known = population.assessors[who]
            judge = Judge(population=population, random=random, case=case, person=known.person, severity=known.severity)
            rows += [
                (row.application, row.assessor, row.sub_category, row.evidence_id, str(row.verdict))
                for row in judge.judge(units)
            ]
    difficulties = np.array([one.difficulty for one in population.sub_categories])
    average = np.mean([one.severity for one in population.assessors])
    return Drawn(
        study=study_of(rows),
        severity={one.person: one.severity - average for one in population.assessors},
        spread={
            "assessors": said.assessors.severity_spread,
            "applications": said.applicants.spread,
            "sub_categories": float(difficulties.std()),
            "within": said.evidence.unit_spread,
            "items": said.evidence.item_spread,
        },
        mean=float(said.applicants.ability - difficulties.mean() - average),
    )
