"""Records on a server are as safe as in a file: every connection, every statement, every row."""

import uuid

import psycopg
import pytest
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.model.acts import Purge
from mrse_assess.records import Store, backup, restore, to_event, unchecked, verify
from mrse_assess.records.postgres import database as postgres
from mrse_assess.records.postgres.faults import reason_of
from mrse_assess.records.postgres.url import checked_url


@pytest.fixture
def kept_on():
    return "server"


@pytest.fixture
def sql(server, database):
    """Carries out statements in the store's database, as the server's superuser unless another is named."""

    def carry_out(*statements, login="postgres"):
        return server.sql("SET search_path = mrse_records", *statements, database=database, login=login)

    return carry_out


@pytest.fixture
def filled(store, new_event, new_id):
    """A store with two chains, texts, a purge and a draft."""
    for place in range(2):
        store.append(new_event(evidence_id=str(place), feedback=f"On item {place}, please.", seen="a log entry"))
        store.append(new_event(assessor="sam", evidence_id=str(place)))
    store.save_draft("A1", "jo", "feedback", "half a sentence")
    store.append(new_event(application="A3", feedback="To be erased."))
    store.erase_texts(to_event(Purge(application="A3", attempt=1, why="retention"), event=new_id(), actor="office"))
    return store


@pytest.mark.parametrize(
    ("url", "match"),
    [
        ("postgresql://jo:secret@panel.example.org/records", "password"),
        ("postgresql://panel.example.org/records?password=secret", "password"),
        ("postgresql://panel.example.org/records?options=-csynchronous_commit%3Doff", "cannot say options"),
        ("postgresql://panel.example.org/records?sslmode=disable", "readable to others"),
        ("postgresql://panel.example.org/records?sslmode=prefer", "readable to others"),
        ("postgresql:///records?host=panel.example.org&sslmode=allow", "readable to others"),
        ("postgresql://panel.example.org/", "no database"),
        ("postgresql://panel.example.org", "no database"),
        ("postgresql://panel.example.org/re cords", "space"),
        ("postgresql://panel.example.org:port/records", "must be like"),
    ],
)
def test_a_url_that_is_unsafe_or_incomplete_is_refused_without_quoting_it(url, match, clock, new_id):
    with pytest.raises(BadRequestError, match=match) as refused:
        Store.open(url, clock=clock, new_id=new_id)
    assert "secret" not in str(refused.value)


def test_another_machine_is_only_spoken_to_encrypted(monkeypatch):
    monkeypatch.delenv("PGSSLMODE", raising=False)
    assert checked_url("postgresql://panel.example.org/records").query["sslmode"] == "require"
    assert checked_url("postgresql://a.example.org/r?sslmode=verify-full").query["sslmode"] == "verify-full"
    assert "sslmode" not in checked_url("postgresql://localhost/records").query
    assert "sslmode" not in checked_url("postgresql:///records?host=/run/postgresql").query
    monkeypatch.setenv("PGHOST", "panel.example.org")
    assert checked_url("postgresql:///records").query["sslmode"] == "require"
    monkeypatch.setenv("PGSSLMODE", "disable")
    with pytest.raises(BadRequestError, match="readable to others"):
        checked_url("postgresql:///records")


def test_the_password_comes_from_a_file_of_its_own(server, database, tmp_path, monkeypatch, clock, new_id):
    passwords = tmp_path / "pgpass"
    passwords.write_text(f"127.0.0.1:{server.port}:*:scheme_office:{server.password}\n")
    passwords.chmod(0o600)
    url = f"postgresql://scheme_office@127.0.0.1:{server.port}/{database}"
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "none"))
    with pytest.raises(RecordsError, match="refused this login"):
        Store.open(url, clock=clock, new_id=new_id)
    monkeypatch.setenv("PGPASSFILE", str(passwords))
    with Store.open(url, clock=clock, new_id=new_id) as store:
        assert store.events() == ()


