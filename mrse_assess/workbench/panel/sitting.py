"""Who sits at the table of one panel, and whether they may record: presence, quorum, and what each is shown."""

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Meeting, Reveal
from mrse_assess.model.listing import counted
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workbench.panel.views import Presence
from mrse_assess.workbench.recording import Case


class Sitting:
    """The meeting of a panel as one person sees it."""

    def __init__(self, table: PanelTable) -> None:
        self._table = table

    def case(self) -> Case:
        """The application and attempt that records are about."""
        return Case(application=self._table.application.reference, attempt=self._table.application.attempt)

    def reveals(self) -> list[Reveal]:
        """An assessor who sits here is shown the others' assessments; their own stays sealed from now on."""
        table = self._table
        if table.person not in table.assessors:
            return []
        shown = {one.of for one in table.in_force.reveals if one.by == table.person}
        others = [one for one in sorted(table.assessors) if one != table.person and one not in shown]
        return [Reveal(**self.case(), of=other) for other in others]

    def meeting(self) -> Meeting:
        """The meeting that sits.

        Raises:
            BadRequestError: none does.
        """
        if self._table.meeting is None:
            raise BadRequestError("No meeting sits on this application. Say who is present first.")
        return self._table.meeting

    def require_quorum(self) -> Meeting:
        """The meeting, in which this person may record now.

        Raises:
            BadRequestError: none sits, or this person is not at the table, or too few are.
        """
        self._table.require_open()
        meeting = self.meeting()
        self.require_present(meeting)
        presence = self.presence(meeting)
        if not presence.quorum_met:
            raise BadRequestError(f"Nothing was recorded: {presence.words}.")
        return meeting

    def require_present(self, meeting: Meeting) -> None:
        """Refuse whoever is not among those present; without a register of persons nobody is.

        Raises:
            BadRequestError: this person is not.
        """
        table = self._table
        if table.persons and table.person not in meeting.present:
            raise BadRequestError("Nothing was recorded: you are not among those who are present.")

    def presence(self, meeting: Meeting | None) -> Presence:
        """Who is there, and whether that is enough; of no meeting, nobody is."""
        table = self._table
        recused = sum(one.conflicted for one in table.in_force.declarations)
        there = tuple(one for one in (meeting.present if meeting else ()) if one in table.may_take_part())
        needed = table.number("panel_quorum")
        met = needed is None or len(there) >= needed
        if needed is None:
            words = f"{counted(len(there), 'person')} present; the scheme has set no quorum"
        else:
            words = f"{len(there)} of {needed} present, {'quorum met' if met else 'no quorum'}"
        return Presence(present=there, recused=recused, quorum_met=met, words=words)
