"""The decision letter of an application: what it is made from, the draft on screen, and the files."""

from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from dataclasses import replace
from typing import Any

from mrse_assess.letter import ApplicationFacts, LetterCase, ReadingChoice, Watch, prepare, trace
from mrse_assess.model.decision import Decision
from mrse_assess.model.judgement import Judgements, SettingValue
from mrse_assess.model.letter import Block, HandEdit, Heading, Letter, Listing, Notice, Paragraph, RuleTable, Sentence
from mrse_assess.model.portfolio import EvidenceItem, Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.records import InForce
from mrse_assess.rendering import render
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.outcome_views import BlockKind, LetterBlock, LetterDraft, LetterFile, LetterForm, LetterSpan
from mrse_assess.workbench.pictures import then
from mrse_assess.workbench.views import Unit
from mrse_assess.workbench.whole import WholeCase
from mrse_assess.workspace import Application
from mrse_assess.workspace.people import People
from mrse_assess.workspace.visibility import matrix

MEDIA = {
    LetterForm.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    LetterForm.PDF: "application/pdf",
}


def case_of_whole(whole: WholeCase) -> LetterCase:
    """The letter's case with every assessor's records, as the office sees it."""
    return _case(
        whole.application, whole.scheme, whole.decision, whole.in_force, whole.judgements,
        whole.portfolio, whole.settings, whole.head,
    )  # fmt: skip


def case_of(assessment: Assessment) -> LetterCase:
    """The letter's case with what this assessor may see."""
    workspace = assessment.workspace
    return _case(
        assessment.application, assessment.scheme, assessment.decision, assessment.in_force, assessment.counted,
        assessment.portfolio, workspace.settings(), workspace.store.application_head(assessment.application.reference),
    )  # fmt: skip


def prepared(case: LetterCase, forbidden: Watch, edits: tuple[HandEdit, ...] = ()) -> tuple[Letter, tuple[str, ...]]:
    """The letter, and each ground on which it cannot be issued as one sentence."""
    letter, refusals = prepare(case, head_now=case.record_head, watch=forbidden, edits=edits)
    return letter, tuple(dict.fromkeys(f"{refusal.found} {refusal.advice}".strip() for refusal in refusals))


def forbidden_words(in_force: InForce) -> Watch:
    """What must not stand in a letter: who judged, and what they said to the panel or to themselves."""
    judged = (*in_force.judgements.judgements, *in_force.judgements.conclusions)
    return Watch(
        names=tuple(sorted({record.assessor for record in judged})),
        notes=tuple(filter(None, (*(record.to_panel for record in judged), *(note.text for note in in_force.notes)))),
    )


def _forbidden_to(assessment: Assessment) -> Watch:
    """The same as far as this assessor may know it: a refusal must not tell what another wrote to the panel."""
    own = replace(
        assessment.in_force,
        judgements=assessment.own,
        notes=tuple(note for note in assessment.in_force.notes if note.by == assessment.assessor),
    )
    return replace(forbidden_words(own), names=forbidden_words(assessment.in_force).names)


def hand_edits(in_force: InForce) -> tuple[HandEdit, ...]:
    """The edits of the letter that are in force."""
    return tuple(
        HandEdit(anchor=edit.anchor, text=edit.text, by=edit.by, why=edit.why, event=edit.event)
        for edit in in_force.letter_edits
    )


def _edits_seen_by(assessment: Assessment) -> tuple[HandEdit, ...]:
    """The edits, for somebody who may see the letter."""
    edits = hand_edits(assessment.in_force)
    if not edits:
        return ()
    standing = People(assessment.workspace).standing(assessment.assessor, assessment.application)
    return edits if matrix().may_see(standing, "letter") else ()


def trace_of(letter: Letter) -> list[dict[str, Any]]:
    """What each sentence rests on."""
    return trace(letter)


def letter_draft(assessment: Assessment) -> LetterDraft:
    """The letter as the records stand, with what its sentences rest on."""
    letter, refusals = prepared(case_of(assessment), _forbidden_to(assessment), _edits_seen_by(assessment))
    units = _units_by_event(assessment.own)
    return LetterDraft(
        made_at=assessment.events[-1].recorded_at.astimezone() if assessment.events else None,
        blocks=tuple(view for block in letter.blocks for view in _views(block, units)),
        refusals=refusals,
    )


