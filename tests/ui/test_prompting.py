"""What the program noticed, as the page is told of it, and putting it aside."""

from concurrent.futures import Future

import pytest
from fake_controller import judged_workbench

from mrse_assess.errors import WorkerTimeoutError
from mrse_assess.ui import present_judgement, present_places
from mrse_assess.ui.desk import Desk
from mrse_assess.workbench.finding_views import Finding, FindingKind, FindingMark, FindingsView
from mrse_assess.workbench.views import Unit

SEVEN = {"sub_category": "3", "evidence_id": "7"}


def test_the_list_numbers_what_was_noticed_and_says_what_was_checked(page):
    shown = page.show("findings")
    assert [(row["number"], row["kind"], row["pages"]) for row in shown["rows"]] == [
        (1, "possible", [3]),
        (2, "plain", [3]),
        (3, "possible", [3]),
        (4, "not_checked", [4]),
    ]
    assert (shown["checked"], shown["unchecked"]) == (["dates", "authorship", "scope"], ["personal data"])
    assert [row["ids"] for row in shown["rows"]] == [["0001"], [], ["0002", "0003"], []]


def test_the_page_shows_the_same_numbers_where_it_was_noticed(page):
    shown = page.show("viewer")
    assert [(one["n"], one["page"], one["tag"]) for one in shown["finds"]] == [(1, 3, "1"), (3, 3, "3")]
    assert [one["tags"] for one in shown["pages"]] == [0, 0, 2, 1]


def test_the_number_of_a_prompt_stands_beside_the_note_it_belongs_to(page):
    markup = page.desk.room.guidance.value
    assert 'data-prompt="3"' in markup
    assert 'data-prompt="1"' not in markup


def test_a_prompt_put_aside_leaves_list_worklist_and_page_and_comes_back(page):
    before = next(row for row in page.show("worklist")["rows"] if row["code"] == "3")["prompts"]
    answer = page.act("dismiss", unit=SEVEN, ids=["0002", "0003"], why="looked at")
    assert answer["said"] == "Prompt put aside for item 7 for 3."
    shown = page.show("findings")
    assert [row["message"] for row in shown["dismissed"]] == ["Image quality mentioned once, as planned"]
    assert [(row["number"], row["kind"]) for row in shown["rows"]][2:] == [(3, "not_checked")]
    after = next(row for row in page.show("worklist")["rows"] if row["code"] == "3")["prompts"]
    assert after == before - 1
    page.act("bring_back", unit=SEVEN, ids=["0002", "0003"])
    assert page.show("findings")["dismissed"] == []


def test_without_a_reason_nothing_is_put_aside_and_the_page_says_why(page):
    answer = page.act("dismiss", unit=SEVEN, ids=["0001"], why=" ")
    assert answer["refused"] == "Say in a few words why the prompt is put aside; it is recorded with it."
    assert page.show("findings")["dismissed"] == []


@pytest.mark.parametrize("fields", [{"ids": "0001"}, {"ids": [1]}, {"ids": ["a", "a"]}, {"unit": {}}])
def test_a_message_that_makes_no_sense_puts_nothing_aside(page, fields):
    assert "refused" in page.act("dismiss", **{"unit": SEVEN, "ids": ["0001"], "why": "seen", **fields})
    assert page.bench.prompting.put_aside == {}


def test_the_page_is_shown_again_when_screening_is_done(page):
    making: Future[object] = Future()
    page.bench.prompting.making = making
    page.act("open", unit=SEVEN)
    assert page.show("findings")["looking"]
    page.act("open", unit=SEVEN)  # waits once only
    making.set_result(None)
    assert page.bench.prompting.was_made == 1
    assert not page.show("findings")["looking"]


def test_the_dates_come_as_a_picture_with_the_same_in_words(page):
    assert page.act("dates")["said"] == "The dates are being drawn."
    ((pane, message, data),) = [sent for sent in page.sent.messages if "dates" in sent[1]]
    assert (pane, data) == (page.desk.room.findings, b"<svg/>")
    assert message == {"dates": "Item 7: 12 March 2024.", "media": "image/svg+xml"}


def test_dates_that_cannot_be_drawn_are_one_sentence(page):
    failed: Future[object] = Future()
    failed.set_exception(WorkerTimeoutError("Drawing took too long."))
    page.bench.prompting.dates = lambda: failed
    page.act("dates")
    assert page.sent.told("refused")[-1]["refused"] == "Drawing took too long."


def test_an_item_without_pages_shows_no_list():
    bench = judged_workbench()
    desk = Desk(bench)
    desk._show_unit(Unit("5.2", ""), 0)
    assert present_judgement.findings(Unit("5.2", ""), None, FindingsView()) == {"label": "", "rows": []}


# ---------------------------------------------------------------- boxes


def found(*marks):
    return Finding(kind=FindingKind.POSSIBLE, word="possible", message="m", marks=marks)


HERE, ALMOST_HERE, ELSEWHERE = (10.0, 10.0, 50.0, 20.0), (11.0, 10.0, 52.0, 21.0), (10.0, 80.0, 50.0, 90.0)


def test_two_findings_in_one_place_bear_their_numbers_together():
    drawn = present_places.drawn([found(FindingMark(1, HERE)), found(FindingMark(1, ALMOST_HERE))])
    assert [one["tag"] for one in drawn] == ["1 2", ""]


def test_a_number_is_printed_once_on_each_page():
    drawn = present_places.drawn([found(FindingMark(1, HERE), FindingMark(1, ELSEWHERE), FindingMark(2, HERE))])
    assert [(one["page"], one["tag"]) for one in drawn] == [(1, "1"), (1, ""), (2, "1")]


def test_places_apart_bear_their_own_numbers_and_whole_pages_have_no_box():
    drawn = present_places.drawn([found(FindingMark(1, HERE)), found(FindingMark(1, ELSEWHERE), FindingMark(1, None))])
    assert [one["tag"] for one in drawn] == ["1", "2"]
