"""What `make bench-screening` counts: hand-made answers beside hand-made screening."""

import copy
import json
import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import screening
from measures.reading_score import Tally
from measures.screening_cases import HELD_OUT, Case, Result
from measures.screening_found import found_in
from measures.screening_public import Hit, Looked, documents_in
from measures.screening_public import printed as public_printed
from measures.screening_public import report as public_report
from measures.screening_report import AIMS, misses, printed, report, scored
from measures.screening_score import MEASURES, compare

from mrse_assess.model.observation import (
    AlikeItem,
    DatedBy,
    ItemFacts,
    MhraReference,
    Observation,
    Passage,
    Screening,
)
from mrse_assess.model.places import Locator, PageSpan
from mrse_assess.model.portfolio import Authentication, Document, EvidenceItem, Portfolio
from mrse_assess.terms import Likelihood, Look, MediaKind

FILE = "P.pdf"


def at(page: int, **more: object) -> dict:
    return {"file": FILE, "page": page, **more}


def spans(first: int, last: int, file: str = FILE) -> list:
    return [{"file": file, "pages": [first, last]}]


TRUTH = {
    "items": [
        {"id": "1", "spans": spans(5, 9), "date": "2023-05-02", "date_kind": "held", "author": "applicant",
         "roles": ["produce", "review"], "simulated": True, "traps": ["4_relay"],
         "mhra": [{"page": 5, "edition": "2021", "section": "4.11", "grade": "applied"},
                  {"page": 6, "edition": None, "section": None, "grade": "mention"}],
         "scope": [{"kind": "medical", "page": 7}]},
        {"id": "2", "spans": spans(10, 12), "date": None, "date_kind": None, "author": "other", "roles": [],
         "simulated": False, "traps": [], "mhra": [], "scope": []},
        {"id": "3", "spans": spans(13, 14), "date": "2024-01", "date_kind": "written", "author": "unclear",
         "roles": ["produce"], "simulated": False, "traps": [], "mhra": [], "scope": []},
        {"id": "4", "spans": spans(15, 16), "date": None, "date_kind": None, "author": None, "roles": None,
         "simulated": None, "traps": None, "mhra": None, "scope": None, "measured": False,
         "unmeasured": ["date", "author"]},
        {"id": "5", "spans": spans(1, 1, "Letter.docx"), "date": "2022", "date_kind": "sent", "author": "applicant",
         "roles": ["propose"], "simulated": False, "traps": [], "mhra": [], "scope": []},
    ],
    "phi": [at(5, kind="dob"), at(6, kind="nhs_number"), {"file": "Letter.docx", "page": 1, "kind": "hidden_text"}],
    "not_phi": [at(7), at(8)],
    "bad_redactions": [at(9)],
    "good_redactions": [at(10)],
    "redactions_unsure": [at(11)],
    "unseen": [at(15, why="blurred"), at(16, why="outlines"), at(14, why="scan")],
    "similar": [{"a": "1", "b": "2", "kind": "near"}, {"a": "3", "b": "5", "kind": "commentary_only"},
                {"a": "2", "b": "3", "kind": "none"}],
    "active": [at(1, kind="javascript"), at(12, kind="link_drive")],
    "exam": {"present": False, "kind": "abmrs_mrso"},
    "referee": {"is_applicant": False, "signature": "typed"},
    "passages": [{"subcategory": "4.1", "item": "1", "pages": [7]}],
}  # fmt: skip
KINDS_OF_ALIKE = {"1": [("2", "contained")], "2": [("1", "contained")], "3": [("5", "reused_commentary")]}


@pytest.fixture
def found() -> dict:
    """An answer that is right in everything, to be spoilt. Its items have other names than those of the truth."""
    answer = copy.deepcopy(TRUTH)
    for item in answer["items"]:
        item["alike"] = [{"id": f"E{other}", "kind": kind} for other, kind in KINDS_OF_ALIKE.get(item["id"], ())]
        item["id"] = f"E{item['id']}"
        for key in ("mhra", "scope"):
            item[key] = [one | {"file": FILE} for one in item[key] or ()]
        for key in ("roles", "traps"):
            item[key] = item[key] or []
    for place in answer["phi"]:
        place["likely"] = True
    answer["unread"], answer["recognised"] = [at(15)], [at(16), at(14)]
    answer["claims"] = [{"item": "E1", "subcategory": "4.1"}]
    answer["passages"] = [{"subcategory": "4.1", "item": "E1", "file": FILE, "page": 7, "rank": 1}]
    return answer


