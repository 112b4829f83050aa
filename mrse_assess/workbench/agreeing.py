"""How far assessors agree, over the applications whose assessments this person may see, from first seals only."""

from collections.abc import Sequence
from dataclasses import dataclass

from mrse_assess.agreement import Level, PairAgreement, Rating, ReasonAgreement, VerdictAgreement
from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Allocation
from mrse_assess.panel.first_sealed import first_sealed
from mrse_assess.records import from_event
from mrse_assess.terms import EventKind, Role
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.people import ASSESS, People

_SEEN = ("statistics", "others_judged")


@dataclass(frozen=True, kw_only=True)
class AgreementView:
    """Agreement on verdicts and on reasons. ``pairs`` are about persons and there for the chair only, who asked."""

    verdicts: VerdictAgreement
    reasons: ReasonAgreement
    pairs: tuple[PairAgreement, ...] = ()


def agreement(workspace: Workspace, person: str, *, level: Level, seed: int, pairs: bool = False) -> AgreementView:
    """The figures of one level. The same seed and records give the same intervals.

    Whoever was asked because others differed, or for an appeal, judged only what was hard and is left out.

    Args:
        workspace: whose applications are taken; those that the person may not see are as if they were not there.
        person: who asks.
        level: conclusions on sub-categories, or items.
        seed: of the resampling, from 0.
        pairs: each two assessors as well.

    Raises:
        BadRequestError: pairs are asked for by somebody who is not in the chair.
    """
    from mrse_assess.agreement.reasons import reason_agreement  # noqa: PLC0415 - takes seconds to import
    from mrse_assess.agreement.verdicts import agreement_of_pairs, verdict_agreement  # noqa: PLC0415 - the same

    people, scheme = People(workspace), workspace.scheme
    if pairs and not people.holds(person, Role.CHAIR):
        raise BadRequestError("Figures of each two assessors are for the chair.")
    ratings = _ratings(workspace, people, person)
    applies = {reason.id: reason.applies_to for reason in scheme.reasons}
    return AgreementView(
        verdicts=verdict_agreement(ratings, level=level, seed=seed, codes=scheme.codes),
        reasons=reason_agreement(ratings, level=level, seed=seed, codes=scheme.codes, applies_to=applies),
        pairs=agreement_of_pairs(ratings, level=level, seed=seed) if pairs else (),
    )


def _ratings(workspace: Workspace, people: People, person: str) -> Sequence[Rating]:
    seen = [one for one in workspace.applications() if all(people.may_see(person, one, field) for field in _SEEN)]
    events = [event for one in seen for event in workspace.store.events(application=one.reference)]
    given: list[Allocation] = [from_event(event) for event in events if event.kind is EventKind.ALLOCATION]
    unusual = {(one.application, one.attempt, one.person) for one in given if one.task not in {"", ASSESS}}
    found = first_sealed(events)
    return [one for one in found if (one.application, one.attempt, one.assessor) not in unusual]
