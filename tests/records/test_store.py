"""What is appended stays, as it was said, once."""

import sqlite3
import uuid
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy.exc import OperationalError

from mrse_assess.errors import BadRequestError, RecordsError, StaleWriteError
from mrse_assess.model.acts import Purge
from mrse_assess.model.judgement import PartConfirmation, SettingValue
from mrse_assess.records import NewEvent, Store, from_event, to_event, verify
from mrse_assess.records.canonical import TEXT_HASH, canonical, digest, event_hash, moment_text, text_hash
from mrse_assess.terms import EventKind

pytestmark = pytest.mark.both_stores


def raw(path):
    return closing(sqlite3.connect(path, isolation_level=None))


def test_a_stored_act_comes_back_as_it_was_said(store, new_event):
    new = new_event(feedback="Please show the images too.", reasons=("undated", "outdated"), simulated=True)
    stored = store.append(new)
    assert store.events() == (stored,)
    assert store.find(new.event) == stored
    assert dict(stored.payload) == {**new.payload, "reasons": ("undated", "outdated"), "contribution": ()}
    assert (stored.sequence, stored.application, stored.attempt, stored.actor) == (1, "A1", 1, "jo")
    assert (stored.kind, stored.scheme_version, stored.event) == (EventKind.JUDGEMENT, "test-1", new.event)
    assert stored.recorded_at.isoformat() == "2026-11-21T14:02:07+00:00"


def test_a_stored_act_comes_back_after_reopening(location, clock, new_id, new_event):
    with Store.open(location, clock=clock, new_id=new_id) as store:
        stored = store.append(new_event(feedback="Kept."))
    again = location if isinstance(location, str) else f"sqlite:///{location}"
    with Store.open(again, clock=clock, new_id=new_id) as store:
        assert store.events() == (stored,)


def test_a_payload_cannot_be_changed_in_memory(store, new_event):
    stored = store.append(new_event())
    with pytest.raises(TypeError):
        stored.payload["verdict"] = "not_satisfactory"


def test_free_texts_lie_apart_from_the_chained_payload(store, path, new_event):
    stored = store.append(new_event(feedback="Dr Adeyemi", quote="words of a page"))
    with raw(path) as connection:
        (payload,) = connection.execute("SELECT payload FROM events").fetchone()
        rows = connection.execute("SELECT field, salt, text FROM texts ORDER BY field").fetchall()
    assert "Dr Adeyemi" not in payload
    assert "words of a page" not in payload
    assert [(field, text) for field, _, text in rows] == [("feedback", "Dr Adeyemi"), ("quote", "words of a page")]
    salt = rows[0][1]
    assert canonical({TEXT_HASH: text_hash(salt, "Dr Adeyemi")}) in payload
    assert stored.payload["feedback"] == "Dr Adeyemi"


def test_the_same_text_twice_has_different_hashes(store, path, new_event):
    store.append(new_event(feedback="same"))
    store.append(new_event(feedback="same"))
    with raw(path) as connection:
        payloads = connection.execute("SELECT payload FROM events").fetchall()
    assert payloads[0] != payloads[1]


def test_each_record_follows_its_own_actors_last_record_on_the_application(store, new_event):
    first = store.append(new_event())
    other = store.append(new_event(assessor="sam"))
    elsewhere = store.append(new_event(application="A2"))
    second = store.append(new_event())
    assert (first.previous, other.previous, elsewhere.previous) == ("", "", "")
    assert second.previous == first.hash
    assert [event.sequence for event in store.events()] == [1, 2, 3, 4]


def test_the_hash_is_of_the_link_with_its_payloads_hash(store, path, new_event):
    stored = store.append(new_event(feedback="x"))
    with raw(path) as connection:
        (payload,) = connection.execute("SELECT payload FROM events").fetchone()
    link = {
        "event": stored.event,
        "application": "A1",
        "attempt": 1,
        "kind": "judgement",
        "actor": "jo",
        "recorded_at": moment_text(stored.recorded_at),
        "payload_hash": digest(payload),
        "scheme_version": "test-1",
        "previous": "",
    }
    assert stored.hash == digest(canonical(link))
    del link["payload_hash"]
    assert stored.hash == event_hash(**link, payload=payload)


