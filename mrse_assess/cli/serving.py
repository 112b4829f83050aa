"""Starting the workbench, and the demo's workspace."""

import shutil
import tomllib
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from mrse_assess.cli.output import say, tell
from mrse_assess.cli.portfolio_commands import tell_progress
from mrse_assess.cli.shipped import demo_settings, notebook, samples
from mrse_assess.errors import BadRequestError
from mrse_assess.workspace import Workspace


class Page(StrEnum):
    """The pages that can be served, each a notebook of its name."""

    ASSESS = "assess"
    PANEL = "panel"
    COHORT = "cohort"


DEMO_ASSESSOR = "assessor-1"
DEMO_RECEIVED = date(2026, 9, 14)


def serve_workspace(folder: Path, *, port: int, open_browser: bool, assessor: str, page: Page = Page.ASSESS) -> None:
    """Serve the workbench until it is stopped."""
    from mrse_assess.ui.server import ServerOptions, serve  # noqa: PLC0415 - Jupyter takes a second to import

    environment = {"MRSE_ASSESS_WORKSPACE": str(folder.resolve()), "MRSE_ASSESS_ASSESSOR": assessor}
    options = ServerOptions(
        notebook=notebook(f"{page}.ipynb"), environment=environment, port=port, open_browser=open_browser, announce=say
    )
    serve(options)


def build_demo(folder: Path, clock: Callable[[], datetime], new_id: Callable[[], str]) -> None:
    """Take in every sample that the demo's workspace does not have yet; judgements made before are kept."""
    if not folder.exists():
        _build_apart(folder, clock, new_id)
        return
    with Workspace.open(folder, clock=clock, new_id=new_id) as workspace:
        _take_in_samples(workspace)


def _build_apart(folder: Path, clock: Callable[[], datetime], new_id: Callable[[], str]) -> None:
    """Build beside and rename, so that a half-built demo is never taken for a whole one."""
    unfinished = folder.with_name(f".{folder.name}.building")
    shutil.rmtree(unfinished, ignore_errors=True)
    with Workspace.create(unfinished, clock=clock, new_id=new_id) as workspace:
        _take_in_samples(workspace)
        _invent_settings(workspace)
    try:
        unfinished.replace(folder)
    except OSError as error:
        raise BadRequestError(f"{folder} cannot be made: {error.strerror}. Name another with --workspace.") from error


def _take_in_samples(workspace: Workspace) -> None:
    known = {application.reference for application in workspace.applications()}
    waiting = [folder for folder in samples() if folder.name not in known]
    for number, folder in enumerate(waiting, start=1):
        tell(f"Taking in the sample {folder.name} ({number} of {len(waiting)})")
        workspace.add(_source(folder), received_on=DEMO_RECEIVED, reference=folder.name, tell=_quietly)


def _source(folder: Path) -> Path:
    """The one file that the applicant sent, or the folder of several."""
    inside = list(folder.iterdir())
    return inside[0] if len(inside) == 1 else folder


def _invent_settings(workspace: Workspace) -> None:
    """Give every setting the demo's value, marked as invented; a letter made with them cannot be issued."""
    invented = tomllib.loads(demo_settings().read_text(encoding="utf-8"))
    for key, value in invented["values"].items():
        workspace.set_setting(key, value, invented["source"], invented=True)


def _quietly(words: str, done: int, total: int) -> None:
    if total > 1:
        tell_progress(f"  {words}", done, total)
