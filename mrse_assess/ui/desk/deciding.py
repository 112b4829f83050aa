"""Required parts, the outcome, the letter."""

import logging
from concurrent.futures import Future
from typing import Any

from mrse_assess.errors import BadRequestError, MrseAssessError
from mrse_assess.terms import OutcomeKind
from mrse_assess.ui import present_letter
from mrse_assess.ui.desk.table import Acts, Table
from mrse_assess.ui.edge import OUR_FAULT, log_fault
from mrse_assess.ui.fields import Fields
from mrse_assess.ui.pane import LetterPane
from mrse_assess.workbench.outcome_views import LetterFile, LetterForm

logger = logging.getLogger(__name__)


class Deciding:
    """The letter drawer, made when it is first opened."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._pane: LetterPane | None = None
        self.acts: Acts = {
            "letter": self._open,
            "part": self._part,
            "outcome": self._outcome,
            "letter_file": self._file,
            "reading": self._reading,
        }

    def show(self) -> None:
        """Show the draft as the records stand, if the drawer was ever opened."""
        if self._pane is not None:
            self._pane.show(self._drawer())

    def _open(self, _: Fields) -> str:
        if self._pane is None:
            self._pane = LetterPane(self._table.name, self._table.hear, **self._drawer())
            self._table.room.add(self._pane)
        else:
            self.show()
            self._pane.tell({"open": True})
        return ""

    def _drawer(self) -> dict[str, Any]:
        bench = self._table.bench
        return present_letter.drawer(bench.parts(), bench.outcomes(), bench.letter())

    def _part(self, fields: Fields) -> str:
        part = fields.identifier("part")
        if part not in {known.part for known in self._table.bench.parts()}:
            raise BadRequestError("The page named a part that the scheme does not have. Reload the page.")
        self._table.receipt = self._table.bench.confirm_part(part, confirmed=fields.flag("confirmed"))
        self._table.show_again()
        return "Recorded."

    def _reading(self, fields: Fields) -> str:
        clause, value = fields.identifier("clause"), fields.identifier("value")
        self._table.receipt = self._table.bench.choose_reading(clause, value, fields.text("ground", longest=2000))
        self._table.show_again()
        return "Recorded. The rules are counted so now."

    def _outcome(self, fields: Fields) -> str:
        kind, ground = fields.one_of("kind", OutcomeKind), fields.text("ground").strip()
        choice = next((one for one in self._table.bench.outcomes().choices if one.kind is kind), None)
        if choice is None or choice.why_not:
            raise BadRequestError(choice.why_not if choice else "The scheme does not have this outcome.")
        if choice.needs_ground and not ground:
            raise BadRequestError("This outcome needs its ground in words. Write it, then choose the outcome.")
        self._table.receipt = self._table.bench.choose_outcome(kind, ground)
        self._table.show_again()
        return f"Outcome chosen: {choice.name}."

    def _file(self, fields: Fields) -> str:
        form = fields.one_of("form", LetterForm)
        self._table.loop.when_done(self._table.bench.letter_file(form), self._deliver)
        return "The letter is being drawn."

    def _deliver(self, future: "Future[LetterFile]") -> None:
        try:
            made = future.result()
        except MrseAssessError as error:
            self._table.refuse(None, str(error))
        except Exception as error:  # noqa: BLE001 - the edge
            log_fault(logger, "drawing the letter", error)
            self._table.refuse(None, OUR_FAULT)
        else:
            if self._pane is not None:
                self._pane.tell({"file": made.name, "media": made.media}, made.data)
