"""A page of the evidence as the panel looks at it."""

from concurrent.futures import Future

from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workbench.pictures import picture_of_page
from mrse_assess.workbench.views import PagePicture


def page_for_panel(table: PanelTable, evidence_id: str, number: int, dpi: int) -> "Future[PagePicture]":
    """Page ``number`` (from 1) of the item; the future fails with a MrseAssessError.

    Raises:
        BadRequestError: the item is not in the portfolio, or has no such page.
    """
    return picture_of_page(table.workspace, table.portfolio, evidence_id, number, dpi)
