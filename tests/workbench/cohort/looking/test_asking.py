"""Questions and their answers, the applications behind a number, what may be published, files."""

import csv
import io
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from python_calamine import CalamineWorkbook

from mrse_assess.cohort.figures import Figure
from mrse_assess.cohort.measures import Attempts, of_assessors, of_cohort
from mrse_assess.cohort.tables import Cell, CohortTable, Row, Shape, Unit
from mrse_assess.errors import BadRequestError
from mrse_assess.model import acts
from mrse_assess.workbench.cohort.looking import FileKind, Filters, whole
from mrse_assess.workbench.cohort.looking.files import file_of
from mrse_assess.workbench.cohort.looking.questions import PERIOD, SEED

from .conftest import BEFORE, NOW, opened

ALL = Filters(guidance=NOW)


def answer(looking, question, filters=ALL):
    return looking.table(question, filters).result()


def resampled(table):
    return any(cell.interval and "bootstrap" in cell.interval.how for _, _, cell in table.cells())


def test_every_measure_is_asked_and_answered_as_the_report_answers_it(chair):
    (study,) = [one for one in chair._now.studies[Attempts.FIRST] if one.guidance == NOW]
    seeded = np.random.default_rng(SEED), np.random.default_rng(SEED)
    known = [*of_cohort(study, PERIOD, seeded[0]), *of_assessors(study, PERIOD, seeded[1])]
    questions = {one.id: one for one in chair.questions(ALL)}
    assert {table.id for table in known} <= set(questions)
    for table in known:
        found = answer(chair, table.id)
        assert questions[table.id].words == table.question
        assert replace(found, rows=()) == replace(table, rows=())
        assert found.rows == table.rows or resampled(found)


def test_what_rests_on_what_assessors_said_is_asked_by_the_chair_alone(chair, of_office):
    private = {one.id for one in chair.questions(ALL) if one.private}
    assert "drift_by_year" in private
    assert "outcomes" not in private
    assert {one.id for one in of_office.questions(ALL)} == {one.id for one in chair.questions(ALL)} - private
    with pytest.raises(BadRequestError, match="no such question"):
        answer(of_office, "drift_by_year")


def test_the_applications_behind_a_number(chair):
    table = answer(chair, "outcomes")
    assert table.columns[1][0] == "award"
    found = chair.behind(table, ALL, 0, 1)
    assert (found.row, found.column) == ("first attempts", "Award")
    assert [(one.application, one.decided, one.outcome, one.state, one.role) for one in found.rows] == [
        ("W-1", date(2026, 3, 21), "Award", "letter issued", "Radiographer"),
        ("W-2", date(2026, 3, 31), "Award", "letter issued", "Academic or research staff"),
    ]
    waiting = chair.behind(table, ALL, 0, len(table.columns) - 1)
    assert [(one.application, one.decided, one.outcome, one.attempt) for one in waiting.rows] == [("W-4", None, "", 1)]


def test_only_those_are_listed_that_the_filters_leave_and_the_reader_may_see(small, said, chair):
    narrow = replace(ALL, role="radiographer")
    assert [one.application for one in chair.behind(answer(chair, "outcomes", narrow), narrow, 0, 1).rows] == ["W-1"]
    said(acts.Declaration(application="W-1", attempt=1, conflicted=True, interests=("employer",)), by="C")
    now = opened(small, "C")
    assert [one.application for one in now.behind(answer(now, "outcomes"), ALL, 0, 1).rows] == ["W-2"]


@pytest.mark.parametrize("place", [(0, 99), (99, 0), (0, 4)])
def test_a_cell_that_is_not_there_or_has_nobody_behind_it_is_refused(chair, place):
    with pytest.raises(BadRequestError):
        chair.behind(answer(chair, "outcomes"), ALL, *place)


# ---------------------------------------------------------------- to publish


@pytest.fixture
def publishing(monkeypatch):
    """What is handed over to be made publishable; comes back with 5 applications."""
    given = []

    def protected(tables, policy):
        given.append(tables)
        return tuple(replace(one, applications=5, rows=()) for one in tables)

    monkeypatch.setattr(whole, "publishable", protected)
    return given


def test_numbers_to_publish_are_made_of_everything_at_once(of_office, publishing):
    assert of_office.publishable("outcomes", ALL).result().applications == 5
    of_office.publishable("outcomes_by_role", replace(ALL, attempts=Attempts.FINAL)).result()
    (tables,) = publishing
    assert {(one.guidance, one.attempts) for one in tables} == {
        (BEFORE, "first"), (BEFORE, "final"), (NOW, "first"), (NOW, "final"),
    }  # fmt: skip
    assert "drift_by_year" not in {one.id for one in tables}


