"""What `make bench-reading` counts: hand-made answers beside hand-made readings."""

import copy
import json
import sys
import zipfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import reading
from measures.reading_calibration import bins, cells_read, keeps_quiet, wrong_that_are_low
from measures.reading_cases import HELD_OUT, Case, Result
from measures.reading_differences import differences
from measures.reading_mapping import Table, mapped
from measures.reading_report import printed, report, scored, worst
from measures.reading_score import MEASURES, Tally, added, page_hint, score
from measures.wrapped import unwrapped

CODES = ("1.1", "1.2", "2.1", "3", "4.1")
TRUTH = {
    "applicant": {"name": "Dr Ada Quillfeather"},
    "submission_date": "2026-03-01",
    "table": {"file": "P.pdf", "pages": [3, 4]},
    "contents_list": {"file": "P.pdf", "pages": [2]},
    "cross_references": [
        {"subcategory": "1.1", "evidence": "1", "page_hint": "2-3", "section_hint": None, "notes": [],
         "file": "P.pdf", "pages": [6, 7]},
        {"subcategory": "1.2", "evidence": "2", "page_hint": None, "section_hint": "table 4", "notes": ["simulated"],
         "file": "P.pdf", "pages": [10, 11]},
        {"subcategory": "3", "evidence": "B", "page_hint": "1", "section_hint": None, "notes": [],
         "file": None, "pages": None},
    ],
    "authentication": {"present": True, "referee_name": "Prof Tam Hollow", "role": "Head of Physics",
                       "date": "2026-02", "signed": True},
    "evidence": [
        {"id": "1", "title": "Terms of reference", "spans": [{"file": "P.pdf", "pages": [5, 9]}], "claimed": ["1.1"]},
        {"id": "2", "title": "An audit", "spans": [{"file": "P.pdf", "pages": [10, 19]}], "claimed": None},
    ],
    "unresolved": [{"subcategory": "3", "evidence": "B"}],
    "orphans": ["4a"],
    "page_counting": "item",
}  # fmt: skip


@pytest.fixture
def found() -> dict:
    """A reading that is right in everything, to be spoilt."""
    reading = copy.deepcopy(TRUTH)
    for entry in reading["cross_references"]:
        entry["confidence"] = 0.95
        entry["section_pages"] = entry["pages"]
    reading["problems"] = []
    return reading


def shares(found: dict, truth: dict = TRUTH) -> dict:
    return {name: tally.share for name, tally in score(truth, found).items()}


def wrong(found: dict, truth: dict = TRUTH) -> set:
    """The measures that are not perfect."""
    return {name for name, share in shares(found, truth).items() if share != 1}


def test_a_perfect_reading_has_one_in_every_measure(found):
    assert shares(found) == dict.fromkeys(MEASURES, 1.0)


def test_a_reading_that_failed_finds_nothing_of_anything():
    of_cells_found = {"page_hints", "section_hints", "resolution_found"}
    wanted = MEASURES.keys() - {"section_pages"}  # of cells found too, and not taken where there is none
    assert shares({}) == {name: None if name in of_cells_found else 0.0 for name in wanted}


def test_a_reading_that_failed_has_not_said_that_there_is_nothing():
    truth = TRUTH | {"table": None, "contents_list": None, "submission_date": None, "applicant": {"name": None}}
    truth |= {"authentication": {"present": False}}
    told = shares({}, truth)
    assert {told[name] for name in ("table", "contents_list", "submission_date", "name", "authentication")} == {0.0}


def test_a_missing_cell_costs_recall_of_cells_and_references_and_its_hint(found):
    del found["cross_references"][0]
    tallies = score(TRUTH, found)
    assert tallies["cells"] == Tally(right=2, wanted=3, found=2)
    assert tallies["cells"].share == pytest.approx(0.8)
    assert tallies["page_hints"].share == 1
    assert wrong(found) == {"cells", "resolution", "page_hints_all"}


def test_an_extra_cell_costs_precision(found):
    found["cross_references"].append({"subcategory": "4.1", "evidence": "1", "file": "P.pdf", "pages": [5]})
    assert score(TRUTH, found)["cells"] == Tally(right=3, wanted=3, found=4)
    assert wrong(found) == {"cells", "resolution"}


def test_a_cell_given_twice_counts_once_and_as_it_stands_first(found):
    found["cross_references"].append(found["cross_references"][0] | {"pages": [8]})
    assert wrong(found) == set()


def test_spaces_case_and_a_full_stop_make_no_other_cell(found):
    found["cross_references"][2].update(subcategory="3.", evidence=" b ")
    assert wrong(found) == set()


