"""A simulated workspace from the command line."""

import json

import pytest

from .conftest import run


@pytest.fixture(scope="module")
def simulated(tmp_path_factory):
    folder = tmp_path_factory.mktemp("simulated") / "workspace"
    return folder, run("simulate", "--applications", "4", "--seed", "3", "--workspace", folder, "--json")


def test_it_says_what_was_made(simulated):
    folder, ran = simulated
    assert ran.code == 0, ran.err
    told = ran.json
    assert told["applications"] == 4
    assert sum(told["states"].values()) == 4
    assert told["attempts"] >= 4
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    assert told["truth"] == str(folder / "truth.json")
    chosen = [attempt["outcome"] for one in truth["applications"] for attempt in one["attempts"]]
    assert told["outcomes"] == {kind: chosen.count(kind) for kind in sorted(set(chosen) - {None})}
    assert [line for line in ran.err.splitlines() if line] == [f"{number} of 4 applications" for number in range(1, 5)]


def test_the_workspace_verifies_and_nothing_overwrites_it(simulated):
    folder, ran = simulated
    verified = run("verify", "--workspace", folder, "--json")
    assert verified.code == 0
    assert verified.json["sound"]
    assert verified.json["events"] == ran.json["records"] + 7  # and the settings
    again = run("simulate", "--applications", "1", "--seed", "3", "--workspace", folder)
    assert again.code == 1
    assert "is a workspace already" in again.err
    assert run("verify", "--workspace", folder, "--json").json["heads"] == verified.json["heads"]


def test_three_assessors_each_and_words_for_people(tmp_path):
    ran = run("simulate", "--applications", "1", "--seed", "1", "-w", tmp_path / "w", "--assessors", "3")
    assert ran.code == 0, ran.err
    assert "All of it is invented" in ran.out
    truth = json.loads((tmp_path / "w" / "truth.json").read_text(encoding="utf-8"))
    assert truth["parameters"]["judging"] == 3
    assert all(len(one["assessors"]) in {0, 3} for one in truth["applications"][0]["attempts"])
    assert run("simulate", "--applications", "1", "--seed", "1", "-w", tmp_path / "x", "--assessors", "4").code == 1
    assert not (tmp_path / "x").exists()
