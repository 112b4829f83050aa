"""The letter's files as they leave the page: the draft drawn now, or an issued one byte for byte as it was frozen."""

from concurrent.futures import Future
from dataclasses import replace

from mrse_assess.errors import BadRequestError
from mrse_assess.letter.wording import Wording
from mrse_assess.model.letter import Letter
from mrse_assess.rendering import render
from mrse_assess.workbench.letter_life.status import issue_in
from mrse_assess.workbench.letter_life.templates import template_for
from mrse_assess.workbench.letter_life.views import Drafted
from mrse_assess.workbench.letters import MEDIA
from mrse_assess.workbench.outcome_views import LetterFile, LetterForm
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.issued_letters import PDF, WORD, read_letter_file

_STORED = {LetterForm.DOCX: WORD, LetterForm.PDF: PDF}


def draft_file(workspace: Workspace, draft: Drafted, form: LetterForm) -> "Future[LetterFile]":
    """The draft as a file, drawn in the worker; as Word from the office's template where there is one.

    Every page of it says that it is a draft, also when nothing keeps the letter back: only an issued one goes out.
    """
    wording = Wording(workspace.scheme, workspace.settings())
    mark = draft.letter.mark or wording.text("draft.ready")
    letter = replace(draft.letter, draft=True, mark=mark)
    return workspace.background.submit(_drawn, workspace, letter, form)


def issued_file(table: PanelTable, letter: str, form: LetterForm) -> LetterFile:
    """A file of an issued letter, held against its hash in the records.

    Raises:
        BadRequestError: no letter of this id was issued here.
        RecordsError: the file is missing, or was changed.
    """
    if letter not in {one.letter for one in table.in_force.issues}:
        raise BadRequestError(f"No letter {letter!r} was issued on {table.application.reference}.")
    data = read_letter_file(table.workspace.layout, issue_in(table, letter), _STORED[form])
    return LetterFile(name=f"{letter}.{form.value}", media=MEDIA[form], data=data)


def _drawn(workspace: Workspace, letter: Letter, form: LetterForm) -> LetterFile:
    template = template_for(workspace, letter.outcome) if form is LetterForm.DOCX and letter.outcome else None
    data = render(letter, f".{form.value}", workspace.pool, template=template)
    return LetterFile(name=f"{letter.letter_id} draft.{form.value}", media=MEDIA[form], data=data)
