"""Why evidence falls short: what was seen and where, the clause, and what kind of evidence would do."""

from dataclasses import replace
from typing import Final

from mrse_assess.errors import SchemeError
from mrse_assess.letter.edits import anchor_of
from mrse_assess.letter.materials import Materials
from mrse_assess.letter.speaking import ItemVoice, UnitVoice, Voice
from mrse_assess.letter.wording import Basis, FromSetting
from mrse_assess.model.dates import date_in_words, day_in_words
from mrse_assess.model.letter import HandEdit, Sentence, Slot
from mrse_assess.model.scheme import Reason
from mrse_assess.terms import OutcomeKind, SentenceKind, Tri, Verdict

SECTION: Final = "sub_categories"
_ELSEWHERE: Final = "elsewhere_credit"
_WITH_OTHER: Final = ("other_item", "other_page")

Filled = dict[str, Slot | str | FromSetting]


def not_satisfactory(m: Materials, voice: UnitVoice) -> tuple[Sentence, ...]:
    """What is sound, then each reason by item, then what is lacking where no reason says it, then what would do."""
    told = told_reasons(voice)
    sentences = [*_part_sound(m, voice)]
    for item, reason in told:
        sentences += [*_cited(m, voice, item, _reason(m, reason)), *_credit_elsewhere(m, voice, item, reason)]
    if not told:
        sentences += _lacking(m, voice)
    return (*sentences, *_remedy(m, voice, told))


def told_reasons(voice: UnitVoice) -> list[tuple[ItemVoice, str]]:
    """Each reason with the item it is told about.

    A reason given with the conclusion alone is told where there is just one item that it can be about.
    """
    adverse = voice.with_verdict(Verdict.NOT_SATISFACTORY)
    told = [(item, reason) for item in adverse for reason in item.reasons]
    about = adverse or voice.items
    if len(about) == 1:
        (item,) = about
        concluded = ItemVoice(evidence_id=item.evidence_id, rows=(*voice.conclusion.rows, *item.rows))
        said = {reason for _, reason in told}
        told += [(concluded, reason) for reason in voice.conclusion.reasons if reason not in said]
    return told


def remark(m: Materials, code: str, item: ItemVoice, reason_id: str) -> tuple[Sentence, ...]:
    """A reason recorded beside a satisfactory item, with what would do where more may be sent."""
    voice, reason = m.voices[code], _reason(m, reason_id)
    more_may_be_sent = m.kind == OutcomeKind.FURTHER_EVIDENCE
    return (*_cited(m, voice, item, reason), *(_would_do(m, voice, item, reason) if more_may_be_sent else ()))


def sentence_to_fill(m: Materials, code: str, item: ItemVoice, reason: Reason) -> str:
    """The reason's sentence about the item with the slots that a person fills left open ("{seen}"), without its clause.

    For a form in which it is read while it is written.
    """
    slots = _slots(m, code, item, reason)
    still_open = {name: Slot(name=name, text=f"{{{name}}}") for name in (*reason.needs, *_WITH_OTHER)}
    said = m.wording.quote(f"reason.{reason.id}", reason.sentence, Basis(section=SECTION), slots | still_open)
    return " ".join(sentence.text for sentence in said)


def _part_sound(m: Materials, voice: UnitVoice) -> tuple[Sentence, ...]:
    sound = voice.with_verdict(Verdict.SATISFACTORY)
    if not sound:
        return ()
    rows = (*(event for item in sound for event in item.events), *voice.conclusion.events)
    found = m.phrases.items(item.evidence_id for item in sound)
    slots: Filled = {"items": found, "sub": m.phrases.unit(voice.code)}
    passage = "verdict.part_sound.one" if len(sound) == 1 else "verdict.part_sound"
    return m.wording.say(passage, Basis(section=f"{SECTION}/{voice.code}", rows=rows), slots)


