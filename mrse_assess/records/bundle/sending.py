"""Which events go into a bundle, and which of their texts: an unsealed assessment stays with the one who makes it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sqlalchemy import Connection, Select, select

from mrse_assess.errors import BadRequestError
from mrse_assess.records.bundle.conflicts import is_contestable
from mrse_assess.records.bundle.content import COLUMNS, Carried, ChainId
from mrse_assess.records.events import Event
from mrse_assess.records.rows import read_events
from mrse_assess.records.schema import events, texts
from mrse_assess.records.shapes import SHAPES, owner_of
from mrse_assess.records.store import Store
from mrse_assess.records.withheld import told_apart
from mrse_assess.terms import EventKind, Phase

OWN_WORDS = frozenset({(EventKind.PRIVATE_NOTE, "text"), (EventKind.PARKING, "words"), (EventKind.DISMISSAL, "why")})
"""Texts that a person wrote for nobody but themself."""

COPIED_WORDS = frozenset(
    {
        (EventKind.JUDGEMENT, "quote"),
        (EventKind.CONCLUSION, "quote"),
        (EventKind.QUOTE, "text"),
        (EventKind.CORRECTION, "cell_text"),
        (EventKind.ITEM_SPAN, "title"),
    }
)
"""Texts that were copied out of the portfolio."""

_NO_ASSESSING = frozenset({EventKind.DECLARATION, EventKind.REVEAL, EventKind.SIGN_OFF})
"""A person's own acts that say nothing of what they think of the evidence."""

_FOR_THE_PANEL = frozenset(
    {
        EventKind.REVEAL,
        EventKind.MEETING,
        EventKind.ON_TABLE,
        EventKind.ACCEPTANCE,
        EventKind.OUTCOME,
        EventKind.LETTER_EDIT,
        EventKind.SIGN_OFF,
        EventKind.LETTER_STATE,
        EventKind.ISSUE,
    }
)


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What is to go into a bundle.

    ``whose`` are the persons whose own assessments go along as far as they are sealed; what belongs to all goes along
    always. ``handed_over`` names the one who takes their own work to another machine: all of it, notes to themself
    too. ``copied_words`` says whether words go along that were copied out of the portfolio. Of the applications in
    ``conflicted`` nothing goes but the chains of ``whose``: somebody with a conflict of interest sends their
    declaration, and nothing that they may not see.
    """

    applications: tuple[str, ...]
    conflicted: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()
    handed_over: str = ""
    copied_words: bool = True


@dataclass(frozen=True, kw_only=True)
class Stayed:
    """An assessment that was asked for and stays, since it is not sealed; ``events`` of its chain do not go along."""

    application: str
    actor: str
    events: int


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What goes along, what stays, and the shared records that are here, by their hashes in the order of storing."""

    events: tuple[Carried, ...]
    stayed: tuple[Stayed, ...] = field(default=())
    known: tuple[str, ...] = field(default=())


def gathered(store: Store, choice: Choice) -> Sent:
    """The events of the choice, as the store holds them at one moment, each checked.

    Raises:
        BadRequestError: an assessment is handed over by somebody who has recorded nothing on any of the applications.
        RecordsError: a record is damaged.
    """
    query = select(events).where(events.c.application.in_(("", *choice.applications))).order_by(events.c.sequence)
    with store.reading() as connection:
        stored = read_events(connection, query)
        carried = _carried(connection, query, stored, choice)
    chains = _by_chain(stored)
    if choice.handed_over and not any((one, choice.handed_over) in chains for one in choice.applications):
        raise BadRequestError(f"{choice.handed_over} has recorded nothing on these applications; nothing to hand over.")
    going = {chain: _going(acts, choice) for chain, acts in chains.items()}
    return Sent(
        events=tuple(carried[act.event] for chain in sorted(chains) for act in chains[chain][: going[chain]]),
        stayed=tuple(
            Stayed(application=chain[0], actor=chain[1], events=len(chains[chain]) - going[chain])
            for chain in sorted(chains)
            if chain[1] in choice.whose and going[chain] < len(chains[chain])
        ),
        known=tuple(act.hash for act in stored if is_contestable(act) and act.application not in choice.conflicted),
    )


