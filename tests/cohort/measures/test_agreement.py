"""Agreement of assessors. Counted once, here; everything else is as in the frames' own cohort.

V1  Kim fails 2.1 for "undated" and Jo does not.
V2  both fail 2.1, Jo for "undated" and Kim for "not_own_work".
V3  both fail 2.1 for "undated".
V4  both find everything satisfactory.
"""

from collections import Counter
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from numpy.random import default_rng

from mrse_assess.agreement import Level, Measure, Rating
from mrse_assess.agreement.limits import load_limits
from mrse_assess.agreement.resampling import interval_of
from mrse_assess.agreement.study import Question, compare
from mrse_assess.agreement.table import tabulate
from mrse_assess.agreement.verdicts import verdict_agreement
from mrse_assess.cohort.measures import agreement as room
from mrse_assess.cohort.measures import drawing_again
from mrse_assess.cohort.measures.agreement import PRIMARY, agreement_on_reasons, agreement_on_verdicts
from mrse_assess.errors import BadRequestError
from mrse_assess.terms import OutcomeKind

from ..frames.conftest import BAD, SCHEME, Written
from .conftest import copied, decided, row, study_of

DAY = date(2026, 3, 4)
SEED = 4
REASONS = [one.id for one in SCHEME.reasons if not one.never_alone]


def _cases():
    yield decided(Written("V1").fail("2.1", "undated", who=("kim",)), OutcomeKind.AWARD, DAY)
    split = Written("V2").fail("2.1", "undated", who=("jo",)).fail("2.1", "not_own_work", who=("kim",))
    yield decided(split, OutcomeKind.AWARD, DAY)
    yield decided(Written("V3").fail("2.1", "undated"), OutcomeKind.AWARD, DAY)
    yield decided(Written("V4"), OutcomeKind.AWARD, DAY)


def times(number, cases=_cases):
    return study_of(copied(case, f"{case.application}-{copy:03}") for case in cases() for copy in range(number))


@pytest.fixture(scope="module")
def twenty():
    return times(5)


def mixed():
    """Three assessors on some applications and a referral here and there, drawn."""
    random = default_rng(11)
    for number in range(30):
        people = ("jo", "kim", "lee") if number % 3 else ("jo", "kim")
        written = Written(f"M{number:02}", people=people)
        for code in ("2.1", "4.1", "7.1"):
            for who in people:
                drawn = random.random()
                if drawn < 0.4:
                    written.fail(
                        code, ("undated", "not_own_work", "commentary_only")[int(random.integers(3))], who=(who,)
                    )
                elif drawn < 0.45:
                    written.item(who, code, f"E{code}", verdict="referred_to_panel")
        yield decided(written, OutcomeKind.AWARD, DAY)


@pytest.fixture(scope="module")
def thirty():
    return study_of(mixed())


def ratings(study, level):
    """What was said at the first seal, as the agreement room takes it."""
    rows = study.frames.assessments
    return [
        Rating(
            application=one.application, attempt=1, sub_category=one.sub_category, evidence_id=one.evidence_id,
            assessor=one.assessor, category=one.first_sealed,
        )
        for one in rows.itertuples()
        if one.phase == "individual" and bool(one.evidence_id) is (level is Level.ITEM)
    ]  # fmt: skip


def assert_is(cells, found):
    """The cells say what the agreement room found, with the same interval or the same words for none."""
    for key, measure in (("observed_agreement", Measure.RAW), ("ac1", Measure.AC1), ("alpha", Measure.ALPHA)):
        cell, figure = cells[key], found.figure(measure)
        assert (cell.value is None) is (figure.value is None), key
        if figure.value is None:
            assert cell.why == figure.why
            continue
        assert cell.value == pytest.approx(figure.value, abs=1e-12)
        if figure.interval is None:
            assert cell.interval is None
            assert figure.why_no_interval in cell.why
        else:
            assert (cell.interval.low, cell.interval.high) == pytest.approx(
                (figure.interval.low, figure.interval.high), abs=1e-9
            )
            assert cell.interval.low < cell.value < cell.interval.high


def test_conclusions_by_hand(twenty):
    """On 2.1 three of four agree, five times over.

    V1 one and one, V2 and V3 both not, V4 both: 3 of 8 satisfactory and 5 of 8 not. AC1, of three categories: chance
    (3/8 x 5/8 x 2) / 2 = 15/64. Alpha: 40 answers, 15 and 25, of which 20 x 1/4 x 2 = 10 stand in pairs that differ.
    """
    found = row(agreement_on_verdicts(twenty, Level.CONCLUSION, default_rng(SEED)), "2.1")
    assert (found["pairs_compared"].value, found["pairs_compared"].of) == (20, 20)
    assert found["observed_agreement"].value == pytest.approx(3 / 4)
    assert found["ac1"].value == pytest.approx((3 / 4 - 15 / 64) / (1 - 15 / 64))
    assert found["alpha"].value == pytest.approx(1 - 10 * 39 / (2 * 15 * 25))
    assert found["ac1"].interval.low < found["ac1"].value < found["ac1"].interval.high
    assert found["ac1"].interval.how == "bootstrap by application"


