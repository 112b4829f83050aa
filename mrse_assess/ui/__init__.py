"""The page: the only room that imports widgets."""

from mrse_assess.ui.opening import open_cohort, open_panel, open_workbench

__all__ = ["open_cohort", "open_panel", "open_workbench"]
