"""The kinds of field that a payload is made of: what fits, and how it is kept as JSON."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import isfinite
from typing import Any

from mrse_assess.errors import BadRequestError
from mrse_assess.model.dates import is_evidence_date
from mrse_assess.model.places import PageSpan
from mrse_assess.model.wordings import joined_wordings, wordings


def _same(value: Any) -> Any:
    return value


@dataclass(frozen=True, kw_only=True)
class FieldKind:
    """One kind of field. ``fits`` is asked of the JSON value; ``apart`` marks free text, which can be erased."""

    name: str
    fits: Callable[[Any], bool]
    pack: Callable[[Any], Any] = _same
    unpack: Callable[[Any], Any] = _same
    apart: bool = False


def choice(words: type[StrEnum]) -> FieldKind:
    """One of the words of an enumeration."""
    allowed = {str(word) for word in words}
    return FieldKind(
        name="one of " + ", ".join(sorted(allowed)),
        fits=lambda value: isinstance(value, str) and value in allowed,
        pack=str,
        unpack=words,
    )


def choices(words: type[StrEnum]) -> FieldKind:
    """Some of the words of an enumeration, each once."""
    allowed = {str(word) for word in words}
    return FieldKind(
        name="a list of some of " + ", ".join(sorted(allowed)),
        fits=lambda value: _is_words(value) and set(value) <= allowed and len(set(value)) == len(value),
        pack=lambda value: [str(word) for word in value],
        unpack=lambda value: tuple(map(words, value)),
    )


def _is_words(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(word, str) for word in value)


def _is_day(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return value == "" or date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_wordings(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(wordings(value) or not value)
    except BadRequestError:
        return False


def _is_span(value: Any) -> bool:
    return (
        isinstance(value, Mapping)
        and set(value) == {"file", "first", "last"}
        and isinstance(value["file"], str)
        and all(isinstance(value[end], int) and not isinstance(value[end], bool) for end in ("first", "last"))
        and 1 <= value["first"] <= value["last"]
    )


def _is_spans(value: Any) -> bool:
    """Spans as they are kept: one text, since it holds the applicant's names of files; older records have a list."""
    try:
        spans = _spans_in(value)
    except ValueError:
        return False
    return isinstance(spans, list | tuple) and all(_is_span(span) for span in spans)


def _spans_in(value: Any) -> Any:
    if isinstance(value, str):
        return json.loads(value) if value else []
    return value


def _joined_spans(spans: Iterable[PageSpan]) -> str:
    given = [{"file": span.file, "first": span.first, "last": span.last} for span in spans]
    return json.dumps(given, ensure_ascii=False, sort_keys=True, separators=(",", ":")) if given else ""


def _is_boxes(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(
        isinstance(box, list | tuple)
        and len(box) == 4  # noqa: PLR2004 - left, top, right, bottom
        and all(isinstance(side, int | float) and not isinstance(side, bool) and isfinite(side) for side in box)
        for box in value
    )


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


WORD = FieldKind(name="a text", fits=lambda value: isinstance(value, str))
NAME = FieldKind(name="a text that is not empty", fits=lambda value: isinstance(value, str) and value != "")
TEXT = FieldKind(name="a text", fits=lambda value: isinstance(value, str), apart=True)
FLAG = FieldKind(name="true or false", fits=lambda value: isinstance(value, bool))
WORDS = FieldKind(name="a list of texts", fits=_is_words, pack=list, unpack=tuple)
IDS = FieldKind(  # joined by ";" in a frame
    name="a list of ids without a semicolon, none empty",
    fits=lambda value: _is_words(value) and all(word and ";" not in word for word in value),
    pack=list,
    unpack=tuple,
)
DAY = FieldKind(
    name="a date as 2026-11-21, or empty",
    fits=_is_day,
    pack=lambda day: day.isoformat() if day else "",
    unpack=lambda text: date.fromisoformat(text) if text else None,
)
EVIDENCE_DATE = FieldKind(
    name="a day, a month or a year as 2026-11-21, or empty",
    fits=lambda value: isinstance(value, str) and is_evidence_date(value),
)
WORDINGS = FieldKind(
    name="own words, a line for each reason",
    fits=_is_wordings,
    pack=joined_wordings,
    unpack=wordings,
    apart=True,
)
SPANS = FieldKind(
    name="a list of page spans",
    fits=_is_spans,
    pack=_joined_spans,
    unpack=lambda value: tuple(PageSpan(**span) for span in _spans_in(value)),
    apart=True,
)
BOXES = FieldKind(
    name="a list of boxes of four numbers",
    fits=_is_boxes,
    pack=lambda boxes: [[round(float(side), 2) for side in box] for box in boxes],
    unpack=lambda boxes: tuple(tuple(box) for box in boxes),
)
WHOLE = FieldKind(name="a whole number", fits=_is_whole)
