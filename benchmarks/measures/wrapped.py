"""A zip whose entries all lie in one folder: the answers leave that folder out of their paths, readings name it."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def unwrapped(found: Mapping[str, Any], portfolio: Path) -> Mapping[str, Any]:
    """The reading with the files of such a zip named as the answers name them; any other reading as it is."""
    folder = _common_folder(portfolio)
    return _without(found, folder) if folder else found


def _common_folder(portfolio: Path) -> str:
    """The one folder in which every entry lies, with its slash; "" for none, or for what is no zip."""
    if portfolio.suffix.lower() != ".zip" or not portfolio.is_file():
        return ""
    with zipfile.ZipFile(portfolio) as archive:
        firsts = {name.partition("/")[:2] for name in archive.namelist()}
    folder, slash = firsts.pop() if len(firsts) == 1 else ("", "")
    return folder + slash if slash else ""


def _without(value: Any, folder: str) -> Any:
    if isinstance(value, Mapping):
        return {key: _path(held, folder) if key == "file" else _without(held, folder) for key, held in value.items()}
    return [_without(held, folder) for held in value] if isinstance(value, list) else value


def _path(name: Any, folder: str) -> Any:
    return name.removeprefix(folder) if isinstance(name, str) else name