def test_the_very_connection_that_writes_is_durable_and_holds_the_lock(store, new_event):
    seen = []

    def look(connection, cursor, statement, *others):
        if statement.startswith("INSERT INTO events"):
            raw = connection.connection.driver_connection
            names = ("synchronous_commit", "transaction_isolation", "lock_timeout", "search_path")
            values = [raw.execute(f"SHOW {name}").fetchone()[0] for name in names]
            locks = raw.execute("SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
            seen.append((*values, locks.fetchall()))

    sqlalchemy_event.listen(store.database.engine, "before_cursor_execute", look)
    store.append(new_event())
    assert seen == [("on", "read committed", "30s", "mrse_records", [(postgres.WRITERS_LOCK,)])]


@pytest.mark.parametrize("name", [name for name, _ in postgres.CHECKED])
def test_a_setting_that_is_not_as_it_must_be_stops_everything(monkeypatch, database_url, clock, new_id, name):
    wrong = tuple((own, ("other",) if own == name else right) for own, right in postgres.CHECKED)
    monkeypatch.setattr(postgres, "CHECKED", wrong)
    with pytest.raises(RecordsError, match=f"its {name} is"):
        Store.open(database_url, clock=clock, new_id=new_id)


def test_a_server_that_is_too_old_is_refused(monkeypatch, database_url, clock, new_id):
    monkeypatch.setattr(postgres, "OLDEST", 990_000)
    with pytest.raises(RecordsError, match="PostgreSQL 99"):
        Store.open(database_url, clock=clock, new_id=new_id)


def test_a_writer_holds_the_lock_from_its_first_moment_and_readers_do_not_wait(store, sql, new_event):
    stored = store.append(new_event())
    attempt = f"SELECT pg_try_advisory_lock({postgres.WRITERS_LOCK})"
    with store.writing():
        assert sql(attempt) == [(False,)]
        assert store.events() == (stored,)
    assert sql(attempt) == [(True,)]


def test_a_writer_that_waited_too_long_says_so(monkeypatch, store, database_url, clock, new_id, new_event):
    short = tuple((name, "50ms" if name == "lock_timeout" else value) for name, value in postgres.SETTINGS)
    monkeypatch.setattr(postgres, "SETTINGS", short)
    with Store.open(database_url, clock=clock, new_id=new_id) as other:
        with store.writing(), pytest.raises(RecordsError, match="others held the records for too long"):
            other.append(new_event())
        assert other.append(new_event()).sequence == 1


def test_a_reader_has_one_snapshot_and_cannot_write(store, new_event):
    count = text("SELECT count(*) FROM events")
    with store.reading() as connection:
        assert connection.scalar(count) == 0
        store.append(new_event())
        assert connection.scalar(count) == 0
    with pytest.raises(RecordsError, match="only reads"), store.reading() as connection:
        connection.execute(text("DELETE FROM drafts"))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET actor = 'x'",
        "DELETE FROM events",
        "TRUNCATE events CASCADE",
        "UPDATE texts SET text = 'x'",
        "UPDATE texts SET text = NULL, salt = NULL",
        "DELETE FROM texts",
        "TRUNCATE texts",
        "INSERT INTO texts SELECT event, field, salt, '' FROM texts ON CONFLICT (event, field) DO UPDATE SET salt = ''",
    ],
)
def test_no_statement_of_the_offices_own_login_changes_or_removes_a_record(store, sql, new_event, statement):
    stored = store.append(new_event(feedback="stays"))
    with pytest.raises(psycopg.errors.RestrictViolation, match=r"append-only|together with a purge"):
        sql(statement, login="scheme_office")
    assert store.events() == (stored,)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"sequence": "3"}, "follow each other"),
        ({"sequence": "1"}, "follow each other"),
        ({"previous": "''"}, "follow each other"),
        ({"payload": "'[]'"}, "follow each other"),
        ({"payload": "'{'"}, "json"),
        ({"event": "event"}, "unique"),
    ],
)
def test_whatever_inserts_a_record_must_put_it_at_the_end_of_its_chain(store, sql, new_event, change, refusal):
    stored = store.append(new_event())
    row = {
        "sequence": "2",
        "event": f"'{uuid.uuid4()}'",
        "application": "application",
        "attempt": "1",
        "kind": "kind",
        "actor": "actor",
        "recorded_at": "recorded_at",
        "payload": "payload",
        "scheme_version": "''",
        "previous": "hash",
        "hash": "'x'",
    }
    with pytest.raises(psycopg.Error, match=refusal):
        sql(f"INSERT INTO events SELECT {', '.join({**row, **change}.values())} FROM events")  # noqa: S608 - our words
    assert store.events() == (stored,)
    sql(f"INSERT INTO events SELECT {', '.join(row.values())} FROM events")  # noqa: S608 - our words
    assert {finding.sequence for finding in verify(store)} == {2}  # its hash is wrong


