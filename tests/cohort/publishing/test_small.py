"""What is published of a cohort of which every number is known: ten times the small one."""

from dataclasses import replace

import pytest

from mrse_assess.cohort.publishing import publication, publishable
from mrse_assess.scheme import load_scheme

from ..measures.conftest import copied
from .conftest import cells, cohort, tables_of
from .written import outcome_tables, people, told, year_table


def test_one_row_stands_rounded_with_shares_and_intervals_of_the_rounded_numbers(policy):
    """61 of 75 were awarded and 14 were not: printed as 60 and 15 of 75."""
    (table,) = publishable(tables_of(cohort(A1=31, A5=30, D1=14))[:1], policy())
    found = cells(table)
    told = {key[1]: cell for key, cell in found.items() if cell.count is not None}
    assert told["award"].count == 60
    assert told["not_awarded"].count == 15
    for cell in told.values():
        if cell.value is not None:
            assert (cell.of, cell.value) == (75, round(cell.count / 75, 2))
    assert all(found["all", one].withheld for one in ("further_evidence", "incomplete", "waiting"))


@pytest.mark.parametrize("times", [{}, {"A1": 1}])
def test_of_nobody_or_hardly_anybody_nothing_is_told(policy, times):
    tables = tables_of([replace(one, guidance=load_scheme().guidance_name) for one in cohort(**times)])
    found = publication(tables, policy())
    assert len(found.tables) == len(tables)
    assert all(table.rows == () and table.applications is None and len(table.notes) == 1 for table in found.tables)
    assert all(not report.counts for report in found.afterwards.reports)
    assert not any("public already" in note for table in found.tables for note in table.notes), "nothing is"


def test_a_guidance_version_of_which_nothing_is_told_is_not_named(policy):
    """One applied under what somebody typed; of the others the names stand above what is told of them."""
    odd = [copied(replace(one, guidance="as agreed with somebody"), "odd") for one in cohort(A1=1)]
    given = tables_of([*cohort(A1=31, A5=30, D1=14), *odd])
    assert {one.guidance for one in given} == {"2025", "as agreed with somebody"}
    assert {one.guidance for one in publishable(given, policy())} == {"2025"}


def test_by_two_ways_a_small_number_takes_others_with_it(policy):
    """By hand. Role by outcome, exact numbers: 3 is too small, and so are the outcomes that nobody had.

                  award  further evidence  applied
    radiographer     20                 3       23
    academic         30                41       71
                     50                44       94

    With 94 and 71 told, 23 is left for all other roles. Beside the 41 neither 44 nor the 23 of the one role may stand,
    for 3 would follow; nor 30, for with 41 it makes the 71, and nobody would be left for other outcomes.
    """
    cases = [
        *people("radiographer", "award", 20), *people("radiographer", "further_evidence", 3),
        *people("academic", "award", 30), *people("academic", "further_evidence", 41),
    ]  # fmt: skip
    assert told(publishable(outcome_tables(cases), policy(round_to=1))) == {
        ("all", "applied"): (94, None),
        ("academic", "further_evidence"): (41, 71),
    }


def test_a_role_of_few_is_folded_and_not_found_by_subtraction(policy):
    """By hand. 40 and 4 applied, exact: with the 44 of all, the 4 could be found. So one of 44 and 40 is withheld."""
    cases = [*people("radiographer", "award", 20), *people("radiographer", "further_evidence", 20),
             *people("academic", "award", 2), *people("academic", "further_evidence", 2)]  # fmt: skip
    found = told(publishable(outcome_tables(cases), policy(round_to=1)))
    applied = {key: number for key, (number, _) in found.items() if key[1] == "applied"}
    assert applied in ({("all", "applied"): 44}, {("radiographer", "applied"): 40})
    assert not {key for key in found if key[0] == "academic"}


def test_first_and_final_attempts_of_a_year_do_not_tell_of_the_one_who_came_again(policy):
    """By hand. Of 33, 20 were awarded at first and 21 in the end, exact: both together tell that one came again."""
    awarded, others = people("academic", "award", 20), people("academic", "further_evidence", 13)
    again = [(others[0][0], "academic", "award"), *others[1:]]
    tables = (year_table(awarded + others, "first"), year_table(awarded + again, "final"))
    found = publishable(tables, policy(round_to=1))
    assert any(told([one]) for one in found)
    awards = {told([one]).get(("2025", "award"), (None,))[0] for one in found}
    assert awards in ({None}, {20, None}, {21, None})


@pytest.mark.parametrize(("rest", "of", "share"), [(11, 20, None), (12, 25, 0.4)])
def test_shares_of_few_are_not_given(policy, rest, of, share):
    """By hand. 11 of 22 are printed as 10 of 20, without a share; 11 of 23 as 10 of 25, which is 40 %."""
    cases = [*people("academic", "award", 11), *people("academic", "further_evidence", rest)]
    (table,) = publishable(outcome_tables(cases)[:1], policy())
    award = cells(table)["all", "award"]
    assert (award.count, award.of, award.value) == (10, of, share)
    assert (award.interval is None) is (share is None)
