"""Whether the records are whole: the database, its tables and triggers, every row, every chain, every text.

It shows every change of a stored row and every removal before the end of a chain. A tail that was cut off leaves no
trace inside the file: give the heads that stand elsewhere (in letters, minutes, bundles) as ``known_heads``.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, select

from mrse_assess.records.canonical import (
    TEXT_HASH,
    application_digest,
    canonical,
    event_hash,
    is_text_hash,
    moment,
    parsed,
    text_hash,
)
from mrse_assess.records.drafts import draft_digest
from mrse_assess.records.findings import Finding, damaged
from mrse_assess.records.payloads import fault_of_payload
from mrse_assess.records.schema import SCHEMA_VERSION, about, drafts, events, texts
from mrse_assess.records.shapes import UNDOABLE
from mrse_assess.records.sqlite import FAULTS
from mrse_assess.records.store import Store
from mrse_assess.records.withheld import SaltAndText, told_apart
from mrse_assess.terms import EventKind

Rows = Sequence[Mapping[str, Any]]
_NUMBERS = {"sequence", "attempt"}


def verify(store: Store, known_heads: Mapping[str, Sequence[str]] | None = None) -> tuple[Finding, ...]:
    """Everything that is wrong with the records; () when they are whole.

    Args:
        store: the open store; other processes may go on writing.
        known_heads: heads of applications known from elsewhere, in full or their first characters, by application.
    """
    database = store.database
    findings = list(database.unsound())
    partial = database.partial
    with store.reading() as connection:
        try:
            tables = {table.name: _rows(connection, table) for table in (about, events, texts, drafts)}
        except FAULTS as error:
            return (*findings, damaged("unreadable", f"The rows cannot be read: {database.reason_of(error)}."))
    findings += _of_about(tables["about"])
    findings += _of_events_of_a_part(store, tables["events"]) if partial else _of_events(tables["events"])
    findings += _of_undos(tables["events"], partial=partial)
    findings += _of_texts(tables["events"], tables["texts"], partial=partial)
    findings += _of_drafts(tables["drafts"])
    findings += () if partial else _of_known_heads(tables["events"], known_heads or {})
    return tuple(findings)


def unchecked(store: Store) -> tuple[str, ...]:
    """What :func:`verify` cannot see of these records, a sentence each: a person's login sees part of them."""
    return store.database.unchecked


def _rows(connection: Connection, table: Table) -> Rows:
    order = list(table.primary_key.columns)
    return [dict(row) for row in connection.execute(select(table).order_by(*order)).mappings()]


def _of_about(rows: Rows) -> Iterator[Finding]:
    if rows != [{"key": "schema_version", "value": SCHEMA_VERSION}]:
        yield damaged("about", "What the store says of itself is not what this version writes.")


def _of_events(rows: Rows) -> Iterator[Finding]:
    """Each row by itself, then in its chain."""
    heads: dict[tuple[Any, Any], Any] = {}
    for place, row in enumerate(rows, start=1):
        sequence = row["sequence"]
        if sequence != place:
            yield damaged("sequence", f"Record {place} is missing, or its number was changed.", place)
            return
        yield from (damaged("event", f"Record {place}: {fault}.", place) for fault in faults_of_event(row))
        chain = (row["application"], row["actor"])
        if row["previous"] != heads.get(chain, ""):
            yield damaged("chain", f"Record {place} does not follow the record before it in its chain.", place)
        heads[chain] = row["hash"]


def _of_events_of_a_part(store: Store, rows: Rows) -> Iterator[Finding]:
    """Of what a person may see: each row by itself, and the person's own chains up to their heads."""
    person = store.database.person
    heads: dict[Any, Any] = {}
    for row in rows:
        sequence = row["sequence"]
        yield from (damaged("event", f"Record {sequence}: {fault}.", sequence) for fault in faults_of_event(row))
        if row["actor"] == person:
            if row["previous"] != heads.get(row["application"], ""):
                yield damaged("chain", f"Record {sequence} does not follow the one before it in its chain.", sequence)
            heads[row["application"]] = row["hash"]
    for application, head in heads.items():
        if store.head(application, str(person)) != head:
            yield damaged("chain", f"The last record of {person} on {application or 'the workspace'} is missing.")


