"""What is said and logged when the worker met a limit. Words of ours only: an error may quote a document."""

from mrse_assess.errors import WorkerCrashError, WorkerError, WorkerMemoryError, WorkerTimeoutError


def named(error: Exception) -> str:
    """What may be logged of an error: the words of ours, of any other only its kind."""
    return f"{type(error).__name__}: {error}" if isinstance(error, WorkerError) else type(error).__name__


def why(error: Exception | None) -> str:
    """Why a page was lost, to stand in a sentence about it."""
    kinds = (
        (WorkerTimeoutError, "it takes longer than its time limit"),
        (WorkerMemoryError, "it needs more memory than a page may use"),
        (WorkerCrashError, "the reader ended while reading it"),
    )
    return next((words for kind, words in kinds if isinstance(error, kind)), "the reader met a fault of its own")
