"""The file of words of a stored document: opened where it is there, made from the cached reading where it is not."""

from pathlib import Path

from mrse_assess.documents.codec import UntrustedAnswerError
from mrse_assess.documents.places import reading_of, words_of
from mrse_assess.documents.reading import cached_words, read_document
from mrse_assess.documents.values import ReadingLimits, StoredFile
from mrse_assess.documents.word_file import WordFile
from mrse_assess.errors import WorkerError
from mrse_assess.isolation import WorkerPool


def open_words(stored: StoredFile, cache: Path) -> WordFile | None:
    """The document's words if they lie ready; quick, no worker is asked."""
    try:
        return WordFile(words_of(stored, cache))
    except (OSError, UntrustedAnswerError):
        return None


def make_words(stored: StoredFile, originals: Path, cache: Path, pool: WorkerPool) -> WordFile:
    """The document's words, made if need be; takes as long as reading the document in the worst case.

    Raises:
        WorkerError: they cannot be had.
    """
    there = open_words(stored, cache)
    if there is not None:
        return there
    limits = ReadingLimits()
    made = reading_of(stored, cache).exists() and pool.run(
        words_task, str(reading_of(stored, cache)), str(words_of(stored, cache)), limits, seconds=limits.batch_seconds
    )
    if not made:
        read_document(stored, originals, cache, pool, limits=limits)
    there = open_words(stored, cache)
    if there is None:
        raise WorkerError("The words of a file could not be read; it may be encrypted or damaged.")
    return there


def words_task(reading: str, target: str, limits: ReadingLimits) -> bool:
    """Run in the worker: make the file of words from a cached reading; false when that is damaged."""
    return cached_words(Path(reading), Path(target), limits)
