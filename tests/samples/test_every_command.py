"""Every command of the contract on every sample portfolio, from the files to the letter."""

import csv
import json

import pytest

from .conftest import EXPECTED, NAMES, source_of

QUICK = {"clear_award", "one_sub_category_short", "mixed_folder", "three_simulated", "no_authentication"}
"""Samples that differ most in what they lead to; the others go the whole way among the slow tests."""

FEW_IN_HASTE = [pytest.param(name, marks=() if name in QUICK else pytest.mark.slow) for name in NAMES]
OUTCOMES = {"met": "award", "not_met": "further_evidence"}


def expected(name, file):
    answer = json.loads((EXPECTED / name / file).read_text(encoding="utf-8"))
    return answer["applications"][0] if "applications" in answer else answer


def reference_and_assessor(name):
    with (EXPECTED / name / "frame.csv").open(newline="", encoding="utf-8") as file:
        row = next(csv.DictReader(file))
    return row["application"], row["assessor"]


def as_found(answer):
    return {
        "outcome": answer["outcome"],
        "rules": {
            rule["rule"]: (rule["status"], rule["observed"]) for rule in answer["rules"] if not rule.get("advisory")
        },
        "states": {code: result["state"] for code, result in answer["sub_categories"].items()},
    }


NOTICED = ("date", "author", "simulated", "mhra_sections", "phi", "bad_redactions")
"""Keys of an item that screening answers."""


def fits(found, true, *, whole):
    """Whether an answer is the true one; null says that nobody could tell, and is no answer to a portfolio of text."""
    if isinstance(true, list) and found is not None and true and isinstance(true[0], dict):
        return {tuple(sorted(each.items())) for each in found} == {tuple(sorted(each.items())) for each in true}
    return found == true or (found is None and (not whole or isinstance(true, str)))


@pytest.mark.parametrize("name", NAMES)
def test_inspect_answers_in_the_keys_of_the_contract(name, run):
    ran = run("inspect", source_of(name), "--json", "--no-recognition")
    assert ran.code == 0
    assert set(expected(name, "reading.json")) <= set(ran.json)
    for entry in ran.json["cross_references"]:
        assert {
            "subcategory",
            "evidence",
            "text",
            "page_hint",
            "section_hint",
            "notes",
            "file",
            "pages",
            "cell",
        } <= set(entry)
        assert 0 <= entry["confidence"] <= 1
    truth = {item["id"]: item for item in expected(name, "reading.json")["evidence"]}
    whole = all(each["media"] == "pdf" and not each["pages_without_text"] for each in ran.json["documents"])
    for item in ran.json["evidence"]:
        true = truth.get(item["id"])
        if true is not None and (item["file"], item["pages"]) == (true["file"], true.get("pages")):
            assert [key for key in NOTICED if not fits(item[key], true[key], whole=whole)] == []


@pytest.mark.parametrize("name", NAMES)
def test_decide_gives_the_expected_decision(name, run):
    folder = EXPECTED / name
    ran = run("decide", folder / "frame.csv", "--parts", folder / "parts.csv", "--json")
    (answer,) = ran.json["applications"]
    assert as_found(answer) == as_found(expected(name, "decision.json"))
    assert ran.code == (5 if answer["outcome"] == "undetermined" else 0)


@pytest.mark.parametrize(
    "name", [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in NAMES]
)
def test_the_whole_way_from_the_files_to_the_letter(name, run, tmp_path):
    folder, workspace = EXPECTED / name, tmp_path / "workspace"
    reference, assessor = reference_and_assessor(name)
    assert run("init", workspace).code == 0
    assert run("add", source_of(name), "--workspace", workspace, "--application", reference).out == f"{reference}\n"
    ran = run(
        "record", reference, "--workspace", workspace, "--frame", folder / "frame.csv", "--assessor", assessor, "--ack"
    )
    assert ran.code == 0, ran.err
    rows = len((folder / "frame.csv").read_text(encoding="utf-8").splitlines()) - 1
    assert len(set(ran.out.split())) == rows
    confirm_parts(run, reference, workspace, folder / "parts.csv")
    run("frame", reference, "--workspace", workspace, "--out", tmp_path / "frame.csv")
    assert without_stamps(tmp_path / "frame.csv") == without_stamps(folder / "frame.csv")
    outcome = expected(name, "decision.json")["outcome"]
    run("settings", "--workspace", workspace, "--set", "attempts_allowed=2", "--source", "test")
    record_readings_on_which_the_outcome_hangs(run, name, reference, workspace)
    if outcome in OUTCOMES:
        choice = ("--choose", OUTCOMES[outcome], "--by", "C1", "--reason", "as the rules say")
        ran = run("outcome", reference, "--workspace", workspace, *choice)
        assert ran.code == 0, ran.err
    for ending in ("docx", "pdf", "html", "md"):
        assert run("letter", reference, "--workspace", workspace, "--out", tmp_path / f"letter.{ending}").code == 0
    ran = run("verify", "--workspace", workspace, "--json")
    assert (ran.code, ran.json["problems"]) == (0, [])


def confirm_parts(run, reference, workspace, path):
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            said = ("--part", row["part"], "--value", row["confirmed"], "--by", "C1")
            assert run("confirm", reference, "--workspace", workspace, *said).code == 0


def record_readings_on_which_the_outcome_hangs(run, name, reference, workspace):
    folder = EXPECTED / name
    (answer,) = run("decide", folder / "frame.csv", "--parts", folder / "parts.csv", "--json").json["applications"]
    for reading in answer["readings"]:
        if reading["outcome"] != answer["outcome"]:
            used = answer["readings_used"][reading["setting"]]
            said = ("--clause", reading["setting"], "--choose", used, "--by", "C1", "--reason", "minute 7")
            assert run("reading", reference, "--workspace", workspace, *said).code == 0


def without_stamps(path):
    """The rows without what the records add: when, under which scheme, as which event."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    stamps = ("recorded_at", "scheme_version", "event")
    return sorted(sorted((key, value) for key, value in row.items() if key not in stamps) for row in rows)
