"""The panel by command: its agenda, and the pack to take along."""

import zipfile

import pytest

from mrse_assess.cli.opening import open_workspace

from ..workbench.panel.conftest import Judged
from .conftest import run


@pytest.fixture
def differing(taken):
    """Two assessors who differ on 5.2."""
    with open_workspace(taken) as workspace:
        judged = Judged(workspace, workspace.application("EX-1")).register()
        judged.written.fail("5.2", "A1", reason="undated")
        judged.sealed().parts()
    return taken


def test_the_agenda_is_told_by_consequence(differing):
    told = run("panel", "agenda", "EX-1", "--by", "C", "--workspace", differing, "--json").json
    assert (told["left"], [group["consequence"] for group in told["groups"]]) == (2, ["rule"])
    assert told["groups"][0]["units"][0] == {
        "subcategory": "5.2", "evidence": "E5.2", "differs": "Item E5.2: verdicts differ",
        "verdicts": told["groups"][0]["units"][0]["verdicts"], "settled": None, "minutes": 0,
    }  # fmt: skip
    said = run("panel", "agenda", "EX-1", "--by", "C", "--workspace", differing).out
    assert "Changes a rule, not the outcome: 2" in said
    assert "2 to settle" in said


def test_the_pack_is_written_once_and_never_over_another_file(differing, tmp_path):
    out = tmp_path / "evening.zip"
    asked = ("panel", "pack", "EX-1", "--by", "C", "--workspace", differing, "--out", out)
    assert run(*asked).code == 0
    assert "agenda.pdf" in zipfile.ZipFile(out).namelist()
    assert "exists already" in run(*asked).err


@pytest.mark.parametrize("command", [("agenda",), ("pack", "--out", "never.zip")])
def test_who_has_no_part_in_it_is_told_of_no_application(differing, command):
    name, *more = command
    refused = run("panel", name, "EX-1", "--by", "A3", "--workspace", differing, *more)
    assert (refused.code, "no application 'EX-1' here for you" in refused.err) == (1, True)


def test_agreement_says_what_it_rests_on_and_why_it_gives_no_figure(differing):
    at = ("--by", "C", "--workspace", differing)
    told = run("agreement", *at, "--json").json
    assert told["verdicts"]["overall"]["behind"]["units"] == 16
    assert told["verdicts"]["overall"]["figures"][0]["value"] is None
    said = run("agreement", *at).out
    assert "Too few to say: 1 of the 10 applications needed were rated by two assessors." in said
    assert "Reasons, as sets\nNothing that two assessors said of the same." in said


def test_figures_about_two_persons_are_refused_to_the_office(differing):
    refused = run("agreement", "--pairs", "--by", "O", "--workspace", differing)
    assert (refused.code, "for the chair" in refused.err) == (1, True)
