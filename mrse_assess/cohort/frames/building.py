"""Rows become frames: nullable columns, ordered words, ids as text, unique keys; kept as Parquet in between."""

import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from mrse_assess.cohort.frames.arrow import ChunkedArray, Table, pa, pc, pq
from mrse_assess.cohort.frames.case import CaseRows, Row
from mrse_assess.cohort.frames.columns import SHAPES, Column, Kind, Shape, Vocabulary

_TYPES: Mapping[Kind, Any] = {
    Kind.TEXT: pa.string(),
    Kind.WORD: pa.string(),
    Kind.COUNT: pa.int64(),
    Kind.FLAG: pa.bool_(),
    Kind.DAY: pa.date32(),
    Kind.MOMENT: pa.timestamp("us", tz="UTC"),
}
DAY = "datetime64[s]"
MOMENT = pd.DatetimeTZDtype("us", "UTC")


@dataclass(frozen=True, kw_only=True)
class CohortFrames:
    """The long frames of a cohort, with the columns of :data:`.columns.SHAPES`.

    Every sub-category of an application's scheme has a row in ``sub_categories``, and all words are categories of
    their columns: group with ``observed=False``, and what nobody had is there with 0. ``assessments`` is None for
    readers who may not see it, and where it was not asked for. ``screened`` has rows only of applications whose
    screening is kept.
    """

    applications: pd.DataFrame
    rules: pd.DataFrame
    sub_categories: pd.DataFrame
    items: pd.DataFrame
    reasons: pd.DataFrame
    moments: pd.DataFrame
    screened: pd.DataFrame
    assessments: pd.DataFrame | None = None


def frames(rows: Iterable[CaseRows], words: Vocabulary) -> CohortFrames:
    """The frames of these cases; without any, frames with every column and no row.

    Raises:
        ValueError: a row is there twice, or a word is not among those of its column.
    """
    return frames_of(tables(rows), words)


def tables(rows: Iterable[CaseRows]) -> dict[str, Table]:
    """The rows as tables by the names of the frames, before words are given their order.

    Raises:
        ValueError: a row is there twice.
    """
    given = tuple(rows)
    made = {name: _table([row for one in given for row in getattr(one, name)], shape) for name, shape in SHAPES.items()}
    for name, table in made.items():
        refuse_doubles(name, table)
    return made


def frames_of(made: Mapping[str, Table], words: Vocabulary) -> CohortFrames:
    """The frames of tables, those that are not given left out where they may be.

    Raises:
        ValueError: a word is not among those of its column.
    """
    names = [one.name for one in fields(CohortFrames)]
    return CohortFrames(**{name: _frame(made[name], SHAPES[name], words) for name in names if name in made})


def from_rows(name: str, columns: Sequence[str], rows: Sequence[Row], words: Vocabulary) -> pd.DataFrame:
    """Rows of some columns of a frame, of all of them where none is named, as :func:`frames` makes them.

    Raises:
        ValueError: a word is not among those of its column.
    """
    shape = SHAPES[name]
    chosen = replace(shape, columns=tuple(one for one in shape.columns if one.name in (columns or shape.names)))
    return _frame(_table(rows, chosen), chosen, words)


def to_parquet(table: Table) -> bytes:
    """The table as a Parquet file."""
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue()


def from_parquet(data: bytes, name: str) -> Table:
    """The table of the frame ``name``; ValueError where the bytes are not one of its shape."""
    try:
        table = pq.read_table(pa.BufferReader(data))
    except (pa.ArrowException, OSError) as error:
        raise ValueError(f"not a table of {name}") from error
    if not table.schema.equals(_schema(SHAPES[name])):
        raise ValueError(f"not a table of {name}")
    return table


def only(table: Table, applications: Collection[str]) -> Table:
    """The rows of these applications."""
    return table.filter(pc.is_in(table["application"], value_set=pa.array(applications, pa.string())))


def in_order(name: str, several: Iterable[Table]) -> Table:
    """The rows of several tables of one frame, by application; those of one application stay as they are."""
    given = sorted((one for one in several if one.num_rows), key=_ends)
    whole = pa.concat_tables([_table([], SHAPES[name]), *given])
    if all(_ends(one)[1] < _ends(other)[0] for one, other in pairwise(given)) and all(map(_is_sorted, given)):
        return whole
    return whole.take(pc.sort_indices(whole, sort_keys=[("application", "ascending")]))


def refuse_doubles(name: str, table: Table) -> None:
    """Refuse a table in which two rows have the same key: a join would multiply the rows of others.

    Raises:
        ValueError: naming the frame, never what stands in it.
    """
    key = list(SHAPES[name].key)
    if table.num_rows and table.group_by(key).aggregate([]).num_rows != table.num_rows:
        raise ValueError(f"two rows of {name} have the same {', '.join(key)}")


def joined(left: pd.DataFrame, right: pd.DataFrame, on: Sequence[str]) -> pd.DataFrame:
    """Each row of the left frame with the one of the right that has the same key: never more rows than before.

    Raises:
        ValueError: the key is not unique on the right.
    """
    found = left.merge(right, how="left", on=list(on), validate="many_to_one")
    if len(found) != len(left):
        raise ValueError("a join multiplied rows")
    return found


def _schema(shape: Shape) -> Any:
    return pa.schema([(column.name, _TYPES[column.kind]) for column in shape.columns])


def _table(rows: Sequence[Row], shape: Shape) -> Table:
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(shape.columns)
    arrays = [pa.array(own, _TYPES[column.kind]) for column, own in zip(shape.columns, cells, strict=True)]
    return Table.from_arrays(arrays, schema=_schema(shape))


def _frame(table: Table, shape: Shape, words: Vocabulary) -> pd.DataFrame:
    columns = {column.name: _cells(table[column.name], column, words) for column in shape.columns}
    return pd.DataFrame(columns, copy=False)


def _cells(cells: ChunkedArray, column: Column, words: Vocabulary) -> Any:
    if column.words is not None:
        return _categorical(cells, column.name, words[column.words])
    if column.kind is Kind.TEXT:
        return pd.StringDtype("pyarrow").__from_arrow__(cells)
    if column.kind is Kind.COUNT:
        return pd.Int64Dtype().__from_arrow__(cells)
    if column.kind is Kind.FLAG:
        return pd.BooleanDtype().__from_arrow__(cells)
    if column.kind is Kind.DAY:
        return pd.array(cells.to_numpy().astype(DAY), dtype=DAY)
    return MOMENT.__from_arrow__(cells)


def _categorical(cells: ChunkedArray, name: str, words: tuple[str, ...]) -> Any:
    codes = pc.index_in(cells, value_set=pa.array(words, pa.string()))
    if codes.null_count != cells.null_count:
        raise ValueError(f"a cell of {name} has another word than its column knows")
    numbers = pc.fill_null(codes, -1).to_numpy().astype(np.int16)
    return pd.Categorical.from_codes(numbers, categories=pd.Index(words, dtype="str"), ordered=True)


def _ends(table: Table) -> tuple[str, str]:
    ends = pc.min_max(table["application"])
    return ends["min"].as_py(), ends["max"].as_py()


def _is_sorted(table: Table) -> bool:
    names = table["application"].combine_chunks()
    return bool(pc.all(pc.less_equal(names[:-1], names[1:])).as_py()) if len(names) > 1 else True
