"""Every number of the small cohort, counted by hand in the docstrings of its four applications."""

import pandas as pd
import pytest

from mrse_assess.cohort.frames import CaseRows, frames, rows_of, together
from mrse_assess.cohort.frames.columns import PRIVATE, SHAPES
from mrse_assess.errors import BadRequestError

from .conftest import GOOD, SCHEME, WORDS, Written, awarded, one_item_more, short


def row_of(frame, **key):
    found = frame
    for name, value in key.items():
        found = found[found[name] == value]
    assert len(found) == 1, f"{len(found)} rows of {key}"
    return found.iloc[0]


def number_of(frame, **key):
    found = frame
    for name, value in key.items():
        found = found[found[name] == value]
    return len(found)


def test_each_application_has_one_row_with_what_came_of_it(cohort):
    table = cohort.applications.set_index("application")
    assert list(table.index) == ["A", "B", "C", "D"]
    assert table["rules"].tolist() == ["met", "not_met", "undetermined", "not_met"]
    assert table["outcome"].astype(object).where(table["outcome"].notna(), None).tolist() == [
        "award", "further_evidence", None, "not_awarded",
    ]  # fmt: skip
    assert table["satisfactory"].tolist() == [16, 13, 14, 15]  # of C the two of category 1 are open
    assert table["short_of"].isna().tolist() == [True, False, True, False]
    assert table.loc["B", "short_of"] == 1  # 2.1 makes 14 of 16, and the eighth category
    assert table.loc["D", "short_of"] == 1  # references where they are traceable
    assert table["assessors"].tolist() == [2, 2, 2, 2]  # the panel is none of them
    assert table.loc["A", "decided"] == pd.Timestamp(2026, 3, 4)
    assert table.loc["A", "received"] == pd.Timestamp(2026, 1, 2)
    assert table.loc["C", "decided"] is pd.NaT
    assert table.loc["A", "role"] == "radiographer"
    assert table["role"].isna().tolist() == [False, True, True, True]


def test_d_lacks_a_second_reference_now_that_1_2_is_lost(cohort):
    """The panel found 1.2 not satisfactory, so the reference in it counts no longer, and one is left."""
    assert row_of(cohort.rules, application="D", rule="mhra_references")["observed"] == 1


@pytest.mark.parametrize(
    ("application", "rule", "status", "observed", "threshold", "margin", "pending"),
    [
        ("A", "sub_categories", "met", 16, 14, 2, 0),
        ("A", "major_categories", "met", 8, 8, 0, 0),
        ("A", "independent_items", "met", 2, 2, 0, 0),
        ("A", "simulated_limit", "met", 0, 2, 2, 0),
        ("A", "mhra_references", "met", 2, 2, 0, 0),
        ("A", "parts", "met", 5, 5, 0, 0),
        ("B", "sub_categories", "not_met", 13, 14, -1, 0),
        ("B", "major_categories", "not_met", 7, 8, -1, 0),
        ("C", "sub_categories", "met", 14, 14, 0, 2),
        ("C", "major_categories", "undetermined", 7, 8, -1, 2),
        ("C", "mhra_references", "undetermined", 0, 2, -2, 2),
        ("D", "sub_categories", "met", 15, 14, 1, 0),
        ("D", "major_categories", "met", 8, 8, 0, 0),
    ],
)
def test_each_rule_has_its_count_and_how_far_it_is_from_its_number(
    cohort, application, rule, status, observed, threshold, margin, pending
):
    found = row_of(cohort.rules, application=application, rule=rule)
    assert (found["status"], found["observed"], found["threshold"], found["margin"], found["pending"]) == (
        status, observed, threshold, margin, pending,
    )  # fmt: skip


def test_a_rule_that_nothing_counts_has_no_numbers(cohort):
    found = row_of(cohort.rules, application="A", rule="recent_work")
    assert found["status"] == "not_assessed"
    assert found[["observed", "threshold", "margin", "pending"]].isna().all()
    assert len(cohort.rules) == 4 * 7


def test_every_sub_category_has_a_row_in_every_application(cohort):
    assert len(cohort.sub_categories) == 4 * 16
    counts = pd.crosstab(cohort.sub_categories["sub_category"], cohort.sub_categories["state"], dropna=False)
    assert list(counts.index) == list(SCHEME.codes)
    assert counts["nothing_offered"].sum() == 0  # which nobody had, and is there all the same
    assert counts["not_satisfactory"].to_dict() == dict.fromkeys(SCHEME.codes, 0) | {
        "1.2": 1, "2.1": 1, "2.2": 1, "4.1": 1,
    }  # fmt: skip
    assert counts.loc["1.1"].to_dict() == {
        "satisfactory": 3, "not_satisfactory": 0, "nothing_offered": 0, "not_yet_judged": 1,
    }  # fmt: skip


