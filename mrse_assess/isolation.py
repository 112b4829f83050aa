"""The worker process in which everything that touches an applicant's bytes, or renders a letter, is run.

A C parser can hang for ever and cannot be interrupted from Python, so each task has a time limit after which its
process is killed; the next task gets a fresh one. Tasks are module-level functions taking and returning plain values
(text, numbers, bytes, frozen dataclasses); they import their parsers inside the function, because the parent imports
the module in order to schedule it.
"""

import builtins
import contextlib
import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from mrse_assess.errors import MrseAssessError, WorkerCrashError, WorkerError, WorkerMemoryError, WorkerTimeoutError

Result = TypeVar("Result")

MEBIBYTE = 1024 * 1024
_PR_SET_PDEATHSIG = 1  # prctl(2): be killed when the parent dies, even inside a C call
_PR_SET_NO_NEW_PRIVS = 38
_CLONE_NEWUSER = 0x10000000  # needed by an ordinary user to be allowed the next one
_CLONE_NEWNET = 0x40000000  # a network of its own, with nothing in it
_CAPABILITY_VERSION_3 = 0x20080522
_PROTECTIONS = "MRSE_ASSESS_WORKER_PROTECTIONS"


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What one task may use. ``memory_bytes`` is enforced where the system has address-space limits (not Windows)."""

    seconds: float = 60.0
    memory_bytes: int = 2048 * MEBIBYTE
    tasks_before_recycling: int = 500


class WorkerPool:
    """One persistent worker process under limits, or several; close it, or use it as a context manager.

    Tasks are begun in the order of submission; with one worker, one after another: parsers are not thread safe, and one
    reader per assessor is what two cores can bear. Tasks may be submitted from any thread. A worker that dies between
    two tasks is replaced.

    Args:
        limits: of each task.
        workers: how many processes.
        gives_way: by how much their priority is lower than this process's, where the system is of POSIX.
    """

    def __init__(self, limits: Limits | None = None, *, workers: int = 1, gives_way: int = 0) -> None:
        self.limits = limits or Limits()
        self.workers = workers
        self.gives_way = gives_way
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._pool: ProcessPool | None = None

    def submit(self, task: Callable[..., Result], *args: Any, seconds: float | None = None) -> "Future[Result]":
        """A future of ``task(*args)``. Its exceptions are those of the library: use :meth:`result` to wait for it.

        Raises:
            WorkerCrashError: the pool has been closed.
        """
        with self._lock:
            future: Future[Result] = self._running_pool().schedule(
                _run_task, args=(task, args), timeout=seconds or self.limits.seconds
            )
        return future

    @staticmethod
    def result(future: "Future[Result]") -> Result:
        """What the task returned.

        Raises:
            WorkerTimeoutError: it was ended at its time limit.
            WorkerMemoryError: it met its memory limit.
            WorkerCrashError: its process died, or the pool was closed before it ran.
            WorkerError: it raised an exception of a library.
        """
        try:
            return future.result()
        except FutureTimeoutError as error:
            raise WorkerTimeoutError("the task was ended at its time limit") from error
        except MemoryError as error:
            raise WorkerMemoryError("the task met its memory limit") from error
        except (ProcessExpired, BrokenProcessPool) as error:
            raise WorkerCrashError("the worker process died during the task") from error
        except CancelledError as error:
            raise WorkerCrashError("the task was dropped before it was done") from error

    def run(self, task: Callable[..., Result], *args: Any, seconds: float | None = None) -> Result:
        """What ``task(*args)`` returns; raises as :meth:`result` does, and whatever the task itself raised."""
        return self.result(self.submit(task, *args, seconds=seconds))

    @property
    def closed(self) -> bool:
        """Whether the pool was closed: what it failed at since then says nothing about the task."""
        return self._closed.is_set()

    def protections(self) -> tuple[str, ...]:
        """The protections that hold in the worker of this machine, in words for the start page."""
        return self.run(_protections_here)

    def close(self) -> None:
        """End the worker now; tasks under way are dropped."""
        with self._lock:
            self._closed.set()
            pool, self._pool = self._pool, None
        if pool is not None:
            _end(pool)

    def _running_pool(self) -> ProcessPool:
        """The pool, started if there is none, replaced if the library has given it up."""
        if self._closed.is_set():
            raise WorkerCrashError("the worker pool has been closed; open a new one")
        if self._pool is not None and not self._pool.active:
            _end(self._pool)
            self._pool = None
        if self._pool is None:
            self._pool = self._start()
        return self._pool

    def _start(self) -> ProcessPool:
        """Start the first worker from a thread that lives as long as the pool.

        Linux sends the parent-death signal when the *thread* that started the child ends, so a pool started from a
        short-lived thread would lose its worker with it.
        """
        pool = ProcessPool(
            max_workers=self.workers,
            max_tasks=self.limits.tasks_before_recycling,
            initializer=_prepare_worker,
            initargs=(self.limits.memory_bytes, os.getpid(), self.gives_way),
            context=multiprocessing.get_context("spawn"),
        )
        started = threading.Event()
        threading.Thread(target=_keep, args=(pool, started, self._closed), name="worker-pool", daemon=True).start()
        started.wait()
        return pool

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def active_protections() -> tuple[str, ...]:
    """The protections that this kind of system gives every worker; :meth:`WorkerPool.protections` asks a real one."""
    held = ["separate process", "time limit"]
    if sys.platform != "win32":
        held.append("memory limit")
    if sys.platform == "linux":
        held.append("ends with the workbench")
    return tuple(held)


def _keep(pool: ProcessPool, started: threading.Event, closed: threading.Event) -> None:
    """Start the pool in this thread and stay until the pool is closed."""
    try:
        _ = pool.active  # asking starts it
    finally:
        started.set()
    closed.wait()


def _end(pool: ProcessPool) -> None:
    pool.stop()
    pool.join()


def _run_task(task: Callable[..., Result], args: tuple[Any, ...]) -> Result:
    """Run a task in the worker; a library's own exception never travels, since the parent must not import the library.

    Such an exception may also quote portfolio text, so only its name and place are kept.
    """
    try:
        return task(*args)
    except MrseAssessError:
        raise
    except Exception as error:
        if getattr(builtins, type(error).__name__, None) is type(error):
            raise
        place = _last_place(error.__traceback__)
        message = f"the task failed at {place} with {type(error).__name__}"
    raise WorkerError(message)


def _last_place(trace: TracebackType | None) -> str:
    """File name and line where an exception was raised."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "an unknown place"
    return f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"  # noqa: PTH119 - a code object's name, not a path to open