def tallies(found: dict, truth: dict = TRUTH) -> dict:
    return {name: compared.tally for name, compared in compare(truth, found).items()}


def wrong(found: dict, truth: dict = TRUTH) -> set:
    """The measures that are not perfect."""
    return {name for name, tally in tallies(found, truth).items() if tally.share != 1}


def item(found: dict, each: str) -> dict:
    return next(one for one in found["items"] if one["id"] == f"E{each}")


def test_a_perfect_answer_has_one_in_every_measure(found):
    assert {name: tally.share for name, tally in tallies(found).items()} == dict.fromkeys(MEASURES, 1.0)


def test_every_measure_stands_in_the_table_and_every_line_has_its_measure():
    assert {aim.measure for aim in AIMS} == MEASURES.keys()


def test_screening_that_failed_has_found_nothing_of_anything():
    none = {"date_kinds", "mhra_grades", "mhra_editions", "passage_within_found"}  # of what was found only
    told = {name: tally.share for name, tally in tallies({}).items()}
    assert told == {name: None if name in none else 0.0 for name in MEASURES}


def test_keys_that_a_case_does_not_measure_are_not_taken(found):
    truth = TRUTH | dict.fromkeys(
        ("phi", "not_phi", "bad_redactions", "good_redactions", "redactions_unsure", "similar", "active", "exam",
         "referee", "passages", "unseen")
    )  # fmt: skip
    of_items = {
        "items_found",
        "dates",
        "date_kinds",
        "author",
        "roles",
        "roles_as_one",
        "simulated",
        "scope",
        "scope_on_pages",
        "traps",
    }
    assert compare(truth, found).keys() == of_items | {name for name in MEASURES if name.startswith("mhra")}


# Items by their pages


def test_an_item_that_was_not_found_is_missing_in_all_that_is_asked_of_it(found):
    found["items"] = [one for one in found["items"] if one["id"] != "E1"]
    assert tallies(found)["items_found"] == Tally(right=4, wanted=5, found=4)
    assert tallies(found)["dates"] == Tally(right=2, wanted=3, found=2)
    assert wrong(found) == {
        "items_found", "dates", "author", "roles", "roles_as_one", "simulated", "mhra_sections", "mhra_on_pages",
        "mhra_references", "scope", "scope_on_pages", "traps", "near_copies", "passage_first", "passage_within",
        "passage_within_found", "mhra_grades", "mhra_editions",
    }  # fmt: skip


def test_an_item_with_half_of_its_pages_is_found_and_with_less_is_not(found):
    item(found, "1")["spans"] = spans(5, 7)
    assert "items_found" not in wrong(found)
    item(found, "1")["spans"] = spans(5, 6)
    assert "items_found" in wrong(found)


def test_an_item_found_that_has_two_of_the_truth_is_one_of_them(found):
    item(found, "3")["spans"] = spans(13, 16)
    found["items"] = [one for one in found["items"] if one["id"] != "E4"]
    assert tallies(found)["items_found"] == Tally(right=4, wanted=5, found=4)


def test_an_item_that_the_truth_does_not_have_is_wrong_in_what_it_says(found):
    beside = copy.deepcopy(item(found, "1")) | {"id": "E9", "spans": spans(9, 9), "scope": [], "mhra": [], "alike": []}
    found["items"].append(beside)
    assert tallies(found)["dates"] == Tally(right=3, wanted=3, found=4)
    assert wrong(found) == {"dates", "simulated", "roles", "roles_as_one", "traps"}


def test_an_item_on_pages_of_no_item_of_the_truth_is_neither_right_nor_wrong(found):
    found["items"].append(copy.deepcopy(item(found, "3")) | {"id": "E9", "spans": spans(1, 2), "alike": []})
    assert wrong(found) == set()


def test_items_that_are_not_measured_may_say_anything(found):
    item(found, "4").update(
        date="2020", author="applicant", roles=["produce"], simulated=True, traps=["4_relay"],
        mhra=[at(15, edition="2021", section="1.1", grade="mention")], scope=[at(16, kind="medical")],
    )  # fmt: skip
    assert wrong(found) == set()


