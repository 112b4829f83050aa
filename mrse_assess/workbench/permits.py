"""Who may record what on an application that is open."""

from collections.abc import Iterable

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import ReadingChoice, Reveal, Seal, Undo, Withdrawal
from mrse_assess.model.judgement import OutcomeChoice, PartConfirmation
from mrse_assess.records.payloads import Value
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.people import People
from mrse_assess.workspace.visibility import ASSESSING, matrix

OF_SEALED = (Seal, Reveal, OutcomeChoice, ReadingChoice)
"""What a sealed assessment still takes: reopening, being shown another's, and what is decided on sealed judgements."""

OF_ONLOOKERS = (PartConfirmation, OutcomeChoice, ReadingChoice, Withdrawal, Undo)
"""What chair and office record on an application that they do not assess."""


def refuse_strangers(workspace: Workspace, application: Application, person: str, values: Iterable[Value]) -> None:
    """Refuse what is not this person's to record, as the register stands now and not when the page was opened.

    Raises:
        BadRequestError: in one sentence that tells nothing of the application.
    """
    now = People(workspace).standing_of_register(person, application)
    if not matrix().may_see(now, "portfolio"):
        raise BadRequestError("This application is not open to you any more: nothing was recorded.")
    if now not in ASSESSING and not all(isinstance(value, OF_ONLOOKERS) for value in values):
        raise BadRequestError("It is judged by those to whom it is given: nothing was recorded.")
