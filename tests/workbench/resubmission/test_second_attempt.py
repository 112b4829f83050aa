"""A second attempt is linked to what the letter asked for; what stands counts, and nothing of the first is changed."""

from dataclasses import replace

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.model import acts
from mrse_assess.model.judgement import Conclusion, Judgement
from mrse_assess.records import to_event
from mrse_assess.records.frame import frame
from mrse_assess.rules import decide
from mrse_assess.terms import LetterAct, Phase, RuleStatus, SubCategoryState, Verdict
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workbench.resubmission.carrying import as_one_side
from mrse_assess.workbench.resubmission.changes import Change, changes_between
from mrse_assess.workbench.resubmission.opening import asked_of, resubmit
from mrse_assess.workbench.resubmission.overview import overview
from mrse_assess.workbench.whole import WholeCase
from mrse_assess.workbench.worklist import worklist
from mrse_assess.workspace.people import People
from mrse_assess.workspace.verification import verification

from ...workspace.conftest import quiet
from .conftest import REFERENCE, SHORT, handed


def says(workspace, who, value):
    return workspace.store.append(to_event(value, event=workspace.new_id(), actor=who))


def give(workspace, person, attempt=None):
    people, application = People(workspace), workspace.application(REFERENCE, attempt)
    people.allocate(application, person, "O")
    people.declare(application, person, conflicted=False)
    return application


def judged(workspace, who, code, item, verdict=Verdict.SATISFACTORY):
    of = {"application": REFERENCE, "attempt": 2, "assessor": who, "sub_category": code, "phase": Phase.INDIVIDUAL}
    says(workspace, who, Judgement(**of, evidence_id=item, verdict=verdict))
    says(workspace, who, Conclusion(**of, verdict=verdict))


def states(workspace, attempt):
    decision = WholeCase(workspace, workspace.application(REFERENCE, attempt)).decision
    return {one.code: one.state for one in decision.sub_categories}


def test_a_second_attempt_is_refused_before_a_letter_asks_for_one(workspace, second_portfolio):
    with pytest.raises(BadRequestError, match="no issued letter that stands"):
        resubmit(workspace, REFERENCE, handed(second_portfolio), quiet)


def test_it_is_refused_after_the_letter_was_recalled(asked, second_portfolio):
    letter = asked_of(asked, asked.application(REFERENCE)).letter
    says(
        asked,
        "O",
        acts.LetterStateChange(application=REFERENCE, attempt=1, letter=letter, state=LetterAct.RECALLED, why="wrong"),
    )
    with pytest.raises(BadRequestError, match="no issued letter that stands"):
        resubmit(asked, REFERENCE, handed(second_portfolio), quiet)


@pytest.mark.parametrize(("value", "said"), [("1", "attempts_allowed is 1"), ("", "attempts_allowed has no value")])
def test_it_is_refused_where_a_setting_stands_in_the_way(asked, second_portfolio, value, said):
    asked.set_setting("attempts_allowed", value, "minute 9")
    with pytest.raises(BadRequestError, match=said):
        resubmit(asked, REFERENCE, handed(second_portfolio), quiet)


def test_the_same_reference_has_two_attempts_and_the_latest_is_the_one_that_opens(second):
    assert [one.attempt for one in second.applications()] == [2]
    assert second.application(REFERENCE).attempt == 2
    assert second.application(REFERENCE, 1).source == "Portfolio.pdf"
    assert second.portfolio(second.application(REFERENCE, 1)) != second.portfolio(second.application(REFERENCE))
    with pytest.raises(BadRequestError, match="no attempt 3; there are: 1, 2"):
        second.application(REFERENCE, 3)


def test_what_the_letter_asked_for_is_what_is_open(second):
    asked = asked_of(second, second.application(REFERENCE, 1))
    assert asked.unmet == SHORT
    assert asked.open_codes == SHORT
    assert [(one.key, one.value) for one in asked.settings] == [("carry_over", "stand"), ("further_scope", "all_open")]
    entry = overview(second, REFERENCE)[1]
    assert (entry.open_codes, entry.carry_over, entry.asked.letter) == (SHORT, "stand", asked.letter)


