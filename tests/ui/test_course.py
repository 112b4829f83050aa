"""Undo, redo, the seal and a tab that fell behind, as the desk answers the page."""

from dataclasses import replace

import pytest

from mrse_assess.errors import RecordsError, StaleWriteError
from mrse_assess.workbench.course_views import Jump, JumpKind, Point, PointKind
from mrse_assess.workbench.views import Unit

PARKED = Point(
    id="parked",
    kind=PointKind.OPEN,
    words="1 item parked",
    jumps=(Jump(kind=JumpKind.UNIT, words="7 for 3", label="Open item 7 for 3", unit=Unit("3", "7")),),
)


@pytest.fixture
def course(bench):
    return bench.course


def pane_of(page, name):
    return next(child for child in page.desk.room.root.children if type(child).__name__ == name)


def test_the_header_names_what_undo_would_undo(page, course):
    assert (page.show("header")["undo"], page.show("header")["redo"]) == ("", "")
    course.done.append("verdict on 7 for 3")
    page.act("catch_up")
    assert page.show("header")["undo"] == "verdict on 7 for 3"


def test_undo_and_redo_are_carried_out_and_said(page, course):
    course.done.append("verdict on 7 for 3")
    answer = page.act("undo", named="verdict on 7 for 3")
    assert answer["said"] == "Undone: verdict on 7 for 3."
    assert answer["saved"]
    assert page.show("header")["redo"] == "verdict on 7 for 3"
    assert page.act("redo")["said"] == "Done again: verdict on 7 for 3."
    assert page.act("redo")["refused"] == "There is nothing to do again."


def test_undo_shows_where_it_undid_something(page, course):
    page.act("open", unit={"sub_category": "1.1", "evidence_id": "1"})
    course.done.append("verdict on 7 for 3")
    page.act("undo")
    assert page.show("form")["unit"] == ["3", "7"]


def test_an_act_that_the_button_did_not_name_is_not_undone(page, course):
    course.done += ["verdict on 7 for 3", "note on 7 for 3"]
    answer = page.act("undo", named="verdict on 7 for 3")
    assert "Next would be: note on 7 for 3." in answer["refused"]
    assert course.done == ["verdict on 7 for 3", "note on 7 for 3"]
    assert page.show("header")["undo"] == "note on 7 for 3"


def test_nothing_to_undo_is_said(page):
    assert page.act("undo")["refused"] == "There is nothing to undo."


def test_the_check_list_is_made_when_it_is_first_opened(page, course):
    count = len(page.desk.room.root.children)
    course.points = (PARKED,)
    page.act("seal_view")
    assert len(page.desk.room.root.children) == count + 1
    shown = pane_of(page, "SealPane").shown
    assert not shown["can_seal"]
    assert shown["points"] == [
        {
            "id": "parked",
            "about": "parked",
            "kind": "open",
            "words": "1 item parked",
            "jumps": [
                {"kind": "unit", "words": "7 for 3", "label": "Open item 7 for 3", "unit": ["3", "7"], "page": 0}
            ],
            "more": 0,
        }
    ]
    page.act("seal_view")
    assert len(page.desk.room.root.children) == count + 1
    assert page.sent.told("open")


def test_places_beyond_those_linked_are_counted(page, course):
    course.points = (replace(PARKED, jumps=PARKED.jumps * 20),)
    page.act("seal_view")
    (point,) = pane_of(page, "SealPane").shown["points"]
    assert (len(point["jumps"]), point["more"]) == (16, 4)


def test_sealing_is_refused_while_something_stands_in_the_way(page, course):
    course.points = (PARKED,)
    assert page.act("seal")["refused"] == "It cannot be sealed yet. 1 item parked: 7 for 3."
    assert page.show("header")["sealed"] == ""


def test_the_seal_shows_in_the_header_and_is_reopened_with_a_reason(page, course):
    page.act("seal_view")
    answer = page.act("seal")
    assert (answer["said"], bool(answer["saved"])) == ("Sealed.", True)
    assert page.show("header")["sealed"] == "21 November 2026, 14:02:07"
    assert pane_of(page, "SealPane").shown["can_reopen"]
    assert "Write why" in page.act("reopen", why=" ")["refused"]
    assert page.act("reopen", why="Item 9 arrived late.")["said"] == "Reopened."
    assert page.show("header")["sealed"] == ""


def test_after_a_reveal_the_dialog_says_why_it_stays_sealed(page, course):
    page.act("seal_view")
    page.act("seal")
    course.revealed = True
    page.act("seal_view")
    shown = pane_of(page, "SealPane").shown
    assert not shown["can_reopen"]
    assert "shown to you" in shown["why_not"]


def test_a_tab_that_fell_behind_is_told_what_was_done_elsewhere(page, course, monkeypatch):
    def stale():
        raise StaleWriteError("These records went on elsewhere.")

    course.came = "You went on in another tab at 14:05:40. 1 record was made there: verdict on 8 for 3."
    monkeypatch.setattr(course, "undo", stale)
    answer = page.act("undo")
    assert answer["stale"]
    assert answer["since"] == course.came


def test_the_refusal_is_heard_even_where_the_records_cannot_be_read(page, course, monkeypatch):
    def raising(error):
        def fail():
            raise error("The disk is gone.")

        return fail

    monkeypatch.setattr(course, "undo", raising(StaleWriteError))
    monkeypatch.setattr(course, "elsewhere", raising(RecordsError))
    answer = page.act("undo")
    assert (answer["stale"], answer["since"]) == (True, "")