def test_a_repeated_save_returns_the_stored_record_and_adds_nothing(store, new_event):
    new = new_event(feedback="once")
    first = store.append(new, None)
    store.append(new_event())
    assert store.append(new) == first
    assert store.append(new, None) == first  # its head has moved on, by itself
    assert len(store.events()) == 2


def test_an_id_used_again_with_other_content_is_refused(store, new_event):
    new = new_event(feedback="once")
    store.append(new)
    for change in ({"feedback": "twice"}, {"evidence_id": "8"}, {"attempt": 2}, {"simulated": True}):
        with pytest.raises(RecordsError, match="new id"):
            store.append(new_event(event=new.event, **{"feedback": "once", **change}))
    with pytest.raises(RecordsError, match="new id"):
        store.append(new_event(event=new.event, feedback="once", assessor="sam"))
    assert len(store.events()) == 1


def test_an_id_twice_in_one_call_is_one_record(store, new_event):
    new = new_event()
    first, second = store.append_many((new, new))
    assert first == second
    assert len(store.events()) == 1


def test_a_write_after_a_head_that_moved_on_is_refused(store, new_event):
    head = store.append(new_event(), None).hash
    store.append(new_event(), head)
    for stale in (head, None, "", "0" * 64):
        with pytest.raises(StaleWriteError, match="went on elsewhere"):
            store.append(new_event(), stale)
    assert len(store.events()) == 2


def test_another_persons_records_do_not_make_a_write_stale(store, new_event):
    head = store.append(new_event(), None).hash
    store.append(new_event(assessor="sam"), None)
    assert store.append(new_event(), head).previous == head


def test_several_acts_are_recorded_after_one_head(store, new_event):
    head = store.append(new_event()).hash
    stored = store.append_many((new_event(), new_event(), new_event()), head)
    assert [event.previous for event in stored] == [head, stored[0].hash, stored[1].hash]


def test_one_head_for_several_chains_is_refused(store, new_event):
    with pytest.raises(BadRequestError, match="one person"):
        store.append_many((new_event(), new_event(assessor="sam")), None)


@pytest.mark.in_a_file
def test_several_acts_are_recorded_all_or_none_whatever_statement_fails(store, new_event):
    store.append(new_event(feedback="before"))
    before = store.events()
    news = (new_event(feedback="one"), new_event(), new_event(quote="three"))
    statements = 0
    fail_at = 0

    def fail(connection, cursor, statement, *others):
        nonlocal statements
        statements += 1
        if statements == fail_at:
            raise OperationalError(statement, None, sqlite3.OperationalError("injected"))

    sqlalchemy_event.listen(store.database.engine, "before_cursor_execute", fail)
    while True:
        fail_at, statements = fail_at + 1, 0
        try:
            stored = store.append_many(news)
        except RecordsError:
            statements = -1000
            assert store.events() == before
            assert verify(store) == ()
        else:
            break
    assert fail_at > 10
    sqlalchemy_event.remove(store.database.engine, "before_cursor_execute", fail)
    assert store.events() == (*before, *stored)


@pytest.mark.in_a_file
def test_a_full_disk_refuses_the_write_and_keeps_the_rest(store, new_event):
    stored = store.append(new_event())
    (connection,) = (record.dbapi_connection for record in pooled(store))
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(RecordsError, match="disk is full") as refused:
        store.append(new_event(feedback="x" * 100_000))
    assert "xxx" not in str(refused.value)
    connection.execute("PRAGMA max_page_count=1000000")
    assert store.events() == (stored,)
    assert store.append(new_event(feedback="x" * 100_000)).sequence == 2