def test_the_worklist_holds_only_the_gaps(second):
    give(second, "A1")
    bench = Assessment(second, second.application(REFERENCE), "A1")
    assert tuple(row.code for row in worklist(bench).rows) == SHORT
    first = Assessment(second, second.application(REFERENCE, 1), "A1")
    assert len(worklist(first).rows) == 16


def test_findings_that_stand_count_with_those_of_the_second_attempt(second):
    before = states(second, 2)
    assert [code for code in before if before[code] == SubCategoryState.NOT_YET_JUDGED] == list(SHORT)
    for code in SHORT:
        judged(second, "A3", code, "4")
    whole = WholeCase(second, second.application(REFERENCE))
    assert set(states(second, 2).values()) == {SubCategoryState.SATISFACTORY}
    assert whole.decision.outcome is RuleStatus.MET
    carried = [row for row in whole.judgements.conclusions if row.sub_category == "1.2"]
    first = {row.event for row in WholeCase(second, second.application(REFERENCE, 1)).in_force.judgements.conclusions}
    assert carried
    assert {row.event for row in carried} <= first


def test_the_figures_of_the_first_attempt_stay_as_they_were(second):
    for code in SHORT:
        judged(second, "A3", code, "4")
    assert WholeCase(second, second.application(REFERENCE, 1)).decision.outcome is RuleStatus.NOT_MET
    own = [WholeCase(second, second.application(REFERENCE, n)).in_force.judgements for n in (1, 2)]
    rows = frame(own, second.scheme.codes)
    assert set(rows[rows["attempt"] == 2]["assessor"]) == {"A3"}
    assert verification(second).problems == ()


def test_what_stands_is_neither_on_the_agenda_nor_among_the_agreed(second):
    give(second, "A1")
    give(second, "A3")
    for who in ("A1", "A3"):
        for code in SHORT:
            judged(second, who, code, "4")
    judged(second, "A3", "8.1", "4", Verdict.NOT_SATISFACTORY)
    table = PanelTable(second, second.application(REFERENCE), "C")
    assert {item.topic.sub_category for item in table.agenda.items} == {"8.1"}
    assert {topic.sub_category for topic in table.agenda.agreed} == {"1.1", "4.3"}
    assert table.decision.outcome is RuleStatus.MET


def test_what_stands_weighs_on_the_agenda_as_the_side_of_nobody_who_sits(second):
    for code in SHORT:
        judged(second, "A1", code, "4")
    whole = WholeCase(second, second.application(REFERENCE))
    sides = as_one_side(whole.judgements, whole.in_force.judgements)
    stood = [row for row in sides.conclusions if row.sub_category not in SHORT]
    assert stood
    assert {row.phase for row in stood} == {Phase.INDIVIDUAL}  # only these are weighed
    assert not {row.assessor for row in stood} & {"A1", "A2", "C"}
    assert decide(sides, second.scheme).outcome is whole.decision.outcome is RuleStatus.MET


def test_a_judgement_outside_what_is_open_does_not_count_and_is_listed(second):
    judged(second, "A3", "1.2", "E1.2", Verdict.NOT_SATISFACTORY)
    assert states(second, 2)["1.2"] == SubCategoryState.SATISFACTORY
    assert ("A3", "1.2") in overview(second, REFERENCE)[1].beside


def test_the_panel_can_settle_anew_what_stood(second):
    of = {"application": REFERENCE, "attempt": 2, "assessor": "C", "sub_category": "1.2", "phase": Phase.MODERATION}
    says(second, "C", Conclusion(**of, verdict=Verdict.NOT_SATISFACTORY, to_panel="an error came to light"))
    assert states(second, 2)["1.2"] == SubCategoryState.NOT_SATISFACTORY


