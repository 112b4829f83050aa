"""Undo and redo."""

from mrse_assess.errors import BadRequestError
from mrse_assess.ui.desk.table import Acts, Table
from mrse_assess.ui.fields import Fields
from mrse_assess.workbench.course_views import Undone

LONGEST_NAME = 1000


class Undoing:
    """The assessor's latest act taken back, and brought back."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.acts: Acts = {"undo": self._undo, "redo": self._redo}

    def shown(self) -> dict[str, str]:
        """What the header says about undoing."""
        view = self._table.bench.course.undoable()
        return {"undo": view.undo, "redo": view.redo}

    def _undo(self, fields: Fields) -> str:
        course = self._table.bench.course
        self._check_named(fields, course.undoable().undo, "undone")
        return self._say("Undone", course.undo())

    def _redo(self, fields: Fields) -> str:
        course = self._table.bench.course
        self._check_named(fields, course.undoable().redo, "done again")
        return self._say("Done again", course.redo())

    def _check_named(self, fields: Fields, words: str, what: str) -> None:
        """Refuse to undo another act than the one that the page named when it was asked."""
        named = fields.text("named", longest=LONGEST_NAME)
        if named and words and named != words:
            self._table.show_again()
            raise BadRequestError(f"Something was recorded just before, so nothing was {what}. Next would be: {words}.")

    def _say(self, what: str, undone: Undone) -> str:
        self._table.receipt = undone.receipt
        if undone.unit is not None and undone.unit != self._table.unit and self._table.is_known(undone.unit):
            self._table.show_unit(undone.unit, 0)
        self._table.show_again()
        return f"{what}: {undone.words}."
