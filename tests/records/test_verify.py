"""Verification finds every change of a stored row, and says nothing of whole records."""

import random
import shutil
import sqlite3
from contextlib import closing

import pytest

from mrse_assess.errors import RecordsError
from mrse_assess.model.acts import Purge
from mrse_assess.records import Store, to_event, verify
from mrse_assess.records.canonical import event_hash

TABLES = {
    "about": ("key", "value"),
    "events": (
        "sequence",
        "event",
        "application",
        "attempt",
        "kind",
        "actor",
        "recorded_at",
        "payload",
        "scheme_version",
        "previous",
        "hash",
    ),
    "texts": ("event", "field", "salt", "text"),
    "drafts": ("application", "actor", "slot", "text", "saved_at", "digest"),
}


@pytest.fixture
def filled(store, new_event, new_id):
    """A store with two chains, two applications, texts, a purge and a draft."""
    for place in range(3):
        store.append(new_event(evidence_id=str(place), feedback=f"On item {place}, please.", seen="a log entry"))
        store.append(new_event(assessor="sam", evidence_id=str(place)))
    store.append(new_event(application="A2", feedback="Of another application."))
    store.save_draft("A1", "jo", "feedback", "half a sentence")
    purge = to_event(Purge(application="A3", attempt=1, why="retention"), event=new_id(), actor="office")
    store.append(new_event(application="A3", feedback="To be erased."))
    store.erase_texts(purge)
    return store


def changed(path, *statements):
    """Carry out statements as somebody with a database tool would, leaving the triggers as they were found."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement, *values in statements:
            connection.execute(statement, values)
        for _, sql in triggers:
            connection.execute(sql)


def codes(store):
    return {finding.code for finding in verify(store)}


def test_whole_records_have_no_findings(filled):
    assert verify(filled) == ()


def test_dropping_and_making_the_triggers_again_is_no_finding(filled, path):
    changed(path)
    assert verify(filled) == ()


def test_a_new_store_has_no_findings(store):
    assert verify(store) == ()


def one_character_other(value, chance):
    if value is None:
        return "x"
    if isinstance(value, int):
        return value + chance.choice([-1, 1])
    place = chance.randrange(len(value) + 1)
    return value[:place] + chance.choice("0aZ ;'é") + value[place + 1 :]


@pytest.fixture
def assert_found(clock, new_id):
    """Fails when the store in the file opens and has no findings."""

    def look(file):
        try:
            with Store.open(file, clock=clock, new_id=new_id) as store:
                assert verify(store) != ()
        except RecordsError:
            pass  # found already on opening

    return look


@pytest.mark.parametrize("place", [f"{table}.{column}" for table, own in TABLES.items() for column in own])
def test_one_character_changed_in_any_column_of_any_row_is_found(filled, path, tmp_path, assert_found, place):
    filled.close()
    table, column = place.split(".")
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(f"SELECT rowid, {column} FROM {table}").fetchall()  # noqa: S608 - names of our own
    chance = random.Random(place)  # noqa: S311 - where to change, not a secret
    for rowid, value in rows:
        other = one_character_other(value, chance)
        while other == value:
            other = one_character_other(value, chance)
        copy = tmp_path / "copy.sqlite"
        shutil.copyfile(path, copy)
        statement = f"UPDATE OR IGNORE {table} SET {column} = ? WHERE rowid = ?"  # noqa: S608 - names of our own
        changed(copy, (statement, other, rowid))
        if contents(copy) == contents(path):
            continue  # the table itself refused a value that is there already
        assert_found(copy)


def test_a_value_kept_as_another_type_is_found(filled, path):
    changed(path, ("UPDATE events SET payload = CAST(payload AS BLOB) WHERE sequence = 2",))
    assert any("another kind of value" in finding.found for finding in verify(filled))


def contents(path):
    """Everything that the file says, or None when it cannot be read."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            schema = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name").fetchall()
            rows = [
                connection.execute(f"SELECT *, typeof({own[-1]}) FROM {table} ORDER BY 1, 2, 3").fetchall()  # noqa: S608 - names of our own
                if len(own) > 2
                else connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - names of our own
                for table, own in TABLES.items()
            ]
            return (schema, rows)
    except (sqlite3.Error, UnicodeDecodeError):
        return None


@pytest.mark.parametrize("edits", [60, pytest.param(1000, marks=pytest.mark.proof)])
def test_one_byte_changed_anywhere_in_the_file_is_found_or_changes_nothing_that_is_stored(
    filled, path, tmp_path, assert_found, edits
):
    filled.close()
    whole, said = path.read_bytes(), contents(path)
    used = [place for place in range(len(whole)) if whole[place]]  # a page is mostly empty: aim where something lies
    chance = random.Random(20261121)  # noqa: S311 - where to change, not a secret
    found = 0
    for edit in range(edits):
        place = chance.choice(used) if edit % 4 else chance.randrange(len(whole))
        copy = tmp_path / f"copy{edit}.sqlite"
        copy.write_bytes(whole[:place] + bytes([whole[place] ^ chance.randint(1, 255)]) + whole[place + 1 :])
        if contents(copy) != said:
            found += 1
            assert_found(copy)
    assert found > edits / 3


def test_a_record_removed_from_the_middle_is_found(filled, path):
    changed(
        path,
        ("DELETE FROM texts WHERE event = (SELECT event FROM events WHERE sequence = 3)",),
        ("DELETE FROM events WHERE sequence = 3",),
    )
    assert "sequence" in codes(filled)