def _by_chain(stored: Iterable[Event]) -> dict[ChainId, list[Event]]:
    chains: dict[ChainId, list[Event]] = {}
    for act in stored:
        chains.setdefault((act.application, act.actor), []).append(act)
    return chains


def _going(chain: Sequence[Event], choice: Choice) -> int:
    """How many events of the chain go along, from its first on."""
    actor = chain[0].actor
    if chain[0].application in choice.conflicted and actor not in choice.whose:
        return 0
    if choice.handed_over == actor:
        return len(chain)
    assessed = assessed_attempts(chain)
    if assessed and actor not in choice.whose:
        return 0
    open_attempts = {attempt for attempt in assessed if not _is_sealed(chain, attempt)}
    for place, act in enumerate(chain):
        if act.attempt in open_attempts and is_assessing(act):
            return place
    return len(chain)


def is_assessing(act: Event) -> bool:
    """Whether the act is part of a person's own assessment, made before they see another's."""
    if act.kind is EventKind.WITHDRAWAL:
        return EventKind(act.payload["of"]) in {kind for kind, shape in SHAPES.items() if shape.personal}
    unit = tuple(act.payload[name] for name in SHAPES[act.kind].unit)
    return bool(owner_of(act.kind, act.actor, unit)) and act.kind not in _NO_ASSESSING


def assessed_attempts(chain: Sequence[Event]) -> frozenset[int]:
    """The attempts of which the chain holds an assessment of its person's own.

    What somebody noted or corrected who never judged alone, and who sat on the panel before, is the panel's.
    """
    by_attempt = groupby(sorted(chain, key=lambda act: act.attempt), key=lambda act: act.attempt)
    return frozenset(attempt for attempt, acts in by_attempt if _is_assessed(tuple(acts)))


def _is_assessed(acts: Sequence[Event]) -> bool:
    if any(act.payload.get("phase") == Phase.INDIVIDUAL for act in acts):
        return True
    first = next((place for place, act in enumerate(acts) if is_assessing(act)), None)
    return first is not None and not any(map(_is_for_the_panel, acts[:first]))


def _is_for_the_panel(act: Event) -> bool:
    return act.kind in _FOR_THE_PANEL or act.payload.get("phase") == Phase.MODERATION


def _is_sealed(chain: Sequence[Event], attempt: int) -> bool:
    seals = [act for act in chain if act.attempt == attempt and act.kind is EventKind.SEAL]
    return bool(seals) and bool(seals[-1].payload["sealed"])


def _carried(
    connection: Connection, query: Select[tuple[object, ...]], stored: Sequence[Event], choice: Choice
) -> Mapping[str, Carried]:
    """Each event as it travels, by its id, with those of its texts that may go along."""
    rows = {row["event"]: row for row in connection.execute(query).mappings()}
    wanted = query.with_only_columns(events.c.event).order_by(None).scalar_subquery()
    apart: dict[str, dict[str, tuple[str | None, str | None]]] = {}
    for text in connection.execute(select(texts).where(texts.c.event.in_(wanted))):
        apart.setdefault(text.event, {})[text.field] = (text.salt, text.text)
    return {
        act.event: Carried(
            row={name: rows[act.event][name] for name in COLUMNS},
            texts={
                name: (salt, text)
                for name, (salt, text) in sorted(told_apart(apart.get(act.event, {}))[0].items())
                if salt and text and _goes_along(act, name, choice)
            },
        )
        for act in stored
    }


def _goes_along(act: Event, name: str, choice: Choice) -> bool:
    if (act.kind, name) in OWN_WORDS:
        return act.actor == choice.handed_over
    return choice.copied_words or (act.kind, name) not in COPIED_WORDS
