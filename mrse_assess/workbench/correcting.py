"""Correcting how the table and the items were read."""

from collections.abc import Sequence
from concurrent.futures import Future

from mrse_assess.errors import BadRequestError
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.reading_views import CellPicture, ReferenceEntry, SpanLine, WholeReading
from mrse_assess.workbench.views import Receipt


class Correcting:
    """Corrections of the reading, as records of this assessor."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment

    def reading(self) -> WholeReading:
        """Everything that can be corrected."""
        return WholeReading(rows=(), items=(), files=())

    def cell_picture(self, sub_category: str) -> "Future[CellPicture | None]":
        """The applicant's own row of the table."""
        raise BadRequestError("Correcting is not possible yet.")

    def correct_row(self, sub_category: str, entries: Sequence[ReferenceEntry], why: str) -> Receipt:
        """Say what the row should be read as."""
        raise BadRequestError("Correcting is not possible yet.")

    def correct_item(self, evidence_id: str, title: str, spans: Sequence[SpanLine], why: str) -> Receipt:
        """Say which pages an item has."""
        raise BadRequestError("Correcting is not possible yet.")

    def set_offset(self, file: str, offset: int, why: str) -> Receipt:
        """Say how a file's printed pages count."""
        raise BadRequestError("Correcting is not possible yet.")
