"""What was recorded on an application since a page last looked, in words: another tab's acts, another person's."""

from collections.abc import Iterable, Mapping

from mrse_assess.model.listing import counted
from mrse_assess.records import Event
from mrse_assess.terms import EventKind, LetterAct

MOST_NAMED = 3
_SAID: Mapping[EventKind, str] = {
    EventKind.LETTER_EDIT: "changed the words of a sentence",
    EventKind.SIGN_OFF: "signed the letter off",
    EventKind.ISSUE: "issued the letter",
    EventKind.OUTCOME: "chose an outcome",
    EventKind.ACCEPTANCE: "accepted what was agreed",
    EventKind.SETTING: "changed a setting of the scheme",
    EventKind.PERSON: "changed the register of persons",
    EventKind.REGISTRATION: "changed what the office knows of the application",
    EventKind.PURGE: "erased its documents and texts",
}
_BECAME: Mapping[LetterAct, str] = {
    LetterAct.HELD: "held",
    LetterAct.RELEASED: "released",
    LetterAct.RECALLED: "recalled",
    LetterAct.SUPERSEDED: "superseded",
}


def words_of(came: Iterable[Event], person: str) -> str:
    """Who did what and when, the latest named; "" for nothing."""
    lines = list(dict.fromkeys(_line(event, person) for event in came))
    if not lines:
        return ""
    named = "; ".join(lines[-MOST_NAMED:])
    more = f" {counted(len(lines) - MOST_NAMED, 'act')} before that." if len(lines) > MOST_NAMED else ""
    return f"{named[:1].upper()}{named[1:]}.{more}"


def _line(event: Event, person: str) -> str:
    who = "you, in another tab," if event.actor == person else event.actor
    return f"{who} {_doing(event)} at {event.recorded_at.astimezone():%H:%M:%S}"


def _doing(event: Event) -> str:
    if event.kind is EventKind.LETTER_STATE:
        return f"{_BECAME[LetterAct(event.payload['state'])]} the letter"
    return _SAID.get(event.kind, "recorded something on the application")
