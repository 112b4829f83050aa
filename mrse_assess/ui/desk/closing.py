"""The check list before sealing, sealing and reopening."""

from typing import Any

from mrse_assess.ui.desk.table import Acts, Table


class Closing:
    """The seal of the assessment, made when it is first opened."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.acts: Acts = {}

    def shown(self) -> dict[str, Any]:
        """What the header says about the seal."""
        return {"sealed": ""}

    def show(self) -> None:
        """Show the check list as it is now, if it was ever opened."""