def test_an_erased_text_is_in_no_file_of_the_database_any_more(store, server, sql, new_event, new_id):
    ((number,),) = sql("SELECT oid FROM pg_database WHERE datname = current_database()")

    def holds():
        sql("CHECKPOINT")
        files = (server.data / "base" / str(number)).iterdir()
        return any(b"Morwenna" in file.read_bytes() for file in files)

    store.append(new_event(feedback="Morwenna Adeyemi-Clarke"))
    store.save_draft("A1", "jo", "feedback", "Morwenna Adeyemi-Clarke")
    assert holds()
    store.erase_texts(to_event(Purge(application="A1", attempt=1, why="retention"), event=new_id(), actor="office"))
    assert not holds()


def test_an_empty_database_is_not_taken_for_records_that_should_be_there(database_url, clock, new_id):
    with pytest.raises(RecordsError, match="no records in the database"):
        Store.open(database_url, clock=clock, new_id=new_id, create=False)


def test_records_of_another_version_are_refused(store, sql, database_url, clock, new_id):
    sql("UPDATE about SET value = '2'")
    with pytest.raises(RecordsError, match="version 2"):
        Store.open(database_url, clock=clock, new_id=new_id)


def test_a_database_that_is_not_there_and_a_server_that_is_not_are_told_apart(server, clock, new_id):
    with pytest.raises(RecordsError, match="no such database"):
        Store.open(server.url("nowhere"), clock=clock, new_id=new_id)
    with pytest.raises(RecordsError, match="refused this login"):
        Store.open(server.url("postgres", login="nobody_known"), clock=clock, new_id=new_id)
    with pytest.raises(RecordsError, match="cannot be reached"):
        Store.open("postgresql:///records?host=/nowhere", clock=clock, new_id=new_id)


def test_what_the_database_says_of_a_value_is_in_no_message(store):
    with pytest.raises(RecordsError) as refused, store.writing() as connection:
        connection.execute(text("INSERT INTO about VALUES ('Dr Adeyemi', NULL)"))
    assert "Adeyemi" not in str(refused.value)
    assert refused.value.__suppress_context__
    with pytest.raises(DBAPIError) as raw, store.database.engine.begin() as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (:said)"), {"said": "Dr Adeyemi"})
    assert "Adeyemi" not in str(raw.value)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (psycopg.errors.DiskFull("x"), "disk is full"),
        (psycopg.errors.TooManyConnections("x"), "connections left"),
        (psycopg.errors.AdminShutdown("x"), "cannot be reached"),
        (psycopg.errors.DataCorrupted("x"), "damaged"),
        (psycopg.errors.ReadOnlySqlTransaction("x"), "only reads"),
        (psycopg.errors.UndefinedTable("x"), "closed to this login"),
        (psycopg.errors.UniqueViolation("x"), "safeguard"),
    ],
)
def test_a_fault_is_named_by_what_to_do(fault, words):
    assert words in reason_of(fault)


def test_whole_records_have_no_findings(filled):
    assert verify(filled) == ()
    assert "pg_amcheck" in str(unchecked(filled))


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE events SET actor = 'kim' WHERE sequence = 2", "event"),
        (
            "UPDATE events SET payload = replace(payload, 'satisfactory', 'not_satisfactory') WHERE sequence = 1",
            "event",
        ),
        ("UPDATE events SET recorded_at = '2026-11-20T14:02:07.000000+00:00' WHERE sequence = 1", "event"),
        ("UPDATE events SET hash = repeat('0', 64) WHERE sequence = 3", "event"),
        ("UPDATE events SET sequence = 70 WHERE sequence = 6", "sequence"),
        ("DELETE FROM events WHERE sequence = 2", "sequence"),
        ("UPDATE texts SET text = 'never said' WHERE field = 'seen'", "text-changed"),
        ("UPDATE texts SET text = NULL, salt = NULL WHERE field = 'seen'", "text-erased"),
        ("DELETE FROM texts WHERE field = 'seen'", "text-missing"),
        ("INSERT INTO texts SELECT event, 'extra', salt, text FROM texts LIMIT 1", "text-unknown"),
        ("UPDATE drafts SET text = 'never typed'", "draft"),
        ("INSERT INTO about VALUES ('owner', 'x')", "about"),
    ],
)
def test_a_superusers_change_past_the_triggers_is_named(filled, sql, statement, code):
    sql("SET session_replication_role = replica", statement)
    findings = verify(filled)
    assert code in {finding.code for finding in findings}
    assert "never" not in str(findings)


