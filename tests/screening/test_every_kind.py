"""For every kind of finding: where it is said, where it must not be, and where nobody could see it."""

import pytest

from mrse_assess.screening.registry import CHECKS
from mrse_assess.screening.vocabulary import check_data
from mrse_assess.terms import Look

from .kinds import EXAMPLES

EVERY = [(check, kind) for check, kinds in EXAMPLES.items() for kind in kinds]

WITHOUT_PAGES = {
    ("simulated", "declared"),  # the cross reference table declares it
    ("traps", "3_not_independent"),  # the only piece cited for the category
    ("personal_data", "file_name"),  # the name of the file
    ("dates", "no_submission_day"),  # the front pages
    ("authorship", "no_applicant"),
}
"""What is known of an item although none of its pages could be read."""

TESTED_ELSEWHERE = {
    ("similar", "across"),  # between applications: the tests of fingerprints
}


def told(looked):
    return {each.kind: each.outcome for each in looked.observations}


def test_there_is_an_example_of_every_kind_that_the_data_word(scheme):
    worded = {(check, kind) for check in CHECKS for kind in check_data(check, scheme).wordings}
    assert worded - set(EVERY) == TESTED_ELSEWHERE
    assert set(EVERY) <= worded


@pytest.mark.parametrize(("check_id", "kind"), EVERY)
def test_a_kind_is_said_where_it_should_be(material, check, check_id, kind):
    assert kind in told(check(check_id, EXAMPLES[check_id][kind][0].build(material)))


@pytest.mark.parametrize(("check_id", "kind"), EVERY)
def test_a_kind_is_not_said_of_its_neighbour(material, check, check_id, kind):
    assert kind not in told(check(check_id, EXAMPLES[check_id][kind][1].build(material)))


@pytest.mark.parametrize(("check_id", "kind"), EVERY)
def test_what_nobody_could_see_is_neither_found_nor_cleared(material, check, check_id, kind):
    blind = told(check(check_id, EXAMPLES[check_id][kind][0].build(material, readable=False)))
    seen = {found for found, outcome in blind.items() if outcome is not Look.NOT_CHECKABLE}
    assert seen <= {known for mine, known in WITHOUT_PAGES if mine == check_id}
    assert Look.NOT_CHECKABLE in blind.values()
