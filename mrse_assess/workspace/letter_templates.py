"""Where the office's own Word templates of letters lie: one file for each outcome of the scheme."""

from pathlib import Path

from mrse_assess.errors import BadRequestError
from mrse_assess.terms import OutcomeKind
from mrse_assess.workspace.files import write_durably
from mrse_assess.workspace.layout import Layout


def read_template(layout: Layout, scheme: str, outcome: OutcomeKind) -> bytes | None:
    """The office's template, None where there is none.

    Raises:
        BadRequestError: it cannot be read.
    """
    path = _path(layout, scheme, outcome)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadRequestError(f"{path} cannot be read: {error.strerror}.") from error


def write_template(layout: Layout, scheme: str, outcome: OutcomeKind, template: bytes) -> None:
    """Put a template in the place of the one before it; BadRequestError when it cannot be written."""
    try:
        layout.templates.mkdir(mode=0o700, exist_ok=True)
        write_durably(_path(layout, scheme, outcome), template)
    except OSError as error:
        raise BadRequestError(f"{layout.templates} cannot be written: {error.strerror}.") from error


def remove_template(layout: Layout, scheme: str, outcome: OutcomeKind) -> bool:
    """Take the office's template out of use; whether there was one."""
    path = _path(layout, scheme, outcome)
    there = path.exists()
    path.unlink(missing_ok=True)
    return there


def _path(layout: Layout, scheme: str, outcome: OutcomeKind) -> Path:
    return layout.templates / f"{scheme}-{outcome}.docx"
