"""What the notebook calls: open the workspace and show the workbench, in Voilà and in JupyterLab alike."""

import atexit
import html
import logging
import os
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from mrse_assess.errors import MrseAssessError
from mrse_assess.ui.app import assess_app, cohort_app
from mrse_assess.ui.boxes import DOMWidget, markup
from mrse_assess.ui.edge import log_fault
from mrse_assess.ui.meeting.app import panel_app
from mrse_assess.workbench.panel.hall import Hall
from mrse_assess.workbench.start import StartPage
from mrse_assess.workspace import Workspace

logger = logging.getLogger(__name__)

WORKSPACE_VARIABLE = "MRSE_ASSESS_WORKSPACE"
ASSESSOR_VARIABLE = "MRSE_ASSESS_ASSESSOR"
Page = Callable[[Workspace, str, str], DOMWidget]
"""Draws a page for a workspace, a person and a height."""
OUR_FAULT = "Something went wrong in this program. What was recorded is kept. Reload the page."
HOW_TO_OPEN = "No workspace is named. Start with mrse-assess serve, or call open_workbench('path of a workspace')."


def open_workbench(
    workspace: str | None = None, assessor: str | None = None, *, height: str | None = None
) -> DOMWidget:
    """The workbench on a workspace; a fault of ours is shown in its place as one sentence.

    Args:
        workspace: its folder; by default the one that the server was started for.
        assessor: who judges; by default whom the server was started for.
        height: CSS height; by default the whole window in Voilà, 760 px in a JupyterLab cell.
    """

    def page(opened: Workspace, who: str, tall: str) -> DOMWidget:
        return assess_app(StartPage(opened, who), height=tall)

    return _opened(page, workspace, assessor, height)


def _opened(page: Page, workspace: str | None, person: str | None, height: str | None) -> DOMWidget:
    folder = workspace or os.environ.get(WORKSPACE_VARIABLE)
    who = person or os.environ.get(ASSESSOR_VARIABLE) or os.environ.get("USER") or "assessor"
    if not folder:
        return _sentence(HOW_TO_OPEN)
    try:
        opened = Workspace.open(Path(folder), clock=lambda: datetime.now(UTC), new_id=lambda: str(uuid.uuid4()))
    except MrseAssessError as error:
        return _sentence(str(error))
    atexit.register(opened.close)
    try:
        return page(opened, who, height or ("100dvh" if _in_voila() else "760px"))
    except MrseAssessError as error:
        return _sentence(str(error))
    except Exception as error:  # noqa: BLE001 - the edge: else the notebook would show nothing that a person can read
        log_fault(logger, "drawing the page", error)
        return _sentence(OUR_FAULT)


def open_panel(workspace: str | None = None, person: str | None = None, *, height: str | None = None) -> DOMWidget:
    """The panel page on a workspace; arguments as for :func:`open_workbench`."""

    def page(opened: Workspace, who: str, tall: str) -> DOMWidget:
        return panel_app(Hall(opened, who), height=tall)

    return _opened(page, workspace, person, height)


def open_cohort(workspace: str | None = None, person: str | None = None, *, height: str | None = None) -> DOMWidget:
    """The cohort page on a workspace, for chair and office; arguments as for :func:`open_workbench`."""

    def page(opened: Workspace, who: str, tall: str) -> DOMWidget:
        return cohort_app(StartPage(opened, who), height=tall)

    return _opened(page, workspace, person, height)


def _in_voila() -> bool:
    return os.environ.get("SERVER_SOFTWARE", "").startswith("voila/")


def _sentence(words: str) -> DOMWidget:
    return markup(f'<p role="alert" style="margin:2em">{html.escape(words)}</p>')
