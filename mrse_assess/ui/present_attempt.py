"""A further attempt, and another version of the portfolio, as the page shows them."""

from collections.abc import Sequence
from typing import Any

from mrse_assess.model.listing import listed
from mrse_assess.terms import SubCategoryState
from mrse_assess.ui.wording import clock, day, day_and_clock
from mrse_assess.workbench.outcome_views import RuleLine
from mrse_assess.workbench.resubmission.attempt_views import AskedUnit, AttemptView, StoodRow, VersionView
from mrse_assess.workbench.resubmission.changes import Change
from mrse_assess.workbench.views import Unit

STATE_WORDS = {
    SubCategoryState.SATISFACTORY: "satisfactory",
    SubCategoryState.NOT_SATISFACTORY: "not satisfactory",
    SubCategoryState.NOTHING_OFFERED: "nothing offered",
    SubCategoryState.NOT_YET_JUDGED: "not judged",
}
REOPENED_BY = "Only the panel can settle one of them anew; the reason goes into its records."
ONLY_READ = "Another version of the portfolio has come. Go on with it first (the bar above); what you typed is kept."
COMPARING = "What changed is being compared with the version on this page."
MOST_AGAIN = 8
"""So many claims have a button in the bar; the list of open points has them all."""

_TOLD_FIRST = (Change.NEW, Change.CHANGED, Change.GONE, Change.SAME_WORDS, Change.UNCHANGED)
_BECAME = (
    (Change.CHANGED, "Changed"),
    (Change.NEW, "New"),
    (Change.GONE, "No longer in it"),
)


def strip(value: AttemptView | None) -> dict[str, Any] | None:
    """The line at the head of the page: which letter asked for what."""
    if value is None:
        return None
    what = [f"{one.code} {one.short_name}" for one in value.asked]
    rules = [_counted(one) for one in value.rules]
    return {
        "letter": _letter(value),
        "asked": "; ".join(filter(None, (", ".join(what), *rules, *value.missing_parts))) or "nothing that is open",
        "gone": "" if value.stands else " It was taken back since.",
    }


def _letter(value: AttemptView) -> str:
    issued = f" of {day(value.issued_at)}" if value.issued_at else ""
    return f"Letter {value.letter}{issued}" if value.letter else f"The letter of attempt {value.before}"


def _counted(line: RuleLine) -> str:
    """A rule's count with its bound: "Sub-categories 13, 14 needed"."""
    bound = f"at most {line.threshold}" if line.direction.value == "at_most" else f"{line.threshold} needed"
    return f"{line.label} {line.observed}, {bound}"


def sheet(value: AttemptView) -> dict[str, Any]:
    """Everything that was asked for, what came, and the figures of both attempts."""
    return {
        "heading": f"Attempt {value.attempt}: what was asked for",
        "letter": f"{_letter(value)}{f', outcome: {value.outcome}' if value.outcome else ''}."
        f"{'' if value.stands else ' It was taken back since.'}",
        "blind": f"Reasons and words of attempt {value.before} stay closed to you while you judge."
        if value.blind
        else "",
        "asked": [_asked(one) for one in value.asked],
        "rules": [f"{line.sentence}; {line.status.value.replace('_', ' ')}" for line in value.rules],
        "parts": list(value.missing_parts),
        "enough": _enough(value.enough),
        "carried": [value.carried, *(f"{one[:1].upper()}{one[1:]}." for one in value.settings)]
        if value.carried
        else [],
        "came": _came_list(value),
        "figures": {
            "then": f"Attempt {value.before}",
            "now": f"Now, with what stands from attempt {value.before}",
            "rows": [[one.label, _figure(one.then), _figure(one.now)] for one in value.figures],
        },
    }


def _asked(one: AskedUnit) -> dict[str, Any]:
    return {
        "code": one.code,
        "name": one.short_name,
        "was": STATE_WORDS[one.was],
        "reasons": "; ".join(one.reasons),
        "counts_on": f"item{'s' * (len(one.counts_on) > 1)} {listed(one.counts_on)}" if one.counts_on else "",
    }


