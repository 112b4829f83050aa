"""Reasons with their sentences and use counts, own words, the date of the evidence, where an item is claimed too."""

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.model.wordings import Wording
from mrse_assess.terms import Verdict
from mrse_assess.workbench.views import ConclusionEntry, Entry, Unit

ONE, THREE, FOUR = Unit("1.1", "1"), Unit("3", "2"), Unit("4.1", "2")


def not_satisfactory(*reasons, **said):
    return Entry(verdict=Verdict.NOT_SATISFACTORY, reasons=reasons, primary_reason=reasons[0], **said)


def reason(bench, unit, name):
    return next(one for one in bench.judgement(unit).reasons if one.id == name)


def test_reasons_are_counted_and_the_most_used_come_first(bench):
    assert {one.used for one in bench.judgement(ONE).reasons} == {0}
    bench.judge(THREE, not_satisfactory("undated", "outdated"))
    bench.judge(FOUR, not_satisfactory("undated"))
    offered = bench.judgement(ONE).reasons
    assert [(one.id, one.used) for one in offered[:2]] == [("undated", 2), ("outdated", 1)]
    bench.withdraw(FOUR)
    assert reason(bench, ONE, "undated").used == 1


def test_the_sentence_is_the_letters_with_what_a_person_says_left_open(bench):
    assert reason(bench, ONE, "too_basic_or_minimal").sentence.startswith(
        "Item 1 (page 3 of Portfolio.pdf, page 1 of the item) shows {seen}."
    )
    bench.judge(ONE, not_satisfactory("undated", page=2))
    assert "page 4 of Portfolio.pdf, page 2 of the item" in reason(bench, ONE, "undated").sentence


def test_other_items_come_with_the_place_that_the_letter_names(bench):
    (place,) = [other.place for other in bench.judgement(ONE).other_items if other.id == "2"]
    assert place == "page 5 of Portfolio.pdf, page 1 of the item"
    targets = {target.id: target.place for target in bench.judgement(ONE).targets}
    assert (targets["3"], targets["4.1"]) == ("category 3", "4.1")


def test_a_reason_that_needs_a_date_asks_for_it_by_name(bench):
    assert reason(bench, ONE, "outdated").needs == ("date",)


@pytest.mark.parametrize("date", ["2015-03-05", "2015-03", "2015", ""])
def test_the_date_of_the_evidence_is_kept_as_far_as_it_is_known(bench, date):
    bench.judge(ONE, not_satisfactory("outdated", evidence_date=date))
    assert bench.judgement(ONE).entry.evidence_date == date


def test_a_half_typed_date_is_kept_as_a_draft_and_not_recorded(bench):
    half_typed = not_satisfactory("outdated", evidence_date="5 Mar")
    bench.save_draft(ONE, half_typed)
    assert bench.judgement(ONE).entry == half_typed
    with pytest.raises(BadRequestError, match="a day, a month or a year"):
        bench.judge(ONE, half_typed)


def test_own_words_are_kept_on_one_line_for_the_reasons_that_are_given(bench):
    said = (
        Wording("undated", "  Item 1 (page 3)\n has no day.  "),
        Wording("outdated", "Not given."),
        Wording("simulated", " "),
    )
    bench.judge(ONE, not_satisfactory("simulated", "undated", wording=said))
    assert bench.judgement(ONE).entry.wording == (Wording("undated", "Item 1 (page 3) has no day."),)


def test_own_words_reach_the_letter(bench):
    own = "Item 1 (page 3 of Portfolio.pdf, page 1 of the item) bears no day that we could find."
    bench.judge(ONE, not_satisfactory("undated", wording=(Wording("undated", own),)))
    bench.conclude("1.1", ConclusionEntry(verdict=Verdict.NOT_SATISFACTORY))
    text = " ".join(span.text for block in bench.letter().blocks for line in block.lines for span in line)
    assert own.rstrip(".") in text
    assert "We found no date" not in text


def test_an_item_claimed_twice_is_offered_where_it_is_not_judged_yet(bench):
    assert bench.judgement(THREE).also_open == ("4.1",)
    bench.judge(FOUR, Entry(verdict=Verdict.SATISFACTORY))
    view = bench.judgement(THREE)
    assert (view.also_for, view.also_open) == (("4.1",), ())