def letter_file(assessment: Assessment, form: LetterForm) -> "Future[LetterFile]":
    """The draft as a file, rendered in the worker."""
    letter, _ = prepared(case_of(assessment), _forbidden_to(assessment), _edits_seen_by(assessment))
    name = f"{assessment.application.reference} letter{' draft' if letter.draft else ''}.{form.value}"
    workspace = assessment.workspace
    rendering = workspace.background.submit(render, letter, f".{form.value}", workspace.pool)
    return then(rendering, lambda done: LetterFile(name=name, media=MEDIA[form], data=done.result()))


def _case(
    application: Application,
    scheme: Scheme,
    decision: Decision,
    in_force: InForce,
    judgements: Judgements,
    portfolio: Portfolio,
    settings: Mapping[str, SettingValue],
    head: str,
) -> LetterCase:
    return LetterCase(
        scheme=scheme,
        application=ApplicationFacts(
            reference=application.reference,
            attempt=application.attempt,
            applicant=application.applicant,
            received=application.received_on,
        ),
        decision=decision,
        judgements=judgements,
        record_head=head,
        choice=in_force.outcome,
        items=(*portfolio.evidence, *named_together(portfolio, judgements)),
        settings=settings,
        readings=tuple(
            ReadingChoice(reading=one.setting, value=one.value, authority=one.ground, event=one.event)
            for one in in_force.readings
        ),
        unreadable=tuple(item.id for item in portfolio.evidence if not item.spans),
    )


def named_together(portfolio: Portfolio, judgements: Judgements) -> Iterator[EvidenceItem]:
    """What was judged under a name that several items share, or that a part of one has, as items of their own."""
    own = {item.id for item in portfolio.evidence}
    for name in dict.fromkeys(judgement.evidence_id for judgement in judgements.judgements):
        item = portfolio.item(name) if name not in own else None
        if item is not None:
            yield item


def _units_by_event(judgements: Judgements) -> dict[str, Unit]:
    """The unit that each record is about, so that a sentence leads back to it."""
    items = {one.event: Unit(one.sub_category, one.evidence_id) for one in judgements.judgements}
    return items | {one.event: Unit(one.sub_category, "") for one in judgements.conclusions}


def _views(block: Block, units: Mapping[str, Unit]) -> Iterator[LetterBlock]:
    match block:
        case Heading(level=level, sentence=sentence):
            yield LetterBlock(kind=BlockKind.HEADING, level=level, lines=((_span(sentence, units),),))
        case Paragraph(sentences=sentences, lead=lead):
            said = (lead, *sentences) if lead else sentences
            yield LetterBlock(kind=BlockKind.PARAGRAPH, lines=(_spans(said, units),))
        case Listing(entries=entries):
            yield LetterBlock(kind=BlockKind.LIST, lines=tuple(_spans(entry, units) for entry in entries))
        case RuleTable(header=header, rows=rows):
            cells = (*header, *(cell for row in rows for cell in row))
            lines = tuple((_span(cell, units),) for cell in cells)
            yield LetterBlock(kind=BlockKind.TABLE, columns=len(header), lines=lines)
        case Notice(lead=lead, entries=entries):
            yield LetterBlock(kind=BlockKind.PARAGRAPH, lines=((_span(lead, units),),))
            yield LetterBlock(kind=BlockKind.LIST, lines=tuple(_spans(entry, units) for entry in entries))


def _spans(sentences: tuple[Sentence, ...], units: Mapping[str, Unit]) -> tuple[LetterSpan, ...]:
    last = len(sentences) - 1
    return tuple(_span(one, units, "" if number == last else " ") for number, one in enumerate(sentences))


def _span(sentence: Sentence, units: Mapping[str, Unit], after: str = "") -> LetterSpan:
    return LetterSpan(
        text=sentence.text + after,
        gap=any(slot.gap for slot in sentence.slots),
        rests_on=next((units[row] for row in sentence.rows if row in units), None),
    )
