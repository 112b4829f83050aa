"""The sub-categories: what is satisfactory, what is not and why, and for what nothing was offered."""

from itertools import islice
from typing import Final

from mrse_assess.letter.materials import Materials, paragraph, section
from mrse_assess.letter.sections.counted import satisfactory_categories
from mrse_assess.letter.sections.reasons import not_satisfactory, remark
from mrse_assess.letter.wording import Basis
from mrse_assess.model.decision import SubCategoryResult
from mrse_assess.model.letter import Block, Heading, Listing, Paragraph, Sentence, Slot
from mrse_assess.terms import OutcomeKind, RuleStatus, SubCategoryState, Tri, Verdict

SECTION: Final = "sub_categories"
_MOST_CREDIT: Final = 3


def sub_categories(m: Materials) -> tuple[Block, ...]:
    """Every sub-category that has been concluded, in exactly one place; nothing where no finding may be stated."""
    if m.kind == OutcomeKind.INCOMPLETE:
        return ()
    satisfactory = m.results(SubCategoryState.SATISFACTORY)
    blocks = (
        *_satisfactory_list(m, satisfactory),
        paragraph(_credit(m, satisfactory)),
        paragraph(_remarks(m, satisfactory)),
        *(block for result in m.results(SubCategoryState.NOT_SATISFACTORY) for block in _not_satisfactory(m, result)),
        *_nothing_offered(m),
    )
    return section(m.wording.say("heading.sub_categories", Basis(section=SECTION)), *blocks)


def unit_heading(m: Materials, result: SubCategoryResult, *, rule: str | None = None) -> Heading:
    """A heading with code, title and state of a sub-category."""
    unit = m.scheme.sub_category(result.code)
    slots = {"code": unit.code, "title": unit.title, "state": m.wording.text(f"state.{result.state}")}
    basis = Basis(section=f"{SECTION}/{unit.code}", rows=m.concluded([unit.code]), rule=rule)
    return Heading(level=3, sentence=m.wording.must_say("heading.sub_category", basis, slots))


def _satisfactory_list(m: Materials, results: tuple[SubCategoryResult, ...]) -> tuple[Block, ...]:
    if not results:
        nothing = m.wording.say("verdict.satisfactory.none", Basis(section=SECTION, rule="sub_categories"))
        return (Paragraph(sentences=nothing),)
    lead = m.wording.say("verdict.satisfactory.lead", Basis(section=SECTION))
    entries = tuple((_entry(m, result),) for result in results)
    between, end = m.wording.text("list.entries").strip(), m.wording.text("list.end")
    return (Paragraph(sentences=lead), Listing(entries=entries, between=between, end=end))


def _entry(m: Materials, result: SubCategoryResult) -> Sentence:
    """The sub-category with the items that count; beside them what is to be said, and items that were not counted."""
    voice = m.voices[result.code]
    marks = [
        *([m.wording.text("mark.simulated")] if result.rests_on_simulated == Tri.YES else []),
        *([m.wording.text("mark.mhra_reference")] if result.mhra == Tri.YES else []),
    ]
    not_counted = [item.evidence_id for item in voice.with_verdict(Verdict.NOT_SATISFACTORY)]
    slots: dict[str, Slot | str] = {"code": result.code, "marks": m.phrases.comma(marks)}
    if not_counted:
        slots["not_counted"] = m.phrases.items(not_counted)
    passage = "verdict.satisfactory.entry"
    if result.counted:
        slots["items"] = m.phrases.items(result.counted)
        passage += (".marked" if marks else "") + (".not_counted" if not_counted else "")
    else:
        passage += ".no_items"
    return m.wording.must_say(passage, Basis(section=f"{SECTION}/{result.code}", rows=voice.events), slots)


def _credit(m: Materials, results: tuple[SubCategoryResult, ...]) -> tuple[Sentence, ...]:
    """At most three sentences from the feedback to the applicant on satisfactory items and sub-categories."""
    said = (
        sentence
        for result in results
        for item in (*m.voices[result.code].with_verdict(Verdict.SATISFACTORY), m.voices[result.code].conclusion)
        for sentence in feedback(m, result.code, *item.first("feedback"), adverse=False)
    )
    return tuple(islice(said, _MOST_CREDIT))


