"""Which records a letter rests on: those up to the last that is no act upon the letter itself."""

from mrse_assess.records import Event, Store
from mrse_assess.records.canonical import application_digest
from mrse_assess.terms import EventKind

UPON_THE_LETTER = frozenset({EventKind.SIGN_OFF, EventKind.LETTER_STATE, EventKind.ISSUE})
"""Acts that change nothing in a letter: were they counted, a sign-off would make itself out of date."""


def letter_head(store: Store, application: str) -> str:
    """The application's head before the acts upon its letters that end its records.

    It is a head that the application once had, so that ``verify`` can find it again.
    """
    heads = store.heads(application)
    for event in reversed(store.events(application=application)):
        if event.kind not in UPON_THE_LETTER or heads.get(event.actor) != event.hash:
            break
        _step_back(heads, event)
    return application_digest(heads)


def _step_back(heads: dict[str, str], event: Event) -> None:
    if event.previous:
        heads[event.actor] = event.previous
    else:
        del heads[event.actor]
