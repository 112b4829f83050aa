"""Backup of a whole workspace into one zip file, and its restoration elsewhere."""

import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.records import Store, backup
from mrse_assess.workspace.certificates import CERTIFICATES
from mrse_assess.workspace.files import sync_folder
from mrse_assess.workspace.issued_letters import is_letter_id
from mrse_assess.workspace.layout import SETTINGS_FILE, Layout, open_layout, settings_text

MANIFEST = "manifest.json"
FOLDERS = ("originals", "readings", "templates", CERTIFICATES)
LETTERS = "letters"
_CHUNK = 1024 * 1024
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def write_backup(layout: Layout, store: Store, out: Path) -> int:
    """Write everything but the cache into a new zip at ``out``; returns how many files it holds.

    Judging may go on meanwhile: the records are copied by the database itself, as they stood at one moment. Originals,
    readings, letters and certificates are only ever added, and are copied after the records, so none that a record
    names is missing.

    Raises:
        BadRequestError: ``out`` exists, or cannot be written.
    """
    if out.exists():
        raise BadRequestError(f"{out} exists already; name a new file, so that no earlier backup is lost.")
    unfinished = out.with_name(f".{out.name}.part")
    try:
        with tempfile.TemporaryDirectory(prefix="mrse-backup-") as folder:
            records = Path(folder) / layout.records.name
            backup(store, records)
            settings = layout.settings_file
            if layout.server:  # what is restored stands by itself, and never writes to the database it came from
                settings = Path(folder) / SETTINGS_FILE
                settings.write_text(settings_text(open_layout(layout.folder)[1]), encoding="utf-8")
            manifest = _write_zip(unfinished, _files(layout, settings, records))
        unfinished.replace(out)
        sync_folder(out.resolve().parent)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise BadRequestError(f"{out} cannot be written: {error.strerror}.") from error
    return len(manifest)


def restore_backup(archive: Path, folder: Path) -> int:
    """Make a workspace at ``folder`` from a backup; returns how many files it holds.

    Raises:
        BadRequestError: ``folder`` is not empty, or ``archive`` is not a backup.
        RecordsError: a file in it is damaged, so nothing was restored.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadRequestError(f"{folder} is not empty; restore into a new folder, so that nothing is overwritten.")
    unfinished = folder.with_name(f".{folder.name}.restoring")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700, parents=True)
    try:
        with zipfile.ZipFile(archive) as zipped:
            manifest = _manifest_of(zipped, archive)
            for name, digest in manifest.items():
                _restore_file(zipped, name, digest, unfinished)
        if folder.exists():
            folder.rmdir()
        unfinished.replace(folder)
        sync_folder(folder.resolve().parent)
    except (OSError, zipfile.BadZipFile) as error:
        raise BadRequestError(f"{archive} cannot be read as a backup; name a file that backup wrote.") from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return len(manifest)


def _files(layout: Layout, settings: Path, records: Path) -> Iterator[tuple[str, Path]]:
    yield SETTINGS_FILE, settings
    yield records.name, records
    for name in FOLDERS:
        yield from _files_in(layout.folder / name, name)
    if layout.letters.is_dir():
        for folder in sorted(layout.letters.iterdir()):
            if folder.is_dir() and not folder.name.startswith("."):
                yield from _files_in(folder, f"{LETTERS}/{folder.name}")


def _files_in(folder: Path, name: str) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_file() and not path.name.startswith("."):
            yield f"{name}/{path.name}", path


def _write_zip(out: Path, files: Iterator[tuple[str, Path]]) -> dict[str, str]:
    manifest = {}
    with zipfile.ZipFile(out, "x", zipfile.ZIP_DEFLATED) as zipped:
        out.chmod(0o600)
        for name, path in files:
            zipped.write(path, name)
            manifest[name] = _digest(path)
        zipped.writestr(zipfile.ZipInfo(MANIFEST, _FIXED_DATE), json.dumps(manifest, indent=1, sort_keys=True))
    return manifest


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _manifest_of(zipped: zipfile.ZipFile, archive: Path) -> dict[str, str]:
    """The names and digests of a backup, every name one that a backup writes."""
    try:
        manifest = json.loads(zipped.read(MANIFEST))
        names = {str(name): str(digest) for name, digest in manifest.items()}
    except (KeyError, ValueError, AttributeError) as error:
        raise BadRequestError(f"{archive} is not a backup of a workspace: it has no list of its files.") from error
    for name in names:
        folder, _, file = name.rpartition("/")
        known = folder in FOLDERS or name in (SETTINGS_FILE, "records.sqlite") or _is_of_letter(folder)
        if not known or not file or file.startswith(".") or "\\" in file:
            raise BadRequestError(f"{archive} holds a file that no backup writes; it was not restored.")
    return names


def _is_of_letter(folder: str) -> bool:
    """Whether this is the folder of a letter, by a name that leads nowhere else."""
    letters, _, letter = folder.partition("/")
    return letters == LETTERS and is_letter_id(letter)


def _restore_file(zipped: zipfile.ZipFile, name: str, digest: str, folder: Path) -> None:
    target = folder / name
    for parent in (*reversed(target.relative_to(folder).parents[:-1]),):  # mkdir gives its mode to the last one only
        (folder / parent).mkdir(mode=0o700, exist_ok=True)
    found = hashlib.sha256()
    try:
        with zipped.open(name) as source, target.open("xb") as copy:
            while chunk := source.read(_CHUNK):
                found.update(chunk)
                copy.write(chunk)
    except KeyError as error:
        raise RecordsError(f"The backup lacks {name}; nothing was restored.") from error
    if found.hexdigest() != digest:
        raise RecordsError(f"{name} in the backup is damaged; nothing was restored. Use another backup.")
    target.chmod(0o400 if name.startswith("originals/") else 0o600)
