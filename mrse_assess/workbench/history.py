"""What was recorded on a claim or a sub-category: who, when, from what, to what, and what was undone since."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from mrse_assess.records import Event
from mrse_assess.terms import EventKind, Verdict
from mrse_assess.workbench.act_words import REASONS, VERDICT, changes, says_nothing_itself, unit_of_act
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.own_acts import OwnActs
from mrse_assess.workbench.views import HistoryLine, Unit

VERDICT_WORDS = {
    Verdict.SATISFACTORY: "Satisfactory",
    Verdict.NOT_SATISFACTORY: "Not satisfactory",
    Verdict.REFERRED_TO_PANEL: "Referred to the panel",
    Verdict.NOTHING_OFFERED: "Nothing offered",
}
_WITH_VERDICT = (EventKind.JUDGEMENT, EventKind.CONCLUSION)
MOST_LINES = 40
_ON_A_UNIT = (
    EventKind.JUDGEMENT,
    EventKind.CONCLUSION,
    EventKind.WITHDRAWAL,
    EventKind.QUOTE,
    EventKind.PARKING,
    EventKind.DISMISSAL,
    EventKind.PRIVATE_NOTE,
)


def history(assessment: Assessment, unit: Unit) -> tuple[HistoryLine, ...]:
    """This assessor's latest records of the unit (a claim, or a sub-category's conclusion), the latest first.

    What was undone is still there and said to be; the undo has a line of its own. Each line says what it changed of
    what was in force then.
    """
    acts = OwnActs.of(assessment.events, assessment.assessor, assessment.application.attempt)
    concerned = {event.event for event in _of_unit(acts, unit)}
    undos = {event.event: event for event in acts.events if event.kind is EventKind.UNDO}
    reached = {name: _reached(undo, undos) & concerned for name, undo in undos.items()}
    known = concerned | {name for name, touched in reached.items() if touched}
    events = tuple(event for event in acts.events if event.event in known)
    lines = []
    for place in range(len(events), max(0, len(events) - MOST_LINES), -1):
        event, then = events[place - 1], OwnActs.of(events[:place], assessment.assessor, assessment.application.attempt)
        undo = event.kind is EventKind.UNDO
        line = _undo_line(assessment, then, event, reached[event.event]) if undo else _line(assessment, then, event)
        lines.append(replace(line, who=assessment.assessor, event=event.event, undone=event.event in acts.undone))
    return tuple(lines)


def _of_unit(acts: OwnActs, unit: Unit) -> Iterator[Event]:
    """The acts on the unit; a judgement recorded again only because a quote was pinned is none of its own."""
    for group in acts.groups():
        own = [event for event in group if event.kind in _ON_A_UNIT and unit_of_act(event) == unit]
        yield from own if len(own) == 1 else (event for event in own if not says_nothing_itself(event, acts))


def _reached(undo: Event, undos: Mapping[str, Event]) -> set[str]:
    """The acts that an undo cancels, or brings back by cancelling another undo, several deep."""
    reached, waiting = set(), list(undo.payload["undone"])
    while waiting:
        name = waiting.pop()
        reached.add(name)
        if name in undos and undos[name].sequence < undo.sequence:
            waiting.extend(set(undos[name].payload["undone"]) - reached)
    return reached


def _line(assessment: Assessment, then: OwnActs, event: Event) -> HistoryLine:
    before = then.superseded(event)
    line = HistoryLine(at=event.recorded_at.astimezone(), words="")
    was = Verdict(before["verdict"]) if before and "verdict" in before else None
    if event.kind is EventKind.WITHDRAWAL and event.payload["of"] != EventKind.QUOTE:
        return replace(line, words=f"Taken back{_from(was)}", was=was)
    if event.kind not in _WITH_VERDICT:
        return replace(line, words=_other_words(event))
    verdict, changed = Verdict(event.payload["verdict"]), changes(before, event.payload)
    words = (
        f"{VERDICT_WORDS[verdict]}{_from(was)}" if VERDICT in changed else _said_otherwise(assessment, event, changed)
    )
    return replace(line, words=words, verdict=verdict, was=was, changed=tuple(one for one in changed if one != VERDICT))


def _from(was: Verdict | None) -> str:
    return f", from {_lower(VERDICT_WORDS[was])}" if was else ""


def _said_otherwise(assessment: Assessment, event: Event, changed: tuple[str, ...]) -> str:
    """What a record changed that left the verdict as it was."""
    if REASONS not in changed:
        return f"Changed: {', '.join(changed)}" if changed else "Recorded again"
    names = {reason.id: reason.name for reason in assessment.scheme.reasons}
    given = [_lower(names.get(reason, reason)) for reason in event.payload["reasons"]]
    return f"{'Reason' if len(given) == 1 else 'Reasons'}: {', '.join(given)}" if given else "Reasons taken back"


def _other_words(event: Event) -> str:
    said = event.payload
    if event.kind is EventKind.WITHDRAWAL:
        return "Quote removed" if said["of"] == EventKind.QUOTE else "Taken back"
    if event.kind is EventKind.QUOTE:
        return f"Quote pinned: “{said['text']}”" if said["text"] else "Quote pinned"
    if event.kind is EventKind.PARKING:
        words = f": {said['words']}" if said["words"] else ""
        return f"Parked{words}" if said["parked"] else "Taken up again"
    if event.kind is EventKind.DISMISSAL:
        words = f": {said['why']}" if said["why"] else ""
        return f"Prompt dismissed{words}" if said["dismissed"] else "Prompt brought back"
    return "Private note" if said["text"] else "Private note taken back"


def _undo_line(assessment: Assessment, then: OwnActs, undo: Event, reached: set[str]) -> HistoryLine:
    """What an undo did to this unit, with the verdict that was in force after it."""
    acts = [event for event in then.events if event.event in reached]
    back = [event for event in acts if event.event not in then.undone]
    start = "Done again" if back else "Undone"
    line = HistoryLine(at=undo.recorded_at.astimezone(), words="", is_undo=True)
    last = acts[-1]
    as_done = OwnActs.of(then.events[: then.events.index(last) + 1], undo.actor, undo.attempt)
    done = _line(assessment, as_done, last)
    if last.kind not in _WITH_VERDICT or VERDICT not in changes(as_done.superseded(last), last.payload):
        return replace(line, words=f"{start}: {_lower(done.words)}")
    standing = last.payload if back else then.superseded(last)
    verdict = Verdict(standing["verdict"]) if standing else None
    words = f"{_lower(VERDICT_WORDS[verdict])} again" if verdict else "not yet judged again"
    return replace(line, words=f"{start}: {words}", verdict=verdict)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
