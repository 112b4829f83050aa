import logging
from typing import Any

import pytest
from fake_controller import FakeWorkbench, judged_workbench

from mrse_assess.terms import OutcomeKind, Verdict
from mrse_assess.ui.desk import Desk
from mrse_assess.ui.edge import OUR_FAULT
from mrse_assess.ui.entries import entry_for_page
from mrse_assess.workbench.views import Entry, Place, Unit

SEVEN = {"sub_category": "3", "evidence_id": "7"}
EIGHT = {"sub_category": "3", "evidence_id": "8"}


def entry(**changes: Any) -> dict[str, Any]:
    return {**entry_for_page(Entry()), **changes}


def test_the_page_opens_where_the_assessor_was(page):
    assert page.show("header")["title"] == "MRSE-2025-014, item 7 for 3 - assess"
    assert page.show("viewer")["start"] == 3
    assert page.show("form")["entry"]["verdict"] == "not_satisfactory"


def test_a_first_visit_opens_the_first_unjudged_unit_at_its_cited_page():
    bench = judged_workbench()
    bench.kept_place = None
    desk = Desk(bench)
    assert desk.room.form.shown["unit"] == ["3", "8"]
    assert bench.kept_place == Place(Unit("3", "8"), 1)


def test_a_place_that_is_no_longer_in_the_application_is_not_opened():
    bench = judged_workbench()
    bench.kept_place = Place(Unit("3", "77"), 1)
    assert Desk(bench).room.form.shown["unit"] == ["3", "8"]


def test_a_remembered_page_beyond_the_item_shows_its_last_page():
    bench = judged_workbench()
    bench.kept_place = Place(Unit("3", "7"), 99)
    assert Desk(bench).room.viewer.shown["start"] == 4


def test_a_verdict_is_recorded_and_acknowledged_with_the_time_of_the_record(page):
    answer = page.act("judge", unit=EIGHT, entry=entry(verdict="satisfactory"))
    assert page.bench.entries[Unit("3", "8")].verdict is Verdict.SATISFACTORY
    assert answer == {"ack": 1, "said": "Item 8 for 3: satisfactory.", "saved": "14:02:08"}


def test_one_act_changes_every_pane_that_it_concerns(page):
    page.act("open", unit=EIGHT)
    page.act("judge", unit=EIGHT, entry=entry(verdict="satisfactory"))
    three = next(row for row in page.show("worklist")["rows"] if row["code"] == "3")
    assert three["count"] == "3/3"
    assert page.show("header")["progress"] == "31 of 33 claims judged"
    assert page.show("form")["saved"] == "14:02:07"
    assert page.show("conclusion")["hesitate"] == ""


def test_every_field_of_the_form_reaches_the_record(page):
    sent = entry(
        verdict="not_satisfactory", reasons=["undated", "outdated"], primary_reason="outdated",
        contribution=["review", "revise"], mhra_edition="v4.3 (2021)", mhra_section="2.4", simulated=True,
        independent_group="A", feedback="f", to_panel="t", private="p", seen="s", target="5.1", other_item="6", page=1,
    )  # fmt: skip
    page.act("judge", unit=EIGHT, entry=sent)
    assert entry_for_page(page.bench.entries[Unit("3", "8")]) == sent


def test_a_verdict_without_a_reason_says_so(page):
    answer = page.act("judge", unit=EIGHT, entry=entry(verdict="not_satisfactory"))
    assert answer["said"] == "Item 8 for 3: not satisfactory, reason missing."


@pytest.mark.parametrize(
    "wrong",
    [
        {"verdict": "nothing_offered"},
        {"verdict": "excellent"},
        {"verdict": ""},
        {"reasons": ["no_such_reason"]},
        {"reasons": ["undated", "undated"]},
        {"reasons": "undated"},
        {"reasons": ["undated"], "primary_reason": "outdated"},
        {"contribution": ["watched"]},
        {"mhra_edition": "v9"},
        {"independent_group": "Z"},
        {"target": "9.9"},
        {"other_item": "../../etc/passwd"},
        {"page": 2},
        {"page": -1},
        {"page": True},
        {"simulated": "yes"},
        {"feedback": 7},
        {"feedback": "x" * 20_001},
    ],
)
def test_an_entry_that_was_not_offered_is_refused_and_nothing_is_recorded(page, wrong):
    answer = page.act("judge", unit=EIGHT, entry=entry(**{"verdict": "satisfactory", **wrong}))
    assert answer["refused"]
    assert page.bench.writes == 0


