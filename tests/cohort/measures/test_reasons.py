"""Reasons under three denominators, clauses and ways; every number counted in the docstring of the cohort."""

from dataclasses import replace
from datetime import date

import pytest

from mrse_assess.cohort.measures import (
    clauses,
    clauses_that_cost,
    reasons_by_sub_category,
    reasons_per,
    wrong_category_flows,
)
from mrse_assess.cohort.tables import Unit
from mrse_assess.terms import OutcomeKind

from ..frames.conftest import BAD, SCHEME, Written
from .conftest import copied, counts, decided, row, rowed, short, study_of

DAY = date(2026, 3, 4)


@pytest.fixture(scope="session")
def thrice(cases):
    """B1, B2, B3 and D1 in three copies each, all as first attempts: twelve with something against them."""
    kept = [case for case in cases if case.application in {"B1", "B2", "B3", "D1"} and case.attempt == 1]
    return study_of(copied(case, f"{case.application}{copy}") for case in kept for copy in "xyz")


def given_reasons(table):
    return {key: count for key, count in counts(table).items() if count}


def test_per_item_each_item_counts_once_whoever_judged_it(first):
    """Thirteen fail. B1 has undated for 2.1 and three more, B2 and B3 for 2.1; beside relay_only three times more."""
    table = reasons_per(first, Unit.ITEM)
    assert given_reasons(table) == {
        ("undated", "primary"): 6, ("undated", "any"): 9,
        ("wrong_sub_category", "primary"): 3, ("wrong_sub_category", "any"): 3,
        ("relay_only", "primary"): 3, ("relay_only", "any"): 3,
        ("outdated", "primary"): 1, ("outdated", "any"): 1,
    }  # fmt: skip
    assert {cell.of for _, _, cell in table.cells()} == {13}
    assert {one.key[0] for one in table.rows} == {*(reason.id for reason in SCHEME.reasons), ""}


def test_per_sub_category_several_items_of_one_count_once(first):
    """Ten lost. 2.1 three times for undated, 4.1 of B1 for its three other items; beside relay_only in all three."""
    table = reasons_per(first, Unit.SUB_CATEGORY)
    assert given_reasons(table) == {
        ("undated", "primary"): 4, ("undated", "any"): 6,
        ("wrong_sub_category", "primary"): 3, ("wrong_sub_category", "any"): 3,
        ("relay_only", "primary"): 3, ("relay_only", "any"): 3,
        ("outdated", "primary"): 1, ("outdated", "any"): 1,
    }  # fmt: skip
    assert row(table, "undated")["any"].of == 10


def test_per_application_one_with_many_items_counts_as_any_other(first):
    table = reasons_per(first, Unit.APPLICATION)
    assert given_reasons(table) == {
        (reason, column): number
        for reason, number in (("undated", 3), ("wrong_sub_category", 3), ("relay_only", 3), ("outdated", 1))
        for column in ("primary", "any")
    }
    cell = row(table, "undated")["any"]
    assert (cell.of, cell.value, cell.applications) == (12, 0.25, ("B1", "B2", "B3"))
    assert cell.interval.how == "Wilson"
    assert ("",) not in [one.key for one in table.rows]


def test_fifty_items_more_of_one_applicant_leave_the_shares_per_application_as_they_are(cases, first):
    much = decided(short("B1", more=50), OutcomeKind.FURTHER_EVIDENCE, DAY, is_final=False)
    study = study_of([much, *(case for case in cases if (case.application, case.attempt) != ("B1", 1))])
    assert row(reasons_per(study, Unit.ITEM), "undated")["primary"].count == 6 + 47
    for unit in (Unit.APPLICATION, Unit.SUB_CATEGORY):
        assert given_reasons(reasons_per(study, unit)) == given_reasons(reasons_per(first, unit))


def test_a_share_of_items_has_no_interval_that_takes_items_for_applicants(thrice):
    cell = row(reasons_per(thrice, Unit.ITEM), "undated")["primary"]
    assert (cell.count, cell.of, cell.value, cell.interval) == (18, 39, 18 / 39, None)


def test_few_applicants_behind_many_items_give_no_share(first):
    cell = row(reasons_per(first, Unit.ITEM), "undated")["primary"]
    assert (cell.count, cell.of, cell.value) == (6, 13, None)
    assert "needs 10 applications" in cell.why


