"""What a person recorded last for the panel, and whether it can still be undone."""

from mrse_assess.records import Event, that_count
from mrse_assess.terms import EventKind, Phase
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workspace.states import standing_letter

ACTS = {
    EventKind.JUDGEMENT: "the panel's judgement of an item",
    EventKind.CONCLUSION: "the panel's conclusion",
    EventKind.WITHDRAWAL: "taking a judgement back",
    EventKind.ACCEPTANCE: "accepting what was agreed",
    EventKind.OUTCOME: "the choice of the outcome",
}
"""The acts of a panel that can be undone, in words."""


def last_act(table: PanelTable) -> Event | None:
    """The latest act of this person for the panel that still counts."""
    counting = that_count(table.events)
    own = (event for event in reversed(counting) if event.actor == table.person and _is_of_panel(event))
    return next(own, None)


def letter_on(table: PanelTable, act: Event) -> str:
    """The id of the letter that was issued after the act and still stands, "" without one."""
    letter = standing_letter(table.in_force)
    if letter is None or letter.recorded_at is None or letter.recorded_at < act.recorded_at:
        return ""
    return letter.letter


def _is_of_panel(event: Event) -> bool:
    """Whether the act is one of the panel's that can be undone; an assessor's own judgements stay as they are."""
    if event.kind in {EventKind.JUDGEMENT, EventKind.CONCLUSION}:
        return bool(event.payload["phase"] == Phase.MODERATION)
    if event.kind is EventKind.WITHDRAWAL:
        return Phase.MODERATION in event.payload["unit"]
    return event.kind in ACTS
