"""What the panel agrees on becomes a record of its own, which supersedes none of the assessors'."""

from dataclasses import replace

from mrse_assess.errors import BadRequestError
from mrse_assess.panel.comparing import Key, Row, Topic
from mrse_assess.panel.effects import effect
from mrse_assess.terms import Phase, RuleStatus, Verdict
from mrse_assess.workbench.entries import MOST_WORDS_SEEN
from mrse_assess.workbench.panel import wording
from mrse_assess.workbench.panel.common_ground import taken_over
from mrse_assess.workbench.panel.sides import SEEN, verdicts_of
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workbench.panel.views import EffectRow, EffectView, ModerationEntry


def moderated(table: PanelTable, topic: Topic, entry: ModerationEntry) -> Row:
    """The panel's row: the words of the side that it follows, with its verdict, its reason, its flags and why.

    Raises:
        BadRequestError: a verdict, side, flag or reason that is not offered or left open, no sentence why, or a reason
            without the words that its sentence in the letter needs.
    """
    _check(topic, entry)
    row = _settling(table, topic, entry)
    if entry.verdict is Verdict.NOT_SATISFACTORY and topic.evidence_id:
        _check_reason(table, row)
    return row


def effect_view(table: PanelTable, topic: Topic, entry: ModerationEntry) -> EffectView:
    """What recording the entry would change, before it is recorded. ``why`` and reasons may still be missing.

    Raises:
        BadRequestError: a verdict that the unit cannot have, or a flag that is left open.
    """
    _check_verdict(topic.key, entry.verdict)
    row = _settling(table, topic, entry)
    scheme = table.workspace.scheme
    told = effect(table.whole.judgements, [row], scheme, table.whole.readings, table.decision)
    rows = tuple(
        EffectRow(
            rule=wording.rule_words(scheme, one.now),
            now=wording.range_words(one.now),
            then=wording.range_words(one.then),
        )
        for one in told.changes
    )
    return EffectView(rows=rows, now=told.now, then=told.then, sentence=_sentence(told.now, told.then, bool(rows)))


def _settling(table: PanelTable, topic: Topic, entry: ModerationEntry) -> Row:
    row = taken_over(table, topic, entry)
    reasons, primary = _reasons(row, entry)
    return replace(
        row,
        phase=Phase.MODERATION,
        assessor=table.person,
        verdict=entry.verdict,
        reasons=reasons,
        primary_reason=primary,
        wording=tuple(one for one in row.wording if one.reason in reasons),
        seen=entry.seen.strip() or row.seen,
        feedback=entry.feedback.strip() or row.feedback,
        to_panel=entry.why.strip(),
        recorded_at=None,
        event="",
        scheme_version="",
    )


def _reasons(row: Row, entry: ModerationEntry) -> tuple[tuple[str, ...], str]:
    """Every reason, and the primary one."""
    if entry.verdict is not Verdict.NOT_SATISFACTORY:
        return (), ""
    primary = entry.primary_reason or row.primary_reason
    first = (primary,) if primary else ()
    return (*first, *(reason for reason in row.reasons if reason != primary)), primary


def _sentence(now: RuleStatus, then: RuleStatus, changes: bool) -> str:
    if now is not then:
        return ""
    if changes:
        return "The outcome stays as it is."
    return "No rule counts otherwise. The letter says what is recorded here."


def _check(topic: Topic, entry: ModerationEntry) -> None:
    _check_verdict(topic.key, entry.verdict)
    if not entry.why.strip():
        raise BadRequestError("Write in one sentence why the panel says so; it is kept with the record.")
    if len(entry.seen.split()) > MOST_WORDS_SEEN:
        raise BadRequestError(f"Say what the page shows in at most {MOST_WORDS_SEEN} words; the letter prints it.")


def _check_verdict(key: Key, verdict: Verdict) -> None:
    if verdict not in verdicts_of(key):
        raise BadRequestError("The panel settles a unit as satisfactory or not; it refers nothing to itself.")


def _check_reason(table: PanelTable, row: Row) -> None:
    known = {reason.id: reason for reason in table.workspace.scheme.reasons_for(row.sub_category)}
    if not row.primary_reason:
        raise BadRequestError("Choose the primary reason; the letter rests on it.")
    if row.primary_reason not in known:
        raise BadRequestError(f"The scheme has no reason {row.primary_reason!r} for {row.sub_category}.")
    if SEEN in known[row.primary_reason].needs and not row.seen:
        raise BadRequestError("Say in a few words what the page shows; the sentence of that reason needs it.")
