"""A further attempt and another version of the portfolio on the page, without a browser."""

from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fake_controller import judged_workbench

from mrse_assess.errors import WorkerError
from mrse_assess.terms import RuleStatus, SubCategoryState
from mrse_assess.ui import present_attempt, present_judgement
from mrse_assess.ui.desk import Desk
from mrse_assess.workbench.resubmission.attempt_views import (
    AskedUnit,
    AttemptView,
    CameItem,
    FigureRow,
    StoodItem,
    StoodRow,
    VersionView,
)
from mrse_assess.workbench.resubmission.came_words import came_items
from mrse_assess.workbench.resubmission.changes import Change, Changes, ItemChange
from mrse_assess.workbench.views import Unit

HOSTILE = "<img src=x onerror=alert(1)>"
LINES = {line.rule: line for line in judged_workbench().standing().rules}
SHORT_LINE = replace(LINES["sub_categories"], observed=13, status=RuleStatus.NOT_MET)
NEW = CameItem(evidence_id="8", title=HOSTILE, change=Change.NEW, words="new", sentence="New: it was not there.")
SAME = CameItem(evidence_id="1", title="Policy", change=Change.UNCHANGED, words="same", sentence="The same pages.")
SECOND = AttemptView(
    attempt=2, before=1, letter="M-1-F", outcome="Further evidence", issued_at=datetime(2026, 11, 3, 9, 0, tzinfo=UTC),
    stands=True, rules=(SHORT_LINE,), missing_parts=(), enough=(("3",), ("5.2",)), carried="The others stand.",
    asked=(
        AskedUnit(code="3", short_name="Sequences", was=SubCategoryState.NOT_SATISFACTORY, counts_on=("6", "7")),
        AskedUnit(code="5.2", short_name="Incidents", was=SubCategoryState.NOTHING_OFFERED),
    ),
    settings=("how many stand: all (minute 4)",), open_count=2, total=16,
    stood=(
        StoodRow(
            code="1.1", short_name="Governance", state=SubCategoryState.SATISFACTORY, attempt=1,
            items=(StoodItem(evidence_id="1", title=HOSTILE, came="same", is_there=True),),
        ),
    ),
    figures=(FigureRow(label="Sub-categories", then=SHORT_LINE, now=LINES["sub_categories"]),), blind=True,
    came=(SAME, NEW),
)  # fmt: skip
CAME = VersionView(
    came_at=datetime(2026, 11, 21, 14, 5, 40, tzinfo=UTC), file_name="Second.pdf", why="a page was missing.",
    came=(NEW, SAME), judged=3, concluded=1, again=(Unit("3", "7"),), taken=False,
)  # fmt: skip


@pytest.fixture
def second(page):
    """The page on a second attempt."""
    page.bench.resubmission.now = SECOND
    page.act("open", unit={"sub_category": "3", "evidence_id": "8"})
    return page


def ping(page):
    page.desk.room.header._handle_custom_msg({"act": "ping"}, [])
    return page.show("header")["version"]


def test_a_first_attempt_shows_nothing_of_this(page):
    assert (page.show("header")["asked"], page.show("header")["version"]) == (None, None)
    assert "open_words" not in page.show("worklist")
    assert "no letter asked" in page.act("asked")["refused"]


def test_the_head_of_the_page_says_which_letter_asked_for_what(second):
    assert second.show("header")["asked"] == {
        "letter": "Letter M-1-F of 3 November 2026",
        "asked": "3 Sequences, 5.2 Incidents; Sub-categories 13, 14 needed",
        "gone": "",
    }


def test_a_letter_that_was_taken_back_is_said_to_be(second):
    second.bench.resubmission.now = replace(SECOND, stands=False)
    second.act("move", step=1)
    assert second.show("header")["asked"]["gone"] == " It was taken back since."


def test_the_worklist_says_how_many_are_open_and_what_stands_of_the_rest(second):
    shown = second.show("worklist")
    assert shown["open_words"] == "Open for this attempt: 2 of 16"
    assert shown["stood_words"] == "1 stands from before"
    (row,) = shown["stood"]
    assert row["said"] == "stands from attempt 1: satisfactory"
    assert row["items"] == [{"id": "1", "title": HOSTILE, "came": "same", "there": True}]


def test_the_sheet_keeps_the_figures_of_both_attempts_apart_and_lists_what_is_new_first(second):
    second.act("asked")
    sheet = second.sent.told("asked_sheet")[-1]["asked_sheet"]
    then, now = sheet["figures"]["rows"][0][1:]
    assert then == "13 of 16, not met"
    assert now.endswith("undetermined")
    assert [one["label"] for one in sheet["came"]["items"]] == ["8", "1"]
    assert sheet["enough"] == "Enough would have been: 3; or 5.2."
    assert [one["counts_on"] for one in sheet["asked"]] == ["items 6 and 7", ""]
    assert sheet["blind"] == "Reasons and words of attempt 1 stay closed to you while you judge."
    assert present_attempt.sheet(replace(SECOND, blind=False))["blind"] == ""


