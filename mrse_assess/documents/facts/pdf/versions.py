"""Earlier versions that a PDF still holds: saved on top of each other, each can be brought back (G11).

A later save adds to a file's end; cut before it, the file is as it was. Versions that differ in their words count, and
those that were signed, filled in or marked afterwards.
"""
# mypy: disable-error-code="no-untyped-call, attr-defined"
# The PDF library carries no types for most of its calls.

import collections
import time
from pathlib import Path
from typing import TYPE_CHECKING

from mrse_assess.documents.facts.values import FactLimits, Found
from mrse_assess.documents.opened import UnopenedError, opened
from mrse_assess.model.facts import Hidden

if TYPE_CHECKING:
    import pymupdf

_END = b"%%EOF"
_MOST_BYTES = 96 * 1024 * 1024
_MOST_VERSIONS = 12
_SECONDS = 20.0
_HEAD = 2048
_UNSEEN = Found(unseen=frozenset({"revisions"}))

Shown = tuple["collections.Counter[str]", int]
"""The words of a page, and how many annotations it has."""


def versions_facts(original: str, pdf: str, password: str | None, limits: FactLimits) -> Found:
    """How many earlier versions differ from the present one, and on which pages words of theirs are gone.

    An unlocked copy of an encrypted file holds none; the file itself is looked at where its password is known.
    """
    path = pdf if pdf == original or password is None else original
    try:
        document = opened(path, password)
    except UnopenedError:
        return _UNSEEN
    if path != original:
        return _UNSEEN
    if document.is_repaired or Path(path).stat().st_size > _MOST_BYTES:
        return _UNSEEN if _ends(path) else Found()
    if _count(document) <= 1:
        return Found()
    return _compared(document, path, password, limits)


def _count(document: "pymupdf.Document") -> int:
    """How many versions the file is made of, itself included, by the library's count."""
    from pymupdf import mupdf

    return int(mupdf.pdf_count_versions(mupdf.pdf_document_from_fz_document(document.this)))


def _ends(path: str) -> list[int]:
    """Where earlier versions end; the first part of a file laid out for the web is no version."""
    content = Path(path).read_bytes()
    found = []
    at = content.find(_END)
    while at >= 0:
        found.append(at + len(_END))
        at = content.find(_END, at + 1)
    if b"/Linearized" in content[:_HEAD] and found:
        found = found[1:]
    return found[:-1]


def _compared(document: "pymupdf.Document", path: str, password: str | None, limits: FactLimits) -> Found:
    until = time.monotonic() + _SECONDS
    content = Path(path).read_bytes()
    now = _shown(document, limits.pages, until)
    differing, unread = 0, now is None
    gone: dict[int, int] = {}
    for end in _ends(path)[-_MOST_VERSIONS:] if now is not None else ():
        before = _earlier(content[:end], password, limits.pages, until)
        if before is None:
            unread = True
            continue
        if before != now:
            differing += 1
            for page, words in _gone(before, now or []).items():
                gone[page] = max(gone.get(page, 0), words)
    hidden = tuple(Hidden(page, "revision", words) for page, words in sorted(gone.items()))
    return Found(
        revisions=differing, hidden=hidden[: limits.of_a_kind], unseen=_UNSEEN.unseen if unread else frozenset()
    )


def _earlier(content: bytes, password: str | None, most: int, until: float) -> list[Shown] | None:
    """The pages of an earlier version; None when it cannot be opened or takes too long."""
    import pymupdf

    try:
        with pymupdf.open(stream=content, filetype="pdf") as document:
            if document.is_repaired or (document.needs_pass and not document.authenticate(password or "")):
                return None
            return _shown(document, most, until)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - the library raises many kinds
        return None


def _shown(document: "pymupdf.Document", most: int, until: float) -> list[Shown] | None:
    found: list[Shown] = []
    for number in range(min(document.page_count, most)):
        if time.monotonic() > until:
            return None
        page = document.load_page(number)
        words = collections.Counter(word[4] for word in page.get_text("words"))
        found.append((words, len(page.annot_xrefs())))
    return found


def _gone(before: list[Shown], now: list[Shown]) -> dict[int, int]:
    """How many words of an earlier version are nowhere in the present one, by their page in it."""
    left = collections.Counter(word for words, _ in now for word in words.elements())
    found = {}
    for number, (words, _) in enumerate(before, start=1):
        lost = words - left
        left -= words & left
        telling = sum(count for word, count in lost.items() if any(map(str.isalnum, word)))
        if telling:
            found[min(number, max(len(now), 1))] = telling
    return found
