"""A store in a temporary folder with a clock that ticks and ids that differ, and judgements to record in it."""

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


@pytest.fixture
def store(path, clock, new_id):
    with Store.open(path, clock=clock, new_id=new_id) as opened:
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
