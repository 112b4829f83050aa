"""Worker side of taking a portfolio in, first step: list what the source holds. Nothing is stored yet."""

import os
import re
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mrse_assess.documents.archives import DAMAGED, Member, entry_name
from mrse_assess.documents.names import is_ignored, tidy_name
from mrse_assess.documents.problems import problem
from mrse_assess.documents.sniffing import sniff
from mrse_assess.documents.values import IntakeLimits
from mrse_assess.model.problem import Problem

_NUMBER = re.compile(r"([0-9]+)")


class Survey(NamedTuple):
    """The members of a source in order, what was passed over, and how many files nobody sent on purpose."""

    kind: str  # "folder", "zip" or "file"
    members: tuple[Member, ...]
    problems: tuple[Problem, ...]
    ignored: int


def survey_source(source: str, limits: IntakeLimits) -> Survey:
    """The members of a folder or archive, or the single file itself."""
    path = Path(source)
    if path.is_dir():
        return _survey_folder(path, limits)
    if sniff(path)[1] == "zip":
        return _survey_zip(path, limits)
    return Survey("file", (Member(0, path.name, path.stat().st_size),), (), 0)


def _survey_folder(folder: Path, limits: IntakeLimits) -> Survey:
    members: list[Member] = []
    problems: list[Problem] = []
    ignored = 0
    for path in _walk(folder):
        raw = os.fsdecode(path.relative_to(folder))
        name, _ = tidy_name(raw, limits.name_characters)
        mode = path.lstat().st_mode
        if is_ignored(name):
            ignored += 1
        elif stat.S_ISLNK(mode):
            problems.append(problem("link-not-followed", name))
        elif not stat.S_ISREG(mode):
            problems.append(problem("special-file", name))
        elif len(members) == limits.files:
            problems.append(problem("too-many-files", name, limit=limits.files))
            break
        else:
            members.append(Member(len(members), raw, path.lstat().st_size))
    return Survey("folder", tuple(members), tuple(problems), ignored)


def _walk(folder: Path) -> Iterator[Path]:
    """Every entry that is not a folder, in the order of names; a link to a folder is an entry and is never entered."""
    for entry in sorted(folder.iterdir(), key=lambda path: _in_order(path.name)):
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry)
        else:
            yield entry


def _in_order(name: str) -> tuple[tuple[tuple[int, str], ...], str]:
    """Names as a window of files orders them: numbers by their value ("2" before "10"), capitals like small letters."""
    parts = enumerate(_NUMBER.split(name.casefold()))
    return tuple((len(part.lstrip("0")), part.lstrip("0")) if at % 2 else (0, part) for at, part in parts), name


def _survey_zip(path: Path, limits: IntakeLimits) -> Survey:
    try:
        with zipfile.ZipFile(path) as archive:
            kept, ignored, surplus = wanted_members(archive, limits)
    except DAMAGED:
        return Survey("zip", (), (problem("archive-damaged", path.name),), 0)
    problems = (problem("too-many-files", surplus, limit=limits.files),) if surplus else ()
    return Survey("zip", kept, problems, ignored)


def wanted_members(archive: zipfile.ZipFile, limits: IntakeLimits) -> tuple[tuple[Member, ...], int, str | None]:
    """The files of an archive, how many were left behind by a system, and the name of the first one past the limit."""
    kept: list[Member] = []
    ignored = 0
    for index, info in enumerate(archive.infolist()):
        raw = entry_name(info)
        name, _ = tidy_name(raw, limits.name_characters)
        if raw.endswith(("/", "\\")) and not info.file_size:  # a folder
            continue
        if is_ignored(name):
            ignored += 1
        elif len(kept) == limits.files:
            return tuple(kept), ignored, name
        else:
            kept.append(Member(index, raw, info.file_size))
    return tuple(kept), ignored, None
