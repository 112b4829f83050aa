"""Each ground on which a letter is refused, with the sentence and the rows it is about."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from mrse_assess.letter.case import LetterCase, ReadingChoice
from mrse_assess.letter.checks.looked_at import Watch
from mrse_assess.letter.compose import compose
from mrse_assess.letter.edits import anchor_of, with_edits
from mrse_assess.letter.gate import gate, prepare
from mrse_assess.letter.trace import trace
from mrse_assess.model.decision import ReadingCombination, ReadingResult
from mrse_assess.model.letter import HandEdit, Heading, Letter, Paragraph, Refusal, RuleTable
from mrse_assess.terms import OutcomeKind, RuleStatus, SubCategoryState, Verdict

Make = Callable[..., LetterCase]


def refusals(case: LetterCase, letter: Letter | None = None, **others: Any) -> tuple[Refusal, ...]:
    return gate(letter or compose(case), case, **({"head_now": case.record_head} | others))


def codes(case: LetterCase, letter: Letter | None = None, **others: Any) -> set[str]:
    return {refusal.code for refusal in refusals(case, letter, **others)}


def test_a_letter_that_says_what_the_records_say_passes(award_case: LetterCase, further_case: LetterCase) -> None:
    assert refusals(award_case) == ()
    assert refusals(further_case) == ()


def test_a_letter_drafted_before_the_records_moved_is_refused(award_case: LetterCase) -> None:
    assert codes(award_case, head_now="another") == {"records-moved"}


def test_no_letter_without_an_outcome_that_a_person_chose(make: Make) -> None:
    assert codes(make("award", outcome=None)) == {"outcome-missing"}


@pytest.mark.parametrize("kind", [OutcomeKind.FURTHER_EVIDENCE, OutcomeKind.NOT_AWARDED, OutcomeKind.INCOMPLETE])
def test_an_outcome_that_the_rules_do_not_allow_is_refused(make: Make, kind: OutcomeKind) -> None:
    found = [refusal for refusal in refusals(make("award", outcome=kind)) if refusal.code == "outcome-not-allowed"]
    assert [refusal.rows for refusal in found] == [("choice",)]


def test_not_awarding_needs_a_ground_in_words(make: Make) -> None:
    assert codes(make("further", outcome=OutcomeKind.NOT_AWARDED, ground=" ")) == {"ground-missing"}


def test_an_undetermined_decision_gives_no_letter(make: Make) -> None:
    case = make("award", conclusions={"8.2": {"verdict": Verdict.REFERRED_TO_PANEL}})
    assert codes(case) == {"outcome-not-allowed", "undetermined"}


@pytest.mark.parametrize("key", ["appeal_route", "certificate_dispatch", "signatory_role", "outcome_name_award"])
def test_an_unset_setting_is_refused_at_its_sentence(make: Make, values: Any, key: str) -> None:
    case = make("award", settings=values(**{key: None}))
    found = refusals(case)
    assert {refusal.code for refusal in found} == {"setting-unset"}
    texts = {entry["n"]: entry["text"] for entry in trace(compose(case))}
    assert all("[TO BE SET BY THE SCHEME: " in texts[refusal.sentence or 0] for refusal in found)


def test_a_setting_that_no_sentence_names_is_refused_too(make: Make, values: Any) -> None:
    case = make("further", settings=values(further_scope=None))
    (found,) = refusals(case)
    assert (found.code, found.sentence) == ("setting-unset", None)
    assert "for which sub-categories further evidence may be sent" in found.found


def test_an_outcome_name_cannot_be_left_out_as_not_applicable(make: Make, values: Any) -> None:
    settings = values()
    settings["outcome_name_award"] = replace(settings["outcome_name_award"], not_applicable=True)
    assert "setting-unset" in codes(make("award", settings=settings))


def test_invented_settings_can_never_be_issued(make: Make, values: Any) -> None:
    settings = values()
    settings["queries_address"] = replace(settings["queries_address"], invented=True)
    case = make("award", settings=settings)
    assert codes(case) == {"setting-invented"}
    assert "Address for queries" in {entry["text"] for entry in trace(compose(case))}


def test_a_phrase_that_an_assessor_owes_is_a_marked_gap_and_refused(make: Make) -> None:
    adverse = {("5.2", "15"): {"reasons": ("too_basic_or_minimal",), "primary_reason": "too_basic_or_minimal"}}
    case = make("award", adverse=adverse)
    (found,) = refusals(case)
    assert (found.code, found.rows) == ("words-missing", ("panel-5.2-15", "panel-5.2"))
    assert "[TO BE FILLED BY A PERSON: " in trace(compose(case))[(found.sentence or 0) - 1]["text"]


def test_an_adverse_conclusion_without_a_reason_is_refused(make: Make) -> None:
    case = make("award", adverse={("5.2", "15"): {}})
    (found,) = refusals(case)
    assert (found.code, found.rows) == ("finding-without-sentence", ("panel-5.2",))


def test_an_adverse_item_without_a_reason_is_refused_beside_one_that_has_it(make: Make) -> None:
    one = {"reasons": ("undated",), "primary_reason": "undated"}
    case = make("further", adverse={("8.1", "18"): one, ("8.1", "20"): {}}, add={"8.1": "20"})
    found = [refusal for refusal in refusals(case) if refusal.code == "finding-without-sentence"]
    assert ("panel-8.1-20",) in [refusal.rows for refusal in found]


def test_a_reason_of_the_conclusion_that_fits_no_single_item_is_refused(make: Make) -> None:
    told = {"reasons": ("undated",), "primary_reason": "undated"}
    case = make(
        "award",
        add={"5.2": "22"},
        adverse={("5.2", "15"): told, ("5.2", "22"): told},
        conclusions={"5.2": {"reasons": ("not_own_work",), "primary_reason": "not_own_work"}},
    )
    assert codes(case) == {"reason-untold"}


def test_a_reason_that_is_never_enough_alone_is_refused_alone(make: Make) -> None:
    only = {"reasons": ("similar_items",), "primary_reason": "similar_items", "other_item": "14"}
    assert codes(make("award", adverse={("5.2", "15"): only})) == {"reason-never-alone"}


def test_a_contradiction_blocks_every_letter_on_competence(make: Make) -> None:
    case = make("award", marks={("3", "9"): {"independent_group": "group 8"}})
    assert "contradiction" in codes(case)


def test_too_few_independent_pieces_are_refused_whatever_the_decision_says(award_case: LetterCase) -> None:
    results = tuple(
        replace(result, independent=1) if result.code == "3" else result
        for result in award_case.decision.sub_categories
    )
    case = replace(award_case, decision=replace(award_case.decision, sub_categories=results))
    assert "too-few-independent" in codes(case)


def test_satisfactory_without_an_item_needs_a_recorded_ground(award_case: LetterCase) -> None:
    results = tuple(
        replace(result, counted=()) if result.code == "8.2" else result for result in award_case.decision.sub_categories
    )
    case = replace(award_case, decision=replace(award_case.decision, sub_categories=results))
    assert "satisfactory-without-item" in codes(case)


def test_a_reading_on_which_the_outcome_hangs_has_to_be_recorded(further_case: LetterCase) -> None:
    other = ReadingResult(setting="major_category_by", value="piece", outcome=RuleStatus.MET, observed=8)
    used = further_case.decision.readings_used
    read_otherwise = tuple((setting, "piece" if setting == "major_category_by" else value) for setting, value in used)
    combined = (
        ReadingCombination(values=used, outcome=RuleStatus.NOT_MET),
        ReadingCombination(values=read_otherwise, outcome=RuleStatus.MET),
    )
    case = replace(further_case, decision=replace(further_case.decision, readings=(other,), combinations=combined))
    assert codes(case) == {"reading-unrecorded", "outcome-not-allowed"}
    chosen = ReadingChoice(reading="major_category_by", value="sub_category", authority="panel, minute 7", event="r1")
    settled = replace(case, readings=(chosen,))
    assert codes(settled) == set()
    texts = [sentence.text for sentence in compose(settled).sentences()]
    assert "We counted by sub-category, as the scheme directs (panel, minute 7)." in texts


def test_a_number_that_differs_from_the_decision_is_refused(further_case: LetterCase) -> None:
    letter = compose(further_case)
    table = next(block for block in letter.blocks if isinstance(block, RuleTable))
    cell = table.rows[0][2]
    wrong = replace(cell, text="12", slots=(replace(cell.slots[0], text="12", value="12"),))
    rows = ((*table.rows[0][:2], wrong, table.rows[0][3]), *table.rows[1:])
    changed = replace(letter, blocks=tuple(replace(b, rows=rows) if b is table else b for b in letter.blocks))
    found = {refusal.code: refusal for refusal in refusals(further_case, changed)}
    assert {"number-differs", "sentence-differs", "sentence-missing"} <= set(found)
    assert trace(changed)[(found["number-differs"].sentence or 0) - 1]["text"] == "12"


def test_a_finding_left_out_is_refused(award_case: LetterCase) -> None:
    letter = compose(award_case)
    about = next(place for place, b in enumerate(letter.blocks) if isinstance(b, Heading) and "5.2" in b.sentence.text)
    shorter = replace(letter, blocks=(*letter.blocks[:about], *letter.blocks[about + 2 :]))
    assert {"finding-without-sentence", "sub-category-misplaced", "sentence-missing"} <= codes(award_case, shorter)


def test_verdict_words_against_the_state_are_refused(award_case: LetterCase) -> None:
    letter = compose(award_case)
    results = tuple(
        replace(result, state=SubCategoryState.SATISFACTORY) if result.code == "5.2" else result
        for result in award_case.decision.sub_categories
    )
    case = replace(award_case, decision=replace(award_case.decision, sub_categories=results))
    assert "state-differs" in codes(case, letter)


def test_a_sentence_that_rests_on_a_replaced_judgement_is_refused(award_case: LetterCase) -> None:
    letter = compose(award_case)
    aside = _with_rows(letter, "reason.too_basic_or_minimal", ("quillfeather-5.2-15",))
    nowhere = _with_rows(letter, "reason.too_basic_or_minimal", ("unknown",))
    nothing = _with_rows(letter, "reason.too_basic_or_minimal", ())
    assert "row-not-deciding" in codes(award_case, aside)
    assert "row-not-in-force" in codes(award_case, nowhere)
    assert "sentence-without-row" in codes(award_case, nothing)


@pytest.mark.parametrize(
    ("seen", "watch", "code"),
    [
        ("what Dr Quillfeather had drafted", Watch(names=("Quillfeather",)), "assessor-named"),
        ("what ormskirk-vane@example.org sent", Watch(names=("ormskirk-vane@example.org",)), "assessor-named"),
        (
            "an entry that looks copied from a colleague",
            Watch(notes=("looks copied, from a colleague!",)),
            "note-quoted",
        ),
        ("quite unconvincing, I would not spend long on it", Watch(), "note-quoted"),
        ("a scan of 943 476 5919", Watch(patterns=(r"\d{3} ?\d{3} ?\d{4}",)), "identifier"),
    ],
)
def test_what_is_not_for_the_applicant_is_refused_and_not_repeated(
    make: Make, seen: str, watch: Watch, code: str
) -> None:
    adverse = {
        ("5.2", "15"): {
            "reasons": ("too_basic_or_minimal",),
            "primary_reason": "too_basic_or_minimal",
            "seen": seen,
            "to_panel": "Quite unconvincing, I would not spend long on it.",
        }
    }
    found = refusals(make("award", adverse=adverse), watch=watch)
    assert {refusal.code for refusal in found} == {code}
    assert all(refusal.sentence and refusal.rows for refusal in found)
    assert not [word for refusal in found for word in ("Quillfeather", "943", "copied") if word in refusal.found]


def test_an_assessor_called_page_does_not_stop_every_letter(award_case: LetterCase) -> None:
    assert codes(award_case, watch=Watch(names=("Page", "A. Page"))) == set()


@pytest.mark.parametrize("name", ["panel", "a", "an", "assessors", ""])
def test_an_identity_that_is_a_role_or_a_letter_does_not_stop_every_letter(award_case: LetterCase, name: str) -> None:
    assert codes(award_case, watch=Watch(names=(name,))) == set()


def test_a_note_in_the_words_of_a_passage_does_not_stop_every_letter(award_case: LetterCase) -> None:
    assert codes(award_case, watch=Watch(notes=("A person made every judgement.",))) == set()


def test_a_name_that_an_edit_brings_in_is_refused(award_case: LetterCase) -> None:
    edit = _edit(award_case, "queries.write", "Please write to Ormskirk-Vane.")
    _, found = prepare(
        award_case, head_now=award_case.record_head, edits=(edit,), watch=Watch(names=("ormskirk-vane",))
    )
    assert {refusal.code for refusal in found} == {"assessor-named"}


def test_an_applicant_who_bears_an_assessors_name_can_get_a_letter(award_case: LetterCase) -> None:
    assert codes(award_case, watch=Watch(names=("Adeyemi-Clarke",))) == set()


def test_nothing_sufficient_means_no_letter_asking_for_more(further_case: LetterCase) -> None:
    case = replace(further_case, decision=replace(further_case.decision, pivotal=()))
    assert "nothing-sufficient" in codes(case)


def test_an_edit_keeps_what_was_composed_and_passes_when_it_takes_nothing_away(award_case: LetterCase) -> None:
    edit = _edit(
        award_case, "queries.write", "Do write to the Certification Office (office@example.org), with your reference."
    )
    letter, found = prepare(award_case, head_now=award_case.record_head, edits=(edit,))
    assert found == ()
    (entry,) = [entry for entry in trace(letter) if entry["kind"] == "hand_edit"]
    assert entry["text"].startswith("Do write")
    assert entry["composed"].startswith("Please write")
    assert (entry["by"], entry["why"]) == ("secretary", "house style")


@pytest.mark.parametrize(
    ("passage", "text", "code"),
    [
        ("reason.too_basic_or_minimal", "", "edit-removes-finding"),
        ("heading.sub_category", "5.2 Provide advice on adverse incident investigations", "edit-removes-finding"),
        ("appeal.route_and_period", "An appeal has to reach us by 20 December 2026.", "edit-changes-number"),
    ],
)
def test_an_edit_that_takes_away_or_changes_a_number_is_refused(
    award_case: LetterCase, passage: str, text: str, code: str
) -> None:
    letter, found = prepare(award_case, head_now=award_case.record_head, edits=(_edit(award_case, passage, text),))
    assert code in {refusal.code for refusal in found}
    assert letter.draft


def test_an_edit_without_a_reason_is_refused(award_case: LetterCase) -> None:
    edit = replace(_edit(award_case, "queries.write", "Write to us."), why="")
    _, found = prepare(award_case, head_now=award_case.record_head, edits=(edit,))
    assert {refusal.code for refusal in found} == {"edit-without-reason"}


def test_an_edit_turns_stale_when_its_sentence_changes(award_case: LetterCase, make: Make, values: Any) -> None:
    edit = _edit(award_case, "queries.write", "Write to us.")
    moved = make("award", settings=values(queries_address="the new office"))
    assert with_edits(compose(moved), (edit,)).stale == (edit,)
    _, found = prepare(moved, head_now=moved.record_head, edits=(edit,))
    assert {refusal.code for refusal in found} == {"edit-stale"}


def test_a_refused_letter_becomes_a_draft_that_says_why(make: Make) -> None:
    case = make("award", adverse={("5.2", "15"): {}})
    assert not compose(case).draft
    letter, found = prepare(case, head_now=case.record_head)
    assert (letter.draft, letter.mark) == (True, "DRAFT, CANNOT BE ISSUED")
    assert "Nothing in the letter says why 5.2 is not satisfactory." in {s.text for s in letter.sentences()}
    assert [refusal.code for refusal in found] == ["finding-without-sentence"]


def _edit(case: LetterCase, passage: str, text: str) -> HandEdit:
    sentence = next(s for s in compose(case).sentences() if s.passage == passage)
    return HandEdit(anchor=anchor_of(sentence), text=text, by="secretary", why="house style", event="e1")


def _with_rows(letter: Letter, passage: str, rows: tuple[str, ...]) -> Letter:
    blocks = tuple(
        replace(b, sentences=tuple(replace(s, rows=rows) if s.passage == passage else s for s in b.sentences))
        if isinstance(b, Paragraph)
        else b
        for b in letter.blocks
    )
    return replace(letter, blocks=blocks)


def test_the_date_of_a_letter_comes_from_the_records(award_case: LetterCase) -> None:
    assert compose(award_case).issue_date == award_case.issued
    assert award_case.choice is not None
    chosen = replace(award_case.choice, recorded_at=datetime(2026, 12, 1, tzinfo=UTC))
    texts = {s.text for s in compose(replace(award_case, issued=None, choice=chosen)).sentences()}
    assert "1 December 2026" in texts


def test_a_letter_bears_the_date_of_the_office_after_midnight_in_summer(award_case: LetterCase) -> None:
    assert award_case.choice is not None
    chosen = replace(award_case.choice, recorded_at=datetime(2026, 7, 1, 23, 30, tzinfo=UTC))
    letter = compose(replace(award_case, issued=None, choice=chosen))
    assert letter.issue_date == date(2026, 7, 2)
