"""What holds of every table, whatever it counts."""

from dataclasses import fields, replace

import pytest
from numpy.random import default_rng

from mrse_assess.cohort.frames import CohortFrames
from mrse_assess.cohort.measures import Period, of_assessors, of_cohort, wording
from mrse_assess.cohort.measures.wording import SHIPPED
from mrse_assess.errors import SchemeError

from ..frames.conftest import SCHEME, with_people
from .conftest import study_of


def every(study):
    random = default_rng(1)
    return [*of_cohort(study, Period.YEAR, random), *of_assessors(study, Period.YEAR, random)]


@pytest.fixture(scope="module")
def tables(first):
    return every(first)


def test_every_table_of_the_data_is_made_and_each_has_an_id_of_its_own(tables):
    ids = [table.id for table in tables]
    assert len(set(ids)) == len(ids) == 34
    said = wording()
    asked = {table.question for table in tables}
    for name, words in said.tables.items():
        assert asked & {words.question.format(by=by) for by in said.labels.values()}, name


def test_a_cell_says_a_number_or_why_not(tables, nobody):
    for table in (*tables, *every(nobody)):
        for row, column, cell in table.cells():
            where = (table.id, row.key, column)
            assert cell.count is not None or cell.value is not None or cell.why, where
            if cell.of is not None and cell.count is not None:
                assert 0 <= cell.count <= cell.of, where
                assert cell.value is not None or cell.why, where
            if cell.interval:
                assert cell.interval.low <= cell.value <= cell.interval.high, where


def test_values_are_shares_unless_their_column_says_what_they_are_counted_in(tables):
    counted_in = {(table.id, key): unit for table in tables for key, unit in table.numbers.items()}
    assert counted_in["time_to_decision", "median"] == "days"
    assert counted_in["item_trend_by_year", "items_per_application"] == "items"
    for table in tables:
        assert set(table.numbers) <= {key for key, _ in table.columns}
        for row, (key, _), cell in table.cells():
            if cell.value is not None and key not in table.numbers:
                assert 0 <= cell.value <= 1, (table.id, row.key, key)
            assert cell.count is None or key not in table.numbers, (table.id, row.key, key)


def test_the_applications_behind_a_count_are_different_ones_and_no_more(tables):
    for table in tables:
        for row, column, cell in table.cells():
            assert len(set(cell.applications)) == len(cell.applications), (table.id, row.key, column)
            if cell.count is not None:
                assert len(cell.applications) <= cell.count, (table.id, row.key, column)
                assert bool(cell.applications) == bool(cell.count), (table.id, row.key, column)


def test_the_order_of_rows_is_no_matter(first, tables):
    mixed = {
        one.name: getattr(first.frames, one.name).sample(frac=1, random_state=3).reset_index(drop=True)
        for one in fields(CohortFrames)
    }
    for here, there in zip(every(replace(first, frames=CohortFrames(**mixed))), tables, strict=True):
        assert here == there, here.id


def test_the_order_of_assessors_is_no_matter(cases, tables):
    turned = study_of([with_people(case, ("kim", "jo")) for case in cases])
    for here, there in zip(every(turned), tables, strict=True):
        assert here == there, here.id


def test_a_second_assessor_who_says_the_same_doubles_nothing(cases, first):
    def alone(case):
        def of_jo(rows):
            return tuple(row for row in rows if row.assessor == "jo")

        own = replace(case.own, judgements=of_jo(case.own.judgements), conclusions=of_jo(case.own.conclusions))
        return replace(case, own=own, counted=own)

    by_one = study_of(map(alone, cases))
    for here, there in zip(
        of_cohort(by_one, Period.YEAR, default_rng(1)), of_cohort(first, Period.YEAR, default_rng(1)), strict=True
    ):
        assert here == there, here.id


def test_a_cohort_of_nobody_says_so_in_every_table_and_has_all_sub_categories(nobody):
    found = every(nobody)
    for table in found:
        assert table.applications == 0
        assert table.notes[0] == "No application of this guidance version can be counted here.", table.id
        assert not any(cell.count or cell.value is not None for _, _, cell in table.cells()), table.id
    (units,) = [table for table in found if table.id == "sub_categories"]
    assert [row.key for row in units.rows] == [(code,) for code in SCHEME.codes]
    assert len(units.rows) == 16


def test_one_application_can_be_counted(cases):
    found = {table.id: table for table in every(study_of(cases[:1]))}
    assert found["outcomes"].rows[0].cells[0].count == 1
    assert all(cell.interval is None for table in found.values() for _, _, cell in table.cells())


def test_undecided_ones_alone_are_applied_and_waiting_and_nothing_else(cases):
    (waiting,) = [case for case in cases if case.application == "U1"]
    found = {table.id: table for table in every(study_of([waiting]))}
    assert [cell.count for cell in found["outcomes"].rows[0].cells] == [1, 0, 0, 0, 0, 1]
    assert found["rules_failed"].applications == 0
    assert found["rules_failed"].notes[0].startswith("No application")
    assert "nobody has chosen an outcome yet: 1" in found["rules_failed"].notes[-1]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("enough = 10", "enough = 0"),
        ("level = 0.95", "level = 95"),
        ("[tables.outcomes]", "[tables.others]\n[tables.others.x]"),
        ("margin = 4", ""),
    ],
)
def test_data_that_cannot_be_meant_are_refused(tmp_path, before, after):
    path = tmp_path / "words.toml"
    text = SHIPPED.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(SchemeError, match=r"words\.toml"):
        wording(path)
