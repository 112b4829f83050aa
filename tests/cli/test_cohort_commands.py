"""The cohort report from the command line."""

import json

import pytest

from .conftest import run


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cohort") / "workspace"
    made = run("simulate", "--applications", "5", "--seed", "2", "--workspace", folder)
    assert made.code == 0, made.err
    return folder


@pytest.fixture(scope="module")
def reported(workspace):
    out = workspace.parent / "report"
    return out, run("cohort", "report", "--workspace", workspace, "--out", out, "--by", "chair", "--json")


def test_it_writes_both_editions_and_prints_their_tables(reported):
    out, ran = reported
    assert ran.code == 0, ran.err
    assert set(ran.json) == {"internal", "publishable"}
    for edition, told in ran.json.items():
        assert json.loads((out / edition / "report.json").read_text(encoding="utf-8")) == told
        assert (out / edition / "report.pdf").read_bytes().startswith(b"%PDF")
    tables = {(one["id"], one["attempts"]): one for one in ran.json["internal"]["tables"]}
    outcomes = [one for one in ran.json["internal"]["tables"] if (one["id"], one["attempts"]) == ("outcomes", "first")]
    assert sum(one["applications"] for one in outcomes) == 5
    assert ("reasons_that_split", "first") in tables
    assert "of 5 applications" in ran.err


def test_without_json_it_names_the_files_and_says_what_it_does_not_know(workspace, tmp_path):
    ran = run("cohort", "report", "--workspace", workspace, "--out", tmp_path / "report")
    assert ran.code == 0, ran.err
    assert [line.removeprefix(str(tmp_path)) for line in ran.out.splitlines()] == [
        f"/report/{edition}/report{kind}"
        for edition in ("internal", "publishable")
        for kind in (".html", ".pdf", ".xlsx")
    ]
    assert "as if nothing had been published before" in ran.err


def test_what_was_published_before_can_be_given(workspace, reported, tmp_path):
    out, _ = reported
    again = ("cohort", "report", "--workspace", workspace, "--out", tmp_path / "again")
    ran = run(*again, "--published", out / "published.json")
    assert ran.code == 0, ran.err
    assert "as if nothing" not in ran.err
    broken = tmp_path / "broken.json"
    broken.write_text("{}")
    refused = run("cohort", "report", "--workspace", workspace, "--out", tmp_path / "no", "--published", broken)
    assert refused.code == 1
    assert "Restore the file from a copy" in refused.err
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--out", "{out}"), "exists already"),
        (("--out", "new", "--published", "nowhere.json"), "There is no file nowhere.json"),
        (("--out", "new", "--severity"), "is for the chair"),
        (("--out", "new", "--by", "nobody-of-that-name", "--severity"), ""),
        (("--out", "new", "--period", "week"), "week"),
    ],
)
def test_a_request_that_cannot_be_carried_out_is_one_sentence(workspace, reported, arguments, said):
    out, _ = reported
    ran = run("cohort", "report", "--workspace", workspace, *(one.format(out=out) for one in arguments))
    assert ran.code == 1
    assert said in ran.err
    assert len(ran.err.strip().splitlines()) <= 3
    assert ran.out == ""
