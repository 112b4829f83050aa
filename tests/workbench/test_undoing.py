"""Undo and redo follow from the records alone, and say what they will do before they do it."""

import uuid
from dataclasses import replace

import pytest

from mrse_assess.errors import BadRequestError, StaleWriteError
from mrse_assess.model.acts import PinnedQuote, Withdrawal
from mrse_assess.model.judgement import Conclusion, Judgement
from mrse_assess.records import to_event
from mrse_assess.terms import EventKind, OutcomeKind, Phase, Verdict
from mrse_assess.workbench.act_words import changes
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.recording import case_of, record
from mrse_assess.workbench.session import OpenWorkbench
from mrse_assess.workbench.views import ConclusionEntry, Entry, Unit
from mrse_assess.workspace import Workspace

ONE = Unit("1.1", "1")
OTHER = Unit("3", "2")
SAT, NOT = Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY


def entry(verdict=SAT, **said):
    return Entry(verdict=verdict, page=1, **said)


def opened(workspace, application, who="A1"):
    """The workbench as another tab, or after a reload."""
    return OpenWorkbench(Assessment(workspace, application, who))


def verdict(bench, unit=ONE):
    return bench.judgement(unit).entry.verdict


def test_there_is_nothing_to_undo_at_first(bench):
    assert (bench.course.undoable().undo, bench.course.undoable().redo) == ("", "")
    with pytest.raises(BadRequestError, match="nothing to undo"):
        bench.course.undo()
    with pytest.raises(BadRequestError, match="nothing to do again"):
        bench.course.redo()


def test_undo_names_what_it_undoes_and_says_what_holds_now(bench):
    bench.judge(ONE, entry())
    bench.judge(ONE, entry(NOT))
    assert bench.course.undoable().undo == "verdict on 1 for 1.1"
    undone = bench.course.undo()
    assert (undone.words, undone.unit) == ("verdict on 1 for 1.1 is satisfactory again", ONE)
    assert verdict(bench) is SAT
    assert bench.course.undoable().redo == "verdict on 1 for 1.1"
    assert bench.course.undo().words == "verdict on 1 for 1.1, not yet judged again"
    assert verdict(bench) is None
    assert bench.course.redo().words == "verdict on 1 for 1.1 is satisfactory again"
    assert bench.course.redo().words == "verdict on 1 for 1.1 is not satisfactory again"
    assert verdict(bench) is NOT


def test_undo_goes_on_after_a_reload_and_in_another_tab(bench, workspace, application):
    for unit in (ONE, OTHER):
        bench.judge(unit, entry())
    bench.course.undo()
    again = opened(workspace, application)
    assert again.course.undoable() == bench.course.undoable()
    again.course.undo()
    assert (verdict(again), verdict(again, OTHER)) == (None, None)
    third = opened(workspace, application)
    third.course.redo()
    third.course.redo()
    assert (verdict(third), verdict(third, OTHER)) == (SAT, SAT)
    assert third.course.undoable().redo == ""


def test_a_new_act_empties_redo(bench):
    bench.judge(ONE, entry())
    bench.judge(OTHER, entry())
    bench.course.undo()
    bench.judge(OTHER, entry(NOT))
    assert bench.course.undoable().redo == ""
    bench.course.undo()
    assert bench.course.undoable().redo == "verdict on 2 for 3"
    bench.course.redo()
    assert verdict(bench, OTHER) is NOT
    assert bench.course.undoable().redo == ""


def test_a_tab_that_fell_behind_cannot_undo(bench, workspace, application):
    bench.judge(ONE, entry())
    other = opened(workspace, application)
    bench.judge(ONE, entry(NOT))
    with pytest.raises(StaleWriteError):
        other.course.undo()
    other.catch_up()
    other.course.undo()
    assert verdict(other) is SAT


def test_only_ones_own_acts_are_undone(bench, workspace, application):
    bench.judge(ONE, entry())
    another = opened(workspace, application, "A2")
    assert another.course.undoable().undo == ""
    another.judge(ONE, entry(NOT))
    another.course.undo()
    bench.catch_up()
    assert verdict(bench) is SAT


def test_acts_of_one_transaction_are_undone_as_one(bench):
    bench.judge(ONE, entry(private="ask about the date"))
    assert bench.course.undoable().undo == "verdict on 1 for 1.1"
    bench.course.undo()
    assert (verdict(bench), bench.judgement(ONE).entry.private) == (None, "")
    bench.course.redo()
    assert (verdict(bench), bench.judgement(ONE).entry.private) == (SAT, "ask about the date")


