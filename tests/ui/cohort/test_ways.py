"""Who comes to the cohort, from where, and back again."""

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.ui.app import assess_app, cohort_app
from mrse_assess.ui.cohort.parts import CohortPane
from mrse_assess.ui.letter.page import LetterPagePane
from mrse_assess.ui.pane import StartPane
from mrse_assess.workbench.start import StartPage

from ..fake_letter import FakeLetter


def shown(root):
    return root.children[0]


@pytest.fixture(autouse=True)
def _no_address(monkeypatch):
    monkeypatch.delenv("QUERY_STRING", raising=False)


@pytest.fixture
def start(shared, figures, monkeypatch):
    """The start page of a person; every letter is the same."""
    monkeypatch.setattr(StartPage, "applications", lambda _: ())
    monkeypatch.setattr(StartPage, "letter", lambda *_: FakeLetter())
    return lambda person: StartPage(shared, person)


@pytest.mark.parametrize(("person", "sees"), [("C", True), ("O", True), ("A1", False)])
def test_the_start_page_leads_there_for_chair_and_office(start, sent, person, sees):
    root = assess_app(start(person))
    assert shown(root).shown["cohort"] is sees
    shown(root)._handle_custom_msg({"act": "cohort", "id": 1}, [])
    assert isinstance(shown(root), CohortPane if sees else StartPane)
    assert ("refused" in sent.last()) is not sees


def test_it_opens_at_once_where_the_address_names_it_and_for_nobody_else(start, monkeypatch):
    monkeypatch.setenv("QUERY_STRING", "cohort=1")
    assert isinstance(shown(assess_app(start("O"))), CohortPane)
    assert isinstance(shown(assess_app(start("A1"))), StartPane)


def test_a_page_of_its_own_tells_everybody_else_in_one_sentence(start):
    assert isinstance(shown(cohort_app(start("O"), height="760px")), CohortPane)
    with pytest.raises(BadRequestError, match="for the chair and the office"):
        cohort_app(start("A1"))


def test_from_a_letter_the_way_leads_back_to_what_was_looked_at(start):
    root = cohort_app(start("O"))
    pane = shown(root)
    pane._handle_custom_msg({"act": "behind", "id": 1, "row": 0, "column": 1, "number": pane.shown["number"]}, [])
    pane._handle_custom_msg({"act": "letter", "id": 2, "application": "W-2"}, [])
    assert isinstance(shown(root), LetterPagePane)
    assert shown(root).shown["back"] == "Cohort"
    shown(root)._handle_custom_msg({"act": "leave", "id": 1}, [])
    assert shown(root) is pane
    assert pane.shown["behind"]["column"] == "Award"
    pane._handle_custom_msg({"act": "leave", "id": 3}, [])
    assert isinstance(shown(root), StartPane)
