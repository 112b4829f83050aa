"""What stands about one sub-category: its state, the pieces behind it, its flags."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mrse_assess.errors import BadRequestError
from mrse_assess.model.scheme import SubCategory
from mrse_assess.rules import sub_category_results
from mrse_assess.rules.deciding import ItemFacts
from mrse_assess.rules.states import behind
from mrse_assess.rules.units import rests_on_simulated
from mrse_assess.terms import Severity, SubCategoryState, Tri


class Piece(NamedTuple):
    """A satisfactory item in one completion."""

    simulated: bool
    group: str


@pytest.fixture(scope="session")
def result(mrse, rows):
    """The result of one sub-category, given rows on it."""

    def of(code, *said):
        judgements = rows.together(said)
        return next(one for one in sub_category_results(judgements, mrse) if one.code == code)

    return of


# --- States ---------------------------------------------------------------------------------------------------------


def test_without_a_conclusion_a_sub_category_is_not_yet_judged(result, rows):
    assert result("2.1", rows.item("2.1", "4")).state == SubCategoryState.NOT_YET_JUDGED


def test_the_state_is_the_conclusions_and_not_rolled_up_from_items(result, rows):
    found = result("2.1", rows.item("2.1", "4"), rows.conclusion("2.1", "not_satisfactory"))
    assert found.state == SubCategoryState.NOT_SATISFACTORY
    assert found.counted == ()


def test_counted_are_the_satisfactory_items_of_a_satisfactory_sub_category(result, rows):
    found = result(
        "2.1", rows.item("2.1", "4"), rows.item("2.1", "5", "not_satisfactory"), rows.item("2.1", "6"),
        rows.conclusion("2.1"),
    )  # fmt: skip
    assert found.counted == ("4", "6")
    assert found.independent == 2


def test_a_referral_is_pending(result, rows):
    found = result("2.1", rows.item("2.1", "4"), rows.conclusion("2.1", "referred_to_panel"))
    assert found.state == SubCategoryState.NOT_YET_JUDGED
    assert not found.disagreement


def test_an_item_referred_to_the_panel_may_yet_carry_the_sub_category(result, rows):
    found = result("2.1", rows.item("2.1", "4", "referred_to_panel"), rows.conclusion("2.1"))
    assert found.state == SubCategoryState.NOT_YET_JUDGED
    assert found.contradiction is None


def test_assessors_who_differ_leave_it_pending(result, rows):
    found = result(
        "2.1", rows.item("2.1", "4", assessor="A"), rows.conclusion("2.1", assessor="A"),
        rows.item("2.1", "4", "not_satisfactory", assessor="B"),
        rows.conclusion("2.1", "not_satisfactory", assessor="B"),
    )  # fmt: skip
    assert found.state == SubCategoryState.NOT_YET_JUDGED
    assert found.disagreement


def test_the_panel_settles_what_assessors_differ_on(result, rows):
    found = result(
        "2.1", rows.item("2.1", "4", event="e1"), rows.conclusion("2.1", event="e2"),
        rows.item("2.1", "4", "not_satisfactory", assessor="B", event="e3"),
        rows.conclusion("2.1", "not_satisfactory", assessor="B", event="e4"),
        rows.item("2.1", "4", phase="moderation", assessor="chair", event="e5"),
        rows.conclusion("2.1", phase="moderation", assessor="chair", event="e6"),
    )  # fmt: skip
    assert found.state == SubCategoryState.SATISFACTORY
    assert found.counted == ("4",)
    assert not found.disagreement
    assert found.events == ("e5", "e6")


def test_a_panels_conclusion_stands_while_an_item_is_open_but_its_flags_stay_open(result, rows):
    found = result(
        "2.1", rows.item("2.1", "4"), rows.item("2.1", "4", "not_satisfactory", assessor="B"),
        rows.conclusion("2.1"), rows.conclusion("2.1", "not_satisfactory", assessor="B"),
        rows.conclusion("2.1", phase="moderation", assessor="chair"),
    )  # fmt: skip
    assert found.state == SubCategoryState.SATISFACTORY
    assert found.mhra == Tri.UNDETERMINED
    assert found.rests_on_simulated == Tri.UNDETERMINED


def test_agreed_conclusions_on_items_that_are_not_agreed_are_pending(result, rows):
    found = result(
        "2.1", rows.item("2.1", "4"), rows.item("2.1", "4", "not_satisfactory", assessor="B"),
        rows.item("2.1", "5", "not_satisfactory"), rows.item("2.1", "5", assessor="B"),
        rows.conclusion("2.1"), rows.conclusion("2.1", assessor="B"),
    )  # fmt: skip
    assert found.state == SubCategoryState.NOT_YET_JUDGED
    assert found.contradiction is None


def test_satisfactory_without_items_is_a_contradiction_and_pending(result, rows):
    found = result("2.1", rows.conclusion("2.1"))
    assert found.state == SubCategoryState.NOT_YET_JUDGED
    assert found.contradiction.code == "satisfactory-without-enough-items"
    assert found.contradiction.severity == Severity.ERROR


def test_a_sentence_to_the_panel_keeps_a_contradiction_but_does_not_settle_it(result, rows):
    found = result("2.1", rows.conclusion("2.1", to_panel="Shown in the interview."))
    assert found.state == SubCategoryState.NOT_YET_JUDGED
    assert "panel has to settle" in found.contradiction.advice


def test_the_panel_may_find_satisfactory_on_a_recorded_ground(result, rows):
    panel = {"phase": "moderation", "assessor": "chair"}
    settled = result("2.1", rows.conclusion("2.1"), rows.conclusion("2.1", to_panel="Seen on screen.", **panel))
    unsettled = result("2.1", rows.conclusion("2.1"), rows.conclusion("2.1", **panel))
    assert settled.state == SubCategoryState.SATISFACTORY
    assert settled.contradiction is None
    assert unsettled.contradiction is not None


def test_nobody_concludes_independence_away(result, rows):
    panel = {"phase": "moderation", "assessor": "chair"}
    found = result(
        "3", rows.item("3", "6", independent_group="a"), rows.conclusion("3", to_panel="Enough for us.", **panel)
    )
    assert found.contradiction is not None


def test_two_items_of_one_group_contradict_category_3_satisfactory(result, rows):
    items = [rows.item("3", name, independent_group="one patient") for name in ("6", "7")]
    found = result("3", *items, rows.conclusion("3"))
    assert found.state == SubCategoryState.NOT_YET_JUDGED
    assert found.independent == 1
    assert found.contradiction is not None


def test_nothing_offered_beside_a_satisfactory_item_is_a_contradiction(result, rows):
    found = result("6.1", rows.item("6.1", "13"), rows.conclusion("6.1", "nothing_offered"))
    assert found.state == SubCategoryState.NOT_YET_JUDGED
    assert found.contradiction.severity == Severity.WARNING


def test_nothing_offered_beside_a_missing_item_stands(result, rows):
    found = result("6.1", rows.item("6.1", "13", "not_satisfactory"), rows.conclusion("6.1", "nothing_offered"))
    assert found.state == SubCategoryState.NOTHING_OFFERED


# --- Flags ----------------------------------------------------------------------------------------------------------


def test_a_real_item_beside_a_simulated_one_carries_the_sub_category(result, rows):
    found = result("4.3", rows.item("4.3", "1", simulated=True), rows.item("4.3", "2"), rows.conclusion("4.3"))
    assert found.rests_on_simulated == Tri.NO


def test_category_3_rests_on_simulated_evidence_when_one_of_its_two_pieces_is_simulated(result, rows):
    items = [rows.item("3", "6", independent_group="a"), rows.item("3", "7", independent_group="b", simulated=True)]
    assert result("3", *items, rows.conclusion("3")).rests_on_simulated == Tri.YES


def test_a_simulated_item_that_is_not_satisfactory_does_not_matter(result, rows):
    found = result(
        "4.3", rows.item("4.3", "1", "not_satisfactory", simulated=True), rows.conclusion("4.3", "not_satisfactory")
    )
    assert found.rests_on_simulated == Tri.NO


def test_differing_flags_leave_only_the_flag_open(result, rows):
    found = result(
        "4.3", rows.item("4.3", "1", simulated=True), rows.item("4.3", "1", assessor="B"),
        rows.conclusion("4.3"), rows.conclusion("4.3", assessor="B"),
    )  # fmt: skip
    assert found.state == SubCategoryState.SATISFACTORY
    assert found.counted == ("1",)
    assert found.rests_on_simulated == Tri.UNDETERMINED
    assert found.mhra == Tri.NO
    assert found.disagreement


def test_a_reference_counts_in_a_satisfactory_item_only(result, rows):
    poor = rows.item("2.2", "1", "not_satisfactory", mhra_reference=True)
    found = result("2.2", poor, rows.item("2.2", "2"), rows.conclusion("2.2"))
    assert found.mhra == Tri.NO


def test_a_pending_sub_category_may_yet_bring_a_reference(result, rows):
    found = result("2.2", rows.item("2.2", "1"), rows.conclusion("2.2", "referred_to_panel"))
    assert found.mhra == Tri.UNDETERMINED


def test_a_reference_in_a_sub_category_that_is_not_satisfactory_counts_only_if_references_count_anywhere(mrse, rows):
    said = rows.together([rows.item("2.2", "1", mhra_reference=True), rows.conclusion("2.2", "not_satisfactory")])
    plain, anywhere = (
        sub_category_results(said, mrse, {"mhra_counts_in": value})[3].mhra for value in ("satisfactory", "any")
    )
    assert (plain, anywhere) == (Tri.NO, Tri.YES)


# --- Independence ---------------------------------------------------------------------------------------------------


def test_a_group_that_nobody_gave_leaves_independence_open(mrse, rows):
    said = [rows.item("3", "6", independent_group="a"), rows.item("3", "7"), rows.conclusion("3")]
    found = next(one for one in sub_category_results(rows.together(said), mrse) if one.code == "3")
    assert found.state == SubCategoryState.SATISFACTORY
    assert found.independent == 1
    assert found.contradiction is None


@pytest.mark.parametrize(
    ("groups_of", "expected"),
    [
        ({"A": ("a", "b"), "B": ("x", "y")}, (2, False)),
        ({"A": ("a", "b"), "B": ("b", "a")}, (2, False)),
        ({"A": ("a", "b"), "B": ("x", "x")}, (1, True)),
        ({"A": ("a", "b"), "B": ("a", "")}, (1, True)),
    ],
)
def test_assessors_agree_on_independence_when_they_divide_the_items_alike(result, rows, groups_of, expected):
    said = [rows.conclusion("3", assessor=one) for one in groups_of]
    for assessor, groups in groups_of.items():
        said += [
            rows.item("3", name, independent_group=group, assessor=assessor)
            for name, group in zip(("6", "7"), groups, strict=True)
        ]
    found = result("3", *said)
    assert (found.independent, found.disagreement) == expected


def test_groups_of_items_that_are_not_satisfactory_do_not_matter(result, rows):
    said = [rows.conclusion("3", assessor=one) for one in ("A", "B")]
    for assessor, groups in {"A": ("a", "b", "c"), "B": ("x", "y", "")}.items():
        said += [
            rows.item("3", name, verdict, independent_group=group, assessor=assessor)
            for name, verdict, group in zip(
                ("6", "7", "8"), ("satisfactory", "satisfactory", "not_satisfactory"), groups, strict=True
            )
        ]
    found = result("3", *said)
    assert (found.independent, found.disagreement) == (2, False)


def test_names_of_groups_are_not_compared_between_people_who_judged_different_items(result, rows):
    """That one assessor calls a piece x and another calls a different one x says nothing of the two pieces."""
    said = [rows.conclusion("3", assessor=one) for one in ("A", "B")]
    of_a = [rows.item("3", name, independent_group=group) for name, group in (("5", "x"), ("6", "y"))]
    of_b = [rows.item("3", "6", independent_group="x", assessor="B")]
    assert result("3", *said, *of_a, *of_b).independent == 1


def test_groups_of_the_panel_and_of_assessors_are_not_divided_anew(result, rows):
    said = [rows.conclusion("3", assessor=one) for one in ("A", "B")]
    said += [rows.item("3", "6", independent_group=group, assessor=one) for one, group in (("A", "x"), ("B", "y"))]
    panel = rows.item("3", "7", independent_group="a", phase="moderation", assessor="chair")
    found = result("3", *said, panel)
    assert (found.independent, found.disagreement) == (1, True)


# --- Rows that do not belong ----------------------------------------------------------------------------------------


def test_a_sub_category_that_the_scheme_lacks_is_refused_by_name(result, rows):
    with pytest.raises(BadRequestError, match=r"'9\.9'"):
        result("2.1", rows.conclusion("9.9"))


def test_rows_of_two_applications_are_refused(mrse, rows):
    other = type(rows)(application="EX-0002").conclusion("2.1")
    with pytest.raises(BadRequestError, match="EX-0002"):
        sub_category_results(rows.together([other]), mrse)


# --- Against every completion of the items --------------------------------------------------------------------------

ITEMS = st.lists(
    st.builds(
        ItemFacts,
        evidence_id=st.just("x"),
        satisfactory=st.sampled_from(Tri),
        simulated=st.sampled_from(Tri),
        reference=st.just(Tri.NO),
        group=st.sampled_from(["a", "b", "", None]),
        disagreement=st.just(False),
        events=st.just(()),
    ).map(lambda item: item if item.satisfactory != Tri.UNDETERMINED else with_open_flags(item)),
    max_size=3,
)


def with_open_flags(item: ItemFacts) -> ItemFacts:
    """An item whose verdict is open has open flags."""
    return ItemFacts(**{**vars(item), "simulated": Tri.UNDETERMINED, "group": None})


def completed(items: Sequence[ItemFacts]) -> Iterator[tuple[Piece, ...]]:
    """Every completion: the satisfactory pieces in it."""
    ends = {Tri.YES: (True,), Tri.NO: (False,), Tri.UNDETERMINED: (True, False)}
    choices = [
        [
            Piece(simulated, group) if satisfactory else None
            for satisfactory, simulated, group in product(
                ends[item.satisfactory],
                ends[item.simulated],
                [item.group] if item.group else ["a", "b", f"own {place}"],
            )
        ]
        for place, item in enumerate(items)
    ]
    for chosen in product(*choices):
        yield tuple(piece for piece in chosen if piece)


def satisfactory_item(simulated: Tri, group: str) -> ItemFacts:
    return ItemFacts(
        evidence_id="x",
        satisfactory=Tri.YES,
        simulated=simulated,
        reference=Tri.NO,
        group=group,
        disagreement=False,
        events=(),
    )


ONE_GROUP = [satisfactory_item(simulated, "a") for simulated in Tri]


@settings(max_examples=200, deadline=None)
@example(items=ONE_GROUP, independent=True, minimum=2)  # a piece that may be real counts no second time in its group
@given(items=ITEMS, independent=st.booleans(), minimum=st.integers(1, 2))
def test_pieces_and_simulation_are_those_of_every_completion(mrse, items, independent, minimum):
    unit = SubCategory(**{**vars(mrse.sub_category("3")), "independent": independent, "minimum_items": minimum})

    def number(pieces: Sequence[Piece]) -> int:
        return len({piece.group for piece in pieces}) if independent else len(pieces)

    worlds = list(completed(items))
    assert behind(unit, items) == (min(map(number, worlds)), max(map(number, worlds)))
    resting = {
        any(piece.simulated for piece in world) and number([piece for piece in world if not piece.simulated]) < minimum
        for world in worlds
    }
    expected = Tri.UNDETERMINED if len(resting) > 1 else Tri.YES if True in resting else Tri.NO
    assert rests_on_simulated(unit, SubCategoryState.SATISFACTORY, items) == expected
