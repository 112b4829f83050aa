"""A store in a temporary folder with a clock that ticks and ids that differ, and judgements to record in it."""

import inspect
import itertools
import uuid
from datetime import UTC, datetime, timedelta

import pytest

from mrse_assess.model.judgement import Judgement
from mrse_assess.records import Store, to_event
from mrse_assess.terms import Phase, Verdict


@pytest.fixture
def clock():
    ticks = itertools.count()
    return lambda: datetime(2026, 11, 21, 14, 2, 7, tzinfo=UTC) + timedelta(milliseconds=next(ticks))


@pytest.fixture
def new_id():
    return lambda: str(uuid.uuid4())


@pytest.fixture
def path(tmp_path):
    return tmp_path / "records" / "records.sqlite"


def pytest_generate_tests(metafunc):
    """A test of ``both_stores`` runs on either, unless it asks for the file."""
    if metafunc.definition.get_closest_marker("both_stores") and "kept_on" in metafunc.fixturenames:
        of_file = "path" in inspect.signature(metafunc.function).parameters
        of_file = of_file or metafunc.definition.get_closest_marker("in_a_file")
        metafunc.parametrize("kept_on", ["file"] if of_file else ["file", "server"], indirect=True)


@pytest.fixture
def kept_on(request):
    return getattr(request, "param", "file")


@pytest.fixture
def location(request, kept_on, path):
    """Where a store is to be opened: a file, or a new database of a server."""
    return path if kept_on == "file" else request.getfixturevalue("database_url")


@pytest.fixture
def store(location, clock, new_id):
    with Store.open(location, clock=clock, new_id=new_id) as opened:
        yield opened


@pytest.fixture
def judgement():
    """Makes a judgement by "jo" on item 7 for 4.2 of application A1, with what the test says otherwise."""

    def make(**said):
        usual = {
            "application": "A1",
            "attempt": 1,
            "phase": Phase.INDIVIDUAL,
            "assessor": "jo",
            "sub_category": "4.2",
            "evidence_id": "7",
            "verdict": Verdict.SATISFACTORY,
        }
        return Judgement(**{**usual, **said})

    return make


@pytest.fixture
def new_event(judgement, new_id):
    """Makes an act of recording a judgement; its id is new unless the test gives one."""

    def make(event=None, **said):
        value = judgement(**said)
        return to_event(value, event=event or new_id(), actor=value.assessor, scheme_version="test-1")

    return make
