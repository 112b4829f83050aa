"""Every fixed word of the two model letters stands in the scheme's passages."""

from string import Formatter

import pytest

from mrse_assess.scheme.wording import plain_name
from mrse_assess.terms import OutcomeKind, RuleStatus, SubCategoryState

AWARD_HEADING = {"outcome_heading": "certificate awarded"}
SCHEME = {"guidance_name": "2025 applicant guidance", "scheme_id": "ipem-mrse-2025", "scheme_version": "1"}

MODEL_LETTERS = [
    # --- the award
    ("head.office", {"scheme_office": "Example Certification Office"}, "Example Certification Office"),
    ("head.reference", {"reference": "EX-0001", "attempt": "1"}, "Reference EX-0001, attempt 1"),
    ("head.date", {"issue_date": "21 November 2026"}, "21 November 2026"),
    ("head.applicant", {"applicant": "Dr Morwenna Adeyemi-Clarke"}, "Dr Morwenna Adeyemi-Clarke"),
    ("head.separator", {}, " · "),
    ("heading.outcome", AWARD_HEADING, "Your MR Safety Expert portfolio: certificate awarded"),
    ("salutation", {"salutation_name": "Dr Adeyemi-Clarke"}, "Dear Dr Adeyemi-Clarke,"),
    (
        "out.award",
        {"outcome_name": "the certificate is awarded"},
        "Your portfolio meets the requirements of the scheme, and the certificate is awarded.",
    ),
    (
        "received.award",
        {"received_date": "14 September 2026", **SCHEME},
        (
            "We received it on 14 September 2026 and assessed it under the 2025 applicant guidance "
            "(scheme file ipem-mrse-2025, version 1)."
        ),
    ),
    ("heading.next", {}, "What happens next"),
    (
        "next.award",
        {"certificate_dispatch": "will be sent by 5 December 2026; the period for which it is valid is printed on it"},
        (
            "Your certificate will be sent by 5 December 2026; the period for which it is valid is printed on it. "
            "You need not send anything more."
        ),
    ),
    ("heading.requirements", {}, "The requirements"),
    ("table.requirement", {}, "Requirement"),
    ("table.needed", {}, "Needed"),
    ("table.found", {}, "Found"),
    ("table.result", {}, "Result"),
    ("found.sub_categories", {"n": "14"}, "14"),
    ("found.independent_items", {"n": "2", "items": "items 8 and 9"}, "2 (items 8 and 9)"),
    ("found.simulated_limit", {"n": "1", "list": "4.3"}, "1 (4.3)"),
    ("found.mhra_references", {"n": "3", "list": "2.2, 6.2, 7.2"}, "3 (2.2, 6.2, 7.2)"),
    ("found.parts", {}, "all present"),
    ("found.exam", {}, "confirmed"),
    ("status.met", {}, "met"),
    ("heading.sub_categories", {}, "The sub-categories"),
    ("items.many", {"list": "1 and 2"}, "items 1 and 2"),
    ("items.one", {"list": "3"}, "item 3"),
    ("items.range", {"first": "5", "last": "7"}, "5 to 7"),
    ("verdict.satisfactory.entry", {"code": "3", "items": "items 8 and 9"}, "3 (items 8 and 9)"),
    (
        "verdict.satisfactory.entry.marked",
        {"code": "2.2", "items": "items 5 to 7", "marks": "MHRA reference"},
        "2.2 (items 5 to 7, MHRA reference)",
    ),
    ("mark.mhra_reference", {}, "MHRA reference"),
    ("mark.simulated", {}, "simulated"),
    ("list.entries", {}, "; "),
    (
        "verdict.satisfactory",
        {"list": "1.1 (items 1 and 2); 1.2 (item 3)"},
        "Satisfactory: 1.1 (items 1 and 2); 1.2 (item 3).",
    ),
    (
        "feedback.noted",
        {"feedback": "item 11 sets out each hazard."},
        "The assessors noted that item 11 sets out each hazard.",
    ),
    (
        "heading.sub_category",
        {
            "code": "5.2",
            "title": "Provide advice on adverse incident investigations",
            "state": "not satisfactory",
        },
        "5.2 Provide advice on adverse incident investigations: not satisfactory",
    ),
    (
        "place.page",
        {"page_number": "61", "file": "Portfolio.pdf", "item_page": "1"},
        "page 61 of Portfolio.pdf, page 1 of the item",
    ),
    (
        "reason.cited",
        {"sentence": "It does not reach the depth", "clause": "General guidance, paragraph 12"},
        "It does not reach the depth (General guidance, paragraph 12).",
    ),
    (
        "stands.award_not_needed",
        {"sub": "5.2"},
        "The award does not depend on 5.2; nothing more is needed.",
    ),
    (
        "verdict.nothing_offered.allowed",
        {"sub": "6.1"},
        "No evidence was offered for 6.1. The requirement is reached without it.",
    ),
    ("heading.queries", {}, "Queries and appeals"),
    (
        "queries.write",
        {"queries_address": "the Certification Office (office@example.org)"},
        "Please write to the Certification Office (office@example.org), giving your reference.",
    ),
    (
        "appeal.route_and_period",
        {"appeal_route": "how to appeal is explained at the same address", "appeal_period": "by 19 December 2026"},
        "How to appeal is explained at the same address; an appeal has to reach us by 19 December 2026.",
    ),
    ("heading.how", {}, "How this was decided"),
    (
        "how.panel",
        {"assessors_described": "assessors", "panel_date": "18 November 2026"},
        "Assessors judged your evidence separately and a panel then agreed the findings on 18 November 2026.",
    ),
    ("how.person", {}, "A person made every judgement."),
    (
        "how.record",
        {"record_statement": "you may ask for the record that we hold on your application"},
        "You may ask for the record that we hold on your application.",
    ),
    (
        "sign.office",
        {"scheme_office": "Example Certification Office", "signatory_role": "Scheme Secretary"},
        "For the Example Certification Office, Scheme Secretary",
    ),
    ("letter.id", {"reference": "EX-0001", "attempt": "1", "letter_code": "A"}, "EX-0001-1-A"),
    ("foot.letter", {"letter_id": "EX-0001-1-A"}, "Letter EX-0001-1-A"),
    ("foot.record", {"record_head": "5f1c9a27"}, "record 5f1c9a27"),
    # --- further evidence
    (
        "out.further",
        {"outcome_name": "further evidence is requested"},
        (
            "Your portfolio shows much of the experience that the scheme asks for, but not yet all of it. "
            "Further evidence is requested, as set out below."
        ),
    ),
    (
        "received.further",
        {"received_date": "2 September 2026", **SCHEME},
        (
            "We received your portfolio on 2 September 2026 and assessed it under the 2025 applicant guidance "
            "(scheme file ipem-mrse-2025, version 1)."
        ),
    ),
    (
        "next.further",
        {"further_deadline": "26 February 2027", "submission_address": "submissions@example.org"},
        (
            "Please send the further evidence by 26 February 2027 to submissions@example.org, in one reply. "
            'What would be enough is said under "What to send".'
        ),
    ),
    ("found.major_categories.not_met", {"n": "7", "list": "category 3"}, "7 (not category 3)"),
    ("status.not_met", {}, "not met"),
    (
        "rule.sub_categories.not_met",
        {"n": "11", "total": "16", "k": "14", "short": "3"},
        "Satisfactory evidence was found in 11 of 16 sub-categories; at least 14 are needed, so 3 more.",
    ),
    (
        "rule.major_categories.not_met",
        {"list": "category 3"},
        "Not yet satisfactory: category 3. Every major category has to hold satisfactory evidence, whatever the total.",
    ),
    (
        "rule.independent_items.not_met",
        {"k": "2", "n": "1", "items": "item 6"},
        "Category 3 needs at least 2 pieces independent of each other; we found 1 (item 6).",
    ),
    (
        "reading.same",
        {"subject": "major categories", "reading_a": "sub-category", "reading_b": "piece of evidence"},
        (
            "Major categories can be counted by sub-category or by piece of evidence; we used sub-category. "
            "The outcome is the same either way."
        ),
    ),
    (
        "verdict.part_sound.one",
        {"items": "item 6", "sub": "category 3"},
        "Item 6 is sound evidence for category 3.",
    ),
    ("heading.nothing_offered", {}, "Nothing offered"),
    ("verdict.nothing_offered.matters", {"sub": "4.3"}, "No evidence was offered for 4.3."),
    ("heading.send", {}, "What to send"),
    (
        "need.phrase.musts_and_choice",
        {"musts": "category 3", "number": "two", "choices": "1.1, 4.3, 6.1 and 8.1"},
        "category 3 and two more of 1.1, 4.3, 6.1 and 8.1",
    ),
    (
        "need.set",
        {"needed_set": "category 3 and two more of 1.1, 4.3, 6.1 and 8.1"},
        "With the findings as they stand, category 3 and two more of 1.1, 4.3, 6.1 and 8.1 would be enough.",
    ),
    (
        "need.form",
        {},
        (
            "Please send digital files with the contents embedded and patient details removed "
            "(General guidance, paragraphs 9 and 11)."
        ),
    ),
    ("need.lines", {}, "Any new pieces need their own line in the cross reference table."),
    ("heading.stands", {}, "What stands"),
    (
        "need.new_only",
        {"open": "1.1, 3, 4.3, 6.1 and 8.1", "carry_over": "the findings on the other 11 stand for this application"},
        (
            "Further evidence is read against the open sub-categories 1.1, 3, 4.3, 6.1 and 8.1; "
            "the findings on the other 11 stand for this application."
        ),
    ),
    ("setting.carry_over.stand", {"n": "11"}, "the findings on the other 11 stand for this application"),
    # --- drafts
    ("gap", {"label": "period for further evidence"}, "[TO BE SET BY THE SCHEME: period for further evidence]"),
    ("draft.mark", {}, "DRAFT, CANNOT BE ISSUED"),
]

