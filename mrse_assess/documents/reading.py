"""Read a stored file into pages: from the cache, else by the worker in batches, so that one bad page costs itself."""

import gzip
import logging
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from mrse_assess.documents.codec import (
    Header,
    UntrustedAnswerError,
    decode_header,
    decode_page,
    encode_header,
    encode_page,
)
from mrse_assess.documents.conversion import convert_task
from mrse_assess.documents.findings import Finding, problems_of
from mrse_assess.documents.limits_met import named, why
from mrse_assess.documents.places import original_of, pdf_of, reader_name, reading_of, recognised_of, words_of
from mrse_assess.documents.reader_tasks import PageRange, open_task, read_task, unread_page, write_privately
from mrse_assess.documents.recognition.journal import Journal
from mrse_assess.documents.recognition.stage import Recognition
from mrse_assess.documents.sniffing import UNKNOWN_WORDS, UNSUPPORTED_WORDS
from mrse_assess.documents.values import ReadingLimits, StoredFile
from mrse_assess.documents.word_file import bound, packed, packed_page
from mrse_assess.errors import WorkerCrashError, WorkerMemoryError, WorkerTimeoutError
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.pages import DocumentReading, PageReading
from mrse_assess.terms import MediaKind

Page = tuple[PageReading, tuple[Finding, ...]]
Progress = Callable[[int, int], None]
"""Told how many pages are read, and of how many."""

_LOG = logging.getLogger(__name__)
_NOT_CACHED = frozenset(
    {
        "document-encrypted",
        "document-password-wrong",
        "document-missing",
        "document-reader-failed",
        "office-missing",
        "words-only",
    }
)
_AHEAD = 2  # batches waiting at the worker, few so that a page asked for on screen is not kept waiting
_LARGEST_CACHED = 1024 * 1024 * 1024  # bytes of an unpacked reading


def read_document(
    stored: StoredFile,
    originals: Path,
    cache: Path,
    pool: WorkerPool,
    *,
    password: str | None = None,
    progress: Progress | None = None,
    recognising: Progress | None = None,
    recognise: bool = True,
    limits: ReadingLimits | None = None,
) -> DocumentReading:
    """The file's pages, native tables and outline, with a Problem for whatever could not be read.

    Boxes are in points of the page as shown. The reading is kept in ``cache`` by the file's hash and the reader's
    version. Pages that are pictures of text are recognised after that, one at a time; ``recognising`` is told of them,
    and a reading broken off goes on with the first of them that was not finished. With ``recognise`` false pictures of
    text stay unseen, and the reading is not kept.

    A file that cannot be read at all gives no pages and says why; nothing of the applicant's material raises.

    Raises:
        WorkerCrashError: the pool was closed while the file was being read.
    """
    limits = limits or ReadingLimits()
    if stored.media is MediaKind.UNSUPPORTED:
        return _reading(stored, Header(pages=0, findings=(_unsupported(stored),)), ())
    cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    known = _cached(reading_of(stored, cache), limits)
    if known is None:
        job = _Job(
            stored=stored,
            originals=originals,
            cache=cache,
            pool=pool,
            password=password,
            progress=progress,
            recognising=recognising,
            recognise=recognise,
            limits=limits,
        )
        header, lines, pages, words = job.read()
        if recognise and not _NOT_CACHED & {found.code for found in header.findings}:
            write_privately(
                reading_of(stored, cache),
                gzip.compress(b"\n".join([encode_header(header), *lines]), compresslevel=1, mtime=0),
            )
            write_privately(words_of(stored, cache), bound(words))
        if recognise:
            job.journal.forget()
    else:
        header, pages = known
    return _reading(stored, header, pages)


def forget_reading(stored: StoredFile, cache: Path) -> None:
    """Drop what was read from the file, so that it is read anew; the file itself stays."""
    reading_of(stored, cache).unlink(missing_ok=True)
    words_of(stored, cache).unlink(missing_ok=True)
    recognised_of(stored, cache).unlink(missing_ok=True)


