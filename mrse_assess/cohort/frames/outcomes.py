"""What the rules of a scheme say of profiles, and not how that could be changed, which takes most of a full ruling."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mrse_assess.cohort.frames.profiles import UnitProfile, case_of_profile, facts_of, readings_from_text
from mrse_assess.model.scheme import Scheme
from mrse_assess.rules.case import Case
from mrse_assess.rules.standing import best, open_facts, worst
from mrse_assess.rules.tally import Tally, added, of_category
from mrse_assess.terms import RuleStatus, Tri

Ways = tuple[UnitProfile, ...]


class Outcomes:
    """The outcomes under one scheme. What a major category adds to the counts is worked out once for each of its ways.

    Applications differ in all their sub-categories together, and hardly in those of one category.
    """

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._read: dict[str, _Reading] = {}

    def of(self, units: Sequence[UnitProfile], parts: Sequence[Tri], readings: str) -> RuleStatus:
        """What the rules say.

        Args:
            units: of each sub-category in the order of the scheme.
            parts: of each part in the order of the scheme.
            readings: of ambiguous clauses that were recorded, as text.

        Raises:
            BadRequestError: a reading or value that the scheme lacks.
            SchemeError: a deciding rule that nothing can count.
        """
        if readings not in self._read:
            case = case_of_profile(units, parts, readings_from_text(readings), self._scheme)
            self._read[readings] = _Reading(case=case, categories=case.categories())
        return self._read[readings].outcome(units, parts)


@dataclass(frozen=True, kw_only=True, eq=False)
class _Reading:
    """One way of reading ambiguous clauses: ``case`` is any that was read so, ``known`` what categories come to."""

    case: Case
    categories: tuple[tuple[int, ...], ...]
    known: dict[tuple[int, Ways], tuple[Tally, Tally]] = field(default_factory=dict)

    def outcome(self, units: Sequence[UnitProfile], parts: Sequence[Tri]) -> RuleStatus:
        """The outcome of another case that is read the same way."""
        found = [self._ends(places, tuple(units[place] for place in places)) for places in self.categories]
        said = {part.id: fact for part, fact in zip(self.case.scheme.parts, parts, strict=True)}
        required = [said[part] for part in self.case.required]
        return replace(
            self.case,
            worst=added(low for low, _ in found).plus(Tally(absent=sum(one is not Tri.YES for one in required))),
            best=added(high for _, high in found).plus(Tally(absent=sum(one is Tri.NO for one in required))),
        ).outcome

    def _ends(self, places: tuple[int, ...], ways: Ways) -> tuple[Tally, Tally]:
        """What a category adds at worst and at best."""
        key = (places[0], ways)
        if key not in self.known:
            book, own = self.case.book, self.case.scheme.sub_categories
            facts = [
                open_facts(facts_of(own[place], way), book.readings, book.pieces_needed)
                for place, way in zip(places, ways, strict=True)
            ]
            low, high = (
                of_category([view(one) for one in facts], by_piece=book.readings.by_piece) for view in (worst, best)
            )
            self.known[key] = low, high
        return self.known[key]
