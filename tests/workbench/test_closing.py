"""Sealing says what stands in its way, closes the assessment for every act, and is reopened with a reason."""

from dataclasses import replace

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import PinnedQuote, Reveal
from mrse_assess.records import from_event
from mrse_assess.terms import EventKind, Phase, Verdict
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.course_views import JumpKind, PointKind
from mrse_assess.workbench.entries import conclusion_of, judgement_of
from mrse_assess.workbench.recording import case_of, record
from mrse_assess.workbench.session import OpenWorkbench
from mrse_assess.workbench.views import ConclusionEntry, Entry, Unit
from mrse_assess.workbench.whole import WholeCase

ONE = Unit("1.1", "1")
SAT, NOT, NOTHING = Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY, Verdict.NOTHING_OFFERED


def points(bench):
    return {point.id: point for point in bench.course.seal_view().points}


def claims(bench):
    return [Unit(row.code, claim.evidence_id) for row in bench.worklist().rows for claim in row.claims]


def judge_everything(bench, verdict=SAT):
    """Every claim judged, every sub-category concluded, with a sentence wherever one is asked for."""
    own, judged = bench._assessment, Entry(verdict=verdict, page=1)
    record(own, *(judgement_of(own, unit, judged) for unit in claims(bench)))
    concluded = []
    for row in bench.worklist().rows:
        said = verdict if row.claims else NOTHING
        words = "Seen with the referee." if said in bench.conclusion(row.code).needs_sentence else ""
        concluded.append(conclusion_of(own, row.code, ConclusionEntry(verdict=said, to_panel=words)))
    record(own, *concluded)


@pytest.fixture
def judged(bench):
    judge_everything(bench)
    return bench


def test_what_is_not_judged_and_not_concluded_stands_in_the_way(bench):
    bench.judge(ONE, Entry(verdict=SAT, page=1))
    bench.conclude("1.1", ConclusionEntry(verdict=SAT))
    found = points(bench)
    assert (found["concluded"].kind, found["judged"].kind) == (PointKind.OPEN, PointKind.OPEN)
    assert found["concluded"].words == "1 of 16 sub-categories concluded, 15 to do"
    assert found["judged"].words == "1 of 6 claims judged, 5 to do"
    assert found["judged"].jumps[0].unit == Unit("1.2", "1")
    assert found["judged"].jumps[0].label == "Open item 1 for 1.2"
    assert [jump.unit for jump in found["concluded"].jumps[:2]] == [Unit("1.2", "1"), Unit("2.1", "")]
    assert not bench.course.seal_view().can_seal
    with pytest.raises(BadRequestError, match=r"1 of 16 sub-categories concluded, 15 to do: 1\.2, 2\.1"):
        bench.course.seal()


def test_a_parked_item_stands_in_the_way(judged):
    judged.park(Unit("3", "2"), "compare with 1")
    point = points(judged)["parked"]
    assert (point.kind, point.words, point.jumps[0].unit) == (PointKind.OPEN, "1 item parked", Unit("3", "2"))
    with pytest.raises(BadRequestError, match="1 item parked: 2 for 3"):
        judged.course.seal()
    judged.take_up(Unit("3", "2"))
    assert "parked" not in points(judged)
    judged.course.seal()


def test_a_missing_reason_is_said_and_stops_nothing(judged):
    assert points(judged)["reasons"].kind is PointKind.DONE
    judged.judge(Unit("1.2", "1"), Entry(verdict=NOT, page=1))
    judged.conclude("1.2", ConclusionEntry(verdict=NOT))
    point = points(judged)["reasons"]
    assert (point.kind, point.jumps[0].unit) == (PointKind.REMARK, Unit("1.2", "1"))
    assert judged.course.seal_view().can_seal


def test_a_contradiction_stands_in_the_way_until_it_has_a_sentence_to_the_panel(judged):
    judged.judge(Unit("1.2", "1"), Entry(verdict=NOT, page=1))
    point = points(judged)["contradiction:1.2"]
    assert point.kind is PointKind.OPEN
    assert point.words == "1.2 concluded satisfactory with 0 satisfactory items of 1: needs a sentence to the panel"
    assert not judged.course.seal_view().can_seal
    judged.conclude("1.2", ConclusionEntry(verdict=SAT, to_panel="The item counts with that of 1.1."))
    point = points(judged)["contradiction:1.2"]
    assert (point.kind, point.jumps[0].kind) == (PointKind.SENTENCE, JumpKind.UNIT)
    assert judged.course.seal_view().can_seal


def test_nothing_offered_where_items_are_claimed_is_a_contradiction(judged):
    judged.conclude("4.1", ConclusionEntry(verdict=NOTHING, to_panel="Withdrawn by the applicant."))
    point = points(judged)["contradiction:4.1"]
    assert point.words == "4.1 concluded nothing offered, and items are claimed: kept with a sentence to the panel"


def test_parts_and_what_reading_left_open_are_said_and_stop_nothing(judged):
    found = points(judged)
    assert (found["parts"].kind, found["parts"].jumps[0].kind) == (PointKind.REMARK, JumpKind.LETTER)
    assert found["parts"].words.startswith("Not confirmed: contents list")
    assert found["uncited"].kind is PointKind.REMARK
    for part in judged.parts():
        judged.confirm_part(part.part, confirmed=part.part != "exam")
    assert points(judged)["parts"].words.startswith("Said to be absent: ")
    judged.confirm_part("exam", confirmed=True)
    assert points(judged)["parts"].kind is PointKind.DONE


