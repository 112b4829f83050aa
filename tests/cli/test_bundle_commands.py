"""The commands of bundles: one encrypted file from one laptop to another, and what each says of it."""

import json
import os
import pty
import select
import shutil
import sys

import pytest

from mrse_assess.cli.opening import new_id, now
from mrse_assess.model.acts import Seal
from mrse_assess.records import to_event
from mrse_assess.workspace import Workspace

from .conftest import run
from .test_commands import recorded

ROW = "EX-1,1,individual,A1,1.1,1,satisfactory,,,"


def seal(folder):
    with Workspace.open(folder, clock=now, new_id=new_id) as workspace:
        value = Seal(application="EX-1", attempt=1, sealed=True)
        workspace.store.append(to_event(value, event=new_id(), actor="A1", scheme_version="1"))


@pytest.fixture
def elsewhere(taken, tmp_path):
    """The same workspace on another laptop, before anybody judged."""
    return shutil.copytree(taken, tmp_path / "elsewhere")


def export(taken, out, *more):
    return run("bundle", "export", "EX-1", "--workspace", taken, "--out", out, "--by", "A1", *more)


def test_a_sealed_assessment_reaches_another_laptop_in_an_encrypted_file(taken, elsewhere, tmp_path):
    recorded(taken, tmp_path, ROW)
    seal(taken)
    words = tmp_path / "passphrase"
    words.write_text("a long passphrase\n", encoding="utf-8")
    out = tmp_path / "f.mrseb"
    ran = export(taken, out, "--passphrase-file", words)
    assert ran.code == 0, ran.err
    assert "No file of the portfolio goes along" in ran.err
    assert out.read_bytes().startswith(b"age-encryption.org/v1")
    imported = run("bundle", "import", out, "--workspace", elsewhere, "--passphrase-file", words, "--json")
    assert imported.code == 0, imported.err
    assert imported.json["added"] == 2
    assert imported.json["refused"] == imported.json["conflicts"] == []
    assert "satisfactory" not in imported.out
    heads = [run("verify", "--workspace", one, "--json").json["heads"] for one in (taken, elsewhere)]
    assert heads[0] == heads[1] == imported.json["heads"]


def test_an_unsealed_assessment_stays_and_the_command_says_so(taken, tmp_path):
    recorded(taken, tmp_path, ROW)
    ran = export(taken, tmp_path / "f.mrseb", "--plain")
    assert ran.code == 0
    assert "EX-1 by A1 is not sealed and stays here (1 records)" in ran.err
    assert "NOT encrypted" in ran.err
    checked = run("bundle", "check", tmp_path / "f.mrseb", "--json")
    assert [chain["actor"] for chain in checked.json["chains"]] == ["office"]


def test_a_hand_over_takes_it_along(taken, tmp_path):
    recorded(taken, tmp_path, ROW)
    assert export(taken, tmp_path / "f.mrseb", "--plain", "--hand-over").code == 0
    checked = run("bundle", "check", tmp_path / "f.mrseb")
    assert "handed over by A1" in checked.out
    assert checked.out.endswith("Sound.\n")


def test_without_a_passphrase_and_without_a_terminal_nothing_is_written(taken, tmp_path):
    ran = export(taken, tmp_path / "f.mrseb")
    assert (ran.code, ran.out) == (1, "")
    assert "--passphrase-file" in ran.err
    assert not (tmp_path / "f.mrseb").exists()


def at_a_terminal(*arguments, answers):
    """Run a command at a terminal of its own and answer what it asks, line by line; its exit code and all it showed.

    A question has been asked when the space after its colon is there: before, what is typed would be thrown away.
    """
    process, terminal = pty.fork()
    if not process:
        os.execv(sys.executable, [sys.executable, "-m", "mrse_assess", *map(str, arguments)])  # noqa: S606 - our own
    shown = [read_until(terminal, b": ")]
    for number, answer in enumerate(answers, start=1):
        os.write(terminal, answer + b"\n")
        shown.append(read_until(terminal, b": " if number < len(answers) else None))
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), b"".join(shown).decode()


def read_until(terminal, end):
    """What the terminal shows up to ``end``, or until the command has ended."""
    shown = b""
    while end is None or end not in shown:
        assert select.select([terminal], [], [], 120)[0], f"it fell silent after {shown!r}"
        try:
            shown += os.read(terminal, 1024)
        except OSError:  # what Linux answers when the other side is gone
            return shown
    return shown


def test_at_a_terminal_the_passphrase_is_asked_for_twice_and_not_shown(taken, tmp_path):
    out = tmp_path / "f.mrseb"
    arguments = ("bundle", "export", "EX-1", "--workspace", taken, "--out", out)
    code, shown = at_a_terminal(*arguments, answers=[b"a long passphrase"] * 2)
    assert (code, "a long passphrase" in shown) == (0, False)
    wrong, said = at_a_terminal("bundle", "check", out, answers=[b"another"])
    assert wrong == 1
    assert "The passphrase does not open the bundle" in said


def test_somebody_who_has_recorded_nothing_is_told(taken, tmp_path):
    ran = run("bundle", "export", "EX-1", "--workspace", taken, "--out", tmp_path / "f", "--by", "nobody", "--plain")
    assert "nobody has recorded nothing on these applications" in ran.err


def test_a_bundle_that_is_refused_in_part_is_merged_and_exits_4(taken, tmp_path):
    export(taken, tmp_path / "f.mrseb", "--plain")
    run("init", tmp_path / "empty")
    ran = run("bundle", "import", tmp_path / "f.mrseb", "--workspace", tmp_path / "empty")
    assert ran.code == 4
    assert "NOT taken over, EX-1: The application is not in this workspace" in ran.out


def test_a_tampered_bundle_is_named_by_check_and_by_import_and_changes_nothing(taken, elsewhere, tmp_path):
    recorded(taken, tmp_path, ROW)
    seal(taken)
    out = tmp_path / "f.mrseb"
    export(taken, out, "--plain")
    data = bytearray(out.read_bytes())
    data[data.index(b'"row"') + 20] ^= 1
    out.write_bytes(data)
    before = run("verify", "--workspace", elsewhere, "--json").json
    for ran in (run("bundle", "check", out), run("bundle", "import", out, "--workspace", elsewhere)):
        assert ran.code == 4
        assert "damaged" in ran.err
        assert len(ran.err.strip().splitlines()) == 1
    assert run("verify", "--workspace", elsewhere, "--json").json == before


def test_a_file_that_is_no_bundle_or_not_there_is_a_bad_request(taken, tmp_path):
    (tmp_path / "f.txt").write_text("words")
    for name in ("f.txt", "nothing-here"):
        assert run("bundle", "check", tmp_path / name).code == 1
        assert run("bundle", "import", tmp_path / name, "--workspace", taken).code == 1


def test_conflicts_are_said_in_words_and_as_json(taken, elsewhere, tmp_path):
    for folder, value, by in ((taken, "true", "A1"), (elsewhere, "false", "A2")):
        run("confirm", "EX-1", "--workspace", folder, "--part", "exam", "--value", value, "--by", by)
    export(taken, tmp_path / "f.mrseb", "--plain")
    ran = run("bundle", "import", tmp_path / "f.mrseb", "--workspace", elsewhere)
    assert ran.code == 0
    assert "conflict: part exam of EX-1, attempt 1: A1 (" in ran.out
    assert "that of A2 holds, as it is the later" in ran.out
    again = run("bundle", "import", tmp_path / "f.mrseb", "--workspace", elsewhere, "--json")
    assert json.loads(again.out)["conflicts"] == []
