"""What of an earlier attempt counts in the next one, joined to its own judgements before the rules are applied.

Nothing is copied into the records of the later attempt. Copies could drift from what they were made of, they would
count as judgements of that attempt in its figures, and they would need an author. So the two are joined by a pure
function each time: the rows keep their own events, to which every sentence of a letter leads back.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final, TypeVar

from mrse_assess.model.acts import ApplicationEntry
from mrse_assess.model.judgement import Conclusion, Judgement, Judgements, Recorded
from mrse_assess.records import in_force
from mrse_assess.rules.deciding import deciding_rows
from mrse_assess.terms import Phase, Verdict
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.attempts import attempt_of, entries_of

STAND: Final = "stand"
"""The value of the setting ``carry_over`` under which findings hold for the next attempt."""
_SAID_BEFORE: Final = "settled in the attempt before"

Row = TypeVar("Row", bound=Recorded)


def counted_judgements(workspace: Workspace, application: Application, own: Judgements | None = None) -> Judgements:
    """What the rules are applied to: the attempt's own judgements, and the findings that stand from before.

    Args:
        workspace: where the application lies.
        application: in one of its attempts.
        own: the attempt's own judgements, where not all of them count.
    """
    reference = application.reference
    if own is None:
        events = workspace.store.events(application=reference)
        own = in_force(events, reference, application.attempt).judgements
    if application.attempt == 1:
        return own
    entry = entry_of(workspace, application)
    if entry is None or entry.carry_over != STAND:
        return own
    before = attempt_of(workspace, reference, application.attempt - 1)
    return joined(own, counted_judgements(workspace, before), frozenset(entry.open_codes))


def entry_of(workspace: Workspace, application: Application) -> ApplicationEntry | None:
    """The entry of the attempt, in its latest version."""
    of_attempt = [one for one in entries_of(workspace, application.reference) if one.attempt == application.attempt]
    return of_attempt[-1] if of_attempt else None


def joined(now: Judgements, before: Judgements, open_codes: frozenset[str]) -> Judgements:
    """The judgements of an attempt with those of the one before that stand.

    Outside ``open_codes`` what decided before decides now, unless the panel has settled the sub-category anew. Within
    them each item that was satisfactory goes on counting (a further piece is asked for, not the first one again)
    unless the same item is judged again. What stands is settled, so its rows come as the panel's.
    """
    anew = {row.sub_category for row in _rows(now) if row.phase is Phase.MODERATION} - open_codes
    own = open_codes | anew
    judged = {(row.sub_category, row.evidence_id) for row in now.judgements if row.sub_category in own}
    items = [
        row
        for row in _deciding(before.judgements, lambda row: (row.sub_category, row.evidence_id))
        if row.sub_category not in anew
        and (row.sub_category, row.evidence_id) not in judged
        and (row.sub_category not in open_codes or row.verdict is Verdict.SATISFACTORY)
    ]
    wholes = [row for row in _deciding(before.conclusions, lambda row: row.sub_category) if row.sub_category not in own]
    said = {part.part for part in now.parts}
    parts = [part for part in before.parts if part.confirmed and part.part not in said]
    return replace(
        now,
        judgements=(*(row for row in now.judgements if row.sub_category in own), *_carried(items, now)),
        conclusions=(*(row for row in now.conclusions if row.sub_category in own), *_carried(wholes, now)),
        parts=(*now.parts, *(replace(part, attempt=now.attempt) for part in parts)),
    )


def outside(now: Judgements, open_codes: frozenset[str]) -> tuple[Judgement | Conclusion, ...]:
    """What assessors judged in this attempt outside what is open: it does not count."""
    return tuple(row for row in _rows(now) if row.sub_category not in open_codes and row.phase is Phase.INDIVIDUAL)


def as_one_side(counted: Judgements, own: Judgements) -> Judgements:
    """The same with what stands as the judgements of nobody who sits: for the agenda, which weighs individual rows."""
    known = {row.event for row in _rows(own)}

    def side(row: Row) -> Row:
        return row if row.event in known else replace(row, phase=Phase.INDIVIDUAL, assessor=_SAID_BEFORE)

    return replace(
        counted,
        judgements=tuple(map(side, counted.judgements)),
        conclusions=tuple(map(side, counted.conclusions)),
    )


def bare(counted: Judgements, own: Judgements) -> Judgements:
    """The same for an assessor of the later attempt: of what stands only what the rules look at, without a word."""
    known = {row.event for row in _rows(own)}

    def stripped(row: Row) -> Row:
        if row.event in known:
            return row
        ground = _SAID_BEFORE if row.to_panel.strip() else ""
        return replace(
            row, assessor=_SAID_BEFORE, reasons=(), primary_reason="", feedback="", to_panel=ground, seen="", quote="",
            page="", wording=(), event="",
        )  # fmt: skip

    return replace(
        counted,
        judgements=tuple(map(stripped, counted.judgements)),
        conclusions=tuple(map(stripped, counted.conclusions)),
    )


def _rows(judgements: Judgements) -> tuple[Judgement | Conclusion, ...]:
    return (*judgements.judgements, *judgements.conclusions)


def _deciding(rows: Iterable[Row], unit: Callable[[Row], object]) -> list[Row]:
    by_unit: dict[object, list[Row]] = {}
    for row in rows:
        by_unit.setdefault(unit(row), []).append(row)
    return [row for of_unit in by_unit.values() for row in deciding_rows(of_unit)]


def _carried(rows: Iterable[Row], now: Judgements) -> tuple[Row, ...]:
    return tuple(replace(row, attempt=now.attempt, phase=Phase.MODERATION) for row in rows)
