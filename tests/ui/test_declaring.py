"""Interests declared on the start page, and the way to the settings of the scheme."""

from fake_controller import FakeWorkspace

from mrse_assess.ui.reception import Reception
from mrse_assess.workbench.start_views import ApplicationRow

CLOSED = "MRSE-2025-016"


def test_the_sheet_shows_the_names_and_kinds_and_nothing_else(start_page):
    start_page.act("sheet", application=CLOSED)
    assert start_page.sent.told("sheet")[0]["sheet"] == {
        "application": CLOSED,
        "parties": [
            {"name": "<b>Northmere</b>", "part": "employer", "possible": ""},
            {"name": "Dr S. Quillfeather", "part": "referee", "possible": "in your list"},
        ],
        "kinds": [{"id": "employer", "words": "Works there"}],
        "not_looked": "",
    }


def test_an_application_that_is_none_of_ones_own_has_no_sheet(start_page):
    assert "no such application" in start_page.act("sheet", application="MRSE-2025-099")["refused"]
    assert start_page.sent.told("sheet") == []


def test_an_interest_is_declared_with_what_was_ticked_and_nothing_opens(start_page):
    start_page.act("declare", application=CLOSED, names=["Dr S. Quillfeather"], interests=["employer"], why="Friends.")
    assert start_page.workspace.declaring.said == [(CLOSED, ("Dr S. Quillfeather",), ("employer",), "Friends.")]
    assert start_page.opened == []


def test_after_an_interest_the_list_is_made_anew(start_page):
    start_page.workspace.closed = (
        ApplicationRow(
            application=CLOSED, applicant="", attempt=1, received=None, state="closed", share=0, closed=True
        ),
    )
    start_page.act("declare", application=CLOSED, names=[], interests=["employer"])
    assert start_page.reception.pane.shown["rows"][0]["closed"] is True


def test_without_an_interest_it_opens(start_page):
    start_page.act("no_interest", application=CLOSED, names=[])
    assert (start_page.workspace.declaring.said, start_page.opened) == ([(CLOSED,)], [CLOSED])


def test_a_refused_declaration_opens_nothing(start_page):
    assert start_page.act("no_interest", application=CLOSED, names=["J. Carrow"])["refused"] == "A name is ticked."
    assert start_page.act("declare", application=CLOSED)["refused"]
    assert start_page.opened == []


def test_who_is_not_of_the_office_is_not_shown_its_part_of_the_page(sent):
    workspace = FakeWorkspace(of_office=False)
    assert Reception(workspace, str, list).pane.shown["office"] is False


def test_the_settings_are_opened_from_the_start_page(start_page):
    start_page.act("settings")
    assert start_page.opened == ["settings"]
