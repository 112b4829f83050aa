"""Worker side of taking in files that are attached to a PDF: some applicants send a whole portfolio that way."""

# mypy: disable-error-code="no-untyped-call, attr-defined"
# The PDF library carries no types for most of its calls.

import functools
import itertools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from mrse_assess.documents.names import visible
from mrse_assess.documents.opened import UnopenedError, opened
from mrse_assess.documents.problems import problem
from mrse_assess.documents.unpacking import Budget, Store, Stored
from mrse_assess.documents.values import IntakeLimits, StoredFile

if TYPE_CHECKING:
    import pymupdf

_MOST_PAGES = 5000


class AttachedRequest(NamedTuple):
    """A stored PDF, how many files it lies inside of, where its attachments go, and what is used of the limits."""

    file: StoredFile
    depth: int
    originals: str
    budget: Budget
    password: str | None


def store_attached(request: AttachedRequest, limits: IntakeLimits) -> Stored:
    """Store the files attached to a PDF, named after it; nothing where it cannot be opened (reading it says why)."""
    store = Store.of(request.originals, limits, request.budget, request.password)
    try:
        document = opened(f"{request.originals}/{request.file.sha256}", request.password)
    except UnopenedError:
        return store.result()
    for name, size, content in _attached(document, limits.files):
        if request.depth > limits.depth:
            store.problems.append(problem("attachments-too-deep", request.file.name, depth=limits.depth))
            break
        if size > limits.file_bytes:
            store.refuse_large(name, request.file.name)
            continue
        _store(store, name, content, request)
    return store.result()


def _store(store: Store, name: str, content: Callable[[], bytes], request: AttachedRequest) -> None:
    """Unpack and store one attachment; one that cannot be unpacked costs itself alone."""
    try:
        unpacked = content()
    except Exception as error:  # noqa: BLE001 - the library raises many kinds
        why = "it needs more memory than a file may use" if isinstance(error, MemoryError) else "it is damaged"
        store.problems.append(problem("file-not-taken-in", f"{request.file.name}/{visible(name)}", why=why))
        return
    store.attachment(name, unpacked, inside=request.file.name, depth=request.depth)


def _attached(document: "pymupdf.Document", most: int) -> Iterator[tuple[str, int, Callable[[], bytes]]]:
    """Name, claimed size and bytes of each file attached to the document as a whole, then of those pinned to pages."""
    for number in range(min(document.embfile_count(), most)):
        told = document.embfile_info(number)
        name = told.get("ufilename") or told.get("filename") or told.get("name") or f"attachment {number + 1}"
        yield str(name), int(told.get("size") or 0), functools.partial(document.embfile_get, number)
    yield from itertools.islice(_pinned(document), most)


def _pinned(document: "pymupdf.Document") -> Iterator[tuple[str, int, Callable[[], bytes]]]:
    """The files pinned to pages as notes; pages without notes are not loaded."""
    import pymupdf

    for number in range(min(document.page_count, _MOST_PAGES)):
        if document.xref_get_key(document.page_xref(number), "Annots")[0] == "null":
            continue
        page = document[number]
        pins = [xref for xref, kind, _ in page.annot_xrefs() if kind == pymupdf.PDF_ANNOT_FILE_ATTACHMENT and xref]
        for pin in map(page.load_annot, pins):
            told = pin.file_info
            name = told.get("filename") or f"attachment on page {number + 1}"
            yield str(name), int(told.get("size") or 0), pin.get_file
