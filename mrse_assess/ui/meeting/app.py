"""The panel page as one widget, and the letter of an application opened from it: what the notebook shows."""

from typing import Any

from mrse_assess.errors import BadRequestError
from mrse_assess.ui.address import in_address
from mrse_assess.ui.boxes import DOMWidget, column
from mrse_assess.ui.letter.page import LetterPage
from mrse_assess.ui.meeting.desk import MeetingDesk
from mrse_assess.workbench.letter_life.page_views import Way
from mrse_assess.workbench.panel.hall import Hall


def panel_app(hall: Hall, *, application: str | None = None, height: str = "100dvh") -> DOMWidget:
    """The panel page.

    Args:
        hall: the applications that this person may bring before the panel.
        application: the one to open at once; by default the one named in the page's address, or whose letter is.
        height: CSS height of the page: the window in Voilà, a length such as "760px" in a JupyterLab cell.
    """
    return MeetingApp(hall, height).begin(application or in_address("application"), in_address("letter"))


class MeetingApp:
    """The panel page or a letter, one of them at a time."""

    def __init__(self, hall: Hall, height: str) -> None:
        self._hall = hall
        self._height = height
        self._root = column("mrse-app")
        self._keep: Any = None

    def begin(self, application: str | None, letter: str | None) -> DOMWidget:
        """The page as it opens; a letter that is not this person's shows the applications."""
        try:
            if letter and not application:
                self.open_letter(letter)
            else:
                self.open_panel(application)
        except BadRequestError:
            self.open_panel(None)
        return self._root

    def open_panel(self, application: str | None) -> None:
        """The list of applications, or one of them on the table."""
        desk = MeetingDesk(self._hall, application, self.open_letter, height=self._height)
        self._keep = desk
        self._root.children = (desk.pane,)

    def open_letter(self, application: str) -> None:
        """The letter of an application; from it the way leads back to the panel on it.

        Raises:
            BadRequestError: this person may not look at it, or not yet.
        """

        def back() -> None:
            self.open_panel(application)

        letter = self._hall.letter(application)
        page = LetterPage(letter, back, height=self._height, back="Panel", ways={Way.PANEL.value: back})
        self._keep = page
        self._root.children = (page.pane,)
