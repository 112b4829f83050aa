"""From the workbench's values to the dictionaries that the left and middle panes show. No widget here."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from mrse_assess.terms import RuleStatus
from mrse_assess.ui import present_places
from mrse_assess.ui.wording import VERDICT_WORDS, clock
from mrse_assess.workbench.finding_views import FindingsView
from mrse_assess.workbench.outcome_views import ReadingQuestion, RuleLine, Standing
from mrse_assess.workbench.views import ClaimRow, Heading, ItemView, RowState, Unit, Worklist, WorklistRow
from mrse_assess.workbench.whole_files import is_whole_file

ROW_WORDS = {
    RowState.SATISFACTORY: "satisfactory",
    RowState.NOT_SATISFACTORY: "not satisfactory",
    RowState.REFERRED_TO_PANEL: "referred to panel",
    RowState.NOTHING_OFFERED: "nothing offered",
    RowState.IN_PROGRESS: "in progress",
    RowState.NOT_YET_JUDGED: "not yet judged",
}


def heading(value: Heading, unit: Unit | None) -> dict[str, Any]:
    """The header: reference, attempt, assessor, how far; the title of the tab."""
    return {
        "application": value.application,
        "attempt": value.attempt,
        "assessor": value.assessor,
        "progress": f"{value.judged} of {value.claims} claims judged",
        "title": f"{value.application}{_comma(unit_words(unit))} - assess",
        "unit": list(unit) if unit else None,
        "saved": clock(value.saved_at),
    }


def unit_words(unit: Unit | None, *, begins: bool = False) -> str:
    """A unit in words: "item 7 for 3", "sub-category 8.2", "item 21", "file 2"; ``begins`` a sentence or a heading."""
    if begins:
        words = unit_words(unit)
        return words[:1].upper() + words[1:]
    if unit is None:
        return ""
    if not unit.evidence_id:
        return f"sub-category {unit.sub_category}"
    if unit.sub_category:
        return f"item {unit.evidence_id} for {unit.sub_category}"
    return unit.evidence_id.replace(":", " ") if is_whole_file(unit.evidence_id) else f"item {unit.evidence_id}"


def _comma(words: str) -> str:
    return f", {words}" if words else ""


def worklist(value: Worklist, unit: Unit | None, checks: Mapping[str, Any]) -> dict[str, Any]:
    """Every row in words, with its shape's name; ``here`` is the unit on screen.

    ``checks`` is what the reading left open, from :func:`mrse_assess.ui.present_points.points`.
    """
    broken = sum(claim.leads_nowhere for row in value.rows for claim in row.claims)
    return {
        "rows": [_row(row, first=_first_of_category(value, row)) for row in value.rows],
        "uncited": [{"id": item.evidence_id, "label": item.label, "title": item.title} for item in value.uncited],
        "broken": broken,
        "here": list(unit) if unit else None,
        **checks,
    }


def _first_of_category(value: Worklist, row: WorklistRow) -> bool:
    return next(other for other in value.rows if other.category == row.category) is row


def _row(row: WorklistRow, *, first: bool) -> dict[str, Any]:
    judged = sum(claim.verdict is not None for claim in row.claims)
    total = len(row.claims)
    broken = sum(claim.leads_nowhere for claim in row.claims)
    marks = _joined(_counted(row.prompts, "prompt open", "prompts open"), _nowhere(broken))
    claimed = f"{judged} of {_counted(total, 'claim', 'claims')} judged" if total else "no claims"
    said = f"{row.code} {row.short_name}: {_joined(ROW_WORDS[row.state], claimed, marks)}"
    return {
        "code": row.code,
        "name": row.short_name,
        "title": row.title,
        "state": row.state.value,
        "first": first,
        "count": f"{judged}/{total}" if total else "none",
        "done": row.state not in {RowState.IN_PROGRESS, RowState.NOT_YET_JUDGED},
        "prompts": row.prompts,
        "broken": broken,
        "marks": marks,
        "label": said,
        "claims": [_claim(row, claim) for claim in row.claims],
    }


def _prompts(claim: ClaimRow) -> str:
    """How many prompts are open, and of what: "2 prompts open (dates 1, scope 1)"."""
    counted = _counted(claim.prompts, "prompt open", "prompts open")
    return f"{counted} ({claim.prompt_kinds})" if counted and claim.prompt_kinds else counted


def _nowhere(broken: int) -> str:
    return _counted(broken, "reference leads nowhere", "references lead nowhere")


def _counted(number: int, one: str, several: str) -> str:
    """A number with its noun, "" for none."""
    return f"{number} {one if number == 1 else several}" if number else ""


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _claim(row: WorklistRow, claim: ClaimRow) -> dict[str, Any]:
    said = _joined(
        f"judged {VERDICT_WORDS[claim.verdict]}" if claim.verdict else "not yet judged",
        "reason missing" if claim.reason_missing else "",
        "parked" if claim.parked else "",
        "the reference leads nowhere" if claim.leads_nowhere else "",
        "not in the table" if claim.uncited else "",
        "the reference corrected by you" if claim.corrected else "",
        "to be looked at again: it was judged on an earlier version" if claim.look_again else "",
        "satisfactory in an attempt before: it counts unless you judge it" if claim.counts_on else "",
        claim.came_said.rstrip(".").lower() if claim.came_said else "",
        _prompts(claim),
    )
    waiting = f"parked {claim.waiting}" if claim.waiting == "today" else f"parked {claim.waiting} ago"
    return {
        "id": claim.evidence_id,
        "label": claim.label,
        "title": claim.title,
        "verdict": claim.verdict.value if claim.verdict else "",
        "cited": claim.cited,
        "parked": claim.parked,
        "broken": claim.leads_nowhere,
        "missing": claim.reason_missing,
        "said": f"Item {claim.label} {claim.title}: {said}",
        "came": claim.came,
        "again": claim.look_again,
        "counts_on": claim.counts_on,
        "waiting": claim.waiting,
        "reminder": claim.reminder,
        "second": f"Item {claim.label} for {row.code}, {claim.title}: {_joined(waiting, claim.reminder)}",
    }


def standing(value: Standing) -> dict[str, Any]:
    """The rules with their ticks, and the sentence that says what decides."""
    return {
        "needed": value.needed,
        "rules": [_rule(line) for line in value.rules],
        "outcome": _OUTCOME_WORDS[value.outcome],
        "because": value.because,
    }


_OUTCOME_WORDS = {
    RuleStatus.MET: "All rules met.",
    RuleStatus.NOT_MET: "Not met.",
    RuleStatus.UNDETERMINED: "Undetermined.",
    RuleStatus.NOT_ASSESSED: "Not assessed.",
}


def _rule(line: RuleLine) -> dict[str, Any]:
    return {
        "rule": line.rule,
        "label": line.label,
        "status": line.status.value,
        "ceiling": line.direction.value == "at_most",
        "observed": line.observed,
        "threshold": line.threshold,
        "bound": line.bound,
        "done": line.done,
        "pending": line.pending,
        "lost": line.lost,
        "sentence": f"{line.sentence}; {line.status.value.replace('_', ' ')}",
        "second": line.second_reading,
        "readings": [_reading(question) for question in line.readings],
    }


def _reading(value: ReadingQuestion) -> dict[str, Any]:
    return {
        "id": value.id,
        "question": value.question,
        "clause": value.clause,
        "used": value.used,
        "ground": value.ground,
        "default": value.default_ground,
        "options": [
            {"value": one.value, "name": one.name, "count": one.observed, "then": _OUTCOME_WORDS[one.outcome]}
            for one in value.options
        ],
    }


def evidence(
    item: ItemView | None,
    start: int,
    said: dict[str, Any],
    ahead: list[list[Any]],
    noticed: FindingsView | None = None,
) -> dict[str, Any]:
    """The viewer: the item's pages, where to begin, how it is cited, what was noticed on them, which to fetch ahead."""
    if item is None:
        return {"evidence_id": "", "pages": [], "start": 0, "ahead": ahead, **said}
    tags = Counter(page for prompt in (noticed.prompts if noticed else ()) for page in prompt.pages)
    return {
        "evidence_id": item.evidence_id,
        "label": item.label,
        "title": item.title,
        "why_empty": item.why_empty,
        "whole": item.whole,
        "start": start,
        "ahead": ahead,
        "pages": [
            {
                "n": page.number,
                "w": page.width,
                "h": page.height,
                "words": page.has_text,
                "remark": page.remark,
                "recognised": page.recognised,
                "tags": tags[page.number],
                "file": page.file,
                "at": page.file_page,
            }
            for page in item.pages
        ],
        "finds": present_places.drawn(noticed.findings) if noticed else [],
        **said,
    }
