"""A workspace whose records are on a database server: what the database shows each person, and their logins."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from mrse_assess.errors import BadRequestError
from mrse_assess.records import Store, checked_server, persons_in_force, restore
from mrse_assess.records.postgres.roles import EVERYBODY, grant_script, moderated, revoke_script, visibility_script
from mrse_assess.records.shapes import OF_NO_APPLICATION
from mrse_assess.terms import EventKind
from mrse_assess.workspace.files import write_durably
from mrse_assess.workspace.layout import open_layout, settings_text
from mrse_assess.workspace.visibility import MODERATION, matrix


def visible_pairs() -> Iterator[tuple[str, str]]:
    """Each standing with each kind of record that it sees of others, as the matrix says; see ``postgres.roles``."""
    rules = matrix()
    for kind in OF_NO_APPLICATION:
        yield EVERYBODY, str(kind)
    for standing in rules.standings:
        for kind, field in rules.kinds.items():
            if rules.may_see(standing, field):
                yield standing, str(kind)
        if rules.may_see(standing, MODERATION):
            yield from ((standing, moderated(kind)) for kind in (EventKind.JUDGEMENT, EventKind.CONCLUSION))


def prepare_server(url: str, *, clock: Callable[[], datetime], new_id: Callable[[], str]) -> None:
    """Make the tables of a new workspace in an empty database, and tell it the matrix.

    Raises:
        BadRequestError: the URL is not one that records are kept at, or there are records.
        RecordsError: the database cannot be used.
    """
    with Store.open(checked_server(url), clock=clock, new_id=new_id) as store:
        if store.database.partial or store.events():
            raise BadRequestError(f"There are records in the database {store.database.name}; name an empty one.")
        store.database.carry_out(visibility_script(visible_pairs()))


def move_to_server(folder: Path, url: str, *, clock: Callable[[], datetime], new_id: Callable[[], str]) -> None:
    """Bring the records of a workspace that nobody has open from its file into an empty database.

    Raises:
        BadRequestError: the URL is not one that records are kept at, or there are records.
        RecordsError: the records are not whole, or the database cannot be used.
    """
    layout, scheme = open_layout(folder)
    if layout.server:
        raise BadRequestError(f"The records of {folder} are on a server already.")
    prepare_server(url, clock=clock, new_id=new_id)
    restore(layout.records, url, clock=clock, new_id=new_id)
    write_durably(layout.settings_file, settings_text(scheme, url).encode())
    layout.records.unlink()


def granting(store: Store, person: str, login: str) -> str:
    """The script that gives a person a login, and tells the database the matrix of this version.

    Raises:
        BadRequestError: nobody of that id is registered although there is a register, or a name cannot serve.
    """
    known = [one.person for one in persons_in_force(store.events(application="", kind=EventKind.PERSON))]
    if known and person not in known:
        raise BadRequestError(f"Nobody is registered as {person!r}; there are: {', '.join(known)}.")
    return f"{visibility_script(visible_pairs())}\n{grant_script(person, login=login)}"


def revoking(login: str) -> str:
    """The script that takes the records from a login.

    Raises:
        BadRequestError: a name that cannot be a login's.
    """
    return revoke_script(login)
