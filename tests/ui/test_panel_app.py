"""The panel page and the letter opened from it, one at a time."""

import pytest
from fake_letter import FakeLetter

from mrse_assess.errors import BadRequestError
from mrse_assess.ui.letter.page import LetterPagePane
from mrse_assess.ui.meeting.app import MeetingApp, panel_app
from mrse_assess.ui.pane import MeetingPane


class FakeHall:
    """No application before the panel; one whose letter may be looked at."""

    def rows(self):
        return ()

    def open(self, reference):
        raise BadRequestError(f"There is no application {reference!r} here for you.")

    def letter(self, reference):
        if reference != "EX-1":
            raise BadRequestError(f"There is no application {reference!r} here for you.")
        return FakeLetter()


def shown(root):
    return root.children[0]


@pytest.fixture(autouse=True)
def _no_address(monkeypatch):
    monkeypatch.delenv("QUERY_STRING", raising=False)


def test_the_letter_named_in_the_address_is_opened_at_once_and_leads_back_to_the_panel(monkeypatch):
    monkeypatch.setenv("QUERY_STRING", "letter=EX-1&token=x")
    root = panel_app(FakeHall(), height="760px")
    assert isinstance(shown(root), LetterPagePane)
    assert (shown(root).layout.height, shown(root).shown["back"], shown(root).shown["ways"]) == (
        "760px", "Panel", ["panel"],
    )  # fmt: skip
    shown(root)._handle_custom_msg({"act": "go", "id": 1, "way": "panel"}, [])
    assert isinstance(shown(root), MeetingPane)


def test_a_letter_that_is_not_this_persons_shows_the_applications(monkeypatch):
    monkeypatch.setenv("QUERY_STRING", "letter=EX-2")
    root = panel_app(FakeHall())
    assert isinstance(shown(root), MeetingPane)
    assert shown(root).shown["hall"] == []


def test_a_letter_is_opened_from_the_panel_and_refused_in_words():
    app = MeetingApp(FakeHall(), "760px")
    root = app.begin(None, None)
    with pytest.raises(BadRequestError, match="EX-2"):
        app.open_letter("EX-2")
    assert isinstance(shown(root), MeetingPane)
    app.open_letter("EX-1")
    assert isinstance(shown(root), LetterPagePane)
    shown(root)._handle_custom_msg({"act": "leave", "id": 1}, [])
    assert isinstance(shown(root), MeetingPane)
