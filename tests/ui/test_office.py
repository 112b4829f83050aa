"""The settings of the scheme as the page shows and sets them."""

import pytest
from fake_controller import FakeOffice

from mrse_assess.ui.office import OfficePage


@pytest.fixture
def office(sent):
    kept, left = FakeOffice(), []
    page = OfficePage(kept, lambda: left.append(True))

    def act(name, **fields):
        page.pane._handle_custom_msg({"act": name, "id": 1, **fields}, [])
        return sent.last()

    act.page, act.office, act.left = page, kept, left
    return act


def test_each_setting_is_shown_with_its_source_and_what_it_holds_up(office):
    known, unset = office.page.pane.shown["settings"]
    assert (known["value"], known["source"], known["who"]) == (
        "<i>Office</i>",
        "minute 4",
        "O, 2 September 2026, 10:05",
    )
    assert (known["set"], known["invented"], known["holds_up"]) == (True, True, ["every letter"])
    assert (unset["set"], unset["who"], unset["kind"]) == (False, "", "number")


def test_a_setting_is_set_with_its_source(office):
    assert office("set", key="attempts_allowed", value="2", source="minute 5") == {"ack": 1}
    office("set", key="attempts_allowed", value="", source="minute 6", not_applicable=True)
    assert office.office.said == [
        ("attempts_allowed", "2", "minute 5", False),
        ("attempts_allowed", "", "minute 6", True),
    ]


@pytest.mark.parametrize(
    "fields", [{"source": ""}, {"source": 7}, {"source": "s", "value": ["x"]}, {"source": "s" * 9000}]
)
def test_what_cannot_be_set_is_refused_in_words_and_not_recorded(office, fields):
    assert office("set", key="attempts_allowed", **{"value": "2", **fields})["refused"]
    assert office.office.said == []


def test_an_act_that_is_not_known_is_refused(office):
    assert office("purge")["refused"]


def test_the_page_is_left_for_the_applications(office):
    office("leave")
    assert office.left == [True]
