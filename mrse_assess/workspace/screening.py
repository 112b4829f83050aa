"""Looking a portfolio over that was read: its pages from the cache, what its files carry, every check in the worker."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from mrse_assess.documents import read_document, stored_file
from mrse_assess.documents.facts import file_facts
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.facts import FileFacts
from mrse_assess.model.observation import Screening
from mrse_assess.model.pages import DocumentReading
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.workspace.reading import Folders

if TYPE_CHECKING:
    from mrse_assess.screening.fingerprints import Fingerprint

LOOKING_SECONDS = 300.0


def screen_portfolio(
    portfolio: Portfolio,
    folders: Folders,
    scheme: Scheme,
    pool: WorkerPool,
    *,
    password: str | None = None,
    received_on: date | None = None,
    recognise: bool = True,
) -> Screening:
    """What screening says of a portfolio whose files lie in the folders and were read before.

    ``password`` is that of files that are encrypted. Ages count from ``received_on`` where the portfolio names no day
    of submission. ``recognise`` as when it was read: what was left unread then is said to be.
    """
    readings, facts = _material(portfolio, folders, pool, password=password, recognise=recognise)
    return _run(readings, facts, portfolio, scheme, pool, received_on=received_on, key=b"")[0]


def screen_with_fingerprint(
    portfolio: Portfolio, folders: Folders, scheme: Scheme, pool: WorkerPool, *, received_on: date, key: bytes
) -> "tuple[Screening, Fingerprint | None]":
    """As :func:`screen_portfolio`, with what tells the portfolio's items again among those of other applications.

    ``key`` is the secret of the workspace. No fingerprint where the check for likeness could not look.
    """
    readings, facts = _material(portfolio, folders, pool)
    return _run(readings, facts, portfolio, scheme, pool, received_on=received_on, key=key)


def _run(
    readings: Sequence[DocumentReading],
    facts: Mapping[str, FileFacts],
    portfolio: Portfolio,
    scheme: Scheme,
    pool: WorkerPool,
    *,
    received_on: date | None,
    key: bytes,
) -> "tuple[Screening, Fingerprint | None]":
    return pool.run(look_over, readings, portfolio, scheme, facts, received_on, key, seconds=LOOKING_SECONDS)


def _material(
    portfolio: Portfolio, folders: Folders, pool: WorkerPool, *, password: str | None = None, recognise: bool = True
) -> tuple[tuple[DocumentReading, ...], Mapping[str, FileFacts]]:
    """The pages of every file, from the cache, and what the files carry beside their pages."""
    files = [stored_file(document) for document in portfolio.documents]
    originals, cache = folders.originals, folders.cache
    readings = tuple(
        read_document(file, originals, cache, pool, password=password, recognise=recognise) for file in files
    )
    return readings, {file.name: file_facts(file, originals, cache, pool, password=password) for file in files}


def look_over(
    readings: Sequence[DocumentReading],
    portfolio: Portfolio,
    scheme: Scheme,
    facts: Mapping[str, FileFacts],
    received_on: date | None,
    key: bytes,
) -> "tuple[Screening, Fingerprint | None]":
    """Run in the worker: every check, and the fingerprint."""
    from mrse_assess.screening import with_fingerprint  # noqa: PLC0415 - the worker's own; the page opens sooner without it

    return with_fingerprint.look_over_with_fingerprint(readings, portfolio, scheme, facts, received_on, key)