def test_a_file_without_pages_of_its_own_has_one_place(found):
    item(found, "5")["spans"] = spans(1, 3, "Letter.docx")
    found["phi"][2]["page"] = 2
    assert wrong(found) == set()


def test_pages_of_a_pdf_are_always_told_apart(found):
    truth = TRUTH | {"active": [{"file": "One.pdf", "page": 1, "kind": "macro"}]}
    found["active"] = [{"file": "One.pdf", "page": 2, "kind": "macro"}]
    assert wrong(found, truth) == {"active", "active_places"}


def test_what_belongs_to_a_file_as_a_whole_stands_on_its_first_page(found):
    found["active"][0]["page"] = 2
    assert wrong(found) == {"active", "active_places"}


def test_files_attached_to_an_item_do_not_make_it_another(found):
    item(found, "5")["spans"] += spans(1, 9, "Letter.docx/Plan.pdf")
    assert wrong(found) == set()


# What is said of items


def test_a_wrong_date_is_one_found_and_one_missing(found):
    item(found, "1").update(date="2023-05", date_kind="sent")
    assert tallies(found)["dates"] == Tally(right=2, wanted=3, found=3)
    assert wrong(found) == {"dates"}


def test_a_date_of_an_undated_item_costs_precision(found):
    item(found, "2")["date"] = "2023-05-02"
    assert tallies(found)["dates"] == Tally(right=3, wanted=3, found=4)


def test_a_missed_date_costs_recall(found):
    item(found, "1")["date"] = None
    assert tallies(found)["dates"] == Tally(right=2, wanted=3, found=2)


def test_the_wrong_kind_of_a_right_date_has_its_own_measure(found):
    item(found, "1")["date_kind"] = "written"
    assert wrong(found) == {"date_kinds"}


def test_an_author_that_nobody_could_tell_is_a_wrong_answer(found):
    item(found, "3")["author"] = None
    assert tallies(found)["author"] == Tally(right=3, wanted=4, found=4)
    assert wrong(found) == {"author"}


def test_each_role_counts_by_itself(found):
    item(found, "1")["roles"] = ["produce", "initiate"]
    assert tallies(found)["roles"] == Tally(right=3, wanted=4, found=4)
    assert wrong(found) == {"roles", "roles_as_one"}


def test_proposing_for_producing_is_wrong_but_where_they_are_taken_as_one(found):
    item(found, "3")["roles"] = ["propose"]
    assert wrong(found) == {"roles"}


@pytest.mark.parametrize(("each", "said"), [("1", False), ("1", None), ("2", True)])
def test_simulated_missed_or_too_many(found, each, said):
    item(found, each)["simulated"] = said
    assert wrong(found) == {"simulated"}


def test_a_trap_too_many_costs_precision(found):
    item(found, "2")["traps"] = ["7_documents_review"]
    assert tallies(found)["traps"] == Tally(right=1, wanted=1, found=2)
    assert wrong(found) == {"traps"}


def test_a_matter_of_scope_on_another_page_is_right_of_the_item_only(found):
    item(found, "1")["scope"][0]["page"] = 8
    assert wrong(found) == {"scope_on_pages"}


def test_a_matter_of_scope_of_another_kind_is_wrong(found):
    item(found, "1")["scope"][0]["kind"] = "ionising"
    assert wrong(found) == {"scope", "scope_on_pages"}


# References


def test_a_wrong_section_is_one_found_and_one_missing(found):
    item(found, "1")["mhra"][0]["section"] = "4.1"
    assert tallies(found)["mhra_sections"] == Tally(right=0, wanted=1, found=1)
    assert {"mhra_sections", "mhra_on_pages", "mhra_references"} <= wrong(found)


def test_a_section_on_another_page_is_right_of_the_item_only(found):
    item(found, "1")["mhra"][0]["page"] = 8
    assert wrong(found) == {"mhra_on_pages", "mhra_references"}


def test_a_mention_too_many_is_no_section_too_many(found):
    item(found, "2")["mhra"] = [at(10, edition=None, section=None, grade="mention")]
    assert wrong(found) == {"mhra_references"}


