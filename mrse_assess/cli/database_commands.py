"""Records on a database server: where they are, and who has a login to them."""

from pathlib import Path

from mrse_assess.cli.output import printable, say, table, tell
from mrse_assess.errors import BadRequestError
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.files import write_durably
from mrse_assess.workspace.server import granting, revoking


def database(workspace: Workspace, grant: str | None, login: str | None, revoke: str | None, out: Path | None) -> None:
    """Give or take a login, or say where the records are and who has one; ``out`` takes the script in its place.

    Raises:
        BadRequestError: a name that cannot serve, a file in the way, or records in a file, which knows no logins.
        RecordsError: this login may not, or the server refused.
    """
    if grant and revoke:
        raise BadRequestError("Give one of --grant and --revoke at a time.")
    if not grant and not revoke:
        _show(workspace)
        return
    script = granting(workspace.store, grant, login or grant) if grant else revoking(str(revoke))
    if out is not None:
        if out.exists():
            raise BadRequestError(f"{out} exists already; name a new file.")
        write_durably(out, script.encode())
        tell(f"{out} written; let whoever runs the server carry it out in the database of the records")
        return
    workspace.store.database.carry_out(script)
    tell(f"{login or grant} may read and append as {grant}" if grant else f"{revoke} has no more rights to the records")


def _show(workspace: Workspace) -> None:
    found = workspace.store.database
    say(printable(f"Records: {found.name}"))
    if found.partial:
        say(printable(f"This login is {found.person or 'nobody'}'s and sees what the scheme lets them see."))
    elif found.logins:
        say(table([("Login", "Person"), *found.logins]))