def feedback(m: Materials, code: str, said: str, event: str, *, adverse: bool) -> tuple[Sentence, ...]:
    """What a person wrote for the applicant, after the words that introduce it."""
    if not said:
        return ()
    one_sentence = not any(mark in said.rstrip(".!?") for mark in (". ", "! ", "? "))
    passage = "feedback.added" if adverse else "feedback.noted" if one_sentence else "feedback.plain"
    text = f"{said.rstrip('. ')}." if not said.endswith(("!", "?")) else said
    if passage == "feedback.noted":
        text = lowered(text)
    slot = Slot(name="feedback", text=text, event=event)
    basis = Basis(section=f"{SECTION}/{code}", rows=(event, *m.concluded([code])))
    return m.wording.say(passage, basis, {"feedback": slot})


def lowered(text: str) -> str:
    """The text with a small first letter, unless its first word is a name or an abbreviation ("MR", "I")."""
    word = text.split(" ", 1)[0]
    plain = word[1:].islower() or word == "A"
    return text[:1].lower() + text[1:] if plain else text


def _remarks(m: Materials, results: tuple[SubCategoryResult, ...]) -> tuple[Sentence, ...]:
    """Reasons recorded beside a satisfactory item: details to be removed, a reference that could not be traced."""
    return tuple(
        sentence
        for result in results
        for item in m.voices[result.code].with_verdict(Verdict.SATISFACTORY)
        for reason in item.reasons
        for sentence in remark(m, result.code, item, reason)
    )


def _not_satisfactory(m: Materials, result: SubCategoryResult) -> tuple[Block, ...]:
    voice = m.voices[result.code]
    added = [
        sentence
        for item in (*voice.with_verdict(Verdict.NOT_SATISFACTORY), voice.conclusion)
        for sentence in feedback(m, result.code, *item.first("feedback"), adverse=True)
    ]
    stands: tuple[Sentence, ...] = ()
    if m.kind == OutcomeKind.AWARD:
        basis = Basis(section=f"{SECTION}/{result.code}", rows=voice.conclusion.events, rule="sub_categories")
        stands = m.wording.say("stands.award_not_needed", basis, {"sub": m.phrases.unit(result.code)})
    body = paragraph(not_satisfactory(m, voice), added, stands)
    return (unit_heading(m, result), *([body] if body else []))


def _nothing_offered(m: Materials) -> tuple[Block, ...]:
    """Each under its own heading where the requirement is reached without it; the others together under one."""
    results = m.results(SubCategoryState.NOTHING_OFFERED)
    allowed = tuple(result for result in results if _reached_without(m, result))
    blocks: list[Block] = []
    for result in allowed:
        blocks.append(unit_heading(m, result, rule="sub_categories"))
        blocks.append(Paragraph(sentences=_nothing(m, result, "verdict.nothing_offered.allowed")))
    mattering = [result for result in results if result not in allowed]
    sentences = [
        sentence for result in mattering for sentence in _nothing(m, result, "verdict.nothing_offered.matters")
    ]
    heading = m.wording.say("heading.nothing_offered", Basis(section=SECTION, rule="sub_categories"))
    return (*blocks, *section(heading, paragraph(sentences), level=3))


def _reached_without(m: Materials, result: SubCategoryResult) -> bool:
    """Whether both the total and the sub-category's own major category are reached without it."""
    total = any(
        finding.status == RuleStatus.MET
        for finding in m.decision.rules
        if m.scheme.rule(finding.rule).counts == "sub_categories"
    )
    return total and m.scheme.sub_category(result.code).category in satisfactory_categories(m)


def _nothing(m: Materials, result: SubCategoryResult, passage: str) -> tuple[Sentence, ...]:
    basis = Basis(section=f"{SECTION}/{result.code}", rows=m.concluded([result.code]), rule="sub_categories")
    return m.wording.say(passage, basis, {"sub": m.phrases.unit(result.code)})