@pytest.mark.parametrize(("key", "value", "measure"), [
    ("grade", "mention", "mhra_grades"), ("edition", "2014", "mhra_editions"),
])  # fmt: skip
def test_grades_and_editions_of_references_found_are_measured_by_themselves(found, key, value, measure):
    item(found, "1")["mhra"][0][key] = value
    assert tallies(found)[measure] == Tally(right=1, wanted=2, found=2)
    assert wrong(found) == {measure}


def test_two_references_of_one_section_on_a_page_are_compared_in_any_order(found):
    truth = copy.deepcopy(TRUTH)
    other = {"page": 5, "edition": "2014", "section": "4.11", "grade": "mention"}
    truth["items"][0]["mhra"].append(other)
    item(found, "1")["mhra"].insert(0, other | {"file": FILE})
    assert wrong(found, truth) == set()


# Personal data and redactions


def test_a_page_with_personal_data_that_is_missed_costs_recall(found):
    del found["phi"][0]
    assert tallies(found)["personal"] == Tally(right=2, wanted=3, found=2)
    assert wrong(found) == {"personal", "personal_likely", "personal_kinds"}


def test_a_page_that_only_looks_like_it_costs_precision(found):
    found["phi"].append(at(7, kind="dob", likely=True))
    assert tallies(found)["personal"] == Tally(right=3, wanted=3, found=4)
    assert wrong(found) == {"personal", "personal_likely", "personal_kinds", "look_alikes", "look_alikes_likely"}


def test_what_is_possible_is_told_apart_from_what_is_likely(found):
    found["phi"].append(at(7, kind="dob", likely=False))
    assert wrong(found) == {"personal", "personal_kinds", "look_alikes"}
    found["phi"].pop()
    found["phi"][0]["likely"] = False
    assert wrong(found) == {"personal_likely"}


def test_another_kind_of_personal_data_on_the_right_page_is_right_as_a_page(found):
    found["phi"][0]["kind"] = "patient_name"
    assert wrong(found) == {"personal_kinds"}


def test_what_the_words_in_a_picture_are_may_be_said_too_but_not_of_other_pages(found):
    truth = copy.deepcopy(TRUTH)
    truth["phi"][0]["kind"] = found["phi"][0]["kind"] = "overlay"
    found["phi"].append(at(5, kind="patient_name", likely=True))
    assert wrong(found, truth) == set()
    found["phi"].append(at(6, kind="patient_name", likely=True))
    assert wrong(found, truth) == {"personal_kinds"}
    found["phi"][-1] = at(5, kind="metadata", likely=True)
    assert wrong(found, truth) == {"personal_kinds"}


def test_a_kind_that_stands_beside_a_picture_must_be_found(found):
    truth = copy.deepcopy(TRUTH)
    truth["phi"].append(at(5, kind="overlay"))
    found["phi"].append(at(5, kind="overlay", likely=True))
    assert wrong(found, truth) == set()


def test_what_is_found_on_a_page_without_words_is_neither_right_nor_wrong(found):
    truth = copy.deepcopy(TRUTH)
    truth["unseen"].append(at(11, why="outlines"))
    truth["redactions_unsure"] = found["redactions_unsure"] = []
    found["unread"].append(at(11))
    item(found, "2")["scope"] = [at(11, kind="medical")]
    item(found, "2")["mhra"] = [at(11, edition="2021", section="4.1", grade="mention")]
    assert wrong(found, truth) == {"unsure_redactions"}  # there is none, so that it has no share


def test_findings_on_pages_that_only_the_eye_can_read_are_neither_right_nor_wrong(found):
    found["phi"].append(at(16, kind="dob", likely=True))
    assert wrong(found) == set()


def test_pages_of_a_scan_that_can_be_read_are_measured(found):
    found["phi"].append(at(14, kind="dob", likely=True))
    assert "personal" in wrong(found)


def test_a_page_without_words_must_be_said_to_be_unread(found):
    found["unread"] = []
    assert tallies(found)["unread"] == Tally(right=1, wanted=2, found=1)
    assert wrong(found) == {"unread"}


def test_bad_redactions_missed_and_good_ones_reported(found):
    found["bad_redactions"] = [at(10)]
    assert tallies(found)["bad_redactions"] == Tally(right=0, wanted=1, found=1)
    assert wrong(found) == {"bad_redactions", "good_redactions"}


