"""Frames as they are kept and joined: what is written is read again, damage is seen, a join never multiplies rows."""

import pandas as pd
import pytest

from mrse_assess.cohort.frames import joined, rows_of
from mrse_assess.cohort.frames.building import frames_of, from_parquet, in_order, only, tables, to_parquet
from mrse_assess.cohort.frames.columns import SHAPES
from mrse_assess.cohort.frames.shown import shown

from .conftest import WORDS


@pytest.fixture(scope="module")
def made(cases):
    return tables([rows_of(case) for case in cases])


def test_what_is_kept_is_read_again_as_it_was(made, cohort):
    again = {name: from_parquet(to_parquet(table), name) for name, table in made.items()}
    for name in SHAPES:
        pd.testing.assert_frame_equal(getattr(frames_of(again, WORDS), name), getattr(cohort, name))


@pytest.mark.parametrize("damage", [lambda data: data[:-9], lambda _: b"", lambda data: b"PAR1" + data])
def test_a_file_that_is_no_table_of_its_frame_is_refused(made, damage):
    with pytest.raises(ValueError, match="items"):
        from_parquet(damage(to_parquet(made["items"])), "items")


def test_a_table_of_another_frame_is_refused(made):
    with pytest.raises(ValueError, match="items"):
        from_parquet(to_parquet(made["reasons"]), "items")


def test_tables_come_together_by_application_whatever_came_first(made):
    for name, table in made.items():
        parts = [only(table, ["C"]), only(table, ["B", "D"]), only(table, ["A"])]
        assert in_order(name, parts).equals(table)
    assert in_order("items", []).num_rows == 0


def test_text_stays_text_and_missing_stays_missing(cohort):
    for frame in (cohort.applications, cohort.items, cohort.sub_categories):
        assert frame["application"].dtype == "string"
        assert frame["attempt"].dtype == "Int64"
    assert cohort.sub_categories["sub_category"].cat.ordered
    assert cohort.sub_categories["sub_category"].cat.categories[4] == "3"
    assert cohort.applications["short_of"].dtype == "Int64"
    assert cohort.reasons["is_primary"].dtype == "boolean"


def test_facts_of_applications_are_joined_without_another_row(cohort):
    whole = joined(cohort.items, cohort.applications[["application", "attempt", "outcome"]], ["application", "attempt"])
    assert len(whole) == len(cohort.items)
    assert whole.loc[whole["application"] == "A", "outcome"].unique().tolist() == ["award"]


def test_a_join_that_would_multiply_rows_is_refused(cohort):
    with pytest.raises(ValueError, match=r"many-to-one|not a many"):
        joined(cohort.applications, cohort.items, ["application", "attempt"])


def test_of_an_application_that_is_waited_for_only_that_it_is_there(made, cohort):
    cut = frames_of(shown(made, decided={("A", 1)}, waiting={("C", 1)}), WORDS)
    assert cut.applications["application"].tolist() == ["A", "C"]
    waiting = cut.applications.iloc[1]
    assert waiting[["rules", "satisfactory", "outcome", "short_of", "profile"]].isna().all()
    assert (waiting["state"], waiting["assessors"]) == ("sealed", 2)
    assert cut.applications.iloc[0].drop("follows").equals(cohort.applications.iloc[0].drop("follows"))
    assert cut.sub_categories.groupby("application", observed=True)["state"].count().to_dict() == {"A": 16, "C": 0}
    assert len(cut.sub_categories) == 32
    for frame in (cut.rules, cut.items):
        assert frame["application"].unique().tolist() == ["A"]
    assert len(cut.reasons) == 0
