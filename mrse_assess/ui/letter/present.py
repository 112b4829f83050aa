"""From the letter's values to what its page shows. No widget here."""

from typing import Any

from mrse_assess.ui.wording import VERDICT_WORDS, day_and_clock
from mrse_assess.workbench.letter_life.page_views import (
    EditLine,
    Ground,
    IssuedLine,
    LetterPageView,
    OfferedAct,
    RowLine,
    SentenceView,
    SheetBlock,
    SheetSentence,
)


def page(value: LetterPageView) -> dict[str, Any]:
    """The whole page."""
    return {
        "application": value.application,
        "applicant": value.applicant,
        "attempt": value.attempt,
        "letter": value.letter,
        "person": value.person,
        "state": value.state.value,
        "next": value.next_step,
        "mine": value.mine,
        "moved": value.moved,
        "outcome": value.outcome,
        "steps": [
            {"name": one.name, "words": one.words, "done": one.done, "stopped": one.stopped} for one in value.steps
        ],
        "acts": [_act(one) for one in value.acts],
        "grounds": [_ground(one) for one in value.grounds],
        "notices": [{"lead": one.lead, "entries": list(one.entries)} for one in value.notices],
        "blocks": [_block(one) for one in value.blocks],
        "edits": [_edit(one) for one in value.edits],
        "issued": [_issued(one) for one in value.issued],
        "told": {"text": value.told.text, "persons": list(value.told.persons), "why_not": value.told.why_not},
    }


def sentence(value: SentenceView) -> dict[str, Any]:
    """One sentence with what it rests on."""
    return {
        "number": value.number,
        "anchor": value.anchor,
        "text": value.text,
        "composed": value.composed,
        "edited": f"{value.edited_by}: {value.edited_why}" if value.edited_by else "",
        "why_not_edit": value.why_not_edit,
        "rule": value.rule,
        "rows": [_row(one) for one in value.rows],
        "sources": list(value.sources),
        "clauses": list(value.clauses),
        "grounds": [_ground(one) for one in value.grounds],
    }


def _act(one: OfferedAct) -> dict[str, Any]:
    return {
        "act": one.act.value,
        "name": one.name,
        "follows": list(one.follows),
        "why_not": one.why_not,
        "asks_why": one.asks_why,
        "main": one.main,
    }


def _ground(one: Ground) -> dict[str, Any]:
    return {
        "found": one.found,
        "advice": one.advice,
        "sentence": one.sentence,
        "way": one.way.value,
        "rows": [_row(row) for row in one.rows],
    }


def _row(one: RowLine) -> dict[str, Any]:
    return {
        "event": one.event,
        "what": one.what,
        "by": one.by,
        "at": day_and_clock(one.at),
        "verdict": one.verdict.value if one.verdict else "",
        "words": VERDICT_WORDS[one.verdict] if one.verdict else "",
        "lines": list(one.lines),
        "item": one.unit.evidence_id if one.unit else "",
        "page": one.page,
        "pages": one.pages,
    }


def _block(one: SheetBlock) -> dict[str, Any]:
    return {
        "part": one.part.value,
        "level": one.level,
        "columns": one.columns,
        "lead": one.lead,
        "apart": one.apart,
        "lines": [[_sentence(said) for said in line] for line in one.lines],
    }


def _sentence(one: SheetSentence) -> dict[str, Any]:
    """Flags only where they are true: a letter has many sentences."""
    flags = {"gap": one.gap, "edited": one.edited, "rests": one.rests, "refused": one.refused, "moved": one.moved}
    said = {"n": one.number, "anchor": one.anchor, "t": one.text, "after": one.after}
    return said | {name: True for name, is_so in flags.items() if is_so}


def _edit(one: EditLine) -> dict[str, Any]:
    return {
        "anchor": one.anchor,
        "number": one.number,
        "composed": one.composed,
        "text": one.text,
        "now": one.now,
        "by": one.by,
        "why": one.why,
    }


def _issued(one: IssuedLine) -> dict[str, Any]:
    return {
        "letter": one.letter,
        "state": one.state.value,
        "outcome": one.outcome,
        "at": day_and_clock(one.at),
        "by": one.by,
        "why": one.why,
        "by_letter": one.by_letter,
        "fault": one.fault,
    }
