"""Screening against judgement: by hand on a few applications, and on drawn ones whose checks are known.

By hand: in each of twenty applications (K01 to K20) four items of 2.1. The check for dates

    E1  has a concern,     not satisfactory
    E2  has a concern,     satisfactory in K01 to K10, not satisfactory in the others
    E3  has none,          satisfactory, in K20 not
    E4  could not look,    not satisfactory in K01 to K05, satisfactory in the others

so of 40 concerns 30 are of items not satisfactory, of 20 without one 1, of 20 that it could not look at 5; and of the
36 not satisfactory it pointed to 30. The check for scope has no concern about anything, the one for traps about E3.
"""

from dataclasses import replace

import pytest
from numpy.random import default_rng

from mrse_assess.cohort.frames import frames
from mrse_assess.cohort.frames.building import from_rows
from mrse_assess.cohort.measures import Attempts, studies
from mrse_assess.cohort.measures.screening import ANY, screening_against_judgement
from mrse_assess.terms import Look, OutcomeKind, RuleStatus, Verdict

from ..frames.conftest import BAD, GOOD, SCHEME, WORDS
from .conftest import CALLED, counts, row, rowed

CONCERN, CLEAR, UNSEEN = Look.CONCERN, Look.CLEAR, Look.NOT_CHECKABLE
_CASE = ("application", "attempt", "is_first", "is_final", "guidance", "scheme", "outcome", "rules")


def study_of(names, rows, undecided=()):
    """The study of applications that were decided, with these rows of what was screened."""
    cases = [
        (name, 1, True, True, CALLED, SCHEME.version, *((None, None) if name in undecided else DECIDED))
        for name in names
    ]
    known = from_rows("applications", _CASE, cases, WORDS)
    whole = replace(frames([], WORDS), applications=known, screened=from_rows("screened", (), rows, WORDS))
    (study,) = studies(whole, {SCHEME.version: SCHEME}, WORDS, attempts=Attempts.FIRST)
    return study


DECIDED = (str(OutcomeKind.AWARD), str(RuleStatus.MET))


def said(name, item, verdict, aside=None, **looks):
    """The rows of one item: checks that are not named are clear."""
    for check in SCHEME.check_names:
        look = looks.get(check, CLEAR)
        put_aside = aside if look is CONCERN else None
        yield (name, 1, "2.1", item, check, str(look), put_aside, verdict and str(verdict))


NAMES = [f"K{number:02d}" for number in range(1, 21)]


def by_hand(put_aside=True):
    for number, name in enumerate(NAMES, start=1):
        aside = number > 15 if put_aside else None
        yield from said(name, "E1", BAD, False if put_aside else None, dates=CONCERN)
        yield from said(name, "E2", GOOD if number <= 10 else BAD, aside, dates=CONCERN)
        yield from said(name, "E3", BAD if number == 20 else GOOD, False if put_aside else None, traps=CONCERN)
        yield from said(name, "E4", BAD if number <= 5 else GOOD, dates=UNSEEN)


@pytest.fixture(scope="module")
def table():
    return screening_against_judgement(study_of(NAMES, list(by_hand())), default_rng(1))


def test_what_was_found_where_a_check_had_a_concern_none_or_could_not_look(table):
    assert rowed(table, "dates") == {
        "wanting_where_concern": (30, 40),
        "wanting_where_clear": (1, 20),
        "wanting_where_not_checkable": (5, 20),
        "wanting_difference": (None, 20),
        "wanting_pointed_to": (30, 36),
        "put_aside": (5, 40),
    }
    assert row(table, "dates")["wanting_difference"].value == pytest.approx(100 * (30 / 40 - 1 / 20))


def test_a_check_without_a_concern_says_that_there_is_nothing_to_compare(table):
    cells = row(table, "scope")
    assert (cells["wanting_where_clear"].count, cells["wanting_where_clear"].of) == (36, 80)
    assert (cells["wanting_where_concern"].of, cells["wanting_where_concern"].why) == (0, "No such item.")
    assert (cells["wanting_difference"].value, cells["wanting_difference"].why) == (
        None,
        "No items on one of the two sides.",
    )
    assert (cells["wanting_pointed_to"].count, cells["wanting_pointed_to"].of) == (0, 36)