def test_a_quote_whose_file_is_gone_is_said(judged):
    unit = {"sub_category": "3", "evidence_id": "2"}
    own = {"pin": "p1", "text": "words", "file": "a.pdf", "sha256": "0", "page": 1}
    record(judged._assessment, PinnedQuote(**case_of(judged._assessment), **unit, **own))
    point = points(judged)["quotes"]
    assert (point.kind, point.words) == (PointKind.REMARK, "1 quote was not found in the portfolio")
    assert point.jumps[0].unit == Unit("3", "2")


# ---------------------------------------------------------------- sealed


ACTS = {
    "judge": lambda bench: bench.judge(ONE, Entry(verdict=NOT, page=1)),
    "withdraw": lambda bench: bench.withdraw(ONE),
    "conclude": lambda bench: bench.conclude("1.1", ConclusionEntry(verdict=NOT)),
    "park": lambda bench: bench.park(ONE, ""),
    "take up": lambda bench: bench.take_up(ONE),
    "part": lambda bench: bench.confirm_part("exam", confirmed=True),
    "undo": lambda bench: bench.course.undo(),
    "correct": lambda bench: bench.reading.correct_row("1.1", (), "no such entry"),
    "offset": lambda bench: bench.reading.set_offset(bench.reading.reading().files[0].file, 1, ""),
}


@pytest.mark.parametrize("act", sorted(ACTS))
def test_a_sealed_assessment_takes_no_act(judged, act):
    judged.course.seal()
    before = judged._assessment.workspace.store.events()
    with pytest.raises(BadRequestError, match="sealed: nothing was recorded"):
        ACTS[act](judged)
    assert judged._assessment.workspace.store.events() == before


def test_the_seal_is_a_record_with_its_time(judged):
    receipt = judged.course.seal()
    last = judged._assessment.events[-1]
    assert (last.kind, from_event(last).sealed, last.event) == (EventKind.SEAL, True, receipt.event)
    view = judged.course.seal_view()
    assert (view.sealed, view.can_seal, view.can_reopen) == (True, False, True)
    assert judged.course.sealed() == view.since
    assert view.since.endswith(f"{receipt.saved_at:%H:%M:%S}")
    with pytest.raises(BadRequestError, match="sealed already"):
        judged.course.seal()


def test_a_seal_is_of_one_assessor_only(judged, workspace, application):
    judged.course.seal()
    another = OpenWorkbench(Assessment(workspace, application, "A2"))
    another.judge(ONE, Entry(verdict=SAT, page=1))
    assert not another.course.seal_view().sealed


def test_reopening_needs_words_and_keeps_them(judged):
    with pytest.raises(BadRequestError, match="nothing to reopen"):
        judged.course.reopen("Item 9 arrived late.")
    judged.course.seal()
    for empty in ("", "  \n"):
        with pytest.raises(BadRequestError, match="Write why"):
            judged.course.reopen(empty)
    judged.course.reopen(" Item 9 arrived late. ")
    last = from_event(judged._assessment.events[-1])
    assert (last.sealed, last.why) == (False, "Item 9 arrived late.")
    assert judged.course.sealed() == ""
    judged.judge(ONE, Entry(verdict=NOT, page=1))


def test_what_was_done_before_the_seal_can_be_undone_after_reopening(judged):
    named = judged.course.undoable().undo
    judged.course.seal()
    judged.course.reopen("Look again.")
    assert judged.course.undoable().undo == named
    judged.course.undo()


def test_an_assessment_stays_sealed_once_anothers_was_shown(judged):
    judged.course.seal()
    record(judged._assessment, Reveal(**case_of(judged._assessment), of="A2"))
    view = judged.course.seal_view()
    assert (view.sealed, view.can_reopen) == (True, False)
    assert "shown to you" in view.why_not
    with pytest.raises(BadRequestError, match="shown to you"):
        judged.course.reopen("Look again.")


def test_what_was_shown_to_another_closes_only_theirs(judged, workspace, application):
    judged.course.seal()
    another = Assessment(workspace, application, "A2")
    record(another, Reveal(**case_of(another), of="A1"))
    judged.catch_up()
    judged.course.reopen("Look again.")


def test_rows_of_a_frame_do_not_go_into_a_sealed_assessment(judged, workspace, application):
    judged.course.seal()
    case = WholeCase(workspace, application)
    stored = case.in_force.judgements.judgements[0]
    assert case.events_of_rows([stored], "A1") == ()
    new = replace(stored, verdict=NOT, event="", recorded_at=None)
    with pytest.raises(BadRequestError, match="the assessment of A1 is sealed"):
        case.events_of_rows([new], "A1")
    panels = replace(new, phase=Phase.MODERATION)
    assert len(case.events_of_rows([panels], "A1")) == 1
    judged.course.reopen("Look again.")
    assert len(WholeCase(workspace, application).events_of_rows([new], "A1")) == 1


def test_one_who_sealed_confirms_no_part_by_command_and_the_panel_goes_on(judged, workspace, application):
    judged.course.seal()
    whole = WholeCase(workspace, application)
    with pytest.raises(BadRequestError, match="the assessment of A1 is sealed"):
        whole.confirm("exam", confirmed=True, by="A1")
    whole.confirm("exam", confirmed=True, by="chair")
    assert {part.part for part in WholeCase(workspace, application).in_force.judgements.parts} == {"exam"}
