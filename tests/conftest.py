"""Fixtures that every room's tests share."""

import importlib.util
import os
import sys
from pathlib import Path

import pytest


def _beside(name):
    """A module beside this file; tests are no package."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = sys.modules.setdefault(name, importlib.util.module_from_spec(spec))
    spec.loader.exec_module(module)
    return module


postgres_server = _beside("postgres_server")


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server of these tests' own; REQUIRE_POSTGRES=1 makes its absence a failure."""
    programs = postgres_server.programs()
    if programs is None:
        if os.environ.get("REQUIRE_POSTGRES") == "1":
            pytest.fail("REQUIRE_POSTGRES is set and PostgreSQL is not installed")
        pytest.skip("PostgreSQL is not installed")
    running = postgres_server.Server.made(programs)
    yield running
    running.remove()


@pytest.fixture
def database(server):
    """The name of a new, empty database."""
    return server.new_database()


@pytest.fixture
def database_url(server, database):
    """The URL of a new, empty database for the office's login."""
    return server.url(database)
