"""Cohorts written down by hand, many times over; see the measures' own for who is in them."""

from dataclasses import replace

import pytest
from numpy.random import default_rng

from mrse_assess.cohort.disclosure import load_policy
from mrse_assess.cohort.frames import frames, rows_of
from mrse_assess.cohort.measures import Attempts, Period, of_cohort, studies

from ..frames.conftest import SCHEME, WORDS
from ..measures.conftest import _cases, copied


def tables_of(cases, period=Period.YEAR):
    """All tables of first and of final attempts."""
    made = frames([rows_of(case) for case in cases], WORDS)
    return tuple(
        table
        for attempts in Attempts
        for study in studies(made, {SCHEME.version: SCHEME}, WORDS, attempts=attempts)
        for table in of_cohort(study, period, default_rng(1))
    )


def cohort(**times):
    """As many of each application of the small cohort as is said, none of those that are not."""
    return [
        copied(case, f"{case.application}-{number}")
        for case in _cases()
        for number in range(times.get(case.application, 0))
    ]


@pytest.fixture(scope="session")
def exact():
    """110 applications; what nobody or hardly anybody has is told of too."""
    return tables_of(cohort(A1=24, A5=11, B1=9, B2=17, D1=13, S1=8, M1=3, U1=7))


@pytest.fixture(scope="session")
def policy():
    """The policy that comes with the program, with some of it changed."""

    def make(**said):
        return replace(load_policy(), **said)

    return make


def named(tables, name, attempts="first"):
    """One table by its id."""
    (found,) = [one for one in tables if (one.id, one.attempts) == (name, attempts)]
    return found


def cells(table):
    """The cells by the key of their row and column."""
    return {(*row.key, column): cell for row, (column, _), cell in table.cells()}
