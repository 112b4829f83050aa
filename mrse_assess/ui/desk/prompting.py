"""What the program noticed of the item on screen: shown, put aside with a reason, brought back."""

import logging
from concurrent.futures import Future
from typing import Any

from mrse_assess.errors import MrseAssessError
from mrse_assess.ui import present
from mrse_assess.ui.desk.table import Acts, Table
from mrse_assess.ui.edge import OUR_FAULT, log_fault
from mrse_assess.ui.fields import Fields
from mrse_assess.workbench.chronology import DatesPicture
from mrse_assess.workbench.views import Unit

logger = logging.getLogger(__name__)

LONGEST_REASON = 500


class Prompting:
    """The list of findings. While screening is still at work the page is shown again once it is done."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._waits: Future[Any] | None = None
        self.acts: Acts = {"dismiss": self._dismiss, "bring_back": self._bring_back, "dates": self._dates}

    def wait(self) -> None:
        """Show the page again when what screening is making is there."""
        made = self._table.bench.prompting.waited_for()
        if made is None or made is self._waits:
            return
        self._waits = made
        self._table.loop.when_done(made, self._take)

    def _take(self, made: "Future[Any]") -> None:
        if made is self._waits:
            self._table.bench.prompting.made()
            self._table.show_again()

    def _dismiss(self, fields: Fields) -> str:
        unit = self._table.read_unit(fields)
        why = fields.text("why", longest=LONGEST_REASON)
        self._table.receipt = self._table.bench.prompting.dismiss(unit, fields.identifiers("ids"), why)
        self._table.show_again()
        return f"Prompt put aside for {self._named(unit)}."

    def _bring_back(self, fields: Fields) -> str:
        unit = self._table.read_unit(fields)
        self._table.receipt = self._table.bench.prompting.bring_back(unit, fields.identifiers("ids"))
        self._table.show_again()
        return f"Prompt stands again for {self._named(unit)}."

    def _dates(self, _: Fields) -> str:
        self._table.loop.when_done(self._table.bench.prompting.dates(), self._deliver)
        return "The dates are being drawn."

    def _deliver(self, drawn: "Future[DatesPicture]") -> None:
        try:
            picture = drawn.result()
        except MrseAssessError as error:
            self._table.refuse(None, str(error))
        except Exception as error:  # noqa: BLE001 - the edge: the page must say that no picture comes
            log_fault(logger, "drawing the dates", error)
            self._table.refuse(None, OUR_FAULT)
        else:
            self._table.room.findings.tell({"dates": picture.words, "media": picture.media}, picture.data)

    @staticmethod
    def _named(unit: Unit) -> str:
        return present.unit_words(unit)
