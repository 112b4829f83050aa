"""Outcomes of profiles alone: what a full ruling says, whatever was asked before."""

from hypothesis import given
from hypothesis import strategies as st

from mrse_assess.cohort.frames.outcomes import Outcomes
from mrse_assess.cohort.frames.profiles import profile_of, readings_as_text, ruling_of
from mrse_assess.cohort.frames.replaying import with_thresholds
from mrse_assess.rules.units import unit_facts

from .conftest import SCHEME
from .test_properties import FREE, READINGS, judged

NUMBERS = st.fixed_dictionaries(
    {"sub_categories": st.integers(0, 16), "simulated_limit": st.integers(0, 4), "mhra_references": st.integers(0, 3)}
)


@FREE
@given(st.lists(st.tuples(judged(), READINGS), min_size=1, max_size=4), NUMBERS)
def test_it_is_the_outcome_of_a_full_ruling(cases, numbers):
    scheme = with_thresholds(SCHEME, numbers)
    outcomes = Outcomes(scheme)
    for judgements, readings in cases:
        profile = profile_of(unit_facts(judgements, SCHEME), judgements.parts, SCHEME)
        said = outcomes.of(profile.units, profile.parts, readings_as_text(readings))
        assert said is ruling_of(profile, readings, scheme).outcome
