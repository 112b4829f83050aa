"""Which rules failed, what was lost together, what other numbers would do; counted in the docstring of the cohort."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.cohort.frames import frames, replay, rows_of
from mrse_assess.cohort.frames.replaying import with_thresholds
from mrse_assess.cohort.measures import (
    Alternative,
    changes_short,
    margins,
    other_thresholds,
    rules_failed,
    rules_together,
    sub_categories,
    sub_categories_together,
    wording,
)
from mrse_assess.errors import BadRequestError
from mrse_assess.terms import OutcomeKind

from ..frames.conftest import SCHEME, WORDS, Written
from ..frames.test_properties import READINGS, judged
from .conftest import counts, decided, named, row, rowed, short, study_of

_DAY = date(2026, 3, 4)
THRESHOLDS = st.fixed_dictionaries(
    {},
    optional={
        "sub_categories": st.integers(11, 16),
        "major_categories": st.integers(6, 8),
        "independent_items": st.integers(1, 3),
        "simulated_limit": st.integers(0, 4),
        "mhra_references": st.integers(0, 4),
    },
)
BY_HAND = {
    "sub_categories": {"not_met": 3, "only_one_not_met": 0, "met": 9, "undetermined": 0},
    "major_categories": {"not_met": 3, "only_one_not_met": 0, "met": 9, "undetermined": 0},
    "independent_items": {"not_met": 0, "only_one_not_met": 0, "met": 12, "undetermined": 0},
    "simulated_limit": {"not_met": 1, "only_one_not_met": 1, "met": 11, "undetermined": 0},
    "mhra_references": {"not_met": 1, "only_one_not_met": 1, "met": 11, "undetermined": 0},
    "parts": {"not_met": 1, "only_one_not_met": 1, "met": 11, "undetermined": 0},
}


def test_each_rule_that_decides_has_a_row(first):
    table = rules_failed(first)
    assert {
        one.key[0]: {key: cell.count for key, cell in row(table, *one.key).items()} for one in table.rows
    } == BY_HAND
    assert {cell.of for _, _, cell in table.cells()} == {12}
    assert row(table, "simulated_limit")["not_met"].applications == ("S1",)
    assert "left out because nobody has chosen an outcome yet: 1" in table.notes[-1]


def test_how_far_from_passing(first):
    """B: 13 of 14 and 7 of 8; A, M and S have 16, D 15. D has one of two references. M lacks one part of five."""
    table = margins(first)
    found = {key: count for key, count in counts(table).items() if count}
    assert found == {
        ("sub_categories", "-1"): 3, ("sub_categories", "1"): 1, ("sub_categories", "2"): 8,
        ("major_categories", "-1"): 3, ("major_categories", "0"): 9,
        ("independent_items", "0"): 12,
        ("simulated_limit", "-1"): 1, ("simulated_limit", "2"): 11,
        ("mhra_references", "-1"): 1, ("mhra_references", "0"): 11,
        ("parts", "-1"): 1, ("parts", "0"): 11,
    }  # fmt: skip
    assert (table.columns[0], table.columns[-1]) == (("-4", "-4 or fewer"), ("4", "+4 or more"))


def test_what_is_further_away_than_the_last_column_is_in_it():
    """Seven sub-categories lost: 9 of 16, five short; categories 4 to 8 are lost whole where they had two or three."""
    written = Written("X")
    for code in ("5.1", "5.2", "6.1", "6.2", "7.1", "7.2", "8.1"):
        written.fail(code, "undated")
    study = study_of([decided(written, OutcomeKind.FURTHER_EVIDENCE, _DAY)])
    assert counts(margins(study))["sub_categories", "-4"] == 1
    assert counts(margins(study))["major_categories", "-3"] == 1


def test_how_few_changes_would_do(first):
    """B: 2.1 or 2.2; D: its reference, or 1.2; S: one of three on real evidence; M: its part."""
    table = changes_short(first)
    assert counts(table) == {("1", "applications"): 6}
    assert table.rows[0].cells[0].of == 6
    assert table.rows[0].cells[0].applications == ("B1", "B2", "B3", "D1", "M1", "S1")


def test_every_sub_category_is_there_with_its_four_states(first):
    table = sub_categories(first)
    assert [one.key[0] for one in table.rows] == list(SCHEME.codes)
    found = counts(table)
    lost = {code: found[code, "not_satisfactory"] for code in SCHEME.codes if found[code, "not_satisfactory"]}
    assert lost == {"1.2": 1, "2.1": 3, "2.2": 3, "4.1": 3}
    for code in SCHEME.codes:
        assert found[code, "satisfactory"] == 12 - lost.get(code, 0)
        assert found[code, "nothing_offered"] == found[code, "not_yet_judged"] == 0
    assert {cell.of for _, _, cell in table.cells()} == {12}


def test_what_is_saved_by_one_rests_on_simulated_items_or_has_a_reference(first):
    """Nobody has more than is needed; only S1 rests on simulated items; 1.1 has twelve references, 1.2 eleven."""
    found = counts(sub_categories(first))
    assert found["3", "saved_by_one"] == 12
    assert found["4.1", "saved_by_one"] == 9
    assert {code for code in SCHEME.codes if found[code, "rests_on_simulated"]} == {"5.1", "5.2", "6.1"}
    assert (found["1.1", "mhra"], found["1.2", "mhra"], found["2.1", "mhra"]) == (12, 11, 0)


def test_what_is_lost_together_is_one_row_for_each_application(first):
    table = sub_categories_together(first)
    assert [(one.key, one.cells[0].count) for one in table.rows] == [
        ((), 8), (("2.1", "2.2", "4.1"), 3), (("1.2",), 1),
    ]  # fmt: skip
    assert table.rows[0].label == "none"
    assert table.rows[1].cells[0].applications == ("B1", "B2", "B3")
    assert sum(one.cells[0].count for one in table.rows) == 12


def test_rules_that_fail_together(first):
    assert [(one.key, one.cells[0].count) for one in rules_together(first).rows] == [
        ((), 6), (("sub_categories", "major_categories"), 3), (("simulated_limit",), 1), (("mhra_references",), 1),
        (("parts",), 1),
    ]  # fmt: skip


def test_combinations_beyond_those_listed_are_told_in_a_note():
    """Thirty applications that each lost another pair: 25 rows, five left."""
    pairs = [(one, other) for place, one in enumerate(SCHEME.codes) for other in SCHEME.codes[place + 1 :]][:30]
    cases = [
        decided(Written(f"P{place}").fail(one, "undated").fail(other, "undated"), OutcomeKind.FURTHER_EVIDENCE, _DAY)
        for place, (one, other) in enumerate(pairs)
    ]
    table = sub_categories_together(study_of(cases))
    assert len(table.rows) == 25
    assert "Other combinations, not listed: 5, with 5 applications together." in table.notes


def test_what_other_numbers_would_do(first):
    """13 of 16 leaves B with category 2 lost. Three simulated pass S. One reference passes D. 15 loses nobody more."""
    found = {one.key[0]: rowed(other_thresholds(first), *one.key) for one in other_thresholds(first).rows}
    assert found == {
        "as_it_is": {"met": (6, 12), "not_met": (6, 12), "undetermined": (0, 12)},
        "13_of_16": {"met": (6, 12), "not_met": (6, 12), "undetermined": (0, 12)},
        "15_of_16": {"met": (6, 12), "not_met": (6, 12), "undetermined": (0, 12)},
        "three_simulated": {"met": (7, 12), "not_met": (5, 12), "undetermined": (0, 12)},
        "13_and_three": {"met": (7, 12), "not_met": (5, 12), "undetermined": (0, 12)},
        "one_reference": {"met": (7, 12), "not_met": (5, 12), "undetermined": (0, 12)},
    }
    both = Alternative(id="x", label="x", thresholds={"sub_categories": 13, "major_categories": 7})
    table = other_thresholds(first, [both])
    assert rowed(table, "x")["met"] == (9, 12)
    assert row(table, "x")["met"].applications == ("A1", "A2", "A3", "A4", "A5", "A6", "B1", "B2", "B3")


def test_a_number_for_a_rule_that_asks_for_none_is_refused(first):
    with pytest.raises(BadRequestError, match="parts"):
        other_thresholds(first, [Alternative(id="x", label="x", thresholds={"parts": 3})])


def test_the_alternatives_of_the_data_are_of_this_scheme():
    known = {rule.id for rule in SCHEME.rules}
    assert all(set(one.thresholds) <= known for one in wording().alternatives)


@pytest.mark.parametrize(("codes", "limit"), [("5.1 6.1 7.1 8.1", 1), ("4.1 5.1 6.1 7.1 8.1", 3)])
def test_beyond_a_ceiling_another_number_matters_where_what_is_too_many_is_left_out(codes, limit):
    """Four on simulated items: two left out of 16, or three where one is allowed. Five: three left out, or two."""
    written = Written("X")
    for who in written.people:
        for code in codes.split():
            written.item(who, code, f"E{code}", simulated=True)
    study = study_of([decided(written, OutcomeKind.AWARD, _DAY, readings={"third_simulated": "not_counted"})])
    table = other_thresholds(study, [Alternative(id="x", label="x", thresholds={"simulated_limit": limit})])
    before, after = ("met", "not_met") if limit == 1 else ("not_met", "met")
    assert rowed(table, "as_it_is")[before] == (1, 1)
    assert rowed(table, "x")[after] == (1, 1)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(judged(), READINGS), min_size=1, max_size=4), THRESHOLDS)
def test_other_numbers_say_what_a_whole_replay_says(several, thresholds):
    """Applications for which the numbers cannot matter are not asked about; a replay asks about all."""
    cases = [
        decided(Written("X"), OutcomeKind.FURTHER_EVIDENCE, _DAY, readings=readings, application=f"X{number}",
                own=named(judgements, f"X{number}"), counted=named(judgements, f"X{number}"))
        for number, (judgements, readings) in enumerate(several)
    ]  # fmt: skip
    study = study_of(cases)
    whole = replay(
        frames([rows_of(case) for case in cases], WORDS),
        with_thresholds(SCHEME, thresholds),
        WORDS,
        decided_under=SCHEME,
    )
    table = other_thresholds(study, [Alternative(id="x", label="x", thresholds=thresholds)])
    told = {name: key for key, cell in row(table, "x").items() for name in cell.applications}
    assert told == dict(zip(whole.applications["application"], whole.applications["rules"].astype(str), strict=True))


def test_one_application_is_told_without_any_share():
    table = rules_failed(study_of([decided(short("B"), OutcomeKind.FURTHER_EVIDENCE, _DAY)]))
    cell = row(table, "sub_categories")["not_met"]
    assert (cell.count, cell.of, cell.value, cell.interval) == (1, 1, None, None)
    assert "needs 10 applications" in cell.why
