"""A backup holds everything, and comes back elsewhere as it was."""

import zipfile

import pytest

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.archive import restore_backup, write_backup
from mrse_assess.workspace.verification import verification

from .conftest import counting_ids, take_in, ticking_clock, write_pdf


@pytest.fixture
def backed_up(workspace, tmp_path):
    take_in(workspace, write_pdf(tmp_path / "a.pdf", "Evidence 1"), reference="EX-1")
    write_backup(workspace.layout, workspace.store, tmp_path / "backup.zip")
    return tmp_path / "backup.zip"


def test_a_restored_workspace_is_the_one_that_was_backed_up(workspace, backed_up, tmp_path):
    restore_backup(backed_up, tmp_path / "restored")
    with Workspace.open(tmp_path / "restored", clock=ticking_clock(), new_id=counting_ids()) as restored:
        assert restored.applications() == workspace.applications()
        assert restored.store.events() == workspace.store.events()
        assert restored.portfolio(restored.application("EX-1")) == workspace.portfolio(workspace.application("EX-1"))
        assert verification(restored).sound


def test_an_earlier_backup_is_never_overwritten(workspace, backed_up):
    with pytest.raises(BadRequestError, match="exists already"):
        write_backup(workspace.layout, workspace.store, backed_up)


def test_nothing_is_restored_over_something(backed_up, workspace):
    with pytest.raises(BadRequestError, match="is not empty"):
        restore_backup(backed_up, workspace.layout.folder)


def rewritten(source, target, change):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            changed = change(name, old.read(name))
            if changed is not None:
                new.writestr(*changed)
    return target


def test_a_damaged_file_is_named_and_nothing_is_restored(backed_up, tmp_path):
    def damage(name, data):
        return (name, data[:-1] + bytes([data[-1] ^ 1])) if name.startswith("originals/") else (name, data)

    damaged = rewritten(backed_up, tmp_path / "damaged.zip", damage)
    with pytest.raises(RecordsError, match=r"originals/.* is damaged"):
        restore_backup(damaged, tmp_path / "restored")
    assert not (tmp_path / "restored").exists()


def test_a_missing_file_is_named(backed_up, tmp_path):
    def drop(name, data):
        return None if name == "records.sqlite" else (name, data)

    with pytest.raises(RecordsError, match=r"lacks records\.sqlite"):
        restore_backup(rewritten(backed_up, tmp_path / "short.zip", drop), tmp_path / "restored")


@pytest.mark.parametrize("name", ["../outside", "originals/../../outside", "/etc/outside", "originals/", "other.txt"])
def test_names_that_no_backup_writes_are_refused(backed_up, tmp_path, name):
    def rename(old, data):
        return (old, data.replace(b'"records.sqlite"', f'"{name}"'.encode())) if old == "manifest.json" else (old, data)

    with pytest.raises(BadRequestError, match="no backup writes"):
        restore_backup(rewritten(backed_up, tmp_path / "evil.zip", rename), tmp_path / "restored")
    assert not (tmp_path / "outside").exists()


def test_some_other_zip_is_not_a_backup(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as file:
        file.writestr("a.txt", "a")
    with pytest.raises(BadRequestError, match="is not a backup"):
        restore_backup(tmp_path / "x.zip", tmp_path / "restored")
    (tmp_path / "y.zip").write_bytes(b"no zip")
    with pytest.raises(BadRequestError, match="cannot be read as a backup"):
        restore_backup(tmp_path / "y.zip", tmp_path / "restored")
