"""A cohort in parts says what it says on one machine: its frames cell by cell, and every table number by number."""

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pandas as pd
import pytest

from mrse_assess.cohort.frames import SHAPES
from mrse_assess.cohort.frames import spread as spreading_frames
from mrse_assess.cohort.measures import Attempts, Period, of_assessors, of_cohort, studies
from mrse_assess.cohort.measures.screening import screening_against_judgement
from mrse_assess.errors import BadRequestError
from mrse_assess.simulation import default_parameters, simulate
from mrse_assess.workbench.cohort.reading import cohort
from mrse_assess.workbench.cohort.spreading import spread_cohort
from mrse_assess.workspace import Workspace

pytest.importorskip("dask.dataframe", reason="the extra [cluster] is not installed")

CHAIR = "chair"
NUMBER = 40


def every(study):
    """All that is asked of a study, as a cluster would load it."""
    random = np.random.default_rng(7)
    return (
        *of_cohort(study, Period.YEAR, random),
        *of_assessors(study, Period.YEAR, random),
        screening_against_judgement(study, random),
    )


def of_applications(study):
    return tuple(of_cohort(study, Period.YEAR, np.random.default_rng(7)))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """Forty applications under two versions of the guidance, some of which came again under another reference."""
    folder = tmp_path_factory.mktemp("spread") / "workspace"
    simulate(
        folder, applications=NUMBER, parameters=default_parameters(), random=np.random.default_rng(4),
        tell=lambda *_: None,
    )  # fmt: skip
    with Workspace.open(folder, clock=lambda: datetime(2027, 3, 1, tzinfo=UTC), new_id=lambda: "") as opened:
        yield opened


@pytest.fixture(scope="module")
def here(workspace):
    return cohort(workspace, CHAIR, assessments=True)


@pytest.fixture(scope="module")
def there(workspace):
    """In parts of seven, of which the last has fewer."""
    return spread_cohort(workspace, CHAIR, assessments=True, at_once=7)


def test_the_frames_are_the_same_cell_by_cell(here, there):
    assert len(there.frames.parts) == 6
    whole = there.frames.whole()
    for name in SHAPES:
        pd.testing.assert_frame_equal(getattr(whole, name), getattr(here.frames, name), obj=name)
    assert there.left_out() == here.left_out


def test_who_came_again_is_known_over_all_parts(here, there):
    """Somebody of one part takes up the application of another, which is final no longer."""
    follows = there.frames.frame("applications")[["application", "follows", "is_final"]].compute()
    followed = set(follows["follows"].dropna())
    assert followed
    assert not follows.loc[follows["application"].isin(followed), "is_final"].any()


@pytest.mark.parametrize("attempts", [Attempts.FIRST, pytest.param(Attempts.FINAL, marks=pytest.mark.slow)])
def test_every_table_is_the_same_number_by_number(here, there, attempts):
    alone = studies(here.frames, here.schemes, here.words, attempts=attempts)
    assert len(alone) == 2
    spread = there.measured(every, attempts)
    for study, tables in zip(alone, spread, strict=True):
        assert study.size > 0
        for one, other in zip(every(study), tables, strict=True):
            assert one == other, one.id


def test_frames_are_dask_data_frames_with_the_columns_and_words_of_one_machine(here, there):
    for name in SHAPES:
        frame = there.frames.frame(name)
        assert frame.npartitions == 6
        assert frame.dtypes.to_dict() == getattr(here.frames, name).dtypes.to_dict(), name
    items = there.frames.frame("items")
    found = items.groupby("sub_category", observed=False)["evidence_id"].count().compute()
    assert found.to_dict() == here.frames.items.groupby("sub_category", observed=False)["evidence_id"].count().to_dict()


def test_nothing_is_read_before_it_is_asked_for(workspace, monkeypatch):
    monkeypatch.setattr("mrse_assess.workbench.cohort.spreading.made_rows", lambda *_: pytest.fail("it was read"))
    assert len(spread_cohort(workspace, "", at_once=7).frames.parts) == 6


def test_what_each_assessor_said_is_for_the_chair(workspace):
    with pytest.raises(BadRequestError, match="chair"):
        spread_cohort(workspace, "office", assessments=True)
    plain = spread_cohort(workspace, "office", at_once=20)
    assert plain.frames.whole().assessments is None
    with pytest.raises(BadRequestError, match="not asked for"):
        plain.frames.frame("assessments")


def test_readers_see_of_parts_what_they_see_of_the_whole(workspace):
    for reader in ("office", "assessor-01", ""):
        here, there = cohort(workspace, reader).frames, spread_cohort(workspace, reader, at_once=9).frames.whole()
        for name in SHAPES:
            if getattr(here, name) is not None:
                pd.testing.assert_frame_equal(getattr(there, name), getattr(here, name), obj=f"{reader} {name}")


def test_an_application_in_two_parts_is_refused(there):
    part, *_ = there.frames.parts
    with pytest.raises(ValueError, match="two parts"):
        replace(there.frames, parts=(part, part)).whole()


def test_a_workspace_of_nobody_is_a_cohort_of_nobody(tmp_path):
    with Workspace.create(tmp_path / "empty", clock=lambda: datetime.now(UTC), new_id=lambda: "x") as empty:
        found = spread_cohort(empty, "")
        assert len(found.frames.frame("items").compute()) == 0
        ((table, *_),) = found.measured(
            lambda study: of_cohort(study, Period.YEAR, np.random.default_rng(1)), Attempts.FIRST
        )
        assert table.notes[0].startswith("No application")


def test_without_dask_it_is_said_what_to_install(workspace, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "dask.dataframe", None)
    with pytest.raises(BadRequestError, match="cluster"):
        spreading_frames.loaded()


@pytest.mark.slow
@pytest.mark.parametrize("processes", [False, True])
def test_a_cluster_says_the_same(workspace, here, processes):
    distributed = pytest.importorskip("distributed")
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=processes, dashboard_address=None, memory_limit=0
    )
    with cluster, distributed.Client(cluster):
        there = spread_cohort(workspace, CHAIR, assessments=True, at_once=7)
        tables = there.measured(every, Attempts.FIRST)
    alone = studies(here.frames, here.schemes, here.words, attempts=Attempts.FIRST)
    assert [tuple(every(study)) for study in alone] == list(tables)
