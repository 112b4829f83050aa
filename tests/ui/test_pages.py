import pytest

from mrse_assess.errors import WorkerTimeoutError
from mrse_assess.ui.pages import USUAL_DPI


def ask(page, **fields):
    content = {"act": "page", "evidence_id": "7", "number": 2, "dpi": 96, "wanted": 11, **fields}
    page.desk.room.viewer._handle_custom_msg(content, [])


def test_a_page_is_answered_with_its_picture_and_words_under_its_own_number(page):
    ask(page)
    answer = page.sent.last()
    assert (answer["evidence_id"], answer["number"], answer["dpi"], answer["wanted"]) == ("7", 2, 96, 11)
    assert page.sent.data()[:4] == b"\x89PNG"
    assert answer["picture"]["words"][0][4:] == ["Northmere", 0, 0]


def test_a_scan_has_a_picture_and_no_words(page):
    ask(page, evidence_id="18")
    assert page.sent.last()["picture"]["has_text"] is False
    assert page.sent.last()["picture"]["words"] == []


def test_a_page_of_recognised_words_says_so_beside_its_picture(page):
    ask(page, evidence_id="18", number=3)
    told = page.sent.last()["picture"]
    assert (told["has_text"], told["recognised"]) == (True, True)
    assert told["words"]
    ask(page, evidence_id="18", number=1)
    assert page.sent.last()["picture"]["recognised"] is False


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": 0}, {"number": 5}, {"number": "2"}, {"number": 2.5}, {"number": None}, {"number": True},
        {"dpi": 10}, {"dpi": 4000}, {"evidence_id": "/etc/passwd"}, {"evidence_id": ["7"]}, {"evidence_id": ""},
        {"evidence_id": "19"}, {"wanted": -1}, {"evidence_id": "x" * 500},
    ],
)  # fmt: skip
def test_a_page_out_of_range_or_unknown_is_refused(page, wrong):
    page.bench.asked_pages.clear()
    ask(page, **wrong)
    assert page.sent.last()["refused"]
    assert page.bench.asked_pages == []


def test_the_first_page_is_begun_before_the_viewer_asks(page):
    assert page.bench.asked_pages == [("7", 3, USUAL_DPI)]
    ask(page, number=3, dpi=USUAL_DPI)
    assert page.bench.asked_pages == [("7", 3, USUAL_DPI)]


def test_a_page_that_takes_time_is_delivered_when_it_is_there(page):
    page.bench.held_pages = []
    ask(page)
    assert page.sent.told("picture") == []
    future, picture = page.bench.held_pages.pop()
    future.set_result(picture)
    assert page.sent.last()["number"] == 2


def test_a_page_that_cannot_be_drawn_says_so_and_may_be_asked_for_again(page):
    page.bench.held_pages = []
    ask(page)
    page.bench.held_pages.pop()[0].set_exception(WorkerTimeoutError("Page 2 took longer than 20 s."))
    assert page.sent.last()["no_page"] == "Page 2 took longer than 20 s."
    page.bench.held_pages = None
    ask(page)
    assert "picture" in page.sent.last()


def test_a_fault_while_drawing_is_told_without_its_text(page):
    page.bench.held_pages = []
    ask(page)
    page.bench.held_pages.pop()[0].set_exception(KeyError("secret words"))
    assert page.sent.last()["no_page"] == "This page could not be drawn. The other pages can still be read."


def test_pages_kept_in_the_kernel_are_few(page):
    for number in (1, 2, 3, 4):
        for dpi in (96, 144, 200):
            ask(page, number=number, dpi=dpi)
    assert len(page.desk._evidence._pages._kept) == 6