REASONS_IN_THE_MODEL_LETTERS = [
    (
        "too_basic_or_minimal",
        "5.2",
        {"seen": "a one-line entry that you made in the incident log after a near miss"},
        (
            "Item 7 (page 61) shows a one-line entry that you made in the incident log after a near miss. It"
            " is on the subject, but does not reach the depth that is looked for (General guidance, "
            "paragraph 12). Work on incident investigation of greater depth or complexity, with your "
            "reasoning visible, would do."
        ),
    ),
    (
        "enacting_not_specifying",
        "1.1",
        {"seen": "your MR safety report of March 2024 to the health and safety committee"},
        (
            "Item 7 (page 61) is your MR safety report of March 2024 to the health and safety committee, "
            "made under the governance mechanism. The sub-category is about setting up or reviewing the "
            "mechanism itself (note marked Important in 1.1). Your part in specifying or reviewing how MR "
            "safety is reported through the organisation would do."
        ),
    ),
    (
        "not_independent",
        "3",
        {
            "other_item": "item 6",
            "other_page": "page 34",
            "seen": "one patient's protocol, scanned on two dates with the same changes",
        },
        (
            "Item 7 (page 61) and item 6 (page 34) both come from one patient's protocol, scanned on two "
            "dates with the same changes, so we counted them as one piece (sub-category text of category 3)."
            " A further piece that is independent of item 6 would do."
        ),
    ),
    (
        "attendance_only",
        "8.1",
        {"seen": "a national MR safety update day in 2025"},
        (
            "Item 7 (page 61) shows that you attended a national MR safety update day in 2025. Attendance "
            "needs to be joined by an active contribution or by reflection on what was learnt (sub-category "
            "text of 8.1). Proof of contribution, or a reflection, for a formal MR safety event would do."
        ),
    ),
]


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def said(scheme, passage: str, slots: dict[str, str]) -> str:
    """A passage with its slots filled, those written with a capital with one."""
    named = {**slots, **{capital(name): capital(text) for name, text in slots.items()}}
    return scheme.passages[passage].format_map(named)


