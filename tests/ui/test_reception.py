from concurrent.futures import Future

import pytest

from mrse_assess.errors import UnreadablePortfolioError
from mrse_assess.ui.reception import LARGEST_PIECE


def upload(start_page, *pieces: bytes):
    start_page.act("begin_upload")
    start_page.act("begin_file", name="folder/<b>E7</b>.pdf", size=sum(map(len, pieces)))
    for piece in pieces:
        start_page.act("piece", piece)
    start_page.act("finish")
    return start_page.workspace.uploads[-1]


def test_the_applications_are_listed_with_their_state(start_page):
    first, second = start_page.reception.pane.shown["rows"]
    assert (first["application"], first["received"], first["state"]) == (
        "MRSE-2025-014", "2 September 2026", "30 of 33 claims judged",
    )  # fmt: skip
    assert second["received"] == ""


def test_an_application_is_opened_by_its_reference(start_page):
    start_page.act("open", application="MRSE-2025-014")
    assert start_page.opened == ["MRSE-2025-014"]


def test_pieces_of_a_file_arrive_whole_and_in_order(start_page):
    arrived = upload(start_page, b"one ", b"two ", b"three")
    assert arrived.files == [("folder/<b>E7</b>.pdf", 13, bytearray(b"one two three"))]
    assert start_page.sent.told("taken") == [{"taken": "MRSE-2025-014", "remarks": []}]
    assert start_page.sent.told("progress")[0]["progress"] == {"words": "Reading page", "done": 41, "total": 212}


@pytest.mark.parametrize("buffers", [(), (b"a", b"b"), (b"x" * (LARGEST_PIECE + 1),)])
def test_a_piece_that_is_not_one_buffer_of_bounded_size_is_refused(start_page, buffers):
    start_page.act("begin_upload")
    start_page.act("begin_file", name="a.pdf", size=3)
    assert start_page.act("piece", *buffers)["refused"]


def test_a_piece_without_an_upload_is_refused(start_page):
    assert start_page.act("piece", b"abc")["refused"]
    assert start_page.act("finish")["refused"]


def test_limits_of_the_workspace_are_told_in_its_words(start_page):
    start_page.act("begin_upload")
    assert "100 MB" in start_page.act("begin_file", name="a.pdf", size=200_000_000)["refused"]
    assert start_page.act("begin_file", name="a.pdf", size=-1)["refused"]
    assert start_page.act("begin_file", name="a.pdf", size="9")["refused"]


def test_an_encrypted_file_asks_for_its_password_and_the_password_is_kept_nowhere(start_page):
    start_page.workspace.lock_uploads = True
    upload(start_page, b"%PDF")
    assert start_page.sent.told("locked") == [{"locked": "folder/<b>E7</b>.pdf"}]
    start_page.act("password", password="open sesame")  # noqa: S106 - an invented password of a test
    assert start_page.sent.told("taken")
    assert "open sesame" not in repr(vars(start_page.reception))


def test_giving_up_forgets_what_arrived(start_page):
    start_page.workspace.lock_uploads = True
    arrived = upload(start_page, b"%PDF")
    start_page.act("abandon")
    assert arrived.abandoned
    assert start_page.act("password", password="x")["refused"]  # noqa: S106 - an invented password of a test


def test_a_path_is_taken_as_typed_without_its_quotes(start_page):
    start_page.act("folder", folder='  "/data/my portfolio"  ')
    assert start_page.workspace.folders == ["/data/my portfolio"]
    assert start_page.sent.told("taken")


def test_a_path_that_leads_nowhere_is_answered_with_what_to_do(start_page):
    start_page.act("folder", folder="/nowhere")
    assert start_page.sent.told("not_taken")[0]["not_taken"].startswith("There is nothing at that path.")
    assert start_page.act("folder", folder="  ")["refused"]


def test_one_portfolio_is_read_at_a_time(start_page, monkeypatch):
    held: Future = Future()
    monkeypatch.setattr(start_page.workspace, "take_in_folder", lambda *_: held)
    start_page.act("folder", folder="/data/a")
    assert "being read" in start_page.act("folder", folder="/data/b")["refused"]
    held.set_exception(UnreadablePortfolioError("Nothing in it could be opened."))
    assert start_page.sent.last() == {"not_taken": "Nothing in it could be opened."}
    monkeypatch.undo()
    assert "refused" not in start_page.act("folder", folder="/data/b")
