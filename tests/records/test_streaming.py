"""Many applications' records in one go: the same events as one by one, without words; damage is seen as well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from mrse_assess.errors import RecordsError
from mrse_assess.records import to_event
from mrse_assess.records.canonical import event_hash
from mrse_assess.records.streaming import _is_sound, application_heads, logs
from mrse_assess.terms import EventKind

pytestmark = pytest.mark.both_stores
WORDS = {"feedback": "Say which year", "quote": "as on page 4"}


@pytest.fixture
def several(store, judgement, new_id):
    """Three applications, two persons, their records one after the other; words in some of them."""
    for turn in range(6):
        value = judgement(
            application=f"A{turn % 3}",
            assessor=("jo", "kim")[turn % 2],
            evidence_id=str(turn),
            **(WORDS if turn > 2 else {}),
        )
        store.append(to_event(value, event=new_id(), actor=value.assessor))
    return ["A0", "A1", "A2"]


def test_every_head_is_told_at_once(several, store):
    assert application_heads(store) == {one: store.application_head(one) for one in several}


def test_the_same_events_come_as_one_by_one_but_for_their_words(several, store):
    found = list(logs(store, ["A2", "A0", "A1"], EventKind))
    assert [one.application for one in found] == ["A2", "A0", "A1"]
    for log in found:
        whole = store.events(application=log.application)
        assert [(one.event, one.hash, one.recorded_at) for one in log.events] == [
            (one.event, one.hash, one.recorded_at) for one in whole
        ]
        for one, other in zip(log.events, whole, strict=True):
            assert dict(one.payload) == {**other.payload, **dict.fromkeys(one.withheld, "")}
            assert set(one.withheld) == {name for name in WORDS if other.payload[name]}


def test_an_application_without_records_of_the_kinds_has_an_empty_log(several, store):
    found = list(logs(store, ["A0", "A9"], [EventKind.SEAL]))
    assert [(one.application, one.events) for one in found] == [("A0", ()), ("A9", ())]


@pytest.mark.in_a_file
def test_a_changed_record_is_refused(several, store):
    with store.writing() as connection:
        connection.execute(text("DROP TRIGGER events_are_never_changed"))
        connection.execute(text("UPDATE events SET payload = replace(payload, 'satisfactory', 'not_satisfactory')"))
    with pytest.raises(RecordsError, match="does not match its hash"):
        list(logs(store, several, EventKind))


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.fixed_dictionaries(dict.fromkeys(("event", "application", "actor", "payload", "scheme_version"), ANY)))
def test_a_row_is_sound_where_its_link_has_its_hash(said):
    row = {**said, "attempt": 1, "kind": "seal", "recorded_at": "2026", "previous": ""}
    found = event_hash(**row)
    assert _is_sound({**row, "hash": found, "sequence": 7})
    assert not _is_sound({**row, "actor": row["actor"] + "x", "hash": found, "sequence": 7})
