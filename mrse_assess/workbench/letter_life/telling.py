"""What the assessors of an application are told once its letter has gone out: the outcome, no name and no vote."""

from dataclasses import dataclass

from mrse_assess.errors import BadRequestError
from mrse_assess.letter.wording import Basis, FromSetting, Slots, Wording
from mrse_assess.model.dates import day_in_words
from mrse_assess.workbench.letter_life import permitted
from mrse_assess.workbench.letter_life.desk import LetterDesk
from mrse_assess.workbench.letter_life.views import IssuedLetter, LetterState
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workspace import Application, Workspace

_PASSAGES = ("tell.outcome", "tell.letter", "tell.close")


@dataclass(frozen=True, kw_only=True)
class Told:
    """The text, the same for everybody, and the ids of those it is for."""

    text: str
    persons: tuple[str, ...]


def told(workspace: Workspace, application: Application, person: str) -> Told:
    """What to tell those who were given the application and have no conflict.

    Raises:
        BadRequestError: no letter stands, it is held, or ``person`` is not the office.
    """
    LetterDesk(workspace, application, person).require(permitted.SEND)
    issued = LetterDesk(workspace, application, person).standing()
    if issued is None or issued.state is not LetterState.ISSUED:
        raise BadRequestError(
            f"No letter of {application.reference} has gone out and stands, so there is no outcome to tell."
        )
    return told_of(PanelTable(workspace, application, person), issued)


def told_of(table: PanelTable, issued: IssuedLetter) -> Told:
    """The same for a letter that stands; whether it is to be told is for the caller to say."""
    left = {one.person for one in table.persons if one.left}
    judges = tuple(one for one in table.judges(table.in_force) if one not in left)
    return Told(text=_text(table.workspace, table.application, issued), persons=judges)


def _text(workspace: Workspace, application: Application, issued: IssuedLetter) -> str:
    wording = Wording(workspace.scheme, workspace.settings())
    slots: Slots = {
        "reference": application.reference,
        "attempt": str(application.attempt),
        "letter_id": issued.letter,
        "issue_date": day_in_words(workspace.scheme.day_of(issued.at)) if issued.at else "",
        "outcome_heading": FromSetting(f"outcome_heading_{issued.outcome}"),
    }
    basis = Basis(section="tell")
    return " ".join(wording.must_say(passage, basis, slots).text for passage in _PASSAGES)
