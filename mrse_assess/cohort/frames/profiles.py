"""What the rules look at in an application, freed of everything that they do not, and what they say of it.

The rules count: which of two sub-categories of one kind is satisfactory makes no difference to any number, nor which of
two major categories of one kind holds it, nor in which of the satisfactory sub-categories a reference stands. So
applications that differ in no more than that have one profile, and the rules are asked once for each profile and
reading of the clauses.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from mrse_assess.cohort.frames.case import Row
from mrse_assess.errors import BadRequestError
from mrse_assess.model.decision import RuleFinding
from mrse_assess.model.judgement import PartConfirmation
from mrse_assess.model.scheme import Scheme, SubCategory
from mrse_assess.rules import readings as read
from mrse_assess.rules.case import Case, case_of
from mrse_assess.rules.findings import rule_findings
from mrse_assess.rules.independence import Range
from mrse_assess.rules.pivotal import pivotal
from mrse_assess.rules.units import UnitFacts
from mrse_assess.terms import Direction, RuleStatus, SubCategoryState, Tri

_LETTERS = {Tri.YES: "y", Tri.NO: "n", Tri.UNDETERMINED: "u"}
_FACTS = {letter: fact for fact, letter in _LETTERS.items()}
_STATES = {
    Tri.YES: SubCategoryState.SATISFACTORY,
    Tri.NO: SubCategoryState.NOT_SATISFACTORY,
    Tri.UNDETERMINED: SubCategoryState.NOT_YET_JUDGED,
}

T = TypeVar("T")

MOST_KNOWN: Final = 20_000
"""Rulings that are remembered at once, some ten megabytes."""


class UnitProfile(NamedTuple):
    """What the rules look at in one sub-category, whichever way clauses are read.

    ``pieces`` is (0, 0) where independence is not asked for: nothing counts them there.
    """

    satisfactory: Tri
    simulated: Tri
    reference: Tri
    reference_anywhere: Tri
    piece: Tri
    pieces: Range


class Profile(NamedTuple):
    """The sub-categories, those alike in rising order, and the parts in the order of the scheme."""

    units: tuple[UnitProfile, ...]
    parts: tuple[Tri, ...]


class Ruling(NamedTuple):
    """What the rules say. ``short_of``: the fewest changes that make it pass; None where it passes or is open.

    ``rules`` are the cells of each rule's row after application and attempt.
    """

    outcome: RuleStatus
    short_of: int | None
    rules: tuple[Row, ...]


def profile_of(facts: Sequence[UnitFacts], parts: Sequence[PartConfirmation], scheme: Scheme) -> Profile:
    """The profile of an application.

    Raises:
        BadRequestError: a part that the scheme does not have.
    """
    said = dict.fromkeys((part.id for part in scheme.parts), Tri.UNDETERMINED)
    for one in parts:
        if one.part not in said:
            raise BadRequestError(f"a confirmation names the part {one.part!r}, which the scheme does not have")
        said[one.part] = Tri.YES if one.confirmed else Tri.NO
    return Profile(units=counted_alike([_unit(one) for one in facts], scheme), parts=tuple(said.values()))


def counted_alike(units: Sequence[UnitProfile], scheme: Scheme) -> tuple[UnitProfile, ...]:
    """One of all the sets of sub-categories that the rules cannot tell from these: the same for each of them.

    References in satisfactory sub-categories are added up whatever else is open, so they are dealt out again. With
    these apart, the sub-categories of one category are put in order, and then the categories, each among its like.
    """
    free = sorted((unit.reference, unit.reference_anywhere) for unit in units if _is_free(unit))
    apart = [unit._replace(reference=Tri.NO, reference_anywhere=Tri.NO) if _is_free(unit) else unit for unit in units]
    dealt = iter(free)
    return tuple(_with_references(unit, dealt) if _is_free(unit) else unit for unit in _in_order(apart, scheme))


def _is_free(unit: UnitProfile) -> bool:
    """Whether its references are counted in every end that it can have."""
    return unit.satisfactory is Tri.YES


def _with_references(unit: UnitProfile, dealt: Iterator[tuple[Tri, Tri]]) -> UnitProfile:
    reference, anywhere = next(dealt)
    return unit._replace(reference=reference, reference_anywhere=anywhere)


def _in_order(units: Sequence[UnitProfile], scheme: Scheme) -> tuple[UnitProfile, ...]:
    kinds = [_kind(unit) for unit in scheme.sub_categories]
    within: list[UnitProfile] = []
    categories, numbers = [], []
    for category in scheme.categories:
        first, size = len(within), len(category.sub_categories)
        ordered = _sorted_alike(units[first : first + size], kinds[first : first + size])
        within += ordered
        categories.append(tuple(ordered))
        numbers.append(tuple(kinds[first : first + size]))
    return tuple(unit for category in _sorted_alike(categories, numbers) for unit in category)


def as_text(profile: Profile) -> str:
    """The profile as a short text, which :func:`from_text` reads again."""
    return " ".join((*map(_written_unit, profile.units), "".join(_LETTERS[part] for part in profile.parts)))


def from_text(text: str) -> Profile:
    """The inverse of :func:`as_text`."""
    *units, parts = text.split(" ")
    return Profile(units=tuple(map(_read_unit, units)), parts=tuple(_FACTS[letter] for letter in parts))


def readings_as_text(readings: Mapping[str, str]) -> str:
    """Recorded readings as a short text, the same whatever their order."""
    return ";".join(f"{name}={value}" for name, value in sorted(readings.items()))


def readings_from_text(text: str) -> dict[str, str]:
    """The inverse of :func:`readings_as_text`."""
    return dict(pair.split("=", 1) for pair in text.split(";") if pair)


class Rulings:
    """What the rules of one scheme say of profiles. What was said last is remembered: nothing else is kept."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self._known: dict[tuple[Profile, str], Ruling] = {}

    def of(self, profile: Profile, readings: Mapping[str, str]) -> Ruling:
        """What they say of one profile under these readings of ambiguous clauses, the scheme's own for the rest.

        Raises:
            BadRequestError: a reading or value that the scheme lacks.
            SchemeError: a deciding rule that nothing can count.
        """
        key = (profile, readings_as_text(readings))
        if key not in self._known:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[key] = ruling_of(profile, readings, self.scheme)
        return self._known[key]


