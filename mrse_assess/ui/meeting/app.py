"""The panel page as one widget: what the notebook shows."""

import os
from urllib.parse import parse_qs

from mrse_assess.ui.boxes import DOMWidget, column
from mrse_assess.ui.meeting.desk import MeetingDesk
from mrse_assess.workbench.panel.hall import Hall


def panel_app(hall: Hall, *, application: str | None = None, height: str = "100dvh") -> DOMWidget:
    """The panel page.

    Args:
        hall: the applications that this person may bring before the panel.
        application: the one to open at once; by default the one named in the page's address.
        height: CSS height of the page: the window in Voilà, a length such as "760px" in a JupyterLab cell.
    """
    named = next(iter(parse_qs(os.environ.get("QUERY_STRING", "")).get("application", [])), None)
    desk = MeetingDesk(hall, application or named, height=height)
    return column("mrse-app", [desk.pane])