REASON = {"reasons": ("undated",), "primary_reason": "undated"}


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (entry(), entry(NOT, **REASON, feedback="Please date it."), "verdict on 1 for 1.1"),
        (entry(NOT), entry(NOT, **REASON), "reasons of 1 for 1.1"),
        (entry(NOT, **REASON), entry(NOT, **REASON, feedback="Please date it."), "note on 1 for 1.1"),
        (entry(), entry(to_panel="Look at page 2."), "note on 1 for 1.1"),
        (entry(), entry(private="mine"), "private note on 1 for 1.1"),
        (entry(), entry(simulated=True), "simulated mark of 1 for 1.1"),
        (entry(), entry(mhra_edition="v4.3 (2021)"), "MHRA reference of 1 for 1.1"),
        (entry(), Entry(verdict=SAT, page=2), "page of 1 for 1.1"),
    ],
)
def test_a_judgement_recorded_again_is_named_by_what_changed(bench, first, second, words):
    bench.judge(ONE, first)
    bench.judge(ONE, second)
    assert bench.course.undoable().undo == words
    undone = bench.course.undo()
    assert undone.words == (f"{words} is satisfactory again" if words.startswith("verdict") else words)
    assert bench.judgement(ONE).entry == first
    bench.course.redo()
    assert bench.judgement(ONE).entry == second


def test_every_act_of_the_page_can_be_undone_by_name(bench):
    acts = [
        (lambda: bench.park(ONE, "compare"), "parking of 1 for 1.1", ONE),
        (lambda: bench.take_up(ONE), "taking up of 1 for 1.1", ONE),
        (lambda: bench.judge(ONE, entry()), "verdict on 1 for 1.1", ONE),
        (lambda: bench.conclude("1.1", ConclusionEntry(verdict=SAT)), "conclusion of 1.1", Unit("1.1", "")),
        (
            lambda: bench.conclude("1.1", ConclusionEntry(verdict=SAT, feedback="Good.")),
            "note on the conclusion of 1.1",
            Unit("1.1", ""),
        ),
        (lambda: bench.withdraw(Unit("1.1", "")), "taking back of the conclusion of 1.1", Unit("1.1", "")),
        (lambda: bench.withdraw(ONE), "taking back of 1 for 1.1", ONE),
        (lambda: bench.confirm_part("contents_list", confirmed=False), "said to be absent", None),
        (
            lambda: bench.choose_outcome(OutcomeKind.INCOMPLETE, "There is no contents list."),
            "choice of the outcome",
            None,
        ),
    ]
    before = [_state(bench)]
    for act, words, _ in acts:
        act()
        assert words in bench.course.undoable().undo
        before.append(_state(bench))
    for (_, words, unit), state in zip(reversed(acts), reversed(before[:-1]), strict=True):
        undone = bench.course.undo()
        assert words in undone.words
        assert undone.unit == unit
        assert _state(bench) == state
    for state in before[1:]:
        bench.course.redo()
        assert _state(bench) == state


def _state(bench):
    """All that is in force, without when it was said."""
    return bench._assessment.in_force


def test_a_quote_and_its_removal_are_undone(bench):
    quote = PinnedQuote(
        **case_of(bench._assessment),
        sub_category="1.1",
        evidence_id="1",
        pin="p1",
        text="words",
        file="a.pdf",
        sha256="0",
        page=1,
    )
    record(bench._assessment, quote)
    assert bench.course.undoable().undo == "quote on 1 for 1.1"
    assert bench.course.undo().unit == ONE
    assert bench._assessment.in_force.quotes == ()