def test_references_that_swap_their_pages_are_right_cells_that_lead_wrong(found):
    one, other = found["cross_references"][:2]
    one["pages"], other["pages"] = other["pages"], one["pages"]
    assert score(TRUTH, found)["resolution_found"] == Tally(right=1, wanted=3, found=3)
    assert wrong(found) == {"resolution", "resolution_found"}


def test_a_reference_to_nowhere_that_leads_somewhere_is_wrong(found):
    found["cross_references"][2].update(file="P.pdf", pages=[1])
    assert wrong(found) == {"resolution", "resolution_found"}


def test_a_reference_must_lead_to_the_right_file(found):
    found["cross_references"][0]["file"] = "Q.pdf"
    assert wrong(found) == {"resolution", "resolution_found"}


def test_a_section_named_without_a_page_may_lead_to_its_page_or_to_the_whole_item(found):
    found["cross_references"][1]["pages"] = list(range(10, 20))
    assert wrong(found) == set()
    found["cross_references"][1]["pages"] = [12]
    assert wrong(found) == {"resolution", "resolution_found"}


def test_the_page_at_which_a_section_stands_is_measured_by_itself(found):
    found["cross_references"][1]["section_pages"] = None
    assert wrong(found) == {"section_pages"}


def test_a_page_hint_that_leads_to_the_whole_item_leads_wrong(found):
    found["cross_references"][0]["pages"] = list(range(5, 10))
    assert wrong(found) == {"resolution", "resolution_found"}


def test_what_page_numbers_count_may_have_more_than_one_right_answer(found):
    found["page_counting"] = "printed"
    assert wrong(found) == {"page_counting"}
    assert wrong(found, TRUTH | {"page_counting_also": ["printed"]}) == set()


def test_in_one_file_counting_through_the_file_and_through_the_portfolio_are_one(found):
    found["page_counting"] = "file"
    assert wrong(found, TRUTH | {"page_counting": "portfolio"}) == set()
    two = copy.deepcopy(TRUTH) | {"page_counting": "portfolio"}
    two["evidence"][1]["spans"][0]["file"] = "Q.pdf"
    assert "page_counting" in wrong(found, two)


def test_of_a_file_without_known_pages_only_the_file_is_compared(found):
    truth = copy.deepcopy(TRUTH)
    truth["cross_references"][0] |= {"file": "R.docx"}
    del truth["cross_references"][0]["pages"]
    truth["evidence"][0]["spans"] = [{"file": "R.docx"}]
    truth["table"] = {"file": "T.docx"}
    found["cross_references"][0] |= {"file": "R.docx", "pages": [1, 2], "spans": [{"file": "R.docx", "pages": [1, 2]}]}
    found["evidence"][0]["spans"] = [{"file": "R.docx", "pages": [1, 7]}]
    found["table"] = {"file": "T.docx", "pages": [1, 2]}
    assert wrong(found, truth) == set()
    found["evidence"][0]["spans"] = [{"file": "S.docx", "pages": [1, 7]}]
    found["table"] = {"file": "R.docx", "pages": [1, 2]}
    assert wrong(found, truth) == {"items", "table"}


@pytest.mark.parametrize(
    ("written", "same"),
    [("2-3", "2, 3"), ("3-5, 8", "3 – 5,8"), ("7", "7-7"), (None, ""), ("iv", "IV")],  # noqa: RUF001 - as written
)
def test_a_page_hint_is_the_pages_that_it_names(written, same):
    assert page_hint(written) == page_hint(same)


@pytest.mark.parametrize(("one", "other"), [("2-3", "3"), ("2", None), ("iv", "4"), ("iv", "ix"), ("9-2", "2-9")])
def test_other_pages_are_another_hint(one, other):
    assert page_hint(one) != page_hint(other)


def test_a_hint_invented_where_none_is_costs_precision(found):
    found["cross_references"][1]["page_hint"] = "9"
    assert score(TRUTH, found)["page_hints"] == Tally(right=2, wanted=2, found=3)
    assert wrong(found) == {"page_hints", "page_hints_all"}


def test_a_section_hint_without_its_word_is_another_hint(found):
    found["cross_references"][1]["section_hint"] = "4"
    assert wrong(found) == {"section_hints", "section_hints_all"}


def test_cells_without_hints_prove_nothing_about_hints(found):
    truth = copy.deepcopy(TRUTH)
    truth["cross_references"] = truth["cross_references"][1:2]
    found["cross_references"] = found["cross_references"][1:2]
    assert score(truth, found)["page_hints"].share is None


