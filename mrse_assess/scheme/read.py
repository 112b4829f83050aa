"""The bytes of a scheme: one TOML file, or every TOML file of one folder, as one set of top-level keys."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mrse_assess.errors import SchemeError
from mrse_assess.scheme.places import Place, quoted


@dataclass(frozen=True, kw_only=True)
class Source:
    """What the files hold. ``files`` says of each top-level key where it stands; ``digest`` is over all bytes."""

    name: str
    tables: Mapping[str, Any]
    files: Mapping[str, str]
    digest: str

    def place(self, key: str) -> Place:
        """The place of a top-level key; of one that is missing, the scheme as a whole."""
        return Place(file=self.files.get(key, self.name))


def read_source(path: Path) -> Source:
    """Every top-level key of the scheme at ``path``: a TOML file, or a folder of them read in the order of their names.

    Raises:
        SchemeError: nothing to read, a file that is not TOML in UTF-8, or a key that stands in two files.
    """
    contents = _contents(path)
    tables: dict[str, Any] = {}
    files: dict[str, str] = {}
    for name, content in contents.items():
        for key, value in _parsed(name, content).items():
            if key in tables:
                raise Place(file=name).fault(
                    f"{quoted(key)} stands here and in {files[key]}", "keep each kind of entry in one file"
                )
            tables[key], files[key] = value, name
    return Source(name=path.name, tables=tables, files=files, digest=_digest(contents))


def _contents(path: Path) -> dict[str, bytes]:
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not files:
        raise SchemeError(
            f"{path}: found no file whose name ends in .toml; a scheme is a TOML file or a folder of them"
        )
    try:
        return {file.name: file.read_bytes() for file in files}
    except OSError as error:
        raise SchemeError(
            f"{path}: cannot be read ({error.strerror}); a scheme is a TOML file or a folder of them"
        ) from error


def _parsed(name: str, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Place(file=name).fault("is not text in UTF-8", "save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise Place(file=name).fault(f"is not valid TOML: {error}", "mend it at that line") from error


def _digest(contents: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for content in contents.values():
        digest.update(content)
    return digest.hexdigest()