def test_a_quote_that_goes_into_the_judgement_is_named_as_a_quote(bench):
    bench.judge(ONE, entry())
    said = bench._assessment.judgement(*ONE)
    quote = PinnedQuote(
        **case_of(bench._assessment),
        sub_category="1.1",
        evidence_id="1",
        pin="p1",
        text="words",
        file="a.pdf",
        sha256="0",
        page=1,
    )
    record(bench._assessment, quote, replace(said, quote="words", recorded_at=None, event=""))
    assert bench.course.undoable().undo == "quote on 1 for 1.1"
    assert words_of(bench.judgement(ONE).history) == [
        ("Quote pinned: “words”", False, False),
        ("Satisfactory", False, False),
    ]
    assert bench.course.undo().words == "quote on 1 for 1.1"
    assert bench._assessment.judgement(*ONE) == said
    gone = Withdrawal(**case_of(bench._assessment), of=EventKind.QUOTE, unit=("1.1", "1", "p1"))
    bench.course.redo()
    record(bench._assessment, gone, replace(said, recorded_at=None, event=""))
    assert bench.course.undoable().undo == "removal of a quote on 1 for 1.1"
    bench.course.undo()
    assert bench._assessment.judgement(*ONE).quote == "words"
    assert [line.words for line in bench.judgement(ONE).history] == [
        "Undone: quote removed",
        "Quote removed",
        "Done again: quote pinned: “words”",
        "Undone: quote pinned: “words”",
        "Quote pinned: “words”",
        "Satisfactory",
    ]


def test_verdicts_taken_in_together_are_undone_together(bench, workspace, application):
    own = {"application": "EX-1", "attempt": 1, "phase": Phase.INDIVIDUAL, "assessor": "A1", "verdict": SAT}
    rows = [
        Judgement(**own, sub_category="1.1", evidence_id="1"),
        Conclusion(**own, sub_category="1.1"),
    ]
    workspace.store.append_many([to_event(row, event=workspace.new_id(), actor="A1") for row in rows])
    bench.catch_up()
    assert bench.course.undoable().undo == "2 verdicts taken in together"
    bench.course.undo()
    assert bench._assessment.own.conclusions == ()


# ---------------------------------------------------------------- half-typed words


def test_an_undone_verdict_does_not_come_back_through_a_draft(bench):
    bench.judge(ONE, entry(feedback="Please date it."))
    bench.save_draft(ONE, entry(feedback="Please date it.", to_panel="half a sen"))
    bench.course.undo()
    view = bench.judgement(ONE)
    assert view.entry == Entry(to_panel="half a sen")
    assert view.drafted
    bench.course.redo()
    view = bench.judgement(ONE)
    assert (view.entry.verdict, view.entry.feedback, view.entry.to_panel) == (SAT, "Please date it.", "half a sen")
    assert view.drafted


def test_words_typed_over_recorded_ones_stay_as_they_were_typed(bench):
    bench.judge(ONE, entry(feedback="Please date it"))
    bench.save_draft(ONE, entry(feedback="Please date it, and sign it"))
    bench.course.undo()
    assert bench.judgement(ONE).entry == Entry(feedback="Please date it, and sign it")


def test_a_draft_that_only_repeats_the_record_goes_with_the_undoing(bench):
    bench.judge(ONE, entry(feedback="Please date it."))
    bench.save_draft(ONE, entry(feedback="Please date it."))
    bench.course.undo()
    assert bench.judgement(ONE).entry == Entry()
    assert not bench.judgement(ONE).drafted
    bench.course.redo()
    assert bench.judgement(ONE).entry == entry(feedback="Please date it.")


def test_the_draft_of_another_item_is_left_alone(bench):
    bench.save_draft(OTHER, Entry(feedback="half a sen"))
    bench.judge(ONE, entry())
    bench.course.undo()
    assert bench.judgement(OTHER).entry == Entry(feedback="half a sen")


def test_words_that_were_recorded_come_back_with_the_record_only(bench):
    bench.save_draft(ONE, Entry(feedback="Please date it."))
    bench.judge(ONE, entry(NOT, feedback="Please date it."))
    bench.course.undo()
    assert bench.judgement(ONE).entry == Entry()
    bench.course.redo()
    assert bench.judgement(ONE).entry.feedback == "Please date it."


# ---------------------------------------------------------------- history


def words_of(lines):
    return [(line.words, line.undone, line.is_undo) for line in lines]


def test_the_history_keeps_what_was_undone_and_says_so(bench):
    bench.judge(ONE, entry())
    bench.judge(ONE, entry(NOT))
    bench.judge(ONE, entry(NOT, **REASON))
    bench.course.undo()
    bench.course.undo()
    bench.course.redo()
    lines = bench.judgement(ONE).history
    assert words_of(lines) == [
        ("Done again: not satisfactory again", False, True),
        ("Undone: satisfactory again", True, True),
        ("Undone: reason: undated", False, True),
        ("Reason: undated", True, False),
        ("Not satisfactory, from satisfactory", False, False),
        ("Satisfactory", False, False),
    ]
    assert [line.verdict for line in lines] == [NOT, SAT, None, NOT, NOT, SAT]
    assert {line.who for line in lines} == {"A1"}
    assert lines[3].changed == ("reasons", "primary reason")
    assert (lines[4].was, lines[4].verdict) == (SAT, NOT)


