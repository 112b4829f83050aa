"""The records of one application as the panel may see them, kept up to date."""

import random
from collections.abc import Sequence
from functools import cached_property

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Meeting, Person
from mrse_assess.model.decision import Decision
from mrse_assess.model.judgement import SettingValue
from mrse_assess.panel.agenda import Agenda, agenda
from mrse_assess.records import Event, InForce, in_force, to_event
from mrse_assess.records.payloads import Value
from mrse_assess.rules import decide
from mrse_assess.terms import Role
from mrse_assess.workbench.resubmission.carrying import as_one_side
from mrse_assess.workbench.whole import WholeCase
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.people import People
from mrse_assess.workspace.visibility import is_conflicted, judging, matrix, sealed


class PanelTable:
    """One application before the panel, as ``person`` sees it. Derived values live until something is recorded."""

    def __init__(self, workspace: Workspace, application: Application, person: str) -> None:
        self.workspace = workspace
        self.application = application
        self.person = person
        self.people = People(workspace)
        self.catch_up()

    def catch_up(self) -> None:
        """Read the records anew."""
        self._state = _State(self)

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event of the application."""
        return self._state.events

    @property
    def in_force(self) -> InForce:
        """Everything in force."""
        return self._state.in_force

    @property
    def persons(self) -> tuple[Person, ...]:
        """The register; empty where there is none."""
        return self._state.persons

    @property
    def whole(self) -> WholeCase:
        """The application with everybody's records."""
        return self._state.whole

    @property
    def assessors(self) -> tuple[str, ...]:
        """Whose judgements are compared, in the order in which they are shown: by lot where names are hidden."""
        return self._state.assessors

    @property
    def agenda(self) -> Agenda:
        """The agenda by consequence."""
        return self._state.agenda

    @property
    def decision(self) -> Decision:
        """The rules applied to everything in force."""
        return self._state.decision

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that sits on the application now."""
        return next((one for one in self.in_force.meetings if one.sitting), None)

    @property
    def latest_meeting(self) -> Meeting | None:
        """The meeting that sits, or the one that sat last."""
        return latest_of(self.in_force.meetings)

    @property
    def names_hidden(self) -> bool:
        """Whether it stays hidden who judged what: the scheme's setting, hidden where it has set nothing."""
        return self.setting("panel_names") != "shown"

    def setting(self, key: str) -> str:
        """The value of a setting, "" while it is unset."""
        found: SettingValue | None = self._state.settings.get(key)
        return found.value if found else ""

    def number(self, key: str) -> int | None:
        """The value of a setting that is a number."""
        value = self.setting(key)
        return int(value) if value.isdecimal() else None

    def why_not(self) -> str:
        """Why the panel cannot look at the application yet, "" when it can."""
        found, rules = self.in_force, matrix()
        standing = self.people.standing(self.person, self.application)
        if standing not in {"alone", "sealed"} and not rules.may_see(standing, "others_judged"):
            if standing == "chair_waiting":
                return "Assessments are still open. The panel can sit when every assessor has sealed."
            if standing == "judging":
                return "Seal your own assessment first; until then no other is shown."
            return "There is nothing here for you to moderate."
        missing = [one for one in self.judges(found) if one not in sealed(found)]
        if missing or not self.judges(found):
            return "Assessments are still open. The panel can sit when every assessor has sealed."
        needed = self.number("assessors_needed")
        if needed is not None and len(self.judges(found)) < needed:
            return f"{needed} assessments are needed; {len(self.judges(found))} were made."
        return ""

    def require_open(self) -> None:
        """Refuse what only a panel that may look can do.

        Raises:
            BadRequestError: it may not yet, and why.
        """
        if why := self.why_not():
            raise BadRequestError(why)

    def may_take_part(self) -> tuple[str, ...]:
        """Chair and assessors without a conflict, in natural order."""
        chairs = tuple(one.person for one in self.persons if Role.CHAIR in one.roles and not one.left)
        known = dict.fromkeys((*chairs, *self.judges(self.in_force), *(() if self.persons else (self.person,))))
        return tuple(person for person in known if not is_conflicted(person, self.in_force))

    def record(self, *values: Value) -> Event:
        """Append acts of this person in one transaction; durable when this returns the last one's event.

        Raises:
            StaleWriteError: this person recorded something elsewhere since.
        """
        version = self.workspace.scheme.version
        new = [
            to_event(value, event=self.workspace.new_id(), actor=self.person, scheme_version=version)
            for value in values
        ]
        stored = self.workspace.store.append_many(new, expected_head=self._head())
        self.catch_up()
        return stored[-1]

    def _head(self) -> str | None:
        own = (event for event in reversed(self.events) if event.actor == self.person)
        return next((event.hash for event in own), None)

    def judges(self, found: InForce) -> tuple[str, ...]:
        """The assessors: those allocated, or in a workspace without a register those who judged."""
        if self.persons:
            return judging(found)
        judged = (*found.judgements.judgements, *found.judgements.conclusions)
        return tuple(dict.fromkeys(row.assessor for row in judged if row.phase == "individual"))


class _State:
    """What follows from the records at one moment."""

    def __init__(self, table: PanelTable) -> None:
        self._table = table
        self.events = table.workspace.store.events(application=table.application.reference)

    @cached_property
    def in_force(self) -> InForce:
        application = self._table.application
        return in_force(self.events, application.reference, application.attempt)

    @cached_property
    def persons(self) -> tuple[Person, ...]:
        return self._table.people.persons()

    @cached_property
    def settings(self) -> dict[str, SettingValue]:
        return dict(self._table.workspace.settings())

    @cached_property
    def whole(self) -> WholeCase:
        return WholeCase(self._table.workspace, self._table.application)

    @cached_property
    def assessors(self) -> tuple[str, ...]:
        table = self._table
        known = sorted(table.judges(self.in_force))
        if table.names_hidden:
            meeting = latest_of(self.in_force.meetings)
            seed = meeting.seed if meeting else 0
            random.Random(f"{table.application.reference}:{seed}").shuffle(known)  # noqa: S311 - an order, no secret
        return tuple(known)

    @cached_property
    def agenda(self) -> Agenda:
        table = self._table
        sides = as_one_side(table.whole.judgements, self.in_force.judgements)
        return agenda(sides, self.assessors, table.workspace.scheme, table.whole.readings)

    @cached_property
    def decision(self) -> Decision:
        table = self._table
        return decide(table.whole.judgements, table.workspace.scheme, table.whole.readings)


def latest_of(meetings: Sequence[Meeting]) -> Meeting | None:
    """The meeting that sits, else the one recorded last."""
    return max(meetings, key=lambda one: (one.sitting, one.recorded_at), default=None)
