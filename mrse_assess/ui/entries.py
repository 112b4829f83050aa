"""The judgement form as the page sends it, checked against what was offered for the unit."""

from collections.abc import Collection
from typing import Any

from mrse_assess.errors import BadRequestError
from mrse_assess.model.wordings import Wording
from mrse_assess.terms import Verdict
from mrse_assess.ui.fields import Fields
from mrse_assess.workbench.views import Entry, JudgementView

HIGHEST_PAGE = 100_000
LONGEST_DATE = 40  # a draft holds what is half typed
LONGEST_SENTENCE = 2_000


def entry_from_page(fields: Fields) -> Entry:
    """The entry in a message. Its ids are not checked yet."""
    return Entry(
        verdict=fields.maybe_one_of("verdict", Verdict),
        reasons=fields.identifiers("reasons"),
        primary_reason=fields.identifier("primary_reason"),
        contribution=fields.identifiers("contribution"),
        mhra_edition=fields.identifier("mhra_edition"),
        mhra_section=fields.identifier("mhra_section"),
        simulated=fields.flag("simulated"),
        independent_group=fields.identifier("independent_group"),
        feedback=fields.text("feedback"),
        to_panel=fields.text("to_panel"),
        private=fields.text("private"),
        seen=fields.text("seen"),
        target=fields.identifier("target"),
        other_item=fields.identifier("other_item"),
        page=fields.number("page", 0, HIGHEST_PAGE),
        evidence_date=fields.text("evidence_date", longest=LONGEST_DATE),
        wording=tuple(
            Wording(one.identifier("reason"), one.text("sentence", longest=LONGEST_SENTENCE))
            for one in fields.inners("wording")
        ),
    )


def check_entry(entry: Entry, offered: JudgementView, pages: int) -> None:
    """Refuse an entry that names what was not offered for this unit.

    Raises:
        BadRequestError: naming the field that does not fit.
    """
    if entry.verdict is Verdict.NOTHING_OFFERED:
        raise BadRequestError("'Nothing offered' is said of a sub-category, not of an item.")
    _known("reason", entry.reasons, {reason.id for reason in offered.reasons})
    _known("primary reason", _some(entry.primary_reason), entry.reasons)
    _known("contribution", entry.contribution, offered.contributions)
    _known("edition", _some(entry.mhra_edition), offered.editions)
    _known("reason", [one.reason for one in entry.wording], {reason.id for reason in offered.reasons})
    _known("group", _some(entry.independent_group), {group.id for group in offered.groups})
    _known("sub-category", _some(entry.target), {target.id for target in offered.targets})
    _known("item", _some(entry.other_item), {item.id for item in offered.other_items})
    if entry.page > pages:
        raise BadRequestError(f"The page sent page {entry.page} of an item of {pages}. Reload the page.")


def entry_for_page(entry: Entry) -> dict[str, Any]:
    """The entry as the page keeps it; the same names that :func:`entry_from_page` reads."""
    return {
        "verdict": entry.verdict.value if entry.verdict else "",
        "reasons": list(entry.reasons),
        "primary_reason": entry.primary_reason,
        "contribution": list(entry.contribution),
        "mhra_edition": entry.mhra_edition,
        "mhra_section": entry.mhra_section,
        "simulated": entry.simulated,
        "independent_group": entry.independent_group,
        "feedback": entry.feedback,
        "to_panel": entry.to_panel,
        "private": entry.private,
        "seen": entry.seen,
        "target": entry.target,
        "other_item": entry.other_item,
        "page": entry.page,
        "evidence_date": entry.evidence_date,
        "wording": [{"reason": one.reason, "sentence": one.sentence} for one in entry.wording],
    }


def _some(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _known(what: str, values: Collection[str], offered: Collection[str]) -> None:
    if any(value not in offered for value in values):
        raise BadRequestError(f"The page sent a {what} that is not offered here. Reload the page.")
