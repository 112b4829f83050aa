"""The viewer's acts: search, quotes, comparison, files, highlights; what it is told and under which number."""

from dataclasses import replace

import pytest
from fake_controller import judged_workbench

from mrse_assess.errors import WorkerTimeoutError
from mrse_assess.ui.desk import Desk
from mrse_assess.ui.edge import OUR_FAULT
from mrse_assess.workbench.evidence_views import Mark
from mrse_assess.workbench.views import Unit

SEVEN = {"sub_category": "3", "evidence_id": "7"}
BOX = [56.0, 176.0, 120.5, 190.0]


def told(page, key):
    return page.sent.told(key)[-1]


def test_a_search_is_answered_by_item_with_boxes_and_words_around(page):
    answer = page.act("search", words="deviCe", wanted=4)
    assert answer == {"ack": 1, "said": "", "saved": ""}
    said = told(page, "search")
    assert (said["words"], said["wanted"]) == ("deviCe", 4)
    search = said["search"]
    assert search["items"][0] == {
        "id": "7",
        "label": "7",
        "title": "SAR-reduced lumbar spine protocol, spinal cord stimulator",
        "count": 12,
        "whole": False,
    }
    assert search["total"] == len(search["hits"])
    assert search["unsearched"] == 2
    hit = search["hits"][0]
    assert (hit["id"], hit["n"], len(hit["boxes"][0])) == ("7", 1, 4)
    assert "device conditions" in hit["around"]


def test_an_answer_that_comes_late_bears_the_number_of_its_question(page):
    page.bench.evidence.held = []
    page.act("search", words="device", wanted=1)
    page.act("search", words="limit", wanted=2)
    assert page.sent.told("search") == []
    for future, value in reversed(page.bench.evidence.held):
        future.set_result(value)
    assert [(one["wanted"], one["words"]) for one in page.sent.told("search")] == [(2, "limit"), (1, "device")]


def test_a_search_that_fails_says_why(page):
    page.bench.evidence.held = []
    page.act("search", words="device", wanted=1)
    page.bench.evidence.held.pop()[0].set_exception(WorkerTimeoutError("The words could not be read in time."))
    assert page.sent.last() == {
        "search_failed": "The words could not be read in time.", "words": "device", "wanted": 1,
    }  # fmt: skip
    page.act("search", words="device")
    page.bench.evidence.held.pop()[0].set_exception(KeyError("secret words"))
    assert page.sent.last() == {"search_failed": OUR_FAULT, "words": "device"}


def test_nothing_to_search_for_is_refused(page):
    assert page.act("search", words="  ")["refused"] == "Type the words to search for."
    assert "at most 200" in page.act("search", words="x" * 201)["refused"]


def test_a_pinned_quote_is_recorded_and_shown(page):
    answer = page.act("pin", unit=SEVEN, text=" scan\ntime", number=3, boxes=[BOX])
    assert answer == {"ack": 1, "said": "Pinned to item 7 for 3.", "saved": "14:02:08"}
    assert page.show("viewer")["quotes"] == [
        {"pin": "pin-1", "text": "scan time", "n": 3, "boxes": [BOX], "found": True}
    ]
    assert page.show("viewer")["start"] == 3
    answer = page.act("unpin", unit=SEVEN, pin="pin-1")
    assert answer["said"] == "Quote taken off item 7 for 3."
    assert page.show("viewer")["quotes"] == []


def test_quotes_belong_to_the_unit_on_screen(page):
    page.act("pin", unit=SEVEN, text="scan time", number=3, boxes=[])
    page.act("open", unit={"sub_category": "4.2", "evidence_id": "7"})
    assert page.show("viewer")["quotes"] == []
    page.act("open", unit=SEVEN)
    assert len(page.show("viewer")["quotes"]) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"boxes": "x"}, {"boxes": [[1, 2, 3]]}, {"boxes": [[1, 2, 3, "4"]]}, {"boxes": [[1, 2, 3, float("nan")]]},
        {"boxes": [[0, 0, 1, 1]] * 101}, {"number": 0}, {"number": "3"}, {"text": 7}, {"text": "x" * 2001},
        {"text": " "}, {"unit": {"sub_category": "", "evidence_id": "21"}}, {"unit": {"sub_category": "3"}},
        {"unit": {"sub_category": "3", "evidence_id": "77"}},
    ],
)  # fmt: skip
def test_a_pin_that_is_not_as_it_must_be_is_refused(page, wrong):
    fields = {"unit": SEVEN, "text": "scan time", "number": 3, "boxes": [BOX], **wrong}
    assert page.act("pin", **fields)["refused"]
    assert page.bench.evidence.pins == {}


def test_a_quote_of_another_unit_is_not_taken_off(page):
    page.act("pin", unit=SEVEN, text="scan time", number=3, boxes=[])
    assert page.act("unpin", unit={"sub_category": "3", "evidence_id": "8"}, pin="pin-1")["refused"]
    assert len(page.bench.evidence.pins) == 1


def test_what_an_item_may_be_compared_with_is_told(page):
    page.act("comparable", unit=SEVEN, wanted=9)
    said = told(page, "comparable")
    assert (said["unit"], said["wanted"]) == (["3", "7"], 9)
    assert said["comparable"][0] == {
        "id": "6", "label": "6", "title": "Acoustic noise, neonates", "why": "also for 3",
    }  # fmt: skip
    assert page.act("comparable", unit={"sub_category": "3", "evidence_id": ""})["refused"]