def test_a_redaction_of_which_nobody_can_say_must_be_said_to_be_not_checked(found):
    found["redactions_unsure"] = []
    assert wrong(found) == {"unsure_redactions"}


def test_a_redaction_of_which_nobody_can_say_must_not_be_called_bad(found):
    found["bad_redactions"].append(at(11))
    assert wrong(found) == {"bad_redactions", "unsure_redactions"}


# Items alike, and the rest


def test_a_pair_that_is_missed(found):
    item(found, "1")["alike"] = item(found, "2")["alike"] = []
    assert wrong(found) == {"near_copies"}


def test_a_pair_told_of_one_side_only_is_found(found):
    item(found, "2")["alike"] = []
    assert wrong(found) == set()


def test_a_pair_that_shares_a_template_must_not_be_reported(found):
    item(found, "3")["alike"].append({"id": "E2", "kind": "near"})
    assert wrong(found) == {"near_copies", "templates"}


def test_a_pair_that_shares_commentary_may_be_called_alike(found):
    item(found, "3")["alike"] = [{"id": "E5", "kind": "duplicate"}]
    assert wrong(found) == set()
    item(found, "3")["alike"] = []
    assert wrong(found) == {"shared_commentary"}


def test_the_wrong_kind_of_something_active_on_the_right_page(found):
    found["active"][0]["kind"] = "launch"
    assert wrong(found) == {"active"}


@pytest.mark.parametrize(
    ("key", "name", "measure"),
    [("referee", "is_applicant", "referee_is_applicant"), ("referee", "signature", "signature")],
)  # fmt: skip
def test_answers_of_the_whole_portfolio(found, key, name, measure):
    found[key] = found[key] | {name: None}
    assert wrong(found) == {measure}


def test_another_certificate_than_the_right_kind_is_right_in_not_being_the_one_wanted(found):
    found["exam"] = {"kind": "course"}
    assert wrong(found) == {"exam_kind"}
    found["exam"] = {"kind": "abmrs_mrse"}
    assert wrong(found) == {"exam_kind", "exam_present"}
    found["exam"] = {"kind": None}
    assert wrong(found) == {"exam_kind", "exam_present"}


def test_the_right_page_second_or_third_is_within_three(found):
    found["passages"][0]["rank"] = 3
    assert wrong(found) == {"passage_first"}
    found["passages"][0]["rank"] = 4
    assert wrong(found) == {"passage_first", "passage_within", "passage_within_found"}


def test_a_claim_that_was_not_read_is_left_out_of_the_claims_that_were(found):
    found["claims"], found["passages"] = [], []
    assert tallies(found)["passage_within_found"] == Tally(0, 0, 0)
    assert tallies(found)["passage_within"] == Tally(0, 1, 0)


def test_the_right_page_offered_for_another_claim_does_not_count(found):
    found["passages"][0]["subcategory"] = "4.2"
    assert wrong(found) == {"passage_first", "passage_within", "passage_within_found"}


# What screening says, in the form of the truth


def observation(check: str, kind: str, outcome: Look = Look.CONCERN, **more: object) -> Observation:
    places = (Locator(file=FILE, page=3, quote="words of the applicant"),)
    fixed = {"id": "x", "title": "t", "detail": "d", "clause": "G1", "places": places}
    return Observation(**(fixed | {"check": check, "kind": kind, "outcome": outcome} | more))


def a_portfolio() -> Portfolio:
    return Portfolio(
        applicant_name="Ada Quillfeather", submitted_on=date(2026, 1, 1), tables=(), contents_list=None,
        cross_references=(), authentication=Authentication(present=False), unresolved=(), orphans=(), problems=(),
        documents=(Document(name=FILE, sha256="0" * 64, media=MediaKind.PDF, pages=9, size=1, pages_recognised=(8,),
                            pages_without_text=(), rendered_by=None, reader="r"),),
        evidence=(EvidenceItem(id="7", label="E7", title="Paper", spans=(PageSpan(file=FILE, first=2, last=4),)),),
    )  # fmt: skip


def found_of(*told: Observation, facts: ItemFacts | None = None, passages: tuple[Passage, ...] = ()) -> dict:
    items = {"7": facts} if facts else {}
    return found_in(a_portfolio(), Screening(version=1, looked=(), observations=told, items=items, passages=passages))


