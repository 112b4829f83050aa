"""A registered application whose panel has settled everything and chosen an outcome; its settings have a source."""

import itertools
import shutil
import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from mrse_assess.model import acts
from mrse_assess.records import to_event
from mrse_assess.terms import OutcomeKind, Role
from mrse_assess.workbench.letter_life import LetterDesk
from mrse_assess.workbench.panel import PanelSession
from mrse_assess.workbench.whole import WholeCase
from mrse_assess.workspace import Workspace

from ...letter.conftest import SETTINGS, SOURCE
from ...workspace.conftest import ticking_clock
from ..panel.conftest import Judged

CHOSE, ISSUES, SIGNS = "C", "O", "O2"


class Settled(Judged):
    """What :class:`Judged` writes, and after it the meeting and the letter."""

    def persons(self):
        self.people.register(acts.Person(person=SIGNS, roles=(Role.OFFICE,)), ISSUES)
        self.people.register(
            acts.Person(person="A1", roles=(Role.ASSESSOR,), name="Dr Ann Quillfeather", other_names="Ann Ormskirk"),
            ISSUES,
        )
        return self

    def settings(self):
        for key, value in {**SETTINGS, "certificate_validity": "not_applicable"}.items():
            self.workspace.set_setting(key, value, SOURCE)
        return self

    def met(self, *, accept=True):
        """The panel sits and accepts what is agreed."""
        self.session().sit("2026-11-18", (CHOSE, "A1", "A2"), 7)
        if accept:
            self.session().accept()
        return self

    def session(self):
        return PanelSession(self.workspace, self.application, CHOSE)

    def chose(self, kind=OutcomeKind.AWARD, ground="as the rules stand"):
        self.session().choose_outcome(kind, ground)
        return self

    def desk(self, person=ISSUES):
        return LetterDesk(self.workspace, self.workspace.application(self.application.reference), person)

    def signed(self, person=SIGNS):
        self.desk(person).sign_off()
        return self

    def issued(self, person=ISSUES):
        return self.desk(person).issue()

    def codes(self, person=ISSUES):
        return {refusal.code for refusal in self.desk(person).grounds()}

    def says(self, who, value):
        """Record an act of somebody as it is."""
        new = to_event(value, event=self.workspace.new_id(), actor=who)
        return self.workspace.store.append(new)

    def item(self, who, code, **said):
        """Put another judgement in the place of one of the assessor's."""
        row = next(row for (one, at, _), row in self.written.items.items() if (one, at) == (who, code))
        return self.says(who, replace(row, application=self.application.reference, **said))


def opened(folder, days):
    """A workspace whose clock begins so many days after the first, and whose ids are like no other's."""
    numbers = itertools.count(10_000 * (days + 1))
    tick = ticking_clock()
    return Workspace.open(
        folder, clock=lambda: tick() + timedelta(days=days), new_id=lambda: str(uuid.UUID(int=next(numbers)))
    )


@pytest.fixture(scope="session")
def chosen_once(taken_in, tmp_path_factory):
    """The folder of a workspace in which everything is satisfactory and accepted, and the chair chose the award."""
    folder = shutil.copytree(taken_in[0], tmp_path_factory.mktemp("chosen") / "workspace")
    with opened(folder, 0) as workspace:
        settled = Settled(workspace, workspace.application(taken_in[1]))
        settled.register().persons().settings().sealed().parts().met().chose()
    return folder, taken_in[1]


@pytest.fixture(scope="session")
def judged_once(taken_in, tmp_path_factory):
    """The folder of one in which two assessors have judged and sealed, and no panel has met."""
    folder = shutil.copytree(taken_in[0], tmp_path_factory.mktemp("judged") / "workspace")
    with opened(folder, 0) as workspace:
        settled = Settled(workspace, workspace.application(taken_in[1]))
        settled.written.fail("5.2")
        settled.written.item("A1", "5.2", "E5.2", reasons=("undated",), primary_reason="undated")
        for who in ("A1", "A2"):
            settled.written.item(who, "5.2", "E5.2", page="page 2 of Portfolio.pdf", seen="a note without a date")
        settled.register().persons().settings().sealed().parts()
    return folder, taken_in[1]


@pytest.fixture
def chosen(chosen_once, tmp_path):
    """The certificate awarded by the chair, nothing signed off."""
    folder, reference = chosen_once
    with opened(shutil.copytree(folder, tmp_path / "workspace"), 1) as workspace:
        yield Settled(workspace, workspace.application(reference))


@pytest.fixture
def differing(judged_once, tmp_path):
    """Two sealed assessments that give other reasons on 5.2, so that the award does not hang on the panel."""
    folder, reference = judged_once
    with opened(shutil.copytree(folder, tmp_path / "workspace"), 1) as workspace:
        yield Settled(workspace, workspace.application(reference))


@pytest.fixture(scope="session")
def issued_once(chosen_once, tmp_path_factory):
    """The folder of a workspace whose letter was signed off and issued."""
    folder, reference = chosen_once
    copy = shutil.copytree(folder, tmp_path_factory.mktemp("issued") / "workspace")
    with opened(copy, 1) as workspace:
        Settled(workspace, workspace.application(reference)).signed().issued()
    return copy, reference


@pytest.fixture
def issued(issued_once, tmp_path):
    """A letter that was signed off and issued on 22 November 2026."""
    folder, reference = issued_once
    with opened(shutil.copytree(folder, tmp_path / "workspace"), 2) as workspace:
        yield Settled(workspace, workspace.application(reference))


@pytest.fixture
def alone(workspace, application):
    """One assessor's work in a workspace without a register; "office" chose the outcome."""
    settled = Settled(workspace, application).settings()
    settled.sealed("A1")
    settled.parts()
    WholeCase(workspace, application).choose_outcome(OutcomeKind.AWARD, "as the rules stand", "office")
    return settled


def pytest_addoption(parser):
    parser.addoption("--golden-letters-update", action="store_true", help="rewrite the golden issued letters")
