"""How the assessor likes the page."""

from dataclasses import replace
from typing import Any

from mrse_assess.ui.desk.table import Acts, Table
from mrse_assess.ui.fields import Fields
from mrse_assess.ui.pane import SettingsPane

LONGEST_KEY = 12


class Preferring:
    """Keys, and what happens after a verdict. The dialog is made when it is first opened."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._pane: SettingsPane | None = None
        self.acts: Acts = {"settings": self._open, "prefer": self._prefer}

    def shown(self) -> dict[str, Any]:
        """The preferences as the header needs them."""
        liked = self._table.bench.preferring.preferences()
        return {"keys": dict(liked.keys), "single_keys": liked.single_keys, "go_on": liked.go_on_after_verdict}

    def show(self) -> None:
        """Show the preferences as they are kept, if the dialog was ever opened."""
        if self._pane is not None:
            self._pane.show(self._dialog())

    def _open(self, _: Fields) -> str:
        if self._pane is None:
            self._pane = SettingsPane(self._table.name, self._table.hear, **self._dialog())
            self._table.room.add(self._pane)
        else:
            self.show()
            self._pane.tell({"open": True})
        return ""

    def _dialog(self) -> dict[str, Any]:
        return {**self.shown(), "continuous": self._table.bench.preferring.preferences().continuous}

    def _prefer(self, fields: Fields) -> str:
        preferring = self._table.bench.preferring
        preferring.prefer(
            replace(
                preferring.preferences(),
                keys=fields.names("keys", longest=LONGEST_KEY),
                single_keys=fields.flag("single_keys"),
                go_on_after_verdict=fields.flag("go_on_after_verdict"),
                continuous=fields.flag("continuous"),
            )
        )
        self._table.show_again()
        return "Settings kept."
