"""How the assessor likes the page."""

from typing import Any

from mrse_assess.ui.desk.table import Acts, Table


class Preferring:
    """Keys, and what happens after a verdict."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.acts: Acts = {}

    def shown(self) -> dict[str, Any]:
        """The preferences as the header needs them."""
        liked = self._table.bench.preferring.preferences()
        return {"keys": dict(liked.keys), "single_keys": liked.single_keys, "go_on": liked.go_on_after_verdict}
