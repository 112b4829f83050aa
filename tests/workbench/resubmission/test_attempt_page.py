"""What the judging page says of a second attempt: what was asked for, what stands, what came; no word of the first."""

import pytest

from mrse_assess.model.judgement import Conclusion, Judgement
from mrse_assess.records import to_event
from mrse_assess.terms import Phase, RuleStatus, SubCategoryState, Verdict
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.resubmission.opening import resubmit
from mrse_assess.workbench.session import OpenWorkbench
from mrse_assess.workbench.views import Unit
from mrse_assess.workspace.people import People

from ...workspace.conftest import quiet
from ..conftest import CLAIMS, ITEMS, write_portfolio
from .conftest import REFERENCE, SENT_AGAIN, SHORT, handed

WHO = "A3"


def open_bench(workspace):
    """The second attempt under somebody who judges it, with what came compared."""
    people, application = People(workspace), workspace.application(REFERENCE)
    people.allocate(application, WHO, "O")
    people.declare(application, WHO, conflicted=False)
    bench = OpenWorkbench(Assessment(workspace, application, WHO))
    bench.resubmission.waited_for().result()
    bench.resubmission.made()
    return bench


def panel_found(workspace, code, item, **more):
    """What the panel settled in the first attempt, on top of what it did."""
    of = {"application": REFERENCE, "attempt": 1, "assessor": "C", "sub_category": code, "phase": Phase.MODERATION}
    value = Judgement(**of, evidence_id=item, verdict=Verdict.SATISFACTORY, **more)
    workspace.store.append(to_event(value, event=workspace.new_id(), actor="C"))


@pytest.fixture
def counting(asked, tmp_path):
    """4.3 is open and cites item 1, which the panel found satisfactory, beside item 4; ``items`` are what came."""

    def opened(items):
        panel_found(asked, "4.3", "1", independent_group="A")
        source = write_portfolio(tmp_path / "Second.pdf", {**CLAIMS, "4.3": "E1, E4"}, items)
        resubmit(asked, REFERENCE, handed(source), quiet)
        return open_bench(asked)

    return opened


def claim_of(bench, unit):
    return next(
        claim
        for row in bench.worklist().rows
        for claim in row.claims
        if Unit(row.code, claim.evidence_id) == Unit(*unit)
    )


def test_a_first_attempt_has_nothing_that_was_asked_for_and_nothing_to_wait_for(bench):
    assert bench.resubmission.attempt() is None
    assert bench.resubmission.waited_for() is None
    assert bench.resubmission.replaced() is None


def test_it_says_what_the_letter_asked_for_by_sub_category_and_rule(second):
    view = open_bench(second).resubmission.attempt()
    assert [(one.code, one.was) for one in view.asked] == [(code, SubCategoryState.NOT_SATISFACTORY) for code in SHORT]
    assert [(line.rule, line.observed) for line in view.rules] == [("sub_categories", 13)]
    assert (view.letter, view.outcome, view.stands) == ("EX-1-1-F", "Further evidence", True)
    assert view.enough == tuple((code,) for code in SHORT)
    assert view.carried == "The findings on the other 13 stand for this application."
    assert (view.open_count, view.total) == (3, 16)


def test_reasons_of_the_first_attempt_are_closed_to_who_judges_and_open_to_who_sees_the_decision(second, monkeypatch):
    view = open_bench(second).resubmission.attempt()
    assert view.blind
    assert {one.reasons for one in view.asked} == {()}
    monkeypatch.setattr(Assessment, "may_see", lambda *_: True)
    seen = OpenWorkbench(Assessment(second, second.application(REFERENCE), "C")).resubmission.attempt()
    assert not seen.blind
    assert all(one.reasons for one in seen.asked)


def test_every_other_sub_category_says_from_which_attempt_it_stands_and_on_which_items(second):
    stood = {one.code: one for one in open_bench(second).resubmission.attempt().stood}
    assert set(stood) == set(second.scheme.codes) - set(SHORT)
    assert {(one.attempt, one.state) for one in stood.values()} == {(1, SubCategoryState.SATISFACTORY)}
    assert [item.evidence_id for item in stood["1.2"].items] == ["E1.2"]
    assert not stood["1.2"].items[0].is_there


