"""The worker process: what a bad task costs, and what never leaves it."""

import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mrse_assess.errors import BadRequestError, WorkerCrashError, WorkerError, WorkerMemoryError, WorkerTimeoutError
from mrse_assess.isolation import MEBIBYTE, Limits, WorkerPool, active_protections


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(Limits(seconds=30)) as opened:
        yield opened


def test_a_hanging_task_is_ended_and_the_next_one_runs_in_a_fresh_process(pool: WorkerPool):
    before = pool.run(os.getpid)
    with pytest.raises(WorkerTimeoutError):
        pool.run(time.sleep, 600, seconds=0.3)
    assert pool.run(os.getpid) != before


def test_a_task_that_aborts_costs_only_itself(pool: WorkerPool):
    waiting = pool.submit(os.abort), pool.submit(abs, -7)
    with pytest.raises(WorkerCrashError):
        pool.result(waiting[0])
    assert pool.result(waiting[1]) == 7


def test_a_task_that_asks_for_more_memory_than_the_limit_is_refused_and_the_next_one_runs(pool: WorkerPool):
    with pytest.raises(WorkerMemoryError):
        pool.run(bytearray, pool.limits.memory_bytes + MEBIBYTE)
    assert pool.run(abs, -7) == 7


def test_an_exception_of_a_library_arrives_without_its_text(pool: WorkerPool):
    with pytest.raises(WorkerError) as caught:
        pool.run(json.loads, "the patient's name")
    assert "JSONDecodeError" in str(caught.value)
    chain = f"{caught.value!r} {caught.value.__cause__} {caught.value.__context__}"
    assert "patient" not in chain


def test_a_built_in_exception_and_one_of_ours_arrive_as_they_are(pool: WorkerPool, tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        pool.run(os.listdir, str(tmp_path / "missing"))
    with pytest.raises(BadRequestError, match="the page is missing"):
        pool.run(exec, "from mrse_assess.errors import BadRequestError; raise BadRequestError('the page is missing')")


def test_a_worker_that_dies_between_two_tasks_is_replaced(pool: WorkerPool):
    worker = pool.run(os.getpid)
    ended = os.pidfd_open(worker)
    os.kill(worker, signal.SIGKILL)
    assert select.select([ended], [], [], 20)[0], "the worker did not end"
    os.close(ended)
    answers = [_answer(pool) for _ in range(3)]
    assert answers[-1] == 7, "the pool never recovered"
    assert pool.run(os.getpid) != worker


def _answer(pool: WorkerPool) -> int | None:
    """What a task gives; None where it was the one that noticed the loss of the worker."""
    try:
        return pool.run(abs, -7)
    except WorkerCrashError:
        return None


def test_the_worker_outlives_the_thread_that_first_used_the_pool():
    with WorkerPool() as pool:
        seen: list[int] = []
        thread = threading.Thread(target=lambda: seen.append(pool.run(os.getpid)))
        thread.start()
        thread.join()
        assert [pool.run(os.getpid) for _ in range(3)] == seen * 3


def test_two_workers_are_at_work_at_once(tmp_path: Path):
    for name in ("here", "there"):
        os.mkfifo(tmp_path / name)
    here, there = (repr(str(tmp_path / name)) for name in ("here", "there"))
    answer = f"heard = open({here}).read(); open({there}, 'w').write(heard)"
    ask = f"open({here}, 'w').write('7'); assert open({there}).read() == '7'"
    with WorkerPool(Limits(seconds=30), workers=2) as two:
        asked = [two.submit(exec, each) for each in (answer, ask)]
        assert [two.result(each) for each in asked] == [None, None]


@pytest.mark.skipif(sys.platform == "win32", reason="priorities are of POSIX")
def test_a_worker_gives_way_as_asked():
    with WorkerPool(gives_way=3) as pool:
        assert pool.run(os.nice, 0) == os.nice(0) + 3


def test_a_closed_pool_says_so():
    pool = WorkerPool()
    pool.close()
    pool.close()
    with pytest.raises(WorkerCrashError, match="closed"):
        pool.run(os.getpid)


def test_nothing_a_task_prints_reaches_the_output_of_the_command(capfd: pytest.CaptureFixture[str]):
    with WorkerPool() as pool:
        pool.run(print, "words of a portfolio")
        pool.run(os.write, 1, b"words of a portfolio")
        pool.run(os.write, 2, b"words of a portfolio")
    seen = capfd.readouterr()
    assert "portfolio" not in seen.out + seen.err


def test_files_that_a_task_writes_are_for_this_user_only(pool: WorkerPool, tmp_path: Path):
    pool.run(exec, f"open({str(tmp_path / 'written')!r}, 'w').close()")
    assert (tmp_path / "written").stat().st_mode & 0o077 == 0


def test_the_protections_are_those_that_hold(pool: WorkerPool):
    held = pool.protections()
    assert set(active_protections()) <= set(held)
    with socket.create_server(("127.0.0.1", 0)) as server:
        code = f"import socket; socket.create_connection(('127.0.0.1', {server.getsockname()[1]}), timeout=5)"
        if "no network" in held:
            with pytest.raises(OSError, match="unreachable"):
                pool.run(exec, code)
        else:
            pool.run(exec, code)


def test_the_worker_ends_with_a_workbench_that_is_killed(tmp_path: Path):
    script = tmp_path / "workbench.py"
    script.write_text(
        "import os, time\n"
        "from mrse_assess.isolation import WorkerPool\n"
        "if __name__ == '__main__':\n"
        "    pool = WorkerPool()\n"
        "    print(pool.run(os.getpid), flush=True)\n"
        "    pool.run(time.sleep, 600, seconds=600)\n"
    )
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as workbench:
        assert workbench.stdout is not None
        worker = os.pidfd_open(int(workbench.stdout.readline()))
        workbench.kill()
    assert select.select([worker], [], [], 20)[0], "the worker outlived its workbench"
    os.close(worker)
