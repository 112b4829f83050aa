"""Whether findings and sentences answer each other: none without the other, in words that fit the state."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from mrse_assess.letter.checks.looked_at import LookedAt, refusal
from mrse_assess.letter.sections.reasons import told_reasons
from mrse_assess.letter.speaking import UnitVoice
from mrse_assess.model.letter import Refusal, Sentence
from mrse_assess.terms import OutcomeKind, SubCategoryState, Verdict

_TOLD: Final = ("reason.", "verdict.lacking")
_STATES: Final = {
    "verdict.satisfactory.entry": SubCategoryState.SATISFACTORY,
    "verdict.nothing_offered": SubCategoryState.NOTHING_OFFERED,
    "verdict.part_sound": SubCategoryState.NOT_SATISFACTORY,
    "verdict.lacking": SubCategoryState.NOT_SATISFACTORY,
}


def contradictions_are_settled(at: LookedAt) -> Iterator[Refusal]:
    """No conclusion stands against what is behind it."""
    if at.m.kind == OutcomeKind.INCOMPLETE:
        return
    for result in at.m.decision.sub_categories:
        rows = at.m.voices[result.code].conclusion.events
        if result.contradiction:
            yield refusal(
                "contradiction",
                f"The conclusion on {result.code} does not fit the items behind it.",
                "Let the panel settle it with a conclusion, or a sentence that gives its ground.",
                rows=rows,
            )
        elif result.state == SubCategoryState.SATISFACTORY:
            yield from _grounded(at, result.code, result.counted, result.independent, rows)


def _grounded(
    at: LookedAt, code: str, counted: tuple[str, ...], independent: int, rows: tuple[str, ...]
) -> Iterator[Refusal]:
    unit = at.m.scheme.sub_category(code)
    if unit.independent and independent < unit.minimum_items:
        yield refusal(
            "too-few-independent",
            f"{code} is concluded satisfactory with fewer independent pieces than it needs.",
            "Judge the independence of its items again, or conclude otherwise.",
            rows=rows,
        )
    if not counted and not at.m.voices[code].conclusion.first("to_panel")[0]:
        yield refusal(
            "satisfactory-without-item",
            f"{code} is concluded satisfactory without a satisfactory item and without a recorded ground.",
            "Judge its items, or record the ground with the conclusion.",
            rows=rows,
        )


def every_finding_is_told(at: LookedAt) -> Iterator[Refusal]:
    """Each adverse conclusion, and each adverse item behind it, has a sentence that says why."""
    if at.m.kind == OutcomeKind.INCOMPLETE:
        return
    for result in at.m.results(SubCategoryState.NOT_SATISFACTORY):
        voice = at.m.voices[result.code]
        told = _told(at, voice)
        if not told:
            yield refusal(
                "finding-without-sentence",
                f"Nothing in the letter says why {result.code} is not satisfactory.",
                "Record a reason that all who judged share, or let the panel record one.",
                rows=voice.conclusion.events,
            )
        for item in voice.with_verdict(Verdict.NOT_SATISFACTORY):
            if told and not set(item.events) & {row for _, sentence in told for row in sentence.rows}:
                yield refusal(
                    "finding-without-sentence",
                    f"Nothing in the letter says why item {item.evidence_id} falls short for {result.code}.",
                    "Record a reason for it that all who judged share, or let the panel record one.",
                    rows=item.events,
                )


def every_reason_is_told(at: LookedAt) -> Iterator[Refusal]:
    """No reason is given with a conclusion alone where it could be about any of several items."""
    if at.m.kind == OutcomeKind.INCOMPLETE:
        return
    for result in at.m.results(SubCategoryState.NOT_SATISFACTORY):
        voice = at.m.voices[result.code]
        told = {reason for _, reason in told_reasons(voice)}
        if voice.items and any(reason not in told for reason in voice.conclusion.reasons):
            yield refusal(
                "reason-untold",
                f"The conclusion on {result.code} gives a reason that is recorded for none of its items.",
                "Record the reason with the item that it is about.",
                rows=voice.conclusion.events,
            )


def no_reason_stands_alone(at: LookedAt) -> Iterator[Refusal]:
    """No sub-category is not satisfactory for a reason alone that can never be one alone."""
    if at.m.kind == OutcomeKind.INCOMPLETE:
        return
    for result in at.m.results(SubCategoryState.NOT_SATISFACTORY):
        voice = at.m.voices[result.code]
        reasons = {r for item in voice.with_verdict(Verdict.NOT_SATISFACTORY) for r in item.reasons}
        reasons |= set(voice.conclusion.reasons)
        if reasons and all(at.m.scheme.reason(reason).never_alone for reason in reasons):
            yield refusal(
                "reason-never-alone",
                f"{result.code} is not satisfactory for a reason that is never enough by itself.",
                "Look at the conclusion again, or record the further reason.",
                rows=voice.conclusion.events,
            )


def every_sentence_has_its_rows(at: LookedAt) -> Iterator[Refusal]:
    """What tells of a finding rests on records, and on those that decide."""
    in_force, known = at.in_force, at.known
    for number, sentence in at.numbered():
        if (
            sentence.passage.startswith(("reason.", "verdict.lacking", "verdict.part_sound", "feedback."))
            and not sentence.rows
        ):
            yield refusal(
                "sentence-without-row",
                "A sentence tells of a finding that nobody recorded.",
                "Draft the letter again from the records.",
                number,
            )
        astray = tuple(row for row in sentence.rows if row not in in_force)
        if astray:
            replaced = any(row in known for row in astray)
            yield refusal(
                "row-not-deciding" if replaced else "row-not-in-force",
                "A sentence rests on a judgement that another has replaced."
                if replaced
                else "A sentence rests on a record that is not in force.",
                "Draft the letter again from the records.",
                number,
                astray,
            )


def words_fit_the_states(at: LookedAt) -> Iterator[Refusal]:
    """Every sub-category stands in exactly one place, in the words of its state."""
    if at.m.kind == OutcomeKind.INCOMPLETE:
        yield from _no_findings(at)
        return
    placed: Counter[str] = Counter()
    for number, sentence in at.numbered():
        code, state = _said_state(at, sentence)
        if state is None:
            continue
        if sentence.passage.startswith(
            ("verdict.satisfactory.entry", "heading.sub_category", "verdict.nothing_offered.matters")
        ):
            placed[code] += 1
        if at.m.decision.result(code).state != state:
            yield refusal(
                "state-differs",
                f"The letter says of {code} what the decision does not say.",
                "Draft the letter again from the records.",
                number,
                sentence.rows,
            )
    for result in at.m.decision.sub_categories:
        wanted = 0 if result.state == SubCategoryState.NOT_YET_JUDGED else 1
        if placed[result.code] != wanted:
            yield refusal(
                "sub-category-misplaced",
                f"{result.code} stands in {placed[result.code]} places of the letter instead of {wanted}.",
                "Draft the letter again from the records.",
                rows=at.m.voices[result.code].conclusion.events,
            )


def _said_state(at: LookedAt, sentence: Sentence) -> tuple[str, SubCategoryState | None]:
    """The sub-category that a sentence speaks of, and the state that its words give it."""
    _, _, code = sentence.section.partition("sub_categories/")
    if code not in at.m.scheme.codes:
        return "", None
    if sentence.passage == "heading.sub_category":
        words = sentence.slot("state")
        states = (state for state in SubCategoryState if words and words.text == at.m.wording.text(f"state.{state}"))
        return code, next(states, SubCategoryState.NOT_YET_JUDGED)
    return code, next((state for start, state in _STATES.items() if sentence.passage.startswith(start)), None)


def _told(at: LookedAt, voice: UnitVoice) -> list[tuple[int, Sentence]]:
    """The sentences that say why a sub-category is not satisfactory, a remedy not among them."""
    events = set(voice.events)
    return [
        (number, sentence)
        for number, sentence in at.numbered()
        if sentence.section == f"sub_categories/{voice.code}"
        and sentence.passage.startswith(_TOLD)
        and not sentence.passage.endswith(".remedy")
        and sentence.text.strip()
        and events & set(sentence.rows)
    ]


def _no_findings(at: LookedAt) -> Iterator[Refusal]:
    for number, sentence in at.numbered():
        if sentence.section.startswith("sub_categories"):
            yield refusal(
                "finding-in-incomplete",
                "A letter on an incomplete application states a finding.",
                "Take the finding out: the assessment has not been completed.",
                number,
                sentence.rows,
            )
