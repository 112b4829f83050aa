"""What holds of every case: no row is multiplied, nobody counts twice, and the rules are asked what they always say."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.cohort.frames import Rulings, frames, rows_of
from mrse_assess.cohort.frames.columns import SHAPES
from mrse_assess.cohort.frames.profiles import as_text, counted_alike, from_text, profile_of, ruling_of
from mrse_assess.model.judgement import Conclusion, Judgement, Judgements, PartConfirmation
from mrse_assess.rules import decide
from mrse_assess.rules.units import unit_facts
from mrse_assess.terms import Phase, RuleStatus, Verdict

from .conftest import SCHEME, WORDS, Written, with_people

PEOPLE = ("jo", "kim", "lee")
OWN = {"application": "X", "attempt": 1}
REASONS = st.sampled_from(["undated", "outdated", "too_basic_or_minimal", "simulated"])
READINGS = st.fixed_dictionaries(
    {},
    optional={
        reading.id: st.sampled_from(reading.values) for reading in SCHEME.readings if reading.id != "five_years_from"
    },
)
FREE = settings(max_examples=50, deadline=None)


@st.composite
def rows(draw, phase, who, code):
    """What one person says of a sub-category: up to two items, and perhaps a conclusion."""
    items = draw(st.lists(st.sampled_from(["1", "2"]), unique=True, max_size=2))
    for item in items:
        verdict = draw(st.sampled_from([Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY, Verdict.REFERRED_TO_PANEL]))
        reasons = tuple(draw(st.lists(REASONS, unique=True, max_size=2)))
        yield Judgement(
            **OWN, phase=phase, assessor=who, sub_category=code, evidence_id=item, verdict=verdict, reasons=reasons,
            primary_reason=reasons[0] if reasons else "", simulated=draw(st.booleans()),
            mhra_reference=draw(st.booleans()), independent_group=draw(st.sampled_from(["", "a", "b"])),
        )  # fmt: skip
    if draw(st.integers(0, 9)):
        verdict = draw(
            st.sampled_from([Verdict.SATISFACTORY] * 4 + [Verdict.NOT_SATISFACTORY, Verdict.NOTHING_OFFERED])
        )
        yield Conclusion(**OWN, phase=phase, assessor=who, sub_category=code, verdict=verdict)


@st.composite
def judged(draw):
    """Any judgements of up to three assessors and a panel on a few sub-categories; the rest is found satisfactory."""
    open_codes = draw(st.lists(st.sampled_from(SCHEME.codes), unique=True, max_size=6))
    whole = Written("X").judgements()
    said = [
        row
        for code in open_codes
        for phase, people in ((Phase.INDIVIDUAL, PEOPLE), (Phase.MODERATION, ("cho",)))
        for who in people
        if draw(st.booleans())
        for row in draw(rows(phase, who, code))
    ]
    kept = [row for row in (*whole.judgements, *whole.conclusions) if row.sub_category not in open_codes]
    both = [*kept, *said]
    parts = {part.id: draw(st.sampled_from([True, True, True, False, None])) for part in SCHEME.parts}
    return Judgements(
        **OWN,
        judgements=tuple(row for row in both if isinstance(row, Judgement)),
        conclusions=tuple(row for row in both if isinstance(row, Conclusion)),
        parts=tuple(PartConfirmation(**OWN, part=part, confirmed=on) for part, on in parts.items() if on is not None),
    )


def case_of(judgements, readings=None):
    return replace(Written("X").case(), own=judgements, counted=judgements, readings=readings or {})


def cells(rows_of_frame, frame, *names):
    places = [SHAPES[frame].names.index(name) for name in names]
    return [tuple(row[place] for place in places) for row in rows_of_frame]


@FREE
@given(judged(), READINGS)
def test_the_rules_say_what_they_say_of_the_application_itself(judgements, readings):
    """The rows come from its profile; :func:`decide` has every record before it."""
    found = rows_of(case_of(judgements, readings))
    decision = decide(judgements, SCHEME, readings)
    ((outcome, short_of, satisfactory),) = cells(
        found.applications, "applications", "rules", "short_of", "satisfactory"
    )
    assert outcome == str(decision.outcome)
    assert short_of == (len(decision.pivotal[0]) if decision.outcome is RuleStatus.NOT_MET else None)
    assert satisfactory == sum(one.state == "satisfactory" for one in decision.sub_categories)
    told = {
        rule: rest for rule, *rest in cells(found.rules, "rules", "rule", "status", "observed", "threshold", "pending")
    }
    for rule in decision.rules:
        counted = rule.status is not RuleStatus.NOT_ASSESSED
        numbers = [rule.observed, rule.threshold, rule.pending] if counted else [None] * 3
        assert told[rule.rule] == [str(rule.status), *numbers]
    units = cells(
        found.sub_categories, "sub_categories", "sub_category", "state", "rests_on_simulated", "mhra", "disagreement"
    )
    assert units == [
        (one.code, str(one.state), str(one.rests_on_simulated), str(one.mhra), one.disagreement)
        for one in decision.sub_categories
    ]


@FREE
@given(judged(), READINGS, st.randoms(use_true_random=False))
def test_applications_of_one_profile_have_one_ruling(judgements, readings, random):
    """Sub-categories of a category change places, then categories of two, then references of what is satisfactory."""
    facts = unit_facts(judgements, SCHEME)
    profile = profile_of(facts, judgements.parts, SCHEME)
    first = {category.number: [] for category in SCHEME.categories}
    for unit, one in zip(SCHEME.sub_categories, profile.units, strict=True):
        first[unit.category].append(one)
    mixed = [random.sample(units, len(units)) for units in first.values()]
    pairs = random.sample([units for units in mixed if len(units) == 2], 6)
    units = [unit for units in (pairs.pop() if len(units) == 2 else units for units in mixed) for unit in units]
    free = [place for place, unit in enumerate(units) if unit.satisfactory == "yes"]
    dealt = random.sample([units[place][2:4] for place in free], len(free))
    for place, (reference, anywhere) in zip(free, dealt, strict=True):
        units[place] = units[place]._replace(reference=reference, reference_anywhere=anywhere)
    other = profile._replace(units=tuple(units))
    assert counted_alike(units, SCHEME) == profile.units
    one, same = (ruling_of(of, readings, SCHEME) for of in (profile, other))
    assert one == same


def test_sub_categories_of_another_kind_do_not_change_places():
    """Were two independent pieces asked for in 1.1, the rules would tell it from 1.2."""
    first, *others = SCHEME.categories
    unit, *rest = first.sub_categories
    units = (replace(unit, independent=True, minimum_items=2), *rest)
    scheme = replace(SCHEME, categories=(replace(first, sub_categories=units), *others))
    judgements = Written("X").fail("1.2", "undated").judgements()
    facts = unit_facts(judgements, SCHEME)
    profile = profile_of(facts, judgements.parts, SCHEME)
    assert [one.satisfactory for one in profile.units[:2]] == ["no", "yes"]
    other = profile_of(facts, judgements.parts, scheme)
    assert [one.satisfactory for one in other.units[:2]] == ["yes", "no"]


@FREE
@given(judged())
def test_a_profile_is_read_again_as_it_was_written(judgements):
    profile = profile_of(unit_facts(judgements, SCHEME), judgements.parts, SCHEME)
    assert from_text(as_text(profile)) == profile


@FREE
@given(judged(), st.permutations((*PEOPLE, "cho")))
def test_the_order_of_assessors_changes_nothing(judgements, order):
    case = case_of(judgements)
    assert rows_of(with_people(case, order)) == rows_of(case)


@FREE
@given(judged())
def test_rows_are_no_more_than_what_they_are_about(judgements):
    """One row for each unit that was judged at all, however many judged it; keys are unique, which frames check."""
    found = rows_of(case_of(judgements))
    frames([found], WORDS)
    judged_items = {(row.sub_category, row.evidence_id) for row in judgements.judgements}
    assert sorted(cells(found.items, "items", "sub_category", "evidence_id")) == sorted(judged_items)
    per_unit = Counter(code for code, _ in judged_items)
    assert dict(cells(found.sub_categories, "sub_categories", "sub_category", "items")) == {
        code: per_unit[code] for code in SCHEME.codes
    }
    assert len(found.assessments) == len(judgements.judgements) + len(judgements.conclusions)


@FREE
@given(judged())
def test_an_assessor_who_says_the_same_as_another_counts_no_further(judgements):
    """A twin of one assessor is added, who says the same of the same: only who assessed is another number."""
    alone = [row for row in (*judgements.judgements, *judgements.conclusions) if row.assessor == "jo"]
    twins = [replace(row, assessor="jo's twin") for row in alone]
    doubled = replace(
        judgements,
        judgements=(*judgements.judgements, *(row for row in twins if isinstance(row, Judgement))),
        conclusions=(*judgements.conclusions, *(row for row in twins if isinstance(row, Conclusion))),
    )
    before, after = rows_of(case_of(judgements)), rows_of(case_of(doubled))
    for name in ("rules", "sub_categories", "items", "reasons"):
        assert getattr(before, name) == getattr(after, name)


@pytest.mark.parametrize("remembered", [True, False])
def test_what_rulings_remember_is_what_they_would_say_again(cases, remembered):
    rulings = Rulings(SCHEME) if remembered else None
    assert [rows_of(case, rulings) for case in cases] == [rows_of(case) for case in cases]
