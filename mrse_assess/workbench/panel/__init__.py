"""One meeting of the panel on one application: what the panel page and the panel's commands talk to."""

from mrse_assess.workbench.panel.session import PanelSession

__all__ = ["PanelSession"]