def test_an_item_behind_a_finding_that_stands_can_be_read_and_says_so(second):
    said = present_judgement.uncited_body(
        second.bench.item("21"), (), [*present_attempt.stood_for(SECOND, "1"), HOSTILE]
    )
    assert "The finding on 1.1 (attempt 1), &lt;img" in said
    assert "<img" not in said


def test_another_version_is_said_at_the_next_sign_of_life_and_the_page_is_read_only(page):
    assert ping(page) is None
    page.bench.resubmission.came = CAME
    shown = ping(page)
    assert shown["head"] == "Another version of the portfolio came at 14:05:40: Second.pdf."
    assert shown["said"] == [
        "Reason: a page was missing.", "New: 8.", "1 item is the same.",
        "Carried over: 3 judgements, 1 conclusion, and every word you wrote.", "To be looked at again: 7 for 3.",
    ]  # fmt: skip
    assert shown["read_only"] == present_attempt.ONLY_READ


def test_a_page_that_cannot_look_for_another_version_still_answers_its_sign_of_life(page):
    def broken():
        raise WorkerError("The records cannot be read.")

    page.bench.resubmission.newer = broken
    page.desk.room.header._handle_custom_msg({"act": "ping"}, [])
    assert page.sent.last() == {"pong": True}


def test_while_it_is_compared_that_is_said_and_then_what_changed(page, monkeypatch):
    making = Future()
    page.bench.resubmission.making = making
    page.bench.resubmission.came = replace(CAME, came=None, again=())
    monkeypatch.setattr(page.desk._table.loop, "when_done", lambda future, then: future.add_done_callback(then))
    assert present_attempt.COMPARING in ping(page)["said"]
    page.bench.resubmission.came = CAME
    making.set_result(None)
    assert "New: 8." in page.show("header")["version"]["said"]


def test_going_on_with_it_is_one_act_that_says_what_is_left(page):
    page.bench.resubmission.came, page.bench.resubmission.left = CAME, replace(CAME, taken=True)
    said = page.act("take_version")["said"]
    assert said.startswith("This page shows the latest version of the portfolio. Nothing you recorded was lost.")
    assert said.endswith("1 judgement is to be looked at again.")
    shown = page.show("header")["version"]
    assert (shown["newer"], shown["read_only"]) == (False, "")
    assert shown["again"] == [{"unit": ["3", "7"], "words": "7 for 3"}]
    assert "already" in page.act("take_version")["refused"]


def test_a_sealed_assessment_is_told_how_to_judge_the_new_version():
    assert "reopen it, with a reason" in present_attempt.version(replace(CAME, sealed=True))["said"][-1]


def test_pages_drawn_of_the_version_before_are_not_shown_again(page, monkeypatch):
    page.act("open", unit={"sub_category": "3", "evidence_id": "7"})
    before = page.show("viewer")["reading"]
    asked = len(page.bench.asked_pages)
    monkeypatch.setattr(page.bench.reading, "version", lambda: "another")
    page.act("open", unit={"sub_category": "3", "evidence_id": "8"})
    page.act("open", unit={"sub_category": "3", "evidence_id": "7"})
    assert page.show("viewer")["reading"] == before + 1
    assert ("7", 3, 144) in page.bench.asked_pages[asked:]


def test_a_judgement_to_look_at_again_says_why_in_its_form(bench, sent):
    before = bench.judgement
    bench.judgement = lambda unit: replace(before(unit), look_again="It changed.")
    assert Desk(bench).room.form.shown["again"] == "It changed."


@pytest.mark.parametrize(
    ("change", "also", "words", "sentence"),
    [
        (Change.UNCHANGED, (), "same", "The same pages as in attempt 1."),
        (Change.NEW, ("3",), "was 3", "New: attempt 1 had no item of this label. Its content was item 3 there."),
        (Change.CHANGED, ("3", "4"), "was 3 and 4", "Changed since attempt 1. Its content was items 3 and 4 there."),
        (Change.UNCHANGED, ("3",), "same", "The same pages as in attempt 1."),
        (Change.GONE, (), "not sent", "Not sent again: only attempt 1 has it."),
    ],
)  # fmt: skip
def test_what_became_of_an_item_is_said_in_words(change, also, words, sentence):
    one = ItemChange(evidence_id="9", title="T", change=change, sent_before_as=also)
    (said,) = came_items(Changes(files=(), items=(one,)), "attempt 1")
    assert (said.words, said.sentence) == (words, sentence)
