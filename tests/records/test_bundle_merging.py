"""Bundles merge in any order, twice as once, and change nothing that is stored."""

import re

import pytest
from sqlalchemy import insert

from mrse_assess.model.acts import ApplicationEntry, ItemSpan, PrivateNote, ReadingChoice
from mrse_assess.model.judgement import SettingValue
from mrse_assess.model.places import PageSpan
from mrse_assess.records import in_force, judgements_in_force, settings_in_force, verify
from mrse_assess.records.bundle import Bundle, Choice, Refusal, merge
from mrse_assess.records.schema import texts
from mrse_assess.terms import EventKind, Phase, Verdict

from .bundling import LATER, OF_A1, START, Machine, bundle_of, timedelta


@pytest.fixture
def machines(tmp_path):
    return Machine(tmp_path, "jo"), Machine(tmp_path, "kim", ahead=timedelta(seconds=30))


def test_what_two_recorded_apart_stands_together_and_verifies(machines):
    jo, kim = machines
    jo.judge("jo", feedback="Good.")
    jo.seal("jo")
    kim.judge("kim", verdict=Verdict.NOT_SATISFACTORY, feedback="Thin.")
    kim.seal("kim")
    merged = jo.take(kim.bundle("kim"))
    kim.take(jo.bundle("jo"))
    assert merged.added == 2
    assert jo.store.heads("A1") == kim.store.heads("A1")
    assert judgements_in_force(jo.store.events(), "A1", 1) == judgements_in_force(kim.store.events(), "A1", 1)
    assert {one.feedback for one in judgements_in_force(jo.store.events(), "A1", 1).judgements} == {"Good.", "Thin."}
    assert verify(jo.store) == verify(kim.store) == ()


def test_a_bundle_imported_twice_adds_nothing_and_says_so(machines):
    jo, kim = machines
    jo.confirm("jo", confirmed=True)
    kim.take(jo.bundle("jo"))
    before = kim.store.events()
    again = kim.take(jo.bundle("jo"))
    assert (again.added, again.chains[0].known) == (0, 1)
    assert kim.store.events() == before


def test_a_shorter_bundle_than_what_is_there_changes_nothing(machines):
    jo, kim = machines
    jo.confirm("jo", confirmed=True)
    early = jo.bundle("jo")
    last = jo.confirm("jo", confirmed=False)
    kim.take(jo.bundle("jo"))
    merged = kim.take(early)
    assert merged.refusals == ()
    assert merged.chains[0].head == last.hash
    assert kim.store.head("A1", "jo") == last.hash


def test_a_longer_bundle_adds_its_end(machines):
    jo, kim = machines
    jo.confirm("jo", confirmed=True)
    kim.take(jo.bundle("jo"))
    jo.confirm("jo", confirmed=False)
    merged = kim.take(jo.bundle("jo"))
    assert (merged.chains[0].known, merged.added) == (1, 1)
    assert judgements_in_force(kim.store.events(), "A1", 1).parts[0].confirmed is False


def test_a_chain_that_forked_is_refused_by_name_and_the_others_are_taken_over(machines):
    here, there = machines
    here.confirm("jo", confirmed=True)
    there.take(here.bundle("jo"))
    ours = here.confirm("jo", confirmed=False)
    theirs = there.confirm("jo", confirmed=False, part="authentication")
    there.confirm("kim", confirmed=True, part="contents_list")
    merged = here.take(there.bundle("jo"))
    (refusal,) = merged.refusals
    assert (refusal.code, refusal.actor, refusal.grave) == ("forked", "jo", True)
    for head, moment in ((ours.hash, ours.recorded_at), (theirs.hash, theirs.recorded_at)):
        assert head[:12] in refusal.found
        assert f"{moment:%Y-%m-%d %H:%M:%S} UTC" in refusal.found
    assert here.store.head("A1", "jo") == ours.hash
    assert here.store.head("A1", "kim") == there.store.head("A1", "kim")
    assert verify(here.store) == ()


def test_the_same_id_with_other_content_is_refused_and_named(machines):
    jo, kim = machines
    mine = jo.confirm("jo", confirmed=True)
    kim.new_id = lambda: mine.event
    kim.confirm("kim", confirmed=False)
    (refusal,) = jo.take(kim.bundle("kim")).refusals
    assert refusal.code == "same-id"
    assert mine.event in refusal.found
    assert jo.store.heads("A1") == {"jo": mine.hash}


def test_an_application_taken_in_on_both_machines_is_no_grave_matter(machines):
    entry = ApplicationEntry(**OF_A1, received_on=START.date(), portfolio_digest="0")
    for machine in machines:
        machine.record(entry, "office")
    jo, kim = machines
    kim.judge("kim")
    kim.seal("kim")
    merged = jo.take(kim.bundle("kim"))
    assert [(one.code, one.grave) for one in merged.refusals] == [("entered-twice", False)]
    assert merged.added == 2