def pooled(store):
    """The one connection that lies in the pool, put back again."""
    connection = store.database.engine.raw_connection()
    record = connection._connection_record
    connection.close()
    return (record,)


def test_heads_are_those_of_each_persons_chain(store, new_event):
    assert store.head("A1", "jo") is None
    assert store.heads("A1") == {}
    first = store.append(new_event(assessor="sam"))
    store.append(new_event())
    second = store.append(new_event())
    store.append(new_event(application="A2"))
    assert store.head("A1", "jo") == second.hash
    assert store.heads("A1") == {"jo": second.hash, "sam": first.hash}


def test_the_applications_head_changes_with_each_of_its_records_and_no_other(store, new_event):
    heads = [store.application_head("A1")]
    for assessor in ("jo", "sam", "jo"):
        store.append(new_event(assessor=assessor))
        heads.append(store.application_head("A1"))
    store.append(new_event(application="A2"))
    assert heads[0] == ""
    assert len(set(heads)) == 4
    assert store.application_head("A1") == heads[-1]


def test_events_are_chosen_by_application_kind_actor_and_sequence(store, new_event, new_id):
    jo, sam = store.append(new_event()), store.append(new_event(assessor="sam"))
    part = PartConfirmation(application="A2", attempt=1, part="exam", confirmed=True)
    other = store.append(to_event(part, event=new_id(), actor="jo"))
    assert store.events(application="A1") == (jo, sam)
    assert store.events(kind=EventKind.PART) == (other,)
    assert store.events(actor="jo") == (jo, other)
    assert store.events(since_sequence=2) == (other,)
    assert store.events(application="A1", since_sequence=2) == ()
    assert store.find(str(uuid.uuid4())) is None


def test_a_setting_belongs_to_no_application(store, new_id):
    setting = SettingValue(key="queries_address", value="office@example.org", source="minute 4")
    stored = store.append(to_event(setting, event=new_id(), actor="office"))
    assert (stored.application, stored.attempt) == ("", 0)
    assert from_event(stored) == setting


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET actor = 'x'",
        "DELETE FROM events",
        "UPDATE texts SET text = 'x'",
        "UPDATE texts SET text = NULL, salt = NULL",
        "DELETE FROM texts",
        "INSERT OR REPLACE INTO events SELECT * FROM events",
        "INSERT OR REPLACE INTO texts SELECT event, field, salt, 'x' FROM texts",
    ],
)
def test_no_statement_changes_or_removes_a_record(store, path, new_event, statement):
    stored = store.append(new_event(feedback="stays"))
    with raw(path) as connection:
        connection.execute("PRAGMA recursive_triggers=OFF")
        with pytest.raises(sqlite3.IntegrityError, match=r"append-only|together with a purge"):
            connection.execute(statement)
    assert store.events() == (stored,)


def test_a_chain_cannot_fork(store, path, new_event):
    store.append(new_event())
    with raw(path) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(
            "INSERT INTO events SELECT 2, 'x', application, attempt, kind, actor, recorded_at, payload, "
            "scheme_version, previous, 'y' FROM events"
        )


def test_a_changed_row_is_refused_on_reading(store, path, new_event):
    store.append(new_event(feedback="said"))
    with raw(path) as connection:
        connection.execute("DROP TRIGGER texts_are_only_erased_by_a_purge")
        connection.execute("UPDATE texts SET text = 'never said'")
    with pytest.raises(RecordsError, match="Record 1 does not match") as refused:
        store.events()
    assert "said" not in str(refused.value)


def test_a_row_whose_actor_was_changed_is_refused_on_reading(store, path, new_event):
    store.append(new_event())
    with raw(path) as connection:
        connection.execute("DROP TRIGGER events_are_never_changed")
        connection.execute("UPDATE events SET actor = 'sam'")
    with pytest.raises(RecordsError, match="Record 1 does not match"):
        store.events()