@pytest.mark.parametrize(("passage", "slots", "text"), MODEL_LETTERS, ids=[line[0] for line in MODEL_LETTERS])
def test_the_model_letters_are_made_of_passages(shipped, passage, slots, text):
    assert said(shipped, passage, slots) == text


@pytest.mark.parametrize(("reason", "code", "slots", "text"), REASONS_IN_THE_MODEL_LETTERS)
def test_the_findings_of_the_model_letters_are_made_of_reasons(shipped, reason, code, slots, text):
    given = shipped.reason(reason)
    slots = {"item": "Item 7", "page": "page 61", "about": shipped.sub_category(code).about, **slots}
    sentence = given.sentence.format_map(slots).removesuffix(".")
    clause = shipped.clause_words(shipped.reason_clauses(reason, code)[0])
    finding = said(shipped, "reason.cited", {"sentence": sentence, "clause": clause})
    remedy = said(shipped, given.remedy_passage, {"remedy": given.remedy.format_map(slots)})
    assert f"{finding} {remedy}" == text


def test_the_rows_of_the_table_of_requirements_are_those_of_the_model_letters(shipped):
    rows = [(rule.requirement, rule.needed) for rule in shipped.rules if not rule.advisory]
    rows += [(part.requirement, part.needed) for part in shipped.parts if part.own_row]
    assert rows == [
        ("Sub-categories with satisfactory evidence", "at least 14 of 16"),
        ("Major categories with satisfactory evidence", "8 of 8"),
        ("Category 3: independent pieces", "at least 2"),
        ("Sub-categories resting on simulated evidence", "at most 2"),
        ("Sub-categories with traceable references to the MHRA guidelines", "at least 2"),
        ("Contents list, evidence, cross reference table, authentication", "all present"),
        ("ABMRS MRSE examination", "result confirmed"),
    ]


