"""Severities that can be worked out on paper, and who has none."""

import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from numpy.random import default_rng
from statsmodels.discrete.conditional_models import ConditionalLogit

from mrse_assess.cohort.severity import of_severity, severity_wording, tables
from mrse_assess.errors import BadRequestError

from .conftest import BAD, GOOD, differing, study_of

NAMES = {"jo": "Jo Marsh", "kim": "Kim Reed", "lee": "Lee Holt", "max": "Max Dean"}


def two():
    """Jo finds 2 items wanting that Kim does not in ten of twenty applications, and in the others each finds one.

    They agree on an item of each. Jo is the severe one on 30 of 40 items.
    """
    rows = []
    for number in range(20):
        name = f"A{number:02}"
        rows += differing(name, "1", "jo", "kim")
        rows += differing(name, "2", "jo", "kim") if number < 10 else differing(name, "2", "kim", "jo")
        rows += [(name, who, "2.1", "3", BAD) for who in ("jo", "kim")]
    return rows


def found(study, seed=1, **asked):
    return of_severity(study, default_rng(seed), **asked)


def by_name(study):
    """The cells of severity by person."""
    table = found(study, names=NAMES)[0]
    return {row.key[0]: row.cells[0] for row in table.rows}


def test_two_assessors_are_half_the_logit_of_who_was_severe_apart():
    """Leaving out one application moves the estimate by 1 / 28.5 either way: a standard error of 0.15294."""
    cells = by_name(study_of(two()))
    for person, sign in (("jo", 1), ("kim", -1)):
        cell = cells[person]
        assert cell.value == pytest.approx(sign * math.log(30 / 10) / 2)
        assert cell.of == 20
        reach = 2.09302 * math.sqrt(19 / 20 * 20 / 28.5**2)
        assert cell.interval.low == pytest.approx(cell.value - reach, abs=1e-5)
        assert cell.interval.high == pytest.approx(cell.value + reach, abs=1e-5)
        assert (cell.interval.level, cell.interval.how) == (0.95, "jackknife by application")


def test_what_is_told_beside_a_severity():
    """Three items in each of twenty applications, of which they differ on two."""
    table = found(study_of(two()), names=NAMES)[0]
    assert [[cell.value for cell in row.cells[1:]] for row in table.rows] == [[60, 40], [60, 40]]
    assert {row.cells[0].applications for row in table.rows} == {tuple(f"A{number:02}" for number in range(20))}
    assert "From 120 judgements of 20 applications." in table.notes


@pytest.mark.filterwarnings("ignore:Dropped .* groups")  # those of whom both said the same
def test_severities_are_those_of_conditional_logistic_regression():
    """As statsmodels fits it to every judgement, with the item as the group."""
    random = default_rng(8)
    severe = {"jo": 0.0, "kim": 0.7, "lee": -0.5, "max": 0.2}
    rows = []
    for number in range(40):
        people = random.permutation(list(severe))[:2]
        for item in range(8):
            quality = random.normal(0.5, 1.5)
            for who in people:
                good = random.random() < 1 / (1 + math.exp(severe[who] - quality))
                rows.append((f"A{number:02}", who, "2.1", str(item), GOOD if good else BAD))
    frame = pd.DataFrame(rows, columns=["application", "assessor", "code", "item", "verdict"])
    design = pd.get_dummies(frame["assessor"])[["kim", "lee", "max"]].astype(float)
    model = ConditionalLogit(frame["verdict"] == BAD, design, groups=frame["application"] + "/" + frame["item"])
    expected = np.array([0.0, *model.fit().params])
    cells = by_name(study_of(rows))
    assert [cells[who].value for who in severe] == pytest.approx(list(expected - expected.mean()), abs=5e-4)


def test_of_three_assessors_of_an_item_every_two_who_differ_are_compared():
    """Jo is severe against Kim and Lee 20 times, Kim and Lee each 10 times against the two others."""
    rows = []
    for number in range(20):
        rows += differing(f"A{number:02}", "1", "jo", "kim", "lee")
        other = ("kim", "lee") if number % 2 else ("lee", "kim")
        rows += differing(f"A{number:02}", "2", other[0], "jo", other[1])
    cells = by_name(study_of(rows))
    assert cells["kim"].value == pytest.approx(cells["lee"].value)
    # Jo against either: 20 of 30
    assert cells["jo"].value - cells["kim"].value == pytest.approx(math.log(20 / 10))


def test_only_what_was_said_at_the_first_seal_counts():
    """Kim gave way on everything afterwards."""
    study = study_of(two(), verdict=BAD)
    assert by_name(study)["jo"].value == pytest.approx(math.log(3) / 2)


