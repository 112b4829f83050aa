"""What the judgements that the panel agrees with have in common: never one of them chosen by chance."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from mrse_assess.errors import BadRequestError
from mrse_assess.model.judgement import Conclusion, Judgement
from mrse_assess.panel.comparing import Row, Topic
from mrse_assess.terms import Phase, Verdict
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workbench.panel.views import Flags, ModerationEntry

_SAID_ONCE = ("primary_reason", "seen", "feedback", "target", "other_item", "evidence_date", "quote", "page")
_SAID_OF_ITEMS = ("mhra_section",)
_ASKED = {
    "simulated": "whether it is simulated",
    "mhra_reference": "whether it refers to the MHRA guidelines",
    "independent_group": "which independent piece it belongs to",
}


def taken_over(table: PanelTable, topic: Topic, entry: ModerationEntry) -> Row:
    """The row that the panel's begins with: the side followed, or what all sides with the verdict agree on.

    Where no side has the verdict, those that refer the unit to the panel give what they found of it, without words to
    the applicant. Flags are settled by the panel where the sides differ; other words that differ are left out.

    Raises:
        BadRequestError: there is no such side, it says otherwise, or a flag that counts is left open.
    """
    sides = _followed(topic, entry)
    row = _in_common(sides) if sides else _empty(table, topic, entry.verdict)
    if row.verdict is Verdict.REFERRED_TO_PANEL and not entry.follows:
        row = replace(row, reasons=(), primary_reason="", wording=(), seen="", feedback="")
    if not isinstance(row, Judgement):
        return row
    if entry.verdict is not Verdict.SATISFACTORY:
        return replace(row, simulated=False, mhra_reference=False, mhra_section="", independent_group="")
    return _flagged(table, row, [side for side in sides if isinstance(side, Judgement)], entry.flags)


def _followed(topic: Topic, entry: ModerationEntry) -> tuple[Row, ...]:
    if not 0 <= entry.follows <= len(topic.sides):
        raise BadRequestError("There is no such judgement to follow.")
    if entry.follows:
        side = topic.sides[entry.follows - 1]
        if side.verdict not in (entry.verdict, Verdict.REFERRED_TO_PANEL):
            raise BadRequestError("That judgement says otherwise, so its words cannot be taken over.")
        return (side,)
    by_name = sorted(topic.sides, key=lambda side: side.assessor)  # sides are shown in an order drawn by lot
    alike = tuple(side for side in by_name if side.verdict is entry.verdict)
    return alike or tuple(side for side in by_name if side.verdict is Verdict.REFERRED_TO_PANEL)


def _in_common(sides: Sequence[Row]) -> Row:
    first, *others = sides
    names = (*_SAID_ONCE, *_SAID_OF_ITEMS) if isinstance(first, Judgement) else _SAID_ONCE
    apart: dict[str, Any] = {name: "" for name in names if len({getattr(side, name) for side in sides}) > 1}
    row = replace(
        first,
        **apart,
        reasons=tuple(reason for reason in first.reasons if all(reason in one.reasons for one in others)),
        wording=tuple(words for words in first.wording if all(words in one.wording for one in others)),
    )
    if isinstance(row, Judgement):
        shared = (set(one.contribution) for one in others if isinstance(one, Judgement))
        return replace(row, contribution=tuple(sorted(set(row.contribution).intersection(*shared))))
    return row


def _flagged(table: PanelTable, row: Judgement, sides: Sequence[Judgement], flags: Flags) -> Judgement:
    independent = table.workspace.scheme.sub_category(row.sub_category).independent
    names = [name for name in _ASKED if independent or name != "independent_group"]
    values: dict[str, Any] = {name: _settled(name, getattr(flags, name), sides) for name in names}
    row = replace(row, **values)
    sections = sorted({side.mhra_section for side in sides if side.mhra_section})
    return replace(row, mhra_section="; ".join(sections) if row.mhra_reference else "")


def _settled(name: str, said: bool | str | None, sides: Sequence[Judgement]) -> bool | str:
    if said is not None:
        return said
    values: set[bool | str] = {getattr(side, name) for side in sides} - {""}  # in no group: nobody said
    if len(values) == 1:
        return values.pop()
    found = "The assessors differ on" if values else "Nobody found it satisfactory, so nobody said"
    raise BadRequestError(f"{found} {_ASKED[name]}. Say what the panel finds.")


def _empty(table: PanelTable, topic: Topic, verdict: Verdict) -> Row:
    application = table.application
    common = {
        "application": application.reference,
        "attempt": application.attempt,
        "phase": Phase.MODERATION,
        "assessor": table.person,
        "sub_category": topic.sub_category,
        "verdict": verdict,
    }
    return Judgement(**common, evidence_id=topic.evidence_id) if topic.evidence_id else Conclusion(**common)  # type: ignore[arg-type]