def test_a_measure_that_the_answers_do_not_know_is_not_taken(found):
    truth = copy.deepcopy(TRUTH)
    del truth["page_counting"]
    for item in truth["evidence"]:
        del item["claimed"]
    for entry in truth["cross_references"]:
        del entry["section_hint"]
    assert MEASURES.keys() - score(truth, found).keys() == {
        "page_counting", "claimed", "section_hints", "section_hints_all", "section_pages",
    }  # fmt: skip


def test_a_note_missed_and_a_note_invented_both_count(found):
    found["cross_references"][0]["notes"] = ["simulated"]
    found["cross_references"][1]["notes"] = []
    assert score(TRUTH, found)["notes"] == Tally(right=0, wanted=1, found=1)
    assert wrong(found) == {"notes"}


def test_an_item_may_miss_one_page_in_ten_and_no_more(found):
    found["evidence"][1]["spans"] = [{"file": "P.pdf", "pages": [10, 18]}]
    assert wrong(found) == set()
    found["evidence"][1]["spans"] = [{"file": "P.pdf", "pages": [10, 17]}]
    assert score(TRUTH, found)["items"] == Tally(right=1, wanted=2, found=2)
    assert wrong(found) == {"items"}


def test_an_item_in_the_form_of_inspect_with_one_file_and_pages_is_the_same(found):
    item = found["evidence"][0]
    del item["spans"]
    item.update(file="P.pdf", pages=[5, 9])
    assert wrong(found) == set()


def test_what_is_attached_to_a_file_of_an_item_belongs_to_it(found):
    truth = copy.deepcopy(TRUTH)
    truth["evidence"][0]["spans"] = [{"file": "7.eml", "pages": [1, 1]}]
    sketch = {"file": "7.eml/sketch.png", "pages": [1, 1]}
    found["evidence"][0]["spans"] = [*truth["evidence"][0]["spans"], sketch]
    assert wrong(found, truth) == set()
    found["evidence"][0]["spans"] = [sketch]
    assert wrong(found, truth) == {"items"}


def test_items_that_swap_their_ids_are_both_wrong(found):
    one, other = found["evidence"]
    one["id"], other["id"] = other["id"], one["id"]
    assert score(TRUTH, found)["items"].right == 0
    assert wrong(found) == {"items", "titles", "claimed"}


def test_an_item_too_many_costs_precision(found):
    found["evidence"].append({"id": "9", "title": "", "spans": [{"file": "P.pdf", "pages": [20, 20]}]})
    assert score(TRUTH, found)["items"] == Tally(right=2, wanted=2, found=3)


def test_a_table_found_on_one_of_its_two_pages_is_half_right(found):
    found["table"]["pages"] = [3]
    assert score(TRUTH, found)["table"] == Tally(right=1, wanted=2, found=1)
    assert wrong(found) == {"table"}


def test_that_there_is_no_table_is_an_answer_too(found):
    truth = copy.deepcopy(TRUTH) | {"table": None}
    assert score(truth, found | {"table": None})["table"].share == 1
    assert score(truth, found)["table"].share == 0
    assert score(TRUTH, found | {"table": None})["table"].share == 0


def test_unresolved_references_and_orphans_are_compared_as_sets(found):
    found["unresolved"] = []
    found["orphans"] = ["4A", "9"]
    assert score(TRUTH, found)["unresolved"] == Tally(right=0, wanted=1, found=0)
    assert score(TRUTH, found)["orphans"] == Tally(right=1, wanted=1, found=2)


def test_each_field_of_the_authentication_counts(found):
    found["authentication"].update(referee_name="prof  Tam Hollow", date="2026-02-01", signed=None)
    assert score(TRUTH, found)["authentication"] == Tally(right=3, wanted=5, found=5)


def test_of_an_authentication_that_is_not_there_only_that_counts(found):
    truth = copy.deepcopy(TRUTH) | {"authentication": {"present": False}}
    assert score(truth, found)["authentication"] == Tally(right=0, wanted=1, found=1)
    found["authentication"] = {"present": False, "referee_name": None}
    assert score(truth, found)["authentication"] == Tally(right=1, wanted=1, found=1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dr Ada Quillfeather, MSc, MIPEM", "Dr Ada Quillfeather", True),
        ("Ada Quillfeather, DCR(R), MSc", "Ada Quillfeather", True),
        ("Ada Quillfeather BSc (Hons)", "Ada Quillfeather, PhD FIPEM", True),
        ("Fiona MacAskill", "Fiona MacAskill CSci", True),
        ("Fiona MacAskill", "Fiona", False),
        ("Dr Ada Quillfeather", "Ada Quillfeather", True),
        ("Ada Quillfeather", "Ada Hollow", False),
    ],
)
def test_title_and_letters_of_a_name_count_for_nothing_on_either_side(found, one, other, same):
    for first, second in ((one, other), (other, one)):
        truth = TRUTH | {"applicant": {"name": first}}
        truth |= {"authentication": TRUTH["authentication"] | {"referee_name": first}}
        read = found | {"applicant": {"name": second}}
        read |= {"authentication": found["authentication"] | {"referee_name": second}}
        assert (wrong(read, truth) & {"name", "authentication"} == set()) is same


