"""The real pages on the real workbench: they open for everybody, whatever they may see there."""

import pytest

from mrse_assess.ui import opening
from mrse_assess.ui.app import assess_app
from mrse_assess.ui.boxes import DOMWidget
from mrse_assess.ui.meeting.app import panel_app
from mrse_assess.workbench.panel.hall import Hall
from mrse_assess.workbench.start import StartPage

from .test_register import REACHED, people, reach  # noqa: F401 - a fixture

ADDRESSES = ("", "application=EX-1", "letter=EX-1", "application=EX-9", "letter=EX-9")


@pytest.mark.parametrize("wanted", REACHED)
def test_each_page_opens_for_every_standing_at_every_address(workspace, application, people, wanted, monkeypatch):  # noqa: F811
    person = reach(workspace, application, people, wanted)
    for address in ADDRESSES:
        monkeypatch.setenv("QUERY_STRING", address)
        for page in (assess_app(StartPage(workspace, person)), panel_app(Hall(workspace, person))):
            (pane,) = page.children
            assert isinstance(pane, DOMWidget), address


@pytest.mark.parametrize("wanted", REACHED)
def test_each_application_of_the_panels_list_opens(workspace, application, people, wanted, monkeypatch):  # noqa: F811
    monkeypatch.delenv("QUERY_STRING", raising=False)
    person = reach(workspace, application, people, wanted)
    hall = Hall(workspace, person)
    for row in hall.rows():
        (pane,) = panel_app(hall, application=row.application).children
        assert pane.shown["application"] == row.application


def test_a_fault_of_ours_is_a_sentence_and_no_traceback(workspace, application, monkeypatch):
    def fails(*_, **__):
        raise KeyError("Dr Ada Example")

    folder = str(workspace.layout.folder)
    workspace.close()
    monkeypatch.setattr(opening, "panel_app", fails)
    page = opening.open_panel(folder, "A1")
    assert opening.OUR_FAULT in page.value
    assert "Ada" not in page.value
