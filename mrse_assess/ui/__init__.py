"""The page: the only room that imports widgets."""

from mrse_assess.ui.opening import open_panel, open_workbench

__all__ = ["open_panel", "open_workbench"]
