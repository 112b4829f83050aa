"""Worker side of taking a portfolio in, second step: store its files under their own hashes.

Names inside archives are only ever labels. Bytes are counted while they are read.
"""

import contextlib
import hashlib
import io
import os
import tempfile
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, NamedTuple, Self

from mrse_assess.documents.archives import DAMAGED, EntryFault, Member, open_entry, overlapping
from mrse_assess.documents.mail import attachments
from mrse_assess.documents.names import tidy_name
from mrse_assess.documents.problems import problem
from mrse_assess.documents.sniffing import sniff
from mrse_assess.documents.surveying import wanted_members
from mrse_assess.documents.values import MEBIBYTE, IntakeLimits, StoredFile
from mrse_assess.model.problem import Problem
from mrse_assess.terms import MediaKind

_CHUNK = 1024 * 1024


class Budget(NamedTuple):
    """How much of the limits the members before have used."""

    files: int = 0
    total_bytes: int = 0


class StoreRequest(NamedTuple):
    """Members of a source to store under ``originals``, what is used of the limits, and the archive's password."""

    source: str
    kind: str  # of the source, as surveyed
    members: tuple[Member, ...]
    originals: str
    budget: Budget
    password: str | None


class Stored(NamedTuple):
    """What one batch of members gave, and the budget after it."""

    files: tuple[StoredFile, ...]
    problems: tuple[Problem, ...]
    budget: Budget
    ignored: int


class _OverLimitError(Exception):
    """A limit was met while one file was being read: the code of its Problem and what the message needs."""

    def __init__(self, code: str, **slots: object) -> None:
        super().__init__(code)
        self.code = code
        self.slots: dict[str, Any] = slots


def store_members(request: StoreRequest, limits: IntakeLimits) -> Stored:
    """Store these members of the source, and whatever archives and e-mails among them hold."""
    source = Path(request.source)
    store = Store.of(request.originals, limits, request.budget, request.password)
    if request.kind == "zip":
        with zipfile.ZipFile(source) as archive:
            store.from_archive(archive, request.members, prefix="", depth=1)
    else:
        for member in request.members:
            store.from_path(source / member.name if request.kind == "folder" else source, member.name)
    return store.result()


