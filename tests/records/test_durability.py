"""What was acknowledged is there, whatever happens to the writer, and once."""

import random
import signal
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

from mrse_assess.records import Store, verify
from mrse_assess.terms import Phase, Verdict

pytestmark = pytest.mark.both_stores

WRITER = Path(__file__).with_name("writer.py")


def start_writer(path, *arguments):
    command = [sys.executable, str(WRITER), str(path), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def acknowledged_until_killed(path, actor, lines):
    """The ids that a writer had printed when it was killed, at the earliest after so many of them."""
    with start_writer(path, actor, 1_000_000) as writer:
        printed = [writer.stdout.readline() for _ in range(lines)]
        writer.kill()
        printed += writer.stdout.readlines()
    assert writer.returncode == -signal.SIGKILL
    return [line.strip() for line in printed if line.endswith("\n")]


@pytest.mark.parametrize("kills", [10, pytest.param(100, marks=pytest.mark.proof)])
def test_no_acknowledged_record_is_lost_to_kill_9(location, clock, new_id, kills):
    chance = random.Random(20261121)  # noqa: S311 - where to kill, not a secret
    acknowledged = []
    for _ in range(kills):
        acknowledged += acknowledged_until_killed(location, "jo", lines=chance.randint(1, 40))
    with Store.open(location, clock=clock, new_id=new_id) as store:
        stored = [event.event for event in store.events()]
        assert verify(store) == ()
    assert len(acknowledged) >= kills
    assert set(acknowledged) <= set(stored)
    assert len(stored) <= len(acknowledged) + kills  # at most one was durable and not yet said at each kill


@pytest.mark.parametrize("appends", [25, pytest.param(500, marks=pytest.mark.slow)])
def test_eight_writers_at_once_lose_nothing_to_locking(location, clock, new_id, appends):
    writers = [start_writer(location, f"assessor{number}", appends) for number in range(8)]  # nothing is there yet
    acknowledged = [line.strip() for writer in writers for line in writer.communicate()[0].splitlines()]
    assert [writer.returncode for writer in writers] == [0] * 8
    with Store.open(location, clock=clock, new_id=new_id) as store:
        assert sorted(event.event for event in store.events()) == sorted(acknowledged)
        assert verify(store) == ()
        assert len(store.heads("A1")) == 8
    assert len(acknowledged) == 8 * appends


def test_a_save_repeated_after_a_kill_between_commit_and_answer_adds_nothing(location, clock, new_id, new_event):
    event = str(uuid.uuid4())
    with start_writer(location, "jo", 1, event) as writer:
        assert writer.stdout.read() == ""
    assert writer.returncode == -signal.SIGKILL
    with Store.open(location, clock=clock, new_id=new_id) as store:
        (stored,) = store.events()
        again = new_event(
            event=event,
            phase=Phase.INDIVIDUAL,
            evidence_id="0",
            verdict=Verdict.NOT_SATISFACTORY,
            reasons=("undated",),
            feedback="Please show the date of the work on item 0.",
        )
        again = type(again)(**{**vars(again), "scheme_version": "1"})
        assert store.append(again, None) == stored
        assert store.events() == (stored,)


def test_a_draft_survives_kill_9(location, clock, new_id):
    script = (
        "import os, signal, sys, uuid; from datetime import UTC, datetime; from mrse_assess.records import Store\n"
        "store = Store.open(sys.argv[1], clock=lambda: datetime.now(UTC), new_id=lambda: str(uuid.uuid4()))\n"
        "store.save_draft('A1', 'jo', 'feedback', 'half a sen')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(location)], check=False)
    with Store.open(location, clock=clock, new_id=new_id) as store:
        assert store.draft("A1", "jo", "feedback").text == "half a sen"