def test_what_rests_on_one_item_is_told_from_what_has_more(cohort):
    of_a = cohort.sub_categories[cohort.sub_categories["application"] == "A"].set_index("sub_category")
    assert (of_a.loc["2.1", "items"], of_a.loc["2.1", "satisfactory_items"], of_a.loc["2.1", "saved_by_one"]) == (
        2,
        2,
        False,
    )
    assert (of_a.loc["2.2", "items"], of_a.loc["2.2", "saved_by_one"]) == (1, True)
    assert (of_a.loc["3", "items"], of_a.loc["3", "saved_by_one"]) == (2, True)  # needs both
    of_b = cohort.sub_categories[cohort.sub_categories["application"] == "B"].set_index("sub_category")
    assert (of_b.loc["4.1", "items"], of_b.loc["4.1", "satisfactory_items"], of_b.loc["4.1", "saved_by_one"]) == (
        1,
        0,
        False,
    )


def test_references_and_differences_are_per_sub_category(cohort):
    of_c = cohort.sub_categories[cohort.sub_categories["application"] == "C"].set_index("sub_category")
    assert of_c["disagreement"].to_dict() == dict.fromkeys(SCHEME.codes, False) | {"1.1": True, "1.2": True}
    of_a = cohort.sub_categories[cohort.sub_categories["application"] == "A"].set_index("sub_category")
    assert of_a["mhra"].to_dict() == dict.fromkeys(SCHEME.codes, "no") | {"1.1": "yes", "1.2": "yes"}
    assert of_a["rests_on_simulated"].unique().tolist() == ["no"]


def test_an_item_that_two_assessors_judged_is_one_row(cohort):
    """17 items of everybody's, and one more of A: two assessors make no two of them, nor does a panel."""
    assert cohort.items.groupby("application", observed=True).size().to_dict() == {"A": 18, "B": 17, "C": 17, "D": 17}


def test_the_agreed_row_is_the_panels_where_it_spoke_and_open_where_assessors_differ(cohort):
    of_b = row_of(cohort.items, application="B", sub_category="4.1")
    assert (of_b["verdict"], of_b["primary_reason"]) == ("not_satisfactory", "relay_only")
    of_b = row_of(cohort.items, application="B", sub_category="2.1")
    assert of_b["verdict"] == "not_satisfactory"
    assert pd.isna(of_b["primary_reason"])  # each named another as the first
    of_c = row_of(cohort.items, application="C", sub_category="1.1")
    assert of_c[["verdict", "primary_reason"]].isna().all()
    assert row_of(cohort.items, application="D", sub_category="1.1")["verdict"] == "satisfactory"
    assert row_of(cohort.items, application="D", sub_category="1.2")["primary_reason"] == "outdated"


def test_reasons_are_those_that_everybody_gave(cohort):
    """B: two for 4.1; for 2.1 the two that both gave, not the one that Kim alone did; one for 2.2. D: the panel's."""
    by_unit = cohort.reasons.groupby(["application", "sub_category"], observed=True)["reason"].apply(set).to_dict()
    assert by_unit == {
        ("B", "2.1"): {"undated", "too_basic_or_minimal"},
        ("B", "2.2"): {"wrong_sub_category"},
        ("B", "4.1"): {"relay_only", "undated"},
        ("D", "1.2"): {"outdated"},
    }
    assert len(cohort.reasons) == 6
    assert cohort.reasons.loc[cohort.reasons["is_primary"], "reason"].tolist() == [
        "wrong_sub_category", "relay_only", "outdated",
    ]  # fmt: skip


def test_a_reason_stands_with_its_clause_and_where_the_evidence_belongs(cohort):
    found = row_of(cohort.reasons, reason="wrong_sub_category")
    assert (found["belongs_in"], found["clause"]) == (
        "7.2",
        SCHEME.reason_clauses("wrong_sub_category", "2.2", "7.2")[0],
    )
    found = row_of(cohort.reasons, sub_category="4.1", reason="relay_only")
    assert (found["clause"], pd.isna(found["belongs_in"])) == ("C4", True)


def test_what_each_assessor_said_is_apart_and_whole(cohort):
    """A: 18 items and 16 conclusions by two; D: 17 and 16 by two, and four rows of the panel."""
    sizes = cohort.assessments.groupby("application", observed=True).size().to_dict()
    assert sizes == {"A": 68, "B": 66, "C": 66, "D": 70}
    assert number_of(cohort.assessments, application="D", phase="moderation", assessor="cho") == 4


