"""Small cohorts, made once."""

import uuid
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from mrse_assess.simulation import Truth, default_parameters, simulate
from mrse_assess.workspace import Workspace


@dataclass(frozen=True)
class Cohort:
    """A simulated workspace and what is true of it."""

    folder: Path
    truth: Truth
    events: int

    def opened(self):
        """The workspace, on a day after everything."""
        return Workspace.open(
            self.folder, clock=lambda: datetime(2027, 3, 1, tzinfo=UTC), new_id=lambda: str(uuid.uuid4())
        )


def said(**tables):
    """The usual parameters with other values in some tables: ``course={"stopped": 0.0}``, ``judging=3``."""
    usual = default_parameters()
    given = {
        name: replace(getattr(usual, name), **values) if isinstance(values, dict) else values
        for name, values in tables.items()
    }
    return replace(usual, **given)


def made(folder, applications, seed, parameters, server=""):
    told = []
    done = simulate(
        folder,
        applications=applications,
        parameters=parameters,
        random=np.random.default_rng(seed),
        tell=lambda number, of: told.append((number, of)),
        server=server,
    )
    assert told == [(number, applications) for number in range(1, applications + 1)]
    return Cohort(folder=folder, truth=done.truth, events=done.events)


@pytest.fixture(scope="session")
def cohort(tmp_path_factory):
    """Thirty-six applications, many of which stop somewhere; three assessors each, many parts missing."""
    parameters = said(
        judging=3,
        course={"stopped": 0.4, "attempts_allowed": 3, "returns": 1.0, "not_awarded": 0.3},
        evidence={"part_absent": 0.06},
        assessors={"conflicted": 0.15},
    )
    return made(tmp_path_factory.mktemp("cohort") / "workspace", 36, 5, parameters)


@pytest.fixture(scope="session")
def workspace(cohort):
    with cohort.opened() as opened:
        yield opened


@pytest.fixture(scope="session")
def strict_and_mild(tmp_path_factory):
    """Fifty applications by five assessors who differ much, never refer anything, and always name the true reason."""
    parameters = said(
        assessors={
            "number": 5, "severity_spread": 1.2, "drift_spread": 0.0, "referred": 0.0, "named_truly": 1.0,
            "further_reason": 0.0, "conflicted": 0.0, "against_items": 0.0,
        },
        applicants={"ability": 1.0},
        course={"stopped": 0.0, "returns": 0.0},
        judging=3,
    )  # fmt: skip
    return made(tmp_path_factory.mktemp("strict") / "workspace", 50, 11, parameters)


@pytest.fixture
def of_application():
    """Groups records by application."""

    def grouped(events):
        found = defaultdict(list)
        for event in events:
            found[event.application].append(event)
        return found

    return grouped
