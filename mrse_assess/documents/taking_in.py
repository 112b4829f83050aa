"""Take a portfolio in: list what was sent, store each file by its hash, report what could not be stored."""

import errno
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mrse_assess.documents.archives import Member
from mrse_assess.documents.attached import AttachedRequest, store_attached
from mrse_assess.documents.names import numbered, tidy_name, visible
from mrse_assess.documents.problems import problem
from mrse_assess.documents.surveying import Survey, survey_source
from mrse_assess.documents.unpacking import Budget, Stored, StoreRequest, store_members
from mrse_assess.documents.values import IntakeLimits, PortfolioLockedError, StoredFile, TakenIn
from mrse_assess.errors import (
    BadRequestError,
    UnreadablePortfolioError,
    WorkerCrashError,
    WorkerMemoryError,
    WorkerTimeoutError,
)
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.problem import Problem
from mrse_assess.terms import MediaKind, Severity

_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
Progress = Callable[[int, int], None]
"""Told how many of the source's members are stored, and of how many."""


def take_in(
    source: Path,
    originals: Path,
    pool: WorkerPool,
    *,
    progress: Progress | None = None,
    password: str | None = None,
    limits: IntakeLimits | None = None,
) -> TakenIn:
    """Store the files of a folder, zip archive or single file as ``originals/<sha256>``, read-only.

    ``password`` opens encrypted entries of an archive.

    Raises:
        BadRequestError: there is nothing at ``source``.
        PortfolioLockedError: all of an archive is encrypted and the password is missing or wrong.
        UnreadablePortfolioError: nothing of a kind that can be read was found.
    """
    if not source.exists():
        raise BadRequestError(f"there is no file or folder at {source}; check the path")
    limits = limits or IntakeLimits()
    originals.mkdir(mode=0o700, parents=True, exist_ok=True)
    survey = _surveyed(source, pool, limits)
    taking = _Taking(source=source, survey=survey, originals=originals, pool=pool, limits=limits, password=password)
    taking.all(progress)
    files, renamed = _renamed(tuple(taking.files))
    ignored = survey.ignored + taking.ignored
    problems = (*_once((*survey.problems, *taking.problems)), *renamed, *_repeated(files), *_ignored(ignored))
    _refuse_nothing(source, files, problems)
    return TakenIn(files=files, problems=problems)


def _surveyed(source: Path, pool: WorkerPool, limits: IntakeLimits) -> Survey:
    try:
        return pool.run(survey_source, str(source), limits, seconds=limits.batch_seconds)
    except OSError as error:
        raise BadRequestError(f"{source} cannot be read ({error.strerror}); check its permissions") from error
    except Exception as error:
        raise UnreadablePortfolioError(f"{source} could not be listed: {_why(error)}; ask for another copy") from error


