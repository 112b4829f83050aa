"""How checks say what they found: an Observation worded from the scheme's data, with a stable id."""

import hashlib
from collections.abc import Sequence

from mrse_assess.model.observation import Observation
from mrse_assess.model.places import Locator
from mrse_assess.model.scheme import ANY_UNIT
from mrse_assess.screening.material import Material
from mrse_assess.screening.vocabulary import CheckData
from mrse_assess.terms import Likelihood, Look


def say(
    material: Material,
    data: CheckData,
    kind: str,
    outcome: Look,
    *,
    item: str | None = None,
    sub_category: str | None = None,
    places: Sequence[Locator] = (),
    likelihood: Likelihood | None = None,
    confidential: bool = False,
    **slots: object,
) -> Observation:
    """The observation of one kind, in the words of the check's data.

    Raises:
        KeyError: the data have no such kind, or its detail has a slot that is not given.
    """
    wording = data.wordings[kind]
    clause = wording.clause
    if clause == ANY_UNIT:
        clause = material.scheme.sub_category(sub_category or "").clause
    said = {"item": item or "", "sub_category": sub_category or "", **slots}
    return Observation(
        id=id_of(data.check, kind, item, sub_category, places),
        check=data.check,
        kind=kind,
        outcome=outcome,
        title=wording.title.format_map(said),
        detail=wording.detail.format_map(said),
        clause=clause,
        evidence_id=item,
        sub_category=sub_category,
        places=tuple(places),
        likelihood=likelihood,
        note=wording.note,
        confidential=confidential,
    )


def id_of(
    check: str, kind: str, item: str | None = None, code: str | None = None, places: Sequence[Locator] = ()
) -> str:
    """Sixteen characters that stay the same while check, kind, unit and places do, quotes left out."""
    where = [f"{place.file}\0{place.page}\0{place.box}" for place in places]
    told = "\1".join([check, kind, item or "", code or "", *where])
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