def test_a_record_removed_and_the_rest_numbered_anew_is_found(filled, path):
    changed(
        path,
        ("DELETE FROM texts WHERE event = (SELECT event FROM events WHERE sequence = 3)",),
        ("DELETE FROM events WHERE sequence = 3",),
        ("UPDATE events SET sequence = sequence - 1 WHERE sequence > 3",),
    )
    assert codes(filled) == {"chain"}


def test_two_records_in_each_others_place_are_found(filled, path):
    changed(
        path,
        ("UPDATE events SET sequence = 100 WHERE sequence = 1",),
        ("UPDATE events SET sequence = 1 WHERE sequence = 3",),
        ("UPDATE events SET sequence = 3 WHERE sequence = 100",),
    )
    assert codes(filled) == {"chain"}


def test_a_tail_that_was_cut_off_is_found_by_a_head_that_stands_elsewhere(store, path, new_event):
    store.append(new_event(assessor="sam"))
    drafted_on = store.application_head("A1")
    store.append(new_event())
    issued_on = store.application_head("A1")
    known = {"A1": (drafted_on[:8], issued_on)}
    assert verify(store, known) == ()
    changed(path, ("DELETE FROM events WHERE sequence = 2",))
    assert verify(store) == ()
    (finding,) = verify(store, known)
    assert finding.code == "head-unknown"
    assert issued_on in finding.found


def test_a_known_head_of_an_application_without_records_is_found(store):
    assert [finding.code for finding in verify(store, {"A9": ("5f1c9a27", "")})] == ["head-unknown"] * 2


def test_a_text_blanked_without_a_purge_is_found(filled, path):
    changed(path, ("UPDATE texts SET text = NULL, salt = NULL WHERE field = 'seen'",))
    assert codes(filled) == {"text-erased"}


def test_a_text_removed_is_found(filled, path):
    changed(path, ("DELETE FROM texts WHERE field = 'seen'",))
    assert codes(filled) == {"text-missing"}


def test_a_text_of_no_record_is_found(filled, path):
    changed(path, ("INSERT INTO texts SELECT event, 'extra', salt, text FROM texts LIMIT 1",))
    assert codes(filled) == {"text-unknown"}


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER events_are_never_changed",
        "DROP TRIGGER texts_are_never_deleted",
        "DROP INDEX chain_order",
        "CREATE TABLE extra (x)",
        "CREATE TRIGGER sly AFTER INSERT ON drafts BEGIN DELETE FROM drafts; END",
    ],
)
def test_a_changed_schema_is_found(filled, path, statement):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)
    assert codes(filled) == {"schema"}


def insert_chained(path, **said):
    """Put a row with a sound hash into the store without asking the program."""
    link = {
        "event": "5f1c9a27-0000-4000-8000-000000000000",
        "application": "A1",
        "attempt": 1,
        "kind": "part",
        "actor": "jo",
        "recorded_at": "2026-11-21T14:02:07.000000+00:00",
        "payload": '{"confirmed":true,"part":"exam"}',
        "scheme_version": "9",
        "previous": "",
        **said,
    }
    row = (1, *link.values(), event_hash(**link))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def test_a_row_put_in_by_hand_with_everything_right_is_no_finding(store, path):
    insert_chained(path)
    assert verify(store) == ()


@pytest.mark.parametrize(
    ("said", "match"),
    [
        ({"kind": "dance", "payload": "{}"}, "kind is not known"),
        ({"payload": '{"part": "exam", "confirmed": true}'}, "not spelt"),
        ({"event": "5F1C9A27-0000-4000-8000-000000000000"}, "not spelt"),
        ({"payload": '{"confirmed":1,"part":"exam"}'}, "confirmed"),
        ({"payload": '{"confirmed":true}'}, "part is missing"),
        ({"payload": "[]"}, "cannot be understood"),
        ({"payload": "{"}, "cannot be understood"),
        ({"recorded_at": "2026-11-21T14:02:07+00:00"}, "cannot be understood"),
        ({"event": "one"}, "cannot be understood"),
    ],
)
def test_a_row_with_a_sound_hash_that_this_program_would_not_write_is_found(store, path, said, match):
    insert_chained(path, **said)
    (finding,) = verify(store)
    assert match in finding.found
    assert (finding.code, finding.sequence) == ("event", 1)


def test_a_kind_that_this_version_does_not_know_is_not_read(store, path):
    insert_chained(path, kind="dance", payload="{}")
    with pytest.raises(RecordsError, match="newer version"):
        store.events()


def test_a_text_that_refers_to_no_record_is_found_by_the_database_too(filled, path):
    changed(path, ("INSERT INTO texts VALUES ('nobody', 'feedback', 'salt', 'text')",))
    assert codes(filled) == {"file", "text-unknown"}


def test_a_line_added_to_what_the_store_says_of_itself_is_found(filled, path):
    changed(path, ("INSERT INTO about VALUES ('owner', 'x')",))
    assert codes(filled) == {"about"}


def test_findings_never_quote_what_is_stored(filled, path):
    changed(path, ("UPDATE texts SET text = 'Dr Adeyemi'",), ("UPDATE drafts SET text = 'Dr Adeyemi'",))
    findings = verify(filled)
    assert {finding.code for finding in findings} == {"text-changed", "draft"}
    assert "Adeyemi" not in str(findings)
    assert all(finding.advice for finding in findings)