def test_all_checks_together_count_an_item_once(table):
    assert rowed(table, ANY) == {
        "wanting_where_concern": (31, 60),
        "wanting_where_clear": (0, 0),
        "wanting_where_not_checkable": (5, 20),
        "wanting_difference": (None, None),
        "wanting_pointed_to": (31, 36),
        "put_aside": (5, 60),
    }


def test_a_concern_of_one_check_stands_before_what_another_could_not_see():
    rows = [one for name in NAMES for one in said(name, "E1", BAD, False, dates=CONCERN, scope=UNSEEN)]
    cells = rowed(screening_against_judgement(study_of(NAMES, rows), default_rng(1)), ANY)
    assert (cells["wanting_where_concern"], cells["wanting_where_not_checkable"]) == ((20, 20), (0, 0))


def test_the_applications_behind_a_number_can_be_looked_at(table):
    cells = row(table, "dates")
    assert cells["wanting_where_clear"].applications == ("K20",)
    assert cells["wanting_where_not_checkable"].applications == tuple(NAMES[:5])
    assert cells["wanting_difference"].applications == tuple(NAMES)
    assert cells["put_aside"].applications == tuple(NAMES[15:])


def test_intervals_come_from_whole_applications(table):
    """As wide as the spread between applications makes them, worked out by hand.

    Concerns: an application adds 0.5 of 40 too few or too many, so the standard error is 0.5 / 40 x sqrt(20). For the
    difference the part of E3 is taken off: 0.05 of 20 too few in nineteen, 0.95 too many in K20.
    """
    cells = row(table, "dates")
    apart = 10 * (-0.0125 + 0.0025) ** 2 + 9 * (0.0125 + 0.0025) ** 2 + (0.0125 - 0.0475) ** 2
    for column, error in (("wanting_where_concern", 0.5 / 40 * 20**0.5), ("wanting_difference", 100 * apart**0.5)):
        interval = cells[column].interval
        assert interval.how == "bootstrap by application"
        assert interval.low < cells[column].value < interval.high, column
        assert interval.high - interval.low == pytest.approx(2 * 1.96 * error, rel=0.06), column
    assert row(table, "scope")["wanting_pointed_to"].interval is None
    assert row(table, "scope")["wanting_pointed_to"].why


def test_items_of_one_application_are_not_independent():
    """Ten times the same items in each application: no more is known of the check."""
    rows = [(*one[:3], f"{one[3]}-{turn}", *one[4:]) for turn in range(10) for one in by_hand()]
    once = screening_against_judgement(study_of(NAMES, list(by_hand())), default_rng(1))
    often = screening_against_judgement(study_of(NAMES, rows), default_rng(1))
    for column in ("wanting_where_concern", "wanting_difference"):
        one, ten = row(once, "dates")[column], row(often, "dates")[column]
        assert ten.value == pytest.approx(one.value)
        assert ten.interval.high - ten.interval.low == pytest.approx(one.interval.high - one.interval.low)


def test_open_verdicts_and_undecided_applications_are_left_out(table):
    rows = [
        *by_hand(),
        *said("K01", "E5", None, dates=CONCERN),
        *said("K02", "E5", Verdict.REFERRED_TO_PANEL, dates=CONCERN),
        *said("U", "E1", BAD, dates=CONCERN),
    ]
    found = screening_against_judgement(study_of([*NAMES, "U"], rows, undecided=["U"]), default_rng(1))
    assert found.rows == table.rows
    assert "nobody has chosen an outcome yet: 1" in found.notes[-2]


def test_how_many_have_no_kept_screening_is_said(table):
    more = screening_against_judgement(study_of([*NAMES, "N1", "N2"], list(by_hand())), default_rng(1))
    assert more.rows == table.rows
    assert more.applications == table.applications == 20
    assert "20 of 22 decided" in more.notes[-1]
    none = screening_against_judgement(study_of(NAMES, []), default_rng(1))
    assert none.notes[0].startswith("No application")
    assert "0 of 20 decided" in none.notes[-1]
    assert [one.key[0] for one in none.rows] == [*SCHEME.check_names, ANY]
    assert set(counts(none).values()) == {0, None}


