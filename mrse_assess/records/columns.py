"""The columns of a judgement frame: what a cell may hold, and the values that a row stands for.

Nothing here knows pandas or a file format: a cell is text, number, truth value, moment or None.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from math import isfinite
from typing import Any

from mrse_assess.errors import BadRequestError
from mrse_assess.model.dates import is_evidence_date
from mrse_assess.model.judgement import Conclusion, Judgement
from mrse_assess.model.wordings import Wording, joined_wordings, wordings
from mrse_assess.records.canonical import moment_text
from mrse_assess.records.payloads import is_unwritable
from mrse_assess.terms import Phase, Verdict

Cell = Any
"""str, int, float, bool, datetime, or None for an empty cell."""


class CellError(ValueError):
    """A cell that does not fit its column. The message says what would, and never quotes the cell."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column. ``parse`` takes a cell to a value, ``text`` a value to its one spelling in a spreadsheet.

    A ``later`` column was added to the frame since: a frame in which no row has anything to say in it leaves it out.
    """

    name: str
    dtype: str  # the frame's: string, Int64, boolean, moment, or the name of a category
    parse: Callable[[Cell], Any]
    text: Callable[[Any], str] = str
    later: bool = False


def text_cell(cell: Cell) -> str:
    """The text of a cell. A whole number is the id that somebody typed; other numbers and dates are refused."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        if is_unwritable(cell):
            raise CellError("holds a character that cannot be stored")
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool) and float(cell).is_integer():
        return str(int(cell))
    raise CellError("is a number, date or truth value; format the column as text and type the cell again")


def code_cell(cell: Cell) -> str:
    """The text of a sub-category's code; a spreadsheet's number 4.1 is the code "4.1"."""
    return repr(cell) if isinstance(cell, float) and isfinite(cell) and not cell.is_integer() else text_cell(cell)


def count_cell(cell: Cell) -> int:
    """A whole number from 1; empty is 1."""
    text = text_cell(cell)
    if text == "":
        return 1
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and int(text) >= 1):  # noqa: PLR2004 - fits Int64
        raise CellError("must be a whole number from 1")
    return int(text)


def flag_cell(cell: Cell) -> bool | None:
    """True, false, or None for an empty cell."""
    if isinstance(cell, bool):
        return cell
    said = {"": None, "true": True, "false": False}
    text = text_cell(cell).lower()
    if text not in said:
        raise CellError("must be true, false or empty")
    return said[text]


def moment_cell(cell: Cell) -> datetime | None:
    """A moment in UTC, or None for an empty cell."""
    if cell is None or cell == "":
        return None
    try:
        value = cell if isinstance(cell, datetime) else datetime.fromisoformat(text_cell(cell))
        if value.tzinfo is not None:
            return value.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise CellError("must be a moment with its time zone, as 2026-11-21T14:02:07+00:00")


def evidence_date_cell(cell: Cell) -> str:
    """A day, a month or a year; a spreadsheet's date is its day."""
    text = cell.date().isoformat() if isinstance(cell, datetime) else text_cell(cell)
    if not is_evidence_date(text):
        raise CellError("must be a day, a month or a year, as 2021-03-05, 2021-03 or 2021")
    return text


def wordings_cell(cell: Cell) -> tuple[Wording, ...]:
    """Own words for reasons, one line each."""
    try:
        return wordings(text_cell(cell))
    except BadRequestError:
        raise CellError("must be lines of a reason's id, a colon, a space and a sentence, each reason once") from None


def ids_cell(cell: Cell) -> tuple[str, ...]:
    """Ids joined by semicolons."""
    text = text_cell(cell)
    ids = tuple(text.split(";")) if text else ()
    if "" in ids:
        raise CellError("must be ids joined by semicolons, none of them empty")
    return ids


def joined_ids(ids: Sequence[str]) -> str:
    """The inverse of :func:`ids_cell`.

    Raises:
        BadRequestError: an id is empty or holds a semicolon.
    """
    if any(not one or ";" in one for one in ids):
        raise BadRequestError("An id of a reason or contribution is empty or holds a semicolon; use the scheme's ids.")
    return ";".join(ids)


def _word(words: type[StrEnum], *, empty: StrEnum | None = None) -> Callable[[Cell], Any]:
    allowed = {str(word): word for word in words}

    def parse(cell: Cell) -> StrEnum:
        text = text_cell(cell)
        if text == "" and empty is not None:
            return empty
        if text not in allowed:
            raise CellError(f"must be one of {', '.join(allowed)}")
        return allowed[text]

    return parse


