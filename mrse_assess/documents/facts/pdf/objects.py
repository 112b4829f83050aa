"""Looking at a PDF's objects by keys, as plain text; what is broken is as if it were not there."""
# mypy: disable-error-code="no-untyped-call, attr-defined"
# The PDF library carries no types for most of its calls.

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pymupdf

_NUMBER = re.compile(r"-?\d{0,9}\.?\d{1,9}")
_REFERENCE = re.compile(r"(\d{1,9}) \d{1,6} R")
_MOST_REFERENCES = 5000
_EDGES = 4


def text(document: "pymupdf.Document", xref: int, key: str) -> str:
    """The string or name at a path of keys; "" where there is none of these."""
    kind, value = _get(document, xref, key)
    if kind == "name":
        return value.lstrip("/")
    return value if kind == "string" else ""


def has(document: "pymupdf.Document", xref: int, key: str) -> bool:
    """Whether there is anything at the path of keys."""
    return _get(document, xref, key)[0] != "null"


def reference(document: "pymupdf.Document", xref: int, key: str) -> int | None:
    """The number of the object that the key refers to."""
    kind, value = _get(document, xref, key)
    found = _REFERENCE.match(value) if kind == "xref" else None
    return int(found.group(1)) if found else None


def references(document: "pymupdf.Document", xref: int, key: str) -> tuple[int, ...]:
    """The numbers of the objects in a list; of a list that is an object of its own, too."""
    kind, value = _get(document, xref, key)
    if kind == "xref" and (at := reference(document, xref, key)):
        value = _source(document, at)
        kind = "array" if value.lstrip().startswith("[") else "null"
    found = _REFERENCE.findall(value) if kind == "array" else []
    return tuple(map(int, found[:_MOST_REFERENCES]))


def number(document: "pymupdf.Document", xref: int, key: str) -> int:
    """The whole number at the path of keys; 0 where there is none."""
    kind, value = _get(document, xref, key)
    return int(value) if kind == "int" and value.lstrip("-").isdigit() else 0


def edges(document: "pymupdf.Document", xref: int, key: str) -> tuple[float, float, float, float] | None:
    """Four numbers, as of a rectangle."""
    kind, value = _get(document, xref, key)
    found = _NUMBER.findall(value) if kind == "array" and "R" not in value else []
    if len(found) != _EDGES:
        return None
    left, top, right, bottom = map(float, found)
    return min(left, right), min(top, bottom), max(left, right), max(top, bottom)


def _get(document: "pymupdf.Document", xref: int, key: str) -> tuple[str, str]:
    try:
        kind, value = document.xref_get_key(xref, key)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - the library raises anything on a broken object
        return "null", ""
    return str(kind), str(value)


def _source(document: "pymupdf.Document", xref: int) -> str:
    try:
        return str(document.xref_object(xref, compressed=True))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - as above
        return ""
