"""From how the portfolio is read to what the correction of the reading shows. No widget here; text goes out as text."""

from typing import Any

from mrse_assess.model.listing import listed
from mrse_assess.workbench.reading_views import FileReading, ItemReading, ReferenceLine, RowReading, WholeReading


def whole(reading: WholeReading) -> dict[str, Any]:
    """Every row of the table, every item, every file."""
    return {
        "rows": [_row(row) for row in reading.rows],
        "items": [_item(item) for item in reading.items],
        "files": [_file(file) for file in reading.files],
    }


def row_words(row: RowReading) -> str:
    """What was recorded of a row, as the status line says it, with what still leads nowhere."""
    named = [line.evidence_id for line in row.lines]
    nowhere = [line.evidence_id for line in row.lines if line.doubtful and line.state == "leads nowhere"]
    said = f"{row.sub_category} is read as {_items(named)}, corrected by you."
    return f"{said} No item bears {listed(nowhere)}: it leads nowhere." if nowhere else said


def _items(named: list[str]) -> str:
    if not named:
        return "naming no item"
    return f"item {named[0]}" if len(named) == 1 else f"items {listed(named)}"


def _row(row: RowReading) -> dict[str, Any]:
    return {
        "code": row.sub_category,
        "name": row.name,
        "file": row.file,
        "page": row.page,
        "box": [round(side, 4) for side in row.box] if row.box else None,
        "near": round(row.near, 4),
        "text": row.text,
        "lines": [_line(line) for line in row.lines],
    }


def _line(line: ReferenceLine) -> dict[str, Any]:
    return {
        "read_as": line.read_as,
        "id": line.evidence_id,
        "pages": line.pages,
        "state": line.state,
        "doubtful": line.doubtful,
        "corrected": line.corrected,
    }


def _item(item: ItemReading) -> dict[str, Any]:
    return {
        "id": item.evidence_id,
        "title": item.title,
        "spans": [{"file": span.file, "first": span.first, "last": span.last} for span in item.spans],
        "corrected": item.corrected,
        "added": item.added,
        "numbers": list(item.numbers),
        "printed": item.printed,
    }


def _file(file: FileReading) -> dict[str, Any]:
    return {"file": file.file, "pages": file.pages, "offset": file.offset}
