"""The files of issued letters: written once, named in the record of issue by their hashes, and looked after since."""

import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from filelock import FileLock, Timeout

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.model.acts import Issue
from mrse_assess.workspace.files import sync_folder, write_durably
from mrse_assess.workspace.layout import Layout

WORD = "letter.docx"
PDF = "letter.pdf"
MARKDOWN = "letter.md"
TRACE = "trace.json"
TEMPLATE = "template.docx"
FILES = (WORD, PDF, MARKDOWN, TRACE, TEMPLATE)
"""What is kept of an issued letter: the letter three times, what each sentence rests on, and the Word template."""
SENTENCES = "sentences"
"""What the digest of the letter's sentences is called among the digests of an issue; it is no file."""
_PATIENCE = 30  # seconds
_LETTER_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


@contextmanager
def issuing_alone(layout: Layout) -> Iterator[None]:
    """While this lasts nobody else stores a letter in the workspace, in whatever process of this machine.

    Raises:
        BadRequestError: somebody else has been storing one for long.
    """
    _make_private(layout.letters)
    try:
        with FileLock(layout.letters / ".issuing", timeout=_PATIENCE, mode=0o600):
            yield
    except Timeout as error:
        raise BadRequestError("Somebody else is issuing a letter now; try again in a moment.") from error


def is_letter_id(text: str) -> bool:
    """Whether the text can be a letter's id, and so the name of its folder."""
    return _LETTER_ID.fullmatch(text) is not None


def digest_entries(files: Mapping[str, bytes], sentences: str) -> tuple[str, ...]:
    """The digests of a record of issue: ``name=SHA-256`` for each file, and that of the sentences."""
    hashed = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return tuple(f"{name}={digest}" for name, digest in sorted({**hashed, SENTENCES: sentences}.items()))


def digests_of(issue: Issue) -> Mapping[str, str]:
    """The digests of a record of issue by name; an entry under another name is passed over."""
    pairs = (entry.partition("=") for entry in issue.digests)
    return MappingProxyType({name: digest for name, _, digest in pairs if name in (*FILES, SENTENCES)})


def write_letter(layout: Layout, letter: str, files: Mapping[str, bytes]) -> None:
    """Write the files of a letter, all or none, into a folder of its own (0700; files 0600).

    What lies there without a record, because an earlier attempt was broken off, gives way; the caller has made sure
    that there is no record.

    Raises:
        BadRequestError: the files cannot be written.
    """
    target = _folder(layout, letter)
    unfinished = layout.letters / f".{letter}.{os.getpid()}.part"
    try:
        _make_private(layout.letters)
        shutil.rmtree(unfinished, ignore_errors=True)
        _make_private(unfinished)
        for name, data in files.items():
            write_durably(unfinished / name, data)
        if target.exists():
            shutil.rmtree(target)
        unfinished.replace(target)
        sync_folder(layout.letters)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise BadRequestError(f"The letter cannot be stored: {error.strerror}. Nothing was issued.") from error


def read_letter_file(layout: Layout, issue: Issue, name: str) -> bytes:
    """One file of an issued letter, as it was issued.

    Raises:
        RecordsError: it is missing, or was changed.
    """
    try:
        data = (_folder(layout, issue.letter) / name).read_bytes()
    except OSError as error:
        raise RecordsError(f"{name} of the letter {issue.letter} is missing; restore a backup.") from error
    if hashlib.sha256(data).hexdigest() != digests_of(issue).get(name):
        raise RecordsError(f"{name} of the letter {issue.letter} was changed after its issue; restore a backup.")
    return data


def faults_of_letter(layout: Layout, issue: Issue) -> Iterator[tuple[str, str]]:
    """Code and sentence for each file of an issued letter that is missing, changed, or not of it."""
    if not is_letter_id(issue.letter):
        yield "letter-unnamed", "A record of issue names a letter that cannot be one."
        return
    folder = _folder(layout, issue.letter)
    named = {name: digest for name, digest in digests_of(issue).items() if name != SENTENCES}
    if not named:
        yield "letter-unnamed", f"The record of the letter {issue.letter} names no file."
    for name, digest in named.items():
        path = folder / name
        if not path.is_file():
            yield "letter-missing", f"{name} of the letter {issue.letter} is missing."
        elif _hash_of(path) != digest:
            yield "letter-changed", f"{name} of the letter {issue.letter} was changed after its issue."
    there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    for _ in there - named.keys():
        yield "letter-added", f"A file lies with the letter {issue.letter} that was not issued with it."


def unrecorded_letters(layout: Layout, issued: frozenset[str]) -> Iterator[str]:
    """Names of folders that hold a letter of which there is no record: an issue that was broken off."""
    if layout.letters.is_dir():
        yield from sorted(
            path.name for path in layout.letters.iterdir() if path.name not in issued and not path.name.startswith(".")
        )


def _folder(layout: Layout, letter: str) -> Path:
    if not is_letter_id(letter):
        raise BadRequestError(f"{letter!r} cannot be a letter's id.")
    return layout.letters / letter


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _make_private(folder: Path) -> None:
    folder.mkdir(mode=0o700, exist_ok=True)
