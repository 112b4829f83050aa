"""The expected answers of the sample portfolios agree with the files and with themselves."""

import csv
import itertools
import json
import tomllib
from pathlib import Path
from typing import Any

import pymupdf
import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_portfolios"
NAMES = sorted(folder.name for folder in (SAMPLES / "_expected").iterdir() if folder.is_dir())
CODES = ["1.1", "1.2", "2.1", "2.2", "3", "4.1", "4.2", "4.3", "5.1", "5.2", "6.1", "6.2", "7.1", "7.2", "8.1", "8.2"]
OUTCOMES = {
    "clear_award": ("met", set()),
    "one_sub_category_short": ("not_met", {"sub_categories"}),
    "category_3_single_item": ("not_met", {"major_categories", "independent_items"}),
    "three_simulated": ("not_met", {"simulated_limit"}),
    "one_mhra_reference": ("not_met", {"mhra_references"}),
    "no_authentication": ("not_met", {"parts"}),
    "table_split_over_pages": ("met", set()),
    "mixed_folder": ("met", set()),
    "scanned_pages": ("met", set()),
    "missing_and_uncited": ("not_met", {"sub_categories"}),
    "text_under_black_box": ("met", set()),
}
Rows = list[dict[str, str]]


def reading(name: str) -> dict[str, Any]:
    return json.loads((SAMPLES / "_expected" / name / "reading.json").read_text(encoding="utf-8"))


def rows(name: str, file: str) -> Rows:
    with (SAMPLES / "_expected" / name / file).open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def decision(name: str) -> dict[str, Any]:
    return json.loads((SAMPLES / "_expected" / name / "decision.json").read_text(encoding="utf-8"))["applications"][0]


def page_count(name: str, file: str) -> int:
    if not file.endswith(".pdf"):
        return 1
    with pymupdf.open(SAMPLES / name / file) as document:
        return len(document)


def test_every_portfolio_has_its_answers_and_an_outcome_that_its_name_promises():
    assert set(NAMES) == set(OUTCOMES)
    assert {name for name in NAMES if (SAMPLES / name).is_dir()} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_outcome_and_the_rules_not_met_are_those_that_the_name_says(name: str):
    decided = decision(name)
    outcome, short = OUTCOMES[name]
    assert decided["outcome"] == outcome
    assert {rule["rule"] for rule in decided["rules"] if rule["status"] == "not_met"} == short


@pytest.mark.parametrize("name", NAMES)
def test_pages_lie_within_the_files_and_references_within_their_items(name: str):
    expected = reading(name)
    counts = {file: page_count(name, file) for file in {item["file"] for item in expected["evidence"]}}
    items = {item["id"]: item for item in expected["evidence"]}
    for item in items.values():
        first, last = item.get("pages", (1, 1))
        assert 1 <= first <= last <= counts[item["file"]], item["id"]
        for page in [entry["page"] for entry in [*item["phi"], *item["bad_redactions"]]]:
            assert first <= page <= last
    for entry in expected["cross_references"]:
        if entry.get("pages"):
            first, last = items[entry["evidence"]]["pages"]
            assert set(entry["pages"]) <= set(range(first, last + 1)), entry


@pytest.mark.parametrize("name", NAMES)
def test_items_of_one_file_follow_each_other_without_overlap(name: str):
    spans = sorted((item["file"], *item["pages"]) for item in reading(name)["evidence"] if "pages" in item)
    for (file, _, last), (following, first, _) in itertools.pairwise(spans):
        assert file != following or first == last + 1


@pytest.mark.parametrize("name", NAMES)
def test_a_sub_category_and_item_stand_together_once(name: str):
    pairs = [(entry["subcategory"], entry["evidence"]) for entry in reading(name)["cross_references"]]
    assert len(pairs) == len(set(pairs))
    assert {code for code, _ in pairs} <= set(CODES)


