"""Each command of the contract: what it prints, what it writes, how it exits."""

import csv
import importlib.metadata
import json
import re
import zipfile

import pytest

from mrse_assess.cli.app import app
from mrse_assess.documents.places import reader_name
from mrse_assess.scheme import load_scheme
from mrse_assess.screening.version import screening_name

from .conftest import run

HEADER = (
    "application,attempt,phase,assessor,sub_category,evidence_id,verdict,reasons,primary_reason,independent_group\n"
)
CONTRACT_COLUMNS = [
    "application",
    "attempt",
    "phase",
    "assessor",
    "sub_category",
    "evidence_id",
    "verdict",
    "reasons",
    "primary_reason",
    "simulated",
    "mhra_reference",
    "independent_group",
    "contribution",
    "feedback",
    "recorded_at",
    "scheme_version",
    "event",
    "seen",
    "target",
    "other_item",
    "quote",
    "page",
    "mhra_section",
    "to_panel",
]


def write_frame(path, *rows):
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows))
    return path


def recorded(taken, tmp_path, *rows, extra=()):
    frame = write_frame(tmp_path / "frame.csv", *rows)
    return run("record", "EX-1", "--workspace", taken, "--frame", frame, "--assessor", "A1", *extra)


def test_inspect_prints_only_json_on_stdout(small_portfolio):
    ran = run("inspect", small_portfolio, "--json")
    assert ran.code == 0
    assert ran.json["table"] == {"file": "Portfolio.pdf", "pages": [2]}
    assert "Reading" in ran.err


def test_inspect_in_words_names_every_reference_and_problem(small_portfolio):
    ran = run("inspect", small_portfolio)
    assert re.search(r"5\.2 +9 +E9 p1 +nowhere", ran.out)
    assert "5.2 cites item 9" in ran.out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["inspect", "nothing-here.pdf"], 1),
        (["no-such-command"], 1),
        (["add", "x.pdf"], 1),
        (["add", "x.pdf", "--workspace", "nowhere"], 1),
        (["letter", "EX-1", "--workspace", "nowhere", "--out", "x.pdf"], 1),
        (["decide", "nothing-here.csv"], 1),
        (["restore", "nothing-here.zip", "--workspace", "new"], 1),
        (["serve", "--workspace", "nowhere", "--no-browser"], 1),
    ],
)
def test_a_bad_request_is_one_sentence_and_exit_1(arguments, code, tmp_path):
    ran = run(*arguments, cwd=tmp_path)
    assert ran.code == code
    assert ran.out == ""
    assert ran.err.startswith("mrse-assess: ")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(("group", "command"), [([], "inspect"), (["cohort"], "report"), (["panel"], "agenda")])
def test_whoever_names_no_command_is_shown_them_line_by_line(group, command):
    ran = run(*group)
    assert (ran.code, ran.out) == (1, "")
    lines = ran.err.splitlines()
    assert lines[0].startswith(f"Usage: mrse-assess {' '.join(group)}".rstrip())
    assert any(line.split()[:1] == [command] for line in lines)
    assert lines[-1] == "mrse-assess: Name one of these commands."


def test_the_version_names_all_that_a_reading_and_a_letter_depend_on():
    ran = run("--version")
    assert (ran.code, ran.err) == (0, "")
    program, scheme, reading, screening, _ = ran.out.splitlines()
    assert program == f"mrse-assess {importlib.metadata.version('mrse-assess')}"
    assert scheme.startswith(f"scheme {load_scheme().id} {load_scheme().version}, ")
    assert reading == f"reading {reader_name()}"
    assert screening == screening_name()


def test_an_unreadable_portfolio_is_exit_2(tmp_path):
    (tmp_path / "film.mp4").write_bytes(b"\0\0\0 ftypisom" + b"\0" * 200)
    ran = run("inspect", tmp_path / "film.mp4", "--json")
    assert (ran.code, ran.out) == (2, "")


def test_damaged_records_are_exit_4(taken):
    records = taken / "records.sqlite"
    records.write_bytes(b"not a database" * 100)
    assert run("verify", "--workspace", taken).code == 4


