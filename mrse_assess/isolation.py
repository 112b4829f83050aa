"""The worker process in which everything that touches an applicant's bytes, or renders a letter, is run.

A C parser can hang for ever and cannot be interrupted from Python, so each task has a time limit after which its
process is killed; the next task gets a fresh one. Tasks are module-level functions taking and returning plain values
(text, numbers, bytes, frozen dataclasses); they import their parsers inside the function, because the parent imports
the module in order to schedule it.
"""

import contextlib
import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from mrse_assess.errors import WorkerCrashError, WorkerMemoryError, WorkerTimeoutError

Result = TypeVar("Result")

MEBIBYTE = 1024 * 1024
_PR_SET_PDEATHSIG = 1  # prctl(2): be killed when the parent dies, even inside a C call


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What one task may use. ``memory_bytes`` is enforced where the system has address-space limits (not Windows)."""

    seconds: float = 60.0
    memory_bytes: int = 2048 * MEBIBYTE
    tasks_before_recycling: int = 500


class WorkerPool:
    """One persistent worker process under limits; close it, or use it as a context manager.

    Tasks run one after another in the order of submission: parsers are not thread safe, and one reader per assessor is
    what two cores can bear.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._pool = ProcessPool(
            max_workers=1,
            max_tasks=self.limits.tasks_before_recycling,
            initializer=_prepare_worker,
            initargs=(self.limits.memory_bytes, os.getpid()),
            context=multiprocessing.get_context("spawn"),
        )

    def submit(self, task: Callable[..., Result], *args: Any, seconds: float | None = None) -> "Future[Result]":
        """A future of ``task(*args)``. Its exceptions are those of the library: use :meth:`result` to wait for it."""
        future: Future[Result] = self._pool.schedule(task, args=args, timeout=seconds or self.limits.seconds)
        return future

    @staticmethod
    def result(future: "Future[Result]") -> Result:
        """What the task returned.

        Raises:
            WorkerTimeoutError: it was ended at its time limit.
            WorkerMemoryError: it met its memory limit.
            WorkerCrashError: its process died.
        """
        try:
            return future.result()
        except FutureTimeoutError as error:
            raise WorkerTimeoutError("the task was ended at its time limit") from error
        except MemoryError as error:
            raise WorkerMemoryError("the task met its memory limit") from error
        except ProcessExpired as error:
            raise WorkerCrashError("the worker process died during the task") from error

    def run(self, task: Callable[..., Result], *args: Any, seconds: float | None = None) -> Result:
        """What ``task(*args)`` returns; raises as :meth:`result` does, and whatever the task itself raised."""
        return self.result(self.submit(task, *args, seconds=seconds))

    def close(self) -> None:
        """End the worker now; tasks under way are dropped."""
        self._pool.stop()
        self._pool.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def active_protections() -> tuple[str, ...]:
    """The protections of the worker on this machine, in words for the start page."""
    protections = ["separate process", "time limit"]
    if sys.platform != "win32":
        protections.append("memory limit")
    if sys.platform == "linux":
        protections.append("ends with the workbench")
    return tuple(protections)


def _prepare_worker(memory_bytes: int, parent: int) -> None:
    """Set the limits of this process before its first task."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the workbench, which then ends its workers
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # an OCR runtime would otherwise send events when first imported
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold portfolio text
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # the parent died before prctl took hold
            os._exit(0)