def test_what_has_no_agreed_reason_is_not_lost():
    """Jo and Kim fail 5.1 for different reasons and share none; 5.2 for two that they share, in another order."""
    written = Written("X").fail("5.1", "undated", who=("jo",)).fail("5.1", "outdated", who=("kim",))
    written.fail("5.2", "undated", "outdated", who=("jo",)).fail("5.2", "outdated", "undated", who=("kim",))
    study = study_of([decided(written, OutcomeKind.FURTHER_EVIDENCE, DAY)])
    table = reasons_per(study, Unit.ITEM)
    assert rowed(table, "") == {"primary": (2, 2), "any": (1, 2)}
    assert rowed(table, "undated") == {"primary": (0, 2), "any": (1, 2)}
    assert rowed(reasons_per(study, Unit.SUB_CATEGORY), "") == {"primary": (2, 2), "any": (1, 2)}


def test_a_failed_item_in_a_sub_category_that_is_met_is_no_reason_for_a_loss():
    written = Written("X")
    for who in written.people:
        written.item(who, "2.1", "E9", verdict=BAD, reasons=("undated",), primary_reason="undated")
    study = study_of([decided(written, OutcomeKind.AWARD, DAY)])
    found = [
        rowed(reasons_per(study, unit), "undated")["any"] for unit in (Unit.ITEM, Unit.SUB_CATEGORY, Unit.APPLICATION)
    ]
    assert found == [(1, 1), (0, 0), (1, 1)]


def test_a_remark_on_what_was_found_satisfactory_is_no_reason_against_it():
    written = Written("X").whole("jo", "5.1", reasons=("undated",)).whole("kim", "5.1", reasons=("undated",))
    study = study_of([decided(written, OutcomeKind.AWARD, DAY)])
    assert not any(given_reasons(reasons_per(study, Unit.APPLICATION)).values())


def test_reasons_by_sub_category_are_shares_of_those_who_lost_it(first):
    table = reasons_by_sub_category(first)
    assert given_reasons(table) == {
        ("undated", "2.1"): 3, ("undated", "4.1"): 3, ("relay_only", "4.1"): 3, ("wrong_sub_category", "2.2"): 3,
        ("outdated", "1.2"): 1,
    }  # fmt: skip
    assert [column for column, _ in table.columns] == list(SCHEME.codes)
    assert row(table, "undated")["4.1"].of == 3
    assert row(table, "undated")["5.1"].of == 0


def test_ways_from_where_it_was_offered_to_where_it_belongs(first):
    table = wrong_category_flows(first)
    assert given_reasons(table) == {("2.2", "7.2", "applications"): 3}
    assert rowed(table, "2.2", "7.2")["applications"] == (3, 12)
    assert {one.key for one in table.rows} >= {(one.offered_for, one.target) for one in SCHEME.elsewhere}
    firsts = [list(SCHEME.codes).index(one.key[0]) for one in table.rows]
    assert firsts == sorted(firsts)


def test_a_way_that_the_guidance_does_not_name_is_there_and_two_items_are_one_applicant():
    named = {(one.offered_for, one.target) for one in SCHEME.elsewhere}
    assert ("8.2", "1.1") not in named
    written = Written("X").fail("8.2", "wrong_sub_category", target="1.1")
    for who in written.people:
        written.item(
            who,
            "8.2",
            "E9",
            verdict=BAD,
            reasons=("wrong_sub_category",),
            primary_reason="wrong_sub_category",
            target="1.1",
        )
    table = wrong_category_flows(study_of([decided(written, OutcomeKind.FURTHER_EVIDENCE, DAY)]))
    assert rowed(table, "8.2", "1.1")["applications"] == (1, 1)
    assert len(table.rows) == len(named) + 1


