"""The records of one application as the panel may see them, kept up to date."""

import random
from collections.abc import Sequence
from functools import cached_property

from mrse_assess.errors import BadRequestError, StaleWriteError
from mrse_assess.model.acts import Meeting, Person
from mrse_assess.model.decision import Decision
from mrse_assess.model.judgement import Judgements, SettingValue
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.panel.agenda import Agenda, agenda, unsettled
from mrse_assess.panel.weighing import Weighing
from mrse_assess.records import Event, InForce, in_force, to_event
from mrse_assess.records.payloads import Value
from mrse_assess.rules import decide
from mrse_assess.terms import EventKind, Role
from mrse_assess.workbench.corrected import Corrections
from mrse_assess.workbench.registering.third import third_of
from mrse_assess.workbench.registering.wording import THIRD, THIRD_FIRST
from mrse_assess.workbench.resubmission.carrying import as_one_side
from mrse_assess.workbench.whole import WholeCase
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.people import People
from mrse_assess.workspace.visibility import is_conflicted, judging, matrix, sealed, standing

_OPEN = "Assessments are still open. The panel can sit when every assessor has sealed."
_NOTHING_HERE = "There is nothing here for you to moderate."
_CLOSED_TO = {"chair_waiting": _OPEN, "judging": "Seal your own assessment first; until then no other is shown."}
_NOT_YET = "The panel cannot sit yet. The office is told why."

_CHANGES_NOTHING = frozenset({EventKind.ON_TABLE, EventKind.REVEAL})  # where somebody looks, not what is settled


class PanelTable:
    """One application before the panel, as ``person`` sees it. Derived values live until something is recorded."""

    def __init__(self, workspace: Workspace, application: Application, person: str) -> None:
        self.workspace = workspace
        self.application = application
        self.person = person
        self.people = People(workspace)
        self._weighing: Weighing | None = None
        self._portfolio: tuple[Corrections, Portfolio] | None = None
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
    def left(self) -> int:
        """How many units are still to be settled; told without weighing them, which takes seconds."""
        return unsettled(self._state.sides, self.assessors, self.workspace.scheme)

    @property
    def decision(self) -> Decision:
        """The rules applied to everything in force."""
        return self._state.decision

    @property
    def portfolio(self) -> Portfolio:
        """The portfolio with the corrections that all assessors made alike: read once for as long as these stay."""
        agreed = Corrections.agreed(self.in_force)
        if self._portfolio is None or self._portfolio[0] != agreed:
            self._portfolio = (agreed, self.whole.portfolio)
        return self._portfolio[1]

    def weighing(self, judgements: Judgements) -> Weighing:
        """What hangs on each unit: worked out once, since nothing that the panel settles changes it."""
        now = Weighing.of(judgements, self.assessors, self.workspace.scheme, self.whole.readings)
        if self._weighing != now:
            self._weighing = now
        return self._weighing

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
        found, rules, here = self.in_force, matrix(), self._state.standing
        if here not in {"alone", "sealed"} and not rules.may_see(here, "others_judged"):
            return _CLOSED_TO.get(here, _NOTHING_HERE)
        made = len(self.judges(found))
        if not made or any(one not in sealed(found) for one in self.judges(found)):
            return _OPEN
        needed = self.number("assessors_needed")
        if needed is not None and made < needed:
            return f"{needed} assessments are needed; {made} were made."
        third = third_of(self.whole)
        if not third.ground:
            return ""
        return f"{THIRD[third.ground]} {THIRD_FIRST}" if rules.may_see(here, "third") else _NOT_YET

    def not_shown(self) -> str:
        """Why this person may begin a meeting and is shown nothing yet: a sealed assessor before they sit down."""
        if self._state.standing != "sealed":
            return ""
        if self.meeting is None:
            return "Once a meeting begins with you in it, the others' assessments are open to you and yours is closed."
        return "A meeting sits. Once you sit down, the others' assessments are open to you and yours is closed."

    def require_open(self) -> None:
        """Refuse what only a panel that may look can do.

        Raises:
            BadRequestError: it may not yet, and why.
        """
        if self.people.standing(self.person, self.application) != self._state.standing:
            self.catch_up()  # recused, or taken off it, since this page last looked
        if why := self.why_not():
            raise BadRequestError(why)

    def require_shown(self) -> None:
        """Refuse to show the assessments to somebody to whom they are not open yet.

        Raises:
            BadRequestError: they are not, and from when on they are.
        """
        self.require_open()
        if why := self.not_shown():
            raise BadRequestError(why)

    def may_take_part(self) -> tuple[str, ...]:
        """Chair and assessors without a conflict, in natural order."""
        chairs = tuple(one.person for one in self.persons if Role.CHAIR in one.roles and not one.left)
        known = dict.fromkeys((*chairs, *self.judges(self.in_force), *(() if self.persons else (self.person,))))
        return tuple(person for person in known if not is_conflicted(person, self.in_force))

    def record(self, *values: Value) -> Event:
        """Append acts of this person in one transaction; durable when this returns the last one's event.

        Raises:
            StaleWriteError: this person recorded something elsewhere since, or somebody else at this table did.
        """
        self.refuse_behind()
        version = self.workspace.scheme.version
        new = [
            to_event(value, event=self.workspace.new_id(), actor=self.person, scheme_version=version)
            for value in values
        ]
        stored = self.workspace.store.append_many(new, expected_head=self._head())
        self.catch_up()
        return stored[-1]

    def refuse_behind(self) -> None:
        """Refuse to record on what is no longer so.

        Raises:
            StaleWriteError: somebody else recorded something of the application since the records were read.
        """
        known = {event.event for event in self.events}
        now = self.workspace.store.events(application=self.application.reference)
        new = (event for event in now if event.event not in known and event.kind not in _CHANGES_NOTHING)
        others = [event for event in new if event.actor != self.person]
        if others:
            self.catch_up()
            raise StaleWriteError(
                f"Nothing was recorded: {others[-1].actor} recorded something here meanwhile. Look again, then record."
            )

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
            # one order for the application's whole life: a pack taken along, a page left open and every meeting agree
            first = self.events[0].hash if self.events else ""
            random.Random(f"{first}:{table.application.attempt}").shuffle(known)  # noqa: S311 - an order, no secret
        return tuple(known)

    @cached_property
    def agenda(self) -> Agenda:
        table, sides = self._table, self.sides
        return agenda(sides, self.assessors, table.workspace.scheme, table.whole.readings, table.weighing(sides))

    @cached_property
    def sides(self) -> Judgements:
        """Everybody's judgements, what stands from an earlier attempt as one side more."""
        return as_one_side(self._table.whole.judgements, self.in_force.judgements)

    @cached_property
    def standing(self) -> str:
        return standing(self._table.person, self.persons, self.in_force)

    @cached_property
    def decision(self) -> Decision:
        table = self._table
        return decide(table.whole.judgements, table.workspace.scheme, table.whole.readings)


def latest_of(meetings: Sequence[Meeting]) -> Meeting | None:
    """The meeting that sits, else the one recorded last."""
    return max(meetings, key=lambda one: (one.sitting, one.recorded_at), default=None)
