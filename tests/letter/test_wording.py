"""From passages and slots to sentences; what the scheme file gets wrong is said and never papered over."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from mrse_assess.errors import SchemeError
from mrse_assess.letter.case import LetterCase
from mrse_assess.letter.compose import compose
from mrse_assess.letter.phrases import Phrases
from mrse_assess.letter.wording import Basis, Wording, version_of
from mrse_assess.model.dates import day_in_words
from mrse_assess.model.judgement import SettingValue
from mrse_assess.model.letter import Slot
from mrse_assess.model.scheme import Scheme
from mrse_assess.terms import SentenceKind

HERE = Basis(section="test")


def wording(scheme: Scheme, passages: Mapping[str, str], **settings: SettingValue) -> Wording:
    return Wording(replace(scheme, passages={**scheme.passages, **passages}), settings)


def test_slots_are_filled_and_kept_with_the_sentence(scheme: Scheme) -> None:
    (made,) = wording(scheme, {"t": "We saw {seen} on {page}."}).say("t", HERE, {"seen": "a note", "page": "page 3"})
    assert made.text == "We saw a note on page 3."
    assert [(slot.name, slot.text) for slot in made.slots] == [("seen", "a note"), ("page", "page 3")]
    assert made.passage_version == version_of("We saw {seen} on {page}.")


def test_what_stands_in_a_slot_is_never_read_as_a_passage(scheme: Scheme) -> None:
    (made,) = wording(scheme, {"t": "We saw {seen}."}).say("t", HERE, {"seen": "{page} {0} {{x}} %s {seen}"})
    assert made.text == "We saw {page} {0} {{x}} %s {seen}."


def test_a_sentence_that_begins_with_a_slot_begins_with_a_capital_and_a_cell_does_not(scheme: Scheme) -> None:
    words = wording(scheme, {"s": "{item} is sound.", "c": "{item}", "i": "See {Item}."})
    texts = [words.say(passage, HERE, {"item": "item 3"})[0].text for passage in ("s", "c", "i")]
    assert texts == ["Item 3 is sound.", "item 3", "See Item 3."]


@pytest.mark.parametrize(
    ("passage", "fault"),
    [
        ("{unknown_slot}.", "unknown_slot"),
        ("{seen!r}", "plain name"),
        ("{seen", "do not match"),
        ("{seen.event}", "plain name"),
    ],
)
def test_a_passage_that_cannot_be_filled_is_refused_by_name(scheme: Scheme, passage: str, fault: str) -> None:
    with pytest.raises(SchemeError, match=rf"the passage t .*{fault}"):
        wording(scheme, {"t": passage}).say("t", HERE, {"seen": "x"})


def test_a_passage_that_the_scheme_lacks_is_named(scheme: Scheme) -> None:
    with pytest.raises(SchemeError, match=r"no passage no\.such"):
        wording(scheme, {}).say("no.such", HERE)


def test_an_unset_setting_is_a_gap_in_words_and_brackets(scheme: Scheme) -> None:
    (made,) = wording(scheme, {}).say("queries.write", HERE)
    assert made.text == "Please write to [TO BE SET BY THE SCHEME: address for queries], giving your reference."
    assert made.slots[0].gap
    assert made.kind == SentenceKind.SETTING


def test_a_passage_falls_away_with_a_setting_that_is_not_applicable(scheme: Scheme) -> None:
    none = SettingValue(key="queries_address", value="", source="minute 2", not_applicable=True)
    assert wording(scheme, {}, queries_address=none).say("queries.write", HERE) == ()


def test_a_setting_brings_its_source(scheme: Scheme) -> None:
    value = SettingValue(key="queries_address", value="the office", source="minute 2")
    (made,) = wording(scheme, {}, queries_address=value).say("queries.write", HERE)
    assert (made.slots[0].setting, made.slots[0].source) == ("queries_address", "minute 2")


def test_the_kind_says_where_a_sentence_comes_from(scheme: Scheme) -> None:
    words = wording(scheme, {"fixed": "Fixed.", "said": "The assessors noted: {feedback}", "made": "{seen}"})
    feedback = Slot(name="feedback", text="Good.", event="e")
    assert words.say("fixed", HERE)[0].kind == SentenceKind.FIXED
    assert words.say("said", HERE, {"feedback": feedback})[0].kind == SentenceKind.FEEDBACK
    assert words.say("made", HERE, {"seen": "x"})[0].kind == SentenceKind.COMPOSED
    assert words.say("fixed", replace(HERE, rule="parts"))[0].kind == SentenceKind.COMPOSED


def test_dates_are_written_as_a_letter_writes_them() -> None:
    assert day_in_words(date(2026, 11, 1)) == "1 November 2026"


@pytest.mark.parametrize(
    ("ids", "text"),
    [
        (("3",), "item 3"),
        (("2", "1"), "items 1 and 2"),
        (("5", "6", "7"), "items 5 to 7"),
        (("1", "3", "5", "6", "7"), "items 1, 3 and 5 to 7"),
        (("10", "9", "4b", "4a"), "items 4a, 4b, 9 and 10"),
        (("B", "folder/7"), "items B and folder/7"),
    ],
)
def test_items_are_listed_as_a_person_would(
    award_case: LetterCase, scheme: Scheme, ids: tuple[str, ...], text: str
) -> None:
    case = replace(award_case, items=())
    assert Phrases(case, wording(scheme, {})).items(ids).text == text


def test_an_applicants_name_is_only_ever_a_name(award_case: LetterCase) -> None:
    name = "{seen} {{x}} <b>&amp;</b> #eval *x*"
    case = replace(award_case, application=replace(award_case.application, applicant=name, salutation=""))
    texts = [sentence.text for sentence in compose(case).sentences()]
    assert name in texts
    assert f"Dear {name}," in texts