def test_clauses_come_most_first_and_their_shares_add_up(thrice):
    """Of 39 items 18 for undated and 3 for outdated, both under G7; 9 for C4; 9 for where the evidence belongs.

    With even weight: B1 has 4 of its 6 items under G7, B2 and B3 one of three each, D1 its one: 2/3 + 1/3 + 1/3 + 1,
    a quarter of it 7/12. Each of the other two has 1/6 + 1/3 + 1/3, a quarter of it 5/24.
    """
    belongs = SCHEME.reason_clauses("wrong_sub_category", "2.2", "7.2")[0]
    table = clauses(thrice)
    found = [(one.key[0], one.cells[0].count, one.cells[1].value, one.cells[2].value) for one in table.rows]
    assert found[0] == ("G7", 21, pytest.approx(21 / 39), pytest.approx(7 / 12))
    assert {one[0] for one in found[1:3]} == {"C4", belongs}
    assert [(count, share) for _, count, share, _ in found[1:3]] == [
        (9, pytest.approx(30 / 39)), (9, pytest.approx(1)),
    ]  # fmt: skip
    assert [even for *_, even in found[1:3]] == [pytest.approx(5 / 24)] * 2
    assert found[3][:2] == ("", 0)
    assert table.rows[0].label == SCHEME.clause_words("G7")


def test_the_share_so_far_goes_with_the_order_of_the_rows():
    """Ten lost 4.1 for relay_only, two of them 2.1 for undated: 10, then 12 of 12, though G7 is the earlier clause."""
    cases = [Written(f"R{number}").fail("4.1", "relay_only", "undated") for number in range(10)]
    cases[:2] = [one.fail("2.1", "undated") for one in cases[:2]]
    study = study_of(decided(one, OutcomeKind.FURTHER_EVIDENCE, DAY) for one in cases)
    found = [(one.key[0], one.cells[0].count, one.cells[1].value) for one in clauses(study).rows]
    assert found == [("C4", 10, pytest.approx(10 / 12)), ("G7", 2, 1.0), ("", 0, 1.0)]


def test_a_clause_behind_a_reason_that_is_not_the_primary_one_costs_nothing():
    """4.1, 4.2 and 4.3 lost for relay_only, with undated beside it: C4 alone."""
    written = Written("X")
    for code in ("4.1", "4.2", "4.3"):
        written.fail(code, "relay_only", "undated")
    table = clauses_that_cost(study_of([decided(written, OutcomeKind.FURTHER_EVIDENCE, DAY)]))
    assert {one.key[0]: [cell.count for cell in one.cells] for one in table.rows} == {"C4": [1, 1], "": [0, 0]}


def test_what_has_no_agreed_clause_stands_last_however_often():
    written = Written("X").fail("8.1", "undated")
    for code in ("5.1", "5.2"):
        written.fail(code, "undated", who=("jo",)).fail(code, "outdated", who=("kim",))
    table = clauses(study_of([decided(written, OutcomeKind.FURTHER_EVIDENCE, DAY)]))
    assert [(one.key[0], one.cells[0].count) for one in table.rows] == [("G7", 1), ("", 2)]


def test_what_a_clause_costs_is_told_of_those_who_failed(first):
    """Six fail. G7 is behind 2.1 of B1 to B3 and alone behind D1; S1 and M1 lost no sub-category."""
    belongs = SCHEME.reason_clauses("wrong_sub_category", "2.2", "7.2")[0]
    table = clauses_that_cost(first)
    assert {one.key[0]: [(cell.count, cell.of) for cell in one.cells] for one in table.rows} == {
        "G7": [(4, 6), (1, 6)], "C4": [(3, 6), (0, 6)], belongs: [(3, 6), (0, 6)], "": [(2, 6), (2, 6)],
    }  # fmt: skip
    assert row(table, "G7")["lost_for_alone"].applications == ("D1",)
    assert table.rows[0].key == ("G7",)
    assert (table.rows[-1].key, table.rows[-1].label) == (("",), "No sub-category lost for a reason that all gave")


def test_reasons_of_the_waiting_are_not_told(cases):
    waiting = replace(next(case for case in cases if case.application == "B2"), outcome=None)
    study = study_of([waiting])
    assert not any(given_reasons(reasons_per(study, Unit.ITEM)).values())
    assert rowed(reasons_per(study, Unit.APPLICATION), "undated")["any"] == (0, 0)


def test_a_count_of_items_says_how_much_of_it_one_applicant_has(cases, first):
    much = decided(short("B1", more=50), OutcomeKind.FURTHER_EVIDENCE, DAY, is_final=False)
    study = study_of([much, *(case for case in cases if (case.application, case.attempt) != ("B1", 1))])
    for asked, most in ((first, 4), (study, 51)):
        assert row(reasons_per(asked, Unit.ITEM), "undated")["primary"].largest == most
        assert row(clauses(asked), "G7")["items"].largest == most
    assert row(reasons_per(first, Unit.APPLICATION), "undated")["primary"].largest is None
