"""Faults of ours or of a request, each with the exit code the command line answers with.

Faults in an applicant's material are not here: those are :class:`mrse_assess.model.problem.Problem` values that
never stop the rest. A message says what was found, where, and what to do; it never quotes portfolio text.
"""

from typing import ClassVar


class MrseAssessError(Exception):
    """Base of every error this package raises on purpose."""

    exit_code: ClassVar[int] = 15


class BadRequestError(MrseAssessError):
    """The request cannot be carried out as given (exit 1)."""

    exit_code = 1


class UnreadablePortfolioError(MrseAssessError):
    """Nothing in what was given could be opened as a portfolio (exit 2)."""

    exit_code = 2


class SchemeError(MrseAssessError):
    """The scheme file is not valid (exit 3)."""

    exit_code = 3


class RecordsError(MrseAssessError):
    """The records are damaged, or cannot be read by this version (exit 4)."""

    exit_code = 4


class StaleWriteError(RecordsError):
    """The records moved on since the writer last looked, so the write was refused (exit 4)."""


class UndeterminedError(MrseAssessError):
    """The rules cannot decide yet (exit 5)."""

    exit_code = 5


class WorkerError(MrseAssessError):
    """A reading or rendering task failed for a reason of ours (exit 15)."""


class WorkerTimeoutError(WorkerError):
    """A task was ended at its time limit; the caller turns this into a Problem of the file."""


class WorkerMemoryError(WorkerError):
    """A task met its memory limit; the caller turns this into a Problem of the file."""


class WorkerCrashError(WorkerError):
    """The worker process died during a task; the caller turns this into a Problem of the file."""
