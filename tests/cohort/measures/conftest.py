"""A cohort written down by hand; all applications, people and items are invented.

Counted once, here:

A1 to A6  everything satisfactory (17 items): award. A1 to A4 radiographers, A5 and A6 of no recorded role.
B1 to B3  2.1, 2.2 and 4.1 lost, by one item each: 13 of 16, and category 2 lost, so two rules are not met. 2.1 for
          "undated" (all assessors), 2.2 because it belongs in 7.2, 4.1 for "relay_only" with "undated" beside it. B1
          has three more items under 4.1 that fail for "undated" alone. Further evidence.
D1        1.2 lost for "outdated", and with it one of two references: one rule not met. Not awarded.
S1        5.1, 5.2 and 6.1 on simulated items alone: one rule not met, by one. Further evidence.
M1        the authentication is missing: one rule not met. Incomplete.
U1        as A, but nobody has chosen an outcome.
B1 came again: its second attempt has everything satisfactory, and was awarded in 2027.

So 13 applied. Of 12 first attempts decided: 6 awards, 4 further evidence, 1 not awarded, 1 incomplete. A1 to A6 were
decided in 2025, the other first attempts in 2026. 17 items each and three more of B1: 207, of which 9 and 3 and 1 fail.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from mrse_assess.cohort.frames import Moment, frames, rows_of
from mrse_assess.cohort.measures import Attempts, studies
from mrse_assess.model.judgement import OutcomeChoice
from mrse_assess.terms import OutcomeKind, Phase

from ..frames.conftest import BAD, SCHEME, WORDS, Written

CALLED = "2025"


def decided(written, kind, day, **said):
    """The case with an outcome chosen on that day, received thirty days before, in the panel for the last five."""
    chosen = OutcomeChoice(
        application=written.application, attempt=1, outcome=kind, ground="", by="chair", event="o",
        recorded_at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
    )  # fmt: skip
    panel = Moment(state="panel", since=chosen.recorded_at - timedelta(days=5), until=chosen.recorded_at)
    known = {
        "outcome": chosen, "state": "decided", "guidance": CALLED, "received": day - timedelta(days=30),
        "sealed": day - timedelta(days=5), "moments": (panel,),
    }  # fmt: skip
    return at_first_seal(written.case(**known | said))


def at_first_seal(case):
    """With what each assessor says as what they had said when they first sealed."""
    rows = [*case.own.judgements, *case.own.conclusions]
    said = {
        (row.assessor, row.sub_category, getattr(row, "evidence_id", "")): row.verdict
        for row in rows
        if row.phase is Phase.INDIVIDUAL
    }
    return replace(case, first_sealed=said)


def second(case, **said):
    """The case as its application's second and final attempt."""

    def again(rows):
        return tuple(replace(row, attempt=2) for row in rows)

    own = replace(
        case.own, attempt=2, judgements=again(case.own.judgements), conclusions=again(case.own.conclusions),
        parts=again(case.own.parts),
    )  # fmt: skip
    return replace(case, attempt=2, own=own, counted=own, outcome=replace(case.outcome, attempt=2), **said)


def short(name, more=0):
    written = Written(name).fail("4.1", "relay_only", "undated").fail("2.1", "undated")
    written.fail("2.2", "wrong_sub_category", target="7.2")
    for number in range(more):
        for who in written.people:
            written.item(who, "4.1", f"X{number}", verdict=BAD, reasons=("undated",), primary_reason="undated")
    return written


def on_simulated(name):
    written = Written(name)
    for who in written.people:
        for code in ("5.1", "5.2", "6.1"):
            written.item(who, code, f"E{code}", simulated=True)
    return written


def without_authentication(name):
    written = Written(name)
    written.parts["authentication"] = False
    return written


def named(judgements, application):
    """The judgements as those of another application."""

    def of_it(rows):
        return tuple(replace(row, application=application) for row in rows)

    return replace(
        judgements, application=application, judgements=of_it(judgements.judgements),
        conclusions=of_it(judgements.conclusions), parts=of_it(judgements.parts),
    )  # fmt: skip


def copied(case, name):
    """The case under another name."""
    outcome = case.outcome and replace(case.outcome, application=name)
    return replace(
        case, application=name, own=named(case.own, name), counted=named(case.counted, name), outcome=outcome
    )


def _cases():
    early, late = date(2025, 6, 30), date(2026, 3, 4)
    yield from (
        decided(Written(f"A{number}"), OutcomeKind.AWARD, early, role="radiographer" if number < 5 else "")
        for number in range(1, 7)
    )
    first = decided(short("B1", more=3), OutcomeKind.FURTHER_EVIDENCE, late, is_final=False)
    yield first
    again = decided(Written("B1"), OutcomeKind.AWARD, date(2027, 1, 5))
    yield second(again)
    yield decided(short("B2"), OutcomeKind.FURTHER_EVIDENCE, late)
    yield decided(short("B3"), OutcomeKind.FURTHER_EVIDENCE, late)
    yield decided(Written("D1").fail("1.2", "outdated"), OutcomeKind.NOT_AWARDED, late)
    yield decided(on_simulated("S1"), OutcomeKind.FURTHER_EVIDENCE, late)
    yield decided(without_authentication("M1"), OutcomeKind.INCOMPLETE, late)
    waiting = Moment(state="sealed", since=datetime(2026, 5, 1, tzinfo=UTC), until=None)
    yield at_first_seal(
        Written("U1").case(state="sealed", guidance=CALLED, received=date(2026, 4, 1), moments=(waiting,))
    )


def study_of(cases, attempts=Attempts.FIRST):
    """The one study of cases under one guidance version."""
    (study,) = studies(
        frames([rows_of(case) for case in cases], WORDS), {SCHEME.version: SCHEME}, WORDS, attempts=attempts
    )
    return study


@pytest.fixture(scope="session")
def cases():
    return tuple(_cases())


@pytest.fixture(scope="session")
def first(cases):
    return study_of(cases)


@pytest.fixture(scope="session")
def final(cases):
    return study_of(cases, Attempts.FINAL)


@pytest.fixture(scope="session")
def nobody():
    return study_of(())


def counts(table):
    """The counts of every cell, by row key and column key."""
    return {(*row.key, column[0]): cell.count for row, column, cell in table.cells()}


def row(table, *key):
    """The cells of one row by column key."""
    (found,) = [one for one in table.rows if one.key == key]
    return dict(zip([column for column, _ in table.columns], found.cells, strict=True))


def rowed(table, *key):
    """Count and denominator of each cell of one row."""
    return {column: (cell.count, cell.of) for column, cell in row(table, *key).items()}
