"""The choices of a seed: every axis and trait, spread so that any 60 seeds in a row hold every value several times."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

_T = TypeVar("_T")

TABLES: Final = (
    *(("ruled", "pdf"), ("ruled", "folder"), ("ruled", "zip"), ("rules", "pdf"), ("rules", "pdf"), ("rules", "docx")),
    *(("zebra", "pdf"), ("zebra", "folder"), ("bare", "pdf"), ("bare", "zip"), ("typed", "pdf"), ("typed", "folder")),
    *(("ticks", "pdf"), ("ticks", "docx"), ("inverted", "pdf"), ("inverted", "zip"), ("two_headers", "pdf")),
    *(("two_headers", "folder"), ("per_category", "pdf"), ("per_category", "folder"), ("merged", "pdf")),
    *(("merged", "docx"), ("broken_rows", "pdf"), ("broken_rows", "zip"), ("landscape", "pdf"), ("landscape", "pdf")),
    *(("two_column", "pdf"), ("two_column", "pdf"), ("picture", "pdf"), ("picture", "folder"), ("docx", "folder")),
    *(("docx", "zip"), ("none", "pdf"), ("none", "docx")),
)
"""Table style and what is sent, as pairs that go together."""

SOURCES: Final = (
    "digital",
    "digital",
    "scan",
    "digital",
    "ocr_layer",
    "digital",
    "scan",
    "digital",
    "ocr_layer",
    "digital",
)

BOUND: Final = (
    *("bookmarks", "dividers", "stamps", "headings", "contents_pages", "sub_items"),
    *("bookmarks", "dividers", "stamps", "headings", "dividers", "sub_items"),
)
LOOSE: Final = (
    *("files", "folders", "sub_items", "files", "folders", "stamps"),
    *("files", "folders", "dividers", "files", "bookmarks", "folders"),
)
FLOWING: Final = ("headings", "dividers", "headings", "sub_items")

COUNTED_BOUND: Final = ("item", "printed", "item_after_divider", "file", "item", "printed", "none", "printed")
COUNTED_LOOSE: Final = ("item", "portfolio", "item", "printed", "none", "portfolio")
COUNTED_PARTS: Final = ("file", "portfolio", "item", "file", "item_after_divider", "printed")

WORDINGS: Final = (
    *("evidence", "short", "item_brackets", "bare", "appendix", "padded_section", "plural"),
    *("prose", "titled", "colon", "columns", "exhibit", "hash", "dotted"),
)
CODES: Final = (
    "plain",
    "titled",
    "point",
    "bracket",
    "roman",
    "category_word",
    "plain",
    "titled",
    "sub_word",
    "three_one",
)
NOTES: Final = ("brackets", "comment", "hypothetical", "square", "star", "letter")
NOT_CLAIMED: Final = ("empty", "dash", "n/a", "left_out", "none_word")
AUTH: Final = ("pairs", "letter", "absent", "lines", "unsigned", "typed", "pairs", "prose", "ink", "grid")
COVER: Final = ("labels", "sentence", "none", "name_only", "labels", "slashes", "table", "header_only")
CONTENTS: Final = ("dots", "table", "claims", "plain", "absent", "claims_pages", "bullets", "table")
FONTS: Final = (
    *("Office Sans", "Libertinus Serif", "DejaVu Sans", "Office Serif", "STIXGeneral", "New Computer Modern"),
    *("Office Sans", "DejaVu Serif"),
)
EXTRAS: Final = (
    *("second copy", "two tables", "contents beside table", "missing", "orphans", "simulated", "page beyond item"),
    *("mixed kinds", "whole parent", "rotated pages", "some scans", "long", "two missing", "blank pages"),
)
"""Traits that a portfolio may have on top; each seed has two to four of them."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What a seed makes. The first five are the axes of the set; see the lists of this file for the others."""

    seed: int
    table: str
    file: str
    source: str
    segments: str
    counting: str
    parts: bool  # the evidence lies in one or a few bound files of a folder
    wording: str
    codes: str
    notes: str
    not_claimed: str
    auth: str
    cover: str
    contents: str
    font: str
    drawn: bool  # the front matter is set word by word and not typeset
    extras: frozenset[str]


def choose(seed: int) -> Choice:
    """The choices of ``seed``, without building anything."""
    table, file = _turn(TABLES, seed, "table")
    source = _turn(SOURCES, seed, "source")
    if file == "docx" or table in {"docx", "picture"}:
        source = "digital"
    segments, parts = _segments(seed, file)
    counting = _counting(seed, file, table, segments, parts=parts)
    extras = _extras(seed)
    wording = _turn(WORDINGS, seed, "wording")
    if wording in {"bare", "hash", "colon", "plural"} and segments in {"files", "folders"}:
        wording = "file_name" if seed % 3 else wording
    if table == "two_column" and wording == "columns":
        wording = "short"
    return Choice(
        seed=seed,
        table=table,
        file=file,
        source=source,
        segments=segments,
        counting=counting,
        parts=parts,
        wording=wording,
        codes=_turn(CODES, seed, "codes"),
        notes=_turn(NOTES, seed, "notes"),
        not_claimed=_turn(NOT_CLAIMED, seed, "not claimed"),
        auth=_turn(AUTH, seed, "auth"),
        cover=_turn(COVER, seed, "cover"),
        contents=_contents(seed, segments, table),
        font=_turn(FONTS, seed, "font"),
        drawn=file != "docx"
        and table not in {"docx", "picture", "two_column"}
        and _turn((True, False, False, False), seed, "drawn"),
        extras=extras,
    )


def _segments(seed: int, file: str) -> tuple[str, bool]:
    values = {"pdf": BOUND, "docx": FLOWING}.get(file, LOOSE)
    segments = _turn(values, seed, "segments")
    parts = file in {"folder", "zip"} and segments in {"stamps", "dividers", "bookmarks"}
    return segments, parts


def _counting(seed: int, file: str, table: str, segments: str, *, parts: bool) -> str:
    if file == "docx":
        return "none"
    values = COUNTED_BOUND if file == "pdf" else COUNTED_PARTS if parts else COUNTED_LOOSE
    counting = _turn(values, seed, "counting")
    if table == "docx" and counting == "portfolio":
        return "item"
    if segments == "contents_pages" and counting == "item_after_divider":
        return "item"
    return counting


def _contents(seed: int, segments: str, table: str) -> str:
    contents = _turn(CONTENTS, seed, "contents")
    if segments == "contents_pages" and contents not in {"dots", "claims_pages"}:
        return "dots"
    return "dots" if table == "none" and contents in {"claims", "claims_pages"} and seed % 2 else contents


def _extras(seed: int) -> frozenset[str]:
    """Two to four traits: each of them comes to its turn as often as the others."""
    first, second = _turn(EXTRAS, seed, "first extra"), _turn(EXTRAS, seed, "second extra")
    third = _turn((*EXTRAS, "", ""), seed, "third extra")
    return frozenset({first, second, third} - {""})


def _turn(values: Sequence[_T], seed: int, name: str) -> _T:
    """The value whose turn it is: each run of ``len(values)`` seeds holds all of them, in an order of its own."""
    block, place = divmod(seed, len(values))
    order = list(range(len(values)))
    random.Random(f"{name} {block}").shuffle(order)  # noqa: S311 a choice, not a secret
    return values[order[place]]
