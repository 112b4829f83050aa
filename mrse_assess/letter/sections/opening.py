"""Head, heading, outcome, and what happens next."""

from mrse_assess.letter.materials import Materials, paragraph, section
from mrse_assess.letter.outcomes import missing_parts
from mrse_assess.letter.wording import Basis, FromSetting, Slots
from mrse_assess.model.dates import day_in_words
from mrse_assess.model.letter import Block, Heading, Sentence, Slot
from mrse_assess.terms import OutcomeKind, SubCategoryState

_HEAD = Basis(section="head")
_NEXT = {
    OutcomeKind.AWARD: ("next.award", "next.award.validity"),
    OutcomeKind.FURTHER_EVIDENCE: ("next.further",),
    OutcomeKind.NOT_AWARDED: ("next.not_awarded",),
    OutcomeKind.INCOMPLETE: ("next.incomplete", "next.incomplete.address", "next.incomplete.after"),
}


def letter_id(m: Materials) -> str:
    """The letter's id: reference, attempt, letter of the outcome, and a number from the attempt's second letter on."""
    code = m.outcome.letter_code if m.outcome else m.wording.text("letter.code.draft")
    facts, number = m.case.application, m.case.number
    first = m.wording.text("letter.id", reference=facts.reference, attempt=str(facts.attempt), letter_code=code)
    return first if number == 1 else m.wording.text("letter.id.later", letter_id=first, number=str(number))


def head(m: Materials) -> tuple[Sentence, ...]:
    """The lines above the heading: office, reference, date of issue, applicant."""
    facts = m.case.application
    lines = [
        m.wording.must_say("head.office", _HEAD),
        *m.wording.say("head.reference", _HEAD, {"reference": facts.reference, "attempt": str(facts.attempt)}),
    ]
    if m.case.issue_date:
        lines += m.wording.say("head.date", _HEAD, {"issue_date": day_in_words(m.case.issue_date)})
    return (*lines, *m.wording.say("head.applicant", _HEAD, {"applicant": facts.applicant}))


def title(m: Materials) -> Heading:
    """The outcome in plain words, as the only heading of the first level."""
    if m.outcome is None:
        return Heading(level=1, sentence=m.wording.must_say("draft.heading", _HEAD))
    slots = {"outcome_heading": FromSetting(f"outcome_heading_{m.outcome.kind}")}
    basis = Basis(section="head", rows=m.choice_rows)
    return Heading(level=1, sentence=m.wording.must_say("heading.outcome", basis, slots))


def outcome(m: Materials) -> tuple[Block, ...]:
    """The salutation, and the outcome in the first sentence with what was assessed under what."""
    facts = m.case.application
    salutation = m.wording.say("salutation", _HEAD, {"salutation_name": facts.salutation or facts.applicant})
    received = m.wording.say(
        f"received.{m.outcome.stem if m.outcome else 'further'}",
        Basis(section="outcome"),
        {
            "received_date": day_in_words(facts.received),
            "guidance_name": facts.guidance or m.scheme.guidance_name,
            "scheme_id": m.scheme.id,
            "scheme_version": m.scheme.version,
        },
    )
    blocks = (paragraph(salutation), paragraph((_outcome_sentence(m),), received))
    return tuple(block for block in blocks if block)


def _outcome_sentence(m: Materials) -> Sentence:
    if m.outcome is None:
        return m.wording.must_say("draft.sentence", Basis(section="outcome"))
    passage, rule = f"out.{m.outcome.stem}", None
    if m.outcome.kind == OutcomeKind.FURTHER_EVIDENCE:
        rule = "sub_categories"
        if 2 * len(m.results(SubCategoryState.SATISFACTORY)) < len(m.decision.sub_categories):
            passage = f"{passage}.few"
    slots: dict[str, Slot | str | FromSetting] = {"outcome_name": FromSetting(f"outcome_name_{m.outcome.kind}")}
    rows = m.choice_rows
    if m.outcome.kind == OutcomeKind.INCOMPLETE:
        slots = {"missing_reason": _missing_reason(m)}
        rows = (*rows, *_absent_rows(m))
    return m.wording.must_say(passage, Basis(section="outcome", rows=rows, rule=rule), slots)


def what_happens_next(m: Materials) -> tuple[Block, ...]:
    """Certificate, further evidence, a new application, or what is missing; nothing while no outcome is chosen."""
    if m.outcome is None:
        return ()
    basis = Basis(section="next", rows=_absent_rows(m) if m.kind == OutcomeKind.INCOMPLETE else ())
    slots: Slots = {"missing_parts": _missing_parts(m)} if m.kind == OutcomeKind.INCOMPLETE else {}
    sentences = (m.wording.say(passage, basis, slots) for passage in _NEXT[m.outcome.kind])
    return section(m.wording.say("heading.next", Basis(section="next")), paragraph(*sentences))


def _missing_reason(m: Materials) -> Slot:
    """Why the assessment could not be completed, as a clause."""
    clauses = [_missing_clause(m, part) for part in missing_parts(m.case)]
    if m.case.unreadable:
        clauses.append(m.wording.text("missing.unreadable", items=m.phrases.items(m.case.unreadable).text))
    return _listed(m, "missing_reason", clauses)


def _missing_clause(m: Materials, part: str) -> str:
    own = f"missing.{part}"
    if m.wording.has(own):
        return m.wording.text(own)
    return m.wording.text("missing.absent", part=m.scheme.part(part).letter_name)


def _missing_parts(m: Materials) -> Slot:
    """What has to be sent."""
    names = [m.scheme.part(part).letter_name for part in missing_parts(m.case)]
    if m.case.unreadable:
        names.append(m.phrases.items(m.case.unreadable).text)
    return _listed(m, "missing_parts", names)


def _listed(m: Materials, slot: str, parts: list[str]) -> Slot:
    if not parts:
        return m.wording.person_gap(slot)
    text = m.phrases.listed(parts)
    return Slot(name=slot, text=text, value=text)


def _absent_rows(m: Materials) -> tuple[str, ...]:
    absent = missing_parts(m.case)
    return tuple(part.event for part in m.case.judgements.parts if part.part in absent)
