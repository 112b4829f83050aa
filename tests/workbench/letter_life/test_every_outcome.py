"""Every outcome from judgements to an issued letter; the text as agreed. Rewrite with --golden-letters-update."""

import shutil
from pathlib import Path

import pytest

from mrse_assess.model.acts import Registration
from mrse_assess.model.judgement import PartConfirmation
from mrse_assess.terms import OutcomeKind
from mrse_assess.workspace.issued_letters import MARKDOWN, read_letter_file
from mrse_assess.workspace.verification import verification

from .conftest import Settled, opened

GOLDEN = Path(__file__).parent / "golden"
KINDS = tuple(OutcomeKind)
SHORT = ("1.1", "4.3", "8.1")


def fall_short(settled):
    """Three sub-categories that are not satisfactory, to both for the same reason, and one of no evidence."""
    for code in SHORT:
        settled.written.fail(code)
        for who in ("A1", "A2"):
            settled.written.item(who, code, f"E{code}", seen=f"a short note on {code}", page="page 3 of Portfolio.pdf")


def settled_with(workspace, application, kind):
    settled = Settled(workspace, application)
    if kind in (OutcomeKind.FURTHER_EVIDENCE, OutcomeKind.NOT_AWARDED):
        fall_short(settled)
    settled.register().persons().settings().sealed().parts()
    settled.says("O", Registration(application="EX-1", attempt=1, salutation="Dr Example"))
    if kind is OutcomeKind.INCOMPLETE:
        settled.says("O", PartConfirmation(application="EX-1", attempt=1, part="authentication", confirmed=False))
    return settled.met().chose(kind, "the panel's ground, as minuted")


@pytest.mark.parametrize("kind", KINDS)
def test_the_letter_goes_out_and_reads_as_agreed(kind, taken_in, tmp_path, request):
    folder = shutil.copytree(taken_in[0], tmp_path / "workspace")
    with opened(folder, 0) as workspace:
        settled = settled_with(workspace, workspace.application(taken_in[1]), kind)
        issue = settled.signed().issued()
        assert verification(workspace).problems == ()
        text = read_letter_file(workspace.layout, issue, MARKDOWN).decode().replace(issue.head[:8], "RECORD")
        assert settled.desk().status().issued[0].outcome is kind
    path = GOLDEN / f"{kind}.md"
    if request.config.getoption("golden_letters_update", default=False):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_every_golden_letter_is_of_an_outcome():
    assert {path.stem for path in GOLDEN.iterdir()} == set(KINDS)


@pytest.mark.parametrize("kind", [OutcomeKind.AWARD])
def test_the_same_records_give_the_same_bytes(kind, taken_in, tmp_path):
    def issue_in(place):
        with opened(shutil.copytree(taken_in[0], tmp_path / place), 0) as workspace:
            settled = settled_with(workspace, workspace.application(taken_in[1]), kind)
            return settled.signed().issued().digests

    assert issue_in("one") == issue_in("two")
