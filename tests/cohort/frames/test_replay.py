"""The same applications under other numbers and readings: what frames alone say is what reading them again would."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.cohort.frames import frames, replay, rows_of
from mrse_assess.cohort.frames.replaying import with_thresholds
from mrse_assess.errors import BadRequestError

from .conftest import SCHEME, WORDS, Written
from .test_properties import READINGS, case_of, judged

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


def outcomes(cohort, **thresholds):
    found = replay(cohort, with_thresholds(SCHEME, thresholds), WORDS, decided_under=SCHEME)
    return dict(zip(found.applications["application"], found.applications["rules"], strict=True))


def test_under_its_own_scheme_nothing_changes(cohort):
    found = replay(cohort, SCHEME, WORDS, decided_under=SCHEME)
    assert found.applications.equals(cohort.applications)
    assert found.rules.equals(cohort.rules)


def test_what_the_pass_rate_would_be_under_other_numbers(cohort):
    """By hand: B has 13 of 16 and no major category 2; D has one reference; all of category 1 is open in C."""
    assert outcomes(cohort) == {"A": "met", "B": "not_met", "C": "undetermined", "D": "not_met"}
    assert outcomes(cohort, sub_categories=13)["B"] == "not_met"
    assert outcomes(cohort, sub_categories=13, major_categories=7)["B"] == "met"
    assert outcomes(cohort, mhra_references=1)["D"] == "met"
    assert outcomes(cohort, mhra_references=0, major_categories=7)["C"] == "met"
    assert outcomes(cohort, sub_categories=17) == dict.fromkeys("ABCD", "not_met")


def test_three_simulated_would_pass_where_two_are_allowed():
    written = Written("X")
    for who in written.people:
        for code in ("5.1", "5.2", "6.1"):
            written.item(who, code, f"E{code}", simulated=True)
    table = frames([rows_of(written.case())], WORDS)
    assert outcomes(table) == {"X": "not_met"}
    assert outcomes(table, simulated_limit=3) == {"X": "met"}


def test_how_far_it_would_be_is_told_anew(cohort):
    """At 16 of 16 three sub-categories are missing to B, two of them in category 2."""
    found = replay(cohort, with_thresholds(SCHEME, {"sub_categories": 16}), WORDS, decided_under=SCHEME)
    told = found.applications.set_index("application")["short_of"]
    assert told["B"] == 3
    rules = found.rules.set_index(["application", "rule"])
    assert (rules.loc[("B", "sub_categories"), "threshold"], rules.loc[("B", "sub_categories"), "margin"]) == (16, -3)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(judged(), READINGS), min_size=1, max_size=3), THRESHOLDS)
def test_replaying_frames_is_reading_the_records_again(several, thresholds):
    other = with_thresholds(SCHEME, thresholds)
    cases = [
        replace(case_of(judgements, readings), application=f"X{number}")
        for number, (judgements, readings) in enumerate(several)
    ]
    before = frames([_rows(case, SCHEME) for case in cases], WORDS)
    after = frames([_rows(case, other) for case in cases], WORDS)
    found = replay(before, other, WORDS, decided_under=SCHEME)
    assert found.applications.equals(after.applications)
    assert found.rules.equals(after.rules)
    assert found.asked <= len(cases)


def _rows(case, scheme):
    """The judgements are those of X, whichever application they are counted for."""
    own = {name: _named(getattr(case, name), case.application) for name in ("own", "counted")}
    return rows_of(replace(case, scheme=scheme, **own))


def _named(judgements, application):
    def named(rows):
        return tuple(replace(row, application=application) for row in rows)

    return replace(
        judgements, application=application, judgements=named(judgements.judgements),
        conclusions=named(judgements.conclusions), parts=named(judgements.parts),
    )  # fmt: skip


def test_a_number_that_no_rule_has_is_refused():
    with pytest.raises(BadRequestError, match="parts"):
        with_thresholds(SCHEME, {"parts": 3})


def test_what_needs_the_records_is_refused(cohort):
    """How many items a sub-category needs decides its state, which the frames have settled."""
    first, *others = SCHEME.categories
    unit, *rest = first.sub_categories
    units = (replace(unit, minimum_items=2), *rest)
    other = replace(SCHEME, categories=(replace(first, sub_categories=units), *others))
    with pytest.raises(BadRequestError, match="replay of frames"):
        replay(cohort, other, WORDS, decided_under=SCHEME)


def test_applications_of_another_version_are_left_out(cohort, cases):
    older = rows_of(replace(cases[0], scheme=replace(SCHEME, version="0")))
    table = frames([older, *map(rows_of, cases[1:])], WORDS)
    assert set(outcomes(table)) == {"B", "C", "D"}