def test_a_clock_without_a_time_zone_is_refused(path, new_id, new_event):
    with Store.open(path, clock=lambda: datetime(2026, 11, 21), new_id=new_id) as store:  # noqa: DTZ001 - the point
        with pytest.raises(ValueError, match="time zone"):
            store.append(new_event())
        assert store.events() == ()


def test_records_of_another_version_are_refused(store, path, clock, new_id):
    with raw(path) as connection:
        connection.execute("UPDATE about SET value = '2'")
    with pytest.raises(RecordsError, match="version 2"):
        Store.open(path, clock=clock, new_id=new_id)


def test_another_programs_database_is_refused_and_left_alone(tmp_path, clock, new_id):
    other = tmp_path / "other.sqlite"
    with raw(other) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    with pytest.raises(RecordsError, match="holds no records"):
        Store.open(other, clock=clock, new_id=new_id)
    with raw(other) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, clock, new_id):
    other = tmp_path / "letter.txt"
    other.write_bytes(b"Dear Dr Adeyemi, " * 100)
    with pytest.raises(RecordsError, match="not a records file"):
        Store.open(other, clock=clock, new_id=new_id)
    assert other.read_bytes() == b"Dear Dr Adeyemi, " * 100


def test_a_dropped_table_is_not_made_anew(store, path, clock, new_id):
    store.close()
    with raw(path) as connection:
        connection.execute("DROP TABLE drafts")
    with Store.open(path, clock=clock, new_id=new_id) as reopened:
        assert "schema" in {finding.code for finding in verify(reopened)}


@pytest.mark.parametrize(
    "location", ["", ":memory:", "sqlite://", "sqlite:///:memory:", "nonsense://", "file:x?mode=rw"]
)
def test_a_location_that_is_no_file_is_refused(location, clock, new_id):
    with pytest.raises(BadRequestError):
        Store.open(location, clock=clock, new_id=new_id)


def test_a_database_of_another_kind_is_refused_by_name(clock, new_id):
    with pytest.raises(BadRequestError, match="mysql"):
        Store.open("mysql://panel.example.org/records", clock=clock, new_id=new_id)


def test_a_folder_is_refused_as_the_records_file(tmp_path, clock, new_id):
    with pytest.raises(RecordsError, match="cannot be used"):
        Store.open(tmp_path, clock=clock, new_id=new_id)


def test_files_and_new_folders_are_the_owners_only(store, path, new_event):
    store.append(new_event())
    modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    assert modes == {"records.sqlite": 0o600, "records.sqlite-wal": 0o600, "records.sqlite-shm": 0o600}
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_an_existing_file_open_to_others_is_closed_to_them(store, path, clock, new_id):
    store.close()
    path.chmod(0o644)
    with Store.open(path, clock=clock, new_id=new_id):
        assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["nul \x00", "half a pair \ud83d"])
def test_a_text_that_cannot_be_stored_is_refused_without_quoting_it(store, new_event, text):
    with pytest.raises(BadRequestError, match="feedback") as refused:
        store.append(new_event(feedback=text))
    assert text not in str(refused.value)
    with pytest.raises(BadRequestError, match="text"):
        store.save_draft("A1", "jo", "feedback", text)


def test_an_act_that_does_not_fit_its_shape_is_refused_before_anything_is_written(store, new_event, new_id):
    wrong = NewEvent(
        event=new_id(), application="A1", attempt=1, kind=EventKind.PART, actor="jo", payload={"part": "exam"}
    )
    with pytest.raises(BadRequestError, match="confirmed"):
        store.append_many((new_event(), wrong))
    assert store.events() == ()


