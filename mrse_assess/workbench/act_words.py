"""Acts in words, as the undo button, the history and a tab that fell behind name them: "verdict on 7 for 3"."""

from collections.abc import Callable, Mapping
from typing import Any

from mrse_assess.model.listing import in_sentence
from mrse_assess.model.scheme import Scheme
from mrse_assess.records import Event
from mrse_assess.terms import EventKind, Phase
from mrse_assess.workbench.own_acts import Group, OwnActs
from mrse_assess.workbench.views import Unit

VERDICT = "verdict"
REASONS = "reasons"
NOTE = "note"
QUOTED = "quoted words"
PAGE = "page"
_SAYS: Mapping[str, str] = {
    "verdict": VERDICT,
    "reasons": REASONS,
    "primary_reason": "primary reason",
    "wording": "wording",
    "seen": "what was seen",
    "target": "where it belongs",
    "other_item": "other item",
    "evidence_date": "date of the evidence",
    "feedback": NOTE,
    "to_panel": NOTE,
    "simulated": "simulated mark",
    "mhra_reference": "MHRA reference",
    "mhra_section": "MHRA reference",
    "contribution": "contribution",
    "independent_group": "group",
    "quote": QUOTED,
    "page": PAGE,
}
"""What a field of a judgement or conclusion is about, what weighs most first."""

_BY_THE_WAY = {QUOTED, PAGE}
"""What a judgement takes over from the quotes pinned to it and from the page on screen."""


