"""From the files that an applicant sent to a portfolio that is understood, everything foreign inside the worker."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from mrse_assess.documents import PasswordNeededError, StoredFile, read_document, take_in, unlock
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.pages import DocumentReading
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme

Tell = Callable[[str, int, int], None]
"""Progress in words, how much of how much (0 when not known)."""

LOCKED = frozenset({"document-encrypted", "document-password-wrong"})
UNDERSTANDING_SECONDS = 300.0
STEP = 20  # pages or files between two words of progress


@dataclass(frozen=True, kw_only=True)
class Folders:
    """Where originals go and where their readings are cached."""

    originals: Path
    cache: Path


def read_source(
    source: Path,
    folders: Folders,
    scheme: Scheme,
    pool: WorkerPool,
    *,
    password: str | None = None,
    ask_for_password: bool = False,
    recognise: bool = True,
    tell: Tell,
) -> Portfolio:
    """The portfolio that lies at ``source`` (a folder, zip, PDF, DOCX or other single file), read and understood.

    Without ``recognise`` scanned pages are left unread, and are said to be.

    Raises:
        UnreadablePortfolioError: nothing in it could be opened.
        BadRequestError: there is nothing at ``source``.
        PasswordNeededError: a file is encrypted, and ``ask_for_password`` says that somebody can be asked.
    """
    taken = take_in(source, folders.originals, pool, password=password, progress=_now_and_then(tell, "Storing files"))
    readings = []
    for number, file in enumerate(taken.files, start=1):
        if password:
            unlock(file, folders.originals, folders.cache, pool, password)
        pages = _now_and_then(tell, f"Reading the pages of file {number} of {len(taken.files)}")
        recognising = partial(tell, f"Recognising text on scanned pages of file {number} of {len(taken.files)}")
        reading = read_document(
            file,
            folders.originals,
            folders.cache,
            pool,
            password=password,
            progress=pages,
            recognising=recognising,
            recognise=recognise,
        )
        if ask_for_password and any(problem.code in LOCKED for problem in reading.problems):
            raise PasswordNeededError("A file is encrypted; give its password, or an empty one to go on without it.")
        readings.append(reading)
    tell("Finding the cross reference table", 0, 0)
    portfolio = pool.run(understand, tuple(readings), taken.files, scheme, seconds=UNDERSTANDING_SECONDS)
    return replace(portfolio, problems=(*taken.problems, *portfolio.problems))


def understand(readings: Sequence[DocumentReading], files: Sequence[StoredFile], scheme: Scheme) -> Portfolio:
    """Run in the worker: what the readings say, with the sizes of files and pages that the screen needs."""
    from mrse_assess.intake import read_portfolio  # noqa: PLC0415 - the worker's own; the page opens sooner without it

    sizes = {file.name: file.size for file in files}
    forms = {file.name: file.form for file in files}
    portfolio = read_portfolio(readings, scheme, sizes)
    pages = {reading.file: tuple((page.width, page.height) for page in reading.pages) for reading in readings}
    documents = tuple(
        replace(document, page_sizes=pages[document.name], form=forms[document.name])
        for document in portfolio.documents
    )
    return replace(portfolio, documents=documents)


def _now_and_then(tell: Tell, words: str) -> Callable[[int, int], None]:
    """Progress at every twentieth step and at the end: often enough for a person, seldom enough for the page."""

    def progress(done: int, total: int) -> None:
        if done % STEP == 0 or done == total:
            tell(words, done, total)

    return progress
