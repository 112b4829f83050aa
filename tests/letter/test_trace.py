"""The chain from a sentence to its passage, its slots, the records, the clause and the page."""

import json

from mrse_assess.letter.case import LetterCase
from mrse_assess.letter.compose import compose
from mrse_assess.letter.trace import trace
from mrse_assess.letter.wording import version_of


def test_an_entry_leads_from_the_sentence_to_the_page_and_the_record(further_case: LetterCase) -> None:
    (entry,) = [entry for entry in trace(compose(further_case)) if entry["passage"] == "reason.attendance_only"]
    sentence = further_case.scheme.reason("attendance_only").sentence
    assert entry == {
        "n": entry["n"],
        "section": "sub_categories/8.1",
        "text": (
            "Item 18 (page 104 of Portfolio.pdf, page 1 of the item) shows that you attended a national MR safety "
            "update day in 2025. Attendance needs to be joined by an active contribution or by reflection on what was "
            "learnt (sub-category text of 8.1)."
        ),
        "kind": "composed",
        "passage": "reason.attendance_only",
        "passage_version": version_of(sentence.rstrip(".") + " ({clause})."),
        "slots": {
            "item": "18",
            "page": {"file": "Portfolio.pdf", "page": 104},
            "seen": {"event": "panel-8.1-18"},
            "clause": "S8.1",
        },
        "rows": ["panel-8.1-18", "panel-8.1"],
        "clauses": ["S8.1"],
        "rule": None,
    }


def test_a_sentence_on_a_rule_names_the_rule_and_what_it_counted(further_case: LetterCase) -> None:
    (entry,) = [e for e in trace(compose(further_case)) if e["passage"] == "rule.independent_items.not_met"]
    assert entry["rule"] == "independent_items"
    assert entry["slots"] == {"k": "2", "n": "1", "items": "6"}
    assert entry["rows"] == ["panel-3-6", "panel-3-7", "panel-3"]
    assert entry["clauses"] == ["S3"]


def test_settings_and_gaps_name_what_was_set_and_by_whom(further_case: LetterCase, award_case: LetterCase) -> None:
    (entry,) = [e for e in trace(compose(further_case)) if e["passage"] == "next.further"]
    assert entry["kind"] == "setting"
    assert entry["slots"]["further_deadline"] == {
        "setting": "further_deadline",
        "source": "scheme office, minute 4, 3 March 2026",
    }


def test_the_trace_is_fit_for_json(award_case: LetterCase) -> None:
    entries = trace(compose(award_case))
    assert json.loads(json.dumps(entries)) == entries
