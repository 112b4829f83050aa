"""The three panes and their header as one grid of widgets."""

from mrse_assess.ui.boxes import DOMWidget, column, grid, markup
from mrse_assess.ui.pane import (
    ConclusionPane,
    FindingsPane,
    FormPane,
    HeaderPane,
    Hearer,
    NowherePane,
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
        self.nowhere = NowherePane(name, hear)
        self.guidance_head = markup()
        self.guidance = markup()
        self.findings = FindingsPane(name, hear)
        self.form = FormPane(name, hear)
        self.conclusion = ConclusionPane(name, hear)
        left = column("mrse-list", [self.worklist, self.standing])
        guide = column("mrse-guide", [self.guidance, self.findings])
        right = column("mrse-judge", [self.guidance_head, guide, self.form, self.conclusion])
        self.root = grid("mrse-room", [self.header, left, self.viewer, self.nowhere, right], height)

    def add(self, pane: DOMWidget) -> None:
        """Bring a pane in that is made when it is first asked for."""
        self.root.children = (*self.root.children, pane)