def test_what_screening_says_of_an_item_has_the_form_of_the_truth():
    place = Locator(file=FILE, page=3)
    facts = ItemFacts(
        evidence_id="7", dated=DatedBy(date="2023-05", kind="held"), author="other", roles=frozenset({"review"}),
        simulated=True, mhra=(MhraReference(place=place, grade="applied", edition="2021", section="4.1"),),
        alike=(AlikeItem(evidence_id="8", kind="near", share=0.7),),
    )  # fmt: skip
    told = [observation(check, kind, evidence_id="7") for check, kind in (("scope", "medical"), ("traps", "4_relay"))]
    (one,) = found_of(*told, facts=facts)["items"]
    assert one == {
        "id": "7", "spans": [{"file": FILE, "pages": [2, 4]}], "date": "2023-05", "date_kind": "held",
        "author": "other", "roles": ["review"], "simulated": True, "traps": ["4_relay"],
        "mhra": [{"file": FILE, "page": 3, "edition": "2021", "section": "4.1", "grade": "applied"}],
        "scope": [{"kind": "medical", "file": FILE, "page": 3}], "alike": [{"id": "8", "kind": "near"}],
    }  # fmt: skip


def test_a_date_that_only_the_file_says_is_none():
    facts = ItemFacts(evidence_id="7", dated=DatedBy(date="2023-05", kind="metadata"))
    assert found_of(facts=facts)["items"][0]["date"] is None


def test_only_concerns_are_findings():
    kinds = [("personal_data", "dob"), ("redactions", "readable"), ("active", "macro"), ("traps", "4_relay")]
    told = [
        observation(*each, outcome, evidence_id="7") for each in kinds for outcome in (Look.CLEAR, Look.NOT_CHECKABLE)
    ]
    found = found_of(*told)
    assert [found[key] for key in ("phi", "bad_redactions", "active")] == [[], [], []]
    assert found["items"][0]["traps"] == []


def test_places_are_pages_and_nothing_is_quoted():
    told = [
        observation("personal_data", "dob", likelihood=Likelihood.POSSIBLE),
        observation("personal_data", "unread", Look.NOT_CHECKABLE),
        observation("redactions", "not_checked", Look.NOT_CHECKABLE),
        observation("redactions", "not_looked_into", Look.NOT_CHECKABLE),
        observation("active", "link_web"),
    ]
    found = found_of(*told)
    assert found["phi"] == [at(3, kind="dob", likely=False)]
    assert found["unread"] == [at(3, kind="unread")]
    assert found["redactions_unsure"] == [at(3, kind="not_checked")]
    assert found["recognised"] == [at(8)]
    assert found["active"] == []


def test_an_item_that_one_check_calls_commentary_has_that_trap():
    for check, kind in (("similar", "only_commentary"), ("traps", "commentary_only")):
        assert found_of(observation(check, kind, evidence_id="7"))["items"][0]["traps"] == ["commentary_only"]


def test_an_item_that_two_checks_call_commentary_has_one_trap():
    told = [
        observation("similar", "only_commentary", evidence_id="7"),
        observation("traps", "commentary_only", evidence_id="7"),
    ]
    assert found_of(*told)["items"][0]["traps"] == ["commentary_only"]


@pytest.mark.parametrize(
    ("kinds", "answer"),
    [(["abmrs_mrse", "course"], "abmrs_mrse"), (["course", "abmrs_mrso"], "abmrs_mrso"), (["said_only"], "none"),
     (["not_seen"], None)],
)  # fmt: skip
def test_the_certificate_that_was_found(kinds, answer):
    assert found_of(*(observation("exam", kind) for kind in kinds))["exam"] == {"kind": answer}


@pytest.mark.parametrize(
    ("kinds", "answer"),
    [(["named", "signed_typed"], (False, "typed")), (["is_applicant", "signed_none"], (True, "none")),
     (["missing"], (None, None))],
)  # fmt: skip
def test_the_referee_that_was_found(kinds, answer):
    referee = found_of(*(observation("referee", kind) for kind in kinds))["referee"]
    assert (referee["is_applicant"], referee["signature"]) == answer


def test_passages_keep_their_rank():
    place = Locator(file=FILE, page=4)
    passage = Passage(sub_category="4.1", evidence_id="7", place=place, rank=2, score=1.0)
    assert found_of(passages=(passage,))["passages"] == [
        {"subcategory": "4.1", "item": "7", "rank": 2, "file": FILE, "page": 4}
    ]


