"""The scheme's deciding rules under the readings in force: what each counts, and whether a tally meets them all."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mrse_assess.errors import SchemeError
from mrse_assess.model.scheme import PassRule, Scheme
from mrse_assess.rules.readings import InForce
from mrse_assess.rules.tally import Tally
from mrse_assess.terms import Direction


class Counts(StrEnum):
    """What a rule of the scheme may count: the values of its ``counts``."""

    SUB_CATEGORIES = "sub_categories"
    MAJOR_CATEGORIES = "major_categories"
    INDEPENDENT_ITEMS = "independent_items"
    SIMULATED = "simulated"
    MHRA_REFERENCES = "mhra_references"
    PARTS = "parts"


@dataclass(frozen=True, kw_only=True)
class Requirement:
    """One deciding rule: what it counts and the number it asks for."""

    rule: str
    counts: Counts
    direction: Direction
    threshold: int

    def met_by(self, number: int) -> bool:
        """Whether this number is enough, or not too many."""
        return number >= self.threshold if self.direction == Direction.AT_LEAST else number <= self.threshold


@dataclass(frozen=True, kw_only=True)
class Rulebook:
    """Every deciding rule, and how ambiguous clauses are read. ``simulated_limit`` is None where there is no limit."""

    requirements: tuple[Requirement, ...]
    readings: InForce
    simulated_limit: int | None
    pieces_needed: int
    caps: Tally

    def number(self, counts: Counts, tally: Tally) -> int:
        """What a rule counts in a tally."""
        if counts == Counts.SUB_CATEGORIES:
            return tally.real + self._kept(tally.simulated)
        if counts == Counts.MAJOR_CATEGORIES:
            return tally.categories + self._kept(tally.simulated_categories)
        if counts == Counts.SIMULATED:
            return self._kept(tally.simulated + tally.could_be_simulated)
        return tally.references

    def meets(self, tally: Tally) -> bool:
        """Whether every deciding rule is met."""
        return all(self._met(requirement, tally) for requirement in self.requirements)

    def capped(self, tally: Tally) -> Tally:
        """The same tally for every rule, with numbers no larger than any rule can tell apart."""
        return Tally(*map(min, tally, self.caps))

    def _met(self, requirement: Requirement, tally: Tally) -> bool:
        if requirement.counts == Counts.PARTS:
            return tally.absent == 0
        if requirement.counts == Counts.INDEPENDENT_ITEMS:
            return tally.dependent == 0
        return requirement.met_by(self.number(requirement.counts, tally))

    def _kept(self, simulated: int) -> int:
        """How many of those resting on simulated evidence count.

        Where the excess is not counted the applicant keeps those that serve best: to the total it does not matter which
        are left out, and of the categories that hold nothing else as many are kept as the limit allows.
        """
        if self.readings.excess_not_counted and self.simulated_limit is not None:
            return min(self.simulated_limit, simulated)
        return simulated


def rulebook(scheme: Scheme, readings: InForce) -> Rulebook:
    """The deciding rules of a scheme.

    Raises:
        SchemeError: a deciding rule counts something that is not known here, or lacks its number.
    """
    requirements = tuple(_requirement(scheme, rule) for rule in scheme.rules if not rule.advisory)
    thresholds = {one.counts: one.threshold for one in requirements}
    return Rulebook(
        requirements=requirements,
        readings=readings,
        simulated_limit=thresholds.get(Counts.SIMULATED),
        pieces_needed=thresholds.get(Counts.INDEPENDENT_ITEMS, 0),
        caps=_caps(thresholds),
    )


def counted_by(rule: PassRule) -> Counts | None:
    """What a rule counts; None when nothing here counts it (an advisory rule without data)."""
    return Counts(rule.counts) if rule.counts in set(Counts) else None


def threshold_of(scheme: Scheme, rule: PassRule) -> int:
    """The number that a rule asks for; for parts, all those that the scheme requires for it.

    Raises:
        SchemeError: a rule that is counted lacks its number.
    """
    if rule.counts == Counts.PARTS:
        return sum(part.rule == rule.id for part in scheme.parts)
    if rule.threshold is None:
        raise SchemeError(f"the rule {rule.id} of scheme {scheme.id} has no threshold; give it a number")
    return rule.threshold


def _caps(thresholds: Mapping[Counts, int]) -> Tally:
    """For each count the first number beyond which no rule can tell numbers apart."""
    beyond = {counts: thresholds.get(counts, -1) + 1 for counts in Counts}
    return Tally(
        real=beyond[Counts.SUB_CATEGORIES],
        simulated=max(beyond[Counts.SUB_CATEGORIES], beyond[Counts.SIMULATED]),
        could_be_simulated=beyond[Counts.SIMULATED],
        references=beyond[Counts.MHRA_REFERENCES],
        categories=beyond[Counts.MAJOR_CATEGORIES],
        simulated_categories=beyond[Counts.MAJOR_CATEGORIES],
        dependent=1,
        absent=1,
    )


def _requirement(scheme: Scheme, rule: PassRule) -> Requirement:
    counts = counted_by(rule)
    if counts is None:
        raise SchemeError(
            f"the rule {rule.id} of scheme {scheme.id} counts {rule.counts!r}, which nothing here can count; "
            f"use one of {', '.join(Counts)} or make the rule advisory"
        )
    return Requirement(rule=rule.id, counts=counts, direction=rule.direction, threshold=threshold_of(scheme, rule))