def _enough(sets: Sequence[Sequence[str]]) -> str:
    return f"Enough would have been: {'; or '.join(listed(one) for one in sets)}." if sets else ""


def _came_list(value: AttemptView) -> dict[str, Any]:
    """What became of each item, the new and changed ones first."""
    came = sorted(value.came or (), key=lambda one: _TOLD_FIRST.index(one.change))
    return {
        "waiting": "" if value.came is not None or value.fault else f"Being compared with attempt {value.before}.",
        "fault": value.fault,
        "items": [{"label": one.evidence_id, "title": one.title, "said": one.sentence} for one in came],
    }


def _figure(line: RuleLine) -> str:
    return f"{line.observed} of {line.bound}, {line.status.value.replace('_', ' ')}"


def stood(value: AttemptView | None) -> dict[str, Any]:
    """What the worklist says of a further attempt: how many are open, and the rest, each with what stands."""
    if value is None:
        return {}
    count = len(value.stood)
    return {
        "open_words": f"Open for this attempt: {value.open_count} of {value.total}",
        "stood_words": f"{count} {'stands' if count == 1 else 'stand'} from before",
        "reopened_by": REOPENED_BY,
        "stood": [_stood(one) for one in value.stood],
    }


def _stood(row: StoodRow) -> dict[str, Any]:
    return {
        "code": row.code,
        "name": row.short_name,
        "state": row.state.value,
        "said": f"stands from attempt {row.attempt}: {STATE_WORDS[row.state]}",
        "items": [
            {"id": one.evidence_id, "title": one.title, "came": one.came, "there": one.is_there} for one in row.items
        ],
    }


def stood_for(value: AttemptView | None, evidence_id: str) -> list[str]:
    """The findings that stand on an item, in words: "1.2 (attempt 1)"."""
    rows = value.stood if value else ()
    found = [one for one in rows if any(item.evidence_id == evidence_id for item in one.items)]
    return [f"{one.code} (attempt {one.attempt})" for one in found]


def version(value: VersionView | None) -> dict[str, Any] | None:
    """The bar over the page: another version that came, or what it left to be looked at again."""
    if value is None:
        return None
    when = f" on {day_and_clock(value.came_at)}" if value.taken else f" at {clock(value.came_at)}"
    why = f" Reason: {value.why.rstrip('.')}." if value.why else ""
    return {
        "newer": not value.taken,
        "head": f"Another version of the portfolio came{when if value.came_at else ''}: {value.file_name}.",
        "said": [part for part in (why.strip(), *_changes(value), *_kept(value)) if part],
        "again": [{"unit": list(one), "words": _claim(one)} for one in value.again[:MOST_AGAIN]],
        "more": max(len(value.again) - MOST_AGAIN, 0),
        "read_only": "" if value.taken else ONLY_READ,
    }


def _claim(unit: Unit) -> str:
    return f"{unit.evidence_id} for {unit.sub_category}"


def _changes(value: VersionView) -> list[str]:
    if value.came is None:
        return [value.fault or COMPARING]
    named = [(words, [one.evidence_id for one in value.came if one.change is kind]) for kind, words in _BECAME]
    said = [f"{words}: {listed(items)}." for words, items in named if items]
    same = len(value.came) - sum(len(items) for _, items in named)
    return [*said, f"{same} {'item is' if same == 1 else 'items are'} the same."]


def _kept(value: VersionView) -> list[str]:
    """What is carried over, and what is to be looked at once more."""
    if value.taken:
        return []
    judged = f"{value.judged} {'judgement' if value.judged == 1 else 'judgements'}"
    concluded = f"{value.concluded} {'conclusion' if value.concluded == 1 else 'conclusions'}"
    said = [f"Carried over: {judged}, {concluded}, and every word you wrote."]
    if value.came is not None:
        again = [_claim(one) for one in value.again]
        said.append(f"To be looked at again: {listed(again)}." if again else "Nothing is to be looked at again.")
    if value.sealed:
        said.append("Your assessment is sealed; reopen it, with a reason, to judge this version.")
    return said
