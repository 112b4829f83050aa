"""What each assessor had said when they first sealed: the only judgements that agreement may be computed from.

Whatever is recorded later (after a reopening, after another's assessment was shown, in moderation) may follow from
what others said, and would make assessors look more alike than they are.
"""

from collections.abc import Iterable, Sequence

from mrse_assess.agreement.ratings import Rating
from mrse_assess.model.judgement import Conclusion, Judgement
from mrse_assess.records import Event, events_in_force, from_event
from mrse_assess.records.replay import natural
from mrse_assess.terms import EventKind, Phase

_JUDGED = frozenset({EventKind.JUDGEMENT, EventKind.CONCLUSION})


def first_sealed(events: Iterable[Event]) -> tuple[Rating, ...]:
    """The individual judgements and conclusions in force at each assessor's first seal, of any applications.

    Somebody who has not sealed has none, and neither has somebody to whom another's assessment of the same application
    and attempt was shown before they sealed: theirs was not made apart. An assessor who was asked for because others
    differed judged apart too, but only where it was hard; leave such ones out to describe the usual assessors.

    The events may come in the order of any store: only each person's own order matters.

    Raises:
        RecordsError: a record cannot be understood.
    """
    chains: dict[tuple[str, int, str], list[Event]] = {}
    for event in sorted(events, key=lambda event: event.sequence):
        chains.setdefault((event.application, event.attempt, event.actor), []).append(event)
    found = [rating for chain in chains.values() for rating in _ratings(_before_first_seal(chain))]
    return tuple(sorted(found, key=_place))


def _before_first_seal(own: Sequence[Event]) -> Sequence[Event]:
    """What one person recorded on one application and attempt before they first sealed; none if not apart."""
    for place, event in enumerate(own):
        if event.kind is EventKind.REVEAL:
            return ()
        if event.kind is EventKind.SEAL and event.payload["sealed"]:
            return own[:place]
    return ()


def _ratings(own: Sequence[Event]) -> list[Rating]:
    in_force = [event for event in events_in_force(own).values() if event.kind in _JUDGED]
    values: list[Judgement | Conclusion] = [from_event(event) for event in in_force]
    return [
        Rating(
            application=value.application,
            attempt=value.attempt,
            sub_category=value.sub_category,
            evidence_id=value.evidence_id if isinstance(value, Judgement) else "",
            assessor=value.assessor,
            category=value.verdict,
            reasons=value.reasons,
        )
        for value in values
        if value.phase is Phase.INDIVIDUAL
    ]


def _place(rating: Rating) -> tuple[object, ...]:
    unit = (natural(rating.sub_category), natural(rating.evidence_id))
    return (natural(rating.application), rating.attempt, natural(rating.assessor), *unit)
