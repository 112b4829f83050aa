"""Worker side of taking in files that are attached to a PDF: some applicants send a whole portfolio that way."""

# mypy: disable-error-code="no-untyped-call"
# The PDF library carries no types for most of its calls.

from typing import NamedTuple

from mrse_assess.documents.opened import UnopenedError, opened
from mrse_assess.documents.unpacking import Budget, Store, Stored
from mrse_assess.documents.values import IntakeLimits, StoredFile


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
    for number in range(min(document.embfile_count(), limits.files)):
        told = document.embfile_info(number)
        name = str(told.get("ufilename") or told.get("filename") or told.get("name") or f"attachment {number + 1}")
        if int(told.get("size") or 0) > limits.file_bytes:
            store.refuse_large(name, request.file.name)
            continue
        store.attachment(name, document.embfile_get(number), inside=request.file.name, depth=request.depth)
    return store.result()
