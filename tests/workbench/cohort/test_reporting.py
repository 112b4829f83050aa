"""The cohort report of a workspace: both editions, made and written."""

import json
import stat
import zipfile
from dataclasses import replace

import pymupdf
import pytest

from mrse_assess.cohort.publishing import Before, read_published
from mrse_assess.errors import BadRequestError, WorkerError
from mrse_assess.terms import OutcomeKind
from mrse_assess.workbench.cohort.looking import whole
from mrse_assess.workbench.cohort.reporting import Asked, as_json, make_report, write_report, writing

HIDDEN = "W-CANNOT-BE-TOLD"


def written(office, folder, **asked):
    report = make_report(office.workspace, Asked(**asked))
    write_report(report, folder, office.workspace.pool)
    return report


def words(folder):
    """All that can be read in the files of a folder, packed files opened."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                yield path, "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
        elif path.suffix == ".pdf":
            yield path, "".join(page.get_text() for page in pymupdf.open(path))
        else:
            yield path, path.read_bytes().decode("utf-8", "replace")


@pytest.fixture
def decided(office):
    office.decided(HIDDEN, OutcomeKind.NOT_AWARDED, fails=("1.1", "1.2", "4.1"))
    for number in range(12):
        office.decided(f"W-{number}", OutcomeKind.AWARD, day=number)
    for number in range(12, 20):
        office.decided(f"W-{number}", OutcomeKind.FURTHER_EVIDENCE, fails=("2.1", "2.2", "4.1"), day=number)
    office.judging("W-waiting")
    return office


def test_a_report_is_written_whole_and_readable_by_its_owner_alone(decided, tmp_path):
    folder = tmp_path / "out" / "report"
    report = written(decided, folder, reader="C")
    for edition in ("internal", "publishable"):
        own = folder / edition
        assert {path.name for path in own.iterdir()} == {
            "report.html",
            "report.pdf",
            "report.xlsx",
            "report.json",
            "tables",
        }
        ids = {path.stem for path in (own / "tables").glob("*.csv")}
        assert "2025-applicant-guidance_first_outcomes" in ids
        pictures = {path.stem for path in (own / "tables").glob("*.svg")}
        assert pictures == {path.stem for path in (own / "tables").glob("*.png")}
        assert pictures <= ids
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in folder.rglob("*") if path.is_file())
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["report"]
    assert json.loads((folder / "internal" / "report.json").read_text()) == as_json(report.internal)
    assert read_published(folder / writing.PUBLISHED) == report.published


def test_no_application_and_no_exact_small_number_leaves_the_house(decided, tmp_path):
    report = written(decided, tmp_path / "report", reader="C")
    for path, text in words(tmp_path / "report" / "publishable"):
        assert HIDDEN not in text, path
        assert "W-waiting" not in text, path
    assert HIDDEN not in (tmp_path / "report" / writing.PUBLISHED).read_text()
    outcomes = next(table for table in report.publishable.tables if (table.id, table.attempts) == ("outcomes", "first"))
    shown = {key: cell for _, (key, _), cell in outcomes.cells()}
    assert shown["not_awarded"].withheld  # one application
    assert shown["not_awarded"].count is None
    assert shown["award"].count == 10  # of 12, rounded
    assert not any(cell.applications for table in report.publishable.tables for _, _, cell in table.cells())


def test_what_each_assessor_said_is_in_it_for_the_chair_alone_and_never_in_what_is_published(decided):
    chair = make_report(decided.workspace, Asked(reader="C"))
    keeper = make_report(decided.workspace, Asked())
    of_chair, of_keeper = ({table.id for table in one.internal.tables} for one in (chair, keeper))
    private = of_chair - of_keeper
    assert {"reasons_that_split", "effect_of_moderation"} <= private
    assert chair.internal.of_assessors
    assert not keeper.internal.of_assessors
    assert not private & {table.id for table in chair.publishable.tables}
    assert keeper.publishable == chair.publishable


def test_an_assessor_is_given_nothing_of_an_application_that_is_not_theirs_to_count(decided):
    decided.decided("W-yesterday", day=300)
    stranger = make_report(decided.workspace, Asked(reader="A3"))
    assert sum(one.applications for one in stranger.internal.cohorts) < 23
    whole = make_report(decided.workspace, Asked()).publishable
    assert stranger.publishable == whole
    assert stranger.internal.recorded != whole.recorded


def test_what_may_be_published_is_everybodys_where_an_outcome_is_kept_from_the_reader(decided):
    """Of 13 awards the chair may not know one: a seal was broken after it. Of 12, 10 would be published."""
    decided.seal(decided.decided("W-20", day=20), "A2", sealed=False, why="a page was missing")
    chair = make_report(decided.workspace, Asked(reader="C"))
    assert award(chair.internal) == 12
    assert award(chair.publishable) == 15
    assert chair.publishable == make_report(decided.workspace, Asked()).publishable


def award(edition):
    """The number of awards at first attempts."""
    outcomes = next(table for table in edition.tables if (table.id, table.attempts) == ("outcomes", "first"))
    return next(cell.count for _, (key, _), cell in outcomes.cells() if key == "award")


def test_the_records_are_read_once_for_whoever_sees_all_of_them(decided, monkeypatch):
    def again(*_args, **_said):
        raise AssertionError("read a second time")

    monkeypatch.setattr(whole, "cohort", again)
    make_report(decided.workspace, Asked(reader="C"))
    with pytest.raises(AssertionError, match="second time"):
        make_report(decided.workspace, Asked(reader="A3"))


def test_how_many_could_not_be_replayed_is_told_inside_alone(decided):
    report = make_report(decided.workspace, Asked())
    inside, outside = (replace(one, left_out=(("W-1", 1, "why"),)) for one in (report.internal, report.publishable))
    assert (as_json(inside)["left_out"], as_json(outside)["left_out"]) == (1, None)
    assert as_json(report.publishable)["left_out"] == 0


def test_the_same_records_give_the_same_files(decided, tmp_path):
    for name in ("one", "two"):
        written(decided, tmp_path / name, reader="C")
    one, two = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two")
    )
    assert one == two


@pytest.mark.parametrize("who", ["nobody", "one", "undecided"])
def test_of_few_it_says_what_it_can(office, tmp_path, who):
    if who == "one":
        office.decided("W-1")
    if who == "undecided":
        office.judging("W-1")
    written(office, tmp_path / "report", reader="C")
    (page,) = [text for path, text in words(tmp_path / "report" / "internal") if path.suffix == ".html"]
    said = {
        "nobody": "guidance”: 0 applications",
        "one": "guidance”: 1 application.",
        "undecided": "1 of them has no outcome yet",
    }
    assert said[who] in page
    assert "Too little has been decided to say anything in short." in page


def test_a_folder_that_exists_is_left_as_it_is(decided, tmp_path):
    kept = tmp_path / "report" / "kept"
    kept.parent.mkdir()
    kept.write_text("mine")
    with pytest.raises(BadRequestError, match="exists already"):
        written(decided, tmp_path / "report")
    assert [path.name for path in tmp_path.joinpath("report").iterdir()] == ["kept"]


def test_a_report_that_breaks_off_leaves_nothing(decided, tmp_path, monkeypatch):
    report = make_report(decided.workspace, Asked())

    def broken(*_args):
        raise WorkerError("the worker process died during the task")

    monkeypatch.setattr(writing, "render", broken)
    with pytest.raises(WorkerError):
        write_report(report, tmp_path / "report", decided.workspace.pool)
    assert list(tmp_path.glob("*report*")) == []


def test_what_was_published_before_is_reckoned_with(decided):
    first = make_report(decided.workspace, Asked())
    again = make_report(decided.workspace, Asked(published=first.published))
    assert again.publishable.tables == first.publishable.tables
    assert isinstance(again.published, Before)
    assert again.published == first.published