def test_record_acknowledges_each_row_that_is_durable(taken, tmp_path):
    ran = recorded(
        taken,
        tmp_path,
        "EX-1,1,individual,A1,1.1,1,satisfactory,,,",
        "EX-1,1,individual,A1,1.1,,satisfactory,,,",
        extra=["--ack"],
    )
    acknowledged = ran.out.split()
    assert len(acknowledged) == 2
    run("frame", "EX-1", "--workspace", taken, "--out", tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == CONTRACT_COLUMNS
    assert [row["event"] for row in rows] == acknowledged


def test_rows_that_are_stored_already_add_nothing(taken, tmp_path):
    recorded(taken, tmp_path, "EX-1,1,individual,A1,1.1,1,satisfactory,,,")
    run("frame", "EX-1", "--workspace", taken, "--out", tmp_path / "again.csv")
    ran = run("record", "EX-1", "--workspace", taken, "--frame", tmp_path / "again.csv", "--assessor", "A1", "--ack")
    assert (ran.code, ran.out) == (0, "")
    assert "0 judgements recorded" in ran.err


@pytest.mark.parametrize(
    "row",
    [
        "EX-2,1,individual,A1,1.1,1,satisfactory,,,",
        "EX-1,2,individual,A1,1.1,1,satisfactory,,,",
        "EX-1,1,individual,A2,1.1,1,satisfactory,,,",
        "EX-1,1,individual,A1,9.9,1,satisfactory,,,",
        "EX-1,1,individual,A1,1.1,1,excellent,,,",
        "EX-1,1,individual,A1,1.1,1,not_satisfactory,made_up,made_up,",
        "EX-1,1,individual,A1,1.1,1,not_satisfactory,undated,outdated,",
        "EX-1,1,individual,A1,1.1,1,nothing_offered,,,",
    ],
)
def test_a_row_that_does_not_fit_is_refused_and_nothing_recorded(taken, tmp_path, row):
    ran = recorded(taken, tmp_path, "EX-1,1,individual,A1,1.2,1,satisfactory,,,", row)
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    run("frame", "EX-1", "--workspace", taken, "--out", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text().count("\n") == 1


def test_a_contradiction_is_recorded_and_said(taken, tmp_path):
    ran = recorded(
        taken, tmp_path, "EX-1,1,individual,A1,3,1,satisfactory,,,A", "EX-1,1,individual,A1,3,,satisfactory,,,"
    )
    assert ran.code == 0
    assert "error:" in ran.err


def test_decide_is_exit_5_while_undetermined_and_prints_all(tmp_path):
    frame = write_frame(
        tmp_path / "f.csv", "EX-1,1,individual,A1,1.1,1,satisfactory,,,", "EX-2,1,individual,A1,3,,nothing_offered,,,"
    )
    ran = run("decide", frame, "--json")
    assert ran.code == 5
    assert [one["application"] for one in ran.json["applications"]] == ["EX-1", "EX-2"]
    assert ran.json["applications"][1]["outcome"] == "not_met"


def test_a_part_and_an_outcome_are_recorded_or_refused_with_the_reason(taken):
    assert run("confirm", "EX-1", "--workspace", taken, "--part", "exam", "--value", "true", "--by", "C1").code == 0
    assert (
        "has no part"
        in run("confirm", "EX-1", "--workspace", taken, "--part", "fee", "--value", "true", "--by", "C1").err
    )
    assert run("confirm", "EX-1", "--workspace", taken, "--part", "exam", "--value", "yes", "--by", "C1").code == 1
    ran = run("outcome", "EX-1", "--workspace", taken, "--choose", "award", "--by", "C1", "--reason", "x")
    assert ran.code == 1
    assert "cannot be chosen now" in ran.err


def test_settings_are_set_with_a_source_and_checked(taken):
    assert run("settings", "--workspace", taken, "--check").code == 1
    assert run("settings", "--workspace", taken, "--set", "carry_over=stand").code == 1
    ran = run("settings", "--workspace", taken, "--set", "carry_over=stand", "--source", "minute 4")
    assert ran.code == 0
    assert re.search(r"carry_over +stand +minute 4", ran.out)


@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "md"])
def test_the_draft_letter_comes_in_every_form_and_twice_the_same(taken, tmp_path, ending):
    for name in ("one", "two"):
        assert run("letter", "EX-1", "--workspace", taken, "--out", tmp_path / f"{name}.{ending}").code == 0
    assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"two.{ending}").read_bytes()


def test_the_trace_is_json(taken, tmp_path):
    ran = run("letter", "EX-1", "--workspace", taken, "--out", tmp_path / "l.md", "--trace")
    assert [entry["n"] for entry in ran.json] == list(range(1, len(ran.json) + 1))


def test_verify_answers_in_json_with_the_heads(taken):
    answer = run("verify", "--workspace", taken, "--json").json
    assert answer["sound"]
    assert list(answer["heads"]) == ["EX-1"]


def test_backup_and_restore_bring_everything_back(taken, tmp_path):
    assert run("backup", "--workspace", taken, "--out", tmp_path / "b.zip").code == 0
    assert run("restore", tmp_path / "b.zip", "--workspace", tmp_path / "again").code == 0
    first, second = (run("verify", "--workspace", folder, "--json").json for folder in (taken, tmp_path / "again"))
    assert first == second
    assert "manifest.json" in zipfile.ZipFile(tmp_path / "b.zip").namelist()


def test_every_command_has_help(capsys):
    for command in app.registered_commands:
        assert (command.callback.__doc__ or "").strip()


def test_portfolio_names_cannot_steer_the_terminal(tmp_path):
    hostile = tmp_path / "\x1b[31mred\x07.pdf"
    hostile.write_bytes(b"%PDF-1.7 broken")
    ran = run("inspect", hostile)
    assert "\x1b" not in ran.out + ran.err
    assert "\x07" not in ran.out + ran.err


def test_an_unforeseen_fault_is_one_sentence_without_its_text(monkeypatch, capsys):
    from mrse_assess.cli.edge import run_at_the_edge

    def fault() -> None:
        raise ValueError("Mrs Patient, born 1 May 1950")

    assert run_at_the_edge(fault) == 15
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert "Patient" not in said


def test_json_is_utf8_whatever_the_locale(small_portfolio):
    ran = run(
        "inspect", small_portfolio, "--json", env={"LC_ALL": "C", "PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "ascii"}
    )
    assert json.loads(ran.out)