def test_name_date_contents_claims_and_counting_are_compared(found):
    found["applicant"]["name"] = "Dr Ada Quillfeathers"
    found["submission_date"] = None
    found["contents_list"] = {"file": "P.pdf", "pages": [1]}
    found["evidence"][0]["claimed"] = []
    found["page_counting"] = "file"
    assert wrong(found) == {"name", "submission_date", "contents_list", "claimed", "page_counting"}


def test_portfolios_are_added_by_what_they_hold_and_not_as_equals():
    assert added([Tally(1, 1, 1), Tally(0, 3, 3)]).share == pytest.approx(0.25)
    assert added([]).share is None


def test_cells_are_binned_by_confidence_with_what_is_right_of_them(found):
    found["cross_references"][1]["confidence"] = 0.9
    found["cross_references"][2].update(confidence=0.89, file="P.pdf", pages=[1])
    found["cross_references"].append({"subcategory": "4.1", "evidence": "9", "confidence": 0.2})
    cells = cells_read(TRUTH, found)
    assert [(one.cells, one.right, one.wholly_right) for one in bins(cells)] == [(2, 2, 2), (1, 1, 0), (1, 0, 0)]
    assert wrong_that_are_low(cells) == (1, 1)
    found["cross_references"][1]["section_hint"] = None
    assert bins(cells_read(TRUTH, found))[0][2:] == (2, 2, 1)


def test_full_confidence_is_in_the_highest_bin(found):
    for entry in found["cross_references"]:
        entry["confidence"] = 1.0
    assert [one.cells for one in bins(cells_read(TRUTH, found))] == [3, 0, 0]


def test_a_wrong_reading_is_quiet_when_no_doubt_and_no_problem_says_so(found):
    assert not keeps_quiet(TRUTH, found)
    del found["cross_references"][0]
    found["problems"] = [{"severity": "note"}]
    assert keeps_quiet(TRUTH, found)
    assert not keeps_quiet(TRUTH, found | {"problems": [{"severity": "warning"}]})
    found["cross_references"][0]["confidence"] = 0.5
    assert not keeps_quiet(TRUTH, found)


def result(found: dict, *, part: str = "varied", seed: int = 5, source: str = "digital") -> Result:
    axes = {"table": "ruled", "source": source, "file": "pdf"}
    case = Case(part=part, seed=seed, name="secret name", portfolio=Path("P.pdf"), truth=TRUTH, axes=axes)
    return Result(case=case, found=found, seconds=1.5)


def test_the_report_says_met_and_missed_and_breaks_down_by_axis(found):
    told = report(scored([result(found), result({}, source="scan")]))
    assert {one["measure"]: one["met"] for one in told["measures"]}["cells"] is False
    assert {one["value"]: one["cells"] for one in told["axes"]["source"]} == {"digital": 1.0, "scan": 0.0}
    words = printed(told, "Hand-made")
    assert "MISSED" in words
    assert "2 portfolios" in words
    assert "secret name" not in words


@pytest.mark.parametrize(
    ("names", "read", "compared"),
    [
        (("Portfolio of A/P.pdf", "Portfolio of A/E/1.pdf"), "Portfolio of A/E/1.pdf", "E/1.pdf"),
        (("P.pdf", "E/1.pdf"), "E/1.pdf", "E/1.pdf"),
        (("E1/1.pdf", "E2/1.pdf"), "E2/1.pdf", "E2/1.pdf"),
        (("P.pdf",), "P.pdf", "P.pdf"),
    ],
)
def test_a_folder_that_holds_all_of_a_zip_counts_for_nothing_in_names(tmp_path, names, read, compared):
    with zipfile.ZipFile(tmp_path / "sent.zip", "w") as sent:
        for name in names:
            sent.writestr(name, b"")
    found = {"table": {"file": read, "pages": [1]}, "evidence": [{"spans": [{"file": read, "pages": [1, 2]}]}]}
    named = unwrapped(found, tmp_path / "sent.zip")
    assert (named["table"]["file"], named["evidence"][0]["spans"][0]["file"]) == (compared, compared)
    assert unwrapped(found, tmp_path) is found


