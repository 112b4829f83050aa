"""What a server acknowledged is there once, whatever happens to the server and the connection."""

import subprocess
import sys
import uuid
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event as sqlalchemy_event

from mrse_assess.errors import RecordsError, StaleWriteError
from mrse_assess.records import Store, verify
from mrse_assess.records.postgres import database as postgres

WRITER = Path(__file__).with_name("writer.py")


@pytest.fixture
def kept_on():
    return "server"


@pytest.fixture
def broken_after_commit(store):
    """Breaks the connection of the next commit after it took, before it is answered."""
    engine = store.database.engine
    commit = engine.dialect.do_commit
    broken = []

    def break_once(connection):
        commit(connection)
        if not broken:
            broken.append(connection)
            connection.dbapi_connection.close()
            raise psycopg.OperationalError("server closed the connection unexpectedly")

    engine.dialect.do_commit = break_once
    return broken


def ended_once(store, server, statement):
    """The server ends the connection at this statement, once; a list that then has an entry."""
    ended = []

    def end(connection, cursor, said, *others):
        if said.startswith(statement) and not ended:
            pid = connection.connection.driver_connection.info.backend_pid
            ended.append(pid)
            server.sql(f"SELECT pg_terminate_backend({pid}, 5000)")

    sqlalchemy_event.listen(store.database.engine, "before_cursor_execute", end)
    return ended


def test_a_save_whose_answer_was_lost_is_repeated_and_stands_there_once(store, broken_after_commit, new_event):
    stored = store.append(new_event(feedback="once"), None)
    assert broken_after_commit
    assert store.events() == (stored,)
    assert store.append(new_event(evidence_id="8"), stored.hash).previous == stored.hash
    assert verify(store) == ()


def test_several_acts_and_a_draft_whose_answer_was_lost_stand_there_once(store, broken_after_commit, new_event):
    stored = store.append_many([new_event(evidence_id="1"), new_event(evidence_id="2")])
    assert store.events() == stored
    broken_after_commit.clear()
    draft = store.save_draft("A1", "jo", "feedback", "half")
    assert broken_after_commit
    assert store.drafts("A1", "jo") == (draft,)


@pytest.mark.parametrize("statement", ["SELECT pg_advisory", "INSERT INTO events", "INSERT INTO texts"])
def test_a_save_during_which_the_server_ended_the_connection_is_begun_anew(store, server, new_event, statement):
    ended = ended_once(store, server, statement)
    stored = store.append(new_event(feedback="once"))
    assert ended
    assert store.events() == (stored,)
    assert verify(store) == ()


def test_a_repeated_save_is_refused_where_another_came_between(store, server, new_event, database_url, clock, new_id):
    with Store.open(database_url, clock=clock, new_id=new_id) as other:
        ended = ended_once(store, server, "INSERT INTO events")
        meanwhile = new_event(evidence_id="8")

        def write(context):
            other.append(meanwhile)

        sqlalchemy_event.listen(store.database.engine, "handle_error", write)
        with pytest.raises(StaleWriteError):
            store.append(new_event(evidence_id="7"), None)
    assert ended
    assert [event.payload["evidence_id"] for event in store.events()] == ["8"]


def test_an_idle_connection_that_the_server_closed_is_replaced(store, server, new_event):
    store.append(new_event())
    server.sql("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'mrse-assess'")
    assert len(store.events()) == 1


def test_a_server_that_stays_away_is_said_and_the_save_can_be_repeated(store, server, monkeypatch, new_event):
    monkeypatch.setattr(postgres, "PAUSES", (0.01,))
    new = new_event(feedback="Dr Adeyemi")
    server.stop()
    try:
        with pytest.raises(RecordsError, match="will not stand there twice") as refused:
            store.append(new)
        with pytest.raises(RecordsError, match="cannot be reached"):
            store.events()
    finally:
        server.start()
    assert "Adeyemi" not in str(refused.value)
    stored = store.append(new)
    assert store.append(new) == stored
    assert store.events() == (stored,)


@pytest.mark.parametrize("how", ["fast", "immediate"])
def test_a_server_that_is_started_anew_or_crashes_between_writes_loses_nothing_and_stops_nobody(
    location, server, clock, new_id, how
):
    with Store.open(location, clock=clock, new_id=new_id):
        pass
    command = [sys.executable, str(WRITER), location]
    writers = [
        subprocess.Popen([*command, f"assessor{number}", "60"], stdout=subprocess.PIPE, text=True)
        for number in range(3)
    ]
    first = [writer.stdout.readline().strip() for writer in writers]
    server.stop(how)
    server.start()
    rest = [line.strip() for writer in writers for line in writer.communicate()[0].splitlines()]
    assert [writer.returncode for writer in writers] == [0] * 3
    with Store.open(location, clock=clock, new_id=new_id) as store:
        assert sorted(event.event for event in store.events()) == sorted([*first, *rest])
        assert len({*first, *rest}) == 180
        assert verify(store) == ()


def test_an_act_of_a_transaction_that_failed_is_not_there(store, server, new_event):
    def fail(connection, cursor, statement, *others):
        if statement.startswith("INSERT INTO texts"):
            raise psycopg.errors.DiskFull(str(uuid.uuid4()))

    sqlalchemy_event.listen(store.database.engine, "before_cursor_execute", fail)
    with pytest.raises(RecordsError, match="disk is full"):
        store.append_many([new_event(), new_event(feedback="Dr Adeyemi")])
    assert store.events() == ()
