"""The URL of a database server: which are taken, and what is added so that nobody on the way can read along."""

import os
import re

from sqlalchemy import URL
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from mrse_assess.errors import BadRequestError

SCHEMES = ("postgresql", "postgres", "postgresql+psycopg")
ALLOWED = frozenset(
    {
        "channel_binding",
        "connect_timeout",
        "gssencmode",
        "host",
        "passfile",
        "port",
        "sslcert",
        "sslcrl",
        "sslkey",
        "sslmode",
        "sslrootcert",
        "target_session_attrs",
    }
)
"""What may stand behind the question mark. Never ``options``, which could take the safeguards away, nor a password."""

_ENCRYPTED = ("require", "verify-ca", "verify-full")
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f]")


def is_server(location: object) -> bool:
    """Whether the location is the URL of a database server that records can be kept on."""
    return isinstance(location, str) and location.partition("://")[0] in SCHEMES and "://" in location


def checked_url(location: str) -> URL:
    """The URL with the driver in it, and with encryption asked for where the server is another machine.

    Raises:
        BadRequestError: it holds a password, names no database, or asks for something unsafe. It is never quoted.
    """
    if _UNPRINTABLE.search(location):
        raise BadRequestError("The URL of the records holds a space or a character that cannot be printed.")
    try:
        url = make_url(location)
    except (ArgumentError, ValueError):
        raise BadRequestError("The URL of the records must be like postgresql://host/database.") from None
    if url.password is not None or "password" in url.query:
        raise BadRequestError(
            "The URL of the records holds a password, which would lie readable in the workspace; leave it out, and "
            "give it in ~/.pgpass, in a file named by PGPASSFILE, or in PGPASSWORD."
        )
    if unknown := sorted(set(url.query) - ALLOWED):
        raise BadRequestError(
            f"The URL of the records cannot say {', '.join(unknown)}; it can say {', '.join(sorted(ALLOWED))}."
        )
    if not url.database or "/" in url.database:
        raise BadRequestError("The URL of the records names no database; write postgresql://host/database.")
    return _encrypted(url.set(drivername="postgresql+psycopg"))


def shown_url(url: URL) -> str:
    """The database as a message may name it: where it is, without who connects and how."""
    hosts = url.query.get("host") or url.host or "this machine"
    where = hosts if isinstance(hosts, str) else ", ".join(hosts)
    return f"{url.database} on {where}"


def _encrypted(url: URL) -> URL:
    if all(map(_is_here, _hosts(url))):
        return url
    said = url.query.get("sslmode") or os.environ.get("PGSSLMODE")
    if said is None:
        return url.update_query_dict({"sslmode": "require"})
    if said not in _ENCRYPTED:
        raise BadRequestError(
            f"The records would cross the network readable to others (sslmode {said}); "
            f"take one of {', '.join(_ENCRYPTED)}."
        )
    return url


def _hosts(url: URL) -> list[str]:
    """Every machine that may be connected to; an empty one is this."""
    given = url.query.get("host") or url.host or os.environ.get("PGHOST") or ""
    hosts = [given] if isinstance(given, str) else list(given)
    return [host for hosts_said in hosts for host in hosts_said.split(",")]


def _is_here(host: str) -> bool:
    return host in {"", "localhost", "127.0.0.1", "::1"} or host.startswith(("/", "@"))
