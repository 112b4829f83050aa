"""What a PostgreSQL server refuses, in words that quote nothing of what is stored."""

import psycopg
from sqlalchemy.exc import DBAPIError

_LOST = ("08", "57P01", "57P02", "57P03", "25P03")
_WORDS = (
    (_LOST, "the database server cannot be reached; check that it runs, and try again"),
    (("28",), "the database server refused this login; check who you are to it, and your password file"),
    (("3D000",), "the database server has no such database; check the URL, or have it made"),
    (("42501",), "this login may not do that; it is for the office, or for the person whose record it is"),
    (("0LP01",), "this login may see everything, or is the office's own; name another for the person"),
    (("53100",), "the server's disk is full; make room and try again"),
    (("53",), "the server has no room or connections left; try again, and tell who runs it"),
    (("55P03", "57014", "40", "25P02"), "others held the records for too long; try again"),
    (("25006",), "the server only reads at present; tell who runs it"),
    (("23", "P0001"), "a safeguard of the records refused it; run verify"),
    (("XX", "58"), "the server's files are damaged or its disk reported a fault; tell who runs it"),
    (("3F000", "42"), "the tables of the records are closed to this login, or were changed; let the office run verify"),
)


def is_lost(error: BaseException) -> bool:
    """Whether the fault is of the connection and not of what was asked."""
    cause = getattr(error, "orig", error)
    if not isinstance(cause, psycopg.OperationalError | psycopg.InterfaceError):
        return False
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    return (cause.sqlstate or "08").startswith(_LOST) and not _login_fault(cause)


def reason_of(error: BaseException) -> str:
    """Why the server refused, in words, and what to do."""
    cause = getattr(error, "orig", error)
    state = getattr(cause, "sqlstate", None) or ""
    if not state and isinstance(cause, psycopg.OperationalError):
        state = _login_fault(cause) or "08000"
    words = (words for states, words in _WORDS if state.startswith(states))
    return next(words, "the database refused it; run verify")


def _login_fault(cause: psycopg.Error) -> str:
    """What libpq says only in words when a connection is refused, as the code that the server sent it."""
    said = str(cause)
    if "authentication" in said or "no password supplied" in said or "role " in said:
        return "28000"
    return "3D000" if "does not exist" in said else ""
