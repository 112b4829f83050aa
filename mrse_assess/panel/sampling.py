"""The sample of agreed passes that the panel looks at all the same, drawn by lot and drawn again alike."""

import random
from collections.abc import Sequence
from math import ceil

from mrse_assess.panel.agenda import Agenda
from mrse_assess.terms import Verdict

_WHOLE = 100


def agreed_passes(agenda: Agenda) -> tuple[str, ...]:
    """The sub-categories that every assessor concluded satisfactory and the panel would not turn to, in their order.

    One of which something stands on the agenda is looked at anyhow: to draw it would make the sample smaller.
    """
    turned_to = {item.topic.sub_category for item in agenda.items}
    return tuple(
        topic.sub_category
        for topic in agenda.agreed
        if not topic.evidence_id
        and topic.sub_category not in turned_to
        and {side.verdict for side in topic.sides} == {Verdict.SATISFACTORY}
    )


def drawn(codes: Sequence[str], share: int, application: str, seed: int) -> tuple[str, ...]:
    """So many per cent of the codes, rounded up, in their own order; the same seed draws the same ones.

    Args:
        codes: those to draw from.
        share: per cent, 0 to 100.
        application: its reference, so that one seed draws otherwise for another application.
        seed: of the meeting, kept in its record.
    """
    number = ceil(len(codes) * share / _WHOLE)
    lot = random.Random(f"{application}:{seed}")  # noqa: S311 - to be drawn again, not to be secret
    taken = set(lot.sample(sorted(codes), number))
    return tuple(code for code in codes if code in taken)