@pytest.mark.parametrize("narrow", [{"role": "radiographer"}, {"route": ""}, {"decided_to": date(2026, 12, 31)}])
def test_under_other_filters_they_are_refused_with_the_reason(of_office, publishing, narrow):
    with pytest.raises(BadRequestError, match="subtracted from one another"):
        of_office.publishable("outcomes", replace(ALL, **narrow)).result()
    assert publishing == []


def test_who_does_not_see_everything_is_shown_nothing_to_publish(small, said, publishing):
    said(acts.Declaration(application="W-1", attempt=1, conflicted=True, interests=("employer",)), by="O")
    with pytest.raises(BadRequestError, match="not yours to see"):
        opened(small, "O").publishable("outcomes", ALL).result()
    assert opened(small, "C").publishable("outcomes", ALL).result().applications == 5


def test_a_login_of_ones_own_cannot_tell_whether_it_sees_everything(shared, of_office, publishing, monkeypatch):
    monkeypatch.setattr(type(shared.store.database), "person", "O", raising=False)
    with pytest.raises(BadRequestError, match="Your login"):
        of_office.publishable("outcomes", ALL).result()


def test_what_is_about_persons_is_never_published(shared, publishing):
    with pytest.raises(BadRequestError, match="not published"):
        opened(shared, "C").publishable("drift_by_year", ALL).result()


def test_what_the_report_does_not_print_is_not_published_here_either(of_office, publishing):
    """Two editions of one cohort, of which one tells more, would have to be protected together."""
    assert of_office.publishable("rules_failed", ALL).result().applications == 5
    with pytest.raises(BadRequestError, match="first attempts only"):
        of_office.publishable("rules_failed", replace(ALL, attempts=Attempts.FINAL)).result()


# ---------------------------------------------------------------- files

ODD = CohortTable(
    id="odd", question="Who?", title="Odd", guidance="2025", unit=Unit.APPLICATION, shape=Shape.NONE,
    columns=(("+n", "-Number"),), attempts="first", applications=3,
    rows=(Row(key=("4.1", "4.2"), label="=SUM(A1)", cells=(Cell(count=3, of=4, value=0.75, applications=("W-1",)),)),
          Row(key=("4.10",), label="@one", cells=(Cell(why="withheld", withheld=True),))),
)  # fmt: skip


def test_cells_that_a_spreadsheet_would_take_for_a_formula_are_made_safe():
    made = file_of(FileKind.CSV, ODD, None, edition="internal")
    assert made.name == "2025_first_odd_internal.csv"
    assert made.data.startswith(b"\xef\xbb\xbf")
    header, first, second = csv.reader(io.StringIO(made.data.decode("utf-8-sig")))
    lines = [dict(zip(header, line, strict=True)) for line in (first, second)]
    assert (lines[0]["row"], lines[0]["column"], lines[0]["column_key"]) == ("'=SUM(A1)", "'-Number", "'+n")
    assert (lines[0]["count"], lines[0]["of"], lines[0]["value"]) == ("3", "4", "0.75")
    assert (lines[1]["row"], lines[1]["row_key"], lines[1]["count"], lines[1]["value"]) == ("'@one", "4.10", "", "")
    assert "W-1" not in made.data.decode()


def test_a_workbook_says_by_which_filters_its_numbers_were_cut_down():
    made = file_of(FileKind.XLSX, ODD, None, edition="internal_narrowed", about=("Role: Radiographer",))
    book = CalamineWorkbook.from_filelike(io.BytesIO(made.data))
    cells = [cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row]
    assert "Role: Radiographer" in cells
    assert 0.75 in cells
    assert b"<f>" not in made.data


def test_a_figure_is_taken_along_as_it_was_drawn_and_only_where_there_is_one():
    drawn = Figure(alt="A", svg=b"<svg/>", png=b"\x89PNG")
    assert file_of(FileKind.SVG, ODD, drawn, edition="internal").data == b"<svg/>"
    assert file_of(FileKind.PNG, ODD, drawn, edition="internal").media == "image/png"
    with pytest.raises(BadRequestError, match="no figure"):
        file_of(FileKind.PNG, ODD, None, edition="internal")


# ---------------------------------------------------------------- little or nothing


def test_an_empty_workspace_says_that_there_is_nobody(office, workspace):
    looking = opened(workspace, "C")
    for question in looking.questions(looking.usual()):
        found = looking.table(question.id, looking.usual()).result()
        assert any("No application" in note for note in found.notes) or found.applications == 0
    with pytest.raises(BadRequestError, match="no application of which anything could be published"):
        looking.publishable("outcomes", looking.usual()).result()


def test_one_undecided_application_is_counted_as_waiting_and_in_nothing_else(office, workspace):
    office.judging("W-1")
    looking = opened(workspace, "C")
    cells = looking.table("outcomes", looking.usual()).result().rows[0].cells
    assert [cell.count for cell in cells] == [1, 0, 0, 0, 0, 1]
    for question in looking.questions(looking.usual()):
        assert looking.table(question.id, looking.usual()).result().question == question.words
