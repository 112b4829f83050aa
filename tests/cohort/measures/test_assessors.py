"""What rests on what each assessor said. Counted once, here; everything else is as in the frames' own cohort.

V1  Kim fails 2.1 and 2.2 for "undated" and Jo does not; the panel finds 2.1 satisfactory and 2.2 not. Kim alone would
    have lost category 2; in the end 15 of 16 are satisfactory, and every rule is met.
V2  both find everything satisfactory, and the panel does not 5.1: 15 of 16, met.
V3  both fail 6.1, Jo for "undated" and Kim for "outdated", and the panel confirms the conclusion: 15 of 16, met.
V4  both fail 7.1 for "undated": 15 of 16, met.
"""

from dataclasses import replace
from datetime import date

import pytest
from numpy.random import default_rng

from mrse_assess.cohort.measures import (
    Period,
    before_and_after,
    drift,
    effect_of_moderation,
    of_assessors,
    reasons_that_split,
    with_another_assessor,
)
from mrse_assess.errors import BadRequestError
from mrse_assess.terms import OutcomeKind, Phase

from ..frames.conftest import BAD, GOOD, Written
from .conftest import at_first_seal, copied, counts, decided, row, rowed, study_of

DAY = date(2026, 3, 4)
PANEL = {"phase": Phase.MODERATION}


def said_by_panel(written, code, verdict):
    """The panel's word on the item and on the sub-category."""
    reasons = {} if verdict is GOOD else {"reasons": ("undated",), "primary_reason": "undated"}
    return written.item("cho", code, f"E{code}", verdict=verdict, **reasons, **PANEL).whole(
        "cho", code, verdict=verdict, **PANEL
    )


def differing():
    written = Written("V1").fail("2.1", "undated", who=("kim",)).fail("2.2", "undated", who=("kim",))
    return said_by_panel(said_by_panel(written, "2.1", GOOD), "2.2", BAD)


def _cases():
    third = Written("V3").fail("6.1", "undated", who=("jo",)).fail("6.1", "outdated", who=("kim",))
    yield decided(differing(), OutcomeKind.AWARD, DAY)
    yield decided(said_by_panel(Written("V2"), "5.1", BAD), OutcomeKind.AWARD, DAY)
    yield decided(third.whole("cho", "6.1", verdict=BAD, **PANEL), OutcomeKind.AWARD, DAY)
    yield decided(Written("V4").fail("7.1", "undated"), OutcomeKind.AWARD, DAY)


@pytest.fixture(scope="module")
def four():
    return study_of(_cases())


@pytest.fixture(scope="module")
def twenty():
    """Each of them five times."""
    return study_of(copied(case, f"{case.application}{copy}") for case in _cases() for copy in "abcde")


def test_what_the_panel_did_with_what_was_said(four):
    """It spoke on 2.1, 2.2, 5.1 and 6.1; of 6.1 on the conclusion alone."""
    table = effect_of_moderation(four)
    assert rowed(table, "conclusions") == {"had_differed": (2, 4), "overturned": (1, 4), "confirmed": (1, 4)}
    assert rowed(table, "items") == {"had_differed": (2, 3), "overturned": (1, 3), "confirmed": (0, 3)}
    assert row(table, "conclusions")["overturned"].applications == ("V2",)


def test_a_panel_that_says_two_things_of_a_unit_has_settled_nothing():
    written = differing().whole("lou", "2.1", verdict=BAD, **PANEL)
    table = effect_of_moderation(study_of([decided(written, OutcomeKind.FURTHER_EVIDENCE, DAY)]))
    assert rowed(table, "conclusions") == {"had_differed": (1, 1), "overturned": (0, 1), "confirmed": (0, 1)}


def test_rules_before_and_after_the_panel(four):
    """Before it, category 2 of V1 was open; the others lost no more than one sub-category, before or after."""
    table = before_and_after(four, default_rng(1))
    assert {key: count for key, count in counts(table).items() if count} == {
        ("met", "met"): 3, ("undetermined", "met"): 1,
    }  # fmt: skip


def test_reasons_that_others_did_not_share(four):
    """Undated: Kim's two on V1, Jo's on V3, both on V4. Outdated: Kim's on V3."""
    table = reasons_that_split(four)
    assert rowed(table, "undated") == {"verdict_differs": (2, 4), "another_reason": (1, 4), "same_reason": (1, 4)}
    assert rowed(table, "outdated") == {"verdict_differs": (0, 1), "another_reason": (1, 1), "same_reason": (0, 1)}
    assert sum(cell.count for _, _, cell in table.cells()) == 5


def test_decisions_with_another_assessor(twenty):
    """Of V1's two one would have met and one not: a quarter differ; one in eight from the end that they came to."""
    table = with_another_assessor(twenty, default_rng(1))
    found = row(table, "all")
    assert (found["any_two_differ"].count, found["any_two_differ"].of) == (5, 20)
    assert found["any_two_differ"].applications == ("V1a", "V1b", "V1c", "V1d", "V1e")
    assert (found["pair_differs"].value, found["differs_from_decision"].value) == (0.25, 0.125)
    assert found["pair_differs"].interval.low < 0.25 < found["pair_differs"].interval.high
    assert row(table, "not_met")["any_two_differ"].of == 0