def test_an_assessor_of_the_second_attempt_reads_no_word_of_the_first(second):
    give(second, "A3")
    bench = Assessment(second, second.application(REFERENCE), "A3")
    stood = (*bench.counted.judgements, *bench.counted.conclusions)
    assert stood
    assert {row.assessor for row in stood} & {"A1", "A2", "C"} == set()
    assert {(row.feedback, row.seen, row.page, row.event, row.reasons) for row in stood} == {("", "", "", "", ())}
    assert all(event.attempt == 2 for event in bench.events)


def test_when_findings_are_reopened_everything_is_judged_again(taken_in, asked_once, second_portfolio, tmp_path):
    import shutil

    from mrse_assess.terms import OutcomeKind

    from ..letter_life.conftest import opened
    from ..letter_life.test_every_outcome import settled_with

    with opened(shutil.copytree(taken_in[0], tmp_path / "workspace"), 0) as workspace:
        settled = settled_with(workspace, workspace.application(REFERENCE), OutcomeKind.FURTHER_EVIDENCE)
        workspace.set_setting("carry_over", "reopened", "minute 9")
        settled.signed().issued()
        workspace.set_setting("carry_over", "stand", "minute 10")  # what the letter promised holds
        again = resubmit(workspace, REFERENCE, handed(second_portfolio), quiet)
        assert set(states(workspace, 2).values()) == {SubCategoryState.NOT_YET_JUDGED}
        assert Assessment(workspace, again, "A1").scope == frozenset(workspace.scheme.codes)


def test_what_is_new_changed_and_sent_before_is_told_by_content(second):
    earlier, later = (second.portfolio(second.application(REFERENCE, attempt)) for attempt in (1, 2))
    changes = changes_between(second, earlier, later)
    told = {one.evidence_id: one.change for one in changes.items}
    assert told == {
        "1": Change.SAME_WORDS, "2": Change.CHANGED, "3": Change.SAME_WORDS, "4": Change.NEW, "5": Change.NEW,
    }  # fmt: skip
    assert [(one.name, one.change) for one in changes.files] == [
        ("Second.pdf", Change.NEW), ("Portfolio.pdf", Change.GONE),
    ]  # fmt: skip
    same = changes_between(second, later, later)
    assert {one.change for one in (*same.items, *same.files)} == {Change.UNCHANGED}


def test_what_was_satisfactory_within_an_open_sub_category_goes_on_counting(second):
    from mrse_assess.workbench.resubmission.carrying import joined

    first = WholeCase(second, second.application(REFERENCE, 1)).in_force.judgements
    rows = tuple(
        replace(row, verdict=Verdict.NOT_SATISFACTORY)
        if row.sub_category == "3" and getattr(row, "evidence_id", "") != "6"
        else row
        for row in first.judgements
    )
    now = replace(first, attempt=2, judgements=(), conclusions=(), parts=())
    kept = joined(now, replace(first, judgements=rows), frozenset({"3"}))
    assert {row.evidence_id for row in kept.judgements if row.sub_category == "3"} == {"6"}
    assert not [row for row in kept.conclusions if row.sub_category == "3"]
    assert {part.part for part in kept.parts} == {part.part for part in first.parts if part.confirmed}


def test_a_conflict_declared_on_the_first_attempt_holds_for_the_second(asked, second_portfolio):
    people, first = People(asked), asked.application(REFERENCE)
    people.allocate(first, "A3", "O")
    people.declare(first, "A3", conflicted=True, interests=("employer",))
    says(asked, "C", acts.Declaration(application=REFERENCE, attempt=1, conflicted=True, interests=("employer",)))
    second = resubmit(asked, REFERENCE, handed(second_portfolio), quiet)
    assert [people.standing(who, second) for who in ("A3", "C")] == ["conflicted", "conflicted"]
    with pytest.raises(BadRequestError, match="A3 declared a conflict"):
        people.allocate(second, "A3", "O")
    assert people.standing("A1", second) == "unallocated"
