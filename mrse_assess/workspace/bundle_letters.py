"""Issued letters in a bundle: their files go where their records of issue go, each named by its hash."""

from collections.abc import Collection, Iterable, Mapping

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.model.acts import Issue
from mrse_assess.records import from_event
from mrse_assess.records.bundle import Bundle, Carried
from mrse_assess.terms import EventKind
from mrse_assess.workspace.core import Workspace
from mrse_assess.workspace.issued_letters import SENTENCES, digests_of, is_letter_id, read_letter_file, write_letter

LETTERS = "letters/"


def letter_name(digest: str) -> str:
    """The name of a letter's file inside a bundle."""
    return f"{LETTERS}{digest}"


def letters_of(workspace: Workspace, events: Iterable[Carried], *, without: Collection[str]) -> dict[str, bytes]:
    """The files of the letters whose records of issue are among the events, by their names inside a bundle.

    None goes along of the applications ``without``, in which the one who sends has an interest.
    A letter whose files are missing or changed here does not go along: ``verify`` names it.
    """
    sent = {event.row["event"] for event in events}
    issued = [
        event
        for event in workspace.store.events(kind=EventKind.ISSUE)
        if event.event in sent and event.application not in without
    ]
    files: dict[str, bytes] = {}
    for issue in map(from_event, issued):
        files.update(_files(workspace, issue))
    return files


def letters_known(workspace: Workspace) -> frozenset[str]:
    """The ids of letters of which there is a record here; what else lies there is left of a broken-off issue."""
    return frozenset(from_event(event).letter for event in workspace.store.events(kind=EventKind.ISSUE))


def store_letters(workspace: Workspace, bundle: Bundle, known: frozenset[str]) -> int:
    """Keep the files of letters that were issued elsewhere and whose records are here; returns of how many letters.

    Files that lie here already stay, changed or not, so that ``verify`` names what was tampered with; only what was
    left of a broken-off issue gives way.

    Args:
        workspace: after the bundle's records were merged.
        bundle: with the files.
        known: what :func:`letters_known` said before.

    Raises:
        RecordsError: they cannot be written; the records are here, and importing again brings the files.
    """
    references = {chain.application for chain in bundle.manifest.chains}
    issued = [event for event in workspace.store.events(kind=EventKind.ISSUE) if event.application in references]
    stored = 0
    for issue in map(from_event, issued):
        lies_here = issue.letter in known and (workspace.layout.letters / issue.letter).exists()
        if is_letter_id(issue.letter) and not lies_here:
            files = _whole(issue, bundle.files)
            if files:
                _write(workspace, issue, files)
                stored += 1
    return stored


def _write(workspace: Workspace, issue: Issue, files: Mapping[str, bytes]) -> None:
    try:
        write_letter(workspace.layout, issue.letter, files)
    except BadRequestError as error:
        raise RecordsError(
            f"The records were taken over; the files of {issue.letter} could not be stored. Import the bundle again."
        ) from error


def _files(workspace: Workspace, issue: Issue) -> dict[str, bytes]:
    named = _named(issue)
    try:
        return {letter_name(digest): read_letter_file(workspace.layout, issue, name) for name, digest in named.items()}
    except RecordsError:
        return {}


def _whole(issue: Issue, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The letter's files by their own names; {} when one of them did not come along."""
    named = _named(issue)
    if any(letter_name(digest) not in files for digest in named.values()):
        return {}
    return {name: files[letter_name(digest)] for name, digest in named.items()}


def _named(issue: Issue) -> dict[str, str]:
    return {name: digest for name, digest in digests_of(issue).items() if name != SENTENCES}
