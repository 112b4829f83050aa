"""The cache of a cohort's rows: only what changed is replayed, damage is made good, and it is open to nobody else."""

import os
import stat

import pytest

from mrse_assess.cohort.frames import SHAPES
from mrse_assess.workbench.cohort import keeping
from mrse_assess.workbench.cohort.reading import cohort

REFERENCES = [f"W-{number}" for number in range(1, 5)]


@pytest.fixture
def several(office):
    return [office.decided(reference) for reference in REFERENCES]


@pytest.fixture
def read(workspace, monkeypatch):
    """Reads the cohort, and notes which applications were replayed for it."""
    replayed = []
    plain = keeping.replayed
    monkeypatch.setattr(keeping, "replayed", lambda log, *rest: replayed.append(log.application) or plain(log, *rest))

    def reading(reader="C", **more):
        replayed.clear()
        frames = cohort(workspace, reader, assessments=reader == "C", **more).frames
        return {name: getattr(frames, name) for name in SHAPES}, list(replayed)

    return reading


def same(one, other):
    return all(one[name].equals(other[name]) for name in SHAPES if one[name] is not None)


def segments(workspace):
    return sorted(path for path in (workspace.layout.cache / "cohort").glob("*/*") if path.is_dir())


def test_only_what_changed_is_replayed(several, office, read):
    before, replayed = read()
    assert replayed == REFERENCES
    again, replayed = read()
    assert replayed == []
    assert same(before, again)
    office.purge(several[1])
    after, replayed = read()
    assert replayed == ["W-2"]
    assert after["applications"]["state"].tolist() == ["issued", "purged", "issued", "issued"]
    assert len(after["items"]) == len(before["items"])


def test_what_is_kept_is_what_would_be_made(several, office, read, workspace, monkeypatch):
    """An application changes each time, so rows come from several segments, put together in one in between."""
    monkeypatch.setattr(keeping, "MOST_SMALL", 2)
    counts = []
    for turn in range(5):
        office.judge(several[turn % 4], "A3", codes=("1.1",), fails=("1.1",) if turn % 2 else ())
        kept, replayed = read()
        assert len(replayed) == (4 if turn == 0 else 1)
        counts.append(len(segments(workspace)))
    assert counts == [1, 2, 1, 2, 1]
    made, _ = anew(read, workspace)
    assert same(kept, made)


def anew(read, workspace):
    import shutil

    shutil.rmtree(workspace.layout.cache / "cohort")
    return read()


@pytest.mark.parametrize("name", [*(f"{frame}.parquet" for frame in SHAPES), "index.json"])
def test_a_damaged_cache_is_made_anew(several, read, workspace, name):
    before, _ = read()
    (segment,) = segments(workspace)
    data = bytearray((segment / name).read_bytes())
    data[len(data) // 2] ^= 1
    (segment / name).write_bytes(data)
    after, replayed = read()
    assert replayed == REFERENCES
    assert same(before, after)


def test_an_index_that_says_otherwise_who_sealed_is_no_index(several, read, workspace):
    """Who may see what follows from it, so it is believed only as it was written."""
    read()
    path = segments(workspace)[0] / "index.json"
    path.write_bytes(path.read_bytes().replace(b'"chosen": "award"', b'"chosen": ""'))
    _, replayed = read()
    assert replayed == REFERENCES


@pytest.mark.parametrize("name", ["items.parquet", "index.json"])
def test_a_file_that_is_missing_is_made_anew(several, read, workspace, name):
    before, _ = read()
    (segments(workspace)[0] / name).unlink()
    after, replayed = read()
    assert replayed == REFERENCES
    assert same(before, after)


def test_what_a_process_that_was_ended_left_behind_is_no_segment(several, read, workspace):
    before, _ = read()
    (segment,) = segments(workspace)
    segment.rename(segment.with_name(f"{segment.name}.part"))
    after, replayed = read()
    assert replayed == REFERENCES
    assert same(before, after)


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_what_is_kept_is_open_to_nobody_else(several, read, workspace):
    read()
    kept = list((workspace.layout.cache / "cohort").rglob("*"))
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept if path.is_file()} == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept if path.is_dir()} == {0o700}


def test_what_is_kept_holds_no_words(several, read, workspace):
    read()
    kept = b"".join(path.read_bytes() for path in (workspace.layout.cache / "cohort").rglob("*") if path.is_file())
    assert b"Words" not in kept
    assert any("Words to the applicant" in str(event.payload) for event in workspace.store.events("W-1"))


def test_readers_with_other_rights_share_what_is_kept(several, office, read):
    office.judging("W-9")
    read()
    for reader, count in (("O", 5), ("A3", 0), ("", 5)):
        frames, replayed = read(reader)
        assert replayed == []
        assert len(frames["applications"]) == count


def test_progress_is_told(several, read):
    told = []
    read(tell=lambda done, whole: told.append((done, whole)))
    assert told == [(4, 4)]
