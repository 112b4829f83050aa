"""Undo and redo."""

from mrse_assess.ui.desk.table import Acts, Table
from mrse_assess.ui.fields import Fields
from mrse_assess.workbench.course_views import Undone


class Undoing:
    """The assessor's latest act taken back, and brought back."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.acts: Acts = {"undo": self._undo, "redo": self._redo}

    def shown(self) -> dict[str, str]:
        """What the header says about undoing."""
        view = self._table.bench.course.undoable()
        return {"undo": view.undo, "redo": view.redo}

    def _undo(self, _: Fields) -> str:
        return self._say("Undone", self._table.bench.course.undo())

    def _redo(self, _: Fields) -> str:
        return self._say("Done again", self._table.bench.course.redo())

    def _say(self, what: str, undone: Undone) -> str:
        self._table.receipt = undone.receipt
        if undone.unit is not None and undone.unit != self._table.unit and self._table.is_known(undone.unit):
            self._table.show_unit(undone.unit, 0)
        self._table.show_again()
        return f"{what}: {undone.words}."