def test_an_aim_that_nothing_was_measured_for_is_neither_met_nor_missed(found):
    on_scans = next(one for one in report(scored([result(found)]))["measures"] if "scans" in one["words"])
    assert (on_scans["value"], on_scans["met"]) == (None, None)


def test_single_cases_are_shown_of_the_development_set_only(found):
    assert "secret name" in worst(scored([result(found)]), 3)
    for hidden in (result(found, seed=1000), result(found, part=HELD_OUT)):
        with pytest.raises(ValueError, match="set aside"):
            worst(scored([result(found), hidden]), 3)


def test_the_differences_of_a_case_name_each_wrong_thing(found):
    assert differences(TRUTH, found) == []
    one, two, three = found["cross_references"]
    one.update(page_hint="9", pages=[12])
    two["notes"] = []
    three["evidence"] = "C"
    found["evidence"][0].update(title="Terms", claimed=["2.1"])
    found["evidence"][1]["id"] = "9"
    found["orphans"] = []
    found["page_counting"] = "file"
    lines = differences(TRUTH, found)
    begins = [
        *("cell 1.1 1 page_hint", "cell 1.1 1 leads to", "cell 1.2 2 notes"),
        *("cell 3 b missing", "cell 3 c does not exist", "item 1 title", "item 1 claimed"),
        *("item 2 missing", "item 9 does not exist", "orphans", "page_counting"),
    ]
    assert len(lines) == len(begins)
    assert all(line.startswith(begin) for line, begin in zip(lines, begins, strict=True))


@pytest.mark.parametrize(
    "asked", [["--set", HELD_OUT], [], ["--set", "varied"], ["--set", "varied", "--seeds", "990-1000"]]
)
def test_the_command_refuses_to_show_cases_that_are_set_aside(asked, monkeypatch, capsys):
    monkeypatch.setattr(reading, "built", lambda *_: pytest.fail("nothing is built for a refusal"))
    monkeypatch.setattr(sys, "argv", ["reading.py", "--worst", "3", *asked])
    assert reading.main() == 2
    assert "below 1000 only" in capsys.readouterr().err


def test_the_command_measures_and_shows_cases_of_the_development_set(found, monkeypatch, capsys, tmp_path):
    rows = [result(found, seed=3), result({}, seed=4)]
    monkeypatch.setattr(reading, "built", lambda _, seeds, *__: [row.case for row in rows if row.case.seed in seeds])
    monkeypatch.setattr(reading, "read_all", lambda cases, *_: rows[: len(cases)])
    figures = tmp_path / "figures.json"
    asked = ["--set", "varied", "--seeds", "3-4", "--only", "accuracy", "--worst", "1", "--why", "--json", str(figures)]
    monkeypatch.setattr(sys, "argv", ["reading.py", *asked])
    assert reading.main() == 0
    printed_words = capsys.readouterr().out
    assert "Varied set, seeds 3-4: 2 portfolios" in printed_words
    assert "cell 1.1 1 missing" in printed_words
    (cells,) = (one for one in json.loads(figures.read_text())["accuracy"]["varied"]["measures"][1:2])
    assert (cells["measure"], cells["value"], cells["met"]) == ("cells", pytest.approx(2 / 3), False)


def test_tables_of_any_library_are_mapped_to_cells_in_one_way():
    rows = (
        ("Sub-category", "Evidence"),
        ("1.1 Governance", "Evidence 01, page 2"),
        ("1.2", "E4, E5 (pp 3-5)"),
        ("2.1", "see item 12a"),
        ("3", "7, 9, p. 5"),
        ("4.1", "Appendix B, p. 2"),
        ("Total", "Evidence 3"),
    )
    assert mapped([Table(3, rows)], CODES) == {
        ("1.1", "1"), ("1.2", "4"), ("1.2", "5"), ("2.1", "12a"), ("3", "7"), ("3", "9"), ("4.1", "b"),
    }  # fmt: skip


def test_the_table_with_most_codes_is_taken_with_its_neighbours_and_no_other():
    full = (("1.1", "E1"), ("1.2", "E2"), ("2.1", "E3"))
    tables = [Table(2, full), Table(3, (("3", "E4"),)), Table(9, (("4.1", "E8"),)), Table(1, (("a", "b"),))]
    assert mapped(tables, CODES) == {("1.1", "1"), ("1.2", "2"), ("2.1", "3"), ("3", "4")}
    assert mapped([], CODES) == frozenset()
