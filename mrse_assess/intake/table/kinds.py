"""Columns that say of each reference whether the work was real or simulated: in words, or by letters with a key."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from mrse_assess.intake.cells.cell import Known
from mrse_assess.intake.cells.phrases import says_simulated
from mrse_assess.intake.cells.references import read_cell
from mrse_assess.intake.grids.grid import Row
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import flat

_HEAD: Final = re.compile(r"\b(?:real|actual|genuine|live)\b", re.IGNORECASE)
_REAL: Final = frozenset(
    {"real", "actual", "genuine", "live", "authentic", "not simulated", "real case", "actual case"}
)
_YES: Final = frozenset({"y", "yes", "true", "x", "\u2713", "\u2714", "\u2611", "\u2612", "s", "sim", "h", "hyp"})
_NO: Final = frozenset({"n", "no", "false", "-", "--", "r", "a", "none", "n/a"})
_DENIED: Final = re.compile(r"\b(?:no(?!\.?\s*\d)|not|none|real|actual|genuine)\b", re.IGNORECASE)
_ANSWER: Final = re.compile(r"\W*(?:yes|y|true|simulated|sim|no|n)\b(?!\.?\s*\d)[\s:,(\[\u2013-]*", re.IGNORECASE)
"""What stands before the names of items in such a cell: "Yes (E4)", "N: E5"; "No. 5" is a name."""
_LEAST: Final = 2  # cells


def kinds_among(columns: Sequence[int], headers: Sequence[str], rows: Sequence[Row], known: Known) -> int | None:
    """The first of the columns that says nothing else, or None."""
    texts = {place: [row.cells[place].text for row in rows] for place in columns}
    return next((place for place in columns if is_of_kinds(headers[place], texts[place], known.marks)), None)


def is_of_kinds(header: str, texts: Sequence[str], marks: Collection[str]) -> bool:
    """Whether a column's cells say nothing but that work was real, or that it was not.

    Letters say so where the key of the table explains one of them (``marks``), or the heading what they are about.
    """
    said = [each for text in texts for each in _parts(text)]
    if len(said) < _LEAST:
        return False
    worded = all(each in _REAL or says_simulated(each) for each in said)
    letters = all(len(each) == 1 and each.isalpha() for each in said)
    explained = bool(set(said) & set(marks)) or _HEAD.search(header) is not None
    return (worded and any(each in _REAL for each in said)) or (letters and explained and len(set(said)) <= _LEAST)


def simulated_among(text: str, count: int) -> tuple[bool, ...]:
    """Of so many references, which the cell beside them calls simulated: all alike, or each by a line of its own."""
    parts = _parts(text)
    said = [each in _YES or says_simulated(each) for each in parts]
    if not all(yes or each in _REAL | _NO for yes, each in zip(said, parts, strict=True)):
        return (says_simulated(text),) * count  # words, of which a line says nothing by itself
    return tuple(said) if len(said) == count else (bool(said) and all(said),) * count


def simulated_by_name(text: str, ids: Sequence[str], known: Known) -> tuple[bool, ...]:
    """Of these references, which the cell beside them calls simulated by their names: "Yes: E4"; () where by none."""
    whole = _named(flat(text), known)
    if not whole or not whole <= set(ids):
        return ()
    parts = [part for part in re.split(r"[\n;,]+", plain(text)) if part.strip()]
    apart = [(_named(part, known), not _DENIED.search(part)) for part in parts]
    if not all(named for named, _ in apart):  # "Yes:" above the name, or a name that goes on below
        apart = [(whole, not _DENIED.search(plain(text)))]
    return tuple(any(each in named and yes for named, yes in apart) for each in ids)


def _named(text: str, known: Known) -> frozenset[str]:
    named = _ANSWER.sub("", plain(text), count=1).rstrip(" )].") if _ANSWER.match(plain(text)) else text
    found = read_cell(named, known).references
    return frozenset(each.evidence_id for each in found) if any(each.labelled for each in found) else frozenset()


def _parts(text: str) -> list[str]:
    lines = re.split(r"[\n;]+", plain(text))
    return [part for line in lines if (part := " ".join(line.lower().split()).strip("()[]. "))]