def test_items_by_hand(twenty):
    """Seventeen of each application; AC1 of two categories for the one item of 2.1."""
    table = agreement_on_verdicts(twenty, Level.ITEM, default_rng(SEED))
    assert row(table, "all")["pairs_compared"].value == 17 * 20
    assert row(table, "all")["observed_agreement"].value == pytest.approx((17 * 20 - 5) / (17 * 20))
    assert row(table, "3")["pairs_compared"].value == 2 * 20
    assert row(table, "2.1")["ac1"].value == pytest.approx((3 / 4 - 15 / 32) / (1 - 15 / 32))


def test_reasons_by_hand(twenty):
    """Both failed V2 and V3, five times each: of ten pairs five give one reason; 15 say undated and 5 not own work."""
    table = agreement_on_reasons(twenty, default_rng(SEED))
    found = row(table, "2.1")
    can_be_given = [one.id for one in SCHEME.reasons_for("2.1") if not one.never_alone]
    chance = 2 * (15 / 20) * (5 / 20) / (len(can_be_given) - 1)
    assert (found["pairs_compared"].value, found["pairs_compared"].of) == (10, 10)
    assert found["observed_agreement"].value == pytest.approx(1 / 2)
    assert found["ac1"].value == pytest.approx((1 / 2 - chance) / (1 - chance))
    assert found["alpha"].value == pytest.approx(1 - 10 * 19 / (2 * 15 * 5))
    assert found["ac1"].interval is None
    assert found["ac1"].why.startswith("Too few to say: 10 of the 20 applications")
    every = row(table, "all")
    chance = 2 * (15 / 20) * (5 / 20) / (len(REASONS) - 1)
    assert every["ac1"].value == pytest.approx((1 / 2 - chance) / (1 - chance))


@pytest.mark.parametrize("level", Level)
def test_figures_and_intervals_are_those_of_the_agreement_room(thirty, level):
    seed = int(default_rng(SEED).integers(2**32))
    expected = verdict_agreement(ratings(thirty, level), level=level, seed=seed, codes=SCHEME.codes)
    table = agreement_on_verdicts(thirty, level, default_rng(SEED))
    assert_is(row(table, "all"), expected.overall)
    for one in expected.sub_categories:
        assert_is(row(table, one.about), one)
    assert row(table, "2.1")["ac1"].interval is not None
    given = Counter(one.unit for one in ratings(thirty, level) if one.category != "referred_to_panel")
    assert row(table, "all")["pairs_compared"].value == sum(times * (times - 1) / 2 for times in given.values())
    left_out = expected.overall.behind.left_out
    assert any(f"{left_out} judgements" in note for note in table.notes) is bool(left_out)


def test_reasons_are_compared_as_the_agreement_room_compares_categories(thirty):
    rows = thirty.frames.assessments
    given = [
        Rating(
            application=one.application, attempt=1, sub_category="2.1", evidence_id=one.evidence_id,
            assessor=one.assessor, category=one.primary_reason,
        )
        for one in rows.itertuples()
        if one.phase == "individual" and one.evidence_id and one.sub_category == "2.1" and one.verdict == BAD
    ]  # fmt: skip
    seen = [one.unit for one in given]
    shared = [one for one in given if seen.count(one.unit) > 1]
    scale = [one.id for one in SCHEME.reasons_for("2.1") if not one.never_alone]
    seed = int(default_rng(SEED).integers(2**32))
    question = Question(about="2.1", seed=seed, limits=load_limits(), salt=f"{Level.ITEM}/{PRIMARY}/")
    expected = compare(question, tabulate(shared, scale))
    assert expected.behind.applications >= 10
    assert_is(row(agreement_on_reasons(thirty, default_rng(SEED)), "2.1"), expected)


