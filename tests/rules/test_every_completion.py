"""The short forms of the rules against trying every completion, every set of changes and every choice, one by one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product
from typing import Any, NamedTuple

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from mrse_assess.model.judgement import Judgements
from mrse_assess.model.scheme import Scheme
from mrse_assess.rules import decide
from mrse_assess.rules.case import Case, case
from mrse_assess.rules.readings import chosen
from mrse_assess.rules.units import UnitFacts
from mrse_assess.terms import Direction, RuleStatus, Tri

CODES = ("1.1", "1.2", "2")
SOURCES = (("individual", "A"), ("individual", "B"), ("moderation", "chair"))
MOST_COMPLETIONS = 400
CHECKED = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


class End(NamedTuple):
    """How one sub-category ends."""

    satisfactory: bool
    simulated: bool
    reference: bool
    piece: bool
    independent: bool


class World(NamedTuple):
    """One completion: how every sub-category ends, and which parts are there."""

    ends: tuple[End, ...]
    parts: tuple[bool, ...]


# --- Judgements of every sort ---------------------------------------------------------------------------------------


def some_rows(rows: Any, code: str) -> st.SearchStrategy[list[Any]]:
    """Rows on one sub-category: mostly clear, sometimes anything."""
    verdicts = ["satisfactory", "satisfactory", "not_satisfactory", "referred_to_panel"]
    group = st.sampled_from(["", "a", "b"])

    def item(name: str, source: tuple[str, str]) -> st.SearchStrategy[Any]:
        return st.builds(
            lambda verdict, simulated, mhra, group: rows.item(
                code, name, verdict, phase=source[0], assessor=source[1], simulated=simulated, mhra_reference=mhra,
                independent_group=group,
            ),
            st.sampled_from(verdicts), st.booleans(), st.booleans(), group,
        )  # fmt: skip

    def conclusion(source: tuple[str, str]) -> st.SearchStrategy[Any]:
        return st.builds(
            lambda verdict, note: rows.conclusion(code, verdict, phase=source[0], assessor=source[1], to_panel=note),
            st.sampled_from([*verdicts, "nothing_offered"]),
            st.sampled_from(["", "Please look."]),
        )

    def clear(verdict: str, simulated: bool, mhra: bool) -> list[Any]:
        items = [
            rows.item(code, name, verdict, simulated=simulated, mhra_reference=mhra, independent_group=name)
            for name in ("x", "y")
        ]
        return [*items, rows.conclusion(code, verdict)]

    anything = [item(name, source) for name in ("x", "y") for source in SOURCES] + [conclusion(one) for one in SOURCES]
    return st.one_of(
        st.builds(clear, st.sampled_from(["satisfactory", "not_satisfactory"]), st.booleans(), st.booleans()),
        st.builds(clear, st.just("satisfactory"), st.booleans(), st.booleans()),
        st.just([]),
        st.tuples(*(st.none() | one for one in anything)).map(lambda made: [row for row in made if row]),
    )


@st.composite
def situations(
    draw: st.DrawFn, make_scheme: Callable[..., Scheme], rows: Any
) -> tuple[Judgements, Scheme, dict[str, str]]:
    """Judgements, a scheme of three sub-categories with any thresholds, and a way of reading it."""
    thresholds = {
        "sub_categories": draw(st.integers(1, 3)),
        "major_categories": draw(st.integers(1, 2)),
        "independent_items": 2,
        "simulated_limit": draw(st.integers(0, 2)),
        "mhra_references": draw(st.integers(0, 2)),
    }
    readings = ("major_category_by", "third_simulated", "mhra_counts_in")
    scheme = make_scheme(CODES, thresholds, parts=("list",), independent={"2": 2}, readings=readings)
    said = list(chain.from_iterable(draw(some_rows(rows, code)) for code in CODES))
    part = draw(st.sampled_from([{"list": True}, {"list": True}, {}, {"list": False}]))
    values = {one.id: draw(st.sampled_from(one.values)) for one in scheme.readings}
    return rows.together(said, part), scheme, values


# --- The rules, told as plainly as can be ---------------------------------------------------------------------------


def either(fact: Tri) -> tuple[bool, ...]:
    return {Tri.YES: (True,), Tri.NO: (False,), Tri.UNDETERMINED: (True, False)}[fact]


def ends_of(facts: UnitFacts, values: Mapping[str, str]) -> list[End]:
    """Every way in which one sub-category may end: the definition of a completion, fact by fact."""
    anywhere = values["mhra_counts_in"] == "any"
    found: list[End] = []
    for satisfactory in either(facts.satisfactory):
        references = either(facts.reference_anywhere if anywhere else facts.reference)
        if not satisfactory and not anywhere:
            references = (False,)
        simulated = either(facts.simulated) if satisfactory else (False,)
        pieces = (True,) if satisfactory else either(facts.piece)
        independent = {True}
        if facts.unit.independent:
            reach = (facts.independent.low, 2 if facts.pending else facts.independent.high)
            independent = {number >= 2 for number in reach}
        found += [End(satisfactory, *rest) for rest in product(simulated, references, pieces, sorted(independent))]
    return found


def worlds(units: Sequence[Iterable[End]], parts: Mapping[str, bool | None]) -> Iterator[World]:
    said = [(True, False) if known is None else (known,) for known in parts.values()]
    for ends in product(*units):
        for confirmed in product(*said):
            yield World(ends, confirmed)


def numbers(world: World, scheme: Scheme, values: Mapping[str, str]) -> list[dict[str, int]]:
    """What each rule counts; one answer for each choice of simulated sub-categories that the applicant may keep."""
    limit = scheme.rule("simulated_limit").threshold or 0
    resting = [place for place, end in enumerate(world.ends) if end.satisfactory and end.simulated]
    keeps = [tuple(resting)]
    if values["third_simulated"] == "not_counted" and len(resting) > limit:
        keeps = list(combinations(resting, limit))
    answers = []
    for kept in keeps:
        counting = [end.satisfactory and (not end.simulated or place in kept) for place, end in enumerate(world.ends)]
        by_piece = values["major_category_by"] == "piece"
        holding = [end.piece for end in world.ends] if by_piece else counting
        answers.append(
            {
                "sub_categories": sum(counting),
                "major_categories": int(holding[0] or holding[1]) + int(holding[2]),
                "independent_items": 2 if world.ends[2].independent else 1,
                "simulated_limit": len(kept),
                "mhra_references": sum(end.reference for end in world.ends),
                "parts": sum(world.parts),
            }
        )
    return answers


def meets(scheme: Scheme, rule_id: str, number: int) -> bool:
    rule = scheme.rule(rule_id)
    needed = len(scheme.parts) if rule.threshold is None else rule.threshold
    return number >= needed if rule.direction == Direction.AT_LEAST else number <= needed


def passes(world: World, scheme: Scheme, values: Mapping[str, str]) -> bool:
    """Whether the applicant passes, keeping whatever serves best."""
    return any(
        all(meets(scheme, rule, number) for rule, number in answer.items()) for answer in numbers(world, scheme, values)
    )


def status(answers: Iterable[bool]) -> RuleStatus:
    said = set(answers)
    if len(said) > 1:
        return RuleStatus.UNDETERMINED
    return RuleStatus.MET if said.pop() else RuleStatus.NOT_MET


def size(units: Sequence[Sequence[End]]) -> int:
    product_of = 1
    for ends in units:
        product_of *= len(ends)
    return product_of


# --- Properties -----------------------------------------------------------------------------------------------------


@CHECKED
@given(data=st.data())
def test_findings_and_outcome_are_those_of_every_completion(data, make_scheme, rows):
    judgements, scheme, values = data.draw(situations(make_scheme, rows))
    found = case(judgements, scheme, chosen(scheme, values))
    all_worlds = list(worlds([ends_of(facts, values) for facts in found.units], found.parts))
    counted = [numbers(world, scheme, values) for world in all_worlds]
    decision = decide(judgements, scheme, values)
    assert decision.outcome == status(passes(world, scheme, values) for world in all_worlds)
    for rule in ("sub_categories", "major_categories", "simulated_limit", "mhra_references", "parts"):
        best = [max(answer[rule] for answer in answers) for answers in counted]
        finding = decision.finding(rule)
        assert (finding.lowest, finding.highest) == (min(best), max(best)), rule
        assert finding.lowest <= finding.observed <= finding.highest
        assert finding.status == status(meets(scheme, rule, number) for number in best)
    independence = {answer[0]["independent_items"] >= 2 for answer in counted}
    assert decision.finding("independent_items").status == status(independence)


@CHECKED
@given(data=st.data())
def test_pivotal_sets_are_those_found_by_trying_every_set(data, make_scheme, rows):
    judgements, scheme, values = data.draw(situations(make_scheme, rows))
    found = case(judgements, scheme, chosen(scheme, values))
    units = [ends_of(facts, values) for facts in found.units]
    assume(size(units) <= MOST_COMPLETIONS)
    decision = decide(judgements, scheme, values)
    tried = {RuleStatus.NOT_MET: by_gains, RuleStatus.MET: by_losses, RuleStatus.UNDETERMINED: by_settling}
    expected = tried[decision.outcome](found, units, scheme, values)
    assert sorted(map(sorted, decision.pivotal)) == sorted(map(sorted, expected))
    assert len(set(decision.pivotal)) == len(decision.pivotal)


def least(candidates: Sequence[str], accepted: Callable[[tuple[str, ...]], bool]) -> list[tuple[str, ...]]:
    """All sets of least size that are accepted, by trying all."""
    for number in range(len(candidates) + 1):
        found = [members for members in combinations(candidates, number) if accepted(members)]
        if found:
            return found
    return []


def by_gains(
    found: Case, units: Sequence[list[End]], scheme: Scheme, values: Mapping[str, str]
) -> list[tuple[str, ...]]:
    def improved(place: int, members: Sequence[str]) -> list[End]:
        code, facts = CODES[place], found.units[place]
        ends = units[place]
        if f"simulated:{code}" in members:
            ends = [end._replace(simulated=False) for end in ends]
        if code in members:
            anywhere = values["mhra_counts_in"] == "any"
            reference = (facts.reference_anywhere if anywhere else facts.reference) == Tri.YES
            ends = [End(satisfactory=True, simulated=False, reference=reference, piece=True, independent=True)]
        if "mhra_references" in members:
            ends = [end._replace(reference=True) for end in ends]
        return ends

    def flips(members: Sequence[str]) -> bool:
        parts = {part: True if f"part:{part}" in members else said for part, said in found.parts.items()}
        changed = [improved(place, members) for place in range(len(CODES))]
        return all(passes(world, scheme, values) for world in worlds(changed, parts))

    surely = [all(end.satisfactory for end in ends) for ends in units]
    sound = [sure and all(end.independent for end in ends) for sure, ends in zip(surely, units, strict=True)]
    codes = [code for code, good in zip(CODES, sound, strict=True) if not good]
    simulated = [f"simulated:{code}" for code, sure in zip(CODES, surely, strict=True) if sure]
    parts = [f"part:{part}" for part, said in found.parts.items() if said is not True]
    return least([*codes, *simulated, "mhra_references", *parts], flips)


def by_losses(
    found: Case, units: Sequence[list[End]], scheme: Scheme, values: Mapping[str, str]
) -> list[tuple[str, ...]]:
    def flips(members: Sequence[str]) -> bool:
        parts = {part: False if f"part:{part}" in members else said for part, said in found.parts.items()}
        changed = [
            [End(False, False, False, False, not facts.unit.independent)] if facts.unit.code in members else ends
            for facts, ends in zip(found.units, units, strict=True)
        ]
        return not any(passes(world, scheme, values) for world in worlds(changed, parts))

    codes = [facts.unit.code for facts in found.units if facts.satisfactory == Tri.YES]
    return least([*codes, *(f"part:{part}" for part in found.parts)], flips)


def by_settling(
    found: Case, units: Sequence[list[End]], scheme: Scheme, values: Mapping[str, str]
) -> list[tuple[str, ...]]:
    """Sets that, settled in any way, leave every completion of the rest with the same outcome."""

    def told(world: World, members: Sequence[str]) -> tuple[object, ...]:
        """What is known of a completion when only these members are settled."""
        known: list[object] = []
        for facts, end in zip(found.units, world.ends, strict=True):
            code = facts.unit.code
            if facts.pending:
                known.append(end if code in members else None)
                continue
            known.append(end.simulated if f"simulated:{code}" in members else None)
            known.append(end.reference if "mhra_references" in members else None)
            known.append((end.independent, end.piece) if code in members else None)
        return (*known, world.parts if "part:list" in members else None)

    def settles(members: Sequence[str]) -> bool:
        seen: dict[tuple[object, ...], bool] = {}
        return all(seen.setdefault(told(world, members), outcome) == outcome for world, outcome in outcomes)

    outcomes = [(world, passes(world, scheme, values)) for world in worlds(units, found.parts)]
    candidates = [*CODES, *(f"simulated:{code}" for code in CODES), "mhra_references", "part:list"]
    return least(candidates, settles)