def _required(parse: Callable[[Cell], str]) -> Callable[[Cell], str]:
    def parse_required(cell: Cell) -> str:
        if text := parse(cell):
            return text
        raise CellError("must not be empty")

    return parse_required


def _flag_text(flag: bool | None) -> str:
    return "" if flag is None else str(flag).lower()


def _moment_text(moment: datetime | None) -> str:
    return moment_text(moment) if moment else ""


def _text(name: str) -> Column:
    return Column(name=name, dtype="string", parse=text_cell)


def _ids(name: str) -> Column:
    return Column(name=name, dtype="string", parse=ids_cell, text=joined_ids)


def _flag(name: str) -> Column:
    return Column(name=name, dtype="boolean", parse=flag_cell, text=_flag_text)


COLUMNS: tuple[Column, ...] = (
    Column(name="application", dtype="string", parse=_required(text_cell)),
    Column(name="attempt", dtype="Int64", parse=count_cell),
    Column(name="phase", dtype="phase", parse=_word(Phase, empty=Phase.INDIVIDUAL)),
    _text("assessor"),
    Column(name="sub_category", dtype="sub_category", parse=_required(code_cell)),
    _text("evidence_id"),
    Column(name="verdict", dtype="verdict", parse=_word(Verdict)),
    _ids("reasons"),
    _text("primary_reason"),
    _flag("simulated"),
    _flag("mhra_reference"),
    _text("independent_group"),
    _ids("contribution"),
    _text("feedback"),
    Column(name="recorded_at", dtype="moment", parse=moment_cell, text=_moment_text),
    _text("scheme_version"),
    _text("event"),
    _text("seen"),
    Column(name="target", dtype="string", parse=code_cell),
    _text("other_item"),
    _text("quote"),
    _text("page"),
    _text("mhra_section"),
    _text("to_panel"),
    Column(name="evidence_date", dtype="string", parse=evidence_date_cell, later=True),
    Column(name="wording", dtype="string", parse=wordings_cell, text=joined_wordings, later=True),
)
"""The columns of a judgement frame in their order."""

OF_ITEMS_ONLY = ("simulated", "mhra_reference", "independent_group", "contribution", "mhra_section")
"""Columns that are empty (or false) in the row of a conclusion."""


def value_of(cells: Mapping[str, Cell], row: int) -> Judgement | Conclusion:
    """The judgement, or for a row without evidence_id the conclusion, that a row stands for.

    Raises:
        BadRequestError: naming the row and column of the first cell that does not fit.
    """
    values: dict[str, Any] = {}
    for column in COLUMNS:
        values[column.name] = parsed_cell(column, cells.get(column.name), row)
    if values["evidence_id"]:
        if values["verdict"] is Verdict.NOTHING_OFFERED:
            raise bad_cell(row, "verdict", "must not be nothing_offered where there is an evidence_id")
        values["simulated"], values["mhra_reference"] = bool(values["simulated"]), bool(values["mhra_reference"])
        return Judgement(**values)
    for name in OF_ITEMS_ONLY:
        if values[name]:
            raise bad_cell(row, name, "must be empty in a conclusion (a row without evidence_id)")
    del values["evidence_id"]
    return Conclusion(**{name: value for name, value in values.items() if name not in OF_ITEMS_ONLY})


def parsed_cell(column: Column, cell: Cell, row: int) -> Any:
    """The value of one cell; BadRequestError with row and column where it does not fit."""
    try:
        return column.parse(cell)
    except CellError as error:
        raise bad_cell(row, column.name, str(error)) from None


def bad_cell(row: int, column: str, what: str) -> BadRequestError:
    """The refusal of a cell."""
    return BadRequestError(f"Row {row}, column {column}: the cell {what}.")


def refuse_unknown(header: tuple[str, ...], columns: tuple[Column, ...]) -> None:
    """Refuse a table with a column that is not known, or twice there.

    Raises:
        BadRequestError: naming the place of the column and the allowed names.
    """
    allowed = [column.name for column in columns]
    for place, name in enumerate(header, start=1):
        if name not in allowed:
            raise BadRequestError(f"The heading of column {place} is not known; allowed are {', '.join(allowed)}.")
        if header.index(name) != place - 1:
            raise BadRequestError(f"The column {name} is there twice; keep one of them.")