def test_a_pair_of_three_is_drawn_without_returning_it():
    """Lee sides with Jo: of three pairs two differ; one in three differs from the end."""
    written = Written("W", people=("jo", "kim", "lee"))
    written.fail("2.1", "undated", who=("kim",)).fail("2.2", "undated", who=("kim",))
    case = decided(said_by_panel(said_by_panel(written, "2.1", GOOD), "2.2", BAD), OutcomeKind.AWARD, DAY)
    study = study_of(copied(case, f"W{number}") for number in range(10))
    found = row(with_another_assessor(study, default_rng(1)), "all")
    assert found["pair_differs"].value == pytest.approx(2 / 3)
    assert found["differs_from_decision"].value == pytest.approx(1 / 3)


def test_whoever_leaves_the_end_open_decides_nothing_alone():
    """Kim refers category 2 to the panel: nobody is left to differ from Jo."""
    written = Written("W")
    for code in ("2.1", "2.2"):
        written.whole("kim", code, verdict="referred_to_panel")
        written.whole("cho", code, verdict=GOOD, **PANEL)
    found = row(with_another_assessor(study_of([decided(written, OutcomeKind.AWARD, DAY)]), default_rng(1)), "all")
    assert found["any_two_differ"].of == 0


def test_a_sample_is_told_and_the_same_for_the_same_generator():
    study = study_of(copied(case, f"{case.application}-{copy:03}") for case in _cases() for copy in range(101))
    tables = [with_another_assessor(study, default_rng(seed)) for seed in (3, 3, 4)]
    assert row(tables[0], "all")["any_two_differ"].of == 400
    assert (
        "Decided again were 400 applications, drawn from the 404 that two or more assessors judged." in tables[0].notes
    )
    assert tables[0] == tables[1]
    drawn = [row(table, "all")["any_two_differ"].applications for table in tables]
    assert drawn[0] != drawn[2]


def test_agreement_and_strictness_of_a_period(twenty):
    """Of 64 sub-categories 62 were concluded alike; of 128 conclusions Kim found two wanting, and both 6.1 and 7.1."""
    found = row(drift(twenty, Period.YEAR, default_rng(1)), "2026")
    assert found["pairs_agreeing"].value == pytest.approx(62 / 64)
    assert found["found_wanting"].value == pytest.approx(6 / 128)
    assert found["pairs_agreeing"].interval.high <= 1


def test_who_was_asked_because_it_was_hard_is_left_out(twenty):
    """Lee fails what the others differed on, as a third; nothing of it counts as said by the usual two."""
    written = differing()
    for code in ("2.1", "2.2"):
        written.item("lee", code, f"E{code}", verdict=BAD, reasons=("undated",), primary_reason="undated")
        written.whole("lee", code, verdict=BAD)
    case = decided(written, OutcomeKind.AWARD, DAY, tasks={"lee": "third", "jo": "assess"})
    cases = [case, *(one for one in _cases() if one.application != "V1")]
    study = study_of(copied(one, f"{one.application}{copy}") for one in cases for copy in "abcde")
    found, usual = ([*of_assessors(one, Period.YEAR, default_rng(1))] for one in (study, twenty))
    assert found == usual


def test_what_counts_is_what_was_said_before_others_were_seen(four):
    """Kim gave way after the seal; then she had differed all the same."""
    case = next(case for case in _cases() if case.application == "V1")
    rows = {name: getattr(case.own, name) for name in ("judgements", "conclusions")}
    gave_way = {
        name: tuple(
            replace(one, verdict=GOOD, reasons=(), primary_reason="") if one.assessor == "kim" else one for one in own
        )
        for name, own in rows.items()
    }
    own = replace(case.own, **gave_way)
    study = study_of([replace(case, own=own, counted=own), *(one for one in _cases() if one.application != "V1")])
    assert counts(effect_of_moderation(study)) == counts(effect_of_moderation(four))
    assert rowed(reasons_that_split(study), "undated")["verdict_differs"] == (0, 2)  # the reason went with the verdict


def test_who_has_not_sealed_apart_is_left_out():
    case = decided(differing(), OutcomeKind.AWARD, DAY)
    open_one = replace(case, first_sealed={unit: said for unit, said in case.first_sealed.items() if unit[0] == "jo"})
    study = study_of([open_one])
    assert {cell.of for _, _, cell in effect_of_moderation(study).cells()} == {0}
    assert row(with_another_assessor(study, default_rng(1)), "all")["any_two_differ"].of == 0


def test_whoever_may_not_see_it_is_refused(four):
    closed = replace(four, frames=replace(four.frames, assessments=None))
    for measure in (effect_of_moderation, reasons_that_split):
        with pytest.raises(BadRequestError, match="chair"):
            measure(closed)
    with pytest.raises(BadRequestError, match="chair"):
        drift(closed, Period.YEAR, default_rng(1))


def test_nobody_is_named_in_any_table(four):
    for table in of_assessors(four, Period.YEAR, default_rng(1)):
        said = {
            *table.notes,
            table.title,
            *(one.label for one in table.rows),
            *(key for one in table.rows for key in one.key),
        }
        assert not any(word in {"jo", "kim", "cho"} for text in said for word in text.split())


def test_one_assessor_alone_is_nobody_to_compare():
    study = study_of([at_first_seal(decided(Written("Y", people=("jo",)), OutcomeKind.AWARD, DAY))])
    for table in of_assessors(study, Period.YEAR, default_rng(1)):
        if table.id != "drift_by_year":
            assert not any(cell.count for _, _, cell in table.cells()), table.id
