"""Ambiguous clauses: when the screen asks for a reading, and what recording one does."""

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.terms import Verdict
from mrse_assess.workbench.views import ConclusionEntry, Entry, Unit

CLAUSE = "mhra_counts_in"


def line(bench, rule):
    return next(one for one in bench.standing().rules if one.rule == rule)


@pytest.fixture
def differing(bench):
    """A reference to the guidelines in a sub-category that is not satisfactory: it counts under one reading only."""
    edition = bench._assessment.scheme.reference_editions[0]
    bench.judge(Unit("1.1", "1"), Entry(verdict=Verdict.SATISFACTORY, mhra_edition=edition))
    bench.conclude("1.1", ConclusionEntry(verdict=Verdict.NOT_SATISFACTORY))
    return bench


def test_nothing_is_asked_while_all_readings_count_alike(bench):
    assert all(one.readings == () for one in bench.standing().rules)


def test_a_clause_is_asked_once_its_readings_count_differently(differing):
    (question,) = line(differing, "mhra_references").readings
    assert question.id == CLAUSE
    assert {option.value: option.observed for option in question.options} == {"satisfactory": 0, "any": 1}
    assert (question.used, question.ground) == ("satisfactory", "")
    assert question.default_ground


def test_a_recorded_reading_counts_and_says_on_whose_authority(differing):
    receipt = differing.choose_reading(CLAUSE, "any", " Chair, 3 November 2026 ")
    assert receipt.event
    found = line(differing, "mhra_references")
    assert found.observed == 1
    (question,) = found.readings
    assert (question.used, question.ground) == ("any", "Chair, 3 November 2026")
    assert {option.value: option.observed for option in question.options} == {"satisfactory": 0, "any": 1}


@pytest.mark.parametrize(
    ("clause", "value", "ground"),
    [(CLAUSE, "any", "  "), (CLAUSE, "both", "Chair"), ("no_such_clause", "any", "Chair")],
)
def test_a_reading_without_authority_or_unknown_is_refused(differing, clause, value, ground):
    with pytest.raises(BadRequestError):
        differing.choose_reading(clause, value, ground)
    assert line(differing, "mhra_references").observed == 0