def cached_words(reading: Path, target: Path, limits: ReadingLimits) -> bool:
    """Make the file of words from the cached reading; false when there is none or it is damaged."""
    known = _cached(reading, limits)
    if known is not None:
        write_privately(target, packed(page.words for page, _ in known[1]))
    return known is not None


def _unsupported(stored: StoredFile) -> Finding:
    if stored.form == "empty":
        return Finding("document-empty")
    what, how = UNSUPPORTED_WORDS.get(stored.form, UNKNOWN_WORDS)
    return Finding("document-unsupported", None, {"what": what, "how": how})


def _reading(stored: StoredFile, header: Header, pages: tuple[Page, ...]) -> DocumentReading:
    findings = (*header.findings, *(found for _, on_page in pages for found in on_page))
    return DocumentReading(
        file=stored.name,
        sha256=stored.sha256,
        media=stored.media,
        pages=tuple(page for page, _ in pages),
        tables=header.tables,
        bookmarks=header.bookmarks,
        problems=problems_of(findings, stored.name),
        rendered_by=header.rendered_by,
        reader=reader_name(),
    )


def _cached(path: Path, limits: ReadingLimits) -> tuple[Header, tuple[Page, ...]] | None:
    """The reading kept in the file; None if there is none, or if it is damaged and must be made anew."""
    try:
        first, *lines = _unpacked(path).split(b"\n")
        header = decode_header(first, limits)
        pages = tuple(decode_page(line, limits) for line in lines)
    except (OSError, EOFError, zlib.error, UntrustedAnswerError):
        return None
    return (header, pages) if len(pages) == header.pages else None


def _unpacked(path: Path) -> bytes:
    with gzip.open(path, "rb") as stream:
        content = stream.read(_LARGEST_CACHED + 1)
    if len(content) > _LARGEST_CACHED:
        raise UntrustedAnswerError("a cached reading is larger than any reading can be")
    return content