@pytest.mark.parametrize(
    "unit",
    [
        {"sub_category": "3", "evidence_id": "99"},
        {"sub_category": "9.9", "evidence_id": "7"},
        {"sub_category": "3", "evidence_id": ""},
        {"sub_category": "", "evidence_id": "21"},
        {"sub_category": "", "evidence_id": ""},
        {"sub_category": ["3"], "evidence_id": "7"},
        "3",
        None,
    ],
)
@pytest.mark.parametrize("act", ["judge", "draft", "park", "take_up"])
def test_only_a_claim_of_this_application_can_be_judged(page, act, unit):
    answer = page.act(act, unit=unit, entry=entry(verdict="satisfactory"))
    assert answer["refused"]
    assert page.bench.writes == 0


@pytest.mark.parametrize("content", [None, "judge", [], {}, {"act": 7}, {"act": "judge"}, {"act": "rm", "id": 1}])
def test_a_message_that_is_not_understood_is_answered_with_a_sentence(page, content):
    page.desk.room.viewer._handle_custom_msg(content, [])
    assert page.sent.last()["refused"].endswith("Reload the page.")


def test_what_the_page_writes_into_a_pane_is_never_read(page):
    page.desk.room.form.set_state({"shown": {"unit": ["3", "99"]}})
    page.act("judge", unit=EIGHT, entry=entry(verdict="satisfactory"))
    assert Unit("3", "8") in page.bench.entries


def test_a_stale_write_is_refused_as_stale_and_catching_up_lets_the_tab_write_again(page):
    page.bench.stale = True
    answer = page.act("judge", unit=EIGHT, entry=entry(verdict="satisfactory"))
    assert answer["stale"] is True
    assert "another tab" in answer["refused"]
    page.act("catch_up")
    assert "saved" in page.act("judge", unit=EIGHT, entry=entry(verdict="satisfactory"))


def test_a_fault_of_ours_is_one_sentence_and_the_log_does_not_quote(page, caplog):
    page.bench.fails = ValueError("the applicant's secret words")
    with caplog.at_level(logging.DEBUG):
        answer = page.act("judge", unit=EIGHT, entry=entry(verdict="satisfactory"))
    assert answer["refused"] == OUR_FAULT
    assert "secret" not in caplog.text
    assert "ValueError" in caplog.text


def test_a_half_typed_note_is_kept_without_a_verdict_and_comes_back(page):
    answer = page.act("draft", unit=EIGHT, entry=entry(feedback="Please also sh"))
    assert answer["saved"] == ""
    again = Desk(page.bench)
    again.room.form._handle_custom_msg({"act": "open", "id": 9, "unit": EIGHT}, [])
    assert again.room.form.shown["entry"]["feedback"] == "Please also sh"
    assert again.room.form.shown["drafted"] is True
    assert Unit("3", "8") not in page.bench.entries


def test_the_next_unjudged_is_opened_and_the_end_is_said(page):
    page.act("next")
    assert page.show("form")["unit"] == ["3", "8"]
    for code, claims in (("3", ["8"]), ("5.2", ["18", "19"])):
        for item in claims:
            page.act("judge", unit={"sub_category": code, "evidence_id": item}, entry=entry(verdict="satisfactory"))
        page.act("conclude", sub_category=code, verdict="satisfactory")
    page.act("conclude", sub_category="3", verdict="not_satisfactory")
    assert page.act("next")["said"].startswith("All judged")


def test_when_only_the_conclusion_is_left_the_evidence_stays_and_next_goes_on_when_asked_again(page):
    page.act("open", unit=EIGHT)
    page.act("judge", unit=EIGHT, entry=entry(verdict="satisfactory"))
    assert page.act("next")["said"] == "Every item of 3 is judged. Conclude it: Shift and 1 to 4."
    assert page.show("form")["unit"] == ["3", "8"]
    page.act("next")
    assert page.show("form")["unit"] == ["5.2", "18"]


def test_a_judged_sub_category_without_a_conclusion_is_opened_at_its_first_item(page):
    page.act("judge", unit=EIGHT, entry=entry(verdict="satisfactory"))
    page.act("open", unit={"sub_category": "1.1", "evidence_id": "1"})
    assert page.act("next")["said"].startswith("Every item of 3 is judged.")
    assert page.show("form")["unit"] == ["3", "6"]


def test_moving_goes_claim_by_claim_and_stops_at_the_ends(page):
    page.act("move", step=1)
    assert page.show("form")["unit"] == ["3", "8"]
    page.act("move", step=-1)
    page.act("move", step=-1)
    assert page.show("form")["unit"] == ["3", "6"]
    page.act("open", unit={"sub_category": "1.1", "evidence_id": "1"})
    assert page.act("move", step=-1)["said"] == "This is the first claim."
    assert page.act("move", step=7)["refused"]


def test_a_sub_category_without_claims_shows_only_its_guidance_and_conclusion(page):
    page.act("open", unit={"sub_category": "8.2", "evidence_id": ""})
    assert page.show("form") == {}
    assert page.show("viewer")["pages"] == []
    assert page.show("conclusion")["verdict"] == "nothing_offered"
    assert "8.2" in page.desk.room.guidance_head.value


