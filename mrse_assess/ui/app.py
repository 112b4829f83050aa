"""The assess page as one widget: the start page, or an application at once. What the notebook shows."""

from collections.abc import Callable
from typing import Any

from mrse_assess.errors import BadRequestError
from mrse_assess.ui.address import in_address
from mrse_assess.ui.boxes import DOMWidget, column
from mrse_assess.ui.controller import WorkspaceController
from mrse_assess.ui.desk import Desk
from mrse_assess.ui.letter.page import LetterPage
from mrse_assess.ui.office import OfficePage
from mrse_assess.ui.reception import Reception
from mrse_assess.workbench.letter_life.page_views import Way


def assess_app(workspace: WorkspaceController, *, application: str | None = None, height: str = "100dvh") -> DOMWidget:
    """The assess page.

    Args:
        workspace: the applications and their workbenches.
        application: the one to open at once; by default the one named in the page's address, so that a reload comes
            back to it, else the start page is shown.
        height: CSS height of the page: the window in Voilà, a length such as "760px" in a JupyterLab cell.
    """
    return _App(workspace, height).begin(application or in_address("application"), in_address("letter"))


class _App:
    def __init__(self, workspace: WorkspaceController, height: str) -> None:
        self._workspace = workspace
        self._height = height
        self._root = column("mrse-app")
        self._keep: Any = None

    def begin(self, application: str | None, letter: str | None) -> DOMWidget:
        try:
            if letter and not application:
                self.letter(letter)
            elif application:
                self.open(application)
            else:
                self.start()
        except BadRequestError:
            self.start()
        return self._root

    def open(self, application: str) -> None:
        desk = Desk(self._workspace.open_application(application), height=self._height, leave=self.start)
        self._keep = desk
        self._root.children = (desk.room.root,)

    def start(self) -> None:
        reception = Reception(self._workspace, self.open, self.settings, open_letter=self.letter, height=self._height)
        self._keep = reception
        self._root.children = (reception.pane,)

    def settings(self, leave: Callable[[], None] | None = None) -> None:
        office = OfficePage(self._workspace.office(), leave or self.start, height=self._height)
        self._keep = office
        self._root.children = (office.pane,)

    def letter(self, application: str) -> None:
        """The letter of an application on a page of its own; its grounds lead to the settings and back."""

        def settings() -> None:
            self.settings(lambda: self.letter(application))

        ways = {Way.SETTINGS.value: settings} if self._workspace.is_office() else {}
        page = LetterPage(self._workspace.letter(application), self.start, height=self._height, ways=ways)
        self._keep = page
        self._root.children = (page.pane,)