def test_a_purge_erases_texts_and_drafts_and_leaves_verdicts_and_chain_whole(store, new_event, new_id):
    new = new_event(feedback="Dr Adeyemi was here", reasons=("undated",))
    before = store.append(new)
    other = store.append(new_event(application="A2", feedback="of another application"))
    store.save_draft("A1", "jo", "feedback", "Dr Adeyemi half typed")
    head = store.head("A1", "jo")
    purge = to_event(Purge(application="A1", attempt=1, why="retention, 6 years"), event=new_id(), actor="office")
    store.erase_texts(purge)
    after, untouched, recorded = store.events()
    assert (after.hash, after.payload["verdict"], after.payload["reasons"]) == (
        before.hash,
        "satisfactory",
        ("undated",),
    )
    assert (after.payload["feedback"], after.erased) == ("", ("feedback",))
    assert untouched == other
    assert from_event(recorded).why == "retention, 6 years"
    assert store.head("A1", "jo") == head
    assert store.drafts("A1", "jo") == ()
    assert verify(store) == ()
    assert store.append(new) == after  # a very late retry still adds nothing
    later = store.append(new_event(feedback="written after the purge"))
    assert store.erase_texts(purge) == recorded  # a late retry of the purge leaves what was written since
    assert store.find(later.event).payload["feedback"] == "written after the purge"
    assert verify(store) == ()


def test_an_erased_text_is_in_no_file_any_more(store, path, new_event, new_id):
    store.append(new_event(feedback="Morwenna Adeyemi-Clarke"))
    store.save_draft("A1", "jo", "feedback", "Morwenna Adeyemi-Clarke")
    assert any(b"Morwenna" in file.read_bytes() for file in path.parent.iterdir())
    purge = to_event(Purge(application="A1", attempt=1, why="retention"), event=new_id(), actor="office")
    store.erase_texts(purge)
    assert not any(b"Morwenna" in file.read_bytes() for file in path.parent.iterdir())


def test_texts_are_erased_by_a_purge_only(store, new_event):
    with pytest.raises(BadRequestError, match="purge"):
        store.erase_texts(new_event())
    assert store.events() == ()


def test_a_draft_comes_back_and_a_later_one_takes_its_place(store, location, clock, new_id):
    store.save_draft("A1", "jo", "feedback/4.2/7", "Please also sh")
    saved = store.save_draft("A1", "jo", "feedback/4.2/7", "Please also show ω\n\t'")
    store.save_draft("A1", "sam", "feedback/4.2/7", "not yours")
    store.close()
    with Store.open(location, clock=clock, new_id=new_id) as reopened:
        assert reopened.draft("A1", "jo", "feedback/4.2/7") == saved
        assert reopened.drafts("A1", "jo") == (saved,)
        assert reopened.draft("A1", "jo", "seen/4.2/7") is None
        reopened.clear_draft("A1", "jo", "feedback/4.2/7")
        assert reopened.drafts("A1", "jo") == ()
        assert len(reopened.drafts("A1", "sam")) == 1


def test_a_draft_is_no_part_of_the_chain(store, new_event):
    store.append(new_event())
    head = store.application_head("A1")
    store.save_draft("A1", "jo", "feedback", "half")
    assert store.application_head("A1") == head


def test_two_transactions_of_one_person_never_have_one_moment_however_coarse_the_clock(location, new_id, new_event):
    still = datetime(2026, 11, 21, 14, 2, 7, tzinfo=UTC)
    with Store.open(location, clock=lambda: still, new_id=new_id) as store:
        first = store.append_many([new_event(evidence_id="1"), new_event(evidence_id="2")])
        second, third = store.append(new_event(evidence_id="3")), store.append(new_event(evidence_id="4"))
        other = store.append(new_event(assessor="kim"))
    assert {event.recorded_at for event in first} == {still} == {other.recorded_at}
    assert still < second.recorded_at < third.recorded_at < still + timedelta(milliseconds=1)


def test_a_clock_that_was_set_back_is_believed(location, new_id, new_event):
    moments = iter([datetime(2030, 1, 1, tzinfo=UTC), datetime(2026, 11, 21, tzinfo=UTC)])
    with Store.open(location, clock=lambda: next(moments), new_id=new_id) as store:
        store.append(new_event(evidence_id="1"))
        assert store.append(new_event(evidence_id="2")).recorded_at.year == 2026
