"""What a reader may see of each application in a cohort, from the few facts that a standing follows from."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any, Final

from mrse_assess.model.acts import Allocation, Declaration, Person, Reveal, Seal
from mrse_assess.model.judgement import Judgements, OutcomeChoice
from mrse_assess.records import InForce
from mrse_assess.terms import OutcomeKind
from mrse_assess.workspace.visibility import has_declared, is_conflicted, matrix, sealed, standing

_ONE_OF_A_COHORT: Final = ("entry", "statistics")
_DECIDED: Final = ("decision", "moderation")
_OTHERS_JUDGED: Final = "others_judged"
_EVERYTHING: Final = ""
"""The reader who keeps the folder: as in the register, nothing of the cohort is kept from whoever has the files."""


class Right(IntEnum):
    """How much of one attempt a reader sees in a cohort; each has what those before it have."""

    NOTHING = 0
    WAITING = 1  # that it is there, and how far it has come
    DECIDED = 2  # what came of it
    JUDGED = 3  # what each assessor said


@dataclass(frozen=True, kw_only=True)
class Access:
    """Of one attempt: to whom it is given, who declared, who has an interest, who sealed, and who was shown whose."""

    attempt: int
    given: tuple[str, ...]
    declared: tuple[str, ...]
    conflicted: tuple[str, ...]
    sealed: tuple[str, ...]
    shown: tuple[tuple[str, str], ...]
    chosen: str  # the outcome, "" while there is none

    @classmethod
    def of(cls, found: InForce) -> "Access":
        """Those facts of everything in force."""
        said = dict.fromkeys(one.by for one in found.declarations)
        return cls(
            attempt=found.attempt,
            given=tuple(one.person for one in found.allocations if one.allocated),
            declared=tuple(person for person in said if has_declared(person, found)),
            conflicted=tuple(person for person in said if is_conflicted(person, found)),
            sealed=tuple(sorted(sealed(found))),
            shown=tuple((one.by, one.of) for one in found.reveals),
            chosen=str(found.outcome.outcome) if found.outcome else "",
        )

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "Access":
        """The inverse of :meth:`as_json`; TypeError or ValueError for anything else."""
        names = ("given", "declared", "conflicted", "sealed")
        said = {name: tuple(map(str, value[name])) for name in names}
        shown = tuple((str(by), str(of)) for by, of in value["shown"])
        return cls(attempt=int(value["attempt"]), chosen=str(value["chosen"]), shown=shown, **said)

    def as_json(self) -> dict[str, Any]:
        """The facts as JSON values."""
        return asdict(self)

    def found(self) -> InForce:
        """As :func:`~mrse_assess.workspace.visibility.standing` takes them; all else is empty."""
        case = {"application": "", "attempt": self.attempt}
        return InForce(
            **case,  # type: ignore[arg-type]
            entry=None,
            judgements=Judgements(**case),  # type: ignore[arg-type]
            outcome=_chosen(self.chosen, self.attempt) if self.chosen else None,
            readings=(), corrections=(), item_spans=(), page_offsets=(), quotes=(), notes=(), parked=(), dismissals=(),
            seals=tuple(Seal(**case, by=one, sealed=True) for one in self.sealed),  # type: ignore[arg-type]
            reveals=tuple(Reveal(**case, by=by, of=of) for by, of in self.shown),  # type: ignore[arg-type]
            issues=(),
            purged=False,
            allocations=tuple(Allocation(**case, person=one, allocated=True) for one in self.given),  # type: ignore[arg-type]
            declarations=tuple(
                Declaration(**case, by=one, conflicted=one in self.conflicted)  # type: ignore[arg-type]
                for one in self.declared
            ),
        )  # fmt: skip


def rights(attempts: Iterable[Access], reader: str, persons: Iterable[Person]) -> dict[int, Right]:
    """What the reader sees of each attempt of one application.

    Somebody with an interest in one attempt has it in the applicant, so they see none of them.

    Args:
        attempts: of the application.
        reader: the id of a person; "" for whoever keeps the folder.
        persons: the register of the workspace.
    """
    given, known = tuple(attempts), tuple(persons)
    if reader == _EVERYTHING:
        return {one.attempt: Right.DECIDED for one in given}
    if any(reader in one.conflicted for one in given):
        return {one.attempt: Right.NOTHING for one in given}
    return {one.attempt: _right(standing(reader, known, one.found())) for one in given}


def _right(of: str) -> Right:
    may_see = matrix().may_see
    if not all(may_see(of, field) for field in _ONE_OF_A_COHORT):
        return Right.NOTHING
    if not all(may_see(of, field) for field in _DECIDED):
        return Right.WAITING
    return Right.JUDGED if may_see(of, _OTHERS_JUDGED) else Right.DECIDED


def _chosen(outcome: str, attempt: int) -> OutcomeChoice:
    """A choice of which only the outcome is known; what somebody may see depends on no more."""
    return OutcomeChoice(
        application="",
        attempt=attempt,
        outcome=OutcomeKind(outcome),
        ground="",
        by="",
        recorded_at=datetime.min.replace(tzinfo=UTC),
        event="",
    )
