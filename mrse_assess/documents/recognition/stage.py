"""Recognise the pages of one file that plain reading left unseen, one task of the worker for each."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mrse_assess.documents.codec import UntrustedAnswerError, decode_page, encode_page
from mrse_assess.documents.findings import Finding
from mrse_assess.documents.limits_met import named, why
from mrse_assess.documents.recognition.journal import Finished, Journal
from mrse_assess.documents.recognition.task import (
    PictureOfPage,
    given_up,
    only_perhaps,
    recognise_task,
    wants_recognition,
)
from mrse_assess.documents.values import ReadingLimits
from mrse_assess.errors import WorkerCrashError
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.pages import PageReading

Page = tuple[PageReading, tuple[Finding, ...]]

_LOG = logging.getLogger(__name__)


@dataclass(kw_only=True)
class Recognition:
    """The recognition of one file's pages; ``tell`` is told how many pages are done, and of how many.

    A page is handed to the worker when the one before it is done, so that a page asked for on screen waits for one
    page at most. Each is kept in the journal as it is finished: a reading broken off goes on where it was.

    Pages of words with pictures that may hold some are looked at as long as the time for them lasts. What comes after
    keeps the finding that its pictures were not read.
    """

    pdf: Path
    password: str | None
    pool: WorkerPool
    journal: Journal
    limits: ReadingLimits
    tell: Callable[[int, int], None] | None = None
    lost: int = 0
    spent: float = 0.0
    """Seconds on pictures among words."""

    def pages(self, plain: Sequence[Page]) -> Iterator[Finished]:
        """The pages that were looked at again, each as a line and as a value.

        Raises:
            WorkerCrashError: the pool was closed meanwhile.
        """
        wanted = [page for page in plain if wants_recognition(page[1])]
        known = self.journal.finished(self.limits) if wanted else {}
        for done, page in enumerate(wanted):
            if self.tell is not None:
                self.tell(done, len(wanted))
            number = page[0].number
            finished = known.get(number)
            if finished is None:
                finished = self._in_time(page)
                self.journal.add(finished[0])
            yield finished
        if self.tell is not None and wanted:
            self.tell(len(wanted), len(wanted))

    def _in_time(self, page: Page) -> Finished:
        """The page looked at; for pictures that may hold words only while there is time for them."""
        if not only_perhaps(page[1]):
            return self._one(page)
        if self.spent >= self.limits.pictures_seconds:
            return encode_page(*page), page
        begun = time.monotonic()
        try:
            return self._one(page)
        finally:
            self.spent += time.monotonic() - begun

    def _one(self, page: Page) -> Finished:
        number = page[0].number
        if self.lost >= self.limits.pages_lost:
            return given_up(*page, Finding("pages-not-recognised", number, {"count": self.lost}))
        asked = PictureOfPage(str(self.pdf), self.password, number)
        try:
            line = self.pool.run(recognise_task, asked, self.limits, seconds=self.limits.recognition_seconds)
            return line, self._checked(line, number)
        except Exception as error:  # noqa: BLE001 - whatever a page makes the worker raise costs that page only
            if self.pool.closed:
                raise WorkerCrashError("the reading was broken off because the worker pool was closed") from None
            _LOG.warning("the text of page %d of a document could not be recognised: %s", number, named(error))
            self.lost += 1
            return given_up(*page, Finding("page-recognition-failed", number, {"why": why(error)}))

    def _checked(self, line: bytes, number: int) -> Page:
        if not isinstance(line, bytes) or len(line) > self.limits.batch_bytes:
            raise UntrustedAnswerError("an answer of the worker is larger than any can be")
        page = decode_page(line, self.limits)
        if page[0].number != number:
            raise UntrustedAnswerError("the worker answered for another page than the one asked for")
        return page
