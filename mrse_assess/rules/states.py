"""The state of a sub-category: its conclusion's, unless the items behind it say otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass

from mrse_assess.model.problem import Problem
from mrse_assess.model.scheme import SubCategory
from mrse_assess.rules import tri
from mrse_assess.rules.deciding import ConclusionFacts, ItemFacts
from mrse_assess.rules.independence import Piece, Range, pieces
from mrse_assess.terms import Severity, SubCategoryState, Verdict


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A state, the contradiction that keeps the conclusion from counting, and everything to be said about it."""

    state: SubCategoryState
    contradiction: Problem | None = None
    remark: Problem | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The contradiction and the remark, as far as there are any."""
        return tuple(problem for problem in (self.contradiction, self.remark) if problem)


def state_of(unit: SubCategory, conclusion: ConclusionFacts, items: Sequence[ItemFacts]) -> Standing:
    """The state of a sub-category from its conclusion and the items behind it.

    No conclusion, assessors who differ, a referral to the panel and an unsettled contradiction leave it not yet judged.
    """
    if conclusion.verdict == Verdict.SATISFACTORY:
        return _concluded_satisfactory(unit, conclusion, items)
    if conclusion.verdict == Verdict.NOTHING_OFFERED:
        return _concluded_nothing_offered(unit, items)
    if conclusion.verdict == Verdict.NOT_SATISFACTORY:
        return Standing(state=SubCategoryState.NOT_SATISFACTORY)
    return Standing(state=SubCategoryState.NOT_YET_JUDGED)


def behind(unit: SubCategory, items: Sequence[ItemFacts]) -> Range:
    """How many satisfactory pieces stand behind a sub-category, independent of each other where it asks for that."""
    found = [Piece(item.group, tri.certain(item.satisfactory)) for item in items if tri.possible(item.satisfactory)]
    return pieces(found, independent=unit.independent)


def _concluded_satisfactory(unit: SubCategory, conclusion: ConclusionFacts, items: Sequence[ItemFacts]) -> Standing:
    """Satisfactory, if the pieces behind it reach the minimum.

    A panel's conclusion also stands while items behind it are open, and, with a sentence that gives its ground, without
    enough items; but nobody can conclude away that pieces have to be independent.
    """
    number, settled = behind(unit, items), sum(tri.certain(item.satisfactory) for item in items)
    if number.high < unit.minimum_items:
        if conclusion.moderated and conclusion.ground and not unit.independent:
            return Standing(state=SubCategoryState.SATISFACTORY, remark=_on_ground(unit))
        return _contradicted(_too_few(unit, number.high, with_sentence=conclusion.ground))
    if number.low >= unit.minimum_items:
        return Standing(state=SubCategoryState.SATISFACTORY)
    if settled >= unit.minimum_items:
        return Standing(state=SubCategoryState.SATISFACTORY, remark=_independence_open(unit))
    if conclusion.moderated:
        return Standing(state=SubCategoryState.SATISFACTORY, remark=_items_open(unit))
    return Standing(state=SubCategoryState.NOT_YET_JUDGED, remark=_items_open(unit))


def _concluded_nothing_offered(unit: SubCategory, items: Sequence[ItemFacts]) -> Standing:
    """Nothing offered, unless an item was found satisfactory: a letter could then not say that nothing was offered."""
    found = [item.evidence_id for item in items if tri.certain(item.satisfactory)]
    if not found:
        return Standing(state=SubCategoryState.NOTHING_OFFERED)
    return _contradicted(
        Problem(
            code="nothing-offered-with-satisfactory-items",
            severity=Severity.WARNING,
            found=f"{unit.code} is concluded as nothing offered, but item {', '.join(found)} is satisfactory for it.",
            advice="Change the conclusion or the judgement of the item; until then the sub-category is pending.",
        )
    )


def _contradicted(problem: Problem) -> Standing:
    return Standing(state=SubCategoryState.NOT_YET_JUDGED, contradiction=problem)


def _too_few(unit: SubCategory, number: int, *, with_sentence: bool) -> Problem:
    kind = "independent satisfactory" if unit.independent else "satisfactory"
    advice = (
        "Judge the items behind it, or change the conclusion; until then it is pending and no letter can be issued."
    )
    if with_sentence:
        advice = "The sentence to the panel is kept; a judgement of the panel has to settle it before it counts."
    return Problem(
        code="satisfactory-without-enough-items",
        severity=Severity.ERROR,
        found=f"{unit.code} is concluded satisfactory, but {number} {kind} items are behind it; "
        f"it needs at least {unit.minimum_items}.",
        advice=advice,
    )


def _on_ground(unit: SubCategory) -> Problem:
    return Problem(
        code="satisfactory-on-recorded-ground",
        severity=Severity.NOTE,
        found=f"The panel found {unit.code} satisfactory without enough satisfactory items, and recorded why.",
        advice="Nothing has to be done; a letter cannot name items for it.",
    )


def _independence_open(unit: SubCategory) -> Problem:
    return Problem(
        code="independence-not-recorded",
        severity=Severity.WARNING,
        found=f"It is not recorded, or not agreed, which items behind {unit.code} are independent of each other.",
        advice="Give every satisfactory item of it an independent group; items of one group count as one piece.",
    )


def _items_open(unit: SubCategory) -> Problem:
    return Problem(
        code="items-not-settled",
        severity=Severity.WARNING,
        found=f"{unit.code} is concluded satisfactory, but the items that would carry it are referred or not agreed.",
        advice="Let the panel settle the items as well as the conclusion.",
    )