@dataclass(kw_only=True)
class _Taking:
    """The storing of one source's members, batch by batch."""

    source: Path
    survey: Survey
    originals: Path
    pool: WorkerPool
    limits: IntakeLimits
    password: str | None
    files: list[StoredFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    budget: Budget = field(default_factory=Budget)
    ignored: int = 0

    def all(self, progress: Progress | None) -> None:
        """Store every member; one that meets a limit costs itself alone, since its batch is then tried one by one."""
        total, done = len(self.survey.members), 0
        for batch in _batches(self.survey.members, self.limits):
            try:
                self._store(batch)
            except Exception as error:  # noqa: BLE001 - whatever one file makes the library raise, the others go on
                self._raise_ours(error)
                for member in batch:
                    self._single(member)
            done += len(batch)
            if progress is not None:
                progress(done, total)

    def _raise_ours(self, error: Exception) -> None:
        """A full disk, or a workbench that is ending, is no fault of the applicant's files."""
        if isinstance(error, OSError) and error.errno in _DISK:
            raise BadRequestError("the workspace's disk is full or cannot be written; make room, try again") from error
        if self.pool.closed:
            raise WorkerCrashError("the worker pool was closed; take the portfolio in again") from error

    def _single(self, member: Member) -> None:
        try:
            self._store((member,))
        except Exception as error:  # noqa: BLE001 - as above
            self._raise_ours(error)
            name, _ = tidy_name(member.name, self.limits.name_characters)
            self.problems.append(problem("file-not-taken-in", name, why=_why(error)))

    def _store(self, members: tuple[Member, ...]) -> None:
        request = StoreRequest(
            str(self.source), self.survey.kind, members, str(self.originals), self.budget, self.password
        )
        self._run(store_members, request)

    def _run(self, task: Callable[[Any, IntakeLimits], Stored], request: StoreRequest | AttachedRequest) -> None:
        """Have the worker store files, and whatever is attached to the PDFs among them."""
        try:
            part = self.pool.run(task, request, self.limits, seconds=self.limits.batch_seconds)
        except Exception:
            _sweep(self.originals)
            raise
        self.problems.extend(part.problems)
        self.budget = part.budget
        self.ignored += part.ignored
        depth = request.depth + 1 if isinstance(request, AttachedRequest) else 1
        for file in part.files:
            self.files.append(file)
            if file.media is MediaKind.PDF:
                self._attached(file, depth)

    def _attached(self, file: StoredFile, depth: int) -> None:
        """Store what is attached to a PDF; a PDF that fails here is still read, and reading says what is wrong."""
        try:
            self._run(store_attached, AttachedRequest(file, depth, str(self.originals), self.budget, self.password))
        except Exception as error:  # noqa: BLE001 - as above
            self._raise_ours(error)
            self.problems.append(problem("attachments-not-taken-in", file.name, why=_why(error)))


def _batches(members: tuple[Member, ...], limits: IntakeLimits) -> Iterator[tuple[Member, ...]]:
    """Members in order, so many at a time that one batch stays well within its time."""
    batch: list[Member] = []
    size = 0
    for member in members:
        if batch and (len(batch) >= limits.batch_files or size + member.size > limits.batch_bytes):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(member)
        size += max(member.size, 0)
    if batch:
        yield tuple(batch)


def _sweep(originals: Path) -> None:
    """Remove what a task that was ended left half written."""
    for part in originals.glob("part-*"):
        part.unlink(missing_ok=True)


def _why(error: Exception) -> str:
    kinds = (
        (WorkerTimeoutError, "it took longer than its time limit"),
        (WorkerMemoryError, "it needs more memory than a file may use"),
        (WorkerCrashError, "the reader ended while opening it"),
        (OSError, "it could not be read or stored"),
    )
    return next((words for kind, words in kinds if isinstance(error, kind)), "it is damaged")


def _renamed(files: tuple[StoredFile, ...]) -> tuple[tuple[StoredFile, ...], tuple[Problem, ...]]:
    """The files under names that are all different."""
    names = numbered(files)
    pairs = zip(files, names, strict=True)
    problems = [
        problem("archive-name-repeated", name, other=visible(file.name)) for file, name in pairs if name != file.name
    ]
    return tuple(replace(file, name=name) for file, name in zip(files, names, strict=True)), tuple(problems)


def _repeated(files: tuple[StoredFile, ...]) -> Iterator[Problem]:
    """A note for each file whose content another before it already has."""
    first: dict[str, str] = {}
    for file in files:
        other = first.setdefault(file.sha256, file.name)
        if other != file.name and file.size:
            yield problem("file-repeated", file.name, other=visible(other))


def _once(problems: tuple[Problem, ...]) -> Iterator[Problem]:
    """The problems, of those about too many files the first only: it names where the rest begins."""
    said = False
    for fault in problems:
        if fault.code != "too-many-files" or not said:
            yield fault
        said = said or fault.code == "too-many-files"


def _ignored(count: int) -> Iterator[Problem]:
    if count:
        yield problem("files-ignored", None, count=count)


def _refuse_nothing(source: Path, files: tuple[StoredFile, ...], problems: tuple[Problem, ...]) -> None:
    if any(file.media is not MediaKind.UNSUPPORTED for file in files):
        return
    codes = [fault.code for fault in problems]
    if not files and "archive-entry-encrypted" in codes:
        raise PortfolioLockedError(f"{source} is encrypted and its password is missing or wrong; enter the password")
    count = f"of {len(files)} files found none is" if len(files) > 1 else "it is not"
    found = f"{count} of a kind that can be read" if files else "no file in it could be taken in"
    grave = next((fault.found for fault in problems if fault.severity is Severity.ERROR), "")
    told = f"{found} ({grave.rstrip('.')})" if grave else found
    raise UnreadablePortfolioError(f"{source}: {told}; ask for PDF, Office, picture, e-mail or text files")
