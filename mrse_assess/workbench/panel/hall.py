"""The applications that somebody may bring before the panel, with what each still waits for."""

from concurrent.futures import Future
from dataclasses import dataclass

from mrse_assess.agreement import Level
from mrse_assess.errors import BadRequestError, MrseAssessError
from mrse_assess.workbench.agreeing import AgreementView, agreement
from mrse_assess.workbench.letter_life.session import LetterSession
from mrse_assess.workbench.panel.session import PanelSession
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.people import People
from mrse_assess.workspace.visibility import matrix

SEED = 1  # of the resampling: everybody sees the same intervals


@dataclass(frozen=True, kw_only=True)
class HallRow:
    """One application. ``why_not`` says what it waits for, "" when the panel can sit.

    ``left`` is how much is still to settle; None while that is not open to this person: sealed, and not yet sat down.
    """

    application: str
    attempt: int
    sitting: bool
    why_not: str
    left: int | None


class Hall:
    """What one person may moderate in a workspace."""

    def __init__(self, workspace: Workspace, person: str) -> None:
        self._workspace = workspace
        self._person = person

    def rows(self) -> tuple[HallRow, ...]:
        """Those that can be moderated now first; nothing of those that this person may not see."""
        rows = map(self._row, self._seen())
        return tuple(sorted(rows, key=lambda row: bool(row.why_not)))

    def agreement(self) -> "Future[AgreementView]":
        """How far assessors agree on the sub-categories of the applications that this person may see."""
        return self._workspace.background.submit(
            agreement, self._workspace, self._person, level=Level.CONCLUSION, seed=SEED
        )

    def open(self, reference: str) -> PanelSession:
        """The panel on one application.

        Raises:
            BadRequestError: there is none of this reference that this person may see; which there are is not said.
        """
        return PanelSession(self._workspace, self._known(reference), self._person)

    def letter(self, reference: str) -> LetterSession:
        """The letter of one application on a page.

        Raises:
            BadRequestError: there is none of this reference for this person, or they may not look at its letter.
        """
        return LetterSession(self._workspace, self._known(reference), self._person)

    def _known(self, reference: str) -> Application:
        for one in self._seen():
            if one.reference == reference:
                return one
        raise BadRequestError(f"There is no application {reference!r} here for you.")

    def _seen(self) -> list[Application]:
        people, rules = People(self._workspace), matrix()
        return [
            one for one in self._workspace.applications() if rules.may_see(people.standing(self._person, one), "entry")
        ]

    def _row(self, application: Application) -> HallRow:
        try:
            return self._row_of(PanelSession(self._workspace, application, self._person), application)
        except MrseAssessError as error:  # one that cannot be opened leaves the others within reach
            return HallRow(
                application=application.reference,
                attempt=application.attempt,
                sitting=False,
                why_not=str(error),
                left=None,
            )

    def _row_of(self, session: PanelSession, application: Application) -> HallRow:
        heading = session.heading()
        return HallRow(
            application=application.reference,
            attempt=heading.attempt,
            sitting=heading.sitting,
            why_not=heading.why_not,
            left=None if heading.why_not or heading.not_shown else session.agenda().left,
        )
