"""The evidence of one attempt as it truly is: which item is offered for what, and how good it is for that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from mrse_assess.simulation.parameters import Evidence
from mrse_assess.simulation.population import Population


@dataclass(frozen=True, kw_only=True)
class Unit:
    """One item offered for one sub-category.

    ``quality`` in logits: above 0 it is truly satisfactory. ``reason``: why it falls short, or would. ``group``: to
    which independent piece it belongs, "" where that is not asked. ``other_item``: one that it may be taken together
    with, "" where there is none.
    """

    sub_category: str
    evidence_id: str
    quality: float
    reason: str
    target: str
    simulated: bool
    mhra_reference: bool
    group: str = ""
    other_item: str = ""

    @property
    def satisfactory(self) -> bool:
        """Whether it is truly satisfactory."""
        return self.quality > 0


def items_of_first(said: Evidence, random: Generator) -> int:
    """How many items a first attempt has."""
    return int(random.integers(said.fewest, said.most + 1))


def offered(said: Evidence, random: Generator, codes: Sequence[str]) -> tuple[str, ...]:
    """Those of the sub-categories for which the applicant offers something; one at least."""
    drawn = random.random(len(codes)) >= said.nothing_offered
    return tuple(code for code, is_offered in zip(codes, drawn, strict=True) if is_offered) or tuple(codes[:1])


def drawn_units(
    population: Population, random: Generator, codes: Sequence[str], *, ability: float, first: int, items: int
) -> tuple[Unit, ...]:
    """The units of so many items, numbered from ``first`` on, for these sub-categories.

    In the order of the scheme, those of one sub-category in the order of the items. Each sub-category has an item as
    long as there are as many items as sub-categories.
    """
    said = population.parameters.evidence
    known = {one.code: one for one in population.sub_categories}
    of_units = dict(zip(codes, random.normal(0.0, said.unit_spread, len(codes)), strict=True))
    simulated = dict(zip(codes, random.random(len(codes)) < said.all_simulated, strict=True))
    of_items = random.normal(0.0, said.item_spread, items)
    invented = random.random(items) < said.simulated
    cited = _cited(said, random, codes, items)
    referring = random.random((items, len(codes))) < said.mhra_reference
    units = []
    for place, code in enumerate(codes):
        offered_here = [number for number in range(items) if place in cited[number]]
        reasons = random.choice(list(known[code].reasons), len(offered_here), p=list(known[code].reasons.values()))
        for number, reason in zip(offered_here, reasons.tolist(), strict=True):
            units.append(
                Unit(
                    sub_category=code,
                    evidence_id=str(first + number),
                    quality=float(ability - known[code].difficulty + of_units[code] + of_items[number]),
                    reason=reason if len(offered_here) > 1 else population.alone(code, reason),
                    target=_target(population.targets, random, code),
                    simulated=bool(simulated[code] or invented[number]),
                    mhra_reference=bool(referring[number, place]),
                )
            )
    return _in_pieces(population, random, units, first)


def _cited(said: Evidence, random: Generator, codes: Sequence[str], items: int) -> list[frozenset[int]]:
    """The places of the sub-categories for which each item is offered."""
    numbers = 1 + random.choice(len(said.cited), items, p=said.cited)
    found = []
    for item, number in enumerate(np.minimum(numbers, len(codes)).tolist()):
        drawn = random.permutation(len(codes))[:number].tolist()
        found.append(frozenset((*drawn[: number - 1], item) if item < len(codes) else drawn))
    return found


def _target(targets: Mapping[str, Sequence[str]], random: Generator, code: str) -> str:
    named = targets[code]
    return named[int(random.integers(len(named)))] if named else ""


def _in_pieces(population: Population, random: Generator, units: Sequence[Unit], first: int) -> tuple[Unit, ...]:
    """The units with their independent pieces, and each with another item of its sub-category beside it."""
    independent = {one.code for one in population.scheme.sub_categories if one.independent}
    of_code: dict[str, list[str]] = {}
    for unit in units:
        of_code.setdefault(unit.sub_category, []).append(unit.evidence_id)
    pieces = dict.fromkeys(of_code, 0)
    found = []
    for unit in units:
        beside = [item for item in of_code[unit.sub_category] if item != unit.evidence_id]
        group = ""
        if unit.sub_category in independent:
            same = pieces[unit.sub_category] > 0 and random.random() < population.parameters.evidence.same_piece
            pieces[unit.sub_category] += not same
            group = f"piece {pieces[unit.sub_category]} from {first}"
        found.append(replace(unit, group=group, other_item=beside[0] if beside else ""))
    return tuple(found)
