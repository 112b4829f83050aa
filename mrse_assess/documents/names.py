"""The applicant's file names: tidied so that they are unique and comparable, made visible where they are shown."""

import unicodedata
from pathlib import PurePosixPath

from mrse_assess.documents.values import StoredFile

_IGNORED_NAMES = frozenset({".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db", ".localized"})
_IGNORED_FOLDERS = frozenset({"__macosx", ".git", ".spotlight-v100", ".trashes"})
_NAMED = {"\n": "\u2424", "\t": "\u2409", "\r": "\u240d", "\x7f": "\u2421"}  # control pictures of Unicode


def tidy_name(raw: str, limit: int) -> tuple[str, bool]:
    """The name with ``/`` between its parts and no step up or root, and whether it pointed outside the portfolio.

    Control and direction characters stay: they are evidence of what was sent. A name longer than ``limit`` characters
    loses its middle.
    """
    parts = [part for part in unicodedata.normalize("NFC", raw).replace("\\", "/").split("/") if part not in {"", "."}]
    kept = [part for part in parts if part != ".."]
    outside = len(kept) != len(parts) or raw[:1] in {"/", "\\"} or _has_drive(kept)
    if _has_drive(kept):
        kept = kept[1:]
    name = "/".join(kept) or "unnamed"
    if len(name) > limit:
        name = f"{name[: limit - 41]}\u2026{name[-40:]}"
    return name, outside


def _has_drive(parts: list[str]) -> bool:
    return bool(parts) and len(parts[0]) == 2 and parts[0][1] == ":" and parts[0][0].isalpha()  # noqa: PLR2004 - "C:"


def visible(name: str) -> str:
    """The name as it may be shown: control, direction, unassigned and odd space characters as signs."""
    return "".join(_visible_character(character) for character in name)


def _visible_character(character: str) -> str:
    if character in _NAMED:
        return _NAMED[character]
    if ord(character) < 0x20:  # noqa: PLR2004 - the C0 controls have pictures of their own
        return chr(0x2400 + ord(character))
    if character != " " and unicodedata.category(character)[0] in "CZ":
        return f"\u27e8U+{ord(character):04X}\u27e9"
    return character


def is_ignored(name: str) -> bool:
    """Whether an operating system or word processor left the file behind, so that nobody sent it on purpose."""
    parts = name.lower().split("/")
    last = parts[-1]
    return (
        last in _IGNORED_NAMES
        or last.startswith(("._", "~$", ".~lock."))
        or any(p in _IGNORED_FOLDERS for p in parts[:-1])
    )


def numbered(files: tuple[StoredFile, ...], names: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """A name of its own for each file: the second of two equal names becomes ``name (2).ext``."""
    taken = set(names)
    result = []
    for file in files:
        name, count = file.name, 1
        while name in taken:
            count += 1
            path = PurePosixPath(file.name)
            name = str(path.with_name(f"{path.stem} ({count}){path.suffix}"))
        taken.add(name)
        result.append(name)
    return tuple(result)
