"""Facts as JSON: what the worker answers with and what the cache holds. Everything read back is checked.

The worker parses hostile bytes, so its answers are believed no more than a file from outside.
"""

import json
import re
from collections.abc import Callable
from types import NoneType
from typing import Any

from mrse_assess.documents.codec import UntrustedAnswerError
from mrse_assess.documents.facts.values import KINDS, LISTS, PROPERTIES, FactLimits, Found
from mrse_assess.terms import Tri

LONGEST = 300
"""Characters of any text that is kept."""

_LARGEST = 100_000.0  # points
_MOST_WORDS = 10_000_000
_EDGES = 4
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORDS = {
    "traces": frozenset({"insertion", "deletion", "comment"}),
    "carried": frozenset(
        {
            "link_web",
            "link_drive",
            "link_file",
            "embedded_object",
            "attachment",
            "dead_icon",
            "macro",
            "javascript",
            "launch",
            "external_relationship",
            "document_type",
        }
    ),
    "covers": frozenset({"fill", "redact_annotation", "picture"}),
    "hidden": frozenset({"invisible", "paper_coloured", "outside", "hidden_style", "revision"}),
}
_MALFORMED = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)


def encode_found(found: Found) -> bytes:
    """The facts as one line."""
    content = {
        "pages": found.pages,
        "properties": dict(found.properties),
        "revisions": found.revisions,
        "unseen": sorted(found.unseen),
        "passing": found.passing,
        **{name: [list(fact) for fact in getattr(found, name)] for name in LISTS},
    }
    return json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def decode_found(line: bytes, limits: FactLimits) -> Found:
    """The facts from their line.

    Raises:
        UntrustedAnswerError: the line is not one that :func:`encode_found` could have written under these limits.
    """
    try:
        content = json.loads(line)
        properties, unseen = content["properties"], content["unseen"]
        _check(all(key in PROPERTIES for key in properties) and all(map(_is_text, properties.values())))
        _check(isinstance(unseen, list) and set(unseen) <= KINDS and type(content["passing"]) is bool)
        _check(_is_count(content["pages"], limits.pages) and _is_count(content["revisions"], limits.of_a_kind))
        return Found(
            pages=content["pages"],
            properties=properties,
            revisions=content["revisions"],
            unseen=frozenset(unseen),
            passing=content["passing"],
            **{name: tuple(_facts(name, content[name], limits)) for name in LISTS},
        )
    except _MALFORMED as error:
        raise UntrustedAnswerError("facts of the worker's answer are malformed") from error


def _facts(name: str, values: Any, limits: FactLimits) -> list[Any]:
    """The facts of one kind; each value is what its field says."""
    _check(isinstance(values, list) and len(values) <= limits.of_a_kind)
    make = LISTS[name]
    found = []
    for value in values:
        _check(len(value) == len(make._fields))
        fact = make(*(_FIELDS[field](part) for field, part in zip(make._fields, value, strict=True)))
        _check(fact.page <= limits.pages and (name not in _WORDS or fact.kind in _WORDS[name]))
        found.append(fact)
    return found


def _check(holds: bool) -> None:
    if not holds:
        raise UntrustedAnswerError("a value of the worker's facts is out of range")


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST


def _is_count(value: Any, most: int) -> bool:
    return type(value) is int and 0 <= value <= most


def _text(value: Any) -> str:
    _check(_is_text(value))
    return str(value)


def _day(value: Any) -> str:
    _check(value == "" or (isinstance(value, str) and _DAY.fullmatch(value) is not None))
    return str(value)


def _truth(value: Any) -> bool:
    _check(type(value) is bool)
    return bool(value)


def _page(value: Any) -> int:
    _check(type(value) is int and value >= 1)
    return int(value)


def _words(value: Any) -> int:
    _check(_is_count(value, _MOST_WORDS))
    return int(value)


def _box(value: Any) -> tuple[float, ...] | None:
    _check(isinstance(value, list | NoneType))
    if value is None:
        return None
    _check(len(value) == _EDGES and all(type(edge) in {int, float} and abs(edge) <= _LARGEST for edge in value))
    return tuple(value)


_FIELDS: dict[str, Callable[[Any], Any]] = {
    "kind": _text,
    "author": _text,
    "name": _text,
    "on": _day,
    "taken_on": _day,
    "page": _page,
    "words": _words,
    "box": _box,
    "readable": Tri,
    "located": _truth,
    "named": _truth,
    "signed": _truth,
}
