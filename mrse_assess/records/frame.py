"""Judgements as a pandas frame, and back: in memory, in CSV, XLSX and Parquet files."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from pyarrow.lib import ArrowException

from mrse_assess.errors import BadRequestError
from mrse_assess.model.judgement import Conclusion, Judgement, Judgements, PartConfirmation
from mrse_assess.records.columns import COLUMNS, Column, bad_cell, refuse_unknown, value_of
from mrse_assess.records.replay import natural
from mrse_assess.records.tables import Table, read_table, write_csv, write_xlsx
from mrse_assess.terms import Phase, Verdict

FORMATS = (".csv", ".xlsx", ".parquet")
"""The file names' endings that a frame can be written to and read from."""


def frame(judgements: Iterable[Judgements], codes: Sequence[str] = ()) -> pd.DataFrame:
    """One row per judgement and conclusion in force, of any number of applications.

    Rows are ordered by application, attempt, phase, assessor, sub-category and item, an assessor's conclusion after
    the items it is about. Ids and texts are of dtype string, never missing; a conclusion has no ``simulated`` and no
    ``mhra_reference``; ``recorded_at`` is UTC with microseconds. ``evidence_date`` and ``wording`` are there where a
    row has one.

    Args:
        judgements: what is in force, one value for each application and attempt.
        codes: the scheme's sub-categories in their order; without them, those that occur in natural order.

    Raises:
        BadRequestError: two rows have the same key, or a sub-category is not among ``codes``.
    """
    values: list[Judgement | Conclusion] = []
    for group in judgements:
        values.extend((*group.judgements, *group.conclusions))
    return _frame(list(enumerate(values, start=1)), codes)


def from_frame(table: pd.DataFrame) -> tuple[Judgement | Conclusion, ...]:
    """The inverse of :func:`frame`. Columns left out take their empty value.

    Raises:
        BadRequestError: naming the row (the first is 1) and column of what does not fit.
    """
    return tuple(value for _, value in _values(_table_of(table, first_row=1)))


def gathered(table: pd.DataFrame, parts: Iterable[PartConfirmation] = ()) -> tuple[Judgements, ...]:
    """The frame's judgements and the confirmed parts by application and attempt, in natural order.

    An application of which there are parts only is there too.
    """
    values, confirmed = from_frame(table), tuple(parts)
    pairs = {(value.application, value.attempt) for value in (*values, *confirmed)}
    return tuple(
        Judgements(
            application=application,
            attempt=attempt,
            judgements=tuple(_of(values, application, attempt, Judgement)),
            conclusions=tuple(_of(values, application, attempt, Conclusion)),
            parts=tuple(_of(confirmed, application, attempt, PartConfirmation)),
        )
        for application, attempt in sorted(pairs, key=lambda pair: (natural(pair[0]), pair[1]))
    )


def write_frame(table: pd.DataFrame, path: Path) -> None:
    """Write the frame to a ``.csv``, ``.xlsx`` or ``.parquet`` file (mode 0600), whole or not at all.

    The file is read back before it takes its name: what it will be read as is what was given.

    Raises:
        BadRequestError: another ending, a cell that does not fit, or a text that the format cannot hold exactly.
    """
    _refuse_format(path)
    ordered = _frame(_values(_table_of(table, first_row=1)), ())
    part = path.with_name(f".{path.stem}.part{path.suffix}")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
        _write(part, ordered)
        if from_frame(read_frame(part)) != from_frame(ordered):
            raise BadRequestError(
                f"A text cannot be kept exactly in a {path.suffix} file; write a .parquet file instead."
            )
        part.replace(path)
    except OSError as error:
        raise BadRequestError(f"{path.name} cannot be written ({error.strerror}).") from error
    finally:
        part.unlink(missing_ok=True)


def read_frame(path: Path, codes: Sequence[str] = ()) -> pd.DataFrame:
    """The frame in a ``.csv``, ``.xlsx`` or ``.parquet`` file; columns left out take their empty value.

    Raises:
        BadRequestError: the file cannot be read, has an unknown column (the allowed ones are named), a cell that does
            not fit or a row that is there twice (row and column are named; the header is row 1).
    """
    _refuse_format(path)
    return _frame(_values(_read_parquet(path) if path.suffix.lower() == ".parquet" else read_table(path)), codes)


def _refuse_format(path: Path) -> None:
    if path.suffix.lower() not in FORMATS:
        raise BadRequestError(f"{path.name} does not end in one of {', '.join(FORMATS)}.")


