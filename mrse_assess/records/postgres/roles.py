"""Logins for persons of the scheme on a PostgreSQL server, and what the database shows them.

Everything here is a script, so that whoever runs the server can carry it out where the office's own login has no right
to make logins.
"""

import json
import re
from collections.abc import Iterable

from mrse_assess.errors import BadRequestError
from mrse_assess.records.postgres.scripts import script
from mrse_assess.terms import EventKind, Phase

EVERYBODY = "everybody"
"""The standing of every person towards what belongs to no application."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,62}")  # a longer name is cut off by the server
_STANDING = re.compile(r"[a-z_]+")


def moderated(kind: EventKind) -> str:
    """The subject of the panel's own judgements or conclusions."""
    return f"{kind}/{Phase.MODERATION}"


SUBJECTS = frozenset({*map(str, EventKind), moderated(EventKind.JUDGEMENT), moderated(EventKind.CONCLUSION)})
"""What records can be about: their kind; for judgements and conclusions, those of the panel apart."""


def visibility_script(pairs: Iterable[tuple[str, str]]) -> str:
    """Puts these pairs of a standing and a subject that it sees in the place of those before them.

    A person's own records they always see, and the allocation of an application to them. What is in no pair is seen by
    nobody else. How a standing follows from the records is said in ``sql/making.sql``.

    Raises:
        BadRequestError: a word that cannot be a standing, or a subject that no record has.
    """
    given = sorted(set(pairs))
    for standing, subject in given:
        if not _STANDING.fullmatch(standing) or subject not in SUBJECTS:
            raise BadRequestError(f"Nothing can be said of who sees {subject!r} as {standing!r}.")
    said = [{"standing": standing, "subject": subject} for standing, subject in given]
    return script("visibility", VISIBLE_PAIRS=json.dumps(said))


def grant_script(person: str, *, login: str) -> str:
    """Makes the login if it is not there, lets it read and append and do nothing else, and says who it is.

    Raises:
        BadRequestError: a name that cannot be a login's or a person's.
    """
    return script("grant", LOGIN_NAME=checked_name(login), PERSON_ID=checked_name(person))


def revoke_script(login: str) -> str:
    """Takes every right to the records from a login; what its person recorded stays.

    Raises:
        BadRequestError: a name that cannot be a login's.
    """
    return script("revoke", LOGIN_NAME=checked_name(login))


def checked_name(name: str) -> str:
    """The name itself, if it can be a login's and a person's.

    Raises:
        BadRequestError: it cannot.
    """
    if not _NAME.fullmatch(name):
        raise BadRequestError(
            f"{name!r} cannot be a login: use up to 63 letters, digits, dots, hyphens, underscores or @."
        )
    return name
