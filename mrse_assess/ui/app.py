"""The assess page as one widget: the start page, or an application at once. What the notebook shows."""

import os
from typing import Any
from urllib.parse import parse_qs

from mrse_assess.errors import BadRequestError
from mrse_assess.ui.boxes import DOMWidget, column
from mrse_assess.ui.controller import WorkspaceController
from mrse_assess.ui.desk import Desk
from mrse_assess.ui.office import OfficePage
from mrse_assess.ui.reception import Reception


def assess_app(workspace: WorkspaceController, *, application: str | None = None, height: str = "100dvh") -> DOMWidget:
    """The assess page.

    Args:
        workspace: the applications and their workbenches.
        application: the one to open at once; by default the one named in the page's address, so that a reload comes
            back to it, else the start page is shown.
        height: CSS height of the page: the window in Voilà, a length such as "760px" in a JupyterLab cell.
    """
    return _App(workspace, height).begin(application or _application_of_address())


class _App:
    def __init__(self, workspace: WorkspaceController, height: str) -> None:
        self._workspace = workspace
        self._height = height
        self._root = column("mrse-app")
        self._keep: Any = None

    def begin(self, application: str | None) -> DOMWidget:
        if application:
            try:
                self.open(application)
            except BadRequestError:
                self.start()
        else:
            self.start()
        return self._root

    def open(self, application: str) -> None:
        desk = Desk(self._workspace.open_application(application), height=self._height, leave=self.start)
        self._keep = desk
        self._root.children = (desk.room.root,)

    def start(self) -> None:
        reception = Reception(self._workspace, self.open, self.settings, height=self._height)
        self._keep = reception
        self._root.children = (reception.pane,)

    def settings(self) -> None:
        office = OfficePage(self._workspace.office(), self.start, height=self._height)
        self._keep = office
        self._root.children = (office.pane,)


def _application_of_address() -> str | None:
    """The application named in the page's address (Voilà hands the query to the kernel)."""
    return next(iter(parse_qs(os.environ.get("QUERY_STRING", "")).get("application", [])), None)
