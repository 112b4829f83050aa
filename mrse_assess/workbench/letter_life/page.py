"""The letter's page as one person sees it, from the records and the letter as they give it now."""

import json
from collections.abc import Iterator
from datetime import datetime

from mrse_assess.errors import RecordsError
from mrse_assess.model.dates import day_in_words
from mrse_assess.model.judgement import OutcomeChoice
from mrse_assess.model.letter import Sentence
from mrse_assess.model.listing import counted
from mrse_assess.model.scheme import Scheme
from mrse_assess.terms import OutcomeKind
from mrse_assess.workbench.letter_life.editing import is_to_be_edited
from mrse_assess.workbench.letter_life.grounds import ground_of, notices_of
from mrse_assess.workbench.letter_life.offering import next_step, offered_acts, standing_of
from mrse_assess.workbench.letter_life.page_views import (
    EditLine,
    IssuedLine,
    LetterPageView,
    SentenceView,
    Step,
    ToldView,
)
from mrse_assess.workbench.letter_life.page_words import not_to_tell, on_day
from mrse_assess.workbench.letter_life.permitted import EDIT, SEND
from mrse_assess.workbench.letter_life.resting import rows_of, sources_of
from mrse_assess.workbench.letter_life.sheet import Marked, on_sheet, sheet_numbers, sheet_of, short_anchor
from mrse_assess.workbench.letter_life.status import issue_in, status_of
from mrse_assess.workbench.letter_life.telling import told_of
from mrse_assess.workbench.letter_life.views import Drafted, IssuedLetter, LetterState, LetterStatus, SignedOff
from mrse_assess.workbench.letter_life.who import may_do
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workspace.issued_letters import TRACE, faults_of_letter, read_letter_file

_NOBODY_EDITS_ISSUED = (
    "{letter} was issued. Recall or supersede it first, with a reason; then its words can be changed."
)
_NO_SENTENCE_TO_EDIT = "This says whose letter it is or where it comes from, and is not put into other words."


def page_of(table: PanelTable, draft: Drafted) -> LetterPageView:
    """The whole page."""
    status = status_of(table, draft)
    standing, chosen = standing_of(status), table.in_force.outcome
    step, mine = next_step(table, status)
    numbers = sheet_numbers(draft.letter)
    refused = frozenset(numbers[one.sentence] for one in draft.refusals if one.sentence in numbers)
    marked = Marked(refused=refused, issued=_as_issued(table, standing) if standing and status.moved else None)
    return LetterPageView(
        application=table.application.reference,
        applicant=table.application.applicant,
        attempt=table.application.attempt,
        letter=status.letter,
        person=table.person,
        state=status.state,
        next_step=step,
        mine=mine,
        moved=status.moved,
        outcome=_outcome_name(table, chosen.outcome) if chosen else "",
        steps=tuple(_steps(table, draft, status)),
        acts=offered_acts(table, draft, status),
        grounds=() if standing else tuple(ground_of(table, one, numbers) for one in draft.refusals),
        notices=() if standing else tuple(notices_of(draft)),
        blocks=sheet_of(draft.letter, marked),
        edits=() if standing else edit_lines(draft),
        issued=tuple(_issued_line(table, one) for one in reversed(status.issued)),
        told=_told(table, standing),
    )


def sentence_of(table: PanelTable, draft: Drafted, number: int) -> SentenceView | None:
    """The sentence of this number on the sheet with all that stands behind it; None for one that there is not."""
    numbers = sheet_numbers(draft.letter)
    found = sentence_on_sheet(draft, number)
    if found is None:
        return None
    (at, one), scheme = found, table.workspace.scheme
    standing = standing_of(status_of(table, draft))
    rules = {rule.id: rule.label for rule in scheme.rules} | {part.id: part.name for part in scheme.parts}
    return SentenceView(
        number=number,
        anchor=short_anchor(one),
        text=one.text,
        composed=one.composed,
        edited_by=one.edit.by if one.edit else "",
        edited_why=one.edit.why if one.edit else "",
        why_not_edit=why_not_edit(table, standing) or _why_not_this(one),
        rule=rules.get(one.rule or "", ""),
        rows=rows_of(table, one),
        sources=sources_of(scheme, one),
        clauses=tuple(scheme.clause_words(label) for label in one.clauses),
        grounds=tuple(ground_of(table, ground, numbers) for ground in draft.refusals if ground.sentence == at),
    )


def sentence_on_sheet(draft: Drafted, number: int) -> tuple[int, Sentence] | None:
    """The sentence of this number on the sheet, with its number in the draft's trace; None when there is none."""
    sentences = on_sheet(draft.letter)
    return sentences[number - 1] if 1 <= number <= len(sentences) else None


