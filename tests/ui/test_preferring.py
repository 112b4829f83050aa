"""Settings at the page: opened when asked for, kept as a whole, and told to the header at once."""

import pytest

from mrse_assess.ui.pane import SettingsPane
from mrse_assess.workbench.course_views import Preferences

LIKED = {"keys": [{"act": "next", "key": "x"}], "single_keys": True, "go_on_after_verdict": True, "continuous": False}


def dialogs(page):
    return [pane for pane in page.desk.room.root.children if isinstance(pane, SettingsPane)]


def test_the_header_says_what_is_liked_from_the_start(page):
    header = page.show("header")
    assert (header["keys"], header["single_keys"], header["go_on"]) == ({}, True, False)


def test_the_settings_are_made_when_first_asked_for(page):
    assert dialogs(page) == []
    page.act("settings")
    page.act("settings")
    (dialog,) = dialogs(page)
    assert dialog.shown == {"keys": {}, "single_keys": True, "go_on": False, "continuous": False}
    assert page.sent.told("open") == [{"open": True}]


def test_what_is_preferred_is_kept_and_shown_in_header_and_dialog(page):
    page.act("settings")
    assert page.act("prefer", **LIKED) == {"ack": 2, "said": "Settings kept.", "saved": ""}
    liked = page.bench.preferring.preferences()
    assert liked == Preferences(keys=(("next", "x"),), go_on_after_verdict=True)
    assert page.show("header")["keys"] == {"next": "x"}
    assert dialogs(page)[0].shown["go_on"] is True


def test_the_highlight_sets_that_are_shown_stay_as_they_were(page):
    page.bench.preferring.prefer(Preferences(marks=("dates",)))
    page.act("prefer", **LIKED)
    assert page.bench.preferring.preferences().marks == ("dates",)


@pytest.mark.parametrize(
    "wrong",
    [
        {"single_keys": "no"},
        {"go_on_after_verdict": 1},
        {"keys": {"next": "x"}},
        {"keys": [{"act": "next", "key": "x" * 13}]},
        {"keys": [{"act": "next", "key": "x"}, {"act": "next", "key": "y"}]},
        {"keys": [{"act": "next", "key": "x"}] * 101},
    ],
)
def test_preferences_that_make_no_sense_are_refused(page, wrong):
    assert page.act("prefer", **{**LIKED, **wrong})["refused"]
    assert page.bench.preferring.preferences() == Preferences()