def test_an_uncited_item_can_be_read_and_not_judged(page):
    page.act("open", unit={"sub_category": "", "evidence_id": "21"})
    assert len(page.show("viewer")["pages"]) == 6
    assert page.show("form") == {}
    assert page.show("conclusion") == {}
    assert "nothing to judge" in page.desk.room.guidance.value


def test_a_reference_that_leads_nowhere_says_what_was_looked_for_and_can_be_judged(page):
    page.act("open", unit={"sub_category": "5.2", "evidence_id": "19"})
    assert "Looked for" in page.show("viewer")["why_empty"]
    assert page.show("form")["unit"] == ["5.2", "19"]


def test_a_contradicting_conclusion_is_kept_only_with_a_sentence_to_the_panel(page):
    answer = page.act("conclude", sub_category="3", verdict="satisfactory")
    assert "one sentence" in answer["refused"]
    assert "3" not in page.bench.conclusions
    page.act("conclude", sub_category="3", verdict="satisfactory", to_panel="Item 7 suffices.")
    assert page.bench.conclusions["3"].to_panel == "Item 7 suffices."


@pytest.mark.parametrize("wrong", [{"sub_category": "9"}, {"verdict": "met"}, {"verdict": ""}, {"to_panel": 3}])
def test_a_conclusion_that_makes_no_sense_is_refused(page, wrong):
    assert page.act("conclude", **{"sub_category": "3", "verdict": "not_satisfactory", **wrong})["refused"]
    assert page.bench.writes == 0


def test_a_judgement_and_a_conclusion_can_be_taken_back(page):
    page.act("withdraw", unit=SEVEN)
    assert page.show("form")["entry"]["verdict"] == ""
    page.act("withdraw", unit={"sub_category": "1.1", "evidence_id": ""})
    assert "1.1" not in page.bench.conclusions


def test_parking_keeps_the_reminder_until_it_is_taken_up(page):
    page.act("open", unit=EIGHT)
    page.act("park", unit=EIGHT, reminder="compare with 6")
    assert page.show("form")["parked"]["reminder"] == "compare with 6"
    page.act("take_up", unit=EIGHT)
    assert page.show("form")["parked"] is None


def test_the_page_turned_to_is_remembered(page):
    page.act("place", unit=SEVEN, page=2)
    assert page.bench.kept_place == Place(Unit("3", "7"), 2)
    assert page.act("place", unit=SEVEN, page=0)["refused"]


def test_the_letter_drawer_is_made_when_first_asked_for(page):
    before = len(page.desk.room.root.children)
    page.act("letter")
    page.act("letter")
    assert len(page.desk.room.root.children) == before + 1
    assert page.sent.told("open") == [{"open": True}]


def test_a_part_is_confirmed_by_a_person_and_the_rule_counts_it(page):
    page.act("letter")
    page.act("part", part="exam", confirmed=True)
    parts = next(rule for rule in page.show("standing")["rules"] if rule["rule"] == "parts")
    assert (parts["observed"], parts["status"]) == (3, "met")
    assert page.act("part", part="shoe_size", confirmed=True)["refused"]


def test_an_outcome_is_chosen_only_among_those_allowed_and_with_its_ground(page):
    assert page.act("outcome", kind="award", ground="")["refused"] == "The rules are undetermined."
    assert "ground" in page.act("outcome", kind="not_awarded", ground="  ")["refused"]
    assert page.act("outcome", kind="incomplete", ground="")["refused"]
    page.act("outcome", kind="further_evidence", ground="3 is short")
    assert page.bench.chosen == (OutcomeKind.FURTHER_EVIDENCE, "3 is short")


def test_the_letter_comes_as_a_file_with_its_own_name(page):
    page.act("letter")
    page.desk.room.form._handle_custom_msg({"act": "letter_file", "id": 5, "form": "pdf"}, [])
    told = [(message, data) for _, message, data in page.sent.messages if "file" in message]
    assert told == [({"file": "MRSE-2025-014 letter draft.pdf", "media": "application/pdf"}, b"%PDF-")]
    assert page.act("letter_file", form="exe")["refused"]


def test_a_ping_is_answered_even_when_records_refuse(page):
    page.bench.stale = True
    page.desk.room.header._handle_custom_msg({"act": "ping"}, [])
    assert page.sent.last() == {"pong": True}


def test_leaving_goes_back_to_the_list_of_applications(sent):
    left: list[bool] = []
    desk = Desk(FakeWorkbench(), leave=lambda: left.append(True))
    assert desk.room.header.shown["back"] is True
    desk.room.header._handle_custom_msg({"act": "leave", "id": 1}, [])
    assert left == [True]
