"""The panel's agenda, by consequence: what could flip the outcome first, then a rule, then a verdict, then reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mrse_assess.model.judgement import Judgements
from mrse_assess.model.scheme import Scheme
from mrse_assess.panel.comparing import Topic, topics
from mrse_assess.panel.weighing import Weighing
from mrse_assess.terms import Consequence


@dataclass(frozen=True, kw_only=True)
class AgendaItem:
    """One unit on the agenda, and what hangs on it as the assessors judged, whatever the panel has settled since."""

    topic: Topic
    consequence: Consequence


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """What the panel has to look at, most consequential first; ``agreed`` is the rest, to be accepted in one step."""

    items: tuple[AgendaItem, ...]
    agreed: tuple[Topic, ...]

    @property
    def left(self) -> tuple[AgendaItem, ...]:
        """What is not settled yet."""
        return tuple(item for item in self.items if not item.topic.settled)


def agenda(
    judgements: Judgements,
    assessors: Sequence[str],
    scheme: Scheme,
    readings: Mapping[str, str],
    weighing: Weighing | None = None,
) -> Agenda:
    """The agenda of one application under the readings chosen; ``weighing`` where it is known from before.

    The order follows from the assessors' own judgements, so that it stays while the panel settles one after another.
    """
    found = topics(judgements, assessors, scheme)
    weighed = weighing or Weighing.of(judgements, assessors, scheme, readings)
    items = [AgendaItem(topic=topic, consequence=weighed.consequence(topic)) for topic in found if topic.differences]
    rank = {consequence: number for number, consequence in enumerate(Consequence)}
    return Agenda(
        items=tuple(sorted(items, key=lambda item: rank[item.consequence])),  # stable: the scheme's order within
        agreed=tuple(topic for topic in found if not topic.differences and topic.sides),
    )


def unsettled(judgements: Judgements, assessors: Sequence[str], scheme: Scheme) -> int:
    """How many units the panel has still to settle: :attr:`Agenda.left` without what hangs on each, and soon told."""
    return sum(bool(topic.differences) and not topic.settled for topic in topics(judgements, assessors, scheme))
