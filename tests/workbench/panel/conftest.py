"""A registered application, judged by two assessors who differ on a few things, sealed by both."""

from dataclasses import replace

import pytest

from mrse_assess.model import acts
from mrse_assess.records import to_event
from mrse_assess.terms import Role, Verdict
from mrse_assess.workbench.panel import PanelSession
from mrse_assess.workspace.people import People

from ...panel.conftest import NOT, Written

__all__ = ["NOT"]


class Judged:
    """Two assessors' rows, written into a workspace's records; :meth:`sealed` records them and both seals."""

    def __init__(self, workspace, application):
        self.workspace = workspace
        self.application = application
        self.written = Written(workspace.scheme)
        self.people = People(workspace)

    def register(self):
        self.people.register(acts.Person(person="O", roles=(Role.OFFICE,)), "O")
        self.people.register(acts.Person(person="C", roles=(Role.CHAIR,)), "O")
        for person in ("A1", "A2", "A3"):
            self.people.register(acts.Person(person=person, roles=(Role.ASSESSOR,)), "O")
        for person in ("A1", "A2"):
            self.people.allocate(self.application, person, "O")
            self.people.declare(self.application, person, conflicted=False)
        return self

    def setting(self, **values):
        for key, value in values.items():
            self.workspace.set_setting(key, value, "minute 4")
        return self

    def sealed(self, *assessors):
        of = {"application": self.application.reference, "attempt": 1}
        rows = [*self.written.items.values(), *self.written.wholes.values()]
        for who in ("A1", "A2"):
            values = [replace(row, **of) for row in rows if row.assessor == who]
            if not assessors or who in assessors:
                values.append(acts.Seal(**of, sealed=True))
            self._append(who, values)
        return self

    def parts(self):
        from mrse_assess.model.judgement import PartConfirmation

        of = {"application": self.application.reference, "attempt": 1}
        self._append(
            "O", [PartConfirmation(**of, part=part.id, confirmed=True) for part in self.workspace.scheme.parts]
        )
        return self

    def by(self, person):
        return PanelSession(self.workspace, self.workspace.application(self.application.reference), person)

    def _append(self, who, values):
        self.workspace.store.append_many(
            [to_event(value, event=self.workspace.new_id(), actor=who) for value in values]
        )


@pytest.fixture
def judged(workspace, application):
    return Judged(workspace, application)


@pytest.fixture
def differing(judged):
    """13 agreed, 5.2 open by verdict (it decides), 8.2 agreed not satisfactory for other reasons."""
    judged.register()
    for code in ("1.1", "8.2"):
        judged.written.fail(code)
    judged.written.item("A1", "8.2", "E8.2", reasons=("undated",), primary_reason="undated")
    judged.written.fail("5.2", "A1", reason="undated")
    return judged.sealed().parts()


def sat_down(judged, person="C", present=("C", "A1", "A2"), seed=7):
    session = judged.by(person)
    session.sit("2026-11-22", present, seed)
    return session


SAT = Verdict.SATISFACTORY
