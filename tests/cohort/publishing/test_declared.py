"""Every table is declared: read in one way, or never published for a reason in words."""

from dataclasses import replace

import pytest
from numpy.random import default_rng

from mrse_assess.cohort.disclosure import load_policy
from mrse_assess.cohort.measures import Period, of_assessors, of_cohort
from mrse_assess.cohort.publishing import publishable
from mrse_assess.cohort.publishing.declared import Declared, Never, declarations
from mrse_assess.cohort.publishing.publishing import READINGS
from mrse_assess.errors import SchemeError

from ..measures.conftest import _cases, study_of
from .conftest import cohort, tables_of


@pytest.mark.parametrize("period", list(Period))
def test_every_table_of_a_study_is_declared(period):
    study = study_of(list(_cases()))
    undeclared = [one.id for one in of_cohort(study, period, default_rng(1)) if declarations().of(one.id) is None]
    assert undeclared == []


def test_nothing_of_assessors_is_ever_published():
    study = study_of(list(_cases()))
    for table in of_assessors(study, Period.YEAR, default_rng(1)):
        assert isinstance(declarations().of(table.id), Never), table.id
        (found,) = publishable([table], load_policy())
        assert (found.rows, found.applications, len(found.notes)) == ((), None, 1)


def test_each_declaration_has_a_reading_and_each_refusal_says_why():
    assert {one.reading for one in declarations().read} == set(READINGS)
    assert all(len(one.why.split()) > 8 for one in declarations().never)
    declared = [name for one in declarations().read for name in one.tables]
    assert len(declared) == len(set(declared))
    assert all(isinstance(declarations().of(name), Declared) for name in declared)


def test_a_table_that_nobody_declared_comes_back_without_a_number():
    table = replace(tables_of(cohort(A1=30))[0], id="outcomes_by_employer")
    (found,) = publishable([table], load_policy())
    assert (found.rows, found.columns, found.applications) == ((), (), None)
    assert found.notes == (declarations().words["undeclared"],)


def test_employer_against_outcome_is_refused_whatever_is_declared(monkeypatch):
    tables = tables_of(cohort(A1=30, D1=30))
    own = replace(declarations().of("outcomes"), fields=("employer", "outcome"))
    other = replace(declarations(), read=(own,))
    monkeypatch.setattr("mrse_assess.cohort.publishing.publishing.declarations", lambda: other)
    (found,) = publishable(tables[:1], load_policy())
    assert found.rows == ()
    assert "never shown against each other" in found.notes[0]


def test_a_damaged_declaration_is_refused(tmp_path):
    path = tmp_path / "declared.toml"
    path.write_text("[[read]]\ntables = ['x']\n", encoding="utf-8")
    with pytest.raises(SchemeError, match=r"declared\.toml"):
        declarations(path)