@dataclass(kw_only=True)
class _Job:
    """The reading of one file by the worker."""

    stored: StoredFile
    originals: Path
    cache: Path
    pool: WorkerPool
    password: str | None
    progress: Progress | None
    recognising: Progress | None
    recognise: bool
    limits: ReadingLimits
    lost: int = 0

    def read(self) -> tuple[Header, list[bytes], tuple[Page, ...], list[bytes]]:
        """The header, and each of its pages as a line, as a value, and its words packed.

        Words are packed page by page, while the worker reads the next.
        """
        header = self._header()
        lines: list[bytes] = []
        pages: list[Page] = []
        words: list[bytes] = []
        for line, page in self._pages(header.pages):
            lines.append(line)
            pages.append(page)
            words.append(packed_page(page[0].words))
            if self.progress is not None:
                self.progress(len(lines), header.pages)
        for line, page in self._recognition().pages(tuple(pages)) if self.recognise else ():
            at = page[0].number - 1
            lines[at], pages[at], words[at] = line, page, packed_page(page[0].words)
        return header, lines, tuple(pages), words

    @property
    def journal(self) -> Journal:
        """Where recognised pages are kept while the reading is under way."""
        return Journal(recognised_of(self.stored, self.cache))

    def _recognition(self) -> Recognition:
        return Recognition(
            pdf=self._pdf,
            password=self.password,
            pool=self.pool,
            journal=self.journal,
            limits=self.limits,
            tell=self.recognising,
        )

    @property
    def _pdf(self) -> Path:
        return pdf_of(self.stored, self.originals, self.cache)

    def _header(self) -> Header:
        """Convert the file where it has no pages of its own, or open it."""
        limits = self.limits
        try:
            if self.stored.media is MediaKind.PDF:
                answer = self.pool.run(open_task, str(self._pdf), self.password, limits, seconds=limits.batch_seconds)
            elif not original_of(self.stored, self.originals).exists():
                return Header(pages=0, findings=(Finding("document-missing"),))
            else:
                source = str(original_of(self.stored, self.originals))
                answer = self.pool.run(
                    convert_task,
                    source,
                    self.stored.media,
                    self.stored.form,
                    str(self._pdf),
                    limits,
                    seconds=limits.conversion_seconds,
                )
            return decode_header(self._sized(answer), limits)
        except Exception as error:  # noqa: BLE001 - whatever a file makes the worker raise is that file's Problem
            self._raise_if_closed()
            _LOG.warning("a document could not be read: %s", named(error))
            return Header(pages=0, findings=(Finding(_document_code(error)),))

    def _raise_if_closed(self) -> None:
        """A reading broken off because the workbench ends is no fault of the file."""
        if self.pool.closed:
            raise WorkerCrashError("the reading was broken off because the worker pool was closed; read the file again")

    def _sized(self, answer: bytes) -> bytes:
        if not isinstance(answer, bytes) or len(answer) > self.limits.batch_bytes:
            raise UntrustedAnswerError("an answer of the worker is larger than any can be")
        return answer

    def _pages(self, total: int) -> Iterator[tuple[bytes, Page]]:
        """A line for each page, in order; batches are handed to the worker a few ahead."""
        size = self.limits.batch_pages
        waiting = deque((first, min(first + size - 1, total)) for first in range(1, total + 1, size))
        submitted: deque[tuple[int, int, Future[bytes]]] = deque()
        while waiting or submitted:
            while waiting and len(submitted) < _AHEAD and not self._given_up:
                first, last = waiting.popleft()
                submitted.append((first, last, self._submit(first, last, self.limits.batch_seconds, full=True)))
            if submitted:
                first, last, future = submitted.popleft()
                yield from self._batch(first, last, future)
            else:
                first, last = waiting.popleft()
                yield from (self._not_tried(number) for number in range(first, last + 1))

    @property
    def _given_up(self) -> bool:
        return self.lost >= self.limits.pages_lost

    def _submit(self, first: int, last: int, seconds: float, *, full: bool) -> "Future[bytes]":
        asked = PageRange(str(self._pdf), self.password, first, last, full)
        return self.pool.submit(read_task, asked, self.limits, seconds=seconds)

    def _batch(self, first: int, last: int, future: "Future[bytes]") -> Iterator[tuple[bytes, Page]]:
        """The lines of one batch; if it met a limit, its pages one by one."""
        try:
            yield from self._checked(self.pool.result(future), first, last)
        except Exception:  # noqa: BLE001 - as above
            self._raise_if_closed()
            for number in range(first, last + 1):
                yield self._not_tried(number) if self._given_up else self._single(number)

    def _single(self, number: int) -> tuple[bytes, Page]:
        """One page by itself; at a limit its words alone; at a limit again it is lost."""
        reason: Exception | None = None
        for full in (True, False):
            try:
                answer = self.pool.result(self._submit(number, number, self.limits.page_seconds, full=full))
                return self._checked(answer, number, number)[0]
            except Exception as error:  # noqa: BLE001 - as above
                self._raise_if_closed()
                _LOG.warning("page %d of a document could not be read: %s", number, named(error))
                reason = reason or error
        self.lost += 1
        return _unread(number, Finding("page-failed", number, {"why": why(reason)}))

    def _not_tried(self, number: int) -> tuple[bytes, Page]:
        return _unread(number, Finding("pages-not-read", number, {"count": self.lost}))

    def _checked(self, answer: bytes, first: int, last: int) -> list[tuple[bytes, Page]]:
        """The pages of an answer, which must be those asked for."""
        pages = [(line, decode_page(line, self.limits)) for line in self._sized(answer).split(b"\n")]
        if [reading.number for _, (reading, _) in pages] != list(range(first, last + 1)):
            raise UntrustedAnswerError("the worker answered for other pages than those asked for")
        return pages


def _unread(number: int, finding: Finding) -> tuple[bytes, Page]:
    page = (unread_page(number), (finding,))
    return encode_page(*page), page


def _document_code(error: Exception) -> str:
    kinds = (
        (WorkerTimeoutError, "document-timed-out"),
        (WorkerMemoryError, "document-memory"),
        (WorkerCrashError, "document-reader-ended"),
    )
    return next((code for kind, code in kinds if isinstance(error, kind)), "document-reader-failed")
