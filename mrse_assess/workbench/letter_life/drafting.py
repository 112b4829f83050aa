"""The letter as the records give it at any moment: composed, edits put in, held at the gate."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from mrse_assess.letter import LetterCase, compose, prepare
from mrse_assess.model.letter import Letter, Refusal
from mrse_assess.workbench.letter_life.digests import digest_of
from mrse_assess.workbench.letter_life.heads import letter_head
from mrse_assess.workbench.letter_life.panel_grounds import panel_grounds
from mrse_assess.workbench.letter_life.views import Drafted, Edit
from mrse_assess.workbench.letter_life.watching import identifiers, watch_of
from mrse_assess.workbench.letters import case_of_whole, hand_edits
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workspace import Application, Workspace, states


def draft_of(workspace: Workspace, application: Application) -> Drafted:
    """The letter of an application, with everybody's records, as the office sees it."""
    return drafted(PanelTable(workspace, application, ""))


def drafted(table: PanelTable, *, issued: date | None = None) -> Drafted:
    """The letter as the records give it now. ``issued``: the day of issue; else that of its record, else none yet."""
    case = _case(table, issued)
    found = table.in_force

    def further(letter: Letter) -> Iterator[Refusal]:
        yield from panel_grounds(letter, table)
        yield from identifiers(letter)

    letter, refusals = prepare(
        case,
        head_now=case.record_head,
        watch=watch_of(table.events, found, table.persons, case.application.applicant),
        edits=hand_edits(found),
        further=further,
    )
    return Drafted(
        letter=letter,
        refusals=tuple(dict.fromkeys(refusals)),
        edits=tuple(_edits(table, letter, case)),
        digest=digest_of(letter),
        head=case.record_head,
    )


def standing_letter(table: PanelTable) -> str:
    """The id of the letter that was issued and not taken back since, "" without one."""
    letter = states.standing_letter(table.in_force)
    return letter.letter if letter else ""


def _case(table: PanelTable, issued: date | None) -> LetterCase:
    case = case_of_whole(table.whole)
    found, standing = table.in_force, standing_letter(table)
    moments = {one.letter: one.recorded_at for one in found.issues}
    recorded = moments.get(standing)
    facts = case.application
    if found.registration and found.registration.salutation.strip():
        facts = replace(facts, salutation=found.registration.salutation.strip())
    return replace(
        case,
        application=facts,
        record_head=letter_head(table.workspace.store, table.application.reference),
        issued=issued or (table.workspace.scheme.day_of(recorded) if recorded else None),
        number=len(moments) if standing else len(moments) + 1,
    )


def _edits(table: PanelTable, letter: Letter, case: LetterCase) -> Iterator[Edit]:
    """Each edit in force beside what was composed where it was made, and what is composed there now."""
    numbered = enumerate(letter.sentences(), 1)
    placed = {sentence.edit.event: (number, sentence) for number, sentence in numbered if sentence.edit}
    for edit in table.in_force.letter_edits:
        number, sentence = placed.get(edit.event, (None, None))
        yield Edit(
            anchor=edit.anchor,
            number=number,
            composed=edit.composed,
            text=edit.text,
            now=sentence.composed if sentence else _most_like(edit.composed, case),
            by=edit.by,
            why=edit.why,
        )


def _most_like(composed: str, case: LetterCase) -> str:
    """The sentence of today's letter that is most like one that stood there, "" where none is."""
    texts = [sentence.text for sentence in compose(case).sentences()]
    return next(iter(get_close_matches(composed, texts, n=1)), "")
