"""A workspace takes portfolios in, keeps them, and opens again as it was left."""

import pytest

from mrse_assess.errors import BadRequestError, RecordsError, UnreadablePortfolioError
from mrse_assess.workspace import Workspace

from .conftest import counting_ids, take_in, ticking_clock, write_pdf


def reopened(workspace: Workspace) -> Workspace:
    workspace.close()
    return Workspace.open(workspace.layout.folder, clock=ticking_clock(), new_id=counting_ids())


def test_a_new_workspace_has_no_applications(workspace):
    assert workspace.applications() == ()


def test_a_portfolio_taken_in_is_numbered_by_the_year_it_was_received(workspace, tmp_path):
    first = take_in(workspace, write_pdf(tmp_path / "a.pdf", "Evidence 1"))
    second = take_in(workspace, write_pdf(tmp_path / "b.pdf", "Evidence 2"))
    assert [first.reference, second.reference] == ["MRSE-2026-001", "MRSE-2026-002"]


def test_a_reference_is_given_once_only(workspace, tmp_path):
    source = write_pdf(tmp_path / "a.pdf", "Evidence 1")
    take_in(workspace, source, reference="EX-1")
    with pytest.raises(BadRequestError, match="EX-1 is taken"):
        take_in(workspace, source, reference="EX-1")


@pytest.mark.parametrize("reference", ["", "../up", "a b", "-x", "x" * 65, "a/b", "a\n"])
def test_a_reference_that_could_be_mistaken_is_refused(workspace, tmp_path, reference):
    with pytest.raises(BadRequestError, match="cannot be an application reference"):
        take_in(workspace, write_pdf(tmp_path / "a.pdf", "x"), reference=reference)


def test_an_application_that_is_not_there_is_answered_with_those_that_are(workspace, tmp_path):
    take_in(workspace, write_pdf(tmp_path / "a.pdf", "x"), reference="EX-1")
    with pytest.raises(BadRequestError, match="there are: EX-1"):
        workspace.application("EX-2")


def test_the_reading_comes_back_as_it_was_after_reopening(workspace, tmp_path):
    application = take_in(workspace, write_pdf(tmp_path / "a.pdf", "Evidence 1"))
    portfolio = workspace.portfolio(application)
    with reopened(workspace) as again:
        assert again.applications() == (application,)
        assert again.portfolio(application) == portfolio


def test_originals_are_kept_read_only_under_their_hash(workspace, tmp_path):
    application = take_in(workspace, write_pdf(tmp_path / "a.pdf", "Evidence 1"))
    (document,) = workspace.portfolio(application).documents
    kept = workspace.layout.originals / document.sha256
    assert kept.read_bytes() == (tmp_path / "a.pdf").read_bytes()
    assert kept.stat().st_mode & 0o777 == 0o400


def test_a_changed_reading_is_refused(workspace, tmp_path):
    application = take_in(workspace, write_pdf(tmp_path / "a.pdf", "Evidence 1"))
    path = workspace.layout.readings / f"{application.reading}.json"
    path.write_bytes(path.read_bytes().replace(b"a.pdf", b"b.pdf"))
    with pytest.raises(RecordsError, match="was changed"):
        workspace.portfolio(application)


def test_a_workspace_whose_records_vanished_is_not_taken_for_an_empty_one(workspace, tmp_path):
    take_in(workspace, write_pdf(tmp_path / "a.pdf", "Evidence 1"))
    workspace.close()
    for path in workspace.layout.folder.glob("records.sqlite*"):
        path.unlink()
    with pytest.raises(RecordsError, match="is missing although"):
        reopened(workspace)


def test_nothing_readable_is_said_and_enters_nothing(workspace, tmp_path):
    (tmp_path / "video.mp4").write_bytes(b"\0" * 100)
    with pytest.raises(UnreadablePortfolioError):
        take_in(workspace, tmp_path / "video.mp4")
    assert workspace.applications() == ()


def test_a_folder_with_something_else_in_it_does_not_become_a_workspace(tmp_path):
    (tmp_path / "letter.txt").write_text("not ours")
    with pytest.raises(BadRequestError, match="not an empty folder"):
        Workspace.create(tmp_path, clock=ticking_clock(), new_id=counting_ids())


def test_a_folder_that_is_no_workspace_is_not_opened(tmp_path):
    with pytest.raises(BadRequestError, match="is not a workspace"):
        Workspace.open(tmp_path, clock=ticking_clock(), new_id=counting_ids())


def test_a_setting_has_a_source_and_a_value_that_fits(workspace):
    workspace.set_setting("attempts_allowed", "2", "minute 4")
    assert workspace.settings()["attempts_allowed"].source == "minute 4"
    with pytest.raises(BadRequestError, match="whole number"):
        workspace.set_setting("attempts_allowed", "two", "minute 4")
    with pytest.raises(BadRequestError, match="one of stand, reopened"):
        workspace.set_setting("carry_over", "perhaps", "minute 4")
    with pytest.raises(BadRequestError, match="--source"):
        workspace.set_setting("carry_over", "stand", " ")
    with pytest.raises(BadRequestError, match="no setting 'colour'"):
        workspace.set_setting("colour", "blue", "minute 4")


def test_a_setting_can_be_taken_back_or_said_not_to_apply(workspace):
    workspace.set_setting("carry_over", "stand", "minute 4")
    workspace.set_setting("carry_over", "", "minute 5")
    workspace.set_setting("certificate_validity", "not_applicable", "minute 5")
    assert set(workspace.settings()) == {"certificate_validity"}
    assert workspace.settings()["certificate_validity"].not_applicable
