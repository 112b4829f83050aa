"""What cannot be said is not said, and the reason stands in its place."""

import pytest

from mrse_assess.agreement import Behind, Level, Measure, Rating, Referred, Unsaid, load_limits
from mrse_assess.agreement.verdicts import agreement_of_pairs, verdict_agreement
from mrse_assess.errors import BadRequestError

YES, NO, NONE, ASK = "satisfactory", "not_satisfactory", "nothing_offered", "referred_to_panel"
ENOUGH = [(YES, YES), (NO, NO), (YES, NO), (NONE, NONE)] * 6


def asked(ratings, **said):
    return verdict_agreement(ratings, level=Level.CONCLUSION, seed=1, **said)


def unsaid(agreement):
    return {figure.measure: figure.unsaid for figure in agreement.figures}


def test_enough_applications_give_every_figure_with_its_interval(rated):
    found = asked(rated(ENOUGH)).overall
    assert unsaid(found) == dict.fromkeys((Measure.RAW, Measure.KAPPA, Measure.AC1, Measure.ALPHA))
    assert all(figure.interval.confidence == 0.95 for figure in found.figures)
    assert found.behind == Behind(applications=24, units=24, raters=2, ratings=48)


def test_nine_applications_are_too_few_for_any_figure_and_the_counts_say_so(rated):
    found = asked(rated(ENOUGH[:9])).overall
    assert set(unsaid(found).values()) == {Unsaid.TOO_FEW_APPLICATIONS}
    assert {figure.value for figure in found.figures} == {None}
    assert found.figures[0].why == "Too few to say: 9 of the 10 applications needed were rated by two assessors."
    assert found.behind.applications == 9


def test_ten_applications_give_figures_without_intervals(rated):
    found = asked(rated(ENOUGH[:10])).overall
    assert all(figure.value is not None and figure.interval is None for figure in found.figures)
    assert {figure.no_interval for figure in found.figures} == {Unsaid.TOO_FEW_APPLICATIONS}
    assert "10 of the 20 applications" in found.figures[0].why_no_interval


def test_many_units_of_few_applications_are_too_few(rated):
    many = [one for place in range(16) for one in rated(ENOUGH[:9], sub_category=f"{place}.1")]
    found = asked(many)
    assert found.overall.behind.units == 144
    assert set(unsaid(found.overall).values()) == {Unsaid.TOO_FEW_APPLICATIONS}


def test_units_may_be_too_few_too(rated, low):
    found = asked(rated(ENOUGH[:4]), limits=low(units=5)).overall
    assert set(unsaid(found).values()) == {Unsaid.TOO_FEW_UNITS}
    found = asked(rated(ENOUGH[:4]), limits=low(interval_units=5)).overall
    assert {figure.no_interval for figure in found.figures} == {Unsaid.TOO_FEW_UNITS}


def test_without_a_unit_that_two_assessors_rated_there_is_no_figure(rated):
    for ratings in ([], rated([(YES, None)] * 30)):
        assert set(unsaid(asked(ratings).overall).values()) == {Unsaid.NO_UNIT}


def test_where_all_ratings_are_the_same_kappa_and_alpha_are_undefined_and_the_others_are_remarked_on(rated):
    found = asked(rated([(YES, YES)] * 24)).overall
    assert unsaid(found) == {
        Measure.RAW: None,
        Measure.KAPPA: Unsaid.ALL_ALIKE,
        Measure.AC1: None,
        Measure.ALPHA: Unsaid.ALL_ALIKE,
    }
    for measure in (Measure.RAW, Measure.AC1):
        figure = found.figure(measure)
        assert (figure.value, figure.interval) == (1, None)
        assert figure.remark.startswith("Every rating is the same")
        assert figure.no_interval is Unsaid.RESAMPLES_ALIKE
    assert found.figure(Measure.ALPHA).why.startswith("Every rating is the same")


def test_kappa_is_not_given_as_0_where_one_assessor_always_says_the_same(rated):
    found = asked(rated([(YES, YES)] * 20 + [(YES, NO)] * 4)).overall
    assert found.figure(Measure.KAPPA).value is None
    assert found.figure(Measure.KAPPA).unsaid is Unsaid.ONE_RATER_ALIKE
    assert found.figure(Measure.AC1).value > 0.7
    assert found.figure(Measure.RAW).remark == ""


