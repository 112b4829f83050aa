"""The end of keeping: which applications are past it, and the purge of one, with a certificate of what was erased.

Documents, what was read of them, free texts and half-typed words go; the chain of records and the anonymous frame stay.
"""

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import ApplicationEntry, Issue, Purge
from mrse_assess.records import from_event, to_event
from mrse_assess.records.canonical import is_text_hash
from mrse_assess.records.shapes import SHAPES
from mrse_assess.terms import EventKind
from mrse_assess.workspace.attempts import entries_of
from mrse_assess.workspace.certificates import Certificate, Erased, store_certificate
from mrse_assess.workspace.codec import portfolio_from_json
from mrse_assess.workspace.core import Workspace
from mrse_assess.workspace.files import sync_folder
from mrse_assess.workspace.issued_letters import is_letter_id
from mrse_assess.workspace.purged import purge_of

RETENTION_YEARS: Final = "retention_years"
_MADE_OF_SEVERAL: Final = ("*.screening.json", "*.fingerprint.json", "*.parties.json")
"""What is kept under names that do not tell of which application it is: all of it goes, and is made anew at need."""
_LEAP_DAY: Final = (2, 29)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One application with a letter: ``until`` is the day on which its keeping ends."""

    application: str
    last_letter: date
    until: date
    past: bool
    purged: bool


def kept_applications(workspace: Workspace) -> tuple[Kept, ...]:
    """Every application with an issued letter, and until when it is kept, the earliest first.

    Raises:
        BadRequestError: the scheme has not said for how long.
    """
    years = _years(workspace)
    today = workspace.today()
    last: dict[str, date] = {}
    for event in workspace.store.events(kind=EventKind.ISSUE):
        day = workspace.scheme.day_of(event.recorded_at)
        last[event.application] = max(day, last.get(event.application, day))
    rows = [
        Kept(
            application=reference,
            last_letter=day,
            until=_years_later(day, years),
            past=_years_later(day, years) <= today,
            purged=purge_of(workspace, reference) is not None,
        )
        for reference, day in last.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.until, row.application)))


def purge(workspace: Workspace, reference: str, *, why: str, by: str, letters: bool = False) -> Certificate:
    """Erase what is not kept any longer of an application, and say so in a certificate, which is stored too.

    The record of the purge comes first: were it broken off, nothing would be missing without a record that says why,
    and the same command erases the rest.

    Args:
        workspace: where the application lies.
        reference: the application, with all its attempts.
        why: the rule that asked for it; it stays readable.
        by: who does it.
        letters: whether the issued letters go as well.

    Raises:
        BadRequestError: there is no such application, no reason, or nothing is left to erase.
        RecordsError: a reading is damaged, so it cannot be told which documents are whose.
    """
    workspace.application(reference)
    if not why.strip() or not by.strip():
        raise BadRequestError("Say which rule asks for the purge (--why) and who carries it out (--by).")
    entries = entries_of(workspace, reference)
    folders = _letters_of(workspace, reference) if letters else ()
    files, shared = _files_of(workspace, reference, entries)
    before = purge_of(workspace, reference)
    if before is not None and not files and not any(folder.exists() for folder in folders):
        raise BadRequestError(f"{reference} was purged already; nothing of it is left to erase.")
    texts, drafts = _texts_of(workspace, reference), _drafts_of(workspace, reference)
    said = Purge(application=reference, attempt=entries[-1].attempt, why=why.strip(), letters=letters)
    new = to_event(said, event=workspace.new_id(), actor=by, scheme_version=workspace.scheme.version)
    stored = workspace.store.erase_texts(new)
    erased = (*_erase(files), *(one for folder in folders for one in _erase_letter(folder)))
    cached = _erase_cached(workspace, {path.name for what, path in files if what == "document"})
    certificate = Certificate(
        application=reference,
        attempts=len({entry.attempt for entry in entries}),
        purged_at=stored.recorded_at.isoformat(),
        by=by,
        why=why.strip(),
        event=stored.event,
        head=workspace.store.application_head(reference),
        erased=erased,
        texts=texts,
        drafts=drafts,
        cached=cached,
        kept_for_others=shared,
        stays=_stays(workspace, reference, letters=letters),
    )
    store_certificate(workspace.layout, certificate, stored)
    return certificate


def _years(workspace: Workspace) -> int:
    setting = workspace.settings().get(RETENTION_YEARS)
    if setting is None or not setting.value.isdecimal():
        raise BadRequestError(
            f"The setting {RETENTION_YEARS} has no value, so nobody can say how long things are kept."
        )
    return int(setting.value)


def _years_later(day: date, years: int) -> date:
    if (day.month, day.day) == _LEAP_DAY:
        return date(day.year + years, 3, 1)
    return day.replace(year=day.year + years)


def _files_of(
    workspace: Workspace, reference: str, entries: Iterable[ApplicationEntry]
) -> tuple[tuple[tuple[str, Path], ...], tuple[str, ...]]:
    """The readings and originals that only this application rests on, and the hashes that others share."""
    others = [
        from_event(event)
        for event in workspace.store.events(kind=EventKind.APPLICATION)
        if event.application != reference and purge_of(workspace, event.application) is None
    ]
    own_readings = {entry.portfolio_digest for entry in entries}
    other_readings = {entry.portfolio_digest for entry in others}
    own_originals = _originals(workspace, own_readings)
    other_originals = _originals(workspace, other_readings)
    layout = workspace.layout
    readings = [("reading", layout.readings / f"{one}.json") for one in sorted(own_readings - other_readings)]
    originals = [("document", layout.originals / one) for one in sorted(own_originals - other_originals)]
    shared = (own_readings & other_readings) | (own_originals & other_originals)
    # documents first: once a reading is gone, nothing tells which documents were the application's
    return tuple(pair for pair in (*originals, *readings) if pair[1].exists()), tuple(sorted(shared))


def _originals(workspace: Workspace, readings: Iterable[str]) -> set[str]:
    paths = (workspace.layout.readings / f"{one}.json" for one in readings)
    there = [path for path in paths if path.exists()]
    return {document.sha256 for path in there for document in portfolio_from_json(path.read_bytes()).documents}


def _letters_of(workspace: Workspace, reference: str) -> tuple[Path, ...]:
    issues: list[Issue] = [
        from_event(event) for event in workspace.store.events(application=reference, kind=EventKind.ISSUE)
    ]
    return tuple(workspace.layout.letters / one.letter for one in issues if is_letter_id(one.letter))


def _texts_of(workspace: Workspace, reference: str) -> int:
    """How many free texts are there to be erased."""
    events = workspace.store.events(application=reference)
    return sum(
        bool(event.payload.get(name)) and not is_text_hash(event.payload.get(name))
        for event in events
        for name in SHAPES[event.kind].texts
    )


def _drafts_of(workspace: Workspace, reference: str) -> int:
    actors = {event.actor for event in workspace.store.events() if event.actor}
    return sum(len(workspace.store.drafts(reference, actor)) for actor in actors)


def _erase(files: Iterable[tuple[str, Path]]) -> Iterator[Erased]:
    for what, path in files:
        yield _erase_file(what, path)
        sync_folder(path.parent)


def _erase_letter(folder: Path) -> Iterator[Erased]:
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        yield _erase_file(f"letter {folder.name}", path)
    shutil.rmtree(folder)
    sync_folder(folder.parent)


def _erase_file(what: str, path: Path) -> Erased:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    size = path.stat().st_size
    path.unlink()
    return Erased(what=what, sha256=digest, size=size)


def _erase_cached(workspace: Workspace, originals: set[str]) -> int:
    cache = workspace.layout.cache
    gone = {path for path in cache.iterdir() if path.is_file() and path.name.lstrip(".").split(".")[0] in originals}
    gone |= {path for pattern in _MADE_OF_SEVERAL for path in cache.glob(pattern)}
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)


def _stays(workspace: Workspace, reference: str, *, letters: bool) -> tuple[str, ...]:
    events = workspace.store.events(application=reference)
    kept = [f"{len(events)} records with their chain: who recorded what kind of thing when, verdicts and reasons"]
    kept.append("the reference, dates, attempts, and the anonymous rows of the frame")
    issued = [event for event in events if event.kind is EventKind.ISSUE]
    if issued and not letters:
        kept.append(f"issued letters as they went out: {', '.join(str(event.payload['letter']) for event in issued)}")
    return tuple(kept)
