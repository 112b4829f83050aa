"""The smallest changes that would flip the outcome; for an undetermined one, the pending units that settle it.

Members of a set: the code of a sub-category (it becomes satisfactory, on real evidence and with as many independent
pieces as it needs; or, where the outcome is met, it is lost with everything that it holds); ``simulated:4.3`` (its
simulated evidence is replaced by real evidence); ``part:exam`` (it is confirmed present, or turns out to be absent);
and the id of the rule on references (as many are added as the rule asks for).
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from mrse_assess.model.scheme import Scheme
from mrse_assess.rules import tri
from mrse_assess.rules.case import Case
from mrse_assess.rules.essential import essential
from mrse_assess.rules.least_sets import Labels, Layer, Way, least_sets
from mrse_assess.rules.rulebook import Counts
from mrse_assess.rules.standing import OpenFacts, Standing, best, worst
from mrse_assess.rules.tally import Tally, added, of_category
from mrse_assess.rules.units import UnitFacts
from mrse_assess.terms import RuleStatus, SubCategoryState

LISTED = 2000
"""No more sets than this are listed. The MRSE scheme has at most 1820: 12 of 16, all resting on simulated evidence."""

Option = tuple[Labels, Standing]


def pivotal(case: Case) -> tuple[tuple[Labels, ...], bool]:
    """All sets of least size that flip the outcome, in the order of the scheme, and whether that is all of them.

    From ``not_met``: with the changes of a set the outcome is met, however the rest that is pending ends. From
    ``met``: with the losses of a set it is not met, however the rest ends. For ``undetermined`` there is one set: the
    pending units on which the outcome depends. Once they are settled, it is; the other pending units cannot change
    it.
    """
    if case.outcome == RuleStatus.UNDETERMINED:
        return _ordered((essential(case),), case.scheme), True
    sets, complete = _gains(case) if case.outcome == RuleStatus.NOT_MET else _losses(case)
    return _ordered(sets, case.scheme), complete


def _gains(case: Case) -> tuple[tuple[Labels, ...], bool]:
    """Sets of changes for the better after which even the worst completion meets every rule."""
    layers = [*_category_layers(case, _gain_options), _references_layer(case), _missing_parts_layer(case)]
    best_ways = [layer[-1].adds for layer in layers]

    def hopeful(place: int, tally: Tally) -> bool:
        return case.book.meets(tally.plus(added(best_ways[place:])))

    return least_sets(layers, case.book.meets, capped=case.book.capped, hopeful=hopeful, listed=LISTED)


def _losses(case: Case) -> tuple[tuple[Labels, ...], bool]:
    """Sets of losses after which even the best completion breaks a rule; tried by size, since few are needed."""
    layers = [*_category_layers(case, _loss_options), _lost_parts_layer(case)]
    for size in range(1, len(case.units) + len(case.required) + 1):
        sets, complete = least_sets(
            layers, lambda tally: not case.book.meets(tally), capped=case.book.capped, largest=size, listed=LISTED
        )
        if sets:
            return sets, complete
    return (), True


def _gain_options(facts: UnitFacts, known: OpenFacts) -> tuple[Option, ...]:
    """To stay as it is at worst, or to become better; the best comes last."""
    stays = worst(known)
    options: list[Option] = [((), stays)]
    if stays.satisfactory and stays.simulated:
        options.append(((f"simulated:{facts.unit.code}",), stays._replace(simulated=False)))
    if not (stays.satisfactory and stays.independent):
        better = Standing(
            satisfactory=True,
            simulated=False,
            reference=tri.certain(known.reference),
            holds_piece=True,
            independent=True,
        )
        options.append(((facts.unit.code,), better))
    return tuple(options)


def _loss_options(facts: UnitFacts, known: OpenFacts) -> tuple[Option, ...]:
    """To stay as it is at best, or, when it is satisfactory, to be lost with all that it holds."""
    stays: Option = ((), best(known))
    if facts.state != SubCategoryState.SATISFACTORY:
        return (stays,)
    lost = Standing(
        satisfactory=False,
        simulated=False,
        reference=False,
        holds_piece=False,
        independent=not facts.unit.independent,
    )
    return (stays, ((facts.unit.code,), lost))


def _category_layers(case: Case, options_of: Callable[[UnitFacts, OpenFacts], tuple[Option, ...]]) -> Iterator[Layer]:
    """A layer for each major category: every choice of options for its sub-categories."""
    for members in case.categories():
        options = [options_of(case.units[place], case.facts[place]) for place in members]
        yield tuple(_way(chosen, case) for chosen in product(*options))


def _way(chosen: Sequence[Option], case: Case) -> Way:
    labels = tuple(label for changes, _ in chosen for label in changes)
    return Way(labels, of_category([standing for _, standing in chosen], by_piece=case.book.readings.by_piece))


def _references_layer(case: Case) -> Layer:
    """To leave the references as they are, or to add as many as the rule asks for."""
    asked = [one for one in case.book.requirements if one.counts == Counts.MHRA_REFERENCES]
    added_ways = [Way((one.rule,), Tally(references=one.threshold)) for one in asked]
    return (Way((), Tally()), *added_ways)


def _missing_parts_layer(case: Case) -> Layer:
    """Every required part that is not confirmed present has to be."""
    return (Way(tuple(f"part:{part}" for part in case.required if case.parts[part] is not True), Tally()),)


def _lost_parts_layer(case: Case) -> Layer:
    """No required part more is absent, or one more is."""
    present = [part for part in case.required if case.parts[part] is not False]
    return (Way((), Tally()), *(Way((f"part:{part}",), Tally(absent=1)) for part in present))


def _ordered(sets: Sequence[Labels], scheme: Scheme) -> tuple[Labels, ...]:
    """Members in the order of the scheme (sub-categories, simulated ones, references, parts), and the sets likewise."""
    order = {code: place for place, code in enumerate(scheme.codes)}
    order |= {f"simulated:{code}": len(order) + place for place, code in enumerate(scheme.codes)}
    order |= {rule.id: len(order) + place for place, rule in enumerate(scheme.rules)}
    order |= {f"part:{part.id}": len(order) + place for place, part in enumerate(scheme.parts)}
    members = (tuple(sorted(labels, key=order.__getitem__)) for labels in sets)
    return tuple(sorted(members, key=lambda labels: [order[label] for label in labels]))