def _write(path: Path, table: pd.DataFrame) -> None:
    if path.suffix.lower() == ".parquet":
        table.to_parquet(path, index=False)
        return
    columns = [column for column in COLUMNS if column.name in table.columns]
    rows = [[column.text(_cell(value, column.name)) for column in columns] for value in from_frame(table)]
    (write_csv if path.suffix.lower() == ".csv" else write_xlsx)(path, [column.name for column in columns], rows)


def _read_parquet(path: Path) -> Table:
    try:
        return _table_of(pd.read_parquet(path), first_row=2)
    except (ArrowException, OSError) as error:
        raise BadRequestError(f"{path.name} cannot be read as a .parquet file.") from error


def _table_of(table: pd.DataFrame, first_row: int) -> Table:
    """The frame's cells as plain values."""
    columns = [[_plain(cell) for cell in table.iloc[:, place]] for place in range(table.shape[1])]
    rows = list(zip(*columns, strict=True)) if columns else []
    return Table(header=tuple(str(name) for name in table.columns), rows=tuple(enumerate(rows, start=first_row)))


def _plain(cell: Any) -> Any:
    """The Python value of a cell of pandas or NumPy, None where it is missing."""
    if pd.api.types.is_scalar(cell) and pd.isna(cell):
        return None
    if isinstance(cell, pd.Timestamp):
        return cell.to_pydatetime()
    return cell.item() if hasattr(cell, "item") else cell


def _values(table: Table) -> list[tuple[int, Judgement | Conclusion]]:
    refuse_unknown(table.header, COLUMNS)
    return [(number, value_of(dict(zip(table.header, cells, strict=True)), number)) for number, cells in table.rows]


def _frame(values: list[tuple[int, Judgement | Conclusion]], codes: Sequence[str]) -> pd.DataFrame:
    """The frame of numbered values; the numbers are for the messages."""
    _refuse_doubles(values)
    units = codes or sorted({value.sub_category for _, value in values}, key=natural)
    order = {code: place for place, code in enumerate(units)}
    for number, value in values:
        if value.sub_category not in order:
            raise bad_cell(number, "sub_category", f"must be one of {', '.join(codes)}")
    ordered = sorted((value for _, value in values), key=lambda value: _place(value, order))
    categories = {"phase": [str(p) for p in Phase], "verdict": [str(v) for v in Verdict], "sub_category": list(order)}
    columns = {}
    for column in COLUMNS:
        cells = [_cell(value, column.name) for value in ordered]
        if any(cells) or not column.later:
            columns[column.name] = _series(cells, column, categories)
    return pd.DataFrame(columns)


def _series(cells: list[Any], column: Column, categories: dict[str, list[str]]) -> pd.Series:
    dtype = column.dtype
    if dtype in categories:
        return pd.Series(pd.Categorical([str(cell) for cell in cells], categories=categories[dtype], ordered=True))
    if dtype == "moment":
        return pd.Series(cells, dtype=pd.DatetimeTZDtype("us", "UTC"))
    if dtype == "string":
        texts = [column.text(cell) if isinstance(cell, tuple) else cell for cell in cells]
        return pd.Series(texts, dtype=pd.StringDtype())
    return pd.Series(cells, dtype=dtype)


def _cell(value: Judgement | Conclusion, name: str) -> Any:
    """The value's field; what a conclusion has not is empty."""
    empty = {"simulated": None, "mhra_reference": None, "contribution": ()}
    return getattr(value, name, empty.get(name, ""))


def _place(value: Judgement | Conclusion, order: dict[str, int]) -> tuple[Any, ...]:
    _, attempt, phase, assessor, sub_category, evidence_id = value.key
    unit = (order[sub_category], evidence_id == "", natural(evidence_id))
    return (natural(value.application), attempt, list(Phase).index(phase), natural(assessor), *unit)


def _refuse_doubles(values: Sequence[tuple[int, Judgement | Conclusion]]) -> None:
    counts = Counter(value.key for _, value in values)
    for key, count in counts.items():
        if count > 1:
            rows = [str(number) for number, value in values if value.key == key]
            raise BadRequestError(
                f"Rows {', '.join(rows)} judge the same unit (application, attempt, phase, assessor, sub_category, "
                "evidence_id); keep one of them."
            )


def _of(values: Iterable[Any], application: str, attempt: int, kind: type[Any]) -> Iterable[Any]:
    return (v for v in values if isinstance(v, kind) and (v.application, v.attempt) == (application, attempt))
