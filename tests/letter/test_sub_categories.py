"""What is said of a sub-category, by which rows, in which words."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from mrse_assess.errors import SchemeError
from mrse_assess.letter.case import LetterCase
from mrse_assess.letter.compose import compose
from mrse_assess.letter.gate import gate
from mrse_assess.letter.sections.sub_categories import lowered
from mrse_assess.model.letter import Sentence
from mrse_assess.model.places import PageSpan
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.model.scheme import Scheme
from mrse_assess.terms import OutcomeKind, Phase, SentenceKind, Verdict

Make = Callable[..., LetterCase]
PANEL_ONLY = ((Phase.MODERATION, "panel"),)
TWO_ALONE = ((Phase.INDIVIDUAL, "a"), (Phase.INDIVIDUAL, "b"))


def said(case: LetterCase, passage: str) -> list[Sentence]:
    return [sentence for sentence in compose(case).sentences() if sentence.passage == passage]


def test_the_moderated_row_speaks_and_not_the_assessors(award_case: LetterCase) -> None:
    rows = tuple(
        replace(row, seen="SOMETHING SAID ALONE", feedback="SOMETHING SAID ALONE")
        if row.phase == Phase.INDIVIDUAL
        else row
        for row in award_case.judgements.judgements
    )
    case = replace(award_case, judgements=replace(award_case.judgements, judgements=rows))
    assert "SOMETHING SAID ALONE" not in " ".join(sentence.text for sentence in compose(case).sentences())


def test_words_to_the_panel_never_reach_the_letter(award_case: LetterCase) -> None:
    assert "unconvincing" in str(award_case.judgements)
    assert "unconvincing" not in " ".join(sentence.text for sentence in compose(award_case).sentences())


def test_without_moderation_only_reasons_that_all_assessors_give_are_told(make: Make) -> None:
    case = make("award", phases=TWO_ALONE)
    rows = tuple(
        replace(row, reasons=("too_basic_or_minimal", "undated")) if row.event == "b-5.2-15" else row
        for row in case.judgements.judgements
    )
    case = replace(case, judgements=replace(case.judgements, judgements=rows))
    assert [s.rows for s in said(case, "reason.too_basic_or_minimal")] == [("a-5.2-15", "b-5.2-15", "a-5.2", "b-5.2")]
    assert said(case, "reason.undated") == []
    apart = tuple(
        replace(row, reasons=("undated",), primary_reason="undated") if row.event == "b-5.2-15" else row for row in rows
    )
    case = replace(case, judgements=replace(case.judgements, judgements=apart))
    assert {r.code for r in gate(compose(case), case, head_now=case.record_head)} == {"finding-without-sentence"}


def test_several_assessors_who_agree_are_said_to_agree_and_one_alone_is_said_to_be_one(make: Make) -> None:
    assert said(make("award", phases=TWO_ALONE), "how.agreed")
    assert said(make("award", phases=TWO_ALONE[:1]), "how.one")
    assert said(make("award"), "how.panel")


def test_the_primary_reason_comes_first_and_one_remedy_last(make: Make) -> None:
    two = {"reasons": ("undated", "too_basic_or_minimal"), "primary_reason": "too_basic_or_minimal", "seen": "a line"}
    case = make("award", adverse={("5.2", "15"): two})
    told = [s.passage for s in compose(case).sentences() if s.section == "sub_categories/5.2"]
    assert told == [
        "heading.sub_category",
        "reason.too_basic_or_minimal",
        "reason.undated",
        "reason.too_basic_or_minimal.remedy",
        "stands.award_not_needed",
    ]


def test_a_reason_given_with_the_conclusion_is_told_about_its_one_item(make: Make) -> None:
    case = make(
        "award",
        adverse={("5.2", "15"): {}},
        conclusions={"5.2": {"reasons": ("too_basic_or_minimal",), "seen": "a line in a log"}},
    )
    (sentence,) = said(case, "reason.too_basic_or_minimal")
    assert sentence.text.startswith("Item 15 (page 61 of Portfolio.pdf, page 1 of the item) shows a line in a log. ")


def test_what_the_items_lack_together_is_said_in_the_words_of_the_conclusion(make: Make) -> None:
    case = make("award", adverse={}, conclusions={"5.2": {"seen": "how the cause was looked for."}})
    assert [s.text for s in said(case, "verdict.part_sound.one")] == ["Item 15 is sound evidence for 5.2."]
    (lacking,) = said(case, "verdict.lacking")
    assert lacking.text == "Taken together the items do not yet show how the cause was looked for."
    assert gate(compose(case), case, head_now=case.record_head) == ()


@pytest.mark.parametrize("verdict", [Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY])
def test_every_reason_of_the_scheme_can_be_told_of_any_item(make: Make, scheme: Scheme, verdict: Verdict) -> None:
    for reason in scheme.reasons:
        told = {"reasons": (reason.id,), "primary_reason": reason.id, "seen": "what was seen", "verdict": verdict}
        told |= {"other_item": "14", "target": "8.1"}
        code = reason.applies_to[0] if reason.applies_to else "5.2"
        item = {"5.2": "15", "1.1": "1", "1.2": "3", "2.1": "4", "2.2": "5", "3": "8", "4.1": "10", "4.2": "11"} | {
            "4.3": "13", "5.1": "14", "6.2": "16", "7.1": "18", "7.2": "19", "8.1": "20", "8.2": "21",
        }  # fmt: skip
        case = make("award", adverse={(code, item[code]): told}, not_satisfactory=("5.2", code))
        if verdict == Verdict.SATISFACTORY:
            case = make("award", marks={(code, item[code]): told})
        sentences = said(case, f"reason.{reason.id}")
        assert sentences or (verdict == Verdict.SATISFACTORY and code == "5.2"), reason.id
        for sentence in sentences:
            assert "{" not in sentence.text
            assert sentence.text.endswith(").")
            assert not [slot for slot in sentence.slots if slot.gap]


def test_a_reason_that_the_scheme_does_not_have_is_our_fault_and_says_so(make: Make) -> None:
    with pytest.raises(SchemeError, match="no_such_reason"):
        compose(make("award", adverse={("5.2", "15"): {"reasons": ("no_such_reason",)}}))


def test_evidence_for_another_sub_category_is_told_with_the_offices_treatment(make: Make, values: Any) -> None:
    elsewhere = {
        "reasons": ("wrong_sub_category",),
        "primary_reason": "wrong_sub_category",
        "seen": "a talk",
        "target": "8.1",
    }
    case = make("award", adverse={("5.2", "15"): elsewhere})
    assert [s.text for s in said(case, "setting.elsewhere_credit.not_credited")] == ["It has not been counted for 8.1."]
    unset = make("award", adverse={("5.2", "15"): elsewhere}, settings=values(elsewhere_credit=None))
    assert said(unset, "gap.setting")[0].text.startswith("[TO BE SET BY THE SCHEME: treatment of evidence")


def test_a_remark_beside_a_satisfactory_item_is_told(make: Make) -> None:
    mhra = {"mhra_reference": True}
    marks = {("8.2", "21"): mhra | {"reasons": ("not_redacted",)}, ("7.2", "19"): mhra}
    case = make("award", marks=marks)
    (sentence,) = said(case, "reason.not_redacted")
    assert "The pages have been removed from our copies" in sentence.text


def test_an_item_that_did_not_count_is_named_beside_those_that_did(make: Make, award_case: LetterCase) -> None:
    adverse = {("4.2", "12"): {"reasons": ("undated",), "primary_reason": "undated"}}
    told = {"reasons": ("too_basic_or_minimal",), "primary_reason": "too_basic_or_minimal", "seen": "a line"}
    case = make("award", adverse=adverse | {("5.2", "15"): told})
    texts = [s.text for s in said(case, "verdict.satisfactory.entry.not_counted")]
    assert texts == ["4.2 (item 11; not counted: item 12)"]


def test_at_most_three_sentences_of_credit_are_given(make: Make) -> None:
    codes = {"1.1": "1", "1.2": "3", "2.1": "4", "5.1": "14"}
    marks = {(code, item): {"feedback": f"Item {item} is clear."} for code, item in codes.items()}
    texts = [s.text for s in said(make("award", marks=marks), "feedback.noted")]
    assert texts == [f"The assessors noted that item {item} is clear." for item in ("1", "3", "4")]
    assert all(s.kind == SentenceKind.FEEDBACK for s in said(make("award", marks=marks), "feedback.noted"))


def test_feedback_on_what_fell_short_reaches_the_applicant(make: Make) -> None:
    told = {"reasons": ("undated",), "primary_reason": "undated", "feedback": "The log itself is well kept"}
    (sentence,) = said(make("award", adverse={("5.2", "15"): told}), "feedback.added")
    assert sentence.text == "The assessors added: The log itself is well kept."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Item 11 sets", "item 11 sets"),
        ("MR safety is", "MR safety is"),
        ("I saw", "I saw"),
        ("A clear", "a clear"),
        ("", ""),
    ],
)
def test_a_small_letter_is_put_where_a_sentence_goes_on(text: str, expected: str) -> None:
    assert lowered(text) == expected


def test_nothing_offered_stands_under_its_own_heading_where_it_does_not_matter(
    award_case: LetterCase, further_case: LetterCase
) -> None:
    assert [s.text for s in said(award_case, "verdict.nothing_offered.allowed")] == [
        "No evidence was offered for 6.1. The requirement is reached without it."
    ]
    assert said(award_case, "heading.nothing_offered") == []
    assert len(said(further_case, "heading.nothing_offered")) == 1


def test_a_category_with_nothing_satisfactory_matters_even_when_the_total_is_reached(make: Make) -> None:
    case = make("award", nothing_offered=("6.1", "6.2"), drop=("6.2",), adverse={}, not_satisfactory=(),
                outcome=OutcomeKind.FURTHER_EVIDENCE)  # fmt: skip
    assert case.decision.finding("sub_categories").status == "met"
    assert [s.text for s in said(case, "verdict.nothing_offered.matters")] == [
        "No evidence was offered for 6.1.",
        "No evidence was offered for 6.2.",
    ]
    assert [s.text for s in said(case, "need.set")] == [
        "With the findings as they stand, one of 6.1 and 6.2 would be enough."
    ]


def test_further_evidence_for_little_leaves_out_that_much_was_shown(make: Make) -> None:
    few = ("1.1", "1.2", "2.1", "2.2", "3", "4.1", "5.1", "7.1", "8.1")
    case = make("further", nothing_offered=(*few, "4.3", "6.1"), not_satisfactory=(), drop=few, adverse={})
    (sentence,) = said(case, "out.further.few")
    assert sentence.text.startswith("Your portfolio does not yet show all of the experience")


def test_scope_of_judged_sub_categories_only_leaves_the_others_out(make: Make, values: Any) -> None:
    case = make("further", settings=values(further_scope="judged_only"))
    texts = [s.text for s in said(case, "need.set")]
    assert texts == ["With the findings as they stand, 1.1, category 3 and 8.1 would be enough."]
    assert said(case, "setting.further_scope.judged_only")
    assert said(case, "need.new_only")[0].text.startswith(
        "Further evidence is read against the open sub-categories 1.1, 3 and 8.1;"
    )


def test_findings_that_are_looked_at_again_are_said_to_be(make: Make, values: Any) -> None:
    (sentence,) = said(make("further", settings=values(carry_over="reopened")), "need.new_only")
    assert sentence.text.endswith("; the findings on the other 11 are looked at again with it.")


def test_an_absent_examination_result_stands_in_its_own_row_and_sentence(make: Make) -> None:
    case = make("award", parts={"exam": False}, outcome=OutcomeKind.FURTHER_EVIDENCE)
    texts = [s.text for s in compose(case).sentences()]
    assert "We have not yet been able to confirm an ABMRS MRSE examination result." in texts
    assert texts[texts.index("ABMRS MRSE examination") : texts.index("ABMRS MRSE examination") + 4] == [
        "ABMRS MRSE examination",
        "result confirmed",
        "not confirmed",
        "not met",
    ]
    assert "With the findings as they stand, your ABMRS MRSE examination result would be enough." in texts


def test_three_simulated_sub_categories_are_counted_and_told(make: Make) -> None:
    marks = {(code, item): {"simulated": True} for code, item in {"4.3": "13", "5.1": "14", "7.1": "18"}.items()}
    marks |= {(code, item): {"mhra_reference": True} for code, item in {"2.2": "5", "6.2": "16"}.items()}
    case = make("award", marks=marks, outcome=OutcomeKind.FURTHER_EVIDENCE)
    (sentence,) = said(case, "rule.simulated_limit.not_met")
    assert sentence.text == (
        "3 sub-categories rest on simulated evidence (4.3, 5.1, 7.1); at most 2 may. "
        "Real evidence in 1 of them would meet this."
    )
    (needed,) = said(case, "need.set")
    assert "real evidence for 4.3" in needed.text


def test_one_reference_is_told_as_one(make: Make) -> None:
    case = make("award", marks={("2.2", "5"): {"mhra_reference": True}}, outcome=OutcomeKind.FURTHER_EVIDENCE)
    assert "in 1 sub-category (2.2); at least 2 are needed" in said(case, "rule.mhra_references.not_met.one")[0].text
    assert "a traceable reference to the MHRA guidelines in one more sub-category" in said(case, "need.set")[0].text


def test_a_file_of_its_own_is_cited_by_its_own_page_alone(award_case: LetterCase) -> None:
    alone = EvidenceItem(id="15", label="15", title="", spans=(PageSpan(file="x/15_log.png", first=1, last=1),))
    items = tuple(alone if item.id == "15" else item for item in award_case.items)
    (sentence,) = said(replace(award_case, items=items), "reason.too_basic_or_minimal")
    assert sentence.text.startswith("Item 15 (page 1 of 15_log.png) shows ")


def test_whoever_gives_no_salutation_is_addressed_by_the_whole_name(award_case: LetterCase) -> None:
    case = replace(award_case, application=replace(award_case.application, salutation=""))
    assert said(case, "salutation")[0].text == "Dear Dr Morwenna Adeyemi-Clarke,"
