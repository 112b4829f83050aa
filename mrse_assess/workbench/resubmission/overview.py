"""The attempts of one application: what each was asked for, what came, what is open, what to look at again."""

from dataclasses import asdict, dataclass
from typing import Any

from mrse_assess.terms import OutcomeKind
from mrse_assess.workbench.resubmission.again import LookAgain, to_look_at_again
from mrse_assess.workbench.resubmission.carrying import entry_of, outside
from mrse_assess.workbench.resubmission.changes import Changes, changes_between
from mrse_assess.workbench.resubmission.opening import Asked, asked_of
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.attempts import attempts_of, found_of, versions_of


@dataclass(frozen=True, kw_only=True)
class AttemptOverview:
    """One attempt. ``asked`` is what the letter before it asked for, ``changes`` what came then.

    ``open_codes`` are the sub-categories that it is judged on, ``carry_over`` what becomes of the rest ("" where there
    is none), ``beside`` what was judged outside them and does not count.
    """

    attempt: int
    received_on: str
    versions: int
    open_codes: tuple[str, ...]
    carry_over: str
    asked: Asked | None
    changes: Changes | None
    again: tuple[LookAgain, ...]
    beside: tuple[tuple[str, str], ...]
    outcome: OutcomeKind | None


def overview(workspace: Workspace, reference: str) -> tuple[AttemptOverview, ...]:
    """Every attempt of the application, in their order.

    Raises:
        BadRequestError: there is no such application, or its documents were erased.
    """
    workspace.application(reference)
    attempts = attempts_of(workspace, reference)
    before: tuple[Application | None, ...] = (None, *attempts[:-1])
    return tuple(_of(workspace, one, last) for one, last in zip(attempts, before, strict=True))


def overview_as_json(attempts: tuple[AttemptOverview, ...]) -> list[dict[str, Any]]:
    """The same for ``--json``."""
    return [asdict(one) for one in attempts]


def _of(workspace: Workspace, application: Application, before: Application | None) -> AttemptOverview:
    found, entry = found_of(workspace, application), entry_of(workspace, application)
    open_codes = (entry.open_codes if entry else ()) or workspace.scheme.codes
    now = workspace.portfolio(application)
    return AttemptOverview(
        attempt=application.attempt,
        received_on=application.received_on.isoformat(),
        versions=len(versions_of(workspace, application)),
        open_codes=open_codes,
        carry_over=entry.carry_over if entry else "",
        asked=asked_of(workspace, before) if before else None,
        changes=changes_between(workspace, workspace.portfolio(before), now) if before else None,
        again=to_look_at_again(workspace, application),
        beside=tuple((row.assessor, row.sub_category) for row in outside(found.judgements, frozenset(open_codes))),
        outcome=found.outcome.outcome if found.outcome else None,
    )