def test_of_few_applications_counts_are_told_and_no_share():
    few = study_of(NAMES[:4], [one for one in by_hand() if one[0] in NAMES[:4]])
    cells = row(screening_against_judgement(few, default_rng(1)), "dates")
    assert (cells["wanting_where_concern"].count, cells["wanting_where_concern"].of) == (4, 8)
    for column in ("wanting_where_concern", "wanting_difference"):
        assert cells[column].value is None
        assert cells[column].why.startswith("Too few")


def test_what_was_put_aside_is_not_told_where_it_is_private():
    table = screening_against_judgement(study_of(NAMES, list(by_hand(put_aside=False))), default_rng(1))
    for check in ("dates", ANY):
        cell = row(table, check)["put_aside"]
        assert (cell.count, cell.of, cell.value) == (None, None, None)
        assert "theirs" in cell.why
    assert row(table, "scope")["put_aside"].why == "No such item."


def test_it_is_said_that_checks_are_measured_and_no_people(table):
    assert "screening" in table.title
    assert "not people" in table.notes[0]
    assert "not independent" in table.notes[1]


SENSITIVITY, FALSE_ALARM, NO_USE = 0.6, 0.15, 0.3
WANTING = 0.25


APPLICATIONS = 80


def drawn(seed):
    """Items of which an eighth to a half are wanting, by application: dates points to 0.6 of them, scope to any."""
    random = default_rng(seed)
    for number in range(APPLICATIONS):
        wanting = random.beta(3, 9)
        for item in range(int(random.integers(10, 40))):
            failed = random.random() < wanting
            looks = {
                "dates": random.random() < (SENSITIVITY if failed else FALSE_ALARM),
                "scope": random.random() < NO_USE,
            }
            yield from said(
                f"D{number:03d}", f"E{item}", BAD if failed else GOOD, False,
                **{check: CONCERN for check, held in looks.items() if held},
            )  # fmt: skip


@pytest.mark.parametrize(("cohorts", "misses"), [(3, 1), pytest.param(20, 4, marks=pytest.mark.slow)])
def test_what_is_known_of_drawn_checks_is_found_within_the_intervals(cohorts, misses):
    """At 95 %, more than four misses of twenty have a chance of less than 0.3 %, two of three of less than 0.8 %."""
    pointed = WANTING * SENSITIVITY / (WANTING * SENSITIVITY + (1 - WANTING) * FALSE_ALARM)
    missed = WANTING * (1 - SENSITIVITY) / (WANTING * (1 - SENSITIVITY) + (1 - WANTING) * (1 - FALSE_ALARM))
    true = {
        ("dates", "wanting_where_concern"): pointed,
        ("dates", "wanting_where_clear"): missed,
        ("dates", "wanting_difference"): 100 * (pointed - missed),
        ("dates", "wanting_pointed_to"): SENSITIVITY,
        ("scope", "wanting_difference"): 0,
        ("scope", "wanting_pointed_to"): NO_USE,
    }
    held = dict.fromkeys(true, 0)
    names = [f"D{number:03d}" for number in range(APPLICATIONS)]
    for seed in range(cohorts):
        table = screening_against_judgement(study_of(names, list(drawn(seed))), default_rng(seed))
        for (check, column), value in true.items():
            interval = row(table, check)[column].interval
            held[check, column] += interval.low <= value <= interval.high
    assert min(held.values()) >= cohorts - misses, held


def test_a_check_of_another_scheme_is_no_check_of_this_one(table):
    other = replace(SCHEME, check_names={"dates": "dates", "traps": "what the guidance bars"})
    study = replace(study_of(NAMES, list(by_hand())), schemes={SCHEME.version: other})
    found = screening_against_judgement(study, default_rng(1))
    assert [one.key[0] for one in found.rows] == ["dates", "traps", ANY]
    assert rowed(found, "dates") == rowed(table, "dates")