def test_the_figures_of_the_first_attempt_stand_beside_those_of_now(second):
    bench = open_bench(second)

    def figures():
        row = next(one for one in bench.resubmission.attempt().figures if one.then.rule == "sub_categories")
        return (row.then.observed, row.then.status), (row.now.observed, row.now.status)

    assert figures() == ((13, RuleStatus.NOT_MET), (13, RuleStatus.UNDETERMINED))
    of = {"application": REFERENCE, "attempt": 2, "assessor": WHO, "sub_category": "1.1", "phase": Phase.INDIVIDUAL}
    rows = [Judgement(**of, evidence_id="4", verdict=Verdict.SATISFACTORY)]
    rows.append(Conclusion(**of, verdict=Verdict.SATISFACTORY))
    bench._assessment.record(*rows)
    assert figures() == ((13, RuleStatus.NOT_MET), (14, RuleStatus.MET))
    assert "1.1" not in {one.code for one in bench.resubmission.attempt().stood}


def test_each_item_says_whether_it_is_new_changed_or_the_same(second):
    bench = open_bench(second)
    came = {one.evidence_id: one.words for one in bench.resubmission.attempt().came}
    assert came == {"1": "same words", "2": "changed", "3": "same words", "4": "new", "5": "new"}
    assert claim_of(bench, ("1.1", "4")).came == "new"
    assert claim_of(bench, ("8.1", "5")).came_said == "New: attempt 1 had no item of this label."


def test_before_what_came_is_compared_nothing_is_said_of_it(second):
    people, application = People(second), second.application(REFERENCE)
    people.allocate(application, WHO, "O")
    people.declare(application, WHO, conflicted=False)
    bench = OpenWorkbench(Assessment(second, application, WHO))
    assert bench.resubmission.attempt().came is None
    assert claim_of(bench, ("1.1", "4")).came == ""


def test_an_item_that_counts_from_before_need_not_be_judged_again_while_it_is_the_same(counting):
    bench = counting(SENT_AGAIN)
    assert claim_of(bench, ("4.3", "1")).counts_on
    asked_for = next(one for one in bench.resubmission.attempt().asked if one.code == "4.3")
    assert asked_for.counts_on == ("1",)
    assert bench.next_unjudged(Unit("1.1", "1")) == Unit("4.3", "4")
    assert bench.heading().claims == 2  # 1.1 for item 1, 4.3 for item 4
    conclusion = bench.conclusion("4.3")
    assert Verdict.SATISFACTORY not in conclusion.needs_sentence
    assert conclusion.hesitate == "item 4 not yet judged"


def test_an_item_that_counts_from_before_is_judged_again_when_it_changed(counting):
    bench = counting({**SENT_AGAIN, "1": ["Quite another policy"]})
    assert not claim_of(bench, ("4.3", "1")).counts_on
    assert bench.next_unjudged(Unit("1.1", "1")) == Unit("4.3", "1")
    assert "items 1, 4 not yet judged" in bench.conclusion("4.3").hesitate


def test_another_item_under_the_label_of_one_that_counted_is_judged(counting, asked):
    panel_found(asked, "4.3", "4")
    bench = counting(SENT_AGAIN)
    assert not claim_of(bench, ("4.3", "4")).counts_on


def test_an_item_is_offered_for_open_sub_categories_alone(asked, tmp_path):
    source = write_portfolio(tmp_path / "Second.pdf", {**CLAIMS, "1.1": "E4", "4.3": "E4", "2.1": "E4"}, SENT_AGAIN)
    resubmit(asked, REFERENCE, handed(source), quiet)
    assert open_bench(asked).judgement(Unit("1.1", "4")).also_for == ("4.3",)


def test_what_the_reading_left_open_is_of_the_open_sub_categories_alone(asked, tmp_path):
    source = write_portfolio(tmp_path / "Second.pdf", {**CLAIMS, "2.1": "see the policy"}, ITEMS)
    resubmit(asked, REFERENCE, handed(source), quiet)
    points = open_bench(asked).course.coverage().points
    said = {jump.unit.sub_category for point in points for jump in point.jumps if jump.unit}
    assert said - {""} <= set(SHORT)


def test_when_the_letter_is_taken_back_the_page_says_so_and_keeps_what_is_open(second):
    from mrse_assess.model import acts
    from mrse_assess.terms import LetterAct

    letter = second.scheme and open_bench(second).resubmission.attempt().letter
    act = acts.LetterStateChange(application=REFERENCE, attempt=1, letter=letter, state=LetterAct.RECALLED, why="wrong")
    second.store.append(to_event(act, event=second.new_id(), actor="O"))
    view = OpenWorkbench(Assessment(second, second.application(REFERENCE), WHO)).resubmission.attempt()
    assert not view.stands
    assert tuple(one.code for one in view.asked) == SHORT
