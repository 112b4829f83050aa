"""What of a workspace goes into a bundle, and how a bundle comes into a workspace.

By default a bundle holds records, letters that were issued, and no file of the portfolio: the one who gets it has taken
in the same files under the same reference, which is checked by their hashes. With originals, readings go along too,
which are what was understood of the files (titles, cells of the table, quotes), and the application opens without being
read again.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.records.bundle import (
    Bundle,
    Choice,
    Manifest,
    Merged,
    Stayed,
    chains_of,
    decrypted,
    encrypted,
    gathered,
    is_encrypted,
    merge,
    opened,
    packed,
    parts_of,
)
from mrse_assess.records.canonical import moment_text
from mrse_assess.records.replay import in_force
from mrse_assess.workspace.attempts import attempts_of
from mrse_assess.workspace.bundle_letters import LETTERS, letters_known, letters_of, store_letters
from mrse_assess.workspace.bundle_portfolios import about, files_of, fitting, store_files
from mrse_assess.workspace.core import Workspace
from mrse_assess.workspace.files import write_durably
from mrse_assess.workspace.register import Application
from mrse_assess.workspace.visibility import is_conflicted

ENDING = ".mrseb"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is to be sent. See :class:`~mrse_assess.records.bundle.sending.Choice` for whose assessments go along."""

    references: tuple[str, ...]
    by: str
    whose: tuple[str, ...] = ()
    hand_over: bool = False
    with_originals: bool = False
    copied_words: bool = True


@dataclass(frozen=True, kw_only=True)
class Exported:
    """What was written. ``files`` are those of portfolios; ``stayed`` assessments were asked for and are not sealed."""

    manifest: Manifest
    stayed: tuple[Stayed, ...]
    files: int


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What became of a bundle. ``letters`` came with files that were not here.

    ``heads`` are those of its applications here and now, by reference.
    """

    manifest: Manifest
    merged: Merged
    files: int
    letters: int
    heads: dict[str, str]
    scheme_version_here: str


def export_bundle(workspace: Workspace, asked: Asked, out: Path, passphrase: str | None) -> Exported:
    """Write a new bundle at ``out``, encrypted unless ``passphrase`` is None.

    Raises:
        BadRequestError: ``out`` exists or cannot be written, or there is no such application.
        RecordsError: a record, a reading or an original is damaged; nothing was written.
    """
    if out.exists():
        raise BadRequestError(f"{out} exists already; name a new file.")
    bundle, stayed = made(workspace, asked)
    data = packed(parts_of(bundle))
    try:
        write_durably(out, data if passphrase is None else encrypted(data, passphrase))
    except OSError as error:
        raise BadRequestError(f"{out} cannot be written: {error.strerror}.") from error
    of_portfolios = sum(not name.startswith(LETTERS) for name in bundle.files)
    return Exported(manifest=bundle.manifest, stayed=stayed, files=of_portfolios)


def made(workspace: Workspace, asked: Asked) -> tuple[Bundle, tuple[Stayed, ...]]:
    """The bundle that was asked for, and the assessments that stay.

    Where the one who sends has a conflict of interest with one of the applications, only their own records go.
    """
    attempts = [one for reference in dict.fromkeys(asked.references) for one in _attempts(workspace, reference)]
    portfolios = tuple(about(workspace, one) for one in attempts)
    conflicted = frozenset(one.reference for one in attempts if _is_conflicted(workspace, asked.by, one))
    choice = Choice(
        applications=tuple(sorted({one.reference for one in attempts})),
        conflicted=conflicted,
        whose=frozenset((asked.by,) if conflicted else asked.whose or (asked.by,)),
        handed_over=asked.by if asked.hand_over else "",
        copied_words=asked.copied_words,
    )
    sent = gathered(workspace.store, choice)
    manifest = Manifest(
        made_at=moment_text(workspace.clock()),
        made_by=asked.by,
        handed_over=choice.handed_over,
        scheme=workspace.scheme.id,
        scheme_version=workspace.scheme.version,
        chains=chains_of(sent.events),
        portfolios=portfolios,
        known=sent.known,
    )
    open_to_them = [one for one in portfolios if one.application not in conflicted]
    files = files_of(workspace, open_to_them) if asked.with_originals else {}
    if asked.copied_words:  # a letter holds words of the portfolio
        files.update(letters_of(workspace, sent.events, without=conflicted))
    return Bundle(manifest=manifest, events=sent.events, files=files), sent.stayed


def open_bundle(path: Path, passphrase: str | None) -> Bundle:
    """The bundle in a file, checked whole.

    Raises:
        BadRequestError: there is no such file, it is no bundle, or the passphrase is missing or wrong.
        RecordsError: it is damaged, was tampered with, or is of another version.
    """
    data = read_bundle(path)
    if is_encrypted(data):
        if passphrase is None:
            raise BadRequestError(f"{path.name} is encrypted; give its passphrase.")
        data = decrypted(data, passphrase)
    return opened(data)


def read_bundle(path: Path) -> bytes:
    """The bytes of the file; BadRequestError when there is none."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadRequestError(f"{path} cannot be read: {error.strerror}.") from error


def import_bundle(workspace: Workspace, bundle: Bundle) -> Imported:
    """Merge the bundle into the workspace, files first, records in one transaction.

    Raises:
        BadRequestError: the bundle is of another scheme.
        RecordsError: it cannot be stored; no record was changed.
    """
    if bundle.manifest.scheme != workspace.scheme.id:
        raise BadRequestError(f"The bundle is of another scheme; this workspace is under {workspace.scheme.id}.")
    fits = fitting(workspace, bundle)
    try:
        store_files(workspace, fits.files)
    except OSError as error:
        raise RecordsError(f"The portfolio in the bundle cannot be stored: {error.strerror}.") from error
    known = letters_known(workspace)
    merged = merge(workspace.store, bundle, now=workspace.clock(), refused=fits.refusals)
    letters = store_letters(workspace, bundle, known)
    return Imported(
        manifest=bundle.manifest,
        merged=merged,
        files=len(fits.files),
        letters=letters,
        heads=_heads(workspace, (chain.application for chain in merged.chains)),
        scheme_version_here=workspace.scheme.version,
    )


def manifest_as_json(manifest: Manifest) -> dict[str, Any]:
    """What a bundle says of itself, without the hashes that only merging needs."""
    said = asdict(manifest)
    del said["known"]
    return said


def _is_conflicted(workspace: Workspace, person: str, application: Application) -> bool:
    events = workspace.store.events(application=application.reference)
    return is_conflicted(person, in_force(events, application.reference, application.attempt))


def _attempts(workspace: Workspace, reference: str) -> Iterable[Application]:
    workspace.application(reference)  # says which there are when there is none of this name
    return attempts_of(workspace, reference)


def _heads(workspace: Workspace, references: Iterable[str]) -> dict[str, str]:
    return {reference: workspace.store.application_head(reference) for reference in sorted(set(references) - {""})}
