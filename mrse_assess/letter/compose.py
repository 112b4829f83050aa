"""The letter from the case: sections in order, then what a draft has to say about itself."""

from collections.abc import Iterable
from typing import Final

from mrse_assess.letter.case import LetterCase
from mrse_assess.letter.materials import Materials
from mrse_assess.letter.sections.closing import foot, how_it_was_decided, queries, signature
from mrse_assess.letter.sections.notices import notices
from mrse_assess.letter.sections.opening import head, letter_id, outcome, title, what_happens_next
from mrse_assess.letter.sections.requirements import requirements
from mrse_assess.letter.sections.sending import what_stands, what_to_send
from mrse_assess.letter.sections.sub_categories import sub_categories
from mrse_assess.letter.wording import Basis
from mrse_assess.model.letter import Block, Letter, Sentence, block_sentences
from mrse_assess.terms import OutcomeKind, RuleStatus

_EVERY: Final = "every"
LANGUAGE: Final = "en-GB"


def compose(case: LetterCase) -> Letter:
    """The decision letter of one case. The same case gives the same letter.

    It is a draft while no person has chosen an outcome, while a setting that it needs is unset or invented, while a
    person has something left to say, or while the rules cannot decide. A draft says so at its top and cannot be issued;
    a letter that is no draft may still be refused by the gate.

    Raises:
        SchemeError: the scheme file lacks a passage, or a passage has a slot that nothing fills.
    """
    m = Materials(case)
    top, lines, bottom = title(m), head(m), foot(m)
    body = tuple(
        block
        for part in (
            outcome,
            what_happens_next,
            requirements,
            sub_categories,
            what_to_send,
            what_stands,
            queries,
            how_it_was_decided,
            signature,
        )
        for block in part(m)
    )
    said = [*lines, top.sentence, *(sentence for block in body for sentence in block_sentences(block)), *bottom]
    gaps, invented = _gaps(m, said), _invented(m, said)
    draft = bool(gaps or invented or m.outcome is None or _undecided(m))
    blocks: tuple[Block, ...] = (top, *(notices(m, gaps, invented) if draft else ()), *body)
    return Letter(
        title=_title(m),
        language=LANGUAGE,
        author=lines[0].text,
        head=lines,
        blocks=blocks,
        foot=bottom,
        mark=m.wording.text("draft.mark") if draft else "",
        outcome=m.kind,
        draft=draft,
        gaps=gaps,
        invented=invented,
        letter_id=letter_id(m),
        record_head=case.record_head,
        issue_date=case.issue_date,
    )


def _title(m: Materials) -> str:
    return m.wording.must_say("document.title", Basis(section="head"), {"letter_id": letter_id(m)}).text


def _undecided(m: Materials) -> bool:
    """Whether a finding on competence would be stated that the rules cannot make yet."""
    return m.kind != OutcomeKind.INCOMPLETE and m.decision.outcome == RuleStatus.UNDETERMINED


def _gaps(m: Materials, said: Iterable[Sentence]) -> tuple[str, ...]:
    """What is still to be set or said: gaps in the sentences, then settings needed without being named there."""
    named = [slot.label for sentence in said for slot in sentence.slots if slot.gap]
    known = m.case.settings
    unset = [spec.label for spec in m.scheme.settings if _needed(m, spec.needed_by) and spec.id not in known]
    return tuple(dict.fromkeys((*named, *unset)))


def _invented(m: Materials, said: Iterable[Sentence]) -> tuple[str, ...]:
    named = {slot.setting for sentence in said for slot in sentence.slots if slot.setting}
    needed = {spec.id for spec in m.scheme.settings if _needed(m, spec.needed_by)}
    return m.wording.invented(named | needed)


def _needed(m: Materials, needed_by: tuple[str, ...]) -> bool:
    return _EVERY in needed_by or (m.kind is not None and m.kind in needed_by)
