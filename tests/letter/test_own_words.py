"""A date of the evidence, and a reason's sentence in an assessor's own words."""

from collections.abc import Callable
from typing import Any

import pytest

from mrse_assess.letter import prepare, trace
from mrse_assess.letter.case import LetterCase
from mrse_assess.letter.compose import compose
from mrse_assess.letter.materials import Materials
from mrse_assess.letter.sections.reasons import sentence_to_fill
from mrse_assess.model.letter import Sentence
from mrse_assess.model.scheme import Scheme
from mrse_assess.model.wordings import Wording

Make = Callable[..., LetterCase]
OUTDATED = {"reasons": ("too_basic_or_minimal", "outdated"), "primary_reason": "too_basic_or_minimal"}
OWN = "Item 15 (page 61 of Portfolio.pdf, page 1 of the item) is one line of 3 May; we looked for your analysis."


def adverse(**said: Any) -> dict[str, Any]:
    return {"adverse": {("5.2", "15"): {**OUTDATED, "seen": "one line in the log of 2019", **said}}}


def sentence(case: LetterCase, passage: str) -> Sentence:
    return next(one for one in compose(case).sentences() if one.passage == passage)


def codes(case: LetterCase) -> set[str]:
    return {refusal.code for refusal in prepare(case, head_now=case.record_head)[1]}


@pytest.mark.parametrize(
    ("date", "words"), [("2019-03-05", "is dated 5 March 2019,"), ("2019-03", "March 2019,"), ("2019", "dated 2019,")]
)
def test_the_date_of_the_evidence_is_said_as_far_as_it_is_known(make: Make, date: str, words: str) -> None:
    case = make("award", **adverse(evidence_date=date))
    said = sentence(case, "reason.outdated")
    assert words in said.text
    slot = said.slot("date")
    assert slot is not None
    assert (slot.value, slot.event) == (date, "panel-5.2-15")
    assert codes(case) == set()


def test_a_date_is_not_taken_for_what_was_seen(make: Make) -> None:
    case = make("award", **adverse(evidence_date="2019", seen=""))
    assert "2019" not in sentence(case, "reason.too_basic_or_minimal").text
    assert codes(case) == {"words-missing"}


def test_a_row_from_before_there_was_a_date_says_it_as_what_was_seen(make: Make) -> None:
    case = make("award", **adverse(seen="12 April 2016"))
    assert "is dated 12 April 2016," in sentence(case, "reason.outdated").text


def test_own_words_stand_in_place_of_the_reasons_sentence_and_keep_what_was_composed(make: Make) -> None:
    case = make("award", **adverse(evidence_date="2019", wording=(Wording("too_basic_or_minimal", OWN),)))
    letter, found = prepare(case, head_now=case.record_head)
    assert found == ()
    (entry,) = [one for one in trace(letter) if one["kind"] == "hand_edit"]
    assert entry["text"] == f"{OWN.rstrip('.')} (General guidance, paragraph 12)."
    assert "one line in the log of 2019" in entry["composed"]
    assert (entry["by"], entry["edit"]) == ("panel", "panel-5.2-15")
    assert entry["why"]
    assert entry["slots"]["sentence"] == {"event": "panel-5.2-15"}
    assert entry["slots"]["page"] == {"file": "Portfolio.pdf", "page": 61}


def test_own_words_need_no_other_phrase(make: Make) -> None:
    own = Wording("too_basic_or_minimal", OWN)
    assert codes(make("award", **adverse(evidence_date="2019", seen="", wording=(own,)))) == set()


@pytest.mark.parametrize("text", ["It is one line only.", OWN.replace("61", "16"), OWN.replace("Item 15", "Item 51")])
def test_own_words_that_lose_the_item_or_its_page_are_refused(make: Make, text: str) -> None:
    own = Wording("too_basic_or_minimal", text)
    assert codes(make("award", **adverse(evidence_date="2019", wording=(own,)))) == {"edit-changes-number"}


def test_own_words_of_a_reason_that_is_not_given_are_not_said(make: Make) -> None:
    case = make("award", **adverse(evidence_date="2019", wording=(Wording("undated", "We saw no day at all."),)))
    assert not any("no day at all" in one.text for one in compose(case).sentences())


def test_braces_in_own_words_stay_as_they_are(make: Make) -> None:
    own = Wording("too_basic_or_minimal", OWN.replace("one line", "{seen} {0} one line"))
    case = make("award", **adverse(evidence_date="2019", wording=(own,)))
    assert "{seen} {0} one line" in sentence(case, "reason.too_basic_or_minimal").text


def test_a_sentence_to_fill_leaves_open_what_a_person_says(award_case: LetterCase, scheme: Scheme) -> None:
    m = Materials(award_case)
    (item,) = m.voices["5.2"].items
    said = sentence_to_fill(m, "5.2", item, scheme.reason("too_basic_or_minimal"))
    assert said.startswith("Item 15 (page 61 of Portfolio.pdf, page 1 of the item) shows {seen}.")
    for reason in scheme.reasons_for("5.2"):
        told = sentence_to_fill(m, "5.2", item, reason)
        assert {name for name in ("seen", "target", "date") if f"{{{name}}}" in told} <= set(reason.needs)
        assert "[TO BE" not in told
