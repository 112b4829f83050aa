"""The applications that somebody may bring before the panel, with what each still waits for."""

from dataclasses import dataclass

from mrse_assess.workbench.panel.session import PanelSession
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.people import People
from mrse_assess.workspace.visibility import matrix


@dataclass(frozen=True, kw_only=True)
class HallRow:
    """One application. ``why_not`` says what it waits for, "" when the panel can sit; ``left`` is still to settle."""

    application: str
    attempt: int
    sitting: bool
    why_not: str
    left: int


class Hall:
    """What one person may moderate in a workspace."""

    def __init__(self, workspace: Workspace, person: str) -> None:
        self._workspace = workspace
        self._person = person

    def rows(self) -> tuple[HallRow, ...]:
        """Those that can be moderated now first; nothing of those that this person may not see."""
        people, rules = People(self._workspace), matrix()
        seen = [
            one for one in self._workspace.applications() if rules.may_see(people.standing(self._person, one), "entry")
        ]
        return tuple(sorted(map(self._row, (one.reference for one in seen)), key=lambda row: bool(row.why_not)))

    def open(self, reference: str) -> PanelSession:
        """The panel on one application; BadRequestError when there is none of this reference."""
        return PanelSession(self._workspace, self._workspace.application(reference), self._person)

    def _row(self, reference: str) -> HallRow:
        session = self.open(reference)
        heading = session.heading()
        return HallRow(
            application=reference,
            attempt=heading.attempt,
            sitting=heading.sitting,
            why_not=heading.why_not,
            left=0 if heading.why_not else session.agenda().left,
        )
