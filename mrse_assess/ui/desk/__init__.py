"""The presenter of the assess page: what each act asks of the workbench, and what it changes on the page."""

from mrse_assess.ui.desk.desk import Desk

__all__ = ["Desk"]