def test_who_was_asked_because_it_was_hard_and_the_panel_are_left_out():
    rows = two()
    beside = [(f"A{number:02}", "lee", "2.1", item, GOOD) for number in range(20) for item in "12"]
    task = ["assess"] * len(rows) + ["third"] * len(beside)
    assert set(by_name(study_of(rows + beside, task=task))) == {"jo", "kim"}
    phase = ["individual"] * len(rows) + ["moderation"] * len(beside)
    assert set(by_name(study_of(rows + beside, phase=phase))) == {"jo", "kim"}


def test_conclusions_and_referrals_are_no_judgements_of_items():
    rows = two()
    more = [
        (f"A{number:02}", who, "2.1", "", said) for number in range(20) for who, said in (("jo", BAD), ("kim", GOOD))
    ]
    more += [(f"A{number:02}", "jo", "2.2", "9", "referred_to_panel") for number in range(20)]
    more += [(f"A{number:02}", "kim", "2.2", "9", GOOD) for number in range(20)]
    assert found(study_of(rows + more), names=NAMES) == found(study_of(rows), names=NAMES)


def test_few_applications_give_a_word_and_no_number():
    rows = two() + [row for number in range(9) for row in differing(f"A{number:02}", "4", "lee", "jo")]
    cells = by_name(study_of(rows))
    assert cells["lee"].value is None
    assert cells["lee"].why == "Too few to say: differed from others in 9 of the 10 applications needed."
    assert cells["jo"].of == 20


def test_somebody_always_more_severe_cannot_be_compared():
    rows = two() + [row for number in range(12) for row in differing(f"A{number:02}", "4", "lee", "jo")]
    cells = by_name(study_of(rows))
    assert cells["lee"].value is None
    assert cells["lee"].why.startswith("Cannot be compared: differed from those with a number in one direction only")
    assert cells["jo"].value == pytest.approx(math.log(3) / 2)  # as if Lee had not been there


def test_two_of_whom_one_is_always_the_severe_one_are_told_so():
    rows = [row for number in range(20) for row in differing(f"A{number:02}", "1", "jo", "kim")]
    table = found(study_of(rows), names=NAMES)[0]
    assert all(row.cells[0].why.startswith("Cannot be compared") for row in table.rows)
    assert any(note.startswith("Nobody has a number") for note in table.notes)


def test_a_comparison_that_one_application_joins_has_no_interval():
    """Jo and Kim, Lee and Max; Jo and Lee judged one application in common and differ both ways on it."""
    others = [(f"B{name[1:]}", {"jo": "lee", "kim": "max"}[who], *rest) for name, who, *rest in two()]
    bridge = [*differing("C", "1", "jo", "lee"), *differing("C", "2", "lee", "jo")]
    table = found(study_of(two() + others + bridge), names=NAMES)[0]
    for row in table.rows:
        assert row.cells[0].value is not None
        assert row.cells[0].interval is None
        assert row.cells[0].why.startswith("No interval: the comparison rests on one application")


def test_nobody_has_a_number_without_two_who_differ():
    rows = [(f"A{number:02}", who, "2.1", "1", GOOD) for number in range(20) for who in ("jo", "kim")]
    severity, spread, chance = found(study_of(rows))
    assert "Nobody has a number: too few items were judged by two assessors who differed." in severity.notes
    assert all(row.cells[0].value is None and row.cells[0].why for row in severity.rows)
    for table in (spread, chance):
        for _, _, cell in table.cells():
            assert cell.why == "Too few to say: 0 of the 5 assessors needed have a number."


def test_a_cohort_of_nobody():
    for table in found(study_of([])):
        assert table.notes[0] == "No application of this guidance version can be counted here."
        assert all(cell.why and cell.value is None for _, _, cell in table.cells())


def test_readers_who_may_not_see_what_each_assessor_said_are_refused():
    study = study_of(two())
    hidden = replace(study, frames=replace(study.frames, assessments=None))
    with pytest.raises(BadRequestError, match="for the chair"):
        found(hidden)


def test_the_order_of_judgements_is_no_matter():
    rows = two()
    mixed = [rows[place] for place in default_rng(5).permutation(len(rows))]
    assert found(study_of(mixed)) == found(study_of(rows))


def test_a_sample_is_of_whole_applications_and_told(monkeypatch):
    """Six judgements in each application: 48 are just enough for eight of them."""
    monkeypatch.setattr(tables, "severity_wording", lambda: replace(severity_wording(), judgements=48))
    study = study_of(two())
    table = found(study, names=NAMES)[0]
    assert "From a sample: 48 judgements of 8 applications, drawn from the 120 of 20." in table.notes
    assert [row.cells[1].value for row in table.rows] == [24, 24]
    assert found(study, names=NAMES)[0] == table


def test_time_is_told_to_whoever_brings_a_clock():
    ticks = iter([100.0, 102.5])
    every = found(study_of(two()), clock=lambda: next(ticks))
    assert all(table.notes[-1] == "Found in 2.5 s." for table in every)