def faults_of_event(row: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with one row of events by itself, in words; its number is not looked at."""
    odd = [name for name, value in row.items() if type(value) is not (int if name in _NUMBERS else str)]
    if odd:
        yield f"the columns {', '.join(odd)} hold another kind of value than was written"
        return
    try:
        sound = event_hash(**{name: value for name, value in row.items() if name not in {"sequence", "hash"}})
        payload = parsed(row["payload"])
        moment(row["recorded_at"])
        if sound != row["hash"]:
            yield "it does not match its hash"
        if canonical(payload) != row["payload"] or str(UUID(row["event"])) != row["event"]:
            yield "it is not spelt as this program spells it"
        if row["kind"] not in set(EventKind):
            yield "its kind is not known"
        elif fault := fault_of_payload(EventKind(row["kind"]), payload):
            yield fault
    except ValueError:
        yield "its payload, time or id cannot be understood"


def _of_undos(rows: Rows, *, partial: bool) -> Iterator[Finding]:
    """Each undo names earlier records of the same person, application and attempt that can be undone.

    Of part of the records, what an undo names may be what the reader may not see.
    """
    earlier: dict[Any, Mapping[str, Any]] = {}
    for row in rows:
        if row["kind"] == EventKind.UNDO:
            named = _payload_or_nothing(row).get("undone")
            names = [name for name in named if isinstance(name, str)] if isinstance(named, list | tuple) else []
            faults = {_fault_of_undone(row, earlier.get(name)) for name in names if name in earlier or not partial}
            for fault in sorted(filter(None, faults)):
                yield Finding(
                    code="undo",
                    found=f"Record {row['sequence']} undoes {fault}.",
                    advice="It changes nothing by that name. Find out what wrote it; this program refuses to.",
                    sequence=row["sequence"],
                )
        earlier[row["event"]] = row


def _fault_of_undone(undo: Mapping[str, Any], named: Mapping[str, Any] | None) -> str:
    """What an undo cannot name, in words; "" for what it can."""
    if named is None:
        return "a record that is not there before it"
    if any(undo[own] != named[own] for own in ("actor", "application", "attempt")):
        return f"record {named['sequence']}, which is another person's or of another application or attempt"
    if named["kind"] not in UNDOABLE:
        return f"record {named['sequence']}, which cannot be undone"
    return ""


def _of_texts(event_rows: Rows, text_rows: Rows, *, partial: bool) -> Iterator[Finding]:
    """Each free text against its hash; what was erased against the purges, unless the reader may not see them."""
    expected = {
        (row["event"], field): (row, value[TEXT_HASH])
        for row in event_rows
        for field, value in _payload_or_nothing(row).items()
        if is_text_hash(value)
    }
    found = _texts_by_event(text_rows)
    given = {(event, field): row for event, (rows, _) in found.items() for field, row in rows.items()}
    withheld = {(event, field) for event, (_, fields) in found.items() for field in fields}
    for key in sorted(expected.keys() - given.keys() - withheld, key=str):
        sequence = expected[key][0]["sequence"]
        yield damaged("text-missing", f"A text of record {sequence} is missing.", sequence)
    if (given.keys() | withheld) - expected.keys():
        yield damaged("text-unknown", "There is a text that belongs to no record.")
    purges = [row for row in event_rows if row["kind"] == EventKind.PURGE]
    for key in sorted(expected.keys() & given.keys(), key=str):
        (row, kept_hash), (salt, text) = expected[key], given[key]
        sequence = row["sequence"]
        if text is None and salt is None:
            if not partial and not any(_reaches(purge, row) for purge in purges):
                yield damaged("text-erased", f"A text of record {sequence} was erased without a purge.", sequence)
        elif type(text) is not str or type(salt) is not str or text_hash(salt, text) != kept_hash:
            yield damaged("text-changed", f"A text of record {sequence} does not match its hash.", sequence)


def _texts_by_event(text_rows: Rows) -> dict[Any, tuple[dict[str, SaltAndText], tuple[str, ...]]]:
    """The texts of each event, and the fields whose text is withheld."""
    by_event: dict[Any, dict[str, SaltAndText]] = defaultdict(dict)
    for row in text_rows:
        by_event[row["event"]][row["field"]] = (row["salt"], row["text"])
    return {event: told_apart(rows) for event, rows in by_event.items()}


def _reaches(purge: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether the purge erased the record's texts: recorded before it, or come here in a bundle after it."""
    earlier = row["sequence"] < purge["sequence"] or str(row["recorded_at"]) <= str(purge["recorded_at"])
    return bool(row["application"] == purge["application"] and earlier)


def _payload_or_nothing(row: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return parsed(row["payload"])
    except (ValueError, TypeError):
        return {}  # reported with the event itself


def _of_drafts(rows: Rows) -> Iterator[Finding]:
    for row in rows:
        columns = {name: value for name, value in row.items() if name != "digest"}
        if not all(type(value) is str for value in columns.values()) or draft_digest(**columns) != row["digest"]:
            yield Finding(
                code="draft",
                found="A draft (half-typed text) is damaged.",
                advice="Clear the draft, or restore a backup; no record is touched by it.",
            )


def _as_recorded(rows: Rows) -> Rows:
    """The rows in the order of :func:`~mrse_assess.records.order.in_order`, damaged ones too."""
    latest: dict[tuple[Any, Any], str] = {}
    placed = []
    for row in rows:
        chain = (row["application"], row["actor"])
        latest[chain] = max(str(row["recorded_at"]), latest.get(chain, ""))
        placed.append(((latest[chain], *map(str, chain), row["sequence"]), row))
    return [row for _, row in sorted(placed, key=lambda pair: pair[0])]


def _of_known_heads(rows: Rows, known_heads: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """Each known head among all that the application ever had: it is not there when a tail was cut off.

    It may have had them here, or where its records were before they came in a bundle: in the order of recording.
    """
    asked = [row for row in rows if row["application"] in known_heads]
    had: dict[Any, list[str]] = defaultdict(list)
    for order in (asked, _as_recorded(asked)):
        chains: dict[Any, dict[str, str]] = defaultdict(dict)
        for row in order:
            heads = chains[row["application"]]
            heads[row["actor"]] = row["hash"]
            had[row["application"]].append(application_digest(heads))
    for application, known in sorted(known_heads.items()):
        for head in known:
            if not head or not any(one.startswith(head) for one in had[application]):
                yield damaged("head-unknown", f"The head {head} of {application} is not among its records.")
