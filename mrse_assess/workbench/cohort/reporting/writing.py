"""The folder of a report: documents to read, a workbook, and a file of numbers and pictures for each table."""

import json
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mrse_assess.cohort.publishing.remembering import as_file
from mrse_assess.cohort.report import Audience, Edition, cohort_report, csv_file, stem, xlsx_file
from mrse_assess.cohort.tables import CohortTable
from mrse_assess.errors import BadRequestError
from mrse_assess.isolation import WorkerPool
from mrse_assess.rendering import render
from mrse_assess.workbench.cohort.reporting.making import Report
from mrse_assess.workspace.files import sync_folder, write_durably

_DOCUMENTS = (".html", ".pdf")
_TABLES = "tables"
PUBLISHED = "published.json"
"""The name of the file that tells the next report what is public."""
_OWNER_ONLY = 0o700
_AT_ONCE = 8  # files: each is waited for until it is on the disk


def write_report(report: Report, folder: Path, pool: WorkerPool) -> tuple[Path, ...]:
    """Write both editions, each in a folder of its own; the whole folder appears at once, complete, or not at all.

    Returns:
        The paths of the documents and workbooks.

    Raises:
        BadRequestError: the folder exists, or cannot be written.
        WorkerError: a document could not be made.
    """
    if folder.exists():
        raise BadRequestError(
            f"{folder.name} exists already: name a new folder, so that no earlier report is mixed in."
        )
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as made:
            whole = Path(made) / "report"
            editions = (report.internal, report.publishable)
            with ThreadPoolExecutor(_AT_ONCE) as threads:  # they wait for the workers, and for the disk
                printed = {edition.audience: threads.submit(_printed, edition, pool) for edition in editions}
                for edition in editions:
                    (whole / edition.audience / _TABLES).mkdir(parents=True, mode=_OWNER_ONLY)
                    _write(threads, whole / edition.audience, _files(edition))
                for audience, documents in printed.items():
                    _write(threads, whole / audience, documents.result().items())
            write_durably(whole / PUBLISHED, as_file(report.published))
            whole.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise BadRequestError(f"The report cannot be written to {folder.name} ({error.strerror}).") from None
    return tuple(folder / edition / f"report{kind}" for edition in Audience for kind in (*_DOCUMENTS, ".xlsx"))


def _write(threads: Executor, folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    for written in [threads.submit(write_durably, folder / name, data) for name, data in files]:
        written.result()


def _printed(edition: Edition, pool: WorkerPool) -> dict[str, bytes]:
    """The documents by the names of their files."""
    document = cohort_report(edition)
    return {f"report{kind}": render(document, kind, pool) for kind in _DOCUMENTS}


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    yield "report.xlsx", xlsx_file(edition.tables)
    for table in edition.tables:
        yield f"{_TABLES}/{stem(table)}.csv", csv_file(table)
        figure = edition.figures.get(stem(table))
        if figure:
            yield f"{_TABLES}/{stem(table)}.svg", figure.svg
            yield f"{_TABLES}/{stem(table)}.png", figure.png
    yield "report.json", json.dumps(as_json(edition), ensure_ascii=False, indent=1).encode()


def as_json(edition: Edition) -> dict[str, Any]:
    """The tables of an edition as plain values. Without drill-down: no application is named in it."""
    return {
        "edition": str(edition.audience),
        "scheme": {"id": edition.scheme.id, "version": edition.scheme.version},
        "recorded": edition.recorded.isoformat() if edition.recorded else None,
        "left_out": _number_left_out(edition),
        "tables": [_table(table) for table in edition.tables],
    }


def _number_left_out(edition: Edition) -> int | None:
    """How many attempts are in no table; None where there are some and how many is not published."""
    number = len(edition.left_out)
    return None if number and edition.audience is Audience.PUBLISHABLE else number


def _table(table: CohortTable) -> dict[str, Any]:
    return {
        "id": table.id,
        "guidance": table.guidance,
        "attempts": table.attempts,
        "question": table.question,
        "title": table.title,
        "unit": str(table.unit),
        "applications": table.applications,
        "columns": [{"key": key, "label": label, "unit": table.numbers.get(key)} for key, label in table.columns],
        "rows": [
            {"key": list(row.key), "label": row.label, "cells": [_cell(cell) for cell in row.cells]}
            for row in table.rows
        ],
        "notes": list(table.notes),
    }


def _cell(cell: Any) -> dict[str, Any]:
    interval = cell.interval
    return {
        "count": cell.count,
        "of": cell.of,
        "value": cell.value,
        "interval": [interval.low, interval.high] if interval else None,
        "why": cell.why,
        "withheld": cell.withheld,
    }
