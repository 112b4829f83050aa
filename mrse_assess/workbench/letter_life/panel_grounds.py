"""What the panel has left open: differences without a judgement of its own, and agreed findings it never accepted."""

from collections.abc import Iterable, Iterator

from mrse_assess.model.acts import Acceptance
from mrse_assess.model.letter import Letter, Refusal
from mrse_assess.panel.agenda import Agenda
from mrse_assess.panel.comparing import Topic
from mrse_assess.terms import OutcomeKind
from mrse_assess.workbench.panel.table import PanelTable

SEVERAL = 2


def panel_grounds(letter: Letter, table: PanelTable) -> Iterator[Refusal]:
    """The grounds on which the panel's own work keeps a letter back; none where no finding is stated.

    That the agreed rest was accepted is asked only where a register says who had to judge.
    """
    if letter.outcome is None or letter.outcome is OutcomeKind.INCOMPLETE:
        return
    yield from _unmoderated(letter, table.agenda)
    if table.persons and len(table.assessors) >= SEVERAL:
        yield from _unaccepted(letter, table.agenda, table.in_force.acceptances)


def _unmoderated(letter: Letter, agenda: Agenda) -> Iterator[Refusal]:
    for item in agenda.left:
        yield _refusal(
            letter,
            item.topic,
            "unmoderated",
            f"{_named(item.topic)}: the assessors differ, and the panel has not settled it.",
            "Let the panel record what it agrees on.",
        )


def _unaccepted(letter: Letter, agenda: Agenda, acceptances: Iterable[Acceptance]) -> Iterator[Refusal]:
    accepted = tuple(acceptances)
    for topic in agenda.agreed:
        if not topic.evidence_id and not topic.moderated and not _is_accepted(topic, agenda, accepted):
            yield _refusal(
                letter,
                topic,
                "not-accepted",
                f"{topic.sub_category}: the panel has not accepted what the assessors agree on.",
                "Let the panel accept the agreed rest.",
            )


def _is_accepted(topic: Topic, agenda: Agenda, acceptances: tuple[Acceptance, ...]) -> bool:
    """Whether an acceptance names the sub-category and is later than all that was agreed on it."""
    agreed = [one for one in agenda.agreed if one.sub_category == topic.sub_category]
    moments = [side.recorded_at for one in agreed for side in one.sides if side.recorded_at]
    return any(
        topic.sub_category in one.sub_categories and one.recorded_at and all(one.recorded_at >= m for m in moments)
        for one in acceptances
    )


def _refusal(letter: Letter, topic: Topic, code: str, found: str, advice: str) -> Refusal:
    rows = tuple(side.event for side in topic.sides)
    number = next((n for n, sentence in enumerate(letter.sentences(), 1) if set(rows) & set(sentence.rows)), None)
    return Refusal(code=code, found=found, advice=advice, sentence=number, rows=rows)


def _named(topic: Topic) -> str:
    return f"Item {topic.evidence_id} for {topic.sub_category}" if topic.evidence_id else topic.sub_category