@pytest.mark.parametrize("name", NAMES)
def test_unresolved_and_uncited_follow_from_references_and_items(name: str):
    expected = reading(name)
    items = {item["id"] for item in expected["evidence"]}
    cited = {entry["evidence"] for entry in expected["cross_references"]}
    gone = [
        {"subcategory": entry["subcategory"], "evidence": entry["evidence"]}
        for entry in expected["cross_references"]
        if entry["evidence"] not in items
    ]
    assert expected["unresolved"] == gone
    assert set(expected["orphans"]) == items - cited
    assert [entry["pages"] for entry in expected["cross_references"] if entry["evidence"] not in items] == [None] * len(
        gone
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_frame_judges_what_the_table_cites_and_concludes_on_every_sub_category(name: str):
    frame = rows(name, "frame.csv")
    cited = {(entry["subcategory"], entry["evidence"]) for entry in reading(name)["cross_references"]}
    assert {(row["sub_category"], row["evidence_id"]) for row in frame if row["evidence_id"]} == cited
    assert [row["sub_category"] for row in frame if not row["evidence_id"]] == CODES
    keys = [(row["sub_category"], row["evidence_id"]) for row in frame]
    assert len(keys) == len(set(keys))
    assert len({row["application"] for row in [*frame, *rows(name, "parts.csv")]}) == 1


@pytest.mark.parametrize("name", NAMES)
def test_adverse_judgements_give_a_reason_of_the_scheme_with_what_it_needs(name: str):
    folder = next((ROOT / "mrse_assess" / "scheme" / "data").glob("*/reasons.toml"))
    reasons = {reason["id"]: reason for reason in tomllib.loads(folder.read_text(encoding="utf-8"))["reason"]}
    for row in rows(name, "frame.csv"):
        given = [reason for reason in row["reasons"].split(";") if reason]
        assert set(given) <= set(reasons)
        if row["evidence_id"] and row["verdict"] == "not_satisfactory":
            assert any(not reasons[reason].get("never_alone", False) for reason in given), row
        for need in {need for reason in given for need in reasons[reason].get("needs", [])}:
            assert row[need], (row["sub_category"], row["evidence_id"], need)
        applies = [reasons[reason].get("applies_to") or CODES for reason in given]
        assert all(row["sub_category"] in codes for codes in applies)


@pytest.mark.parametrize("name", NAMES)
def test_a_simple_recount_of_the_frame_gives_the_decision(name: str):
    frame, decided = rows(name, "frame.csv"), decision(name)
    good = [row["sub_category"] for row in frame if not row["evidence_id"] and row["verdict"] == "satisfactory"]
    sound = [
        row for row in frame if row["evidence_id"] and row["verdict"] == "satisfactory" and row["sub_category"] in good
    ]
    real = {row["sub_category"] for row in sound if row["simulated"] == "false"}
    observed = {rule["rule"]: rule["observed"] for rule in decided["rules"]}
    assert observed["sub_categories"] == len(good)
    assert observed["major_categories"] == len({code.split(".")[0] for code in good})
    assert observed["simulated_limit"] == len(set(good) - real)
    assert observed["mhra_references"] == len({row["sub_category"] for row in sound if row["mhra_reference"] == "true"})
    assert observed["parts"] == sum(row["confirmed"] == "true" for row in rows(name, "parts.csv"))
    assert {code for code, sub in decided["sub_categories"].items() if sub["state"] == "satisfactory"} == set(good)
    assert list(decided["sub_categories"]) == CODES


@pytest.mark.parametrize("name", NAMES)
def test_a_satisfactory_conclusion_rests_on_enough_satisfactory_items(name: str):
    frame = rows(name, "frame.csv")
    for row in frame:
        if row["evidence_id"] or row["verdict"] != "satisfactory":
            continue
        behind = [
            other
            for other in frame
            if other["evidence_id"]
            and other["sub_category"] == row["sub_category"]
            and other["verdict"] == "satisfactory"
        ]
        independent = {other["independent_group"] for other in behind}
        assert len(independent if row["sub_category"] == "3" else behind) >= (2 if row["sub_category"] == "3" else 1)


@pytest.mark.parametrize("name", NAMES)
def test_an_mhra_reference_is_counted_only_where_the_item_cites_that_section(name: str):
    cited = {item["id"]: item["mhra_sections"] for item in reading(name)["evidence"]}
    for row in rows(name, "frame.csv"):
        if row["mhra_reference"] == "true":
            assert row["mhra_section"] in cited[row["evidence_id"]]


def test_covered_words_are_still_in_the_file_and_redacted_ones_are_not():
    expected = reading("text_under_black_box")
    items = {item["id"]: item for item in expected["evidence"]}
    with pymupdf.open(SAMPLES / "text_under_black_box" / items["7"]["file"]) as document:
        words = {
            key: "".join(
                document[page - 1].get_text() for page in range(items[key]["pages"][0], items[key]["pages"][1] + 1)
            )
            for key in ("7", "11", "12")
        }
    assert items["7"]["bad_redactions"]
    assert items["11"]["bad_redactions"]
    assert "999 246 8017" in words["7"]
    assert "999 123 4551" in words["11"]
    assert not items["12"]["bad_redactions"]
    assert not items["12"]["phi"]
    assert "Imaginary" not in words["12"]


def test_half_of_the_scanned_portfolio_has_no_words_at_all():
    expected = reading("scanned_pages")
    with pymupdf.open(SAMPLES / "scanned_pages" / expected["evidence"][0]["file"]) as document:
        silent = [item["id"] for item in expected["evidence"] if not document[item["pages"][1] - 1].get_text().strip()]
    assert silent == ["1", "3", "6", "8", "9", "11", "13", "15"]


def test_the_table_of_the_split_portfolio_covers_three_pages():
    assert len(reading("table_split_over_pages")["table"]["pages"]) == 3


def test_the_whole_collection_stays_under_twenty_megabytes():
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file()) < 20_000_000
