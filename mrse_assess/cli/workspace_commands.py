"""Settings, backup, restoration and verification of a workspace."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from mrse_assess.cli.output import printable, say, say_json, table, tell
from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.terms import Role
from mrse_assess.workbench.office_settings import SettingRow, setting_rows
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.archive import restore_backup, write_backup
from mrse_assess.workspace.core import OFFICE
from mrse_assess.workspace.people import People
from mrse_assess.workspace.settings import SettingLine, setting_lines
from mrse_assess.workspace.verification import verification, verification_as_json


def settings(
    workspace: Workspace, *, check: bool, assign: str | None, source: str, by: str = "", as_json: bool = False
) -> None:
    """Set one setting as ``by``, or print them all; ``check`` fails while one is unset."""
    if assign is not None:
        key, given, value = assign.partition("=")
        if not given:
            raise BadRequestError(f"--set takes KEY=VALUE, not {assign!r}.")
        _refuse_others(workspace, by)
        workspace.set_setting(key.strip(), value.strip(), source, by=by or OFFICE)
    lines = setting_lines(workspace.scheme, workspace.settings())
    if as_json:
        say_json({"settings": [_as_json(row) for row in setting_rows(workspace)]})
    else:
        say(table([("Setting", "Value", "Source", "Needed by"), *map(_cells, lines)]))
    unset = [line.spec.id for line in lines if line.value is None]
    if check and unset:
        raise BadRequestError(f"{len(unset)} of {len(lines)} settings are unset: {', '.join(unset)}.")


def _refuse_others(workspace: Workspace, by: str) -> None:
    """Where persons are registered, a setting is set by somebody of the office, who is named."""
    people = People(workspace)
    if people.persons() and not people.holds(by, Role.OFFICE):
        raise BadRequestError("Name the person of the office who sets it (--by).")


def _as_json(row: SettingRow) -> dict[str, Any]:
    return {**asdict(row), "at": row.at.isoformat() if row.at else None}


def backup(workspace: Workspace, out: Path) -> None:
    """Write the backup and say how much it holds."""
    tell(f"{write_backup(workspace.layout, workspace.store, out)} files written to {out}")


def restore(archive: Path, folder: Path, opening: Callable[[Path], Workspace], moving: Callable[[Path], None]) -> None:
    """Restore, move the records to where they are to be kept, then verify what was restored.

    Raises:
        RecordsError: the restored workspace does not verify.
    """
    tell(f"{restore_backup(archive, folder)} files restored to {folder}")
    moving(folder)
    with opening(folder) as workspace:
        verify(workspace, as_json=False)


def verify(workspace: Workspace, *, as_json: bool) -> None:
    """Print every finding; RecordsError (exit 4) when one is an error."""
    found = verification(workspace)
    if as_json:
        say_json(verification_as_json(found))
    else:
        for problem in found.problems:
            say(printable(f"{problem.severity}: {problem.found} {problem.advice}"))
        say(f"{found.events} records of {found.applications} applications, {'sound' if found.sound else 'NOT sound'}.")
    if not found.sound:
        raise RecordsError(
            "The workspace does not verify; see the findings, and restore a backup where records are damaged."
        )


def _cells(line: SettingLine) -> tuple[str, str, str, str]:
    value = line.value
    if value is None:
        return (line.spec.id, f"[not set: {line.spec.label}]", "", ", ".join(line.spec.needed_by))
    said = "does not apply" if value.not_applicable else value.value
    return (
        line.spec.id,
        said,
        f"{value.source}{' (invented)' if value.invented else ''}",
        ", ".join(line.spec.needed_by),
    )
