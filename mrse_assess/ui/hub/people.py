"""Whom the hub lets in, and that each of them reaches the records by a login of their own."""

import uuid
from datetime import UTC, datetime
from pathlib import Path

from mrse_assess.errors import BadRequestError
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.people import People


def allowed_people(folder: Path) -> tuple[str, ...]:
    """The ids of all who are registered in the workspace and have not left, as any login to its records may read them.

    Raises:
        BadRequestError: nobody is registered, or two ids are told apart by capital letters only, which a hub cannot.
    """
    with _opened(folder) as workspace:
        found = tuple(one.person for one in People(workspace).persons() if not one.left)
    if not found:
        raise BadRequestError(f"Nobody is registered in {folder}, so the hub would let nobody in; register them first.")
    if len({person.lower() for person in found}) < len(found):
        raise BadRequestError("Two registered ids differ by capital letters only; the hub takes them for one person.")
    return found


def check_login(folder: Path, person: str) -> None:
    """Refuse unless the records are on a server and the login to it is this person's, who has not left.

    Raises:
        BadRequestError: the records lie in a file, or the login is the office's or another person's.
        RecordsError: the records cannot be reached.
    """
    with _opened(folder) as workspace:
        if not workspace.layout.server:
            raise BadRequestError(f"The records of {folder} are in a file; several persons at once need a server.")
        login = workspace.store.database.person
        if login != person:
            whose = f"{login}'s" if login else "the office's or nobody's"
            raise BadRequestError(
                f"The hub knows this visitor as {person}, but the login to the records is {whose}. Set PGUSER to their "
                "login, and leave the user out of the URL of the records."
            )
        if People(workspace).person(person).left:
            raise BadRequestError(f"{person} has left.")


def _opened(folder: Path) -> Workspace:
    return Workspace.open(folder, clock=lambda: datetime.now(UTC), new_id=lambda: str(uuid.uuid4()))
