"""What screening says of portfolios: made once for each, kept in the cache, made anew when what it rests on changes."""

import contextlib
import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mrse_assess.documents.places import reader_name
from mrse_assess.errors import RecordsError
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.observation import Screening
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.screening.version import screening_name
from mrse_assess.workspace.codec import (
    fingerprint_from_json,
    portfolio_to_json,
    screening_from_json,
    screening_to_json,
    to_json,
)
from mrse_assess.workspace.files import write_durably
from mrse_assess.workspace.reading import Folders
from mrse_assess.workspace.screening import screen_with_fingerprint

if TYPE_CHECKING:
    from mrse_assess.screening.fingerprints import Fingerprint


ENDING = ".screening.json"
"""Of the files in which screenings are kept."""


def kept_name(reading: bytes, scheme: Scheme, received_on: date) -> str:
    """The name under which a screening is kept: another one whenever it may say something else.

    Args:
        reading: the portfolio as JSON, as the workspace keeps it.
        scheme: whose data screening goes by.
        received_on: from when ages count where the portfolio names no day of submission.
    """
    hashed = hashlib.sha256(reading)
    said = (reader_name(), screening_name(), scheme.digest, received_on.isoformat())
    hashed.update("\0".join(said).encode())
    return hashed.hexdigest()


@dataclass(frozen=True, kw_only=True)
class Looking:
    """How the portfolios of one workspace are looked over: where they lie, by what data, under which secret ``key``."""

    folders: Folders
    scheme: Scheme
    key: bytes

    def kept(self, portfolio: Portfolio, received_on: date) -> Screening | None:
        """What screening said of the portfolio, None where it has not looked at it as it is now."""
        try:
            return screening_from_json(self._screening(self._name(portfolio, received_on)).read_bytes())
        except (OSError, RecordsError):
            return None

    def screening(self, portfolio: Portfolio, received_on: date, pool: WorkerPool | None = None) -> Screening:
        """What screening says of the portfolio, from the cache where it is known.

        Args:
            portfolio: as it was read, or as a person corrected it.
            received_on: from when ages count where the portfolio names no day of submission.
            pool: the worker that looks; by default one of its own, so that pages can be drawn meanwhile.

        Raises:
            WorkerError: looking failed.
        """
        return self.kept(portfolio, received_on) or self._made(portfolio, received_on, pool)[0]

    def fingerprint(self, portfolio: Portfolio, received_on: date) -> "Fingerprint | None":
        """What tells its items again among those of other applications; None where likeness could not be looked for.

        Raises:
            WorkerError: looking failed.
        """
        try:
            return fingerprint_from_json(self._fingerprint(self._name(portfolio, received_on)).read_bytes())
        except (OSError, RecordsError):
            return self._made(portfolio, received_on, None)[1]

    def _made(
        self, portfolio: Portfolio, received_on: date, pool: WorkerPool | None
    ) -> "tuple[Screening, Fingerprint | None]":
        if pool is None:
            with WorkerPool() as own:
                return self._made(portfolio, received_on, own)
        found = screen_with_fingerprint(
            portfolio, self.folders, self.scheme, pool, received_on=received_on, key=self.key
        )
        name = self._name(portfolio, received_on)
        with contextlib.suppress(OSError):  # on a full disk it is made again another time
            write_durably(self._screening(name), screening_to_json(found[0]))
            write_durably(self._fingerprint(name), to_json(found[1]))
        return found

    def _name(self, portfolio: Portfolio, received_on: date) -> str:
        return kept_name(portfolio_to_json(portfolio), self.scheme, received_on)

    def _screening(self, name: str) -> Path:
        return self.folders.cache / f"{name}{ENDING}"

    def _fingerprint(self, name: str) -> Path:
        """Under another key it is another one."""
        return self.folders.cache / f"{name}.{hashlib.sha256(self.key).hexdigest()[:16]}.fingerprint.json"
