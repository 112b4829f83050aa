"""Where a link leads: the web, a drive that only its owner can open, a file. Pure; nothing is fetched."""

import re
import urllib.parse
from typing import NamedTuple

_LONGEST = 2000
_NAME = 120
_DRIVES = (
    "sharepoint.com",
    "sharepoint.us",
    "onedrive.com",
    "onedrive.live.com",
    "1drv.ms",
    "drive.google.com",
    "docs.google.com",
    "dropbox.com",
    "dropboxusercontent.com",
    "db.tt",
    "box.com",
    "icloud.com",
    "mega.nz",
    "wetransfer.com",
    "we.tl",
    "egnyte.com",
    "teams.microsoft.com",
)
"""Hosts where people keep files, and their parts before a dot."""

_DRIVE_PATHS = ("/_layouts/15/", "/shared documents/", "/shared%20documents/", "/:w:/", "/:x:/", "/:b:/", "/:p:/")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]{1,30}):")
_LETTER = re.compile(r"/*([A-Za-z])[:|](?:[\\/]|$)")
_OFFICE = re.compile(r"(?:ms-[a-z]{2,20}:|onenote:)", re.IGNORECASE)
_OFFICE_PLACE = re.compile(r"https?://", re.IGNORECASE)
_WEB = frozenset({"http", "https", "ftp", "ftps"})
_NO_LINKS = frozenset({"mailto", "tel", "sms", "callto", "sip", "data", "about", "cid"})


class Leading(NamedTuple):
    """The kind of a link as facts name it, and the host, the drive or the file's own name."""

    kind: str
    name: str


def leading(address: str) -> Leading | None:
    """Where an address leads; None for one that is no link to a place (a mailbox, a place in the same document)."""
    said = address.strip().replace("\0", "")[:_LONGEST]
    if not said or said.startswith("#"):
        return None
    office = _OFFICE.match(said)
    place = _OFFICE_PLACE.search(said) if office else None
    if office:
        said = said[place.start() :] if place else "file:" + said[office.end() :]
    scheme = _SCHEME.match(said)
    if scheme is None:
        return _without_scheme(said)
    named = scheme.group(1).lower()
    if named in _NO_LINKS:
        return None
    if named in {"javascript", "vbscript"}:
        return Leading("javascript", "")
    if named == "file":
        return Leading("link_drive", _of_path(urllib.parse.unquote(said[scheme.end() :])))
    return _of_web(said) if named in _WEB else Leading("link_web", named)


def _without_scheme(said: str) -> Leading:
    plain = urllib.parse.unquote(said)
    if _LETTER.match(plain) or plain.startswith(("\\\\", "//")):
        return Leading("link_drive", _of_path(plain))
    if plain.lower().startswith("www."):
        return _of_web("http://" + said)
    return Leading("link_file", file_name(plain))


def _of_web(address: str) -> Leading:
    try:
        parts = urllib.parse.urlsplit(address)
        host, path = (parts.hostname or "")[:_NAME], parts.path.lower()
    except ValueError:
        return Leading("link_web", "")
    kept = any(host == drive or host.endswith((f".{drive}", f"-{drive}")) for drive in _DRIVES)
    return Leading("link_drive" if kept or any(part in path for part in _DRIVE_PATHS) else "link_web", host)


def _of_path(path: str) -> str:
    """The drive's letter or the server's name."""
    letter = _LETTER.match(path.replace("\\", "/"))
    if letter:
        return f"{letter.group(1).upper()}:"
    return path.replace("\\", "/").lstrip("/").partition("/")[0][:_NAME]


def file_name(path: str) -> str:
    """The last part of a path, whichever way its strokes lean."""
    plain = path.partition("#")[0].partition("?")[0].rstrip("\\/")
    return re.split(r"[\\/]", plain)[-1][:_NAME]