def test_kappa_is_for_two_assessors_and_the_pairs_have_it(rated):
    ratings = rated([(*pair, YES) for pair in ENOUGH])
    kappa = asked(ratings).overall.figure(Measure.KAPPA)
    assert (kappa.value, kappa.unsaid) == (None, Unsaid.NOT_TWO_RATERS)
    assert "3 took part" in kappa.why
    pairs = agreement_of_pairs(ratings, level=Level.CONCLUSION, seed=1)
    assert pairs[0].agreement.figure(Measure.KAPPA).value is not None


def test_a_referral_to_the_panel_is_missing_and_is_counted_as_left_out(rated):
    with_referrals = rated([*ENOUGH, (ASK, YES), (ASK, ASK)])
    found, plain = asked(with_referrals).overall, asked(rated(ENOUGH)).overall
    assert found.figure(Measure.KAPPA).value == plain.figure(Measure.KAPPA).value
    assert (found.behind.left_out, found.behind.single, found.behind.units) == (3, 1, 24)


def test_a_referral_to_the_panel_can_be_asked_for_as_a_category(rated):
    ratings = rated([*ENOUGH, (ASK, YES), (ASK, ASK)])
    found = asked(ratings, referred=Referred.CATEGORY).overall
    assert (found.behind.left_out, found.behind.units) == (0, 26)
    assert found.figure(Measure.RAW).value == pytest.approx(19 / 26)


def test_left_out_ratings_are_counted_by_sub_category_and_by_pair(rated):
    ratings = [*rated([*ENOUGH, (ASK, YES, ASK)]), *rated([(ASK, YES)], sub_category="5.1")]
    codes = {found.about: found.behind.left_out for found in asked(ratings).sub_categories}
    assert codes == {"4.2": 2, "5.1": 1}
    (pair,) = agreement_of_pairs(ratings, level=Level.CONCLUSION, seed=1)
    assert (pair.first, pair.second, pair.agreement.behind.left_out) == ("a", "b", 2)


def test_nothing_offered_is_a_verdict_with_which_others_can_disagree(rated):
    found = asked(rated([(NONE, YES), (NONE, NONE)] * 12)).overall
    assert found.figure(Measure.RAW).value == 0.5


def test_each_sub_category_of_the_scheme_is_answered_for(rated):
    found = asked(rated(ENOUGH, sub_category="4.2"), codes=("1.1", "4.2"))
    assert [one.about for one in found.sub_categories] == ["1.1", "4.2"]
    assert set(unsaid(found.sub_categories[0]).values()) == {Unsaid.NO_UNIT}
    assert found.sub_categories[1].figure(Measure.AC1).value == found.overall.figure(Measure.AC1).value


def test_items_and_conclusions_are_never_mixed(rated):
    item = Rating(application="A1", attempt=1, sub_category="4.2", evidence_id="7", assessor="a", category=YES)
    assert asked([*rated(ENOUGH), item]).overall.behind == asked(rated(ENOUGH)).overall.behind


def test_attempts_of_an_application_are_units_of_one_application(rated):
    again = [Rating(**{**vars(one), "attempt": 2}) for one in rated(ENOUGH)]
    found = asked([*rated(ENOUGH), *again]).overall.behind
    assert (found.applications, found.units) == (24, 48)


def test_two_ratings_of_a_unit_by_one_assessor_are_refused(rated):
    for category in (YES, ASK):
        double = Rating(**{**vars(rated(ENOUGH)[0]), "category": category})
        with pytest.raises(BadRequestError, match="two ratings of the same unit"):
            asked([*rated(ENOUGH), double])


def test_a_verdict_that_the_level_does_not_know_is_refused():
    odd = Rating(application="A1", attempt=1, sub_category="4.2", evidence_id="7", assessor="a", category=NONE)
    with pytest.raises(BadRequestError, match="nothing_offered"):
        verdict_agreement([odd], level=Level.ITEM, seed=1)


def test_every_reason_for_silence_has_its_words():
    for why in Unsaid:
        assert load_limits().say(why, 3, 4).endswith(".")
