"""From the workbench's values to what the letter drawer and the start page show."""

from typing import Any

from mrse_assess.ui.register import present
from mrse_assess.ui.wording import clock, day, day_and_clock
from mrse_assess.workbench.outcome_views import LetterBlock, LetterDraft, OutcomesView, OutcomeView, PartView
from mrse_assess.workbench.registering.views import RegisterSheet
from mrse_assess.workbench.start_views import ApplicationRow, DeclarationSheet


def drawer(parts: tuple[PartView, ...], outcomes: OutcomesView, letter: LetterDraft) -> dict[str, Any]:
    """Parts to confirm, outcomes to choose from, and the draft with what stands in its way."""
    return {
        "parts": [_part(part) for part in parts],
        "outcomes": [_outcome(choice) for choice in outcomes.choices],
        "chosen": outcomes.chosen.value if outcomes.chosen else "",
        "ground": outcomes.ground,
        "chosen_by": f"{outcomes.by}, {day_and_clock(outcomes.at)}" if outcomes.by else "",
        "made": clock(letter.made_at),
        "refusals": list(letter.refusals),
        "blocks": [_block(block) for block in letter.blocks],
    }


def _part(part: PartView) -> dict[str, Any]:
    return {
        "part": part.part,
        "name": part.name,
        "ask": part.ask,
        "clause": part.clause,
        "found": part.found,
        "noticed": list(part.noticed),
        "confirmed": part.confirmed,
        "by": f"{part.by}, {day_and_clock(part.at)}" if part.by else "",
    }


def _outcome(choice: OutcomeView) -> dict[str, Any]:
    return {"kind": choice.kind.value, "name": choice.name, "why_not": choice.why_not, "ground": choice.needs_ground}


def _block(block: LetterBlock) -> dict[str, Any]:
    lines = [
        [{"t": span.text, "gap": span.gap, "unit": list(span.rests_on) if span.rests_on else None} for span in line]
        for line in block.lines
    ]
    return {"kind": block.kind.value, "level": block.level, "columns": block.columns, "lines": lines}


def applications(rows: tuple[ApplicationRow, ...], sheet: RegisterSheet, *, office: bool) -> dict[str, Any]:
    """The start page: its table, and whether portfolios are taken in and settings kept from it."""
    entries = present.entries(sheet)
    return {
        "office": office,
        "register": present.register(sheet),
        "rows": [
            {
                "application": row.application,
                "applicant": row.applicant,
                "attempt": row.attempt,
                "received": day(row.received),
                "state": row.state,
                "share": row.share,
                "problems": row.problems,
                "closed": row.closed,
                "given": row.given,
                "looked_on": row.looked_on,
                "entry": entries.get(row.application),
            }
            for row in rows
        ],
    }


def declaration(declared: DeclarationSheet) -> dict[str, Any]:
    """What is declared on, and the kinds of interest to choose from."""
    return {
        "application": declared.application,
        "parties": [{"name": one.name, "part": one.part, "possible": one.possible} for one in declared.parties],
        "kinds": [{"id": kind, "words": words} for kind, words in declared.kinds],
        "not_looked": declared.not_looked,
    }
