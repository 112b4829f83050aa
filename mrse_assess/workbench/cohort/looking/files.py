"""One table, or the figure of it, as a file to take along: the same files as the report's."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from mrse_assess.cohort.figures import Figure
from mrse_assess.cohort.report import csv_file, stem, xlsx_file
from mrse_assess.cohort.tables import CohortTable
from mrse_assess.errors import BadRequestError


class FileKind(StrEnum):
    """What a table may be taken along as."""

    CSV = "csv"
    XLSX = "xlsx"
    SVG = "svg"
    PNG = "png"


_MEDIA: Final = {
    FileKind.CSV: "text/csv",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.SVG: "image/svg+xml",
    FileKind.PNG: "image/png",
}


@dataclass(frozen=True, kw_only=True)
class TakenAlong:
    """A file for the reader's downloads."""

    name: str
    media: str
    data: bytes


def file_of(
    kind: FileKind, table: CohortTable, figure: Figure | None, *, edition: str, about: Sequence[str] = ()
) -> TakenAlong:
    """The file of this kind.

    Args:
        kind: of the file.
        table: what stands in it.
        figure: of the table, None where there is none.
        edition: a word for the file's name that tells it from others of the same table.
        about: sentences that have to go with the numbers, such as by which filters they were cut down.

    Raises:
        BadRequestError: a picture is asked for and the table has none.
    """
    data = _data(kind, replace(table, notes=(*about, *table.notes)), figure)
    return TakenAlong(name=f"{stem(table)}_{edition}.{kind}", media=_MEDIA[kind], data=data)


def _data(kind: FileKind, table: CohortTable, figure: Figure | None) -> bytes:
    if kind is FileKind.CSV:
        return csv_file(table)
    if kind is FileKind.XLSX:
        return xlsx_file((table,))
    if figure is None:
        raise BadRequestError("This table has no figure: it says it better. Take the rows along.")
    return figure.svg if kind is FileKind.SVG else figure.png
