"""Fixtures that every room's tests share."""

import importlib.util
import os
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("tests", deadline=None)  # how long an example takes is no property of the code
settings.load_profile("tests")


def _beside(name):
    """A module beside this file; tests are no package."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = sys.modules.setdefault(name, importlib.util.module_from_spec(spec))
    spec.loader.exec_module(module)
    return module


TESTS = Path(__file__).parent
SLOW = tomllib.loads((TESTS / "slow.toml").read_text(encoding="utf-8"))


def pytest_collection_modifyitems(items):
    """Mark as slow what ``slow.toml`` names, so that `make test` stays short enough to be run before every commit."""
    seen = set()
    for item in items:
        path = Path(str(item.fspath))
        if path.is_relative_to(TESTS) and _is_slow(path.relative_to(TESTS), item, seen):
            item.add_marker(pytest.mark.slow)


def _is_slow(path, item, seen):
    function = f"{path.as_posix()}::{getattr(item, 'originalname', item.name)}"
    if path.as_posix() in SLOW["files"] or function in SLOW["functions"]:
        return True
    again = function in seen
    seen.add(function)
    return again and path.parts[0] in SLOW["first_variant"]


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
