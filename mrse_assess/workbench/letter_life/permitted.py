"""Who may do what to a letter, by their standing towards the application, and who counts as another person."""

from types import MappingProxyType

from mrse_assess.errors import BadRequestError

LOOK, EDIT, SIGN_OFF, HOLD = "look at", "edit", "sign off", "hold, release, recall or supersede"
ISSUE, SEND = "issue", "send"

_OFFICE_AND_CHAIR = frozenset({"office", "chair", "alone"})
_OFFICE = frozenset({"office", "alone"})
PERMITTED = MappingProxyType(
    {
        LOOK: _OFFICE_AND_CHAIR,
        EDIT: _OFFICE_AND_CHAIR,
        SIGN_OFF: _OFFICE_AND_CHAIR,
        HOLD: _OFFICE_AND_CHAIR,
        ISSUE: _OFFICE,
        SEND: _OFFICE,
    }
)
"""The standings of ``workspace/visibility.toml`` that may do each."""

_WAITING = frozenset({"office_waiting", "chair_waiting"})
_TAKES_PART = frozenset({"judging", "sealed", "panel"})


def require(act: str, person: str, standing: str, application: str, *, left: bool = False) -> None:
    """Refuse an act that is not this person's.

    Raises:
        BadRequestError: nobody is named, or it is not for them; who may not know of the application is not told of it.
    """
    if not person.strip():
        raise BadRequestError("Say who does it (--by).")
    if standing in PERMITTED[act] and not left:
        return
    if standing in _WAITING and not left:
        raise BadRequestError(f"There is no letter on {application} yet: no outcome has been chosen.")
    if standing in _TAKES_PART | PERMITTED[LOOK] and not left:
        who = "The office" if PERMITTED[act] is _OFFICE else "The office or the chair"
        raise BadRequestError(f"{who} may {act} the letter; {person} takes another part in {application}.")
    raise BadRequestError(f"There is no application {application!r} for {person} in this workspace.")


def same_person(one: str, other: str) -> bool:
    """Whether two ids are one person's; a capital or a space more makes nobody another person."""
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()


def may(act: str, standing: str, *, left: bool = False) -> bool:
    """Whether an act of :data:`PERMITTED` is open to somebody of this standing; asked where nothing is to be raised."""
    return standing in PERMITTED[act] and not left
