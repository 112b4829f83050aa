"""What a file carries: from the cache, else asked of the worker in batches of pages, so that one bad page costs itself.

Read for G11 (redaction), G9 (linked and embedded material), G7 (whose work, and when) and N7's signatures by screening.
"""

import functools
import gzip
import importlib.metadata
import logging
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mrse_assess.documents.codec import UntrustedAnswerError
from mrse_assess.documents.facts.codec import decode_found, encode_found
from mrse_assess.documents.facts.task import Asked, pages_task, versions_task, whole_task
from mrse_assess.documents.facts.values import KINDS, LISTS, PAGE_KINDS, FactLimits, Found, Pages, joined
from mrse_assess.documents.limits_met import named
from mrse_assess.documents.places import original_of, pdf_of
from mrse_assess.documents.reader_tasks import write_privately
from mrse_assess.documents.values import StoredFile
from mrse_assess.errors import WorkerCrashError, WorkerMemoryError, WorkerTimeoutError
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.facts import FileFacts
from mrse_assess.terms import MediaKind

FACTS_VERSION = 2
"""Goes up with every change of what facts hold, so that cached ones are made anew."""

_LOG = logging.getLogger(__name__)
_LARGEST_CACHED = 64 * 1024 * 1024  # bytes of unpacked facts
_LIMITS_MET = (WorkerTimeoutError, WorkerMemoryError, WorkerCrashError)


def file_facts(
    file: StoredFile,
    originals: Path,
    cache: Path,
    pool: WorkerPool,
    *,
    password: str | None = None,
    limits: FactLimits | None = None,
) -> FileFacts:
    """What the file carries beside the words of its pages; boxes are in points of the page as shown.

    Facts are kept in ``cache`` by the file's hash and our version. Whatever cannot be looked for is named in
    ``unseen``; nothing of the applicant's material raises. Files that are no PDF give page 1 where the page of their
    rendering is not known. A file that is stored but encrypted gives nothing until it is asked with its password.

    Raises:
        WorkerCrashError: the pool was closed meanwhile.
    """
    limits = limits or FactLimits()
    if file.media is MediaKind.UNSUPPORTED:
        return _of(file, Found(unseen=KINDS))
    cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = facts_of(file, cache)
    found = _cached(kept, limits)
    if found is None:
        found = _Job(file=file, originals=originals, cache=cache, pool=pool, password=password, limits=limits).found()
        if not found.passing:
            write_privately(kept, gzip.compress(encode_found(found), compresslevel=1, mtime=0))
    return _of(file, found)


def facts_of(file: StoredFile, cache: Path) -> Path:
    """Where the cached facts are."""
    return cache / f"{original_of(file, cache).name}.{_library()}-{FACTS_VERSION}.facts.gz"


@functools.cache
def _library() -> str:
    return importlib.metadata.version("pymupdf")


def _of(file: StoredFile, found: Found) -> FileFacts:
    return FileFacts(
        file=file.name,
        properties=found.properties,
        **{name: getattr(found, name) for name in LISTS},
        revisions=found.revisions,
        unseen=found.unseen,
    )


def _cached(path: Path, limits: FactLimits) -> Found | None:
    try:
        with gzip.open(path, "rb") as stream:
            content = stream.read(_LARGEST_CACHED + 1)
        return None if len(content) > _LARGEST_CACHED else decode_found(content, limits)
    except (OSError, EOFError, zlib.error, UntrustedAnswerError):
        return None


@dataclass(kw_only=True)
class _Job:
    """Looking into one file with the worker; ``lost`` counts pages ended by a limit."""

    file: StoredFile
    originals: Path
    cache: Path
    pool: WorkerPool
    password: str | None
    limits: FactLimits
    lost: int = 0

    def found(self) -> Found:
        """Everything found in the file."""
        whole = self._run(functools.partial(whole_task, self._asked), KINDS, self.limits.whole_seconds)
        parts = [whole]
        if self.file.media is MediaKind.PDF and whole.pages:
            parts.extend(self._pages(whole.pages))
            parts.append(
                self._run(
                    functools.partial(versions_task, self._asked), frozenset({"revisions"}), self.limits.whole_seconds
                )
            )
        return joined(parts, self.limits.of_a_kind)

    @functools.cached_property
    def _asked(self) -> Asked:
        original = original_of(self.file, self.originals)
        pdf = pdf_of(self.file, self.originals, self.cache)
        return Asked(str(original), str(pdf), self.file.media, self.file.form, self.password)

    def _pages(self, total: int) -> Iterator[Found]:
        """What the pages carry, in batches; a batch that met a limit page by page, until too many are lost."""
        size = self.limits.batch_pages
        for first in range(1, total + 1, size):
            if self._given_up:
                yield Found(unseen=PAGE_KINDS)
                return
            last = min(first + size - 1, total)
            found = self._batch(Pages(first, last), self.limits.batch_seconds)
            if found.unseen >= PAGE_KINDS:
                yield from map(self._page, range(first, last + 1))
            else:
                yield found

    @property
    def _given_up(self) -> bool:
        return self.lost >= self.limits.pages_lost

    def _page(self, number: int) -> Found:
        """One page by itself; at a limit what can be told without drawing it."""
        if self._given_up:
            return Found(unseen=PAGE_KINDS)
        found = self._batch(Pages(number, number), self.limits.page_seconds)
        if found.unseen >= PAGE_KINDS:
            self.lost += 1
            found = self._batch(Pages(number, number, drawn=False), self.limits.page_seconds)
        return found

    def _batch(self, pages: Pages, seconds: float) -> Found:
        return self._run(functools.partial(pages_task, self._asked, pages), PAGE_KINDS, seconds)

    def _run(self, task: Callable[[FactLimits], bytes], missed: frozenset[str], seconds: float) -> Found:
        """What the task found; when it fails, ``missed`` is unseen."""
        try:
            answer = self.pool.run(task, self.limits, seconds=seconds)
            if not isinstance(answer, bytes) or len(answer) > self.limits.answer_bytes:
                raise UntrustedAnswerError("an answer of the worker is larger than any can be")  # noqa: TRY301 - one way out for all that fails
            return decode_found(answer, self.limits)
        except Exception as error:  # noqa: BLE001 - whatever a file makes the worker raise is that file's, and unseen
            if self.pool.closed:
                raise WorkerCrashError(
                    "looking into a file was broken off because the worker pool was closed"
                ) from None
            _LOG.warning("a document could not be looked into: %s", named(error))
            return Found(unseen=missed, passing=not isinstance(error, _LIMITS_MET))
