"""The panel under a person's own login to the database, which shows them what their standing sees and no more."""

import os
from unittest import mock

import pytest

from mrse_assess.cli.opening import new_id, now
from mrse_assess.workbench.panel.hall import Hall
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.people import People
from mrse_assess.workspace.server import granting

from ...workspace.conftest import RECEIVED, quiet
from ..conftest import write_portfolio
from .conftest import Judged

OFFICE = "scheme_office"
REFERENCE = "EX-1"


@pytest.fixture
def logins(server, database):
    names = {person: f"{person.lower()}_{database[-12:]}" for person in ("C", "A1", "A2")}
    yield names
    server.sql("DROP OWNED BY " + ", ".join(names.values()), database=database)
    server.sql(*(f"DROP ROLE {name}" for name in names.values()))


@pytest.fixture
def folder(server, database, logins, tmp_path):
    """A workspace on the server with one application that A1 and A2 sealed; they differ on 5.2, which decides."""
    url = f"postgresql:///{database}?host={server.folder}&port={server.port}"
    source = write_portfolio(tmp_path / "Portfolio.pdf")
    with (
        mock.patch.dict(os.environ, PGUSER=OFFICE),
        Workspace.create(tmp_path / "workspace", clock=now, new_id=new_id, server=url) as workspace,
    ):
        application = workspace.add(source, received_on=RECEIVED, tell=quiet, reference=REFERENCE)
        judged = Judged(workspace, application).register().setting(panel_quorum="3")
        for code in ("1.1", "8.2"):
            judged.written.fail(code)
        judged.written.fail("5.2", "A1", reason="undated")
        judged.sealed().parts()
        for person, login in logins.items():
            workspace.store.database.carry_out(granting(workspace.store, person, login))
    return tmp_path / "workspace"


@pytest.mark.parametrize(("person", "first", "then"), [("A1", "sealed", "panel"), ("C", "chair", "chair")])
def test_who_sealed_or_chairs_opens_the_panel_under_their_own_login(folder, logins, person, first, then):
    with (
        mock.patch.dict(os.environ, PGUSER=logins[person]),
        Workspace.open(folder, clock=now, new_id=new_id) as workspace,
    ):
        assert workspace.store.database.person == person
        people, application = People(workspace), workspace.application(REFERENCE)
        assert people.standing(person, application) == first
        session = Hall(workspace, person).open(REFERENCE)
        assert session.heading().why_not == ""
        session.sit("2026-11-22", ("C", "A1", "A2"), 7)
        assert people.standing(person, application) == then
        agenda = session.agenda()
        assert agenda.left > 0
        assert "5.2" in repr(agenda)