# The table


def result(found: dict, part: str = "ordinary", failed: str = "") -> Result:
    case = Case(part=part, seed=3, name="case 3", portfolio=Path("P.pdf"), truth=TRUTH, traits=("dates",))
    return Result(case=case, found=found, failed=failed)


def test_the_table_has_value_aim_and_what_is_behind_it(found):
    item(found, "1")["date"] = None
    del found["phi"][0]
    told = report(scored([result(found), result({}, failed="ReadingError")]))
    dates = next(one for one in told["measures"] if one["measure"] == "dates")
    assert (dates["right"], dates["wanted"], dates["found"], dates["aim"]) == (2, 6, 2, 0.95)
    assert dates["met"] is False
    shares = [one["value"] for one in told["measures"] if one["measure"] == "personal"]
    assert shares == [pytest.approx(2 / 6), 1.0]  # recall, precision
    assert (told["portfolios"], told["failed"], told["items"], told["items_not_found"]) == (2, 1, 10, 5)
    lines = printed(told, "Set").splitlines()
    assert "2 portfolios, 1 FAILED; 10 items, 5 not found" in lines[0]
    assert any(line.startswith("dates, F1") and "aim >= 0.95  MISSED" in line for line in lines)
    assert json.loads(json.dumps(told)) == told


def test_the_time_of_screening_is_the_last_line_of_the_table(found):
    speed = {"pages": 42, "runs": 7, "seconds": {"median": 2.5, "fastest": 2.0, "slowest": 3.0}, "kept": 1.0}
    lines = printed(
        report(scored([result(found)])), "Set", speed | {"aim": 2.0, "met": False, "load": "0.5"}
    ).splitlines()
    assert "42 digital pages" in lines[-1]
    assert "2.50 s" in lines[-1]
    assert "aim <= 2 s" in lines[-1]
    assert "MISSED" in lines[-1]


def test_what_is_wrong_in_a_case_for_development_is_listed(found):
    item(found, "1")["date"] = "2020"
    listed = misses(scored([result(found)]), 5)
    assert "case 3, seed 3" in listed
    assert "dates: missing 1 2023-05-02" in listed
    assert "dates: wrong 1 2020" in listed


def test_a_perfect_case_is_not_listed(found):
    assert misses(scored([result(found)]), 5) == ""


def test_cases_set_apart_are_never_shown(found, capsys):
    with pytest.raises(ValueError, match="set apart"):
        misses(scored([result(found, part=HELD_OUT)]), 1)
    assert screening.main(["--worst", "3"]) == 2
    assert "development set only" in capsys.readouterr().err


# Public documents


def test_hits_in_public_documents_are_counted_in_three_megabytes_of_text():
    hits = (Hit("a.pdf", 2, "dob", True, 2), Hit("a.pdf", 3, "nhs_number", False, 1))
    looked = [
        Looked("a.pdf", pages=5, size=4_000_000, hits=hits),
        Looked("b.pdf", 1, 2_000_000),
        Looked("c", failed="E: x"),
    ]
    told = public_report(looked)
    assert (told["likely"], told["possible"], told["bytes"], told["pages"]) == (2, 1, 6_000_000, 6)
    assert (told["likely_each"], told["possible_each"], told["met"]) == (1.0, 0.5, True)
    words = public_printed(told)
    assert "3 files (0 without words, 1 not read), 6.0 MB of text on 6 pages" in words
    assert "a.pdf, page 2" in words


def test_more_than_one_likely_hit_in_three_megabytes_misses_the_aim():
    told = public_report([Looked("a", 1, 3_000_000, (Hit("a", 1, "dob", True, 2),))])
    assert told["met"] is False


def test_without_text_nothing_is_said_of_the_aim():
    told = public_report([Looked("scan.pdf", 3, 0)])
    assert (told["likely_each"], told["met"], told["without_text"]) == (None, None, 1)


def test_documents_are_found_in_folders_of_folders_by_their_endings(tmp_path):
    (tmp_path / "deep").mkdir()
    for name in ("deep/a.PDF", "b.txt", "c.so"):
        (tmp_path / name).touch()
    assert [path.name for path in documents_in(tmp_path)] == ["b.txt", "a.PDF"]
