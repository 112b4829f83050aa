"""What a program started for an applicant's file may see of this machine's files, where Linux can hold it to that.

Without it a document could have the office program draw any picture or text that this user can read (Landlock, Linux
5.13 and later). Elsewhere there is no such fence, and :func:`fence` says so.
"""

import ctypes
import os
import sys
from collections.abc import Iterable
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # system calls, the same on every processor
_ASK_VERSION = 1
_PATH_BENEATH = 1
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_REMOVE_FILE, _MAKE_SOCKET, _TRUNCATE = 1 << 5, 1 << 9, 1 << 14
_RIGHTS = ((1, (1 << 13) - 1), (2, 1 << 13), (3, _TRUNCATE))  # version of the fence, and the rights it knows from there
_OF_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE
_READ = _EXECUTE | _READ_FILE | _READ_DIR
_SYSTEM = (
    "/usr",
    "/bin",
    "/lib",
    "/lib32",
    "/lib64",
    "/opt",
    "/etc/fonts",
    "/etc/ld.so.cache",
    "/etc/libreoffice",
    "/etc/locale.alias",
    "/etc/localtime",
    "/etc/nsswitch.conf",
    "/etc/passwd",
    "/var/cache/fontconfig",
    "/var/lib/libreoffice",
    "/var/spool/libreoffice",
    "/dev/urandom",
    "/dev/null",
)
_SOCKETS = (Path("/tmp"),)  # noqa: S108 - where LibreOffice insists on putting the socket by which it knows itself
_PR_SET_NO_NEW_PRIVS = 38


class Fence:
    """Rules that a process can take upon itself for good; close it once no more processes will."""

    def __init__(self, rules: int) -> None:
        self._rules = rules
        self._library = ctypes.CDLL(None, use_errno=True)

    def enter(self) -> bool:
        """Hold this process and all it starts to the rules; for use between fork and exec."""
        self._library.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        return bool(self._library.syscall(_RESTRICT_SELF, self._rules, 0) == 0)

    def close(self) -> None:
        """Let go of the rules."""
        os.close(self._rules)


def fence(own: Path, programs: Iterable[Path]) -> Fence | None:
    """Rules by which only system files and ``programs`` may be read, and only ``own`` be written; None if unknown."""
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    version = library.syscall(_CREATE_RULESET, None, 0, _ASK_VERSION)
    if version < 1:
        return None
    every = sum(rights for since, rights in _RIGHTS if version >= since)
    handled = ctypes.c_uint64(every)
    rules = library.syscall(_CREATE_RULESET, ctypes.byref(handled), ctypes.sizeof(handled), 0)
    if rules < 0:
        return None
    for place in (*map(Path, _SYSTEM), *programs):
        writable = _WRITE_FILE if str(place) == "/dev/null" else 0
        _allow(library, rules, place, _READ | writable)
    for place in _SOCKETS:
        _allow(library, rules, place, _MAKE_SOCKET | _REMOVE_FILE | _READ_DIR)
    _allow(library, rules, own, every)
    return Fence(rules)


def _allow(library: ctypes.CDLL, rules: int, place: Path, rights: int) -> None:
    """Add one rule; a place that is not there needs none."""
    try:
        opened = os.open(place, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        allowed = rights if place.is_dir() else rights & _OF_FILES
        rule = allowed.to_bytes(8, sys.byteorder) + opened.to_bytes(4, sys.byteorder)
        library.syscall(_ADD_RULE, rules, _PATH_BENEATH, rule, 0)
    finally:
        os.close(opened)