def test_each_outcome_has_a_heading_and_a_first_sentence_and_what_happens_next(shipped):
    assert {outcome.kind for outcome in shipped.outcomes} == set(OutcomeKind)
    settings = {setting.id for setting in shipped.settings}
    for outcome in shipped.outcomes:
        assert f"outcome_heading_{outcome.kind}" in settings
        slots = {name for _, name, _, _ in Formatter().parse(shipped.passages[f"out.{outcome.stem}"]) if name}
        if "outcome_name" in {plain_name(slot) for slot in slots}:
            assert f"outcome_name_{outcome.kind}" in settings
        assert f"next.{outcome.stem}" in shipped.passages


def test_each_state_and_answer_has_its_word(shipped):
    assert [shipped.passages[f"state.{state}"] for state in SubCategoryState] == [
        "satisfactory",
        "not satisfactory",
        "nothing offered",
        "not yet judged",
    ]
    assert [shipped.passages[f"status.{status}"] for status in RuleStatus] == [
        "met",
        "not met",
        "not yet decided",
        "not assessed",
    ]


def test_a_setting_that_a_passage_names_is_one_of_the_settings(shipped):
    settings = {setting.id for setting in shipped.settings}
    for slot, meaning in shipped.slots.items():
        if meaning.startswith("setting:"):
            by_outcome = {f"{slot}_{kind}" for kind in OutcomeKind}
            assert slot in settings or by_outcome & settings, slot


def test_no_setting_is_left_without_advice_and_none_has_a_value(shipped):
    for setting in shipped.settings:
        assert setting.advice
        assert not hasattr(setting, "value")


def test_every_letter_needs_the_settings_that_the_scheme_has_not_published(shipped):
    every = {setting.id for setting in shipped.settings if "every" in setting.needed_by}
    assert every == {
        "scheme_office",
        "signatory_role",
        "assessors_described",
        "queries_address",
        "appeal_route",
        "appeal_period",
        "record_statement",
    }


def test_what_may_be_chosen_depends_on_the_rules_and_on_attempts(shipped):
    chosen = {
        outcome.kind: (outcome.rules, outcome.needs_settings, outcome.needs_ground) for outcome in shipped.outcomes
    }
    assert chosen == {
        OutcomeKind.AWARD: ("met", (), False),
        OutcomeKind.FURTHER_EVIDENCE: ("not_met", ("attempts_allowed",), False),
        OutcomeKind.NOT_AWARDED: ("not_met", (), True),
        OutcomeKind.INCOMPLETE: ("any", (), False),
    }


def test_the_readings_have_a_default_that_says_it_is_ours(shipped):
    readings = {reading.id: (reading.values, reading.default) for reading in shipped.readings}
    assert readings == {
        "major_category_by": (("sub_category", "piece"), "sub_category"),
        "third_simulated": (("breach", "not_counted"), "breach"),
        "mhra_counts_in": (("satisfactory", "any"), "satisfactory"),
        "five_years_from": (("submission", "assessment"), "submission"),
    }
    for reading in shipped.readings:
        assert reading.default_ground.startswith("Our default until the scheme decides")


def test_the_words_of_a_letter_keep_to_its_tone(shipped):
    refused = ("unfortunately", "you failed", " very ", "weak", "poor ", "excellent", "disappointing", "!", "detected")
    for name, text in shipped.passages.items():
        assert not [word for word in refused if word in text.lower()], name


def test_no_passage_holds_a_period_a_fee_or_an_address(shipped):
    for name, text in shipped.passages.items():
        bare = text.replace("ABMRS MRSE", "")
        assert not any(word in bare.lower() for word in ("days", "weeks", "£", "fee ", "@", "http")), name
