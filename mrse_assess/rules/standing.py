"""A sub-category as it counts: as found, at its worst, at its best, and in every completion.

A *completion* settles everything that is pending, each part on its own: every pending sub-category ends satisfactory
or not; ending satisfactory, on real or on simulated evidence, with or without a traceable reference, with enough
independent pieces or without; what its settled items already show stays. Of a settled sub-category the flags on which
the assessors differ, and the groups that nobody gave, end either way. Every required part that nobody confirmed is
present or absent.
"""

from itertools import product
from typing import NamedTuple

from mrse_assess.rules import tri
from mrse_assess.rules.readings import InForce
from mrse_assess.rules.units import UnitFacts
from mrse_assess.terms import Tri


class Standing(NamedTuple):
    """How one sub-category counts. ``simulated`` without ``satisfactory``: pending, and could yet rest on it.

    ``holds_piece`` only where major categories are counted by piece. ``independent``: as many independent pieces as the
    scheme asks for, true where it asks for none.
    """

    satisfactory: bool
    simulated: bool
    reference: bool
    holds_piece: bool
    independent: bool


class OpenFacts(NamedTuple):
    """What is known of a sub-category under the readings in force.

    ``reference`` counts only if the sub-category ends satisfactory, unless ``reference_anywhere``.
    """

    satisfactory: Tri
    simulated: Tri
    reference: Tri
    holds_piece: Tri
    independent: Tri
    reference_anywhere: bool

    @property
    def counted_reference(self) -> Tri:
        """Whether a reference counts in the end."""
        return self.reference if self.reference_anywhere else tri.both(self.satisfactory, self.reference)


def open_facts(facts: UnitFacts, readings: InForce, pieces_needed: int) -> OpenFacts:
    """What is known of a sub-category. ``pieces_needed``: independent pieces, where it asks for independence."""
    return OpenFacts(
        satisfactory=facts.satisfactory,
        simulated=facts.simulated,
        reference=facts.reference_anywhere if readings.references_anywhere else facts.reference,
        holds_piece=facts.piece if readings.by_piece else Tri.NO,
        independent=_independent(facts, pieces_needed),
        reference_anywhere=readings.references_anywhere,
    )


def worst(facts: OpenFacts) -> Standing:
    """Whatever is open ends badly for every rule at once."""
    return Standing(
        satisfactory=tri.certain(facts.satisfactory),
        simulated=tri.possible(facts.simulated),
        reference=tri.certain(facts.counted_reference),
        holds_piece=tri.certain(facts.holds_piece),
        independent=tri.certain(facts.independent),
    )


def best(facts: OpenFacts) -> Standing:
    """Whatever is open ends well for every rule at once: that can be, since each pending end is free."""
    return Standing(
        satisfactory=tri.possible(facts.satisfactory),
        simulated=tri.certain(facts.simulated),
        reference=tri.possible(facts.counted_reference),
        holds_piece=tri.possible(facts.holds_piece),
        independent=tri.possible(facts.independent),
    )


def as_found(facts: OpenFacts) -> Standing:
    """Only what is certain counts, for a rule or against it."""
    return worst(facts)._replace(simulated=tri.certain(facts.simulated))


def completions(facts: OpenFacts) -> tuple[Standing, ...]:
    """Every way in which the sub-category may end, without repeats."""
    ends = product(*(_ends(fact) for fact in facts[:5]))
    return tuple(dict.fromkeys(_ended(Standing(*end), facts) for end in ends if _consistent(*end[:2])))


def _ends(fact: Tri) -> tuple[bool, ...]:
    return (True, False) if fact == Tri.UNDETERMINED else (fact == Tri.YES,)


def _consistent(satisfactory: bool, simulated: bool) -> bool:
    """Only a satisfactory sub-category rests on simulated evidence."""
    return satisfactory or not simulated


def _ended(standing: Standing, facts: OpenFacts) -> Standing:
    """A satisfactory sub-category holds a piece, where pieces are counted; references count as the reading says."""
    return standing._replace(
        reference=standing.reference and (standing.satisfactory or facts.reference_anywhere),
        holds_piece=facts.holds_piece != Tri.NO and (standing.satisfactory or standing.holds_piece),
    )


def _independent(facts: UnitFacts, pieces_needed: int) -> Tri:
    if not facts.unit.independent:
        return Tri.YES
    return tri.of(
        certain=facts.independent.low >= pieces_needed,
        possible=facts.pending or facts.independent.high >= pieces_needed,
    )