def changes(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> tuple[str, ...]:
    """What a judgement or conclusion says otherwise than the one before it; a first one says its verdict."""
    if before is None:
        return (VERDICT,)
    # a field that was added since is not there in an older record, which is to say nothing in it
    differing = [about for field, about in _SAYS.items() if (before.get(field) or None) != (after.get(field) or None)]
    found = tuple(dict.fromkeys(differing))
    return tuple(about for about in found if about != PAGE) or found


def says_nothing_itself(event: Event, acts: OwnActs) -> bool:
    """Whether a judgement only follows another act of its transaction: a quote pinned or taken off, a private note."""
    return event.kind is EventKind.JUDGEMENT and set(changes(acts.superseded(event), event.payload)) <= _BY_THE_WAY


def group_words(group: Group, acts: OwnActs, scheme: Scheme) -> str:
    """The acts of one transaction as one, "" for none."""
    chief = chief_of(group, acts)
    if chief is None:
        return ""
    many = [event for event in group if event.kind in (EventKind.JUDGEMENT, EventKind.CONCLUSION)]
    if len(many) > 1:
        return f"{len(many)} verdicts taken in together"
    return _WORDS[chief.kind](chief, acts, scheme)


def chief_of(group: Group, acts: OwnActs) -> Event | None:
    """The act that gives the others of its transaction their name: the verdict, unless that only follows another."""
    ordered = sorted(group, key=lambda event: _RANK.index(event.kind))
    speaking = [event for event in ordered if not says_nothing_itself(event, acts)]
    return next(iter(speaking or ordered), None)


def unit_of_act(event: Event) -> Unit | None:
    """Where the act shows on the page; None where it shows nowhere in particular."""
    said = event.payload
    if event.kind is EventKind.WITHDRAWAL:
        return _withdrawn_unit(EventKind(said["of"]), tuple(said["unit"]))
    if event.kind is EventKind.CORRECTION:
        return Unit(said["sub_category"], "")
    if event.kind is EventKind.ITEM_SPAN:
        return Unit("", said["evidence_id"])
    return Unit(said["sub_category"], said.get("evidence_id", "")) if "sub_category" in said else None


def _withdrawn_unit(of: EventKind, unit: tuple[str, ...]) -> Unit | None:
    if of in (EventKind.JUDGEMENT, EventKind.CONCLUSION):
        return Unit(unit[1], unit[2] if of is EventKind.JUDGEMENT else "")
    if of is EventKind.QUOTE:
        return Unit(unit[0], unit[1])
    return Unit(unit[0], "") if of is EventKind.CORRECTION else None


def unit_words(unit: Unit) -> str:
    """A unit in few words: "7 for 3", "5.2"."""
    return f"{unit.evidence_id} for {unit.sub_category}" if unit.evidence_id else unit.sub_category


# ---------------------------------------------------------------- one act of each kind


def _place(event: Event) -> str:
    said = event.payload
    return unit_words(Unit(said["sub_category"], said.get("evidence_id", "")))


def _judgement(event: Event, acts: OwnActs, _: Scheme) -> str:
    about = next(iter(changes(acts.superseded(event), event.payload)), VERDICT)
    panel = "panel's " if event.payload["phase"] == Phase.MODERATION else ""
    return f"{panel}{about} {'on' if about in (VERDICT, NOTE) else 'of'} {_place(event)}"


def _conclusion(event: Event, acts: OwnActs, _: Scheme) -> str:
    about = next(iter(changes(acts.superseded(event), event.payload)), VERDICT)
    panel = "panel's " if event.payload["phase"] == Phase.MODERATION else ""
    what = "conclusion" if about == VERDICT else f"{about} {'on' if about == NOTE else 'of'} the conclusion"
    return f"{panel}{what} of {event.payload['sub_category']}"


def _withdrawal(event: Event, _: OwnActs, scheme: Scheme) -> str:
    of, unit = EventKind(event.payload["of"]), tuple(event.payload["unit"])
    shown = unit_of_act(event)
    place = unit_words(shown) if shown else ""
    return {
        EventKind.JUDGEMENT: f"taking back of {place}",
        EventKind.CONCLUSION: f"taking back of the conclusion of {place}",
        EventKind.QUOTE: f"removal of a quote on {place}",
        EventKind.CORRECTION: f"correction of row {place}",
        EventKind.ITEM_SPAN: f"correction of item {unit[0] if unit else ''}",
        EventKind.PAGE_OFFSET: "page numbers of a file",
        EventKind.PART: f"{_part_name(scheme, unit[0] if unit else '')} taken back",
        EventKind.OUTCOME: "taking back of the outcome",
    }.get(of, "taking back of a reading")


def _part(event: Event, _: OwnActs, scheme: Scheme) -> str:
    said = "confirmed" if event.payload["confirmed"] else "said to be absent"
    return f"{_part_name(scheme, event.payload['part'])} {said}"


def _part_name(scheme: Scheme, part: str) -> str:
    name = next((one.name for one in scheme.parts if one.id == part), part)
    return in_sentence(name)


def _parking(event: Event, _: OwnActs, __: Scheme) -> str:
    return f"{'parking' if event.payload['parked'] else 'taking up'} of {_place(event)}"


def _dismissal(event: Event, _: OwnActs, __: Scheme) -> str:
    return f"{'dismissing' if event.payload['dismissed'] else 'bringing back'} of a prompt on {_place(event)}"


_WORDS: Mapping[EventKind, Callable[[Event, OwnActs, Scheme], str]] = {
    EventKind.JUDGEMENT: _judgement,
    EventKind.CONCLUSION: _conclusion,
    EventKind.WITHDRAWAL: _withdrawal,
    EventKind.OUTCOME: lambda *_: "choice of the outcome",
    EventKind.PART: _part,
    EventKind.CORRECTION: lambda event, *_: f"correction of row {event.payload['sub_category']}",
    EventKind.ITEM_SPAN: lambda event, *_: f"correction of item {event.payload['evidence_id']}",
    EventKind.PAGE_OFFSET: lambda *_: "page numbers of a file",
    EventKind.QUOTE: lambda event, *_: f"quote on {_place(event)}",
    EventKind.PARKING: _parking,
    EventKind.DISMISSAL: _dismissal,
    EventKind.READING_CHOICE: lambda *_: "reading of a clause",
    EventKind.PRIVATE_NOTE: lambda event, *_: f"private note on {_place(event)}",
}
_RANK = tuple(_WORDS)
"""Which act names a transaction that holds several."""
