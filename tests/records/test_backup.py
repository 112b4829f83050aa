"""A backup is whole while others write, and is checked before it is put back."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.records import Store, backup, restore, verify


def test_a_backup_restored_elsewhere_says_the_same(store, tmp_path, clock, new_id, new_event):
    stored = [store.append(new_event(evidence_id=item, feedback="Please.")) for item in "789"]
    draft = store.save_draft("A1", "jo", "feedback", "half")
    backup(store, tmp_path / "copy.sqlite")
    store.append(new_event(evidence_id="later"))
    restore(tmp_path / "copy.sqlite", tmp_path / "new" / "records.sqlite", clock=clock, new_id=new_id)
    with Store.open(tmp_path / "new" / "records.sqlite", clock=clock, new_id=new_id) as restored:
        assert restored.events() == tuple(stored)
        assert restored.drafts("A1", "jo") == (draft,)
        assert verify(restored) == ()
        assert restored.append(new_event()).sequence == 4


def test_a_backup_is_one_file_of_the_owner_only(store, tmp_path, new_event):
    store.append(new_event())
    backup(store, tmp_path / "out" / "copy.sqlite")
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["copy.sqlite"]
    assert (tmp_path / "out" / "copy.sqlite").read_bytes()[18:20] == b"\x01\x01"  # not in WAL mode: opens read-only
    assert (tmp_path / "out" / "copy.sqlite").stat().st_mode & 0o777 == 0o600


def test_a_backup_during_writes_holds_what_was_acknowledged_before_it(store, path, tmp_path, clock, new_id):
    writer = Path(__file__).with_name("writer.py")
    command = [sys.executable, str(writer), str(path), "jo", "1000000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        acknowledged = [process.stdout.readline().strip() for _ in range(20)]
        backup(store, tmp_path / "copy.sqlite")
        process.kill()
    with Store.open(tmp_path / "copy.sqlite", clock=clock, new_id=new_id) as copy:
        assert set(acknowledged) <= {event.event for event in copy.events()}
        assert verify(copy) == ()


def test_nothing_is_overwritten(store, path, tmp_path, clock, new_id):
    backup(store, tmp_path / "copy.sqlite")
    with pytest.raises(BadRequestError, match="already"):
        backup(store, tmp_path / "copy.sqlite")
    with pytest.raises(BadRequestError, match="already"):
        restore(tmp_path / "copy.sqlite", path, clock=clock, new_id=new_id)
    (tmp_path / "gone.sqlite-wal").write_bytes(b"left behind")
    with pytest.raises(BadRequestError, match=r"gone\.sqlite-wal"):
        restore(tmp_path / "copy.sqlite", tmp_path / "gone.sqlite", clock=clock, new_id=new_id)


def test_a_damaged_backup_is_refused_and_nothing_is_put_anywhere(store, tmp_path, clock, new_id, new_event):
    store.append(new_event(feedback="Please."))
    backup(store, tmp_path / "copy.sqlite")
    with closing(sqlite3.connect(tmp_path / "copy.sqlite", isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER texts_are_only_erased_by_a_purge")
        connection.execute("UPDATE texts SET text = 'Never.'")
    with pytest.raises(RecordsError, match="not whole"):
        restore(tmp_path / "copy.sqlite", tmp_path / "new" / "records.sqlite", clock=clock, new_id=new_id)
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"no database at all" * 50])
def test_what_is_no_backup_is_refused(tmp_path, clock, new_id, content):
    (tmp_path / "copy.sqlite").write_bytes(content)
    with pytest.raises((BadRequestError, RecordsError)):
        restore(tmp_path / "copy.sqlite", tmp_path / "records.sqlite", clock=clock, new_id=new_id)
    with pytest.raises(BadRequestError, match="no backup"):
        restore(tmp_path / "missing.sqlite", tmp_path / "records.sqlite", clock=clock, new_id=new_id)
    assert [file.name for file in tmp_path.iterdir()] == ["copy.sqlite"]
