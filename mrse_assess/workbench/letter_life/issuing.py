"""Issue: the letter's bytes are made, stored, and named by their hashes in the record."""

import json
from collections.abc import Mapping

from mrse_assess.errors import BadRequestError
from mrse_assess.letter import trace
from mrse_assess.model.acts import Issue, LetterStateChange
from mrse_assess.records.payloads import Value
from mrse_assess.rendering import render
from mrse_assess.terms import LetterAct, OutcomeKind
from mrse_assess.workbench.letter_life.templates import template_for
from mrse_assess.workbench.letter_life.views import Drafted
from mrse_assess.workbench.recording import Case
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.issued_letters import MARKDOWN, PDF, TEMPLATE, TRACE, WORD, digest_entries, write_letter


def issue_files(workspace: Workspace, application: Application, draft: Drafted) -> Mapping[str, bytes]:
    """Every file of the letter as it goes out, by name; the same draft gives the same bytes."""
    letter = draft.letter
    template = template_for(workspace, outcome_of(draft))
    return {
        WORD: render(letter, ".docx", workspace.pool, template=template),
        PDF: render(letter, ".pdf", workspace.pool),
        MARKDOWN: render(letter, ".md", workspace.pool),
        TRACE: _trace(workspace, application, draft),
        TEMPLATE: template,
    }


def store_letter(
    workspace: Workspace,
    application: Application,
    draft: Drafted,
    files: Mapping[str, bytes],
    replaced: tuple[LetterStateChange, ...],
) -> tuple[Value, ...]:
    """Store the files, and give the records of it: that of issue, and of a superseded letter which one replaced it."""
    letter = draft.letter.letter_id
    write_letter(workspace.layout, letter, files)
    of: Case = {"application": application.reference, "attempt": application.attempt}
    issue = Issue(
        **of,
        letter=letter,
        outcome=outcome_of(draft),
        head=draft.head,
        digests=digest_entries(files, draft.digest),
    )
    named = tuple(
        LetterStateChange(**of, letter=one.letter, state=one.state, why=one.why, by_letter=letter)
        for one in replaced
        if one.state is LetterAct.SUPERSEDED and one.by_letter != letter
    )
    return (*named, issue)


def outcome_of(draft: Drafted) -> OutcomeKind:
    """The outcome that the letter states; BadRequestError while none is chosen."""
    if draft.letter.outcome is None:
        raise BadRequestError("No person has chosen an outcome, so there is no letter to issue.")
    return draft.letter.outcome


def _trace(workspace: Workspace, application: Application, draft: Drafted) -> bytes:
    letter = draft.letter
    told = {
        "letter": letter.letter_id,
        "application": application.reference,
        "attempt": application.attempt,
        "outcome": letter.outcome,
        "issued": letter.issue_date.isoformat() if letter.issue_date else None,
        "record_head": draft.head,
        "scheme": workspace.scheme.id,
        "scheme_version": workspace.scheme.version,
        "sentences": trace(letter),
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"
