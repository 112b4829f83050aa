"""What the panel agrees on becomes a record of its own, which supersedes none of the assessors'."""

from dataclasses import replace

from mrse_assess.errors import BadRequestError
from mrse_assess.model.judgement import Conclusion, Judgement
from mrse_assess.panel.comparing import Key, Row, Topic
from mrse_assess.panel.effects import effect
from mrse_assess.terms import Phase, RuleStatus, Verdict
from mrse_assess.workbench.entries import MOST_WORDS_SEEN
from mrse_assess.workbench.panel import wording
from mrse_assess.workbench.panel.sides import SEEN, verdicts_of
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workbench.panel.views import EffectRow, EffectView, ModerationEntry


def moderated(table: PanelTable, topic: Topic, entry: ModerationEntry) -> Row:
    """The panel's row: the words of the side that it follows, with its verdict, its reason and why.

    Raises:
        BadRequestError: a verdict, side or reason that is not offered, no sentence why, or a reason without the words
            that its sentence in the letter needs.
    """
    _check(table, topic, entry)
    row = _base(table, topic, entry)
    reasons = row.reasons
    if entry.verdict is not Verdict.NOT_SATISFACTORY:
        reasons, primary = (), ""
    elif entry.primary_reason:
        primary = entry.primary_reason
        reasons = (primary, *(reason for reason in reasons if reason != primary))
    else:
        primary = row.primary_reason
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


def effect_view(table: PanelTable, topic: Topic, verdict: Verdict) -> EffectView:
    """What recording the verdict would change, before it is recorded.

    Raises:
        BadRequestError: a verdict that the unit cannot have.
    """
    _check_verdict(topic.key, verdict)
    row = replace(_base(table, topic, ModerationEntry(verdict=verdict, why="")), verdict=verdict)
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


def _sentence(now: RuleStatus, then: RuleStatus, changes: bool) -> str:
    if now is not then:
        return ""
    if changes:
        return "The outcome stays as it is."
    return "No rule counts otherwise. The letter says what is recorded here."


def _base(table: PanelTable, topic: Topic, entry: ModerationEntry) -> Row:
    """The row whose words are taken over: of the side named, else of the first with this verdict, else an empty one."""
    if entry.follows:
        return topic.sides[entry.follows - 1]
    like = next((side for side in topic.sides if side.verdict is entry.verdict), None)
    return like or _empty(table, topic.key, entry.verdict, topic)


def _empty(table: PanelTable, key: Key, verdict: Verdict, topic: Topic) -> Row:
    application = table.application
    common = {
        "application": application.reference,
        "attempt": application.attempt,
        "phase": Phase.MODERATION,
        "assessor": table.person,
        "sub_category": key[0],
        "verdict": verdict,
        "page": next((side.page for side in topic.sides if side.page), ""),
    }
    return Judgement(**common, evidence_id=key[1]) if key[1] else Conclusion(**common)  # type: ignore[arg-type]


def _check(table: PanelTable, topic: Topic, entry: ModerationEntry) -> None:
    _check_verdict(topic.key, entry.verdict)
    if not 0 <= entry.follows <= len(topic.sides):
        raise BadRequestError("There is no such judgement to follow.")
    if not entry.why.strip():
        raise BadRequestError("Write in one sentence why the panel says so; it is kept with the record.")
    if len(entry.seen.split()) > MOST_WORDS_SEEN:
        raise BadRequestError(f"Say what the page shows in at most {MOST_WORDS_SEEN} words; the letter prints it.")
    if entry.verdict is Verdict.NOT_SATISFACTORY and topic.evidence_id:
        _check_reason(table, topic, entry)


def _check_verdict(key: Key, verdict: Verdict) -> None:
    if verdict not in verdicts_of(key):
        raise BadRequestError("The panel settles a unit as satisfactory or not; it refers nothing to itself.")


def _check_reason(table: PanelTable, topic: Topic, entry: ModerationEntry) -> None:
    base = _base(table, topic, entry)
    primary = entry.primary_reason or base.primary_reason
    known = {reason.id: reason for reason in table.workspace.scheme.reasons_for(topic.sub_category)}
    if not primary:
        raise BadRequestError("Choose the primary reason; the letter rests on it.")
    if primary not in known:
        raise BadRequestError(f"The scheme has no reason {primary!r} for {topic.sub_category}.")
    if SEEN in known[primary].needs and not (entry.seen.strip() or base.seen):
        raise BadRequestError("Say in a few words what the page shows; the sentence of that reason needs it.")
