"""Where a letter stands, its edits and what keeps it back, as lines of text."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from mrse_assess.model.letter import Refusal
from mrse_assess.workbench.letter_life.views import Edit, LetterStatus

_SHORT = 8


def status_lines(status: LetterStatus, *, only_edits: bool = False) -> Iterator[str]:
    """The status of an application's letters, a line for each thing."""
    if only_edits:
        yield from _edit_lines(status.edits)
        return
    moved = "; something has changed since its issue" if status.moved else ""
    yield f"{status.letter}: {status.state}{moved}"
    if status.chosen_by:
        yield f"outcome chosen by {status.chosen_by}"
    for signed in status.signed_off:
        state = " (stale)" if signed.stale else f" (does not count: {signed.why_not})" if signed.why_not else ""
        yield f"signed off by {signed.by}, {_when(signed.at)}{state}"
    for issued in status.issued:
        became = f"{issued.state} by {issued.by_letter}" if issued.by_letter else issued.state
        why = f": {issued.why}" if issued.why else ""
        yield f"{issued.letter} issued by {issued.by}, {_when(issued.at)}, {issued.outcome}; {became}{why}"
    yield from _edit_lines(status.edits)
    yield from refusal_lines(status.refusals)


def status_as_json(status: LetterStatus) -> dict[str, Any]:
    """The same for a program: the fields of the status, moments in ISO 8601."""
    return {name: _plain(value) for name, value in asdict(status).items()}


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return value.isoformat()
        case dict():
            return {name: _plain(inner) for name, inner in value.items()}
        case tuple():
            return [_plain(inner) for inner in value]
        case _:
            return value


def refusal_lines(refusals: Iterable[Refusal]) -> Iterator[str]:
    """A line for each ground on which a letter cannot be issued, with its sentence and rows."""
    for refusal in refusals:
        where = f", sentence {refusal.sentence}" if refusal.sentence else ""
        rows = f" [records {' '.join(refusal.rows)}]" if refusal.rows else ""
        yield f"cannot be issued{where}: {refusal.found} {refusal.advice}{rows}"


def _edit_lines(edits: Iterable[Edit]) -> Iterator[str]:
    for edit in edits:
        where = f"sentence {edit.number}" if edit.number else "STALE"
        yield f"edit {edit.anchor[:_SHORT]}, {where}, by {edit.by}: {edit.why}"
        yield f"  - {edit.composed}"
        yield f"  + {edit.text}"
        if edit.stale and edit.now:
            yield f"  now: {edit.now}"


def _when(moment: datetime | None) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}" if moment else ""