def _lacking(m: Materials, voice: UnitVoice) -> tuple[Sentence, ...]:
    """What the items together do not yet show, in the words of the conclusion."""
    said, event = voice.conclusion.first("seen")
    if not said:
        return ()
    clauses = (m.scheme.sub_category(voice.code).clause,)
    basis = Basis(section=f"{SECTION}/{voice.code}", rows=voice.events, clauses=clauses)
    return m.wording.say("verdict.lacking", basis, {"lacking": Slot(name="lacking", text=_phrase(said), event=event)})


def _cited(m: Materials, voice: UnitVoice, item: ItemVoice, reason: Reason) -> tuple[Sentence, ...]:
    """The reason's sentence with its clause in words before the last full stop."""
    basis = _basis(m, voice, item, reason)
    words = m.wording.text("list.entries").join(m.scheme.clause_words(label) for label in basis.clauses)
    template = m.wording.passage("reason.cited").replace("{sentence}", reason.sentence.rstrip("."))
    slots = _slots(m, voice.code, item, reason)
    slots["clause"] = Slot(name="clause", text=words, value=m.phrases.comma(basis.clauses))
    composed = m.wording.quote(f"reason.{reason.id}", template, basis, slots)
    return tuple(_in_own_words(m, item, reason, sentence) for sentence in composed)


def _in_own_words(m: Materials, item: ItemVoice, reason: Reason, composed: Sentence) -> Sentence:
    """The sentence as an assessor put it in place of the reason's, with the clause; as composed where nobody did."""
    said, row = item.own_words(reason.id)
    clause = composed.slot("clause")
    if row is None or clause is None:
        return composed
    own = {"sentence": Slot(name="sentence", text=_phrase(said), event=row.event), "clause": clause}
    (sentence,) = m.wording.say("reason.cited", Basis(section=composed.section), own)
    return replace(
        composed,
        text=sentence.text,
        kind=SentenceKind.HAND_EDIT,
        slots=(*sentence.slots, *(slot for slot in composed.slots if not slot.gap and slot.name not in own)),
        composed=composed.text,
        edit=HandEdit(
            anchor=anchor_of(composed),
            text=sentence.text,
            by=row.assessor,
            why=m.wording.text("reason.own_words"),
            event=row.event,
        ),
    )


def _credit_elsewhere(m: Materials, voice: UnitVoice, item: ItemVoice, reason_id: str) -> tuple[Sentence, ...]:
    """How the office treats evidence that belongs to another sub-category, where the reason asks for that setting."""
    asked = {spec.id for spec in m.scheme.settings if reason_id in spec.needed_by}
    if _ELSEWHERE not in asked or not m.wording.applicable(_ELSEWHERE):
        return ()
    basis = _basis(m, voice, item, _reason(m, reason_id))
    value = m.wording.value(_ELSEWHERE)
    if value is None:
        return m.wording.say("gap.setting", basis, {"gap": m.wording.setting(_ELSEWHERE)})
    target = _target(m, item, reason_id)
    return m.wording.say(f"setting.{_ELSEWHERE}.{value}", basis, {"target": target})


def _remedy(m: Materials, voice: UnitVoice, told: list[tuple[ItemVoice, str]]) -> tuple[Sentence, ...]:
    """One sentence on what would do: for the conclusion's primary reason, else the first that can stand alone."""
    given = [reason for _, reason in told]
    wanted = [*(reason for reason in voice.conclusion.reasons if reason in given or not given), *given]
    weighty = [reason for reason in wanted if not _reason(m, reason).never_alone] or wanted
    if not weighty:
        return ()
    reason = _reason(m, weighty[0])
    item = next((item for item, given in told if given == reason.id), None)
    return _would_do(m, voice, item or ItemVoice(evidence_id="", rows=voice.conclusion.rows), reason)


