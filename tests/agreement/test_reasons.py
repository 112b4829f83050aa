"""Agreement on why evidence is not satisfactory."""

import pytest

from mrse_assess.agreement import Level, Measure, Unsaid
from mrse_assess.agreement.reasons import reason_agreement
from mrse_assess.errors import BadRequestError

OLD, BASIC, RELAY = "undated", "too_basic", "relay_only"
ENOUGH = [({OLD}, {OLD}), ({OLD, BASIC}, {BASIC}), ({BASIC}, {RELAY}), (set(), {OLD})] * 6


def asked(ratings, **said):
    return reason_agreement(ratings, level=Level.CONCLUSION, seed=1, **said)


def by_reason(found):
    return {one.about: one for one in found.each}


def test_sets_are_compared_by_the_share_of_reasons_that_one_lacks(rated, low):
    rows = [({OLD}, {OLD, BASIC}), ({BASIC}, {BASIC})]
    # Observed: (1/2 + 0) / 2 units. Expected over the 12 ordered pairs of {o}, {o,b}, {b}, {b}:
    # o-ob 1/2, o-b 1 twice, ob-b 1/2 twice, b-b 0, each both ways: 2 * 3.5 / 12.
    found = asked(rated(rows), limits=low()).sets.figure(Measure.SET_ALPHA)
    assert found.value == pytest.approx(1 - (0.5 / 2) / (7 / 12))


def test_each_reason_is_a_question_answered_yes_or_no(rated):
    found = by_reason(asked(rated(ENOUGH)))
    assert list(found) == [RELAY, BASIC, OLD]
    assert found[OLD].figure(Measure.RAW).value == pytest.approx(0.5)
    assert found[BASIC].figure(Measure.RAW).value == pytest.approx(0.75)
    assert found[OLD].behind.units == 24
    assert found[OLD].figure(Measure.KAPPA).interval is not None


def test_only_units_that_two_assessors_judged_not_satisfactory_are_compared(rated):
    found = asked(rated([*ENOUGH, ({OLD}, "satisfactory"), ({OLD}, None), ("referred_to_panel", {OLD})]))
    assert found.sets == asked(rated(ENOUGH)).sets
    assert found.sets.behind.units == 24


def test_a_third_who_judged_it_satisfactory_is_missing_and_not_a_no(rated):
    found = by_reason(asked(rated([(*pair, "satisfactory") for pair in ENOUGH])))
    assert found[OLD].behind.raters == 2
    assert found[OLD].figure(Measure.RAW).value == pytest.approx(0.5)


def test_silence_on_a_reason_that_cannot_be_given_there_is_no_agreement(rated):
    ratings = [*rated(ENOUGH, "4.2"), *rated([({BASIC}, {BASIC})] * 24, "5.1")]
    anywhere = by_reason(asked(ratings))[RELAY]
    where_it_applies = by_reason(asked(ratings, applies_to={RELAY: ("4.2",), OLD: ()}))[RELAY]
    assert (anywhere.behind.units, where_it_applies.behind.units) == (48, 24)
    assert anywhere.figure(Measure.RAW).value > where_it_applies.figure(Measure.RAW).value


def test_reasons_come_in_the_order_asked_for_and_others_after_them(rated):
    found = asked(rated(ENOUGH), applies_to={OLD: (), "never_given": ()})
    assert [one.about for one in found.each] == [OLD, "never_given", RELAY, BASIC]


def test_a_reason_that_was_seldom_given_is_too_little_to_say(rated):
    found = by_reason(asked(rated([*ENOUGH[:12], ({OLD}, {"unclear", OLD})]), applies_to={"never_given": ()}))
    for reason, times in (("unclear", 1), ("never_given", 0)):
        assert {figure.unsaid for figure in found[reason].figures} == {Unsaid.TOO_SELDOM_GIVEN}
        assert f"given {times} of the 5 times needed" in found[reason].figures[0].why


def test_the_same_set_everywhere_is_not_called_agreement(rated):
    figure = asked(rated([({OLD}, {OLD})] * 24)).sets.figure(Measure.SET_ALPHA)
    assert (figure.value, figure.unsaid) == (None, Unsaid.ALL_ALIKE)


def test_sets_are_compared_within_each_sub_category_too(rated):
    found = asked([*rated(ENOUGH, "4.2"), *rated(ENOUGH[:3], "5.1")], codes=("1.1", "4.2", "5.1"))
    assert [one.about for one in found.sub_categories] == ["1.1", "4.2", "5.1"]
    assert [one.figures[0].unsaid for one in found.sub_categories] == [
        Unsaid.NO_UNIT,
        None,
        Unsaid.TOO_FEW_APPLICATIONS,
    ]


def test_without_ratings_there_is_nothing_to_say():
    found = asked([])
    assert found.sets.figure(Measure.SET_ALPHA).unsaid is Unsaid.NO_UNIT
    assert found.each == ()


def test_two_ratings_of_a_unit_by_one_assessor_are_refused(rated):
    with pytest.raises(BadRequestError, match="two ratings of the same unit"):
        asked([*rated(ENOUGH), rated(ENOUGH)[0]])
