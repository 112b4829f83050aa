"""Workspaces of many applications: a simulated cohort, and copies of it under other references to make up the number.

A copy has records, words and chains of its own, so reading it takes what reading anything takes. Its statistics are
those of what it was copied from, so they say nothing.
"""

import json
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from mrse_assess.records.canonical import canonical, event_hash
from mrse_assess.simulation import default_parameters, simulate

SIMULATED = 1_000
"""Applications that are simulated; beyond them come copies."""
SEED = 1
_OF_EVENTS = (
    "sequence", "event", "application", "attempt", "kind", "actor", "recorded_at", "payload", "scheme_version",
    "previous", "hash",
)  # fmt: skip


class _Log(NamedTuple):
    """The records of one simulated application, and their words."""

    events: list[tuple[Any, ...]]
    texts: list[tuple[Any, ...]]


def made(keep: Path, applications: int, assessors: int) -> Path:
    """A workspace with so many applications, each judged by so many assessors; as it was kept, where it was."""
    folder = keep / f"cohort-{applications}x{assessors}"
    if folder.exists():
        return folder
    part = folder.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    if applications <= SIMULATED:
        simulate(
            part,
            applications=applications,
            parameters=replace(default_parameters(), judging=assessors),
            random=np.random.default_rng(SEED),
            tell=lambda _done, _all: None,
        )
    else:
        shutil.copytree(made(keep, SIMULATED, assessors), part, ignore=shutil.ignore_patterns("cache"))
        (part / "cache").mkdir(mode=0o700, exist_ok=True)
        _fill(part / "records.sqlite", applications)
    part.rename(folder)
    return folder


def _fill(path: Path, applications: int) -> None:
    connection = sqlite3.connect(path)
    try:
        logs = {application: _log(connection, application) for application in _applications(connection)}
        (last,) = connection.execute("SELECT max(sequence) FROM events").fetchone()
        for number, (reference, turn) in enumerate(_turns(list(logs), applications)):
            last = _copy(connection, logs[reference], turn, last)
            if number % 200 == 0:
                connection.commit()
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _turns(references: list[str], applications: int) -> Iterator[tuple[str, int]]:
    """Which to copy, and the how-manyeth copy it is."""
    for number in range(applications - len(references)):
        yield references[number % len(references)], number // len(references) + 1


def _applications(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT DISTINCT application FROM events WHERE application <> '' ORDER BY application")
    return [row[0] for row in rows]


def _log(connection: sqlite3.Connection, application: str) -> _Log:
    columns = ", ".join(_OF_EVENTS)
    events = connection.execute(f"SELECT {columns} FROM events WHERE application = ? ORDER BY sequence", (application,))  # noqa: S608 - names of columns
    texts = connection.execute(
        "SELECT texts.event, field, salt, text FROM texts JOIN events USING (event) WHERE application = ?",
        (application,),
    )
    return _Log(events.fetchall(), texts.fetchall())


def _copy(connection: sqlite3.Connection, log: _Log, turn: int, last: int) -> int:
    """Append the log again under another reference; the number of the last record then."""
    ids = {row[1]: str(uuid.uuid5(uuid.UUID(row[1]), str(turn))) for row in log.events}
    heads: dict[str, str] = {}
    rows = []
    for last, cells in enumerate(log.events, start=last + 1):  # noqa: B020, PLR1704 - numbers go on where they were
        row = dict(zip(_OF_EVENTS, cells, strict=True))
        row |= {
            "event": ids[row["event"]],
            "application": _called(row["application"], turn),
            "payload": _payload(row["kind"], row["payload"], ids, turn),
            "previous": heads.get(row["actor"], ""),
        }
        row["hash"] = heads[row["actor"]] = event_hash(**{name: row[name] for name in _OF_EVENTS[1:-1]})
        rows.append((last, *(row[name] for name in _OF_EVENTS[1:])))
    connection.executemany(f"INSERT INTO events ({', '.join(_OF_EVENTS)}) VALUES ({', '.join('?' * 11)})", rows)  # noqa: S608
    texts = [(ids[event], *rest) for event, *rest in log.texts]
    connection.executemany("INSERT INTO texts (event, field, salt, text) VALUES (?, ?, ?, ?)", texts)
    return last


def _payload(kind: str, payload: str, ids: dict[str, str], turn: int) -> str:
    """The payload with what it names of its own application, or of another that was copied, called as the copy is."""
    if kind == "undo":
        return canonical({"undone": [ids[one] for one in json.loads(payload)["undone"]]})
    if kind == "registration" and (said := json.loads(payload)).get("follows"):
        return canonical({**said, "follows": _called(said["follows"], turn)})
    return payload


def _called(reference: str, turn: int) -> str:
    return f"{reference}-{turn:03d}"