def _protections_here() -> tuple[str, ...]:
    return tuple(filter(None, os.environ.get(_PROTECTIONS, "").split(";")))


def _prepare_worker(memory_bytes: int, parent: int, gives_way: int) -> None:
    """Set the limits of this process before its first task, and note which of them took hold."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the workbench, which then ends its workers
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # an OCR runtime would otherwise send events when first imported
    os.umask(0o077)  # whatever a task writes is for this user only
    if gives_way and sys.platform != "win32":
        os.nice(gives_way)
    gc.set_threshold(100_000, 20, 100)  # a reading is many small values that live together; looking often costs a tenth
    _silence()
    held = ["separate process", "time limit"]
    if _limit_memory(memory_bytes):
        held.append("memory limit")
    if _cut_network():
        held.append("no network")
    if _die_with(parent):
        held.append("ends with the workbench")
    os.environ[_PROTECTIONS] = ";".join(held)


def _silence() -> None:
    """Parsers print warnings that may hold portfolio text; a command's JSON output must not be broken by them."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _limit_memory(memory_bytes: int) -> bool:
    if sys.platform == "win32":
        return False
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold portfolio text
    try:
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    except (OSError, ValueError):
        return False
    return True


def _cut_network() -> bool:
    """Move this process into an empty network, where Linux allows it, and give up every privilege that came with it."""
    if sys.platform != "linux":
        return False
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None, use_errno=True)
        if library.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
            return False
        library.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
        library.capset(header, (ctypes.c_uint32 * 6)())
        return True
    return False


def _die_with(parent: int) -> bool:
    """Ask to be killed with the parent; last, because a change of privileges takes the request back."""
    if sys.platform != "linux":
        return False
    with contextlib.suppress(OSError, AttributeError):
        if ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL) != 0:
            return False
        if os.getppid() != parent:  # the parent died before prctl took hold
            os._exit(0)
        return True
    return False
