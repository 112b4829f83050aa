"""The connections that write are the ones we think they are."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from mrse_assess.errors import RecordsError
from mrse_assess.records import Store, sqlite
from mrse_assess.records.sqlite import reason_of, translated


def test_the_very_connection_that_writes_is_durable(store, new_event):
    seen = []

    def look(connection, cursor, statement, *others):
        if statement.startswith("INSERT INTO events"):
            raw = connection.connection.driver_connection
            names = ("synchronous", "journal_mode", "foreign_keys", "busy_timeout", "secure_delete", "trusted_schema")
            seen.append({name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in names})
            assert raw.in_transaction

    sqlalchemy_event.listen(store.database.engine, "before_cursor_execute", look)
    store.append(new_event())
    store.append(new_event())
    expected = {
        "synchronous": 2,
        "journal_mode": "wal",
        "foreign_keys": 1,
        "busy_timeout": 30_000,
        "secure_delete": 1,
        "trusted_schema": 0,
    }
    assert seen == [expected, expected]


def test_every_new_connection_is_set_up_not_only_the_first(store):
    with store.reading() as first, store.reading() as second:
        for connection in (first, second):
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert first.connection.driver_connection is not second.connection.driver_connection


@pytest.mark.parametrize("name", [name for name, _, _ in sqlite.PRAGMAS])
def test_a_setting_that_does_not_take_stops_everything(monkeypatch, path, clock, new_id, name):
    wrong = tuple((own, value, "other" if own == name else right) for own, value, right in sqlite.PRAGMAS)
    monkeypatch.setattr(sqlite, "PRAGMAS", wrong)
    with pytest.raises(RecordsError, match=name):
        Store.open(path, clock=clock, new_id=new_id)


def test_a_writing_transaction_holds_the_write_lock_from_its_first_moment(store, path):
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
        with store.writing(), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")


def test_readers_do_not_wait_for_a_writer_and_see_what_was_committed(store, path, new_event):
    stored = store.append(new_event())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert store.events() == (stored,)
        other.execute("ROLLBACK")


def test_what_the_database_says_of_a_value_is_in_no_message():
    leaking = sqlite3.OperationalError("Could not decode to UTF-8 column 'text' with text 'Dr Adeyemi'")
    with pytest.raises(RecordsError) as refused, translated("read"):
        raise OperationalError("SELECT", None, leaking)
    assert "Adeyemi" not in str(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


def test_a_fault_of_the_disk_is_named_by_what_to_do():
    fault = sqlite3.OperationalError("disk I/O error")
    fault.sqlite_errorname = "SQLITE_IOERR_FSYNC"
    assert "check the disk" in reason_of(fault)
    assert "check the disk" in reason_of(OperationalError("COMMIT", None, fault))


def test_the_database_librarys_own_errors_hold_no_values(store):
    with pytest.raises(OperationalError) as refused, store.database.engine.begin() as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (:said)"), {"said": "Dr Adeyemi"})
    assert "Adeyemi" not in str(refused.value)