def test_the_history_has_notes_quotes_and_parking(bench):
    bench.park(ONE, "compare with 2")
    bench.take_up(ONE)
    bench.judge(ONE, entry())
    bench.judge(ONE, entry(to_panel="Look.", simulated=True))
    bench.withdraw(ONE)
    bench.course.undo()
    assert words_of(bench.judgement(ONE).history) == [
        ("Undone: taken back, from satisfactory", False, True),
        ("Taken back, from satisfactory", True, False),
        ("Changed: note, simulated mark", False, False),
        ("Satisfactory", False, False),
        ("Taken up again", False, False),
        ("Parked: compare with 2", False, False),
    ]


def test_a_sub_category_has_a_history_of_its_conclusion(bench):
    bench.judge(ONE, entry())
    bench.conclude("1.1", ConclusionEntry(verdict=SAT))
    bench.conclude("1.1", ConclusionEntry(verdict=NOT))
    bench.course.undo()
    assert words_of(bench.conclusion("1.1").history) == [
        ("Undone: satisfactory again", False, True),
        ("Not satisfactory, from satisfactory", True, False),
        ("Satisfactory", False, False),
    ]
    assert len(bench.judgement(ONE).history) == 1


def test_another_assessors_records_are_in_no_history(bench, workspace, application):
    opened(workspace, application, "A2").judge(ONE, entry(NOT))
    bench.catch_up()
    assert bench.judgement(ONE).history == ()


# ---------------------------------------------------------------- a tab that fell behind


def test_a_tab_that_fell_behind_says_what_was_done_elsewhere(bench, workspace, application):
    other = opened(workspace, application)
    assert other.course.elsewhere() == ""
    bench.judge(ONE, entry())
    said = other.course.elsewhere()
    assert said.startswith("You went on in another tab at ")
    assert said.endswith("1 record was made there: verdict on 1 for 1.1.")
    bench.conclude("1.1", ConclusionEntry(verdict=SAT))
    bench.park(OTHER, "")
    bench.course.undo()
    assert "4 records were made there" in other.course.elsewhere()
    other.catch_up()
    assert other.course.elsewhere() == ""


def test_what_another_assessor_did_is_not_told(bench, workspace, application):
    opened(workspace, application, "A2").judge(ONE, entry(NOT))
    assert bench.course.elsewhere() == ""


# ---------------------------------------------------------------- many


@pytest.mark.parametrize("many", [60])
def test_many_acts_are_undone_one_by_one_to_the_beginning(bench, many):
    units = [ONE, OTHER, Unit("3", "1"), Unit("1.2", "1")]
    for number in range(many):
        bench.judge(units[number % 4], entry(SAT if number % 8 < 4 else NOT))
    while bench.course.undoable().undo:
        bench.course.undo()
    assert [verdict(bench, unit) for unit in units] == [None] * 4
    for _ in range(many):
        bench.course.redo()
    assert bench.course.undoable().redo == ""
    assert all(verdict(bench, unit) for unit in units)


# ---------------------------------------------------------------- a coarse clock, older records


def test_acts_are_undone_one_by_one_however_coarse_the_clock(workspace, application):
    still = workspace.clock()
    with Workspace.open(workspace.layout.folder, clock=lambda: still, new_id=lambda: str(uuid.uuid4())) as coarse:
        bench = opened(coarse, application)
        bench.judge(ONE, entry(private="mine"))
        bench.judge(OTHER, entry())
        bench.course.undo()
        assert (verdict(bench), verdict(bench, OTHER)) == (SAT, None)
        bench.judge(OTHER, entry(NOT))
        bench.course.undo()
        assert (verdict(bench), verdict(bench, OTHER)) == (SAT, None)
        bench.course.undo()
        assert verdict(bench) is None


def test_an_older_record_without_the_newer_fields_says_nothing_in_them():
    old = {"verdict": "satisfactory", "reasons": (), "feedback": "", "simulated": False}
    new = {**old, "feedback": "more", "evidence_date": "", "wording": "", "seen": "", "mhra_reference": False}
    assert changes(old, new) == ("note",)