def edit_lines(draft: Drafted) -> tuple[EditLine, ...]:
    """Every edit, those that fit no sentence any more first."""
    numbers = sheet_numbers(draft.letter)
    lines = (
        EditLine(
            anchor=one.anchor,
            number=numbers.get(one.number or 0, 0),
            composed=one.composed,
            text=one.text,
            now=one.now,
            by=one.by,
            why=one.why,
        )
        for one in draft.edits
    )
    return tuple(sorted(lines, key=lambda line: line.number))


def why_not_edit(table: PanelTable, standing: IssuedLetter | None) -> str:
    """Why this person can change no word of the letter now, "" when they can."""
    if standing:
        return _NOBODY_EDITS_ISSUED.format(letter=standing.letter)
    return "" if may_do(table, EDIT) else "The office or the chair puts sentences into other words."


def _why_not_this(sentence: Sentence) -> str:
    return "" if is_to_be_edited(sentence) else _NO_SENTENCE_TO_EDIT


def _outcome_name(table: PanelTable, kind: OutcomeKind) -> str:
    return next((one.name for one in table.workspace.scheme.outcomes if one.kind == kind), kind.value)


# ---------------------------------------------------------------- the course


def _steps(table: PanelTable, draft: Drafted, status: LetterStatus) -> Iterator[Step]:
    chosen, scheme = table.in_force.outcome, table.workspace.scheme
    words = f"{_outcome_name(table, chosen.outcome)}, chosen by {chosen.by}, {_day(chosen, scheme)}" if chosen else ""
    yield Step(name="Outcome", words=words or "not chosen yet", done=chosen is not None)
    standing = standing_of(status)
    if standing is None:
        grounds = len(draft.refusals)
        yield Step(
            name="Ready",
            words=f"{counted(grounds, 'ground')} against issue" if grounds else "nothing keeps it back",
            done=not grounds,
        )
        yield _sign_off_step(status.signed_off, scheme)
        yield Step(name="Issue", words=f"{status.letter} is not issued yet")
    else:
        yield _sign_off_step(status.signed_off, scheme, went_out=True)
        yield Step(name="Issue", words=f"by {standing.by}, {on_day(standing, scheme)}", done=True)
    if status.state is LetterState.HELD:
        yield Step(name="Held", words="until it is released", stopped=True)


def _sign_off_step(signed: tuple[SignedOff, ...], scheme: Scheme, *, went_out: bool = False) -> Step:
    if not signed:
        return Step(name="Sign-off", words="nobody has signed it off yet")
    last = next((one for one in reversed(signed) if one.counts), signed[-1])
    words = f"by {last.by}, {_when(last.at, scheme)}" if last.at else f"by {last.by}"
    if last.counts or went_out:
        return Step(name="Sign-off", words=words, done=True)
    why = last.why_not or "letter or records have changed since, so it does not count"
    return Step(name="Sign-off", words=f"{words}; {why[:1].lower()}{why[1:].rstrip('.')}", stopped=True)


def _when(moment: datetime, scheme: Scheme) -> str:
    return f"{day_in_words(scheme.day_of(moment))}, {scheme.here(moment):%H:%M}"


def _day(chosen: OutcomeChoice, scheme: Scheme) -> str:
    return day_in_words(scheme.day_of(chosen.recorded_at))


# ---------------------------------------------------------------- what was issued


def _issued_line(table: PanelTable, one: IssuedLetter) -> IssuedLine:
    faults = () if table.in_force.purged else faults_of_letter(table.workspace.layout, issue_in(table, one.letter))
    fault = next((found for _, found in faults), "")
    return IssuedLine(
        letter=one.letter,
        state=one.state,
        outcome=_outcome_name(table, one.outcome),
        at=one.at.astimezone() if one.at else None,
        by=one.by,
        why=one.why,
        by_letter=one.by_letter,
        fault=f"{fault} Restore a backup." if fault else "",
    )


def _as_issued(table: PanelTable, standing: IssuedLetter) -> frozenset[str] | None:
    """The sentences of the letter as it went out, None when its stored trace cannot be trusted (which is said)."""
    try:
        data = read_letter_file(table.workspace.layout, issue_in(table, standing.letter), TRACE)
    except RecordsError:
        return None
    return frozenset(one["text"] for one in json.loads(data)["sentences"])


def _told(table: PanelTable, standing: IssuedLetter | None) -> ToldView:
    if why := not_to_tell(standing, office=may_do(table, SEND)):
        return ToldView(why_not=why)
    if standing is None:
        return ToldView()
    notice = told_of(table, standing)
    return ToldView(text=notice.text, persons=notice.persons)
