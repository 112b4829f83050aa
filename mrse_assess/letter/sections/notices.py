"""What stands at the top of a draft: why it cannot be issued yet."""

from collections.abc import Iterable
from typing import Final

from mrse_assess.letter.materials import Materials
from mrse_assess.letter.outcomes import allowed_outcomes, hanging_readings
from mrse_assess.letter.wording import Basis
from mrse_assess.model.letter import Notice, Sentence
from mrse_assess.terms import RuleStatus, SubCategoryState

SECTION: Final = "draft"


def notices(m: Materials, gaps: Iterable[str], invented: Iterable[str]) -> tuple[Notice, ...]:
    """A notice for each thing that keeps the letter from being issued, in the order in which a person settles them."""
    outcomes = [_plain(m, outcome.name) for outcome in m.scheme.outcomes if outcome.kind in allowed_outcomes(m.case)]
    nothing_chosen = m.outcome is None
    made = (
        _notice(m, "draft.pending", [_plain(m, text) for text in pending(m)]) if nothing_chosen else None,
        *(_reading_notices(m)),
        _notice(m, "draft.outcomes" if outcomes else "draft.no_outcomes", outcomes, bare=True)
        if nothing_chosen
        else None,
        _notice(m, "draft.gaps", [_plain(m, label) for label in gaps]),
        _notice(m, "draft.invented", [_plain(m, label) for label in invented]),
    )
    return tuple(notice for notice in made if notice)


def refused(m: Materials, grounds: Iterable[str]) -> tuple[Notice, ...]:
    """A notice with the grounds on which the gate refuses a letter."""
    notice = _notice(m, "draft.refused", [_plain(m, ground) for ground in grounds])
    return (notice,) if notice else ()


def pending(m: Materials) -> tuple[str, ...]:
    """What has still to be judged, settled or confirmed, in words."""
    unjudged = m.results(SubCategoryState.NOT_YET_JUDGED)
    titles = [f"{result.code} {m.scheme.sub_category(result.code).title}" for result in unjudged]
    said = {part.part for part in m.case.judgements.parts}
    parts = [part.name for part in m.scheme.parts if part.id not in said]
    undetermined = m.decision.outcome == RuleStatus.UNDETERMINED
    return (*titles, *parts) if undetermined or unjudged else ()


def _reading_notices(m: Materials) -> tuple[Notice, ...]:
    made = []
    for reading in hanging_readings(m.case):
        used = m.reading(reading.id)
        names = dict(zip(reading.values, reading.names, strict=True))
        others = [name for value, name in names.items() if value != used]
        slots = {"subject": reading.subject, "reading_a": names[used], "reading_b": m.phrases.listed(others)}
        made.append(Notice(lead=m.wording.must_say("draft.reading", Basis(section=SECTION, rule=reading.rule), slots)))
    return tuple(made)


def _notice(m: Materials, passage: str, entries: list[Sentence], *, bare: bool = False) -> Notice | None:
    if not entries and not bare:
        return None
    lead = m.wording.must_say(passage, Basis(section=SECTION))
    return Notice(lead=lead, entries=tuple((entry,) for entry in entries))


def _plain(m: Materials, text: str) -> Sentence:
    (sentence,) = m.wording.say("draft.entry", Basis(section=SECTION), {"label": text})
    return sentence
