"""A whole cohort in a new workspace."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from numpy.random import Generator

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Person
from mrse_assess.model.portfolio import Authentication, Portfolio
from mrse_assess.model.problem import Problem
from mrse_assess.simulation.attempt import CHAIR, World
from mrse_assess.simulation.course import Course, Plan
from mrse_assess.simulation.days import YEAR
from mrse_assess.simulation.parameters import Parameters, Words
from mrse_assess.simulation.pen import Pen, SetClock, ids_from
from mrse_assess.simulation.population import Population, drawn_population
from mrse_assess.simulation.truth import TrueApplication, Truth, truth_as_json
from mrse_assess.terms import OutcomeKind, Role, Severity
from mrse_assess.workspace import OFFICE, Workspace
from mrse_assess.workspace.codec import portfolio_to_json
from mrse_assess.workspace.files import write_durably
from mrse_assess.workspace.states import State

TRUTH_FILE = "truth.json"
NO_FILES = "simulated-without-files"
LAST_STATES = (
    State.RECEIVED, State.HANDED_BACK, State.ALLOCATED, State.DECLARED, State.JUDGING, State.SEALED, State.PANEL,
    State.DECIDED, State.HELD,
)  # fmt: skip
"""The states before the letter, at each of which some applications stop."""

_AGAIN = "new_application"
"""The route of somebody who was not awarded and applies anew."""
_OPENING = time(9, tzinfo=UTC)
_PREPARING = timedelta(days=30)
Tell = Callable[[int, int], None]
"""Told how many applications of how many are made."""


@dataclass(frozen=True, kw_only=True)
class Made:
    """What was made: the truth, where it is written, and how many records there are."""

    truth: Truth
    truth_file: Path
    events: int


def simulate(
    folder: Path, *, applications: int, parameters: Parameters, random: Generator, tell: Tell, server: str = ""
) -> Made:
    """Make a workspace with so many applications. The same generator and parameters give the same records.

    Args:
        folder: a new one; what is true lies in it as :data:`TRUTH_FILE`.
        applications: how many.
        parameters: what everything is drawn from.
        random: where from.
        tell: is told how far it has come.
        server: the URL of an empty database for the records, "" for a file in the folder.

    Raises:
        BadRequestError: something lies in the folder, or there would be nobody to judge.
    """
    if applications < 1 or parameters.assessors.number <= parameters.judging:
        raise BadRequestError("A cohort needs an application, and more assessors than judge each of them.")
    begin = datetime.combine(parameters.calendar.first_day, _OPENING)
    clock, new_id = SetClock(begin - _PREPARING), ids_from(random)
    with Workspace.create(folder, clock=clock, new_id=new_id, server=server) as workspace:
        population = drawn_population(workspace.scheme, parameters, random)
        _set(workspace, parameters)
        reading = _keep_reading(workspace, parameters.words)
        with workspace.store.append_in_bulk() as bulk:
            end = begin + parameters.calendar.years * YEAR + timedelta(days=parameters.calendar.reach_days)
            pen = Pen(bulk, clock, new_id, scheme_version=workspace.scheme.version, end=end)
            _register_persons(pen, population, begin - _PREPARING)
            world = World(population=population, pen=pen, settings=workspace.settings(), reading=reading)
            made = tuple(_applications(world, random, applications, tell))
        truth = Truth(
            parameters=parameters,
            assessors=population.assessors,
            sub_categories=population.sub_categories,
            applications=made,
        )
        truth_file = workspace.layout.folder / TRUTH_FILE
        write_durably(truth_file, truth_as_json(truth))
        return Made(truth=truth, truth_file=truth_file, events=pen.written)


def _applications(world: World, random: Generator, number: int, tell: Tell) -> Iterator[TrueApplication]:
    """The applications in the order of receipt; somebody who was not awarded may apply anew."""
    refused: list[tuple[datetime, str]] = []  # with the day of the letter
    received = sorted(_moments(world.population.parameters, random, number))
    numbers: dict[int, int] = {}
    stopped = 0
    for place, moment in enumerate(received):
        (own,) = random.spawn(1)
        numbers[moment.year] = numbers.get(moment.year, 0) + 1
        is_stopped = own.random() < world.population.parameters.course.stopped
        last = LAST_STATES[stopped % len(LAST_STATES)] if is_stopped else None
        stopped += is_stopped
        may_follow = bool(refused) and min(refused)[0] < moment
        follows = ""
        if may_follow and own.random() < world.population.parameters.course.reapplies:
            follows = refused.pop(refused.index(min(refused)))[1]
        reference = f"SIM-{moment.year}-{numbers[moment.year]:04d}"
        plan = _plan(world.population, own, reference, place + 1, moment, last=last, follows=follows)
        course = Course(world, own, plan)
        told = course.run()
        if course.issued and told.attempts[-1].outcome is OutcomeKind.NOT_AWARDED:
            refused.append((course.issued, reference))
        yield told
        tell(place + 1, number)


def _plan(
    population: Population,
    random: Generator,
    reference: str,
    number: int,
    received: datetime,
    *,
    last: State | None,
    follows: str,
) -> Plan:
    said, calendar = population.parameters.applicants, population.parameters.calendar
    role = _drawn(random, said.roles)
    guidance = [one for one in calendar.guidance if one.from_day <= received.date()][-1]
    years = (received.date() - calendar.first_day) / YEAR
    ability = said.ability + random.normal(0.0, said.spread) + said.drift * years
    return Plan(
        reference=reference,
        number=number,
        role=role,
        route=_AGAIN if follows else _drawn(random, said.routes),
        employer=int(random.integers(said.employers)) + 1,
        guidance=guidance.version,
        ability=float(ability + said.role_shifts.get(role, 0.0) + guidance.shift),
        received=received,
        last=last,
        follows=follows,
    )


def _moments(parameters: Parameters, random: Generator, number: int) -> Iterator[datetime]:
    """Days of receipt, spread evenly over the years, at some minute of a working day."""
    begin = datetime.combine(parameters.calendar.first_day, _OPENING)
    days = random.random(number) * parameters.calendar.years * (YEAR / timedelta(days=1))
    minutes = random.integers(0, 8 * 60, number)
    for day, minute in zip(days.tolist(), minutes.tolist(), strict=True):
        yield begin + timedelta(days=int(day), minutes=int(minute))


def _drawn(random: Generator, parts: Mapping[str, float]) -> str:
    """One of the names, each as often as it has parts."""
    names, total = list(parts), sum(parts.values())
    return names[int(random.choice(len(names), p=[part / total for part in parts.values()]))]


def _set(workspace: Workspace, parameters: Parameters) -> None:
    numbers = {
        "assessors_needed": str(parameters.judging),
        "attempts_allowed": str(parameters.course.attempts_allowed),
    }
    for key, value in {**parameters.settings, **numbers}.items():
        workspace.set_setting(key, value, parameters.words.source, invented=True)


def _register_persons(pen: Pen, population: Population, at: datetime) -> None:
    """Office, chair and assessors, none of whom is anybody."""
    named = [(OFFICE, Role.OFFICE), (CHAIR, Role.CHAIR)]
    named += [(one.person, Role.ASSESSOR) for one in population.assessors]
    for number, (person, role) in enumerate(named):
        said = Person(person=person, roles=(role,), name=f"{person} (simulated)")
        pen.record(at + timedelta(minutes=number + 1), OFFICE, said)


def _keep_reading(workspace: Workspace, words: Words) -> str:
    """What was read of every portfolio: that there are no files. Returns what names it."""
    told = Problem(code=NO_FILES, severity=Severity.ERROR, found=words.no_files, advice=words.no_files_advice)
    nothing = Portfolio(
        applicant_name=None,
        submitted_on=None,
        documents=(),
        tables=(),
        contents_list=None,
        cross_references=(),
        authentication=Authentication(present=False),
        evidence=(),
        unresolved=(),
        orphans=(),
        problems=(told,),
    )
    data = portfolio_to_json(nothing)
    digest = hashlib.sha256(data).hexdigest()
    write_durably(workspace.layout.readings / f"{digest}.json", data)
    return digest
