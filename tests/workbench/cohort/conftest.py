"""A workspace with the records of several invented applications, written without portfolios: statistics read none."""

import itertools
from datetime import UTC, date, datetime, timedelta

import pytest

from mrse_assess.model import acts
from mrse_assess.model.judgement import Conclusion, Judgement, OutcomeChoice, PartConfirmation
from mrse_assess.records import to_event
from mrse_assess.scheme import load_scheme
from mrse_assess.terms import OutcomeKind, Phase, Role, Verdict
from mrse_assess.workspace import Workspace

from ...workspace.conftest import counting_ids

SCHEME = load_scheme()
GOOD, BAD = Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY
REFERENCES = {"1.1", "1.2", "5.1"}
START = datetime(2026, 3, 1, 9, tzinfo=UTC)
PERSONS = {
    "O": (Role.OFFICE,),
    "C": (Role.CHAIR,),
    "A1": (Role.ASSESSOR,),
    "A2": (Role.ASSESSOR,),
    "A3": (Role.ASSESSOR,),
}


class Days:
    """A clock that ticks a second at each look, and goes on to a day when told."""

    def __init__(self):
        self._seconds = itertools.count()
        self._day = START

    def __call__(self):
        return self._day + timedelta(seconds=next(self._seconds))

    def to(self, day):
        self._day = START + timedelta(days=day)


class Office:
    """Writes down what people do. Everything is found satisfactory by everybody, unless ``fails`` names it."""

    def __init__(self, workspace, clock):
        self.workspace = workspace
        self.clock = clock

    def said(self, *values, by):
        version = self.workspace.scheme.version
        new = [to_event(one, event=self.workspace.new_id(), actor=by, scheme_version=version) for one in values]
        return self.workspace.store.append_many(new)

    def register(self):
        self.said(*(acts.Person(person=one, roles=roles) for one, roles in PERSONS.items()), by="O")

    def receive(self, reference, attempt=1, **said):
        own = {"application": reference, "attempt": attempt}
        entry = {"received_on": date(2026, 3, 1), "portfolio_digest": "d"}
        self.said(acts.ApplicationEntry(**own, **entry | said), by="O")
        return own

    def give(self, own, *people):
        self.said(*(acts.Allocation(**own, person=one, allocated=True, task="assess") for one in people), by="O")
        for one in people:
            self.said(acts.Declaration(**own, conflicted=False), by=one)

    def confirm_parts(self, own):
        self.said(*(PartConfirmation(**own, part=part.id, confirmed=True) for part in SCHEME.parts), by="O")

    def judge(self, own, who, *, codes=SCHEME.codes, fails=(), phase=Phase.INDIVIDUAL, **said):
        rows = []
        for code in codes:
            verdict = BAD if code in fails else GOOD
            reasons = ("undated",) if code in fails else ()
            common = {**own, "phase": phase, "assessor": who, "sub_category": code, "verdict": verdict, **said}
            marks = {"mhra_reference": code in REFERENCES, "feedback": "Words to the applicant"}
            given = {"reasons": reasons, "primary_reason": "".join(reasons)}
            rows += [
                Judgement(**common, **given, **marks, evidence_id=item, independent_group=item)
                for item in (("E3a", "E3b") if code == "3" else (f"E{code}",))
            ]
            rows.append(Conclusion(**common, **given))
        return self.said(*rows, by=who)

    def seal(self, own, who, *, sealed=True, why=""):
        return self.said(acts.Seal(**own, sealed=sealed, why=why), by=who)

    def meet(self, own):
        self.said(acts.Meeting(**own, meeting="M", sitting=True, present=("C", "A1", "A2")), by="C")

    def choose(self, own, kind):
        choice = OutcomeChoice(**own, outcome=kind, ground="Words of the panel", by="", recorded_at=None, event="")
        return self.said(choice, by="C")

    def issue(self, own, letter, kind):
        self.said(acts.Issue(**own, letter=letter, outcome=kind, head="h"), by="O")

    def purge(self, own):
        said = to_event(acts.Purge(**own, why="five years"), event=self.workspace.new_id(), actor="O")
        self.workspace.store.erase_texts(said)

    # ------------------------------------------------------------ whole applications

    def decided(self, reference, kind=OutcomeKind.AWARD, *, fails=(), day=0):
        """Judged alike by A1 and A2 in ten days, decided on the twentieth, its letter on the twenty-second."""
        self.clock.to(day)
        own = self.receive(reference)
        self.give(own, "A1", "A2")
        self.confirm_parts(own)
        self.clock.to(day + 10)
        for who in ("A1", "A2"):
            self.judge(own, who, fails=fails)
            self.seal(own, who)
        self.clock.to(day + 20)
        self.meet(own)
        self.choose(own, kind)
        self.clock.to(day + 22)
        self.issue(own, f"L-{reference}", kind)
        return own

    def judging(self, reference):
        """Given to A1 and A2; A1 has judged everything, A2 nothing."""
        self.clock.to(0)
        own = self.receive(reference)
        self.give(own, "A1", "A2")
        self.clock.to(5)
        self.judge(own, "A1")
        return own


@pytest.fixture
def clock():
    return Days()


@pytest.fixture
def workspace(tmp_path, clock):
    with Workspace.create(tmp_path / "workspace", clock=clock, new_id=counting_ids()) as opened:
        yield opened


@pytest.fixture
def office(workspace, clock):
    made = Office(workspace, clock)
    made.register()
    return made