def test_many_applications_are_drawn_in_groups_with_nearly_the_same_intervals(thirty, monkeypatch):
    """Three of ninety applications to a group."""
    study = study_of(copied(case, f"{case.application}-{copy}") for case in mixed() for copy in range(3))
    alone = row(agreement_on_verdicts(study, Level.ITEM, default_rng(SEED)), "all")
    drawn_from = []

    def drawn(sums, *rest):
        drawn_from.append(sums.parts)
        return interval_of(sums, *rest)

    monkeypatch.setattr(room, "GROUPS", 30)
    monkeypatch.setattr(drawing_again, "GROUPS", 30)
    monkeypatch.setattr(drawing_again, "interval_of", drawn)
    table = agreement_on_verdicts(study, Level.ITEM, default_rng(SEED))
    grouped = row(table, "all")
    for key in ("observed_agreement", "ac1", "alpha"):
        assert grouped[key].value == pytest.approx(alone[key].value)
        width = alone[key].interval.high - alone[key].interval.low
        assert grouped[key].interval != alone[key].interval
        assert grouped[key].interval.high - grouped[key].interval.low == pytest.approx(width, rel=0.2)
    assert [len(parts) for parts in drawn_from] == [30] * len(drawn_from)
    units = drawn_from[0][:, 1]  # three applications, each of 17 items less those of which only one is no referral
    assert 3 * 14 <= units.min() <= units.max() <= 3 * 17
    found = row(table, "1.1")
    assert found["alpha"].why == load_limits().words["all_alike"]


def test_few_applications_give_words_and_no_figure():
    found = row(agreement_on_verdicts(times(1), Level.CONCLUSION, default_rng(SEED)), "2.1")
    assert found["pairs_compared"].value == 4
    assert found["ac1"].value is None
    assert found["ac1"].why == "Too few to say: 4 of the 10 applications needed were rated by two assessors."


def test_a_reason_that_should_not_stand_alone_is_compared_all_the_same():
    """Both gave one that is never enough by itself: they agree."""
    assert SCHEME.reason("outdated").never_alone
    study = study_of(copied(decided(Written("V").fail("2.1", reason), OutcomeKind.AWARD, DAY), f"V{reason}{number}")
                     for reason in ("outdated", "undated") for number in range(10))  # fmt: skip
    found = row(agreement_on_reasons(study, default_rng(SEED)), "2.1")
    assert (found["pairs_compared"].value, found["observed_agreement"].value) == (20, 1)


def test_where_all_are_alike_it_is_said(twenty):
    found = row(agreement_on_verdicts(twenty, Level.CONCLUSION, default_rng(SEED)), "1.1")
    assert found["observed_agreement"].value == 1
    assert "shows how common the answer is" in found["observed_agreement"].why
    assert found["alpha"].value is None
    assert found["alpha"].why.startswith("Every rating is the same")


def test_nobody_to_compare(nobody):
    for table in (
        agreement_on_verdicts(nobody, Level.ITEM, default_rng(SEED)),
        agreement_on_verdicts(nobody, Level.CONCLUSION, default_rng(SEED)),
        agreement_on_reasons(nobody, default_rng(SEED)),
    ):
        assert [one.key for one in table.rows] == [("all",), *((code,) for code in SCHEME.codes)]
        assert all(cell.value is None and cell.why for _, _, cell in table.cells())


def test_the_order_of_rows_is_no_matter(thirty):
    frames = thirty.frames
    turned = replace(
        thirty,
        frames=replace(frames, assessments=frames.assessments.sample(frac=1, random_state=3).reset_index(drop=True)),
    )
    for make in (
        lambda one: agreement_on_verdicts(one, Level.ITEM, default_rng(1)),
        lambda one: agreement_on_reasons(one, default_rng(1)),
    ):
        assert make(turned) == make(thirty)


def test_those_who_may_not_see_what_each_said_are_refused(twenty):
    hidden = replace(twenty, frames=replace(twenty.frames, assessments=None))
    with pytest.raises(BadRequestError, match="for the chair"):
        agreement_on_verdicts(hidden, Level.ITEM, default_rng(1))
    with pytest.raises(BadRequestError, match="for the chair"):
        agreement_on_reasons(hidden, default_rng(1))


def test_a_reason_given_up_after_the_seal_is_left_out_and_counted(twenty):
    """Kim finds all of V3 satisfactory now: her reason of then is not known any more."""
    rows = twenty.frames.assessments
    gave_way = rows["application"].str.startswith("V3") & (rows["assessor"] == "kim") & (rows["first_sealed"] == BAD)
    changed = rows.assign(
        verdict=rows["verdict"].mask(gave_way, "satisfactory"), primary_reason=rows["primary_reason"].mask(gave_way)
    )
    study = replace(twenty, frames=replace(twenty.frames, assessments=changed))
    table = agreement_on_reasons(study, default_rng(SEED))
    assert row(table, "2.1")["pairs_compared"].value == 5
    assert any("5 judgements" in note for note in table.notes)
    assert np.array_equal(
        [cell.value for _, _, cell in agreement_on_verdicts(study, Level.ITEM, default_rng(1)).cells()],
        [cell.value for _, _, cell in agreement_on_verdicts(twenty, Level.ITEM, default_rng(1)).cells()],
    )
