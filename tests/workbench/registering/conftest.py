"""A registered application before office and chair, with five assessors to give it to."""

import pytest

from mrse_assess.model import acts
from mrse_assess.model.judgement import OutcomeChoice
from mrse_assess.records import to_event
from mrse_assess.terms import OutcomeKind, Role
from mrse_assess.workbench.registering.desk import Registering

from ..panel.conftest import Judged


class Office(Judged):
    """The register's acts by anybody, and what they then read."""

    def register(self):
        super().register()
        for person in ("A4", "A5"):
            self.people.register(acts.Person(person=person, roles=(Role.ASSESSOR,)), "O")
        return self

    def persons(self):
        """Everybody, and nobody is given anything."""
        self.people.register(acts.Person(person="O", roles=(Role.OFFICE,), name="Wren Hale"), "O")
        self.people.register(acts.Person(person="C", roles=(Role.CHAIR,)), "O")
        for person in ("A1", "A2", "A3"):
            self.people.register(acts.Person(person=person, roles=(Role.ASSESSOR,)), "O")
        return self

    def desk(self, person="O"):
        return Registering(self.workspace, person)

    def entry(self, person="O"):
        entries = self.desk(person).sheet().entries
        return entries[0] if entries else None

    def waits(self, person="O"):
        return [f"{wait.of}: {wait.words}" for wait in self.entry(person).waits]

    def allocate(self, to, by="O", seen=None):
        return self.desk(by).allocate("EX-1", to, self.entry(by).version if seen is None else seen)

    def take_off(self, person, why="ill", to="", seen=None):
        return self.desk().take_off("EX-1", person, why, to, self.entry().version if seen is None else seen)

    def record(self, who, value):
        self.workspace.store.append(to_event(value, event=self.workspace.new_id(), actor=who))

    def outcome(self):
        of = {"application": "EX-1", "attempt": 1}
        chosen = OutcomeChoice(**of, outcome=OutcomeKind.AWARD, ground="", by="", recorded_at=None, event="")
        self.record("C", chosen)


@pytest.fixture
def office(workspace, application):
    return Office(workspace, application)
