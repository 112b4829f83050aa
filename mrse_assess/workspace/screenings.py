"""What screening says of portfolios: made once for each, kept in the cache, made anew when what it rests on changes."""

import hashlib
from datetime import date
from pathlib import Path

from mrse_assess.documents.places import reader_name
from mrse_assess.errors import RecordsError
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.observation import Screening
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.screening.version import screening_name
from mrse_assess.workspace.codec import portfolio_to_json, screening_from_json, screening_to_json
from mrse_assess.workspace.files import write_durably
from mrse_assess.workspace.reading import Folders
from mrse_assess.workspace.screening import screen_portfolio


def screening_of(
    portfolio: Portfolio, folders: Folders, scheme: Scheme, received_on: date, pool: WorkerPool | None = None
) -> Screening:
    """What screening says of the portfolio, from the cache where it is known.

    Args:
        portfolio: as it was read, or as a person corrected it.
        folders: where its files lie, and the cache.
        scheme: whose data the checks go by.
        received_on: from when ages count where the portfolio names no day of submission.
        pool: the worker that looks; by default one of its own, so that pages can be drawn meanwhile.

    Raises:
        WorkerError: looking failed.
    """
    path = _path(portfolio, folders, scheme, received_on)
    kept = _kept(path)
    if kept is not None:
        return kept
    if pool is not None:
        screening = screen_portfolio(portfolio, folders, scheme, pool, received_on=received_on)
    else:
        with WorkerPool() as own:
            screening = screen_portfolio(portfolio, folders, scheme, own, received_on=received_on)
    write_durably(path, screening_to_json(screening))
    return screening


def kept_screening(portfolio: Portfolio, folders: Folders, scheme: Scheme, received_on: date) -> Screening | None:
    """What screening said of the portfolio, None where it has not looked at it as it is now."""
    return _kept(_path(portfolio, folders, scheme, received_on))


def _kept(path: Path) -> Screening | None:
    """What the cache holds; None when it holds nothing, or nothing that can be read."""
    try:
        return screening_from_json(path.read_bytes())
    except (OSError, RecordsError):
        return None


def _path(portfolio: Portfolio, folders: Folders, scheme: Scheme, received_on: date) -> Path:
    """Where it is kept: another name whenever screening may say something else."""
    hashed = hashlib.sha256(portfolio_to_json(portfolio))
    said = (reader_name(), screening_name(), scheme.digest, received_on.isoformat())
    hashed.update("\0".join(said).encode())
    return folders.cache / f"{hashed.hexdigest()}.screening.json"
