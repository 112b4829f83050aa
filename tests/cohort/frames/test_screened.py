"""What kept screenings say of the claims that were judged, checked by hand on one application."""

from dataclasses import replace

import pytest

from mrse_assess.cohort.frames import LookedOver, Noticed, frames, rows_of
from mrse_assess.terms import Look, Verdict

from .conftest import BAD, GOOD, SCHEME, WORDS, Written

RAN = tuple(SCHEME.check_names)
CONCERN, CLEAR, UNSEEN = Look.CONCERN, Look.CLEAR, Look.NOT_CHECKABLE


def noticed(check, item, look, code="", name="o"):
    return Noticed(name, check, item, code, look)


def looked(*said, ran=RAN, items=("E2.1", "E2.2", "E3a")):
    return LookedOver(checks=ran, items=frozenset(items), noticed=said)


def screened(written, **said):
    return frames([rows_of(written.case(**said))], WORDS).screened


def told(frame):
    rows = frame[["sub_category", "evidence_id", "check", "said"]].itertuples(index=False)
    return {(code, item, check): said for code, item, check, said in rows}


def test_an_application_without_a_kept_screening_has_no_rows():
    assert screened(Written("X")).empty


def test_every_item_that_was_looked_at_and_judged_has_an_answer_of_every_check():
    found = told(screened(Written("X"), looked_over=looked(items=("E2.1", "E3a", "never judged"))))
    assert set(found) == {(code, item, check) for code, item in (("2.1", "E2.1"), ("3", "E3a")) for check in RAN}
    assert set(found.values()) == {CLEAR}


def test_checks_of_the_whole_portfolio_are_not_asked_of_items():
    ran = (*RAN, "exam", "passages")
    said = looked(noticed("exam", "E2.1", CONCERN), ran=ran, items=("E2.1",))
    assert set(screened(Written("X"), looked_over=said)["check"]) == set(RAN)


@pytest.mark.parametrize(
    ("said", "looks"),
    [
        ([], CLEAR),
        ([CLEAR], CLEAR),
        ([CONCERN], CONCERN),
        ([UNSEEN], UNSEEN),
        ([CLEAR, UNSEEN], UNSEEN),
        ([UNSEEN, CONCERN, CLEAR], CONCERN),
    ],
)
def test_a_concern_stands_before_what_could_not_be_seen_and_that_before_clear(said, looks):
    found = told(screened(Written("X"), looked_over=looked(*(noticed("dates", "E2.1", one) for one in said))))
    assert found["2.1", "E2.1", "dates"] == looks
    assert found["2.2", "E2.2", "dates"] == CLEAR
    assert found["2.1", "E2.1", "scope"] == CLEAR


def test_a_check_that_did_not_run_is_never_clear():
    ran = tuple(one for one in RAN if one != "scope")
    found = told(screened(Written("X"), looked_over=looked(ran=ran)))
    assert {said for (_, _, check), said in found.items() if check == "scope"} == {UNSEEN}
    assert {said for (_, _, check), said in found.items() if check != "scope"} == {CLEAR}


def test_a_concern_under_one_sub_category_is_none_under_another():
    written = Written("X")
    for who in written.people:
        written.item(who, "2.2", "E2.1", verdict=GOOD)
    said = looked(noticed("traps", "E2.1", CONCERN, "2.1"), noticed("dates", "E2.1", CONCERN))
    found = told(screened(written, looked_over=said))
    assert found["2.1", "E2.1", "traps"] == CONCERN
    assert found["2.2", "E2.1", "traps"] == CLEAR
    assert found["2.1", "E2.1", "dates"] == found["2.2", "E2.1", "dates"] == CONCERN


def test_the_verdict_is_the_one_of_the_item_and_missing_where_assessors_differ():
    written = Written("X").fail("2.1", "undated").fail("2.2", "undated", who=("jo",))
    frame = screened(written, looked_over=looked())
    verdicts = {code: set(own) for code, own in frame.groupby("sub_category", observed=True)["verdict"]}
    assert verdicts["2.1"] == {BAD}
    assert verdicts["3"] == {Verdict.SATISFACTORY}
    assert frame.loc[frame["sub_category"] == "2.2", "verdict"].isna().all()


def test_a_concern_is_put_aside_where_one_of_its_prompts_is():
    said = looked(
        noticed("dates", "E2.1", CONCERN, name="a"), noticed("dates", "E2.1", CONCERN, name="b"),
        noticed("dates", "E2.2", CONCERN, name="c"), noticed("scope", "E2.1", UNSEEN, name="d"),
    )  # fmt: skip
    frame = screened(Written("X"), looked_over=said, put_aside=frozenset({"b", "d"}))
    aside = frame[frame["put_aside"].notna()]
    assert aside[["evidence_id", "check", "put_aside"]].values.tolist() == [
        ["E2.1", "dates", True],
        ["E2.2", "dates", False],
    ]


def test_what_stands_from_the_attempt_before_was_looked_at_before():
    """The portfolio of a further attempt may use the number of an item for another one."""
    written = Written("X")
    case = written.case(looked_over=looked())
    own = replace(case.own, judgements=tuple(row for row in case.own.judgements if row.sub_category == "2.1"))
    frame = frames([rows_of(replace(case, attempt=2, own=own))], WORDS).screened
    assert set(frame["sub_category"]) == {"2.1"}
