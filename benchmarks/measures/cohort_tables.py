"""What every measure of a cohort takes, on the frames as they are read and on many times as many applications.

Frames of more applications than were ever recorded are those of a workspace repeated under other references: they are
as large as real ones and take as long, and what they say is no news.
"""

import time
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from mrse_assess.cohort.frames import CohortFrames, Vocabulary
from mrse_assess.cohort.frames.arrow import Table, pa, pc
from mrse_assess.cohort.frames.building import frames_of
from mrse_assess.cohort.frames.columns import Words
from mrse_assess.cohort.measures import Attempts, Period, of_assessors, of_cohort, studies
from mrse_assess.cohort.measures.screening import screening_against_judgement
from mrse_assess.cohort.tables import CohortTable
from mrse_assess.model.scheme import Scheme
from mrse_assess.terms import Look

SLOWEST = 5
_REFERENCES = ("application", "follows")


def timed_tables(frames: CohortFrames, schemes: Mapping[str, Scheme], words: Vocabulary) -> dict[str, Any]:
    """Every table of first and of final attempts: seconds of the processor, and which took longest."""
    took: dict[str, float] = {}
    began = time.process_time()
    for attempts in Attempts:
        for study in studies(frames, schemes, words, attempts=attempts):
            random = np.random.default_rng(1)
            _time(of_cohort(study, Period.YEAR, random), took)
            _time(iter([screening_against_judgement(study, random)]), took)
            if frames.assessments is not None:
                _time(of_assessors(study, Period.YEAR, random), took)
    slowest = sorted(took.items(), key=lambda pair: -pair[1])[:SLOWEST]
    return {"tables": len(took), "slowest": dict(slowest), "measuring": time.process_time() - began}


def grown(tables: Mapping[str, Table], applications: int, words: Vocabulary) -> CohortFrames:
    """The frames of so many applications, made of tables of fewer."""
    here = len(pc.unique(tables["applications"]["application"]))
    turns, rest = divmod(applications, here)
    first = pc.unique(tables["applications"]["application"]).slice(0, rest)
    return frames_of({name: _repeated(table, turns, first) for name, table in tables.items()}, words)


def screened(items: Table, words: Vocabulary) -> Table:
    """An answer of each check on each item: a concern for one in eight, and one in twenty not to be seen."""
    checks, random = words[Words.CHECK], np.random.default_rng(1)
    places = np.repeat(np.arange(items.num_rows), len(checks))
    said = random.choice([str(one) for one in Look], len(places), p=[0.825, 0.125, 0.05])
    aside = [random.random() < 1 / 4 if one == Look.CONCERN else None for one in said]
    own = items.take(pa.array(places)).drop_columns(["verdict", "primary_reason"])
    own = own.append_column("check", pa.array(np.tile(checks, items.num_rows), pa.string()))
    own = own.append_column("said", pa.array(said, pa.string())).append_column("put_aside", pa.array(aside, pa.bool_()))
    return own.append_column("verdict", items["verdict"].take(pa.array(places)))


def _repeated(table: Table, turns: int, first: Any) -> Table:
    """The rows so many times under other references, and once more those of the first applications."""
    some = table.filter(pc.is_in(table["application"], value_set=first))
    return pa.concat_tables([*(_called(table, turn) for turn in range(turns)), _called(some, turns)])


def _called(table: Table, turn: int) -> Table:
    for name in _REFERENCES if turn else ():
        if name in table.column_names:
            place = table.column_names.index(name)
            other = pc.binary_join_element_wise(table[name], f"{turn:03d}", "-")
            table = table.set_column(place, table.schema.field(name), other)
    return table


def _time(tables: Iterator[CohortTable], took: dict[str, float]) -> None:
    while True:
        began = time.process_time()
        table = next(tables, None)
        if table is None:
            return
        took[table.id] = took.get(table.id, 0.0) + time.process_time() - began
