"""The table of confirmed parts that ``decide --parts`` takes."""

from pathlib import Path

from mrse_assess.errors import BadRequestError
from mrse_assess.model.judgement import PartConfirmation
from mrse_assess.records.columns import Column, bad_cell, count_cell, flag_cell, parsed_cell, refuse_unknown, text_cell
from mrse_assess.records.tables import read_table

PART_COLUMNS: tuple[Column, ...] = (
    Column(name="application", dtype="string", parse=text_cell),
    Column(name="attempt", dtype="Int64", parse=count_cell),
    Column(name="part", dtype="string", parse=text_cell),
    Column(name="confirmed", dtype="boolean", parse=flag_cell),
)


def read_parts(path: Path) -> tuple[PartConfirmation, ...]:
    """The confirmations in a ``.csv`` or ``.xlsx`` table with the columns application, attempt, part, confirmed.

    An empty attempt is 1. A row that leaves ``confirmed`` empty is pending, and so is no confirmation.

    Raises:
        BadRequestError: the file cannot be read, has an unknown column, or a cell (row and column named) that does not
            fit; two rows confirm the same part.
    """
    if path.suffix.lower() not in {".csv", ".xlsx"}:
        raise BadRequestError(f"{path.name} does not end in .csv or .xlsx.")
    table = read_table(path)
    refuse_unknown(table.header, PART_COLUMNS)
    seen: dict[tuple[str, int, str], int] = {}
    parts = []
    for number, cells in table.rows:
        by_name = dict(zip(table.header, cells, strict=True))
        values = {column.name: parsed_cell(column, by_name.get(column.name), number) for column in PART_COLUMNS}
        for name in ("application", "part"):
            if not values[name]:
                raise bad_cell(number, name, "must not be empty")
        key = (values["application"], values["attempt"], values["part"])
        if key in seen:
            raise BadRequestError(f"Rows {seen[key]} and {number} confirm the same part; keep one of them.")
        seen[key] = number
        if values["confirmed"] is not None:
            parts.append(PartConfirmation(**values))
    return tuple(parts)