def test_an_application_that_is_refused_from_outside_adds_nothing(machines):
    jo, kim = machines
    kim.confirm("kim", confirmed=True)
    refusal = Refusal(code="not-here", application="A1", actor="", found="It is not here.", advice="")
    merged = jo.take(kim.bundle("kim"), refused=(refusal,))
    assert merged.refusals == (refusal,)
    assert jo.store.events() == ()


def test_nothing_is_stored_when_the_database_refuses_in_between(machines, monkeypatch):
    jo, kim = machines
    kim.confirm("kim", confirmed=True)
    bundle = kim.bundle("kim")
    monkeypatch.setattr("mrse_assess.records.bundle.merging._conflicts", lambda *_: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        jo.take(bundle)
    assert jo.store.events() == ()


def test_a_withheld_text_reads_as_withheld_and_not_as_erased(machines):
    jo, kim = machines
    jo.record(PrivateNote(**OF_A1, sub_category="4.2", text="to myself"), "jo")
    jo.seal("jo")
    kim.take(jo.bundle("jo"))
    note = kim.store.events(kind=EventKind.PRIVATE_NOTE)[0]
    assert (note.payload["text"], note.withheld, note.erased) == ("", ("text",), ())
    assert verify(kim.store) == ()


def test_a_later_bundle_fills_in_what_was_withheld(machines):
    jo, kim = machines
    jo.record(PrivateNote(**OF_A1, sub_category="4.2", text="to myself"), "jo")
    jo.seal("jo")
    kim.take(jo.bundle("jo"))
    merged = kim.take(jo.bundle(handed_over="jo"))
    assert (merged.added, merged.chains[0].filled) == (0, 1)
    note = kim.store.events(kind=EventKind.PRIVATE_NOTE)[0]
    assert (note.payload["text"], note.withheld) == ("to myself", ())
    assert kim.take(jo.bundle(handed_over="jo")).chains[0].filled == 0
    assert verify(kim.store) == ()


def test_a_text_filled_in_that_is_another_is_named_by_verify(machines):
    jo, kim = machines
    note = jo.record(PrivateNote(**OF_A1, sub_category="4.2", text="to myself"), "jo")
    jo.seal("jo")
    kim.take(jo.bundle("jo"))
    with kim.store.writing() as connection:
        connection.execute(insert(texts), {"event": note.event, "field": "text", "salt": "s", "text": "forged"})
    assert [one.code for one in verify(kim.store)] == ["text-changed"]


def test_an_item_whose_pages_were_withheld_is_not_taken_for_one_without_pages(machines):
    jo, kim = machines
    jo.record(ItemSpan(**OF_A1, evidence_id="9", spans=(PageSpan(file="a.pdf", first=1, last=2),)), "jo")
    jo.seal("jo")
    sent = jo.bundle("jo")
    without = tuple(type(one)(row=one.row) for one in sent.events)
    kim.take(Bundle(manifest=sent.manifest, events=without))
    assert in_force(kim.store.events(), "A1", 1).item_spans == ()


@pytest.mark.parametrize("purge_first", [True, False])
def test_a_purge_erases_here_what_was_recorded_before_it_whichever_comes_first(machines, tmp_path, purge_first):
    jo, office = machines
    jo.judge("jo", feedback="words of feedback")
    jo.seal("jo")
    jo.store.save_draft("A1", "jo", "slot", "half-typed")
    of_jo = jo.bundle("jo")
    office.take(of_jo)
    office.confirm("office", confirmed=True)
    office.confirm("office", confirmed=True)
    office.purge("office")
    third = Machine(tmp_path, "third")
    for bundle in (office.bundle(), of_jo) if purge_first else (of_jo, office.bundle()):
        merged = third.take(bundle)
    assert merged.erased == (() if purge_first else ("A1",))
    assert jo.take(office.bundle()).erased == ("A1",)
    for machine in (third, jo):
        judged = machine.store.events(kind=EventKind.JUDGEMENT)[0]
        assert (judged.payload["feedback"], judged.erased) == ("", ("feedback",))
        assert verify(machine.store) == ()
    assert jo.store.drafts("A1", "jo") == ()


def test_a_text_erased_where_the_purge_does_not_come_along_counts_as_withheld(machines, tmp_path):
    jo, office = machines
    jo.judge("jo", feedback="words of feedback")
    jo.seal("jo")
    office.take(jo.bundle("jo"))
    office.confirm("office", confirmed=True)
    office.purge("office")
    sent = office.bundle("jo")
    alone = Bundle(manifest=sent.manifest, events=tuple(one for one in sent.events if one.row["actor"] == "jo"))
    third = Machine(tmp_path, "third")
    third.take(alone)
    assert third.store.events(kind=EventKind.JUDGEMENT)[0].withheld == ("feedback",)
    assert verify(third.store) == ()


def test_what_two_recorded_of_one_part_without_knowing_is_a_conflict_and_the_later_holds(machines):
    jo, kim = machines
    jo.confirm("jo", confirmed=True)
    kim.confirm("kim", confirmed=False)  # thirty seconds later
    (conflict,) = jo.take(kim.bundle("kim")).conflicts
    assert (conflict.kind, conflict.unit, conflict.holds, conflict.other) == (EventKind.PART, ("exam",), "kim", "jo")
    assert judgements_in_force(jo.store.events(), "A1", 1).parts[0].by == "kim"
    (seen_there,) = kim.take(bundle_of(jo.store, Choice(applications=("A1",)))).conflicts
    assert seen_there == conflict


def test_what_was_recorded_in_knowledge_of_the_other_is_no_conflict(machines):
    jo, kim = machines
    jo.confirm("jo", confirmed=True)
    kim.take(jo.bundle("jo"))
    kim.confirm("kim", confirmed=False)
    only_kim = kim.bundle("kim")
    only_kim = Bundle(
        manifest=only_kim.manifest, events=tuple(one for one in only_kim.events if one.row["actor"] == "kim")
    )
    assert jo.take(only_kim).conflicts == ()


@pytest.mark.parametrize("value", ["same", "other"])
def test_settings_readings_and_moderated_judgements_conflict_only_where_they_differ(machines, value):
    for machine, actor, said in zip(machines, ("jo", "kim"), ("same", value), strict=True):
        machine.record(SettingValue(key="period", value=said, source="minutes"), actor)
        machine.record(ReadingChoice(**OF_A1, setting="third_simulated", value=said), actor)
        verdict = Verdict.SATISFACTORY if said == "same" else Verdict.NOT_SATISFACTORY
        machine.judge(actor, phase=Phase.MODERATION, verdict=verdict)
    jo, kim = machines
    conflicts = jo.take(kim.bundle("kim")).conflicts
    expected = [] if value == "same" else [EventKind.SETTING, EventKind.JUDGEMENT, EventKind.READING_CHOICE]
    assert [one.kind for one in conflicts] == expected
    assert settings_in_force(jo.store.events())[0].value == value


def test_what_one_judged_alone_is_never_a_conflict_and_never_in_the_report(machines):
    jo, kim = machines
    jo.judge("jo")
    jo.seal("jo")
    kim.judge("kim", verdict=Verdict.NOT_SATISFACTORY, reasons=("undated",), feedback="Thin.")
    kim.seal("kim")
    merged = jo.take(kim.bundle("kim"))
    assert merged.conflicts == ()
    assert not re.search("satisfactory|undated|Thin", repr(merged))


def test_a_withdrawn_part_is_no_conflict_any_more(machines):
    jo, kim = machines
    jo.confirm("jo", confirmed=True)
    kim.confirm("kim", confirmed=False)
    from mrse_assess.model.acts import Withdrawal

    kim.record(Withdrawal(**OF_A1, of=EventKind.PART, unit=("exam",)), "kim")
    assert jo.take(kim.bundle("kim")).conflicts == ()


def test_a_clock_that_is_ahead_is_said(machines, tmp_path):
    jo, _ = machines
    ahead = Machine(tmp_path, "ahead", ahead=timedelta(days=90))
    ahead.confirm("kim", confirmed=True)
    assert jo.take(ahead.bundle("kim")).dated_ahead == (("A1", "kim"),)


def test_a_head_that_a_letter_bears_is_known_where_its_records_came_in_bundles(machines):
    jo, kim = machines
    jo.confirm("jo", confirmed=True)
    kim.confirm("kim", confirmed=True)
    jo.take(kim.bundle("kim"))
    printed = jo.store.application_head("A1")
    jo.confirm("jo", confirmed=False)
    jo.confirm("jo", confirmed=True)
    kim.take(jo.bundle("jo"))
    assert verify(kim.store, {"A1": [printed]}) == ()
    assert [one.code for one in verify(kim.store, {"A1": ["0" * 64]})] == ["head-unknown"]


@pytest.mark.both_stores
def test_a_laptop_and_the_panels_store_exchange_bundles(store, machines):
    jo, office = machines
    jo.judge("jo", feedback="Good.")
    jo.record(PrivateNote(**OF_A1, sub_category="4.2", text="to myself"), "jo")
    jo.seal("jo")
    assert merge(store, jo.bundle("jo"), now=LATER).added == 3
    assert merge(store, jo.bundle(handed_over="jo"), now=LATER).chains[0].filled == 1
    office.take(bundle_of(store, Choice(applications=("A1",), whose=frozenset({"jo"}))))
    office.confirm("office", confirmed=True)
    office.confirm("office", confirmed=True)
    office.confirm("office", confirmed=True)
    office.purge("office")
    assert merge(store, office.bundle(), now=LATER).erased == ("A1",)
    assert [one.erased for one in store.events() if one.actor == "jo"] == [("feedback",), ("text",), ()]
    assert store.heads("A1") == office.store.heads("A1")
    assert verify(store) == ()
