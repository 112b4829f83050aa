"""From the panel's values to what the page shows. No widget here."""

from typing import Any

from mrse_assess.panel.comparing import Key
from mrse_assess.terms import Verdict
from mrse_assess.ui.present_evidence import boxes
from mrse_assess.workbench.agreement_tables import AgreementTable
from mrse_assess.workbench.outcome_views import OutcomesView
from mrse_assess.workbench.panel.hall import HallRow
from mrse_assess.workbench.panel.views import EffectView, PanelAgenda, PanelHeading, TopicView


def hall(rows: tuple[HallRow, ...]) -> dict[str, Any]:
    """The list of applications."""
    return {
        "hall": [
            {
                "application": row.application,
                "attempt": row.attempt,
                "sitting": row.sitting,
                "why_not": row.why_not,
                "left": row.left,
                "over": row.over,
            }
            for row in rows
        ]
    }


def agreement(tables: tuple[AgreementTable, ...]) -> list[dict[str, Any]]:
    """How far assessors agree, a table for each question."""
    return [
        {"title": one.title, "head": list(one.head), "rows": [list(row) for row in one.rows], "notes": list(one.notes)}
        for one in tables
    ]


def heading(value: PanelHeading) -> dict[str, Any]:
    """The head of the page."""
    return {
        "application": value.application,
        "attempt": value.attempt,
        "state": value.state,
        "sitting": value.sitting,
        "why_not": value.why_not,
        "not_shown": value.not_shown,
        "names_hidden": value.names_hidden,
        "persons": list(value.persons),
        "presence": {
            "present": list(value.presence.present),
            "recused": value.presence.recused,
            "met": value.presence.quorum_met,
            "words": value.presence.words,
        },
    }


def agenda(value: PanelAgenda) -> dict[str, Any]:
    """The agenda in its groups, and the agreed rest."""
    return {
        "groups": [
            {
                "heading": group.heading,
                "rows": [
                    {
                        "unit": [row.sub_category, row.evidence_id],
                        "words": row.words,
                        "verdicts": [verdict.value for verdict in row.verdicts],
                        "settled": row.settled.value if row.settled else "",
                        "minutes": row.minutes,
                    }
                    for row in group.rows
                ],
            }
            for group in value.groups
        ],
        "left": value.left,
        "agreed": value.agreed,
        "sampled": list(value.sampled),
        "to_look_at": list(value.to_look_at),
        "accepted": value.accepted,
        "outcome": value.outcome.value,
    }


def topic(value: TopicView) -> dict[str, Any]:
    """A unit side by side."""
    return {
        "unit": [value.sub_category, value.evidence_id],
        "heading": value.heading,
        "guidance": list(value.guidance),
        "sides": [
            {
                "number": side.number,
                "label": side.label,
                "verdict": side.verdict.value,
                "lines": list(side.lines),
                "quotes": [
                    {"text": quote.text, "page": quote.page, "boxes": boxes(quote.boxes)} for quote in side.quotes
                ],
                "to_panel": side.to_panel,
                "feedback": side.feedback,
                "page": side.page,
            }
            for side in value.sides
        ],
        "without": value.without,
        "settled": {
            "verdict": value.settled.verdict.value,
            "lines": list(value.settled.lines),
            "why": value.settled.why,
            "by": value.settled.by,
            "at": value.settled.at,
            "primary_reason": value.settled.primary_reason,
        }
        if value.settled
        else None,
        "verdicts": [verdict.value for verdict in value.verdicts],
        "reasons": [{"id": one.id, "name": one.name, "seen": one.needs_seen} for one in value.reasons],
        "groups": [{"id": one.id, "members": one.members} for one in value.groups],
        "pages": value.pages,
        "opening": value.opening,
    }


def effect(key: Key, verdict: Verdict, value: EffectView | str) -> dict[str, Any]:
    """What recording a verdict would change, or what the panel has to say before that is known."""
    if isinstance(value, str):
        return {"unit": list(key), "verdict": verdict.value, "missing": value}
    return {
        "unit": list(key),
        "verdict": verdict.value,
        "rows": [[row.rule, row.now, row.then] for row in value.rows],
        "now": value.now.value,
        "then": value.then.value,
        "sentence": value.sentence,
    }


def outcomes(value: OutcomesView) -> dict[str, Any]:
    """The outcomes that the panel may choose."""
    return {
        "choices": [
            {"kind": one.kind.value, "name": one.name, "why_not": one.why_not, "ground": one.needs_ground}
            for one in value.choices
        ],
        "chosen": value.chosen.value if value.chosen else "",
        "ground": value.ground,
    }
