"""Merging a bundle into a store: in one transaction, nothing overwritten, in any order, and twice as once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from mrse_assess.records.bundle.conflicts import Meeting, conflicts_among
from mrse_assess.records.bundle.content import Bundle, Carried, ChainId, by_chain
from mrse_assess.records.bundle.lines import hashed_fields
from mrse_assess.records.bundle.meeting_chains import Stored, refusal_of
from mrse_assess.records.bundle.report import Conflict, Merged, MergedChain, Refusal
from mrse_assess.records.canonical import moment_text
from mrse_assess.records.drafts import remove_drafts
from mrse_assess.records.rows import read_events
from mrse_assess.records.schema import events, texts
from mrse_assess.records.store import Store
from mrse_assess.records.withheld import SaltAndText, mark, told_apart
from mrse_assess.terms import EventKind

_AT_ONCE = 500
Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class _Before:
    """What the store held of the bundle's applications: chains, hashes by id, texts by id, when texts were purged."""

    chains: Mapping[ChainId, Sequence[Stored]]
    ids: Mapping[str, str]
    texts: Mapping[str, Mapping[str, SaltAndText]]
    purged: Mapping[str, str]


def merge(store: Store, bundle: Bundle, *, now: datetime, refused: Iterable[Refusal] = ()) -> Merged:
    """Add to the store what the bundle holds and the store does not, all of it or nothing.

    A chain that does not fit to the one stored is refused and said; the others are taken over. A text that was
    withheld before is filled in when it comes; texts that a purge erased on either side stay erased.

    Args:
        store: the open store.
        bundle: checked whole, as :func:`~mrse_assess.records.bundle.opening.opened` gives it.
        now: what is dated later than this is said.
        refused: why an application is not to be taken over at all.

    Raises:
        RecordsError: the database refused, and nothing was changed.
    """
    kept_out = {refusal.application for refusal in refused}
    carried = {chain: acts for chain, acts in by_chain(bundle.events).items() if chain[0] not in kept_out}
    with store.writing() as connection:
        before = _before(connection, carried)
        found = {
            chain: refusal_of(chain, acts, before.chains.get(chain, ()), before.ids) for chain, acts in carried.items()
        }
        fitting = {chain: acts for chain, acts in carried.items() if found[chain] is None}
        added = [act for chain, acts in fitting.items() for act in acts[len(before.chains.get(chain, ())) :]]
        purged = _purged(before.purged, added)
        _add(connection, added, purged)
        filled = _fill(connection, fitting.values(), before, purged)
        erased = _erase(connection, added)
        conflicts = _conflicts(connection, carried, added, bundle)
    if erased:
        store.database.clean_up()
    return Merged(
        chains=tuple(_merged(chain, acts, before, filled) for chain, acts in fitting.items()),
        refusals=(*refused, *(refusal for refusal in found.values() if refusal)),
        conflicts=conflicts,
        erased=erased,
        dated_ahead=tuple(sorted({act.chain for act in added if act.row["recorded_at"] > moment_text(now)})),
    )


def _before(connection: Connection, carried: Mapping[ChainId, Sequence[Carried]]) -> _Before:
    applications = sorted({application for application, _ in carried})
    rows = connection.execute(
        select(events).where(events.c.application.in_(applications)).order_by(events.c.sequence)
    ).all()
    chains: dict[ChainId, list[Stored]] = {}
    purged: dict[str, str] = {}
    for row in rows:
        stored = Stored(event=row.event, hash=row.hash, recorded_at=row.recorded_at, kind=row.kind)
        chains.setdefault((row.application, row.actor), []).append(stored)
        if row.kind == EventKind.PURGE:
            purged[row.application] = max(purged.get(row.application, ""), row.recorded_at)
    names = [act.row["event"] for acts in carried.values() for act in acts]
    return _Before(chains=chains, ids=_hashes_of(connection, names), texts=_texts_of(connection, names), purged=purged)


def _hashes_of(connection: Connection, names: Sequence[str]) -> dict[str, str]:
    """The hash of each of these events that is stored, of whatever application, by id."""
    found: dict[str, str] = {}
    for some in _portions(names):
        query = select(events.c.event, events.c.hash).where(events.c.event.in_(some))
        found.update({row.event: row.hash for row in connection.execute(query)})
    return found


