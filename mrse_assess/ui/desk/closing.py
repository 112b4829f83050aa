"""The check list before sealing, sealing and reopening."""

from mrse_assess.ui.desk.table import Acts, Table
from mrse_assess.ui.fields import Fields
from mrse_assess.ui.pane import SealPane
from mrse_assess.ui.present_seal import seal

LONGEST_WHY = 2000


class Closing:
    """The seal of the assessment, made when it is first opened."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._pane: SealPane | None = None
        self.acts: Acts = {"seal_view": self._open, "seal": self._seal, "reopen": self._reopen}

    def shown(self) -> dict[str, str]:
        """What the header says about the seal: since when, "" while open."""
        return {"sealed": self._table.bench.course.sealed()}

    def show(self) -> None:
        """Show that the assessment was sealed or reopened; the check list is made anew whenever it is opened."""
        if self._pane is not None and bool(self._table.bench.course.sealed()) != self._pane.shown["sealed"]:
            self._paint(self._pane)

    def _paint(self, pane: SealPane) -> None:
        pane.show(seal(self._table.bench.course.seal_view()))

    def _open(self, _: Fields) -> str:
        if self._pane is None:
            self._pane = SealPane(self._table.name, self._table.hear, **seal(self._table.bench.course.seal_view()))
            self._table.room.add(self._pane)
        else:
            self._paint(self._pane)
            self._pane.tell({"open": True})
        return ""

    def _seal(self, _: Fields) -> str:
        self._table.receipt = self._table.bench.course.seal()
        self._table.show_again()
        return "Sealed."

    def _reopen(self, fields: Fields) -> str:
        self._table.receipt = self._table.bench.course.reopen(fields.text("why", longest=LONGEST_WHY))
        self._table.show_again()
        return "Reopened."
