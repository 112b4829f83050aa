"""How commands open a workspace: with this machine's clock, and with random ids."""

import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from mrse_assess.workspace import Workspace


def open_workspace(folder: Path) -> Workspace:
    """The workspace with this machine's clock and random ids."""
    return Workspace.open(folder, clock=now, new_id=new_id)


def now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """A random UUID."""
    return str(uuid.uuid4())


def with_workspace(folder: Path, act: Callable[[Workspace], None]) -> None:
    """Open the workspace, act, close it again whatever happens."""
    with open_workspace(folder) as workspace:
        act(workspace)
