"""The command for the scheme office: the screening report, the timeline, and the same as JSON."""

import json
import shutil

import pymupdf
import pytest

from .conftest import run


@pytest.fixture(scope="module")
def made(taken_once, tmp_path_factory):
    """What the command makes of the small portfolio."""
    folder = tmp_path_factory.mktemp("screened")
    workspace = shutil.copytree(taken_once, folder / "workspace")
    out, timeline = folder / "report.pdf", folder / "timeline.svg"
    ran = run("screen", "EX-1", "--workspace", workspace, "--out", out, "--timeline", timeline, "--json")
    assert ran.code == 0, ran.err
    return ran, out, timeline


def test_the_report_is_one_page_about_the_application(made):
    _, out, _ = made
    (page,) = pymupdf.open(out)
    text = page.get_text()
    assert "Application EX-1." in text
    assert "5.2 to item 9" in text
    assert "Received 14 September 2026." in text


def test_the_timeline_is_a_picture(made):
    _, _, timeline = made
    assert timeline.read_bytes().startswith(b"<?xml")


def test_the_json_has_every_observation_and_what_is_known_of_each_item(made, small_portfolio):
    ran, _, _ = made
    inspected = run("inspect", small_portfolio, "--json").json
    assert ran.json["application"] == "EX-1"
    assert [each["id"] for each in ran.json["items"]] == [each["id"] for each in inspected["evidence"]]
    kinds = {(each["check"], each["kind"], each["evidence"]) for each in inspected["observations"]}
    assert {(each["check"], each["kind"], each["evidence"]) for each in ran.json["observations"]} == kinds
    for one, other in zip(ran.json["items"], inspected["evidence"], strict=True):
        assert {key: one[key] for key in ("date", "author", "simulated", "phi")} == {
            key: other[key] for key in ("date", "author", "simulated", "phi")
        }
        assert set(one) >= {"dated", "authorship", "roles", "mhra", "alike"}


def test_progress_goes_to_stderr(made):
    ran, out, _ = made
    assert f"Written to {out}" in ran.err
    assert json.loads(ran.out)


def test_the_page_for_a_browser_is_the_same_twice(taken, tmp_path):
    for name in ("one", "two"):
        assert run("screen", "EX-1", "--workspace", taken, "--out", tmp_path / f"{name}.html").code == 0
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--out"),
        (["--out", "report.docx"], ".html or .pdf"),
        (["--timeline", "t.jpg"], ".svg or .png"),
        (["--out", "nowhere/report.html"], "cannot be written"),
    ],
)
def test_what_cannot_be_made_is_one_sentence_and_exit_1(taken, tmp_path, arguments, said):
    ran = run("screen", "EX-1", "--workspace", taken, *arguments, cwd=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err.splitlines()[-1]


def test_an_application_that_is_not_there_is_named(taken):
    ran = run("screen", "EX-9", "--workspace", taken, "--json")
    assert ran.code == 1
    assert "there are: EX-1" in ran.err