@dataclass(kw_only=True)
class Store:
    """Stores files one after another; holds what was stored, what went wrong, and what is used of the limits."""

    originals: Path
    limits: IntakeLimits
    budget: Budget
    password: str | None
    files: list[StoredFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ignored: int = 0

    @classmethod
    def of(cls, originals: str, limits: IntakeLimits, budget: Budget, password: str | None) -> Self:
        """A store of files under ``originals``."""
        return cls(originals=Path(originals), limits=limits, budget=budget, password=password)

    def result(self) -> Stored:
        """What was stored, as plain values."""
        return Stored(tuple(self.files), tuple(self.problems), self.budget, self.ignored)

    def attachment(self, raw_name: str, content: bytes, *, inside: str, depth: int) -> None:
        """Store what is attached to another file."""
        self._keep(io.BytesIO(content), self._label(raw_name, prefix=f"{inside}/"), packed=None, depth=depth + 1)

    def refuse_large(self, raw_name: str, inside: str) -> None:
        """Report an attachment that says itself that it is larger than any file may be."""
        name = self._label(raw_name, prefix=f"{inside}/")
        self.problems.append(problem("file-too-large", name, limit=self.limits.file_bytes // MEBIBYTE))

    def from_path(self, path: Path, raw_name: str) -> None:
        """Store an ordinary file; a link put in its place since the survey is refused."""
        name = self._label(raw_name, prefix="")
        try:
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
            with os.fdopen(descriptor, "rb") as stream:
                self._keep(stream, name, packed=None, depth=0)
        except OSError:
            self.problems.append(problem("file-not-taken-in", name, why="it could not be opened"))

    def from_archive(self, archive: zipfile.ZipFile, members: tuple[Member, ...], *, prefix: str, depth: int) -> None:
        """Store these entries of an open archive."""
        infos = archive.infolist()
        shared = overlapping(infos)
        for member in members:
            if self.budget.files >= self.limits.files:
                self._too_many(prefix + tidy_name(member.name, self.limits.name_characters)[0])
                return
            name = self._label(member.name, prefix=prefix)
            if member.place in shared:
                self.problems.append(problem("archive-entry-overlaps", name))
                continue
            try:
                with open_entry(archive, infos[member.place], self.password) as stream:
                    self._keep(stream, name, packed=infos[member.place].compress_size, depth=depth)
            except EntryFault as fault:
                self.problems.append(problem(fault.code, name))
            except DAMAGED:
                self.problems.append(problem("archive-entry-damaged", name))

    def _too_many(self, name: str) -> None:
        """Say once that the limit on files was met, and with which file."""
        if not any(fault.code == "too-many-files" for fault in self.problems):
            self.problems.append(problem("too-many-files", name, limit=self.limits.files))

    def _label(self, raw_name: str, *, prefix: str) -> str:
        """The name to show for a raw one, with a Problem where it had to be changed."""
        name, outside = tidy_name(raw_name, self.limits.name_characters)
        if outside:
            self.problems.append(problem("archive-name-outside", prefix + name))
        if len(raw_name) > self.limits.name_characters:
            self.problems.append(problem("file-name-shortened", prefix + name))
        return prefix + name

    def _keep(self, stream: IO[bytes], name: str, *, packed: int | None, depth: int) -> None:
        """Copy the stream into the store unless a limit is met; then look into it if it is an archive or an e-mail."""
        if self.budget.files >= self.limits.files:
            self._too_many(name)
            return
        descriptor, part = tempfile.mkstemp(prefix="part-", dir=self.originals)
        try:
            with os.fdopen(descriptor, "wb") as target:
                digest, size = self._copy(stream, target, packed)
            self._place(Path(part), name, digest, size, depth)
        except _OverLimitError as error:
            self.problems.append(problem(error.code, name, **error.slots))
        finally:
            with contextlib.suppress(FileNotFoundError):
                Path(part).unlink()

    def _copy(self, stream: IO[bytes], target: IO[bytes], packed: int | None) -> tuple[str, int]:
        """Copy to the end of the stream or to the first limit; the hash and the size."""
        hashed = hashlib.sha256()
        size = 0
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            self._check(size, packed)
            hashed.update(chunk)
            target.write(chunk)
        target.flush()
        os.fsync(target.fileno())
        return hashed.hexdigest(), size

    def _check(self, size: int, packed: int | None) -> None:
        limits = self.limits
        if size > limits.file_bytes:
            raise _OverLimitError("file-too-large", limit=limits.file_bytes // MEBIBYTE)
        if self.budget.total_bytes + size > limits.total_bytes:
            raise _OverLimitError("portfolio-too-large", limit=limits.total_bytes // MEBIBYTE)
        if packed is not None and size > limits.ratio_from_bytes and size > limits.ratio * max(packed, 1):
            raise _OverLimitError("archive-entry-ratio", ratio=limits.ratio)

    def _place(self, part: Path, name: str, digest: str, size: int, depth: int) -> None:
        """Give the copied file its final name, or open it if it is an archive."""
        media, form = sniff(part)
        self.budget = Budget(self.budget.files + 1, self.budget.total_bytes + size)
        if form == "zip" and depth < self.limits.depth:
            self._open_archive(part, name, depth)
            return
        if form == "zip":
            self.problems.append(problem("archive-too-deep", name, depth=self.limits.depth))
        if form == "empty":
            self.problems.append(problem("file-empty", name))
        part.chmod(0o400)
        target = self.originals / digest
        if not (target.exists() and target.stat().st_size == size):  # some systems do not replace a read-only file
            part.replace(target)
        self.files.append(StoredFile(name=name, sha256=digest, size=size, media=media, form=form))
        if media is MediaKind.EMAIL:
            self._take_attachments(self.files[-1], depth)

    def _open_archive(self, part: Path, name: str, depth: int) -> None:
        try:
            with zipfile.ZipFile(part) as archive:
                members, ignored, surplus = wanted_members(archive, self.limits)
                self.ignored += ignored
                self.from_archive(archive, members, prefix=f"{name}/", depth=depth + 1)
        except DAMAGED:
            self.problems.append(problem("archive-damaged", name))
            return
        if surplus is not None:
            self._too_many(f"{name}/{surplus}")

    def _take_attachments(self, message: StoredFile, depth: int) -> None:
        """Store what is attached to an e-mail as files of their own, named after it."""
        for raw_name, content in attachments(self.originals / message.sha256, message.form):
            if depth >= self.limits.depth:
                self.problems.append(problem("attachments-too-deep", message.name, depth=self.limits.depth))
                return
            if content is not None:
                self.attachment(raw_name, content, inside=message.name, depth=depth)
            else:
                name = self._label(raw_name, prefix=f"{message.name}/")
                self.problems.append(problem("file-not-taken-in", name, why="it is damaged"))
