"""Correcting how the table and the items were read."""

import logging
from concurrent.futures import Future
from typing import Any

from mrse_assess.errors import BadRequestError, MrseAssessError
from mrse_assess.ui import present_reading
from mrse_assess.ui.desk.table import Acts, Table
from mrse_assess.ui.edge import OUR_FAULT, log_fault
from mrse_assess.ui.fields import Fields
from mrse_assess.ui.pane import CorrectionPane
from mrse_assess.workbench.reading_views import CellPicture, ReferenceEntry, RowReading, SpanLine
from mrse_assess.workbench.views import Unit

logger = logging.getLogger(__name__)

TABS = ("table", "items", "files")
LONGEST_CELL = 1000
LONGEST_WHY = 1000
HIGHEST_PAGE = 100_000
MOST_ASKED = 100_000


class Correcting:
    """The correction of the reading, made when it is first opened."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._pane: CorrectionPane | None = None
        self._version = table.bench.reading.version()
        self._shown_version = ""
        self.acts: Acts = {
            "correct": self._open,
            "correct_row": self._row,
            "correct_item": self._item,
            "set_offset": self._offset,
            "split_cell": self._split,
            "cell": self._cell,
        }

    def follow(self) -> None:
        """When the reading is another: leave a unit that it no longer has, and go to a cited page that moved."""
        table, version = self._table, self._table.bench.reading.version()
        if version == self._version:
            return
        self._version = version
        if table.unit is None:
            return
        if not table.is_known(table.unit):
            table.show_unit(self._instead_of(table.unit), 0)
        elif table.unit.sub_category and table.unit.evidence_id:
            cited = table.bench.judgement(table.unit).cited_page
            if cited != table.room.viewer.shown.get("cited_page"):
                table.show_unit(table.unit, 0)

    def show(self) -> None:
        """Show the reading as it is now, if the correction was ever opened."""
        if self._pane is not None and self._shown_version != self._version:
            self._pane.show({**self._pane.shown, **self._whole()})

    # ------------------------------------------------------------ opening

    def _open(self, fields: Fields) -> str:
        code = self._table.read_code(fields) if fields.identifier("sub_category") else ""
        tab = fields.identifier("tab") or TABS[0]
        if tab not in TABS:
            raise BadRequestError("The page named a part of the reading that is not known. Reload the page.")
        first = {"row": code, "tab": tab, "item": fields.identifier("evidence_id")}
        if self._pane is None:
            self._pane = CorrectionPane(self._table.name, self._table.hear, **self._whole(), first=first)
            self._table.room.add(self._pane)
        else:
            self._pane.tell({"open": first})
        return ""

    def _whole(self) -> dict[str, Any]:
        self._shown_version = self._table.bench.reading.version()
        return present_reading.whole(self._table.bench.reading.reading())

    def _instead_of(self, unit: Unit) -> Unit:
        """What stands in the place of a claim that a correction took away: what it is read as, else its neighbours."""
        row = self._reading_of(unit.sub_category)
        lines = row.lines if row else ()
        meant = next((line.evidence_id for line in lines if line.read_as == unit.evidence_id), "")
        open_line = next((line.evidence_id for line in lines if line.doubtful), "")
        claims = self._table.claims(unit.sub_category)
        for evidence_id in (meant, open_line):
            if Unit(unit.sub_category, evidence_id) in claims:
                return Unit(unit.sub_category, evidence_id)
        whole = Unit(unit.sub_category, "")
        return next(iter(claims), whole if self._table.is_known(whole) else self._table.order()[0])

    def _reading_of(self, code: str) -> RowReading | None:
        rows = self._table.bench.reading.reading().rows
        return next((row for row in rows if row.sub_category == code), None)

    # ------------------------------------------------------------ recording

    def _row(self, fields: Fields) -> str:
        code = self._table.read_code(fields)
        entries = [
            ReferenceEntry(
                read_as=one.identifier("read_as"),
                evidence_id=one.text("evidence_id", longest=LONGEST_CELL),
                pages=one.identifier("pages"),
            )
            for one in fields.inners("entries")
        ]
        self._table.receipt = self._table.bench.reading.correct_row(code, entries, self._why(fields))
        row = self._reading_of(code)
        return self._recorded({"row": code}, present_reading.row_words(row) if row else "")

    def _item(self, fields: Fields) -> str:
        evidence_id = fields.identifier("evidence_id")
        spans = [
            SpanLine(
                file=one.identifier("file"),
                first=one.number("first", 1, HIGHEST_PAGE),
                last=one.number("last", 1, HIGHEST_PAGE),
            )
            for one in fields.inners("spans")
        ]
        reading = self._table.bench.reading
        self._table.receipt = reading.correct_item(evidence_id, fields.text("title"), spans, self._why(fields))
        said = "is no item of the portfolio" if not spans else "has the pages that you named"
        return self._recorded({"item": evidence_id}, f"Item {evidence_id} {said}, corrected by you.")

    def _offset(self, fields: Fields) -> str:
        file = fields.identifier("file")
        take_back = fields.flag("take_back")
        offset = None if take_back else fields.number("offset", -HIGHEST_PAGE, HIGHEST_PAGE)
        self._table.receipt = self._table.bench.reading.set_offset(file, offset, self._why(fields))
        said = f"{file}: the printed page numbers are read as the program found them."
        if offset is not None:
            said = f"{file}: printed page {max(1, 1 - offset)} is page {max(1, 1 - offset) + offset} of the file."
        return self._recorded({"file": file}, said)

    def _recorded(self, what: dict[str, str], said: str) -> str:
        self._table.show_again()
        if self._pane is not None:
            self._pane.tell({"recorded": what, "said": said})
        return said

    @staticmethod
    def _why(fields: Fields) -> str:
        return fields.text("why", longest=LONGEST_WHY).strip()

    # ------------------------------------------------------------ asking

    def _split(self, fields: Fields) -> str:
        """Take a whole cell typed into one field apart; what is recorded is taken apart again."""
        asked = fields.number("asked", 0, MOST_ASKED)
        entries = self._table.bench.reading.split(fields.text("text", longest=LONGEST_CELL))
        if self._pane is not None:
            found = [{"id": one.evidence_id, "pages": one.pages} for one in entries]
            self._pane.tell({"split": found, "asked": asked})
        return ""

    def _cell(self, fields: Fields) -> str:
        code = self._table.read_code(fields)
        future = self._table.bench.reading.cell_picture(code)
        if future is not None:
            self._table.loop.when_done(future, lambda done: self._deliver(done, code))
        return ""

    def _deliver(self, future: "Future[CellPicture]", code: str) -> None:
        if self._pane is None:
            return
        try:
            picture = future.result()
        except MrseAssessError as error:
            self._pane.tell({"no_cell": str(error), "code": code})
        except Exception as error:  # noqa: BLE001 - the edge: the page must say that it will not come
            log_fault(logger, "drawing the table's page", error)
            self._pane.tell({"no_cell": OUR_FAULT, "code": code})
        else:
            size = {"w": picture.width, "h": picture.height}
            self._pane.tell(
                {"cell": {"file": picture.file, "page": picture.page, "media": picture.media, **size}}, picture.data
            )
