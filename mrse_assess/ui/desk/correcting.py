"""Correcting how the table and the items were read."""

from mrse_assess.ui.desk.table import Acts, Table


class Correcting:
    """The correction of the reading, made when it is first opened."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.acts: Acts = {}

    def show(self) -> None:
        """Show the reading as it is now, if the correction was ever opened."""
