"""One sub-category: its state, the pieces behind it, and what of it is still open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mrse_assess.errors import BadRequestError
from mrse_assess.model.judgement import Judgements, Recorded
from mrse_assess.model.problem import Problem
from mrse_assess.model.scheme import Scheme, SubCategory
from mrse_assess.rules import tri
from mrse_assess.rules.deciding import ConclusionFacts, ItemFacts, conclusion_facts, item_facts
from mrse_assess.rules.independence import Piece, Range, pieces
from mrse_assess.rules.states import behind, state_of
from mrse_assess.terms import SubCategoryState, Tri


@dataclass(frozen=True, kw_only=True)
class UnitFacts:
    """What stands about one sub-category, whichever way ambiguous clauses are read.

    ``simulated``: whether it rests on simulated evidence, that is, whether its real satisfactory items alone do not
    reach its minimum; open while it is pending. ``reference``: a satisfactory item with a traceable reference;
    ``reference_anywhere``: any item with one. ``piece``: at least one satisfactory item. ``independent``: how many
    pieces (independent of each other, where asked) stand behind it.
    """

    unit: SubCategory
    state: SubCategoryState
    simulated: Tri
    reference: Tri
    reference_anywhere: Tri
    piece: Tri
    independent: Range
    counted: tuple[str, ...]
    disagreement: bool
    contradiction: Problem | None
    problems: tuple[Problem, ...]  # the contradiction among them
    events: tuple[str, ...]

    @property
    def satisfactory(self) -> Tri:
        """Whether it ends satisfactory; open while it is pending."""
        if self.pending:
            return Tri.UNDETERMINED
        return Tri.YES if self.state == SubCategoryState.SATISFACTORY else Tri.NO

    @property
    def pending(self) -> bool:
        """Whether it is still to be judged or settled."""
        return self.state == SubCategoryState.NOT_YET_JUDGED


def unit_facts(judgements: Judgements, scheme: Scheme) -> tuple[UnitFacts, ...]:
    """Every sub-category of the scheme, in its order.

    Raises:
        BadRequestError: a row of another application or attempt, or of a sub-category that the scheme does not have.
    """
    _check(judgements, scheme, (*judgements.judgements, *judgements.conclusions))
    return tuple(_unit(judgements, unit) for unit in scheme.sub_categories)


def _unit(judgements: Judgements, unit: SubCategory) -> UnitFacts:
    items = item_facts(
        (row for row in judgements.judgements if row.sub_category == unit.code), independent=unit.independent
    )
    conclusion = conclusion_facts([row for row in judgements.conclusions if row.sub_category == unit.code])
    standing = state_of(unit, conclusion, items)
    pending = standing.state == SubCategoryState.NOT_YET_JUDGED
    concluded = standing.state == SubCategoryState.SATISFACTORY
    references = tri.any_of(tri.both(item.satisfactory, item.reference) for item in items)
    return UnitFacts(
        unit=unit,
        state=standing.state,
        simulated=rests_on_simulated(unit, standing.state, items),
        reference=_still_open(references, pending=pending),
        reference_anywhere=_still_open(tri.any_of(item.reference for item in items), pending=pending),
        piece=Tri.YES if concluded else _still_open(tri.any_of(item.satisfactory for item in items), pending=pending),
        independent=behind(unit, items),
        counted=tuple(item.evidence_id for item in items if tri.certain(item.satisfactory)) if concluded else (),
        disagreement=conclusion.disagreement or any(item.disagreement for item in items),
        contradiction=standing.contradiction,
        problems=standing.problems,
        events=_events(conclusion, items),
    )


def rests_on_simulated(unit: SubCategory, state: SubCategoryState, items: Sequence[ItemFacts]) -> Tri:
    """Whether the real satisfactory items alone do not reach the minimum; never so without a simulated item."""
    if state == SubCategoryState.NOT_YET_JUDGED:
        return Tri.UNDETERMINED
    simulated = tri.any_of(tri.both(item.satisfactory, item.simulated) for item in items)
    if state != SubCategoryState.SATISFACTORY or simulated == Tri.NO:
        return Tri.NO
    real = [item for item in items if tri.possible(item.satisfactory) and item.simulated != Tri.YES]
    found = [Piece(item.group, item.satisfactory == Tri.YES and item.simulated == Tri.NO) for item in real]
    number = pieces(found, independent=unit.independent)
    if number.low >= unit.minimum_items:
        return Tri.NO
    return simulated if number.high < unit.minimum_items else Tri.UNDETERMINED


def _still_open(fact: Tri, *, pending: bool) -> Tri:
    return Tri.UNDETERMINED if pending and fact == Tri.NO else fact


def _events(conclusion: ConclusionFacts, items: Iterable[ItemFacts]) -> tuple[str, ...]:
    return tuple(event for item in items for event in item.events) + conclusion.events


def _check(judgements: Judgements, scheme: Scheme, rows: Iterable[Recorded]) -> None:
    codes = set(scheme.codes)
    for row in rows:
        if (row.application, row.attempt) != (judgements.application, judgements.attempt):
            raise BadRequestError(
                f"a row of application {row.application}, attempt {row.attempt}, stands among those of application "
                f"{judgements.application}, attempt {judgements.attempt}; the rules take one application at a time"
            )
        if row.sub_category not in codes:
            raise BadRequestError(
                f"a row names the sub-category {row.sub_category!r}, which the scheme does not have; it has: "
                f"{', '.join(scheme.codes)}"
            )
