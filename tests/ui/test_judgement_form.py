"""What the judgement form is shown, and what it may send."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fake_controller import judged_workbench

from mrse_assess.errors import BadRequestError
from mrse_assess.model.wordings import Wording
from mrse_assess.ui import present_judgement
from mrse_assess.ui.entries import check_entry, entry_for_page
from mrse_assess.workbench.evidence_views import QuoteView
from mrse_assess.workbench.views import Choice, Entry, HistoryLine, ReasonChoice, Unit

BENCH = judged_workbench()
VIEW = BENCH.judgement(Unit("3", "7"))
ITEM = BENCH.item("7")
SEVEN = {"sub_category": "3", "evidence_id": "7"}


def shown(**changes):
    return present_judgement.form("MRSE-2025-014", replace(VIEW, **changes), ITEM)


def test_a_reason_says_how_often_it_was_used_and_its_sentence_with_what_is_still_open():
    reason = ReasonChoice(
        id="undated", name="Undated", clause="G7", sentence="Item 7 shows {seen}.", needs=("seen",), used=4
    )
    (told,) = shown(reasons=(reason,))["reasons"]
    assert (told["used"], told["sentence"], told["needs"]) == (4, "Item 7 shows {seen}.", ["seen"])


def test_other_items_and_targets_say_what_a_letter_calls_them():
    form = shown(other_items=(Choice(id="6", name="6 Noise", place="page 34"),), targets=(Choice(id="3", name="3"),))
    assert form["items"] == [{"id": "6", "name": "6 Noise", "place": "page 34"}]
    assert form["targets"] == [{"id": "3", "name": "3", "place": ""}]


def test_quotes_come_with_their_page_and_boxes():
    pinned = QuoteView(
        pin="q1", text="to follow", number=3, boxes=((1, 2, 3, 4),), found=True, pinned_at=datetime.now(UTC)
    )
    assert shown(quotes=(pinned,))["quotes"] == [
        {"pin": "q1", "text": "to follow", "n": 3, "boxes": [[1, 2, 3, 4]], "found": True, "recognised": False}
    ]


def test_a_quote_of_recognised_words_goes_on_saying_so():
    pinned = QuoteView(
        pin="q1", text="to fo1low", number=3, boxes=(), found=True, pinned_at=datetime.now(UTC), recognised=True
    )
    assert shown(quotes=(pinned,))["quotes"][0]["recognised"] is True


def test_the_item_is_offered_where_it_is_claimed_too_and_not_judged():
    assert shown(also_for=("4.2", "5.1"), also_open=("4.2",))["also"] == ["4.2"]


def test_the_history_says_who_and_what_was_undone():
    line = HistoryLine(at=datetime(2026, 11, 21, 14, 2, 7, tzinfo=UTC), words="Satisfactory", who="A7", undone=True)
    (told,) = shown(history=(line,))["history"]
    assert (told["at"], told["words"], told["who"], told["undone"]) == ("14:02:07", "Satisfactory", "A7", True)


def test_own_words_and_date_are_kept_with_the_judgement(page):
    said = Entry(
        reasons=("too_basic",),
        evidence_date="2021-03",
        wording=(Wording("too_basic", "Item 7 is one line."),),
    )
    reasons = [reason.id for reason in page.bench.judgement(Unit("3", "7")).reasons]
    said = replace(said, reasons=(reasons[0],), primary_reason=reasons[0], wording=(Wording(reasons[0], "One line."),))
    page.act("judge", unit=SEVEN, entry={**entry_for_page(said), "verdict": "not_satisfactory"})
    kept = page.bench.entries[Unit("3", "7")]
    assert (kept.evidence_date, kept.wording) == ("2021-03", (Wording(reasons[0], "One line."),))


def test_own_words_for_a_reason_that_is_not_offered_are_refused():
    with pytest.raises(BadRequestError, match="not offered"):
        check_entry(Entry(wording=(Wording("made_up", "Words."),)), VIEW, 4)


@pytest.mark.parametrize("wrong", [{"wording": "text"}, {"wording": ["text"]}, {"evidence_date": "x" * 41}])
def test_own_words_and_dates_of_another_kind_are_refused(page, wrong):
    sent = {**entry_for_page(Entry()), "verdict": "satisfactory", **wrong}
    assert page.act("judge", unit=SEVEN, entry=sent)["refused"]
