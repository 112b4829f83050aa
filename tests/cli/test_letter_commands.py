"""The life of a letter by command, in a workspace without a register: judged, chosen, edited, signed off, issued."""

import csv
import json
import shutil
from pathlib import Path

import docx
import pytest

from mrse_assess.model.judgement import Conclusion, Judgement, Judgements
from mrse_assess.records.frame import frame, write_frame
from mrse_assess.scheme import load_scheme
from mrse_assess.terms import Phase, Verdict

from ..letter.conftest import SETTINGS, SOURCE
from .conftest import run

SCHEME = load_scheme()
COMMON = {
    "application": "EX-1",
    "attempt": 1,
    "phase": Phase.INDIVIDUAL,
    "assessor": "A1",
    "verdict": Verdict.SATISFACTORY,
}


def judged_all(out: Path) -> Path:
    """A frame in which one assessor finds everything satisfactory."""
    items = [
        Judgement(
            **COMMON, sub_category=code, evidence_id=item, independent_group=item if code == "3" else "",
            mhra_reference=code in {"2.1", "7.2"}, feedback="Item 1 sets out each step." if code == "1.1" else "",
        )
        for code in SCHEME.codes
        for item in (("1", "2") if code == "3" else ("1",))
    ]  # fmt: skip
    wholes = [Conclusion(**COMMON, sub_category=code) for code in SCHEME.codes]
    said = Judgements(application="EX-1", attempt=1, judgements=tuple(items), conclusions=tuple(wholes))
    write_frame(frame([said], SCHEME.codes), out)
    return out


@pytest.fixture(scope="module")
def awarded_once(taken_once, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("awarded")
    workspace = Path(shutil.copytree(taken_once, folder / "workspace"))
    at = ("--workspace", workspace)
    steps = [
        ("record", "EX-1", *at, "--frame", judged_all(folder / "frame.csv"), "--assessor", "A1"),
        *(("confirm", "EX-1", *at, "--part", part.id, "--value", "true", "--by", "office") for part in SCHEME.parts),
        *(
            ("settings", *at, "--set", f"{key}={value}", "--source", SOURCE)
            for key, value in {**SETTINGS, "certificate_validity": "not_applicable"}.items()
        ),
        ("outcome", "EX-1", *at, "--choose", "award", "--by", "chair", "--reason", "as the rules stand"),
    ]
    for step in steps:
        ran = run(*step)
        assert ran.code == 0, (step, ran.err)
    return workspace


@pytest.fixture
def awarded(awarded_once, tmp_path) -> Path:
    """A workspace in which an award was chosen by "chair"."""
    return Path(shutil.copytree(awarded_once, tmp_path / "workspace"))


def do(command, workspace, *more, by="office"):
    return run(f"letter-{command}", "EX-1", "--workspace", workspace, "--by", by, *more)


def trace_of(workspace, tmp_path):
    return run("letter", "EX-1", "--workspace", workspace, "--out", tmp_path / "draft.md", "--trace").json


def test_a_letter_goes_from_draft_to_issue_and_back(awarded, tmp_path):
    refused = do("issue", awarded)
    assert (refused.code, "No second person has signed the letter off." in refused.err) == (1, True)
    assert do("sign-off", awarded, by="chair").code == 1
    assert do("sign-off", awarded, by="second").code == 0
    assert do("status", awarded).out.splitlines()[0] == "EX-1-1-A: signed off"
    issued = do("issue", awarded)
    assert (issued.code, issued.out.strip()) == (0, str(awarded.resolve() / "letters" / "EX-1-1-A"))
    assert do("issue", awarded).out == issued.out
    assert run("verify", "--workspace", awarded).code == 0
    assert do("recall", awarded, "--reason", "wrong address").code == 0
    told = do("status", awarded, "--json").json
    assert (told["letter"], told["state"]) == ("EX-1-1-A-2", "drafted")
    assert [(one["letter"], one["state"], one["why"]) for one in told["issued"]] == [
        ("EX-1-1-A", "recalled", "wrong address")
    ]


def test_the_command_letter_stays_as_it_was_and_shows_edits_in_its_trace(awarded, tmp_path):
    entry = next(one for one in trace_of(awarded, tmp_path) if one["text"].startswith("The assessors noted"))
    text = entry["text"].replace("sets out", "names")
    done = do("edit", awarded, "--sentence", str(entry["n"]), "--text", text, "--reason", "plainer")
    assert done.code == 0
    assert f"  - {entry['text']}\n  + {text}" in done.err
    changed = trace_of(awarded, tmp_path)[entry["n"] - 1]
    assert (changed["kind"], changed["text"], changed["composed"]) == ("hand_edit", text, entry["text"])
    assert text in (tmp_path / "draft.md").read_text(encoding="utf-8")
    assert do("edit", awarded, "--remove", str(entry["n"]), "--reason", "no").code == 0
    assert trace_of(awarded, tmp_path)[entry["n"] - 1]["text"] == entry["text"]
    assert do("edit", awarded, "--reason", "x").code == 1


def test_a_tampered_letter_is_named_by_verify_with_exit_code_4(awarded):
    do("sign-off", awarded, by="second")
    do("issue", awarded)
    with (awarded / "letters" / "EX-1-1-A" / "letter.pdf").open("ab") as file:
        file.write(b"\n")
    ran = run("verify", "--workspace", awarded, "--json")
    assert (ran.code, [one["code"] for one in ran.json["problems"]]) == (4, ["letter-changed"])


def test_a_batch_and_what_assessors_are_told(awarded, tmp_path):
    do("sign-off", awarded, by="second")
    do("issue", awarded)
    out = tmp_path / "batch"
    ran = run("letter-batch", "EX-1", "--workspace", awarded, "--by", "office", "--out", out)
    assert ran.code == 0, ran.err
    assert sorted(path.name for path in out.iterdir()) == ["EX-1-1-A.docx", "EX-1-1-A.pdf", "index.csv"]
    with (out / "index.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["letter"] == "EX-1-1-A"
    told = do("tell", awarded)
    assert told.out.startswith("Application EX-1, attempt 1: certificate awarded.")
    assert told.err == "For: A1\n"
    assert do("tell", awarded, "--out", tmp_path / "told.txt").code == 0
    assert (tmp_path / "told.txt").read_text(encoding="utf-8") == told.out


def test_a_template_is_exported_checked_and_used(awarded, tmp_path):
    at = ("--workspace", awarded)
    template = tmp_path / "award.docx"
    assert run("letter-template", "export", *at, "--outcome", "award", "--out", template).code == 0
    assert run("letter-template", "check", template, *at).code == 0
    opened = docx.Document(str(template))
    opened.add_paragraph("{{ office }}")
    opened.save(str(tmp_path / "broken.docx"))
    ran = run("letter-template", "check", tmp_path / "broken.docx", *at)
    assert ran.code == 1
    assert "office" in ran.out
    use = ("letter-template", "use", *at, "--outcome", "award", "--by", "office")
    assert run(*use, tmp_path / "broken.docx").code == 1
    assert run(*use, template).code == 0
    assert run(*use).code == 0


def test_an_application_may_be_called_like_a_command(small_portfolio, tmp_path):
    workspace = tmp_path / "workspace"
    run("init", workspace)
    run("add", small_portfolio, "--workspace", workspace, "--application", "status", "--received", "2026-09-14")
    ran = run("letter", "status", "--workspace", workspace, "--out", tmp_path / "letter.md")
    assert ran.code == 0
    assert json.dumps((tmp_path / "letter.md").read_text(encoding="utf-8")).count("no outcome chosen yet") == 1