def ruling_of(profile: Profile, readings: Mapping[str, str], scheme: Scheme) -> Ruling:
    """The same, not remembered."""
    found = case_of_profile(profile.units, profile.parts, readings, scheme)
    sets = pivotal(found)[0] if found.outcome is RuleStatus.NOT_MET else ()
    return Ruling(found.outcome, len(sets[0]) if sets else None, tuple(map(_cells, rule_findings(found))))


def case_of_profile(
    units: Sequence[UnitProfile], parts: Sequence[Tri], readings: Mapping[str, str], scheme: Scheme
) -> Case:
    """The case of an application with this profile.

    Raises:
        BadRequestError: a reading or value that the scheme lacks.
        SchemeError: a deciding rule that nothing can count.
    """
    facts = tuple(facts_of(unit, one) for unit, one in zip(scheme.sub_categories, units, strict=True))
    said = {part.id: _confirmed(fact) for part, fact in zip(scheme.parts, parts, strict=True)}
    return case_of(scheme, read.chosen(scheme, readings), facts, said)


def _cells(finding: RuleFinding) -> Row:
    """What an advisory rule without data counts is missing."""
    if finding.status is RuleStatus.NOT_ASSESSED:
        return (finding.rule, str(finding.status), None, None, None, None)
    more = finding.observed - finding.threshold
    margin = more if finding.direction is Direction.AT_LEAST else -more
    return (finding.rule, str(finding.status), finding.observed, finding.threshold, margin, finding.pending)


def _kind(unit: SubCategory) -> tuple[bool, int]:
    """All that the rules ask of a sub-category beside its category."""
    return (unit.independent, unit.minimum_items)


def _sorted_alike(values: Sequence[T], kinds: Sequence[object]) -> list[T]:
    """The values in rising order among those of their kind; each kind keeps its places."""
    places: dict[object, list[int]] = {}
    for place, kind in enumerate(kinds):
        places.setdefault(kind, []).append(place)
    ordered = list(values)
    for own in places.values():
        for place, value in zip(own, sorted(values[one] for one in own), strict=True):  # type: ignore[type-var]
            ordered[place] = value
    return ordered


def _unit(facts: UnitFacts) -> UnitProfile:
    return UnitProfile(
        satisfactory=facts.satisfactory,
        simulated=facts.simulated,
        reference=facts.reference,
        reference_anywhere=facts.reference_anywhere,
        piece=facts.piece,
        pieces=facts.independent if facts.unit.independent else Range(0, 0),
    )


def facts_of(unit: SubCategory, profile: UnitProfile) -> UnitFacts:
    """The facts as the rules count them; what they never look at stays empty."""
    return UnitFacts(
        unit=unit,
        state=_STATES[profile.satisfactory],
        simulated=profile.simulated,
        reference=profile.reference,
        reference_anywhere=profile.reference_anywhere,
        piece=profile.piece,
        independent=profile.pieces,
        counted=(),
        disagreement=False,
        contradiction=None,
        problems=(),
        events=(),
    )


def _confirmed(fact: Tri) -> bool | None:
    return None if fact is Tri.UNDETERMINED else fact is Tri.YES


def _written_unit(unit: UnitProfile) -> str:
    pieces = f"{unit.pieces.low}-{unit.pieces.high}" if any(unit.pieces) else ""
    return "".join(_LETTERS[fact] for fact in unit[:5]) + pieces


@lru_cache(maxsize=4096)
def _read_unit(text: str) -> UnitProfile:
    letters, (low, _, high) = text[:5], text[5:].partition("-")
    facts = [_FACTS[letter] for letter in letters]
    return UnitProfile(facts[0], facts[1], facts[2], facts[3], facts[4], Range(int(low or 0), int(high or 0)))
