"""Opening a PDF in the worker, and keeping the last few open, so that a turn of the page costs only its drawing."""
# mypy: disable-error-code="no-untyped-call"
# The PDF library carries no types for most of its calls.

import functools
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pymupdf

_KEPT_OPEN = 4
_STORE_SHARE = 50  # per cent of MuPDF's cache given back when a document is put aside


class UnopenedError(Exception):
    """The file cannot be opened as a PDF; ``code`` is that of the Problem."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def opened(path: str, password: str | None) -> "pymupdf.Document":
    """The document, from those kept open if the file has not changed since.

    Raises:
        UnopenedError: missing, damaged, empty, or its password is missing or wrong.
    """
    try:
        status = Path(path).stat()
    except OSError as error:
        raise UnopenedError("document-missing") from error
    return _opened(path, status.st_mtime_ns, status.st_size, password)


@functools.lru_cache(maxsize=_KEPT_OPEN)
def _opened(path: str, modified: int, size: int, password: str | None) -> "pymupdf.Document":  # noqa: ARG001 - parts of the key
    import pymupdf

    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    pymupdf.TOOLS.reset_mupdf_warnings()
    pymupdf.TOOLS.store_shrink(_STORE_SHARE)
    if size == 0:
        raise UnopenedError("document-empty")
    try:
        document = pymupdf.open(path, filetype="pdf")
    except MemoryError:
        raise
    except Exception as error:  # the library raises many kinds, some of them plain RuntimeError
        raise UnopenedError("document-damaged") from error
    if document.needs_pass and (password is None or not document.authenticate(password)):
        document.close()
        raise UnopenedError("document-encrypted" if password is None else "document-password-wrong")
    if not document.is_pdf or not _can_be_counted(document):
        raise UnopenedError("document-damaged")
    return document


def _can_be_counted(document: "pymupdf.Document") -> bool:
    """Whether the library finds its way through the tree of pages; it raises where that loops or is not there."""
    try:
        return int(document.page_count) >= 0
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - as above
        return False
