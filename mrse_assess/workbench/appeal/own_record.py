"""A candidate's whole record, given out on request: their portfolio, every record about them, their letters.

Other people stand in it as "assessor 1" where the scheme hides who judged. Words that assessors wrote to themselves,
and their declarations of interests, are about the assessors' own work and stay; the file says how many there are.
"""

import json
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mrse_assess.model.acts import Person
from mrse_assess.records import Event, from_event
from mrse_assess.records.canonical import thawed
from mrse_assess.records.log import WORDS_TO_ONESELF
from mrse_assess.terms import EventKind, Role
from mrse_assess.workbench.appeal.leaving import require_leave, table_of
from mrse_assess.workbench.zipped import write_new, zipped
from mrse_assess.workspace import OFFICE, Application, Workspace
from mrse_assess.workspace.attempts import versions_of
from mrse_assess.workspace.issued_letters import MARKDOWN, PDF, WORD, read_letter_file
from mrse_assess.workspace.people import People
from mrse_assess.workspace.register import application_of

PANEL_NAMES: Final = "panel_names"
_ABOUT_ASSESSORS: Final = frozenset({EventKind.DECLARATION, EventKind.REVEAL})
_SHOWN: Final = "shown"


@dataclass(frozen=True, kw_only=True)
class GivenOut:
    """What was written: how many records, and how many texts and records stayed as other people's own."""

    files: int
    records: int
    withheld: int


def write_own_record(workspace: Workspace, reference: str, out: Path, by: str) -> GivenOut:
    """Write everything that is held about one candidate into a new zip.

    Raises:
        BadRequestError: it may not leave now or not by this person, or ``out`` cannot be written.
        RecordsError: a record, an original or an issued letter is not as it was.
    """
    attempts = require_leave(workspace, reference, by)
    events = workspace.store.events(application=reference)
    hidden = _hiding(workspace, events)
    told = [_record(event, hidden) for event in events if event.kind not in _ABOUT_ASSESSORS]
    withheld = len(events) - len(told) + sum(_own_words(event) for event in events)
    with tempfile.TemporaryDirectory(prefix="mrse-record-") as folder:
        table = table_of(workspace, attempts, Path(folder)).decode("utf-8-sig")
    files = {
        "records.json": _json(told),
        "judgements.csv": hidden(table).encode(),
        **dict(_portfolios(workspace, attempts)),
        **dict(_letters(workspace, reference)),
    }
    files["README.txt"] = _words(reference, len(told), withheld).encode()
    write_new(out, zipped(files))
    return GivenOut(files=len(files), records=len(told), withheld=withheld)


def _hiding(workspace: Workspace, events: Iterable[Event]) -> Callable[[str], str]:
    """What puts "assessor 1" in the place of an id or a name of another person, wherever it stands."""
    setting = workspace.settings().get(PANEL_NAMES)
    if setting is not None and setting.value == _SHOWN:
        return lambda text: text
    persons = {one.person: one for one in People(workspace).persons()}
    ids = dict.fromkeys([*(event.actor for event in events), *persons])
    called: dict[str, str] = {}
    for number, person in enumerate((one for one in ids if one != OFFICE), 1):
        known = persons.get(person, Person(person=person, roles=(Role.ASSESSOR,)))
        role = known.roles[0] if known.roles else Role.ASSESSOR
        for name in (person, known.name, *known.other_names.splitlines()):
            if name.strip():
                called[name.strip()] = f"{role} {number}"
    if not called:
        return lambda text: text
    longest_first = sorted(called, key=len, reverse=True)
    found = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return lambda text: found.sub(lambda match: called[match[0]], text)


def _record(event: Event, hidden: Callable[[str], str]) -> dict[str, Any]:
    payload = {
        name: "" if (event.kind, name) in WORDS_TO_ONESELF else _hidden_in(value, hidden)
        for name, value in thawed(event.payload).items()
    }
    return {
        "attempt": event.attempt,
        "kind": event.kind,
        "by": hidden(event.actor),
        "recorded_at": event.recorded_at.isoformat(),
        "said": payload,
    }


def _hidden_in(value: Any, hidden: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return hidden(value)
    if isinstance(value, Mapping):
        return {key: _hidden_in(inner, hidden) for key, inner in value.items()}
    return [_hidden_in(inner, hidden) for inner in value] if isinstance(value, list) else value


def _own_words(event: Event) -> int:
    return sum(bool(event.payload.get(name)) for kind, name in WORDS_TO_ONESELF if kind is event.kind)


def _portfolios(workspace: Workspace, attempts: tuple[Application, ...]) -> Iterator[tuple[str, bytes]]:
    """The originals by hash, and of each version the applicant's names of them and what was read."""
    layout = workspace.layout
    for one in attempts:
        for version, entry in enumerate(versions_of(workspace, one), 1):
            portfolio = workspace.portfolio(application_of(entry))
            place = f"attempt-{one.attempt}-version-{version}"
            yield f"{place}/reading.json", (layout.readings / f"{entry.portfolio_digest}.json").read_bytes()
            yield f"{place}/files.json", _json({document.sha256: document.name for document in portfolio.documents})
            for document in portfolio.documents:
                yield f"originals/{document.sha256}.{document.form or 'bin'}", _bytes(layout.originals, document.sha256)


def _bytes(folder: Path, name: str) -> bytes:
    return (folder / name).read_bytes()


def _letters(workspace: Workspace, reference: str) -> Iterator[tuple[str, bytes]]:
    for event in workspace.store.events(application=reference, kind=EventKind.ISSUE):
        issue = from_event(event)
        for name in (WORD, PDF, MARKDOWN):
            yield f"letters/{issue.letter}/{name}", read_letter_file(workspace.layout, issue, name)


def _words(reference: str, records: int, withheld: int) -> str:
    return (
        f"What is held about the application {reference}: the files that were sent (originals/, with their names in\n"
        "files.json), what was read of them, every letter, every judgement (judgements.csv) and every record with\n"
        f"its words (records.json, {records} records).\n\n"
        "Other people are named by what they did (assessor 1). Not in here: words that assessors wrote to themselves,\n"
        f"and their own declarations of interests ({withheld}).\n"
    )


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass") + b"\n"