def test_a_comparison_comes_with_the_other_item_s_pages(page):
    page.act("compare", unit=SEVEN, other="9", wanted=3)
    said = told(page, "comparison")
    assert (said["evidence_id"], said["other"], said["wanted"]) == ("7", "9", 3)
    comparison = said["comparison"]
    assert comparison["sentence"] == "91 % of the words of item 9 stand in item 7 too."
    assert comparison["runs"] == [
        {
            "n": 1,
            "boxes": [[56.0, 176.0, 300.0, 190.0]],
            "other_n": 1,
            "other_boxes": [[56.0, 176.0, 300.0, 190.0]],
            "words": 12,
        }
    ]
    assert [one["n"] for one in comparison["item"]["pages"]] == [1, 2, 3]


@pytest.mark.parametrize("other", ["7", "77", "", 7])
def test_what_is_not_there_or_is_the_same_is_not_compared(page, other):
    assert page.act("compare", unit=SEVEN, other=other)["refused"]
    assert page.bench.evidence.asked == []


def test_the_files_behind_an_item_are_told(page):
    page.act("files", evidence_id="7", wanted=2)
    said = told(page, "files")
    assert (said["evidence_id"], said["wanted"]) == ("7", 2)
    assert set(said["files"][0]) == {"name", "sha256", "kind", "size", "pages", "shown", "whole"}
    assert page.act("files", evidence_id="77")["refused"]


def test_the_highlight_sets_shown_are_kept_and_shown(page):
    assert page.show("viewer")["shown_sets"] == []
    assert [one["line"] for one in page.show("viewer")["sets"]] == ["solid", "double", "dotted", "wavy"]
    page.act("show_marks", sets=["dates", "mhra"])
    assert page.show("viewer")["shown_sets"] == ["mhra", "dates"]
    assert page.bench.preferring.preferences().marks == ("mhra", "dates")
    assert Desk(page.bench).room.viewer.shown["shown_sets"] == ["mhra", "dates"]
    page.act("show_marks", sets=[])
    assert page.show("viewer")["shown_sets"] == []


@pytest.mark.parametrize("sets", [["other"], ["mhra", "mhra"], "mhra", [1]])
def test_sets_that_are_not_there_are_refused(page, sets):
    assert page.act("show_marks", sets=sets)["refused"]
    assert page.bench.preferring.preferences().marks == ()


def test_a_page_comes_with_its_marks(page, monkeypatch):
    drawn = page.bench.page_picture("7", 2, 96)
    mark = Mark(set="mhra", text="MHRA", boxes=((1.04, 2.0, 3.0, 4.0),))
    object.__setattr__(drawn.result(), "marks", (mark,))
    monkeypatch.setattr(page.bench, "page_picture", lambda *_: drawn)
    content = {"act": "page", "evidence_id": "7", "number": 2, "dpi": 96, "wanted": 11}
    page.desk.room.viewer._handle_custom_msg(content, [])
    assert page.sent.last()["marks"] == [["mhra", "MHRA", [[1.0, 2.0, 3.0, 4.0]]]]


def test_a_refresh_leaves_the_page_on_screen_and_what_is_fetched_ahead(page):
    before = page.show("viewer")
    page.act("judge", unit=SEVEN, entry=page.show("form")["entry"])
    assert page.show("viewer") == before


def test_an_item_opens_at_the_page_asked_for():
    bench = judged_workbench()
    bench.kept_place = None
    desk = Desk(bench)
    desk.room.form._handle_custom_msg({"act": "open", "id": 1, "unit": SEVEN, "page": 4}, [])
    assert desk.room.viewer.shown["start"] == 4
    assert desk._table.unit == Unit("3", "7")


def test_an_item_opened_by_itself_says_where_it_is_judged(page):
    page.act("open", unit={"sub_category": "", "evidence_id": "7"}, page=2)
    assert (page.show("viewer")["start"], page.show("viewer")["quotes"]) == (2, [])
    assert "cited for 3, 4.2, and judged there" in page.desk.room.guidance.value
    page.act("open", unit={"sub_category": "", "evidence_id": "21"})
    assert "cites item 21 for no sub-category" in page.desk.room.guidance.value


def test_a_whole_file_is_called_so(page, monkeypatch):
    item = page.bench.item("7")
    whole = replace(item, evidence_id="file:2", label="File 2", title="<b>front.pdf", whole=True)
    known, picture = page.bench.item, page.bench.page_picture("7", 1, 96)
    monkeypatch.setattr(page.bench, "page_picture", lambda *_: picture)
    monkeypatch.setattr(page.bench, "item", lambda name: whole if name == "file:2" else known(name))
    page.act("open", unit={"sub_category": "", "evidence_id": "file:2"})
    assert (page.show("viewer")["whole"], page.show("viewer")["title"]) == (True, "<b>front.pdf")
    assert page.show("header")["title"] == "MRSE-2025-014, file 2 - assess"
    assert "File 2" in page.desk.room.guidance_head.value
    assert "Item" not in page.desk.room.guidance_head.value
    assert "A whole file" in page.desk.room.guidance.value
