"""The applications that somebody may bring before the panel, with what each still waits for."""

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace

from mrse_assess.agreement import Level
from mrse_assess.errors import BadRequestError, MrseAssessError
from mrse_assess.records import InForce
from mrse_assess.workbench.agreeing import AgreementView, agreement
from mrse_assess.workbench.letter_life.session import LetterSession
from mrse_assess.workbench.panel.session import PanelSession
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.people import People
from mrse_assess.workspace.states import OVER, state_of
from mrse_assess.workspace.visibility import matrix, standing

SEED = 1  # of the resampling: everybody sees the same intervals


@dataclass(frozen=True, kw_only=True)
class HallRow:
    """One application. ``why_not`` says what it waits for, "" when the panel can sit.

    ``left`` is how much is still to settle; None while that is not open to this person: sealed, and not yet sat down.
    ``over`` says what has come of it, "" while the outcome is not chosen.
    """

    application: str
    attempt: int
    sitting: bool = False
    why_not: str = ""
    left: int | None = None
    over: str = ""


class Hall:
    """What one person may moderate in a workspace."""

    def __init__(self, workspace: Workspace, person: str) -> None:
        self._workspace = workspace
        self._person = person

    def rows(self) -> tuple[HallRow, ...]:
        """Those on which the panel sits or can sit first, then those that wait, then those that are over.

        Nothing of those that this person may not see.
        """
        rows = (self._row(*seen) for seen in self._seen())
        return tuple(sorted(rows, key=lambda row: (bool(row.over), bool(row.why_not), not row.sitting)))

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
        for one, _, _ in self._seen(reference):
            return one
        raise BadRequestError(f"There is no application {reference!r} here for you.")

    def _seen(self, reference: str = "") -> Iterator[tuple[Application, InForce, str]]:
        """Each application (or the one of this reference) of which this person may know, what is in force, as whom."""
        people, rules = People(self._workspace), matrix()
        persons = people.persons()
        for one in self._workspace.applications():
            if not reference or one.reference == reference:
                found = people.in_force(one)
                here = standing(self._person, persons, found)
                if rules.may_see(here, "entry"):
                    yield one, found, here

    def _row(self, application: Application, found: InForce, here: str) -> HallRow:
        row = HallRow(application=application.reference, attempt=application.attempt)
        state = state_of(found)
        sits = any(one.sitting for one in found.meetings)
        if state in OVER and not sits and matrix().may_see(here, "decision"):
            return replace(row, over=state.words)
        try:
            session = PanelSession(self._workspace, application, self._person)
            heading = session.heading()
            left = None if heading.why_not or heading.not_shown else session.left()
        except MrseAssessError as error:  # one that cannot be opened leaves the others within reach
            return replace(row, why_not=str(error))
        return replace(row, sitting=heading.sitting, why_not=heading.why_not, left=left)