def test_a_conclusion_can_have_reasons_of_its_own():
    written = Written("X").whole("jo", "5.1", reasons=("undated",)).whole("kim", "5.1", reasons=("undated", "outdated"))
    found = frames([rows_of(written.case())], WORDS).reasons
    assert found[["evidence_id", "reason", "verdict"]].to_numpy().tolist() == [["", "undated", "satisfactory"]]


def test_what_rests_on_simulated_evidence_counts_against_its_limit():
    """Three sub-categories on simulated items alone, and a fourth with a real item beside: three, one too many."""
    written = Written("X")
    for who in written.people:
        for code in ("5.1", "5.2", "6.1"):
            written.item(who, code, f"E{code}", simulated=True)
    one_item_more(written, "6.2", "E6.2s", simulated=True)
    table = frames([rows_of(written.case())], WORDS)
    found = row_of(table.rules, rule="simulated_limit")
    assert (found["observed"], found["margin"], found["status"]) == (3, -1, "not_met")
    assert table.applications["short_of"].tolist() == [1]  # one of them on real evidence instead
    resting = table.sub_categories[table.sub_categories["rests_on_simulated"] == "yes"]
    assert resting["sub_category"].tolist() == ["5.1", "5.2", "6.1"]


def test_a_cohort_of_nobody_has_every_column_and_no_row():
    table = frames([], WORDS)
    whole = frames([rows_of(awarded())], WORDS)
    for name, shape in SHAPES.items():
        empty, one = getattr(table, name), getattr(whole, name)
        assert (tuple(empty.columns), len(empty)) == (shape.names, 0)
        assert empty.dtypes.to_dict() == one.dtypes.to_dict()
    assert table.sub_categories.groupby("sub_category", observed=False).size().sum() == 0


def test_rows_of_several_cases_can_be_put_together_first(cohort, cases):
    whole = frames([together(map(rows_of, cases))], WORDS)
    for name in SHAPES:
        pd.testing.assert_frame_equal(getattr(whole, name), getattr(cohort, name))


def test_the_same_case_twice_is_refused():
    with pytest.raises(ValueError, match="two rows of applications"):
        frames([rows_of(short()), rows_of(short())], WORDS)


def test_a_word_that_no_column_knows_is_refused():
    odd = CaseRows(moments=(("A", 1, "asleep", None, None),))
    with pytest.raises(ValueError, match="state"):
        frames([odd], WORDS)


@pytest.mark.parametrize("said", [{"reasons": ("boring",)}, {"primary_reason": "boring"}, {"target": "9.9"}])
def test_what_the_scheme_does_not_know_is_refused_by_the_application_that_has_it(said):
    """Of one assessor alone, so that it is in no agreed row: it would still spoil the frame of what each said."""
    with pytest.raises(BadRequestError, match=r"boring|9\.9"):
        rows_of(Written("X").item("jo", "5.1", "E5.1", **said).case())


def test_what_is_about_persons_is_one_frame():
    """Only there do persons have columns, so leaving it out leaves persons out."""
    columns = {name: set(shape.names) for name, shape in SHAPES.items()}
    assert {name for name, has in columns.items() if "assessor" in has} == PRIVATE


def test_flags_of_an_item_are_those_of_each_assessor_and_groups_have_numbers_and_no_names():
    written = Written("X")
    written.item("jo", "1.1", "E1.1", simulated=True, independent_group="")
    written.item("jo", "3", "E3a", independent_group="the project in Leeds").item(
        "jo", "3", "E3b", independent_group="b"
    )
    written.item("kim", "3", "E3a", independent_group="z").item("kim", "3", "E3b", independent_group="z")
    withdrawn = {("lee", "2.1", "E2.1"): GOOD}
    frame = frames([rows_of(written.case(first_sealed=withdrawn))], WORDS).assessments

    def flags(who, code, item):
        (row,) = frame[
            (frame["assessor"] == who) & (frame["sub_category"] == code) & (frame["evidence_id"] == item)
        ].itertuples(index=False)
        return [None if pd.isna(one) else one for one in (row.simulated, row.mhra_reference, row.piece)]

    assert flags("jo", "1.1", "E1.1") == [True, True, None]
    assert flags("kim", "1.1", "E1.1") == [False, True, 1]
    assert [flags("jo", "3", item)[2] for item in ("E3a", "E3b")] == [1, 2]
    assert [flags("kim", "3", item)[2] for item in ("E3a", "E3b")] == [1, 1]
    assert flags("jo", "3", "") == [None, None, None]
    assert flags("lee", "2.1", "E2.1") == [None, None, None]
    assert "Leeds" not in frame.to_csv()
