"""The whole way from a letter that asks for more to the end of keeping, by command."""

import json
import shutil

from ...cli.conftest import run


def test_from_the_letter_to_the_second_attempt_the_pack_the_record_and_the_end(asked_once, second_portfolio, tmp_path):
    folder = shutil.copytree(asked_once, tmp_path / "workspace")
    ran = run("resubmit", "EX-1", second_portfolio, "-w", folder, "--by", "O")
    assert (ran.code, ran.out) == (0, "EX-1\n"), ran.err
    assert "open: 1.1, 4.3, 8.1" in ran.err
    assert "item 2: changed" in run("attempts", "EX-1", "-w", folder).out
    pack = run("appeal", "pack", "EX-1", "-w", folder, "--out", tmp_path / "pack.zip", "--by", "O")
    assert (pack.code, len(pack.out.strip())) == (0, 64), pack.err
    assert run("candidate", "export", "EX-1", "-w", folder, "--out", tmp_path / "own.zip", "--by", "O").code == 0
    assert run("settings", "-w", folder, "--set", "retention_years=6", "--source", "minute 4", "--by", "O").code == 0
    assert [one["past"] for one in run("retention", "list", "-w", folder, "--json").json] == [False]
    assert run("purge", "EX-1", "-w", folder, "--why", "rule 7", "--by", "A1").code == 1
    gone = run("purge", "EX-1", "-w", folder, "--why", "rule 7", "--by", "O", "--letters", "--json")
    assert gone.code == 0, gone.err
    assert {one["what"] for one in json.loads(gone.out)["erased"]} >= {"document", "reading"}
    again = run("attempts", "EX-1", "-w", folder)
    assert again.code == 1
    assert "were erased" in again.err
    checked = run("verify", "-w", folder, "--json")
    assert checked.code == 0
    assert {one["code"] for one in checked.json["problems"]} == {"purged", "letter-erased"}
