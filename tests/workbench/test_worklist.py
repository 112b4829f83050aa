"""The worklist: what stands in a row, what comes next, what waits for a second look."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mrse_assess.model.scheme import Scheme
from mrse_assess.terms import Verdict
from mrse_assess.workbench.reading_views import ReferenceEntry
from mrse_assess.workbench.views import ConclusionEntry, Entry, RowState, Unit

GOOD = Entry(verdict=Verdict.SATISFACTORY)
CLAIMS = [Unit("1.1", "1"), Unit("1.2", "1"), Unit("3", "1"), Unit("3", "2"), Unit("4.1", "2"), Unit("5.2", "9")]


def row_of(bench, code):
    return next(row for row in bench.worklist().rows if row.code == code)


def claim_of(bench, unit):
    return next(claim for claim in row_of(bench, unit.sub_category).claims if claim.evidence_id == unit.evidence_id)


def judge_all(bench, but=()):
    for unit in CLAIMS:
        if unit not in but:
            bench.judge(unit, GOOD)


def conclude_all(bench, but=()):
    for row in bench.worklist().rows:
        if row.code not in but:
            bench.conclude(row.code, ConclusionEntry(verdict=Verdict.NOT_SATISFACTORY))


def test_a_parked_item_says_its_reminder_and_for_how_long(bench, workspace, monkeypatch):
    bench.park(Unit("3", "2"), "compare with item 1")
    claim = claim_of(bench, Unit("3", "2"))
    assert (claim.parked, claim.reminder, claim.waiting) == (True, "compare with item 1", "today")
    later = bench._assessment.own_parked[0].recorded_at
    for days, words in ((1, "1 day"), (2, "2 days"), (30, "30 days")):
        monkeypatch.setattr(workspace, "clock", lambda days=days: later + timedelta(days=days))
        assert claim_of(bench, Unit("3", "2")).waiting == words


def test_next_comes_back_to_the_parked_ones_when_all_else_is_done(bench):
    judge_all(bench, but=CLAIMS[2:4])
    conclude_all(bench, but=("3",))
    for unit in CLAIMS[2:4]:
        bench.park(unit, "")
    assert bench.next_unjudged(None) == CLAIMS[2]
    assert bench.next_unjudged(CLAIMS[2]) == CLAIMS[3]
    assert bench.next_unjudged(CLAIMS[3]) == CLAIMS[2]


def test_a_sub_category_with_a_parked_item_is_not_offered_for_its_conclusion(bench):
    judge_all(bench, but=[CLAIMS[3]])
    bench.park(CLAIMS[3], "")
    offered = []
    at = None
    for _ in range(16):
        at = bench.next_unjudged(at)
        offered.append(at)
    assert Unit("3", "") not in offered
    bench.judge(CLAIMS[3], GOOD)
    assert bench.next_unjudged(CLAIMS[3]) == Unit("3", "")


def test_the_only_one_left_comes_wherever_one_stands(bench):
    judge_all(bench, but=CLAIMS[:1])
    conclude_all(bench, but=("1.1",))
    for here in (None, CLAIMS[0], CLAIMS[5], Unit("8.2", ""), Unit("", "3")):
        assert bench.next_unjudged(here) == CLAIMS[0]
    bench.judge(CLAIMS[0], GOOD)
    bench.conclude("1.1", ConclusionEntry(verdict=Verdict.SATISFACTORY))
    assert bench.next_unjudged(CLAIMS[0]) is None


def test_a_claim_added_by_correction_is_to_be_judged_where_it_stands(bench):
    judge_all(bench)
    conclude_all(bench)
    assert bench.next_unjudged(None) is None
    bench.reading.correct_row("8.2", [ReferenceEntry(read_as="", evidence_id="3")], "found by hand")
    assert bench.next_unjudged(None) == Unit("8.2", "3")
    assert bench.worklist().uncited == ()


def test_a_judged_claim_stays_on_the_list_when_its_reference_is_corrected_away(bench):
    bench.judge(Unit("5.2", "9"), replace(GOOD, verdict=Verdict.NOT_SATISFACTORY))
    bench.reading.correct_row("5.2", [ReferenceEntry(read_as="9", evidence_id="3")], "")
    claims = {claim.evidence_id: claim for claim in row_of(bench, "5.2").claims}
    assert claims["9"].uncited
    assert claims["9"].verdict is Verdict.NOT_SATISFACTORY
    assert not claims["3"].uncited


def test_a_row_counts_what_the_program_suggests_of_its_items(bench):
    (document,) = bench._assessment.read_portfolio.documents
    read = replace(bench._assessment.read_portfolio, documents=(replace(document, pages_without_text=(4,)),))
    bench._assessment.__dict__["read_portfolio"] = read
    bench._assessment._derived.clear()
    prompts = {row.code: row.prompts for row in bench.worklist().rows}
    assert prompts["1.1"] == prompts["1.2"] == len(bench.item("1").findings) > 0
    assert prompts["3"] == len(bench.item("1").findings) + len(bench.item("2").findings)
    assert prompts["8.2"] == 0


def test_a_rejection_without_a_reason_is_marked(bench):
    bench.judge(CLAIMS[0], replace(GOOD, verdict=Verdict.NOT_SATISFACTORY))
    assert claim_of(bench, CLAIMS[0]).reason_missing
    assert row_of(bench, "1.1").state is RowState.IN_PROGRESS


def led_to_section(bench, **changes):
    """The bench as if the reference of 1.2 named a section, whose heading stands on the second page of item 1."""
    read = bench._assessment.read_portfolio
    (span,) = read.item("1").spans
    there = (replace(span, first=span.first + 1),)
    named = {"section_hint": "2", "page_hint": None, "section_spans": there} | changes
    entries = [replace(one, **named) if one.sub_category == "1.2" else one for one in read.cross_references]
    bench._assessment.__dict__["read_portfolio"] = replace(read, cross_references=tuple(entries))
    bench._assessment._derived.clear()
    return bench.judgement(Unit("1.2", "1"))


def test_a_section_without_a_page_opens_where_it_was_found_and_says_so(bench):
    shown = led_to_section(bench)
    assert (shown.cited_page, shown.section_found) == (2, "section 2, found on page 2")
    assert claim_of(bench, Unit("1.2", "1")).cited == "p 2"
    assert bench.evidence.cited_page(Unit("1.2", "1")) == 2


@pytest.mark.parametrize(
    ("hint", "text", "words"),
    [("table 2", "E1, table 2", "table 2, found on page 2"), ("2", "E1, para 2", "paragraph 2, found on page 2")],
)
def test_a_table_or_a_paragraph_is_called_what_it_is(bench, hint, text, words):
    assert led_to_section(bench, section_hint=hint, text=text).section_found == words


def test_a_page_that_the_applicant_names_comes_before_the_section(bench):
    shown = led_to_section(bench, page_hint="1")
    assert (shown.cited_page, shown.section_found) == (1, "")


def test_a_section_that_was_not_found_is_not_said_to_be(bench):
    shown = led_to_section(bench, section_spans=())
    assert (shown.cited_page, shown.section_found) == (1, "")
    assert claim_of(bench, Unit("1.2", "1")).cited == ""


@pytest.fixture
def scheme(bench) -> Scheme:
    return bench._assessment.scheme


def test_the_scheme_has_its_own_reason_for_an_item_that_is_not_there(bench, scheme):
    offered = [reason for reason in bench.judgement(Unit("5.2", "9")).reasons if reason.for_missing]
    assert [reason.id for reason in offered] == [reason.id for reason in scheme.reasons if reason.for_missing]
    assert len(offered) == 1
    assert not offered[0].needs