def _texts_of(connection: Connection, names: Sequence[str]) -> dict[str, dict[str, SaltAndText]]:
    found: dict[str, dict[str, SaltAndText]] = {}
    for some in _portions(names):
        for row in connection.execute(select(texts).where(texts.c.event.in_(some))):
            found.setdefault(row.event, {})[row.field] = (row.salt, row.text)
    return found


def _portions(names: Sequence[str]) -> Iterable[Sequence[str]]:
    return (names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE))


def _purged(stored: Mapping[str, str], added: Iterable[Carried]) -> dict[str, str]:
    """Up to which moment the texts of an application are erased, with the purges that came now."""
    purged = dict(stored)
    for act in added:
        if act.row["kind"] == EventKind.PURGE:
            application = act.row["application"]
            purged[application] = max(purged.get(application, ""), act.row["recorded_at"])
    return purged


def _is_purged(act: Carried, purged: Mapping[str, str]) -> bool:
    return bool(act.row["recorded_at"] <= purged.get(act.row["application"], ""))


def _add(connection: Connection, added: Sequence[Carried], purged: Mapping[str, str]) -> None:
    last = connection.scalar(select(func.max(events.c.sequence))) or 0
    rows = [{**act.row, "sequence": number} for number, act in enumerate(added, start=last + 1)]
    lying_apart = [row for act in added for row in _rows_of_texts(act, purged)]
    if rows:
        connection.execute(insert(events), rows)
    if lying_apart:
        connection.execute(insert(texts), lying_apart)


def _rows_of_texts(act: Carried, purged: Mapping[str, str]) -> Iterable[Row]:
    """The texts of a new event: as they came, erased where a purge reaches them, or marked as withheld."""
    for field in hashed_fields(act.row):
        if _is_purged(act, purged):
            yield _text(act, field, None, None)
        elif field in act.texts:
            yield _text(act, field, *act.texts[field])
        else:
            yield _text(act, mark(field), None, None)


def _text(act: Carried, field: str, salt: str | None, text: str | None) -> Row:
    return {"event": act.row["event"], "field": field, "salt": salt, "text": text}


def _fill(
    connection: Connection, chains: Iterable[Sequence[Carried]], before: _Before, purged: Mapping[str, str]
) -> dict[ChainId, int]:
    """Add the texts that were withheld before and came now; how many, by chain."""
    filled: dict[ChainId, int] = {}
    rows: list[Row] = []
    for act in (act for acts in chains for act in acts):
        _, withheld = told_apart(before.texts.get(act.row["event"], {}))
        came = [] if _is_purged(act, purged) else [field for field in withheld if field in act.texts]
        rows.extend(_text(act, field, *act.texts[field]) for field in came)
        filled[act.chain] = filled.get(act.chain, 0) + len(came)
    if rows:
        connection.execute(insert(texts), rows)
    return filled


def _erase(connection: Connection, added: Iterable[Carried]) -> tuple[str, ...]:
    """Do here what purges that came did elsewhere: erase the texts recorded before them, and drafts."""
    purges = [act.row for act in added if act.row["kind"] == EventKind.PURGE]
    for purge in purges:
        reached = select(events.c.event).where(
            events.c.application == purge["application"], events.c.recorded_at <= purge["recorded_at"]
        )
        there = texts.c.event.in_(reached.scalar_subquery()) & texts.c.text.is_not(None)
        connection.execute(update(texts).where(there).values(text=None, salt=None))
        remove_drafts(connection, purge["application"])
    return tuple(sorted({purge["application"] for purge in purges}))


def _conflicts(
    connection: Connection, carried: Iterable[ChainId], added: Iterable[Carried], bundle: Bundle
) -> tuple[Conflict, ...]:
    query = select(events).where(events.c.application.in_(sorted({chain[0] for chain in carried})))
    meeting = Meeting(
        added={act.row["hash"] for act in added},
        places={known: place for place, known in enumerate(bundle.manifest.known)},
    )
    return conflicts_among(read_events(connection, query.order_by(events.c.sequence)), meeting)


def _merged(chain: ChainId, acts: Sequence[Carried], before: _Before, filled: Mapping[ChainId, int]) -> MergedChain:
    stored = before.chains.get(chain, ())
    longer = stored[-1].hash if len(stored) > len(acts) else acts[-1].row["hash"]
    return MergedChain(
        application=chain[0],
        actor=chain[1],
        added=max(0, len(acts) - len(stored)),
        known=min(len(acts), len(stored)),
        head=longer,
        filled=filled.get(chain, 0),
    )