@pytest.mark.parametrize(
    ("statement", "code", "named"),
    [
        ("ALTER TABLE events DISABLE TRIGGER events_are_never_changed", "schema", "events_are_never_changed"),
        ("ALTER TABLE events ENABLE REPLICA TRIGGER events_are_never_deleted", "schema", "events_are_never_deleted"),
        ("ALTER TABLE texts DISABLE TRIGGER ALL", "schema", "texts by reference"),
        ("DROP TRIGGER texts_are_never_deleted ON texts", "schema", "texts_are_never_deleted"),
        ("DROP INDEX chain_order", "schema", "chain_order"),
        ("ALTER TABLE events DROP CONSTRAINT one_successor_each", "schema", "one_successor_each"),
        ("ALTER TABLE events SET UNLOGGED", "schema", "events"),
        ("ALTER TABLE events DISABLE ROW LEVEL SECURITY", "schema", "events"),
        ("DROP POLICY a_draft_is_its_writers ON drafts", "schema", "a_draft_is_its_writers"),
        ("CREATE POLICY sly ON texts FOR SELECT USING (true)", "schema", "sly"),
        ("CREATE TABLE extra (x int)", "schema", "extra"),
        ("CREATE RULE sly AS ON INSERT TO drafts DO INSTEAD NOTHING", "schema", "sly"),
        (
            "CREATE OR REPLACE FUNCTION own_person() RETURNS text LANGUAGE sql AS 'SELECT ''jo'''",
            "schema",
            "own_person",
        ),
        ("GRANT UPDATE ON texts TO PUBLIC", "rights", "everybody has the right UPDATE on texts"),
        ("GRANT INSERT ON visibility TO PUBLIC", "rights", "everybody has the right INSERT on visibility"),
        ("INSERT INTO people VALUES ('postgres', 'jo')", "rights", "postgres"),
    ],
)
def test_a_changed_table_trigger_policy_or_right_is_named(filled, sql, statement, code, named):
    if statement.startswith("ALTER TABLE events SET UNLOGGED"):
        sql("ALTER TABLE texts DROP CONSTRAINT texts_event_fkey, SET UNLOGGED")
    sql(statement)
    found = {finding.code: finding.found for finding in verify(filled) if named in finding.found}
    assert list(found) == [code]


def test_verifying_leaves_nothing_behind(filled, sql):
    verify(filled)
    assert sql("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'mrse%'") == [("mrse_records",)]


def test_a_backup_is_the_same_file_and_comes_back_in_either_place(filled, server, tmp_path, clock, new_id, new_event):
    backup(filled, tmp_path / "copy.sqlite")
    assert (tmp_path / "copy.sqlite").read_bytes()[18:20] == b"\x01\x01"  # not in WAL mode: one file
    url = server.url(server.new_database())
    for place in (tmp_path / "new" / "records.sqlite", url):
        restore(tmp_path / "copy.sqlite", place, clock=clock, new_id=new_id)
        with Store.open(place, clock=clock, new_id=new_id) as restored:
            assert restored.events() == filled.events()
            assert restored.drafts("A1", "jo") == filled.drafts("A1", "jo")
            assert verify(restored) == ()
            assert restored.append(new_event()).sequence == len(filled.events()) + 1
    with pytest.raises(BadRequestError, match="name an empty one"):
        restore(tmp_path / "copy.sqlite", url, clock=clock, new_id=new_id)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.sqlite", "new"]


def test_a_damaged_backup_is_not_put_into_a_database(filled, server, tmp_path, clock, new_id):
    backup(filled, tmp_path / "copy.sqlite")
    damaged = (tmp_path / "copy.sqlite").read_bytes().replace(b"On item 1", b"On item 7")
    (tmp_path / "copy.sqlite").write_bytes(damaged)
    url = server.url(server.new_database())
    with pytest.raises(RecordsError, match="not whole"):
        restore(tmp_path / "copy.sqlite", url, clock=clock, new_id=new_id)
    with Store.open(url, clock=clock, new_id=new_id) as store:
        assert store.events() == ()
