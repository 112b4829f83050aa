"""The register on the start page: what is shown of it, its acts, and the sentence that answers each."""

from dataclasses import replace

import pytest
from fake_controller import FakeWorkspace
from fake_register import ENTRY, FakeRegister

from mrse_assess.ui.reception import Reception
from mrse_assess.ui.register.desk import NOT_LOOKED

IT = "MRSE-2025-014"


def shown(start_page):
    return start_page.reception.pane.shown


def test_each_application_shows_its_state_its_assessors_and_what_it_waits_for(start_page):
    first, second = shown(start_page)["rows"]
    entry = first["entry"]
    assert (entry["state"], entry["state_words"], entry["needed"]) == (
        "sealed",
        "Sealed, for the panel",
        "1 of 2 needed",
    )
    assert entry["waits"] == [{"of": "office", "who": "Office", "words": "allocate 1 more (2 needed)"}]
    given, gone = entry["assessors"]
    assert (given["name"], given["words"], given["given"]) == (
        "Dr Una Ashgrove",
        "sealed",
        "given 3 September 2026 by O",
    )
    assert (gone["words"], gone["kinds"], gone["why"]) == (
        "declared an interest",
        ["Works there"],
        "We share a scanner.",
    )
    assert (entry["role"], entry["employer"], entry["known"]["answers"]) == (
        "Engineer",
        "<b>Northmere</b>",
        "2027-03-31",
    )
    assert second["entry"] is None


def test_to_whom_it_can_be_given_is_said_once(start_page):
    register = shown(start_page)["register"]
    assert register["persons"] == [
        {"id": "A3", "name": "Dr Tam Oyelaran", "load": 2},
        {"id": "A4", "name": "A4", "load": 0},
    ]
    assert (register["read_at"], register["together"]) == ("14:02:07", True)
    assert [one["id"] for one in register["states"]] == ["sealed"]


def test_who_keeps_no_application_is_shown_no_register(sent):
    workspace = FakeWorkspace(of_office=False)
    own = replace(ENTRY, may_allocate=False, may_describe=False, may_read_letter=False)
    workspace.registering.entries = (own,)
    page = Reception(workspace, str, list).pane.shown
    assert (page["register"], page["rows"][0]["entry"]) == (None, None)


def test_giving_it_is_answered_in_a_sentence(start_page):
    answer = start_page.act("allocate", application=IT, to="A3", seen="v1")
    assert answer == {"ack": 1, "said": f"{IT} is given to A3."}
    assert start_page.workspace.registering.said == [(IT, "A3")]


def test_names_of_their_own_are_told_when_they_are_found(start_page):
    start_page.act("allocate", application=IT, to="A3", seen="v1")
    assert start_page.sent.told("possible") == []
    start_page.workspace.registering.looked.set_result(("Possible conflict.",))
    assert start_page.sent.told("possible") == [{"possible": ["Possible conflict."], "of": IT}]


def test_when_names_cannot_be_looked_for_the_page_says_so(start_page):
    start_page.act("take_off", application=IT, person="A1", why="ill", to="A3", seen="v1")
    start_page.workspace.registering.looked.set_exception(RuntimeError("a name of a patient"))
    assert start_page.sent.told("possible") == [{"possible": [NOT_LOOKED], "of": IT}]


def test_where_names_are_not_for_whoever_gives_it_the_act_stands(start_page):
    start_page.workspace.registering.refuse_looking = True
    assert start_page.act("allocate", application=IT, to="A3", seen="v1")["said"]


def test_taking_off_carries_the_reason_and_who_comes_instead(start_page):
    start_page.act("take_off", application=IT, person="A1", why="ill", to="", seen="v1")
    assert start_page.workspace.registering.said == [(IT, "A1", "ill", "")]
    refused = start_page.act("take_off", application=IT, person="A1", why="", seen="v1")
    assert refused == {"ack": 1, "refused": "Write why it is taken off."}


def test_what_is_known_is_sent_whole(start_page):
    start_page.act("describe", application=IT, known={"employer": "Northmere", "answers": "2027-03-31"}, seen="s1")
    ((reference, known),) = start_page.workspace.registering.said
    assert (reference, known.employer, known.answers, known.route) == (IT, "Northmere", "2027-03-31", "")


@pytest.mark.parametrize("known", ["text", None, {"employer": 7}, {"employer": "x" * 401}])
def test_what_cannot_be_understood_is_not_written_down(start_page, known):
    assert start_page.act("describe", application=IT, known=known, seen="s1")["refused"]
    assert start_page.workspace.registering.said == []


@pytest.mark.parametrize("act", ["allocate", "look_again"])
def test_the_list_is_made_anew_after_an_act_and_after_a_refusal(start_page, act):
    start_page.workspace.registering.entries = (replace(ENTRY, version="v2", third=""),)
    answer = start_page.act(act, application=IT, to="A3", seen="old")
    assert ("refused" in answer) == (act == "allocate")
    assert shown(start_page)["rows"][0]["entry"]["version"] == "v2"


def test_the_letter_is_opened_by_its_reference(sent):
    opened = []
    page = Reception(FakeWorkspace(), str, list, open_letter=opened.append)
    assert page.pane.shown["letters"]
    page.pane._handle_custom_msg({"act": "letter", "id": 1, "application": IT}, [])
    assert opened == [IT]


def test_without_a_page_for_letters_none_is_offered(start_page):
    assert not shown(start_page)["letters"]
    assert "command" in start_page.act("letter", application=IT)["refused"]


def test_where_nobody_is_registered_nothing_is_waited_for(sent):
    alone = replace(ENTRY, needed="", waits=(), assessors=(), may_allocate=False)
    page = Reception(FakeWorkspace(registering=FakeRegister(entries=(alone,))), str, list).pane.shown
    assert page["register"]["together"] is False
