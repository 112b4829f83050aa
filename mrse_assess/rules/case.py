"""One application under the rules: what is known of each sub-category and part, and the counts at worst and at best."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from mrse_assess.errors import BadRequestError
from mrse_assess.model.judgement import Judgements
from mrse_assess.model.scheme import Scheme
from mrse_assess.rules.readings import in_force
from mrse_assess.rules.rulebook import Counts, Rulebook, rulebook
from mrse_assess.rules.standing import OpenFacts, Standing, as_found, best, open_facts, worst
from mrse_assess.rules.tally import Tally, added, of_category
from mrse_assess.rules.units import UnitFacts, unit_facts
from mrse_assess.terms import RuleStatus


@dataclass(frozen=True, kw_only=True)
class Case:
    """Judgements as the rules see them under one way of reading ambiguous clauses.

    ``facts`` go with ``units``. ``parts``: True or False as confirmed, None when nobody has; ``required`` are those
    that a deciding rule asks for. Every count is lowest in ``worst`` and highest in ``best``, save that of simulated
    sub-categories: there it is the other way round. No completion lies outside the two.
    """

    scheme: Scheme
    book: Rulebook
    units: tuple[UnitFacts, ...]
    facts: tuple[OpenFacts, ...]
    parts: Mapping[str, bool | None]
    required: tuple[str, ...]
    found: Tally
    worst: Tally
    best: Tally

    @property
    def outcome(self) -> RuleStatus:
        """Met if every completion meets every deciding rule, not met if none does.

        What is pending can end well for all rules at once, so rules need not be weighed against each other.
        """
        if self.book.meets(self.worst):
            return RuleStatus.MET
        return RuleStatus.UNDETERMINED if self.book.meets(self.best) else RuleStatus.NOT_MET

    def categories(self) -> tuple[tuple[int, ...], ...]:
        """Positions in ``units`` of the sub-categories of each major category."""
        places = enumerate(self.units)
        by_number: dict[int, list[int]] = {category.number: [] for category in self.scheme.categories}
        for place, facts in places:
            by_number[facts.unit.category].append(place)
        return tuple(tuple(members) for members in by_number.values() if members)


def case(judgements: Judgements, scheme: Scheme, values: Mapping[str, str]) -> Case:
    """The case of one application. ``values`` as :func:`mrse_assess.rules.readings.chosen` gives them."""
    return case_of(scheme, values, unit_facts(judgements, scheme), _confirmed(judgements, scheme))


def case_of(
    scheme: Scheme, values: Mapping[str, str], units: tuple[UnitFacts, ...], parts: Mapping[str, bool | None]
) -> Case:
    """The same from facts that are already known, so that several readings can be tried on them."""
    book = rulebook(scheme, in_force(values))
    facts = tuple(open_facts(one, book.readings, book.pieces_needed) for one in units)

    def counted(view: Callable[[OpenFacts], Standing], absent: int) -> Tally:
        return tally_of(units, [view(one) for one in facts], book).plus(Tally(absent=absent))

    required = _required(scheme)
    confirmed_absent = sum(parts[part] is False for part in required)
    not_present = sum(parts[part] is not True for part in required)
    return Case(
        scheme=scheme,
        book=book,
        units=units,
        facts=facts,
        parts=parts,
        required=required,
        found=counted(as_found, not_present),
        worst=counted(worst, not_present),
        best=counted(best, confirmed_absent),
    )


def tally_of(units: Sequence[UnitFacts], standings: Iterable[Standing], book: Rulebook) -> Tally:
    """The counts over all sub-categories, given how each stands."""
    by_category: dict[int, list[Standing]] = {}
    for facts, standing in zip(units, standings, strict=True):
        by_category.setdefault(facts.unit.category, []).append(standing)
    return added(of_category(one, by_piece=book.readings.by_piece) for one in by_category.values())


def _required(scheme: Scheme) -> tuple[str, ...]:
    """The parts that a deciding rule asks for."""
    deciding = {rule.id for rule in scheme.rules if rule.counts == Counts.PARTS and not rule.advisory}
    return tuple(part.id for part in scheme.parts if part.rule in deciding)


def _confirmed(judgements: Judgements, scheme: Scheme) -> dict[str, bool | None]:
    """What was said of each part of the scheme; None where nobody said anything."""
    said: dict[str, bool | None] = {part.id: None for part in scheme.parts}
    for confirmation in judgements.parts:
        if confirmation.part not in said:
            raise BadRequestError(
                f"a confirmation names the part {confirmation.part!r}, which the scheme does not have; it has: "
                f"{', '.join(said)}"
            )
        said[confirmation.part] = confirmation.confirmed
    return said
