import ipywidgets
import pytest
from fake_controller import FakeWorkspace

from mrse_assess.ui.app import assess_app
from mrse_assess.ui.letter.page import LetterPagePane
from mrse_assess.ui.office import OfficePane
from mrse_assess.ui.pane import Pane, StartPane


def shown(root: ipywidgets.Widget) -> ipywidgets.Widget:
    return root.children[0]


def test_the_page_begins_with_the_list_of_applications(monkeypatch):
    monkeypatch.delenv("QUERY_STRING", raising=False)
    assert isinstance(shown(assess_app(FakeWorkspace())), StartPane)


def test_the_application_named_in_the_address_is_opened_at_once(monkeypatch):
    monkeypatch.setenv("QUERY_STRING", "application=MRSE-2025-014&token=x")
    assert isinstance(shown(assess_app(FakeWorkspace())), ipywidgets.GridBox)


def test_an_unknown_application_in_the_address_shows_the_list(monkeypatch):
    monkeypatch.setenv("QUERY_STRING", "application=..%2F..%2Fetc")
    assert isinstance(shown(assess_app(FakeWorkspace())), StartPane)


def test_going_back_shows_the_list_again():
    root = assess_app(FakeWorkspace(), application="MRSE-2025-014", height="760px")
    room = shown(root)
    assert room.layout.height == "760px"
    room.children[0]._handle_custom_msg({"act": "leave", "id": 1}, [])
    assert isinstance(shown(root), StartPane)
    shown(root)._handle_custom_msg({"act": "open", "id": 2, "application": "MRSE-2025-015"}, [])
    assert shown(root).children[0].shown["application"] == "MRSE-2025-015"


@pytest.mark.parametrize("kind", Pane.__subclasses__(), ids=lambda kind: kind.__name__)
def test_no_pane_shares_a_name_with_what_widgets_keep_for_themselves(kind):
    own = set(Pane.class_own_traits()) | set(vars(kind)) - {"_esm", "_css"}
    taken = {name for name in dir(ipywidgets.DOMWidget) if not name.startswith("_")}
    assert not {name for name in own if not name.startswith("_")} & taken


def test_the_settings_of_the_scheme_are_a_page_of_their_own_and_lead_back():
    root = assess_app(FakeWorkspace())
    shown(root)._handle_custom_msg({"act": "settings", "id": 1}, [])
    assert isinstance(shown(root), OfficePane)
    shown(root)._handle_custom_msg({"act": "leave", "id": 2}, [])
    assert isinstance(shown(root), StartPane)


def test_the_letter_is_a_page_of_its_own_and_leads_to_the_settings_and_back():
    workspace = FakeWorkspace()
    root = assess_app(workspace)
    shown(root)._handle_custom_msg({"act": "letter", "id": 1, "application": "MRSE-2025-014"}, [])
    assert workspace.letters == ["MRSE-2025-014"]
    assert isinstance(shown(root), LetterPagePane)
    shown(root)._handle_custom_msg({"act": "go", "id": 2, "way": "settings"}, [])
    assert isinstance(shown(root), OfficePane)
    shown(root)._handle_custom_msg({"act": "leave", "id": 3}, [])
    assert isinstance(shown(root), LetterPagePane)
    shown(root)._handle_custom_msg({"act": "leave", "id": 4}, [])
    assert isinstance(shown(root), StartPane)


def test_the_letter_named_in_the_address_is_opened_at_once_for_those_who_may_look(monkeypatch):
    monkeypatch.setenv("QUERY_STRING", "letter=MRSE-2025-014")
    assert isinstance(shown(assess_app(FakeWorkspace())), LetterPagePane)
    assert isinstance(shown(assess_app(FakeWorkspace(of_office=False))), StartPane)