def _would_do(m: Materials, voice: UnitVoice, item: ItemVoice, reason: Reason) -> tuple[Sentence, ...]:
    template = m.wording.passage(reason.remedy_passage).replace("{remedy}", reason.remedy)
    slots = _slots(m, voice.code, item, reason)
    return m.wording.quote(f"reason.{reason.id}.remedy", template, _basis(m, voice, item, reason), slots)


def _basis(m: Materials, voice: UnitVoice, item: ItemVoice, reason: Reason) -> Basis:
    """The item's rows and the conclusion's; a reason that counts others rests on the rule that counts them too."""
    target, _ = item.first("target", reason.id)
    counting = next(
        (rule.id for rule in m.scheme.rules if rule.counts == "simulated" and "{list}" in reason.sentence), None
    )
    return Basis(
        section=f"{SECTION}/{voice.code}",
        rows=(*item.events, *voice.conclusion.events),
        clauses=m.scheme.reason_clauses(reason.id, voice.code, target),
        rule=counting,
    )


def _reason(m: Materials, reason_id: str) -> Reason:
    try:
        return m.scheme.reason(reason_id)
    except KeyError:
        raise SchemeError(
            f"a judgement gives the reason {reason_id}, which this version of the scheme file does not have; "
            "record the judgement again with a reason that it has"
        ) from None


def _slots(m: Materials, code: str, item: ItemVoice, reason: Reason) -> Filled:
    """Everything that a reason's passages may name."""
    other, _ = item.first("other_item", reason.id)
    page, _ = item.first("page", reason.id)
    simulated = [
        result.code
        for result in m.decision.sub_categories
        if result.rests_on_simulated == Tri.YES and result.code != code
    ]
    counted_from = m.reference_date()
    slots: Filled = {
        "item": _item(m, item.evidence_id) if item.evidence_id else m.wording.person_gap("item"),
        "page": m.phrases.page(item.evidence_id, page),
        "seen": _person(m, item, "seen", reason),
        "date": _date(m, item, reason),
        "sub": m.phrases.unit(code),
        "about": m.scheme.sub_category(code).about,
        "target": _target(m, item, reason.id),
        "other_item": _item(m, other) if other else m.wording.person_gap("other_item"),
        "other_page": m.phrases.first_page(other),
        "k": str(_simulated_limit(m)),
        "list": m.phrases.listed(simulated) if simulated else m.wording.text("list.none"),
    }
    if counted_from:
        slots["reference_date"] = day_in_words(counted_from)
    return slots


def _item(m: Materials, evidence_id: str) -> Slot:
    named = m.phrases.items([evidence_id])
    return Slot(name="item", text=named.text, value=evidence_id)


def _date(m: Materials, item: Voice, reason: Reason) -> Slot:
    """The date of the item in words.

    A row recorded before there was a field for it has the date as its phrase, where the reason asks for no other.
    """
    said, event = item.first("evidence_date", reason.id)
    if said:
        return Slot(name="date", text=date_in_words(said), value=said, event=event)
    return m.wording.person_gap("date") if "seen" in reason.needs else _person(m, item, "date", reason)


def _person(m: Materials, item: Voice, name: str, reason: Reason) -> Slot:
    """A person's own phrase, or a marked gap."""
    said, event = item.first("seen", reason.id)
    return Slot(name=name, text=_phrase(said), event=event) if said else m.wording.person_gap(name)


def _target(m: Materials, item: ItemVoice, reason_id: str) -> Slot:
    code, _ = item.first("target", reason_id)
    if code not in m.scheme.codes:
        return m.wording.person_gap("target")
    return Slot(name="target", text=m.phrases.unit(code), value=code)


def _simulated_limit(m: Materials) -> int:
    return next((rule.threshold or 0 for rule in m.scheme.rules if rule.counts == "simulated"), 0)


def _phrase(said: str) -> str:
    """The phrase as it fits into a sentence: on one line, without a full stop of its own."""
    return " ".join(said.split()).rstrip(".")
