"""What to send, and what stands: the least that would be enough, computed from the rules."""

from typing import Final

from mrse_assess.letter.materials import Materials, paragraph, section
from mrse_assess.letter.needed import Members, Needed, describe
from mrse_assess.letter.wording import Basis
from mrse_assess.model.letter import Block, Sentence, Slot
from mrse_assess.terms import OutcomeKind, SubCategoryState

SEND: Final = "send"
_SCOPE: Final = "further_scope"
_JUDGED_ONLY: Final = "judged_only"
_CARRY_OVER: Final = "carry_over"


def what_to_send(m: Materials) -> tuple[Block, ...]:
    """The smallest sufficient sets, what is optional, and the form of submission."""
    form = m.wording.say("need.form", Basis(section=SEND, clauses=("G9", "G11")))
    lines = m.wording.say("need.lines", Basis(section=SEND))
    heading = m.wording.say("heading.send", Basis(section=SEND))
    if m.kind == OutcomeKind.INCOMPLETE:
        return section(heading, paragraph(form))
    if m.kind != OutcomeKind.FURTHER_EVIDENCE:
        return ()
    return section(heading, paragraph(_enough(m), _scope(m), _optional(m)), paragraph(form, lines))


def what_stands(m: Materials) -> tuple[Block, ...]:
    """Which findings carry over to a further submission, as the office has set."""
    if m.kind != OutcomeKind.FURTHER_EVIDENCE or not m.wording.applicable(_CARRY_OVER):
        return ()
    codes = open_codes(m)
    if not codes:
        return ()
    basis = Basis(section="stands", rows=m.concluded(m.scheme.codes))
    passage = "need.new_only.one" if len(codes) == 1 else "need.new_only"
    slots = {"open": Slot(name="open", text=m.phrases.listed(codes), value=m.phrases.comma(codes))}
    sentences = m.wording.say(passage, basis, {**slots, "carry_over": _carried_over(m)})
    return section(m.wording.say("heading.stands", Basis(section="stands")), paragraph(sentences))


def open_codes(m: Materials) -> tuple[str, ...]:
    """The sub-categories for which further evidence may be sent."""
    results = m.results(SubCategoryState.NOT_SATISFACTORY, SubCategoryState.NOTHING_OFFERED)
    if m.wording.value(_SCOPE) == _JUDGED_ONLY:
        results = tuple(result for result in results if m.voices[result.code].items)
    return tuple(result.code for result in results)


def sufficient_sets(m: Materials) -> tuple[Members, ...]:
    """The least sets that would be enough, of those that may be sent."""
    units, allowed = set(m.scheme.codes), set(open_codes(m))
    return tuple(one for one in m.decision.pivotal if all(member in allowed for member in one if member in units))


def _enough(m: Materials) -> tuple[Sentence, ...]:
    sets = sufficient_sets(m)
    if not sets:
        return ()
    groups = tuple(tuple(unit.code for unit in category.sub_categories) for category in m.scheme.categories)
    phrase = _phrase(m, describe(sets, groups))
    value = m.wording.text("list.entries").join(m.phrases.comma(one) for one in sets)
    rows = (*m.concluded(m.scheme.codes), *(part.event for part in m.case.judgements.parts))
    return m.wording.say(
        "need.set", Basis(section=SEND, rows=rows), {"needed_set": Slot(name="needed_set", text=phrase, value=value)}
    )


def _phrase(m: Materials, needed: Needed) -> str:
    musts = [_member(m, member) for member in needed.musts]
    if needed.listed:
        sets = [m.phrases.listed([_member(m, member) for member in one]) for one in needed.listed]
        return m.wording.text("need.phrase.sets_separator").join(sets)
    if not needed.number:
        return m.wording.text("need.phrase.musts", musts=m.phrases.listed(musts))
    if not needed.choices:
        return _many(m, needed, musts)
    slots = {
        "number": m.phrases.number(needed.number),
        "choices": m.phrases.listed([_member(m, member) for member in needed.choices]),
    }
    passage = "need.phrase.choice"
    if musts:
        passage, slots["musts"] = "need.phrase.musts_and_choice", m.phrases.comma(musts)
    phrase = m.wording.text(passage, **slots)
    if not needed.among:
        return phrase
    groups = [m.phrases.listed([_member(m, member) for member in group]) for group in needed.among]
    among = m.phrases.listed([m.wording.text("need.phrase.one_of", choices=group) for group in groups])
    return m.wording.text("need.phrase.among", phrase=phrase, among=among)


def _many(m: Materials, needed: Needed, musts: list[str]) -> str:
    number = m.phrases.number(needed.number)
    if musts:
        return m.wording.text("need.phrase.many_with_musts", number=number, musts=m.phrases.listed(musts))
    return m.wording.text("need.phrase.many.one" if needed.number == 1 else "need.phrase.many", number=number)


def _member(m: Materials, member: str) -> str:
    """A member of a sufficient set in words."""
    if member in m.scheme.codes:
        return m.phrases.unit(member)
    kind, _, named = member.partition(":")
    if kind == "part":
        return m.wording.text("need.member.part", part=m.scheme.part(named).letter_name)
    if kind == "simulated":
        return m.wording.text("need.member.simulated", sub=m.phrases.unit(named))
    finding = m.decision.finding(member)
    more = finding.threshold - finding.observed
    passage = f"need.member.{member}"
    return m.wording.text(f"{passage}.one") if more == 1 else m.wording.text(passage, number=m.phrases.number(more))


def _scope(m: Materials) -> tuple[Sentence, ...]:
    """Said only where the office leaves something out that is not satisfactory."""
    everything = m.results(SubCategoryState.NOT_SATISFACTORY, SubCategoryState.NOTHING_OFFERED)
    left_out = [result.code for result in everything if result.code not in open_codes(m)]
    if not left_out:
        return ()
    basis = Basis(section=SEND, rows=m.concluded(left_out))
    return m.wording.say(f"setting.{_SCOPE}.{_JUDGED_ONLY}", basis)


def _optional(m: Materials) -> tuple[Sentence, ...]:
    """What is open but in no smallest set."""
    needed = {member for one in sufficient_sets(m) for member in one}
    if not needed:
        return ()
    basis = Basis(section=SEND, rows=m.concluded(m.scheme.codes))
    optional = [code for code in open_codes(m) if code not in needed]
    return tuple(s for code in optional for s in m.wording.say("need.optional", basis, {"sub": m.phrases.unit(code)}))


def _carried_over(m: Materials) -> Slot:
    value = m.wording.value(_CARRY_OVER)
    if value is None:
        return m.wording.setting(_CARRY_OVER)
    number = len(m.results(SubCategoryState.SATISFACTORY))
    text = m.wording.text(f"setting.{_CARRY_OVER}.{value}", n=str(number))
    return Slot(
        name=_CARRY_OVER, text=text, setting=_CARRY_OVER, value=str(number), source=m.wording.source(_CARRY_OVER)
    )
