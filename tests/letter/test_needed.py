"""The smallest sufficient sets as a phrase: exact where a phrase can be, and never more than it says."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.letter.case import LetterCase
from mrse_assess.letter.compose import compose
from mrse_assess.letter.needed import Members, Needed, describe

GROUPS = (("1.1", "1.2"), ("2.1", "2.2"), ("3",), ("4.1", "4.2", "4.3"), ("6.1", "6.2"), ("8.1", "8.2"))
CODES = tuple(code for group in GROUPS for code in group)


@pytest.mark.parametrize(
    ("sets", "phrase"),
    [
        ((("3",),), "category 3"),
        ((("1.1", "3"),), "1.1 and category 3"),
        ((("6.1",), ("6.2",)), "one of 6.1 and 6.2"),
        (
            tuple(("3", *two) for two in combinations(("1.1", "4.3", "6.1", "8.1"), 2)),
            "category 3 and two more of 1.1, 4.3, 6.1 and 8.1",
        ),
        (
            tuple(s for s in combinations(("1.1", "4.3", "6.1", "6.2", "8.1"), 3) if "6.1" in s or "6.2" in s),
            "three of 1.1, 4.3, 6.1, 6.2 and 8.1, with at least one of 6.1 and 6.2 among them,",
        ),
        (
            tuple(
                s
                for s in combinations(("1.1", "1.2", "6.1", "6.2", "8.1"), 3)
                if {"1.1", "1.2"} & set(s) and {"6.1", "6.2"} & set(s)
            ),
            "three of 1.1, 1.2, 6.1, 6.2 and 8.1, with at least one of 1.1 and 1.2 and one of 6.1 and 6.2 among them,",
        ),
        ((("1.1", "2.1"), ("1.1", "8.1"), ("2.1", "8.2")), "1.1 and 2.1, or 1.1 and 8.1, or 2.1 and 8.2"),
        (
            tuple(("3", *s) for s in combinations(CODES[:2] + CODES[5:], 3))[:9],
            "four more sub-categories, 1.1 and category 3 among them,",
        ),
        ((("mhra_references",),), "traceable references to the MHRA guidelines in two more sub-categories"),
        ((("part:exam", "simulated:4.3"),), "your ABMRS MRSE examination result and real evidence for 4.3"),
    ],
)
def test_what_would_be_enough_is_said_as_a_person_would(
    further_case: LetterCase, sets: Sequence[Members], phrase: str
) -> None:
    case = _needing(further_case, sets)
    texts = [sentence.text for sentence in compose(case).sentences() if sentence.passage == "need.set"]
    assert texts == [f"With the findings as they stand, {phrase} would be enough."]


def test_sub_categories_that_no_least_set_needs_are_optional(further_case: LetterCase) -> None:
    texts = [s.text for s in compose(_needing(further_case, (("3",),))).sentences() if s.passage == "need.optional"]
    assert texts[0] == "1.1 is not needed to reach the requirement; you may send evidence for it if you wish."
    assert "Category 3" not in " ".join(texts)


@settings(max_examples=60)
@given(st.data())
def test_a_phrase_means_exactly_the_sets_it_was_made_from(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 3))
    universe = list(combinations(CODES[:8], size))
    sets = tuple(data.draw(st.lists(st.sampled_from(universe), min_size=1, max_size=12, unique=True)))
    needed = describe(sets, GROUPS)
    meant = _meaning(needed)
    if meant is None:
        assert len(sets) > 6
        assert all(set(needed.musts) <= set(one) and len(one) == needed.number for one in sets)
    else:
        assert meant == {frozenset(one) for one in sets}


def _meaning(needed: Needed) -> set[frozenset[str]] | None:
    """The sets that a reader of the phrase would think of; None where it only tells a number."""
    if needed.listed:
        return {frozenset(one) for one in needed.listed}
    if needed.choices or not needed.number:
        taken = combinations(needed.choices, needed.number)
        return {
            frozenset((*needed.musts, *one)) for one in taken if all(set(one) & set(group) for group in needed.among)
        }
    return None


def _needing(case: LetterCase, sets: Sequence[Members]) -> LetterCase:
    """The case with these least sets; every sub-category in them is open."""
    named = {member for one in sets for member in one}
    results = tuple(
        replace(result, state="not_satisfactory") if result.code in named else result
        for result in case.decision.sub_categories
    )
    rules = tuple(
        replace(finding, observed=0) if finding.rule == "mhra_references" else finding
        for finding in case.decision.rules
    )
    return replace(case, decision=replace(case.decision, pivotal=tuple(sets), sub_categories=results, rules=rules))
