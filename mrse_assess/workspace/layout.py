"""The folder of a workspace: what lies where, and the small file that says what it is."""

import contextlib
import os
import secrets
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from mrse_assess.errors import BadRequestError
from mrse_assess.records import checked_server
from mrse_assess.workspace.files import write_durably

FORMAT = 1
_KEY_BYTES = 32
SETTINGS_FILE = "workspace.toml"
_TEMPLATE = """\
# A workspace of the MRSE assessor workbench. What was recorded lies in {where}; originals/ holds what
# applicants sent, named by hash; readings/ what was read from it; letters/ the letters that were issued; cache/ may be
# deleted at any time.
format = {format}
scheme = "{scheme}"
"""
_ON_SERVER = """\
# The password is not kept here: it stands in ~/.pgpass, in a file named by PGPASSFILE, or in PGPASSWORD.
records = "{url}"
"""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Where everything of a workspace lies. Folders are 0700."""

    folder: Path
    server: str = ""  # the URL of the database that holds the records; empty where a file here does

    @property
    def settings_file(self) -> Path:
        """Says the format and the scheme."""
        return self.folder / SETTINGS_FILE

    @property
    def records(self) -> Path:
        """The event store, unless a database server holds it; its name in a backup in any case."""
        return self.folder / "records.sqlite"

    @property
    def location(self) -> Path | str:
        """Where the event store is: a file or a database."""
        return self.server or self.records

    @property
    def originals(self) -> Path:
        """What applicants sent, read-only, named by SHA-256."""
        return self.folder / "originals"

    @property
    def readings(self) -> Path:
        """What was understood of each portfolio, as JSON named by SHA-256; part of the record."""
        return self.folder / "readings"

    @property
    def fingerprint_key(self) -> Path:
        """The secret under which items are compared between applications; in no backup, made anew when it is lost."""
        return self.folder / "fingerprint.key"

    @property
    def letters(self) -> Path:
        """Issued letters, a folder each; it is there once one was issued here."""
        return self.folder / "letters"

    @property
    def templates(self) -> Path:
        """The office's own Word templates of letters; it is there once there is one."""
        return self.folder / "templates"

    @property
    def cache(self) -> Path:
        """Pages read and drawn; remade at need."""
        return self.folder / "cache"


def settings_text(scheme: str, server: str = "") -> str:
    """What the settings file says of a workspace under this scheme, whose records are here or on a server."""
    text = _TEMPLATE.format(where="a database" if server else "records.sqlite", format=FORMAT, scheme=scheme)
    return text + _ON_SERVER.format(url=server) if server else text


def refuse_taken(folder: Path) -> None:
    """Refuse to make a workspace where something is.

    Raises:
        BadRequestError: something other than an empty folder lies there.
    """
    if (folder / SETTINGS_FILE).exists():
        raise BadRequestError(f"{folder} is a workspace already; open it with serve, or name another folder.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadRequestError(f"{folder} exists and is not an empty folder; name a new one.")


def create_layout(folder: Path, scheme: str, server: str = "") -> Layout:
    """A new, empty workspace folder.

    Raises:
        BadRequestError: something other than an empty folder lies there, or it cannot be made.
    """
    refuse_taken(folder)
    layout = Layout(folder=folder.resolve(), server=server)
    try:
        for part in (layout.folder, layout.originals, layout.readings, layout.cache):
            part.mkdir(mode=0o700, parents=True, exist_ok=True)
            with contextlib.suppress(OSError):  # a file system without modes keeps its own
                part.chmod(0o700)
        write_durably(layout.settings_file, settings_text(scheme, server).encode())
    except OSError as error:
        raise BadRequestError(f"{folder} cannot be made: {error.strerror}. Name a folder you can write to.") from error
    return layout


def open_layout(folder: Path) -> tuple[Layout, str]:
    """The layout of an existing workspace, and the id of its scheme.

    Raises:
        BadRequestError: there is no workspace there, it cannot be written, or a newer version made it.
    """
    layout = Layout(folder=folder.resolve())
    try:
        settings = tomllib.loads(layout.settings_file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BadRequestError(f"{folder} is not a workspace: it has no {SETTINGS_FILE}. Make one with init.") from error
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadRequestError(f"{layout.settings_file} cannot be read; restore it from a backup.") from error
    if settings.get("format") != FORMAT or not isinstance(settings.get("scheme"), str):
        raise BadRequestError(
            f"{layout.settings_file} says format {settings.get('format')!r}; this version knows {FORMAT}."
        )
    if server := settings.get("records"):
        layout = replace(layout, server=checked_server(str(server)))
    if not os.access(layout.folder, os.W_OK):
        raise BadRequestError(f"{folder} cannot be written; judgements could not be kept. Check its permissions.")
    for part in (layout.originals, layout.readings, layout.cache):
        part.mkdir(mode=0o700, exist_ok=True)
    return layout, settings["scheme"]


def fingerprint_key(layout: Layout) -> bytes:
    """The workspace's secret for comparing items; two that make it at the same moment agree on one.

    Raises:
        BadRequestError: it cannot be read or made.
    """
    path = layout.fingerprint_key
    try:
        if not path.exists():
            made = path.with_name(f".{path.name}.{os.getpid()}")
            write_durably(made, secrets.token_bytes(_KEY_BYTES))
            _put_first(made, path)
        return path.read_bytes()
    except OSError as error:
        raise BadRequestError(f"{path} cannot be read or made: {error.strerror}.") from error


def _put_first(made: Path, path: Path) -> None:
    """Give the file its name unless one bears it already."""
    try:
        os.link(made, path)  # unlike a rename, never over one that is there
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        made.replace(path)
        return
    made.unlink()
