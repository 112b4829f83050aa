"""A register of one application, and what was asked of it."""

from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date, datetime

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Registration
from mrse_assess.workbench.registering.views import (
    AssessorView,
    Known,
    PersonView,
    RegisterEntry,
    RegisterSheet,
    Stage,
    Wait,
    Waiting,
)
from mrse_assess.workspace.states import State

AT = datetime(2026, 9, 3, 14, 2, 7)  # noqa: DTZ001 - local time, as the page shows it
ENTRY = RegisterEntry(
    application="MRSE-2025-014",
    attempt=1,
    received=date(2026, 9, 2),
    state=State.SEALED,
    said=Registration(
        application="MRSE-2025-014", attempt=1, employer="<b>Northmere</b>", professional_role="mr_engineer",
        answers=date(2027, 3, 31), by="O",
    ),
    assessors=(
        AssessorView(
            person="A1", name="Dr Una Ashgrove", task="assess", stage=Stage.SEALED, allocated=True, given_by="O",
            given_at=AT,
        ),
        AssessorView(
            person="A2", name="A2", task="assess", stage=Stage.CONFLICT, allocated=False, kinds=("Works there",),
            why="We share a scanner.",
        ),
    ),
    needed="1 of 2 needed",
    waits=(Wait(of=Waiting.OFFICE, words="allocate 1 more (2 needed)"),),
    third="A third assessment is asked for.",
    third_asked=True,
    barred=("A1", "A2"),
    may_allocate=True,
    may_describe=True,
    may_read_letter=True,
    version="v1",
    said_version="s1",
)  # fmt: skip


@dataclass
class FakeRegister:
    """Answers as the workbench does; ``said`` is what was asked, in order."""

    said: list[tuple[object, ...]] = field(default_factory=list)
    entries: tuple[RegisterEntry, ...] = (ENTRY,)
    looked: "Future[tuple[str, ...]]" = field(default_factory=Future)
    refuse_looking: bool = False

    def sheet(self) -> RegisterSheet:
        persons = (PersonView(person="A3", name="Dr Tam Oyelaran", load=2), PersonView(person="A4", name="", load=0))
        roles, routes = (("mr_engineer", "Engineer"),), (("renewal", "Renewal of a certificate"),)
        return RegisterSheet(entries=self.entries, persons=persons, roles=roles, routes=routes, read_at=AT)

    def allocate(self, reference: str, to: str, seen: str) -> str:
        self._check(seen, "v1")
        self.said.append((reference, to))
        return f"{reference} is given to {to}."

    def take_off(self, reference: str, person: str, why: str, to: str, seen: str) -> str:
        self._check(seen, "v1")
        if not why:
            raise BadRequestError("Write why it is taken off.")
        self.said.append((reference, person, why, to))
        return f"{reference} is taken off {person}."

    def possible(self, reference: str, person: str) -> "Future[tuple[str, ...]]":
        if self.refuse_looking:
            raise BadRequestError(f"There is no application {reference!r} for you and {person}.")
        return self.looked

    def describe(self, reference: str, known: Known, seen: str) -> str:
        self._check(seen, "s1")
        self.said.append((reference, known))
        return f"{reference}: saved."

    def _check(self, seen: str, now: str) -> None:
        if seen != now:
            raise BadRequestError("It was changed meanwhile.")
