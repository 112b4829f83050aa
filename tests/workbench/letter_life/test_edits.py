"""Hand edits: recorded, put in again at every draft, told when they fit no more, shown beside what was composed."""

from dataclasses import replace

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.letter import trace
from mrse_assess.model.wordings import Wording
from mrse_assess.terms import Verdict

FEEDBACK = "Item E4.1 sets out each hazard step by step."


def number_of(desk, start):
    letter = desk.draft().letter
    return next(n for n, sentence in enumerate(letter.sentences(), 1) if sentence.text.startswith(start))


@pytest.fixture
def with_feedback(chosen):
    """An award letter with a sentence of credit, accepted by the panel."""
    for who in ("A1", "A2"):
        chosen.item(who, "4.1", feedback=FEEDBACK)
    chosen.session().accept()
    return chosen


def test_an_edit_stands_in_every_draft_beside_what_was_composed(with_feedback):
    desk = with_feedback.desk()
    number = number_of(desk, "The assessors noted")
    composed = tuple(desk.draft().letter.sentences())[number - 1].text
    text = composed.replace("sets out", "names")
    desk.edit(number, text, "plainer")
    (edit,) = with_feedback.desk().draft().edits
    assert (edit.number, edit.composed, edit.text, edit.now, edit.by, edit.why) == (
        number, composed, text, composed, "O", "plainer",
    )  # fmt: skip
    entry = trace(with_feedback.desk().draft().letter)[number - 1]
    assert (entry["kind"], entry["text"], entry["composed"], entry["by"], entry["why"]) == (
        "hand_edit", text, composed, "O", "plainer",
    )  # fmt: skip
    assert with_feedback.codes() == {"sign-off-missing"}


def test_an_edit_turns_stale_when_what_it_was_made_for_changes_and_keeps_the_letter_back(with_feedback):
    desk = with_feedback.desk()
    number = number_of(desk, "The assessors noted")
    desk.edit(number, "The assessors noted that item E4.1 names each hazard step by step.", "plainer")
    for who in ("A1", "A2"):
        with_feedback.item(who, "4.1", feedback="Item E4.1 sets out every hazard step by step.")
    with_feedback.session().accept()
    (edit,) = with_feedback.desk().draft().edits
    assert edit.stale
    assert edit.now == "The assessors noted that item E4.1 sets out every hazard step by step."
    assert with_feedback.codes() == {"edit-stale", "sign-off-missing"}
    with_feedback.desk().remove_edit(edit.anchor[:8], "read again")
    assert with_feedback.codes() == {"sign-off-missing"}


def test_an_edit_can_be_removed_and_makes_a_sign_off_stale_both_ways(with_feedback):
    with_feedback.signed()
    number = number_of(with_feedback.desk(), "The assessors noted")
    with_feedback.desk().edit(number, "The assessors noted that item E4.1 names each hazard step by step.", "plainer")
    assert with_feedback.codes() == {"sign-off-stale"}
    with_feedback.desk().remove_edit(str(number), "the first was better")
    assert with_feedback.desk().draft().edits == ()
    assert with_feedback.codes() == {"sign-off-stale"}


def test_an_edit_that_takes_away_a_number_keeps_the_letter_back_and_is_named(with_feedback):
    number = number_of(with_feedback.desk(), "The assessors noted")
    with_feedback.desk().edit(number, "The assessors noted that an item names each hazard.", "plainer")
    (found,) = [one for one in with_feedback.desk().grounds() if one.code == "edit-changes-number"]
    assert tuple(with_feedback.desk().draft().letter.sentences())[found.sentence - 1].edit is not None


def test_words_put_in_by_hand_are_looked_through_for_identifiers(with_feedback):
    number = number_of(with_feedback.desk(), "The assessors noted")
    with_feedback.desk().edit(number, f"{FEEDBACK} Hospital number RX804613.", "fuller")
    assert "identifier" in with_feedback.codes()


@pytest.mark.parametrize("start", ["Letter EX-1-1-A", "record ", "Dear ", "Your MR Safety Expert portfolio"])
def test_what_says_whose_letter_it_is_is_not_edited(chosen, start):
    with pytest.raises(BadRequestError, match="is not edited"):
        chosen.desk().edit(number_of(chosen.desk(), start), "Something else", "why not")


def test_an_edit_needs_words_a_reason_and_a_sentence(chosen):
    number = number_of(chosen.desk(), "A person made every judgement.")
    for given, message in (
        ((number, " ", "x"), "Write the words"),
        ((number, "People judged.", " "), "Write why"),
        ((number, "A person made every judgement.", "x"), "stand there already"),
        ((0, "x", "x"), "there is none numbered 0"),
        ((999, "x", "x"), "there is none numbered 999"),
    ):
        with pytest.raises(BadRequestError, match=message):
            chosen.desk().edit(*given)
    with pytest.raises(BadRequestError, match="There is no edit"):
        chosen.desk().remove_edit("3", "x")


def test_an_issued_letter_is_not_edited(issued):
    with pytest.raises(BadRequestError, match="Recall or supersede it first"):
        issued.desk().edit(number_of(issued.desk(), "A person made"), "People judged.", "plainer")


def test_a_sentence_in_an_assessors_own_words_can_be_edited_too(differing):
    own = Wording(reason="undated", sentence="The log that item E5.2 shows (page 2 of Portfolio.pdf) bears no date")
    said = {"reasons": ("undated",), "primary_reason": "undated", "wording": (own,), "page": "page 2 of Portfolio.pdf"}
    row = next(row for (who, code, _), row in differing.written.items.items() if (who, code) == ("A1", "5.2"))
    for who in ("A1", "A2"):
        differing.says(who, replace(row, application="EX-1", assessor=who, verdict=Verdict.NOT_SATISFACTORY, **said))
    differing.met().chose()
    desk = differing.desk()
    number = number_of(desk, "The log that item E5.2 shows")
    composed = tuple(desk.draft().letter.sentences())[number - 1].text
    desk.edit(number, composed.replace("shows", "holds"), "plainer")
    (edit,) = differing.desk().draft().edits
    assert (edit.number, edit.composed, edit.now) == (number, composed, composed)
    again = differing.desk()
    again.edit(number, composed.replace("shows", "has"), "plainer still")
    (edit,) = differing.desk().draft().edits
    assert (edit.composed, edit.text) == (composed, composed.replace("shows", "has"))
    assert differing.codes() == {"sign-off-missing"}
    differing.desk().edit(number, composed.replace("shows", "has 3 times"), "no")
    assert "edit-changes-number" in differing.codes()
