"""Verification names what is wrong with a workspace, and is quiet about a sound one."""

import pytest

from mrse_assess.workspace.verification import verification, verification_as_json

from .conftest import take_in, write_pdf


@pytest.fixture
def taken(workspace, tmp_path):
    return take_in(workspace, write_pdf(tmp_path / "a.pdf", "Evidence 1"), reference="EX-1")


def codes(workspace):
    return [problem.code for problem in verification(workspace).problems]


def test_a_sound_workspace_has_no_problems(workspace, taken):
    answer = verification_as_json(verification(workspace))
    assert answer["sound"]
    assert answer["problems"] == []
    assert answer["applications"] == 1
    assert answer["heads"] == {"EX-1": workspace.store.application_head("EX-1")}


def test_a_missing_original_is_named(workspace, taken):
    (document,) = workspace.portfolio(taken).documents
    (workspace.layout.originals / document.sha256).unlink()
    assert codes(workspace) == ["original-missing"]


def test_a_changed_original_is_named(workspace, taken):
    (document,) = workspace.portfolio(taken).documents
    path = workspace.layout.originals / document.sha256
    path.chmod(0o600)
    path.write_bytes(b"%PDF-1.7 something else")
    assert codes(workspace) == ["original-changed"]


def test_a_missing_reading_is_named(workspace, taken):
    (workspace.layout.readings / f"{taken.reading}.json").unlink()
    assert codes(workspace) == ["reading-damaged"]
