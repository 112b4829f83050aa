"""The assess page as one widget: the start page, an application or the cohort at once. What the notebook shows."""

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


def cohort_app(workspace: WorkspaceController, *, height: str = "100dvh") -> DOMWidget:
    """The same, beginning with the cohort.

    Raises:
        BadRequestError: statistics are not for this person.
    """
    return _App(workspace, height).begin_with_cohort()


class _App:
    def __init__(self, workspace: WorkspaceController, height: str) -> None:
        self._workspace = workspace
        self._height = height
        self._root = column("mrse-app")
        self._keep: Any = None
        self._cohort: Any = None  # stays as it is while an application or letter is looked at from it

    def begin(self, application: str | None, letter: str | None) -> DOMWidget:
        try:
            if letter and not application:
                self.letter(letter)
            elif application:
                self.open(application)
            elif in_address("cohort"):
                self.cohort()
            else:
                self.start()
        except BadRequestError:
            self.start()
        return self._root

    def begin_with_cohort(self) -> DOMWidget:
        self.cohort()
        return self._root

    def open(self, application: str, leave: Callable[[], None] | None = None) -> None:
        desk = Desk(self._workspace.open_application(application), height=self._height, leave=leave or self.start)
        self._keep = desk
        self._root.children = (desk.room.root,)

    def start(self) -> None:
        self._cohort = None
        cohort = self.cohort if self._workspace.sees_cohort() else None
        reception = Reception(
            self._workspace,
            self.open,
            self.settings,
            open_letter=self.letter,
            open_cohort=cohort,
            height=self._height,
        )
        self._keep = reception
        self._root.children = (reception.pane,)

    def settings(self, leave: Callable[[], None] | None = None) -> None:
        office = OfficePage(self._workspace.office(), leave or self.start, height=self._height)
        self._keep = office
        self._root.children = (office.pane,)

    def letter(self, application: str, leave: Callable[[], None] | None = None) -> None:
        """The letter of an application on a page of its own; its grounds lead to the settings and back."""

        def settings() -> None:
            self.settings(lambda: self.letter(application, leave))

        ways = {Way.SETTINGS.value: settings} if self._workspace.is_office() else {}
        page = LetterPage(
            self._workspace.letter(application),
            leave or self.start,
            height=self._height,
            back="Cohort" if leave else "Applications",
            ways=ways,
        )
        self._keep = page
        self._root.children = (page.pane,)

    def cohort(self) -> None:
        """The cohort; from an application or letter that is opened there the way leads back to what was looked at."""
        from mrse_assess.ui.cohort.page import CohortPage  # noqa: PLC0415 - pandas: seldom needed, and slow to come
        from mrse_assess.ui.cohort.parts import Ways  # noqa: PLC0415 - likewise

        if self._cohort is None:
            ways = Ways(
                application=lambda one: self.open(one, self.cohort),
                letter=lambda one: self.letter(one, self.cohort),
                leave=self.start,
            )
            self._cohort = CohortPage(self._workspace.cohort(), ways, height=self._height)
        self._keep = self._cohort
        self._root.children = (self._cohort.pane,)
