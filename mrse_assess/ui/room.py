"""The three panes and their header as one grid of widgets."""

import ipywidgets

from mrse_assess.ui.pane import (
    ConclusionPane,
    FindingsPane,
    FormPane,
    HeaderPane,
    Hearer,
    StandingPane,
    ViewerPane,
    WorklistPane,
)


class Room:
    """Every pane of one open application. ``root`` is what the notebook shows.

    ``name`` tells this page's panes from another's; ``height`` is CSS: the window in Voilà, a length in JupyterLab.
    """

    def __init__(self, name: str, height: str, hear: Hearer) -> None:
        self.header = HeaderPane(name, hear)
        self.worklist = WorklistPane(name, hear)
        self.standing = StandingPane(name, hear)
        self.viewer = ViewerPane(name, hear)
        self.guidance_head = ipywidgets.HTML()
        self.guidance = ipywidgets.HTML()
        self.findings = FindingsPane(name, hear)
        self.form = FormPane(name, hear)
        self.conclusion = ConclusionPane(name, hear)
        left = _box("mrse-list", self.worklist, self.standing)
        guide = _box("mrse-guide", self.guidance, self.findings)
        right = _box("mrse-judge", self.guidance_head, guide, self.form, self.conclusion)
        self.root = ipywidgets.GridBox([self.header, left, self.viewer, right])
        self.root.layout.height = height
        self.root.add_class("mrse-room")

    def add(self, pane: ipywidgets.Widget) -> None:
        """Bring a pane in that is made when it is first asked for."""
        self.root.children = (*self.root.children, pane)


def _box(css: str, *children: ipywidgets.Widget) -> ipywidgets.VBox:
    box = ipywidgets.VBox(children)
    box.add_class(css)
    return box
