"""Where the letters of an application stand, worked out from its records and the letter as they give it now."""

from mrse_assess.model.acts import Issue
from mrse_assess.workbench.letter_life.drafting import standing_letter
from mrse_assess.workbench.letter_life.signing import signed_off
from mrse_assess.workbench.letter_life.states import issued_letters, state_of_draft
from mrse_assess.workbench.letter_life.views import Drafted, LetterStatus
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workspace.issued_letters import SENTENCES, digests_of


def status_of(table: PanelTable, draft: Drafted) -> LetterStatus:
    """Where the letters stand: those issued, and the one that is to be."""
    found = table.in_force
    signed, standing = signed_off(table, draft), standing_letter(table)
    issued = issued_letters(found)
    states = {one.letter: one.state for one in issued}
    return LetterStatus(
        application=found.application,
        attempt=found.attempt,
        letter=standing or draft.letter.letter_id,
        state=states[standing] if standing else state_of_draft(found, signed),
        chosen_by=found.outcome.by if found.outcome else "",
        signed_off=signed,
        refusals=draft.refusals,
        edits=draft.edits,
        issued=issued,
        moved=bool(standing) and not is_as_issued(draft, issue_in(table, standing)),
    )


def issue_in(table: PanelTable, letter: str) -> Issue:
    """The record of issue of a letter that was issued."""
    return next(one for one in table.in_force.issues if one.letter == letter)


def is_as_issued(draft: Drafted, issue: Issue) -> bool:
    """Whether the records give the letter today as it was issued."""
    return (issue.head, digests_of(issue).get(SENTENCES)) == (draft.head, draft.digest)
